"""Nodes to typed, frozen records, or every problem found.

A record is a frozen dataclass; each field is made by `told`, which holds what the handbook, the JSON Schema and the messages say of it.
"""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from collections.abc import Mapping
from dataclasses import field
from functools import cache
from typing import Any, Generic, Literal, TypeVar

import yaml

from sitegen.common.frozen import frozen
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.values import READERS, Misread, Pairs
from sitegen.common.words import did_you_mean, joined, nearest
from sitegen.common.yaml_nodes import line_of


def told(
    doc: str, *, default: Any = dataclasses.MISSING, example: str = "", least: int | None = None, most: int | None = None, rule: tuple[str, str] = ("", "")
) -> Any:
    """Make a field: what it means to her, its default (none: it must be there), an example as YAML, the bounds of a number, and a rule that asks for it, with its reason."""
    return field(default=default, metadata={"doc": doc, "example": example, "least": least, "most": most, "rule": rule})


T = TypeVar("T")


@frozen
class Read(Generic[T]):
    """A record and the lines its fields stand on, by path (`sections.2.service`); "" is the record itself."""

    record: T
    lines: Mapping[str, int]


@frozen
class Shape:
    """What a value of some kind is written as: one of a union's records, a list, a record, or one value, which may be one of a few words."""

    kind: Any
    models: Mapping[str, type]
    entry: Shape | None
    is_record: bool
    choices: tuple[str, ...]


@frozen
class Field:
    """One field of a record, as written in the file."""

    name: str
    attribute: str
    kind: Any
    shape: Shape
    required: bool
    default: Any
    doc: str
    example: str
    least: int | None
    most: int | None
    rule: tuple[str, str]


@cache
def fields_of(model: type) -> tuple[Field, ...]:
    """Give a record's fields in their order; a name that is a Python word loses its trailing `_` (`from_` is `from`)."""
    hints = typing.get_type_hints(model)
    return tuple(
        Field(f.name.rstrip("_"), f.name, hints[f.name], _shape(hints[f.name]), f.default is dataclasses.MISSING, f.default,
              f.metadata.get("doc", ""), f.metadata.get("example", ""), f.metadata.get("least"), f.metadata.get("most"),
              f.metadata.get("rule", ("", "")))
        for f in dataclasses.fields(model)
    )  # fmt: skip


@cache
def _by_name(model: type) -> Mapping[str, Field]:
    return {f.name: f for f in fields_of(model)}


def _shape(kind: Any) -> Shape:
    inner = optional(kind)
    origin = typing.get_origin(inner)
    entry = _shape(typing.get_args(inner)[0]) if origin is tuple and inner is not Pairs else None
    choices = tuple(map(str, typing.get_args(inner))) if origin is Literal else ()
    return Shape(inner, variants(inner), entry, dataclasses.is_dataclass(inner) and inner not in READERS, choices)


def read_record(model: type[T], node: yaml.MappingNode | None, file: str, first_line: int = 1) -> Read[T]:
    """Give the record in a node. Raises ContentError with every problem: unknown, missing and ill-written fields."""
    reader = _Reader(file, first_line - 1)
    line = line_of(node, first_line - 1) if node is not None else first_line
    record = reader.record(model, node, "", line)
    if reader.problems:
        raise ContentError(reader.problems)
    return Read(record, reader.lines)


_BROKEN: Any = object()
"""Stands for a value that could not be read; its problem has been noted."""


def optional(kind: Any) -> Any:
    """Give T of `T | None`, or the kind itself."""
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        rest = [arg for arg in typing.get_args(kind) if arg is not types.NoneType]
        if len(rest) == 1:
            return rest[0]
        return typing.Union[tuple(rest)]  # noqa: UP007 - built from parts
    return kind


@cache
def variants(kind: Any) -> Mapping[str, type]:
    """Give the records of a union by the word in their `type` field, {} for any other kind."""
    if typing.get_origin(kind) not in (typing.Union, types.UnionType):
        return {}
    return {typing.get_args(typing.get_type_hints(model)["type"])[0]: model for model in typing.get_args(kind)}


