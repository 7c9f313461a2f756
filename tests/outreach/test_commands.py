"""The commands as a coach types them: choices, wrong words, eighty columns, the picker on a terminal."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from icalendar import Calendar

from sitegen.cli.main import main
from sitegen.outreach.imports.staging import read_staged
from sitegen.outreach.reading import read_book
from tests.small_site import write_site

DAY = "2026-11-22"


@pytest.fixture
def site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    write_site(tmp_path)
    assert main(["outreach", "start", "--example", "--site", str(tmp_path), "--as-of", DAY]) == 0
    capsys.readouterr()
    return tmp_path


def ran(capsys: pytest.CaptureFixture[str], site: Path, *words: str) -> tuple[int, str, str]:
    as_of = [] if words[:2] == ("outreach", "find") else ["--as-of", DAY]
    code = main([*words, "--site", str(site), *as_of])
    return (code, *capsys.readouterr())


READ_WELL = [
    ("today",), ("today", "--all"), ("outreach", "list"), ("outreach", "show", "calliope"), ("outreach", "find", "budget"), ("outreach", "stats"), ("outreach", "merge"),
    ("outreach", "undo", "--list"), ("outreach", "message", "reconnect", "abelone"), ("outreach", "list", "--stage", "talked"), ("outreach", "list", "--group", "Board"),
]  # fmt: skip


@pytest.mark.parametrize("words", READ_WELL, ids=" ".join)
def test_what_is_printed_fits_into_eighty_columns(words: tuple[str, ...], site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ran(capsys, site, *words)
    assert code == 0
    assert out.strip()
    long = [line for line in out.splitlines() if len(line) > 80 and not line.lstrip().startswith(("> ", "content/private/"))]
    assert long == []


WRONG = {
    ("outreach", "log", "nobdy"): "sitegen outreach: nobody in your book is called 'nobdy'.",
    ("outreach", "log", "a"): "sitegen outreach: 'a' fits",
    (
        "outreach",
        "next",
        "abelone",
        "someday",
    ): 'sitegen outreach next: \'someday\' is not a day.\n    Write it like this: "in 2 weeks", "next Tuesday", "15 January" or 2027-01-15.',
    ("outreach", "stage", "abelone", "talkd"): "sitegen outreach: there is no stage 'talkd'.\n    Did you mean 'talked'?",
    ("outreach", "message", "recconect", "abelone"): "sitegen outreach: there is no message 'recconect'.\n    Did you mean 'reconnect'?",
    ("outreach", "add", "Abelone Quistrand"): "sitegen outreach: Abelone Quistrand is in your book already.",
    ("outreach", "add", "New One", "--trust", "much"): "sitegen outreach add: 'much' is not one of the words 'trust' knows.",
    ("outreach", "add", "New One", "--email", "x"): "sitegen outreach add: 'x' is not an e-mail address ('emails').",
    ("outreach", "add", "..."): "sitegen outreach: a name has letters.",
    ("outreach", "import", "nowhere.csv"): "nowhere.csv: there is no such file.",
    ("outreach", "import"): "sitegen outreach: nobody is staged.",
    ("outreach", "merge", "abelone"): "sitegen outreach: two names are needed.",
    ("outreach", "merge", "abelone", "quistrand"): "sitegen outreach: both names mean the same entry, Abelone Quistrand.",
    ("outreach", "undo"): "sitegen outreach: there is nothing to take back.",
    ("outreach", "stats", "--months", "0"): "--months: 0 is no number of months.",
    ("forget", "nobdy"): "sitegen outreach: nobody in your book is called 'nobdy'.",
}


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_what_cannot_be_done_is_said_with_what_can(words: tuple[str, ...], site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (site / "content/private/outreach.yaml").read_bytes()
    code, out, err = ran(capsys, site, *words)
    assert (code, out) == (1, "")
    assert err.startswith(WRONG[words])
    assert (site / "content/private/outreach.yaml").read_bytes() == before


def test_without_a_book_the_way_to_one_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(tmp_path)
    for words in (("today",), ("outreach", "list"), ("forget", "x")):
        code, _, err = ran(capsys, tmp_path, *words)
        assert code == 1
        assert err.startswith("content/private/outreach.yaml: you have no book of people yet.\n    Begin one with `sitegen outreach start`")
    assert main(["outreach", "start", "--site", str(tmp_path)]) == 0
    assert "Your book is empty." in ran(capsys, tmp_path, "today")[1]
    assert main(["today", "--site", str(tmp_path / "nowhere")]) == 1
    assert "there is no site in this folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "entry"), [("coffee: she asks for a workshop", "coffee: she asks for a workshop"), ("Call: short", "call: short"), ("see you: soon", "mail:")]
)
def test_a_line_may_say_how_as_it_does_in_the_file(line: str, entry: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, site, "outreach", "log", "isadora", line)[0] == 0
    assert f"      - {DAY} {entry}" in (site / "content/private/outreach.yaml").read_text(encoding="utf-8")


def test_what_is_logged_moves_the_stage_and_takes_the_step_away(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ran(capsys, site, "outreach", "log", "leocadia", "sent", "the", "questions")
    assert code == 0
    assert out == (
        "Leocadia Brandywine, 22 November 2026: mail, sent the questions.\n"
        "The step planned for 21 November 2026 (send her the questions for the first hundred days) is done. Plan another with `sitegen outreach next`.\n"
    )
    assert ran(capsys, site, "outreach", "log", "abelone", "wrote", "--on", "yesterday", "--next", "in 2 weeks: ring her")[1] == (
        "Abelone Quistrand, 21 November 2026: mail, wrote.\nStage: written to (before: listed).\nNext: 2026-12-06 ring her.\n"
    )
    assert "Stage: answered (before: written to)." in ran(capsys, site, "outreach", "log", "abelone", "yes", "--how", "answer")[1]
    people = {person.name: person for person in read_book((site / "content/private/outreach.yaml").read_bytes()).record.people}
    assert people["Leocadia Brandywine"].next is None
    assert [(touch.how, touch.by) for touch in people["Abelone Quistrand"].touches] == [("mail", "me"), ("answer", "them")]


def test_asks_and_what_came_of_them_are_noted(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, site, "outreach", "log", "abelone", "asked", "--asked", "referral")[0] == 0
    assert (
        ran(capsys, site, "outreach", "log", "abelone", "--how", "answer", "--given", "referral", "--introduced", "Zed Other", "--client", "Zed Other")[0] == 0
    )
    assert "Abelone Quistrand: say thank you for the referral and for introducing you to Zed Other and for sending Zed Other to you" in " ".join(
        ran(capsys, site, "today")[1].split()
    )
    assert ran(capsys, site, "outreach", "log", "abelone", "--how", "thanks")[0] == 0
    assert "Abelone Quistrand: say thank you" not in ran(capsys, site, "today", "--all")[1]
    assert ran(capsys, site, "outreach", "log", "undine", "--asked", "testimonial")[1] == "Undine Carrow, 22 November 2026: asked for a testimonial.\n"
    assert "asked_on: 2026-11-22" in (site / "content/private/clients.yaml").read_text()


def test_the_agenda_is_given_to_programs_and_calendars(site: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, err = ran(capsys, site, "today", "--format", "json", "--ics", str(tmp_path.parent / f"{tmp_path.name}.ics"))
    assert code == 0
    made = json.loads(out)
    assert made["day"] == DAY
    assert set(made["due"][0]) == {"kind", "due", "who", "what", "why", "points", "command"}
    points = [item["points"] for item in made["due"]]
    assert points == sorted(points, reverse=True)
    calendar = Calendar.from_ical((tmp_path.parent / f"{tmp_path.name}.ics").read_bytes())
    assert len(calendar.walk("VEVENT")) == len(made["due"]) + len(made["coming"])
    assert "entries to" in err
    assert ran(capsys, site, "today", "--ics", str(site / "content/files/today.ics"))[0] == 1
    assert not (site / "content/files/today.ics").exists()


def test_an_empty_day_says_what_comes_next(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(tmp_path)
    write_site(tmp_path, {"content/private/outreach.yaml": "people: [{name: Anna Sample, stage: talked, next: 2026-12-01 send the text}]\n"})
    assert ran(capsys, tmp_path, "today")[1] == (
        "Sunday, 22 November 2026\n\nNothing to do today. The next thing comes in 9 days, on 1 December 2026: Anna Sample, send the text.\n"
    )


def test_entries_are_merged_only_on_a_yes(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = site / "content/private/outreach.yaml"
    place.write_text(place.read_text() + "  - {name: Abelone Quistrandt, company: Fjordline Ferries Example, note: likes boats, phones: [+44 20 7946 0999]}\n")
    code, out, _ = ran(capsys, site, "outreach", "merge")
    assert (code, out.splitlines()[0]) == (0, "Abelone Quistrand and Abelone Quistrandt: nearly the same name and company.")
    before = place.read_bytes()
    assert ran(capsys, site, "outreach", "merge", "abelone quistrand", "quistrandt")[0] == 1
    assert place.read_bytes() == before
    assert ran(capsys, site, "outreach", "merge", "abelone quistrand", "quistrandt", "--yes")[0] == 0
    people = read_book(place.read_bytes()).record.people
    assert len(people) == 25
    assert (people[0].also, people[0].note, people[0].phones) == (("Abelone Quistrandt",), "likes boats", ("+44 20 7946 0100", "+44 20 7946 0999"))
    assert place.read_text().splitlines()[:5] == before.decode().splitlines()[:5]


CARDS = "".join(
    f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nORG:{company}\nEMAIL:{name.split()[0].lower()}@example.net\nEND:VCARD\n"
    for name, company in (("Gwendolyn Hart", "Mill"), ("Hector Iden", "Mill"), ("Imogen Joss", "Quay"), ("Abelone Quistrand", "Fjordline Ferries Example"))
)


def test_flags_choose_who_is_taken_in_and_it_can_be_done_twice(site: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    cards = tmp_path / "cards.vcf"
    cards.write_text(CARDS)
    code, out, _ = ran(capsys, site, "outreach", "import", str(cards))
    assert code == 0
    assert out.startswith("vCard: 4 people. 4 new, 0 with another job, 0 gone, 0 as before.\n")
    assert ran(capsys, site, "outreach", "import", "--company", "mill")[0] == 1, "nobody without a yes"
    code, out, _ = ran(capsys, site, "outreach", "import", "--company", "mill", "--limit", "1", "--yes")
    assert "1 person added to your book." in out
    code, out, _ = ran(capsys, site, "outreach", "import", "--all", "--yes")
    assert "2 people added to your book." in out
    assert "Left in the staging file, since they may be in your book already: Abelone Quistrand" in out
    names = [person.name for person in read_book((site / "content/private/outreach.yaml").read_bytes()).record.people]
    assert names[25:] == ["Gwendolyn Hart", "Hector Iden", "Imogen Joss"]
    staged = (site / "content/private/staged.jsonl").read_bytes()
    assert "0 new, 0 with another job, 0 gone, 4 as before" in ran(capsys, site, "outreach", "import", str(cards))[1]
    assert (site / "content/private/staged.jsonl").read_bytes() == staged
    assert sum(one.picked for one in read_staged(staged)) == 3


def on_a_terminal(site: Path, typed: str, *words: str) -> Iterator[str]:
    """Run a command on a terminal of its own and give what it says."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "sitegen", *words, "--site", str(site), "--as-of", DAY],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        env={**os.environ, "TERM": "dumb"},
    )
    os.close(theirs)
    os.write(ours, typed.encode())
    said = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:
            break
        if not part:
            break
        said += part
    os.close(ours)
    yield str(process.wait())
    yield said.decode().replace("\r\n", "\n")


