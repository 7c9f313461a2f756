"""A site in which every field of every model can be edited, and the table of edits made from the models themselves."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from PIL import Image

from sitegen.common.records import fields_of, optional, variants
from sitegen.site.facts import Facts
from sitegen.site.model import KINDS
from sitegen.site.settings import Settings

LONG = "I was not sure that it would help, and I said so. We talk less now, and we know what we decided in the end."


def granted(*items: str, show_as: str = "full") -> dict[str, Any]:
    return {"status": "granted", "date": "2026-05-04", "method": "email", "scope": ["site"], "items": list(items), "show_as": show_as}


def testimonial(name: str, **more: Any) -> dict[str, Any]:
    return {
        "name": name, "relationship": "client", "original": "shown", "date": "2026-05-04", "status": "published", "title": "Head of Operations",
        "company": "Harbour Foods", "consent": granted("quote", "name", "title"), **more,
    }  # fmt: skip


def result(title: str, **more: Any) -> dict[str, Any]:
    measure = {
        "name": "Turnover",
        "before": 31,
        "after": 22,
        "unit": "%",
        "period": "12 months",
        "evidence": "content/private/evidence/t.pdf",
        "better": "lower",
    }
    return {
        "title": title, "summary": "From three meetings to one.", "date": "2026-06-01", "client": {"described": "A food company"}, "service": "team",
        "goals": ["Decide within a week."], "measures": [measure], "typicality": "unknown",
        "expected": {"text": "Most see a smaller change.", "n": 9, "period": "2025"}, "consent": granted("result", show_as="anonymous"), **more,
    }  # fmt: skip


def article(title: str, day: str, **more: Any) -> dict[str, Any]:
    return {"title": title, "summary": f"What {title.lower()} is about.", "date": day, "topics": ["meetings"], **more}


SECTIONS: list[dict[str, Any]] = [
    {"type": "hero", "action": {"to": "/contact/", "label": "Write"}}, {"type": "proof"}, {"type": "situation"}, {"type": "services"}, {"type": "results"}, {"type": "testimonials"}, {"type": "steps", "steps": ["A first talk"]},
    {"type": "about"}, {"type": "faq", "questions": [{"question": "How long?", "answer": "Four months."}]}, {"type": "articles"}, {"type": "events"}, {"type": "newsletter"},
    {"type": "action"}, {"type": "text", "text": "Some words."}, {"type": "form"},
]  # fmt: skip

FACTS: dict[str, Any] = {
    "figures": [{"id": "leaders-coached", "value": "126", "label": "leaders", "source": "my list", "as_of": "2026-10-01"}],
    "logos": [{"id": "harbour", "name": "Harbour Foods", "consent": granted("logo"), "source": "team coaching", "as_of": "2026-10-01"}],
    "credentials": [
        {"id": "pcc", "title": "Example Coach", "issuer": "Example Federation", "expires": "2027-05-01", "source": "register", "as_of": "2026-10-01"}
    ],
    "press": [{"id": "radio", "title": "A talk", "outlet": "Example Radio", "source": "its page", "as_of": "2026-03-12"}],
    "ratings": [{"id": "place", "platform": "Places", "average": 4.8, "count": 23, "source": "its page", "as_of": "2026-10-01"}],
}

FRONTS: dict[str, dict[str, Any]] = {
    "content/site.yaml": {
        "name": "Maya Example", "promise": "I coach people who lead for the first time.", "url": "https://www.example.com", "per_page": 2, "menu": [{"to": "/services/", "label": "Services"}, {"to": "/about/"}],
        "newsletter": {"action": "https://letters.example.com/subscribe"}, "imprint": {"vat_id": "DE000000000"},
        "address": {"street": "1 Sample Street", "postcode": "0150", "city": "Oslo", "country": "NO"}, "form": {"action": "https://forms.example.com/f"},
        "booking": {"url": "https://cal.example.com/maya"}, "profiles": [{"label": "LinkedIn", "url": "https://social.example.org/maya"}],
    },
    "content/data/proof.yaml": FACTS,
    "content/pages/index.md": {"title": "Home", "sections": SECTIONS},
    "content/pages/about.md": {"title": "About me"},
    "content/pages/contact.md": {"title": "Contact", "menu": {"order": 2}},
    "content/services/team.md": {
        "title": "Team coaching", "summary": "For teams that meet a lot and decide little.", "price": {"amount": 1200, "currency": "EUR"},
        "faq": [{"question": "How long?", "answer": "Four months."}], "what_happens": [{"title": "A talk", "text": "Thirty minutes."}],
        "booking": {"url": "https://cal.example.com/team"},
    },
    "content/services/one.md": {"title": "One to one", "summary": "For people who lead for the first time."},
    "content/testimonials/anna.md": testimonial(
        "Anna Sample", service="team", result={"case": "harbour-foods"}, translation={"lang": "en", "text": "It helped.", "by": "Maya", "approved": True},
        typos=[{"was": "teh", "now": "the"}], not_claims=[{"text": "one", "why": "a turn of speech"}], experience={"from": "2025", "to": "2026"},
        verification={"method": "matched with the contract", "date": "2026-05-06"},
    ),
    "content/testimonials/bo.md": testimonial("Bo Probe", date="2026-04-01", relationship="manager"),
    "content/testimonials/cy.md": testimonial("Cy Trial", date="2026-03-01", service="one"),
    "content/results/harbour-foods.md": result("A team that decides", sponsor="Harbour Foods", sponsor_consent=granted("company"), not_claims=[{"text": "ten", "why": "a size"}],
                                               experience={"from": "2025"}, verification={"method": "their report", "date": "2026-05-06"}),
    "content/results/second.md": result("Evenings back", service="one"),
    "content/articles/first-hundred-days.md": article("The first hundred days", "2026-10-01"),
    "content/articles/meetings.md": article("A meeting that decides", "2026-09-01"),
    "content/articles/later.md": article("Something later", "2026-12-24", topics=["focus"]),
    "content/events/evening.md": {
        "title": "An evening", "summary": "Ninety minutes.", "date": "2026-10-01", "start": "2027-02-10 18:00", "end": "2027-02-10 19:30",
        "venue": {"name": "The Reading Room", "city": "Oslo"}, "price": {"amount": 40, "currency": "EUR"}, "booking": {"url": "https://cal.example.com/evening"},
    },
}  # fmt: skip
"""The front matter, or the whole of a YAML file, by path."""

BODIES: dict[str, str] = {
    "content/pages/index.md": "[[testimonials service=team limit=1]]\n\n[[result harbour-foods]]\n\n[[figure leaders-coached]] leaders, [[measure harbour-foods turnover]].\n",
    "content/services/team.md": "## How we start\n\nWith one question. ![An office](office.png)\n",
    "content/articles/meetings.md": "Ask what will be decided. See [team coaching](../services/team.md#how-we-start) and [later](later.md).\n\n[[testimonial anna]]\n",
    "content/results/harbour-foods.md": "Nobody knew what had been decided. [A word on it](../articles/meetings.md).\n",
}
"""The texts below; every other item's is LONG."""

