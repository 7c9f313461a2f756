"""Style rules that match nothing on any page: bytes that each page carries for nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sitegen.common.patterns import regex
from sitegen.contract.style_rules import Rule

_PSEUDO = regex(r"::?[\w-]+(?:\((?:[^()]|\([^()]*\))*\))?")
_ATTRIBUTE = regex(r"\[\s*([\w-]+)[^\]]*\]")
_NAMES = regex(r"[.#]?[A-Za-z][\w-]*")
_TAG = regex(r"<([a-zA-Z][\w-]*)([^<>]*)")
_SAID = regex(r"""([\w-]+)(?:="([^"]*)")?""")


class Seen(NamedTuple):
    """The names that stand on the pages: tags, `.classes`, `#ids` and `[attributes`."""

    names: frozenset[str]

    def needs(self, selector: str) -> bool:
        """Say whether something may match a selector: whether each name in it stands somewhere. States and what `:is` and `:not` hold are taken to match."""
        plain = _PSEUDO.sub("", selector)
        attributes = {f"[{name}" for name in _ATTRIBUTE.findall(plain)}
        return self.names.issuperset({*attributes, *_NAMES.findall(_ATTRIBUTE.sub("", plain))})


def seen_on(pages: Iterable[str]) -> Seen:
    """Give the names that stand on pages; scripts, styles and comments are out of them."""
    tags = {tag for page in pages for tag in _TAG.findall(page)}
    names: set[str] = set()
    for tag, attributes in tags:
        names.add(tag.lower())
        for name, value in _SAID.findall(attributes):
            names.add(f"[{name}")
            if name == "class":
                names.update(f".{word}" for word in value.split())
            elif name == "id":
                names.add(f"#{value}")
    return Seen(frozenset(names))


def unused(rules: Iterable[Rule], seen: Seen) -> tuple[Rule, ...]:
    """Give the rules that nothing on the pages needs; what `@keyframes` and `@font-face` hold is no rule of this kind."""
    return tuple(
        rule for rule in rules if not any(one.startswith(("@keyframes", "@font-face", "@page")) for one in rule.around) and not seen.needs(rule.selector)
    )
