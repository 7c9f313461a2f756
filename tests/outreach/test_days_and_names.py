"""Days in words, spans, and whom a few letters mean."""

from __future__ import annotations

from datetime import date

import pytest

from sitegen.common.values import Misread
from sitegen.outreach.day_words import ago, read_day
from sitegen.outreach.finding import close_to, fitting
from sitegen.outreach.spans import later, read_span

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", "2026-11-22"), ("Tomorrow", "2026-11-23"), ("yesterday", "2026-11-21"), ("in 2 weeks", "2026-12-06"), ("in two weeks", "2026-12-06"), ("2 weeks", "2026-12-06"),
        ("in a month", "2026-12-22"), ("next month", "2026-12-22"), ("in 3 months", "2027-02-22"), ("a year ago", "2025-11-22"), ("3 days ago", "2026-11-19"), ("next week", "2026-11-29"),
        ("Tuesday", "2026-11-24"), ("tue", "2026-11-24"), ("next Tuesday", "2026-11-24"), ("this Friday", "2026-11-27"), ("last Tuesday", "2026-11-17"), ("Sunday", "2026-11-29"),
        ("on Tuesday", "2026-11-24"), ("15 January", "2027-01-15"), ("January 15th", "2027-01-15"), ("15 Jan 2028", "2028-01-15"), ("end of March", "2027-03-31"), ("in March", "2027-03-01"),
        ("2027-01-15", "2027-01-15"), ("1 December", "2026-12-01"), ("22 November", "2026-11-22"),
    ],
)  # fmt: skip
def test_a_day_is_understood_in_words(words: str, day: str) -> None:
    assert read_day(words, SUNDAY).isoformat() == day


def test_next_tuesday_is_that_of_next_week() -> None:
    monday = date(2026, 11, 23)
    assert read_day("next Tuesday", monday) == date(2026, 12, 1)
    assert read_day("Tuesday", monday) == date(2026, 11, 24)


@pytest.mark.parametrize("words", ["", "soon", "in x weeks", "0003", "someday", "31 February", "03/04/2027", "next", "2027-02-30", "in a"])
def test_what_is_no_day_is_said(words: str) -> None:
    with pytest.raises((Misread, OverflowError)) as told:
        read_day(words, SUNDAY)
    assert told.type is Misread


def test_the_end_of_a_month_stays_in_it() -> None:
    assert later(date(2027, 1, 31), read_span("month")) == date(2027, 2, 28)
    assert read_span("every quarter") == (3, 0)
    assert read_span("6 weeks") == (0, 42)


def test_how_long_ago_is_said_in_words() -> None:
    assert [ago(day, SUNDAY) for day in (SUNDAY, date(2026, 11, 21), date(2026, 11, 1), date(2026, 6, 1), date(2020, 1, 1), date(2026, 12, 1))] == [
        "today", "yesterday", "3 weeks ago", "5 months ago", "6 years ago", "on 1 December 2026",
    ]  # fmt: skip


NAMES = ["Anna Sample", "Anna Müller-Öst", "Ben Annason", "Susanna Ødegård"]


@pytest.mark.parametrize(
    ("typed", "fit"),
    [
        ("anna", (0, 1, 2)),
        ("anna s", (0,)),
        ("sample", (0,)),
        ("mul ost", (1,)),
        ("odegard", (3,)),
        ("susan", (3,)),
        ("nna", (0, 1, 2, 3)),
        ("zz", ()),
        ("", ()),
        ("ANNA SAMPLE", (0,)),
    ],
)
def test_part_of_a_name_will_do(typed: str, fit: tuple[int, ...]) -> None:
    assert fitting(typed, NAMES) == fit


def test_a_slip_is_suggested() -> None:
    assert close_to("anna sampel", NAMES) == "Anna Sample"
    assert close_to("qqqq", NAMES) == ""
