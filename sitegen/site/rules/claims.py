"""Finds results claims in a text: percentages, money, "doubled", "from 14 to 6", "eleven of the twelve", "a third fewer"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex
from sitegen.site.rules.claim_words import IN_DIGITS, IN_WORDS
from sitegen.site.rules.english_claims import ENGLISH
from sitegen.site.rules.german_claims import GERMAN
from sitegen.site.rules.written_numbers import numbers_in

LANGUAGES = {"en": ENGLISH, "de": GERMAN}
"""The languages in which claims are known; in any other, what figures and signs say is read as English."""

_TOLD_BY = 600
"""So many letters tell a text's language."""
_FILLER = "\N{LATIN CAPITAL LETTER EZH}"
"""Stands for a letter of what is no claim."""
_WORD = regex(r"[^\W\d_]+")
_MARK = regex(f"[{IN_DIGITS}{IN_WORDS}]+")
_BEFORE = regex(r"(?:(?<=[,:(–—])|(?<=^))\s*(?:[\w'’%€£$.-]+\s+){0,4}$")
_AFTER = regex(r"[\w'’%]*(?:\s+[\w'’%€£$-]+){0,5}\s*(?=[,:)–—]|$)")
_SENTENCE = regex(r"(?:[^.!?\n;]|[.](?=[\w])|(?<=\b\w)[.]|(?<=\b(?:Mio|Mrd|Tsd|ca\.|Art))[.]|[;](?=\S)|\n(?!\s*\n|\s*[-*+#|>]|\s*\d+[.)]\s))+")


@frozen
class Claim:
    """A results claim: where it stands in the text, its words with those around it, and the language it was read in."""

    start: int
    end: int
    text: str
    language: str
    numbers: tuple[Decimal, ...]
    """Its numbers from two on, but for spans of time, dates and the like."""


def claims_in(text: str, language: str = "") -> tuple[Claim, ...]:
    """Give the results claims of a plain text, in their order; `language` is the text's if it is known, else its commonest words tell."""
    spoken = language_of(text, language)
    words = LANGUAGES[spoken]
    unwrapped = text.replace("\n", " ")
    if not words.trigger.search(unwrapped.lower()):
        return ()
    return tuple(
        claim
        for begin, end in (found.span() for found in _SENTENCE.finditer(text))
        if text[end : end + 1] != "?" and words.trigger.search(unwrapped[begin:end].lower())
        for claim in _claims(unwrapped[begin:end], begin, spoken)
    )


def language_of(text: str, language: str = "") -> str:
    """Give the language whose table a text is read with."""
    known = language.partition("-")[0].lower()
    if known in LANGUAGES:
        return known
    beginning = text[:_TOLD_BY].lower()
    said = _WORD.findall(beginning)
    return max(
        LANGUAGES,
        key=lambda name: sum(word in LANGUAGES[name].common_words for word in said) + sum(map(beginning.count, LANGUAGES[name].letters)),
    )


def _claims(sentence: str, offset: int, language: str) -> Iterator[Claim]:
    """Give the claims of a sentence that begins at a place of its text, those that touch as one."""
    words = LANGUAGES[language]
    written, marked = words.idle_patterns
    bare = marked.sub(_fill, words.number_pattern.sub(_mark, written.sub(_fill, sentence)))
    if not (IN_DIGITS in bare or IN_WORDS in bare or words.word_trigger.search(bare.lower())) or words.silent_pattern.search(bare):
        return
    spans = sorted(
        found.span()
        for sign in words.ready_signs
        if (sign.needs is None or sign.needs.search(bare)) and (sign.unless is None or not sign.unless.search(bare))
        for found in sign.pattern.finditer(bare)
    )
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    counted = words.time_span_pattern.sub(_fill, bare)
    for start, end in merged:
        numbers = tuple(
            number
            for mark in _MARK.finditer(counted, start, end)
            if not words.part_pattern.match(sentence, mark.end())
            for number in numbers_in(sentence[mark.start() : mark.end()], words.numbers)
        )
        first, last = _clause(sentence, start, end)
        yield Claim(offset + first, offset + last, " ".join(sentence[first:last].split()), language, numbers)


def _clause(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Give where the words around a claim begin and end: its clause, as far as that is short."""
    before, after = _BEFORE.search(sentence, 0, start), _AFTER.match(sentence, end)
    first, last = before.start() if before else start, after.end() if after else end
    said = sentence[first:last]
    return first + len(said) - len(said.lstrip()), first + len(said.rstrip())


def _fill(found: re.Match[str]) -> str:
    return _FILLER * len(found[0])


def _mark(found: re.Match[str]) -> str:
    return (IN_DIGITS if any(map(str.isdigit, found[0])) else IN_WORDS) * len(found[0])
