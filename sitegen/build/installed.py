"""The theme that ships, looked through and compiled once an installation: kept where Python keeps the compiled modules of sitegen itself."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import field
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from sitegen.common.frozen import frozen
from sitegen.common.own_trees import OwnTree
from sitegen.common.packing import packed, unpacked
from sitegen.common.problems import ContentError
from sitegen.contract.sheet import SheetFacts


@frozen
class Shipped:
    """What is known of the files that ship, by path, of their templates as code, by name and language, and of the style sheets made of them, by digest."""

    files: Mapping[str, Any] = field(default_factory=dict)
    compiled: Mapping[str, bytes] = field(default_factory=dict)
    sheets: Mapping[str, SheetFacts] = field(default_factory=dict)


def shipped(version: str) -> Shipped:
    """Give what an earlier run of this version has kept, nothing where there is none that is whole."""
    tree, name = _place()
    try:
        known = unpacked(tree.read(name), version)
    except (ContentError, ValueError):
        return Shipped()
    return known if isinstance(known, Shipped) else Shipped()


def keep_shipped(now: Shipped, before: Shipped, version: str) -> None:
    """Keep it for the next run, where this may be written to."""
    if now.files == before.files and now.compiled.keys() == before.compiled.keys() and now.sheets.keys() == before.sheets.keys():
        return
    tree, name = _place()
    with suppress(ContentError):
        tree.write(name, packed(now, version))


def _place() -> tuple[OwnTree, str]:
    module = Path(cache_from_source(__file__))
    return OwnTree(module.parent), f"theme.{sys.implementation.cache_tag}.bin"
