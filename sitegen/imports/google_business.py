"""Google Business Profile's `reviews.json` (Takeout) to testimonials as they were given."""

from __future__ import annotations

import json
import re
from typing import Any

from sitegen.common.patterns import regex
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.imports.export_days import certain_day
from sitegen.imports.given import Given, as_original, known_form

SOURCE = "google"
_STARS = {"ONE": "1", "TWO": "2", "THREE": "3", "FOUR": "4", "FIVE": "5"}
_TRANSLATED = regex(r"\((?:Translated by Google|Übersetzt von Google|Traduit par Google)\)")
_ORIGINAL = regex(r"\((?:Original|Originaltext|Avis d'origine)\)")


def reviews(data: bytes, file: str) -> tuple[list[Given], int] | None:
    """Give each review that has words, and how many have stars only; None for JSON that is something else. Raises ContentError for reviews that she wrote of others."""
    try:
        known = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    if isinstance(known, dict) and known.get("type") == "FeatureCollection":
        words = "these are the reviews that you wrote of other places, not those that others wrote of you."
        mend = "In Takeout, choose Google Business Profile, and import its reviews.json."
        raise ContentError([Problem("import-file", Location(file), words, mend)])
    entries = known.get("reviews") if isinstance(known, dict) else None
    if not isinstance(entries, list):
        return None
    made: dict[str, Given] = {}
    starred = set()
    for number, entry in enumerate(entries):
        one = _given(entry) if isinstance(entry, dict) else None
        if one is None:
            starred.add(_key(entry) or str(number))
        else:
            made[one.key or f"{number}"] = one
    return list(made.values()), len(starred)


def _given(entry: dict[str, Any]) -> Given | None:
    words = _own_words(str(entry.get("comment") or ""))
    if not known_form(words):
        return None
    reviewer = entry.get("reviewer")
    name = str(reviewer.get("displayName") or "") if isinstance(reviewer, dict) else ""
    return Given(
        " ".join(name.split()), words, date=certain_day(str(entry.get("createTime") or "")), source=SOURCE, rating=_STARS.get(str(entry.get("starRating")), ""), key=_key(entry)
    )  # fmt: skip


def _key(entry: object) -> str:
    """Give a review's own name without the account, since one review can occur under two."""
    name = str(entry.get("name") or "") if isinstance(entry, dict) else ""
    found = re.search(r"locations/[^/]+/reviews/[^/]+", name)
    return found[0] if found else name


def _own_words(comment: str) -> str:
    """Give what the person wrote, where Google put its translation before or after it."""
    if original := _ORIGINAL.search(comment):
        return as_original(comment[original.end() :])
    return as_original(_TRANSLATED.split(comment)[0])
