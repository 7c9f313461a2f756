"""What must fit between files: services that exist, pictures that are there, names that no address may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, get_args

from sitegen.common.problems import Location, Problem
from sitegen.common.records import fields_of
from sitegen.common.values import ImagePath, slugify
from sitegen.common.words import suggestion
from sitegen.site import sections
from sitegen.site.consent import withheld_words
from sitegen.site.items import Result, Testimonial
from sitegen.site.model import FACTS_FILE, IMAGES, Item, Kind, Site


def check_site(site: Site) -> tuple[Problem, ...]:
    """Give every problem between files; () when all fits."""
    return tuple(_problems(site))


def _problems(site: Site) -> Iterator[Problem]:
    for item in site.items():
        yield from _references(site, item)
        yield from _pictures(site, item.record, lambda path, item=item: item.location(path))
        yield from _section_references(site, item)
        if isinstance(item.record, Testimonial | Result):
            yield from _name_in_address(item)
    yield from _pictures(site, site.settings, site.setting)
    yield from _pictures(site, site.facts, site.fact)
    yield from _doubled_ids(site)
    yield from _doubled_topics(site)


_KINDS: Mapping[str, Kind] = {"service": "services", "result": "results", "testimonial": "testimonials", "article": "articles"}


def _unknown(item: Item[Any], field: str, what: str, name: str, known: Iterable[str]) -> Problem:
    return item.problem(f"no-such-{what}", field, f"there is no {what} '{name}'.", suggestion(name, known, f"{what.capitalize()}s"))


def _references(site: Site, item: Item[Any]) -> Iterator[Problem]:
    slugs = {what: site.slugs(kind) for what, kind in _KINDS.items()}
    record = item.record
    service = getattr(record, "service", None)
    if service is not None and service not in slugs["service"]:
        yield _unknown(item, "service", "service", service, slugs["service"])
    if isinstance(record, Testimonial) and record.result is not None and record.result.case and record.result.case not in slugs["result"]:
        yield _unknown(item, "result", "result", record.result.case, slugs["result"])
    for index, slug in enumerate(getattr(record, "related", ())):
        if slug not in slugs["article"]:
            yield _unknown(item, f"related.{index}", "article", slug, slugs["article"])


def _section_references(site: Site, item: Item[Any]) -> Iterator[Problem]:
    figures = [figure.id for figure in site.facts.figures]
    for index, section in enumerate(getattr(item.record, "sections", ())):
        path = f"sections.{index}"
        what = {sections.Services: "service", sections.Results: "result", sections.Testimonials: "testimonial"}.get(type(section))
        known = site.slugs(_KINDS[what]) if what else []
        for place, slug in enumerate(getattr(section, "only", ())):
            if slug not in known:
                yield _unknown(item, f"{path}.only.{place}", str(what), slug, known)
        service = getattr(section, "service", None)
        if service is not None and service not in site.slugs("services"):
            yield _unknown(item, f"{path}.service", "service", service, site.slugs("services"))
        for place, name in enumerate(getattr(section, "figures", ())):
            if name not in figures and FACTS_FILE not in site.unread:
                yield _unknown(item, f"{path}.figures.{place}", "figure", name, figures)


def _pictures(site: Site, record: Any, locate: Any, path: str = "") -> Iterator[Problem]:
    """Find each picture that a record names and content/images/ does not have, and each shown without a word on what it shows."""
    hints = _picture_fields(type(record))
    for field in fields(record):
        value = getattr(record, field.name)
        inner = f"{path}.{field.name.rstrip('_')}" if path else field.name.rstrip("_")
        if value is None:
            continue
        if field.name in hints:
            if value not in site.pictures:
                yield Problem("no-picture", locate(inner), f"there is no picture '{value}' in {IMAGES}/.", suggestion(value, site.pictures, "Pictures"))
            alt = f"{field.name}_alt"
            if hasattr(record, alt) and getattr(record, alt) is None:
                yield Problem(
                    "no-alt",
                    locate(inner),
                    f"the picture '{value}' needs a word on what it shows, for those who can't see it.",
                    f'Add a line: {alt}: ... (or {alt}: "" if it only decorates).',
                )
        elif isinstance(value, tuple):
            for index, entry in enumerate(value):
                if is_dataclass(entry):
                    yield from _pictures(site, entry, locate, f"{inner}.{index}")
        elif is_dataclass(value):
            yield from _pictures(site, value, locate, inner)


def _picture_fields(model: type) -> frozenset[str]:
    return frozenset(f.attribute for f in fields_of(model) if ImagePath in (f.kind, *get_args(f.kind)))


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


def _doubled_topics(site: Site) -> Iterator[Problem]:
    """Find topics written in two ways (`Feedback`, `feedback`), whose pages would have one address."""
    first: dict[str, tuple[str, Location]] = {}
    for item in site.articles:
        for index, topic in enumerate(item.record.topics):
            place = item.location(f"topics.{index}")
            known, where = first.setdefault(slugify(topic) or topic, (topic, place))
            if known != topic:
                yield Problem(
                    "same-address", place, f"the topics '{topic}' and '{known}' ({where}) would have one address.", f"Write it in one way everywhere: {known}"
                )
