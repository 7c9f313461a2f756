"""The site's files as they are known to be: looked at once, and from then on only where something changed."""

from __future__ import annotations

import time
from bisect import bisect_left
from collections.abc import Iterable

from sitegen.common.memory import COARSE_NS, Memory, stat_of
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.trees import Found, Tree
from sitegen.render.template_files import FOLDER as TEMPLATES

CONTENT = "content"
FOLDERS = (CONTENT, TEMPLATES)

Listing = tuple[tuple[Found, ...], tuple[Problem, ...]]


class Sources:
    """What lies in content/ and templates/. A file that was touched is another `Found` object, even if it looks the same: times are coarse."""

    def __init__(self, tree: Tree, memory: Memory) -> None:
        self.tree = tree
        self.memory = memory
        self.listings: dict[str, Listing] = dict.fromkeys(FOLDERS, ((), ()))
        self.linked = False
        """Whether links lead to files that change unheard: then every look is a whole one."""
        self._looked_ns = 0

    def look(self) -> frozenset[str]:
        """Look at everything, and give the paths that changed."""
        now = time.time_ns()
        changed: set[str] = set()
        for folder in FOLDERS:
            before = {found.path: found for found in self.listings[folder][0]}
            found, problems = self._listed(folder)
            kept = tuple(self._known(before.get(file.path), file) for file in found)
            changed |= {file.path for file in kept if before.pop(file.path, None) is not file} | set(before)
            self._set(folder, kept, problems)
        self.linked = any(self.tree.has_links(folder) for folder in FOLDERS)
        self._looked_ns = now
        self.memory.forget(changed)
        return frozenset(changed)

    def touched(self, paths: Iterable[str]) -> frozenset[str]:
        """Look at these paths alone, and give those that are or were files of the site."""
        changed: set[str] = set()
        for path in sorted(paths):
            folder = path.partition("/")[0]
            if folder not in self.listings:
                continue
            found, problems = self.listings[folder]
            file = self.tree.one(path)
            at = bisect_left(found, path, key=lambda one: one.path)
            there = at < len(found) and found[at].path == path
            if file is None and not there:
                continue
            self._set(folder, (*found[:at], *([file] if file else []), *found[at + there :]), problems)
            changed.add(path)
        self.memory.forget(changed)
        return frozenset(changed)

    def found(self, path: str) -> Found | None:
        """Give a file as it was last looked at."""
        found = self.listings.get(path.partition("/")[0], ((), ()))[0]
        at = bisect_left(found, path, key=lambda one: one.path)
        return found[at] if at < len(found) and found[at].path == path else None

    def _set(self, folder: str, found: tuple[Found, ...], problems: tuple[Problem, ...]) -> None:
        if (found, problems) != self.listings[folder] or any(a is not b for a, b in zip(found, self.listings[folder][0], strict=True)):
            self.listings[folder] = (found, problems)

    def _listed(self, folder: str) -> Listing:
        try:
            return self.tree.look(folder)
        except ContentError as error:
            return (), error.problems
        except OSError as error:
            return (), (Problem("file-unread", Location(folder), f"this file can't be read ({error.strerror or error}).", "Is the disk there?"),)

    def _known(self, before: Found | None, now: Found) -> Found:
        """Give the file as it is known, if it was surely not touched since the last look."""
        untouched = before is not None and stat_of(before) == stat_of(now) and max(now.modified_ns, now.changed_ns) < self._looked_ns - COARSE_NS
        return before if before is not None and untouched else now
