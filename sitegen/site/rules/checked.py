"""R10: nothing is called verified unless somebody did something to know it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.common.patterns import regex
from sitegen.common.problems import Location, Problem
from sitegen.site.items import Testimonial
from sitegen.site.model import Item
from sitegen.site.rules.terms import Terms
from sitegen.site.rules.texts import Texts

_WHY = "who says that reviews are checked has to say how (UCPD Art 7(6), Annex I 23b)."
_WORDS = regex(r"\bverified\b|\bverifizierte?[nrsm]?\b|\bvérifiée?s?\b|\bverificad[oa]s?\b|\bverificat[oiae]\b|\bgeverifieerde?\b", re.IGNORECASE)
_PRAISE = (
    r"(?:reviews?|testimonials?|ratings?|references?|quotes?|voices|feedback|clients?|customers?"
    r"|bewertung\w*|kundenstimme\w*|stimmen?|referenz\w*|rezension\w*|rückmeldung\w*|kund(?:e|en|in|innen)|avis|témoignages?|reseñas?|recensioni|beoordelingen)"
)
_SURE = r"(?:verified|authenticated|verifizierte?\w?|geprüfte?\w?|vérifiée?s?|verificad[oa]s?|verificat[oiae]|geverifieerde?)"
_STEMS = ("verif", "authenticat", "verifizier", "geprüf", "vérifi", "geverifi")
_CLAIMS = regex(
    rf"\b{_SURE}\s+(?:\w+\s+)?{_PRAISE}\b|\b{_PRAISE}\s+{_SURE}\b|\b{_PRAISE}\b[^.!?\n]{{0,40}}\b(?:are|is|were|was|been|sind|ist|wurden?|werden|sont|est)\b(?:\s+\w+)?\s+{_SURE}\b",
    re.IGNORECASE,
)
_NEGATED = regex(r"\b(?:not|never|no|nicht|nie|keine?|ne|pas|non|niet|geen)\b|n't\b", re.IGNORECASE)


def verified_without_method(item: Item[Testimonial], terms: Terms) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked in the same way
    """R10: refuse a testimonial whose facts call it or the person verified, with no `verification` (UCPD Art 7(6), Annex I 23b)."""
    if is_unverified(item):
        for field in ("title", "company", "description", "disclosure"):
            text = getattr(item.record, field)
            if text and (found := _WORDS.search(text)) and not _NEGATED.search(text):
                yield _problem(item.location(field), found.group(), "this testimonial")


def praise_called_verified(texts: Texts, terms: Terms) -> Iterator[Problem]:
    """R10: refuse a text that calls the testimonials verified while one of those shown has no `verification` (UCPD Art 7(6), Annex I 23b)."""
    for place, sentence, found in texts.said(_CLAIMS, _STEMS) if terms.unverified else ():
        if not sentence.endswith("?") and not _NEGATED.search(sentence):
            yield _problem(place, found.group(), terms.unverified)


def is_unverified(item: Item[Testimonial]) -> bool:
    """Say whether nothing is written down of what was done to know that a testimonial is real."""
    return item.record.verification is None


def _problem(place: Location, words: str, which: str) -> Problem:
    mend = "Write what you did, and when, like this: verification: {method: matched with the contract, date: 2026-05-06}. Or take the word out."
    return Problem("R10", place, f"it says '{' '.join(words.split())}', and nothing on file tells how {which} was checked (R10).", mend, _WHY)
