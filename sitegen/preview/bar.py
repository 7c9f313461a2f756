"""What the bar at the foot of a page tells, as plain values for its script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sitegen.build.record import in_words
from sitegen.common.digests import digest_of
from sitegen.common.problems import Location, Problem
from sitegen.preview.face import Face, Made
from sitegen.preview.weight import ONE_ROUND_TRIP, weights
from sitegen.render.routes import Route
from sitegen.site.model import SETTINGS_FILE, Item
from sitegen.site.samples import is_sample

_SAMPLE = "It is a sample: a site with samples can be built and looked at, but not published (R1)."


def facts(face: Face, root: Path, route: Route | None, made: Made | None, problems: Iterable[Problem]) -> dict[str, Any]:
    """Give everything that the bar tells of a page; `problems` stand over the page until they are mended."""
    rendered = made.rendered if made is not None else None
    source = source_of(face, route)
    return {
        "address": route.address if route else "",
        "source": _place(root, Location(source)) if source else None,
        "problems": [_problem(root, problem) for problem in problems],
        "notices": [_problem(root, problem) for problem in (made.notices if made else ())],
        "warnings": [_problem(root, problem) for problem in face.warnings][:200],
        "leftOut": [_problem(root, problem) for problem in (face.renderer.shown.left_out if face.renderer else ())][:200],
        "unpublished": unpublished(face, root, route, made),
        "madeFrom": [in_words(asked) for asked, _ in rendered.inputs] if rendered else [],
        "reason": made.reason if made else "",
        "weights": weights(rendered.data) if rendered else (),
        "limit": ONE_ROUND_TRIP,
        "written": face.view.written,
        "asOf": face.view.day.isoformat() if face.view.day else "",
        "day": face.day.isoformat(),
    }


def summary(told: Mapping[str, Any]) -> str:
    """Give a digest of what the bar shows without being opened."""
    return digest_of([told[name] for name in ("problems", "notices", "warnings", "unpublished", "leftOut")])[:12]


def source_of(face: Face, route: Route | None) -> str:
    """Give the file that a page is about: an item's own, else the template that lays it out."""
    if route is None or face.renderer is None:
        return ""
    if route.kind == "item" and (item := face.renderer.shown.by_id.get(route.subject)) is not None:
        return item.file
    own = f"templates/{route.template}"
    return own if face.renderer.files.tree.has(own) else SETTINGS_FILE


def unpublished(face: Face, root: Path, route: Route | None, made: Made | None) -> list[dict[str, Any]]:
    """Give what this page shows, as written, that a published site would not, each with the reason."""
    if not face.view.written or face.renderer is None or made is None or made.rendered is None:
        return []
    by_address = {item.address: item for item in _hidden_or_sample(face)}
    shown: dict[str, Item[Any]] = {}
    own = face.renderer.shown.by_id.get(route.subject) if route is not None and route.kind == "item" else None
    if own is not None and own.address in by_address:
        shown[own.address] = own
    for question, _ in made.rendered.inputs:
        if question[0] not in ("link", "route", "title", "setting", "template", "menu places", "redirects"):
            shown.update((address, by_address[address]) for address in _addresses(face.renderer.answers.answer(question)) if address in by_address)
    return [
        {**_place(root, item.location()), "own": item is own, "why": [str(face.unpublished[item.file].message)] if item.file in face.unpublished else [_SAMPLE]}
        for item in shown.values()
    ]


def _hidden_or_sample(face: Face) -> list[Item[Any]]:
    assert face.renderer is not None  # noqa: S101 - its caller has looked
    shown = face.renderer.shown
    samples = [shown.reuse.each(f"bar samples of {kind}", items, is_sample) for kind, items in shown.kinds()]
    return [
        item
        for (_, items), marks in zip(shown.kinds(), samples, strict=True)
        for item, sample in zip(items, marks, strict=True)
        if sample or item.file in face.unpublished
    ]


def _addresses(answer: Any) -> list[str]:
    if isinstance(answer, tuple):
        return [address for entry in answer for address in _addresses(entry)]
    address = getattr(answer, "address", None)
    return [address] if isinstance(address, str) else []


def _problem(root: Path, problem: Problem) -> dict[str, Any]:
    return {**_place(root, problem.location), "text": str(problem), "effect": problem.effect.value}


def _place(root: Path, location: Location) -> dict[str, Any]:
    """Give a place in a file with the link that opens it in an editor."""
    there = location.file.startswith(("content/", "templates/"))
    path = quote((root / location.file).as_posix())
    link = f"vscode://file{path if path.startswith('/') else '/' + path}{f':{location.line}' if location.line else ''}"
    return {"where": str(location), "open": link if there else ""}
