"""The sentences of an item that a reader sees, each with the line it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from sitegen.common.problems import Location
from sitegen.site.model import Item

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?")
_WRAPPED = re.compile(r"\n(?=[ \t]*[^\s#>|*+\-\d])")
"""The end of a line whose sentence may go on in the next."""


def said(item: Item[Any], pattern: re.Pattern[str], without: tuple[str, ...] = ()) -> Iterator[tuple[Location, str, re.Match[str]]]:
    """Give each sentence of an item's fields and of the text below in which a pattern is found; fields named in `without` are passed over."""
    for field, text in _of_fields(item.record, ""):
        if pattern.search(text) and field.partition(".")[0] not in without:
            for _, sentence, match in _found(text, pattern):
                yield item.location(field), sentence, match
    body = _WRAPPED.sub(" ", item.body)
    if pattern.search(body):
        for at, sentence, match in _found(body, pattern):
            yield body_location(item, at), sentence, match


def headings(body: str) -> Iterator[tuple[int, str]]:
    """Give the headings of a Markdown text, with their places in it."""
    return ((match.start(), match[1]) for match in _HEADING.finditer(body))


def body_location(item: Item[Any], at: int) -> Location:
    """Give the line of a place in the text below the fields."""
    return Location(item.file, item.body_line + item.body.count("\n", 0, at))


def _found(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, str, re.Match[str]]]:
    for whole in _SENTENCE.finditer(text):
        sentence = whole.group().strip()
        if sentence and (match := pattern.search(sentence)):
            yield text.index(sentence, whole.start()) + match.start(), sentence, match


def _of_fields(record: Any, path: str) -> Iterator[tuple[str, str]]:
    """Give each text in a record's fields, by the way to it."""
    for one in fields(record):
        value, inner = getattr(record, one.name), f"{path}{one.name.rstrip('_')}"
        for index, entry in enumerate(value if isinstance(value, tuple) else (value,)):
            place = f"{inner}.{index}" if isinstance(value, tuple) else inner
            if isinstance(entry, str):
                yield place, entry
            elif is_dataclass(entry):
                yield from _of_fields(entry, f"{place}.")
