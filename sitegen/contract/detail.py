"""Everything that was measured, for `sitegen check`: each page in figures, and the longest sentences with their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sitegen.common.problems import Location
from sitegen.common.words import counted
from sitegen.contract.facts import PageFacts, without_raw
from sitegen.contract.reading import ENOUGH, LONG, blocks, ease, is_known, sentences
from sitegen.contract.style_rules import Rule, line_of, rules_of
from sitegen.contract.told import own_sheets, owner_of, place_of
from sitegen.contract.unused import seen_on, unused
from sitegen.contract.weight import Weight, weight_of
from sitegen.render.renderer import Renderer

_SENTENCES, _PAGES, _SHOWN = 10, 10, 100


class Sentence(NamedTuple):
    """A long sentence: its words, how many they are, and where it stands."""

    words: int
    text: str
    place: Location


class Unused(NamedTuple):
    """A style rule that nothing needs: its selector, its bytes, and where it stands; a place without a file is in the theme that ships."""

    selector: str
    size: int
    place: Location


class Detail(NamedTuple):
    """The lines of a build, the measures of each page by address, its weight, and the longest sentences of the site."""

    lines: tuple[str, ...]
    pages: Mapping[str, PageFacts]
    weights: Mapping[str, Weight]
    sentences: tuple[Sentence, ...]
    unused: tuple[Unused, ...]
    """The style rules that nothing on the site needs: hers with their places, those of the theme without."""
    style_bytes: int

    def as_json(self) -> dict[str, Any]:
        """Give it as plain values for `--format json`; keys stay stable between versions."""
        return {
            "lines": list(self.lines),
            "pages": [
                {
                    "address": address, "gzip": self.weights[address].gzip, "brotli": self.weights[address].brotli, "title": page.title, "description": page.description,
                    "language": page.language, "words": page.words, "sentences": page.sentences, "syllables": page.syllables, "ease": ease_of(page),
                }
                for address, page in self.pages.items()
            ],
            "style_sheet": {
                "bytes": self.style_bytes, "unused": sum(one.size for one in self.unused),
                "unused_rules": [{"selector": one.selector, "bytes": one.size, "file": one.place.file or None, "line": one.place.line or None} for one in self.unused],
            },
            "longest_sentences": [{"words": one.words, "text": one.text, "file": one.place.file, "line": one.place.line or None} for one in self.sentences],
        }  # fmt: skip

    def as_text(self) -> str:
        """Give the lines, the pages that are hardest to read, the longest sentences, and what of the style sheet nothing needs."""
        read = sorted((level, address) for address, page in self.pages.items() if page.words >= ENOUGH and (level := ease_of(page)) is not None)
        lines = list(self.lines)
        lines += [f"Hardest to read, of {counted(len(read), 'page')} with {ENOUGH} words and more:"] if read else []
        lines += [f"  {level:5.0f}  {address}" for level, address in read[:_PAGES]]
        if self.sentences:
            lines += ["Longest sentences:", *(f"  {one.words} words, {one.place}: {_beginning(one.text)}" for one in self.sentences)]
        if self.unused:
            own = [one for one in self.unused if one.place.file]
            wasted = sum(one.size for one in self.unused if not one.place.file)
            lines.append(
                f"Style rules that nothing on the site needs: {wasted:,} of {self.style_bytes:,} bytes in the theme's own{', and of yours:' if own else '.'}"
            )
            lines += [f"  {one.place}: {one.selector}" for one in own]
        return "\n".join(lines)


def ease_of(page: PageFacts) -> float | None:
    """Give the reading ease of a page, None for one without text in a language that is known here."""
    return round(ease(page.language, page.words, page.sentences, page.syllables), 1) if page.words and is_known(page.language) else None


def detail(lines: tuple[str, ...], pages: Mapping[str, bytes], facts: Mapping[str, PageFacts], renderer: Renderer) -> Detail:
    """Give the detail of finished pages, by address: each is weighed, and looked through for long sentences."""
    owners = {route.address: owner_of(renderer, route) for route in renderer.routes if route.is_page}
    found: dict[str, tuple[int, str]] = {}
    texts = {address: without_raw(data)[0] for address, data in pages.items()}
    for address, text in texts.items():
        if is_known(facts[address].language):
            for block in blocks(text):
                for sentence in sentences(block):
                    if (words := sentence.count(" ") + 1) > LONG:
                        found.setdefault(sentence, (words, owners[address]))
    longest = sorted(found.items(), key=lambda one: (-one[1][0], one[0]))[:_SENTENCES]
    css = renderer.theme.css
    return Detail(
        lines,
        facts,
        {address: weight_of(data) for address, data in pages.items()},
        tuple(Sentence(words, text, _place(text, owner, renderer)) for text, (words, owner) in longest),
        tuple(_unused(unused(rules_of(css), seen_on(texts.values())), renderer)),
        len(css.encode()),
    )


def _unused(rules: tuple[Rule, ...], renderer: Renderer) -> Iterator[Unused]:
    """Give each rule with its place, if it is in a style sheet of hers."""
    own = own_sheets(renderer)
    for rule in dict.fromkeys(rules):
        place = next((Location(path, line) for path, text in own if (line := line_of(rule.selector, text))), Location(""))
        yield Unused(rule.selector, rule.size, place)


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
