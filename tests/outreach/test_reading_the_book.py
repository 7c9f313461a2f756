"""The private files as they are written: full and short forms, and what is said of mistakes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from sitegen.common.problems import ContentError
from sitegen.common.values import PartialDate
from sitegen.outreach.dealings import Ask, CameOfIt, Introduction, NextStep, Together, Touch
from sitegen.outreach.people import Person
from sitegen.outreach.reading import read_book, read_clients


def person(text: str) -> Person:
    return read_book(f"people:\n  - name: Anna Sample\n{text}".encode()).record.people[0]


SHORT = {
    "    touches: [2026-11-02 coffee: she is looking]\n": Touch(date=date(2026, 11, 2), how="coffee", line="she is looking"),
    "    touches:\n      - 2026-11-02 coffee: she is looking\n": Touch(date=date(2026, 11, 2), how="coffee", line="she is looking"),
    "    touches: 2026-11-02\n": Touch(date=date(2026, 11, 2)),
    "    touches:\n      - 2026-11-02: she wrote\n": Touch(date=date(2026, 11, 2), line="she wrote"),
    "    touches:\n      - 2026-11-02 mail from them: yes\n": Touch(date=date(2026, 11, 2), how="mail", line="yes", who="them"),
    '    touches:\n      - "2026-11-02 call: a: b"\n': Touch(date=date(2026, 11, 2), how="call", line="a: b"),
    "    touches:\n      - {date: 2026-11-02, how: call, who: me}\n": Touch(date=date(2026, 11, 2), how="call", who="me"),
}


@pytest.mark.parametrize(("text", "touch"), SHORT.items())
def test_a_touch_can_be_written_in_short(text: str, touch: Touch) -> None:
    assert person(text).touches == (touch,)


def test_the_other_short_forms() -> None:
    read = person(
        "    worked_together: Northwind Example 2014-2018\n    next: 2026-12-01 ask how it went\n    email: a@example.com\n    asks: [2026-10-01 referral: 'promised, will ask']\n"
        "    introductions:\n      - 2026-10-12 Ben Sample: head of a bakery\n    clients: [2026-11-01 Ben Sample]\n    can: hire\n"
    )
    assert read.worked_together == (Together(where="Northwind Example", from_=PartialDate(2014), to=PartialDate(2018)),)
    assert read.next == NextStep(date=date(2026, 12, 1), what="ask how it went")
    assert read.emails == ("a@example.com",)
    assert read.asks == (Ask(date=date(2026, 10, 1), what="referral", state="promised", line="will ask"),)
    assert read.introductions == (Introduction(date=date(2026, 10, 12), to="Ben Sample", line="head of a bakery"),)
    assert read.clients == (CameOfIt(date=date(2026, 11, 1), name="Ben Sample"),)
    assert read.can == ("hire",)


@pytest.mark.parametrize(("how", "by"), [("mail", "me"), ("Mail", "me"), ("answer", "them"), ("coffee", "both"), ("linkedin message", "me"), ("walk", "both")])
def test_who_wrote_follows_from_how(how: str, by: str) -> None:
    assert Touch(date=date(2026, 1, 1), how=how).by == by


def test_a_field_that_is_not_known_is_told_and_left() -> None:
    read = read_book(b"people:\n  - name: X\n    shoe: 42\n    stge: talked\n")
    assert [str(notice) for notice in read.notices][1] == (
        "content/private/outreach.yaml:4: a person has no field 'stge'; it is left as it is, and not read.\n    Did you mean 'stage'?"
    )
    assert len(read.notices) == 2


WRONG = {
    "    stage: written\n": "content/private/outreach.yaml:3: 'written' is not one of the words 'stage' knows.\n    Did you mean 'written to'? It is listed, written to, answered,",
    "    every: often\n": "content/private/outreach.yaml:3: 'often' is not a span of time ('every').\n    Write it like this: 3 months, 6 weeks, year.",
    "    phones: [none]\n": "content/private/outreach.yaml:3: 'none' is not a phone number ('phones').\n    Write it like this: +44 20 7946 0018.",
    "    touches: [hello]\n": "content/private/outreach.yaml:3: 'touches' has fields of its own: date, how, line, who.",
    "    touches:\n      - 02.11.2026 coffee: hi\n": "content/private/outreach.yaml:4: 02.11.2026 is a date in another order ('date').\n    Write the year, the month and the day like this: 2026-11-02",
    "    touches:\n      2026-11-02 coffee: hi\n      2026-11-03 call: ho\n": "content/private/outreach.yaml:4: 'touches' is a list.\n    In a list each entry begins with a hyphen",
    "    next: {when: tomorrow}\n": "content/private/outreach.yaml:3: a next step needs a 'date'",
    "    emails: [anna]\n": "content/private/outreach.yaml:3: 'anna' is not an e-mail address ('emails').",
    "  - name: Anna Sample\n": "content/private/outreach.yaml:3: this person stands in your book already, on line 2.\n    Make one entry of the two.",
}


@pytest.mark.parametrize(("text", "words"), WRONG.items())
def test_a_mistake_is_told_with_its_line_and_the_mend(text: str, words: str) -> None:
    with pytest.raises(ContentError) as told:
        person(text)
    assert str(told.value).startswith(words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("peopl:\n  - name: x\n", "content/private/outreach.yaml:1: outreach.yaml has no field 'peopl'.\n    Did you mean 'people'?"),
        ("people:\n  Anna: x\n", "content/private/outreach.yaml:2: 'people' is a list."),
        ("- a\n", "content/private/outreach.yaml:1: fields belong here"),
        ("people:\n  - shoe: 42\n", "content/private/outreach.yaml:2: a person needs a 'name'"),
    ],
)
def test_a_book_of_another_shape_is_told_so(text: str, words: str) -> None:
    with pytest.raises(ContentError) as told:
        read_book(text.encode())
    assert str(told.value).startswith(words)


def test_clients_are_read_with_goals_and_measures() -> None:
    read = read_clients(
        b"places: 6\nclients:\n  - who: Ben Sample\n    start: 2026-03-02\n    end: 2026-09-14\n    goals: [sleep, {goal: talk, sponsor: true, reached: false}]\n"
        b"    measures: [{name: Evenings, before: 4, after: 1.5}]\n    fee: 1200 EUR\n    terms: discounted\n"
    ).record
    client = read.clients[0]
    assert [(goal.goal, goal.sponsor, goal.reached) for goal in client.goals] == [("sleep", False, None), ("talk", True, False)]
    assert client.measures[0].after == Decimal("1.5")
    assert client.runs(date(2026, 9, 13)) and not client.runs(date(2026, 9, 14))
    with pytest.raises(ContentError, match=r"ends .* before it begins"):
        read_clients(b"clients: [{who: X, start: 2026-03-02, end: 2026-03-01}]\n")
