"""Asking and recording, as a coach does it: the messages, the files, the log, and what she types wrong."""

from __future__ import annotations

import email
import email.policy
import io
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest

from sitegen.cli.main import main
from sitegen.outreach.reading import read_book, read_clients, read_proof_log
from tests.small_site import EVIDENCE, SMALL, write_site

DAY = "2026-11-22"
CLIENTS = "clients:\n  - {who: Zoe Trial, service: team, start: 2026-01-01, end: 2026-10-01, emails: [zoe@example.com]}   # hers\n"
BOOK = "people:\n  - name: Bo Former\n    worked_together: Northwind Example 2014-2018\n    source: we were colleagues\n  - {name: Cy Peace, do_not_contact: true}\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_site(tmp_path, {**SMALL, **EVIDENCE})
    return write_site(tmp_path, {"content/private/clients.yaml": CLIENTS, "content/private/outreach.yaml": BOOK})


def ran(
    capsys: pytest.CaptureFixture[str], site: Path, *words: str, pasted: str | None = None, monkeypatch: pytest.MonkeyPatch | None = None
) -> tuple[int, str, str]:
    if pasted is not None and monkeypatch is not None:
        monkeypatch.setattr(sys, "stdin", io.StringIO(pasted))
    code = main(["proof", *words, "--site", str(site), "--as-of", DAY])
    return (code, *capsys.readouterr())


