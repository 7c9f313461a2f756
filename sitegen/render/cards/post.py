"""What a post shows on social media, and the text to go with it: a person's words, or what was counted in a case, as far as consent goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from sitegen.common.digests import digest_of
from sitegen.common.frozen import frozen
from sitegen.common.values import ImagePath
from sitegen.render.cards.card import Style
from sitegen.render.heads import plain
from sitegen.render.renderer import Renderer
from sitegen.render.wording import quote_marks, set_type
from sitegen.site.front import Expected, Measure
from sitegen.site.items import Testimonial
from sitegen.site.model import Item
from sitegen.site.queries import result
from sitegen.site.rules.cutting import Cut, compared
from sitegen.site.rules.original_words import SHOWN
from sitegen.site.rules.spoken import Spoken, cleaned
from sitegen.site.rules.typos import mended
from sitegen.site.views import Case, Person, Quote, case, quote

SIZES = ((1200, 627), (1080, 1080))
"""What the networks expect: a picture beside a link, and a square one."""

_FEWEST_WORDS = 6
"""A text is cut to no fewer words."""
_DRAWING = 2


@frozen
class Counted:
    """One measure, as it is written."""

    name: str
    before: str
    after: str
    period: str


@frozen
class Post:
    """What one post shows: `first` stands before the words, as the rules ask of disclosures, `then` after them."""

    style: Style
    words: str
    marks: tuple[str, str]
    """The quotes around the words; empty around a title."""
    name: str
    role: str
    first: tuple[str, ...]
    then: tuple[str, ...]
    counted: tuple[Counted, ...]
    labels: tuple[str, str]
    """What stands below the numbers: before, after."""
    host: str
    sample: str
    photo: ImagePath | None = None
    photo_digest: str = ""

    @property
    def digest(self) -> str:
        """Its name by what it shows."""
        return digest_of((_DRAWING, self))[:12]

    def texts(self) -> tuple[str, ...]:
        """Give every text that is written on it."""
        counted = (text for one in self.counted for text in (one.name, one.before, one.after, one.period))
        return (*self.marks, self.words, self.name, self.role, *self.first, *self.then, *counted, *self.labels, self.host, self.sample, self.style.brand)


def posts_of(item: Item[Any], renderer: Renderer) -> Iterator[Post]:
    """Give the posts that can be made of a testimonial or a case, the one to be preferred first: a quote in several lengths, each cut only where that changes no meaning."""
    if item.kind == "results":
        yield _of_case(case(item, renderer.shown.as_of), renderer)
        return
    view = quote(item)
    language = view.language or renderer.shown.settings.language
    for words in _wordings(item, language):
        yield _of_quote(view, set_type(plain(words), language), language, renderer)


def _wordings(item: Item[Testimonial], language: str) -> Iterator[str]:
    """Give the words to be shown: those meant for cards, all of them, and the first sentences of them."""
    record = item.record
    if record.pull_quote:
        yield record.pull_quote
    yield item.body
    original = Spoken(cleaned(item.body if record.original.strip() == SHOWN else record.original))
    sentences = re.split(r"(?<=[.!?…])\s+", plain(item.body))
    for count in range(len(sentences) - 1, 0, -1):
        words = " ".join(sentences[:count])
        if len(words.split()) < _FEWEST_WORDS:
            return
        shown = Spoken(cleaned(f"{words} [...]"))
        found = compared(mended(original, record.typos), mended(shown, record.typos), language) if record.typos else compared(original, shown, language)
        if isinstance(found, Cut) and not found.hedges:
            yield f"{words.removesuffix('[...]').rstrip()} [...]"


def _of_quote(view: Quote, text: str, language: str, renderer: Renderer) -> Post:
    words, settings = renderer.theme.wording, renderer.shown.settings
    who = view.person
    where = words("at_company", company=who.company) if who.company else ""
    when = words("coached" if view.relationship == "client" else "known", period=words.period(view.experience)) if view.experience else ""
    relation = words(f"relation_{view.relationship}", name=settings.name, where=where, when=when, date=words.day(view.given))
    counted: list[str] = []
    if view.result is not None:
        backing = result(renderer.shown, view.result.case) if view.result.case else None
        if backing is not None:
            counted += _expected(words, backing.expected, is_typical=backing.typical)
        elif (told := view.result).before is not None and told.after is not None:
            before, after = (words.measured(number, told.unit or "") for number in (told.before, told.after))
            counted.append(words("measured_behind", name=told.measure, before=before, after=after, period=told.period))
            counted += _expected(words, told.expected, is_typical=told.typicality == "typical")
    photo = _photo(who, renderer)
    return Post(
        style=renderer.cards.style, words=text, marks=quote_marks(language), name=who.name or words(f"someone_{view.relationship}"), role=_role(who),
        first=tuple(filter(None, (view.disclosure,))),
        then=(*counted, relation, *((words("name_withheld"),) if who.withheld else ())), counted=(), labels=("", ""),
        host=_host(settings.origin), sample=words("sample") if view.sample else "", photo=photo[0], photo_digest=photo[1],
    )  # fmt: skip


def _of_case(view: Case, renderer: Renderer) -> Post:
    words, settings = renderer.theme.wording, renderer.shown.settings
    who = view.person
    coached = words("case_coached", period=words.period(view.experience)) if view.experience else ""
    client = "; ".join(filter(None, (", ".join(filter(None, (who.name, _role(who)))) if who.name else view.described, coached)))
    sponsor = words("sponsored", sponsor=view.sponsor) if view.sponsor else ""
    kept = words("evidence_kept", name=settings.name)
    return Post(
        style=renderer.cards.style, words=set_type(view.title, settings.language), marks=("", ""), name="", role="",
        first=tuple(filter(None, (client, words("name_withheld") if who.withheld else "", sponsor, view.disclosure))),
        then=(*_expected(words, view.expected, is_typical=view.typical), f"{kept} {words('written', date=words.day(view.written))}"),
        counted=tuple(_counted(words, measure) for measure in view.measures), labels=(words("before"), words("after")),
        host=_host(settings.origin), sample=words("sample") if view.sample else "",
    )  # fmt: skip


def _counted(words: Any, measure: Measure) -> Counted:
    return Counted(measure.name, words.measured(measure.before, measure.unit), words.measured(measure.after, measure.unit), measure.period)


def _expected(words: Any, expected: Expected | None, *, is_typical: bool) -> list[str]:
    """Give what has to stand beside a result: whether it is typical, and what clients generally get, with how many were counted (16 CFR 255.2(b))."""
    said = words("typical" if is_typical else "not_typical")
    if expected is None:
        return [said]
    if expected.n:
        counted = words("expected_n", n=expected.n, period=expected.period)
    else:
        counted = words("expected_no_n", why=expected.no_n, period=expected.period) if expected.no_n else words("expected_period", period=expected.period)
    return [f"{said} {words('expected', text=expected.text)} {counted}"]


def _role(who: Person) -> str:
    return ", ".join(filter(None, (who.role, who.company, who.location)))


def _photo(who: Person, renderer: Renderer) -> tuple[ImagePath | None, str]:
    if who.photo is None or who.photo not in renderer.shown.site.pictures:
        return None, ""
    source = renderer.pictures.source(who.photo)
    return (None, "") if source.vector else (who.photo, source.digest)


def _host(origin: str) -> str:
    return (urlsplit(origin).hostname or "").removeprefix("www.")


def post_text(post: Post, item: Item[Any], renderer: Renderer) -> str:
    """Give the text to post beside the picture: the words, who said them, what the rules ask to stand beside them, and where to read on."""
    words, shown = renderer.theme.wording, renderer.shown
    said = f"{post.marks[0]}{post.words}{post.marks[1]}"
    who = ", ".join(filter(None, (post.name, post.role)))
    counted = [words("chart_text", name=one.name, before=one.before, after=one.after, period=one.period) for one in post.counted]
    on_site = shown.site.settings.origin and f"{shown.settings.origin}{item.address if is_on_site(item) else '/'}"
    parts = [
        words("post_sample") if post.sample else "",
        "\n".join(filter(None, (said, f"– {who}" if who else ""))) if post.marks[0] else said,
        "\n".join(post.first), "\n".join(counted), "\n".join(post.then), words("post_more", address=on_site) if on_site else "",
    ]  # fmt: skip
    return "\n\n".join(filter(None, parts)) + "\n"


def is_on_site(item: Item[Any]) -> bool:
    """Say whether an item that may be posted stands on the site too, so that a post can lead there."""
    return item.record.consent is not None and "site" in item.record.consent.scope and not item.digest.endswith(" as if agreed")
