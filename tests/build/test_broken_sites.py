"""Each folder of tests/broken_sites is a mistake: the small site with these files changed, and the words that are to be said, in full."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sitegen.cli.main import main
from tests.small_site import SMALL, write_site

BROKEN = Path(__file__).parent.parent / "broken_sites"
FOLDERS = sorted(folder.name for folder in BROKEN.iterdir() if folder.is_dir())


@pytest.mark.parametrize("mistake", FOLDERS)
def test_a_mistake_is_told_in_full_and_output_stays_as_it_was(mistake: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(tmp_path, SMALL)
    changes = {path.relative_to(BROKEN / mistake).as_posix(): path.read_bytes() for path in (BROKEN / mistake).rglob("*") if path.is_file()}
    expected = changes.pop("expected.txt", b"").decode()
    write_site(tmp_path, {**changes, "output/index.html": "the last good site"})

    code = main(["build", "--site", str(tmp_path), "--as-of", "2026-11-21"])

    said = capsys.readouterr().err
    if os.environ.get("SITEGEN_WRITE_EXPECTED"):
        (BROKEN / mistake / "expected.txt").write_text(said, encoding="utf-8")
        return
    assert said == expected
    assert code == 1
    assert {p.relative_to(tmp_path).as_posix() for p in (tmp_path / "output").rglob("*")} == {"output/index.html"}
    assert (tmp_path / "output/index.html").read_text() == "the last good site"


def test_there_are_mistakes_to_try() -> None:
    assert len(FOLDERS) > 60
