"""What files held when they were last read, so that only what changed is read again.

A file whose size, times and inode are as they were is taken as read, unless it is as new as the last look (times are coarse: what was saved in the same moment
could look the same). Everything else is read, and is known again by its digest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from sitegen.common.digests import digest
from sitegen.common.frozen import frozen
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.trees import Found, Tree

T = TypeVar("T")

COARSE_NS, FINE_NS = 2_000_000_000, 100_000_000
"""The coarsest clock of a file system that is still met (FAT): two seconds. The coarsest of those that tell parts of a second, with room."""

_EVER = 1 << 63
_Stat = tuple[int, int, int, int]
Entry = tuple[_Stat, str, Any]
"""A file's stat, its digest, and what was made of it."""


def stat_of(found: Found) -> _Stat:
    """Give what tells cheaply whether a file was touched."""
    return found.size, found.modified_ns, found.changed_ns, found.inode


def is_settled(found: Found, looked_ns: int) -> bool:
    """Say whether a file was left alone for so long before a look that a change after it can't have the same time."""
    tells_whole_seconds = not (found.modified_ns % 1_000_000_000 and found.changed_ns % 1_000_000_000)
    return max(found.modified_ns, found.changed_ns) < looked_ns - (COARSE_NS if tells_whole_seconds else FINE_NS)


def source_digest(path: str, data: bytes) -> str:
    """Give the digest of a file under its name."""
    return digest(path.encode() + b"\0" + data)


class Memory:
    """What is remembered of each file: its stat, its digest, and what was made of it; within one build a file is looked at once."""

    def __init__(self, files: Mapping[str, Entry] | None = None, looked_ns: int = 0, bundle: Mapping[str, Entry] | None = None) -> None:
        self._files = files or {}
        self._older: dict[str, Entry] = {}
        self._bundle_files = bundle or {}
        self._bundle: Memory | None = None
        self._looked_ns = looked_ns
        self._fresh: dict[str, Entry] = {}

    @property
    def of_bundle(self) -> Memory:
        """The memory of the files that ship, which no path of hers can name; what is remembered of them is of this version, and their stat tells enough."""
        if self._bundle is None:
            self._bundle = Memory(self._bundle_files, _EVER)
        return self._bundle

    def value(self, tree: Tree, found: Found, make: Callable[[bytes, str], T], most: int | None = None) -> T:
        """Give what a file holds, made of its bytes and digest only if they are not remembered. Raises what `make` raises, remembering nothing."""
        known = self._fresh.get(found.path) or self._older.get(found.path) or self._files.get(found.path)
        if known is not None and known[2] is not None and (found.path in self._fresh or self._is_untouched(known[0], found)):
            self._fresh[found.path] = known
            return known[2]  # type: ignore[no-any-return]
        data = tree.read(found.path, most)
        name = source_digest(found.path, data)
        if known is not None and known[1] == name and known[2] is not None:
            self._keep(found, name, known[2])
            return known[2]  # type: ignore[no-any-return]
        made = make(data, name)
        self._keep(found, name, made)
        return made

    def digest(self, tree: Tree, found: Found) -> str:
        """Give a file's digest, without anything made of it."""
        known = self._fresh.get(found.path) or self._older.get(found.path) or self._files.get(found.path)
        if known is not None and (found.path in self._fresh or self._is_untouched(known[0], found)):
            self._fresh[found.path] = known
            return known[1]
        name = source_digest(found.path, tree.read(found.path))
        self._keep(found, name, known[2] if known is not None and known[1] == name else None)
        return name

    def knows(self, found: Found) -> bool:
        """Say whether what a file holds is there without reading it."""
        known = self._files.get(found.path)
        return known is not None and known[2] is not None and self._is_untouched(known[0], found)

    def take(self, entries: Mapping[str, Entry]) -> None:
        """Take what was read elsewhere just now."""
        self._fresh.update(entries)

    def forget(self, paths: Iterable[str]) -> None:
        """Look at these files again the next time they are asked for; what is known of them still saves making the same again."""
        for path in paths:
            known = self._fresh.pop(path, None)
            if known is not None:
                self._older[path] = known

    def _keep(self, found: Found, name: str, made: Any) -> None:
        self._fresh[found.path] = (stat_of(found), name, made)

    def _is_untouched(self, stat: _Stat, found: Found) -> bool:
        return stat == stat_of(found) and is_settled(found, self._looked_ns)

    @property
    def files(self) -> Mapping[str, Entry]:
        """What was looked at this time: stat, digest and what was made of it, by path."""
        return self._fresh


@frozen
class SourceFiles:
    """The files of a tree as they were found, with what is remembered of them."""

    tree: Tree
    found: Mapping[str, Found]
    memory: Memory

    def value(self, path: str, make: Callable[[bytes, str], T], most: int | None = None) -> T:
        """Give what a file holds. Raises ContentError when it is not there, and what `make` raises."""
        if path not in self.found:
            return make(self.tree.read(path, most), "")
        return self.memory.value(self.tree, self.found[path], make, most)

    def digest(self, path: str) -> str:
        """Give a file's digest, "" for one that is not there."""
        return self.memory.digest(self.tree, self.found[path]) if path in self.found else ""

    def read(self, path: str, most: int | None = None) -> bytes:
        """Give a file's bytes, which are those of its digest. Raises ContentError when it is not there, or was changed since its digest was taken."""
        data = self.tree.read(path, most)
        if path in self.found and source_digest(path, data) != self.digest(path):
            mend = "Run the command again."
            raise ContentError([Problem("file-changed", Location(path), "this file was changed while the site was being built from it.", mend)])
        return data
