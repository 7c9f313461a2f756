"""Finished pages measured beside the rest of a build: in a process of its own, while this one makes feeds and pictures and writes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sitegen.build.pool import START, WORTH_A_POOL
from sitegen.contract.facts import Measures, PageFacts
from sitegen.render.rendered import Rendered

if TYPE_CHECKING:
    from multiprocessing.pool import AsyncResult

_CHUNK = 32
_worker: tuple[Measures, Sequence[Rendered]] | None = None
"""A worker's own."""


class Measuring:
    """The measures of the pages that a build made. Where a process that has the pages already can be had (a forked one), it begins at once; else they are taken when they are asked for."""

    def __init__(self, pages: Sequence[Rendered], origin: str, workers: int) -> None:
        self._pages = pages
        self._measures = Measures(origin)
        self._sent: list[AsyncResult[list[PageFacts]]] = []
        if workers != 1 and START == "fork" and len(pages) >= WORTH_A_POOL[START]:
            import multiprocessing

            pool = multiprocessing.get_context(START).Pool(1, _receive, (self._measures, pages))
            self._sent = [pool.apply_async(_measured, (start, start + _CHUNK)) for start in range(0, len(pages), _CHUNK)]
            pool.close()

    def facts(self) -> dict[str, PageFacts]:
        """Give the measures of each page, by its address."""
        found = [facts for sent in self._sent for facts in sent.get()] if self._sent else [self._measures.of(page.data) for page in self._pages]
        return {page.route.address: facts for page, facts in zip(self._pages, found, strict=True)}


def _receive(measures: Measures, pages: Sequence[Rendered]) -> None:
    global _worker  # noqa: PLW0603 - what a pool gives its workers can lie nowhere else
    _worker = measures, pages


def _measured(start: int, end: int) -> list[PageFacts]:
    assert _worker is not None  # noqa: S101 - the pool was made with one
    measures, pages = _worker
    return [measures.of(page.data) for page in pages[start:end]]
