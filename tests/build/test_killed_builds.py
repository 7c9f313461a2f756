"""Killed at any step of writing: pages point to what is there, and the next build puts all right."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from sitegen.build.stamp import STAMP
from sitegen.cli.main import main
from tests.running import DAY, held
from tests.small_site import ARTICLE, SERVICE, SITE, SMALL, write_site

KILLED_AT_EVERY_STEP = """
import os, shutil, signal, sys
site, before, graves = sys.argv[1:]
STEPS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod")
dies_at, seen, splitting = 0, 0, False
def hook(event, args):
    global dies_at, seen, splitting
    if splitting or event not in STEPS or site not in str(args[0]) or (event == "open" and not args[2] & (os.O_WRONLY | os.O_RDWR)):
        return
    if not dies_at and "/output" in str(args[0]):
        splitting = True
        while True:
            dies_at += 1
            child = os.fork()
            if not child:
                break
            lived = os.WIFEXITED(os.waitpid(child, 0)[1])
            os.rename(site, f"{graves}/{dies_at:03}")
            if lived:
                os._exit(0)
            shutil.copytree(before, site)
        splitting = False
    seen += bool(dies_at)
    if seen == dies_at > 0:
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
from sitegen.cli.main import main
main(["build", "--site", site, "--as-of", "2026-11-21"])
"""
"""A build that, when it begins to write, splits off one of itself for each step of writing, which dies just before that step; what each leaves is kept."""


def picture(colour: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (240, 160), colour).save(stream, "JPEG")
    return stream.getvalue()


WITH_PICTURE = SERVICE.replace("price:", "image: room.jpg\nimage_alt: A room\nprice:")
FIRST = {**SMALL, "content/services/team.md": WITH_PICTURE, "content/images/room.jpg": picture("teal"), "content/files/guide.txt": "first"}
SECOND = {
    "content/site.yaml": SITE + "accent: '#7a3b2e'\n",
    "content/services/team.md": WITH_PICTURE.replace("decide little", "decide less"),
    "content/services/talks.md": SERVICE.replace("Team coaching", "Talks").replace("order: 1", "order: 2"),
    "content/testimonials/anna.md": SMALL["content/testimonials/anna.md"],
    "content/articles/meetings.md": ARTICLE.replace("[meetings]", "[deciding]"),
    "content/images/room.jpg": picture("brown"),
    "content/files/guide.txt": "second",
}
"""The second site: another picture in the same place, new pages, pages taken away, and every page's style changed."""


def broken_references(output: Path) -> list[tuple[str, str]]:
    """Give each picture, style sheet, icon or script that a page asks for and that is not there."""
    broken = []
    for page in output.rglob("*.html"):
        text = page.read_text()
        asked = re.findall(r'\ssrc="([^"]+)"', text)
        asked += [part.split()[0] for found in re.findall(r'\s(?:image)?srcset="([^"]+)"', text) for part in found.split(",")]
        asked += re.findall(r'<link rel="(?:icon|stylesheet|apple-touch-icon|manifest|preload)"[^>]*? href="([^"]+)"', text)
        assert asked
        broken += [(page.name, address) for address in asked if address.startswith("/") and not (output / address[1:]).is_file()]
    return broken


def killed_at_every_step(before: Path, folder: Path) -> list[Path]:
    """Give what each killed build left, in the order of the steps, and last what the one left that lived."""
    site, graves = shutil.copytree(before, folder / "site"), folder / "graves"
    graves.mkdir()
    subprocess.run([sys.executable, "-c", KILLED_AT_EVERY_STEP, str(site), str(before), str(graves)], check=True, capture_output=True)
    return sorted(graves.iterdir())


def made_of(content: dict[str, str | bytes], folder: Path) -> dict[str, bytes]:
    """Give what a first build makes of some content."""
    assert main(["build", "--site", str(write_site(folder, content)), "--as-of", DAY]) == 0
    return held(folder / "output")


@pytest.mark.parametrize("first", [FIRST, {}], ids=["over another site", "the first time"])
def test_a_build_killed_at_any_step_leaves_whole_pages_and_the_next_puts_all_right(first: dict[str, str | bytes], tmp_path: Path) -> None:
    before = write_site(tmp_path / "before", first)
    expected = [(SECOND, made_of(SECOND, tmp_path / "second"))]
    if first:
        expected.append((first, made_of(first, before)))  # and where she takes her change back
        shutil.rmtree(before / "content")
    write_site(before, SECOND)
    left = killed_at_every_step(before, tmp_path)

    assert len(left) > 70
    assert [(site.name, broken) for site in left if (broken := broken_references(site / "output"))] == []
    for number, site in enumerate((*left[:-2:12], *left[-4:-2], left[-1])):
        content, clean = expected[number % len(expected)]
        shutil.rmtree(site / "content", ignore_errors=True)
        assert main(["build", "--site", str(write_site(site, content)), "--as-of", DAY]) == 0
        assert held(site / "output") == clean, site.name
        assert not (site / ".sitegen/keep/set-aside").exists(), "nothing of our own is taken for hers"
        assert not [path for path in held(site) if path.endswith(".tmp")], site.name


KILLED_BEFORE_THE_STAMP = """
import os, signal, sys
def hook(event, args):
    if event == "os.rename" and str(args[1]).endswith("/.sitegen/cache/" + sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
from sitegen.cli.main import main
main(["build", "--site", sys.argv[1], "--as-of", "2026-11-21"])
"""


def test_a_build_killed_after_what_it_remembers_and_before_the_stamp_is_followed_by_one_that_works(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", FIRST)
    clean = made_of(SECOND, tmp_path / "second")
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    shutil.rmtree(site / "content")
    write_site(site, SECOND)
    killed = subprocess.run([sys.executable, "-c", KILLED_BEFORE_THE_STAMP, str(site), STAMP], capture_output=True, check=False)
    assert killed.returncode == -9 or pytest.fail("it lived, so this test tries nothing", pytrace=False)
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    assert held(site / "output") == clean
