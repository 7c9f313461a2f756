"""The texts of finished files as they were looked through: what is new in the private files is sought in these, and no page is taken apart again.

Only texts of files in which nothing was found are kept: they hold what is public. Each lies beside the digest of its file, in one of a few files by its path,
with a digest over the whole: what is damaged, or belongs to other bytes, is as good as not there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from zlib import crc32

from sitegen.common.digests import digest
from sitegen.common.frozen import frozen
from sitegen.common.leaks.memory import FILE
from sitegen.common.leaks.views import Views
from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import ContentError

FOLDER = "audit"
_SHELVES = 32
_LARGEST = 200_000
_APART = "\n;\n"
"""Between two texts: neither a name nor a number goes on over it."""


@frozen
class Texts:
    """The texts of one finished file: the digest of its bytes, its own texts folded and joined, and its parts as they stand."""

    digest: str
    own: str
    parts: tuple[str, ...]


def texts_of(views: Views, name: str) -> Texts:
    """Give what is to be kept of the views of a file with a digest."""
    return Texts(name, _APART.join(views.own), tuple(views.parts))


def recall_texts(cache: OwnTree, version: str) -> dict[str, Texts]:
    """Give the texts that are kept, by path."""
    return {path: texts for number in range(_SHELVES) for path, texts in _shelf(cache, number, version).items()}


def remember_texts(cache: OwnTree, version: str, fresh: Mapping[str, Texts], standing: Mapping[str, str]) -> None:
    """Keep fresh texts beside the others; what belongs to a file that is gone or another goes too. Only what changes is written."""
    by_shelf: dict[int, dict[str, Texts]] = {number: {} for number in range(_SHELVES)}
    for path, texts in fresh.items():
        if len(texts.own) <= _LARGEST:
            by_shelf[_number(path)][path] = texts
    for number, more in by_shelf.items():
        old = _shelf(cache, number, version)
        kept = {path: texts for path, texts in {**old, **more}.items() if standing.get(path) == texts.digest}
        if kept != old:
            cache.write(_place(number), _written(version, kept))


def forget_audit(cache: OwnTree) -> None:
    """Delete all that audits remember: the next one looks through everything."""
    cache.delete(FILE)
    for number in range(_SHELVES):
        cache.delete(_place(number))


def parts_of(kept: Iterable[Texts]) -> list[str]:
    """Give every part that stands in any of them, once."""
    return list(dict.fromkeys(part for texts in kept for part in texts.parts))


def _number(path: str) -> int:
    return crc32(path.encode("utf-8", "surrogatepass")) % _SHELVES


def _place(number: int) -> str:
    return f"{FOLDER}/{number:02}.json"


def _shelf(cache: OwnTree, number: int, version: str) -> dict[str, Texts]:
    try:
        seal, _, body = cache.read(_place(number)).partition(b"\n") if cache.has(_place(number)) else (b"", b"", b"")
        if not body or seal.decode() != digest(body):
            return {}
        held = json.loads(body)
        if held["version"] != version:
            return {}
        parts = held["parts"]
        return {path: Texts(name, own, tuple(parts[number] for number in numbers)) for path, (name, own, numbers) in held["files"].items()}
    except (ContentError, ValueError, KeyError, TypeError, IndexError):
        return {}


def _written(version: str, kept: Mapping[str, Texts]) -> bytes:
    numbers = {part: number for number, part in enumerate(parts_of(kept.values()))}
    files = {path: (texts.digest, texts.own, [numbers[part] for part in texts.parts]) for path, texts in sorted(kept.items())}
    body = json.dumps({"version": version, "parts": list(numbers), "files": files}, separators=(",", ":")).encode()
    return digest(body).encode() + b"\n" + body
