"""The named questions that templates may ask of what is shown; each answer depends on nothing but the showing and the words asked with.

What is not public, or does not exist, is in no answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from sitegen.common.values import slugify
from sitegen.site.facts import Credential, Figure, Logo, Press, Rating
from sitegen.site.front import Measure, Question
from sitegen.site.showing import Showing
from sitegen.site.views import Case, Happening, Offer, Quote, Teaser, case, happening, offer, quote, teaser

V = TypeVar("V")


def services(shown: Showing, only: Sequence[str] = ()) -> tuple[Offer, ...]:
    """Give the services in their order, or the named ones in the order named."""
    return _picked(tuple(offer(item) for item in shown.services), only)


def service(shown: Showing, slug: str | None) -> Offer | None:
    """Give one service."""
    return _one(services(shown, (slug,) if slug else ("",)))


def testimonials(
    shown: Showing, service: str | None = None, topic: str | None = None, audience: str | None = None, result: str | None = None,
    only: Sequence[str] = (), references: bool | None = None, limit: int = 0, page: int = 1,
) -> tuple[Quote, ...]:  # fmt: skip
    """Give what people said, newest first; `references` true or false gives only those, or only the words of clients and the rest."""
    chosen = (
        item
        for item in shown.testimonials
        if (not service or item.record.service == service)
        and (not topic or topic in item.record.topics)
        and (not audience or item.record.audience == audience)
        and (not result or (item.record.result is not None and item.record.result.case == result))
    )
    quotes = tuple(q for q in map(quote, chosen) if references is None or q.reference == references)
    return _paged(_picked(quotes, only), limit, page)


def testimonial(shown: Showing, slug: str) -> Quote | None:
    """Give one testimonial."""
    return _one(testimonials(shown, only=(slug,)))


def results(shown: Showing, service: str | None = None, only: Sequence[str] = (), limit: int = 0, page: int = 1) -> tuple[Case, ...]:
    """Give the cases, newest first."""
    chosen = tuple(case(item, shown.as_of) for item in shown.results if not service or item.record.service == service)
    return _paged(_picked(chosen, only), limit, page)


def result(shown: Showing, slug: str | None) -> Case | None:
    """Give one case."""
    return _one(results(shown, only=(slug or "",)))


def measure(shown: Showing, slug: str, name: str) -> Measure | None:
    """Give one measure of a case, by its name as part of an address (`turnover`)."""
    found = result(shown, slug)
    return next((m for m in found.measures if slugify(m.name) == name), None) if found else None


def articles(shown: Showing, topic: str | None = None, only: Sequence[str] = (), limit: int = 0, page: int = 1) -> tuple[Teaser, ...]:
    """Give the articles, newest first."""
    chosen = tuple(teaser(item) for item in shown.articles if not topic or topic in item.record.topics)
    return _paged(_picked(chosen, only), limit, page)


def related(shown: Showing, slug: str, limit: int = 2) -> tuple[Teaser, ...]:
    """Give the articles to read next: those named, else those with the most topics in common, newest first."""
    own = next((item for item in shown.articles if item.slug == slug), None)
    if own is None:
        return ()
    if own.record.related:
        return articles(shown, only=own.record.related)[:limit]
    topics = set(own.record.topics)
    others = [item for item in shown.articles if item.slug != slug and topics & set(item.record.topics)]
    others.sort(key=lambda item: (-len(topics & set(item.record.topics)), -item.record.date.toordinal(), item.slug))
    return tuple(teaser(item) for item in others[:limit])


def topics(shown: Showing) -> tuple[tuple[str, int], ...]:
    """Give each topic with the number of its articles, by name; of two that make one address, which the check refuses, the first."""
    every = sorted({topic for item in shown.articles for topic in item.record.topics}, key=lambda t: (t.lower(), t))
    names = list({slugify(name) or name: name for name in reversed(every)}.values())[::-1]
    return tuple((name, sum(name in item.record.topics for item in shown.articles)) for name in names)


def events(shown: Showing, past: bool = False, limit: int = 0, page: int = 1) -> tuple[Happening, ...]:
    """Give the coming events, the next first; or the past ones, the last first."""
    everything = tuple(happening(item, shown.settings.time_zone, shown.as_of) for item in shown.events)
    chosen = tuple(e for e in everything if e.past == past)
    return _paged(chosen[::-1] if past else chosen, limit, page)


def event(shown: Showing, slug: str) -> Happening | None:
    """Give one event."""
    return next((happening(item, shown.settings.time_zone, shown.as_of) for item in shown.events if item.slug == slug), None)


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
    """Give what the reviews policy says of the records: how many of each kind, how they came, what was given for them, how they were checked."""
    quotes = [item.record for item in shown.testimonials]
    return {
        "clients": sum(r.relationship == "client" for r in quotes),
        "references": sum(quote(item).reference for item in shown.testimonials),
        "others": sum(r.relationship in ("friend", "family", "partner", "employee") for r in quotes),
        "sources": tuple(sorted({str(r.source) for r in quotes if r.source})),
        "with_benefit": sum(r.benefit != "none" for r in quotes),
        "checked": sum(r.verification is not None for r in quotes),
        "methods": tuple(sorted({r.verification.method for r in quotes if r.verification})),
        "rated": sum(r.rating is not None for r in quotes),
        "total": len(quotes),
    }


QUERIES: Mapping[str, Callable[..., Any]] = {
    "services": services, "service": service, "testimonials": testimonials, "testimonial": testimonial, "results": results, "result": result, "measure": measure,
    "articles": articles, "related": related, "topics": topics, "events": events, "event": event, "figures": figures, "figure": figure, "logos": logos,
    "credentials": credentials, "press": press, "ratings": ratings, "service_questions": service_questions, "proof_practice": proof_practice,
}  # fmt: skip
"""Every question that a template may ask, by name."""


def _picked(items: tuple[V, ...], only: Sequence[str]) -> tuple[V, ...]:
    return tuple(item for name in only for item in items if item.slug == name) if only else items  # type: ignore[attr-defined]


def _paged(items: tuple[V, ...], limit: int, page: int) -> tuple[V, ...]:
    return items[(page - 1) * limit : page * limit] if limit else items


def _one(items: tuple[V, ...]) -> V | None:
    return items[0] if items else None
