"""What a page weighs on the way to a visitor: the first paint in one round trip needs HTML and style sheet in 14 KB."""

from __future__ import annotations

import functools
import zlib

ONE_ROUND_TRIP = 14 * 1024
"""Ten packets of TCP's first window (RFC 6928), less their heads."""


@functools.lru_cache(maxsize=32)
def weights(page: bytes) -> tuple[tuple[str, int], ...]:
    """Give (how it is sent, bytes): plain, packed with gzip, and with brotli where that package is installed."""
    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    packed = len(packer.compress(page) + packer.flush())
    return (("plain", len(page)), ("gzip", packed), *_brotli(page))


def _brotli(page: bytes) -> tuple[tuple[str, int], ...]:
    import importlib

    try:
        brotli = importlib.import_module("brotli")
    except ImportError:
        return ()
    return (("brotli", len(brotli.compress(page, quality=5))),)
