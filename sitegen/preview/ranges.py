"""Parts of a file, as players of video ask for them (RFC 9110, section 14)."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes `start` up to but not `end` of a file."""

    start: int
    end: int


def part_of(header: str, size: int) -> Part | None:
    """Give the part that a Range header asks for; the whole for none, for several, and for one that can't be understood; None where the file has no such part."""
    asked = re.fullmatch(r"bytes=(\d*)-(\d*)", header.strip().replace(" ", ""))
    if asked is None or asked[0] == "bytes=-" or size == 0:
        return Part(0, size)
    if not asked[1]:
        return Part(max(0, size - int(asked[2])), size) if int(asked[2]) else None
    start, end = int(asked[1]), min(int(asked[2]) + 1 if asked[2] else size, size)
    if asked[2] and int(asked[2]) < start:
        return Part(0, size)
    return Part(start, end) if start < size else None
