"""Whether what is written can be told from what it is written on (WCAG 2.2, 1.4.3 and 1.4.11), read from the style sheet itself, light and dark.

A text's colour meets the ground of its own rule; where that names none, every ground of the site that texts are set on without a colour of their own. What is not seen: colours that are
half transparent, pictures and gradients as a ground, and what only the nesting of a page brings together.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sitegen.common.patterns import regex
from sitegen.contract.style_rules import Rule
from sitegen.site.palette import contrast, from_oklch, to_oklch

TEXT, SIGNS = 4.5, 3.0
"""The least for text, and for signs and edges of fields."""
_VAR = regex(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_MIX = regex(r"color-mix\(\s*in oklab\s*,\s*([^,%]+?)\s*(?:([\d.]+)%)?\s*,\s*([^,%]+?)\s*(?:([\d.]+)%)?\s*\)")
_HEX = regex(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_STATE = regex(r":(hover|focus|focus-visible|focus-within|active|visited|target|checked|disabled)\b.*|\[aria-current[^\]]*\]")
_ELEMENT = regex(r"::(before|after|marker)")
_SKIPPED = ("@media print", "@media (forced-colors", "@supports not", "@page", "@keyframes", "@font-face")

Values = Mapping[str, str]


class Pair(NamedTuple):
    """Two colours that meet: where, in which mode, how far apart they are, and how far they have to be."""

    selector: str
    mode: str
    ink: str
    ground: str
    ratio: float
    least: float
    under: str = ""
    """The selector of the ground, where it is another's."""


def too_close(rules: tuple[Rule, ...]) -> tuple[tuple[Pair, tuple[str, ...]], ...]:
    """Give the pairs of colours that can't be told from each other well enough: of each ink, or of a ground on which several inks can't be read, the worst, and all selectors."""
    close = [pair for pair in pairs(rules) if pair.ratio < pair.least]
    inks: dict[tuple[str, str, bool], set[str]] = {}
    for pair in close:
        inks.setdefault((pair.mode, pair.ground, bool(pair.under)), set()).add(pair.ink)
    found: dict[tuple[str, str], list[Pair]] = {}
    for pair in close:
        is_the_ground = bool(pair.under) and len(inks[pair.mode, pair.ground, True]) > 1
        found.setdefault(("on", pair.under) if is_the_ground else ("in", pair.ink), []).append(pair)
    return tuple((min(some, key=lambda pair: (pair.ratio / pair.least, pair)), _selectors(way, some)) for (way, _), some in found.items())


def _selectors(way: str, some: list[Pair]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*(pair.under for pair in some if way == "on"), *(pair.selector for pair in some)]))


def pairs(rules: tuple[Rule, ...]) -> tuple[Pair, ...]:
    """Give every pair that was compared; one that is the same in both modes once."""
    light, dark = ({pair._replace(mode=""): pair for pair in _pairs(rules, mode)} for mode in ("light", "dark"))
    both = [pair._replace(mode="light and dark") for pair in light if pair in dark]
    return (*both, *(pair for bare, pair in light.items() if bare not in dark), *(pair for bare, pair in dark.items() if bare not in light))


@functools.lru_cache(maxsize=4_096)
def _ratio(ink: str, ground: str) -> float:
    return contrast(ink, ground)


def _pairs(rules: tuple[Rule, ...], mode: str) -> Iterator[Pair]:
    looks = _looks(rules, mode)
    root = {name: value for name, value in looks.get(":root", {}).items() if name.startswith("--")}
    contexts = {selector: {**root, **names} for selector, look in looks.items() if selector != ":root" and (names := _own(look))}
    grounds = _grounds(looks, root, contexts)
    body = _colour(looks.get("body", {}).get("color", ""), root)
    for selector, look in looks.items():
        values = next((names for context, names in contexts.items() if selector == context or selector.startswith(context + " ")), root)
        whole = {**_behind(selector, looks), **look}
        ink, ground = _colour(whole.get("color", ""), values), _ground(whole, values)
        least = SIGNS if _ELEMENT.search(selector) else TEXT
        if ink and ground:
            yield Pair(selector, mode, ink, ground, _ratio(ink, ground), least)
        elif ink and "background" not in whole and values is root:
            yield from (Pair(selector, mode, ink, other, _ratio(ink, other), least, under) for other, under in grounds.items())
        elif body and ground and selector in grounds.values():
            yield Pair(selector, mode, body, ground, _ratio(body, ground), least, selector)
        edge = next((look[name] for name in ("border", "border-color") if name in look), "")
        if "input" in selector and (line := _last_colour(edge, root)):
            yield from (Pair(selector, mode, line, other, _ratio(line, other), SIGNS, under) for other, under in grounds.items())


