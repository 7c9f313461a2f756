"""Links to a place on a page (`/services/team/#price`): the place has to be there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Protocol

from sitegen.common.problems import Problem
from sitegen.common.trees import Tree
from sitegen.common.words import suggestion
from sitegen.render.places import Places
from sitegen.render.rendered import PlaceLink, Rendered


class Linking(Protocol):
    """A page that links to places, made now or before."""

    @property
    def place_links(self) -> tuple[PlaceLink, ...]:
        """The links."""


def place_problems(made: Mapping[str, Linking], pages: Sequence[Rendered], places: Places, output: Tree | None) -> tuple[Problem, ...]:
    """Give a problem for each link to a place that its page does not have; pages that were not made now are read from output/."""
    fresh = {page.route.address: page.data for page in pages}
    known: dict[str, frozenset[str]] = {}
    problems = []
    for address, one in made.items():
        for link in one.place_links:
            if link.address not in made or not (address in fresh or link.address in fresh):
                continue
            if link.address not in known:
                known[link.address] = _ids(fresh.get(link.address) or _read(output, link.address))
            if link.fragment not in known[link.address]:
                where = places.find(link.href, link.owner)
                mend = suggestion(link.fragment, known[link.address], "Its places")
                problems.append(Problem("dead-place", where, f"there is no place '#{link.fragment}' on the page {link.address}.", mend))
    return tuple(dict.fromkeys(problems))


def _read(output: Tree | None, address: str) -> bytes:
    path = address.lstrip("/")
    return output.read(path + "index.html" if path.endswith("/") or not path else path) if output is not None else b""


def _ids(page: bytes) -> frozenset[str]:
    return frozenset(found.decode() for found in re.findall(rb'\sid="([^"]+)"', page))
