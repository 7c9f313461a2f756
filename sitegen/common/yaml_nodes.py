"""YAML text to nodes that know their lines; everything that makes YAML treacherous is refused with words.

Nodes are read without guessing kinds (YAML 1.1's `no` = false, 1:30 = 90): a scalar is its text, and the record's field says what to make of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from sitegen.common.patterns import regex
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.yaml_complaints import blank_traps, explained, unread_ends

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # pragma: no cover - a PyYAML without its C part: slower, the same nodes
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

DEEPEST = 30
"""How many levels of lists and fields a file may have."""
MOST_NODES = 200_000
"""How many values a file may have, repeats by `*name` counted each time."""
_PLAIN_LIST, _PLAIN_FIELDS = (regex(rf"\{opened}[^\[\]{{}}\"'#\r\n]*\{closed}") for opened, closed in ("[]", "{}"))
_NO_LINE_ENDS = dict.fromkeys((0x85, 0x2028, 0x2029), " ")
"""Characters at which YAML 1.1 begins a new line and no editor does; they come with copied text."""


def root_node(text: str, file: str, first_line: int = 1) -> yaml.MappingNode | None:
    """Give the top node of a YAML text, None for an empty one.

    `first_line` is the line of the file on which the text begins. Raises ContentError: not YAML, a list or a word where fields belong, a tab, a doubled key,
    a tag, too deep, too many values.
    """
    shift = first_line - 1
    if not text.isascii():
        text = text.translate(_NO_LINE_ENDS)
    problems = list(blank_traps(text, file, shift))
    if problems:
        raise ContentError(problems)
    try:
        if _may_be_deep(text):
            _measure_depth(text, file, shift)
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise ContentError([explained(error, text, file, shift)]) from None
    if node is None:
        return None
    if "&" in text or len(text) > MOST_NODES:
        _check_size(node, file, shift)
    problems = [*_check_nodes(node, file, shift), *unread_ends(node, text, file, shift)]
    if problems:
        raise ContentError(problems)
    if not isinstance(node, yaml.MappingNode):
        raise ContentError(
            [
                Problem(
                    "not-fields",
                    Location(file, line_of(node, shift)),
                    "fields belong here, one a line, each with a colon.",
                    "Write them like this: title: About me",
                )
            ]
        )
    return node


def line_of(node: yaml.Node, shift: int = 0) -> int:
    """Give the line of the file on which a node begins."""
    return int(node.start_mark.line) + 1 + shift


def _may_be_deep(text: str) -> bool:
    """Say whether nesting could pass the limit; a cheap look, since the C parser would follow any depth into a crash.

    Of brackets only those count that are not closed on their line with nothing but plain words between: a book of a thousand people has thousands of short lists.
    """
    if text.count("[") + text.count("{") >= DEEPEST:
        rest = _PLAIN_FIELDS.sub("", _PLAIN_LIST.sub("", text))
        if rest.count("[") + rest.count("{") + 2 >= DEEPEST:
            return True
    return re.search(rf"^ {{{DEEPEST * 2}}}|([-?:] +){{{DEEPEST}}}", text, re.MULTILINE) is not None


def _measure_depth(text: str, file: str, shift: int) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                where = Location(file, (event.start_mark.line if event.start_mark else 0) + 1 + shift)
                raise ContentError(
                    [
                        Problem(
                            "yaml-too-deep",
                            where,
                            f"this is nested more than {DEEPEST} levels deep.",
                            "Is a bracket open that should be closed? No field of the handbook needs more than six levels.",
                        )
                    ]
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _check_size(root: yaml.Node, file: str, shift: int) -> None:
    """Refuse a file that repeats itself by `*name` without end or into the millions."""
    sizes: dict[int, int] = {}
    under_way: set[int] = set()

    def size(node: yaml.Node) -> int:
        if isinstance(node, yaml.ScalarNode):
            return 1
        known = sizes.get(id(node))
        if known is not None:
            return known
        if id(node) in under_way:
            total = MOST_NODES + 1
        else:
            under_way.add(id(node))
            total = 1 + sum(size(child) for child in _children(node))
            under_way.discard(id(node))
        if total > MOST_NODES:
            where = Location(file, line_of(node, shift))
            raise ContentError(
                [
                    Problem(
                        "yaml-too-large",
                        where,
                        f"this file comes to more than {MOST_NODES:,} values.",
                        "It repeats parts of itself by `*name`: write them out, or split the file.",
                    )
                ]
            )
        sizes[id(node)] = total
        return total

    size(root)


def _children(node: yaml.Node) -> Iterator[yaml.Node]:
    for child in node.value:
        if isinstance(child, tuple):
            yield from child
        else:
            yield child


def _check_nodes(node: yaml.Node, file: str, shift: int) -> Iterator[Problem]:
    """Find doubled keys, keys that are not words, and tags."""
    if node.tag and node.tag.startswith(("!", "tag:yaml.org,2002:python")) and node.tag != "!":
        yield Problem(
            "yaml-tag",
            Location(file, line_of(node, shift)),
            f"'{_short_tag(node.tag)}' is a command to a program, and none is obeyed here.",
            "Take it out, or put quotes around the value.",
        )
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = line_of(key, shift)
            if not isinstance(key, yaml.ScalarNode):
                yield Problem("not-fields", Location(file, line), "a field's name has to be one word.", "Write it like this: title: About me")
                continue
            if key.value in seen:
                yield Problem(
                    "doubled-key",
                    Location(file, line),
                    f"'{key.value}' stands here a second time; the first is on line {seen[key.value]}.",
                    "Keep one of the two.",
                )
            seen.setdefault(key.value, line)
            yield from _check_nodes(value, file, shift)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _check_nodes(item, file, shift)


def _short_tag(tag: str) -> str:
    return "!!" + tag.removeprefix("tag:yaml.org,2002:") if tag.startswith("tag:") else tag
