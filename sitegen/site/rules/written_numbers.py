"""Numbers as people write them: 1,200, 1.200, 2.5, eleven, twenty-five, two hundred, £40k, 2 Mio."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex

DIGITS = r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?!\d)(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?"
_GROUPED = regex(r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?!\d)")


@frozen(slots=False)
class NumberWords:
    """A language's words for numbers from two on."""

    words: Mapping[str, int]
    scales: Mapping[str, int]
    """Words and letters that multiply the number before them."""
    parts: Mapping[str, Decimal]
    """Words for a part of a whole."""

    @cached_property
    def pattern(self) -> str:
        """The pattern of a number from two on, in digits or words."""
        words = "|".join(sorted(self.words, key=len, reverse=True))
        scales = "|".join(sorted(filter(str.isalpha, self.scales), key=len, reverse=True))
        spelt = rf"(?:{words})(?:(?:[-\s]|\s(?:and|und)\s)(?:{words}|(?:{scales})\b))*"
        return rf"(?:(?<![\w.,])(?:{DIGITS})(?:\s?(?:{scales})\b\.?)?|\b(?:{spelt})\b)"


def _compounds(units: Mapping[str, int], tens: Mapping[str, int], joint: str) -> dict[str, int]:
    return {f"{unit}{joint}{ten}": value + more for unit, value in units.items() for ten, more in tens.items()}


_EN_UNITS = dict(zip(["two", "three", "four", "five", "six", "seven", "eight", "nine"], range(2, 10), strict=True))
_EN_TEENS = dict(
    zip(["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"], range(10, 20), strict=True)
)
_EN_TENS = dict(zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True))
_DE_UNITS = dict(zip(["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"], range(2, 10), strict=True))
_DE_TEENS = dict(zip(["zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"], range(10, 20), strict=True))
_DE_TENS = dict(zip(["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"], range(20, 100, 10), strict=True)) | {
    "dreissig": 30
}
_DE_SMALL = _DE_UNITS | _DE_TEENS | _DE_TENS | _compounds({"ein": 1} | _DE_UNITS, _DE_TENS, "und")

ENGLISH_NUMBERS = NumberWords(
    words=_EN_UNITS | _EN_TEENS | _EN_TENS | {"hundred": 100, "thousand": 1000, "million": 10**6, "dozen": 12},
    scales={"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12, "grand": 1000},
    parts={
        "half": Decimal(1) / 2, "third": Decimal(1) / 3, "quarter": Decimal(1) / 4, "fifth": Decimal(1) / 5, "sixth": Decimal(1) / 6, "seventh": Decimal(1) / 7,
        "eighth": Decimal(1) / 8, "ninth": Decimal(1) / 9, "tenth": Decimal(1) / 10,
    },
)  # fmt: skip
GERMAN_NUMBERS = NumberWords(
    words=_DE_SMALL | {"hundert": 100, "tausend": 1000, "einhundert": 100, "eintausend": 1000, "dutzend": 12, "million": 10**6}
    | {f"{word}hundert": value * 100 for word, value in _DE_UNITS.items()} | {f"{word}tausend": value * 1000 for word, value in _DE_SMALL.items()},
    scales={
        "k": 1000, "tsd": 1000, "tausend": 1000, "hundert": 100, "mio": 10**6, "million": 10**6, "millionen": 10**6, "mrd": 10**9, "milliarde": 10**9,
        "milliarden": 10**9, "dutzend": 12,
    },
    parts={
        "hälfte": Decimal(1) / 2, "halbe": Decimal(1) / 2, "drittel": Decimal(1) / 3, "viertel": Decimal(1) / 4, "fünftel": Decimal(1) / 5, "sechstel": Decimal(1) / 6,
        "siebtel": Decimal(1) / 7, "achtel": Decimal(1) / 8, "neuntel": Decimal(1) / 9, "zehntel": Decimal(1) / 10,
    },
)  # fmt: skip


def numbers_in(text: str, language: NumberWords) -> tuple[Decimal, ...]:
    """Give the numbers in a text, in their order, as digits or words say them; parts of a whole (a third) are told by `parts_in`."""
    found = regex(language.pattern, re.IGNORECASE).finditer(text)
    return tuple(_value(match[0].lower(), language) for match in found)


def parts_in(text: str, language: NumberWords) -> tuple[Decimal, ...]:
    """Give the parts of a whole that a text names: "two thirds" is 2/3."""
    many = {**{word: value for word, value in language.words.items() if value < 10}}
    names = "|".join(sorted(language.parts, key=len, reverse=True))
    numbers = "|".join(sorted(many, key=len, reverse=True))
    found = re.finditer(rf"\b(?:({numbers})[\s-])?({names})s?\b", text.lower())
    return tuple(language.parts[match[2]] * many.get(match[1], 1) for match in found)


def _value(text: str, language: NumberWords) -> Decimal:
    """Give the value of one number, as `NumberWords.pattern` finds it."""
    digits = re.match(DIGITS, text)
    whole, rest = (_digits(digits[0]), text[digits.end() :]) if digits else (Decimal(0), text)
    total, current = Decimal(0), whole
    for word in re.findall(r"[^\W\d_]+", rest):
        if word in language.words and word not in language.scales:
            current += language.words[word]
        elif word in language.scales:
            current = (current or Decimal(1)) * language.scales[word]
            if language.scales[word] >= 1000:
                total, current = total + current, Decimal(0)
    return total + current


def _digits(text: str) -> Decimal:
    """Read digits: three after a mark group thousands (1.200, 1,200), but after a single nought."""
    grouped = _GROUPED.match(text)
    if grouped and not re.match(r"0\D", text):
        return Decimal(re.sub(r"\D", "", grouped[0]) + text[grouped.end() :].replace(",", "."))
    return Decimal(text.replace(",", "."))
