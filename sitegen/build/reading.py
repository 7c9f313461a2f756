"""Items read on all cores before the site is put together; those of a small site are read when they are needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress

from sitegen.build.pool import START, WORTH_A_POOL, cores
from sitegen.common.memory import Entry, Memory
from sitegen.common.packing import packed, unpacked
from sitegen.common.problems import ContentError
from sitegen.common.trees import Found, Tree
from sitegen.site.load import below, read_item
from sitegen.site.model import KINDS, Kind

MORE_THAN_PAGES = 3
"""How many files are as much work as a page."""
_CHUNK = 64

_Files = Sequence[tuple[Kind, Found]]


def read_ahead(tree: Tree, memory: Memory, workers: int) -> None:
    """Put into the memory what the tree's items hold, where it is much that is not remembered; what can't be read is left for the reading that tells why.

    0 workers are as many as there are cores.
    """
    found = tree.look("content")[0]
    due = [(kind, file) for kind in KINDS for file in below(found, f"content/{kind}") if file.path.endswith(".md") and not memory.knows(file)]
    if workers == 1 or len(due) < WORTH_A_POOL[START] * MORE_THAN_PAGES:
        return
    import multiprocessing

    others = cores(workers) - 1
    mine = len(due) // (others + 1)
    chunks = [due[at : min(at + _CHUNK, len(due))] for at in range(mine, len(due), _CHUNK)]
    with multiprocessing.get_context(START).Pool(others) as pool:
        theirs = pool.imap(_Reading(tree), chunks)
        _read(tree, due[:mine], memory)
        for data in theirs:
            memory.take(unpacked(data, ""))


class _Reading:
    """Reads files in a process of its own."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def __call__(self, files: _Files) -> bytes:
        memory = Memory()
        _read(self._tree, files, memory)
        entries: dict[str, Entry] = dict(memory.files)
        return packed(entries, "")


def _read(tree: Tree, files: Iterable[tuple[Kind, Found]], memory: Memory) -> None:
    for kind, file in files:
        with suppress(ContentError):
            read_item(tree, kind, file, memory)
