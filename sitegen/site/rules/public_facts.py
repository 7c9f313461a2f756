"""W6 and W8: credentials and averages that say too little of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.common.patterns import regex
from sitegen.common.problems import Effect, Problem
from sitegen.common.words import joined
from sitegen.site.model import FACTS_FILE
from sitegen.site.rules.terms import Terms
from sitegen.site.rules.texts import Texts
from sitegen.site.showing import Showing

_AVERAGE = regex(r"\b[1-5](?:[.,]\d+)?\s*(?:/\s*5|out of (?:5|five)|von (?:5|fünf)|sur 5|(?:-\s*)?stars?\b|sterne\w*|étoiles|★|⭐)|[★⭐]{3,}", re.IGNORECASE)
_PLATFORMS = (
    "google",
    "trustpilot",
    "provenexpert",
    "proven expert",
    "yelp",
    "facebook",
    "linkedin",
    "kununu",
    "capterra",
    "trusted shops",
    "jameda",
    "tripadvisor",
)
_TOLD = {"its level": "level: PCC", "its number": "number: '0000000'", "the day it ends": "expires: 2028-03-31"}
_DAY = regex(r"\b(?:19|20)\d\d\b")


def credential_says_too_little(shown: Showing) -> Iterator[Problem]:
    """W6: tell of a credential with no level, number or last day (UCPD Annex I 2 and 4: marks and approvals that one has); one that has ended is left out by `showing`."""
    for index, credential in enumerate(shown.site.facts.credentials):
        told = (credential.level, credential.number, credential.expires or credential.lasting or None)
        lacks = [what for what, value in zip(_TOLD, told, strict=True) if value is None]
        if lacks and credential in shown.credentials:
            message = f"the credential '{credential.id}' lacks {joined(lacks)} (W6)."
            mend = f"If it has one, add {joined(_TOLD[what] for what in lacks)}."
            mend += " If it never ends, write lasting: true." if "the day it ends" in lacks else ""
            why = "a reader has to be able to look it up, and to see what it stands for (UCPD Annex I 2 and 4)."
            yield Problem("W6", shown.site.fact(f"credentials.{index}"), message, mend, why, Effect.WARN)


def average_without_day(texts: Texts, terms: Terms) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked in the same way
    """W8: tell of a platform's average that was typed into a text with no year beside it (UCPD Art 6 and 7: it was true on a day)."""
    for place, sentence, found in texts.said(_AVERAGE, _PLATFORMS):
        if any(name in sentence.lower() for name in _PLATFORMS) and not _DAY.search(sentence):
            message = f"'{found.group()}' on a platform is an average of some day, and the day is missing (W8)."
            mend = f"Put it into {FACTS_FILE} under `ratings:` with `as_of:`, or write the month and year beside it."
            yield Problem("W8", place, message, mend, "an average changes, and an old one misleads (UCPD Art 6 and 7).", Effect.WARN)
