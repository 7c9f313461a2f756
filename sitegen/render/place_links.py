"""Links to a place on a page (`/services/team/#price`): the place has to be there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.common.problems import Problem
from sitegen.common.words import suggestion
from sitegen.render.places import Places
from sitegen.render.rendered import Rendered


def place_problems(pages: Sequence[Rendered], places: Places) -> tuple[Problem, ...]:
    """Give a problem for each link to a place that its page does not have."""
    by_address = {page.route.address: page for page in pages}
    problems = []
    for page in pages:
        for link in page.place_links:
            target = by_address.get(link.address)
            if target is None or link.fragment in _ids(target):
                continue
            known = sorted(_ids(target))
            where = places.find(link.href, link.owner)
            problems.append(
                Problem(
                    "dead-place", where, f"there is no place '#{link.fragment}' on the page {link.address}.", suggestion(link.fragment, known, "Its places")
                )
            )
    return tuple(dict.fromkeys(problems))


def _ids(page: Rendered) -> frozenset[str]:
    return frozenset(found.decode() for found in re.findall(rb'\sid="([^"]+)"', page.data))
