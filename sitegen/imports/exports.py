"""A file of another program, whatever it is called, to what people said in it."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.common.archives import opened
from sitegen.common.digests import digest
from sitegen.common.frozen import frozen
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.tables import has_head, rows, table_text, whole_table
from sitegen.imports import google_business, linkedin
from sitegen.imports.columns import table_of
from sitegen.imports.given import Given, known_form


@frozen
class Export:
    """What was found: each testimonial with the kind of export it comes from, and how many rows hold no words."""

    given: tuple[tuple[str, Given], ...]
    origins: tuple[str, ...]
    wordless: int
    nameless: int


def read_exports(files: Mapping[str, bytes], columns: Mapping[str, str]) -> Export:
    """Give what people said in files; `columns` are hers, column to field. Raises ContentError for a file that holds nothing of the kind."""
    found: list[tuple[str, Given]] = []
    origins: list[str] = []
    wordless = 0
    for name, data in files.items():
        parts = opened(name, data, (".csv", ".json"), "Recommendations_Received.csv or reviews.json")
        read = [one for inner, content in parts if (one := _part(inner, content, columns, name, alone=inner == name)) is not None]
        if not read:
            raise ContentError([_unknown(name)])
        for origin, given, empty in read:
            origins.append(origin)
            found += [(origin, one) for one in given]
            wordless += empty
    seen: set[tuple[str, str]] = set()
    once = []
    for origin, testimonial in found:
        if (origin, testimonial.known_by[0]) not in seen:
            seen.add((origin, testimonial.known_by[0]))
            once.append((origin, testimonial))
    named = [(origin, testimonial) for origin, testimonial in once if known_form(testimonial.name)]
    return Export(tuple(named), tuple(dict.fromkeys(origins)), wordless, len(once) - len(named))


def _part(inner: str, data: bytes, columns: Mapping[str, str], name: str, *, alone: bool) -> tuple[str, list[Given], int] | None:
    if inner.lower().endswith(".json") or data.lstrip()[:1] == b"{":
        read = google_business.reviews(data, name)
        return (google_business.SOURCE, *read) if read is not None else None
    text = table_text(data)
    if has_head(text, linkedin.HEAD) and any(True for _ in rows(text, linkedin.HEAD)):
        return linkedin.SOURCE, *linkedin.recommendations(text)
    if not alone:
        return None
    given, empty, _, _ = table_of(text, columns, name, "")
    head = " ".join(sorted(map(known_form, whole_table(text)[0])))
    return f"table {digest(head.encode())[:8]}", list(given), len(empty)


def _unknown(name: str) -> Problem:
    return Problem(
        "import-file",
        Location(name),
        "nothing that people said of you is found in this file.",
        "It takes LinkedIn's zip or Recommendations_Received.csv, Google Business Profile's reviews.json, and tables (.csv) with a column of words. `sitegen help gathering` tells where to get them.",
    )
