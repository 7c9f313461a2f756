"""A site in which every field of every model can be edited, and the table of edits made from the models themselves."""

from __future__ import annotations

import copy
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

import yaml
from PIL import Image

from sitegen.common.problems import ContentError
from sitegen.common.records import Field, fields_of, optional, read_record, variants
from sitegen.common.values import Address, Colour, Currency, Email, FocalPoint, ImagePath, Language, OldAddress, PartialDate, Slug, Url, VideoPath, Zone
from sitegen.common.yaml_nodes import root_node
from sitegen.site.facts import Facts
from sitegen.site.model import KINDS
from sitegen.site.settings import Settings

LONG = "I was not sure that it would help, and I said so. We talk less now, and we know what we decided in the end."


def granted(*items: str, show_as: str = "full", **more: str) -> dict[str, Any]:
    return {
        "status": "granted",
        "date": "2026-05-04",
        "method": "email",
        "scope": ["site"],
        "items": list(items),
        "show_as": show_as,
        "evidence": "content/private/evidence/yes.eml",
        **more,
    }


def testimonial(name: str, **more: Any) -> dict[str, Any]:
    return {
        "name": name, "relationship": "client", "original": "shown", "date": "2026-05-04", "status": "published", "title": "Head of Operations",
        "company": "Harbour Foods", "consent": granted("quote", "name", "title"), "disclosure": "We have known each other for years.", **more,
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
        "title": title, "summary": "Fewer questions left open.", "date": "2026-06-01", "client": {"described": "A food company"}, "service": "team",
        "goals": ["Decide within a week."], "measures": [measure], "typicality": "unknown",
        "expected": {"text": "Most see a smaller change.", "n": 9, "period": "2025"}, "consent": granted("result", show_as="anonymous"), **more,
    }  # fmt: skip


def article(title: str, day: str, **more: Any) -> dict[str, Any]:
    return {"title": title, "summary": f"What {title.lower()} is about.", "date": day, "topics": ["meetings"], **more}


SECTIONS: list[dict[str, Any]] = [
    {"type": "hero", "action": {"to": "/contact/", "label": "Write"}}, {"type": "proof"}, {"type": "situation"}, {"type": "services"}, {"type": "results"}, {"type": "testimonials"}, {"type": "steps", "steps": ["A first talk"]},
    {"type": "about"}, {"type": "faq", "questions": [{"question": "How long?", "answer": "Four months."}]}, {"type": "articles"}, {"type": "events"}, {"type": "newsletter"},
    {"type": "action"}, {"type": "video", "file": "talk.webm", "title": "A talk"}, {"type": "video", "link": "https://vimeo.com/1", "title": "Elsewhere", "poster": "office.jpg"}, {"type": "text", "text": "Some words."}, {"type": "form"},
]  # fmt: skip

