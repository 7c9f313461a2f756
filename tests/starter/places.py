"""The starter's landscapes and still lifes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests.starter.paint import Mask, Picture, Point, colour, mixed, oval, smooth, within


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
    # fmt: off
    left = [
        (300, 660), (392, 540), (424, 470), (404, 420), (330, 378), (262, 350), (226, 326), (226, 304), (244, 289),
        (252, 289), (240, 306), (246, 324), (290, 346), (372, 372), (458, 410), (500, 444), (700, 660),
    ]
    right = [
        (360, 660), (416, 540), (448, 470), (486, 424), (560, 378), (640, 346), (676, 322), (664, 302), (640, 288),
        (648, 288), (680, 301), (700, 322), (680, 350), (620, 386), (572, 426), (568, 480), (640, 560), (720, 660),
    ]
    # fmt: on
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
