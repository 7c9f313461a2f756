"""What the audit remembers: which finished files were clean of what. Of the private side only digests under a key that never leaves .sitegen/keep/: no private word."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, field

from sitegen.common.frozen import frozen
from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import ContentError

FILE = "audit.json"
KEY = "outreach/audit.key"
_MARK = 16
"""Hexadecimal digits of a mark."""


@frozen
class Remembered:
    """What held when the last audit found nothing."""

    version: str = ""
    private: str = ""
    """A keyed digest of all bytes of the private files."""
    needles: str = ""
    """The marks of all that was looked for, one behind the other, in order."""
    public: str = ""
    """What tells whether a public file was touched, with the day: what is excused follows from both."""
    excused: str = ""
    """A keyed digest of all that may stand on the site; "" when nothing had to be excused."""
    clean: Mapping[str, str] = field(default_factory=dict)
    """The digest of each finished file in which nothing was found."""

    @property
    def marks(self) -> frozenset[str]:
        """The marks of what was looked for."""
        return frozenset(self.needles[begin : begin + _MARK] for begin in range(0, len(self.needles), _MARK))


def recall(cache: OwnTree, version: str) -> Remembered:
    """Give what is remembered; nothing when there is none, or none of this version that is whole."""
    try:
        known = Remembered(**json.loads(cache.read(FILE))) if cache.has(FILE) else Remembered()
    except (ContentError, ValueError, TypeError):
        return Remembered()
    texts = (known.private, known.needles, known.public, known.excused)
    return known if known.version == version and isinstance(known.clean, dict) and all(isinstance(text, str) for text in texts) else Remembered()


def remember(cache: OwnTree, known: Remembered) -> None:
    """Keep it for the next build."""
    cache.write(FILE, json.dumps(asdict(known), separators=(",", ":")).encode())


def seal_of(key: bytes, private: Mapping[str, bytes]) -> str:
    """Give the keyed digest of all private files."""
    return keyed(key, *(part for name in sorted(private) for part in (name.encode(), private[name])))


def mark_of(key: bytes, kind: str, text: str) -> str:
    """Give what tells one thing that is looked for from another, to whoever has the key."""
    return keyed(key, kind.encode(), text.encode("utf-8", "surrogatepass"))[:_MARK]


def is_clean(known: Remembered, seal: str, mark: str, standing: Mapping[str, str]) -> bool:
    """Say whether nothing can have changed since the last audit that found nothing, so that nothing has to be looked through, or imported for it."""
    return known.private == seal and known.public == mark and all(name and known.clean.get(path) == name for path, name in standing.items())


def keyed(key: bytes, *parts: bytes) -> str:
    """Give the digest of parts under a key."""
    made = hashlib.blake2b(key=key, digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(8, "big") + part)
    return made.hexdigest()
