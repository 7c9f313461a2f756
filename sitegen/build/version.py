"""What a cache depends on beside the coach's files: sitegen itself, the libraries, Python."""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import find_spec

from sitegen.common.digests import digest_of
from sitegen.common.trees import Tree, package_trees

LIBRARIES = ("jinja2", "markdown", "markupsafe", "yaml", "PIL", "PIL._avif", "PIL._webp", "rcssmin", "icalendar")
"""Packages whose version can change a byte of the output, and parts of them that may be there or not."""


def version_key() -> str:
    """Give a name for this sitegen with these libraries; any change to one of their files, or to the bundled theme, gives another."""
    parts: list[object] = [sys.version]
    for tree, folder in package_trees():
        parts.append([(found.path, found.size, found.modified_ns) for found in tree.files(folder) if "__pycache__/" not in found.path])
    for name in LIBRARIES:
        spec = _spec(name)
        origin = spec.origin if spec is not None and spec.origin else ""
        folder, _, file = origin.replace("\\", "/").rpartition("/")
        parts.append([(found.path, found.size, found.modified_ns) for found in Tree.one_file(folder, file)])
    return digest_of(parts)


def _spec(name: str) -> ModuleSpec | None:
    """Find a package, or a part of one without importing the package."""
    package, _, part = name.rpartition(".")
    if not package:
        return find_spec(part)
    spec = find_spec(package)
    return PathFinder.find_spec(name, spec.submodule_search_locations) if spec is not None else None
