"""Where a link on a page leads: by file or by address, checked, and rewritten to the address on the site."""

from __future__ import annotations

import posixpath
import re
from collections import ChainMap
from collections.abc import Mapping
from functools import cached_property
from operator import attrgetter
from typing import Literal
from urllib.parse import quote, unquote

from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex
from sitegen.common.words import did_you_mean, nearest
from sitegen.render.routes import Route
from sitegen.site.model import FILES, KINDS
from sitegen.site.showing import Showing

Standing = Literal["there", "hidden", "none"]

_FILE = attrgetter("file")
_ELSEWHERE = regex(r"(?!javascript:|vbscript:)[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@frozen
class Target:
    """What a link leads to: its address on the site, whether it is there, and words for one that is not."""

    href: str
    standing: Standing
    mend: str = ""


class Links:
    """The site's addresses, and the items behind files."""

    def __init__(self, shown: Showing, routes: tuple[Route, ...]) -> None:
        self._site = shown.site
        self._reuse = shown.reuse
        self.every = routes
        self._files = shown.site.files
        self._public = shown.kinds()

    @cached_property
    def _routes(self) -> Mapping[str, Route]:
        return self._reuse.of("routes by address", lambda routes: {route.address: route for route in routes}, self.every)

    @cached_property
    def _by_file(self) -> Mapping[str, str]:
        """The address of each item, shown or not, by its file."""
        unread = {file: file for file in self._site.unread.values()}
        return ChainMap(*(self._reuse.keyed(f"addresses of {kind}", getattr(self._site, kind), _FILE, attrgetter("address")) for kind in KINDS), unread)

    @cached_property
    def _shown(self) -> Mapping[str, str]:
        """The files of what is shown."""
        return ChainMap(*(self._reuse.keyed(f"files of shown {kind}", items, _FILE, _FILE) for kind, items in self._public))

    @cached_property
    def _hidden(self) -> frozenset[str]:
        """Addresses of what is not shown."""
        hidden = {item.address for item in self._site.items() if item.file not in self._shown}
        hidden |= {f"/{kind}/" for kind in ("services", "results", "testimonials", "articles", "events") if f"/{kind}/" not in self._routes}
        hidden |= {"/reviews-policy/", "/imprint/"} - set(self._routes)
        return frozenset(hidden | {f"/{name.removeprefix('pages/')}/" for name in self._site.unread})

    @cached_property
    def redirects(self) -> tuple[tuple[str, str], ...]:
        """Give (old address, new address), sorted."""
        return self._reuse.of(
            "redirects", lambda routes: tuple(sorted((route.address, route.subject) for route in routes if route.kind == "alias")), self.every
        )

    def route(self, address: str) -> Route | None:
        """Give the route at an address."""
        return self._routes.get(address)

    def there(self, address: str) -> str:
        """Give an address if it is on the site, that of an old one's new page, "" for any other."""
        found = next((self._routes[candidate] for candidate in _spellings(address) if candidate in self._routes), None)
        return quote(found.subject if found.kind == "alias" else found.address) if found is not None else ""

    def find(self, href: str, owner: str) -> Target:
        """Say where a link in a file leads; links out of the site, and to a place on the same page, lead where they say."""
        if not href or href.startswith(("#", "mailto:", "tel:", "data:", "//")) or _ELSEWHERE.match(href):
            return Target(href, "there")
        path, hash_, fragment = href.partition("#")
        path, mark, query = path.partition("?")
        tail = mark + query + hash_ + fragment
        path = unquote(path)
        if path.startswith("/content/"):
            path = posixpath.relpath(path[1:], posixpath.dirname(owner))
        if path.startswith("/"):
            return self._address(path, tail)
        return self._file(path, posixpath.dirname(owner), tail)

    def _address(self, path: str, tail: str) -> Target:
        for candidate in _spellings(path):
            route = self._routes.get(candidate)
            if route is not None:
                return Target(quote(route.subject if route.kind == "alias" else candidate) + tail, "there")
            if candidate in self._hidden:
                return Target(candidate, "hidden")
        return Target(path, "none", did_you_mean(path, [*(address for address in self._routes if address.endswith("/")), *self._hidden]))

    def _file(self, written: str, folder: str, tail: str) -> Target:
        file = posixpath.normpath(posixpath.join(folder, written))
        if file in self._by_file:
            return Target(self._by_file[file] + tail, "there" if file in self._shown else "hidden")
        if file.startswith(FILES + "/") and "/" + file.removeprefix(FILES + "/") in self._routes:
            return Target(quote("/" + file.removeprefix(FILES + "/")) + tail, "there")
        if f"{file}.md" in self._by_file:
            return Target(written, "none", f"Did you mean '{written}.md'?")
        close = nearest(file, [*self._by_file, *(f"{FILES}/{file}" for file in self._files)])
        return Target(written, "none", f"Did you mean '{posixpath.relpath(close, folder)}'?" if close else "")


def _spellings(path: str) -> tuple[str, ...]:
    """Give the addresses that a path may mean."""
    return path, path + "/", path.removesuffix("index.html")
