"""Slips of the pen that may be mended in shown words (R5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.site.items import Typo
from sitegen.site.rules.spoken import Spoken, cleaned, is_word

_MOST_CHANGES = 3


def is_slip(was: str, now: str, negation: re.Pattern[str]) -> bool:
    """Say whether two writings are of the same words: a third of the letters differ at most, no number does, and no negation comes or goes."""
    old, new = Spoken(cleaned(was)).tokens, Spoken(cleaned(now)).tokens
    words, others = ([token.lower() for token in tokens if is_word(token)] for tokens in (old, new))
    if not words or abs(len(words) - len(others)) > 1:
        return False
    if [bool(negation.fullmatch(word)) for word in words].count(True) != [bool(negation.fullmatch(word)) for word in others].count(True):
        return False
    letters, other_letters = ("".join(every).replace("'", "") for every in (words, others))
    if re.findall(r"\d", letters) != re.findall(r"\d", other_letters):
        return False
    if letters == other_letters:
        return True
    from rapidfuzz.distance import OSA

    return OSA.distance(letters, other_letters) <= max(1, min(len(letters) // 3, _MOST_CHANGES))


def mended(text: Spoken, typos: Sequence[Typo]) -> Spoken:
    """Give a text with every slip mended, so that it is the same whether it was mended already; the places are those of the text as it is."""
    pairs = [(Spoken(cleaned(typo.was)).tokens, Spoken(cleaned(typo.now)).tokens) for typo in typos]
    found = list(_mended(text, [(was, now) for was, now in pairs if was]))
    made = Spoken("")
    made.text = text.text
    made.tokens, made.starts, made.ends = [one[0] for one in found], [one[1] for one in found], [one[2] for one in found]
    return made


def _mended(text: Spoken, pairs: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Iterator[tuple[str, int, int]]:
    at = 0
    while at < len(text.tokens):
        for was, now in pairs:
            there = text.tokens[at : at + len(was)]
            if [token.lower() for token in there] == [token.lower() for token in was]:
                start, end = text.starts[at], text.ends[at + len(was) - 1]
                if there[0][0].isupper() and now:
                    now = [now[0][0].upper() + now[0][1:], *now[1:]]  # noqa: PLW2901 - as it stands at the beginning of a sentence
                yield from ((token, start, end) for token in now)
                at += len(was)
                break
        else:
            yield text.tokens[at], text.starts[at], text.ends[at]
            at += 1
