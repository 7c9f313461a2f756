"""What gathers while one page is rendered: inputs, pictures, links to places, problems."""

from __future__ import annotations

from dataclasses import dataclass, field

from sitegen.common.problems import Effect, Problem
from sitegen.render.links import Links
from sitegen.render.markdown import Texts
from sitegen.render.pictures import Asset, Pictures
from sitegen.render.places import Places
from sitegen.render.rendered import PlaceLink
from sitegen.render.seen import Seen
from sitegen.render.theme import Theme
from sitegen.site.showing import Showing


@dataclass(frozen=True, slots=True)
class Shop:
    """All that rendering needs, made once for a build."""

    shown: Showing
    theme: Theme
    pictures: Pictures
    links: Links
    places: Places
    texts: Texts


@dataclass(slots=True)
class Gathered:
    """One page's gatherings."""

    places: Places
    seen: Seen = field(default_factory=Seen)
    assets: set[Asset] = field(default_factory=set)
    place_links: set[PlaceLink] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, code: str, needle: str, owner: str, message: str, mend: str = "", effect: Effect = Effect.REFUSE) -> None:
        """Note a problem at the line where a text stands in a file."""
        self.problems.append(Problem(code, self.places.find(needle, owner), message, mend, effect=effect))
