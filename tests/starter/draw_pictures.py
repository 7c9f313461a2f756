"""Draws the starter's pictures, the same bytes each time: `python tests/starter/draw_pictures.py FOLDER`.

Nobody in them exists. Everything is drawn larger than it is saved, so that edges are smooth. Places and sizes are in
thousandths of the picture's width, y downwards.
"""

from __future__ import annotations

import math
import sys
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
    """A picture under way; shapes are laid on from back to front."""

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


# People


@dataclass(frozen=True, kw_only=True)
class Person:
    """What a portrait needs to know."""

    skin: str
    shade: str
    hair: str
    hair_dark: str
    brow: str
    lips: str
    cloth: tuple[str, str]
    back: tuple[str, str, str]
    disc: str
    jaw: float = 1
    style: str
    glasses: str = ""
    earring: str = ""
    smile: float = 1
    lines: float = 0


TAMSIN = Person(skin="#efc3a4", shade="#c98b6c", hair="#b9bcbb", hair_dark="#7d8788", brow="#6f6a66", lips="#b9665c", cloth=("#2b5a4c", "#163a33"),
                back=("#dfe7e2", "#c3d3cf", "#9db9b7"), disc="#f1d9bb", style="crop", smile=1.1, lines=1, earring="#d9b872", jaw=0.97)  # fmt: skip
ANJALI = Person(skin="#c78f68", shade="#8f5a3e", hair="#33262a", hair_dark="#191417", brow="#2a1d1d", lips="#9c4a46", cloth=("#c77f4e", "#99552f"),
                back=("#e9dfce", "#d9cdb6", "#bdb59c"), disc="#a9c0ba", style="tied", smile=0.9, earring="#e3c486", jaw=0.95)  # fmt: skip
CALLUM = Person(skin="#f2c9ae", shade="#cf9174", hair="#a5633a", hair_dark="#703c22", brow="#8a5433", lips="#bb7468", cloth=("#47606b", "#2b414c"),
                back=("#e6e9e4", "#cdd9d6", "#aac2c2"), disc="#eccfa8", style="beard", smile=1, jaw=1.06)  # fmt: skip
GRACE = Person(skin="#8d5b40", shade="#563322", hair="#2b2120", hair_dark="#151011", brow="#1d1413", lips="#84403a", cloth=("#e4dccb", "#bfb49d"),
               back=("#bcd0cd", "#93b3b2", "#6d979a"), disc="#e6b98c", style="curls", smile=1.2, earring="#e6c37c", jaw=1)  # fmt: skip
DOROTHEA = Person(skin="#f0cdb8", shade="#cb957e", hair="#e9e6e0", hair_dark="#b9b6b2", brow="#b3aba4", lips="#b3625d", cloth=("#7b4a5a", "#53303d"),
                  back=("#efe4d6", "#dfcfbb", "#c6b49c"), disc="#b4c8c2", style="bob", smile=1, lines=1.4, glasses="#2f4a52", jaw=0.98)  # fmt: skip


def portrait(name: str, who: Person, width: int, height: int, *, y: float) -> Picture:
    """Draw head and shoulders; the eyes are near `y`."""
    p = Picture(name, width, height)
    p.sky(*who.back)
    p.glow(180, 60, 760, "#fffaf0", 0.55)
    p.oval(560, y + 10, 330, 330, mixed(who.disc, "#ffffff", 0.15), who.disc, strength=0.85)

    def at(points: Sequence[Point]) -> list[Point]:
        return [(500 + x, y + dy) for x, dy in points]

    def both(half: Sequence[Point]) -> list[Point]:
        return at([*half, *((-x, dy) for x, dy in reversed(half) if x)])

    _hair_behind(p, who, both, at)
    neck = p.shape(both([(0, 60), (84, 70), (80, 190), (92, 240), (124, 286), (190, 330), (0, 420)]), who.skin, mixed(who.skin, who.shade, 0.25))
    p.shape(both([(0, 90), (150, 100), (118, 205), (0, 262)]), who.shade, blur=16, strength=0.62, inside=neck)
    _clothes(p, who, both, at)
    for side in (-1, 1):
        ear = p.oval(500 + side * 148, y + 34, 25, 44, mixed(who.skin, who.shade, 0.2 if side < 0 else 0.42))
        p.oval(500 + side * 143, y + 38, 11, 24, who.shade, blur=5, strength=0.5, inside=ear)
    j = who.jaw
    face = p.shape(
        both([(0, -205), (86, -188), (140, -110), (150, -5), (141 * j, 78), (112 * j, 150), (58 * j, 203), (0, 217)]),
        mixed(who.skin, "#ffffff", 0.06),
        who.skin,
        mixed(who.skin, who.shade, 0.12),
    )
    p.shape(at([(92, -240), (230, -150), (230, 120), (110, 260), (20, 262), (84, 170), (122, 80), (118, -30)]), who.shade, blur=26, strength=0.5, inside=face)
    p.glow(432, y - 60, 190, "#ffffff", 0.16, inside=face)
    for side in (-1, 1):
        p.oval(500 + side * 84, y + 84, 42, 30, who.lips, blur=18, strength=0.3, inside=face)
    _features(p, who, face, at)
    _hair_before(p, who, both, at, face)
    if who.glasses:
        _glasses(p, who, at)
    if who.earring:
        for side in (-1, 1):
            p.oval(500 + side * 152, y + 88, 9, 9, mixed(who.earring, "#ffffff", 0.4), who.earring)
    return p


Both = Callable[[Sequence[Point]], list[Point]]


