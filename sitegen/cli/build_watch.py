"""What a person sees of a build: a progress bar for a long one, a table of times for `--profile`."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sitegen.build.watch import Watch


class ProgressBar(Watch):
    """Shows how far rendering is, from a second after the start on."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._last = 0.0

    def progress(self, done: int, total: int) -> None:
        """Draw the bar, ten times a second at the most, and wipe it at the end."""
        now = time.monotonic()
        if done == total and self._last:
            print("\r" + " " * 60 + "\r", end="", file=sys.stderr, flush=True)
        elif now - self._start > 1 and now - self._last > 0.1:
            self._last = now
            filled = 30 * done // total
            print(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done} of {total} pages", end="", file=sys.stderr, flush=True)


class Stopwatch(Watch):
    """Adds up the time of each phase and of each page template."""

    def __init__(self) -> None:
        self._spent: dict[str, tuple[float, int]] = {}

    @contextmanager
    def _timed(self, phase: str) -> Iterator[None]:
        start = time.perf_counter()
        try:
            yield
        finally:
            spent, times = self._spent.get(phase, (0.0, 0))
            self._spent[phase] = (spent + time.perf_counter() - start, times + 1)

    during = _timed

    def told(self) -> str:
        """Give the phases with their milliseconds, longest first; templates are part of `render`."""
        rows = sorted(self._spent.items(), key=lambda row: -row[1][0])
        return "\n".join(f"{spent * 1000:9.1f} ms  {times:6} x  {phase}" for phase, (spent, times) in rows)
