"""How problems are told on the terminal and to tools."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sitegen.common.problems import Problem


def print_notices(problems: Iterable[Problem]) -> None:
    """Print what was left out or should be known, each with its mend."""
    for problem in problems:
        print(problem)


def as_json(problems: Iterable[Problem], **more: object) -> str:
    """Give problems and facts for tools."""
    return json.dumps({**more, "problems": [problem.as_json() for problem in problems]}, ensure_ascii=False, indent=2)