def test_on_a_terminal_people_are_picked_from_a_list(site: Path, tmp_path: Path) -> None:
    (tmp_path / "cards.vcf").write_text(CARDS)
    code, said = on_a_terminal(site, "/mill\n2\n/joss\n1\nd\ny\n", "outreach", "import", str(tmp_path / "cards.vcf"))
    assert code == "0", said
    assert "2 people added to your book." in said
    names = [person.name for person in read_book((site / "content/private/outreach.yaml").read_bytes()).record.people]
    assert names[25:] == ["Hector Iden", "Imogen Joss"]


def test_a_new_job_that_was_declined_is_not_offered_again_and_the_next_one_is(site: Path, tmp_path: Path) -> None:
    def imported(title: str, typed: str) -> str:
        card = f"BEGIN:VCARD\nVERSION:3.0\nFN:{known.name}\nORG:Quay Example\nTITLE:{title}\nEMAIL:{known.emails[0]}\nEND:VCARD\n"
        (tmp_path / "one.vcf").write_text(card)
        code, said = on_a_terminal(site, typed, "outreach", "import", str(tmp_path / "one.vcf"))
        assert code == "0", said
        return said

    place = site / "content/private/outreach.yaml"
    known = next(person for person in read_book(place.read_bytes()).record.people if person.emails and person.company and not person.blocked)
    before = place.read_bytes()
    assert f"{known.name} has a new job: Head of Quays, Quay Example" in imported("Head of Quays", "n\nq\n")
    assert place.read_bytes() == before
    assert "has a new job" not in imported("Head of Quays", "q\n")
    assert place.read_bytes() == before
    assert "has a new job: Head of Ships, Quay Example" in imported("Head of Ships", "y\nq\n")
    assert "Quay Example" in place.read_text()
    assert "has a new job" not in imported("Head of Ships", "q\n")