def _features(p: Picture, who: Person, face: Mask, at: Both) -> None:
    dark = mixed(who.brow, "#1c1512", 0.55)
    for side in (-1, 1):
        x = side * 62

        def to(points: Sequence[Point], x: float = x, side: int = side) -> list[Point]:
            return at([(x + side * dx, dy) for dx, dy in points])

        p.oval(500 + x, to([(0, -2)])[0][1], 40, 27, who.shade, blur=12, strength=0.34, inside=face)
        eye = p.shape(to([(-28, 7), (-12, -8), (8, -11), (29, 1), (12, 13), (-10, 15)]), "#f7f1ea", mixed("#f7f1ea", who.shade, 0.2))
        iris = to([(0, 1)])[0]
        p.oval(*iris, 14.5, 15.5, mixed(dark, "#55483c", 0.5), dark, inside=eye)
        p.oval(*iris, 6.5, 7, "#15100f", inside=eye)
        p.oval(iris[0] - 5, iris[1] - 6, 3.6, 3.6, "#ffffff", strength=0.9)
        p.stroke(to([(-30, 8), (-12, -9), (9, -12), (32, 1)]), 7.5, dark, taper=0.6, strength=0.92)
        p.stroke(to([(-24, -22), (0, -29), (28, -19)]), 4, who.shade, taper=1, strength=0.5)
        p.stroke(to([(-34, -46), (-8, -61), (22, -59), (42, -42)]), 13, who.brow, taper=0.75, strength=0.85)
        if who.lines:
            p.stroke(to([(-20, 32), (2, 38), (24, 31)]), 4, who.shade, taper=1, strength=0.32 * who.lines)
            p.stroke(to([(40, 6), (54, 0)]), 3.5, who.shade, taper=1, strength=0.4 * who.lines)
            p.stroke(to([(40, 13), (53, 17)]), 3.5, who.shade, taper=1, strength=0.36 * who.lines)
            p.stroke(to([(-14, 92), (4, 112), (4, 138)]), 4.5, who.shade, taper=1, strength=0.36 * who.lines)
    p.shape(at([(6, -20), (24, 40), (34, 82), (10, 96), (4, 60)]), who.shade, blur=9, strength=0.42, inside=face)
    p.oval(*at([(-5, 62)])[0], 13, 20, "#ffffff", blur=10, strength=0.16, inside=face)
    p.stroke(at([(-27, 82), (-21, 93), (-7, 91), (4, 97), (16, 91), (27, 92), (32, 80)]), 6, who.shade, taper=0.85, strength=0.75)
    lift = 9 * who.smile
    p.shape(
        at([(-52, 139 - lift), (-22, 134), (0, 138), (22, 134), (52, 139 - lift), (26, 158), (0, 164), (-26, 158)]),
        who.lips,
        mixed(who.lips, who.skin, 0.3),
        strength=0.9,
    )
    p.stroke(at([(-58, 137 - lift), (-26, 144), (0, 147), (26, 144), (58, 137 - lift)]), 6, mixed(who.lips, "#2a1210", 0.5), taper=0.8, strength=0.85)
    p.oval(*at([(0, 180)])[0], 30, 8, who.shade, blur=7, strength=0.4, inside=face)


def _clothes(p: Picture, who: Person, both: Both, at: Both) -> None:
    light, dark = who.cloth
    body = p.shape(
        both([(0, 372), (56, 336), (106, 268), (210, 318), (334, 366), (396, 470), (430, 700), (440, 1100), (0, 1100)]), light, mixed(light, dark, 0.6), dark
    )
    p.shape(at([(150, 300), (420, 380), (460, 1000), (220, 1000), (300, 600)]), dark, blur=40, strength=0.55, inside=body)
    p.glow(300, at([(0, 420)])[0][1], 230, "#ffffff", 0.13, inside=body)
    p.shape(
        both([(0, 470), (38, 424), (98, 290), (84, 250), (0, 236)]),
        mixed(who.skin, who.shade, 0.2),
        mixed(who.skin, who.shade, 0.1),
        strength=1 if who.style in ("crop", "tied", "curls", "bob") else 0,
    )
    p.shape(both([(0, 300), (70, 240), (88, 262), (48, 330), (0, 350)]), who.shade, blur=20, strength=0.3, inside=body)
    if who.style == "crop":
        p.shape(both([(0, 480), (70, 372), (104, 268), (80, 250), (60, 330), (0, 408)]), "#f3ece0", "#d9d0c1")
        for side in (-1, 1):
            p.shape(
                at([(side * 96, 252), (side * 128, 264), (side * 168, 410), (side * 112, 470), (0 + side * 6, 640), (side * 40, 480), (side * 66, 380)]),
                mixed(light, "#ffffff", 0.1),
                light,
                dark,
            )
            p.stroke(at([(side * 126, 270), (side * 168, 408), (side * 112, 472), (side * 8, 640)]), 5, dark, taper=0.3, strength=0.7)
    elif who.style == "beard":
        for side in (-1, 1):
            p.shape(
                at([(side * 20, 300), (side * 92, 232), (side * 124, 270), (side * 108, 372), (side * 60, 404), (side * -3, 384), (side * 4, 352)]),
                mixed(light, "#ffffff", 0.16),
                light,
            )
            p.stroke(at([(side * 124, 272), (side * 108, 372), (side * 60, 404), (side * 4, 354)]), 5, dark, taper=0.4, strength=0.7)
        p.stroke(at([(0, 360), (4, 520), (2, 800)]), 5, dark, taper=0.2, strength=0.6)
        for dy in (440, 560):
            p.oval(*at([(16, dy)])[0], 8, 8, mixed(light, "#ffffff", 0.5), dark)
    else:
        p.stroke(both([(0, 474), (42, 424), (102, 288), (110, 268)])[3::-1], 8, dark, taper=0.2, strength=0.5)
        p.stroke([(1000 - x, dy) for x, dy in both([(0, 474), (42, 424), (102, 288), (110, 268)])[3::-1]], 8, dark, taper=0.2, strength=0.5)


