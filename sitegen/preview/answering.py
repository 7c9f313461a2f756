"""A request to an answer, as a host would give it: pages, files, pictures, redirects, 404."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import quote, unquote_to_bytes

from sitegen.common.digests import digest
from sitegen.common.problems import ContentError
from sitegen.preview.additions import OWN, bare_page, with_additions
from sitegen.preview.bar import facts, summary
from sitegen.preview.face import Face, Made
from sitegen.preview.live import Live
from sitegen.preview.moves import nearest_list
from sitegen.preview.view import View
from sitegen.render.pictures import Asset
from sitegen.render.routes import Route
from sitegen.site.model import FILES

STYLE = OWN + "style.css"
_TYPES = {
    ".webp": "image/webp", ".avif": "image/avif", ".ics": "text/calendar; charset=utf-8", ".webmanifest": "application/manifest+json", ".json": "application/json",
    ".xml": "application/xml; charset=utf-8", ".txt": "text/plain; charset=utf-8", ".html": "text/html; charset=utf-8", ".htm": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8", ".woff2": "font/woff2",
    ".svg": "image/svg+xml", ".ico": "image/x-icon", ".mp4": "video/mp4", ".webm": "video/webm", ".m4a": "audio/mp4", ".mp3": "audio/mpeg", ".pdf": "application/pdf",
    ".md": "text/markdown; charset=utf-8", ".csv": "text/csv; charset=utf-8",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent: a status, a type, and bytes, or a file of the site to be read, or a picture to be made."""

    status: int
    type: str = ""
    data: bytes = b""
    file: str = ""
    size: int = 0
    picture: Asset | None = None
    location: str = ""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Version:
    """What a tab can show of a page: digests of its words, of its style sheet, of what the bar tells."""

    words: str
    style: str
    bar: str

    def __str__(self) -> str:
        return f"{self.words}.{self.style}.{self.bar}"


def content_type(path: str) -> str:
    """Give a file's content type by its ending; bytes of no known kind where there is none."""
    ending = path[path.rfind(".") :].lower() if "." in path.rsplit("/", 1)[-1] else ""
    return _TYPES.get(ending) or mimetypes.guess_type("x" + ending)[0] or "application/octet-stream"


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
    if path == STYLE:
        return Answer(200, content_type(path), _style(face).encode(), headers={"Cache-Control": "no-cache"})
    if face.renderer is None:
        return _page(live, face, 500, None, None, livereload)
    redirects = dict(face.renderer.answers.answer(("redirects", ())))
    with_slash = path if path.endswith("/") else path + "/"
    for old in (path, with_slash):
        if old in redirects:
            return Answer(301, location=_redirected(redirects[old], query))
    route = _route(face, path)
    if route is None and face.route(with_slash) is not None:
        return Answer(301, location=_redirected(with_slash, query))
    if route is not None and route.is_page:
        return _page(live, face, 200, route, face.page(route), livereload)
    if route is not None and route.kind == "file":
        found = live.sources.found(f"{FILES}/{route.subject}")
        return Answer(200, content_type(path), file=f"{FILES}/{route.subject}", size=found.size if found else 0)
    if route is not None:
        return Answer(200, content_type(path), face.other(route).data)
    if (asset := _asset(face, path)) is not None:
        return Answer(200, content_type(path), picture=asset)
    if (new := live.moves.now_at(with_slash)) is not None and face.route(new) is not None:
        return Answer(302, location=_redirected(new, query))
    missing = face.route("/404.html")
    return _page(live, face, 404, missing, face.page(missing) if missing is not None else None, livereload, asked=with_slash)


