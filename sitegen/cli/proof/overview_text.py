"""The graph of the proof as text of eighty columns, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from sitegen.common.problems import Location
from sitegen.common.words import counted

if TYPE_CHECKING:
    from sitegen.outreach.asking import Candidate
    from sitegen.site.graph import Graph, ServiceProof, Support

WIDTH = 80
SHOWN_PEOPLE = 5
NUMBERS = {"clients": "Clients", "photos": "Faces", "full_names": "Names", "results": "Results"}
"""What is counted of a service, with its heading."""
_NAME = 25


def as_text(made: Graph, people: Sequence[Candidate]) -> list[str]:
    """Give the lines."""
    from sitegen.outreach.day_words import day_words

    lines = [f"Your proof on {day_words(made.as_of)}", "", *_services(made.services)]
    if made.supports:
        lines += ["", "What supports what", *(line for one in sorted(made.supports, key=lambda one: one.slug) for line in _support(one))]
    for head, entries in sections(made):
        lines += ["", head, *(line for entry in entries for line in _wrapped(entry, "  "))]
    lines += ["", *_wrapped(all_well(made), "")] if all_well(made) else []
    if people:
        lines += ["", "Whom to ask next", *(line for number, one in enumerate(people[:SHOWN_PEOPLE], 1) for line in _person(number, one))]
        more = len(people) - SHOWN_PEOPLE
        lines += [f"    And {more} more: sitegen proof --format json --private"] if more > 0 else []
    return lines


def _services(services: Sequence[ServiceProof]) -> Iterator[str]:
    from sitegen.outreach.day_words import day_words

    if not services:
        yield 'There is no service on the site yet. Begin with: sitegen add service "Team coaching"'
        return
    yield f"{'Service':<{_NAME}}" + "".join(f"{head:>9}" for head in NUMBERS.values()) + "  Newest"
    for one in services:
        newest = day_words(one.newest) if one.newest else "-"
        yield f"{_cut(one.slug, _NAME - 1):<{_NAME}}" + "".join(f"{getattr(one, name) or '-':>9}" for name in NUMBERS) + f"  {newest}"
        if one.lacks:
            yield from _wrapped(f"lacks {', '.join(one.lacks)}", "  ")


def _support(one: Support) -> list[str]:
    return _wrapped("; ".join(supported(one)), " " * _NAME, f"{_cut(one.slug, _NAME - 2):<{_NAME}}")


def supported(one: Support) -> Iterator[str]:
    """Give what a testimonial supports and can show, in a few words each."""
    yield one.service or "no service"
    yield "client" if one.relation == "client" else one.relation.replace("_", " ")
    if one.case:
        yield f"case {one.case}"
    if one.claims:
        yield f"claim {', '.join(one.claims)}"
    yield f"reader: {one.reader}"
    shows = [what for there, what in ((one.photo, "face"), (one.full_name, "full name"), (one.result, "result")) if there]
    yield f"shows {', '.join(['words', *shows])}"
    yield f"on {counted(len(one.pages), 'page')}" if one.pages else "on the list only"


def sections(made: Graph) -> Iterator[tuple[str, list[str]]]:
    """Give what needs a look, each with its heading; only what there is."""
    from sitegen.outreach.day_words import day_words

    if made.ending:
        yield "Consents that end within 60 days: ask again", [f"{one.file}: {one.what} ends on {day_words(one.until)}" for one in made.ending]
    if made.without_expected:
        yield "Claims that don't say what clients generally get", [f"{one.place}: {one.words}" for one in made.without_expected]
    if made.worn:
        yield "The same words on many pages", [f"{one.slug}: {', '.join(one.pages)}" for one in made.worn]


def all_well(made: Graph) -> str:
    """Give what needs no look, as a sentence; "" where everything does."""
    parts = [
        "no consent ends within 60 days" if not made.ending else "",
        "each claim says what clients generally get" if not made.without_expected else "",
        "no words stand on more than four pages" if not made.worn else "",
    ]
    said = "; ".join(filter(None, parts))
    return said[:1].upper() + said[1:] + ("." if said else "")


def _person(number: int, one: Candidate) -> list[str]:
    return [*_wrapped(f"{one.who}: {'; '.join(one.why)}", "    ", f"{number:2}. "), f"    > {one.command}"]


def as_json(made: Graph, people: Sequence[Candidate] | None) -> str:
    """Give the graph for tools; whom to ask stands in it only where people are handed in."""
    plain: dict[str, Any] = {field.name: _plain(getattr(made, field.name)) for field in fields(made)}
    if people is not None:
        plain["ask"] = [{"who": one.who, "service": one.service, "why": list(one.why), "points": one.points, "command": one.command} for one in people]
    return json.dumps(plain, ensure_ascii=False, indent=2)


def _plain(value: Any) -> Any:
    if isinstance(value, date | Location):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)} if hasattr(value, "__dataclass_fields__") else value


def _wrapped(text: str, pad: str, first: str | None = None) -> list[str]:
    return wrap(text, WIDTH, initial_indent=pad if first is None else first, subsequent_indent=pad, break_long_words=False, break_on_hyphens=False)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
