"""With `own_trees`, the only module that opens or lists files.

A Tree is rooted in one folder and names files by their path inside it, with `/`. It follows no link that leads out, and one made with `closed` folders can
neither list nor read what is in them, under any spelling.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from copy import copy
from pathlib import Path
from typing import BinaryIO, TypeAlias

from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex
from sitegen.common.problems import ContentError, Location, Problem

PRIVATE = "content/private"
"""Where the coach's own records lie; no tree of the site's side can name it."""

_PASSING = regex(r"^(\..*|~\$.*|.*~|#.*#|.*\.(swp|swx|tmp|part|crdownload|bak)|Thumbs\.db|desktop\.ini|4913)$", re.IGNORECASE)
"""Names that editors, systems and downloads leave beside the files that are meant."""


@frozen(order=True)
class Found:
    """A file in a tree: its path, its size in bytes, and what tells cheaply whether it was touched."""

    path: str
    size: int
    modified_ns: int
    changed_ns: int
    inode: int


Look: TypeAlias = tuple[tuple[Found, ...], tuple[Problem, ...]]
"""Files sorted by path, and the problems of those that can't be reached."""


class Tree:
    """Files below one folder, for reading."""

    def __init__(self, root: Path, closed: Iterable[str] = ()) -> None:
        self.root = Path(os.path.realpath(root))
        self._closed = tuple(_folded(folder) for folder in closed)
        self._closed_depth = max((folder.count("/") for folder in self._closed), default=-1)
        self._looks: dict[str, Look] | None = None

    def as_it_is(self) -> Tree:
        """Give the same tree as one that is listed once: a folder holds what it held when it was first asked for. Files are read as they are."""
        same = copy(self)
        same._looks = {}  # noqa: SLF001 - it is one of its own kind
        return same

    def files(self, folder: str = "") -> tuple[Found, ...]:
        """Give every file below a folder, sorted by path; () if there is no such folder.

        Names that begin with a dot and what editors leave behind are passed over. Raises ContentError for a link that leads out of the tree or round in a circle.
        """
        found, problems = self.look(folder)
        if problems:
            raise ContentError(problems)
        return found

    def look(self, folder: str = "") -> Look:
        """Give every file below a folder that can be reached, and the problems of the others."""
        if self._looks is not None and folder in self._looks:
            return self._looks[folder]
        problems: list[Problem] = []
        found = tuple(sorted(self._walk(folder, problems)))
        if self._looks is not None:
            self._looks[folder] = found, tuple(problems)
        return found, tuple(problems)

    def one(self, path: str) -> Found | None:
        """Give one file as `look` would list it; None for one that it would not, and for one that is reached by a link."""
        parts = path.split("/")
        if any(_PASSING.match(part) for part in parts) or not _is_text(path) or self._is_closed(path):
            return None
        place = str(self.root.joinpath(*parts))
        try:
            status = os.stat(place, follow_symlinks=False)
        except (OSError, ValueError):
            return None
        if not stat.S_ISREG(status.st_mode) or os.path.realpath(place) != place:
            return None
        return Found(path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)

    def has_links(self, folder: str) -> bool:
        """Say whether any file or folder below a folder is a link: what it leads to changes without a word from the folder."""
        return any(os.path.islink(os.path.join(place, name)) for place, inner, names in os.walk(self.root / folder) for name in (*inner, *names))

    def part(self, path: str, start: int, length: int) -> bytes:
        """Give some of a file's bytes. Raises ContentError as `read` does."""
        with self._opened(path) as stream:
            stream.seek(start)
            return stream.read(length)

    def _walk(self, folder: str, problems: list[Problem]) -> Iterator[Found]:
        try:
            place = self._place(folder)
            with os.scandir(place) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except (FileNotFoundError, NotADirectoryError):
            return
        except PermissionError:
            problems.append(_closed_folder(folder))
            return
        may_be_closed = (folder.count("/") + 1 if folder else 0) <= self._closed_depth
        for entry in listed:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if not _is_text(path):
                problems.append(
                    Problem(
                        "stray-file",
                        Location(path.encode(errors="replace").decode()),
                        "this file's name has letters in it that can't be read.",
                        "Rename it; it comes from a computer that writes letters in another way.",
                    )
                )
                continue
            path = unicodedata.normalize("NFC", path) if not path.isascii() else path
            if _PASSING.match(entry.name) or (may_be_closed and self._is_closed(path)):
                continue
            try:
                if entry.is_symlink() and not self._stays(Path(entry.path), path, problems):
                    continue
                if entry.is_dir():
                    yield from self._walk(path, problems)
                elif entry.is_file():
                    status = entry.stat()
                    yield Found(path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
            except FileNotFoundError:
                continue
            except PermissionError:
                problems.append(_closed_folder(folder))
                return

    def _stays(self, place: Path, path: str, problems: list[Problem]) -> bool:
        """Say whether a link leads to a file or folder of this tree that is not one of its own parents."""
        try:
            target = place.resolve(strict=True)
        except (OSError, RuntimeError):
            problems.append(
                Problem("link-nowhere", Location(path), "this link leads nowhere, or round in a circle.", "Delete it, or put the file itself here.")
            )
            return False
        if not target.is_relative_to(self.root) or self._is_closed(target.relative_to(self.root).as_posix()):
            problems.append(Problem("link-leaves", Location(path), "this link leads out of the folder.", "Put a copy of the file itself here."))
            return False
        if target.is_dir() and Path(os.path.realpath(place.parent)).is_relative_to(target):
            problems.append(
                Problem("link-nowhere", Location(path), "this link leads nowhere, or round in a circle.", "Delete it, or put the file itself here.")
            )
            return False
        return True

    @staticmethod
    def one_file(folder: str, name: str) -> tuple[Found, ...]:
        """Give what tells whether one file anywhere was touched, () if it is not there."""
        try:
            status = os.stat(os.path.join(folder, name))
        except OSError:
            return ()
        return (Found(name, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino),)

    def read(self, path: str, most: int | None = None) -> bytes:
        """Give a file's bytes, `most` + 1 of them at the most. Raises ContentError when it is not there or can't be read."""
        with self._opened(path) as stream:
            return stream.read() if most is None else stream.read(most + 1)

    def read_each(self, folder: str, names: Iterable[str]) -> Iterator[bytes]:
        """Give the bytes of some files of one folder, whose place is looked up once for all. Raises ContentError as `read` does."""
        names = tuple(names)
        place = str(self._place(folder))
        plain: set[str] = set()
        if len(names) > 1:  # to look for a single one takes longer than to look it up
            with suppress(OSError), os.scandir(place) as entries:
                plain = {entry.name for entry in entries if entry.is_file(follow_symlinks=False)}
        for name in names:
            with self._opened(f"{folder}/{name}", f"{place}/{name}" if name in plain else None) as stream:
                yield stream.read()

    @contextmanager
    def _opened(self, path: str, place: str | None = None) -> Iterator[BinaryIO]:
        try:
            with open(place or self._place(path), "rb") as stream:
                yield stream
        except (FileNotFoundError, NotADirectoryError):
            raise ContentError(
                [
                    Problem(
                        "file-gone",
                        self._where(path),
                        "this file is not there (any more).",
                        "Was it renamed or deleted just now? Put it back, or run the command again.",
                    )
                ]
            ) from None
        except PermissionError:
            raise ContentError(
                [
                    Problem(
                        "file-closed",
                        self._where(path),
                        "this file can't be opened: its rights, or another program, keep it closed.",
                        "Close it in other programs, and look at its rights.",
                    )
                ]
            ) from None
        except OSError as error:
            raise ContentError(
                [
                    Problem(
                        "file-unread",
                        self._where(path),
                        f"this file can't be read ({error.strerror or error}).",
                        "Is the disk, the network drive or the cloud folder there? Run the command again.",
                    )
                ]
            ) from None

    def has(self, path: str) -> bool:
        """Say whether there is a file of this name. Raises ContentError where the rights of the folder keep that unknown."""
        try:
            return self._place(path).is_file()
        except PermissionError:
            raise ContentError([_closed_folder(path.rpartition("/")[0])]) from None

    def has_folder(self, path: str) -> bool:
        """Say whether there is a folder of this name. Raises ContentError where the rights of the folder around it keep that unknown."""
        try:
            return self._place(path).is_dir()
        except PermissionError:
            raise ContentError([_closed_folder(path.rpartition("/")[0])]) from None

    def _place(self, path: str) -> Path:
        """Give the place of a path on disk. Raises ValueError for one that leaves the tree or lies in a closed folder: the caller is at fault, not the coach."""
        parts = path.split("/") if path else []
        if any(part in ("", ".", "..") or "\0" in part or "\\" in part or (os.name == "nt" and ":" in part) for part in parts):
            raise ValueError(f"not a path inside the folder: {path!r}")
        if self._is_closed(path):
            raise ValueError(f"closed: {path!r}")
        place = self.root.joinpath(*parts)
        if not path.isascii() and not os.path.lexists(place):
            place = self.root.joinpath(*(unicodedata.normalize("NFD", part) for part in parts))
        real = os.path.realpath(place)
        if real != str(place):
            inside = Path(real)
            if not inside.is_relative_to(self.root) or self._is_closed(inside.relative_to(self.root).as_posix()):
                raise ContentError([Problem("link-leaves", self._where(path), "this link leads out of the folder.", "Put a copy of the file itself here.")])
        return place

    def _where(self, path: str) -> Location:
        """Give the place that a message names."""
        return Location(path)

    def _is_closed(self, path: str) -> bool:
        folded = _folded(path)
        return any(folded == folder or folded.startswith(folder + "/") for folder in self._closed)


def _is_text(path: str) -> bool:
    """Say whether a name can be written as UTF-8; one with bytes of another encoding can't."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def _closed_folder(path: str) -> Problem:
    return Problem(
        "file-closed",
        Location(path or "."),
        "this folder can't be opened: its rights keep it closed.",
        "Look at the folder's rights, then run the command again.",
    )


def _folded(path: str) -> str:
    """Give a path as a case-blind, normalising file system compares it; trailing dots and spaces go, as on Windows."""
    return "/".join(part.rstrip(". ") for part in unicodedata.normalize("NFKC", path).casefold().replace("\\", "/").split("/"))


def public_tree(site: Path) -> Tree:
    """Give the tree that the site's side reads: everything but what is private, what was built and what is kept."""
    return Tree(site, closed=(PRIVATE, ".sitegen", "output", ".git"))


def bundled_tree() -> Tree:
    """Give the tree of what ships with sitegen: `templates/` and the starter's `content/`."""
    package = Path(__file__).resolve().parent.parent
    bundle = package / "bundled"
    return Tree(bundle if bundle.is_dir() else package.parent, closed=(PRIVATE, ".sitegen", "output", ".git"))


def package_trees() -> tuple[tuple[Tree, str], ...]:
    """Give the trees that sitegen itself consists of, each with the folder that counts."""
    package = Path(__file__).resolve().parent.parent
    return (Tree(package), ""), (bundled_tree(), "templates")


def handbook_tree() -> Tree:
    """Give the tree of the handbook's topics."""
    return Tree(Path(__file__).resolve().parent.parent / "handbook")


def example_tree() -> Tree:
    """Give the tree of the invented book that ships, for `outreach start --example`."""
    return Tree(Path(__file__).resolve().parent.parent / "outreach" / "example")


def preview_tree() -> Tree:
    """Give the tree of the preview's own script."""
    return Tree(Path(__file__).resolve().parent.parent / "preview")