def _hair_behind(p: Picture, who: Person, both: Both, at: Both) -> None:
    if who.style == "bob":
        p.shape(
            both([(0, -268), (120, -246), (196, -150), (214, 20), (206, 150), (170, 206), (120, 190), (0, 120)]),
            who.hair,
            mixed(who.hair, who.hair_dark, 0.6),
            who.hair_dark,
        )
    elif who.style == "tied":
        p.shape(at([(96, -262), (176, -300), (236, -246), (220, -170), (140, -150)]), mixed(who.hair, "#6a5048", 0.35), who.hair_dark)
        p.shape(both([(0, -262), (110, -240), (170, -140), (172, 10), (140, 90), (0, 60)]), who.hair, who.hair_dark)
    elif who.style == "curls":
        for ring, (count, radius, size) in enumerate(((26, 196, 50), (18, 150, 66))):
            for i in range(count):
                a = math.pi * (0.92 + 1.16 * i / (count - 1))
                x, y = at([(radius * math.cos(a), -74 + radius * math.sin(a) * 1.02)])[0]
                r = size * (0.86 + 0.28 * p.random.random())
                p.oval(x, y, r, r, mixed(who.hair, "#6d5145", 0.32 * (1 - i / count) * (1 - ring * 0.4)), who.hair_dark)
    else:
        p.shape(both([(0, -240), (100, -216), (150, -140), (158, -20), (150, 30), (0, 30)]), who.hair, who.hair_dark)


def _hair_before(p: Picture, who: Person, both: Both, at: Both, face: Mask) -> None:
    def strands(lines: Sequence[Sequence[Point]], ink: str, strength: float, inside: Mask) -> None:
        for line in lines:
            p.stroke(at(line), 6, ink, taper=1, strength=strength, inside=inside)

    light = mixed(who.hair, "#ffffff", 0.3)
    if who.style == "crop":
        p.shape(at([(-150, -40), (-120, -120), (-20, -168), (70, -150), (130, -92), (150, -30), (158, -80)]), who.shade, blur=14, strength=0.4, inside=face)
        right = p.shape(
            at([(40, -284), (126, -256), (172, -176), (176, -80), (158, 6), (149, -44), (134, -104), (98, -160), (62, -216)]),
            who.hair,
            mixed(who.hair, who.hair_dark, 0.55),
            who.hair_dark,
        )
        left = p.shape(
            at(
                [
                    (84, -276),
                    (-10, -290),
                    (-112, -252),
                    (-170, -164),
                    (-174, -70),
                    (-156, 6),
                    (-147, -46),
                    (-132, -92),
                    (-96, -112),
                    (-62, -134),
                    (-8, -146),
                    (52, -178),
                    (92, -228),
                ]
            ),
            mixed(light, "#ffffff", 0.25),
            who.hair,
            mixed(who.hair, who.hair_dark, 0.45),
        )
        strands(
            [
                [(82 - d * 0.3, -262 + d * 0.9), (0 - d, -232 + d * 0.55), (-84 - d * 0.5, -184 + d * 0.5), (-124 - d * 0.2, -104 + d * 0.2)]
                for d in (0, 20, 42, 62)
            ],
            who.hair_dark,
            0.42,
            left,
        )
        strands([[(30, -280 + d * 0.2), (-70 - d * 0.4, -256 + d), (-134 - d * 0.2, -180 + d), (-152, -60)] for d in (6, 22)], "#ffffff", 0.5, left)
        strands(
            [[(66 + d * 0.4, -252), (116 + d, -196), (142 + d * 0.6, -120), (150 + d * 0.4, -50)] for d in (0, 12, 24)],
            mixed(who.hair_dark, "#5a6364", 0.4),
            0.4,
            right,
        )
    elif who.style == "tied":
        p.shape(both([(0, -150), (60, -130), (126, -70), (160, 20), (160, -160), (0, -240)]), who.shade, blur=12, strength=0.5, inside=face)
        for side in (-1, 1):
            cap = p.shape(
                at(
                    [
                        (side * -10, -262),
                        (side * 80, -252),
                        (side * 150, -180),
                        (side * 172, -70),
                        (side * 165, 34),
                        (side * 148, -20),
                        (side * 128, -90),
                        (side * 70, -146),
                        (side * -6, -196),
                    ]
                ),
                mixed(who.hair, "#7b5c50", 0.28 if side < 0 else 0.08),
                who.hair,
                who.hair_dark,
            )
            strands(
                [[(side * (2 + d), -250), (side * (84 + d * 0.5), -196 - d * 0.5), (side * (146 + d * 0.2), -90)] for d in (0, 16, 34)], "#8a6a5c", 0.34, cap
            )
    elif who.style == "beard":
        beard = p.shape(
            both([(0, 118), (34, 112), (64, 128), (98, 104), (124, 40), (138, -60), (153, -52), (152, 80), (134, 176), (78, 242), (0, 262)]),
            mixed(who.hair, "#ffffff", 0.08),
            who.hair,
            who.hair_dark,
            inside=None,
            strength=0.97,
        )
        p.shape(at([(40, 120), (160, 10), (170, 180), (80, 270), (20, 270), (96, 190)]), who.hair_dark, blur=18, strength=0.5, inside=beard)
        strands([[(x, 196 - abs(x) * 0.4), (x * 1.04, 226 - abs(x) * 0.42), (x * 1.06, 252 - abs(x) * 0.5)] for x in range(-110, 111, 20)], light, 0.12, beard)
        lift = 9 * who.smile
        p.shape(
            at([(-46, 141 - lift), (-20, 138), (0, 141), (20, 138), (46, 141 - lift), (22, 158), (0, 162), (-22, 158)]),
            who.lips,
            mixed(who.lips, who.skin, 0.3),
        )
        p.stroke(at([(-50, 140 - lift), (-24, 147), (0, 149), (24, 147), (50, 140 - lift)]), 5, mixed(who.lips, "#2a1210", 0.5), taper=0.8, strength=0.85)
        p.shape(at([(-150, -60), (-90, -136), (20, -146), (110, -126), (150, -50), (158, -160), (-160, -160)]), who.shade, blur=12, strength=0.4, inside=face)
        cap = p.shape(
            at(
                [
                    (-160, 12),
                    (-168, -80),
                    (-158, -176),
                    (-92, -236),
                    (-30, -276),
                    (72, -270),
                    (148, -206),
                    (168, -90),
                    (158, 8),
                    (146, -60),
                    (120, -116),
                    (60, -140),
                    (-20, -132),
                    (-90, -152),
                    (-130, -98),
                    (-146, -50),
                ]
            ),
            light,
            who.hair,
            who.hair_dark,
        )
        strands([[(-100 + d * 0.6, -140 - d), (-20 + d, -206 - d * 0.6), (90 + d * 0.3, -180 - d)] for d in (0, 20, 42)], who.hair_dark, 0.45, cap)
    elif who.style == "curls":
        p.shape(both([(0, -168), (70, -152), (132, -92), (158, 0), (170, -150), (0, -250)]), who.shade, blur=14, strength=0.6, inside=face)
        for i in range(17):
            a = math.pi * (1.06 + 0.88 * i / 16)
            x, y = at([(150 * math.cos(a), -62 + 158 * math.sin(a))])[0]
            r = 30 * (0.86 + 0.3 * p.random.random())
            p.oval(x, y, r, r, mixed(who.hair, "#6d5145", 0.3 * (1 - i / 17)), who.hair_dark)
    elif who.style == "bob":
        p.shape(at([(-150, 20), (-120, -90), (-20, -150), (90, -120), (150, -10), (170, -160), (-170, -160)]), who.shade, blur=14, strength=0.4, inside=face)
        left = p.shape(
            at([(40, -270), (-90, -252), (-176, -170), (-206, -20), (-204, 130), (-170, 200), (-136, 170), (-144, 60), (-138, -40), (-70, -128), (30, -196)]),
            "#ffffff",
            who.hair,
            mixed(who.hair, who.hair_dark, 0.6),
        )
        right = p.shape(
            at([(20, -272), (120, -246), (190, -160), (210, -10), (206, 130), (174, 200), (140, 172), (146, 60), (142, -40), (100, -130), (28, -198)]),
            who.hair,
            mixed(who.hair, who.hair_dark, 0.4),
            who.hair_dark,
        )
        strands([[(30 - d * 0.3, -262 + d), (-90 - d, -190), (-170 - d * 0.5, -40), (-180 - d * 0.3, 140)] for d in (0, 14, 28)], who.hair_dark, 0.4, left)
        strands(
            [[(30 + d * 0.3, -262 + d), (120 + d, -180), (172 + d * 0.6, -30), (176 + d * 0.5, 140)] for d in (0, 14, 26)],
            mixed(who.hair_dark, "#8a8683", 0.5),
            0.4,
            right,
        )


