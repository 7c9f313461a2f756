"""What gathers while one page is rendered: questions, pictures, links to places, remarks."""

from __future__ import annotations

from dataclasses import field

from sitegen.common.frozen import frozen
from sitegen.common.problems import Effect
from sitegen.render.asked import Answers, Asked
from sitegen.render.cards.cards import Cards
from sitegen.render.pictures import Asset, Pictures
from sitegen.render.rendered import PlaceLink, Remark
from sitegen.render.texts import Texts
from sitegen.render.theme import Theme


@frozen
class Shop:
    """All that rendering needs, made once for a build."""

    theme: Theme
    pictures: Pictures
    cards: Cards
    answers: Answers
    texts: Texts


@frozen
class Gathered:
    """One page's gatherings."""

    ask: Asked
    assets: set[Asset] = field(default_factory=set)
    place_links: set[PlaceLink] = field(default_factory=set)
    remarks: dict[Remark, None] = field(default_factory=dict)

    def remark(self, code: str, needle: str, owner: str, message: str, mend: str = "", effect: Effect = Effect.REFUSE) -> None:
        """Note what is to be said of a text in a file."""
        self.remarks[Remark(code, needle, owner, message, mend, effect)] = None
