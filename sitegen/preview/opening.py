"""The preview's beginning: what the last build remembered spares it from reading the whole site again."""

from __future__ import annotations

from pathlib import Path

from sitegen.build.builder import Workshop
from sitegen.build.installed import shipped
from sitegen.build.stamp import read_stamp
from sitegen.common.memory import Memory
from sitegen.common.trees import bundled_tree, public_tree
from sitegen.preview.live import Live
from sitegen.preview.reading import Start


def opened(site: Path) -> Live:
    """Give the state of a site's preview, with what is remembered of its last build."""
    tree = public_tree(site)
    workshop = Workshop(tree.root, tree, bundled_tree())
    stamp = read_stamp(workshop.cache, workshop.version)
    last, _ = workshop.remembered(stamp)
    ships = shipped(workshop.version)
    memory = Memory(last.files, stamp.looked_ns if stamp is not None else 0, ships.files)
    return Live(tree, workshop.bundled, workshop.cache, Start(memory, last.compiled, ships.compiled, last.texts))
