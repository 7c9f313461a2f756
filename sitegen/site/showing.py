"""What of the site is shown on a given day, and why the rest is not: drafts, dates, status, consent."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date, timedelta
from functools import cached_property
from operator import attrgetter
from typing import Any

from sitegen.common.frozen import frozen
from sitegen.common.problems import Effect, Problem
from sitegen.common.reuse import Reuse
from sitegen.site.consent import consent_lacks, covers
from sitegen.site.facts import Credential, Figure, Logo, Press, Rating
from sitegen.site.front import Channel, ConsentItem
from sitegen.site.items import Article, Event, Page, Result, Service, Testimonial
from sitegen.site.model import KINDS, Item, Kind, Record, Site
from sitegen.site.rules.ages import days_of_age
from sitegen.site.settings import Settings


@frozen(slots=False)
class Showing:
    """The site's public face on one day; every tuple in the order it is shown."""

    site: Site
    as_of: date
    pages: tuple[Item[Page], ...]
    services: tuple[Item[Service], ...]
    testimonials: tuple[Item[Testimonial], ...]
    results: tuple[Item[Result], ...]
    articles: tuple[Item[Article], ...]
    events: tuple[Item[Event], ...]
    figures: tuple[Figure, ...]
    logos: tuple[Logo, ...]
    credentials: tuple[Credential, ...]
    press: tuple[Press, ...]
    ratings: tuple[Rating, ...]
    left_out: tuple[Problem, ...]
    by_id: Mapping[str, Item[Any]]

    reuse: Reuse = field(default_factory=Reuse, compare=False, repr=False)
    """What was worked out of an earlier showing of the same site."""

    @property
    def settings(self) -> Settings:
        """The site's settings."""
        return self.site.settings

    @cached_property
    def views(self) -> dict[str, Any]:
        """The views made so far, by item."""
        return {}

    @cached_property
    def of_service(self) -> Mapping[tuple[str, str], tuple[Item[Any], ...]]:
        """The testimonials and results of each service, by (kind, service)."""
        groups: dict[tuple[str, str], tuple[Item[Any], ...]] = {}
        for kind in ("testimonials", "results"):
            groups |= self.reuse.groups(f"services of {kind}", getattr(self, kind), lambda item: ((item.kind, item.record.service or ""),))
        return groups

    @cached_property
    def of_topic(self) -> Mapping[str, tuple[Item[Article], ...]]:
        """The articles of each topic."""
        return self.reuse.of(
            "articles of topics", lambda items: self.reuse.groups("topics", items, lambda item: tuple(dict.fromkeys(item.record.topics))), self.articles
        )

    def kinds(self) -> tuple[tuple[Kind, tuple[Item[Any], ...]], ...]:
        """Give the items of each kind."""
        return tuple((kind, getattr(self, kind)) for kind in KINDS)

    @cached_property
    def topics_of(self) -> Mapping[str, frozenset[str]]:
        """The topics of each article."""
        return self.reuse.keyed("topics of articles", self.articles, attrgetter("slug"), lambda item: frozenset(item.record.topics))

    @cached_property
    def of_case(self) -> Mapping[str, tuple[Item[Testimonial], ...]]:
        """The testimonials that may stand beside each case."""
        return self.reuse.groups("cases", self.testimonials, lambda item: (case,) if (case := tells_of(item.record)) else ())

    @cached_property
    def _chosen(self) -> dict[tuple[object, ...], tuple[Item[Any], ...]]:
        return {}

    def once(self, words: tuple[object, ...], choose: Callable[[], tuple[Item[Any], ...]]) -> tuple[Item[Any], ...]:
        """Give the items that these words choose, chosen once however many pages of a list show them."""
        if words not in self._chosen:
            self._chosen[words] = choose()
        return self._chosen[words]


def tells_of(said: Testimonial) -> str | None:
    """Give the case that a testimonial may stand beside: only with the person's consent, since it tells whose case it is."""
    return said.result.case if said.result is not None and covers(said.consent, "result") else None


def showing(site: Site, as_of: date, reuse: Reuse | None = None) -> Showing:
    """Give what is public on a day. Nothing is left out silently: `left_out` names each item and the reason."""
    reuse = reuse or Reuse()
    chosen = {kind: reuse.of(f"shown {kind}", _shown_of, kind, getattr(site, kind), site.settings, as_of, reuse) for kind in KINDS}
    logos, without_logos = _logos(site, as_of)
    credentials, expired = _credentials(site, as_of)
    return Showing(
        site=site, as_of=as_of, **{kind: items for kind, (items, _) in chosen.items()}, figures=site.facts.figures, logos=logos,
        credentials=credentials, press=site.facts.press, ratings=site.facts.ratings,
        left_out=(*without_logos, *expired, *(problem for _, left_out in chosen.values() for problem in left_out)),
        by_id=by_id({kind: items for kind, (items, _) in chosen.items()}, reuse), reuse=reuse,
    )  # fmt: skip


def _shown_of(kind: Kind, items: tuple[Item[Any], ...], settings: Settings, as_of: date, reuse: Reuse) -> tuple[tuple[Item[Any], ...], tuple[Problem, ...]]:
    """Give the items of a kind that are public, in the order they are shown, and why the others are not."""
    reasons = reuse.each(f"why {kind} are hidden", items, why_hidden, settings, as_of)
    if reasons.count(None) == len(reasons):
        return reuse.in_order(f"order of {kind}", items, ORDER[kind]), ()
    kept = [item for item, reason in zip(items, reasons, strict=True) if reason is None]
    shown = reuse.same(f"shown {kind}", reuse.in_order(f"order of {kind}", kept, ORDER[kind]))
    return shown, tuple(reason for reason in reasons if reason is not None)


