"""The named questions that templates may ask of what is shown; each answer depends on nothing but the showing and the words asked with.

What is not public, or does not exist, is in no answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby
from typing import Any, TypeVar

from sitegen.common.values import slugify
from sitegen.site.choosing import best_first, varied
from sitegen.site.facts import Credential, Figure, Logo, Press, Rating
from sitegen.site.front import Measure, Question
from sitegen.site.items import Article, Event, Page, Result, Service, Testimonial
from sitegen.site.model import Item
from sitegen.site.showing import Showing, newest_first, tells_of
from sitegen.site.views import REFERENCES, UNNAMED, Case, Happening, Offer, Quote, Teaser, case, happening, offer, quote, teaser

V = TypeVar("V")
T = TypeVar("T", Page, Service, Testimonial, Result, Article, Event)


def services(shown: Showing, only: Sequence[str] = ()) -> tuple[Offer, ...]:
    """Give the services in their order, or the named ones in the order named."""
    return tuple(_offer(shown, item) for item in (_named(shown, "services", only) if only else shown.services))


def service(shown: Showing, slug: str | None) -> Offer | None:
    """Give one service."""
    return _one(services(shown, (slug or "",)))


def testimonials(
    shown: Showing, service: str | None = None, topic: str | None = None, audience: str | None = None, result: str | None = None,
    only: Sequence[str] = (), references: bool | None = None, limit: int = 0, page: int = 1,
) -> tuple[Quote, ...]:  # fmt: skip
    """Give what people said, newest first; `references` true or false gives only those, or only the words of clients and the rest."""
    words = (service, topic, audience, references, result)
    items = _fitting(shown, *words, only) if only else shown.once(("testimonials", *words), lambda: _fitting(shown, *words))
    return tuple(_quote(shown, item) for item in _paged(items, limit, page))


def _fitting(
    shown: Showing, service: str | None, topic: str | None, audience: str | None, references: bool | None, result: str | None = None, only: Sequence[str] = ()
) -> tuple[Item[Testimonial], ...]:
    """Give the testimonials that fit what is asked for, newest first, or those named in their order."""
    pool = shown.of_case.get(result, ()) if result else shown.of_service.get(("testimonials", service), ()) if service else shown.testimonials
    return tuple(
        item
        for item in (_named(shown, "testimonials", only) if only else pool)
        if (not service or item.record.service == service)
        and (not topic or topic in item.record.topics)
        and (not audience or item.record.audience == audience)
        and (not result or tells_of(item.record) == result)
        and (references is None or (item.record.relationship in REFERENCES) == references)
    )


def proof(
    shown: Showing, service: str | None = None, topic: str | None = None, audience: str | None = None, only: Sequence[str] = (),
    references: bool | None = None, limit: int = 3,
) -> tuple[Quote, ...]:  # fmt: skip
    """Give the testimonials that stand on a page: those named, in their order; else the best of those that fit, different people and readers first (`choosing`)."""
    if only:
        return testimonials(shown, only=only, limit=limit)
    words = (service, topic, audience, references)

    def chosen() -> tuple[Item[Testimonial], ...]:
        fitting = _fitting(shown, *words)
        return varied(best_first(fitting, words, shown.reuse), limit)

    return tuple(_quote(shown, item) for item in shown.once(("proof", *words, limit), chosen))


def testimonial(shown: Showing, slug: str) -> Quote | None:
    """Give one testimonial."""
    return _one(testimonials(shown, only=(slug,)))


def results(shown: Showing, service: str | None = None, only: Sequence[str] = (), limit: int = 0, page: int = 1) -> tuple[Case, ...]:
    """Give the cases, newest first."""
    pool = shown.of_service.get(("results", service), ()) if service else shown.results
    chosen = tuple(item for item in _named(shown, "results", only) if not service or item.record.service == service) if only else pool
    return tuple(_case(shown, item) for item in _paged(chosen, limit, page))


def result(shown: Showing, slug: str | None) -> Case | None:
    """Give one case."""
    return _one(results(shown, only=(slug or "",)))


def measure(shown: Showing, slug: str, name: str) -> Measure | None:
    """Give one measure of a case, by its name as part of an address (`turnover`)."""
    found = result(shown, slug)
    return next((m for m in found.measures if slugify(m.name) == name), None) if found else None


def articles(shown: Showing, topic: str | None = None, only: Sequence[str] = (), limit: int = 0, page: int = 1) -> tuple[Teaser, ...]:
    """Give the articles, newest first."""
    pool = shown.of_topic.get(topic, ()) if topic else shown.articles
    chosen = tuple(item for item in _named(shown, "articles", only) if not topic or topic in item.record.topics) if only else pool
    return tuple(_teaser(shown, item) for item in _paged(chosen, limit, page))


def related(shown: Showing, slug: str, limit: int = 2) -> tuple[Teaser, ...]:
    """Give the articles to read next: those named, else those with the most topics in common, newest first."""
    own = shown.by_id.get(f"articles/{slug}")
    if own is None:
        return ()
    if own.record.related:
        return articles(shown, only=own.record.related)[:limit]
    alike = shown.once(("alike", limit, *sorted(shown.topics_of[slug])), lambda: _most_alike(shown, shown.topics_of[slug], limit + 1))
    return tuple(_teaser(shown, other) for other in [item for item in alike if item is not own][:limit])


def _most_alike(shown: Showing, topics: frozenset[str], most: int) -> tuple[Item[Article], ...]:
    """Give the articles with the most of these topics, the newest first among those with as many."""
    found: list[Item[Article]] = []
    for number in range(len(topics), 0, -1):
        for other in _newest_of(shown, topics):
            if len(found) == most:
                break
            if len(shown.topics_of[other.slug] & topics) == number:
                found.append(other)
    return tuple(found)


def _newest_of(shown: Showing, topics: Iterable[str]) -> Iterator[Item[Article]]:
    """Give the articles of any of these topics, newest first, each once."""
    every = merge(*(shown.of_topic[topic] for topic in topics), key=newest_first)
    return (item for item, _ in groupby(every))


def topics(shown: Showing) -> tuple[tuple[str, int], ...]:
    """Give each topic with the number of its articles, by name; of two that make one address, which the check refuses, the first."""
    every = sorted(shown.of_topic, key=lambda t: (t.lower(), t))
    names = list({slugify(name) or name: name for name in reversed(every)}.values())[::-1]
    return tuple((name, len(shown.of_topic[name])) for name in names)


def events(shown: Showing, past: bool = False, limit: int = 0, page: int = 1) -> tuple[Happening, ...]:
    """Give the coming events, the next first; or the past ones, the last first."""
    chosen = tuple(found for item in shown.events if (found := _happening(shown, item)).past == past)
    return _paged(chosen[::-1] if past else chosen, limit, page)


def event(shown: Showing, slug: str) -> Happening | None:
    """Give one event."""
    found = shown.by_id.get(f"events/{slug}")
    return _happening(shown, found) if found else None


def figures(shown: Showing, only: Sequence[str] = ()) -> tuple[Figure, ...]:
    """Give the figures of data/proof.yaml in the file's order, or the named ones."""
    return tuple(f for name in only for f in shown.figures if f.id == name) if only else shown.figures


