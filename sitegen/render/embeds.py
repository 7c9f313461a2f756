"""Embeds: `[[testimonials service=team limit=2]]` in a text stands for a piece of the site, kept true by the records."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex
from sitegen.common.words import did_you_mean, suggestion


@frozen
class Embed:
    """One embed: its words in order, its named words, its template, and whether it may stand in running text."""

    doc: str
    example: str
    words: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    in_text: bool = False

    @property
    def whole_numbers(self) -> frozenset[str]:
        """The named words that are numbers."""
        return frozenset({"limit"})


EMBEDS: Mapping[str, Embed] = {
    "testimonials": Embed(
        "Testimonials, chosen as on every page (`sitegen help showing`).",
        "[[testimonials service=team limit=2]]",
        named=("service", "topic", "audience", "limit"),
    ),
    "testimonial": Embed("One testimonial.", "[[testimonial anna]]", words=("slug",)),
    "results": Embed("Cases, newest first.", "[[results service=team limit=2]]", named=("service", "limit")),
    "result": Embed("One case.", "[[result harbour-foods]]", words=("slug",)),
    "services": Embed("All services.", "[[services]]"),
    "articles": Embed("Articles, newest first.", "[[articles topic=delegation limit=3]]", named=("topic", "limit")),
    "events": Embed("Coming events.", "[[events limit=2]]", named=("limit",)),
    "figure": Embed("A figure of data/proof.yaml, in the text.", "[[figure leaders-coached]]", words=("id",), in_text=True),
    "measure": Embed("A case's measure, in the text: from 31% to 22%.", "[[measure harbour-foods turnover]]", words=("slug", "name"), in_text=True),
    "form": Embed("The contact form, or the form for testimonials.", "[[form contact]]", words=("name",)),
    "newsletter": Embed("The newsletter's sign-up form.", "[[newsletter]]"),
    "video": Embed(
        "A video of yours, or a picture that leads to one elsewhere (`sitegen help images`).",
        '[[video talk.mp4 title="A first talk"]]',
        words=("video",),
        named=("title", "poster"),
    ),
    "booking": Embed("A button with your booking link.", "[[booking]]"),
}
"""Every embed by name; each has a template in `templates/embeds/`."""

FORMS = ("contact", "testimonial")


class EmbedMistake(Exception):
    """An embed that can't be understood: what is wrong, and the mend; `others` is what is wrong with it beside that."""

    def __init__(self, code: str, message: str, mend: str, others: tuple[EmbedMistake, ...] = ()) -> None:
        super().__init__(message)
        self.code, self.message, self.mend, self.others = code, message, mend, others


@frozen
class Call:
    """An embed as written, understood."""

    name: str
    facts: Mapping[str, str | int]


_WORD = regex(r'(?:(\w+)=)?(?:"([^"]*)"|“([^”]*)”|(\S+))')


def understood(words: str, *, in_text: bool) -> Call:
    """Give an embed's name and facts. Raises EmbedMistake: unknown name or word, one too few or too many, in the wrong place."""
    found = [(m[1], m[2] or m[3] or m[4] or "") for m in _WORD.finditer(words)]
    name = (words.split(maxsplit=1) or [""])[0]
    embed = EMBEDS.get(name)
    if not name:
        raise EmbedMistake("unknown-embed", "there is no embed's name between '[[' and ']]'.", suggestion(name, EMBEDS, "Embeds"))
    if embed is None:
        raise EmbedMistake("unknown-embed", f"there is no embed '[[{name}]]'.", suggestion(name, EMBEDS, "Embeds"))
    if in_text and not embed.in_text:
        raise EmbedMistake("embed-place", f"'[[{name}]]' has to stand on a line of its own.", "Put an empty line before and after it.")
    facts: dict[str, str | int] = {}
    plain = [value for key, value in found[1:] if not key]
    if len(plain) != len(embed.words):
        raise EmbedMistake(
            "embed-words",
            f"'[[{name}]]' takes {_amount(len(embed.words))} after its name; {_amount(len(plain)) if plain else 'none'} {'stands' if len(plain) == 1 else 'stand'} here.",
            f"Write it like this: {embed.example}",
        )
    facts.update(zip(embed.words, plain, strict=True))
    for key, value in found[1:]:
        if not key:
            continue
        if key not in embed.named:
            raise EmbedMistake("embed-words", f"'[[{name}]]' knows no '{key}='.", did_you_mean(key, embed.named) or f"Write it like this: {embed.example}")
        if key in embed.whole_numbers:
            if not re.fullmatch(r"[1-9]\d?", value):
                raise EmbedMistake("embed-words", f"'{key}=' takes a number from 1 to 99; '{value}' stands here.", f"Write it like this: {embed.example}")
            facts[key] = int(value)
        else:
            facts[key] = value
    return Call(name, facts)


def _amount(number: int) -> str:
    return ("no words", "one word", "two words")[number] if number < 3 else f"{number} words"
