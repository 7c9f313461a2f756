"""What must not be found in finished files: one thing to look for, and all of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex
from sitegen.common.problems import Location

Sort = Literal["name", "email", "phone", "link", "note", "short name", "phrase", "together"]
"""A full name, an address, a number, a link, six words in a row; a surname with initials or a title, some words in a row, words in one sentence."""
RUN = 6
"""How many words in a row give a note away."""
_LOCAL, _DOMAIN = regex(r"[\w.+'-]+\s*$"), regex(r"\s*[\w-]+(?:\.[\w-]+)+")


@frozen(order=True)
class Needle:
    """One thing to look for: what it is, the text as she wrote it, and where."""

    kind: Sort
    text: str
    location: Location


@frozen
class Sought:
    """All that is looked for in finished files, and the names that `allow:` lets stand there, folded."""

    needles: tuple[Needle, ...]
    allowed: frozenset[str]


def emails_in(text: str) -> Iterator[tuple[str, int]]:
    """Give every e-mail address in a text, without blanks, and where its sign stands; sought from the signs on, which are few."""
    at = text.find("@")
    while at >= 0:
        local, domain = _LOCAL.search(text[max(0, at - 80) : at]), _DOMAIN.match(text, at + 1, at + 200)
        if local and domain:
            yield local[0].strip() + "@" + domain[0].strip(), at
        at = text.find("@", at + 1)
