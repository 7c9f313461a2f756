"""Whether a text comes from another by cutting only (R5: 16 CFR 255.1, CAP Code 3.45), and what was cut.

Words are compared as they are written; quotes, dashes and spaces of all kinds are one. Allowed beside cuts: the case of a part's first letter and a full stop at
its end. A part is what stands between two cuts. It may stand in the original more than once: it is taken where no sentence loses its "not", if there is such a place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

from sitegen.common.frozen import frozen
from sitegen.site.rules.spoken import CUT, ELLIPSIS, Spoken, count_words, flat, is_word
from sitegen.site.rules.turning_words import turning_word_in, turning_words

FEWEST_WORDS = 3
"""So many words stand between two cuts at least."""
_MOST_PLACES = 50
"""A part is looked for in so many places; only a text that says the same again and again has more."""
_END = "\n"

Fault = Literal["added", "changed", "left out", "moved", "unknown", "short", "negation"]
Span = tuple[int, int]


@frozen
class Cut:
    """The shown text comes from the original by cutting; `hedges` are the places in the original of the hedging words that the cuts dropped."""

    hedges: tuple[Span, ...] = ()


@frozen
class NotCut:
    """The shown text does not come from the original by cutting: why, and where in each text. A span that holds nothing says where something is missing."""

    fault: Fault
    shown: Span
    original: Span


def compared(original: Spoken, shown: Spoken, language: str) -> Cut | NotCut:
    """Say whether one text comes from another by cutting only, in time that grows with their length."""
    return _Comparison(original, shown, language).outcome()


def plainly_cut(original: str, shown: str, language: str) -> bool:
    """Say quickly whether a text clearly comes from another by cutting, and no cut drops a word that turns the meaning; False where that needs a closer look."""
    whole, text = flat(original), flat(shown)
    if text == whole:
        return any(map(str.isalnum, text))
    if ". ." in whole or ". ." in text:
        return False
    parts = [part.strip() for part in re.split(r"\[ ?(?:\.\.\.|…) ?\]", text)]
    at, dropped = 0, []
    for part in filter(None, parts):
        if part.count(" ") < FEWEST_WORDS - 1 or "…" in part or "..." in part:
            return False
        found = whole.find(part, at)
        end = found + len(part)
        if found < 0 or _is_inside_a_word(whole, found) or _is_inside_a_word(whole, end) or sum(word[0].isalnum() for word in part.split()) < FEWEST_WORDS:
            return False
        dropped.append(whole[at:found])
        at = end
    dropped.append(whole[at:])
    return any(parts) and not turning_word_in(language).search(" | ".join(dropped).lower())


def _is_inside_a_word(text: str, at: int) -> bool:
    """Say whether a place lies within a word, or a sign that is longer than one letter."""
    around = text[at - 1 : at + 1] if at else ""
    return len(around) == 2 and (all(letter.isalnum() or letter in "'_" for letter in around) or around in ("--", "..", ".…", "…."))


class _Comparison:
    def __init__(self, original: Spoken, shown: Spoken, language: str) -> None:
        self.original, self.shown = original, shown
        self.negation, self.hedge, self.contrast = turning_words(language)
        negations = {token for token in set(original.tokens) if self.negation.fullmatch(token.lower())}
        self.negations = [index for index, token in enumerate(original.tokens) if token in negations] if negations else []
        self.joined = _END + _END.join(original.tokens) + _END
        self.offsets = _offsets(original.tokens)

    def outcome(self) -> Cut | NotCut:
        parts = [(first, last) for first, last in self._parts() if first < last]
        if not parts:
            return NotCut("unknown", (0, len(self.shown.text)), (0, 0))
        places: list[list[Span]] = []
        earliest = 0
        for first, last in parts:
            found = self._places(first, last, earliest)
            if not found:
                return self._difference(first, last, earliest)
            places.append(found)
            earliest = min(end for _, end in found)
        whole = len(parts) == 1 and count_words(self.original.tokens) == count_words(self._tokens(*parts[0]))
        for first, last in parts:
            if not whole and count_words(self._tokens(first, last)) < FEWEST_WORDS:
                return NotCut("short", self._shown_span(first, last), (0, 0))
        chosen = self._chosen(places)
        return Cut(tuple(self._dropped_hedges(chosen))) if chosen is not None else self._dropped_negation(parts, places)

    def _parts(self) -> Iterator[Span]:
        """Give the parts of the shown text between its cuts; the quotes around the whole belong to nobody's words."""
        tokens = self.shown.tokens
        first, end = 0, len(tokens)
        if end > 2 and tokens[0] == "'" == tokens[-1] and self.original.tokens[:1] != ["'"]:
            first, end = 1, end - 1
        known = self._known_ellipses()
        for index in range(first, end):
            if tokens[index] == CUT or (tokens[index] == ELLIPSIS and tuple(tokens[max(0, index - 1) : index + 2]) not in known):
                yield first, index
                first = index + 1
        yield first, end

    def _known_ellipses(self) -> set[tuple[str, ...]]:
        """Give each ellipsis that is the person's own, with the word before and after it; any other in the shown text marks a cut."""
        tokens = self.original.tokens
        return {tuple(tokens[max(0, index - 1) : index + 2]) for index, token in enumerate(tokens) if token == ELLIPSIS}

    def _tokens(self, first: int, last: int) -> Sequence[str]:
        return self.shown.tokens[first:last]

    def _places(self, first: int, last: int, earliest: int) -> list[Span]:
        """Give where a part stands in the original from a token on, as first and end."""
        tokens = self._tokens(first, last)
        writings = (tokens, tokens[:-1]) if tokens[-1] == "." and len(tokens) > 1 else (tokens,)
        found = {(at, at + len(words)) for words in writings for variant in _first_letters(words) for at in self._found(variant, earliest)}
        return sorted(found)[:_MOST_PLACES]

    def _found(self, words: Sequence[str], earliest: int) -> Iterator[int]:
        sought = _END + _END.join(words) + _END
        at = self.joined.find(sought, self.offsets[earliest])
        for _ in range(_MOST_PLACES):
            if at < 0:
                return
            yield bisect_left(self.offsets, at)
            at = self.joined.find(sought, at + 1)

    def _is_negated(self, first: int, end: int) -> bool:
        return bisect_left(self.negations, first) < bisect_left(self.negations, end)

    def _chosen(self, places: Sequence[Sequence[Span]]) -> list[Span] | None:
        """Give a place for each part such that no cut drops a negation from a sentence of which something is shown; None where there is none."""
        sentence = self.original.sentence_of
        rows: list[list[tuple[Span, int]]] = []
        for row, candidates in enumerate(places):
            before = rows[-1] if rows else []
            ends = [place[1] for place, _ in before]
            after_sentence = next((index for index, end in enumerate(ends) if not self._is_negated(end, sentence(end - 1)[1])), -1)
            kept: list[tuple[Span, int]] = []
            for first, end in candidates:
                begin = sentence(first)[0]
                nearest = bisect_right(ends, first) - 1
                if not row:
                    if not self._is_negated(begin, first):
                        kept.append(((first, end), -1))
                elif nearest >= 0 and ends[nearest] > begin and not self._is_negated(ends[nearest], first):
                    kept.append(((first, end), nearest))
                elif after_sentence >= 0 and sentence(ends[after_sentence] - 1)[1] <= begin and not self._is_negated(begin, first):
                    kept.append(((first, end), after_sentence))
            rows.append(kept)
        last = next((index for index, ((_, end), _) in enumerate(rows[-1]) if not self._is_negated(end, sentence(end - 1)[1])), -1)
        if last < 0:
            return None
        chosen = []
        for kept in reversed(rows):
            place, last = kept[last]
            chosen.append(place)
        return chosen[::-1]

    def _gaps(self, chosen: Sequence[Span]) -> Iterator[tuple[int, int, int, int]]:
        """Give each stretch that is cut: its first token and its end, and how far into it the sentences reach of which something is shown, from both sides."""
        ends = [0, *(end for _, end in chosen)]
        firsts = [*(first for first, _ in chosen), len(self.original.tokens)]
        for index, (first, end) in enumerate(zip(ends, firsts, strict=True)):
            left = min(end, self.original.sentence_of(first - 1)[1]) if index else first
            right = max(first, self.original.sentence_of(end)[0]) if end < len(self.original.tokens) else end
            yield first, end, left, right

    def _dropped_hedges(self, chosen: Sequence[Span]) -> Iterator[Span]:
        """Give what a cut dropped of a sentence that is shown, and the word with which the sentence after it takes something back."""
        tokens = self.original.tokens
        for first, end, left, right in self._gaps(chosen):
            for index in range(first, end):
                word = tokens[index].lower()
                in_sentence = index < left or index >= right
                if (in_sentence and self.hedge.fullmatch(word)) or (index == left > 0 and self.contrast.fullmatch(word)):
                    yield self._original_span(index, index + 1)

    def _dropped_negation(self, parts: Sequence[Span], places: Sequence[Sequence[Span]]) -> NotCut:
        chosen: list[Span] = []
        for candidates in places:
            earliest = chosen[-1][1] if chosen else 0
            chosen.append(min((place for place in candidates if place[0] >= earliest), key=lambda place: place[1]))
        for number, (first, end, left, right) in enumerate(self._gaps(chosen)):
            for index in self.negations:
                if first <= index < end and (index < left or index >= right):
                    at = self._shown_span(*parts[number])[0] if number < len(parts) else self._shown_span(*parts[-1])[1]
                    return NotCut("negation", (at, at), self._original_span(index, index + 1))
        raise AssertionError("no place was chosen, and nothing is wrong with the first")

    def _difference(self, first: int, last: int, earliest: int) -> NotCut:
        """Say how a part differs from the original, from a token of it on."""
        tokens = self._tokens(first, last)
        if earliest and self._places(first, last, 0):
            return NotCut("moved", self._shown_span(first, last), self._original_span(earliest, earliest))
        length, at = self._longest(tokens, earliest)
        end = at + length
        wrong, rest = first + length, tokens[length + 1 : length + 1 + FEWEST_WORDS]
        following = self.original.tokens[end : end + 1 + FEWEST_WORDS]
        if not length:
            return self._first_word(first, last, earliest)
        if rest and list(rest) == list(following[: len(rest)]):
            return NotCut("added", self._shown_span(wrong, wrong + 1), self._original_span(end, end))
        if rest and list(rest) == list(following[1 : 1 + len(rest)]):
            return NotCut("changed", self._shown_span(wrong, wrong + 1), self._original_span(end, end + 1))
        later = self._places(wrong, min(last, wrong + FEWEST_WORDS), end)
        if later:
            at = self.shown.starts[wrong]
            until, since = self.original.sentence_of(end - 1)[1], self.original.sentence_of(later[0][0])[0]
            lost = next((index for index in self.negations if end <= index < later[0][0] and (index < until or index >= since)), -1)
            if lost >= 0:
                return NotCut("negation", (at, at), self._original_span(lost, lost + 1))
            return NotCut("left out", (at, at), self._original_span(end, later[0][0]))
        if any(map(is_word, following)) and is_word(following[0]) == is_word(tokens[length]):
            return NotCut("changed", self._shown_span(wrong, wrong + 1), self._original_span(end, end + 1))
        to_word = 1 + (not is_word(tokens[length]) and any(is_word(word) and word not in following for word in rest[:1]))
        return NotCut("added", self._shown_span(wrong, wrong + to_word), self._original_span(end, end))

    def _first_word(self, first: int, last: int, earliest: int) -> NotCut:
        """Say how a part differs that begins with a word which does not stand in the original from a token on."""
        here = self._shown_span(first, first + 1)
        places = self._places(first + 1, min(last, first + 1 + FEWEST_WORDS), earliest) if last - first > FEWEST_WORDS - 1 else []
        if not places:
            return NotCut("unknown", here, self._original_span(earliest, earliest))
        at = places[0][0]
        is_other = at > earliest and is_word(self.original.tokens[at - 1])
        return NotCut("changed" if is_other else "added", here, self._original_span(at - is_other, at))

    def _longest(self, tokens: Sequence[str], earliest: int) -> tuple[int, int]:
        """Give how many of the first tokens stand in the original in one piece, and where."""
        least, most, at = 0, len(tokens), earliest
        while least < most:
            middle = (least + most + 1) // 2
            found = [next(self._found(variant, earliest), -1) for variant in _first_letters(tokens[:middle])]
            known = min((place for place in found if place >= 0), default=-1)
            if known < 0:
                most = middle - 1
            else:
                least, at = middle, known
        return least, at

    def _shown_span(self, first: int, end: int) -> Span:
        return _span(self.shown, first, end)

    def _original_span(self, first: int, end: int) -> Span:
        return _span(self.original, first, end)


def _span(text: Spoken, first: int, end: int) -> Span:
    """Give where tokens stand in a text; a place between two where there are none."""
    if first < end:
        return text.starts[first], text.ends[min(end, len(text.ends)) - 1]
    at = text.ends[first - 1] if first else 0
    return at, at


def _offsets(tokens: Sequence[str]) -> list[int]:
    """Give where each token's line begins among all of them joined, and where the last ends."""
    offsets = [0]
    for token in tokens:
        offsets.append(offsets[-1] + len(token) + 1)
    return offsets


def _first_letters(tokens: Sequence[str]) -> Iterator[Sequence[str]]:
    """Give the tokens as they are, and with the other case of their first letter."""
    yield tokens
    first = next((index for index, token in enumerate(tokens) if is_word(token)), -1)
    if first >= 0 and (other := tokens[first][0].swapcase()) != tokens[first][0] and len(other) == 1:
        yield [*tokens[:first], other + tokens[first][1:], *tokens[first + 1 :]]
