"""What stands at an address: a page with what its bar tells, told apart from what stood there before by a version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from sitegen.common.digests import digest
from sitegen.preview.additions import OWN, bare_page, with_additions
from sitegen.preview.bar import facts, summary
from sitegen.preview.face import Face
from sitegen.preview.live import Live
from sitegen.preview.moves import nearest_list
from sitegen.preview.pages import Made
from sitegen.preview.view import View

STYLE = OWN + "style.css"


@dataclass(frozen=True, slots=True)
class Version:
    """What a tab can show of a page: digests of its words, of its style sheet, of what the bar tells."""

    words: str
    style: str
    bar: str

    def __str__(self) -> str:
        return f"{self.words}.{self.style}.{self.bar}"


@dataclass(frozen=True)
class Standing:
    """A page as it stands in one view; `missing` where there is none at the address, and this is the one that says so."""

    face: Face
    made: Made | None
    told: Mapping[str, Any]
    missing: bool

    @property
    def page(self) -> bytes:
        """The page as a build would write it, nothing where there is none yet."""
        return self.made.rendered.data if self.made is not None and self.made.rendered is not None else b""

    @cached_property
    def version(self) -> Version:
        """The version that a tab compares with what it shows."""
        css = self.face.css
        return Version(digest(self.page.replace(css.encode(), b"", 1))[:12], style_version(self.face), summary(self.told))

    def with_additions(self, livereload: str) -> bytes:
        """Give the page with the preview's additions; where there is none to show, a bare one, so that what is wrong can stand over it."""
        view = self.face.view.query()
        style = f"{STYLE}?{view + '&amp;' if view else ''}v={self.version.style}"
        told = {**self.told, "version": str(self.version), "missing": self.missing}
        page = self.page or bare_page("Nothing to show yet", "This page appears as soon as it can be made.")
        return with_additions(page, self.face.css, style, told, livereload)


def standing(live: Live, face: Face, made: Made | None) -> Standing:
    """Give a page as it stands; None for a site that could not be read yet."""
    return Standing(face, made, facts(face, live.tree.root, made, live.problems(face, made)), missing=False)


def standing_missing(live: Live, face: Face, address: str) -> Standing:
    """Give the page that says that there is nothing at an address, and why, where a page is not published."""
    route = face.pages.route("/404.html") if face.pages is not None else None
    made = face.pages.page(route) if face.pages is not None and route is not None else None
    told = facts(face, live.tree.root, made, live.problems(face, made))
    return Standing(face, made, {**told, "hiddenHere": face.hidden_at(address)}, missing=True)


def where_to(live: Live, view: View, today: date, path: str, *, missing: bool = False) -> tuple[str, Standing | None]:
    """Give where a tab that shows an address should be, and what it should show there; None where it should go elsewhere.

    `missing`: the tab shows that there is nothing at its address, and stays until there is.
    """
    face = live.face(view, today)
    if face.pages is None:
        return path, standing(live, face, None)
    route = face.pages.route(path)
    if route is not None and route.is_page:
        return path, standing(live, face, face.pages.page(route))
    new = live.moves.now_at(path)
    if new is not None and face.pages.route(new) is not None:
        return new, None
    if missing or face.hidden_at(path):
        return path, standing_missing(live, face, path)
    return nearest_list(path, {one.address for one in face.pages.renderer.routes if one.is_page}), None


def style_version(face: Face) -> str:
    """Give a digest of the style sheet, as a version tells it."""
    return digest(face.css.encode())[:12]
