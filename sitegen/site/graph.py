"""Which testimonial supports which service, claim, result and reader; what each service can show, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from sitegen.common.frozen import frozen
from sitegen.common.problems import Location
from sitegen.site.choosing import reader_of
from sitegen.site.items import Result, Service, Testimonial
from sitegen.site.model import Item
from sitegen.site.showing import Showing, tells_of
from sitegen.site.views import Person, Quote, quote

ENDS_WITHIN_DAYS = 60
OLD_DAYS = 548
"""Eighteen months: from then on words are called old (W1)."""
MANY_PAGES = 5
"""From so many pages on, the same words are called worn."""


@frozen
class Support:
    """What one testimonial can show, and what it supports. It names nobody: the file says who it is."""

    slug: str
    file: str
    relation: str
    service: str
    reader: str
    doubt: str
    case: str
    claims: tuple[str, ...]
    """The measures that its words rest on."""
    photo: bool
    full_name: bool
    result: bool
    given: date
    ends: date | None
    pages: tuple[str, ...]
    sample: bool


@frozen
class ServiceProof:
    """What a service can show."""

    slug: str
    file: str
    title: str
    clients: int
    """How many clients' words name it."""
    photos: int
    full_names: int
    results: int
    """Cases of it, and words with a result of their own."""
    newest: date | None
    on_page: tuple[str, ...]
    """The testimonials on its page."""
    lacks: tuple[str, ...]
    sample: bool


@frozen
class Ending:
    """A consent that ends soon."""

    file: str
    what: str
    until: date


@frozen
class Claim:
    """A number that is shown, and where it stands."""

    place: Location
    words: str


@frozen
class Graph:
    """The proof on a day: everything in it is public, and of what is shown."""

    as_of: date
    services: tuple[ServiceProof, ...]
    supports: tuple[Support, ...]
    readers: tuple[tuple[str, tuple[str, ...]], ...]
    """Each reader with the testimonials that speak to them."""
    ending: tuple[Ending, ...]
    without_expected: tuple[Claim, ...]
    """Claims that do not say what clients generally get."""
    worn: tuple[Support, ...]
    """Words that stand on many pages."""


def graph(shown: Showing, pages: Mapping[str, tuple[str, ...]]) -> Graph:
    """Give the graph of what is shown; `pages` tells the addresses on which each testimonial stands beside its own page and the list."""
    supports = tuple(_support(shown, item, pages.get(item.slug, ())) for item in shown.testimonials)
    readers: dict[str, list[str]] = {}
    for support in sorted(supports, key=lambda one: one.slug):
        readers.setdefault(support.reader, []).append(support.slug)
    return Graph(
        shown.as_of,
        tuple(_service(shown, item, supports) for item in shown.services),
        supports,
        tuple((reader, tuple(slugs)) for reader, slugs in sorted(readers.items())),
        tuple(sorted(_ending(shown), key=lambda one: (one.until, one.file, one.what))),
        tuple(_without_expected(shown)),
        tuple(sorted((one for one in supports if len(one.pages) >= MANY_PAGES), key=lambda one: (-len(one.pages), one.slug))),
    )


def _support(shown: Showing, item: Item[Testimonial], pages: tuple[str, ...]) -> Support:
    view, said = quote(item), item.record
    case = tells_of(said) or ""
    return Support(
        item.slug, item.file, said.relationship, said.service or "", reader_of(said), said.objection or "", case, _claims(shown, view, case),
        view.person.photo is not None, _named_in_full(view.person, said), view.result is not None, said.date, said.consent.until if said.consent else None, pages, view.sample,
    )  # fmt: skip


def _named_in_full(person: Person, said: Testimonial) -> bool:
    return bool(person.name) and person.name == said.name and " " in said.name.strip()


def _claims(shown: Showing, view: Quote, case: str) -> tuple[str, ...]:
    if view.result is not None and view.result.measure:
        return (view.result.measure,)
    found = shown.by_id.get(f"results/{case}")
    return tuple(measure.name for measure in found.record.measures) if found is not None else ()


def _service(shown: Showing, item: Item[Service], supports: tuple[Support, ...]) -> ServiceProof:
    own = [one for one in supports if one.service == item.slug and one.relation == "client"]
    cases = shown.of_service.get(("results", item.slug), ())
    photos, names = sum(one.photo for one in own), sum(one.full_name for one in own)
    results = len(cases) + sum(one.result and not one.case for one in own)
    newest = max((one.given for one in own), default=None)
    lacks = []
    if not own:
        lacks.append("words of a client")
    else:
        lacks += [what for number, what in ((photos, "a face"), (names, "a full name")) if not number]
    if not results:
        lacks.append("a result")
    if newest is not None and (shown.as_of - newest).days > OLD_DAYS:
        lacks.append("words of the last 18 months")
    on_page = tuple(one.slug for one in supports if item.address in one.pages)
    return ServiceProof(item.slug, item.file, item.record.title, len(own), photos, names, results, newest, on_page, tuple(lacks), item.record.sample)


def _ending(shown: Showing) -> Iterator[Ending]:
    last = shown.as_of + timedelta(days=ENDS_WITHIN_DAYS)
    items: tuple[Item[Any], ...] = (*shown.testimonials, *shown.results)
    for item in items:
        for field, what in (("consent", "the consent"), ("sponsor_consent", "the employer's consent")):
            consent = getattr(item.record, field, None)
            if consent is not None and consent.until is not None and shown.as_of <= consent.until <= last:
                yield Ending(str(item.location(f"{field}.until")), what, consent.until)
    for index, logo in enumerate(shown.site.facts.logos):
        if logo in shown.logos and logo.consent is not None and logo.consent.until is not None and logo.consent.until <= last:
            yield Ending(str(shown.site.fact(f"logos.{index}.consent.until")), f"the consent to the logo '{logo.id}'", logo.consent.until)


def _without_expected(shown: Showing) -> Iterator[Claim]:
    items: tuple[Item[Any], ...] = (*shown.results, *shown.testimonials)
    for item in items:
        record: Result | Testimonial = item.record
        if isinstance(record, Result):
            if record.expected is None:
                yield from (Claim(item.location(f"measures.{index}"), measure.name) for index, measure in enumerate(record.measures))
        elif record.result is not None and record.result.measure and record.result.expected is None and quote(item).result is not None:
            yield Claim(item.location("result"), record.result.measure)
