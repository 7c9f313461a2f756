"""Days as other programs write them, to days as they are written here."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_GERMAN = {"mär": 3, "mrz": 3, "mai": 5, "okt": 10, "dez": 12}


def american_day(text: str) -> str:
    """Give a day written month first (`06/30/25`, `07/08/23 10:00 AM`), as LinkedIn writes it, as 2025-06-30; "" for none."""
    found = re.match(r"\s*(\d{1,2})/(\d{1,2})/(\d{2,4})\b", text)
    return _iso(_year(found[3]), int(found[1]), int(found[2])) if found else certain_day(text)


def certain_day(text: str) -> str:
    """Give a day that is written in a way which can mean one day only (`2024-03-12T09:00Z`, `12 Mar 2024`, `30.6.2025`, `30/06/2025`); "" for any other."""
    words = text.strip()
    if found := re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", words):
        return _iso(int(found[1]), int(found[2]), int(found[3]))
    if found := re.match(r"(\d{1,2})(?:st|nd|rd|th)?[.\s-]+([A-Za-zä]{3})[A-Za-z]*\.?,?[\s-]+(\d{2,4})\b", words):
        return _iso(_year(found[3]), _month(found[2]), int(found[1]))
    if found := re.match(r"([A-Za-zä]{3})[A-Za-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b", words):
        return _iso(int(found[3]), _month(found[1]), int(found[2]))
    if found := re.match(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{2,4})\b", words):
        return _iso(_year(found[3]), int(found[2]), int(found[1]))
    if found := re.match(r"(\d{1,2})/(\d{1,2})/(\d{4})\b", words):
        first, second = int(found[1]), int(found[2])
        if first > 12 or first == second:
            return _iso(int(found[3]), second, first)
        if second > 12:
            return _iso(int(found[3]), first, second)
    return ""


def _month(word: str) -> int:
    short = word.lower()
    return _GERMAN.get(short) or (_MONTHS.index(short) + 1 if short in _MONTHS else 0)


def _year(digits: str) -> int:
    return int(digits) + 2000 if len(digits) < 3 else int(digits)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
