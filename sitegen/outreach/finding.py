"""Whom a few typed letters mean."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from sitegen.common.patterns import regex

_WORD = regex(r"[^\W_]+")
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "å": "a", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "œ": "oe", "ı": "i"})


def folded(text: str) -> str:
    """Give a text in small letters without accents, its words parted by single spaces."""
    if text.isascii():
        return " ".join(_WORD.findall(text.lower()))
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS)) if not unicodedata.combining(letter))
    return " ".join(_WORD.findall(bare))


def fitting(typed: str, names: Sequence[str]) -> tuple[int, ...]:
    """Give the numbers of the names that typed letters fit: the whole name, else each word typed begins one of its words, else it is within the name."""
    wanted = folded(typed)
    if not wanted:
        return ()
    known = [folded(name) for name in names]
    exact = tuple(i for i, name in enumerate(known) if name == wanted)
    if exact:
        return exact
    words = wanted.split()
    begun = tuple(i for i, name in enumerate(known) if all(any(own.startswith(word) for own in name.split()) for word in words))
    return begun or tuple(i for i, name in enumerate(known) if wanted in name)


def close_to(typed: str, names: Sequence[str]) -> str:
    """Give the name most like what was typed, "" where none is close."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(folded(typed), {name: folded(name) for name in names}, scorer=fuzz.WRatio, score_cutoff=70)
    return str(best[2]) if best else ""
