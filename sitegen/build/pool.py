"""Pages rendered on all cores; those of a small site in one process."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence

from sitegen.build.watch import Watch
from sitegen.common.problems import ContentError, Problem
from sitegen.render.rendered import Rendered
from sitegen.render.renderer import Renderer
from sitegen.render.routes import Route
from sitegen.render.texts import Converted

WORTH_A_POOL = {"fork": 120, "spawn": 600}
"""From how many pages on other processes pay for their start: a forked one finds the renderer as it is, a spawned one imports and makes its own."""

START = "fork" if sys.platform == "linux" else "spawn"
"""How other processes are begun: elsewhere than on Linux a fork is not there, or not safe."""

_CHUNK = 32

_Result = Rendered | tuple[Problem, ...]
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


def _one_by_one(renderer: Renderer, due: Sequence[Route], watch: Watch) -> Iterator[_Result]:
    for route in due:
        with watch.during(f"render {route.template}"):
            yield _rendered(renderer, route)


def _in_parallel(renderer: Renderer, due: Sequence[Route], workers: int, watch: Watch) -> Iterator[_Result]:
    """Render one page of each template here, so that every worker has the templates compiled, and the rest in the pool."""
    import multiprocessing

    first = {route.template: index for index, route in reversed(list(enumerate(due)))}
    samples = dict(zip(first.values(), _one_by_one(renderer, [due[index] for index in first.values()], watch), strict=True))
    rest = [route for index, route in enumerate(due) if index not in samples]
    chunks = [rest[at : at + _CHUNK] for at in range(0, len(rest), _CHUNK)]
    with multiprocessing.get_context(START).Pool(workers or None, _receive, (renderer,)) as pool:
        others = _unpacked(renderer, pool.imap(_rendered_here, chunks))
        for index in range(len(due)):
            yield samples[index] if index in samples else next(others)


def _unpacked(renderer: Renderer, chunks: Iterator[tuple[list[_Result], Mapping[str, Converted]]]) -> Iterator[_Result]:
    for results, texts in chunks:
        renderer.texts.used.update(texts)
        yield from results


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
