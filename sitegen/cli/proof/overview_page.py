"""The graph of the proof as one HTML page that needs nothing else: no script, no request."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from sitegen.cli.proof.overview_text import NUMBERS, all_well, sections, supported
from sitegen.outreach.day_words import day_words
from sitegen.outreach.statistics_page import STYLE

if TYPE_CHECKING:
    from sitegen.outreach.asking import Candidate
    from sitegen.site.graph import Graph

_MORE = ".words td,.words th{text-align:left;vertical-align:top}h2{margin-top:2rem}"


def overview_page(made: Graph, people: Sequence[Candidate] | None) -> bytes:
    """Give the page; whom to ask stands on it only where people are handed in."""
    services = (
        (one.slug, *(getattr(one, name) or "-" for name in NUMBERS), day_words(one.newest) if one.newest else "-", ", ".join(one.lacks))
        for one in made.services
    )
    parts = [
        _table(("Service", *NUMBERS.values(), "Newest", "Lacks"), services, ""),
        "<h2>What supports what</h2>",
        _table(("Testimonial", "Supports"), ((one.slug, "; ".join(supported(one))) for one in sorted(made.supports, key=lambda one: one.slug)), "words"),
        "<h2>Who speaks to which reader</h2>",
        _table(("Reader", "Testimonials"), ((reader, ", ".join(slugs)) for reader, slugs in made.readers), "words"),
    ]
    for head, entries in sections(made):
        parts += [f"<h2>{escape(head)}</h2>", "<ul>", *(f"<li>{escape(entry)}</li>" for entry in entries), "</ul>"]
    if well := all_well(made):
        parts.append(f"<p>{escape(well)}</p>")
    if people is not None:
        parts += ["<h2>Whom to ask next</h2>", _table(("Who", "Service", "Why"), ((one.who, one.service, "; ".join(one.why)) for one in people), "words")]
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">'
        f"<title>Proof</title><style>{STYLE}{_MORE}</style></head><body><h1>Proof, {escape(day_words(made.as_of))}</h1>{''.join(parts)}</body></html>\n"
    ).encode()


def _table(head: Sequence[str], rows: Iterable[Sequence[object]], kind: str) -> str:
    heads = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    lines = "".join(f'<tr><th scope="row">{escape(str(row[0]))}</th>{"".join(f"<td>{escape(str(cell))}</td>" for cell in row[1:])}</tr>' for row in rows)
    return f'<table class="{kind}"><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>'