def _glasses(p: Picture, who: Person, at: Both) -> None:
    for side in (-1, 1):
        x, y = at([(side * 66, 6)])[0]
        p.oval(x, y, 48, 42, "#ffffff", strength=0.1)
        ring = [(x + 50 * math.cos(a * math.tau / 24), y + 44 * math.sin(a * math.tau / 24)) for a in range(25)]
        p.stroke(ring, 7, who.glasses, taper=0)
        p.stroke([(x - 26, y - 22), (x - 12, y - 30)], 5, "#ffffff", taper=0.6, strength=0.5)
        p.stroke(at([(side * 116, -4), (side * 150, -2)]), 7, who.glasses, taper=0)
    p.stroke(at([(-17, 0), (0, -9), (17, 0)]), 7, who.glasses, taper=0)


# Places


def ridge(random: Random, y: float, swing: float, waves: float, *, rough: float = 0) -> list[Point]:
    """Give the line of a range of hills across the picture, and the ground below it."""
    turns = [(random.uniform(0.6, 1.4) * waves, random.uniform(0, math.tau), random.uniform(0.4, 1)) for _ in range(4)]
    line = []
    for i in range(201):
        x = i * 5.5 - 50
        rise = sum(s * math.sin(x / 1000 * math.tau * w * (1 + 0.7 * k) + a) / (1 + k) for k, (w, a, s) in enumerate(turns))
        line.append((x, y - swing * rise + random.uniform(-rough, rough)))
    return [*line, (1050, 700), (-50, 700)]


def hills_at_dawn() -> Picture:
    """Low hills at dawn with mist between them."""
    p = Picture("hills-at-dawn", 1600, 1000)
    p.sky("#7fa3ab", "#a9bdbb", "#e3cdb4", "#f3c49c", "#f7d9b4", "#f7d9b4", "#f7d9b4")
    p.glow(640, 318, 520, "#ffe9c4", 0.9)
    p.oval(640, 306, 36, 36, "#fff6df", blur=2)
    for x, y, rx in ((210, 120, 190), (330, 142, 130), (830, 92, 210), (720, 168, 150), (930, 186, 120)):
        p.oval(x, y, rx, 5, "#fdeedd", blur=9, strength=0.5)
    far, near = "#cfc7b6", "#143e49"
    for i in range(7):
        t = i / 6
        tone = mixed(mixed(far, "#5f8f95", min(1, t * 1.7)), near, max(0, t * 1.5 - 0.5))
        line = ridge(p.random, 322 + 44 * i + 2.2 * i * i, 34 - 2 * i, 0.9 + 0.12 * i, rough=0.2 * t)
        if i == 4:
            for x in (96, 107, 121, 742, 754, 771, 783, 868, 878):
                foot = min(line[:201], key=lambda point: abs(point[0] - x))[1]
                _poplar(p, x, foot + 3, p.random.uniform(26, 44), mixed(tone, "#0d2b33", 0.25))
        ground = p.shape(line, tone, mixed(tone, "#0d2b33", 0.35), round_=False)
        if i < 6:
            p.oval(p.random.uniform(150, 850), 362 + 48 * i + 2.2 * i * i, 620, 22, "#fbe6cb", blur=20, strength=0.62 - 0.07 * i)
        p.glow(640, 330, 460, "#ffdcae", 0.3 * (1 - t), inside=ground)
    for x, y, r in ((372, 190, 13), (404, 176, 10), (428, 198, 8)):
        p.stroke([(x - r, y - 3), (x - r / 2, y - r / 2), (x, y), (x + r / 2, y - r / 2), (x + r, y - 2)], 2.0, "#4d6f76", taper=0.9, strength=0.8)
    return p


def _poplar(p: Picture, x: float, y: float, tall: float, ink: str) -> None:
    p.shape(
        [
            (x, y - tall),
            (x + tall * 0.13, y - tall * 0.5),
            (x + tall * 0.1, y - tall * 0.08),
            (x, y + 3),
            (x - tall * 0.1, y - tall * 0.08),
            (x - tall * 0.13, y - tall * 0.5),
        ],
        ink,
    )


