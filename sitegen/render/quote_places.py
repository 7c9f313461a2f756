"""Which pages show which testimonial: told from what the pages ask, without making them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.common.patterns import regex
from sitegen.render.embeds import EmbedMistake, understood
from sitegen.site import queries
from sitegen.site.items import Page, Result, Service
from sitegen.site.model import Item
from sitegen.site.prose import prose_of
from sitegen.site.sections import Testimonials
from sitegen.site.showing import Showing
from sitegen.site.views import Quote

_EMBED = regex(r"\[\[([^\[\]\n]+)\]\]")


def quote_places(shown: Showing) -> Mapping[str, tuple[str, ...]]:
    """Give the addresses of the pages that show each testimonial, by its slug, sorted; its own page and the list of all are not counted."""
    found: dict[str, set[str]] = {}
    for address, quotes in _pages(shown):
        for quote in quotes:
            if quote.address != address:
                found.setdefault(quote.slug, set()).add(address)
    return {slug: tuple(sorted(addresses)) for slug, addresses in sorted(found.items())}


def _pages(shown: Showing) -> Iterator[tuple[str, tuple[Quote, ...]]]:
    if "pages/index" not in shown.by_id:
        yield "/", queries.proof(shown, limit=3)
    if shown.services:
        yield "/services/", queries.proof(shown, limit=3)
    for _, items in shown.kinds():
        for item in items:
            if item.kind != "testimonials":
                yield item.address, tuple(_on(shown, item))


def _on(shown: Showing, item: Item[Any]) -> Iterator[Quote]:
    embedded = tuple(_embedded(shown, item))
    yield from embedded
    record = item.record
    if isinstance(record, Page):
        for part in record.sections:
            if isinstance(part, Testimonials):
                yield from queries.proof(shown, part.service, part.topic, part.audience, part.only, limit=part.limit)
    elif isinstance(record, Service) and not embedded:
        yield from queries.proof(shown, item.slug, only=record.proof, references=False)
    elif isinstance(record, Result) and not embedded:
        yield from queries.testimonials(shown, result=item.slug)


def _embedded(shown: Showing, item: Item[Any]) -> Iterator[Quote]:
    """Give the testimonials that embeds in an item's texts show."""
    for _, text in prose_of(item):
        for found in _EMBED.finditer(text):
            try:
                call = understood(found[1].strip(), in_text=False)
            except EmbedMistake:
                continue
            facts: Mapping[str, Any] = call.facts
            if call.name == "testimonial" and (one := queries.testimonial(shown, str(facts["slug"]))):
                yield one
            elif call.name == "testimonials":
                yield from queries.proof(shown, facts.get("service"), facts.get("topic"), facts.get("audience"), limit=facts.get("limit", 0))
