"""Short names for contents: the same bytes, the same digest, on every machine."""

from __future__ import annotations

import hashlib


def digest(data: bytes) -> str:
    """Give 24 hexadecimal digits of the data's BLAKE2b."""
    return hashlib.blake2b(data, digest_size=12).hexdigest()


def digest_of(value: object) -> str:
    """Give the digest of a value made of frozen records, tuples, mappings in order, text, numbers and dates."""
    return digest(repr(value).encode("utf-8", "surrogatepass"))
