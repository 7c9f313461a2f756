"""What breaks the contract as problems, each with the file of hers that it comes from, and the line where that can be found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from sitegen.common.decoding import decoded
from sitegen.common.problems import ContentError, Effect, Location, Problem, in_file_order
from sitegen.common.words import joined
from sitegen.contract.breaches import Breach
from sitegen.contract.contract import Broken, Contract
from sitegen.render.listing import is_unlisted
from sitegen.render.renderer import Renderer
from sitegen.render.routes import Route
from sitegen.render.template_files import FOLDER
from sitegen.site.model import SETTINGS_FILE

_NAMED = 3
"""So many pages are named, the others counted."""


def told(contract: Contract, renderer: Renderer) -> tuple[Problem, ...]:
    """Give every breach of a site as a problem; one that stands on many pages once."""
    owners = {route.address: owner_of(renderer, route) for route in renderer.routes if route.is_page} if contract.broken else {}
    return in_file_order(_problem(one, owners.get(one.addresses[0], SETTINGS_FILE) if one.addresses else SETTINGS_FILE, renderer) for one in contract.broken)


def of_page(breaches: Iterable[Breach], route: Route, renderer: Renderer) -> tuple[Problem, ...]:
    """Give the breaches of one page as problems."""
    return in_file_order(_problem(Broken(breach, (route.address,)), owner_of(renderer, route), renderer) for breach in breaches)


def owner_of(renderer: Renderer, route: Route) -> str:
    """Give the file that a page is about: an item's own, else her template that lays it out, else the settings."""
    if route.kind == "item" and (item := renderer.shown.by_id.get(route.subject)) is not None:
        return item.file
    own = f"{FOLDER}/{route.template}"
    return own if renderer.files.tree.has(own) else SETTINGS_FILE


def unlisted(renderer: Renderer) -> frozenset[str]:
    """Give the addresses of the pages that search engines are kept from whatever the rest of the site is."""
    shown = renderer.shown
    about = ((route, shown.by_id[route.subject] if route.kind == "item" else None) for route in renderer.routes if route.is_page)
    return frozenset(route.address for route, item in about if is_unlisted(route, item))


def _problem(broken: Broken, owner: str, renderer: Renderer) -> Problem:
    breach, addresses = broken
    where = place_of(breach.needle, owner, renderer, many=len(addresses) > 1)
    on = f" (on {_pages(addresses)})" if addresses else ""
    return Problem(breach.code, where, f"{breach.what}{on}.", breach.mend, effect=Effect.BREACH)


def _pages(addresses: tuple[str, ...]) -> str:
    rest = len(addresses) - _NAMED
    return joined((*addresses[:_NAMED], f"{rest} more")) if rest > 0 else joined(addresses)


def place_of(needle: str, owner: str, renderer: Renderer, *, many: bool = False) -> Location:
    """Give the line where a text stands: of one on many pages in her templates first, of one in the page's own file first; else the owner as a whole."""
    if not needle:
        return Location(owner)
    for file in _files(owner, renderer, many=many):
        try:
            text = decoded(renderer.files.tree.read(file), file)
        except ContentError:
            continue
        at = max(text.find(needle), text.find(escape(needle)))
        if at >= 0:
            return Location(file, text.count("\n", 0, at) + 1)
    return Location(owner)


def _files(owner: str, renderer: Renderer, *, many: bool) -> Iterator[str]:
    tree = renderer.files.tree
    templates = [found.path for found in tree.files(FOLDER) if found.path.endswith((".html", ".css", ".yaml"))]
    texts = [found.path for found in tree.look("content")[0] if found.path.endswith((".md", ".yaml")) and found.path != owner]
    yield from (*templates, owner, *texts) if many else (owner, *templates, *texts)
