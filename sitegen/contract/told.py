"""What breaks the contract as problems, each with the file of hers that it comes from, and the line where that can be found."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from sitegen.common.decoding import decoded
from sitegen.common.problems import ContentError, Effect, Location, Problem, in_file_order
from sitegen.common.words import joined
from sitegen.contract.contract import Broken, Contract, contract_of
from sitegen.contract.facts import Measures
from sitegen.contract.sheet import NO_SHEET
from sitegen.contract.style_rules import line_of
from sitegen.contract.weight import Weight, weights
from sitegen.render.asked import question
from sitegen.render.listing import is_unlisted
from sitegen.render.rendered import Rendered
from sitegen.render.renderer import Renderer
from sitegen.render.routes import Route
from sitegen.render.template_files import FOLDER
from sitegen.site.model import SETTINGS_FILE

_NAMED = 3
"""So many pages are named, the others counted."""


def told(contract: Contract, renderer: Renderer) -> tuple[Problem, ...]:
    """Give every breach of a site as a problem; one that stands on many pages once."""
    return in_file_order(_problem(one, _owner_at(one.addresses[0], renderer) if one.addresses else SETTINGS_FILE, renderer) for one in contract.broken)


def broken_by(page: Rendered, measures: Measures, renderer: Renderer) -> tuple[Problem, ...]:
    """Give what one page breaks by itself, as problems: what other pages and the style sheet have to do with is left out."""
    address, packed = page.route.address, dict(weights(page.data))
    facts = measures.of(page.data)
    weighed = {address: Weight(packed["gzip"], packed["brotli"])}
    return told(contract_of({address: facts}, {address} if _is_unlisted(page.route, renderer) else (), NO_SHEET, {}, weighed), renderer)


def owner_of(renderer: Renderer, route: Route) -> str:
    """Give the file that a page is about: an item's own, else her template that lays it out, else the settings."""
    if route.kind == "item" and (item := renderer.shown.by_id.get(route.subject)) is not None:
        return item.file
    own = f"{FOLDER}/{route.template}"
    return own if renderer.files.tree.has(own) else SETTINGS_FILE


def unlisted(renderer: Renderer) -> frozenset[str]:
    """Give the addresses of the pages that search engines are kept from whatever the rest of the site is."""
    return frozenset(route.address for route in renderer.routes if route.is_page and _is_unlisted(route, renderer))


def _is_unlisted(route: Route, renderer: Renderer) -> bool:
    return is_unlisted(route, renderer.shown.by_id[route.subject] if route.kind == "item" else None)


def _owner_at(address: str, renderer: Renderer) -> str:
    route: Route | None = renderer.answers.answer(question("route", address=address))
    return owner_of(renderer, route) if route is not None else SETTINGS_FILE


def _problem(broken: Broken, owner: str, renderer: Renderer) -> Problem:
    breach, addresses = broken
    where = _place_of_rule(breach.needle, owner, renderer) if breach.code == "contrast" else place_of(breach.needle, owner, renderer, many=len(addresses) > 1)
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


def _place_of_rule(selector: str, owner: str, renderer: Renderer) -> Location:
    """Give the line of her style sheets on which a selector stands, else the owner: the colours of the theme come from the accent."""
    return next((Location(path, line) for path, text in own_sheets(renderer) if (line := line_of(selector, text))), Location(owner))


def own_sheets(renderer: Renderer) -> list[tuple[str, str]]:
    """Give the style sheets that are hers: path and text."""
    tree = renderer.files.tree
    return [(found.path, decoded(tree.read(found.path), found.path)) for found in tree.files(FOLDER) if found.path.endswith(".css")]


def _files(owner: str, renderer: Renderer, *, many: bool) -> Iterator[str]:
    tree = renderer.files.tree
    templates = [found.path for found in tree.files(FOLDER) if found.path.endswith((".html", ".css", ".yaml"))]
    texts = [found.path for found in tree.look("content")[0] if found.path.endswith((".md", ".yaml")) and found.path != owner]
    yield from (*templates, owner, *texts) if many else (owner, *templates, *texts)
