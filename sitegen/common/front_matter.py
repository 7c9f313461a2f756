"""A Markdown file's two parts: the fields between the `---` lines, and the text below them."""

from __future__ import annotations

import re

from sitegen.common.frozen import frozen
from sitegen.common.problems import ContentError, Location, Problem


@frozen
class Parts:
    """The fields' text and the body, each with the line of the file on which it begins."""

    fields: str
    fields_line: int
    body: str
    body_line: int


def parted(text: str, file: str) -> Parts:
    """Split a file's text. Raises ContentError: empty, no front matter, front matter that never ends."""
    if not text.strip():
        raise ContentError(
            [
                Problem(
                    "empty-file",
                    Location(file),
                    "this file is empty.",
                    "Write its front matter and text, or delete it; `sitegen add` writes a file to start from.",
                )
            ]
        )
    lines = text.split("\n")
    first = next(i for i, line in enumerate(lines) if line.strip())
    if lines[first].rstrip() != "---":
        if re.fullmatch(r"[-–—]{1,6}", lines[first].strip()):
            raise ContentError(
                [
                    Problem(
                        "no-front-matter",
                        Location(file, first + 1),
                        "the line above the front matter is not three hyphens.",
                        "Write --- and nothing else on it.",
                    )
                ]
            )
        raise ContentError(
            [
                Problem(
                    "no-front-matter",
                    Location(file, first + 1),
                    "the file does not begin with front matter.",
                    "Begin it with a line ---, then the fields (title: ...), then a line ---, then the text.",
                )
            ]
        )
    end = next((i for i in range(first + 1, len(lines)) if lines[i].rstrip() == "---"), None)
    if end is None:
        raise ContentError(
            [
                Problem(
                    "open-front-matter",
                    Location(file, first + 1),
                    "the front matter that begins here never ends.",
                    f"Put a line --- below the last field{_last_field(lines, first + 1)}.",
                )
            ]
        )
    return Parts("\n".join(lines[first + 1 : end]), first + 2, "\n".join(lines[end + 1 :]), end + 2)


def _last_field(lines: list[str], start: int) -> str:
    """Say after which line the fields seem to end."""
    last = 0
    for i in range(start, len(lines)):
        line = lines[i]
        if re.match(r"^[A-Za-z_]\w*:(\s|$)", line) or (last and re.match(r"^(\s+\S|- )", line)):
            last = i + 1
        elif line.strip() and not line.startswith("#"):
            break
    return f" (it seems to be line {last})" if last else ""
