"""The brush: a picture under way, and the colours, curves and masks it is painted with."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Point = tuple[float, float]
Colour = tuple[int, int, int]
LARGER = 2
"""How many times larger a picture is drawn than saved."""


def colour(code: str) -> Colour:
    """Give the three parts of `#rrggbb`."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def mixed(a: str, b: str, share: float) -> str:
    """Give the colour that lies between two; 0 is the first, 1 the second."""
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in zip(colour(a), colour(b), strict=True))


def smooth(points: Sequence[Point], *, closed: bool, steps: int = 14) -> list[Point]:
    """Give a soft curve through the points (Catmull-Rom)."""
    count = len(points)
    at: Callable[[int], Point] = (lambda i: points[i % count]) if closed else (lambda i: points[min(max(i, 0), count - 1)])
    curve: list[Point] = []
    for i in range(count if closed else count - 1):
        p0, p1, p2, p3 = at(i - 1), at(i), at(i + 1), at(i + 2)
        for step in range(steps):
            t = step / steps
            x, y = (
                0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
                for a, b, c, d in zip(p0, p1, p2, p3, strict=True)
            )
            curve.append((x, y))
    return curve if closed else [*curve, points[-1]]


def oval(x: float, y: float, rx: float, ry: float) -> list[Point]:
    """Give the points of an ellipse."""
    return [(x + rx * math.cos(a * math.tau / 72), y + ry * math.sin(a * math.tau / 72)) for a in range(72)]


def wash(size: tuple[int, int], *stops: str) -> Image.Image:
    """Give a sheet that runs through the colours from top to bottom."""
    column = Image.new("RGB", (1, len(stops)))
    for y, stop in enumerate(stops):
        column.putpixel((0, y), colour(stop))
    return column.resize((1, 512), Image.Resampling.BICUBIC).resize(size, Image.Resampling.BILINEAR)


@dataclass(frozen=True, slots=True)
class Mask:
    """Where a shape lies, in drawn pixels, and how much of it covers each."""

    left: int
    top: int
    image: Image.Image


def within(mask: Mask, inside: Mask | None) -> Mask:
    """Give what two masks share."""
    if inside is None:
        return mask
    left, top = max(mask.left, inside.left), max(mask.top, inside.top)
    right = max(left + 1, min(mask.left + mask.image.width, inside.left + inside.image.width))
    bottom = max(top + 1, min(mask.top + mask.image.height, inside.top + inside.image.height))
    a, b = (m.image.crop((left - m.left, top - m.top, right - m.left, bottom - m.top)) for m in (mask, inside))
    return Mask(left, top, ImageChops.multiply(a, b))


