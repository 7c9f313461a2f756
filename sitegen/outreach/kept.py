"""How a private field is made: what it means, and what of it must never be found on the site."""

from __future__ import annotations

import dataclasses
from dataclasses import field
from typing import Any, Literal

from sitegen.common.frozen import frozen
from sitegen.common.records import fields_of, told

Leak = Literal["name", "email", "phone", "link", "note", "inside", "none"]
"""What the leak audit looks for: a full name, an address, a number, a link, six words in a row; `inside`: each field of the record within it has its own;
`none`: a word or a date that says nothing of a person by itself."""


def kept(doc: str, *, leak: Leak, default: Any = dataclasses.MISSING, example: str = "", least: int | None = None, most: int | None = None) -> Any:
    """Make a private field; no field can be made without saying what a leak of it is."""
    return field(default=default, metadata={**told(doc, example=example, least=least, most=most).metadata, "leak": leak})


@frozen
class Guarded:
    """A field's name in the file, and what a leak of it is."""

    name: str
    leak: Leak


def guarded(model: type) -> tuple[Guarded, ...]:
    """Give what is looked for of each field of a private record. Raises KeyError for a field that does not say it."""
    leaks = {f.name: f.metadata["leak"] for f in dataclasses.fields(model)}
    return tuple(Guarded(f.name, leaks[f.attribute]) for f in fields_of(model))
