"""Texts, lists and fields as YAML that reads back as what it was."""

from __future__ import annotations

import re
from typing import TypeAlias

from sitegen.common.patterns import regex

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
"""What a record holds before it is read: texts, lists, fields."""

_PLAIN = regex(r"[^\W_][^\x00-\x1f\x7f:#\[\]{}\"'\\`]*|\+[\d ()/-]+")
_WORDS_OF_YAML = ("true", "false", "null", "yes", "no", "on", "off", "y", "n", "~")
_LONGEST_LINE = 120


def scalar(text: str, *, in_flow: bool = False) -> str:
    """Give a text as one value on one line, in quotes where it needs them."""
    simple = _PLAIN.fullmatch(text.replace("'", "").replace(": ", "\0").replace(":", "") if _is_tame(text) else text)
    ends_in_flow = in_flow and ("," in text or "?" in text or text.startswith(":"))
    if simple and text.isprintable() and text == text.strip() and text.lower() not in _WORDS_OF_YAML and not ends_in_flow:
        return text
    if text and text.isprintable() and '"' in text and "'" not in text and "\\" in text:
        return f"'{text}'"
    return '"' + "".join(map(_escaped, text)) + '"'


def _is_tame(text: str) -> bool:
    """Say whether the colons and apostrophes of a text stand where YAML takes them for letters: 18:30, https://, it's."""
    return re.search(r":(\s|$)|(^|\s)'", text) is None


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return "\\" + letter
    if letter.isprintable():
        return letter
    if letter in "\n\t\r":
        return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}[letter]
    number = ord(letter)
    return f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}" if number < 65536 else f"\\U{number:08x}"


def flow(value: Plain) -> str:
    """Give a value between brackets, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key, in_flow=True)}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value, in_flow=True)


def lines_of(value: Plain, column: int) -> list[str]:
    """Give a value as lines that begin in a column; short lists of words stay on one line."""
    pad = " " * column
    if isinstance(value, dict):
        return [line for key, inner in value.items() for line in _field(key, inner, column)] or [pad + "{}"]
    if isinstance(value, list):
        lines: list[str] = []
        for entry in value:
            inner_lines = lines_of(entry, column + 2)
            lines += [f"{pad}- {inner_lines[0].lstrip(' ')}", *inner_lines[1:]]
        return lines or [pad + "[]"]
    return [pad + scalar(value)]


def _field(key: str, value: Plain, column: int) -> list[str]:
    pad, name = " " * column, scalar(key)
    if isinstance(value, str):
        return [f"{pad}{name}: {scalar(value)}"]
    if not value or (isinstance(value, list) and all(isinstance(entry, str) for entry in value) and len(flow(value)) < _LONGEST_LINE):
        return [f"{pad}{name}: {flow(value)}"]
    return [f"{pad}{name}:", *lines_of(value, column + 2)]
