"""A style sheet taken apart into its rules: as far as is needed to see which colours meet, and which rules nothing on the site needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.common.patterns import regex

_COMMENT = regex(r"/\*.*?\*/", re.DOTALL)
_MARK = regex(r"""[{};]|"[^"]*"|'[^']*'|url\([^)]*\)""")
_COMMA = regex(r",(?![^(\[]*[)\]])")


class Rule(NamedTuple):
    """One selector with its declarations; `around` are the at-rules that it stands in, outermost first, `size` its bytes."""

    selector: str
    declarations: tuple[tuple[str, str], ...]
    around: tuple[str, ...]
    size: int


def rules_of(css: str) -> tuple[Rule, ...]:
    """Give the rules of a sheet in the order in which they count: by layer, then as they stand."""
    css = _COMMENT.sub("", css)
    order: list[str] = []
    for names in re.findall(r"@layer\s+([\w\s,.-]+)[;{]", css):
        order += [name.strip() for name in names.split(",") if name.strip() not in order]
    found = list(_within(css))
    return tuple(sorted(found, key=lambda rule: _layer(rule, order)))


def _layer(rule: Rule, order: list[str]) -> int:
    layers = [one[6:].strip() for one in rule.around if one.startswith("@layer")]
    return order.index(layers[0]) if layers and layers[0] in order else len(order)


def _within(css: str) -> Iterator[Rule]:
    around: list[str] = []
    start, opened = 0, 0
    inner: list[str] = []
    for mark in _MARK.finditer(css):
        said = mark[0]
        if said == "{":
            around.append(css[start : mark.start()].strip())
            start, opened, inner = mark.end(), mark.end(), []
        elif said == ";":
            inner.append(css[start : mark.start()])
            start = mark.end()
        elif said == "}":
            inner.append(css[start : mark.start()])
            if around:
                head = around.pop()
                declarations = tuple(_declarations(inner))
                if not head.startswith("@") and declarations:
                    parts = [part.strip() for part in _COMMA.split(head)]
                    size = len(head.encode()) + len(css[opened : mark.start()].encode()) + 2
                    for part in parts:
                        yield Rule(part, declarations, tuple(around), size // len(parts))
            start, inner = mark.end(), []


def _declarations(inner: list[str]) -> Iterator[tuple[str, str]]:
    for one in inner:
        name, colon, value = one.partition(":")
        if colon and value.strip():
            yield name.strip().lower(), value.strip()


def line_of(selector: str, text: str) -> int:
    """Give the line of a sheet as it was written on which a selector stands, 0 where it does not; the sheet that is built has its spaces taken out."""
    words = [re.escape(word) for word in re.findall(r"[^\s>+~]+|[>+~]", selector)]
    found = re.search(r"(?<![\w.#-])" + r"\s*".join(words) + r"(?=\s*[{,])", text)
    return text.count("\n", 0, found.start()) + 1 if found else 0