def version(live: Live, view: View, today: date, path: str, *, missing: bool = False) -> tuple[str, Version | None]:
    """Give where a tab that shows an address should be, and the version it should show there; None where it should go elsewhere.

    `missing`: the tab shows that there is nothing at its address, and stays until there is.
    """
    face = live.face(view, today)
    route = _route(face, path) if face.renderer is not None else None
    if route is None and missing and face.renderer is not None:
        route = face.route("/404.html")
    if route is not None and route.is_page:
        made = face.page(route)
        return path, _version(face, made, facts(face, live.tree.root, route, made, live.problems(face, made)))
    if face.renderer is not None:
        new = live.moves.now_at(path)
        if new is not None and face.route(new) is not None:
            return new, None
        return nearest_list(path, {one.address for one in face.renderer.routes if one.is_page}), None
    return path, _version(face, None, facts(face, live.tree.root, None, None, live.problems(face, None)))


def standing(live: Live, view: View, today: date, path: str) -> str:
    """Give the bytes of a page as they stand, "" where there is none."""
    face = live.face(view, today)
    route = _route(face, path) if face.renderer is not None else None
    made = face.page(route).rendered if route is not None and route.is_page else None
    return made.data.decode() if made is not None else ""


def _route(face: Face, path: str) -> Route | None:
    route = face.route(path)
    return face.route(path.removesuffix("index.html")) if route is None and path.endswith("/index.html") else route


def _asset(face: Face, path: str) -> Asset | None:
    """Give the picture at an address; one that a page of an earlier run showed is known by its digest."""
    import re

    known = face.asset(path)
    parts = re.fullmatch(r"/images/([0-9a-f]{12})(?:-(\d{1,5}))?\.(webp|svg)", path)
    if known is not None or parts is None or face.renderer is None:
        return known
    for name in sorted(face.renderer.shown.site.pictures):
        try:
            source = face.renderer.pictures.source(name)
        except ContentError:
            continue
        width = int(parts[2] or 0)
        if source.digest.startswith(parts[1]) and width <= source.width and source.vector == (parts[3] == "svg") == (width == 0):
            return Asset(path, name, width)
    return None


def _page(live: Live, face: Face, status: int, route: Route | None, made: Made | None, livereload: str, asked: str = "") -> Answer:
    """Give a page with the preview's additions; where there is none to show, a bare one, so that what is wrong can stand over it."""
    told = facts(face, live.tree.root, route, made, live.problems(face, made))
    data = (
        made.rendered.data
        if made is not None and made.rendered is not None
        else bare_page("Nothing to show yet", "This page appears as soon as it can be made.")
    )
    if asked:
        hidden: Any = next((problem for file, problem in face.unpublished.items() if _address(face, file) == asked), None)
        told["hiddenHere"] = str(hidden) if hidden is not None and not face.view.written else ""
    told["version"] = str(_version(face, made, told))
    told["missing"] = bool(asked)
    css = face.renderer.theme.css if face.renderer is not None else ""
    view = face.view.query()
    style = f"{STYLE}?{view + '&amp;' if view else ''}v={digest(css.encode())[:12]}"
    return Answer(status if data or status != 200 else 500, "text/html; charset=utf-8", with_additions(data, css, style, told, livereload))


def _address(face: Face, file: str) -> str:
    site = face.renderer.shown.site if face.renderer is not None else None
    return next((item.address for item in site.items() if item.file == file), "") if site is not None else ""


def _version(face: Face, made: Made | None, told: dict[str, Any]) -> Version:
    css = face.renderer.theme.css if face.renderer is not None else ""
    data = made.rendered.data.replace(css.encode(), b"", 1) if made is not None and made.rendered is not None else b""
    return Version(digest(data)[:12], digest(css.encode())[:12], summary(told))


def style_version(face: Face) -> str:
    """Give a digest of the style sheet, as a version tells it."""
    return digest(_style(face).encode())[:12]


def _style(face: Face) -> str:
    return face.renderer.theme.css if face.renderer is not None else ""


def _redirected(address: str, query: str) -> str:
    return quote(address, safe="/:@!$&'()*+,;=~%#?") + (f"?{query}" if query else "")
