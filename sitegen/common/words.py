"""Small sentences that messages are made of: suggestions, lists, counts."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word most like this one, or "" when none is close."""
    from difflib import get_close_matches

    words = sorted(known)
    beginning = [other for other in words if len(other) > 2 and word.lower().startswith(other) and not word[len(other) : len(other) + 1].isalnum()]
    if beginning:
        return max(beginning, key=len)
    return next(iter(get_close_matches(word, words, n=1, cutoff=0.6)), "")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Give "Did you mean 'team'?" or ""."""
    match = nearest(word, known)
    return f"Did you mean '{match}'?" if match else ""


def joined(words: Iterable[str], last: str = "and") -> str:
    """Give "a, b and c"."""
    items = list(words)
    return f"{', '.join(items[:-1])} {last} {items[-1]}" if len(items) > 1 else "".join(items)


def counted(number: int, one: str, many: str = "") -> str:
    """Give "1 page", "2 pages"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def suggestion(word: str, known: Iterable[str], what: str) -> str:
    """Give the mend for an unknown word: the nearest known one, then the whole list."""
    names = sorted(known)
    listing = f"{what} are: {', '.join(names)}." if names else f"There are no {what[0].lower() + what[1:]} yet."
    return " ".join(filter(None, (did_you_mean(word, names), listing)))
