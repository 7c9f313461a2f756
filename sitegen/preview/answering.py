"""A request to an answer, as a host would give it: pages, files, pictures, redirects, 404."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from urllib.parse import quote, unquote_to_bytes

from sitegen.preview.content_types import content_type
from sitegen.preview.live import Live
from sitegen.preview.pages import Pages
from sitegen.preview.standing import STYLE, Standing, standing, standing_missing
from sitegen.preview.view import View
from sitegen.render.asked import question
from sitegen.render.pictures import Asset
from sitegen.site.clips import TYPES
from sitegen.site.model import FILES, IMAGES


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent: a status, a type, and bytes, or a file of the site to be read, or a picture to be made."""

    status: int
    type: str = ""
    data: bytes = b""
    file: str = ""
    size: int = 0
    picture: Callable[[], bytes] | None = None
    location: str = ""
    headers: dict[str, str] = field(default_factory=dict)


def path_asked(raw: str) -> str | None:
    """Give the path of a request in plain letters; None for one that could lead anywhere but to an address of the site."""
    try:
        path = unquote_to_bytes(raw).decode()
    except UnicodeDecodeError:
        return None
    if not path.startswith("/") or "\\" in path or any(ord(letter) < 32 or letter == "\x7f" for letter in path):
        return None
    return None if any(part in (".", "..") for part in path.split("/")) or "//" in path else path


def answer(live: Live, view: View, today: date, path: str, query: str, livereload: str) -> Answer:
    """Give the answer to a request for a path of the site."""
    face = live.face(view, today)
    pages = face.pages
    if path == STYLE:
        return Answer(200, content_type(path), face.css.encode(), headers={"Cache-Control": "no-cache"})
    if pages is None:
        return _page(500, standing(live, face, None), livereload)
    redirects = dict(pages.renderer.answers.answer(question("redirects")))
    with_slash = path if path.endswith("/") else path + "/"
    for old in (path, with_slash):
        if old in redirects:
            return Answer(301, location=_redirected(redirects[old], query))
    route = pages.route(path)
    if route is None and pages.route(with_slash) is not None:
        return Answer(301, location=_redirected(with_slash, query))
    if route is not None and route.is_page:
        made = pages.page(route)
        return _page(200 if made.rendered is not None else 500, standing(live, face, made), livereload)
    if route is not None and route.kind == "file":
        found = live.sources.found(f"{FILES}/{route.subject}")
        return Answer(200, content_type(path), file=f"{FILES}/{route.subject}", size=found.size if found else 0)
    if route is not None:
        return Answer(200, content_type(path), pages.other(route).data)
    if (asset := pages.asset(path) or _picture_at(pages, path)) is not None and asset.name.endswith(tuple(TYPES)):
        found = live.sources.found(f"{IMAGES}/{asset.name}")
        return Answer(200, content_type(path), file=f"{IMAGES}/{asset.name}", size=found.size if found else 0)
    if asset is not None:
        return Answer(200, content_type(path), picture=partial(pages.renderer.asset, asset))
    if (new := live.moves.now_at(with_slash)) is not None and pages.route(new) is not None:
        return Answer(302, location=_redirected(new, query))
    return _page(404, standing_missing(live, face, with_slash), livereload)


def _page(status: int, shown: Standing, livereload: str) -> Answer:
    return Answer(status, content_type("x.html"), shown.with_additions(livereload))


def _picture_at(pages: Pages, path: str) -> Asset | None:
    """Give the picture at an address that no page has shown yet: one that a page of an earlier run showed is known by its digest."""
    return pages.renderer.pictures.at(path, pages.renderer.shown.site.pictures)


def _redirected(address: str, query: str) -> str:
    return quote(address, safe="/:@!$&'()*+,;=~%#?") + (f"?{query}" if query else "")
