"""One accent colour to a palette in which every text can be read, light and dark.

Colours are derived in OKLCH (B. Ottosson, "A perceptual color space for image processing", 2020); contrast is WCAG 2.2's (1.4.3).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from sitegen.common.frozen import frozen
from sitegen.site.settings import Look

_TEXT = 5.0
"""Contrast aimed at for text; AA asks 4.5, the rest is a margin for tinted backgrounds."""


_ON_FILL = 7
"""Contrast of text on a band that is filled with the accent in the dark."""

_WARM = 1.45
"""A warm hue, in radians."""

_Tone = tuple[float, float]
"""A lightness and a chroma."""


@frozen
class Paper:
    """What a look is printed on: tones of one hue (None: the accent's), and how far what is dark is tinted with the accent."""

    hue: float | None
    paper: _Tone
    wash: _Tone
    line: _Tone
    ink: float
    tint: float


PAPERS: Mapping[Look, Paper] = {
    "calm": Paper(_WARM, (0.987, 0.006), (0.958, 0.014), (0.885, 0.02), 0.24, 1),
    "editorial": Paper(_WARM, (0.995, 0.001), (0.965, 0.003), (0.83, 0.004), 0.17, 0.3),
    "bold": Paper(None, (1, 0), (0.955, 0.022), (0.88, 0.025), 0.2, 1.8),
}


def palette(accent: str, look: Look = "calm") -> Mapping[str, Mapping[str, str]]:
    """Give the custom properties of the light and the dark mode, each a `#rrggbb`."""
    lightness, own_chroma, hue = to_oklch(accent)
    chroma = min(own_chroma, 0.16)
    on = PAPERS[look]

    def grey(level: float, tint: float = 0.008) -> str:
        return from_oklch(level, min(tint * on.tint, chroma), hue)

    def sheet(tone: _Tone) -> str:
        return from_oklch(tone[0], tone[1] if on.hue is not None else min(tone[1], chroma), hue if on.hue is None else on.hue)

    light = {
        "paper": sheet(on.paper),
        "surface": "#ffffff",
        "wash": sheet(on.wash),
        "line": sheet(on.line),
        "ink": grey(on.ink, 0.018),
        "quiet": grey(0.44, 0.018),
    }
    dark = {
        "paper": grey(0.19, 0.012),
        "surface": grey(0.235, 0.014),
        "wash": grey(0.265, 0.02),
        "line": grey(0.38, 0.018),
        "ink": grey(0.94, 0.008),
        "quiet": grey(0.77, 0.014),
    }
    light["accent"] = _darkened(lightness, own_chroma, hue, lambda c: contrast(c, light["wash"]) >= _TEXT and contrast(c, "#ffffff") >= _TEXT)
    light["on-accent"] = "#ffffff"
    light["control"] = _darkened(0.62, min(chroma, 0.04), hue, lambda c: contrast(c, light["paper"]) >= 3.2 and contrast(c, light["wash"]) >= 3.2)
    dark["accent"] = _lightened(max(lightness, 0.6), min(chroma, 0.12), hue, lambda c: contrast(c, dark["wash"]) >= _TEXT)
    dark["on-accent"] = grey(0.17, 0.02)
    light["fill"], light["fill-text"] = light["accent"], light["on-accent"]
    dark["fill"] = _darkened(0.4, min(own_chroma, 0.07), hue, lambda c: contrast(c, dark["ink"]) >= _ON_FILL)
    dark["fill-text"] = dark["ink"]
    dark["control"] = _lightened(0.5, min(chroma, 0.04), hue, lambda c: contrast(c, dark["surface"]) >= 3.2 and contrast(c, dark["wash"]) >= 3.2)
    return {"light": light, "dark": dark}


def _darkened(lightness: float, chroma: float, hue: float, fits: Callable[[str], bool]) -> str:
    while not fits(colour := from_oklch(lightness, chroma, hue)) and lightness > 0:
        lightness -= 0.005
    return colour


def _lightened(lightness: float, chroma: float, hue: float, fits: Callable[[str], bool]) -> str:
    while not fits(colour := from_oklch(lightness, chroma, hue)) and lightness < 1:
        lightness += 0.005
    return colour


def contrast(one: str, other: str) -> float:
    """Give WCAG's contrast ratio of two colours, 1 to 21."""
    a, b = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (a + 0.05) / (b + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[float, float, float]:
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _gamma(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def to_oklch(colour: str) -> tuple[float, float, float]:
    """Give a colour's lightness (0 to 1), chroma and hue (radians)."""
    r, g, b = (_linear(part) for part in _parts(colour))
    long = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    medium = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    short = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b2 = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, math.hypot(a, b2), math.atan2(b2, a)


def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """Give the `#rrggbb` of a colour; one that no screen shows loses chroma until it does."""
    while True:
        a, b2 = chroma * math.cos(hue), chroma * math.sin(hue)
        long = (lightness + 0.3963377774 * a + 0.2158037573 * b2) ** 3
        medium = (lightness - 0.1055613458 * a - 0.0638541728 * b2) ** 3
        short = (lightness - 0.0894841775 * a - 1.2914855480 * b2) ** 3
        parts = (
            4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
            -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
            -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
        )
        if all(-0.0005 <= part <= 1.0005 for part in parts) or chroma < 0.002:
            return "#" + "".join(f"{round(255 * min(1, max(0, _gamma(max(0, part))))):02x}" for part in parts)
        chroma -= 0.002
