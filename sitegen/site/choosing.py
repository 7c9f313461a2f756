"""Which testimonials stand on a page, and in which order: the same rule for every page. The formula stands in the handbook's `showing` topic."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date

from sitegen.common.reuse import Reuse
from sitegen.site.consent import covers, pictured
from sitegen.site.items import Testimonial
from sitegen.site.model import Item
from sitegen.site.showing import newest_first

CLIENT, FACE, COUNTED, DOUBT, FULL_NAME, ROLE = 4, 3, 2, 2, 2, 1
"""Points for words of a client, a face, a result beside the words, a doubt that they answer, a full name, a role."""
FRESH = 3
"""Points for the newest words; one less for each whole year that others are older."""
_YEAR = 365
_FEW = 50
"""So many are sorted sooner than it is looked up how they stood before."""


def points(said: Testimonial, newest: date) -> int:
    """Give a testimonial's points among those whose newest is of a day; what its consent keeps back counts for nothing."""
    consent = said.consent
    name = consent is not None and consent.show_as == "full" and covers(consent, "name")
    role = consent is not None and bool(said.title) and covers(consent, "title")
    return (
        CLIENT * (said.relationship == "client")
        + FACE * (said.photo is not None and covers(consent, "photo") and pictured(consent))
        + COUNTED * (said.result is not None and covers(consent, "result"))
        + DOUBT * bool(said.objection)
        + FULL_NAME * name
        + ROLE * role
        + max(0, FRESH - (newest - said.date).days // _YEAR)
    )


def best_first(pool: Sequence[Item[Testimonial]], name: Hashable, reuse: Reuse) -> tuple[Item[Testimonial], ...]:
    """Give testimonials by their points, the most first, of as many the newest; `name` tells this pool from others."""
    if not pool:
        return ()
    newest = max(item.record.date for item in pool)

    def place(item: Item[Testimonial]) -> tuple[int, int, str]:
        return -points(item.record, newest), *newest_first(item)

    return tuple(sorted(pool, key=place)) if len(pool) <= _FEW else reuse.in_order(("best first", name, newest), pool, place)


def varied(ordered: Sequence[Item[Testimonial]], limit: int) -> tuple[Item[Testimonial], ...]:
    """Give the first of an order, then each time the next who repeats least: another person before another reader, another reader before another doubt. 0 is all, in their order."""
    if not limit or len(ordered) < 2:
        return tuple(ordered)
    chosen: list[Item[Testimonial]] = []
    taken: set[str] = set()
    seen: set[tuple[str, str]] = set()
    while len(chosen) < min(limit, len(ordered)):
        best, fewest = None, (True, True, True)
        for item in ordered:
            if item.slug in taken:
                continue
            person, reader, doubt = (mark in seen for mark in _marks(item.record))
            if best is None or (person, reader, doubt) < fewest:
                best, fewest = item, (person, reader, doubt)
            if not any(fewest):
                break
        if best is None:
            break
        chosen.append(best)
        taken.add(best.slug)
        seen |= {mark for mark in _marks(best.record) if mark[1]}
    return tuple(chosen)


def reader_of(said: Testimonial) -> str:
    """Give the reader that words speak to: as she wrote it, else whoever wants their service, else whoever wonders about that relation."""
    return (said.audience or said.service or said.relationship).strip().casefold()


def _marks(said: Testimonial) -> tuple[tuple[str, str], tuple[str, str], tuple[str, str]]:
    """Give what two testimonials should not have in common: person, reader, doubt."""
    return ("person", said.name.strip().casefold()), ("reader", reader_of(said)), ("doubt", (said.objection or "").strip().casefold())
