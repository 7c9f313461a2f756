"""The stamp of a finished build: by it a build with nothing to do is known without reading, parsing or importing anything heavy."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sitegen.common.digests import digest
from sitegen.common.memory import COARSE_NS, source_digest
from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import ContentError
from sitegen.common.trees import Found, Tree

STAMP = "stamp.json"
SOURCES = ("content", "templates")
NOT_OURS = (".git", ".gitignore", ".netlify", ".vercel", ".wrangler")
"""What git and hosts' own tools keep in output/."""

Seal = tuple[int, int, int, int, str]
"""A file's size, times and inode, with the digest of its bytes."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What was true when a build had finished."""

    version: str
    as_of: str
    until: str
    looked_ns: int
    sources: Mapping[str, Seal]
    outputs: Mapping[str, Seal]
    said: tuple[str, ...] = ()
    left_out: bool = False
    pages: int = 0
    sample: bool = False
    remembered: str = ""
    """The digest of what is remembered beside it: of another build, it does not belong to this stamp."""

    def dumped(self) -> bytes:
        """Give the stamp as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":")).encode()


def read_stamp(cache: OwnTree, version: str) -> Stamp | None:
    """Give the last build's stamp; None when there is none, or none of this version that is whole."""
    try:
        if not cache.has(STAMP):
            return None
        known = json.loads(cache.read(STAMP))
        known["sources"] = {path: tuple(seal) for path, seal in known["sources"].items()}
        known["outputs"] = {path: tuple(seal) for path, seal in known["outputs"].items()}
        known["said"] = tuple(known["said"])
        stamp = Stamp(**known)
    except (ContentError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return stamp if stamp.version == version else None


def still_true(stamp: Stamp, tree: Tree, output: OwnTree, as_of: date) -> bool:
    """Say whether a build would change nothing: the same sources, the same files in output/, and no date passed that changes what is shown."""
    if not stamp.as_of <= as_of.isoformat() < stamp.until:
        return False
    looks = [tree.look(folder) for folder in SOURCES]
    if any(problems for _, problems in looks):
        return False
    sources = [found for files, _ in looks for found in files]
    return _same(sources, stamp.sources, stamp.looked_ns, lambda path: source_digest(path, tree.read(path))) and _same(
        own_files(output), stamp.outputs, stamp.looked_ns, lambda path: digest(output.read(path))
    )


def own_files(output: OwnTree) -> list[Found]:
    """Give what is in output/ but for what git and hosts' own tools keep there."""
    return [found for found in output.every_found() if found.path.split("/", 1)[0] not in NOT_OURS]


def damaged(stamp: Stamp | None, output: OwnTree) -> frozenset[str]:
    """Give the files that are not in output/ as they were written."""
    if stamp is None:
        return frozenset()
    there = {found.path: found for found in own_files(output)}
    return frozenset(
        path for path, seal in stamp.outputs.items() if path not in there or not _is_same(there[path], seal, stamp.looked_ns, lambda p: digest(output.read(p)))
    )


def _same(found: Iterable[Found], sealed: Mapping[str, Seal], looked_ns: int, read_digest: Any) -> bool:
    files = list(found)
    return len(files) == len(sealed) and all(file.path in sealed and _is_same(file, sealed[file.path], looked_ns, read_digest) for file in files)


def _is_same(file: Found, seal: Seal, looked_ns: int, read_digest: Any) -> bool:
    if file.size != seal[0]:
        return False
    if (file.modified_ns, file.changed_ns, file.inode) == tuple(seal[1:4]) and max(file.modified_ns, file.changed_ns) < looked_ns - COARSE_NS:
        return True
    return bool(read_digest(file.path) == seal[4])


def seal(found: Found, name: str) -> Seal:
    """Give what is kept of a file."""
    return found.size, found.modified_ns, found.changed_ns, found.inode, name
