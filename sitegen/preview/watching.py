"""Hears what changes in content/ and templates/: by the system's own events, or, where there are none to trust, by looking again and again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from watchdog.events import (
    DirAttribEvent,
    DirCreatedEvent,
    DirDeletedEvent,
    DirModifiedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from sitegen.common.own_trees import touch_folder
from sitegen.preview.sources import FOLDERS

POLL_SECONDS = 0.4
_LONGEST_WAIT = 0.1
"""How long a request waits to be sure that the watcher has told it everything, before it looks for itself."""
_HEARD = [
    FileCreatedEvent, FileModifiedEvent, FileDeletedEvent, FileMovedEvent, FileClosedEvent, FileAttribEvent,
    DirCreatedEvent, DirDeletedEvent, DirMovedEvent, DirAttribEvent,
]  # fmt: skip
_COMING = [DirCreatedEvent, DirDeletedEvent, DirMovedEvent]


class Watcher(FileSystemEventHandler):
    """Gathers the paths that changed, and calls `on_change` at each change, on a thread of its own."""

    def __init__(self, root: Path, on_change: Callable[[], None], *, poll: bool = False) -> None:
        self._root = root.resolve()
        self._on_change = on_change
        self._lock = threading.Lock()
        self._paths: set[str] = set()
        self._all = True
        """Whether anything at all may have changed."""
        self._folders: set[str] = set()
        self._open: set[str] = set()
        """Files that were written to and not closed yet, where the system tells of both."""
        self._passed: dict[str, threading.Event] = {}
        self.polls = poll
        self.reason = ""
        self.seconds = POLL_SECONDS
        self._observer: BaseObserver | None = None
        self._observer = self._started()

    def _started(self) -> BaseObserver:
        """Give a running observer; where the system has no events left to give (its limit of watches is reached), one that polls."""
        if not self.polls:
            observer: BaseObserver = Observer()
            try:
                return self._start(observer)
            except OSError as error:
                self.polls, self.reason = True, f"the system gives no more notices of changes ({error.strerror or error})"
        return self._start(PollingObserver(timeout=POLL_SECONDS))

    def _start(self, observer: BaseObserver) -> BaseObserver:
        self._schedule(observer)
        observer.start()
        return observer

    def _schedule(self, observer: BaseObserver) -> None:
        """Hear what happens in the two folders, and when one of them comes."""
        observer.schedule(self, str(self._root), recursive=False, event_filter=_COMING)
        self._folders = {folder for folder in FOLDERS if (self._root / folder).is_dir()}
        for folder in sorted(self._folders):
            observer.schedule(self, str(self._root / folder), recursive=True, event_filter=_HEARD)

    def stop(self) -> None:
        """Stop hearing."""
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()

    def take(self) -> set[str] | None:
        """Give the paths that may have changed since the last call, None when anything may have."""
        sure = not self.polls and self._caught_up()
        with self._lock:
            paths, everything = self._paths, self._all
            self._paths, self._all = set(), False
        if any((self._root / folder).is_dir() != (folder in self._folders) for folder in FOLDERS):
            self._watch_new_folders()
            return None
        return paths if sure and not everything else None

    def _watch_new_folders(self) -> None:
        """Hear a folder that is there now and was not, as `templates/` with her first own template."""
        if self._observer is not None:
            self._observer.unschedule_all()
            self._schedule(self._observer)

    def is_written_to(self, paths: Collection[str]) -> bool:
        """Say whether one of these files is still being written to."""
        with self._lock:
            return not self._open.isdisjoint(paths)

    @property
    def _is_exact(self) -> bool:
        """Whether the system tells of every change, in order, and when a file is closed (Linux)."""
        return type(self._observer).__name__ == "InotifyObserver"

    def _caught_up(self) -> bool:
        """Say whether every change made before this call has been told: a folder is touched, its times as they are, and that is heard after all that came before."""
        if not self._is_exact:
            return False
        waiting = {}
        for folder in sorted(self._folders):
            waiting[folder] = self._passed[folder] = threading.Event()
            if not touch_folder(self._root / folder):
                return False
        end = time.monotonic() + _LONGEST_WAIT
        return all(event.wait(max(0.0, end - time.monotonic())) for event in waiting.values())

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note what changed."""
        if isinstance(event, DirModifiedEvent):
            return
        inside = self._inside(event.src_path)
        if not {inside.partition("/")[0], self._inside(event.dest_path).partition("/")[0]} & set(FOLDERS):
            return
        if isinstance(event, DirAttribEvent) and inside in self._passed:
            self._passed[inside].set()
            return
        with self._lock:
            if event.is_directory:
                self._all = True
            else:
                self._paths |= {path for path in (inside, self._inside(event.dest_path)) if path}
            if isinstance(event, FileModifiedEvent) and self._is_exact:
                self._open.add(inside)
            else:
                self._open -= {inside, self._inside(event.dest_path)}
        self._on_change()

    def _inside(self, path: Any) -> str:
        """Give a path inside the site, "" for another."""
        text = path.decode(errors="surrogateescape") if isinstance(path, bytes) else path
        try:
            return Path(text).relative_to(self._root).as_posix() if text else ""
        except ValueError:
            return ""
