"""Days as people say them: "in 2 weeks", "next Tuesday", "3 March", "2027-01-15", and days told the same way."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sitegen.common.values import Misread, read_date
from sitegen.outreach.spans import NUMBERS, UNITS, later

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MEND = 'Write it like this: "in 2 weeks", "next Tuesday", "15 January" or 2027-01-15.'
_FIXED = {"today": 0, "now": 0, "tomorrow": 1, "yesterday": -1, "the day after tomorrow": 2, "in a fortnight": 14}


def day_words(day: date) -> str:
    """Give `2 November 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def ago(day: date, today: date) -> str:
    """Give `yesterday`, `3 weeks ago`, `on 2 November 2026` for a day to come."""
    days = (today - day).days
    if days < 0:
        return f"on {day_words(day)}"
    if days < 14:
        return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")
    if days < 60:
        return f"{days // 7} weeks ago"
    return f"{days // 30} months ago" if days < 700 else f"{days // 365} years ago"


def read_day(text: str, today: date) -> date:
    """Give the day that words mean. Raises Misread where they mean none, or could mean two (03/04/2027)."""
    words = " ".join(text.lower().replace(",", " ").split()).removeprefix("on ").removesuffix(".")
    if re.match(r"\d{4}-|\d{1,2}[./-]\d{1,2}[./-]\d{4}", words):
        return read_date(words)
    if words in _FIXED:
        return today + timedelta(days=_FIXED[words])
    if found := re.fullmatch(r"(?:in )?(\d{1,3}|[a-z]+) (?:more )?(day|week|fortnight|month|quarter|year)s?( ago)?", words):
        number = int(found[1]) if found[1].isdigit() else NUMBERS.get(found[1], 0)
        if number or found[1] == "0":
            months, days = UNITS[found[2]]
            sign = -1 if found[3] else 1
            return later(today, (sign * months * number, sign * days * number))
        if found[1] in ("next", "last"):
            months, days = UNITS[found[2]]
            sign = 1 if found[1] == "next" else -1
            return later(today, (sign * months, sign * days))
    if (day := _weekday(words, today) or _month_day(words, today)) is not None:
        return day
    raise Misread(f"'{text}' is not a day", _MEND)


def _weekday(words: str, today: date) -> date | None:
    """Give `tuesday` (the coming one), `next tuesday` (that of next week), `last tuesday`."""
    found = re.fullmatch(r"(?:(this|next|last|coming) )?([a-z]{3,9})(?: in (\d+|[a-z]+) weeks?)?", words)
    number = next((i for i, name in enumerate(WEEKDAYS) if found and len(found[2]) >= 3 and name.lower().startswith(found[2])), None)
    if found is None or number is None:
        return None
    ahead = (number - today.weekday()) % 7 or 7
    if found[1] == "last":
        return today - timedelta(days=(today.weekday() - number) % 7 or 7)
    if found[1] == "next":
        return today - timedelta(days=today.weekday()) + timedelta(days=7 + number)
    return today + timedelta(days=ahead)


def _month_day(words: str, today: date) -> date | None:
    """Give `3 march`, `march 3rd`, `3 march 2027`, `end of march`, `march` (its first day); without a year the coming one."""
    found = re.fullmatch(
        r"(?:(\d{1,2})(?:st|nd|rd|th|\.)? (?:of )?)?([a-z]{3,9})\.?(?: (\d{1,2})(?:st|nd|rd|th)?)?(?: (\d{4}))?",
        words.removeprefix("in ").removeprefix("end of ").removeprefix("the "),
    )
    if found is None or (found[1] and found[3]):
        return None
    month = next((i for i, name in enumerate(MONTHS, 1) if name.lower().startswith(found[2])), None)
    if month is None:
        return None
    for year in (int(found[4]),) if found[4] else (today.year, today.year + 1):
        if "end of " in words:
            day = later(date(year, month, 1), (1, 0)) - timedelta(days=1)
        else:
            try:
                day = date(year, month, int(found[1] or found[3] or 1))
            except ValueError:
                raise Misread(f"there is no {found[1] or found[3]} {MONTHS[month - 1]} {year}", _MEND) from None
        if found[4] or day >= today:
            return day
    return None
