"""A text as the words and signs it is made of, so that two writings of the same words are told to be the same."""

from __future__ import annotations

import html
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

from sitegen.common.patterns import regex

CUT = "[...]"
"""The sign that stands for every way to mark a cut: [...], […], (...)."""
ELLIPSIS = "…"

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_ALIKE: Mapping[int, str] = {
    **dict.fromkeys(map(ord, "\"'`´‘’‚‛“”„‟«»‹›′″＂＇ʼ"), "'"),
    **dict.fromkeys(map(ord, "-‐‑‒–—―−﹘﹣－"), "-"),
    **dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, 0x9), " "),
}
_ESCAPED = regex(r"\\([!-/:-@\[-`{-~\n])")
_NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Letters of scripts that put no spaces between words: there each letter counts as a word."""
_SIGNS = r"\[\s*(?:\.{3}|…|\. \. \.)\s*\]|\(\s*(?:\.{3}|…)\s*\)|\.{3,}|…|\.(?: \.){2,}|-+|'+|[^\w\s]|_"
_TOKEN = regex(rf"[^\W_]+(?:'[^\W_]+)*|{_SIGNS}")
_TOKEN_OF_ANY_SCRIPT = regex(rf"[{_NO_SPACES}]|[^\W_{_NO_SPACES}]+(?:'[^\W_{_NO_SPACES}]+)*|{_SIGNS}")
_OTHER_SCRIPT = regex(f"[{_NO_SPACES}]")
_PARAGRAPH = regex(r"\n\s*\n")
_STOPS = frozenset({".", "!", "?", ELLIPSIS, "。", "！", "？"})
_ABBREVIATIONS = frozenset(
    {"dr", "mr", "mrs", "ms", "prof", "st", "eg", "ie", "g", "e", "z", "b", "bzw", "ca", "nr", "no", "vs", "approx", "inkl", "evtl", "mme", "sr", "sra"}
)


class Spoken:
    """A text and its tokens: each word and each sign in one writing, with its place in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        alike = text.translate(_ALIKE)
        found = list((_TOKEN_OF_ANY_SCRIPT if _OTHER_SCRIPT.search(text) else _TOKEN).finditer(alike))
        self.tokens: Sequence[str] = [_one(match.group()) for match in found]
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]

    @cached_property
    def sentences(self) -> list[int]:
        """The tokens that begin a sentence, in order, and the end of the text."""
        begins = {index + 1 for index, token in enumerate(self.tokens[:-1]) if token in _STOPS and self._ends_sentence(index)}
        begins |= {bisect_right(self.starts, match.end() - 1) for match in _PARAGRAPH.finditer(self.text)} - {0, len(self.tokens)}
        return [0, *sorted(begins), len(self.tokens)]

    def _ends_sentence(self, index: int) -> bool:
        sign = self.tokens[index]
        if sign not in (".", ELLIPSIS):
            return True
        if sign == "." and index and self.tokens[index - 1].lower() in _ABBREVIATIONS:
            return False
        following = next((other for other in self.tokens[index + 1 : index + 4] if is_word(other)), "")
        return not following or not following[0].islower()

    def sentence_of(self, index: int) -> tuple[int, int]:
        """Give the first token of a token's sentence, and the first of the next."""
        at = bisect_right(self.sentences, index, 0, len(self.sentences) - 1) - 1
        return self.sentences[at], self.sentences[at + 1]


def cleaned(text: str) -> str:
    """Give a text without what nobody sees, its letters in one form (NFC)."""
    return unicodedata.normalize("NFC", text).translate(_INVISIBLE)


def unescaped(markdown: str) -> str:
    """Give a text as Markdown shows it, where signs were written with a backslash or as HTML's entities."""
    if "\\" in markdown:
        markdown = _ESCAPED.sub(r"\1", markdown)
    return html.unescape(markdown) if "&" in markdown else markdown


def flat(text: str) -> str:
    """Give a text in one writing of quotes, dashes and spaces, on one line."""
    return " ".join(cleaned(text).translate(_ALIKE).split())


def is_word(token: str) -> bool:
    """Say whether a token is a word, not a sign."""
    return token[0].isalnum()


def count_words(tokens: Sequence[str]) -> int:
    """Give how many words there are."""
    return sum(map(is_word, tokens))


def _one(token: str) -> str:
    """Give a sign in the one writing that it is compared in."""
    first = token[0]
    if first == "'":
        return "'"
    if first == "-":
        return "-"
    if first in "[(" and len(token) > 1:
        return CUT
    if first == "." and len(token) > 2:
        return ELLIPSIS
    return token
