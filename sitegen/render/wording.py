"""The theme's own words, and how dates, money and numbers are written, from one catalogue a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.values import PartialDate
from sitegen.common.words import did_you_mean
from sitegen.common.yaml_nodes import root_node
from sitegen.site.front import Experience, Price

_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$", "AUD": "A$", "CAD": "C$", "NZD": "NZ$", "JPY": "¥", "INR": "₹"}


class Wording:
    """One language's catalogue: `words("given_on", date=...)` gives a sentence."""

    def __init__(self, file: str, text: str) -> None:
        root = root_node(text, file)
        self.file = file
        self._words: Mapping[str, str] = {key.value: value.value for key, value in root.value} if root is not None else {}

    def __call__(self, key: str, **facts: object) -> str:
        """Give a sentence of the catalogue with its facts filled in. Raises ContentError for one that it does not have."""
        try:
            words = self._words[key]
        except KeyError:
            raise ContentError(
                [
                    Problem(
                        "no-such-words",
                        Location(self.file),
                        f"the catalogue has no words '{key}'.",
                        did_you_mean(key, self._words) or "Add them, or correct the template.",
                    )
                ]
            ) from None
        return words.format(**facts) if facts else words

    def has(self, key: str) -> bool:
        """Say whether the catalogue has a sentence."""
        return key in self._words

    def day(self, value: date) -> str:
        """Give a day: 21 November 2026."""
        return self("day", day=value.day, month=self("months").split()[value.month - 1], year=value.year)

    def partial(self, value: PartialDate) -> str:
        """Give a year, a month or a day: 2026, November 2026."""
        if value.day:
            return self.day(date(value.year, value.month, value.day))
        if value.month:
            return self("month", month=self("months").split()[value.month - 1], year=value.year)
        return str(value.year)

    def period(self, value: Experience) -> str:
        """Give from when to when; one word where both are the same."""
        begin = self.partial(value.from_)
        if value.to is None:
            return self("since", begin=begin)
        end = self.partial(value.to)
        return begin if begin == end else self("from_to", begin=begin, end=end)

    def time(self, value: datetime) -> str:
        """Give the time of day: 18:30."""
        return f"{value.hour:02}:{value.minute:02}"

    def number(self, value: Decimal) -> str:
        """Give a number with grouped thousands and no trailing zeros."""
        return self._grouped(f"{value.normalize():,f}")

    def _grouped(self, plain: str) -> str:
        return "".join({",": self("thousands"), ".": self("decimal")}.get(mark, mark) for mark in plain)

    def measured(self, value: Decimal, unit: str) -> str:
        """Give a number with its unit: 31%, €1,200, 12 hours."""
        number = self.number(value)
        if unit in _SIGNS.values():
            return f"{unit}{number}"
        return f"{number}%" if unit == "%" else f"{number}\u00a0{unit}" if unit else number

    def money(self, price: Price) -> str:
        """Give an amount with its currency: £1,200, 1,200 NOK."""
        number = self.number(price.amount) if price.amount == price.amount.to_integral() else self._grouped(f"{price.amount:,.2f}")
        sign = _SIGNS.get(price.currency)
        return f"{sign}{number}" if sign else f"{number}\u00a0{price.currency}"

    def price(self, price: Price) -> str:
        """Give a price as it is shown: from £1,200 per person; free of charge for nothing."""
        if price.amount == 0:
            return self("free")
        money = self.money(price)
        if price.per:
            money = self("price_per", money=money, per=price.per)
        return self("price_from", money=money) if price.from_ else money


_QUOTES = {"de": ("„", "“", "‚", "‘"), "fr": ("«\u202f", "\u202f»", "‹\u202f", "\u202f›")}
_ENGLISH = ("“", "”", "‘", "’")
_BEFORE_OPENING = frozenset("([{—–-/“‘„‚")


def quote_marks(language: str) -> tuple[str, str]:
    """Give the marks that stand around what somebody said."""
    return _QUOTES.get(language[:2], _ENGLISH)[:2]


def printed_quotes(text: str, language: str = "en") -> list[str]:
    """Give a text's characters with a printed quote or apostrophe in place of each keyboard one."""
    double_open, double_close, single_open, single_close = _QUOTES.get(language[:2], _ENGLISH)
    made = list(text)
    singles, opened = 0, -2
    for at, mark in enumerate(text):
        if mark not in "\"'":
            continue
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if mark == "'" and ((before.isalnum() and after.isalnum()) or re.match(r"\d\ds?\b", text[at + 1 : at + 5])):
            made[at] = "’"
        elif after.strip() and (not before.strip() or before in _BEFORE_OPENING or opened == at - 1):
            made[at] = double_open if mark == '"' else single_open
            singles, opened = singles + (mark == "'"), at
        elif mark == '"':
            made[at] = double_close
        else:
            made[at] = single_close if singles else "’"
            singles = max(0, singles - 1)
    return made


def set_type(text: str, language: str = "en") -> str:
    """Give a text with printed quotes, apostrophes, dashes and dots in place of the keyboard's; the words stay as they are."""
    if "'" in text or '"' in text:
        text = "".join(printed_quotes(text, language))
    return dashes_and_dots(text)


def dashes_and_dots(text: str) -> str:
    """Give a text with printed dashes and dots."""
    if " - " in text:
        text = text.replace(" - ", " – ")
    if "--" in text:
        text = re.sub(r"(?<!-)---?(?!-)", "–", text)
    return text.replace("...", "…") if "..." in text else text
