"""Where in the coach's files a piece of text stands, looked up only when there is something to say of it."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.common.decoding import decoded
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.trees import Tree
from sitegen.render.rendered import Remark


class Places:
    """Finds texts in public files."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def find(self, needle: str, owner: str) -> Location:
        """Give the line of the first place where a text stands: in its owner, else in any public file, else the owner as a whole."""
        for file in self._files(owner):
            try:
                text = decoded(self._tree.read(file), file)
            except ContentError:
                continue
            at = text.find(needle)
            if at < 0 and needle.startswith("[["):  # written with spaces inside its brackets
                at = text.find(needle.strip("[]"))
            if at >= 0:
                return Location(file, text.count("\n", 0, at) + 1)
        return Location(owner)

    def _files(self, owner: str) -> Iterator[str]:
        yield owner
        yield from (found.path for found in self._tree.look("content")[0] if found.path.endswith((".md", ".yaml")) and found.path != owner)

    def placed(self, remark: Remark) -> Problem:
        """Give a remark as a problem, at the line where its text stands."""
        return Problem(remark.code, self.find(remark.needle, remark.owner), remark.message, remark.mend, remark.why, remark.effect)
