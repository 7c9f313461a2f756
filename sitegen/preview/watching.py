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

from sitegen.common.own_trees import folders_in, folders_watched, touch_folder
from sitegen.preview.sources import FOLDERS

POLL_SECONDS = 0.4
_LONGEST_WAIT = 0.1
"""How long a request waits to be sure that the watcher has told it everything, before it looks for itself."""
_LONGEST_DEAF = 2.0
"""How long a folder may not be heard before it is watched anew."""
_MOST_HEARD = 1_000
"""Of more changes at once some may have been lost: the system keeps so many and no more (inotify(7): 16,384 events, less where it is set so)."""
_HEARD = [
    FileCreatedEvent, FileModifiedEvent, FileDeletedEvent, FileMovedEvent, FileClosedEvent, FileAttribEvent,
    DirCreatedEvent, DirDeletedEvent, DirMovedEvent, DirAttribEvent,
]  # fmt: skip
_COMING = [DirCreatedEvent, DirDeletedEvent, DirMovedEvent]


class Watcher(FileSystemEventHandler):
    """Gathers the paths that changed, and calls `on_change` at each change, on a thread of its own. `say` prints a line for the coach."""

    def __init__(self, root: Path, on_change: Callable[[], None], *, poll: bool = False, say: Callable[[str], None] = print) -> None:
        self._root = root.resolve()
        self._on_change = on_change
        self._say = say
        self._lock = threading.Lock()
        self._paths: set[str] = set()
        self._all = True
        """Whether anything at all may have changed."""
        self._heard = 0
        """How many changes were heard since they were last asked for."""
        self._folders: set[str] = set()
        self._open: set[str] = set()
        """Files that were written to and not closed yet, where the system tells of both."""
        self._passed: dict[str, threading.Event] = {}
        self._hears_everywhere = False
        self._touched_at = self._scheduled_at = 0.0
        self._tried_anew = False
        self.polls = poll
        try:
            self._begin(PollingObserver(timeout=POLL_SECONDS) if poll else Observer())
        except OSError as error:
            self._fall_back(error.strerror or str(error))

    def _begin(self, observer: BaseObserver) -> None:
        self._observer = observer
        try:
            self._schedule()
            observer.start()
        except OSError:
            observer.stop()
            raise

    def _fall_back(self, why: str) -> None:
        """Look again and again from now on, where the system has no notices left to give."""
        self.polls = True
        self._begin(PollingObserver(timeout=POLL_SECONDS))
        self._say(f"Changes are looked for every {POLL_SECONDS} seconds: the system gives no more notices of changes ({why}).")

    def _schedule(self) -> None:
        """Hear what happens in the two folders, and when one of them comes."""
        self._observer.schedule(self, str(self._root), recursive=False, event_filter=_COMING)
        self._scheduled_at = time.monotonic()
        self._folders = {folder for folder in FOLDERS if (self._root / folder).is_dir()}
        for folder in sorted(self._folders):
            self._observer.schedule(self, str(self._root / folder), recursive=True, event_filter=_HEARD)

    def stop(self) -> None:
        """Stop hearing."""
        self._observer.stop()
        self._observer.join()

    def take(self) -> set[str] | None:
        """Give the paths that may have changed since the last call, None when anything may have."""
        sure = not self.polls and self._caught_up()
        with self._lock:
            if self._heard > _MOST_HEARD:
                self._all = True
                self._open.clear()
            paths, everything = self._paths, self._all
            self._paths, self._all, self._heard = set(), False, 0
        if everything:
            self._hears_everywhere = False
        if any((self._root / folder).is_dir() != (folder in self._folders) for folder in FOLDERS):
            self._watch_anew()
            return None
        return paths if sure and not everything else None

    def _watch_anew(self) -> None:
        """Hear the folders that are there now: one of the two may be new, as `templates/` with her first own template."""
        self._observer.unschedule_all()
        self._hears_everywhere, self._passed = False, {}
        try:
            self._schedule()
        except OSError as error:
            self.stop()
            self._fall_back(error.strerror or str(error))

    def _listen_anew(self) -> None:
        """Watch anew where folders are not heard, for notices may have been lost in a flood; where that does not help, look again and again."""
        if self._tried_anew:
            self.stop()
            self._fall_back("it has no watch left for some folders")
        else:
            self._tried_anew = True
            self._watch_anew()

    def is_written_to(self, paths: Collection[str]) -> bool:
        """Say whether one of these files is still being written to."""
        with self._lock:
            return not self._open.isdisjoint(paths)

    @property
    def is_proven(self) -> bool:
        """Whether it is known how changes are heard: everywhere, or, where the system does not tell of each, not for sure."""
        return self._hears_everywhere or not self._is_exact

    @property
    def _is_exact(self) -> bool:
        """Whether the system tells of every change, in order, and when a file is closed (Linux)."""
        return type(self._observer).__name__ == "InotifyObserver"

    def _caught_up(self) -> bool:
        """Say whether every change made before this call has been told: the folders are touched, their times as they are, and that is heard after all that came before."""
        now = time.monotonic()
        if not self._is_exact or not self._is_everywhere(now):
            return False
        if not all(passed.is_set() for passed in self._passed.values()):  # a touch that is heard late must not be taken for the next one
            if now - self._touched_at > _LONGEST_DEAF:
                self._listen_anew()
            return False
        self._touched_at = now
        self._passed = {folder: threading.Event() for folder in sorted(self._folders)}
        for folder in list(self._passed):
            if not touch_folder(self._root / folder):
                del self._passed[folder]
        heard = all(passed.wait(max(0.0, now + _LONGEST_WAIT - time.monotonic())) for passed in self._passed.values())
        return heard and len(self._passed) == len(self._folders)

    def _is_everywhere(self, now: float) -> bool:
        """Say whether each folder is heard: where the system has no watches left, it gives some folders none, and says nothing."""
        if not self._hears_everywhere:
            watched = folders_watched()
            self._hears_everywhere = watched is None or watched > sum(folders_in(self._root / folder) for folder in self._folders)
            if self._hears_everywhere:
                self._tried_anew = False
            elif now - self._scheduled_at > _LONGEST_DEAF:
                self._listen_anew()
        return self._hears_everywhere

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note what changed."""
        if isinstance(event, DirModifiedEvent):
            return
        inside = self._inside(event.src_path)
        if not {inside.partition("/")[0], self._inside(event.dest_path).partition("/")[0]} & set(FOLDERS):
            return
        if isinstance(event, DirAttribEvent) and (passed := self._passed.get(inside)) is not None:
            passed.set()
            return
        with self._lock:
            self._heard += 1
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
