"""What templates are handed: each person and each case as far as consent goes, each item as the card that lists show.

A view holds nothing that may not be shown, so that no template can show it by mistake.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sitegen.common.frozen import frozen
from sitegen.common.values import FocalPoint, ImagePath, Language, PartialDate, Url
from sitegen.site.consent import covers, holds, pictured, shown_name
from sitegen.site.front import Expected, Experience, Measure, Price, Video
from sitegen.site.items import Article, Event, InlineResult, Relationship, Result, Service, Testimonial, Translation, Venue
from sitegen.site.model import Item
from sitegen.site.samples import is_sample
from sitegen.site.settings import Booking

WORDS_A_MINUTE = 220
"""The reading speed behind an article's minutes."""

REFERENCES = frozenset({"former_colleague", "manager", "peer_coach"})
"""Relations whose words praise past work, not the coaching (16 CFR 255.1)."""

UNNAMED = frozenset({"anonymous", "role"})
"""How a person is shown whose name is withheld because the person asked for it."""


@frozen
class Person:
    """Who said it, or whom it is about, as far as consent goes; "" and None where it does not."""

    name: str
    role: str
    company: str
    location: str
    photo: ImagePath | None
    photo_focus: FocalPoint | None
    logo: ImagePath | None
    link: Url | None
    withheld: bool


@frozen
class Quote:
    """A testimonial or reference."""

    slug: str
    file: str
    address: str
    words: str
    pull_quote: str
    person: Person
    video: Video | None
    relationship: Relationship
    reference: bool
    given: date
    experience: Experience | None
    disclosure: str
    service: str | None
    result: InlineResult | None
    language: Language | None
    translation: Translation | None
    verified: str
    description: str | None
    noindex: bool
    sample: bool
    source: str


@frozen
class Case:
    """A case result."""

    slug: str
    file: str
    address: str
    title: str
    summary: str
    described: str
    person: Person
    service: str
    goals: tuple[str, ...]
    measures: tuple[Measure, ...]
    typical: bool
    expected: Expected | None
    experience: Experience | None
    written: date
    sponsor: str
    disclosure: str
    image: ImagePath | None
    image_alt: str
    sample: bool
    source: str


@frozen
class Offer:
    """A service as lists show it."""

    slug: str
    address: str
    title: str
    summary: str
    price: Price | None
    no_price: str
    duration: str
    format: str
    places: int | None
    next_start: PartialDate | None
    booking: Booking | None
    image: ImagePath | None
    image_focus: FocalPoint | None
    sample: bool
    source: str


@frozen
class Teaser:
    """An article as lists show it."""

    slug: str
    file: str
    address: str
    title: str
    summary: str
    published: date
    updated: date | None
    topics: tuple[str, ...]
    minutes: int
    image: ImagePath | None
    image_alt: str
    image_focus: FocalPoint | None
    language: Language | None
    sample: bool
    source: str


@frozen
class Happening:
    """An event as lists show it."""

    slug: str
    address: str
    title: str
    summary: str
    start: datetime
    end: datetime
    zone: str
    venue: Venue | None
    online: bool
    price: Price | None
    status: str
    past: bool
    image: ImagePath | None
    image_alt: str
    sample: bool
    source: str


def quote(item: Item[Testimonial]) -> Quote:
    """Give a testimonial as its consent lets it be shown."""
    said, consent = item.record, item.record.consent
    assert consent is not None, "an item without consent is not public"  # noqa: S101 - showing() guarantees it
    person = Person(
        name=shown_name(consent, said.name, said.title),
        role=_if(covers(consent, "title") and consent.show_as != "role", said.title),
        company=_if(covers(consent, "company"), said.company),
        location=_if(covers(consent, "location"), said.location),
        photo=said.photo if covers(consent, "photo") and pictured(consent) else None,
        photo_focus=said.photo_focus,
        logo=said.logo if covers(consent, "logo") else None,
        link=said.link if covers(consent, "link") and consent.show_as == "full" else None,
        withheld=consent.show_as in UNNAMED,
    )
    return Quote(
        slug=item.slug, file=item.file, address=item.address, words=item.body.strip(), pull_quote=said.pull_quote or "", person=person,
        video=said.video if covers(consent, "video") and pictured(consent) else None,
        relationship=said.relationship, reference=said.relationship in REFERENCES, given=said.date, experience=said.experience, disclosure=said.disclosure or "",
        service=said.service, result=said.result if covers(consent, "result") else None, language=said.lang,
        translation=said.translation, verified=said.verification.method if said.verification else "",
        description=said.description, noindex=said.noindex, sample=is_sample(item), source=item.digest,
    )  # fmt: skip


def case(item: Item[Result], as_of: date) -> Case:
    """Give a case as its consent lets it be shown on a day; the employer who paid is named with a consent of its own only."""
    record, consent = item.record, item.record.consent
    assert consent is not None, "an item without consent is not public"  # noqa: S101 - showing() guarantees it
    client = record.client
    person = Person(
        name=shown_name(consent, client.name or "", client.title),
        role=_if(covers(consent, "title") and consent.show_as != "role", client.title),
        company=_if(covers(consent, "company"), client.company),
        location=_if(covers(consent, "location"), client.location),
        photo=client.photo if covers(consent, "photo") and pictured(consent) else None,
        photo_focus=client.photo_focus,
        logo=client.logo if covers(consent, "logo") else None,
        link=None,
        withheld=bool(client.name) and consent.show_as in UNNAMED,
    )
    return Case(
        slug=item.slug, file=item.file, address=item.address, title=record.title, summary=record.summary, described=client.described, person=person,
        service=record.service, goals=record.goals, measures=record.measures, typical=record.typicality == "typical", expected=record.expected,
        experience=record.experience, written=record.date, sponsor=_if(holds(record.sponsor_consent, as_of), record.sponsor),
        disclosure=record.disclosure or "", image=record.image, image_alt=record.image_alt or "", sample=is_sample(item), source=item.digest,
    )  # fmt: skip


def offer(item: Item[Service]) -> Offer:
    """Give a service as lists show it."""
    r = item.record
    return Offer(
        item.slug, item.address, r.title, r.summary, r.price, r.no_price or "", r.duration or "", r.format or "", r.places, r.next_start, r.booking,
        r.image, r.image_focus, is_sample(item), item.digest,
    )  # fmt: skip


def teaser(item: Item[Article]) -> Teaser:
    """Give an article as lists show it."""
    r = item.record
    minutes = max(1, round(len(item.body.split()) / WORDS_A_MINUTE))
    return Teaser(
        item.slug, item.file, item.address, r.title, r.summary, r.date, r.updated, r.topics, minutes, r.image, r.image_alt or "", r.image_focus, r.lang, is_sample(item), item.digest
    )  # fmt: skip


def happening(item: Item[Event], zone: str, as_of: date) -> Happening:
    """Give an event as lists show it; it is past from the day after its last."""
    r = item.record
    return Happening(
        item.slug, item.address, r.title, r.summary, r.start, r.end, r.time_zone or zone, r.venue, r.online is not None, r.price, r.status,
        r.end.date() < as_of, r.image, r.image_alt or "", is_sample(item), item.digest,
    )  # fmt: skip


def _if(allowed: bool, text: Any) -> str:
    return str(text) if allowed and text else ""
