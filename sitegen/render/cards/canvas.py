"""A picture in the making: fields of colour, lines of text with their letters spaced, photos with round corners."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageOps

from sitegen.render.cards.lines import Block

if TYPE_CHECKING:
    from sitegen.render.cards.faces import Face

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in pixels."""

_ROUNDED = 4
"""A round corner is drawn so many times larger, and made smaller again."""
_QUALITY = 78
_COLOURS = 96


class Canvas:
    """A picture of one size."""

    def __init__(self, size: tuple[int, int], colour: str) -> None:
        self._ground = colour
        self.picture = Image.new("RGB", size, colour)
        self._pen = ImageDraw.Draw(self.picture)
        self._holds_photo = False

    def field(self, box: Box, colour: str, radius: float = 0) -> None:
        """Fill a box."""
        if radius:
            left, top, right, bottom = map(round, box)
            self.picture.paste(colour, (left, top), _corners((right - left, bottom - top), radius))
        else:
            self._pen.rectangle((box[0], box[1], box[2] - 1, box[3] - 1), fill=colour)

    def polygon(self, corners: Sequence[tuple[float, float]], colour: str) -> None:
        """Fill what lies between some corners."""
        self._pen.polygon(list(corners), fill=colour)

    def outline(self, box: Box, colour: str, inside: str, width: int, radius: float) -> None:
        """Draw the edge of a box."""
        left, top, right, bottom = box
        self.field(box, colour, radius)
        self.field((left + width, top + width, right - width, bottom - width), inside, max(0, radius - width))

    def photo(self, data: bytes, box: Box, radius: float = 0) -> None:
        """Put a photo into a box, cut to it: of what is too high more goes below, since faces are above the middle."""
        left, top, right, bottom = map(round, box)
        size = (right - left, bottom - top)
        self.picture.paste(_fitted(data, size, self._ground), (left, top), _corners(size, radius) if radius else None)
        self._holds_photo = True

    def line(self, at: tuple[float, float], text: str, face: Face, size: int, colour: str) -> float:
        """Write a line from a place on its baseline on; give where it ends."""
        font, (x, y) = face.at(size), at
        if not face.tracking:
            self._pen.text((x, y), text, font=font, fill=colour, anchor="ls")
            return x + font.getlength(text)
        for index, letter in enumerate(text):
            self._pen.text((x, y), letter, font=font, fill=colour, anchor="ls")
            pair = text[index : index + 2]
            x += font.getlength(pair) - (font.getlength(pair[1]) if len(pair) == 2 else 0) + face.tracking * size
        return x - face.tracking * size

    def block(self, at: tuple[float, float], block: Block, face: Face, colour: str) -> float:
        """Write a text that is set, from the top of its first line on; give where its last line ends, from above."""
        x, y = at
        for number, text in enumerate(block.lines):
            self.line(
                (x, y + block.step * number + cap_height(face, block.size) + (block.step - cap_height(face, block.size)) / 2), text, face, block.size, colour
            )
        return y + block.height

    def encoded(self) -> bytes:
        """Give the file: a PNG of few colours, or a JPEG where there is a photo. Nothing but the picture is in it."""
        out = io.BytesIO()
        if self._holds_photo:
            self.picture.save(out, "JPEG", quality=_QUALITY, optimize=True)
        else:
            _in_few_colours(self.picture).save(out, "PNG", compress_level=6)
        return out.getvalue()


def cap_height(face: Face, size: int) -> float:
    """Give how high a capital stands, in pixels."""
    return float(-face.at(size).getbbox("H", anchor="ls")[1])


def widest(block: Block, face: Face) -> float:
    """Give the width of a text's longest line."""
    return max(map(face.measure(block.size), block.lines), default=0)


def mixed(one: str, other: str, part: float) -> str:
    """Give a colour between two, `part` of it of the other."""
    pairs: Sequence[tuple[int, int]] = [(int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


def _in_few_colours(picture: Image.Image) -> Image.Image:
    """Give a picture with a palette. It is chosen by one pixel in sixteen, in a tenth of the time that all of them take; what is filled with one colour keeps it exactly."""
    part, rest = ((picture.width // step, picture.height // step) for step in (4, 12))
    chosen = picture.resize(part, Image.Resampling.NEAREST).quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few = picture.quantize(palette=chosen, dither=Image.Dither.NONE)
    places, data = (one.resize(rest, Image.Resampling.NEAREST).tobytes() for one in (few, picture))
    colours = few.getpalette() or []
    for (place, *colour), _ in reversed(Counter(zip(places, data[::3], data[1::3], data[2::3], strict=True)).most_common()):
        colours[3 * place : 3 * place + 3] = colour
    few.putpalette(colours)
    return few


@lru_cache(maxsize=8)
def _fitted(data: bytes, size: tuple[int, int], ground: str) -> Image.Image:
    """Give a photo upright and cut to a size, on a ground of one colour; that of all of a site's cards is made once."""
    with Image.open(io.BytesIO(data)) as opened:
        opened.draft("RGB", (size[0] * 5 // 4, size[1] * 5 // 4))
        upright = ImageOps.exif_transpose(opened)
        if not upright.has_transparency_data:
            return ImageOps.fit(upright.convert("RGB"), size, Image.Resampling.LANCZOS, centering=(0.5, 0.3))
        seen = upright.convert("RGBA")
    behind = Image.new("RGB", seen.size, ground)
    behind.paste(seen, (0, 0), seen)
    return ImageOps.fit(behind, size, Image.Resampling.LANCZOS, centering=(0.5, 0.3))


@lru_cache(maxsize=8)
def _corners(size: tuple[int, int], radius: float) -> Image.Image:
    """Give the mask of a box with round corners."""
    mask = Image.new("L", size, 255)
    edge = min(int(radius + 0.5), min(size) // 2)
    large = Image.new("L", (edge * 2 * _ROUNDED, edge * 2 * _ROUNDED), 0)
    ImageDraw.Draw(large).ellipse((0, 0, edge * 2 * _ROUNDED - 1, edge * 2 * _ROUNDED - 1), fill=255)
    disc = large.reduce(_ROUNDED)
    width, height = size
    for (x, y), (u, v) in {(0, 0): (0, 0), (width - edge, 0): (edge, 0), (0, height - edge): (0, edge), (width - edge, height - edge): (edge, edge)}.items():
        mask.paste(disc.crop((u, v, u + edge, v + edge)), (x, y))
    return mask
