"""Files that private commands read or write where she says, never where a build or git would pick them up."""

from __future__ import annotations

from pathlib import Path

from sitegen.cli.outreach.room import said


def put_aside(site: Path, place: Path, data: bytes) -> str:
    """Write a private file where she says; give the place as she would name it. Raises ContentError for a place that goes online or into git."""
    from sitegen.common.own_trees import OwnTree

    folder = OwnTree(place.parent)
    home = OwnTree(site).root
    target = folder.root / place.name
    if place.name in ("", "..") or folder.has_folder(place.name):
        raise said(f"{place.as_posix()} is a folder.", "Name a file in it.", place.as_posix())
    if target.is_relative_to(home):
        inside = target.relative_to(home).as_posix()
        if not inside.startswith(("content/private/", ".sitegen/keep/")):
            raise said(
                f"{inside} lies in your site's folder, where it would go online or into git.",
                f"Write it outside, or into content/private/, like this: content/private/{place.name}",
                place.as_posix(),
            )
    folder.write(place.name, data)
    return place.as_posix()


def given_file(place: Path) -> bytes:
    """Give the bytes of a file that she names. Raises ContentError where it is not there."""
    from sitegen.common.trees import Tree

    tree = Tree(place.parent)
    if place.name in ("", "..") or not tree.has(place.name):
        raise said("there is no such file.", "Look at its name and folder; drag the file onto the window to have both typed.", place.as_posix())
    return tree.read(place.name)
