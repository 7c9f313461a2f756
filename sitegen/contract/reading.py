"""How easily a text is read: Flesch's reading ease for English, Amstad's for German (0 to 100; plain is 60 and more).

R. Flesch, "A new readability yardstick", 1948; T. Amstad, "Wie verständlich sind unsere Zeitungen?", 1978. Syllables are counted by rules.
"""

from __future__ import annotations

from html import unescape

from sitegen.common.patterns import regex

PLAIN, HARD, LONG = 60, 30, 25
"""The ease from which on a text is plain, under which it is hard going; the words from which on a sentence is long."""
ENOUGH = 100
"""Words on a page from which on its ease says something."""
_FEWEST = 6
_MOST = 100_000
_A_WORD, _AN_END = 1 << 24, 1 << 48
_ASIDE = regex(r"<(nav|form|figure|pre|svg|table|footer|aside)\b")
_INLINE = regex(r"</?(?:a|abbr|b|cite|code|em|i|mark|q|small|strong|sub|sup|time)(?:\s[^>]*)?>")
_GAP = regex(r"</?(?:br|span)(?:\s[^>]*)?>")
_BLOCK = regex(r"<(?:p|li|dd)(?:\s[^>]*)?>([^<]{16,})")
_STOPS = (".", "!", "?", "…")
_CLOSERS = "\"'”’“»)]*_"
_SHORT = frozenset(
    [
        "e.g.",
        "i.e.",
        "mr.",
        "mrs.",
        "ms.",
        "dr.",
        "prof.",
        "etc.",
        "vs.",
        "st.",
        "no.",
        "nr.",
        "ca.",
        "approx.",
        "bzw.",
        "usw.",
        "z.",
        "b.",
        "d.",
        "h.",
        "u.",
        "a.",
        "z.b.",
        "d.h.",
        "u.a.",
    ]
)
_WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_VOWELS = regex(r"[aeiouyäöüéèê]+")
_SILENT = regex(r"(?<=[^aeiouyl])e$|(?<=[^aeiouylscxzgh])es$|(?<=[^tdaeiouy])ed$")


class Syllables(dict[str, int]):
    """What stands between two spaces, as one number, so that a text is counted by summing up: its syllables, its words, and whether a sentence ends with it."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._german = language.startswith("de")

    def __missing__(self, token: str) -> int:
        words = _WORD.findall(token) if "@" not in token and "//" not in token else []
        said = sum(_A_WORD + self._in(word.lower()) for word in words) + _AN_END * ends_a_sentence(token)
        if len(self) > _MOST:
            self.clear()
        self[token] = said
        return said

    def _in(self, word: str) -> int:
        if self._german:
            return max(1, len(_VOWELS.findall(word)))
        return max(1, len(_VOWELS.findall(_SILENT.sub("", word.removesuffix("’s").removesuffix("'s")))))


def is_known(language: str) -> bool:
    """Say whether there is a scale for a language."""
    return language[:2].lower() in ("en", "de")


def ease(language: str, words: int, sentences: int, syllables: int) -> float:
    """Give the reading ease of a text."""
    length, weight = words / sentences, syllables / words
    return 180 - length - 58.5 * weight if language.startswith("de") else 206.835 - 1.015 * length - 84.6 * weight


def blocks(html: str) -> list[str]:
    """Give the paragraphs and entries of a page's own text as plain words; quotes, forms, tables and menus are left out."""
    start = html.find("<main")
    text = html[max(0, start) : html.rfind("</main>") if start >= 0 else len(html)]
    for name in set(_ASIDE.findall(text)):
        first, *rest = text.split(f"<{name}")
        text = first + "".join(part.partition(f"</{name}>")[2] for part in rest)
    found = _BLOCK.findall(_GAP.sub(" ", _INLINE.sub("", text)))
    return [unescape(block) if "&" in block else block for block in found if block.count(" ") >= _FEWEST - 1]


def counted_text(texts: list[str], known: Syllables) -> tuple[int, int, int]:
    """Give the words, sentences and syllables of a page's blocks."""
    counted = sum(map(known.__getitem__, " ".join(texts).split()))
    ends, rest = divmod(counted, _AN_END)
    words, syllables = divmod(rest, _A_WORD)
    return words, ends + sum(not ends_a_sentence(text[-12:].rstrip()) for text in texts), syllables


def ends_a_sentence(token: str) -> bool:
    """Say whether a sentence ends with what stands before a space: not with an abbreviation, an initial or a date's day."""
    bare = token.rstrip(_CLOSERS)
    return bare[-1:] in _STOPS and (bare[-1:] != "." or not (bare[:-1].isdigit() or len(bare) == 2 or bare.lower().lstrip("(“„\"'") in _SHORT)) and bare != ""


def sentences(text: str) -> list[str]:
    """Give the sentences of a block."""
    found, now = [], []
    for token in text.split():
        now.append(token)
        if ends_a_sentence(token):
            found.append(" ".join(now))
            now = []
    return [*found, " ".join(now)] if now else found
