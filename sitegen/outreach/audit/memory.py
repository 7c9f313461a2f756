"""What the audit remembers: which finished files were clean, under a keyed digest of the private bytes. No private word, and no digest of one alone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import ContentError

FILE = "audit.json"
KEY = "outreach/audit.key"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What held when the last audit found nothing."""

    version: str = ""
    private: str = ""
    """A keyed digest of all bytes of the private files."""
    needles: str = ""
    """A keyed digest of all that is looked for."""
    public: str = ""
    """What tells whether a public file was touched, with the day: what is excused follows from both."""
    excused: str = ""
    """A keyed digest of the names and texts that are excused; "" when nothing had to be."""
    clean: Mapping[str, str] = field(default_factory=dict)
    """The digest of each finished file in which nothing was found."""


def recall(cache: OwnTree, version: str) -> Remembered:
    """Give what is remembered; nothing when there is none, or none of this version that is whole."""
    try:
        known = Remembered(**json.loads(cache.read(FILE))) if cache.has(FILE) else Remembered()
    except (ContentError, ValueError, TypeError):
        return Remembered()
    return known if known.version == version and isinstance(known.clean, dict) else Remembered()


def remember(cache: OwnTree, known: Remembered) -> None:
    """Keep it for the next build."""
    cache.write(FILE, json.dumps(asdict(known), separators=(",", ":")).encode())


def seal_of(key: bytes, private: Mapping[str, bytes]) -> str:
    """Give the keyed digest of all private files."""
    return keyed(key, *(part for name in sorted(private) for part in (name.encode(), private[name])))


def is_clean(known: Remembered, seal: str, mark: str, standing: Mapping[str, str]) -> bool:
    """Say whether nothing can have changed since the last audit that found nothing, so that nothing has to be looked through, or imported for it."""
    return known.private == seal and known.public == mark and all(name and known.clean.get(path) == name for path, name in standing.items())


def keyed(key: bytes, *parts: bytes) -> str:
    """Give the digest of parts under a key."""
    made = hashlib.blake2b(key=key, digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(8, "big") + part)
    return made.hexdigest()
