"""Everything that was measured, for `sitegen check`: each page in figures, and the longest sentences with their places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from sitegen.common.problems import Location
from sitegen.common.words import counted
from sitegen.contract.facts import PageFacts, without_raw
from sitegen.contract.reading import ENOUGH, LONG, blocks, ease, is_known, sentences
from sitegen.contract.told import owner_of, place_of
from sitegen.contract.weight import Weight, weight_of
from sitegen.render.renderer import Renderer

_SENTENCES, _PAGES, _SHOWN = 10, 10, 100


class Sentence(NamedTuple):
    """A long sentence: its words, how many they are, and where it stands."""

    words: int
    text: str
    place: Location


class Detail(NamedTuple):
    """The measures of each page by address, its weight, and the longest sentences of the site."""

    pages: Mapping[str, PageFacts]
    weights: Mapping[str, Weight]
    sentences: tuple[Sentence, ...]

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values for `--format json`; keys stay stable between versions."""
        return {
            "pages": [
                {
                    "address": address, "gzip": self.weights[address].gzip, "brotli": self.weights[address].brotli, "title": page.title, "description": page.description,
                    "language": page.language, "words": page.words, "sentences": page.sentences, "syllables": page.syllables, "ease": ease_of(page),
                }
                for address, page in self.pages.items()
            ],
            "longest_sentences": [{"words": one.words, "text": one.text, "file": one.place.file, "line": one.place.line or None} for one in self.sentences],
        }  # fmt: skip

    def as_text(self) -> str:
        """Give the pages that are hardest to read, and the longest sentences; "" where there is neither."""
        read = sorted((level, address) for address, page in self.pages.items() if page.words >= ENOUGH and (level := ease_of(page)) is not None)
        lines = [f"Hardest to read, of {counted(len(read), 'page')} with {ENOUGH} words and more:"] if read else []
        lines += [f"  {level:5.0f}  {address}" for level, address in read[:_PAGES]]
        if self.sentences:
            lines += ["Longest sentences:", *(f"  {one.words} words, {one.place}: {_beginning(one.text)}" for one in self.sentences)]
        return "\n".join(lines)


def ease_of(page: PageFacts) -> float | None:
    """Give the reading ease of a page, None for one without text in a language that is known here."""
    return round(ease(page.language, page.words, page.sentences, page.syllables), 1) if page.words and is_known(page.language) else None


def detail(pages: Mapping[str, bytes], facts: Mapping[str, PageFacts], renderer: Renderer) -> Detail:
    """Give the detail of finished pages, by address: each is weighed, and looked through for long sentences."""
    owners = {route.address: owner_of(renderer, route) for route in renderer.routes if route.is_page}
    found: dict[str, tuple[int, str]] = {}
    for address, data in pages.items():
        if is_known(facts[address].language):
            for block in blocks(without_raw(data)[0]):
                for sentence in sentences(block):
                    if (words := sentence.count(" ") + 1) > LONG:
                        found.setdefault(sentence, (words, owners[address]))
    longest = sorted(found.items(), key=lambda one: (-one[1][0], one[0]))[:_SENTENCES]
    return Detail(
        facts,
        {address: weight_of(data) for address, data in pages.items()},
        tuple(Sentence(words, text, _place(text, owner, renderer)) for text, (words, owner) in longest),
    )


def _place(sentence: str, owner: str, renderer: Renderer) -> Location:
    """Give where a sentence stands: looked for by its first words, as many as are printed as they are written."""
    words = sentence.split()
    for many in (6, 4, 3):
        place = place_of(" ".join(words[:many]), owner, renderer)
        if place.line:
            return place
    return Location(owner)


def _beginning(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN].rpartition(" ")[0] + " …"
