"""`sitegen advice`: ten answers, sentences with their turn, nothing private, nothing refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sitegen.cli.main import main
from tests.running import held
from tests.small_site import SERVICE, SITE, TESTIMONIAL, write_site

DAY = "2026-11-22"


def ran(capsys: pytest.CaptureFixture[str], site: Path, *words: str) -> tuple[int, str, str]:
    code = main(["advice", "--site", str(site), "--as-of", DAY, *words])
    return (code, *capsys.readouterr())


def test_without_private_files_only_they_can_not_be_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = held(write_site(tmp_path))
    code, out, err = ran(capsys, tmp_path, "--format", "json")
    answers = json.loads(out)["answers"]
    assert (code, err, held(tmp_path)) == (0, "", before)
    assert [one["code"] for one in answers] == [f"A{number}" for number in range(1, 11)]
    assert [one["code"] for one in answers if one["state"] == "can't tell"] == ["A3", "A6", "A7", "A8"]
    assert all(one["question"].endswith("?") and one["why"] and one["step"] for one in answers)


def test_it_reads_well_in_eighty_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(tmp_path, {"content/site.yaml": SITE, "content/services/team.md": SERVICE + "\nI fix your team.\n"})
    code, out, _ = ran(capsys, tmp_path)
    assert code == 0
    assert max(map(len, out.splitlines())) <= 80
    assert (
        """A4  Has every service proof beside it?
    Not yet: content/services/team.md has neither words of a client nor a case.
    Why it matters: your own word for your work is believed least of all; proof
    works beside the offer, not on a page apart.
    Next: Ask somebody who had it: sitegen proof ask "Their Name" --service team
"""
        in out
    )
    assert (
        """Sentences in which you do something to people. What do they do, and find?
  content/services/team.md:12: I fix your team.
    Say what they do: 'You look at what no longer works, and decide what to
    change.'
"""
        in out
    )
    assert out.endswith("2 done, 3 not yet, 5 can't tell. It is advice: nothing is refused for it.\n")


def test_words_of_others_are_left_alone_and_a_german_site_is_read_as_german(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(tmp_path, {
        "content/site.yaml": SITE.replace("en-GB", "de").replace("in plain words.", "in plain words"), "content/services/team.md": SERVICE + "\nIch löse deine Probleme. I fix your team.\n",
        "content/testimonials/anna.md": TESTIMONIAL + "\nIch löse deine Probleme.\n",
    })  # fmt: skip
    found = json.loads(ran(capsys, tmp_path, "--format", "json")[1])["sentences"]
    assert [(one["file"], one["line"], one["sentence"]) for one in found] == [("content/services/team.md", 12, "Ich löse deine Probleme.")]


def test_json_names_nobody_of_the_private_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(tmp_path)
    write_site(tmp_path, {
        "content/private/clients.yaml": "places: 2\nclients:\n  - {who: Privatus Name, start: 2025-01-01, end: 2025-06-01, terms: free, sponsor: Secret Ltd}\n",
        "content/private/outreach.yaml": "people:\n  - {name: Bookus Name, worked_together: Northwind 2014-2018, touches: [2026-11-20 mail: a secret]}\n",
    })  # fmt: skip
    for words in ((), ("--format", "json")):
        code, out, err = ran(capsys, tmp_path, *words)
        assert (code, err) == (0, "")
        assert [word for word in ("Privatus", "Bookus", "Secret", "secret", "Northwind") if word in out] == []
    assert {one["code"]: one["state"] for one in json.loads(out)["answers"]} == {
        "A1": "not yet", "A2": "done", "A3": "done", "A4": "done", "A5": "done", "A6": "done", "A7": "not yet", "A8": "done", "A9": "done", "A10": "done",
    }  # fmt: skip


def test_a_private_file_that_can_not_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(tmp_path)
    write_site(tmp_path, {"content/private/clients.yaml": "clients: [{whom: x}]\n"})
    code, out, err = ran(capsys, tmp_path)
    assert (code, out) == (1, "")
    assert err.startswith("content/private/clients.yaml:1:")


def test_a_folder_without_a_site_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, tmp_path)
    assert (code, out) == (1, "")
    assert err.startswith("content: there is no site in this folder")
