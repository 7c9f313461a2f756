"""Sites ready to be rendered, for tests."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from sitegen.common.trees import bundled_tree, public_tree
from sitegen.render.renderer import Renderer
from sitegen.render.theme import Theme
from sitegen.site.showing import showing
from tests.site.in_memory import site_of
from tests.small_site import SITE, SMALL, TODAY

AT_HOME = {"content/site.yaml": SITE + "url: https://www.example.com\ntime_zone: Europe/Oslo\n"}
"""Settings of a site with an address."""


def renderer_of(folder: Path, files: Mapping[str, str | bytes] = SMALL, as_of: date = TODAY) -> Renderer:
    """Give a renderer of the site that files make."""
    shown = showing(site_of(folder, files), as_of)
    tree = public_tree(folder)
    return Renderer(shown, Theme(tree, bundled_tree(), shown.settings), tree)


def page_of(renderer: Renderer, address: str) -> str:
    """Give a page's HTML."""
    route = renderer.links.route(address)
    assert route is not None, address
    return renderer.page(route).data.decode()


def other_of(renderer: Renderer, address: str) -> bytes:
    """Give what stands at any other address."""
    route = renderer.links.route(address)
    assert route is not None, address
    pages = [renderer.page(page) for page in renderer.routes if page.is_page] if route.kind == "sitemap" else []
    return renderer.other(route, pages).data
