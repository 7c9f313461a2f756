"""Which content is a sample: marked so, or still the text that ships with sitegen (R1: 16 CFR 465.2, UCPD Annex I 23c)."""

from __future__ import annotations

import re
from typing import Any

from sitegen.common.digests import digest
from sitegen.site.model import Item
from sitegen.site.shipped_samples import SHIPPED

_FEWEST_WORDS = 12


def is_sample(item: Item[Any]) -> bool:
    """Say whether an item is a sample, by its mark or by its words."""
    return item.record.sample or text_digest(item) in SHIPPED


def text_digest(item: Item[Any]) -> str:
    """Give the digest of an item's words, however they are spaced or punctuated; "" for a text too short to know again."""
    words = re.findall(r"[^\W_]+", item.body.lower())
    return digest(" ".join(words).encode()) if len(words) >= _FEWEST_WORDS else ""
