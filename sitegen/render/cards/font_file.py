"""Which characters a font has, read from its own table (OpenType 1.9: `cmap`, formats 4 and 12)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_KINDS = (b"\0\1\0\0", b"true", b"OTTO")
"""What a font of one face begins with: TrueType outlines, or PostScript ones."""


def characters_of(data: bytes) -> frozenset[int]:
    """Give the characters that a font can draw, as numbers (Unicode). Raises ValueError for what is no TrueType or OpenType font of one face."""
    try:
        if data[:4] not in _KINDS:
            raise ValueError("no font")
        return frozenset(_mapped(_table(data, b"cmap")))
    except (struct.error, IndexError) as error:
        raise ValueError("damaged") from error


def _table(data: bytes, wanted: bytes) -> bytes:
    (number,) = struct.unpack_from(">H", data, 4)
    for index in range(number):
        tag, _, at, length = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        if tag == wanted:
            return data[at : at + length]
    raise ValueError(f"no table {wanted.decode()}")


def _mapped(cmap: bytes) -> Iterator[int]:
    """Give the characters of every Unicode subtable (platform 0, or 3 with encoding 1 or 10)."""
    (number,) = struct.unpack_from(">H", cmap, 2)
    places = {
        at for platform, encoding, at in struct.iter_unpack(">HHL", cmap[4 : 4 + 8 * number]) if platform == 0 or (platform, encoding) in ((3, 1), (3, 10))
    }
    for at in sorted(places):
        (kind,) = struct.unpack_from(">H", cmap, at)
        if kind == 4:
            yield from _of_format_4(cmap, at)
        elif kind == 12:
            yield from _of_format_12(cmap, at)


def _of_format_4(cmap: bytes, at: int) -> Iterator[int]:
    (twice,) = struct.unpack_from(">H", cmap, at + 6)
    count = twice // 2
    ends, starts, deltas, offsets = (struct.unpack_from(f">{count}H", cmap, at + 14 + place) for place in (0, twice + 2, 2 * twice + 2, 3 * twice + 2))
    offsets_at = at + 16 + 3 * twice
    for index, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for character in range(first, min(last, 0xFFFE) + 1):
            glyph = character
            if offset:
                (glyph,) = struct.unpack_from(">H", cmap, offsets_at + 2 * index + offset + 2 * (character - first))
            if (glyph + delta) % 0x10000 if glyph or not offset else 0:
                yield character


def _of_format_12(cmap: bytes, at: int) -> Iterator[int]:
    (groups,) = struct.unpack_from(">L", cmap, at + 12)
    for first, last, glyph in struct.iter_unpack(">LLL", cmap[at + 16 : at + 16 + 12 * groups]):
        yield from range(first + (glyph == 0), min(last, 0x10FFFF) + 1)