def _tree(p: Picture, foot: Point, size: float, ink: str, light: str) -> None:
    x, y = foot
    trunk = mixed("#5b4030", ink, 0.35)
    p.shape(
        [(x - size * 0.05, y + size * 0.015), (x - size * 0.03, y - size * 0.5), (x + size * 0.03, y - size * 0.5), (x + size * 0.055, y + size * 0.015)],
        trunk,
        mixed(trunk, "#1c1512", 0.3),
        round_=False,
    )
    leaves = []
    for _ in range(44 if size < 60 else 190):
        a, far = p.random.uniform(0, math.tau), p.random.random() ** 0.6
        r = p.random.uniform(0.09, 0.15) if size < 60 else p.random.uniform(0.045, 0.1)
        leaves.append((0.36 * far * math.cos(a) * (1 + 0.12 * math.sin(3 * a)), 0.3 * far * math.sin(a), r))
    for dx, dy, r in sorted(leaves, key=lambda leaf: (-leaf[1] + leaf[0] * 0.7, leaf)):
        tone = mixed(ink, light, max(0.0, min(1.0, 0.42 - dx * 0.8 - dy * 1.25 + p.random.uniform(-0.08, 0.08))))
        p.oval(x + dx * size, y - size * 0.66 + dy * size, r * size, r * size * 0.86, tone, blur=0.5, strength=0.92)


def path() -> Picture:
    """A path that divides in a meadow, with trees in the distance."""
    p = Picture("path", 1600, 1000)
    p.sky("#8fb2b8", "#bccdc6", "#ecdcc2", "#f6e0bf", "#f6e0bf", "#f6e0bf")
    p.glow(770, 190, 480, "#fff1d2", 0.85)
    for x, y, rx, ry in ((190, 84, 120, 11), (262, 100, 100, 9), (560, 60, 140, 9), (890, 118, 100, 7)):
        p.oval(x, y, rx, ry, "#fff6e8", blur=10, strength=0.62)
    for i, tone in enumerate(("#b9c3b3", "#8fa9a0", "#6c9089")):
        p.shape(ridge(p.random, 236 + 17 * i, 15, 1.1 + 0.3 * i), tone, mixed(tone, "#f3e2c4", 0.25), round_=False)
        p.oval(500, 272 + 16 * i, 640, 9, "#f8e7cc", blur=12, strength=0.4)
    for x in range(-10, 1020, 17):
        if not 430 < x < 560:
            _tree(p, (x + p.random.uniform(-7, 7), 288 + p.random.uniform(-2, 3)), p.random.uniform(20, 40), "#4d766c", "#a9b98c")
    meadow = p.shape(
        [(-20, 286), (250, 280), (520, 286), (800, 279), (1020, 287), (1020, 660), (-20, 660)], "#b9bd84", "#8fa869", "#5d8a60", "#2f6a5c", round_=False
    )
    p.glow(800, 300, 520, "#fbe3a8", 0.55, inside=meadow)
    p.shape([(-20, 300), (200, 316), (330, 380), (120, 470), (-20, 480)], "#3e7a63", blur=26, strength=0.35, inside=meadow)
    p.shape([(1020, 330), (820, 360), (700, 420), (860, 520), (1020, 560)], "#3e7a63", blur=30, strength=0.3, inside=meadow)
    left = [
        (300, 660),
        (392, 540),
        (424, 470),
        (404, 420),
        (330, 378),
        (262, 350),
        (226, 326),
        (226, 304),
        (244, 289),
        (252, 289),
        (240, 306),
        (246, 324),
        (290, 346),
        (372, 372),
        (458, 410),
        (500, 444),
        (700, 660),
    ]
    right = [
        (360, 660),
        (416, 540),
        (448, 470),
        (486, 424),
        (560, 378),
        (640, 346),
        (676, 322),
        (664, 302),
        (640, 288),
        (648, 288),
        (680, 301),
        (700, 322),
        (680, 350),
        (620, 386),
        (572, 426),
        (568, 480),
        (640, 560),
        (720, 660),
    ]
    track = Image.new("L", p.size)
    for branch in (left, right):
        ImageDraw.Draw(track).polygon([(x * p.unit, y * p.unit) for x, y in smooth(branch, closed=True)], fill=255)
        mask = p.stencil(smooth(branch, closed=True), 1.6, meadow)
        p.lay(mask, "#f5e4bf", "#ecd3a3", "#d8b584", "#b98f63")
    for line in ([(470, 652), (486, 560), (480, 490)], [(560, 656), (556, 570), (528, 492)]):
        p.stroke(line, 26, "#a87e55", taper=0.9, blur=7, strength=0.4)
    _blades(p, within(Mask(0, 0, ImageChops.invert(track)), meadow))
    _tree(p, (836, 372), 196, "#2c5f55", "#c4bf7c")
    p.oval(900, 376, 120, 8, "#2f5f4e", blur=7, strength=0.55)
    _tree(p, (118, 340), 104, "#376b5e", "#bfc083")
    p.oval(156, 342, 64, 5, "#2f5f4e", blur=5, strength=0.5)
    return p


def _blades(p: Picture, grass: Mask) -> None:
    mask = {tone: Image.new("L", p.size) for tone in ("#2c6152", "#a9b877", "#e9cf8c", "#f3ead6")}
    for _ in range(2600):
        y = 300 + 350 * p.random.random() ** 0.8
        x = p.random.uniform(-10, 1010)
        depth = (y - 290) / 340
        tone = p.random.choice(("#2c6152", "#2c6152", "#a9b877", "#a9b877", "#e9cf8c"))
        tall, lean = (4 + 26 * depth) * p.random.uniform(0.6, 1.2), p.random.uniform(-0.35, 0.35)
        pen = ImageDraw.Draw(mask[tone])
        w = (0.5 + 1.3 * depth) * p.unit
        pen.polygon([(x * p.unit - w, y * p.unit), ((x + lean * tall) * p.unit, (y - tall) * p.unit), (x * p.unit + w, y * p.unit)], fill=150)
        if depth > 0.25 and p.random.random() < 0.07:
            r = (1 + 2.6 * depth) * p.unit
            cx, cy = (x + lean * tall) * p.unit, (y - tall) * p.unit
            ImageDraw.Draw(mask["#f3ead6"]).ellipse((cx - r, cy - r, cx + r, cy + r), fill=235)
    for tone, blades in mask.items():
        p.lay(within(Mask(0, 0, blades), grass), tone)


