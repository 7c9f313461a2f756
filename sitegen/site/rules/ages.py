"""W1: what was said, agreed or true long ago."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sitegen.common.problems import Effect, Problem
from sitegen.site.consent import covers
from sitegen.site.front import Consent
from sitegen.site.items import Result, Testimonial
from sitegen.site.model import Item
from sitegen.site.rules.terms import Terms
from sitegen.site.samples import is_sample

QUOTE_MONTHS, CONSENT_MONTHS = 18, 24
"""The age from which a quote, and a consent or a title, is worth asking about again."""
_SHORTEST_MONTHS = 30
"""Months that follow one another are longer than that many days each."""
_WHY = "a testimonial may be shown as long as the person still means it, and readers take a title as today's (16 CFR 255.1(b), GDPR Art 5(1)(d))."


def old(item: Item[Testimonial | Result], terms: Terms) -> Iterator[Problem]:
    """W1: tell of a quote older than 18 months, a consent or a title older than 24; samples are of no age."""
    for field, day, months, what, mend in _days(item.record):
        if (terms.as_of - day).days > months * _SHORTEST_MONTHS and after(day, months) <= terms.as_of and not is_sample(item):
            yield item.problem("W1", field, f"{what} {day}, more than {months} months ago (W1).", mend, _WHY, Effect.WARN)


def days_of_age(item: Item[Any]) -> Iterator[date]:
    """Give the days on which something of an item becomes old."""
    if isinstance(item.record, Testimonial | Result):
        for _, day, months, *_ in _days(item.record):
            yield after(day, months)


def after(day: date, months: int) -> date:
    """Give the first day that is more than some months later; the last day of a month that is shorter counts as the same day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year >= date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) + timedelta(days=1)


def _days(record: Testimonial | Result) -> Iterator[tuple[str, date, int, str, str]]:
    """Give the field, the day, the months, what is said of it and the mend, for each thing that becomes old."""
    if isinstance(record, Testimonial):
        yield "date", record.date, QUOTE_MONTHS, "the quote is from", "Ask the person whether it still holds, and show a newer one beside it or in its place."
    title = record.title if isinstance(record, Testimonial) else record.client.title
    if title and covers(record.consent, "title"):
        field = "title" if isinstance(record, Testimonial) else "client.title"
        seen = max(record.date, record.verification.date) if record.verification else record.date
        yield (
            field, seen, CONSENT_MONTHS, f"the title '{title}' was last looked at on",
            "See whether it is still true. Then write down the day: verification: {method: looked at their public page, date: ...}",
        )  # fmt: skip
    yield from _consent_day(record.consent, "consent", "the consent is from")
    if isinstance(record, Result) and record.sponsor:
        yield from _consent_day(record.sponsor_consent, "sponsor_consent", "the employer's consent is from")


def _consent_day(consent: Consent | None, field: str, what: str) -> Iterator[tuple[str, date, int, str, str]]:
    if consent is not None and consent.date is not None:
        yield f"{field}.date", consent.date, CONSENT_MONTHS, what, "Ask once more whether it still holds, and write the day of the new answer."
