"""The measures of the style sheets that stand in the pages: their names for the safety rules, what they weigh, and colours in them that are too close."""

from __future__ import annotations

from typing import NamedTuple

from sitegen.contract.breaches import Breach, Breaches
from sitegen.contract.facts import policy_name
from sitegen.contract.weight import with_gzip

_NAMED = 3


class SheetFacts(NamedTuple):
    """What is kept of the style sheets: by which names the safety rules know them, and what they weigh together."""

    names: frozenset[str]
    packed: int
    breaches: tuple[Breach, ...]


NO_SHEET = SheetFacts(frozenset(), 0, ())


def sheet_facts(*sheets: str) -> SheetFacts:
    """Give the measures of style sheets."""
    from sitegen.contract.contrast import too_close
    from sitegen.contract.style_rules import rules_of

    found = Breaches()
    for pair, selectors in too_close(rules_of("".join(sheets))):
        found.breaks(
            "contrast",
            f"{pair.ink} on {pair.ground} has a contrast of {pair.ratio:.1f} in {pair.mode} mode, and {pair.least:g} is the least ({_named(selectors)})",
            "Take a darker and a lighter one, or leave the colour to the palette: color: var(--ink), var(--quiet) or var(--accent) (WCAG 2.2, 1.4.3).",
            selectors[0],
        )
    return SheetFacts(frozenset(policy_name(css.encode()) for css in sheets), with_gzip("".join(sheets).encode()), tuple(found))


def _named(selectors: tuple[str, ...]) -> str:
    rest = len(selectors) - _NAMED
    return ", ".join(selectors[:_NAMED]) + (f" and {rest} more" if rest > 0 else "")