def harbour() -> Picture:
    """A quiet harbour in the early morning with two boats on still water."""
    p = Picture("harbour", 1600, 1000)
    level = 330.0
    p.sky("#6f98a3", "#97b3b5", "#d9c9b6", "#f1c6a0", "#f7dcb8", "#f7dcb8", "#f7dcb8")
    p.glow(330, level - 20, 520, "#ffebc8", 0.9)
    p.oval(330, level - 44, 27, 27, "#fff6df", blur=1.6)
    for x, y, rx in ((700, 92, 230), (820, 116, 150), (170, 132, 190), (480, 168, 130)):
        p.oval(x, y, rx, 6, "#fdeedd", blur=9, strength=0.55)
    for i, tone in enumerate(("#bfc0b4", "#8faaa9", "#5f898f")):
        line = ridge(p.random, level - 34 + 13 * i, 22 - 3 * i, 0.8 + 0.3 * i)[:-2]
        lifted = [(x, min(level, y + max(0.0, 640 - x) * 0.05 * (1 + i))) for x, y in line]
        p.shape([*lifted, (1050, level + 1), (-50, level + 1)], tone, mixed(tone, "#f4d9b8", 0.3), round_=False)
    _harbour_wall(p, level)
    above = p.image.copy()
    flipped = above.crop((0, 0, p.size[0], round(level * p.unit))).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    p.image.paste(_rippled(p, flipped), (0, round(level * p.unit)))
    water = p.stencil([(0, level), (1000, level), (1000, 660), (0, 660)])
    p.lay(water, "#5f8f98", strength=0.2)
    p.shape([(0, 430), (1000, 430), (1000, 680), (0, 680)], "#17505c", round_=False, blur=70, strength=0.72, inside=water)
    p.glow(330, level + 30, 300, "#ffdfb0", 0.55, inside=water)
    p.oval(500, level + 1, 640, 4, "#fbe4c6", blur=4, strength=0.7)
    for _ in range(90):
        down = 6 + 250 * p.random.random() ** 1.5
        reach = 14 + down * 0.26
        aside = p.random.gauss(0, reach * 0.5)
        p.oval(330 + aside, level + down, p.random.uniform(0.3, 1) * reach * 0.5, 0.7 + down * 0.006, "#fff0cf", blur=0.7, strength=0.6 * (1 - down / 320))
    for _ in range(60):
        down = 20 + 270 * p.random.random()
        p.oval(p.random.uniform(0, 1000), level + down, p.random.uniform(20, 90), 0.8, p.random.choice(("#dfe6df", "#113f4a")), blur=1, strength=0.2)
    _boat(p, (640, 452), 1.15, "#f3ead9", "#b4553d")
    _boat(p, (822, 392), 0.68, "#2a5c67", "#f0e4cf")
    return p


def _rippled(p: Picture, mirror: Image.Image) -> Image.Image:
    """Give a reflection whose rows are shifted a little, more so nearer to us."""
    tall = p.size[1] - mirror.height
    mirror = mirror.resize((mirror.width, round(mirror.height * 0.92))).filter(ImageFilter.GaussianBlur(2.2 * p.unit))
    out = Image.new("RGB", (p.size[0], tall), colour("#6f98a3"))
    out.paste(mirror, (0, 0))
    rippled = out.copy()
    for y in range(0, tall, 2):
        shift = round((1 + y / tall * 7) * p.unit * math.sin(y / p.unit * 0.9 + 1.7 * math.sin(y / p.unit * 0.17)))
        rippled.paste(ImageChops.offset(out.crop((0, y, out.width, y + 2)), shift, 0), (0, y))
    edge = round(10 * p.unit)
    return rippled.crop((edge, 0, out.width - edge, tall)).resize(out.size, Image.Resampling.BICUBIC)


def _harbour_wall(p: Picture, level: float) -> None:
    p.shape([(700, level + 1), (704, level - 15), (1010, level - 20), (1010, level + 1)], "#6f7f7d", "#43595c", round_=False)
    p.shape([(700, level - 14), (1010, level - 20), (1010, level - 16), (700, level - 11)], "#d8c9b1", round_=False, strength=0.8)
    p.shape([(724, level - 14), (729, level - 92), (745, level - 92), (750, level - 14)], "#f6ecdb", "#e2d2bb", round_=False)
    p.shape([(739, level - 14), (738, level - 92), (745, level - 92), (750, level - 14)], "#a99f92", round_=False, blur=2, strength=0.7)
    p.shape([(726.5, level - 52), (727.8, level - 72), (746.2, level - 72), (747.5, level - 52)], "#b4553d", "#8f402e", round_=False)
    p.shape([(725, level - 92), (749, level - 92), (749, level - 96), (725, level - 96)], "#34545b", round_=False)
    p.shape([(730, level - 96), (744, level - 96), (744, level - 109), (730, level - 109)], "#fff0c9", "#f0d39c", round_=False)
    p.shape([(727, level - 109), (747, level - 109), (737, level - 121)], "#b4553d", round_=False)
    for x, w, h, wall, roof in (
        (806, 44, 30, "#e9d8bf", "#8d5a48"),
        (852, 36, 40, "#cfd6cf", "#56707a"),
        (892, 52, 32, "#e6c7a2", "#8d5a48"),
        (948, 40, 46, "#f0e5d3", "#4c6873"),
    ):
        base = level - 18
        p.shape([(x, base), (x, base - h), (x + w, base - h), (x + w, base)], wall, mixed(wall, "#8b8172", 0.4), round_=False)
        p.shape([(x - 3, base - h), (x + w / 2, base - h - 18), (x + w + 3, base - h)], roof, mixed(roof, "#1c2d33", 0.3), round_=False)
        for k in range(2):
            wx = x + w * (0.2 + 0.42 * k)
            p.shape([(wx, base - h + 8), (wx + 8, base - h + 8), (wx + 8, base - h + 18), (wx, base - h + 18)], "#4b646a", round_=False, strength=0.8)


