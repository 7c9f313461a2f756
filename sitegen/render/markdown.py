"""Markdown to HTML: links checked and rewritten, embeds put in place, headings below the page's own, printed quotes.

Built on Python-Markdown and its extension API.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree as ET

import markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex
from sitegen.common.values import slugify
from sitegen.render.texts import GAP, Converted
from sitegen.render.wording import dashes_and_dots, printed_quotes

_IN_LINES = frozenset(
    {"a", "abbr", "b", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"}
)
"""Elements that stand in a line of text, so that a quote before one may close after it."""
EMBED = regex(r"\[\[([^\[\]\n]+)\]\]")


class Converter:
    """Converts texts of one language."""

    def __init__(self, language: str) -> None:
        self._hooked = _Hooked(language)
        toc = TocExtension(slugify=lambda value, _: slugify(GAP.sub("", value)) or "part", permalink=False, marker="")
        extensions: list[str | Extension] = ["tables", "footnotes", "sane_lists", "def_list", "attr_list", toc, self._hooked]
        self._markdown = markdown.Markdown(extensions=extensions, output_format="html")

    def converted(self, text: str) -> Converted:
        """Give a text's HTML with its gaps."""
        self._hooked.gaps.clear()
        html = self._markdown.reset().convert(text).strip()
        return Converted(html, tuple(self._hooked.gaps))


