"""Edits of the fields at the head of a Markdown file: every byte outside the edited fields stays, the text below them too."""

from __future__ import annotations

from collections.abc import Callable

from sitegen.common.front_matter import parted
from sitegen.common.problems import ContentError, Location, Problem


def with_front(text: str, file: str, edit: Callable[[str], str]) -> str:
    """Give the file's text with its fields as `edit` makes them. Raises what `edit` raises, its lines counted from the file's first, and ContentError as `parted` does."""
    parts = parted(text, file)
    lines = text.split("\n")
    begin = sum(len(line) + 1 for line in lines[: parts.fields_line - 1])
    count = parts.body_line - parts.fields_line - 1
    end = begin + sum(len(line) + 1 for line in lines[parts.fields_line - 1 : parts.fields_line - 1 + count])
    shift = parts.fields_line - 1
    try:
        return text[:begin] + edit(text[begin:end]) + text[end:]
    except ContentError as error:
        raise ContentError(_moved(problem, file, shift) for problem in error.problems) from None


def _moved(problem: Problem, file: str, shift: int) -> Problem:
    where = problem.location
    line = where.line + shift if where.line and where.file == file else where.line
    return Problem(problem.code, Location(where.file, line), problem.message, problem.mend, problem.why, problem.effect)
