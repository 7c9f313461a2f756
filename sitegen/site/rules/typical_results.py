"""R7: beside a result that others don't get, or of which nobody knows, stands what clients generally get."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.common.patterns import regex
from sitegen.common.problems import Problem
from sitegen.site.front import Expected, Typicality
from sitegen.site.items import Result, Testimonial
from sitegen.site.model import Item
from sitegen.site.rules.terms import Terms

_WHY = "a result shown is read as what clients generally get, so readers have to be told what that is (16 CFR 255.2(b))."
_SAMPLE = "expected: {text: Most teams see a smaller change., n: 9, period: 2023 to 2025}"
_EMPTY = regex(
    r"\b(?:(?:your |individual |actual |personal )?(?:results?|outcomes?|experiences?|mileage|success)(?: and \w+)? (?:may|can|will|might|could|do|does)? ?(?:always )?"
    r"(?:vary|varies|differ|differs|be different)|(?:results?|outcomes?) (?:are|is) (?:not typical|individual|not guaranteed|different for everyone)|not (?:a )?typical|no guarantees?|not guaranteed|"
    r"(?:every|each)(?: ?one| person| client| team| case)? (?:is|are) (?:different|unique|individual)|past (?:results|performance)|"
    r"(?:die |individuelle |ihre |persönliche )?(?:ergebnisse?|erfolge?|resultate?|erfahrungen) (?:können|kann|sind|ist|fallen|werden) ?(?:im einzelfall |individuell |stark |sehr )?"
    r"(?:variieren|abweichen|unterschiedlich\w*|verschieden|individuell|nicht typisch|nicht garantiert|anders (?:aus)?)|keine garantie|ohne gewähr|"
    r"jede[rs]? (?:\w+ )?ist (?:anders|verschieden|einzigartig|individuell))[^.!?;]*",
    re.IGNORECASE,
)  # fmt: skip
"""What regulators hold to say nothing: that results may vary."""
_FEWEST_WORDS = 3


def results_without_expectation(item: Item[Result], terms: Terms) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked in the same way
    """R7: refuse a case that is not known to be typical and does not say what clients generally get, of how many and when (16 CFR 255.2(b))."""
    yield from _lacking(item, "", item.record.typicality, item.record.expected)


def told_results_without_expectation(item: Item[Testimonial], terms: Terms) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked in the same way
    """R7: the same for a result told in a testimonial (16 CFR 255.2(b))."""
    result = item.record.result
    if result is not None and result.typicality is not None:
        yield from _lacking(item, "result.", result.typicality, result.expected)


def _lacking(item: Item[Result] | Item[Testimonial], within: str, typicality: Typicality, expected: Expected | None) -> Iterator[Problem]:
    if typicality != "typical" and expected is None:
        known = "others do not get the like" if typicality == "atypical" else "nobody knows whether others get the like"
        yield item.problem(
            "R7",
            f"{within}typicality",
            f"{known}, and what clients generally get is not said (R7).",
            f"Say it in a sentence, of how many you know it, and for which time: {_SAMPLE}",
            _WHY,
        )
    elif expected is not None and says_nothing(expected.text):
        yield item.problem(
            "R7", f"{within}expected.text", f"'{expected.text}' does not tell a reader what clients generally get (R7).",
            f"Say what most of them saw, in a sentence of your own, like this: {_SAMPLE}", _WHY,
        )  # fmt: skip
    elif expected is not None and typicality != "typical" and expected.n is None and not expected.no_n:
        yield item.problem(
            "R7",
            f"{within}expected",
            "of how many clients this is known is not said (R7).",
            "Add n: 9 to it, or say why there is no number: no_n: this is the first team measured so",
            _WHY,
        )


def says_nothing(text: str) -> bool:
    """Say whether a sentence on what clients generally get says no more than that results may vary."""
    rest = _EMPTY.sub(" ", text)
    return rest != text and len(re.findall(r"[^\W_]+", rest)) < _FEWEST_WORDS
