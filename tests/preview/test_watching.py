"""Where the system has no notices of changes left to give, or lost some: nothing is stale, and saves are told all the same."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.preview.running_preview import running
from tests.small_site import ARTICLE, write_site

PROJECT = Path(__file__).resolve().parents[2]
FILE, ADDRESS = "content/articles/meetings.md", "/articles/meetings/"


def shown_and_told(site: Path) -> list[str]:
    """Save twice in a running preview, and give what it said of hearing them: the first save is in the next answer, the second is told to the tab once the preview knows what it hears."""
    with running(site) as preview:
        assert preview.get(ADDRESS).status == preview.get(ADDRESS).status == 200
        preview.write(FILE, ARTICLE + "\nThe first save.\n")
        assert b"The first save." in preview.get(ADDRESS).data
        while not preview.preview.watcher.is_proven:
            preview.settle()
        tab = preview.tab(ADDRESS)
        preview.write(FILE, ARTICLE + "\nThe second save.\n")
        tab.wait_for(1)
        return [line for line in preview.said if line.startswith("Changes ")]


@pytest.mark.parametrize(("limit", "number", "why"), [
    ("max_inotify_instances", 0, "inotify instance limit reached"), ("max_inotify_watches", 1, "inotify watch limit reached"),
    ("max_inotify_watches", 4, "it has no watch left for some folders|inotify watch limit reached"),  # whichever of the folders asks first
])  # fmt: skip
def test_without_notices_the_preview_looks_for_itself(limit: str, number: int, why: str, tmp_path: Path) -> None:
    """In a user namespace of its own, whose limits are the test's."""
    unshare = shutil.which("unshare")
    if unshare is None or subprocess.run([unshare, "-Ur", "true"], check=False, capture_output=True).returncode:
        pytest.skip("this system gives no user namespaces")
    write_site(tmp_path)
    asked = f"from pathlib import Path; from tests.preview.test_watching import shown_and_told; print(*shown_and_told(Path({str(tmp_path)!r})), sep='\\n')"
    limited = ["sh", "-c", f'echo {number} > /proc/sys/user/{limit} && exec "$@"', "sh", sys.executable, "-c", asked]
    made = subprocess.run([unshare, "-Ur", *limited], check=False, cwd=PROJECT, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    assert re.fullmatch(rf"Changes are looked for every 0\.4 seconds: the system gives no more notices of changes \(({why})\)\.\n", made.stdout), made.stdout


def test_with_notices_it_does_not(tmp_path: Path) -> None:
    assert shown_and_told(write_site(tmp_path)) == []


def test_a_flood_of_changes_hides_none(tmp_path: Path) -> None:
    """The preview stands still while more changes than the system keeps come in (16,384 where nobody set it otherwise)."""
    write_site(tmp_path)
    command = [sys.executable, "-m", "sitegen", "serve", "--no-open", "--port", "18500", "--site", str(tmp_path)]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            assert process.stdout is not None
            line = ""
            while not line.startswith("The preview: "):
                line = process.stdout.readline()
            address = line.split()[2].rstrip("/") + ADDRESS
            assert "The last of many." not in page(address)
            process.send_signal(signal.SIGSTOP)
            for turn in range(2_000):
                for number in range(10):
                    (tmp_path / f"content/{number}.txt").write_text(str(turn))
            (tmp_path / FILE).write_text(ARTICLE + "\nThe last of many.\n")
            process.send_signal(signal.SIGCONT)
            assert "The last of many." in page(address)
            (tmp_path / FILE).write_text(ARTICLE + "\nOne more.\n")
            assert "One more." in page(address)
        finally:
            process.kill()


def page(address: str) -> str:
    """Give a page as a browser of this computer gets it."""
    from urllib.request import ProxyHandler, build_opener

    with build_opener(ProxyHandler({})).open(address, timeout=60) as answered:
        text: str = answered.read().decode()
        return text
