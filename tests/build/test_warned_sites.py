"""Each folder of tests/warned_sites is something to look at twice: the small site with these files changed, the words that are said, in full; and it is built all the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sitegen.cli.main import main
from tests.small_site import SMALL, write_site

WARNED = Path(__file__).parent.parent / "warned_sites"
FOLDERS = sorted(folder.name for folder in WARNED.iterdir() if folder.is_dir())
URL = "url: https://www.example.com\n"


@pytest.mark.parametrize("matter", FOLDERS)
def test_a_matter_is_told_in_full_and_the_site_is_built(matter: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changes = {path.relative_to(WARNED / matter).as_posix(): path.read_bytes() for path in (WARNED / matter).rglob("*") if path.is_file()}
    expected = changes.pop("expected.txt", b"").decode()
    write_site(tmp_path, {**SMALL, "content/site.yaml": SMALL["content/site.yaml"] + URL, **changes})

    code = main(["build", "--site", str(tmp_path), "--as-of", "2026-11-21"])

    said = capsys.readouterr().out.rpartition("Weight: ")[0]
    if os.environ.get("SITEGEN_WRITE_EXPECTED"):
        (WARNED / matter / "expected.txt").write_text(said, encoding="utf-8")
        return
    assert (said, code) == (expected, 0)
    assert (tmp_path / "output/index.html").exists()


@pytest.mark.parametrize("matter", FOLDERS)
def test_strict_refuses_what_is_left_out_and_nothing_else(matter: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changes = {path.relative_to(WARNED / matter).as_posix(): path.read_bytes() for path in (WARNED / matter).rglob("*") if path.is_file()}
    expected = changes.pop("expected.txt", b"").decode()
    write_site(tmp_path, {**SMALL, "content/site.yaml": SMALL["content/site.yaml"] + URL, **changes})
    assert main(["check", "--strict", "--site", str(tmp_path), "--as-of", "2026-11-21"]) == (1 if "left out: the employer's name" in expected else 0)
    assert "" != expected in "".join(capsys.readouterr())


def test_the_small_site_itself_has_nothing_to_look_at(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(tmp_path, {**SMALL, "content/site.yaml": SMALL["content/site.yaml"] + URL})
    assert main(["check", "--strict", "--site", str(tmp_path), "--as-of", "2026-11-21"]) == 0
    assert capsys.readouterr().out.startswith("All is well: ")
    assert len(FOLDERS) >= 12
