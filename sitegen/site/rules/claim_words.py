"""The words by which a results claim is known, a table a language; another language is another module and another entry of `LANGUAGES`.

In a pattern, {N} stands for a number from two on, {D} for one in digits, {W} for up to five words, {CHANGE} and the other names in capitals for the
table's own words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex
from sitegen.site.rules.written_numbers import NumberWords

IN_DIGITS, IN_WORDS = "\N{LATIN LETTER TWO WITH STROKE}", "\N{LATIN LETTER RETROFLEX CLICK}"
"""The letters that stand, one for each of its own, for a number in digits and in words while a text is searched."""


@frozen
class Sign:
    """A pattern that is a claim where it stands, in a sentence that holds what it `needs` and nothing of what tells otherwise."""

    pattern: str
    needs: str = ""
    unless: str = ""


@frozen
class ReadySign:
    """A sign with its patterns compiled."""

    pattern: re.Pattern[str]
    needs: re.Pattern[str] | None
    unless: re.Pattern[str] | None


@frozen(slots=False)
class ClaimWords:
    """A language's words for results."""

    numbers: NumberWords
    common: str
    """Words by which a text is known to be in this language, in small letters."""
    letters: str
    """Letters that tell it as well as a word."""
    triggers: str
    """Words without a number that a claim can be made of."""
    part_heads: str
    """Words before a part of a whole that make it one: "a third", "by half"."""
    sets: Mapping[str, str]
    """Words that the patterns name in capitals."""
    factors: Mapping[str, int]
    """Words that multiply or divide, by how much."""
    idle: tuple[str, ...]
    """Where a number tells of no result: dates, times, ages, addresses, turns of speech."""
    silent: str
    """Sentences that claim nothing: goals, promises not given, surveys, how things were before."""
    signs: tuple[Sign, ...]
    """What a claim looks like."""

    @cached_property
    def trigger(self) -> re.Pattern[str]:
        """A pattern that any text with a claim holds, in small letters."""
        words = "|".join(sorted(self.numbers.words, key=len, reverse=True))
        return regex(rf"\d|\b(?:{words})|{self.word_trigger.pattern}")

    @cached_property
    def word_trigger(self) -> re.Pattern[str]:
        """A pattern that any text with a claim holds that has no number in it, in small letters."""
        return regex(rf"\b(?:{self.triggers}|(?:{self.part_heads})[\s-](?:{'|'.join(self.numbers.parts)})s?\b)")

    @cached_property
    def number_pattern(self) -> re.Pattern[str]:
        """A number from two on, as people write it."""
        return regex(self.numbers.pattern, re.IGNORECASE)

    @cached_property
    def idle_patterns(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """Everything in which a number tells of no result: as it is written, and where each number is marked."""
        written, marked = ([one for one in self.idle if ("{N}" in one) is is_marked] for is_marked in (False, True))
        return self._compiled("|".join(f"(?:{one})" for one in written)), self._compiled("|".join(f"(?:{one})" for one in marked))

    @cached_property
    def time_span_pattern(self) -> re.Pattern[str]:
        """In or after how long it came, which is no part of a result's numbers."""
        return self._compiled(r"\b(?:{SPAN})\s(?:\w+\s){0,2}?{N}\s(?:{TIME}|{MEETINGS})\b|{N}\s(?:{TIME}|{MEETINGS})\s(?:{LATER})\b")

    @cached_property
    def part_pattern(self) -> re.Pattern[str]:
        """What makes the number before it count the parts of a whole: two thirds."""
        return regex(rf"[\s-](?:{'|'.join(self.numbers.parts)})s?\b", re.IGNORECASE)

    @cached_property
    def silent_pattern(self) -> re.Pattern[str]:
        """What a sentence that claims nothing holds."""
        return self._compiled(self.silent)

    @cached_property
    def ready_signs(self) -> tuple[ReadySign, ...]:
        """The signs, compiled."""
        return tuple(ReadySign(self._compiled(sign.pattern), self._optional(sign.needs), self._optional(sign.unless)) for sign in self.signs)

    @cached_property
    def common_words(self) -> frozenset[str]:
        """The words that tell the language."""
        return frozenset(self.common.split("|"))

    def _optional(self, pattern: str) -> re.Pattern[str] | None:
        return self._compiled(pattern) if pattern else None

    def _compiled(self, pattern: str) -> re.Pattern[str]:
        return regex(self._filled(pattern), re.IGNORECASE)

    def _filled(self, pattern: str) -> str:
        """Put the words in place of the names in capitals, which may name each other."""
        while found := re.search(r"\{([A-Z]+)\}", pattern):
            pattern = pattern.replace(found[0], self._words[found[1]])
        return pattern

    @cached_property
    def _words(self) -> Mapping[str, str]:
        return {
            "N": f"(?:[{IN_DIGITS}{IN_WORDS}]+)",
            "D": f"(?:{IN_DIGITS}+)",
            "W": r"(?:[\w'’-]+,?\s+){0,5}",
            "S": r"[\s-]+",
            **{name: f"(?:{words})" for name, words in self.sets.items()},
        }
