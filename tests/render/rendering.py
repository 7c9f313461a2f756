"""Sites ready to be rendered, for tests."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from sitegen.common.memory import Memory, SourceFiles
from sitegen.common.trees import Tree, bundled_tree, public_tree
from sitegen.render.renderer import Renderer
from sitegen.render.routes import Route
from sitegen.render.template_files import TemplateFiles
from sitegen.render.theme import Theme
from sitegen.site.showing import showing
from tests.site.in_memory import site_of
from tests.small_site import SITE, SMALL, TODAY

AT_HOME = {"content/site.yaml": SITE + "url: https://www.example.com\ntime_zone: Europe/Oslo\n"}
"""Settings of a site with an address."""


def renderer_of(folder: Path, files: Mapping[str, str | bytes] = SMALL, as_of: date = TODAY) -> Renderer:
    """Give a renderer of the site that files make."""
    shown = showing(site_of(folder, files), as_of)
    tree, shipped = public_tree(folder), bundled_tree()
    templates = TemplateFiles(source_files(tree, "templates"), source_files(shipped, "templates"))
    return Renderer(shown, Theme(templates, shown.settings), source_files(tree, "content"))


def source_files(tree: Tree, folder: str) -> SourceFiles:
    """Give the files of a folder, with nothing remembered of them."""
    return SourceFiles(tree, {found.path: found for found in tree.files(folder)}, Memory())


def route_of(renderer: Renderer, address: str) -> Route:
    """Give the route at an address."""
    return next(route for route in renderer.routes if route.address == address)


def page_of(renderer: Renderer, address: str) -> str:
    """Give a page's HTML."""
    return renderer.page(route_of(renderer, address)).data.decode()


def other_of(renderer: Renderer, address: str) -> bytes:
    """Give what stands at any other address."""
    return renderer.other(route_of(renderer, address)).data
