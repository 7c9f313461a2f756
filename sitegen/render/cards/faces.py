"""The fonts that cards are set in, at every size and weight: those that ship, and one of hers for other scripts."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from sitegen.render.cards.font_file import characters_of

if TYPE_CHECKING:
    from PIL import ImageFont

Family = Literal["serif", "sans"]

FILES: Mapping[Family, str] = {"serif": "fonts/literata.ttf", "sans": "fonts/manrope.ttf"}
"""The fonts of cards in the theme; each has Latin, Greek and Cyrillic letters, and weights from thin to heavy."""

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u202f\u00a0\u2009 \t\n")


class Face:
    """One font at one weight."""

    def __init__(self, data: bytes, weight: int, tracking: float = 0) -> None:
        self._data, self._weight = data, weight
        self.tracking = tracking
        """What is added between two letters, as a part of the size."""
        self._sizes: dict[int, ImageFont.FreeTypeFont] = {}

    def at(self, size: int) -> ImageFont.FreeTypeFont:
        """Give the font at a size in pixels. Lines are laid out in the same way on every computer, whatever libraries it has."""
        from PIL import ImageFont

        if size not in self._sizes:
            font = ImageFont.truetype(io.BytesIO(self._data), size, layout_engine=ImageFont.Layout.BASIC)
            with suppress(OSError):  # a font of one weight
                font.set_variation_by_axes([self._along(axis) for axis in font.get_variation_axes()])
            self._sizes[size] = font
        return self._sizes[size]

    def _along(self, axis: Mapping[str, Any]) -> float:
        """Give where on an axis of a variable font the face lies."""
        if axis["name"] not in (b"Weight", "Weight"):
            return float(axis["default"])
        return float(min(max(self._weight, axis["minimum"]), axis["maximum"]))

    def measure(self, size: int) -> Callable[[str], float]:
        """Give what measures a text at a size."""
        font, space = self.at(size), self.tracking * size
        return lambda text: font.getlength(text) + space * max(0, len(text) - 1)


class Faces:
    """The fonts of one site's cards: `hers` is set in first, where it has all letters of a text."""

    def __init__(self, shipped: Mapping[Family, bytes], hers: bytes | None = None) -> None:
        self._shipped, self._hers = shipped, hers
        self._known: dict[tuple[bool, Family, int, float], Face] = {}

    @cached_property
    def _letters(self) -> Mapping[Family, frozenset[int]]:
        return {family: characters_of(data) for family, data in self._shipped.items()}

    @cached_property
    def _her_letters(self) -> frozenset[int]:
        return characters_of(self._hers) if self._hers is not None else frozenset()

    def face(self, text: str, family: Family, weight: int, tracking: float = 0) -> Face:
        """Give what a text is set in."""
        is_hers = self._hers is not None and not _lacking(text, self._her_letters)
        key = is_hers, family, weight, tracking
        if key not in self._known:
            self._known[key] = Face(self._hers if is_hers and self._hers is not None else self._shipped[family], weight, tracking)
        return self._known[key]

    def lacking(self, text: str) -> tuple[str, ...]:
        """Give the letters of a text that can't be set, in their order: those that neither her font nor the ones that ship have all of; () where one has."""
        text = unicodedata.normalize("NFC", text)
        if text.isascii():
            return ()
        turned = tuple(dict.fromkeys(letter for letter in text if is_turned(letter)))
        if turned:
            return turned
        sets = [self._letters["serif"] & self._letters["sans"], *([self._her_letters] if self._hers is not None else [])]
        return min((_lacking(text, letters) for letters in sets), key=len)


def is_turned(letter: str) -> bool:
    """Say whether a letter runs from right to left, or belongs to a script whose letters join or change places: such lines are not set here."""
    if unicodedata.bidirectional(letter) in ("R", "AL"):
        return True
    return "\u0900" <= letter <= "\u109f" or "\u1780" <= letter <= "\u18af"


def _lacking(text: str, letters: Iterable[int]) -> tuple[str, ...]:
    known = letters if isinstance(letters, frozenset) else frozenset(letters)
    return tuple(dict.fromkeys(letter for letter in text if ord(letter) not in known and letter not in _INVISIBLE))
