"""The stamp of a finished build: by it a build with nothing to do is known without reading, parsing or importing anything heavy."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import field, fields, replace
from datetime import date

from sitegen.common.digests import digest
from sitegen.common.frozen import frozen
from sitegen.common.memory import is_settled, source_digest
from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import ContentError
from sitegen.common.trees import Found, Tree

STAMP = "stamp.json"
SOURCES = ("content", "templates")
GIT_IGNORE = ".gitignore"
NOT_OURS = (".git", GIT_IGNORE, ".netlify", ".vercel", ".wrangler")
"""What git and hosts' own tools keep in output/."""

WORTH_A_STAMP = 100
"""From how many files on that were read in vain a new stamp is written, so that they are not read again."""

Seal = tuple[int, int, int, int, str]
"""A file's size, times and inode, with the digest of its bytes."""


@frozen
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
    withheld: str = ""
    """The seal of what was withheld, and stands in none of the outputs."""
    evidence: tuple[tuple[str, int, str], ...] = ()
    """What is named as evidence: the record's file and line, and the private file."""
    contract: tuple[str, ...] = ()
    """The lines that tell of the contract."""
    broken: bool = False
    """Whether anything breaks the contract."""
    remembered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The files beside it in which what is remembered lies."""

    def dumped(self) -> bytes:
        """Give the stamp as JSON."""
        return json.dumps({one.name: getattr(self, one.name) for one in fields(self)}, ensure_ascii=False, separators=(",", ":")).encode()


def read_stamp(cache: OwnTree, version: str) -> Stamp | None:
    """Give the last build's stamp; None when there is none, or none of this version that is whole."""
    try:
        if not cache.has(STAMP):
            return None
        known = json.loads(cache.read(STAMP))
        known["sources"] = {path: tuple(seal) for path, seal in known["sources"].items()}
        known["outputs"] = {path: tuple(seal) for path, seal in known["outputs"].items()}
        known["said"], known["contract"] = tuple(known["said"]), tuple(known["contract"])
        known["evidence"] = tuple((file, line, path) for file, line, path in known["evidence"])
        known["remembered"] = {name: tuple(files) for name, files in known["remembered"].items()}
        stamp = Stamp(**known)
    except (ContentError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return stamp if stamp.version == version else None


def still_true(stamp: Stamp, tree: Tree, there: Mapping[str, Found], output: OwnTree, as_of: date, mark: Callable[[], int]) -> Stamp | None:
    """Give a stamp as good as this one when a build would change nothing, None when it might; `there` is what is in output/.

    The same sources, the same files in output/, and no date passed that changes what is shown. Files as new as the last look are read and compared; where
    that are many, the stamp that is given is of a later look, whose time `mark` gives, so that they need not be read the next time.
    """
    if not stamp.as_of <= as_of.isoformat() < stamp.until:
        return None
    looks = [tree.look(folder) for folder in SOURCES]
    files = [file for found, _ in looks for file in found]
    if any(problems for _, problems in looks) or (len(files), len(there)) != (len(stamp.sources), len(stamp.outputs)):
        return None
    pairs = [*((file, stamp.sources.get(file.path)) for file in files), *((file, stamp.outputs.get(path)) for path, file in there.items())]
    touched = [(file, seal) for file, seal in pairs if not _is_untouched(file, seal, stamp.looked_ns)]
    if any(seal is None or file.size != seal[0] for file, seal in touched):
        return None
    if not touched:
        return stamp
    looked_ns = mark() if len(touched) > WORTH_A_STAMP else stamp.looked_ns
    sources = _resealed(files, stamp.sources, stamp.looked_ns, lambda path: source_digest(path, tree.read(path)))
    outputs = _resealed(there.values(), stamp.outputs, stamp.looked_ns, lambda path: digest(output.read(path))) if sources is not None else None
    if sources is None or outputs is None:
        return None
    return replace(stamp, looked_ns=looked_ns, sources=sources, outputs=outputs) if looked_ns != stamp.looked_ns else stamp


def own_files(output: OwnTree) -> dict[str, Found]:
    """Give what is in output/ but for what git and hosts' own tools keep there, by path."""
    return {found.path: found for found in output.every_found() if found.path.split("/", 1)[0] not in NOT_OURS}


def damaged(stamp: Stamp | None, there: Mapping[str, Found], output: OwnTree) -> frozenset[str]:
    """Give the files that are not in output/ as they were written; `there` is what is in it now."""
    if stamp is None:
        return frozenset()
    return frozenset(
        path for path, seal in stamp.outputs.items() if path not in there or not _is_same(there[path], seal, stamp.looked_ns, lambda p: digest(output.read(p)))
    )


def _resealed(files: Collection[Found], sealed: Mapping[str, Seal], looked_ns: int, read_digest: Callable[[str], str]) -> dict[str, Seal] | None:
    """Give the files' seals as they are now, None when one holds something else."""
    if len(files) != len(sealed):
        return None
    fresh = {}
    for file in files:
        known = sealed.get(file.path)
        if known is None or not _is_same(file, known, looked_ns, read_digest):
            return None
        fresh[file.path] = seal(file, known[4])
    return fresh


def _is_untouched(file: Found, seal: Seal | None, looked_ns: int) -> bool:
    """Say whether a file's size, times and inode are as they were, and old enough to hide no change."""
    return seal is not None and is_settled(file, looked_ns) and (file.size, file.modified_ns, file.changed_ns, file.inode) == tuple(seal[:4])


def _is_same(file: Found, seal: Seal, looked_ns: int, read_digest: Callable[[str], str]) -> bool:
    return _is_untouched(file, seal, looked_ns) or (file.size == seal[0] and read_digest(file.path) == seal[4])


def seal(found: Found, name: str) -> Seal:
    """Give what is kept of a file."""
    return found.size, found.modified_ns, found.changed_ns, found.inode, name
