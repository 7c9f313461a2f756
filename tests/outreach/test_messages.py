"""Messages: whole, concrete, free to say no to, and none for who asked for peace."""

from __future__ import annotations

import email
import email.policy
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from sitegen.cli.main import main
from sitegen.outreach.messages import EASY_NO, KINDS, MAY_BE_FIRST, OBJECT
from tests.small_site import write_site

BOOK = """people:
  - name: Anna Sample
    emails: [anna@example.com]
    company: Harbour Foods
    worked_together: Northwind Example 2014-2018
    memory: the night before the audit
    source: we were colleagues at Northwind Example
  - {name: Bo Probe}
  - {name: Cy Trial, do_not_contact: true, memory: x, source: y}
  - {name: Di Known, memory: the fair, touches: [2026-08-01 call: her private worry about the merger]}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_site(tmp_path)
    return write_site(
        tmp_path, {"content/private/outreach.yaml": BOOK, "content/private/clients.yaml": "clients: [{who: Ed Done, start: 2026-01-01, end: 2026-10-01}]\n"}
    )


def ran(capsys: pytest.CaptureFixture[str], site: Path, *words: str) -> tuple[int, str, str]:
    code = main(["outreach", "message", *words, "--site", str(site), "--as-of", "2026-11-22"])
    return (code, *capsys.readouterr())


def test_a_first_message_says_all_it_has_to(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, site, "reconnect", "anna")
    assert code == 0
    assert out == (
        "To: Anna Sample <anna@example.com>\nSubject: The night before the audit\n\nDear Anna,\n\n"
        "I still think of the night before the audit. That was at Northwind Example,\nseven years ago.\n\n"
        "How are you, and how is it at Harbour Foods? I have a practice of my own\nnow: I coach people who lead for the first time, in plain words. I would\nlike to hear what has your attention these days.\n\n"
        "Would you have twenty minutes for a call in the next two weeks? A plain no\nis fine, and so is silence: I will not press.\n\n"
        "I have your address because we were colleagues at Northwind Example. If you\nwould rather not hear from me again, one word is enough and I will delete\nit.\n\nMaya Example\n"
    )
    assert err == 'When it is sent: sitegen outreach log "Anna Sample" --how mail\n'


def test_a_blank_is_refused_with_the_place_to_fill_it(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, site, "reconnect", "bo")
    assert (code, out) == (1, "")
    assert err == (
        "content/private/outreach.yaml:8: the message 'reconnect' needs how you got their address.\n"
        '    Give it with --source "...", or write it down for good: a line `source:` in the entry at content/private/outreach.yaml:8.\n'
        "content/private/outreach.yaml:8: the message 'reconnect' needs something you remember of your work together.\n"
        '    Give it with --memory "...", or write it down for good: a line `memory:` in the entry at content/private/outreach.yaml:8.\n'
    )
    assert ran(capsys, site, "reconnect", "bo", "--memory", "[your memory]", "--source", "x")[2].startswith(
        "templates/messages/reconnect.txt: there is a blank in the message: [your memory]\n"
    )


def test_who_asked_for_peace_gets_no_message_of_any_kind(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for kind in KINDS:
        code, out, err = ran(capsys, site, kind, "cy", "--line", "x", "--to", "y")
        assert (code, out) == (1, "")
        assert "Cy Trial asked to be left in peace, so no message is made." in err


@pytest.mark.parametrize("kind", KINDS)
def test_every_message_is_whole_and_free_to_say_no_to(kind: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if kind == "nudge":
        assert main(["outreach", "log", "anna", "--on", "2026-11-10", "--site", str(site), "--as-of", "2026-11-22"]) == 0
        capsys.readouterr()
    code, out, err = ran(capsys, site, kind, "anna", "--line", "for the lines you sent", "--to", "Zed Other")
    assert code == 0, err
    assert (EASY_NO in " ".join(out.split())) is (kind != "thanks")
    assert all(len(line) <= 80 for line in out.splitlines())
    assert "W10" not in err
    assert (OBJECT in " ".join(out.split())) is (kind in MAY_BE_FIRST)


@pytest.mark.parametrize("kind", sorted(MAY_BE_FIRST))
def test_a_first_message_of_any_kind_is_refused_where_nobody_knows_how_the_address_was_got(kind: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, site, kind, "bo", "--memory", "the fair", "--line", "leads people", "--to", "Zed Other")
    assert (code, out) == (1, "")
    assert f"the message '{kind}' needs how you got their address." in err


def test_a_reminder_is_written_once_and_only_where_a_message_waits(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def log(*words: str) -> None:
        assert main(["outreach", "log", "anna", *words, "--site", str(site), "--as-of", "2026-11-22"]) == 0
        capsys.readouterr()

    assert ran(capsys, site, "nudge", "anna") == (
        1,
        "",
        "content/private/outreach.yaml:2: no message of yours to Anna Sample waits for an answer, so there is nothing to remind them of.\n"
        '    Note it if you wrote: sitegen outreach log "Anna Sample" --how mail --on yesterday. Or write afresh: sitegen outreach message reconnect "Anna Sample"\n',
    )
    log("--on", "2026-11-02")
    assert ran(capsys, site, "nudge", "anna")[0] == 0
    log("--how", "nudge", "--on", "2026-11-12")
    assert ran(capsys, site, "nudge", "anna") == (
        1,
        "",
        "content/private/outreach.yaml:2: 2 messages of yours to Anna Sample have no answer; one more would press.\n"
        '    Let it rest: sitegen outreach stage "Anna Sample" "not now". If they answered, note it: sitegen outreach log "Anna Sample" --how answer\n',
    )
    log("--how", "answer", "--on", "2026-11-14")
    assert "waits for an answer" in ran(capsys, site, "nudge", "anna")[2]


def test_what_she_noted_of_a_person_is_never_put_into_a_message(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for kind in KINDS:
        assert "merger" not in ran(capsys, site, kind, "di", "--line", "x", "--to", "y")[1]


def test_somebody_she_is_in_touch_with_is_not_told_how_the_address_was_got(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = ran(capsys, site, "reconnect", "di")[1]
    assert OBJECT not in out
    assert "It is three months" in out


def test_her_own_words_come_first_and_what_they_leave_out_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(site, {"templates/messages/reconnect.txt": "Subject: Hello\n\nDear {{ first }}, call me.\n"})
    code, out, err = ran(capsys, site, "reconnect", "anna")
    assert (code, out) == (0, "To: Anna Sample <anna@example.com>\nSubject: Hello\n\nDear Anna, call me.\n")
    assert "templates/messages/reconnect.txt: the message has no easy way to say no (W10).\n" in err
    assert "templates/messages/reconnect.txt: a first message says how you got the address and how to object, and this one does not (W10).\n" in err


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("Subject: x\n\n{{ frist }}\n", "templates/messages/thanks.txt: the message asks for 'frist', and there is no such fact.\n"),
        ("Subject: x\n\n{{ first }\n", "templates/messages/thanks.txt:3: this line of the message can't be carried out"),
        ("Dear {{ first }}\n", "templates/messages/thanks.txt:1: a message begins with its subject.\n"),
        ("Subject: x\n\n{{ first.__class__.__mro__ }}\n", "templates/messages/thanks.txt"),
    ],
)
def test_a_mistake_in_her_own_template_is_told_with_its_place(template: str, words: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(site, {"templates/messages/thanks.txt": template})
    code, out, err = ran(capsys, site, "thanks", "anna", "--line", "for x")
    assert (code, out) == (1, "")
    assert err.startswith(words)


def test_as_a_mail_file_it_opens_unsent(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, site, "reconnect", "anna", "--as", "eml")[0] == 0
    mail = email.message_from_bytes((site / "content/private/messages/reconnect-anna-sample.eml").read_bytes(), policy=email.policy.default)
    assert (mail["To"], mail["From"], mail["X-Unsent"]) == ("Anna Sample <anna@example.com>", "Maya Example <hello@example.com>", "1")
    assert "Dear Anna" in mail.get_content()


def test_as_a_link_it_says_the_same(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link = urlsplit(ran(capsys, site, "reconnect", "anna", "--as", "mailto")[1].strip())
    assert link.path == "anna@example.com"
    assert parse_qs(link.query)["subject"] == ["The night before the audit"]
    assert parse_qs(link.query)["body"][0].startswith("Dear Anna,\r\n\r\nI still think of")
    assert ran(capsys, site, "reconnect", "bo", "--memory", "x", "--source", "y", "--as", "mailto")[0] == 1


def test_no_private_file_is_written_where_it_would_go_online(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for place in ("content/files/mail.txt", "output/mail.txt", "mail.txt"):
        code, _, err = ran(capsys, site, "reconnect", "anna", "--out", str(site / place))
        assert code == 1
        assert "lies in your site's folder, where it would go online or into git" in err
        assert not (site / place).exists()


def test_a_client_who_is_not_in_the_book_is_asked_like_everyone(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ran(capsys, site, "testimonial", "ed")
    assert code == 0
    assert "our work together is done since 1 October." in out
