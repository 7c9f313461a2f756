"""Edits of a YAML text that leave every byte outside the edited entries as it was."""

from __future__ import annotations

from collections.abc import Collection

import yaml

from sitegen.common.yaml_nodes import root_node


def without_entries(text: str, file: str, field: str, entries: Collection[int]) -> str:
    """Give the text without some entries of a top-level list, by their number from 0; the field goes with its last entry.

    A comment directly above an entry stays. Nothing changes where the field is not a list.
    """
    root = root_node(text, file)
    pairs = root.value if root is not None else []
    found = next(((key, value) for key, value in pairs if key.value == field and isinstance(value, yaml.SequenceNode)), None)
    if found is None or not entries:
        return text
    key, sequence = found
    lines = text.split("\n")
    if len(set(entries)) >= len(sequence.value):
        return "\n".join(lines[: key.start_mark.line] + lines[_end_line(sequence, lines) :])
    if sequence.flow_style:
        kept = [text[_at(lines, node.start_mark) : _at(lines, node.end_mark)] for i, node in enumerate(sequence.value) if i not in entries]
        return text[: _at(lines, sequence.start_mark)] + "[" + ", ".join(kept) + "]" + text[_at(lines, sequence.end_mark) :]
    dropped: set[int] = set()
    for index, node in enumerate(sequence.value):
        if index in entries:
            dropped.update(range(node.start_mark.line, _end_line(node, lines)))
    return "\n".join(line for number, line in enumerate(lines) if number not in dropped)


def _at(lines: list[str], mark: yaml.Mark) -> int:
    return sum(len(line) + 1 for line in lines[: mark.line]) + mark.column


def _end_line(node: yaml.Node, lines: list[str]) -> int:
    """Give the number of the line after a node; empty lines and comments below it are not its own."""
    end: int = node.end_mark.line if node.end_mark.column == 0 else node.end_mark.line + 1
    while end - 1 > node.start_mark.line and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return max(end, node.start_mark.line + 1)
