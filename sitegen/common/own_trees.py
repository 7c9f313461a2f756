"""Files that sitegen may write: output/, .sitegen/, a site in the making. Nothing else writes or deletes files."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import get_ident

from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.trees import PRIVATE, Found, Tree

_TOOLS_FOLDERS = (".git", ".netlify", ".vercel", ".wrangler")
"""Folders whose empty folders mean something: git takes one without refs/ for no repository."""


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
        ready: list[tuple[str, str, str]] = []
        folders: dict[str, str] = {}
        path = ""
        try:
            for path, data in files.items():
                folder, _, file = path.rpartition("/")
                if folder not in folders or not path.isascii():
                    whole = self._place(path)
                    self._make_folder(whole.parent)
                    folders[folder], file = str(whole.parent), whole.name
                name = f"{folders[folder]}/.sitegen-{os.getpid()}-{get_ident()}-{len(ready)}.tmp"
                ready.append((path, name, f"{folders[folder]}/{file}"))
                with open(name, "wb") as stream:
                    stream.write(data)
            for _, _, place in ready:
                _clear_empty_folder(place)
            ready.reverse()
            while ready:
                path, name, place = ready[-1]
                os.replace(name, place)
                ready.pop()
        except OSError as error:
            raise ContentError([_unwritten(error, self._where(path))]) from None
        finally:
            for _, name, _ in ready:
                with suppress(OSError):
                    os.unlink(name)

    def replace(self, path: str, before: bytes | None, data: bytes) -> bool:
        """Put new bytes in place of those that were read, as a whole; where others stand there by now, say so by False and leave them. Its rights stay, a new file is hers alone."""
        place = self._place(path)
        name = str(place.parent / f".sitegen-{os.getpid()}-0.tmp")
        try:
            self._make_folder(place.parent)
            mode = stat.S_IMODE(place.stat().st_mode) if before is not None and place.exists() else 0o600
            with open(name, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            os.chmod(name, mode)
            if (self.read(path) if place.exists() else None) != before:
                return False
            os.replace(name, place)
        except OSError as error:
            raise ContentError([_unwritten(error, self._where(path))]) from None
        finally:
            with suppress(OSError):
                os.unlink(name)
        return True

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

    def every_found(self) -> tuple[Found, ...]:
        """Give every file below the root with what tells whether it was touched, sorted; a link as itself."""
        found: list[Found] = []
        waiting = [(str(self.root), "")]
        while waiting:
            folder, inside = waiting.pop()
            try:
                with os.scandir(folder) as entries:
                    for entry in entries:
                        path = f"{inside}{entry.name}"
                        if entry.is_dir(follow_symlinks=False):
                            waiting.append((entry.path, path + "/"))
                        else:
                            status = entry.stat(follow_symlinks=False)
                            found.append(Found(path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino))
            except (FileNotFoundError, NotADirectoryError):
                continue
        return tuple(sorted(found))

    def is_there(self, path: str) -> bool:
        """Say whether a file stands at a path, or a link."""
        place = f"{self.root}/{path}"
        return os.path.lexists(place) and (os.path.islink(place) or not os.path.isdir(place))

    def found(self, path: str) -> Found:
        """Give what tells whether a file was touched. Raises FileNotFoundError when it is not there."""
        status = os.lstat(f"{self.root}/{path}")
        return Found(path, status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)

    def mark(self, path: str) -> int:
        """Touch a file and give the file system's own time of it in nanoseconds: what was saved later is newer."""
        self.write(path, b"")
        return self._place(path).stat().st_mtime_ns

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


class PrivateTree(OwnTree):
    """What lies in content/private/, for the side of her own records; messages name it as she does."""

    def __init__(self, site: Path) -> None:
        super().__init__(site / PRIVATE)

    def is_used(self) -> bool:
        """Say whether there is anything but the README that every new site has there; a folder that can't be opened may hold anything."""
        if self.root.is_dir() and not os.access(self.root, os.R_OK | os.X_OK):
            return True
        return any(path != "README.md" for path in self.every_file())

    def _where(self, path: str) -> Location:
        return Location(f"{PRIVATE}/{path}" if path else PRIVATE)


def touch_folder(folder: Path) -> bool:
    """Give a folder the times that it has: nothing changes but that those who watch it hear of it. Say whether that was allowed."""
    try:
        status = os.stat(folder)
        os.utime(folder, ns=(status.st_atime_ns, status.st_mtime_ns))
    except OSError:
        return False
    return True


def folders_in(folder: Path) -> int:
    """Give how many folders there are: this one and all below it."""
    return sum(1 for _ in os.walk(folder))


def folders_watched() -> int | None:
    """Give how many folders this process is told of by Linux (proc(5): one line a watch in an inotify instance's fdinfo), None where the system does not say."""
    most = None
    with suppress(OSError):
        for name in os.listdir("/proc/self/fdinfo"):
            with suppress(OSError), open(f"/proc/self/fdinfo/{name}", encoding="ascii", errors="replace") as stream:
                most = max(most or 0, sum(line.startswith("inotify ") for line in stream))
    return most


def _clear_empty_folder(place: str) -> None:
    """Take a folder out of a file's way that holds nothing but empty folders."""
    if os.path.isdir(place) and not os.path.islink(place) and not any(names for _, _, names in os.walk(place)):
        for folder, _, _ in os.walk(place, topdown=False):
            with suppress(OSError):
                os.rmdir(folder)


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
