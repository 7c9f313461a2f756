"""Pages rendered on all cores where processes can be forked (Linux); elsewhere, and for a small site, in one process."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator, Sequence

from sitegen.build.watch import Watch
from sitegen.common.problems import ContentError, Problem
from sitegen.render.rendered import Rendered
from sitegen.render.renderer import Renderer
from sitegen.render.routes import Route
from sitegen.render.texts import Converted

WORTH_A_POOL = 120
"""From how many pages on a second process pays for its start."""

_renderer: Renderer | None = None
"""What a forked worker finds; a renderer holds compiled templates, which can't be sent to a spawned one."""


def rendered_all(renderer: Renderer, due: Sequence[Route], workers: int, watch: Watch) -> tuple[list[Rendered], list[Problem]]:
    """Give the pages, in the order of their routes, and the problems of those that could not be rendered; 0 workers are as many as there are cores."""
    workers = (workers or multiprocessing.cpu_count()) if sys.platform == "linux" else 1
    results: list[Rendered | tuple[Problem, ...]] = []
    for result in _one_by_one(renderer, due, watch) if workers < 2 or len(due) < WORTH_A_POOL else _in_parallel(renderer, due, workers, watch):
        results.append(result)
        watch.progress(len(results), len(due))
    pages = [result for result in results if isinstance(result, Rendered)]
    problems = [problem for result in results if not isinstance(result, Rendered) for problem in result]
    return pages, problems


def _one_by_one(renderer: Renderer, due: Sequence[Route], watch: Watch) -> Iterator[Rendered | tuple[Problem, ...]]:
    for route in due:
        with watch.during(f"render {route.template}"):
            yield _rendered(renderer, route)


def _in_parallel(renderer: Renderer, due: Sequence[Route], workers: int, watch: Watch) -> Iterator[Rendered | tuple[Problem, ...]]:
    """Render one page of each template here, so that every worker has the templates compiled, and the rest in the pool."""
    global _renderer  # noqa: PLW0603 - a forked worker inherits it, so that nothing has to be sent
    first = {route.template: index for index, route in reversed(list(enumerate(due)))}
    samples = dict(zip(first.values(), _one_by_one(renderer, [due[index] for index in first.values()], watch), strict=True))
    rest = [route for index, route in enumerate(due) if index not in samples]
    _renderer = renderer
    try:
        with multiprocessing.get_context("fork").Pool(workers) as pool:
            others = pool.imap(_rendered_here, rest, chunksize=max(1, min(64, len(rest) // (workers * 4))))
            for index in range(len(due)):
                if index in samples:
                    yield samples[index]
                else:
                    made, texts = next(others)
                    renderer.texts.used.update(texts)
                    yield made
    finally:
        _renderer = None


def _rendered_here(route: Route) -> tuple[Rendered | tuple[Problem, ...], dict[str, Converted]]:
    """Give a rendered page with the texts that were converted for it, so that they need not be again."""
    assert _renderer is not None  # noqa: S101 - the pool was made with one
    known = set(_renderer.texts.used)
    made = _rendered(_renderer, route)
    return made, {name: text for name, text in _renderer.texts.used.items() if name not in known}


def _rendered(renderer: Renderer, route: Route) -> Rendered | tuple[Problem, ...]:
    try:
        return renderer.page(route)
    except ContentError as error:
        return error.problems
