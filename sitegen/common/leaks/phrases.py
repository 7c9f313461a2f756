"""Words of a person, and the ways in which they are written: a surname with initials or a title, a company with or without its legal form, words in one sentence.

Each way is given as the words that have to stand in a folded text and the pattern that they make in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations
from typing import TypeAlias

from sitegen.common.leaks.forms import folded, name_pairs, spellings, words_of

Written: TypeAlias = tuple[frozenset[str], str]

_TITLES = "mr|mrs|ms|mx|miss|herr|herrn|frau|mme|madame|monsieur|dr|prof|sir|dame"
_APART = r"(?:(?![.!?:;]\s)[\W_]){1,3}"
_JOINING = frozenset(("and", "und", "et", "y", "e", "og", "och", "en", "the"))
_LEGAL = frozenset(("ltd", "limited", "inc", "llc", "llp", "plc", "gmbh", "ag", "kg", "se", "co", "corp", "sa", "sas", "sarl", "bv", "nv", "ab", "asa", "as", "oy", "spa", "srl"))  # fmt: skip
_LEAST_JOINED = 8
_WINDOW = r"(?:[^.!?:;\n]|[.!?:;](?!\s)|\n(?!\s*(?:\n|[-*#>]))){0,120}?"
"""What stands between words of one sentence."""


def short_names(name: str) -> Iterator[Written]:
    """Give the ways to write a full name shortly: A. Sample, a-sample, Sample, A., Ms Sample. A first name or a surname alone is none."""
    for first, last, _ in name_pairs(name):
        initial, surname = re.escape(first[0]), re.escape(last)
        stop = r"(?:\.[\W_]{0,2}|[-_])"
        yield (
            frozenset((last,)),
            rf"{initial}{stop}(?:[^\W\d_]{stop})*{surname}|{surname}[,\s_-]{{1,3}}{initial}\.|(?:{_TITLES})\.?{_APART}{surname}",
        )


def phrases(text: str) -> Iterator[Written]:
    """Give the ways to write some words in a row: Harbour Foods Ltd is Harbour Foods, harbour-foods, HarbourFoods; `&` is "and"."""
    words = phrase_words(text)
    if not words:
        return
    written = _row(words)
    yield frozenset(word for word in words if len(spellings(word)) == 1) or frozenset(words), written
    joined = "".join(words)
    if len(words) > 1 and len(joined) >= _LEAST_JOINED:
        yield frozenset((joined,)), re.escape(joined)


def phrase_words(text: str) -> tuple[str, ...]:
    """Give the words of a company or a title that tell it from others, folded."""
    words = words_of(folded(text))
    while len(words) > 1 and words[-1] in _LEGAL:
        words = words[:-1]
    return tuple(word for word in words if word not in _JOINING) or tuple(words)


def together(text: str) -> Iterator[Written]:
    """Give the way to find words of which each part, one a line, stands in one sentence; `|` parts words of which one is enough."""
    parts = [[phrase_words(choice) for choice in part.split("|")] for part in text.split("\n")]
    if not all(all(part) for part in parts):
        return
    written = ["(?:" + "|".join(_row(words) for words in part) + ")" for part in parts]
    needed = frozenset(word for part in parts if len(part) == 1 for word in part[0])
    between = rf"(?![^\W_]){_WINDOW}(?<![^\W_])"
    yield needed, "|".join(between.join(order) for order in permutations(written))


def _row(words: Sequence[str]) -> str:
    joining = "|".join(sorted(_JOINING))
    return rf"{_APART}(?:(?:{joining}){_APART})?".join(_choice(spellings(word)) for word in words)


def _choice(forms: Iterable[str]) -> str:
    found = [re.escape(form) for form in dict.fromkeys(forms)]
    return found[0] if len(found) == 1 else f"(?:{'|'.join(found)})"
