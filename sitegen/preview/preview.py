"""The preview at work: requests and changes come in on the event loop, one other thread reads and renders, tabs are told."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from typing import Any, TypeAlias, TypeVar

from sitegen.common.problems import Problem
from sitegen.preview.additions import bare_page
from sitegen.preview.answering import Answer, answer
from sitegen.preview.live import Live
from sitegen.preview.reading import ours
from sitegen.preview.standing import style_version, where_to
from sitegen.preview.tabs import Tab, address_of_file, reload_message
from sitegen.preview.view import View
from sitegen.preview.watching import Watcher

T = TypeVar("T")
Due: TypeAlias = list[tuple[Tab, list[str]]]
"""What each tab has to be told."""

SETTLE_SECONDS = 0.01
"""How long after the last change tabs are told: an editor's writing and renaming is one save."""
PIECES_SECONDS = 0.15
"""The same while a file is empty or gone that was there: its editor is about to put it back."""

_STYLE_SECONDS = 0.03
"""How long pages wait for tabs to fetch another style sheet."""
_MOST_ROUNDS = 20
"""How often a file that is still written to is waited for."""
AGAIN_SECONDS = 1.0
"""How long until the watcher is asked again whether it hears every folder."""
REST_SECONDS = 0.3
"""How long nothing has to be asked before garbage is looked for: to look for it takes as long as to make half a page."""
_MOST_NEW = 20_000
"""So many new objects are left lying until then."""
_MOST_EVER = 200_000
"""Of so many it is looked for at once."""
LONGEST_SECONDS = 0.25
"""How long changes that never pause are waited for."""


