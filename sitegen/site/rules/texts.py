"""The sentences of an item that a reader sees, each with the line it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sitegen.common.patterns import regex
from sitegen.common.problems import Location
from sitegen.site.consent import covers, pictured
from sitegen.site.items import Testimonial
from sitegen.site.model import Item
from sitegen.site.rules.claims_made import MadeClaim, excuse_of
from sitegen.site.rules.shown_texts import embeds_in, in_words, shown_texts
from sitegen.site.video_texts import VideoText

_HEADING = regex(r"^ {0,3}#{1,6}[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_SENTENCE = regex(r"[^.!?\n]*(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?")
_WRAPPED = regex(r"\n(?=[ \t]*[^\s#>|*+\-\d])")
"""The end of a line whose sentence may go on in the next."""


class Texts:
    """The texts of an item, looked through by several rules."""

    def __init__(self, item: Item[Any]) -> None:
        self.item = item
        self._fields = [(shown.field, shown.text, shown.text.lower()) for shown in shown_texts(item.record)]
        self._body = item.body.lower()
        self._videos = shown_video_texts(item)

    def said(self, pattern: re.Pattern[str], stems: tuple[str, ...] = ("",), without: tuple[str, ...] = ()) -> Iterator[tuple[Location, str, re.Match[str]]]:
        """Give each sentence in which a pattern is found, with its place; fields named in `without` are passed over.

        A text that holds none of the stems, in small letters, is not searched: a sentence that is meant holds one of them.
        """
        for field, text, small in self._fields:
            if any(stem in small for stem in stems) and field.partition(".")[0] not in without:
                for _, sentence, match in _found(text, pattern):
                    yield self.item.location(field), sentence, match
        if any(stem in self._body for stem in stems):
            for at, sentence, match in _found(_WRAPPED.sub(" ", self.item.body), pattern):
                yield body_location(self.item, at), sentence, match
        for said in self._videos:
            for at, sentence, match in _found(_WRAPPED.sub(" ", said.text), pattern):
                yield said.location(at), sentence, match


def shown_video_texts(item: Item[Any]) -> tuple[VideoText, ...]:
    """Give what is said in the videos of hers that an item shows; that of a person is shown only where the consent covers it."""
    consent = getattr(item.record, "consent", None)
    if item.video_texts and isinstance(item.record, Testimonial) and not (covers(consent, "video") and pictured(consent)):
        return ()
    return item.video_texts


def headings(body: str) -> Iterator[tuple[int, str]]:
    """Give the headings of a Markdown text, with their places in it."""
    return ((match.start(), match[1]) for match in _HEADING.finditer(body))


def body_location(item: Item[Any], at: int) -> Location:
    """Give the line of a place in the text below the fields."""
    return Location(item.file, item.body_line + item.body.count("\n", 0, at))


def claim_location(item: Item[Any], claim: MadeClaim) -> Location:
    """Give the line of a results claim that an item makes."""
    return item.location(claim.field) if claim.field else Location(item.file, item.body_line + claim.lines_down)


def claims_in_videos(item: Item[Any]) -> Iterator[tuple[Location, MadeClaim]]:
    """Give the results claims in what is said in the videos that an item shows, each with its line; beside them stand all numbers that embeds show in the item's texts."""
    texts = [(said, claim) for said in shown_video_texts(item) for claim in said.claims]
    if texts:
        every = (embed for shown in shown_texts(item.record, item.body) if shown.lets_embed for embed in embeds_in(shown.text))
        embeds = tuple(embed for embed in every if embed.startswith(("measure ", "figure ")))
        for said, claim in texts:
            excuse = excuse_of(claim, in_words(said.text), item.record.not_claims)
            yield said.location(claim.start), MadeClaim("", 0, claim, embeds, lets_embed=False, excuse=excuse)


def _found(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, str, re.Match[str]]]:
    for whole in _SENTENCE.finditer(text):
        sentence = whole.group().strip()
        if sentence and (match := pattern.search(sentence)):
            yield text.index(sentence, whole.start()) + match.start(), sentence, match
