"""Whether the files that records name as evidence are there: asked from here, since what makes the site can't open the private folder (R6)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from sitegen.common.digests import digest_of_parts
from sitegen.common.memory import is_settled, stat_of
from sitegen.common.own_trees import OwnTree, PrivateTree
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.trees import PRIVATE, Found

if TYPE_CHECKING:
    from sitegen.site.rules.results_claims import Named

FILE = "evidence.json"
_LOOK = "evidence-look"
_PART = 1 << 22
_WHY = "a result shown has to be backed by something on file (16 CFR 255.2, CAP Code 3.45)."

Kept: TypeAlias = dict[str, tuple[int, int, int, int, int, str]]
"""By its path: when the file was looked at, its size, times and inode, and the digest of its bytes."""


def missing_evidence(private: Mapping[str, Found], named: Iterable[Named]) -> tuple[Problem, ...]:
    """Give R6 for each file named as evidence that is not in the private folder, or is empty."""
    return tuple(_missing(*one, private) for one in named if not (found := private.get(one[2])) or not found.size)


def private_found(private: PrivateTree) -> dict[str, Found]:
    """Give the private files by the paths that records name them by."""
    return {f"{PRIVATE}/{found.path}": found for found in private.files()}


class EvidenceAudit:
    """The evidence of one site: whether it is there, and the digest of each file, taken once and kept in .sitegen/cache/."""

    def __init__(self, site: Path) -> None:
        self._private, self._cache = PrivateTree(site), OwnTree(site / ".sitegen/cache")
        self._before: Kept = {}
        self._now: Kept = {}

    def problems(self, named: tuple[Named, ...]) -> tuple[Problem, ...]:
        """Give R6 for what is not there or empty; a file that was touched since its digest was taken is read again, and no other."""
        found = private_found(self._private) if named else {}
        if missing := missing_evidence(found, named):
            return missing
        self._before = self._now = self._kept()
        files = {path: found[path] for _, _, path in named}
        touched = {path for path, file in files.items() if not self._is_known(path, file)}
        looked_ns = self._cache.mark(_LOOK) if touched else 0
        self._now = {path: (looked_ns, *stat_of(file), self._digest(file)) if path in touched else self._before[path] for path, file in sorted(files.items())}
        return ()

    def passed(self) -> None:
        """Keep the digests."""
        if self._now != self._before:
            self._cache.write(FILE, json.dumps(self._now, ensure_ascii=False, indent=0).encode())

    def _is_known(self, path: str, file: Found) -> bool:
        known = self._before.get(path)
        return known is not None and known[1:5] == stat_of(file) and is_settled(file, known[0])

    def _digest(self, file: Found) -> str:
        return digest_of_parts(self._private.part(file.path.removeprefix(f"{PRIVATE}/"), start, _PART) for start in range(0, file.size, _PART))

    def _kept(self) -> Kept:
        """Give what is kept; {} when it is not there or not whole."""
        try:
            kept = json.loads(self._cache.read(FILE)) if self._cache.has(FILE) else {}
            return {
                path: (int(looked), int(size), int(modified), int(changed), int(inode), str(name))
                for path, (looked, size, modified, changed, inode, name) in kept.items()
            }
        except (ContentError, ValueError, TypeError, AttributeError):
            return {}


def _missing(file: str, line: int, evidence: str, private: Mapping[str, Found]) -> Problem:
    if evidence in private:
        message, mend = f"the evidence '{evidence}' is an empty file (R6).", "Save the mail, list or report there once more."
    else:
        message, mend = f"there is no file '{evidence}', which is named as evidence (R6).", "Save the mail, list or report there, or correct the name."
    return Problem("R6", Location(file, line), message, mend, _WHY)