class Picture:
    """A picture under way; shapes are laid on from back to front.

    It is drawn larger than it is saved, so that edges are smooth. Places and sizes are in thousandths of its width, y downwards.
    """

    def __init__(self, name: str, width: int, height: int) -> None:
        self.random = Random(name)
        self.saved = (width, height)
        self.size = (width * LARGER, height * LARGER)
        self.unit = width * LARGER / 1000
        self.tall = 1000 * height / width
        self.image = Image.new("RGB", self.size)

    def sky(self, *stops: str) -> None:
        """Fill the whole picture."""
        self.image.paste(wash(self.size, *stops))

    def stencil(self, points: Sequence[Point], blur: float = 0, inside: Mask | None = None) -> Mask:
        """Give the mask of a shape, soft at its edge by `blur`, kept inside another mask."""
        at = [(x * self.unit, y * self.unit) for x, y in points]
        left, top, mask = self._blank(at, blur * 3 * self.unit + 2)
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in at], fill=255)
        return within(Mask(left, top, self._blurred(mask, blur)), inside)

    def _blank(self, at: Sequence[Point], margin: float) -> tuple[int, int, Image.Image]:
        xs, ys = [x for x, _ in at], [y for _, y in at]
        left, top = max(0, math.floor(min(xs) - margin)), max(0, math.floor(min(ys) - margin))
        right, bottom = min(self.size[0], math.ceil(max(xs) + margin)), min(self.size[1], math.ceil(max(ys) + margin))
        return left, top, Image.new("L", (max(1, right - left), max(1, bottom - top)))

    def _blurred(self, mask: Image.Image, blur: float) -> Image.Image:
        if not blur:
            return mask
        less = 8 if blur * self.unit > 24 and min(mask.size) > 64 else 1  # a wide blur is made small first: nobody can tell
        small = mask.resize((mask.width // less, mask.height // less), Image.Resampling.BOX) if less > 1 else mask
        return small.filter(ImageFilter.GaussianBlur(blur * self.unit / less)).resize(mask.size, Image.Resampling.BICUBIC)

    def lay(self, mask: Mask, *stops: str, strength: float = 1) -> Mask:
        """Lay colour on through a mask; several colours run down the height of the shape. Gives the mask."""
        seen = mask.image.point(lambda v: round(v * strength)) if strength < 1 else mask.image
        sheet = Image.new("RGB", seen.size, colour(stops[0])) if len(stops) == 1 else wash(seen.size, *stops)
        self.image.paste(sheet, (mask.left, mask.top), seen)
        return mask

    def shape(self, points: Sequence[Point], *stops: str, round_: bool = True, blur: float = 0, strength: float = 1, inside: Mask | None = None) -> Mask:
        """Lay on a shape, with a soft outline if `round_`. Gives its mask."""
        outline = smooth(points, closed=True) if round_ else points
        return self.lay(self.stencil(outline, blur, inside), *stops, strength=strength)

    def oval(self, x: float, y: float, rx: float, ry: float, *stops: str, blur: float = 0, strength: float = 1, inside: Mask | None = None) -> Mask:
        """Lay on an ellipse. Gives its mask."""
        return self.shape(oval(x, y, rx, ry), *stops, round_=False, blur=blur, strength=strength, inside=inside)

    def stroke(
        self, points: Sequence[Point], width: float, ink: str, *, taper: float = 1, blur: float = 0, strength: float = 1, inside: Mask | None = None
    ) -> None:
        """Draw a line through the points, thinner towards its ends by `taper`."""
        line = [(x * self.unit, y * self.unit) for x, y in smooth(points, closed=False, steps=40)]
        left, top, mask = self._blank(line, (width + blur * 3) * self.unit + 2)
        pen = ImageDraw.Draw(mask)
        for i, (x, y) in enumerate(line):
            r = max(0.5, width / 2 * self.unit * ((1 - taper) + taper * math.sin(math.pi * (0.06 + 0.88 * i / (len(line) - 1)))))
            pen.ellipse((x - left - r, y - top - r, x - left + r, y - top + r), fill=255)
            if i:
                pen.line((line[i - 1][0] - left, line[i - 1][1] - top, x - left, y - top), fill=255, width=max(1, round(2 * r)))
        self.lay(within(Mask(left, top, self._blurred(mask, blur)), inside), ink, strength=strength)

    def glow(self, x: float, y: float, radius: float, ink: str, strength: float, *, inside: Mask | None = None) -> None:
        """Lay on light that fades outwards."""
        fade = Image.radial_gradient("L").point(lambda v: round(255 * max(0.0, 1 - v / 178) ** 1.6))
        d = round(radius * 2 * self.unit)
        ball = fade.resize((d, d), Image.Resampling.BICUBIC)
        left, top = round((x - radius) * self.unit), round((y - radius) * self.unit)
        seen = ball.crop((max(0, -left), max(0, -top), min(d, self.size[0] - left), min(d, self.size[1] - top)))
        self.lay(within(Mask(max(0, left), max(0, top), seen), inside), ink, strength=strength)

    def mottle(self, cells: int, depth: int) -> None:
        """Make flat colour a little uneven, as paint is."""
        rows = max(2, round(cells * self.tall / 1000))
        noise = Image.frombytes("L", (cells, rows), self.random.randbytes(cells * rows)).resize(self.size, Image.Resampling.BICUBIC)
        sheet = noise.point(lambda v: round(v * 2 * depth / 255)).convert("RGB")
        self.image = ImageChops.add(self.image, sheet, 1, -depth)

    def trim(self, left: float, top: float, width: int, height: int) -> None:
        """Keep a part of it, saved as `width` by `height`."""
        x, y = round(left * self.unit), round(top * self.unit)
        self.saved, self.size = (width, height), (width * LARGER, height * LARGER)
        self.image = self.image.crop((x, y, x + self.size[0], y + self.size[1]))
        self.unit = self.size[0] / 1000

    def save(self, folder: Path, name: str, quality: int = 85) -> None:
        """Write it at its own size, with a fine grain."""
        self.mottle(9, 5)
        self.mottle(60, 2)
        self.image = self.image.resize(self.saved, Image.Resampling.LANCZOS)
        self.size = self.saved
        self.mottle(self.saved[0], 3)
        self.image.save(folder / name, "JPEG", quality=quality, subsampling=2, optimize=True, progressive=True)
