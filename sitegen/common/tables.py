"""Tables from other programs: any of the usual encodings and separators, with lines of notes above the head."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping


def table_text(data: bytes) -> str:
    """Give a table's text: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def rows(text: str, head: Iterable[str]) -> Iterator[Mapping[str, str]]:
    """Give each row below the head by the head's words in small letters; the head is the first row that has all of `head`. Blank rows are passed over.

    Nothing where there is no such head.
    """
    wanted = {word.lower() for word in head}
    text = text.replace("\0", "")
    for separator in (",", ";", "\t"):
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        names: list[str] | None = None
        try:
            for row in reader:
                if names is None:
                    found = [cell.strip().lower() for cell in row]
                    names = found if wanted <= set(found) else None
                elif any(cell.strip() for cell in row):
                    yield dict(zip(names, (cell.strip() for cell in row), strict=False))
        except csv.Error:
            if names is not None:
                raise
        if names is not None:
            return


def has_head(text: str, head: Iterable[str]) -> bool:
    """Say whether a table has such a head in its first lines."""
    start = text[:8000].lower()
    return all(word.lower() in start for word in head)


def whole_table(text: str) -> tuple[tuple[str, ...], tuple[Mapping[str, str], ...]]:
    """Give a table's column names as they are written, and each row below by them in small letters; what parts the cells is the sign that parts the head into most.

    The head is the first row with two names or more, of a table of one column the first row. Nothing where the text has no row.
    """
    text = text.replace("\0", "")
    best: list[list[str]] = []
    for separator in (",", ";", "\t"):
        try:
            read = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if any(cell.strip() for cell in row)]
        except csv.Error:
            continue
        if read and (not best or _width(read[0]) > _width(best[0])):
            best = read
    if not best:
        return (), ()
    wide = max(map(_width, best))
    head = next((number for number, row in enumerate(best) if _width(row) >= min(2, wide)), 0)
    names = tuple(cell.strip() for cell in best[head])
    return names, tuple(dict(zip((name.lower() for name in names), row, strict=False)) for row in best[head + 1 :])


def _width(row: list[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)