def text(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def log_of(site: Path) -> list[dict[str, str]]:
    from sitegen.outreach.entries import as_plain

    return [as_plain(entry) for entry in read_proof_log((site / "content/private/proof-log.yaml").read_bytes()).record.log]  # type: ignore[misc]


def test_a_client_is_asked_the_open_questions_and_it_is_noted(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, site, "ask", "zoe")
    flat = " ".join(out.split())
    assert code == 0, err
    for question in (
        "What was going on before, and what made you hesitate?", "What did you do differently?", "over what time? What else contributed?", "For whom would you say it is not?",
        "May I use your words: where", "and until when?", "Did you receive anything free", "A plain no is fine",
    ):  # fmt: skip
        assert question in flat
    mail = email.message_from_bytes((site / "content/private/messages/questions-zoe-trial.eml").read_bytes(), policy=email.policy.default)
    assert mail["To"] == "Zoe Trial <zoe@example.com>"
    assert log_of(site) == [{"who": "Zoe Trial", "service": "team", "asked": DAY}]
    assert str(read_clients((site / "content/private/clients.yaml").read_bytes()).record.clients[0].asked_on) == DAY
    assert text(site, "content/private/clients.yaml").endswith("   # hers\n")


def test_a_colleague_is_asked_about_the_work_and_told_where_the_address_is_from(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, site, "ask", "bo")
    assert code == 0
    assert "not about coaching that you have not seen" in " ".join(out.split())
    assert "I have your address because we were colleagues" in " ".join(out.split())
    assert "W10" not in err
    person = read_book((site / "content/private/outreach.yaml").read_bytes()).record.people[0]
    assert [(ask.what, ask.state) for ask in person.asks] == [("testimonial", "asked")]


def test_one_reminder_and_no_second(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, site, "ask", "zoe", "--remind")[0::2] == (
        1,
        'sitegen proof ask: no question to Zoe Trial is open, so there is nothing to remind of.\n    Ask first: sitegen proof ask "Zoe Trial"\n',
    )
    assert ran(capsys, site, "ask", "zoe")[0] == 0
    assert ran(capsys, site, "ask", "zoe")[0::2] == (
        1,
        f'sitegen proof ask: you asked Zoe Trial on {DAY}.\n    One reminder is fine: sitegen proof ask "Zoe Trial" --remind\n',
    )
    assert ran(capsys, site, "ask", "zoe", "--remind")[0] == 0
    assert ran(capsys, site, "ask", "zoe", "--remind")[0::2] == (
        1,
        f"sitegen proof ask: you reminded Zoe Trial on {DAY}, and once is enough.\n    Silence is no consent: leave it at that.\n",
    )
    assert log_of(site) == [{"who": "Zoe Trial", "service": "team", "asked": DAY, "reminded": DAY}]


WRONG = {
    ("ask", "zooe"): "sitegen proof: nobody in your files is called 'zooe'.\n    Did you mean 'Zoe Trial'?\n",
    ("ask", "cy"): "content/private/outreach.yaml:5: Cy Peace asked to be left in peace, so no message is made.\n",
    ("ask", "New Person"): "sitegen proof ask: New Person is neither in your book nor among your clients.\n",
    ("ask", "zoe", "--service", "teem"): "sitegen proof: there is no service 'teem'.\n    Did you mean 'team'? Services are: team.\n",
    ("record", "zoe", "--from", "nowhere.txt"): "nowhere.txt: there is no such file.\n",
    ("record",): 'sitegen proof record: whose words are they?\n    Name the person: sitegen proof record "Anna Sample"\n',
    ("record", "zoe", "--on", "someday"): "--on: 'someday' is not a day.\n",
    ("record", "zoe", "--on", "2027-01-01"): "--on: 2027-01-01 is still to come.\n",
    ("record", "Anne Other"): "sitegen proof: nothing in your files says how you know Anne Other.\n    Say it, since it will stand beside the words: --relationship with client, ",
    ("log", "zoe"): "sitegen proof log: nobody in the log is called 'zoe'.\n",
}  # fmt: skip


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    words: tuple[str, ...], site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    code, out, err = ran(capsys, site, *words, pasted="Some words.", monkeypatch=monkeypatch)
    assert (code, out) == (1, "")
    assert err.startswith(WRONG[words])
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_pasted_words_stand_to_the_letter_in_a_file_of_their_own(site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert ran(capsys, site, "ask", "zoe")[0] == 0
    code, out, _ = ran(capsys, site, "record", "zoe", pasted="\n\nI was unsure: 'really' - #1.\r\n\r\n  It helped, after May.\n\n", monkeypatch=monkeypatch)
    assert code == 0
    assert out == (
        "Wrote content/testimonials/zoe-trial.md: the words of Zoe Trial, as you pasted them. It is on file and shown nowhere.\n"
        "Next: cut the words below the --- as you would show them, mark each cut with [...], then: sitegen proof approve zoe-trial\n"
    )
    assert text(site, "content/testimonials/zoe-trial.md") == (
        "---\nname: Zoe Trial\nrelationship: client\nservice: team\nstatus: received\n"
        "original: |\n  I was unsure: 'really' - #1.\n\n    It helped, after May.\n"
        f"date: {DAY}\nsource: email\n---\n\nI was unsure: 'really' - #1.\n\n  It helped, after May.\n"
    )
    assert log_of(site) == [{"who": "Zoe Trial", "service": "team", "item": "zoe-trial", "asked": DAY, "received": DAY}]
    code, _, err = ran(capsys, site, "record", "zoe", pasted="I was unsure, 'really' #1! It helped after May", monkeypatch=monkeypatch)
    assert (code, err) == (1, "sitegen proof: these words are on file already: content/testimonials/zoe-trial.md\n    Nothing was changed.\n")
    assert ran(capsys, site, "record", "zoe", pasted="Other words.", monkeypatch=monkeypatch)[0] == 0
    assert (site / "content/testimonials/zoe-trial-2.md").is_file()
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0


def test_an_empty_paste_is_no_testimonial(site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    code, _, err = ran(capsys, site, "record", "zoe", pasted=" \n...\n", monkeypatch=monkeypatch)
    assert (code, err) == (
        1,
        "sitegen proof record: the paste holds no words.\n    Copy the person's words, whole and unchanged, and run the command again.\n",
    )
    assert not (site / "content/private/proof-log.yaml").exists()


def saved_mail(body: str, *, kind: str = "plain", sender: str = "Zoe Trial <zoe@example.com>") -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Date"], mail["Subject"] = sender, "maya@example.com", "Tue, 29 Sep 2026 08:10:00 +0200", "Re: What would you tell"
    mail.set_content(body, subtype=kind)
    return mail.as_bytes()


def test_of_a_mail_only_the_senders_own_words_are_taken_and_the_whole_is_kept(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = saved_mail(
        "Hello Maya,\n\nI slept again after the third talk.\n\nOn Mon, 28 Sep 2026 at 18:00 Maya Example <maya@example.com>\nwrote:\n> What did you do differently?\n> And what else?\n\n-- \nZoe, +44 20 7946 0018\n"
    )
    (tmp_path / "answer.eml").write_bytes(data)
    code, out, err = ran(capsys, site, "record", "--from", str(tmp_path / "answer.eml"))
    assert code == 0, err
    assert "from the mail of 2026-09-29; 2 lines of the mail that it answers are not part of them" in out
    made = text(site, "content/testimonials/zoe-trial.md")
    assert "original: |\n  Hello Maya,\n\n  I slept again after the third talk.\ndate: 2026-09-29\n" in made
    assert "7946" not in made
    assert (site / "content/private/evidence/zoe-trial-words.eml").read_bytes() == data


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (saved_mail("> only\n> quoted\n"), "this mail has no words of its sender: only an attachment, or only the mail that it answers.\n"),
        (saved_mail("<img src=x>", kind="html"), "this mail has no words of its sender: only an attachment, or only the mail that it answers.\n"),
        (b"just a text", "this is no saved mail.\n    Save the mail from your mail program as a file that ends in .eml.\n"),
    ],
)  # fmt: skip
def test_a_mail_without_words_is_said_to_have_none(data: bytes, said: str, site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "answer.eml").write_bytes(data)
    code, out, err = ran(capsys, site, "record", "zoe", "--from", str(tmp_path / "answer.eml"))
    assert (code, out) == (1, "")
    assert err.startswith(f"{tmp_path.as_posix()}/answer.eml: {said}")


def test_a_mail_in_html_and_one_that_is_flowed_are_read_as_they_read(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.eml").write_bytes(saved_mail("<html><head><style>p{}</style></head><body><p>I slept &amp; ate.</p><p>Twice.</p></body></html>", kind="html"))
    (tmp_path / "b.eml").write_bytes(
        b"From: Bo Former <bo@example.com>\nContent-Type: text/plain; charset=iso-8859-1; format=flowed\n\nShe drew the whole \nplant. Schon sch\xf6n.\n\nEnd.\n"
    )
    assert ran(capsys, site, "record", "--from", str(tmp_path / "a.eml"))[0] == 0
    assert ran(capsys, site, "record", "--from", str(tmp_path / "b.eml"))[0] == 0
    assert "  I slept & ate.\n\n  Twice.\n" in text(site, "content/testimonials/zoe-trial.md")
    made = text(site, "content/testimonials/bo-former.md")
    assert "relationship: former_colleague\n" in made
    assert "  She drew the whole plant. Schon schön.\n\n  End.\n" in made


FORM = """name,email,before,changed,besides,connection,benefit,show_as,on_site,agree,wording\r
Zoe Trial,zoe@example.com,"Too many, meetings",,The new board,client,none,first name,yes,yes,(2026-1) You may show my words\r
,,,,,,,,,,\r
Nell Unknown,,Nothing yet,,,friend,discounted,full,yes,,\r
Otto Odd,,,,,client,,,,,\r
"""


def test_answers_of_a_form_become_files_and_their_consent_is_told_and_not_taken(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "answers.csv").write_bytes(FORM.encode("utf-8-sig"))
    code, out, err = ran(capsys, site, "record", "--from", str(tmp_path / "answers.csv"))
    assert code == 0, err
    assert "Rows without words, left out: 3" in err
    assert "from a form (the form says show as: first name; on site: yes; agree: yes)" in out
    zoe, nell = text(site, "content/testimonials/zoe-trial.md"), text(site, "content/testimonials/nell-unknown.md")
    assert "original: |\n  Too many, meetings\n\n  The new board\n" in zoe
    assert "consent" not in zoe + nell
    assert "relationship: friend\n" in nell
    assert "benefit: discounted\n" in nell
    assert "wording: (2026-1) You may show my words\n" in text(site, "content/private/evidence/zoe-trial-words.txt")


def test_a_table_without_a_column_of_words_says_which_columns_it_has(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.csv").write_text("Who;Your answer\nZoe Trial;Good\n")
    code, _, err = ran(capsys, site, "record", "--from", str(tmp_path / "x.csv"))
    assert (code, err) == (
        1,
        f"{tmp_path.as_posix()}/x.csv: no column of this table holds the words that people wrote. Its columns are: 'Who' and 'Your answer'.\n"
        '    Say which one: --map column=text, like --map "Your answer"=text\n',
    )
    assert ran(capsys, site, "record", "--from", str(tmp_path / "x.csv"), "--map", "Your anser=text")[2].startswith(
        f"{tmp_path.as_posix()}/x.csv: there is no column 'Your anser'.\n    Did you mean 'Your answer'?"
    )
    assert ran(capsys, site, "record", "--from", str(tmp_path / "x.csv"), "--map", "Your answer")[2].startswith(
        "--map: 'Your answer' does not say which column"
    )
    code, out, err = ran(capsys, site, "record", "--from", str(tmp_path / "x.csv"), "--map", "Your answer=text", "--map", "Who=name")
    assert code == 0, err
    assert "zoe-trial.md" in out


def test_the_log_is_a_table_of_eighty_columns_and_is_mended_by_hand(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, site, "log") == (0, 'Nobody was asked yet. Begin with: sitegen proof ask "Anna Sample" --service team\n', "")
    by_hand = "# mine\nlog:\n  - name: Somebody With A Very Long Name Indeed   # a note\n    service: team\n    asked: 2026-09-01\n    approval_asked: 2026-09-20\n    declined: 2026-10-02\n    item: x\n    notes: for me\n"
    write_site(site, {"content/private/proof-log.yaml": by_hand})
    assert ran(capsys, site, "ask", "zoe")[0] == 0
    assert text(site, "content/private/proof-log.yaml") == by_hand + f"  - who: Zoe Trial\n    service: team\n    asked: {DAY}\n"
    code, out, _ = ran(capsys, site, "log")
    assert code == 0
    assert out == (
        "Who                  Service      Asked       Received    Approved    Published\n"
        "Somebody With A Ve…  team         2026-09-01\n"
        "  file: x; words sent on 2026-09-20; said no on 2026-10-02\n"
        f"Zoe Trial            team         {DAY}\n"
    )
    assert '"who": "Zoe Trial"' in ran(capsys, site, "log", "zoe", "--format", "json")[1]


def test_a_log_that_cannot_be_read_is_said_and_left(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(site, {"content/private/proof-log.yaml": "log:\n  - {who: Zoe Trial, asked: soon}\n"})
    code, _, err = ran(capsys, site, "log")
    assert code == 1
    assert err.startswith("content/private/proof-log.yaml:2: 'soon' is not a date ('asked').")
    code, _, err = ran(capsys, site, "ask", "zoe")
    assert code == 1
    assert text(site, "content/private/proof-log.yaml") == "log:\n  - {who: Zoe Trial, asked: soon}\n"
