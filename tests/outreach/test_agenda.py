"""What `today` says: who comes first and why, when to ask once more, when to stop."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sitegen.outreach.agenda import Agenda, agenda
from sitegen.outreach.beginning import example_files
from sitegen.outreach.calendar_file import calendar
from sitegen.outreach.clients import Clients
from sitegen.outreach.people import Book
from sitegen.outreach.reading import read_book, read_clients
from sitegen.outreach.score import score
from sitegen.outreach.statistics import chart, sentence, statistics

TODAY = date(2026, 11, 22)


def book(text: str) -> Book:
    return read_book(text.encode()).record


def on(text: str, today: date = TODAY, clients: str = "", promised: dict[str, int] | None = None) -> Agenda:
    return agenda(book(text), read_clients(clients.encode()).record if clients else Clients(), promised or {}, today)


def kinds(made: Agenda) -> list[tuple[str, str]]:
    return [(item.kind, item.who) for item in made.items]


ORDER = """niche: [engineering]
people:
  - {name: Old Boss, seniority: leads the whole, trust: fully, worked_together: [X 2010-2015], can: [hire, refer]}
  - {name: Near Peer, seniority: expert, trust: fully, worked_together: [X 2024-2026], company: Engineering Works}
  - {name: Far Friend, seniority: starting out, trust: a little, worked_together: [X 2009-2010], friend: true}
  - {name: Head Known, seniority: leads leaders, trust: well, worked_together: [X 2018-2022], can: [hire]}
  - {name: Lead Near, seniority: leads a team, trust: well, worked_together: [X 2018-2023], fits: true, can: [refer, reference]}
  - {name: Nobody Yet}
"""


def test_first_messages_come_in_the_order_of_the_handbooks_formula() -> None:
    people = book(ORDER).people
    points = {person.name: score(person, ["engineering"], TODAY).points for person in people}
    assert points == {
        "Old Boss": 3 * 4 + 3 * 3 + 2 * 5 + 0 + 2 * 2,
        "Head Known": 3 * 3 + 3 * 2 + 2 * 3 + 0 + 2 * 1,
        "Lead Near": 3 * 2 + 3 * 2 + 2 * 2 + 4 + 2 * 2,
        "Near Peer": 3 * 1 + 3 * 3 + 0 + 4 + 0,
        "Far Friend": 0 + 3 * 1 + 2 * 5 + 0 + 0,
        "Nobody Yet": 0,
    }
    made = on(ORDER)
    assert [item.who for item in made.items] == ["Old Boss", "Lead Near", "Head Known", "Near Peer", "Far Friend"]
    assert [item.who for item in made.coming] == ["Nobody Yet"], "five new first messages a week at the most"
    assert made.items[0].why == (
        "leads the whole",
        "little shared time: 10 years since you last met or wrote",
        "trusts your work fully",
        "could hire you and refer people to you",
    )


def test_the_week_ends_when_its_first_message_is_seven_days_old() -> None:
    text = (
        "people:\n"
        + "".join(f"  - {{name: P{i}, stage: written to, touches: [2026-11-1{6 + i} mail]}}\n" for i in range(4))
        + "  - {name: P4, stage: written to, touches: [2026-11-20 mail]}\n  - Next One\n"
    )
    made = on(text)
    assert made.items == ()
    assert ("first message", "Next One", date(2026, 11, 23)) in [(item.kind, item.who, item.due) for item in made.coming]


@pytest.mark.parametrize(("days", "said"), [(7, []), (8, ["nudge"]), (10, ["nudge"]), (60, ["nudge"]), (61, [])])
def test_an_unanswered_message_is_followed_up_once_from_the_eighth_day_on(days: int, said: list[str]) -> None:
    day = TODAY - timedelta(days=days)
    made = on(f"people:\n  - {{name: A B, stage: written to, touches: [{day} mail]}}\n")
    assert [item.kind for item in made.items] == said


def test_after_two_unanswered_messages_it_is_let_rest() -> None:
    made = on("people:\n  - {name: A B, stage: written to, touches: [2026-11-01 mail, 2026-11-10 nudge]}\n")
    assert kinds(made) == [("rest", "A B")]
    assert kinds(on("people:\n  - {name: A B, stage: not now, touches: [2026-11-01 mail, 2026-11-10 nudge]}\n")) == []


def test_an_answer_ends_the_waiting() -> None:
    assert kinds(on("people:\n  - {name: A B, stage: answered, touches: [2026-11-01 mail, 2026-11-02 answer]}\n")) == []


def test_people_gone_quiet_are_named_when_their_time_is_up() -> None:
    text = "people:\n  - {name: A B, stage: talked, every: 3 months, touches: [2026-08-22 call]}\n"
    assert kinds(on(text)) == [("quiet", "A B")]
    assert kinds(on(text, TODAY - timedelta(days=1))) == []
    assert on(text, TODAY - timedelta(days=1)).coming[0].due == TODAY


def test_a_planned_step_is_named_on_its_day_and_nothing_else_with_it() -> None:
    text = "people:\n  - {name: A B, stage: written to, touches: [2026-11-01 mail], next: 2026-11-22 send the text}\n"
    assert [(item.kind, item.what) for item in on(text).items] == [("next step", "send the text")]
    assert on(text, date(2026, 11, 20)).items == ()


def test_thanks_are_owed_until_they_are_said() -> None:
    text = "people:\n  - {name: A B, stage: talked, asks: [{date: 2026-10-01, what: referral, state: given, done: 2026-10-09}], introductions: [2026-10-10 Bo Probe]MORE}\n"
    assert [item.what for item in on(text.replace("MORE", "")).items] == ["say thank you for the referral and for introducing you to Bo Probe"]
    assert on(text.replace("MORE", ", touches: [2026-10-11 thanks]")).items == ()


CLIENTS = """places: 2
clients:
  - {who: Done Now, start: 2026-05-01, end: 2026-11-20}
  - {who: Three Weeks, start: 2026-05-01, end: 2026-11-01, asked_on: 2026-11-02}
  - {who: Long Ago, start: 2024-05-01, end: 2025-03-01}
  - {who: Still Here, start: 2025-11-22, fee: 900 EUR}
  - {who: For Free, start: 2025-01-01, terms: free}
