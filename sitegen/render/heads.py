"""What a page says of itself: title, description, breadcrumbs, whether search engines may keep it."""

from __future__ import annotations

import re
from typing import Any

from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex
from sitegen.common.values import ImagePath
from sitegen.render.asked import Asked
from sitegen.render.listing import is_unlisted
from sitegen.render.routes import Route
from sitegen.render.wording import Wording, set_type
from sitegen.site.model import Item
from sitegen.site.samples import is_sample
from sitegen.site.views import Offer, Quote

LONGEST_TITLE = 60
SHORTEST_DESCRIPTION, LONGEST_DESCRIPTION = 50, 160


_HEADING = regex(r"(?m)^#+ .*$")


@frozen
class Crumb:
    """One step of the way to a page."""

    label: str
    address: str


@frozen
class Head:
    """What stands in a page's head and above its text."""

    heading: str
    title: str
    description: str
    crumbs: tuple[Crumb, ...]
    noindex: bool
    image: ImagePath | None
    image_alt: str
    language: str
    sample: bool


def head(route: Route, item: Item[Any] | None, ask: Asked, words: Wording) -> Head:
    """Give the head of a route; `item` is what it is about."""
    heading, summary = _said(route, item, ask, words)
    number = words("page_number", number=route.page) if route.page > 1 else ""
    language: str = ask.settings.language
    if item is not None and item.kind == "articles" and item.record.lang:
        language = item.record.lang
    image, alt = (item.record.image, item.record.image_alt or "") if item is not None else (None, "")
    return Head(
        heading=heading,
        title=_title(heading, f", {number}" if number else "", ask, home=route.address == "/"),
        description=_description(item, f"{number}: {summary}" if number else summary, ask),
        crumbs=_crumbs(route, heading, words),
        noindex=is_unlisted(route, item) or ask("is anything a sample"),
        image=image, image_alt=alt, language=language,
        sample=item is not None and is_sample(item),
    )  # fmt: skip


def _title(heading: str, number: str, ask: Asked, *, home: bool) -> str:
    brand = ask.settings.brand
    heading = set_type(heading, ask.settings.language)
    whole = f"{brand} – {heading}" if home else f"{heading}{number} – {brand}"
    if home and heading == brand:
        return heading
    if len(whole) <= LONGEST_TITLE:
        return whole
    return shortened(heading, LONGEST_TITLE - len(number)) + number


def _description(item: Item[Any] | None, summary: str, ask: Asked) -> str:
    """Give what she wrote for it; else the summary, and where that is too short to be shown by search engines, what the text goes on with."""
    own = item.record.description if item is not None else None
    if own:
        return shortened(own, LONGEST_DESCRIPTION)
    text = plain(summary)
    if len(text) < SHORTEST_DESCRIPTION and item is not None and item.kind != "testimonials":
        text = _with(text, plain(_HEADING.sub("", item.body)))
    if len(text) < SHORTEST_DESCRIPTION:
        text = _with(text, plain(ask.settings.promise))
    return shortened(text, LONGEST_DESCRIPTION)


def _with(text: str, more: str) -> str:
    """Give a text with another sentence behind it, unless that stands in it."""
    return text if more in text else f"{text}{'' if text.endswith(('.', '!', '?', '…')) else '.'} {more}"


def shortened(text: str, most: int) -> str:
    """Give a text cut at a word, with dots where something is missing."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def plain(text: str) -> str:
    """Give a Markdown text without its marks, on one line."""
    text = re.sub(r"\[\[[^\]]*\]\]", "", text)
    text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(?m)^\s*(#+|>|[-*+]|\d+\.)\s+", "", text)
    text = re.sub(r"\s*\{:?\s*[#.][^}]*\}", "", text)
    return " ".join(re.sub(r"[*_`]{1,3}(\S[^*_`]*?)[*_`]{1,3}", r"\1", text).split())


def quote_heading(view: Quote, ask: Asked, words: Wording) -> str:
    """Give a testimonial page's heading: named as consent allows, told from the others."""
    if view.person.name:
        return words("words_of_role" if view.person.withheld else "words_of", name=view.person.name)
    month = words("month", month=words("months").split()[view.given.month - 1], year=view.given.year)
    if view.relationship != "client":
        return words(f"words_of_{view.relationship}", month=month)
    service: Offer | None = ask("service", slug=view.service) if view.service else None
    return words("words_of_client_on", service=service.title, month=month) if service else words("words_of_client", month=month)


def _in_language(view: Quote, language: str) -> str:
    """Give the words of a quote in the page's language: the translation, where the person spoke another."""
    translation = view.translation
    if translation is not None and translation.lang.partition("-")[0] == language.partition("-")[0]:
        return plain(translation.text)
    return view.pull_quote or plain(view.words)


def _said(route: Route, item: Item[Any] | None, ask: Asked, words: Wording) -> tuple[str, str]:
    settings = ask.settings
    if item is not None:
        if item.kind == "testimonials":
            view: Quote = ask("testimonial", slug=item.slug)
            heading = quote_heading(view, ask, words)
            return heading, f"{heading}: {_in_language(view, settings.language)}"
        if item.id == "pages/index" and not item.record.sections:
            return item.record.title, item.record.summary or settings.promise
        summary = item.record.summary or (plain(item.body) if item.body.strip() else settings.promise)
        return item.record.title, summary
    if route.kind == "topic":
        return words("topic_heading", topic=route.subject), words("topic_summary", topic=route.subject, brand=settings.brand)
    name = route.subject.replace("/", "_").replace("-", "_")
    if route.subject == "home":
        return settings.title, settings.promise
    return words(f"{name}_heading", brand=settings.brand, name=settings.name), words(f"{name}_summary", brand=settings.brand, name=settings.name)


def _crumbs(route: Route, heading: str, words: Wording) -> tuple[Crumb, ...]:
    """Give the way from the home page, () on the home page itself."""
    if route.address in ("/", "/404.html"):
        return ()
    way = [Crumb(words("home"), "/")]
    parts = route.address.strip("/").split("/")
    if parts[0] in ("services", "results", "testimonials", "articles", "events") and (len(parts) > 1):
        way.append(Crumb(words(f"{parts[0]}_heading"), f"/{parts[0]}/"))
    if route.page > 1:
        if route.kind == "topic":
            way.append(Crumb(heading, "/" + "/".join(parts[:3]) + "/"))
        way.append(Crumb(words("page_number", number=route.page), route.address))
    else:
        way.append(Crumb(heading, route.address))
    return tuple(way)
