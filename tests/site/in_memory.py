"""Items and sites for tests, made from texts without a disk, or read from a folder."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sitegen.common.digests import digest
from sitegen.common.front_matter import parted
from sitegen.common.records import read_record
from sitegen.common.trees import public_tree
from sitegen.common.yaml_nodes import root_node
from sitegen.site.load import load_site
from sitegen.site.model import KINDS, Item, Kind, Site
from sitegen.site.rules.claims_made import claims_made
from sitegen.site.samples import is_shipped
from sitegen.site.showing import Showing, showing
from tests.small_site import SMALL, TODAY, write_site


def item_of(kind: Kind, slug: str, text: str) -> Item[Any]:
    """Give the item that a file's text makes."""
    file = f"content/{kind}/{slug}.md"
    parts = parted(text, file)
    read = read_record(KINDS[kind], root_node(parts.fields, file, parts.fields_line), file, parts.fields_line)
    return Item(
        kind,
        read.record.slug or slug,
        file,
        read.record,
        parts.body,
        parts.body_line,
        read.lines,
        digest(text.encode()),
        claims=claims_made(read.record, parts.body),
        is_shipped=is_shipped(parts.body),
    )


def site_of(folder: Path, files: Mapping[str, str | bytes] = SMALL) -> Site:
    """Give the site that files make; fails where they have a problem of their own."""
    return load_site(public_tree(write_site(folder, files)))


def shown_of(folder: Path, files: Mapping[str, str | bytes] = SMALL, as_of: date = TODAY) -> Showing:
    """Give what of the files is public on a day."""
    return showing(site_of(folder, files), as_of)
