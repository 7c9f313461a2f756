"""The only module that opens, lists, writes or deletes files.

A Tree is rooted in one folder and names files by their path inside it, with `/`. It follows no link that leads out, and one made with `closed` folders can
neither list nor read what is in them, under any spelling.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sitegen.common.problems import ContentError, Location, Problem

PRIVATE = "content/private"
"""Where the coach's own records lie; no tree of the site's side can name it."""

_PASSING = re.compile(r"^(\..*|~\$.*|.*~|#.*#|.*\.(swp|swx|tmp|part|crdownload|bak)|Thumbs\.db|desktop\.ini|4913)$", re.IGNORECASE)
"""Names that editors, systems and downloads leave beside the files that are meant."""
_TOOLS_FOLDERS = (".git", ".netlify", ".vercel", ".wrangler")
"""Folders whose empty folders mean something: git takes one without refs/ for no repository."""


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A file in a tree: its path, its size in bytes, and what tells cheaply whether it was touched."""

    path: str
    size: int
    modified_ns: int
    changed_ns: int
    inode: int


class Tree:
    """Files below one folder, for reading."""

    def __init__(self, root: Path, closed: Iterable[str] = ()) -> None:
        self.root = Path(os.path.realpath(root))
        self._closed = tuple(_folded(folder) for folder in closed)

    def files(self, folder: str = "") -> tuple[Found, ...]:
        """Give every file below a folder, sorted by path; () if there is no such folder.

        Names that begin with a dot and what editors leave behind are passed over. Raises ContentError for a link that leads out of the tree or round in a circle.
        """
        problems: list[Problem] = []
        found = list(self._walk(folder, problems))
        if problems:
            raise ContentError(problems)
        return tuple(sorted(found))

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
            if _PASSING.match(entry.name) or self._is_closed(path):
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

    def read(self, path: str, most: int | None = None) -> bytes:
        """Give a file's bytes, `most` + 1 of them at the most. Raises ContentError when it is not there or can't be read."""
        try:
            with open(self._place(path), "rb") as stream:
                return stream.read() if most is None else stream.read(most + 1)
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


