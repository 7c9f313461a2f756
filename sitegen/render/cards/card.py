"""What the card of a page shows; two pages that show the same have one card, and a card that shows another thing has another address."""

from __future__ import annotations

from sitegen.common.digests import digest_of
from sitegen.common.frozen import frozen
from sitegen.common.values import ImagePath
from sitegen.site.settings import Look, Settings

SIZE = (1200, 630)
"""What link previews expect (ogp.me, the platforms' documents)."""

_DRAWING = 2
"""Another number for another way of drawing: all cards are made anew."""


def initials(settings: Settings) -> str:
    """Give one or two letters: of the first and the last word of the brand."""
    words = [word for word in settings.brand.split() if word[0].isalnum()]
    if not words:
        return "•"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


@frozen
class Style:
    """What all cards of a site have in common."""

    look: Look
    colours: tuple[tuple[str, str], ...]
    """The light palette, as (name, `#rrggbb`)."""
    brand: str
    monogram: str
    fonts: str
    """The digest of the fonts that they are set in."""


@frozen
class Card:
    """What one card shows."""

    style: Style
    title: str
    photo: ImagePath | None = None
    photo_digest: str = ""
    sample: str = ""
    """The word that marks a sample."""

    @property
    def name(self) -> str:
        """Its name by what it shows."""
        return digest_of((_DRAWING, self))[:12]

    @property
    def address(self) -> str:
        """Where it stands on the site."""
        return f"/images/{self.name}.{'jpg' if self.photo else 'png'}"
