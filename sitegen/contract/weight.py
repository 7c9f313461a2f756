"""What a page weighs on its way to a visitor: the first paint takes one round trip where HTML and style sheet come in 14 KB."""

from __future__ import annotations

import functools
import zlib
from typing import NamedTuple

ONE_ROUND_TRIP = 14 * 1024
"""Ten packets of TCP's first window (RFC 6928), less their heads."""


@functools.lru_cache(maxsize=32)
def weights(page: bytes) -> tuple[tuple[str, int], ...]:
    """Give (how it is sent, bytes): plain, packed with gzip, and with brotli, as hosts do while a visitor waits."""
    return (("plain", len(page)), ("gzip", with_gzip(page)), ("brotli", with_brotli(page)))


def with_gzip(page: bytes) -> int:
    """Give the bytes of a page packed with gzip, at the level that hosts take (6)."""
    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    return len(packer.compress(page)) + len(packer.flush())


def with_brotli(page: bytes) -> int:
    """Give the bytes of a page packed with brotli, at the quality that hosts take for what they pack while a visitor waits (5)."""
    import brotli

    return len(brotli.compress(page, quality=5))


class Weight(NamedTuple):
    """A page's bytes on the way to a visitor."""

    gzip: int
    brotli: int


def weight_of(page: bytes) -> Weight:
    """Weigh a page."""
    return Weight(with_gzip(page), with_brotli(page))