def by_id(every: Mapping[Kind, tuple[Item[Any], ...]], reuse: Reuse) -> Mapping[str, Item[Any]]:
    """Give the items of each kind by their ids."""
    return ChainMap(*(reuse.keyed(f"{kind} by id", items, attrgetter("id"), _itself) for kind, items in every.items()))


def _itself(item: Item[Any]) -> Item[Any]:
    return item


def newest_first(item: Item[Any]) -> tuple[int, str]:
    """Give what sorts items by date, the newest first."""
    return -item.record.date.toordinal(), item.slug


ORDER: Mapping[Kind, Callable[[Item[Any]], Any]] = {
    "pages": lambda i: i.slug,
    "services": lambda i: (i.record.order, i.record.title, i.slug),
    "testimonials": newest_first,
    "results": newest_first,
    "articles": newest_first,
    "events": lambda i: (i.record.start, i.slug),
}
"""What sorts the items of each kind into the order they are shown."""


def _logos(site: Site, as_of: date) -> tuple[tuple[Logo, ...], list[Problem]]:
    """Give the logos that clients agreed to, and why the others are left out."""
    logos, left_out = [], []
    for index, logo in enumerate(site.facts.logos):
        lacks = consent_lacks(logo.consent, site.settings.country, as_of)
        if lacks is None and not covers(logo.consent, "logo"):
            lacks = ("R2", "the consent does not cover the logo", "If the client agreed to it, write items: [logo].")
        if lacks is None:
            logos.append(logo)
        else:
            rule, message, mend = lacks
            left_out.append(
                Problem(rule, site.fact(f"logos.{index}"), f"the logo of '{logo.id}' is left out: {message} ({rule}).", mend, effect=Effect.LEAVE_OUT)
            )
    return tuple(logos), left_out


def _credentials(site: Site, as_of: date) -> tuple[tuple[Credential, ...], list[Problem]]:
    """Give the credentials that have not ended, and that the others have."""
    credentials, left_out = [], []
    for index, credential in enumerate(site.facts.credentials):
        if credential.expires is None or credential.expires >= as_of:
            credentials.append(credential)
        else:
            left_out.append(
                Problem(
                    "W6",
                    site.fact(f"credentials.{index}.expires"),
                    f"the credential '{credential.id}' is left out: it ended on {credential.expires} (W6).",
                    "Renew it and write the new date, or take the entry away.",
                    effect=Effect.WARN,
                )
            )
    return tuple(credentials), left_out


def changes_after(site: Site, as_of: date) -> date:
    """Give the first day after a day on which something else is shown or said; the last day there is when nothing more will change."""
    days: list[date | None] = []
    for item in site.items():
        record = item.record
        days += [record.date, record.expires]
        if isinstance(record, Event):
            days.append(_next(record.end.date()))
        if isinstance(record, Testimonial | Result):
            for consent in (record.consent, getattr(record, "sponsor_consent", None)):
                days += [consent.date, _next(consent.until)] if consent is not None else []
            days += days_of_age(item)
    for credential in site.facts.credentials:
        days.append(_next(credential.expires))
    for logo in site.facts.logos:
        if logo.consent is not None:
            days += [logo.consent.date, _next(logo.consent.until)]
    return min((day for day in days if day is not None and day > as_of), default=date.max)


def _next(day: date | None) -> date | None:
    return day + timedelta(days=1) if day is not None and day < date.max else None


def why_hidden(item: Item[Any], settings: Settings, as_of: date, channel: Channel = "site") -> Problem | None:
    """Give the reason why an item may not be shown on a day, on the site or elsewhere; None when it may."""
    record: Record = item.record

    def hidden(code: str, field: str, reason: str, mend: str, effect: Effect = Effect.NOTICE) -> Problem:
        return item.problem(code, field, f"left out: {reason}.", mend, effect=effect)

    if record.draft:
        return hidden("draft", "draft", "it is a draft", "Take the line `draft: true` away when it is ready.")
    if record.expires is not None and record.expires <= as_of:
        return hidden("expired", "expires", f"it was shown until {record.expires}", "Change `expires:` or delete the file.")
    if isinstance(record, Testimonial) and record.status != "published":
        mend = "Write status: published when the person has approved the words."
        ended = record.status in ("retired", "declined")
        return hidden(
            "not-published", "status", f"its status is '{record.status}'", "It stays off the site. Delete the file, or keep it as it is." if ended else mend
        )
    if item.placeholder:
        return hidden(
            "placeholder",
            "",
            f"it still holds a line that `sitegen add` wrote: '{item.placeholder}'",
            "Put your own words in its place, or take it out.",
            Effect.LEAVE_OUT,
        )
    if isinstance(record, Testimonial | Result):
        lacks = consent_lacks(record.consent, settings.country, as_of, channel)
        needed: ConsentItem = "quote" if isinstance(record, Testimonial) else "result"
        if lacks is None and not covers(record.consent, needed):
            lacks = ("R2", f"the consent does not cover the {needed}", f"If the person agreed to it, add {needed} to `items:`.")
        if lacks is not None:
            rule, reason, mend = lacks
            return hidden(rule, "consent", f"{reason} ({rule})", mend, Effect.LEAVE_OUT)
    if record.date is not None and record.date > as_of:
        return hidden(
            "future",
            "date",
            f"its date is {record.date}",
            f"It appears with the first build on that day; to look at it now: sitegen build --as-of {record.date}",
        )
    return None


def is_sample_fact(showing: Showing) -> bool:
    """Say whether any shown entry of data/proof.yaml is marked as a sample."""
    facts: tuple[Figure | Logo | Credential | Press | Rating, ...] = (*showing.figures, *showing.logos, *showing.credentials, *showing.press, *showing.ratings)
    return any(fact.sample for fact in facts)
