"""The testimonial or case that a command means, and how one is changed: shown first, then asked, then written as a whole."""

from __future__ import annotations

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path
from typing import Any

from sitegen.cli.outreach.room import agreed, said
from sitegen.common.front_edits import with_front
from sitegen.common.front_matter import parted
from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.records import read_record
from sitegen.common.splices import Way, node_at, root_of, with_field
from sitegen.common.trees import public_tree
from sitegen.common.words import counted, suggestion
from sitegen.common.yaml_nodes import root_node
from sitegen.common.yaml_writing import Plain
from sitegen.outreach.desk import undressed
from sitegen.outreach.finding import fitting
from sitegen.site.load import read_site
from sitegen.site.model import KINDS, Item, Kind, Site

Edit = Callable[[str], str]
"""The fields of a file to the fields as they are to be."""
_MOST_LINES = 40
_TRIES = 5


def public_site(site: Path) -> Site:
    """Give what can be read of the site. Raises ContentError where site.yaml can't be read."""
    loaded = read_site(public_tree(site))
    if loaded.site is None:
        raise ContentError(loaded.problems)
    return loaded.site


def item_meant(site: Path, typed: str, kinds: tuple[Kind, ...] = ("testimonials", "results")) -> Item[Any]:
    """Give the item whose file, address or person is typed. Raises ContentError: there is none, several fit, or its file can't be read."""
    loaded = read_site(public_tree(site))
    if loaded.site is None:
        raise ContentError(loaded.problems)
    word = typed.strip().replace("\\", "/").rstrip("/").removesuffix(".md").rpartition("/")[2].lower()
    unread = [file for kind in kinds if (file := loaded.site.unread.get(f"{kind}/{word}"))]
    if unread:
        raise ContentError(problem for problem in loaded.problems if problem.location.file == unread[0])
    every: list[Item[Any]] = [item for kind in kinds for item in getattr(loaded.site, kind)]
    found = [item for item in every if word in (item.slug, Path(item.file).stem.lower())]
    if not found:
        found = [every[number] for number in fitting(typed, [person_of(item) for item in every])]
    if len(found) == 1:
        return found[0]
    what = "testimonial or case" if len(kinds) > 1 else kinds[0].removesuffix("s")
    if found:
        raise said(f"'{typed}' fits {len(found)} files.", "Type the name of one:\n" + "\n".join(item.slug for item in found[:12]), "sitegen proof")
    raise said(f"there is no {what} '{typed}'.", suggestion(word, [item.slug for item in every], "Files"), "sitegen proof")


def person_of(item: Item[Any]) -> str:
    """Give the name of the person whose words or case it is, "" where none is written down."""
    return str(getattr(item.record, "name", None) or getattr(getattr(item.record, "client", None), "name", None) or "")


def setting(file: str, way: Way, fields: dict[str, Plain | None]) -> Edit:
    """Set fields of one record in an item's fields, or take them away by None; a record that is not there is begun."""

    def edit(text: str) -> str:
        wanted = {name: value for name, value in fields.items() if value is not None}
        if way and node_at(root_of(text, file), way) is None:
            return with_field(text, file, way[:-1], str(way[-1]), wanted)
        for name, value in fields.items():
            text = with_field(text, file, way, name, value)
        return text

    return edit


def both(*edits: Edit) -> Edit:
    """Make several edits one after the other."""

    def edit(text: str) -> str:
        for one in edits:
            text = one(text)
        return text

    return edit


def change(site: Path, item: Item[Any], edit: Edit, question: str, *, yes: bool) -> bool:
    """Show what an edit changes in an item's file, ask, and write it; say whether it is done. What she saved by hand meanwhile is taken up.

    Raises what `edit` raises, and ContentError where the file could not be read afterwards.
    """
    tree = OwnTree(site)
    before = tree.read(item.file)
    old, made = _made(item, before, edit)
    if made == old:
        print(f"{item.file} says so already.")
        return True
    print(f"{item.file}:")
    print(shown_change(old, made))
    if not agreed(question, yes=yes):
        return False
    for _ in range(_TRIES):
        before = tree.read(item.file)
        text, dress = undressed(before, item.file)
        if tree.replace(item.file, before, dress(_edited(item, text, edit))):
            return True
    words = "this file is being changed by another program all the time."
    raise ContentError([Problem("file-busy", Location(item.file), words, "Close it there, then run the command again; nothing was changed.")])


def _made(item: Item[Any], before: bytes, edit: Edit) -> tuple[str, str]:
    old, _ = undressed(before, item.file)
    return old, _edited(item, old, edit)


def _edited(item: Item[Any], text: str, edit: Edit) -> str:
    """Give an item's whole text with its fields edited, if it can be read afterwards."""
    made = with_front(text, item.file, edit)
    parts = parted(made.replace("\r\n", "\n"), item.file)
    read_record(KINDS[item.kind], root_node(parts.fields, item.file, parts.fields_line), item.file, parts.fields_line)
    return made


def shown_change(old: str, new: str) -> str:
    """Give the lines that go and the lines that come, for the terminal."""
    lines = [line for line in unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0) if not line.startswith(("---", "+++", "@@"))]
    more = [f"  ... and {counted(len(lines) - _MOST_LINES, 'line')} more"] if len(lines) > _MOST_LINES else []
    return "\n".join([*(f"  {line[0]} {line[1:]}" for line in lines[:_MOST_LINES]), *more])