class OwnTree(Tree):
    """Files below a folder that sitegen may write: output/, .sitegen/, or a site in the making."""

    def _where(self, path: str) -> Location:
        """Give the place that a message names: these trees are not the folder that she is in, so their own name stands before it."""
        folder = f"{self.root.parent.name}/{self.root.name}" if self.root.parent.name == ".sitegen" else self.root.name
        return Location(f"{folder}/{path}" if path else folder)

    def write(self, path: str, data: bytes) -> None:
        """Put a file in place as a whole, making its folders: readers see the old one or the new one, never a part."""
        self.place_all({path: data})

    def place_all(self, files: dict[str, bytes]) -> None:
        """Write every file beside its place, then move them all, in the mapping's order; when one can't be written, none is moved.

        Raises ContentError: disk full, no right to write, a folder stands where a file belongs.
        """
        ready: list[tuple[str, Path]] = []
        path = ""
        try:
            for path, data in files.items():
                place = self._place(path)
                self._make_folder(place.parent)
                handle, name = tempfile.mkstemp(prefix=".sitegen-", suffix=".tmp", dir=place.parent)
                ready.append((name, place))
                with os.fdopen(handle, "wb") as stream:
                    stream.write(data)
                os.chmod(name, 0o644)
            while ready:
                name, place = ready[0]
                path = place.relative_to(self.root).as_posix()
                os.replace(name, place)
                ready.pop(0)
        except OSError as error:
            raise ContentError([_unwritten(error, self._where(path))]) from None
        finally:
            for name, _ in ready:
                with suppress(OSError):
                    os.unlink(name)

    def write_new(self, path: str, data: bytes) -> bool:
        """Write a file only if there is none of its name; say whether it was written."""
        if self._place(path).exists():
            return False
        self.write(path, data)
        return True

    def delete(self, path: str) -> None:
        """Delete a file and the folders that it leaves empty; nothing happens when it is not there."""
        place = self._place(path)
        try:
            place.unlink(missing_ok=True)
        except OSError as error:
            raise ContentError([_unwritten(error, self._where(path))]) from None
        parent = place.parent
        while parent != self.root:
            try:
                parent.rmdir()
            except OSError:
                return
            parent = parent.parent

    def move_out(self, path: str, other: OwnTree, to: str) -> str:
        """Move a file into another tree without overwriting anything; give the path it has there."""
        stem, dot, suffix = to.rpartition(".")
        number, target = 1, to
        while other._place(target).exists():
            number += 1
            target = f"{stem}-{number}{dot}{suffix}" if dot and "/" not in suffix else f"{to}-{number}"
        other.write(target, self.read(path))
        self.delete(path)
        return target

    def every_file(self) -> tuple[str, ...]:
        """Give every file below the root, dot files too, links as themselves, sorted."""
        found: list[str] = []
        for folder, inner, names in os.walk(self.root):
            inside = Path(folder).relative_to(self.root)
            found += [(inside / name).as_posix() for name in (*names, *inner) if name in names or (Path(folder) / name).is_symlink()]
        return tuple(sorted(found))

    def clear_leftovers(self) -> None:
        """Delete half-written files that a killed run left beside their places, and folders with nothing in them but those that git or a host's tool keeps there."""
        for path in self.every_file():
            name = path.rsplit("/", 1)[-1]
            if name.startswith(".sitegen-") and name.endswith(".tmp"):
                with suppress(OSError):
                    (self.root / path).unlink()
        for folder, _, _ in os.walk(self.root, topdown=False):
            inside = Path(folder).relative_to(self.root)
            if inside.parts and inside.parts[0] not in _TOOLS_FOLDERS:
                with suppress(OSError):
                    os.rmdir(folder)

    def make(self, mode: int = 0o755) -> None:
        """Make the root itself."""
        try:
            self._make_folder(self.root)
            if stat.S_IMODE(self.root.stat().st_mode) & 0o077 and mode == 0o700:
                os.chmod(self.root, mode)
        except OSError as error:
            raise ContentError([_unwritten(error, self._where(""))]) from None

    def _make_folder(self, place: Path) -> None:
        place.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def lock(self, path: str, on_wait: str, say: object = None) -> Iterator[None]:
        """Hold a lock file while the block runs; where another process holds it, call `say(on_wait)` once and wait."""
        self.make()
        try:
            held = open(self._place(path), "a+b")  # noqa: SIM115 - it is closed below
        except OSError as error:
            raise ContentError([_unwritten(error, self._where(path))]) from None
        with held as stream:
            if not _try_lock(stream.fileno()):
                if callable(say):
                    say(on_wait)
                _wait_for_lock(stream.fileno())
            try:
                yield
            finally:
                _unlock(stream.fileno())


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


def _unwritten(error: OSError, where: Location) -> Problem:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Problem(
            "disk-full", where, "there is no room left on the disk for this file.", "Nothing of the site was changed. Make room, then run the command again."
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Problem(
            "not-writable",
            where,
            "this file can't be written: the folder's rights, or another program, forbid it.",
            "Close it in other programs, and look at the folder's rights. Nothing was lost.",
        )
    if error.errno in (errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENOTEMPTY):
        return Problem(
            "in-the-way",
            where,
            "something of the same name stands in this file's way.",
            "Move the folder or file of that name elsewhere, then run the command again.",
        )
    return Problem("not-writable", where, f"this file can't be written ({error.strerror or error}).", "Is the disk there? Run the command again.")


if os.name == "nt":  # pragma: no cover - tried on Windows only
    import msvcrt
    import time

    def _try_lock(handle: int) -> bool:
        try:
            os.lseek(handle, 0, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True

    def _wait_for_lock(handle: int) -> None:
        while not _try_lock(handle):
            time.sleep(0.1)

    def _unlock(handle: int) -> None:
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _wait_for_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


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


def handbook_tree() -> Tree:
    """Give the tree of the handbook's topics."""
    return Tree(Path(__file__).resolve().parent.parent / "handbook")
