"""Texts looked through for needles: first by sets of words, which rules out nearly everything, then closely."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from sitegen.common.frozen import frozen
from sitegen.common.leaks.forms import digits_of, folded, link_form, name_pairs, phone_key, words_of
from sitegen.common.leaks.needle import RUN, Needle, emails_in
from sitegen.common.leaks.phrases import phrases, short_names, together
from sitegen.common.leaks.views import Views, batches, views, views_of_part
from sitegen.common.patterns import regex

_APART = r"(?:(?![.!?:;]\s)[\W_]){1,60}"
_LEAST_JOINED = 8
_STEP = 3
"""Any six words in a row hold four that begin at every third word of a text: only these are looked up in every text, and the six where four were found."""
_BETWEEN_DIGITS = r"[\s()./-]{0,4}"


@frozen(order=True)
class Leak:
    """A needle that was found, and in which line of which file."""

    path: str
    line: int
    needle: Needle
    words: str = ""
    """Of a note: the six words that were found."""


@frozen(slots=False)
class _Pair:
    """Two words of a name, and what may stand between them."""

    first: str
    last: str
    between: tuple[str, ...]
    needle: Needle

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The name in either order; made when both words have been seen in one text."""
        middle = "|".join(sorted({re.escape(word) for word in self.between if word not in (self.first, self.last)} | {r"[^\W\d_]\.?"}))
        first, last = re.escape(self.first), re.escape(self.last)
        return regex(rf"(?<![^\W_])(?:{first}(?:{_APART}(?:{middle}))*{_APART}{last}|{last}{_APART}{first}(?:{_APART}(?:{middle}))*)(?![^\W_])")


@frozen(slots=False)
class _Phrase:
    """Words that have to stand in a text, and the pattern that they make; it is made when all of them have been seen in one text."""

    words: frozenset[str]
    written: str
    needle: Needle

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return regex(rf"(?<![^\W_])(?:{self.written})(?![^\W_])")


