"""The texts of a record that readers get to see, each with its field; Markdown with everything in it that is no word made blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache
from typing import Any, get_args

from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex
from sitegen.common.records import fields_of
from sitegen.common.values import Markdown
from sitegen.site.items import Testimonial

_UNSEEN = frozenset({"type", "not_claims", "allow", "typos", "original", "consent", "sponsor_consent", "evidence"})
"""Fields that hold no running text, or that nobody sees."""
_MARKUP = regex(
    r"```.*?```|`[^`\n]*`|<!--.*?-->|<[a-zA-Z/][^<>]*>|\]\([^()\s]*(?:\s\"[^\"]*\")?\)|\]\[[^\]\n]*\]|^\[[^\]\n]+\]:.*$|https?://[^\s)]+|\{[#.:][^}\n]*\}",
    re.DOTALL | re.MULTILINE,
)
_EMBED = regex(r"\[\[[^\[\]]*\]\]")
_SPACES = regex(r"&(?:nbsp|thinsp|#160);|[*_~]{1,3}")


@frozen
class ShownText:
    """A text and the field it stands in, "" for the text below the front matter; `lets_embed` where embeds are read in it."""

    field: str
    text: str
    lets_embed: bool


def shown_texts(record: Any, body: str = "") -> tuple[ShownText, ...]:
    """Give every text of a record that readers see, the text below the front matter last."""
    below = (ShownText("", body, not isinstance(record, Testimonial)),) if body.strip() else ()
    return (*_texts(record, ""), *below)


def in_words(text: str) -> str:
    """Give Markdown with links' addresses, code, tags, embeds and marks made blank, each letter in its place."""
    return _SPACES.sub(_blank, _EMBED.sub(_blank, _MARKUP.sub(_blank, text)))


def embeds_near(text: str, start: int, end: int) -> tuple[str, ...]:
    """Give the embeds of the paragraph in which a place of a text stands: ("measure harbour-foods turnover", ...)."""
    first, last = text.rfind("\n\n", 0, start) + 1, text.find("\n\n", end)
    return embeds_in(text, first, last if last > 0 else len(text))


def embeds_in(text: str, first: int = 0, last: int | None = None) -> tuple[str, ...]:
    """Give the embeds of a text, or of a part of it."""
    return tuple(found[0][2:-2].strip() for found in _EMBED.finditer(text, first, len(text) if last is None else last))


def _blank(found: re.Match[str]) -> str:
    return "".join("\n" if letter == "\n" else " " for letter in found[0])


def _texts(record: Any, path: str) -> Iterator[ShownText]:
    model: type = type(record)
    for name, attribute, lets_embed in _shape(model):
        value = getattr(record, attribute)
        for index, one in enumerate(value if isinstance(value, tuple) else (value,)):
            place = f"{path}{name}.{index}" if isinstance(value, tuple) else f"{path}{name}"
            if isinstance(one, str):
                yield ShownText(place, one, lets_embed)
            elif is_dataclass(one):
                yield from _texts(one, f"{place}.")


@cache
def _shape(model: type) -> tuple[tuple[str, str, bool], ...]:
    """Give the fields of a record that hold texts, or records that do: name, attribute, and whether it is Markdown."""
    return tuple((f.name, f.attribute, Markdown in _kinds(f.kind)) for f in fields_of(model) if f.name not in _UNSEEN and _is_text(f.kind))


def _is_text(kind: Any) -> bool:
    return any(one in (str, Markdown) or is_dataclass(one) for one in _kinds(kind))


def _kinds(kind: Any) -> Iterator[Any]:
    """Give a kind and every kind within it."""
    yield kind
    for inner in get_args(kind):
        yield from _kinds(inner)