FACTS: dict[str, Any] = {
    "figures": [{"id": "leaders-coached", "value": "126", "label": "leaders", "source": "my list", "as_of": "2026-10-01"}],
    "logos": [{"id": "harbour", "name": "Harbour Foods", "consent": granted("logo", until="2026-12-18"), "source": "team coaching", "as_of": "2026-10-01"}],
    "credentials": [
        {
            "id": "pcc",
            "title": "Example Coach",
            "level": "PCC",
            "number": "1",
            "issuer": "Example Federation",
            "expires": "2027-05-01",
            "source": "register",
            "as_of": "2026-10-01",
        },
        {"id": "degree", "title": "A degree", "level": "MA", "number": "2", "issuer": "Example College", "source": "certificate", "as_of": "2026-10-01"},
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
    "content/pages/about.md": {"title": "About me", "sections": [{"type": "faq"}, {"type": "steps"}]},
    "content/pages/contact.md": {"title": "Contact", "menu": {"order": 2}},
    "content/services/team.md": {
        "title": "Team coaching", "summary": "For teams that meet a lot and decide little.", "price": {"amount": 1200, "currency": "EUR"},
        "faq": [{"question": "How long?", "answer": "Four months."}], "what_happens": [{"title": "A talk", "text": "Thirty minutes."}],
        "booking": {"url": "https://cal.example.com/team"},
    },
    "content/services/one.md": {"title": "One to one", "summary": "For people who lead for the first time."},
    "content/testimonials/anna.md": testimonial(
        "Anna Sample", service="team", lang="de", result={"case": "harbour-foods"}, translation={"lang": "en", "text": "It helped.", "by": "Maya", "approved": True},
        typos=[{"was": "teh", "now": "the"}], not_claims=[{"text": "one", "why": "a turn of speech"}], allow=[{"text": "Northern Tales", "why": "a book"}], experience={"from": "2025", "to": "2026"},
        verification={"method": "matched with the contract", "date": "2026-05-06"},
    ),
    "content/testimonials/bo.md": testimonial("Bo Probe", date="2026-04-01", relationship="manager", consent=granted("quote", "name", "video", until="2026-12-15"), video={"file": "bo.mp4", "title": "Bo"}),
    "content/testimonials/cy.md": testimonial("Cy Trial", date="2026-03-01", service="one", expires="2026-12-10", consent=granted("quote", "name", "title", "video"), video={"link": "https://vimeo.com/2", "title": "Cy", "poster": "me.jpg"}),
    "content/results/harbour-foods.md": result("A team that decides", sponsor="Harbour Foods", sponsor_consent=granted("company", until="2026-12-20"), not_claims=[{"text": "ten", "why": "a size"}], allow=[{"text": "Northern Tales", "why": "a book"}],
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

VIDEOS: dict[str, bytes] = {
    name: data
    for video in ("talk.webm", "bo.mp4", "other.mp4", "anna.mp4", "talk.mp4")
    for stem, kind in (video.split("."),)
    for name, data in {
        video: b"\x1a\x45\xdf\xa3" + stem.encode() if kind == "webm" else b"\0\0\0\x10ftypisom" + stem.encode().ljust(4),
        f"{stem}.vtt": f"WEBVTT {stem}\n\n00:00.000 --> 00:02.000\nWe talk less now, and we know what we decided.\n".encode(),
        f"{stem}.txt": f"[{stem}] We talk less now, and we know what we decided.\n".encode(),
        f"{stem}.png": b"",
    }.items()
}
"""Heads of videos with all that belongs to each; a picture's bytes are left to `picture`."""

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


OTHERS: dict[Any, str] = {
    bool: "false", date: "2026-02-03", Slug: "one", Url: "https://other.example.com", Email: "other@example.com", Colour: "#7a3b2e", ImagePath: "me.jpg", FocalPoint: "10% 90%", VideoPath: "other.mp4",
    Currency: "NOK", Language: "de", Zone: "America/New_York", Address: "/services/", OldAddress: "/older-page/",
}  # fmt: skip
"""A value of each plain kind that is neither in the site nor in the handbook's examples."""


def model_of(file: str) -> type:
    """Give the model of a file."""
    return Settings if file == "content/site.yaml" else Facts if file == "content/data/proof.yaml" else KINDS[file.split("/")[1]]  # type: ignore[index]


def places() -> list[Place]:
    """Give every field of every model in every file that holds one."""
    return [place for file, front in FRONTS.items() for place in _places(file, model_of(file), front, ())]


def _places(file: str, model: type, record: dict[str, Any], way: tuple[str | int, ...]) -> Iterator[Place]:
    for field in fields_of(model):
        example = yaml.load(field.example, yaml.BaseLoader)[field.name]
        inner = record.get(field.name)
        yield Place(file, (*way, field.name), model.__name__, (example, _another(field, inner if inner is not None else example), None))
        kind = optional(field.kind)
        entries = inner if isinstance(inner, list) else [inner] if isinstance(inner, dict) else []
        for index, entry in enumerate(entries):
            if not isinstance(entry, dict):
                continue
            args = get_args(kind)
            nested: Any = args[0] if isinstance(inner, list) else kind
            nested = variants(nested).get(entry.get("type", ""), nested)
            yield from _places(file, nested, entry, (*way, field.name, index) if isinstance(inner, list) else (*way, field.name))


def _another(field: Field, now: Any) -> Any:
    """Give a value of the field's kind that is not the one it has."""
    kind = optional(field.kind)
    if field.name == "type":
        return {"hero": "action", "newsletter": "events"}.get(now, "newsletter")
    if get_origin(kind) is Literal:
        return next(word for word in get_args(kind) if word != now)
    if kind is bool:
        return "true" if str(now).lower() == "false" else "false"
    if kind in (int, Decimal):
        number = Decimal(str(now))
        return str(number - 1 if field.most is not None and number >= field.most else number + 1)
    if kind is datetime:
        return "2027-02-11 20:00" if field.name == "end" else "2027-02-09 18:30"
    if kind is PartialDate:
        return "2027" if field.name == "to" else "2024-02"
    if isinstance(now, list):
        return now[:-1] if len(now) > 1 else [*now, *now]
    if isinstance(now, dict):
        changed = next((key for key in now if key in ("name", "text", "title", "label", "processor", "street", "extra", "method", "status", "amount")), "")
        return {**now, changed: "1300" if changed == "amount" else "requested" if changed == "status" else f"{now[changed]} too"} if changed else {}
    return OTHERS.get(kind, "") or f"{now} too"


def accepted(place: Place, value: Any) -> bool:
    """Say whether a value can stand in a place and makes another record of its file."""
    front = copy.deepcopy(FRONTS[place.file])
    before = _read(place.file, front)
    put(front, place.way, value)
    try:
        return _read(place.file, front) != before
    except ContentError:
        return False


def put(front: Any, way: tuple[str | int, ...], value: Any) -> bool:
    """Put a value in its place, None for taking it away; say whether that changed anything."""
    try:
        for step in way[:-1]:
            front = front[step]
    except (KeyError, IndexError, TypeError):
        return False
    if not isinstance(front, dict) or front.get(way[-1]) == value:
        return False
    if value is None:
        front.pop(way[-1], None)
    else:
        front[way[-1]] = copy.deepcopy(value)
    return True


def _read(file: str, front: dict[str, Any]) -> Any:
    return read_record(model_of(file), root_node(json.dumps(front), file), file).record
