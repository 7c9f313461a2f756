"""A record's file as far as its words can stand on the site: what tells who the person is, and what is never shown, is left blank; each line keeps its number."""

from __future__ import annotations

import re
from typing import Any

from sitegen.common.patterns import regex
from sitegen.site.items import Result, Testimonial
from sitegen.site.model import Item
from sitegen.site.rules.withheld import FIELDS, IDENTIFYING, UNSHOWN

_COMMENT = regex(r"^\s*#.*$|(?<=\s)#\s.*$", re.MULTILINE)


def typed_text(text: str, item: Item[Any]) -> str:
    """Give a file's text with the lines blank that hold a person's own name, company and the like, comments, or what the site never shows."""
    lines = text.split("\n")
    front = "\n".join(lines[: item.body_line - 1])
    kept = without_comments(front).split("\n")
    if isinstance(item.record, Testimonial | Result):
        begins = {line: field for field, line in sorted(item.lines.items(), key=lambda entry: -entry[0].count("."))}
        field = ""
        for number in range(1, len(kept) + 1):
            field = begins.get(number, field)
            if _is_hidden(field, type(item.record)):
                kept[number - 1] = ""
    return "\n".join((*kept, *lines[item.body_line - 1 :]))


def without_comments(yaml: str) -> str:
    """Give the text of a YAML file without its comments."""
    return _COMMENT.sub("", yaml)


def _is_hidden(field: str, model: type) -> bool:
    root, _, inner = field.partition(".")
    if root == "client":
        return inner != "described"
    return root in UNSHOWN[model] or root in ("original", "sponsor") or FIELDS[model].get(root) in IDENTIFYING
