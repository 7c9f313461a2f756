"""A text to lines that fill a box well: as large as fits, of even length, no word alone, long words broken only where nothing else helps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise

from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex

Measure = Callable[[str], float]
"""A text's width in pixels."""

_VOWELS = "aeiouyäöüáéíóúàèìòùâêîôûãõåæøœėęąăůőűαεηιοωυάέήίόώύаеёиоуыэюяіїє"
_FEWEST = 4
"""So many letters stay on each side of a hyphen that was put in."""
_CJK = regex(r"([\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef])")
"""Letters of scripts that are written without spaces, and may break after each."""
_MOST_WORDS = 120
"""More words fit on no card."""
_SHORT_END = 2
"""A line should not end in a word of so few letters."""


@frozen
class Setting:
    """How a text may be set: a box in pixels, sizes from the largest to the smallest, the distance of lines as a part of the size."""

    width: float
    height: float
    sizes: tuple[int, ...]
    leading: float
    most_lines: int


@frozen
class Block:
    """A text that is set."""

    size: int
    lines: tuple[str, ...]
    step: float
    """From one baseline to the next, in pixels."""

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last."""
        return self.step * len(self.lines)


def fitted(text: str, setting: Setting, measure: Callable[[int], Measure]) -> Block | None:
    """Give a text set as large as fits, whole; None where it is too long. `measure` gives what measures at a size.

    Above seven tenths of the largest size a size is passed over at which a word would have to be broken, or a line be much shorter than the others.
    """
    words = _words(text)
    if not words:
        return None
    whole = [size for size in setting.sizes if size >= 0.7 * setting.sizes[0]]
    uneven: Block | None = None
    for size in whole:
        block = _set(words, setting, size, measure(size), may_break=False)
        if block is not None and _is_even(block, measure(size)):
            return block
        uneven = uneven or block
    if uneven is not None:
        return uneven
    return next((block for size in setting.sizes if (block := _set(words, setting, size, measure(size), may_break=True)) is not None), None)


def _is_even(block: Block, measure: Measure) -> bool:
    widths = [measure(line) for line in block.lines]
    return len(widths) < 3 or min(widths) > 0.35 * max(widths)


def shortened(text: str, setting: Setting, measure: Callable[[int], Measure]) -> Block:
    """Give a text set as large as fits; one that is too long is cut between words, with dots where something is missing."""
    words = text.split()
    if not words:
        return Block(setting.sizes[0], (), 0)
    block = fitted(text, setting, measure) if len(words) <= _MOST_WORDS else None
    if block is not None:
        return block
    smallest = Setting(setting.width, setting.height, setting.sizes[-1:], setting.leading, setting.most_lines)
    least, most = 0, min(len(words), _MOST_WORDS)
    while least < most:
        middle = (least + most + 1) // 2
        found = fitted(" ".join(words[:middle]).rstrip(" ,;:–-.") + "…", smallest, measure)
        if found is None:
            most = middle - 1
        else:
            least, block = middle, found
    size = smallest.sizes[0]
    return block or Block(size, (_cut(text, setting.width, measure(size)),), size * setting.leading)


def _cut(text: str, width: float, measure: Measure) -> str:
    while len(text) > 1 and measure(text + "…") > width:
        text = text[:-1].rstrip()
    return text + "…"


def one_line(text: str, width: float, sizes: Iterable[int], measure: Callable[[int], Measure]) -> tuple[int, str]:
    """Give a size at which a text fits on one line, and the text; at the smallest it is cut, with dots where something is missing."""
    size = 0
    for size in sizes:
        if measure(size)(text) <= width:
            return size, text
    return size, _cut(text, width, measure(size))


@frozen
class _Word:
    """A word, or a part of one that may begin a line; `glued` to the one before it without a space, with what a line ends in that ends before it."""

    text: str
    glued: bool = False
    ending: str = ""


def _words(text: str) -> list[_Word]:
    """Give a text's words; those with a hyphen or a slash within may break after it, and those of scripts without spaces anywhere."""
    made: list[_Word] = []
    for word in re.findall(r"[^ \t\r\n]+", text):
        parts = [part for piece in _CJK.split(word) for part in re.split(r"(?<=[^\W_]{2}[-–/])(?=[^\W_]{2})", piece) if part]
        for index, part in enumerate(parts):
            begins = not index or (not part[0].isalnum() and _CJK.match(part) is None)
            if index and begins:  # a sign that ends what stands before it
                made[-1] = _Word(made[-1].text + part, made[-1].glued)
            else:
                made.append(_Word(part, glued=bool(index)))
    return made