def _boat(p: Picture, place: Point, s: float, hull: str, band: str) -> None:
    x, y = place

    def at(points: Sequence[Point]) -> list[Point]:
        return [(x + dx * s, y + dy * s) for dx, dy in points]

    mirror = at([(-104, 2), (112, 2), (84, 26), (-74, 28)])
    p.shape(mirror, mixed(hull, "#17505c", 0.45), blur=4 * s, strength=0.85)
    p.stroke(at([(4 + (1 + k * 0.28) * math.sin(k * 1.7), 24 + k * 8) for k in range(20)]), 4 * s, "#123d47", taper=0.7, blur=1.6, strength=0.38)
    p.oval(*at([(4, 4)])[0], 112 * s, 5 * s, "#0e343e", blur=3, strength=0.6)
    p.stroke(at([(4, -20), (4, -238)]), 4.6 * s, "#5a4636", taper=0.15)
    p.stroke(at([(4, -46), (88, -52)]), 4 * s, "#5a4636", taper=0.1)
    p.shape(at([(6, -47), (88, -53), (84, -63), (44, -66), (6, -58)]), "#efe2c8", "#c5b291")
    for end in ((-106, -34), (108, -28)):
        p.stroke(at([(4, -236), end]), 1.3 * s, "#4d5b5c", taper=0, strength=0.8)
    body = p.shape(
        at([(-112, -36), (-60, -28), (30, -24), (112, -32), (104, -12), (84, 6), (-70, 8), (-92, -8)]),
        mixed(hull, "#ffffff", 0.2),
        hull,
        mixed(hull, "#20313a", 0.35),
    )
    p.shape(at([(-114, -31), (-60, -22), (30, -18), (112, -26), (112, -20), (30, -12), (-60, -16), (-110, -24)]), band, inside=body)
    p.shape(at([(-38, -28), (-30, -48), (-4, -49), (-2, -26)]), mixed(hull, "#ffffff", 0.35), mixed(hull, "#5a6a6c", 0.4))
    p.shape(at([(-28, -34), (-26, -43), (-10, -43), (-9, -33)]), "#2b4f59", round_=False, strength=0.9)


def two_cups() -> Picture:
    """A table by a window with two cups and a small jug of flowers."""
    p = Picture("two-cups", 1600, 1000)
    p.sky("#d9d8c9", "#d3d2c3", "#c6c8ba", "#b3bbb0")
    p.glow(330, 120, 640, "#fff6e2", 0.6)
    _window(p)
    table = p.shape([(-20, 432), (1020, 432), (1020, 680), (-20, 680)], "#d8aa78", "#c58f5f", "#a9744a", "#8b5b3a", round_=False)
    for i in range(26):
        y = 438 + i * 7 + i * i * 0.12
        p.stroke(
            [(-20, y + p.random.uniform(-3, 3)), (340, y + p.random.uniform(-4, 4)), (700, y + p.random.uniform(-4, 4)), (1020, y)],
            p.random.uniform(0.8, 2.6),
            "#7a4c2e",
            taper=0.6,
            strength=p.random.uniform(0.06, 0.2),
            inside=table,
        )
    p.shape([(-20, 430), (1020, 430), (1020, 437), (-20, 437)], "#f3d3a6", round_=False, strength=0.8)
    for x in (150, 345):
        p.shape([(x, 437), (x + 160, 437), (x + 380, 680), (x + 130, 680)], "#ffe3b3", round_=False, blur=7, strength=0.5, inside=table)
    _jug(p, 600, 498, table)
    _cup(p, (370, 536), 1.05, "#2b6d78", table)
    _cup(p, (795, 548), 1.12, "#e9dcc6", table)
    return p


def _window(p: Picture) -> None:
    p.shape([(118, -20), (572, -20), (572, 388), (118, 388)], "#8f9d93", round_=False, blur=14, strength=0.55)
    p.shape([(110, -20), (560, -20), (560, 380), (110, 380)], "#f4efe3", "#e8e0d0", round_=False)
    for left, right in ((130, 326), (344, 540)):
        for top, bottom in ((-20, 166), (184, 358)):
            pane = p.stencil([(left, top), (right, top), (right, bottom), (left, bottom)])
            p.lay(pane, "#cfe0dd" if top < 0 else "#f3e3c6", "#e3e6d8" if top < 0 else "#f6e2bd")
            if top > 0:
                hills = Random("window")
                for k, tone in enumerate(("#b6c7bd", "#8db0aa", "#5f918f")):
                    p.shape(ridge(hills, 262 + 26 * k, 20, 1.3), tone, mixed(tone, "#f4e3c4", 0.3), round_=False, blur=1.5, inside=pane)
            p.glow(230, 190, 330, "#fff4d8", 0.65, inside=pane)
            p.shape([(left, top), (right, top), (right, top + 5), (left, top + 5)], "#8c968d", round_=False, blur=2, strength=0.4, inside=pane)
    p.shape([(92, 376), (580, 376), (590, 396), (84, 396)], "#fbf6ea", "#d3cbb9", round_=False)
    p.shape([(90, 396), (588, 396), (580, 412), (100, 412)], "#7d877d", round_=False, blur=7, strength=0.45)
    cloth = [(640, -20), (566, -20), (574, 130), (566, 260), (584, 420), (664, 424), (640, 300), (646, 120)]
    drape = p.shape(cloth, "#efe6d6", "#e2d6c1", "#cfc1a8")
    for dx in (0, 22, 44):
        p.stroke([(584 + dx, -20), (592 + dx, 140), (584 + dx, 280), (604 + dx, 424)], 12, "#a4977f", taper=0.2, blur=5, strength=0.45, inside=drape)


