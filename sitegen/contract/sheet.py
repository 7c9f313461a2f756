"""The measures of the style sheet that stands in every page: its name for the safety rules, what it weighs, and colours in it that are too close."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.contract.breaches import Breach, Breaches
from sitegen.contract.contrast import too_close
from sitegen.contract.facts import policy_name
from sitegen.contract.style_rules import rules_of
from sitegen.contract.weight import with_gzip

_NAMED = 3


class SheetFacts(NamedTuple):
    """What is kept of a style sheet."""

    name: str
    packed: int
    breaches: tuple[Breach, ...]


NO_SHEET = SheetFacts("", 0, ())


def sheet_facts(css: str) -> SheetFacts:
    """Give the measures of a style sheet."""
    found = Breaches()
    for pair, selectors in too_close(rules_of(css)):
        found.breaks(
            "contrast",
            f"{pair.ink} on {pair.ground} has a contrast of {pair.ratio:.1f} in {pair.mode} mode, and {pair.least:g} is the least ({_named(selectors)})",
            "Take a darker and a lighter one, or leave the colour to the palette: color: var(--ink), var(--quiet) or var(--accent) (WCAG 2.2, 1.4.3).",
            selectors[0],
        )
    data = css.encode()
    return SheetFacts(policy_name(data), with_gzip(data), tuple(found))


def _named(selectors: tuple[str, ...]) -> str:
    rest = len(selectors) - _NAMED
    return ", ".join(selectors[:_NAMED]) + (f" and {rest} more" if rest > 0 else "")