def _set(words: Sequence[_Word], setting: Setting, size: int, measure: Measure, *, may_break: bool) -> Block | None:
    """Give the words as even lines at a size, None where they don't fit."""
    if any(measure(word.text) > setting.width for word in words):
        if not may_break:
            return None
        words = [part for word in words for part in _broken(word, setting.width, measure)]
    most = min(setting.most_lines, int(setting.height / (size * setting.leading)))
    ends = _even(words, setting.width, measure, most)
    lines = tuple(_joined(words[first:end]) + (words[end].ending if end < len(words) else "") for first, end in pairwise((0, *ends)))
    return Block(size, lines, size * setting.leading) if lines else None


def _broken(word: _Word, width: float, measure: Measure) -> list[_Word]:
    """Give a word in parts that fit, each but the last to end in a hyphen where a line ends after it."""
    parts: list[_Word] = []
    rest, glued = word.text, word.glued
    while measure(rest) > width:
        most = max((at for at in range(1, len(rest)) if measure(rest[:at] + "-") <= width), default=1)
        at = _syllable(rest, most)
        parts.append(_Word(rest[:at], glued, "-" if parts else ""))
        rest, glued = rest[at:], True
    return [*parts, _Word(rest, glued, "-" if parts else "")]


def _syllable(word: str, most: int) -> int:
    """Give where to put a hyphen into a word, at the last likely syllable: before a consonant with a vowel after it."""
    low = word.lower()
    for at in range(min(most, len(word) - _FEWEST), _FEWEST - 1, -1):
        if low[at] not in _VOWELS and low[at + 1] in _VOWELS and low[at].isalpha() and any(letter in _VOWELS for letter in low[at - 4 : at]):
            return at
    return most


def _joined(words: Sequence[_Word]) -> str:
    return "".join(f"{'' if index == 0 or word.glued else ' '}{word.text}" for index, word in enumerate(words))


def _even(words: Sequence[_Word], width: float, measure: Measure, most: int) -> tuple[int, ...]:
    """Give where each line ends, for as few lines as there can be, with the least uneven ends; () where that are more than `most`."""
    count = len(words)
    letter = measure("n")
    gaps = {True: measure("nn") - 2 * letter, False: measure("n n") - 2 * letter}
    widths = [measure(word.text) for word in words]
    hyphen = measure("n-") - letter
    begins = list(accumulate((widths[index] + (gaps[word.glued] if index else 0) for index, word in enumerate(words)), initial=0.0))

    def cost(first: int, end: int) -> float:
        """Give how bad a line is, below 0 for one that is too long."""
        loose = width - (begins[end] - begins[first] - (gaps[words[first].glued] if first else 0) + (hyphen if end < count and words[end].ending else 0))
        ends_short = end < count and not words[end].glued and len(words[end - 1].text) <= _SHORT_END
        alone = end == count and end - first == 1 and first > 0 and loose > 0.6 * width
        return loose**2 + (0.15 * width) ** 2 * (ends_short + 4 * alone) if loose >= 0 else -1

    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    """For each number of lines: the least cost of the first words on them, and where the last of the lines begins, by the number of words."""
    for _ in range(most):
        row: dict[int, tuple[float, int]] = {}
        for first, (before, _) in best[-1].items():
            for end in range(first + 1, count + 1):
                if (more := cost(first, end)) < 0:
                    break
                if end not in row or before + more < row[end][0]:
                    row[end] = (before + more, first)
        best.append(row)
        if count in row:
            return _traced(best, count)
    return ()


def _traced(best: Sequence[dict[int, tuple[float, int]]], end: int) -> tuple[int, ...]:
    ends = []
    for row in reversed(best[1:]):
        ends.append(end)
        end = row[end][1]
    return tuple(reversed(ends))