def _looks(rules: tuple[Rule, ...], mode: str) -> dict[str, dict[str, str]]:
    """Give what holds for each selector on screen in a mode."""
    looks: dict[str, dict[str, str]] = {}
    for rule in rules:
        around = " ".join(rule.around)
        if any(skipped in around for skipped in _SKIPPED) or (
            "prefers-color-scheme" in around and f"prefers-color-scheme:{mode}" not in around.replace(" ", "")
        ):
            continue
        look = looks.setdefault(rule.selector, {})
        for name, value in rule.declarations:
            key = "background" if name == "background-color" else name
            if key == "background" and name == "background":
                look.pop("background", None)
            look[key] = value
    return looks


def _own(look: Values) -> dict[str, str]:
    return {name: value for name, value in look.items() if name.startswith("--")}


def _grounds(looks: Mapping[str, Values], root: Values, contexts: Mapping[str, Values]) -> dict[str, str]:
    """Give the colours on which texts stand that name no ground, each with a selector that gives it."""
    found: dict[str, str] = {}
    for selector, look in looks.items():
        if (selector == "body" or "color" not in look) and selector not in contexts and not _STATE.search(selector) and "::" not in selector:
            ground = _ground(look, root)
            if ground and "color" not in _behind(selector, looks):
                found.setdefault(ground, selector)
    return found


def _behind(selector: str, looks: Mapping[str, Values]) -> Values:
    """Give what a selector's plain form says: of `.button:hover` that of `.button`, of `.hero .button:hover` that of `.button` too."""
    plain = _STATE.sub("", selector)
    if plain == selector:
        return {}
    last = plain.rpartition(" ")[2]
    found = {**looks.get(last, {}), **looks.get(plain, {})}
    return {name: value for name, value in found.items() if name in ("color", "background")}


def _ground(look: Values, values: Values) -> str:
    return _colour(look.get("background", ""), values)


def _colour(said: str, values: Values) -> str:
    """Give a colour as `#rrggbb`, "" for one that can't be told."""
    if not said:
        return ""
    for _ in range(8 if "var(" in said else 0):
        filled = _VAR.sub(lambda var: values.get(var[1], var[2] or ""), said)
        if filled == said:
            break
        said = filled
    said = _MIX.sub(_mixed, said.strip())
    if (short := _HEX.fullmatch(said)) is not None:
        digits = short[1].lower()
        return "#" + ("".join(one * 2 for one in digits) if len(digits) == 3 else digits)
    if not re.fullmatch(r"[a-z]+|(rgb|hsl)\([\d\s.,%]+\)", said) or said in ("none", "transparent", "inherit", "initial", "unset", "currentcolor"):
        return ""
    from PIL import ImageColor

    try:
        red, green, blue = ImageColor.getrgb(said if "," in said or "(" not in said else re.sub(r"\s+", ",", said))[:3]
    except ValueError:
        return ""
    return f"#{red:02x}{green:02x}{blue:02x}"


def _last_colour(said: str, values: Values) -> str:
    return _colour(said.rsplit(" ", maxsplit=1)[-1], values) if said else ""


def _mixed(mix: re.Match[str]) -> str:
    """Give the colour between two (CSS Color 5, color-mix), "" where they can't be told."""
    one, other = _colour(mix[1], {}), _colour(mix[3], {})
    if not one or not other:
        return ""
    part = float(mix[4]) / 100 if mix[4] else 1 - float(mix[2]) / 100 if mix[2] else 0.5
    (l1, c1, h1), (l2, c2, h2) = to_oklch(one), to_oklch(other)
    a = c1 * math.cos(h1) * (1 - part) + c2 * math.cos(h2) * part
    b = c1 * math.sin(h1) * (1 - part) + c2 * math.sin(h2) * part
    return from_oklch(l1 * (1 - part) + l2 * part, math.hypot(a, b), math.atan2(b, a))
