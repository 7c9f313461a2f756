"""Edits of one record in a YAML text: the record's own bytes change, every other byte stays.

A record is found by the marks of its nodes, the new text is put in its place, and the outcome is read again: where it is not exactly what was meant,
the edit is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

import yaml

from sitegen.common.patterns import regex
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.yaml_nodes import line_of, root_node
from sitegen.common.yaml_writing import Plain, flow, lines_of, scalar

Way: TypeAlias = Sequence[str | int]
"""From the top of a file to a value: fields by name, entries of a list by number from 0."""


@lru_cache(maxsize=4)
def root_of(text: str, file: str) -> yaml.MappingNode | None:
    """Give the top node of a text whose line ends are as they were saved; every mark counts characters of that text. The nodes are looked at only."""
    return root_node(text.replace("\r\n", " \n").replace("\r", "\n"), file)


def plain(node: yaml.Node | None) -> Plain:
    """Give what a node holds: texts, lists, fields."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(value) for value in node.value]
    return str(node.value) if node is not None else {}


def node_at(root: yaml.Node | None, way: Way) -> yaml.Node | None:
    """Give the node at the end of a way, None where there is none."""
    node = root
    for step in way:
        if isinstance(step, int):
            if not isinstance(node, yaml.SequenceNode) or not 0 <= step < len(node.value):
                return None
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        else:
            return None
    return node


def with_field(text: str, file: str, way: Way, name: str, value: Plain | None) -> str:
    """Give the text with a field of one record set, or taken away by None. Raises ContentError where that can't be done without touching others."""
    root = root_of(text, file)
    record = node_at(root, way) if way else root
    if record is None and not way:
        return _checked(file, root, way, name, value, text + _below(text, lines_of({name: value}, 0) if value is not None else []))
    if not isinstance(record, yaml.MappingNode):
        raise _refused(file, record)
    pair = next((pair for pair in record.value if pair[0].value == name), None)
    if pair is None:
        made = text if value is None else _with_new_field(text, record, name, value)
    elif value is None:
        made = _without_field(text, record, pair)
    else:
        made = _with_value(text, record, pair, value)
    return _checked(file, root, way, name, value, made)


def with_entry(text: str, file: str, way: Way, name: str, value: Plain) -> str:
    """Give the text with one more entry at the end of a record's list, which is begun where it is missing or empty. Raises ContentError as `with_field`."""
    return with_entries(text, file, way, name, [value])


def with_entries(text: str, file: str, way: Way, name: str, values: Sequence[Plain]) -> str:
    """Give the text with more entries at the end of a record's list. Raises ContentError as `with_field`."""
    root = root_of(text, file)
    record = node_at(root, way) if way else root
    found = node_at(record, [name]) if record is not None else None
    old = plain(found) if found is not None else []
    if isinstance(found, yaml.SequenceNode) and found.value and found.start_mark.index > _key_end(record, name):
        after = [*old, *values] if isinstance(old, list) else [*values]
        return _checked(file, root, way, name, after, _with_new_entries(text, found, values))
    entries = old if isinstance(old, list) else [old] if old else []
    return with_field(text, file, way, name, [*entries, *values])


def without_entry(text: str, file: str, way: Way, name: str, index: int) -> str:
    """Give the text without one entry of a record's list; the last one leaves `[]` behind. Raises ContentError as `with_field`."""
    root = root_of(text, file)
    record = node_at(root, way) if way else root
    found = node_at(record, [name])
    if not isinstance(found, yaml.SequenceNode) or not 0 <= index < len(found.value):
        raise _refused(file, found)
    old = plain(found)
    after: list[Plain] = [entry for number, entry in enumerate(old) if number != index] if isinstance(old, list) else []
    if not after:
        return with_field(text, file, way, name, [])
    if found.flow_style:
        kept = [text[node.start_mark.index : _end(node, text)] for number, node in enumerate(found.value) if number != index]
        made = f"{text[: found.start_mark.index]}[{', '.join(kept)}]{text[found.end_mark.index :]}"
    else:
        made = _without_block_entry(text, found, index)
    return _checked(file, root, way, name, after, made)


def _without_block_entry(text: str, found: yaml.SequenceNode, index: int) -> str:
    node = found.value[index]
    begin = _line_begin(text, node.start_mark.index)
    dash = regex(r"[ ]*-(?=\s|$)")
    while dash.match(text, begin) is None and begin > found.start_mark.index:
        begin = _line_begin(text, begin - 1)
    return text[:begin] + text[_line_end(text, _end(node, text)) :]


def _with_value(text: str, record: yaml.MappingNode, pair: tuple[yaml.Node, yaml.Node], value: Plain) -> str:
    key, old = pair
    end = _value_end(text, pair)
    if record.flow_style:
        return f"{text[: key.end_mark.index]}: {flow(value)}{text[end:]}"
    if isinstance(value, str) and isinstance(old, yaml.ScalarNode) and old.style not in ("|", ">") and old.value and old.start_mark.index > key.end_mark.index:
        return text[: old.start_mark.index] + scalar(value) + text[end:]
    lines = lines_of({key.value: value}, key.start_mark.column)
    written = _eol(text).join(lines).lstrip(" ")
    return text[: key.start_mark.index] + written + text[end:]


