"""What comes of rendering one route."""

from __future__ import annotations

from dataclasses import field

from sitegen.common.digests import digest
from sitegen.common.frozen import frozen
from sitegen.common.problems import Effect
from sitegen.render.asked import Question
from sitegen.render.pictures import Asset
from sitegen.render.routes import Route


@frozen(order=True)
class PlaceLink:
    """A link to a place on a page (`/services/team/#price`), as written and where."""

    address: str
    fragment: str
    href: str
    owner: str


@frozen
class Remark:
    """A problem that is not placed yet: the text it is about, and the file that text stands in."""

    code: str
    needle: str
    owner: str
    message: str
    mend: str
    effect: Effect
    why: str = ""


@frozen
class Rendered:
    """A route's bytes, what they were made from, the pictures they need, and what is to be said of them."""

    route: Route
    data: bytes
    inputs: tuple[tuple[Question, str], ...] = ()
    assets: tuple[Asset, ...] = ()
    place_links: tuple[PlaceLink, ...] = ()
    remarks: tuple[Remark, ...] = ()
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", digest(self.data))
