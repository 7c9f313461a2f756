"""What the bar at the foot of a page tells, as plain values for its script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sitegen.build.record import in_words
from sitegen.common.digests import digest_of
from sitegen.common.problems import Location, Problem
from sitegen.contract.told import owner_of
from sitegen.contract.weight import ONE_ROUND_TRIP, weights
from sitegen.preview.face import Face
from sitegen.preview.pages import Made
from sitegen.render.rendered import Rendered
from sitegen.render.renderer import Renderer
from sitegen.site.model import Item
from sitegen.site.samples import is_sample
from sitegen.site.showing import Showing

_SAMPLE = "It is a sample: a site with samples can be built and looked at, but not published (R1)."


def facts(face: Face, root: Path, made: Made | None, problems: Iterable[Problem]) -> dict[str, Any]:
    """Give everything that the bar tells of a page, and of the site; `problems` stand over the page until they are mended."""
    return {
        "problems": [_problem(root, problem) for problem in problems],
        "warnings": [_problem(root, problem) for problem in face.warnings][:200],
        "leftOut": [_problem(root, problem) for problem in (face.pages.renderer.shown.left_out if face.pages is not None else ())][:200],
        "limit": ONE_ROUND_TRIP,
        "written": face.view.written,
        "asOf": face.view.day.isoformat() if face.view.day else "",
        "day": face.day.isoformat(),
        **(_of_page(face, face.pages.renderer, root, made) if face.pages is not None and made is not None else {}),
    }


def summary(told: Mapping[str, Any]) -> str:
    """Give a digest of what the bar shows without being opened."""
    return digest_of([told.get(name) for name in ("problems", "notices", "warnings", "unpublished", "leftOut", "hiddenHere")])[:12]


def _of_page(face: Face, renderer: Renderer, root: Path, made: Made) -> dict[str, Any]:
    rendered = made.rendered
    return {
        "source": _place(root, Location(owner_of(renderer, made.route))),
        "notices": [_problem(root, problem) for problem in made.notices],
        "unpublished": _unpublished(face, renderer, root, rendered) if rendered is not None and face.view.written else [],
        "madeFrom": [in_words(asked) for asked, _ in rendered.inputs] if rendered is not None else [],
        "reason": made.reason,
        "weights": weights(rendered.data) if rendered is not None else [],
    }


def _unpublished(face: Face, renderer: Renderer, root: Path, made: Rendered) -> list[dict[str, Any]]:
    """Give what this page shows, as written, that a published site would not, each with the reason."""
    by_address = {item.address: item for item in _hidden_or_sample(face, renderer.shown)}
    own = renderer.shown.by_id.get(made.route.subject) if made.route.kind == "item" else None
    shown: dict[str, Item[Any]] = {own.address: own} if own is not None and own.address in by_address else {}
    for question, _ in made.inputs:
        if question[0] not in ("link", "route", "title", "setting", "template", "menu places", "redirects"):
            shown.update((address, by_address[address]) for address in _addresses(renderer.answers.answer(question)) if address in by_address)
    return [
        {**_place(root, item.location()), "own": item is own, "why": [str(face.unpublished[item.file].message)] if item.file in face.unpublished else [_SAMPLE]}
        for item in shown.values()
    ]


def _hidden_or_sample(face: Face, shown: Showing) -> list[Item[Any]]:
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