class _Hooked(Extension):
    """Our part of the conversion; leaves a gap where a page has to be asked."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.gaps: list[tuple[str, ...]] = []

    def gap(self, letter: str, *words: str) -> str:
        """Leave a gap and give what stands for it."""
        self.gaps.append(words)
        return f"\ufdd0{letter}{len(self.gaps) - 1}\ufdd1"

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the API's name
        """Put our processors in their places."""
        md.parser.blockprocessors.register(_EmbedBlock(md.parser, self), "embed-block", 75)
        md.inlinePatterns.register(_EmbedInline(EMBED.pattern, md, self), "embed", 175)
        md.treeprocessors.register(_Inline(md), "inline", 20)
        md.treeprocessors.register(_Finish(md, self), "finish", 4)
        md.postprocessors.register(_RawLinks(md, self), "raw-links", 35)


class _Inline(InlineTreeprocessor):
    """Looks for marks only in text that has any: every inline pattern needs one of these characters."""

    _MARK = regex(r"[\\`*_\[\]<&!]|  \n")

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - the method that is overridden
        if self._MARK.search(data) is None:
            return data
        return super()._InlineProcessor__handleInline(data, patternIndex)  # type: ignore[misc, no-any-return]


class _EmbedBlock(BlockProcessor):
    """`[[testimonials service=team]]` on a line of its own."""

    def __init__(self, parser: Any, hooked: _Hooked) -> None:
        super().__init__(parser)
        self.hooked = hooked

    def test(self, parent: ET.Element, block: str) -> bool:  # noqa: ARG002 - the API's form
        return EMBED.fullmatch(block.strip()) is not None

    def run(self, parent: ET.Element, blocks: list[str]) -> None:
        found = EMBED.fullmatch(blocks.pop(0).strip())
        assert found is not None  # noqa: S101 - test() saw it
        placeholder = self.parser.md.htmlStash.store(f"<!--{self.hooked.gap('E', 'embed', found[1].strip())}-->")
        ET.SubElement(parent, "p").text = AtomicString(placeholder)


class _EmbedInline(InlineProcessor):
    """`[[figure leaders-coached]]` in running text."""

    def __init__(self, pattern: str, md: markdown.Markdown, hooked: _Hooked) -> None:
        super().__init__(pattern, md)
        self.hooked = hooked

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override]  # noqa: N802, ARG002 - the API's form
        return self.md.htmlStash.store(self.hooked.gap("E", "embed in text", m[1].strip())), m.start(0), m.end(0)


class _RawLinks(Postprocessor):
    """Links in raw HTML, which the tree does not hold."""

    def __init__(self, md: markdown.Markdown, hooked: _Hooked) -> None:
        super().__init__(md)
        self.hooked = hooked

    def run(self, text: str) -> str:
        stash = self.md.htmlStash
        for index, raw in enumerate(stash.rawHtmlBlocks):
            if isinstance(raw, str) and "<a" in raw:
                stash.rawHtmlBlocks[index] = re.sub(r'(<a\b[^>]*?)\s+href=(["\'])(.*?)\2', self._mended, raw)
        return text

    def _mended(self, found: re.Match[str]) -> str:
        return found[1] + self.hooked.gap("R", "raw link", found[3], found[2])


class _Finish(Treeprocessor):
    """The last walk over the finished tree."""

    def __init__(self, md: markdown.Markdown, hooked: _Hooked) -> None:
        super().__init__(md)
        self.hooked = hooked

    def run(self, root: ET.Element) -> None:
        tags = {element.tag for element in root.iter()}
        if "h1" in tags:
            for element in root.iter("h1"):
                element.tag = "h2"
        if "a" in tags:
            for element in root.iter("a"):
                self._link(element)
        if "img" in tags:
            self._pictures(root)
        if "table" in tags:
            self._scrolling_tables(root)
        if "th" in tags:
            self._aligned_cells(root)
        self._typeset(root, [])

    def _aligned_cells(self, root: ET.Element) -> None:
        """Give a cell's alignment as a class: the site's own policy forbids style attributes."""
        for element in (*root.iter("th"), *root.iter("td")):
            if found := re.fullmatch(r"text-align: (\w+);", element.get("style", "")):
                del element.attrib["style"]
                element.set("class", f"{element.get('class', '')} align-{found[1]}".strip())

    def _link(self, element: ET.Element) -> None:
        href = element.get("href")
        if href is None:
            return
        element.set("href", self.hooked.gap("L", "link", href))

    def _pictures(self, root: ET.Element) -> None:
        for parent in list(root.iter()):
            for element in list(parent):
                if element.tag != "img":
                    continue
                title, gap = element.get("title"), self.hooked.gap("P", "picture", element.get("src", ""), element.get("alt", ""))
                element.attrib.clear()
                element.set("src", gap)
                if title and parent.tag == "p" and len(parent) == 1 and not (parent.text or "").strip():
                    parent.tag = "figure"
                    ET.SubElement(parent, "figcaption").text = title

    def _scrolling_tables(self, root: ET.Element) -> None:
        for parent in list(root.iter()):
            for index, element in enumerate(list(parent)):
                if element.tag == "table":
                    frame = ET.Element("div", {"class": "table-frame", "tabindex": "0", "role": "region", "aria-label": "Table"})
                    parent.remove(element)
                    frame.append(element)
                    parent.insert(index, frame)

    def _typeset(self, element: ET.Element, line: list[_Piece]) -> None:
        """Walk through an element with the pieces of the line it stands in; a block ends the line before it and its own."""
        block = element.tag not in _IN_LINES
        if block:
            self._print(line)
        if element.tag == "code":
            line.append(_Piece(None, "", "x"))
        elif element.tag != "pre":
            line.append(_Piece(element, "text", element.text or ("x" if element.tag == "img" else "")))
            for child in element:
                self._typeset(child, line)
                line.append(_Piece(child, "tail", child.tail or ""))
        if block:
            self._print(line)

    def _print(self, line: list[_Piece]) -> None:
        """Set the gathered pieces of a line with printed quotes and dashes, and begin a new one."""
        words = "".join(piece.words for piece in line)
        made = printed_quotes(words, self.hooked.language) if "'" in words or '"' in words else words
        at = 0
        for piece in line:
            printed = "".join(made[at : at + len(piece.words)])
            at += len(piece.words)
            if piece.words != printed or "--" in printed or " - " in printed or "..." in printed:
                piece.put(dashes_and_dots(printed))
        line.clear()


@frozen
class _Piece:
    """A piece of a line: an element's own text or what follows it."""

    element: ET.Element | None
    place: str
    words: str

    def put(self, words: str) -> None:
        """Put other words in its place, where it may be changed."""
        if self.element is not None and not isinstance(self.words, AtomicString):
            setattr(self.element, self.place, words)
