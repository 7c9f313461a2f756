"""The last versions of the private files, so that what a command did can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from sitegen.common.frozen import frozen
from sitegen.common.own_trees import OwnTree
from sitegen.common.patterns import regex
from sitegen.common.problems import ContentError

MOST = 20
"""How many versions are kept."""
FOLDER = "outreach"
_NAME = regex(rf"{FOLDER}/(\d{{6}})-(\d{{4}}-\d\d-\d\d)-([a-z]+)--(.+)")


@frozen
class Version:
    """A private file as it was before a command changed it: a number, the day, what the command was, the file's name."""

    number: int
    day: str
    what: str
    file: str

    @property
    def path(self) -> str:
        """Where it lies in .sitegen/keep/."""
        return f"{FOLDER}/{self.number:06}-{self.day}-{self.what}--{self.file}"


def versions(keep: OwnTree) -> tuple[Version, ...]:
    """Give what is kept, newest first."""
    found = [_NAME.fullmatch(path) for path in keep.every_file()]
    return tuple(sorted((Version(int(f[1]), f[2], f[3], f[4]) for f in found if f), key=lambda version: -version.number))


def meant(known: tuple[Version, ...], number: int | None) -> Version | None:
    """Give the version of a number; without one the newest that a command other than `undo` left, so that taking back again goes further back."""
    return next((one for one in known if (one.what != "undo" if number is None else one.number == number)), None)


def remember(keep: OwnTree, file: str, data: bytes, day: str, what: str) -> None:
    """Keep a file as it is before it is changed; the oldest beyond twenty go."""
    known = versions(keep)
    newest = next((version for version in known if version.file == file), None)
    if newest is None or keep.read(newest.path) != data:
        number = known[0].number + 1 if known else 1
        keep.write(Version(number, day, what, file).path, data)
        known = versions(keep)
    for old in known[MOST:]:
        keep.delete(old.path)


def rewrite(keep: OwnTree, change: Callable[[str, bytes], bytes | None]) -> int:
    """Change every version, or drop it where `change` gives None; give how many were touched."""
    touched = 0
    for version in versions(keep):
        data = keep.read(version.path)
        try:
            made = change(version.file, data)
        except ContentError:
            made = None
        if made is None:
            keep.delete(version.path)
        elif made != data:
            keep.write(version.path, made)
        touched += made != data
    return touched
