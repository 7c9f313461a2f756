"""How problems are told on the terminal and to tools."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sitegen.common.problems import ContentError, Effect, Problem


def forbidden(problems: Iterable[Problem], *, strict: bool) -> ContentError | None:
    """Give the error that forbids a build, None when nothing does; strict, what is left out for want of consent forbids it too."""
    effects = (Effect.REFUSE, Effect.LEAVE_OUT) if strict else (Effect.REFUSE,)
    refused = [problem for problem in problems if problem.effect in effects]
    return ContentError(refused) if refused else None


def print_notices(problems: Iterable[Problem]) -> None:
    """Print what was left out or should be known, each with its mend."""
    for problem in problems:
        print(problem)


def as_json(problems: Iterable[Problem], **more: object) -> str:
    """Give problems and facts for tools."""
    return json.dumps({**more, "problems": [problem.as_json() for problem in problems]}, ensure_ascii=False, indent=2)
