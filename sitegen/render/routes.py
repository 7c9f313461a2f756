"""Every address of the site, and what stands at each; two things at one address are a problem."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import chain
from typing import Any, Literal, TypeAlias

from sitegen.common.digests import digest_of
from sitegen.common.frozen import frozen
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.reuse import Reuse
from sitegen.common.values import slugify
from sitegen.site.model import FILES, Item, Kind
from sitegen.site.queries import events, topics
from sitegen.site.showing import Showing

RouteKind = Literal[
    "item", "list", "topic", "generated", "alias",
    "atom", "json-feed", "sitemap", "robots", "redirects", "headers", "htaccess", "nojekyll", "manifest",
    "favicon-svg", "favicon-ico", "icon", "share-image", "ics", "file",
]  # fmt: skip

GENERATED = ("home", "contact", "privacy", "reviews-policy", "thank-you", "imprint", "404")
"""Pages that the theme makes itself; all but the reviews policy and 404 give way to a page of that name."""


@frozen
class Route:
    """One address: what kind of thing stands there, of which subject, laid out by which template."""

    address: str
    kind: RouteKind
    subject: str = ""
    template: str = ""
    page: int = 1
    pages: int = 1

    @property
    def output(self) -> str:
        """The file in output/ that answers for the address."""
        path = self.address.lstrip("/")
        return path + "index.html" if path.endswith("/") or not path else path

    @property
    def is_page(self) -> bool:
        """Say whether it is an HTML page that a visitor reads."""
        return self.kind in ("item", "list", "topic", "generated")


Placed: TypeAlias = tuple[Route, Location]
"""A route, and the place that it comes from."""

_NOWHERE = Location("")

TEMPLATES = {
    "pages": "pages/page.html", "services": "pages/service.html", "testimonials": "pages/testimonial.html", "results": "pages/result.html",
    "articles": "pages/article.html", "events": "pages/event.html",
}  # fmt: skip
"""The template of each kind of item."""

ICONS = {"/apple-touch-icon.png": 180, "/icon-192.png": 192, "/icon-512.png": 512}
"""Icons as pictures, by address, with their width in pixels."""


def routes(shown: Showing) -> tuple[Route, ...]:
    """Give every route, sorted by address. Raises ContentError: two at one address, addresses that differ by case only."""
    return shown.reuse.of("routes of what is shown", _routes, shown)


def _routes(shown: Showing) -> tuple[Route, ...]:
    every = shown.reuse.same("every route", tuple(chain.from_iterable(_groups(shown))))
    return shown.reuse.same("routes", shown.reuse.of("routes of all", _without_collisions, every))


def _without_collisions(every: tuple[Placed, ...]) -> tuple[Route, ...]:
    problems = tuple(_collisions(list(every)))
    if problems:
        raise ContentError(problems)
    return tuple(sorted((route for route, _ in every), key=lambda route: route.address))


def _groups(shown: Showing) -> list[tuple[Placed, ...]]:
    """Give the routes of each kind of thing."""
    groups = [shown.reuse.of(f"routes of {kind}", _of_items, kind, items, shown.reuse) for kind, items in shown.kinds()]
    counts = shown.reuse.same(
        "counts", (tuple((kind, len(items)) for kind, items in shown.kinds()), len(events(shown)), len(events(shown, past=True)), topics(shown))
    )
    lists = shown.reuse.of("lists", lambda *_: tuple((route, _NOWHERE) for route in _lists(shown)), counts, shown.settings)
    others = tuple((route, _NOWHERE) for route in (*_generated(shown), *_machine_files(shown)))
    return [*groups, lists, others, shown.reuse.of("routes of files", _of_files, shown.site.files)]


def _of_files(files: tuple[str, ...]) -> tuple[Placed, ...]:
    return tuple((Route("/" + file, "file", file), Location(f"{FILES}/{file}")) for file in files)


def _of_items(kind: Kind, items: tuple[Item[Any], ...], reuse: Reuse) -> tuple[Placed, ...]:
    return tuple(chain.from_iterable(reuse.each(f"routes of each of {kind}", items, _of_item)))


def _of_item(item: Item[Any]) -> tuple[Placed, ...]:
    """Give the routes that an item brings: its page, its old addresses, an event's calendar file."""
    place = item.location("slug")
    address = "/404.html" if item.id == "pages/404" else item.address
    made = [(Route(address, "item", item.id, TEMPLATES[item.kind]), place)]
    made += [(Route(_alias_address(alias), "alias", item.address), item.location(f"aliases.{index}")) for index, alias in enumerate(item.record.aliases)]
    if item.kind == "events":
        made.append((Route(item.address + "event.ics", "ics", item.id), place))
    return tuple(made)


