"""Edits of a YAML text that leave every byte outside the edited entries as it was."""

from __future__ import annotations

import re
from collections.abc import Collection

import yaml

from sitegen.common.yaml_nodes import root_node


def without_entries(text: str, file: str, field: str, entries: Collection[int]) -> str:
    """Give the text without some entries of a top-level list, by their number from 0; the field goes with its last entry.

    A comment above an entry stays. Nothing changes where the field is not a list.
    """
    root = root_node(text, file)
    pairs = root.value if root is not None else []
    found = next(((key, value) for key, value in pairs if key.value == field and isinstance(value, yaml.SequenceNode)), None)
    if root is None or found is None or not entries:
        return text
    key, sequence = found
    lines = text.split("\n")
    gone = sorted(set(entries) & set(range(len(sequence.value))))
    if len(gone) == len(sequence.value) and not root.flow_style:
        return "\n".join(lines[: key.start_mark.line] + lines[_end_line(sequence, lines) :])
    if sequence.flow_style:
        return _without_flow_entries(text, lines, sequence, gone)
    dropped: set[int] = set()
    for index in gone:
        node = sequence.value[index]
        above = _end_line(sequence.value[index - 1], lines) if index else sequence.start_mark.line
        dropped.update(range(_dash_line(node, above, lines), _end_line(node, lines)))
    return "\n".join(line for number, line in enumerate(lines) if number not in dropped)


def _without_flow_entries(text: str, lines: list[str], sequence: yaml.SequenceNode, gone: Collection[int]) -> str:
    """Cut entries out of `[one, two]`, each with one of the commas beside it."""
    spans = [(_at(lines, node.start_mark), _at(lines, node.end_mark)) for node in sequence.value]
    close = _at(lines, sequence.end_mark) - 1
    last_kept = max((i for i in range(len(spans)) if i not in gone), default=-1)
    cuts = []
    for index in sorted(gone):
        begin, end = spans[index]
        after = spans[index + 1][0] if index + 1 < len(spans) else close
        comma = _comma(text, end, after)
        if comma is not None:
            begin_of_next = comma + 1 + len(text[comma + 1 : after]) - len(text[comma + 1 : after].lstrip(" "))
            cuts += [(begin, end), (comma, begin_of_next)]
        else:
            cuts.append((begin, end))
    if 0 <= last_kept < len(spans) - 1 and _comma(text, spans[-1][1], close) is None:
        comma = _comma(text, spans[last_kept][1], spans[last_kept + 1][0])
        assert comma is not None, "between two entries of a list stands a comma"  # noqa: S101 - YAML's grammar
        cuts.append((comma, comma + 1 + len(text[comma + 1 : spans[last_kept + 1][0]]) - len(text[comma + 1 : spans[last_kept + 1][0]].lstrip(" "))))
    for begin, end in sorted(set(cuts), reverse=True):
        text = text[:begin] + text[end:]
    return text


def _comma(text: str, begin: int, end: int) -> int | None:
    """Give the place of the comma between two entries; one in a comment is none."""
    between = re.sub(r"(?:^|(?<=\s))#[^\n]*", lambda comment: " " * len(comment[0]), text[begin:end])
    at = between.find(",")
    return begin + at if at >= 0 else None


def _at(lines: list[str], mark: yaml.Mark) -> int:
    return sum(len(line) + 1 for line in lines[: mark.line]) + mark.column


def _dash_line(node: yaml.Node, above: int, lines: list[str]) -> int:
    """Give the line of an entry's hyphen, which may stand alone above the entry."""
    line: int = node.start_mark.line
    for number in range(line, above - 1, -1):
        if re.match(r"\s*-(\s|$)", lines[number]):
            return number
    return line


def _end_line(node: yaml.Node, lines: list[str]) -> int:
    """Give the number of the line after a node; empty lines and comments below it are not its own."""
    last = node
    while isinstance(last, yaml.CollectionNode) and not last.flow_style and last.value:
        last = last.value[-1][1] if isinstance(last, yaml.MappingNode) else last.value[-1]
    start: int = last.start_mark.line
    if not isinstance(last, yaml.ScalarNode) or last.style not in ("|", ">"):
        return int(last.end_mark.line) + 1
    end: int = last.end_mark.line + (last.end_mark.column > 0)
    while end - 1 > start and not lines[end - 1].strip():
        end -= 1
    return max(end, start + 1)