def _cup(p: Picture, place: Point, s: float, glaze: str, table: Mask) -> None:
    x, y = place

    def at(points: Sequence[Point]) -> list[Point]:
        return [(x + dx * s, y + dy * s) for dx, dy in points]

    dark, light = mixed(glaze, "#1b2a2c", 0.5), mixed(glaze, "#ffffff", 0.45)
    p.oval(x + 46 * s, y + 12 * s, 132 * s, 24 * s, "#4a2a17", blur=10, strength=0.55, inside=table)
    p.oval(x, y + 6 * s, 104 * s, 24 * s, dark)
    p.oval(x, y + 2 * s, 104 * s, 23 * s, light, glaze)
    p.oval(x, y + 3 * s, 62 * s, 12 * s, dark, blur=3, strength=0.6)
    handle = oval(x + 70 * s, y - 48 * s, 27 * s, 24 * s)
    p.stroke([*handle[50:], *handle[:22]], 11 * s, mixed(glaze, dark, 0.35), taper=0.1)
    body = p.shape(
        at([(-70, -92), (-66, -52), (-46, -16), (-26, 2), (0, 5), (26, 2), (46, -16), (66, -52), (70, -92), (0, -84)]),
        glaze,
        mixed(glaze, dark, 0.3),
        mixed(glaze, dark, 0.55),
    )
    p.shape(at([(20, -100), (90, -100), (70, 10), (10, 14), (40, -30)]), dark, blur=12, strength=0.6, inside=body)
    p.shape(at([(-58, -84), (-40, -84), (-34, -40), (-20, -8), (-46, -28)]), "#ffffff", blur=6, strength=0.42, inside=body)
    p.oval(x, y - 91 * s, 71 * s, 17 * s, light, mixed(glaze, "#ffffff", 0.2))
    inner = p.oval(x, y - 90 * s, 65 * s, 14 * s, mixed(glaze, dark, 0.4), glaze)
    p.oval(x, y - 86 * s, 61 * s, 12 * s, "#7d4c2a", "#a36a3c", inside=inner)
    p.oval(x - 22 * s, y - 86 * s, 22 * s, 3 * s, "#e6b883", blur=2, strength=0.7, inside=inner)
    for dx, tall in ((-16, 92), (12, 116)):
        p.stroke(
            at([(dx, -104), (dx + 12, -104 - tall * 0.3), (dx - 8, -104 - tall * 0.6), (dx + 10, -104 - tall)]),
            13 * s,
            "#fffaf0",
            taper=1,
            blur=6,
            strength=0.42,
        )


def _jug(p: Picture, x: float, y: float, table: Mask) -> None:
    def at(points: Sequence[Point]) -> list[Point]:
        return [(x + dx, y + dy) for dx, dy in points]

    p.oval(x + 50, y, 84, 12, "#4a2a17", blur=8, strength=0.5, inside=table)
    blooms = (
        (-58, -226, 21, "#e7a889"),
        (-18, -262, 24, "#f4d9b0"),
        (30, -238, 20, "#d98a6e"),
        (66, -204, 18, "#f1e6d2"),
        (-34, -196, 17, "#f1e6d2"),
        (10, -206, 19, "#e7a889"),
        (-84, -184, 14, "#d98a6e"),
    )
    for bx, by, _, _ in blooms:
        p.stroke(at([(bx * 0.1, -110), (bx * 0.5, (by - 110) / 2), (bx, by)]), 3.6, "#4f7560", taper=0.2)
    for bx, by, _, _ in blooms:
        dx, dy, turn = bx * 0.6, (by - 110) / 2 - 8, math.copysign(0.9, bx) * (0.5 + abs(bx) / 90)
        tip = (dx + 36 * math.sin(turn), dy - 36 * math.cos(turn))
        side = (10 * math.cos(turn), 10 * math.sin(turn))
        mid = ((dx + tip[0]) / 2, (dy + tip[1]) / 2)
        p.shape(at([(dx, dy + 8), (mid[0] + side[0], mid[1] + side[1]), tip, (mid[0] - side[0], mid[1] - side[1])]), "#7fa184", "#3f6b5c")
    for bx, by, r, tone in blooms:
        cx, cy = at([(bx, by)])[0]
        for k in range(7):
            a = k * math.tau / 7 + bx
            p.oval(cx + r * 0.62 * math.cos(a), cy + r * 0.56 * math.sin(a), r * 0.5, r * 0.46, mixed(tone, "#ffffff", 0.3), mixed(tone, "#7c4030", 0.18))
        p.oval(cx, cy, r * 0.36, r * 0.33, "#e8b860", "#a9702f")
    jug = p.shape(
        at([(-38, -122), (-30, -96), (-46, -62), (-52, -28), (-38, -2), (0, 3), (38, -2), (52, -28), (46, -62), (30, -96), (38, -122), (0, -116)]),
        "#f5efe2",
        "#e6dccb",
        "#c7bba6",
    )
    p.shape(at([(16, -130), (60, -130), (64, 6), (4, 10), (34, -30)]), "#7d7566", blur=12, strength=0.5, inside=jug)
    p.shape(at([(-62, -50), (60, -50), (60, -40), (-62, -40)]), "#2b6d78", round_=False, strength=0.75, inside=jug)
    p.oval(x, y - 121, 38, 8, "#fffaf0", "#d9cfbd")
    p.oval(x, y - 120, 32, 5.5, "#8d8372")


def _coach() -> Picture:
    p = portrait("tamsin-ardlow", TAMSIN, 1440, 1800, y=560)
    p.trim(83, 150, 1200, 1500)
    return p


PICTURES: dict[str, Callable[[], Picture]] = {
    "tamsin-ardlow.jpg": _coach,
    "anjali-verrell.jpg": lambda: portrait("anjali-verrell", ANJALI, 800, 800, y=430),
    "callum-petherick.jpg": lambda: portrait("callum-petherick", CALLUM, 800, 800, y=430),
    "grace-adebanke.jpg": lambda: portrait("grace-adebanke", GRACE, 800, 800, y=440),
    "dorothea-lunnick.jpg": lambda: portrait("dorothea-lunnick", DOROTHEA, 800, 800, y=430),
    "hills-at-dawn.jpg": hills_at_dawn,
    "two-cups.jpg": two_cups,
    "path.jpg": path,
    "harbour.jpg": harbour,
}
"""Each picture's file name and how it is drawn."""


def main(folder: Path) -> None:
    """Draw every picture into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in PICTURES.items():
        draw().save(folder, name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
