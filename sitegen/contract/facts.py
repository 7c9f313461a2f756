"""The measures of one page: a pure function of its bytes, so that they are kept with it and taken again only of pages that are made again."""

from __future__ import annotations

import base64
import hashlib
import re
from html import unescape
from typing import NamedTuple

from sitegen.common.patterns import regex
from sitegen.contract.breaches import Breach
from sitegen.contract.marks import Marks, attributes_of
from sitegen.contract.outline import Outline
from sitegen.contract.reading import Syllables, blocks, counted_text, is_known

_RAW = regex(rb"<(!--|style|script|textarea)")
"""What begins a part that is no HTML."""
_TITLE = regex(r"<title[^>]*>([^<]*)", re.IGNORECASE)
_DESCRIPTION = regex(r'<meta name="description" content="([^"]*)"')
_LANGUAGE = regex(r'<html[^>]*\slang="?([\w-]+)')


class PageFacts(NamedTuple):
    """What is kept of a page: its head, what it breaks, its own text in numbers, and the names by which its host lets its style sheets through."""

    title: str
    description: str
    language: str
    breaches: tuple[Breach, ...]
    words: int
    sentences: int
    syllables: int
    styles: tuple[str, ...]
    size: int
    """The letters that do not repeat, but for the style sheet: by them is known which pages could be heavy."""


class Measures:
    """Measures the pages of one site, whose address is `origin` ("" before it has one)."""

    def __init__(self, origin: str) -> None:
        self._origin = origin
        self._marks = Marks(origin)
        self._outline = Outline(self._marks)
        self._styles: dict[bytes, tuple[str, tuple[Breach, ...]]] = {}
        self._syllables: dict[str, Syllables] = {}

    def __reduce__(self) -> tuple[type[Measures], tuple[str]]:
        """Give what measures the same in another process."""
        return Measures, (self._origin,)

    def of(self, page: bytes) -> PageFacts:
        """Give the measures of a finished page."""
        html, styles = without_raw(page)
        breaches, size = self._outline.measured(html)
        names = []
        for style in styles:
            if style not in self._styles:  # most pages have the same
                self._styles[style] = policy_name(style), self._marks.of_style(style.decode("utf-8", "replace"))
            names.append(self._styles[style][0])
            breaches += self._styles[style][1]
        language = found[1] if (found := _LANGUAGE.search(html)) else ""
        words = sentences = syllables = 0
        if is_known(language):
            known = self._syllables.setdefault(language[:2], Syllables(language))
            words, sentences, syllables = counted_text(blocks(html), known)
        return PageFacts(
            _title(html), _description(html), language, breaches, words, sentences, syllables, tuple(names), size * 2 if ";base64," in html else size
        )


def policy_name(style: bytes) -> str:
    """Give the name under which a Content-Security-Policy lets an inline style sheet through (CSP Level 3)."""
    return f"sha256-{base64.b64encode(hashlib.sha256(style).digest()).decode()}"


def without_raw(page: bytes) -> tuple[str, list[bytes]]:
    """Give a page without its comments and what stands in its scripts and style sheets; and the style sheets."""
    kept, styles, at = [], [], 0
    while (found := _RAW.search(page, at)) is not None:
        name = found[1]
        inside = page.find(b">", found.end()) + 1 if name != b"!--" else found.start()
        end = page.find(b"</" + name if name != b"!--" else b"-->", max(inside, found.end()))
        end = len(page) if end < 0 else end
        kept.append(page[at:inside])
        if name == b"style":
            styles.append(page[inside:end])
        at = end + 3 if name == b"!--" else end
    kept.append(page[at:])
    return b"".join(kept).decode("utf-8", "replace"), styles


def _title(html: str) -> str:
    found = _TITLE.search(html)
    return " ".join(unescape(found[1]).split()) if found else ""


def _description(html: str) -> str:
    if (found := _DESCRIPTION.search(html)) is not None:
        return unescape(found[1])
    metas = (attributes_of(piece[4:].partition(">")[0]) for piece in html.split("<") if piece[:4].lower() == "meta")
    return next((meta.get("content", "").strip() for meta in metas if meta.get("name", "").lower() == "description"), "")