"""


def test_clients_are_asked_and_checked_on_and_prices_looked_at() -> None:
    made = on("people: []\n", clients=CLIENTS, promised={"content/services/team.md": 1})
    assert kinds(made) == [("ask", "Done Now"), ("check in", "Three Weeks"), ("places", ""), ("price", "Still Here")]
    assert made.items[2].what == "your site promises 1 free place and you have 0"


def test_a_client_is_checked_on_from_two_to_four_weeks_after_the_end() -> None:
    for days, said in ((13, False), (14, True), (28, True), (29, False)):
        made = on(
            "people: []\n",
            date(2026, 11, 1) + timedelta(days=days),
            clients="clients: [{who: X Y, start: 2026-01-01, end: 2026-11-01, asked_on: 2026-11-01}]\n",
        )
        assert (("check in", "X Y") in kinds(made)) is said, days


def test_writing_to_close_friends_alone_is_said() -> None:
    text = (
        "people:\n"
        + "".join(f"  - {{name: F {i}, friend: true, stage: answered, touches: [2026-11-0{i} mail, 2026-11-1{i} answer]}}\n" for i in (1, 2, 3))
        + "  - {name: Old Boss, seniority: leads the whole}\n"
    )
    assert ("close friends", "") in kinds(on(text))
    assert ("close friends", "") not in kinds(on(text.replace("F 2, friend: true", "F 2")))


def test_nobody_who_asked_for_peace_is_ever_named() -> None:
    for how in ("do_not_contact: true", "stage: do not contact"):
        text = f"people:\n  - {{name: A B, {how}, next: 2026-11-01 write, every: month, touches: [2026-01-01 call], introductions: [2026-01-01 Bo Probe]}}\n"
        assert on(text).items == ()


def test_the_example_has_something_of_every_kind() -> None:
    files = example_files(TODAY)
    read, clients = read_book(files["outreach.yaml"]), read_clients(files["clients.yaml"])
    assert (len(read.record.people), len(clients.record.clients), read.notices, clients.notices) == (25, 12, (), ())
    made = agenda(read.record, clients.record, {"content/services/x.md": 5}, TODAY)
    assert {item.kind for item in made.items} >= {"next step", "thank", "nudge", "rest", "ask", "check in", "quiet", "price", "places", "first message"}
    assert all(email.endswith(("@example.com", "@example.org")) for person in read.record.people for email in person.emails)
    assert all(phone.startswith("+44 20 7946 0") for person in read.record.people for phone in person.phones)


def test_the_example_lies_around_any_day() -> None:
    later = date(2031, 2, 28)
    files = example_files(later)
    made = agenda(read_book(files["outreach.yaml"]).record, read_clients(files["clients.yaml"]).record, {}, later)
    assert len(made.items) > 10


def test_calendar_entries_keep_their_names_from_day_to_day() -> None:
    files = example_files(TODAY)
    read, clients = read_book(files["outreach.yaml"]).record, read_clients(files["clients.yaml"]).record

    def uids(today: date) -> set[str]:
        made = agenda(read, clients, {}, today)
        data = calendar((*made.items, *made.coming), today).decode()
        found = [line for line in data.splitlines() if line.startswith("UID:")]
        assert len(found) == len(set(found))
        return set(found)

    first, second = uids(TODAY), uids(TODAY + timedelta(days=1))
    assert len(first & second) > len(first) * 0.8


def test_statistics_count_and_give_a_share_only_from_twenty_on() -> None:
    files = example_files(TODAY)
    made = statistics(read_book(files["outreach.yaml"]).record, read_clients(files["clients.yaml"]).record, TODAY)
    assert "%" not in sentence(made)
    assert all(len(line) <= 80 for line in chart(made))
    many = book("people:\n" + "".join(f"  - {{name: P {i}, touches: [2026-11-02 mail{', 2026-11-05 answer' if i < 7 else ''}]}}\n" for i in range(20)))
    assert sentence(statistics(many, Clients(), TODAY)).startswith("20 first messages, 7 answers (35%), 0 talks")
