"""Whether the numbers of a claim are those of a measure: before, after, their difference, the change in per cent, "doubled", "a third"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from sitegen.common.frozen import frozen
from sitegen.site.rules.claims import LANGUAGES, Claim
from sitegen.site.rules.written_numbers import numbers_in, parts_in

_ROUNDING = Decimal(1)
"""A percentage may be rounded to its whole number."""
_NEARLY = Decimal("0.05")
"""So far may "doubled" or "a third" be from the exact number, as a part of it."""


@frozen
class Counted:
    """What was counted, as a measure or a result told in a testimonial holds it."""

    name: str
    before: Decimal
    after: Decimal
    unit: str
    period: str


def fits(claim: Claim, measures: Iterable[Counted]) -> bool:
    """Say whether every number of a claim is on file in one of the measures, or follows from them by plain arithmetic."""
    counted = tuple(measures)
    if not counted:
        return False
    words = LANGUAGES[claim.language]
    aside = {number for one in counted for number in numbers_in(f"{one.period} {one.unit} {one.name}", words.numbers)}
    numbers = [number for number in claim.numbers if number not in aside]
    parts = [] if numbers else parts_in(claim.text, words.numbers)
    factors = [Decimal(factor) for pattern, factor in words.factors.items() if re.search(rf"\b(?:{pattern})", claim.text, re.IGNORECASE)] if not numbers else []
    if factors:
        return any(_has_factor(one, factors[0]) for one in counted)
    return all(any(_has(one, number) for one in counted) for number in numbers) and all(any(_has_part(one, part) for one in counted) for part in parts)


def _has(one: Counted, number: Decimal) -> bool:
    if number in (one.before, one.after, abs(one.after - one.before)):
        return True
    return (one.before != 0 and abs(_change(one) * 100 - number) <= _ROUNDING / 2) or _factor(one) == number


def _has_factor(one: Counted, factor: Decimal) -> bool:
    return _factor(one) >= factor * (1 - _NEARLY)


def _has_part(one: Counted, part: Decimal) -> bool:
    shares = [_change(one)] if one.before else []
    if one.unit.strip() in ("%", "per cent", "percent", "Prozent"):
        shares += [one.before / 100, one.after / 100]
    return any(abs(share - part) <= _NEARLY for share in shares)


def _change(one: Counted) -> Decimal:
    return abs(one.after - one.before) / abs(one.before)


def _factor(one: Counted) -> Decimal:
    small, large = sorted((abs(one.before), abs(one.after)))
    return large / small if small else Decimal(10**9)
