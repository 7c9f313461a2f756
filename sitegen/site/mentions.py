"""What an item names in other files, and what is wrong with it by itself: found once when it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args

from sitegen.common.frozen import frozen
from sitegen.common.records import fields_of
from sitegen.common.values import ImagePath
from sitegen.site import sections
from sitegen.site.front import Video
from sitegen.site.items import Testimonial


@frozen
class Mention:
    """A thing that is named in a field: a service, testimonial, result, article, figure, picture or video.

    `unseen` is a picture without a word on what it shows, `pictureless` a video for which no picture is named.
    """

    field: str
    what: str
    name: str


def mentions(record: Any) -> tuple[Mention, ...]:
    """Give everything that a record names."""
    return (*_references(record), *_pictures(record, ""))


_LISTED = {sections.Services: "service", sections.Results: "result", sections.Testimonials: "testimonial"}


def _references(record: Any) -> Iterator[Mention]:
    if service := getattr(record, "service", None):
        yield Mention("service", "service", service)
    if isinstance(record, Testimonial) and record.result is not None and record.result.case:
        yield Mention("result", "result", record.result.case)
    for index, slug in enumerate(getattr(record, "related", ())):
        yield Mention(f"related.{index}", "article", slug)
    for index, slug in enumerate(getattr(record, "proof", ())):
        yield Mention(f"proof.{index}", "testimonial", slug)
    for index, section in enumerate(getattr(record, "sections", ())):
        for place, slug in enumerate(getattr(section, "only", ())):
            yield Mention(f"sections.{index}.only.{place}", _LISTED[type(section)], slug)
        if getattr(section, "service", None):
            yield Mention(f"sections.{index}.service", "service", section.service)
        for place, name in enumerate(getattr(section, "figures", ())):
            yield Mention(f"sections.{index}.figures.{place}", "figure", name)


def _pictures(record: Any, path: str) -> Iterator[Mention]:
    model: type = type(record)
    if isinstance(record, Video) and record.file is not None:
        yield Mention(f"{path}file", "video" if record.poster else "pictureless", record.file)
    plain, nested = _shape(model)
    for name in plain:
        value = getattr(record, name)
        if value is not None:
            yield Mention(f"{path}{name}", "picture", value)
            if getattr(record, f"{name}_alt", "") is None:
                yield Mention(f"{path}{name}", "unseen", value)
    for name in nested:
        value = getattr(record, name)
        inner = f"{path}{name.rstrip('_')}"
        if isinstance(value, tuple):
            for index, entry in enumerate(value):
                if is_dataclass(entry):
                    yield from _pictures(entry, f"{inner}.{index}.")
        elif is_dataclass(value):
            yield from _pictures(value, f"{inner}.")


@cache
def _shape(model: type) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give a record's picture fields, and those that may hold records."""
    kinds = {f.attribute: f.kind for f in fields_of(model)}
    plain = tuple(name for name, kind in kinds.items() if ImagePath in (kind, *get_args(kind)))
    nested = tuple(f.name for f in fields(model) if f.name not in plain and any(map(_may_hold_records, (kinds[f.name], *get_args(kinds[f.name])))))
    return plain, nested


def _may_hold_records(kind: Any) -> bool:
    return is_dataclass(kind) or any(map(_may_hold_records, get_args(kind)))
