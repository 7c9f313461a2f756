"""W1: what was said, agreed or true long ago; and that a build on the day that it becomes old says so."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.site.rules.ages import after
from sitegen.site.showing import changes_after
from tests.site.in_memory import site_of
from tests.site.rules.asking import ANNA, warned, with_lines
from tests.small_site import SMALL

WHY = "    Why: a testimonial may be shown as long as the person still means it, and readers take a title as today's (16 CFR 255.1(b), GDPR Art 5(1)(d))."


def test_w1_a_quote_is_old_after_18_months(tmp_path: Path) -> None:
    files = {path: text for path, text in SMALL.items() if "results" not in path}
    assert warned(tmp_path / "before", files, "W1", date(2027, 11, 4)) == []
    assert warned(tmp_path / "after", files, "W1", date(2027, 11, 5)) == [
        f"{ANNA}:8: the quote is from 2026-05-04, more than 18 months ago (W1).\n"
        "    Ask the person whether it still holds, and show a newer one beside it or in its place.\n" + WHY
    ]


def test_w1_a_consent_and_a_title_are_old_after_24_months(tmp_path: Path) -> None:
    assert warned(tmp_path, dict(SMALL), "W1", date(2028, 6, 2)) == [
        f"{ANNA}:8: the quote is from 2026-05-04, more than 18 months ago (W1).\n"
        "    Ask the person whether it still holds, and show a newer one beside it or in its place.\n" + WHY,
        f"{ANNA}:3: the title 'Head of Operations' was last looked at on 2026-05-04, more than 24 months ago (W1).\n"
        "    See whether it is still true. Then write down the day: verification: {method: looked at their public page, date: ...}\n" + WHY,
        f"{ANNA}:11: the consent is from 2026-05-04, more than 24 months ago (W1).\n"
        "    Ask once more whether it still holds, and write the day of the new answer.\n" + WHY,
        "content/results/decisions.md:12: the consent is from 2026-06-01, more than 24 months ago (W1).\n"
        "    Ask once more whether it still holds, and write the day of the new answer.\n" + WHY,
    ]


def test_a_title_that_was_looked_at_since_is_young(tmp_path: Path) -> None:
    files = with_lines(ANNA, "verification: {method: looked at her page, date: 2028-01-01}")
    assert not [said for said in warned(tmp_path, files, "W1", date(2028, 6, 2)) if "the title" in said]


def test_samples_are_of_no_age(tmp_path: Path) -> None:
    files = {path: text.replace("---\n", "---\nsample: true\n", 1) if path.endswith(".md") else text for path, text in SMALL.items()}
    assert warned(tmp_path, files, "W1", date(2039, 1, 1)) == []


def test_the_days_on_which_something_becomes_old_are_days_on_which_a_build_says_something_else(tmp_path: Path) -> None:
    site = site_of(tmp_path, {path: SMALL[path] for path in ("content/site.yaml", "content/services/team.md", ANNA)})
    assert changes_after(site, date(2026, 11, 21)) == date(2027, 11, 5)
    assert changes_after(site, date(2027, 11, 5)) == date(2028, 5, 5)
    assert changes_after(site, date(2028, 5, 5)) == date.max


@pytest.mark.parametrize(
    ("day", "months", "first"),
    [("2026-08-31", 18, "2028-03-01"), ("2026-05-04", 24, "2028-05-05"), ("2024-02-29", 24, "2026-03-01"), ("2026-12-31", 1, "2027-02-01")],
)
def test_months_are_those_of_the_calendar(day: str, months: int, first: str) -> None:
    assert after(date.fromisoformat(day), months) == date.fromisoformat(first)


@given(st.dates(), st.integers(1, 36))
def test_the_first_older_day_is_later_by_about_so_many_months(day: date, months: int) -> None:
    first = after(day, months)
    assert first == date.max or timedelta(days=28 * months) <= first - day <= timedelta(days=31 * months + 1)