class _Reader:
    """One reading of one file: gathers problems and lines."""

    def __init__(self, file: str, shift: int) -> None:
        self.file = file
        self.shift = shift
        self.problems: list[Problem] = []
        self.lines: dict[str, int] = {}

    def problem(self, code: str, line: int, message: str, mend: str = "") -> Any:
        self.problems.append(Problem(code, Location(self.file, line), message, mend))
        return _BROKEN

    def record(self, model: type, node: yaml.MappingNode | None, path: str, line: int) -> Any:
        self.lines[path] = line
        fields = _by_name(model)
        values: dict[str, Any] = {}
        broken = False
        for key, value in node.value if node is not None else ():
            name, at = key.value, line_of(key, self.shift)
            if name not in fields:
                broken = True
                if node is not None and node.flow_style and _is_empty(value):
                    self.problem(
                        "yaml-comma",
                        at,
                        f"between braces a comma begins a new field, and '{name}' is none.",
                        'Put quotes around the value that has the comma: {method: "by mail, and by phone"}',
                    )
                else:
                    self.unknown(model, name, fields, at)
                continue
            inner = f"{path}.{name}" if path else name
            self.lines[inner] = at
            made = self.value(fields[name], fields[name].shape, value, inner, at)
            broken = broken or made is _BROKEN
            values[fields[name].attribute] = made
        for f in fields.values():
            if f.required and f.attribute not in values:
                broken = True
                if not (node is not None and any(nearest(key.value, [f.name]) for key, _ in node.value if key.value not in fields)):
                    example = f.example or f"{f.name}: ..."
                    article = "an" if f.name[0] in "aeio" else "a"
                    self.missing(
                        f, line, f"{_called(model)} needs {article} '{f.name}'{'' if path == '' else f' (in {_top(path)})'}", f"{f.doc} Add a line: {example}"
                    )
        if broken:
            return _BROKEN
        try:
            return model(**values)
        except Misread as error:
            at = self.lines.get(f"{path}.{error.field}" if path else error.field, line) if error.field else line
            return self.problem("unfit-fields", at, error.message + ".", error.mend)

    def missing(self, f: Field, line: int, message: str, mend: str) -> Any:
        """Tell of a field that is not there, by the rule that asks for it if there is one."""
        rule, why = f.rule
        if not rule:
            return self.problem("missing-field", line, f"{message}.", mend)
        self.problems.append(Problem(rule, Location(self.file, line), f"{message} ({rule}).", mend, why))
        return _BROKEN

    def unknown(self, model: type, name: str, fields: Mapping[str, Field], line: int) -> None:
        guess = did_you_mean(name, fields) or did_you_mean(name.lower().replace("-", "_").replace(" ", "_"), fields)
        owner = next((f.name for f in fields.values() if name in _inner_names(f.kind)), "")
        if owner:
            guess = f"It belongs under `{owner}:`, set in by two spaces."
        listing = "" if guess else f"Its fields are: {', '.join(fields)}."
        self.problem("unknown-field", line, f"{_called(model)} has no field '{name}'.", " ".join(filter(None, (guess, listing))))

    def value(self, f: Field, shape: Shape, node: yaml.Node, path: str, line: int) -> Any:
        if _is_empty(node):
            if f.required and path.rsplit(".", 1)[-1] == f.name:
                return self.missing(f, line, f"'{f.name}' has no value", f"{f.doc}{f' Write it like this: {f.example}' if f.example else ''}")
            if not f.required and _is_meant_empty(node) and shape.kind is str:
                return ""
            if f.required or path.rsplit(".", 1)[-1].isdigit():
                return self.problem("missing-field", line, f"an entry of '{f.name}' has no value.", "Fill it in, or take the line away.")
            return f.default
        if shape.models:
            return self.variant(shape.models, f, node, path)
        if shape.entry is not None:
            return self.sequence(f, shape.entry, node, path)
        if shape.kind is Pairs:
            return self.mapping(f, node, line)
        if shape.is_record:
            return self.nested(shape.kind, f, node, path, line)
        if not isinstance(node, yaml.ScalarNode):
            return self.problem(
                "one-value",
                line_of(node, self.shift),
                f"'{f.name}' takes one value, and {'a list' if isinstance(node, yaml.SequenceNode) else 'fields'} stand{'s' if isinstance(node, yaml.SequenceNode) else ''} here.",
                f"Write it like this: {f.example or f.name + ': ...'}",
            )
        return self.scalar(f, shape, node, line_of(node, self.shift))

    def scalar(self, f: Field, shape: Shape, node: yaml.ScalarNode, line: int) -> Any:
        text = node.value if node.style in ("|", ">") else node.value.strip()
        if not node.style and len(text) > 1 and text[0] in "“„”«‘" and text[-1] in "”“»’":
            return self.problem(
                "smart-quotes",
                line,
                f"the value of '{f.name}' stands between printed quotes ({text[0]} {text[-1]}), and they would be shown.",
                f'Take them away, or use straight ones: {f.name}: "{text[1:-1].strip()}"',
            )
        if shape.choices:
            if text in shape.choices:
                return text
            guess = did_you_mean(text.lower().replace(" ", "_").replace("-", "_"), shape.choices)
            return self.problem(
                "unknown-word",
                line,
                f"'{text}' is not one of the words '{f.name}' knows.",
                f"{guess + ' ' if guess else ''}It is {joined(shape.choices, 'or')}.",
            )
        try:
            made: Any = READERS[shape.kind](text)
        except Misread as error:
            return self.problem("ill-written", line, f"{error.message} ('{f.name}').", error.mend)
        if (f.least is not None and made < f.least) or (f.most is not None and made > f.most):
            bounds = f"at least {f.least}" if f.most is None else f"{f.least} to {f.most}"
            return self.problem("ill-written", line, f"'{f.name}' is {bounds}; {text} stands here.", "")
        return made

    def sequence(self, f: Field, shape: Shape, node: yaml.Node, path: str) -> Any:
        if isinstance(node, yaml.MappingNode):
            dash = "each entry begins with a hyphen: `- name: ...`" if not shape.models else "each entry begins with a hyphen: `- type: ...`"
            return self.problem("a-list", line_of(node, self.shift), f"'{f.name}' is a list.", f"In a list {dash}")
        if (mistake := _ill_listed(f, shape, node)) is not None:
            return self.problem("a-list", mistake[0] + self.shift, f"'{f.name}' is a list, and its entries do not begin as entries do.", mistake[1])
        nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
        made = [self.value(f, shape, item, f"{path}.{i}", line_of(item, self.shift)) for i, item in enumerate(nodes)]
        for i, item in enumerate(nodes):
            self.lines.setdefault(f"{path}.{i}", line_of(item, self.shift))
        return _BROKEN if any(item is _BROKEN for item in made) else tuple(made)

    def mapping(self, f: Field, node: yaml.Node, line: int) -> Any:
        if not isinstance(node, yaml.MappingNode):
            return self.problem(
                "not-fields", line, f"'{f.name}' holds names with values.", f"Write them set in by two spaces, like this: {f.example or 'name: value'}"
            )
        pairs = [(key.value, value.value) for key, value in node.value if isinstance(value, yaml.ScalarNode)]
        if len(pairs) != len(node.value):
            return self.problem("one-value", line, f"each name in '{f.name}' takes one value.", f"Write it like this: {f.example or 'name: value'}")
        return tuple(pairs)

    def nested(self, model: type, f: Field, node: yaml.Node, path: str, line: int) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self.record(model, node, path, line)
        short = getattr(model, "SHORT", "")
        if short and isinstance(node, yaml.ScalarNode):
            inner = next(g for g in fields_of(model) if g.attribute == short)
            self.lines[path] = line
            self.lines[f"{path}.{inner.name}"] = line
            made = self.scalar(dataclasses.replace(inner, name=f.name), inner.shape, node, line_of(node, self.shift))
            return _BROKEN if made is _BROKEN else model(**{short: made})
        names = ", ".join(g.name for g in fields_of(model))
        return self.problem(
            "not-fields", line_of(node, self.shift), f"'{f.name}' has fields of its own: {names}.", f"Write it like this: {f.example or f.name + ': {...}'}"
        )

    def variant(self, models: Mapping[str, type], f: Field, node: yaml.Node, path: str) -> Any:
        if isinstance(node, yaml.ScalarNode):
            node = yaml.MappingNode("", [(yaml.ScalarNode("", "type", node.start_mark), node)], node.start_mark)
        if not isinstance(node, yaml.MappingNode):
            return self.problem("not-fields", line_of(node, self.shift), f"an entry of '{f.name}' begins with its type.", "Write it like this: - type: hero")
        word = next(((key, value) for key, value in node.value if key.value == "type"), None)
        if word is None:
            return self.problem(
                "missing-field",
                line_of(node, self.shift),
                f"this entry of '{f.name}' has no type.",
                f"Begin it with `- type:` and one of: {', '.join(models)}.",
            )
        name = word[1].value if isinstance(word[1], yaml.ScalarNode) else ""
        if name not in models:
            return self.problem(
                "unknown-section",
                line_of(word[0], self.shift),
                f"there is no section '{name}'.",
                " ".join(filter(None, (did_you_mean(name, models), f"Sections are: {', '.join(models)}."))),
            )
        return self.record(models[name], node, path, line_of(node, self.shift))