def figure(shown: Showing, id: str) -> Figure | None:
    """Give one figure."""
    return _one(figures(shown, (id,)))


def logos(shown: Showing) -> tuple[Logo, ...]:
    """Give the logos that clients agreed to."""
    return shown.logos


def credentials(shown: Showing) -> tuple[Credential, ...]:
    """Give the credentials that have not ended."""
    return shown.credentials


def press(shown: Showing) -> tuple[Press, ...]:
    """Give the press entries, newest first."""
    return tuple(sorted(shown.press, key=lambda p: (-p.as_of.toordinal(), p.id)))


def ratings(shown: Showing) -> tuple[Rating, ...]:
    """Give the platforms' averages."""
    return shown.ratings


def service_questions(shown: Showing) -> tuple[tuple[str, str, tuple[Question, ...]], ...]:
    """Give each service's questions with its title and file, where it has any."""
    return tuple((item.record.title, item.file, item.record.faq) for item in shown.services if item.record.faq)


def proof_practice(shown: Showing) -> Mapping[str, Any]:
    """Give what the reviews policy says of the records: how many of each kind, how they came, what was given for them, how they were checked, cut and named."""
    quotes = [item.record for item in shown.testimonials]
    return {
        "clients": sum(r.relationship == "client" for r in quotes),
        "references": sum(r.relationship in REFERENCES for r in quotes),
        "others": sum(r.relationship in ("friend", "family", "partner", "employee") for r in quotes),
        "sources": tuple(sorted({str(r.source) for r in quotes if r.source})),
        "with_benefit": sum(r.benefit != "none" for r in quotes),
        "agreed_before": sum(r.benefit != "none" and r.expected_before for r in quotes),
        "cut": sum("[...]" in item.body for item in shown.testimonials),
        "typos": sum(bool(r.typos) for r in quotes),
        "translated": sum(r.translation is not None for r in quotes),
        "withheld": sum(r.consent is not None and r.consent.show_as in UNNAMED for r in quotes),
        "checked": sum(r.verification is not None for r in quotes),
        "methods": tuple(sorted({r.verification.method for r in quotes if r.verification})),
        "rated": sum(r.rating is not None for r in quotes),
        "total": len(quotes),
    }


QUERIES: Mapping[str, Callable[..., Any]] = {
    "services": services, "service": service, "testimonials": testimonials, "proof": proof, "testimonial": testimonial, "results": results, "result": result, "measure": measure,
    "articles": articles, "related": related, "topics": topics, "events": events, "event": event, "figures": figures, "figure": figure, "logos": logos,
    "credentials": credentials, "press": press, "ratings": ratings, "service_questions": service_questions, "proof_practice": proof_practice,
}  # fmt: skip
"""Every question that a template may ask, by name."""


def _named(shown: Showing, kind: str, only: Sequence[str]) -> Iterator[Item[Any]]:
    """Give the items of these names that are shown, in their order."""
    return (item for slug in only if (item := shown.by_id.get(f"{kind}/{slug}")) is not None)


def _offer(shown: Showing, item: Item[Service]) -> Offer:
    return _view(shown, item, offer)


def _quote(shown: Showing, item: Item[Testimonial]) -> Quote:
    return _view(shown, item, quote)


def _case(shown: Showing, item: Item[Result]) -> Case:
    return _view(shown, item, lambda one: case(one, shown.as_of))


def _teaser(shown: Showing, item: Item[Article]) -> Teaser:
    return _view(shown, item, teaser)


def _happening(shown: Showing, item: Item[Event]) -> Happening:
    return _view(shown, item, lambda one: happening(one, shown.settings.time_zone, shown.as_of))


def _view(shown: Showing, item: Item[T], make: Callable[[Item[T]], V]) -> V:
    """Give an item's view, made once."""
    if item.id not in shown.views:
        shown.views[item.id] = make(item)
    return shown.views[item.id]  # type: ignore[no-any-return]


def _paged(items: tuple[V, ...], limit: int, page: int) -> tuple[V, ...]:
    return items[(page - 1) * limit : page * limit] if limit else items


def _one(items: tuple[V, ...]) -> V | None:
    return items[0] if items else None
