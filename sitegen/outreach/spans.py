"""Spans of time in plain words: `3 months`, `6 weeks`, `every quarter`."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from sitegen.common.patterns import regex
from sitegen.common.values import Misread

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "ein": 1, "eine": 1, "einem": 1, "einer": 1, "zwei": 2, "drei": 3, "vier": 4, "sechs": 6,
}  # fmt: skip
"""Number words that stand before a unit of time."""

UNITS = {"day": (0, 1), "week": (0, 7), "fortnight": (0, 14), "month": (1, 0), "quarter": (3, 0), "year": (12, 0)}
"""Each unit in months and days."""

_SPAN = regex(r"(?:every |each )?(?:(\d{1,3}|[a-z]+) )?(day|week|fortnight|month|quarter|year)s?")
_ADVERBS = {
    "daily": "day",
    "weekly": "week",
    "fortnightly": "fortnight",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "half-yearly": "6 months",
}


def read_span(text: str) -> tuple[int, int]:
    """Give a span as months and days. Raises Misread for what is none."""
    words = " ".join(text.lower().split()).removesuffix(".")
    words = _ADVERBS.get(words, words).replace("half a year", "6 months").replace("half year", "6 months").replace("every other ", "2 ")
    found = _SPAN.fullmatch(words)
    number = 1
    if found and found[1]:
        number = int(found[1]) if found[1].isdigit() else NUMBERS.get(found[1], 0)
    if not found or not number:
        raise Misread(f"'{text}' is not a span of time", "Write it like this: 3 months, 6 weeks, year.")
    months, days = UNITS[found[2]]
    return months * number, days * number


def later(day: date, span: tuple[int, int]) -> date:
    """Give the day a span after another; the 31st becomes the last day of a shorter month."""
    total = day.year * 12 + day.month - 1 + span[0]
    year, month = divmod(total, 12)
    if not 1 <= year <= 9998:
        raise Misread(f"no day lies so far from {day}", "Give a shorter span.")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) + timedelta(days=span[1])
