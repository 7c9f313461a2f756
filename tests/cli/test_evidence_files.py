"""R6: `sitegen check` sees that the files named as evidence are there and not empty, where the private folder is in use."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.cli.main import main
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
