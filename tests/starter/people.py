"""The starter's portraits; nobody in them exists."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.starter.paint import Mask, Picture, Point, mixed


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
