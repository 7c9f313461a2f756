"""R6: `sitegen check` and `sitegen build` see that the files named as evidence are there and not empty, where the private folder is in use."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from sitegen.cli.main import main
from sitegen.common.digests import digest
from tests.running import build, held, python
from tests.small_site import RESULT, SITE, SMALL, write_site

LIST = "content/private/evidence/list.pdf"
BOOK = {"content/private/notes.txt": "Nothing of it is public."}
CASE = "content/results/decisions.md"
WHY = "    Why: a result shown has to be backed by something on file (16 CFR 255.2, CAP Code 3.45).\n1 thing to mend before the site can be built.\n"


def check(folder: Path, files: dict[str, str | bytes], capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    write_site(folder, {**files, "content/site.yaml": f"{SITE}url: https://www.example.com\n"})
    code = main(["check", "--site", str(folder), "--as-of", "2026-11-21"])
    return code, capsys.readouterr().err


def test_evidence_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(tmp_path, {**SMALL, **BOOK}, capsys) == (
        1,
        f"{CASE}:9: there is no file '{LIST}', which is named as evidence (R6).\n    Save the mail, list or report there, or correct the name.\n{WHY}",
    )


def test_an_empty_file_is_no_evidence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(tmp_path, {**SMALL, **BOOK, LIST: ""}, capsys) == (
        1,
        f"{CASE}:9: the evidence '{LIST}' is an empty file (R6).\n    Save the mail, list or report there once more.\n{WHY}",
    )


@pytest.mark.parametrize(
    "files",
    [
        {**SMALL, **BOOK, LIST: "14, then 5"},
        dict(SMALL),
        {**SMALL, **BOOK, CASE: RESULT.replace(LIST, "https://www.example.com/report")},
        {**SMALL, **BOOK, CASE: RESULT.replace("typicality:", "draft: true\ntypicality:")},
        {**SMALL, **BOOK, CASE: RESULT.replace("typicality:", "sample: true\ntypicality:")},
    ],
    ids=["it is there", "no private folder", "a public address", "a draft", "a sample"],
)
def test_nothing_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str], files: dict[str, str | bytes]) -> None:
    code, said = check(tmp_path, files, capsys)
    assert "R6" not in said
    assert code == 0


READ = """
import sys
opened = []
sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == "open" else None)
from sitegen.cli.main import main
assert main(["build", "--site", sys.argv[1], "--as-of", "2026-11-21"]) == 0
print("READ", sum(path.endswith("list.pdf") for path in opened))
"""


def times_read(site: Path) -> int:
    """Build in a process of its own, and give how often the evidence was opened."""
    said = python("-c", READ, str(site))
    assert said.returncode == 0, said.stderr
    return int(said.stdout.rpartition("READ")[2])


@pytest.mark.parametrize(
    ("held_there", "told"),
    [(None, f"there is no file '{LIST}', which is named as evidence (R6)."), ("", f"the evidence '{LIST}' is an empty file (R6).")],
    ids=["not there", "empty"],
)
def test_a_build_is_refused_too_and_the_finished_site_stays_as_it_was(tmp_path: Path, held_there: str | None, told: str) -> None:
    site = write_site(tmp_path, {**SMALL, **BOOK, LIST: "14, then 5"})
    assert build(site).returncode == 0
    before = held(site / "output")
    (site / LIST).unlink()
    if held_there is not None:
        (site / LIST).write_text(held_there)
    for _ in range(2):
        refused = build(site)
        assert (refused.returncode, refused.stderr.splitlines()[0]) == (1, f"{CASE}:9: {told}")
    (site / CASE).write_text(RESULT.replace("Fewer questions", "Far fewer questions"))
    assert build(site).stderr.splitlines()[0] == f"{CASE}:9: {told}"
    assert held(site / "output") == before
    (site / LIST).write_text("14, then 5")
    assert build(site).returncode == 0


def test_without_a_private_folder_nothing_is_asked_for(tmp_path: Path) -> None:
    site = write_site(tmp_path, SMALL)
    assert build(site).returncode == 0
    write_site(site, BOOK)
    assert f"{CASE}:9: there is no file '{LIST}'" in build(site).stderr


def test_evidence_is_read_once_and_again_only_when_it_was_touched(tmp_path: Path) -> None:
    site = write_site(tmp_path, {**SMALL, **BOOK, LIST: "14, then 5"})
    os.utime(site / LIST, (1_700_000_000, 1_700_000_000))
    time.sleep(2.1)  # a file system that tells whole seconds only would hide a change of the same second
    assert times_read(site) == 1
    kept = (site / ".sitegen/cache/evidence.json").read_bytes()
    assert times_read(site) == 0
    (site / CASE).write_text(RESULT.replace("Fewer questions", "Far fewer questions"))
    assert times_read(site) == 0
    assert (site / ".sitegen/cache/evidence.json").read_bytes() == kept
    (site / LIST).write_text("14, then 6")
    assert times_read(site) == 1
    assert json.loads((site / ".sitegen/cache/evidence.json").read_bytes())[LIST][-1] == digest(b"14, then 6")


@pytest.mark.parametrize("kept", [b"{", b"[]", b'{"content/private/evidence/list.pdf": 3}'])
def test_kept_digests_that_are_damaged_are_taken_again(tmp_path: Path, kept: bytes) -> None:
    site = write_site(tmp_path, {**SMALL, **BOOK, LIST: "14, then 5"})
    assert build(site).returncode == 0
    whole = json.loads((site / ".sitegen/cache/evidence.json").read_bytes())
    (site / ".sitegen/cache/evidence.json").write_bytes(kept)
    assert build(site).returncode == 0
    assert json.loads((site / ".sitegen/cache/evidence.json").read_bytes())[LIST][1:] == whole[LIST][1:]
