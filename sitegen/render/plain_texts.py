"""Markdown that is plain enough to be set without a parser: paragraphs, headings, short lists, links, emphasis, embeds.

Most of what coaches write is no more than this, and Python-Markdown takes milliseconds for what takes a tenth of one here. What is made is the same, byte
for byte (a test compares the two on thousands of texts); a text with anything else in it goes to Python-Markdown whole.
"""

from __future__ import annotations

import re

from sitegen.common.patterns import regex
from sitegen.common.values import slugify
from sitegen.render.texts import Converted
from sitegen.render.wording import dashes_and_dots, printed_quotes

_OTHER = regex(r"[<>&\\`{}|_^~\t\r\x02\x03\ufdd0\ufdd1\u2028\u2029\x0b\x0c\x1c-\x1e\x85]")
_OTHERS = ("![", "]:", " \n", "\n ", "\n:", "\n=")
"""What only Python-Markdown knows to read: code, tables, raw HTML, pictures, notes, indented lines, definitions."""
_BLOCKS = regex(r"\n\n+")
_HEADING = regex(r"(#{1,6})(?!#)([^\n]*?)#*(?:\n|$)")
_ENTRIES = regex(r"(?:[-*+] +[^ \n][^\n]*(?:\n|$))+|(?:\d+\. +[^ \n][^\n]*(?:\n|$))+")
_MARKER = regex(r"(?:[-*+]|\d+\.) +")
_NO_TEXT = regex(r"^(?:[^\w\"'(\[*“‘„«…]|\*[ \n*]|\d+\.(?:\s|$))", re.MULTILINE)
"""A line that begins with what could begin something other than a paragraph."""
_MARKS = regex(
    r"\[(?P<words>[^\[\]()*\n]+)\]\((?P<href>[^\s()<>\"'\[\]*]+)\)"
    r"|\[\[(?P<embed>[^\[\]*\n]*[^\s\[\]*][^\[\]*\n]*)\]\](?![(\[])"
    r"|(?P<literal>\[[^\[\]()*\n]*\](?![(\[\]]))"
    r"|(?<![\w*])(?P<stars>\*\*?)(?P<stressed>[^\s*\[\]](?:[^*\[\]\n]*[^\s*\[\]])?)(?P=stars)(?![\w*])"
)
_EMBED = regex(r"\[\[([^\[\]\n]+)\]\]")


def plain_html(text: str, language: str) -> Converted | None:
    """Give a text's HTML with its gaps; None for one with anything in it that this does not know for certain."""
    text = text.strip("\n")
    if _OTHER.search(text) is not None or text[:1] == " " or any(mark in text for mark in _OTHERS):
        return None
    made: list[str] = []
    gaps: list[tuple[str, ...]] = []
    names: set[str] = set()
    after_list = False
    for block in _BLOCKS.split(text) if text else ():
        rest = block
        while rest.startswith("#"):
            found = _HEADING.match(rest)
            words = found[2].strip() if found else ""
            if found is None or not words or "*" in words or "[" in words:
                return None
            name = slugify(words) or "part"
            if name in names:
                return None
            names.add(name)
            level = max(2, len(found[1]))
            made.append(f'<h{level} id="{name}">{_printed([words], language)[0]}</h{level}>')
            rest, after_list = rest[found.end() :], False
        if not rest:
            continue
        html: str | None
        if (embed := _EMBED.fullmatch(rest.strip())) is not None and embed[1].strip():
            html, after_list = f"<!--{_gap('E', gaps, 'embed', embed[1].strip())}-->", False
        elif _ENTRIES.fullmatch(rest):
            html = None if after_list else _listed(rest, language, gaps)
            after_list = True
        else:
            line = None if _NO_TEXT.search(rest) else _line(rest, language, gaps)
            html, after_list = None if line is None else f"<p>{line}</p>", False
        if html is None:
            return None
        made.append(html)
    return Converted("\n".join(made), tuple(gaps))


def _listed(block: str, language: str, gaps: list[tuple[str, ...]]) -> str | None:
    """Give a list with one line an entry."""
    if block[0].isdigit() and not block.startswith("1."):
        return None
    entries = []
    for line in block.split("\n"):
        words = _MARKER.sub("", line, count=1)
        html = None if _NO_TEXT.search(words) or _EMBED.fullmatch(words.strip()) else _line(words, language, gaps)
        if html is None:
            return None
        entries.append(f"<li>{html}</li>\n")
    tag = "ol" if block[0].isdigit() else "ul"
    return f"<{tag}>\n{''.join(entries)}</{tag}>"


def _line(text: str, language: str, gaps: list[tuple[str, ...]]) -> str | None:
    """Give a line of text, its links and embeds as gaps."""
    if "[" not in text and "*" not in text and "]" not in text:
        return _printed([text], language)[0]
    left = _MARKS.sub("", text)
    if "[" in left or "]" in left or "*" in left:
        return None
    pieces, tags, at = [""], [], 0
    for found in _MARKS.finditer(text):
        pieces[-1] += text[at : found.start()]
        at = found.end()
        if found["literal"]:
            pieces[-1] += found["literal"]
        elif found["embed"]:
            pieces[-1] += _gap("E", gaps, "embed in text", found["embed"].strip())
        else:
            tag = "a" if found["href"] else "strong" if found["stars"] == "**" else "em"
            href = f' href="{_gap("L", gaps, "link", found["href"])}"' if found["href"] else ""
            tags += [f"<{tag}{href}>", f"</{tag}>"]
            pieces += [found["words"] or found["stressed"], ""]
    pieces[-1] += text[at:]
    printed = _printed(pieces, language)
    return printed[0] + "".join(tag + piece for tag, piece in zip(tags, printed[1:], strict=True))


def _gap(letter: str, gaps: list[tuple[str, ...]], *words: str) -> str:
    """Leave a gap and give what stands for it."""
    gaps.append(words)
    return f"\ufdd0{letter}{len(gaps) - 1}\ufdd1"


def _printed(pieces: list[str], language: str) -> list[str]:
    """Give the pieces of a line with printed quotes, dashes and dots."""
    words = "".join(pieces)
    if "'" not in words and '"' not in words:
        return [dashes_and_dots(piece) for piece in pieces]
    made, at, printed = printed_quotes(words, language), 0, []
    for piece in pieces:
        printed.append(dashes_and_dots("".join(made[at : at + len(piece)])))
        at += len(piece)
    return printed