def test_where_nobody_can_be_asked_a_new_job_is_not_taken_for_declined(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = next(p for p in read_book((site / "content/private/outreach.yaml").read_bytes()).record.people if p.emails and p.company and not p.blocked)
    (tmp_path / "one.vcf").write_text(f"BEGIN:VCARD\nVERSION:3.0\nFN:{known.name}\nORG:Quay Example\nEMAIL:{known.emails[0]}\nEND:VCARD\n")
    for _ in range(2):
        assert "has a new job" in ran(capsys, site, "outreach", "import", str(tmp_path / "one.vcf"))[1]


def test_on_a_terminal_one_of_several_is_chosen(site: Path) -> None:
    code, said = on_a_terminal(site, "x\n2\n", "outreach", "stage", "a", "talked")
    assert code == "0", said
    assert "'a' fits" in said
    assert said.count("Which one") == 2


def test_undo_shows_what_it_changes_and_asks(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (site / "content/private/outreach.yaml").read_bytes()
    assert ran(capsys, site, "outreach", "stage", "abelone", "not now")[0] == 0
    code, out, _ = ran(capsys, site, "outreach", "undo")
    assert code == 1
    assert out == "content/private/outreach.yaml as it was before `stage` on 2026-11-22:\n  -    stage: not now\n  +    stage: listed\n"
    assert ran(capsys, site, "outreach", "undo", "--yes")[0] == 0
    assert (site / "content/private/outreach.yaml").read_bytes() == before


def test_statistics_are_kept_as_a_page_that_needs_nothing_else(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, site, "outreach", "stats", "--html")[0] == 0
    page = (site / ".sitegen/keep/outreach-stats.html").read_text()
    assert "<script" not in page
    assert "http" not in page
    assert "src=" not in page
    assert not [person.name for person in read_book((site / "content/private/outreach.yaml").read_bytes()).record.people if person.name in page]


def test_the_example_is_in_no_fresh_clone() -> None:
    private = Path(__file__).resolve().parents[2] / "content/private"
    tracked = subprocess.run(["git", "ls-files", str(private)], capture_output=True, text=True, check=True, cwd=private).stdout.split()
    assert [Path(path).name for path in tracked] == ["README.md"]


def test_what_is_not_read_on_many_lines_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    people = "".join(f"  - name: Person {number}\n    where: Northwind\n" for number in range(8))
    write_site(
        tmp_path, {"content/site.yaml": "name: x\npromise: y\n", "content/private/outreach.yaml": f"people:\n{people}  - name: Last\n    stge: talked\n"}
    )
    _, _, said = ran(capsys, tmp_path, "outreach", "list")
    assert [line for line in said.splitlines() if not line.startswith("    Its fields are")] == [
        "content/private/outreach.yaml:3: a person has no field 'where'; it is left as it is, and not read.",
        "    The same on 7 lines more: 5, 7, 9, 11, 13 ...",
        "content/private/outreach.yaml:19: a person has no field 'stge'; it is left as it is, and not read.",
        "    Did you mean 'stage'?",
    ]