def _with_new_field(text: str, record: yaml.MappingNode, name: str, value: Plain) -> str:
    if record.flow_style:
        return _into_brackets(text, record, f"{scalar(name, in_flow=True)}: {flow(value)}")
    last = _value_end(text, record.value[-1])
    return _inserted(text, last, lines_of({name: value}, record.value[0][0].start_mark.column))


def _without_field(text: str, record: yaml.MappingNode, pair: tuple[yaml.Node, yaml.Node]) -> str:
    key = pair[0]
    begin, end = _line_begin(text, key.start_mark.index), _line_end(text, _value_end(text, pair))
    if record.flow_style:
        kept = [text[one[0].start_mark.index : _value_end(text, one)] for one in record.value if one is not pair]
        return f"{text[: record.start_mark.index]}{{{', '.join(kept)}}}{text[record.end_mark.index :]}"
    if text[begin : key.start_mark.index].strip(" "):  # it stands beside the hyphen of its entry: the next field takes its place
        number = record.value.index(pair)
        if number + 1 < len(record.value):
            return text[: key.start_mark.index] + text[record.value[number + 1][0].start_mark.index :]
    return text[:begin] + text[end:]


def _with_new_entries(text: str, sequence: yaml.SequenceNode, values: Sequence[Plain]) -> str:
    if sequence.flow_style:
        return _into_brackets(text, sequence, ", ".join(map(flow, values)))
    return _inserted(text, _end(sequence, text), lines_of(list(values), sequence.start_mark.column))


def _into_brackets(text: str, node: yaml.Node, words: str) -> str:
    close = node.end_mark.index - 1
    before = re.sub(r"(?:^|(?<=\s))#[^\n]*", "", text[node.start_mark.index : close]).rstrip()
    mark = "" if before.endswith(("[", "{")) else " " if before.endswith(",") else ", "
    return text[:close] + mark + words + text[close:]


def _inserted(text: str, end: int, lines: list[str]) -> str:
    """Put lines below the line on which something ends."""
    at = _line_end(text, end)
    eol = _eol(text)
    if at and text[at - 1] not in "\r\n":
        return text[:at] + "".join(eol + line for line in lines) + text[at:]
    return text[:at] + "".join(line + eol for line in lines) + text[at:]


def _below(text: str, lines: list[str]) -> str:
    eol = _eol(text)
    return ("" if not text or text[-1] in "\r\n" else eol) + "".join(line + eol for line in lines)


def _eol(text: str) -> str:
    return "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"


def _line_begin(text: str, at: int) -> int:
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def _line_end(text: str, at: int) -> int:
    """Give where the next line begins."""
    found = regex(r"\r\n|\r|\n").search(text, at)
    return found.end() if found else len(text)


def _key_end(record: yaml.Node | None, name: str) -> int:
    pairs = record.value if isinstance(record, yaml.MappingNode) else []
    return next((int(key.end_mark.index) for key, _ in pairs if key.value == name), 0)


def _value_end(text: str, pair: tuple[yaml.Node, yaml.Node]) -> int:
    """Give where a field's value ends; of one that is left empty, where its colon does; of a repeat (`*name`), where that does."""
    key, value = pair
    colon = text.index(":", key.end_mark.index) + 1
    if value.start_mark.index < key.end_mark.index:
        repeat = regex(r"\s*\*[^\s,\]}]+").match(text, colon)
        return repeat.end() if repeat else colon
    if isinstance(value, yaml.ScalarNode) and not value.value and not value.style:
        return max(colon, value.end_mark.index if text[colon : value.end_mark.index].strip() else colon)
    return _end(value, text)


def _end(node: yaml.Node, text: str) -> int:
    """Give where a node's last character stands, plus one; empty lines and comments below it are not its own."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _value_end(text, last) if isinstance(node, yaml.MappingNode) else _end(last, text)
    end = int(node.end_mark.index)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        head = regex(r"[|>][^\r\n#]*").search(text, node.start_mark.index)
        kept = head is not None and "+" in head[0]
        return len(text[:end].removesuffix("\n").removesuffix("\r")) if kept else len(text[:end].rstrip(" \r\n"))
    return len(text[:end].rstrip("\r\n")) if isinstance(node, yaml.ScalarNode) and not node.style else end


def _checked(file: str, root: yaml.Node | None, way: Way, name: str, value: Plain | None, made: str) -> str:
    """Give the edited text if it says what was meant and nothing else was changed."""
    expected = plain(root)
    record = expected
    for step in way:
        record = record[step]  # type: ignore[index]
    if isinstance(record, dict):
        record.pop(name, None) if value is None else record.update({name: value})
    try:
        after = plain(root_of(made, file))
    except ContentError:
        after = None
    if _same(after, expected):
        return made
    raise _refused(file, node_at(root, way))


def _same(one: Plain | None, other: Plain) -> bool:
    """Compare what two texts hold: `[]` and nothing are the same to whoever reads them."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return one == other


def _refused(file: str, node: yaml.Node | None) -> ContentError:
    where = Location(file, line_of(node) if node is not None else 0)
    return ContentError(
        [
            Problem(
                "edit-refused",
                where,
                "this record is written in a way that a command can't change without touching others.",
                "Change it by hand, or write it as the handbook does, one field a line; nothing was changed.",
            )
        ]
    )