class Preview:
    """A site's preview. `say` prints a line for the coach."""

    def __init__(self, live: Live, *, poll: bool, say: Callable[[str], None] = print, day: date | None = None) -> None:
        self.live = live
        self.tabs: dict[Any, Tab] = {}
        self._say = say
        self._day = day
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="preview")
        self._painters = ThreadPoolExecutor(2, thread_name_prefix="pictures")
        self._loop = asyncio.get_running_loop()
        self._timer: asyncio.TimerHandle | None = None
        self._again: asyncio.TimerHandle | None = None
        self._rest: asyncio.TimerHandle | None = None
        self._waiting_since = 0.0
        self._rounds = 0
        self._reading_ahead = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._pending: set[str] = set()
        self._said: tuple[Problem, ...] = ()
        self._closed = False
        self._thresholds = gc.get_threshold()
        self.watcher = Watcher(live.tree.root, self._changed, poll=poll, say=say)

    def begin(self) -> None:
        """Read the site now, while the browser opens."""
        self._start(self._in_worker(self._read_first))

    def close(self) -> None:
        """End the threads."""
        self._closed = True
        for timer in (self._timer, self._again, self._rest):
            if timer is not None:
                timer.cancel()
        for task in self._tasks:
            task.cancel()
        self.watcher.stop()
        self._worker.shutdown(cancel_futures=True)
        self._painters.shutdown(cancel_futures=True)
        gc.set_threshold(*self._thresholds)

    async def answer(self, view: View, path: str, query: str, livereload: str) -> Answer:
        """Give the answer to a request, from the files as they are now."""
        return await self._in_worker(partial(self._answer, view, path, query, livereload))

    async def picture(self, make: Callable[[], bytes]) -> bytes:
        """Give a picture's bytes; making them takes no page's time."""
        return await self._loop.run_in_executor(self._painters, make)

    async def settled(self) -> None:
        """Wait until every change made so far is told to the tabs."""
        await self._in_worker(self._take_up)
        while self._timer is not None or self._tasks:
            await asyncio.sleep(SETTLE_SECONDS)

    async def part(self, path: str, start: int, length: int) -> bytes:
        """Give some bytes of a file that goes online as it is."""
        return await self._loop.run_in_executor(self._painters, partial(self.live.tree.part, path, start, length))

    def tell(self, tab: Tab) -> None:
        """Take up what a tab shows, and tell it at once if that is not true any more."""
        self.tabs[tab.line] = tab
        self._wait(SETTLE_SECONDS)

    def forget(self, line: Any) -> None:
        """A tab was closed."""
        self.tabs.pop(line, None)

    @property
    def today(self) -> date:
        """The coach's own day."""
        return self._day or date.today()  # noqa: DTZ011 - the coach's own day

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin a piece of work, and hold on to it until it is done."""
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _changed(self) -> None:
        """Hear from the watcher's thread that something changed."""
        if not self._closed:
            self._loop.call_soon_threadsafe(self._heard)

    def _heard(self) -> None:
        if self._closed:
            return
        self._wait(SETTLE_SECONDS)
        if not self._reading_ahead:
            self._reading_ahead = True
            self._start(self._read_ahead())

    def _look_again(self) -> None:
        """Look again in a while, until it is known that every folder is heard."""
        if self._again is None and not self._closed:
            self._again = self._loop.call_later(AGAIN_SECONDS, self._looked_again)

    def _looked_again(self) -> None:
        self._again = None
        self._heard()

    async def _read_ahead(self) -> None:
        """Read what changed while its last pieces are waited for."""
        try:
            await self._in_worker(self._take_up)
        finally:
            self._reading_ahead = False

    def _wait(self, seconds: float) -> None:
        now = self._loop.time()
        if self._timer is None:
            self._waiting_since = now
        elif now - self._waiting_since > LONGEST_SECONDS and seconds < PIECES_SECONDS:
            return
        else:
            self._timer.cancel()
        self._timer = self._loop.call_later(seconds, self._waited, seconds)

    def _waited(self, seconds: float) -> None:
        self._timer = None
        self._start(self._settled(seconds))

    async def _settled(self, waited: float) -> None:
        """Tell the tabs, or wait on where a save is still in pieces."""
        wait_on = await self._in_worker(partial(self._is_in_pieces, waited < PIECES_SECONDS)) and self._rounds < _MOST_ROUNDS
        self._rounds = self._rounds + 1 if wait_on else 0
        if wait_on:
            self._wait(PIECES_SECONDS)
        else:
            await self._tell(list(self.tabs.values()))

    async def _tell(self, tabs: list[Tab]) -> None:
        """Tell the tabs of another style sheet, which needs no page; then what they show that changed; then what is wrong on the pages of what was saved."""
        if await self._told(self._due_style, tabs):
            await asyncio.sleep(_STYLE_SECONDS)
        for find in (self._due, self._due_after_a_look):
            await self._told(find, tabs)

    async def _told(self, find: Callable[[list[Tab]], Due], tabs: list[Tab]) -> bool:
        """Send tabs what is due, and say whether anything was."""
        due = [(tab, path) for tab, paths in await self._in_worker(partial(self._found_due, find, tabs)) for path in paths]
        for tab, path in due:
            if tab.line in self.tabs:
                tab.line.send_message(reload_message(path))
        return bool(due)

    async def _in_worker(self, work: Callable[[], T]) -> T:
        try:
            return await self._loop.run_in_executor(self._worker, work)
        finally:
            if self._rest is not None:
                self._rest.cancel()
            self._rest = None if self._closed else self._loop.call_later(REST_SECONDS, self._tidy)

    def _tidy(self) -> None:
        """Look for garbage while nothing is asked."""
        if gc.get_count()[0] > _MOST_NEW:
            self._worker.submit(gc.collect)

    # On the one thread that reads and renders:

    def _read_first(self) -> None:
        """Read the site; what is read stays, and is not looked through for garbage again and again. From then on garbage waits for a pause."""
        gc.disable()
        try:
            self._take_up()
            self.live.face(View(), self.today)
        except Exception as error:
            self._say(str(ours(error)))
        finally:
            gc.freeze()
            gc.set_threshold(_MOST_EVER)
            gc.enable()

    def _take_up(self) -> None:
        changed = self.live.take_up(self.watcher.take())
        if changed:
            self._pending |= changed
            if self.watcher.polls:
                self._changed()
        if not self.watcher.is_proven:
            self._loop.call_soon_threadsafe(self._look_again)

    def _answer(self, view: View, path: str, query: str, livereload: str) -> Answer:
        try:
            self._take_up()
            return answer(self.live, view, self.today, path, query, livereload)
        except Exception as error:
            return Answer(500, "text/html; charset=utf-8", bare_page("This page can't be shown", str(ours(error))))

    def _is_in_pieces(self, may_come_back: bool) -> bool:
        """Say whether a save is not whole yet: a file is still written to, or, for a short while, is empty or gone."""
        self._take_up()
        if self.watcher.is_written_to(self._pending):
            return True
        return may_come_back and any((found := self.live.sources.found(path)) is None or found.size == 0 for path in self._pending)

    def _found_due(self, find: Callable[[list[Tab]], Due], tabs: list[Tab]) -> Due:
        """Give what tabs have to be told of the files as they are now, nothing where a mistake of ours is in the way."""
        try:
            self._take_up()
            return find(tabs)
        except Exception as error:
            self._say(str(ours(error)))
            return []

    def _due_style(self, tabs: list[Tab]) -> Due:
        return [(tab, tab.due_style(style_version(self.live.face(tab.view, self.today)))) for tab in tabs]

    def _due(self, tabs: list[Tab]) -> Due:
        files = sorted({address for path in self._pending if (address := address_of_file(path))})
        self._pending.clear()
        due = []
        for tab in tabs:
            where, shown = where_to(self.live, tab.view, self.today, tab.path, missing=tab.missing)
            due.append((tab, tab.due(where, shown.version, shown.page, files) if shown is not None else tab.due(where, None, b"", ())))
        return due

    def _due_after_a_look(self, tabs: list[Tab]) -> Due:
        for view in {View(), *(tab.view for tab in tabs)}:
            self.live.look_through(self.live.face(view, self.today))
        due = self._due(tabs)
        self._tell_terminal()
        return due

    def _tell_terminal(self) -> None:
        """Print what is wrong with the files whenever that changes, in the words of a build."""
        now = self.live.problems(self.live.face(View(), self.today), None)
        if now != self._said:
            for problem in now:
                self._say(str(problem))
            if not now:
                self._say(f"{time.strftime('%H:%M')} All is well again.")
            self._said = now
