"""Pages rendered, and cards drawn, on all cores; those of a small site in one process."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sitegen.build.watch import Watch
from sitegen.common.problems import ContentError, Problem
from sitegen.render.pictures import Asset
from sitegen.render.rendered import Rendered
from sitegen.render.renderer import Renderer
from sitegen.render.routes import Route
from sitegen.render.texts import Converted

if TYPE_CHECKING:
    from multiprocessing.pool import AsyncResult

WORTH_A_POOL = {"fork": 120, "spawn": 600}
"""From how many pages on other processes pay for their start: a forked one finds the renderer as it is, a spawned one imports and makes its own."""

CARDS_WORTH_A_POOL = {"fork": 12, "spawn": 40}
"""From how many cards on: one takes as long as many pages."""

START = "fork" if sys.platform == "linux" else "spawn"
"""How other processes are begun: elsewhere than on Linux a fork is not there, or not safe."""

_CHUNK, _AHEAD = 16, 4
"""How many pages are sent at once, and how many such parcels wait for each worker."""

_Result = Rendered | tuple[Problem, ...]
_Sent = tuple[list[_Result], Mapping[str, Converted]]
_renderer: Renderer | None = None
"""A worker's own."""


def rendered_all(renderer: Renderer, due: Sequence[Route], workers: int, watch: Watch) -> tuple[list[Rendered], list[Problem]]:
    """Give the pages, in the order of their routes, and the problems of those that could not be rendered; 0 workers are as many as there are cores."""
    results: list[_Result] = []
    for result in _one_by_one(renderer, due, watch) if workers == 1 or len(due) < WORTH_A_POOL[START] else _in_parallel(renderer, due, workers, watch):
        results.append(result)
        watch.progress(len(results), len(due))
    pages = [result for result in results if isinstance(result, Rendered)]
    problems = [problem for result in results if not isinstance(result, Rendered) for problem in result]
    return pages, problems


def assets_made(renderer: Renderer, due: Sequence[Asset], workers: int) -> Iterator[tuple[Asset, bytes]]:
    """Give pictures, cards and fonts as they stand on the web, made on all cores where that pays. Raises ContentError."""
    if not due:
        return
    cards = [asset for asset in due if asset.card is not None]
    others = [asset for asset in due if asset.card is None]
    yield from ((asset, renderer.asset(asset)) for asset in others if asset.font)
    yield from renderer.pictures.all_made([asset for asset in others if not asset.font], 1 if workers == 1 else cores(workers))
    if workers == 1 or len(cards) < CARDS_WORTH_A_POOL[START]:
        yield from ((asset, renderer.asset(asset)) for asset in cards)
        return
    import multiprocessing

    with multiprocessing.get_context(START).Pool(cores(workers), _receive, (renderer,)) as pool:
        for asset, data in zip(cards, pool.imap(_drawn_here, cards, chunksize=4), strict=True):
            if not isinstance(data, bytes):
                raise ContentError(data)
            yield asset, data


def _drawn_here(asset: Asset) -> bytes | tuple[Problem, ...]:
    assert _renderer is not None  # noqa: S101 - the pool was made with one
    try:
        return _renderer.asset(asset)
    except ContentError as error:
        return error.problems


def cores(workers: int) -> int:
    """Give how many processes work, the one that asks included; 0 workers are as many as there are cores, and there are two at least."""
    import multiprocessing

    return max(2, workers or multiprocessing.cpu_count())


def _one_by_one(renderer: Renderer, due: Sequence[Route], watch: Watch) -> Iterator[_Result]:
    for route in due:
        with watch.during(f"render {route.template}"):
            yield _rendered(renderer, route)


def _in_parallel(renderer: Renderer, due: Sequence[Route], workers: int, watch: Watch) -> Iterator[_Result]:
    """Render one page of each template here, so that every worker has the templates compiled, then the rest, from its end here and from its beginning in the others."""
    import multiprocessing

    first = {route.template: index for index, route in reversed(list(enumerate(due)))}
    samples = dict(zip(first.values(), _one_by_one(renderer, [due[index] for index in first.values()], watch), strict=True))
    rest = [route for index, route in enumerate(due) if index not in samples]
    chunks = [rest[at : at + _CHUNK] for at in range(0, len(rest), _CHUNK)]
    others = cores(workers) - 1
    with multiprocessing.get_context(START).Pool(others, _receive, (renderer,)) as pool:
        sent: deque[AsyncResult[_Sent]] = deque()
        begun, ended = 0, len(chunks)
        mine: list[list[_Result]] = []
        while begun < ended:
            while begun < ended and sum(not one.ready() for one in sent) < _AHEAD * others:
                sent.append(pool.apply_async(_rendered_here, (chunks[begun],)))
                begun += 1
            if begun < ended:
                ended -= 1
                mine.append(list(_one_by_one(renderer, chunks[ended], watch)))
        done = _together(renderer, sent, mine)
        for index in range(len(due)):
            yield samples[index] if index in samples else next(done)


def _together(renderer: Renderer, sent: deque[AsyncResult[_Sent]], mine: list[list[_Result]]) -> Iterator[_Result]:
    """Give what the others rendered, in order, then what was rendered here from the end on."""
    while sent:
        results, texts = sent.popleft().get()
        renderer.texts.used.update(texts)
        yield from results
    while mine:
        yield from mine.pop()


def _receive(renderer: Renderer) -> None:
    global _renderer  # noqa: PLW0603 - what a pool gives its workers can lie nowhere else
    _renderer = renderer


def _rendered_here(routes: Sequence[Route]) -> tuple[list[_Result], Mapping[str, Converted]]:
    """Give rendered pages with the texts that stand on them, so that they need not be converted again."""
    assert _renderer is not None  # noqa: S101 - the pool was made with one
    _renderer.texts.used.clear()
    return [_rendered(_renderer, route) for route in routes], _renderer.texts.used


def _rendered(renderer: Renderer, route: Route) -> _Result:
    try:
        return renderer.page(route)
    except ContentError as error:
        return error.problems