def _inner_names(kind: Any) -> frozenset[str]:
    """Give the names of a field's own fields, where it is a record."""
    inner = optional(kind)
    return frozenset(g.name for g in fields_of(inner)) if dataclasses.is_dataclass(inner) and isinstance(inner, type) and inner not in READERS else frozenset()


def _ill_listed(f: Field, shape: Shape, node: yaml.Node) -> tuple[int, str] | None:
    """Say where a list is written in a way that would run its entries together, and how to write it: (line, mend)."""
    how = f"Begin each entry on a line of its own with a hyphen and a space, or write: {f.example}"
    entries = node.value if isinstance(node, yaml.SequenceNode) else [node]
    for entry in entries:
        if not isinstance(entry, yaml.ScalarNode) or entry.style:
            continue
        words = entry.value.strip()
        if shape.choices and "," in words:
            return line_of(entry), f"Write: {f.name}: [{words}]"
        if entry is node and entry.end_mark.line > entry.start_mark.line and shape.kind is str:
            return line_of(entry), how
        if shape.kind is str and re.match(r"[•●▪◦·*–—-]\s*\w", words) and not re.match(r"-\d", words):
            return line_of(entry), how
    return None


def _is_empty(node: yaml.Node) -> bool:
    if isinstance(node, yaml.ScalarNode):
        return not node.value.strip() or (not node.style and node.value in ("~", "null"))
    return not node.value


def _is_meant_empty(node: yaml.Node) -> bool:
    """Say whether an empty text stands there on purpose: `""`."""
    return isinstance(node, yaml.ScalarNode) and node.style in ("'", '"') and not node.value


def _called(model: type) -> str:
    return str(getattr(model, "CALLED", "")) or f"a {model.__name__.lower()}"


def _top(path: str) -> str:
    return "'" + path.split(".", maxsplit=1)[0] + "'"
