"""The preview's beginning: what the last build remembered spares it from reading the whole site again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sitegen.build.builder import Workshop
from sitegen.build.installed import shipped
from sitegen.build.shelves import Shelf, taken_out
from sitegen.build.stamp import Stamp, read_stamp
from sitegen.common.memory import Memory
from sitegen.common.problems import ContentError
from sitegen.common.trees import bundled_tree, public_tree
from sitegen.preview.live import Live
from sitegen.preview.reading import Start


def opened(site: Path) -> Live:
    """Give the state of a site's preview, with what is remembered of its last build."""
    tree = public_tree(site)
    workshop = Workshop(tree.root, tree, bundled_tree())
    stamp = read_stamp(workshop.cache, workshop.version)
    ships = shipped(workshop.version)
    known = _known(workshop, stamp)
    memory = Memory(known.get("files"), stamp.looked_ns if stamp is not None else 0, ships.files)
    texts = Shelf(workshop.cache, stamp.remembered.get("texts", ()) if stamp is not None else (), workshop.version)
    return Live(tree, workshop.bundled, workshop.cache, Start(memory, known.get("compiled", {}), ships.compiled, texts, known.get("judged", {})))


def _known(workshop: Workshop, stamp: Stamp | None) -> dict[str, dict[Any, Any]]:
    """Give what files held, her own templates as code and what the rules found; nothing when it is not whole. The rest of what a build remembers is of no use here."""
    if stamp is None:
        return {}
    try:
        return taken_out(workshop.cache, {name: files for name, files in stamp.remembered.items() if name in ("files", "compiled", "judged")}, workshop.version)
    except (ContentError, ValueError):
        return {}
