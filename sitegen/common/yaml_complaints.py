"""A YAML parser's complaints in the coach's words, and the traps that it does not complain of."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from sitegen.common.patterns import regex
from sitegen.common.problems import Location, Problem

_COLON_VALUE = regex(r"^(\s*(?:- +)?[\w ]+?:|\s*-)\s+(.*\S)\s*$")


def explained(error: yaml.YAMLError, text: str, file: str, shift: int) -> Problem:
    """Say a parser's complaint in the coach's words, with the corrected line where it can be known."""
    problem = (getattr(error, "problem", None) or str(error)).strip()
    context = getattr(error, "context", None) or ""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    lines = text.split("\n")
    number = min(mark.line if mark else 0, len(lines) - 1)
    line = lines[number]
    where = Location(file, number + 1 + shift)
    if "mapping values are not allowed" in problem:
        if (corrected := _quoted_line(line)) is not None and re.search(r":(\s|$)|:\S+:", corrected.partition(" ")[2]):
            return Problem("yaml-colon", where, "a value with a colon in it needs quotes around it.", f"Write: {corrected}")
        before = lines[number - 1] if number else ""
        if (glued := _GLUED.match(before)) and number - 1 not in _text_lines(lines):
            place = Location(file, number + shift)
            return Problem("yaml-colon", place, "there is no space after the colon.", f"Write: {glued[1].strip()}: {glued[2].strip()}")
        return Problem(
            "yaml-indent",
            where,
            "this line is set in further than the field above it allows.",
            "Fields of one record begin in the same column; a field's own fields are set in by two spaces.",
        )
    if "cannot start any token" in problem and (found := _COLON_VALUE.match(line)) and found[2][0] in "@`%":
        return Problem("yaml-quotes", where, f"a value can't begin with '{found[2][0]}'.", f"Write: {_quoted_line(line)}")
    if "alias" in problem + context or "anchor" in problem + context:
        return Problem("yaml-quotes", where, "a value that begins with * or & needs quotes around it.", f"Write: {_quoted_line(line) or line.strip()}")
    if "found unexpected end of stream" in problem or "unexpected document separator" in problem:
        start = getattr(error, "context_mark", None)
        opened = (start.line if start else number) + 1 + shift
        return Problem("yaml-quotes", Location(file, opened), "a quote is opened here and never closed.", "Close it at the end of the value, or take it away.")
    if "tag" in problem or "tag" in context:
        return Problem(
            "yaml-tag",
            where,
            "a value that begins with ! is a command to a program, and none is obeyed here.",
            f"Put quotes around it: {_quoted_line(line) or line.strip()}",
        )
    if "expected ',' or" in problem:
        start = getattr(error, "context_mark", None)
        opened = (start.line if start else number) + 1 + shift
        return Problem(
            "yaml-brackets",
            Location(file, opened),
            "a bracket is opened here and not closed where it should be.",
            "Put commas between the entries and close the bracket: [one, two]. A value that begins with [ or { needs quotes around it.",
        )
    if (
        "could not find expected ':'" in problem
        or "did not find expected key" in problem
        or "did not find expected '-' indicator" in problem
        or "expected <block end>" in problem
    ):
        return _stray(line, lines, number, where, file, shift)
    if "unknown escape" in problem:
        return Problem(
            "yaml-quotes", where, "between double quotes a backslash has a meaning of its own.", f"Use single quotes: {line.strip().replace(chr(34), chr(39))}"
        )
    if "special characters are not allowed" in problem or "control characters" in problem:
        return Problem("not-text", where, "there is a character here that no text has.", "Type the line again.")
    if "expected the node content" in problem or "did not find expected node content" in problem:
        return Problem(
            "yaml-quotes",
            where,
            "a value is missing here, or begins with a mark that YAML keeps for itself.",
            f"Write: {_quoted_line(line) or 'title: About me'}",
        )
    return Problem(
        "yaml-other",
        where,
        f"this line can't be read as YAML: {line.strip()[:60] or 'it is empty'}",
        "Put quotes around the value, and look whether the line above is complete.",
    )


def _stray(line: str, lines: list[str], number: int, where: Location, file: str, shift: int) -> Problem:
    in_text = _text_lines(lines)
    for earlier in range(number, max(-1, number - 3), -1):
        if earlier not in in_text and (glued := _GLUED.match(lines[earlier])):
            return Problem(
                "yaml-colon", Location(file, earlier + 1 + shift), "there is no space after the colon.", f"Write: {glued[1].strip()}: {glued[2].strip()}"
            )
    if number not in in_text and re.match(r"^(\s*(?:- +)?\w[\w ]*:\s*)([\"'])", line):
        return Problem("yaml-quotes", where, "there is something after the closing quote.", f"Write: {_quoted_line(line)}")
    for earlier in range(number, -1, -1):
        candidate = lines[earlier]
        if earlier not in in_text and candidate.strip() and not re.match(r"^\s*(#|- |-$|[^\s:#][^:#]*:(\s|$))", candidate):
            found = candidate.strip()
            return Problem(
                "yaml-stray",
                Location(file, earlier + 1 + shift),
                f"'{found[:60]}' is no field: a field has a name, a colon and a value.",
                "Write it like this: title: About me. A text of several lines begins with `|` after the colon, and its lines are set in by two spaces.",
            )
    return Problem(
        "yaml-indent",
        where,
        "this line is not in the column of the lines it belongs with.",
        "Fields of one record begin in the same column; a field's own fields are set in by two spaces.",
    )


_GLUED = regex(r"^(\s*(?:- +)?[a-z_]+):([^\s/:].*)$")
"""A field whose value follows its colon without a space."""


def _text_lines(lines: list[str]) -> frozenset[int]:
    """Give the numbers of the lines inside block texts (below `|` or `>`), which are no fields."""
    inside: set[int] = set()
    depth: int | None = None
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip(" "))
        if depth is not None and (not line.strip() or indent > depth):
            inside.add(number)
            continue
        depth = indent if re.search(r":\s+[|>][-+0-9]*\s*(#.*)?$", line) else None
    return frozenset(inside)


def _quoted_line(line: str) -> str | None:
    """Give the line with quotes around its value, None where it has none; no word or apostrophe of it is lost."""
    found = _COLON_VALUE.match(line)
    if not found:
        return None
    value = found[2]
    for opening, closing in (('"', '"'), ("'", "'"), ("“", "”"), ("„", "“")):
        if value.startswith(opening):
            value = value[1:].removesuffix(closing)
            if opening == '"':
                value = value.replace('"', "")
            break
    if '"' in value or "\\" in value:
        return f"{found[1].strip()} '{value.replace(chr(39), chr(39) * 2)}'"
    return f'{found[1].strip()} "{value}"'


def blank_traps(text: str, file: str, shift: int) -> Iterator[Problem]:
    """Find blanks that look like spaces and are none: tabs, and the hard spaces that word processors make."""
    if "\t" not in text and not _HARD.search(text):
        return
    lines = text.split("\n")
    in_text = _text_lines(lines)
    for number, line in enumerate(lines):
        where = Location(file, number + 1 + shift)
        if re.match(r" *\t", line) and line.strip() and number not in in_text:
            above = next((lines[n] for n in range(number - 1, -1, -1) if lines[n].strip() and n not in in_text), "")
            column = len(above) - len(above.lstrip(" -")) + (2 if above.rstrip().endswith(":") else 0)
            mend = f"Put spaces in its place: {' ' * max(column, len(line.expandtabs(2)) - len(line.lstrip()))}{line.strip()[:70]}"
            yield Problem("yaml-tab", where, "this line begins with a tab; YAML wants spaces.", mend)
        elif number not in in_text and (found := re.match(rf"^( *)({_HARD.pattern})|^\s*(?:- +)?\w+:\s*({_HARD.pattern})", line)):
            what = "a blank that can't be seen" if "\u200b" in found[0] or "\ufeff" in found[0] else "a hard space, as word processors make them"
            mend = f"Type it again with an ordinary space: {_HARD.sub(' ', line).rstrip()[:70]}"
            yield Problem("yaml-tab", where, f"there is {what}, on this line.", mend)


_HARD = regex("[\u00a0\u2007\u202f\u200b\ufeff]")


def unread_ends(_: yaml.Node, text: str, file: str, shift: int) -> Iterator[Problem]:
    """Find values that YAML cuts off, or takes away, at a `#`: a number sign or a colour, not a note."""
    if "#" not in text:
        return
    lines = text.split("\n")
    in_text = _text_lines(lines)
    for number, line in enumerate(lines):
        found = re.match(r"^(\s*(?:- +)?[\w ]+:|\s*-)\s+([^\"'\[{#|>]*?\s)?(#[^\s#].*)$", line)
        if found and number not in in_text and not line.lstrip().startswith("#"):
            mend = f'If it belongs to the value, write: {found[1].strip()} "{((found[2] or "") + found[3]).strip()}". If it is a note, put a space after the #.'
            yield Problem("yaml-quotes", Location(file, number + 1 + shift), f"'{found[3][:40]}' is not read: what follows a # is a note.", mend)
