"""What a cache depends on beside the coach's files: sitegen itself, the libraries, Python."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from sitegen.common.digests import digest_of
from sitegen.common.trees import Tree, package_trees

LIBRARIES = ("jinja2", "markdown", "markupsafe", "yaml", "PIL", "rcssmin", "icalendar")
"""Packages whose version can change a byte of the output."""


def version_key() -> str:
    """Give a name for this sitegen with these libraries; any change to one of their files, or to the bundled theme, gives another."""
    parts: list[object] = [sys.version]
    for tree, folder in package_trees():
        parts.append([(found.path, found.size, found.modified_ns) for found in tree.files(folder) if "__pycache__/" not in found.path])
    for name in LIBRARIES:
        spec = find_spec(name)
        origin = spec.origin if spec is not None and spec.origin else ""
        folder, _, file = origin.replace("\\", "/").rpartition("/")
        parts.append([(found.path, found.size, found.modified_ns) for found in Tree.one_file(folder, file)])
    return digest_of(parts)
