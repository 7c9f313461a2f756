"""Which content is a sample: marked so, or still the text that ships with sitegen (R1: 16 CFR 465.2, UCPD Annex I 23c)."""

from __future__ import annotations

from itertools import islice
from typing import Any

from sitegen.common.digests import digest
from sitegen.common.patterns import regex
from sitegen.site.model import Item
from sitegen.site.shipped_samples import BEGINNINGS, SHIPPED

_FEWEST_WORDS = 12
_FIRST_WORDS = 4
_WORD = regex(r"[^\W_]+")


def is_sample(item: Item[Any]) -> bool:
    """Say whether an item is a sample, by its mark or by its words."""
    return item.record.sample or item.is_shipped


def is_shipped(text: str) -> bool:
    """Say whether a text is one of those that ship with sitegen."""
    return _beginning(text) in BEGINNINGS and text_digest(text) in SHIPPED


def _beginning(text: str) -> str:
    """Give a text's first words, by which most texts are known not to be samples."""
    return " ".join(found[0].lower() for found in islice(_WORD.finditer(text), _FIRST_WORDS))


def text_digest(text: str) -> str:
    """Give the digest of a text's words, however they are spaced or punctuated; "" for a text too short to know again."""
    words = _WORD.findall(text.lower())
    return digest(" ".join(words).encode()) if len(words) >= _FEWEST_WORDS else ""
