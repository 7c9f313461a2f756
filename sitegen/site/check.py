"""What must fit between files: services that exist, pictures that are there, names that no address may hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from sitegen.common.problems import Location, Problem
from sitegen.common.reuse import Reuse
from sitegen.common.values import slugify
from sitegen.common.words import suggestion
from sitegen.site.clips import lacking
from sitegen.site.consent import withheld_words
from sitegen.site.items import Article, Result, Testimonial
from sitegen.site.mentions import Mention, mentions
from sitegen.site.model import FACTS_FILE, IMAGES, KINDS, Item, Kind, Site


def check_site(site: Site, reuse: Reuse | None = None) -> tuple[Problem, ...]:
    """Give every problem between files; () when all fits."""
    return tuple(_problems(site, reuse or Reuse()))


def _problems(site: Site, reuse: Reuse) -> Iterator[Problem]:
    known = {what: site.names(kind, reuse) for what, kind in _KINDS.items()}
    known["figure"] = frozenset(figure.id for figure in site.facts.figures)
    known["picture"] = site.pictures
    known["video"] = known["pictureless"] = site.pictures | site.clips
    if FACTS_FILE in site.unread:
        del known["figure"]
    known = reuse.same("known", known)
    for kind in KINDS:
        yield from reuse.of(f"check {kind}", _of_items, kind, getattr(site, kind), known, reuse)
    yield from _unfit(mentions(site.settings), site.setting, known)
    yield from _unfit(mentions(site.facts), site.fact, known)
    yield from _doubled_ids(site)
    topics = reuse.same("topics", tuple(reuse.each("topics of each", site.articles, _topics)))
    if reuse.of("doubled topics", lambda topics: bool(_doubled_topics(site.articles, topics)), topics):
        yield from _doubled_topics(site.articles, topics)


def _of_items(kind: Kind, items: tuple[Item[Any], ...], known: Mapping[str, frozenset[str]], reuse: Reuse) -> tuple[Problem, ...]:
    return tuple(chain.from_iterable(reuse.each(f"check each of {kind}", items, _of_item, known)))


def _of_item(item: Item[Any], known: Mapping[str, frozenset[str]]) -> tuple[Problem, ...]:
    problems = [*_unfit(item.mentions, item.location, known)] if item.mentions else []
    return (*problems, *_name_in_address(item)) if isinstance(item.record, Testimonial | Result) else tuple(problems)


_KINDS: Mapping[str, Kind] = {"service": "services", "result": "results", "testimonial": "testimonials", "article": "articles"}


_UNKNOWN: Mapping[str, str] = {
    "service": "no-such-service",
    "result": "no-such-result",
    "testimonial": "no-such-testimonial",
    "article": "no-such-article",
    "figure": "no-such-figure",
}


def _unfit(named: Iterable[Mention], locate: Callable[[str], Location], known: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Find each mention of a thing that there is not, and each picture without a word on what it shows."""
    for mention in named:
        what, name = mention.what, mention.name
        if what == "unseen":
            alt = f"{mention.field.rpartition('.')[2]}_alt"
            message = f"the picture '{name}' needs a word on what it shows, for those who can't see it."
            yield Problem("no-alt", locate(mention.field), message, f'Add a line: {alt}: ... (or {alt}: "" if it only decorates).')
        elif what in ("video", "pictureless"):
            for lack in lacking(name, "" if what == "pictureless" else "named", known[what]):
                yield Problem(lack.code, locate(mention.field), lack.message, lack.mend, lack.why)
        elif what not in known or name in known[what]:
            continue
        elif what == "picture":
            message = f"there is no picture '{name}' in {IMAGES}/."
            yield Problem("no-picture", locate(mention.field), message, suggestion(name, known[what], "Pictures"))
        else:
            mend = suggestion(name, known[what], f"{what.capitalize()}s")
            yield Problem(_UNKNOWN[what], locate(mention.field), f"there is no {what} '{name}'.", mend)


def _name_in_address(item: Item[Any]) -> Iterator[Problem]:
    """R4 for the address that the file's name makes: it must not hold a name that the consent withholds (GDPR, ICF Code)."""
    record = item.record
    name = record.name if isinstance(record, Testimonial) else record.client.name or ""
    held = withheld_words(record.consent, name) & set(item.slug.replace("/", "-").split("-"))
    if held and record.consent is not None and record.consent.status == "granted":
        yield item.problem(
            "R4", "slug" if record.slug else "", f"the address {item.address} holds a name that the consent withholds: '{min(held)}' (R4).",
            "Give it an address of its own, like this: slug: first-team-role", "a person who is not to be named must not be named in an address either (GDPR, ICF Code of Ethics).",
        )  # fmt: skip


def _doubled_ids(site: Site) -> Iterator[Problem]:
    for group in ("figures", "logos", "credentials", "press", "ratings"):
        seen: dict[str, int] = {}
        for index, entry in enumerate(getattr(site.facts, group)):
            if entry.id in seen:
                where = site.fact(f"{group}.{index}.id")
                first = site.fact(f"{group}.{seen[entry.id]}.id").line
                yield Problem(
                    "doubled-id", where, f"two entries of '{group}' are called '{entry.id}'; the first is on line {first}.", "Give one of them another id."
                )
            seen.setdefault(entry.id, index)


def _doubled_topics(articles: Sequence[Item[Article]], topics_of: Sequence[tuple[tuple[str, str], ...]]) -> tuple[Problem, ...]:
    """Find topics written in two ways (`Feedback`, `feedback`), whose pages would have one address."""
    first: dict[str, tuple[str, Item[Article], int]] = {}
    problems = []
    for item, topics in zip(articles, topics_of, strict=True):
        for index, (key, topic) in enumerate(topics):
            known, owner, at = first.setdefault(key, (topic, item, index))
            if known != topic:
                place, where = item.location(f"topics.{index}"), owner.location(f"topics.{at}")
                message = f"the topics '{topic}' and '{known}' ({where}) would have one address."
                problems.append(Problem("same-address", place, message, f"Write it in one way everywhere: {known}"))
    return tuple(problems)


def _topics(item: Item[Article]) -> tuple[tuple[str, str], ...]:
    return tuple((slugify(topic) or topic, topic) for topic in item.record.topics)