PICTURES = ("office.jpg", "office.png", "maya.jpg", "anna.jpg", "harbour.png", "logo.png", "share.jpg", "me.jpg")


def picture(name: str, shade: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (90 + shade % 7, 60), (shade, 120, 90)).save(out, "JPEG" if name.endswith("jpg") else "PNG")
    return out.getvalue()


def written(path: str, front: dict[str, Any], body: str) -> bytes:
    """Give a file's bytes: JSON is YAML."""
    text = json.dumps(front, ensure_ascii=False, indent=1)
    return (text if path.endswith(".yaml") else f"---\n{text}\n---\n\n{body}").encode()


@dataclass(frozen=True)
class Place:
    """A field of a model in a file: the way to it through the record, its model's name, and values it may be set to."""

    file: str
    way: tuple[str | int, ...]
    model: str
    values: tuple[Any, ...]


def places() -> list[Place]:
    """Give every field of every model in every file that holds one."""
    found: list[Place] = []
    for file, front in FRONTS.items():
        model = Settings if file == "content/site.yaml" else Facts if file == "content/data/proof.yaml" else KINDS[file.split("/")[1]]  # type: ignore[index]
        found += _places(file, model, front, ())
    return found


def _places(file: str, model: type, record: dict[str, Any], way: tuple[str | int, ...]) -> Iterator[Place]:
    for field in fields_of(model):
        example = yaml.load(field.example, yaml.BaseLoader)[field.name]
        other = f"{example} too" if isinstance(example, str) and optional(field.kind) is str else example
        yield Place(file, (*way, field.name), model.__name__, (example, other, None))
        kind = optional(field.kind)
        inner = record.get(field.name)
        entries = inner if isinstance(inner, list) else [inner] if isinstance(inner, dict) else []
        for index, entry in enumerate(entries):
            if not isinstance(entry, dict):
                continue
            args = getattr(kind, "__args__", ())
            nested: Any = args[0] if isinstance(inner, list) else kind
            nested = variants(nested).get(entry.get("type", ""), nested)
            yield from _places(file, nested, entry, (*way, field.name, index) if isinstance(inner, list) else (*way, field.name))
