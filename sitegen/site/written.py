"""The site as it is written: drafts, what is to come, what no consent covers yet - for her own eyes, in the preview."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, get_args

from sitegen.common.problems import Problem
from sitegen.common.reuse import Reuse
from sitegen.site.consent import consent_lacks, covers
from sitegen.site.front import Consent, ConsentItem
from sitegen.site.items import Result, Testimonial
from sitegen.site.model import KINDS, Item, Kind
from sitegen.site.settings import Settings
from sitegen.site.showing import ORDER, Showing, by_id


def as_written(published: Showing) -> Showing:
    """Give the whole site on a day, whatever is published of it; `left_out` says what is not, as in `showing`."""
    site, as_of, reuse = published.site, published.as_of, published.reuse
    every: dict[Any, Any] = {kind: reuse.same(f"written {kind}", _opened_all(kind, getattr(site, kind), site.settings, as_of, reuse)) for kind in KINDS}
    return replace(published, **every, logos=site.facts.logos, credentials=site.facts.credentials, by_id=by_id(every, reuse))


def why_unpublished(shown: Showing) -> dict[str, Problem]:
    """Give the reason why each item is not published, by its file."""
    return {problem.location.file: problem for problem in shown.left_out}


def _opened_all(kind: Kind, items: tuple[Item[Any], ...], settings: Settings, as_of: date, reuse: Reuse) -> tuple[Item[Any], ...]:
    return reuse.in_order(f"written order of {kind}", reuse.each(f"opened {kind}", items, _opened, settings, as_of), ORDER[kind])


def _opened(item: Item[Any], settings: Settings, as_of: date) -> Item[Any]:
    """Give an item as if what it needs had been agreed to; one that needs nothing is given as it is."""
    record = item.record
    if not isinstance(record, Testimonial | Result):
        return item
    needed: ConsentItem = "quote" if isinstance(record, Testimonial) else "result"
    if consent_lacks(record.consent, settings.country, as_of) is None and covers(record.consent, needed):
        return item
    said = record.consent
    items = tuple(dict.fromkeys((*said.items, needed))) if said is not None and said.items else get_args(ConsentItem)
    assumed = Consent(status="granted", date=as_of, method="email", scope=("site",), items=items, show_as=said.show_as if said and said.show_as else "full")
    return replace(item, record=replace(record, consent=assumed), digest=f"{item.digest} as if agreed")
