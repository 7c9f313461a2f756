"""Short forms spelled out: `- 2026-11-02 coffee: a line` becomes a touch with its fields before it is read."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from sitegen.common.problems import Effect, Location, Problem
from sitegen.common.records import fields_of, optional
from sitegen.common.values import READERS
from sitegen.common.words import did_you_mean
from sitegen.common.yaml_nodes import line_of


def spelled_out(model: type, node: yaml.MappingNode, file: str) -> tuple[yaml.MappingNode, list[Problem]]:
    """Give a record's node with its short forms as fields, and a notice for each field that is not known, which is left where it is and not read."""
    notices: list[Problem] = []
    return _record(model, node, file, notices), notices


def inner_model(kind: Any) -> type | None:
    """Give the record that a field holds, itself or in a list; None for a plain value."""
    kind = optional(kind)
    if typing.get_origin(kind) is tuple:
        kind = optional(typing.get_args(kind)[0])
    return kind if dataclasses.is_dataclass(kind) and isinstance(kind, type) and kind not in READERS else None


def _record(model: type, node: yaml.MappingNode, file: str, notices: list[Problem]) -> yaml.MappingNode:
    fields = _inner_models(model)
    also: Mapping[str, str] = getattr(model, "ALSO", {})
    there = {key.value for key, _ in node.value}
    if node.value and not any(name in fields or name in also for name in there):
        return node  # nothing of it is known: the reader says what belongs here
    pairs = []
    for key, value in node.value:
        name = also[key.value] if key.value in also and also[key.value] not in there and key.value not in fields else key.value
        if name not in fields:
            guess = did_you_mean(name.lower().replace("-", "_").replace(" ", "_"), fields) or f"Its fields are: {', '.join(fields)}."
            words = f"{getattr(model, 'CALLED', 'this')} has no field '{key.value}'; it is left as it is, and not read."
            notices.append(Problem("field-not-read", Location(file, line_of(key)), words, guess, effect=Effect.NOTICE))
            continue
        inner, is_list = fields[name]
        if name != key.value:
            key = yaml.ScalarNode("", name, key.start_mark, key.end_mark)  # noqa: PLW2901 - the same field under its own name
        if inner is not None:
            value = _inner(inner, value, file, notices)  # noqa: PLW2901 - the same value spelled out
            if is_list and isinstance(value, yaml.MappingNode) and any(part.value in _names(inner) for part, _ in value.value):
                value = yaml.SequenceNode("", [value], value.start_mark, value.end_mark)  # noqa: PLW2901 - one entry may stand without its hyphen
        pairs.append((key, value))
    return yaml.MappingNode("", pairs, node.start_mark, node.end_mark, node.flow_style)


def _inner(model: type, node: yaml.Node, file: str, notices: list[Problem]) -> yaml.Node:
    if isinstance(node, yaml.SequenceNode):
        return yaml.SequenceNode("", [_inner(model, entry, file, notices) for entry in node.value], node.start_mark, node.end_mark, node.flow_style)
    node = spelled_entry(model, node)
    return _record(model, node, file, notices) if isinstance(node, yaml.MappingNode) else node


def spelled_entry(model: type, node: yaml.Node) -> yaml.Node:
    """Give an entry in its short form with its fields spelled out, any other as it is."""
    spelled = getattr(model, "spelled", None)
    fields: Mapping[str, str] | None = None
    if spelled is not None and isinstance(node, yaml.ScalarNode) and node.value.strip():
        first, _, rest = node.value.partition(": ")
        fields = spelled(first, rest)
    elif spelled is not None and isinstance(node, yaml.MappingNode) and len(node.value) == 1 and node.value[0][0].value not in _names(model):
        key, value = node.value[0]
        if isinstance(value, yaml.ScalarNode):
            fields = spelled(key.value, value.value)
    if fields is None:
        return node
    start, end = node.start_mark, node.end_mark
    pairs = [(yaml.ScalarNode("", name, start, start), yaml.ScalarNode("", word, start, end, style='"')) for name, word in fields.items()]
    return yaml.MappingNode("", pairs, start, end)


@cache
def _inner_models(model: type) -> Mapping[str, tuple[type | None, bool]]:
    """Give, by a field's name, the record that it holds, and whether it is a list."""
    return {f.name: (inner_model(f.kind), typing.get_origin(optional(f.kind)) is tuple) for f in fields_of(model)}


@cache
def _names(model: type) -> frozenset[str]:
    return frozenset(f.name for f in fields_of(model))
