"""A testimonial as it was given: the person's words, who they are as far as is known, and by what it is known again."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

from sitegen.common.digests import digest
from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex

_LINE_ENDS = regex("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNWRITABLE = regex("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0\ufdd1\ufeff\ufffe\uffff]")
_TAG = regex(
    r"</?(?:p|br|div|span|b|i|u|em|strong|a|ul|ol|li|blockquote|h[1-6]|script|style|img|iframe|font|table|tr|td|section|article)\b[^<>]*>", re.IGNORECASE
)
_BREAKS = frozenset(("br", "li", "tr"))
_PARAGRAPHS = frozenset(("p", "div", "blockquote", "ul", "ol", "table", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6"))
_FEW = 8
_UNHEARD = frozenset(("script", "style", "iframe", "head", "title"))


@frozen
class Given:
    """What one person said; "" where something is not known."""

    name: str
    text: str
    title: str = ""
    company: str = ""
    location: str = ""
    date: str = ""
    """The day it was given, as 2026-05-04."""
    source: str = ""
    source_url: str = ""
    rating: str = ""
    relationship: str = ""
    service: str = ""
    benefit: str = ""
    email: str = ""
    key: str = ""
    """By what the export itself knows it: a review's own name or address."""

    @property
    def known_by(self) -> tuple[str, ...]:
        """By what it is known again: the export's own name for it, its address, person and day, the words; the surest first."""
        own = [f"{self.source} {self.key}"] if self.key else []
        link = [f"link {self.source_url.rstrip('/').lower()}"] if self.source_url else []
        day = [f"given {known_form(self.name)} {self.date}"] if self.name and self.date else []
        return (*own, *link, *day, words_mark(self.name, self.text))


def words_mark(name: str, text: str) -> str:
    """Give by what words are known again, however they are spaced and punctuated; a few words, which two people may say alike, are known by the name too."""
    words = known_form(text)
    whose = known_form(name) if len(words.split()) < _FEW else ""
    return f"words {digest(f'{whose}|{words}'.encode('utf-8', 'replace'))}"


def known_form(text: str) -> str:
    """Give a text's words in small letters, parted by single blanks."""
    return " ".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold()))


def as_original(text: str) -> str:
    r"""Give words as they are kept: line ends as `\n`, no characters that no file can hold, no empty lines around them; nothing else is changed."""
    lines = _UNWRITABLE.sub("", _LINE_ENDS.sub("\n", text)).rstrip().split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    return "\n".join(lines)


def plain_words(text: str) -> str:
    """Give the words of a cell that may hold HTML: its tags go, its paragraphs stay; what has no tag is left as it is, `<3` too."""
    if not _TAG.search(text):
        return text
    words = _Words()
    words.feed(text)
    words.close()
    flat = re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(words.parts))
    return re.sub(r"\n{3,}", "\n\n", flat).strip()


class _Words(HTMLParser):
    """Gathers what of HTML is read aloud."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unheard = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's own signature
        """Begin a line or paragraph where the tag does."""
        self._unheard += tag in _UNHEARD
        self.parts.append("\n" if tag in _BREAKS else "\n\n" if tag in _PARAGRAPHS else "")

    def handle_endtag(self, tag: str) -> None:
        """End a paragraph where the tag does."""
        self._unheard -= tag in _UNHEARD and self._unheard > 0
        self.parts.append("\n\n" if tag in _PARAGRAPHS else "")

    def handle_data(self, data: str) -> None:
        """Take words."""
        if not self._unheard:
            self.parts.append(re.sub(r"\s+", " ", data))
