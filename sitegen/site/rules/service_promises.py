"""W5: words in a service's text that promise what nobody can; a language is an entry of the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from sitegen.common.patterns import regex
from sitegen.common.problems import Effect, Problem
from sitegen.site.rules.terms import Terms
from sitegen.site.rules.texts import Texts, claim_location, claims_in_videos

_GUARANTEE, _CURE, _EARN = "guarantee", "cure", "earn"
_SAID: Mapping[str, tuple[str, str, str]] = {
    _GUARANTEE: (
        "promises an outcome that depends on others too", "Say what you do, and what clients work towards.",
        "an outcome that can't be proved may not be promised (16 CFR 255.2, UCPD Annex I 17, CAP Code 3.7).",
    ),
    _CURE: (
        "is a word of medicine or therapy", "Say what people work on. If somebody needs treatment, say where you send them.",
        "coaching is no treatment, and who is ill must not be kept from one (UCPD Annex I 17, ICF Code of Ethics: referral).",
    ),
    _EARN: (
        "promises income", "Show a case with its measure and what clients generally get.",
        "earnings may be named with evidence and what is typical only (16 CFR 255.2(b), CAP Code 3.7).",
    ),
}  # fmt: skip

_INCOME = r"(?:income|revenues?|salary|sales|earnings|profits?|turnover|fees|money)"
_EINKOMMEN = r"(?:einkommen|umsatz|gehalt|verdienst|gewinn|honorar)"
PROMISES: Mapping[str, Mapping[str, str]] = {
    "en": {
        _GUARANTEE: r"(?<!money-back )(?<!money back )\bguarantee[ds]?\b|\bproven\s+(?:system|method|formula|framework|process|results?|path|strategy)\b|\b100\s?%\s+success\b|\brisk[- ]free\b|\bfool-?proof\b",
        _CURE: r"\bcur(?:e|es|ed|ing)\b|\bheal(?:s|ed|ing)?\b|\b(?:psycho)?therap(?:y|ies|eutic)\b|\bdiagnos(?:e|es|is)\b|\btreat(?:s|ment)?\b(?=[^.!?]{0,30}\b(?:anxiety|depression|burnout|trauma|adhd|stress|disorders?|insomnia)\b)",
        _EARN: rf"\b(?:double|triple|multiply|10x|explode|skyrocket|boost)\s+your\s+{_INCOME}\b|\b(?:six|seven|6|7)[- ]figures?\b|\bearn\s+(?:up\s+to\s+)?[$€£]?\d|\bget\s+rich\b|\bmake\s+more\s+money\b|\bpassive\s+income\b",
    },
    "de": {
        _GUARANTEE: r"(?<!geld-zurück-)\bgaranti(?:e|en|ert|ere|eren|erte\w?)\b|\b(?:bewährte|erprobte|bewiesene)[srnm]?\s+(?:system|methode|formel|strategie|prozess)\b|\b(?:todsicher|risikofrei|hundertprozentig)\w{0,2}\b",
        _CURE: r"\bheil(?:t|en|e|ung|ungen)\b|\bkurier(?:t|en|e)\b|\b(?:psycho)?therapie\w{0,2}\b|\btherapeutisch\w{0,2}\b|\bdiagnos(?:e|en|tik)\b|\bbehandl(?:e|ung|ungen)\b",
        _EARN: rf"\b(?:verdoppe?l|verdreifach|vervielfach|steig(?:er|r))\w*\s+(?:sie\s+|du\s+)?(?:ihren?|deinen?|eure?n?|ihr|dein)\s+{_EINKOMMEN}\b|\b(?:sechs|sieben)stellig\w*\b|\bpassives\s+einkommen\b|\breich\s+werden\b",
    },
}  # fmt: skip
"""What promises too much, by language and kind, in small letters."""

_STEMS: Mapping[str, tuple[str, ...]] = {
    "en": ("guarante", "proven", "success", "risk", "fool", "cure", "curing", "heal", "therap", "diagnos", "treat", "double", "triple", "multipl", "10x", "explode", "skyrocket", "boost", "figure", "earn", "rich", "more money", "passive"),
    "de": ("garanti", "bewährt", "erprobt", "bewiesen", "todsicher", "risikofrei", "hundertproz", "heil", "kurier", "therap", "diagnos", "behandl", "verdopp", "verdreif", "vervielf",
           "steig", "stellig", "passiv", "reich"),
}  # fmt: skip
"""What each promise of a language holds, so that most texts need not be searched."""
_WORD = regex(r"[^\W_]+")
_DENIED = regex(r"\b(?:not|no|never|nor|neither|cannot|without|instead|rather|nicht|nie|niemals|kein\w{0,2}|ohne|weder|statt|anstatt)\b|n't\b", re.IGNORECASE)


def promises_too_much(texts: Texts, terms: Terms) -> Iterator[Problem]:
    """W5: tell of guarantees, "proven systems", words of cure and earnings promises in a service's text (16 CFR 255.2, UCPD Annex I 17, CAP Code 3.7).

    A question and a sentence that denies it promise nothing, nor does what stands under `not_for`. Words that R6 refuses as a claim are told once, by R6.
    """
    made = (*((claim_location(texts.item, claim), claim) for claim in texts.item.claims), *claims_in_videos(texts.item))
    refused = [(where, set(_WORD.findall(claim.claim.text.lower()))) for where, claim in made if claim.is_bare]
    any_promise, stems, kinds = _patterns(terms.language)
    for place, sentence, _ in texts.said(any_promise, stems, without=("not_for",)):
        if not sentence.endswith("?") and not _DENIED.search(sentence):
            for kind, pattern in kinds.items():
                found = pattern.search(sentence)
                if found and not any(where == place and not words.isdisjoint(_WORD.findall(found.group().lower())) for where, words in refused):
                    what, mend, why = _SAID[kind]
                    yield Problem("W5", place, f"'{found.group()}' {what} (W5).", mend, why, Effect.WARN)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], tuple[str, ...], Mapping[str, re.Pattern[str]]]:
    """Give what finds any promise in a language, what each holds, and what finds each kind; in a language that the table does not have, those of all."""
    base = language.partition("-")[0].lower()
    known = [base] if base in PROMISES else list(PROMISES)
    kinds = {kind: "|".join(PROMISES[name][kind] for name in known) for kind in _SAID}
    stems = tuple(stem for name in known for stem in _STEMS[name])
    return regex("|".join(kinds.values()), re.IGNORECASE), stems, {kind: regex(words, re.IGNORECASE) for kind, words in kinds.items()}