class Searcher:
    """All needles, made ready to be looked for in many texts."""

    def __init__(self, needles: Iterable[Needle]) -> None:
        self._names: dict[str, list[_Pair]] = {}
        self._phrases: dict[str, list[_Phrase]] = {}
        self._joined: dict[str, Needle] = {}
        self._emails: dict[str, Needle] = {}
        self._spoken: dict[str, list[tuple[str, Needle]]] = {}
        self._phones: dict[str, Needle] = {}
        self._links: dict[str, list[tuple[str, Needle]]] = {}
        self._runs: dict[tuple[str, ...], Needle] = {}
        self._begun: set[tuple[str, ...]] = set()
        self._seen: set[str] = set()
        wanted = tuple(needles)
        self._rare = Counter(word for needle in wanted if needle.kind in ("email", "link") for word in set(words_of(folded(needle.text))))
        for needle in wanted:
            {
                "name": self._add_name, "email": self._add_email, "phone": self._add_phone, "link": self._add_link, "note": self._add_note,
                "short name": self._add_phrases, "phrase": self._add_phrases, "together": self._add_phrases,
            }[needle.kind](needle)  # fmt: skip
        self._keys = frozenset((*self._names, *self._joined, *self._spoken, *self._links, *self._phrases))

    def _rarest(self, words: Iterable[str]) -> str:
        """Give the word that fewest needles share, by which a text without it is passed over."""
        return min(words, key=lambda word: (self._rare[word], -len(word), word))

    def _add_name(self, needle: Needle) -> None:
        for first, last, between in name_pairs(needle.text):
            self._names.setdefault(max(first, last, key=len), []).append(_Pair(first, last, between, needle))
            if len(first + last) >= _LEAST_JOINED:
                self._joined.setdefault(first + last, needle)
                self._joined.setdefault(last + first, needle)

    def _add_phrases(self, needle: Needle) -> None:
        for words, written in {"short name": short_names, "phrase": phrases, "together": together}[needle.kind](needle.text):
            self._phrases.setdefault(max(words, key=lambda word: (len(word), word)), []).append(_Phrase(words, written, needle))

    def _add_email(self, needle: Needle) -> None:
        bare = re.sub(r"\s", "", folded(needle.text))
        self._emails.setdefault(bare, needle)
        local, _, domain = bare.partition("@")
        names, ends = words_of(local), words_of(domain)
        if names and ends:
            for at, dot in ((" at ", " dot "), (" at ", " "), (" ", " dot ")):
                self._spoken.setdefault(self._rarest((*names, *ends)), []).append((f" {' '.join(names)}{at}{dot.join(ends)} ", needle))

    def _add_phone(self, needle: Needle) -> None:
        self._phones.setdefault(phone_key(needle.text), needle)

    def _add_link(self, needle: Needle) -> None:
        form = link_form(needle.text)
        words = words_of(form)
        if len(words) >= 2:
            self._links.setdefault(self._rarest(words), []).append((form, needle))

    def _add_note(self, needle: Needle) -> None:
        words = words_of(folded(needle.text))
        for begin in range(len(words) - RUN + 1):
            self._runs.setdefault(tuple(words[begin : begin + RUN]), needle)
        self._begun.update(zip(*(words[begin:] for begin in range(RUN - _STEP + 1)), strict=False))

    def found_in(self, path: str, data: bytes) -> tuple[Leak, ...]:
        """Give every leak in a file, each needle once, at its first line; of a note, each run of words."""
        return self.looked_through(path, views(path, data))

    def looked_through(self, path: str, texts: Views) -> tuple[Leak, ...]:
        """Give every leak in the views of a file; parts that stood in an earlier one are not looked through again."""
        leaks: dict[tuple[Needle, str], int] = {}
        fresh = [part for part in texts.parts if part not in self._seen]
        self._seen.update(fresh)
        for text in chain(texts.own, *map(views_of_part, batches(fresh))):
            for needle, line, run in self._in_folded(text):
                leaks.setdefault((needle, run), line)
        return tuple(sorted(Leak(path, line, needle, run) for (needle, run), line in leaks.items()))

    def begin_anew(self) -> None:
        """Look through parts again that stood in a file before."""
        self._seen.clear()

    def is_in(self, flat: str) -> bool:
        """Say whether any needle stands in a folded text."""
        return next(self._in_folded(flat), None) is not None

    def _in_folded(self, flat: str) -> Iterator[tuple[Needle, int, str]]:
        words = words_of(flat)
        if not self._keys.isdisjoint(words):
            yield from ((needle, line, "") for needle, line in self._by_words(flat, words))
        if self._runs and not self._begun.isdisjoint(zip(*(words[begin::_STEP] for begin in range(RUN - _STEP + 1)), strict=False)):
            for begin, run in enumerate(zip(*(words[begin:] for begin in range(RUN)), strict=False)):
                if (needle := self._runs.get(run)) is not None:
                    yield needle, _line_of_words(flat, words[begin : begin + RUN]), " ".join(run)
        if self._emails and "@" in flat:
            for bare, at in emails_in(flat):
                if (needle := self._of_email(bare)) is not None:
                    yield needle, _line(flat, at), ""
        if self._phones:
            yield from ((needle, line, "") for needle, line in self._by_digits(flat))

    def _of_email(self, text: str) -> Needle | None:
        """Give whose address a text is, without what punctuation or a file's ending adds to it."""
        bare = text.strip("'.-+")
        while "." in bare.partition("@")[2]:
            if (needle := self._emails.get(bare)) is not None:
                return needle
            bare = bare.rpartition(".")[0]
        return None

    def _by_words(self, flat: str, words: list[str]) -> Iterator[tuple[Needle, int]]:
        there = set(words)
        spaced = ""
        for key in sorted(there & self._keys):
            for pair in self._names.get(key, ()):
                if pair.first in there and pair.last in there and (found := pair.pattern.search(flat)):
                    yield pair.needle, _line(flat, found.start())
            for phrase in self._phrases.get(key, ()):
                if phrase.words <= there and (found := phrase.pattern.search(flat)):
                    yield phrase.needle, _line(flat, found.start())
            if key in self._joined:
                yield self._joined[key], _line(flat, flat.find(key))
            for form, needle in self._spoken.get(key, ()):
                spaced = spaced or f" {' '.join(words)} "
                if form in spaced:
                    yield needle, _line_of_words(flat, form.split())
            for form, needle in self._links.get(key, ()):
                if form in flat and (found := re.search(rf"(?<![\w.-]){re.escape(form)}(?![\w-])|(?<=www\.){re.escape(form)}(?![\w-])", flat)):
                    yield needle, _line(flat, found.start())

    def _by_digits(self, flat: str) -> Iterator[tuple[Needle, int]]:
        for digits in digits_of(flat):
            for key in {digits[begin : begin + size] for size in (7, 8, 9) for begin in range(len(digits) - size + 1)} & self._phones.keys():
                found = re.search(_BETWEEN_DIGITS.join(key), flat) if len(key) == 9 or digits.endswith(key) else None
                if found is not None:
                    yield self._phones[key], _line(flat, found.start())


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, max(at, 0)) + 1


def _line_of_words(text: str, words: list[str]) -> int:
    found = re.search(r"[\W_]+".join(map(re.escape, words)), text)
    return _line(text, found.start()) if found else 0