def _alias_address(alias: str) -> str:
    path = "/" + alias.strip("/").removesuffix("index.html").strip("/")
    return path if path.endswith((".html", ".htm", ".php")) or path == "/" else path + "/"


def _lists(shown: Showing) -> Iterator[Route]:
    yield from _list("services", 1 if shown.services else 0, 1000)
    yield from _list("results", len(shown.results), shown.settings.per_page)
    yield from _list("testimonials", len(shown.testimonials), shown.settings.per_page)
    yield from _list("articles", len(shown.articles), shown.settings.per_page)
    coming, past = len(events(shown)), len(events(shown, past=True))
    yield from _list("events", max(coming, 1) if coming or past else 0, shown.settings.per_page)
    yield from _list("events/past", past, shown.settings.per_page)
    for topic, count in topics(shown):
        slug = slugify(topic) or f"topic-{digest_of(topic)[:8]}"
        total = -(-count // shown.settings.per_page)
        for page in range(1, total + 1):
            yield Route(f"/articles/topics/{slug}/" + (f"page/{page}/" if page > 1 else ""), "topic", topic, "lists/topic.html", page, total)


def _list(name: str, count: int, per_page: int) -> Iterator[Route]:
    total = -(-count // per_page)
    for page in range(1, total + 1):
        address = f"/{name}/" + (f"page/{page}/" if page > 1 else "")
        yield Route(address, "list", name, f"lists/{name.replace('/', '-')}.html", page, total)


def _generated(shown: Showing) -> Iterator[Route]:
    own = {item.slug for item in shown.pages}
    for name in GENERATED:
        if (name in own or (name == "home" and "index" in own)) and name != "reviews-policy":
            continue
        if name == "imprint" and not shown.settings.asks.imprint and shown.settings.imprint is None:
            continue
        if name == "reviews-policy" and not shown.testimonials:
            continue
        address = {"home": "/", "404": "/404.html"}.get(name, f"/{name}/")
        yield Route(address, "generated", name, f"generated/{name}.html")


def _machine_files(shown: Showing) -> Iterator[Route]:
    yield Route("/robots.txt", "robots")
    yield Route("/_redirects", "redirects")
    yield Route("/_headers", "headers")
    yield Route("/.htaccess", "htaccess")
    yield Route("/.nojekyll", "nojekyll")
    yield Route("/manifest.webmanifest", "manifest")
    yield Route("/favicon.svg", "favicon-svg")
    yield Route("/favicon.ico", "favicon-ico")
    for address in ICONS:
        yield Route(address, "icon", address)
    yield Route(shown.settings.share_address, "share-image")
    if shown.settings.url:
        yield Route("/sitemap.xml", "sitemap")
        yield Route("/feed.xml", "atom")
        yield Route("/feed.json", "json-feed")


def _collisions(made: list[tuple[Route, Location]]) -> Iterator[Problem]:
    taken: dict[str, tuple[Route, Location]] = {}
    for route, place in made:
        key = unicodedata.normalize("NFC", route.output).casefold()
        if key not in taken:
            taken[key] = (route, place)
            continue
        first, other = taken[key]
        if not place.file:
            place, other, first, route = other, place, route, first  # noqa: PLW2901 - the one with a file is named
        whose = str(other) if other.file else "a page that sitegen makes itself"
        if route.address == first.address:
            yield Problem(
                "same-address", place, f"the address {route.address} is taken by {whose}.", "Give one of them another address, like this: slug: another-name"
            )
        else:
            yield Problem(
                "same-address",
                place,
                f"the address {route.address} differs from {first.address} ({whose}) by capital letters only.",
                "Many computers can't tell them apart: give one of them another slug or name.",
            )
