"""Who watches a build: a progress bar, a stopwatch, or nobody."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext


class Watch:
    """Told what a build is doing; this one does not listen."""

    def during(self, phase: str) -> AbstractContextManager[None]:  # noqa: ARG002 - for those who listen
        """Give a block that lasts as long as a phase."""
        return nullcontext()

    def told(self) -> str:
        """Give what was seen, as text to print."""
        return ""

    def progress(self, done: int, total: int) -> None:
        """Hear how many pages are rendered."""


UNWATCHED = Watch()
ALL_CORES = 0
"""As many processes as there are cores."""
