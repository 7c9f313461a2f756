"""Entries of a top-level list cut out of a YAML text, as a small text that is read and edited in place of the whole.

A book of a thousand people takes half a second to read: an edit of one of them reads that one, and the other bytes are passed over as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import yaml

from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex
from sitegen.common.splices import Way, node_at, root_of, with_entries
from sitegen.common.yaml_writing import Plain

_REFERS_ELSEWHERE = regex(r"(?:^|[\s\[{,:-])[&*!][\w<!]|^(?:---|\.\.\.|%)", re.MULTILINE)
"""Anchors, repeats, tags, marks of documents: with one of these an entry may not mean the same alone."""
_DASH = regex(r"[ ]*-[ ]+|[ ]*-(?=\r?\n|$)")


@frozen
class Excerpt:
    """Entries as a text of their own, below the list's name, on the lines on which they stand; and where they were cut out."""

    text: str
    head: int
    begin: int
    end: int

    def put_back(self, whole: str, made: str) -> str | None:
        """Give the whole text with the excerpt as it was edited; None where the edit touched what is no entry."""
        if made[: self.head] != self.text[: self.head] or (self.end < len(whole) and made[-1] not in "\r\n"):
            return None
        return whole[: self.begin] + made[self.head :] + whole[self.end :]


@lru_cache(maxsize=4)
def _begins(text: str, file: str, name: str) -> tuple[int, ...]:
    """Give where the lines of each entry of a list begin, and where the last one's end; nothing where an entry can't be read alone."""
    root = root_of(text, file)
    found = node_at(root, [name])
    if root is None or root.flow_style or not isinstance(found, yaml.SequenceNode) or found.flow_style or _REFERS_ELSEWHERE.search(text):
        return ()
    begins = [text.rfind("\n", 0, node.start_mark.index) + 1 for node in found.value]
    keys = sorted(key.start_mark.index for key, _ in root.value)
    end = next((key for key in keys if key > begins[-1]), len(text)) if begins else 0
    if not begins or begins[0] < next(key.end_mark.index for key, _ in root.value if key.value == name):
        return ()
    if any(_DASH.match(text, begin) is None or begin == after for begin, after in zip(begins, [*begins[1:], end], strict=True)):
        return ()
    return (*begins, end)


def excerpt(text: str, file: str, name: str, first: int, last: int) -> Excerpt | None:
    """Give the entries from one number to another of a top-level list; None where they can't be read alone."""
    begins = _begins(text, file, name)
    if not 0 <= first <= last < len(begins) - 1:
        return None
    begin, end = begins[first], begins[last + 1]
    head = f"{name}:" + ("\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n") * max(1, text.count("\n", 0, begin))
    return Excerpt(head + text[begin:end], len(head), begin, end)


def within(text: str, file: str, name: str, index: int, edit: Callable[[str, Way], str]) -> str:
    """Give the text with one entry of a top-level list edited: `edit` gets a text and the way to the entry in it."""
    cut = excerpt(text, file, name, index, index)
    made = cut.put_back(text, edit(cut.text, [name, 0])) if cut is not None else None
    return made if made is not None else edit(text, [name, index])


def with_more(text: str, file: str, name: str, values: Sequence[Plain]) -> str:
    """Give the text with more entries at the end of a top-level list. Raises ContentError as `with_field`."""
    last = len(_begins(text, file, name)) - 2
    cut = excerpt(text, file, name, last, last)
    made = cut.put_back(text, with_entries(cut.text, file, [], name, values)) if cut is not None else None
    return made if made is not None else with_entries(text, file, [], name, values)


def changed(old: str, made: str, file: str, name: str) -> str | None:
    """Give the entries that an edit changed or added, as a text of their own below the list's name; None where it changed anything else."""
    begins = _begins(old, file, name)
    if not begins:
        return None
    same = old.rfind("\n", 0, _same_begin(old, made)) + 1  # whole lines: two entries begin alike
    first = max((number for number, begin in enumerate(begins[:-1]) if begin < same or begin == begins[0] == same), default=None)
    after = _same_begin(old[same:][::-1], made[same:][::-1])
    last = next((number for number, begin in enumerate(begins) if begin >= len(old) - after), None)
    if first is None or last is None or last <= first:
        return None
    return f"{name}:\n{made[begins[first] : len(made) - (len(old) - begins[last])]}"


def _same_begin(one: str, other: str) -> int:
    """Give how many letters two texts have in common at their beginning."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low
