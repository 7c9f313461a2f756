"""Short names for contents: the same bytes, the same digest, on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def digest(data: bytes) -> str:
    """Give 24 hexadecimal digits of the data's BLAKE2b."""
    return hashlib.blake2b(data, digest_size=12).hexdigest()


def digest_of_parts(parts: Iterable[bytes]) -> str:
    """Give the digest of what the parts make together, so that a large file need not be in memory."""
    made = hashlib.blake2b(digest_size=12)
    for part in parts:
        made.update(part)
    return made.hexdigest()


def digest_of(value: object) -> str:
    """Give the digest of a value made of frozen records, tuples, mappings in order, text, numbers and dates."""
    return digest(repr(value).encode("utf-8", "surrogatepass"))
