"""Whether what is written can be told from what it is written on (WCAG 2.2, 1.4.3 and 1.4.11), read from the style sheet itself, light and dark.

A text's colour meets the ground of its own rule; where that names none, every ground of the site that texts are set on without a colour of their own. What is not seen: colours that are
half transparent, pictures and gradients as a ground, and what only the nesting of a page brings together.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sitegen.contract.style_rules import Rule
from sitegen.site.palette import contrast, from_oklch, to_oklch

TEXT, SIGNS = 4.5, 3.0
"""The least for text, and for signs and edges of fields."""
_VAR = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_MIX = re.compile(r"color-mix\(\s*in oklab\s*,\s*([^,%]+?)\s*(?:([\d.]+)%)?\s*,\s*([^,%]+?)\s*(?:([\d.]+)%)?\s*\)")
_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_STATE = re.compile(r":(hover|focus|focus-visible|focus-within|active|visited|target|checked|disabled)\b.*|\[aria-current[^\]]*\]")
_ELEMENT = re.compile(r"::(before|after|marker)")
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


def too_close(rules: tuple[Rule, ...]) -> tuple[Pair, ...]:
    """Give the pairs of colours that can't be told from each other well enough, the same two in a mode once."""
    found: dict[tuple[str, str, str], Pair] = {}
    for mode in ("light", "dark"):
        for pair in _pairs(rules, mode):
            if pair.ratio < pair.least:
                found.setdefault((mode, pair.ink, pair.ground), pair)
    return tuple(found.values())


def pairs(rules: tuple[Rule, ...]) -> tuple[Pair, ...]:
    """Give every pair that was compared."""
    return tuple(dict.fromkeys((*_pairs(rules, "light"), *_pairs(rules, "dark"))))


def _pairs(rules: tuple[Rule, ...], mode: str) -> Iterator[Pair]:
    looks = _looks(rules, mode)
    root = {name: value for name, value in looks.get(":root", {}).items() if name.startswith("--")}
    contexts = {selector: {**root, **_own(look)} for selector, look in looks.items() if selector != ":root" and _own(look)}
    grounds = _grounds(looks, root, contexts)
    for selector, look in looks.items():
        values = next((own for context, own in contexts.items() if selector == context or selector.startswith(context + " ")), root)
        whole = {**_behind(selector, looks), **look}
        ink, ground = _colour(whole.get("color", ""), values), _ground(whole, values)
        least = SIGNS if _ELEMENT.search(selector) else TEXT
        if ink and ground:
            yield Pair(selector, mode, ink, ground, contrast(ink, ground), least)
        elif ink and "background" not in whole and values is root:
            yield from (Pair(selector, mode, ink, other, contrast(ink, other), least) for other in grounds)
        elif ground and "color" not in whole and "--ink" in values and selector in grounds.values():
            own = _colour("var(--ink)", values)
            if own:
                yield Pair(selector, mode, own, ground, contrast(own, ground), least)
        edge = next((look[name] for name in ("border", "border-color") if name in look), "")
        if "input" in selector and (line := _last_colour(edge, root)):
            yield from (Pair(selector, mode, line, other, contrast(line, other), SIGNS) for other in grounds)


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
    for _ in range(8):
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
