"""Builds beside private files: nothing private reaches output/, a leak stops the build without a private word, and what is not private costs nothing."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from sitegen.cli.main import main
from tests.kitchen_sink import VIDEO
from tests.outreach.private_canaries import Canaries
from tests.running import DAY, bound_by_rights, held, python, sitegen
from tests.small_site import ARTICLE, EVIDENCE, SMALL, TESTIMONIAL, write_site
from tests.starter_copy import write_evidence, write_starter_copy

CANARIES = Canaries()
BOOK = "people:\n  - name: Zelda Quimby\n    emails: [zelda@example.com]\n    note: she told me that she wants to leave in spring\n"


def build(site: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str, str]:
    code = main(["build", "--site", str(site), "--as-of", DAY, *more])
    return (code, *capsys.readouterr())


def test_no_private_value_reaches_output_the_cache_or_what_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(tmp_path, {**SMALL, **EVIDENCE})
    write_site(tmp_path, {f"content/private/{name}": data for name, data in CANARIES.files().items()})
    code, out, err = build(tmp_path, capsys)
    assert (code, err) == (0, "")
    told = [*(data.lower() for path, data in held(tmp_path).items() if path.startswith(("output/", ".sitegen/cache/"))), out.lower().encode()]
    for way, (_, value) in CANARIES.planted.items():
        assert not [data for data in told if value.lower().encode() in data], way


def leaking(tmp_path: Path, text: str) -> Path:
    write_site(tmp_path, {**SMALL, **EVIDENCE})
    write_site(tmp_path, {"content/private/outreach.yaml": BOOK, "content/articles/meetings.md": ARTICLE + text + "\n"})
    return tmp_path


def test_a_leak_stops_the_build_and_names_both_lines_and_no_private_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    leaking(tmp_path, "Thanks to Quimby, Zelda (zelda@example.com).")
    code, out, err = build(tmp_path, capsys)
    assert (code, out) == (1, "")
    assert err == (
        "content/articles/meetings.md:9: an e-mail address from your private files would go online, on /articles/meetings/, /feed.xml (R9).\n"
        "    Take it out here. In your private files it is on line 3 of content/private/outreach.yaml.\n"
        "    Why: the people in your private files never agreed to be on the web (GDPR Art 6, ICF Code of Ethics: confidentiality).\n"
        "content/articles/meetings.md:9: the full name of a person from your private files would go online, on /articles/meetings/, /feed.xml (R9).\n"
        "    Take it out here. In your private files it is on line 2 of content/private/outreach.yaml.\n"
        "    If it may stand there, add to content/private/outreach.yaml: allow: [{name: ..., why: ...}], or write down the person's consent in a testimonial.\n"
        "    Why: the people in your private files never agreed to be on the web (GDPR Art 6, ICF Code of Ethics: confidentiality).\n"
    ).replace("/articles/meetings/, /feed.xml", err.partition("online, on ")[2].partition(" (R9)")[0])
    assert not (tmp_path / "output/index.html").exists()
    assert main(["check", "--site", str(tmp_path), "--as-of", DAY, "--format", "json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert {problem["code"] for problem in said["problems"]} >= {"R9"}
    assert "quimby" not in json.dumps(said).lower()
    assert "zelda" not in json.dumps(said).lower()


def test_a_leak_in_the_captions_of_a_video_is_told_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    leaking(tmp_path, '\n[[video talk.webm title="A talk"]]')
    write_site(tmp_path, {path: data for path, data in VIDEO.items() if not path.endswith(".vtt")})
    write_site(tmp_path, {"content/images/talk.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\nThanks to Zelda\n\n00:02.000 --> 00:04.000\nQuimby.\n"})
    code, _, err = build(tmp_path, capsys)
    assert code == 1
    assert err.startswith("content/images/talk.vtt:4: the full name of a person from your private files would go online, on /images/")


def test_a_private_file_that_changed_is_looked_for_in_pages_that_did_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    leaking(tmp_path, "A word from Bo Probe.")
    assert build(tmp_path, capsys)[0] == 0
    before = held(tmp_path / "output")
    assert build(tmp_path, capsys)[0] == 0
    write_site(tmp_path, {"content/private/outreach.yaml": BOOK + "  - name: Bo Probe\n"})
    code, _, err = build(tmp_path, capsys)
    assert code == 1
    assert err.startswith("content/articles/meetings.md:9: the full name of a person")
    assert held(tmp_path / "output") == before
    write_site(tmp_path, {"content/private/outreach.yaml": BOOK + "  - name: Bo Probe\nallow: [{name: Bo Probe, why: it is a tool}]\n"})
    assert build(tmp_path, capsys)[0] == 0


def test_a_name_with_consent_is_fine_until_the_consent_is_taken_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(tmp_path, {**SMALL, **EVIDENCE})
    write_site(
        tmp_path, {"content/private/outreach.yaml": "people: [{name: Anna Sample}]\n", "content/articles/meetings.md": ARTICLE + "As Anna Sample says.\n"}
    )
    assert build(tmp_path, capsys)[0] == 0
    assert build(tmp_path, capsys)[0] == 0
    write_site(tmp_path, {"content/testimonials/anna.md": TESTIMONIAL.replace("status: granted", "status: withdrawn")})
    code, _, err = build(tmp_path, capsys)
    assert code == 1
    assert err.startswith(
        "content/articles/meetings.md:9: 'Anna Sample' stands here, the name that content/testimonials/anna.md withholds: the consent was withdrawn (R4).\n"
    )
    (tmp_path / "content/testimonials/anna.md").unlink()
    code, _, err = build(tmp_path, capsys)
    assert code == 1
    assert err.startswith("content/articles/meetings.md:9: the full name of a person")


def test_a_private_file_that_cannot_be_read_stops_the_build_without_a_word_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    leaking(tmp_path, "Hello.")
    write_site(tmp_path, {"content/private/outreach.yaml": "people:\n  - name: Zelda Quimby\n bad: Zelda\n"})
    code, out, err = build(tmp_path, capsys)
    assert code == 1
    assert "this private file can't be read here" in err
    assert "Zelda" not in out + err


def test_a_mistake_of_ours_tells_no_private_word(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    import sitegen.outreach.agenda as room

    def broken(*_: object) -> None:
        raise KeyError(BOOK)

    leaking(tmp_path, "Hello.")
    monkeypatch.setattr(room, "written_first", broken)
    assert main(["today", "--site", str(tmp_path)]) == 3
    err = capsys.readouterr().err
    assert "KeyError (its words are withheld: they could be private)" in err
    assert "Zelda" not in err


def test_the_example_beside_the_starter_is_no_leak(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_starter_copy(tmp_path / "site")
    write_evidence(site)
    assert main(["outreach", "start", "--example", "--site", str(site), "--as-of", DAY]) == 0
    code, _, err = build(site, capsys)
    assert (code, err) == (0, "")
    assert main(["outreach", "audit", "--site", str(site), "--as-of", DAY]) == 0
    assert "Nothing of your private files stands in output/" in capsys.readouterr().out


def test_what_was_put_into_output_by_hand_is_found_by_the_audit_with_its_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    leaking(tmp_path, "Hello.")
    assert build(tmp_path, capsys)[0] == 0
    (tmp_path / "output/more.html").write_text("<p>Zelda Quimby")
    assert main(["outreach", "audit", "--site", str(tmp_path), "--as-of", DAY]) == 1
    err = capsys.readouterr().err
    assert err.startswith("output/more.html:1: the full name of a person")
    assert "  content/private/outreach.yaml:2: Zelda Quimby\n" in err


def test_a_private_folder_that_cannot_be_opened_stops_the_build(tmp_path: Path) -> None:
    leaking(tmp_path, "Hello.")
    (tmp_path / "content/private").chmod(0)
    try:
        done = sitegen("build", "--site", str(tmp_path), "--as-of", DAY, first=bound_by_rights)
    finally:
        (tmp_path / "content/private").chmod(0o700)
    assert done.returncode == 1
    assert "this folder can't be opened: its rights keep it closed." in done.stderr


IMPORTED = "import sys; from sitegen.cli.main import main; code = main(sys.argv[1:]); print(code, sorted(name for name in sys.modules if 'outreach' in name))"


def test_a_build_without_private_files_imports_nothing_of_the_back_office(tmp_path: Path) -> None:
    write_site(tmp_path)
    write_site(tmp_path, {"content/private/README.md": "# Private\n"})
    for _ in range(2):
        done = python("-c", IMPORTED, "build", "--site", str(tmp_path), "--as-of", DAY)
        assert done.stdout.splitlines()[-1] == "0 []"


def git(site: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(site), "-c", "user.name=x", "-c", "user.email=x@example.com", *words], check=True, capture_output=True)


def test_private_files_in_git_are_told_by_every_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    leaking(tmp_path, "Hello.")
    git(tmp_path, "init", "-q")
    assert "W11" not in build(tmp_path, capsys)[1]
    git(tmp_path, "add", "-A")
    code, out, _ = build(tmp_path, capsys)
    assert code == 0
    assert "content/private: 2 private files are tracked by git, and so in every copy of the repository (W11).\n" in out
    git(tmp_path, "rm", "-rq", "--cached", "content/private")
    assert "W11" not in build(tmp_path, capsys)[1]


def test_a_record_that_withholds_a_name_is_told_where_git_sends_it_away(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(tmp_path)
    write_site(
        tmp_path,
        {"content/testimonials/anna.md": TESTIMONIAL.replace("show_as: full", "show_as: initials").replace("name: Anna", "slug: first-team\nname: Anna")},
    )
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")

    def said() -> str:
        assert main(["check", "--site", str(tmp_path), "--as-of", DAY]) == 0
        return capsys.readouterr().out

    assert "W11" not in said()
    git(tmp_path, "remote", "add", "origin", "https://git.example.com/x.git")
    assert "content/testimonials/anna.md:10: this record withholds a name or lacks consent, and git sends it to a remote" in said()
    settings = tmp_path / "content/site.yaml"
    settings.write_text(settings.read_text() + "repo: private\n")
    assert "W11" not in said()


def test_starting_a_book_has_git_leave_it_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(tmp_path, {"content/site.yaml": "name: x\npromise: y\n", ".gitignore": "*.log"})
    assert main(["outreach", "start", "--site", str(tmp_path)]) == 0
    assert (tmp_path / ".gitignore").read_text() == "*.log\n\n/content/private/*\n!/content/private/README.md\n"
    assert "stays with you" in (tmp_path / "content/private/README.md").read_text()
    assert main(["outreach", "start", "--site", str(tmp_path)]) == 1
    assert main(["outreach", "start", "--example", "--site", str(tmp_path)]) == 1
    assert "was left as it is" in capsys.readouterr().err
