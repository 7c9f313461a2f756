"""The texts that she wrote in an item: what its fields hold and the text below them, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache
from typing import Any, get_args

from sitegen.common.problems import Location
from sitegen.common.records import fields_of, optional
from sitegen.common.values import Markdown
from sitegen.site.model import Item

_NO_PROSE = frozenset({"name", "label", "author", "type", "menu"})


def prose_of(item: Item[Any]) -> Iterator[tuple[Location, str]]:
    """Give each text with the line on which it begins; the text below the fields last."""
    for field, text in field_texts(item.record):
        yield item.location(field), text
    if item.body.strip():
        yield Location(item.file, item.body_line + _blank_lines(item.body)), item.body.strip("\n")


def field_texts(record: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Give each text in a record's fields by the way to it (`sections.2.text`)."""
    model: type = type(record)
    for attribute, name in _told(model):
        yield from _texts(getattr(record, attribute), f"{path}{name}")


def _texts(value: Any, way: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield way, value
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _texts(entry, f"{way}.{index}")
    elif is_dataclass(value):
        yield from field_texts(value, f"{way}.")


@cache
def _told(model: type) -> tuple[tuple[str, str], ...]:
    """Give the fields of a record that hold sentences, or records that may: attribute and name."""
    return tuple((field.attribute, field.name) for field in fields_of(model) if field.name not in _NO_PROSE and _may_hold_prose(field.kind))


def _may_hold_prose(kind: Any) -> bool:
    kind = optional(kind)
    return kind in (str, Markdown) or is_dataclass(kind) or any(map(_may_hold_prose, get_args(kind)))


def _blank_lines(body: str) -> int:
    return len(body) - len(body.lstrip("\n"))
