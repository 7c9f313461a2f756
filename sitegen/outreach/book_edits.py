"""What commands change in the book: each gives the file's text with one record changed and every other byte as it was."""

from __future__ import annotations

from typing import TypeAlias

import yaml

from sitegen.common.excerpts import with_more, within
from sitegen.common.frozen import frozen
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.splices import Way, node_at, plain, root_of, with_entry, with_field
from sitegen.common.yaml_writing import Plain
from sitegen.outreach.desk import Edit
from sitegen.outreach.people import Person
from sitegen.outreach.reading import BOOK, CLIENTS, FOLDER

PEOPLE, ENGAGEMENTS, BOOK_FILE, CLIENTS_FILE = "people", "clients", f"{FOLDER}/{BOOK}", f"{FOLDER}/{CLIENTS}"


def adding(*people: dict[str, Plain]) -> Edit:
    """Put people at the end of the book."""
    return lambda text: with_more(text, BOOK_FILE, PEOPLE, people)


@frozen
class Noting:
    """An entry that goes to the end of one of a person's lists."""

    name: str
    entry: Plain

    def __call__(self, text: str, way: Way) -> str:
        """Give the text with the entry."""
        return with_entry(_spelled(text, way), BOOK_FILE, way, self.name, self.entry)


@frozen
class Setting:
    """A field of a person that is set, or taken away by None."""

    name: str
    value: Plain | None

    def __call__(self, text: str, way: Way) -> str:
        """Give the text with the field."""
        text = _spelled(text, way)
        return with_field(text, BOOK_FILE, way, _own_name(text, way, self.name), self.value)


Step: TypeAlias = Noting | Setting


def of_person(person: Person, index: int, *steps: Step) -> Edit:
    """Change one person, who stood at a place when the book was read."""

    def edit(text: str) -> str:
        def in_turn(part: str, way: Way) -> str:
            for step in steps:
                part = step(part, way)
            return part

        return within(text, BOOK_FILE, PEOPLE, _place(text, person, index), in_turn)

    return edit


def of_client(index: int, who: str, **fields: Plain | None) -> Edit:
    """Set fields of a client, who stood at a place when the file was read."""

    def edit(text: str) -> str:
        entry = node_at(root_of(text, CLIENTS_FILE), [ENGAGEMENTS, index])
        if not isinstance(entry, yaml.MappingNode) or who not in plain(entry).values():  # type: ignore[union-attr]
            raise _moved(CLIENTS_FILE)

        def in_turn(part: str, way: Way) -> str:
            for name, value in fields.items():
                part = with_field(part, CLIENTS_FILE, way, name, value)
            return part

        return within(text, CLIENTS_FILE, ENGAGEMENTS, index, in_turn)

    return edit


def _place(text: str, person: Person, index: int) -> int:
    """Give where a person stands in a text that may have been changed since it was read."""
    people = node_at(root_of(text, BOOK_FILE), [PEOPLE])
    entries = people.value if isinstance(people, yaml.SequenceNode) else [people]
    named = [number for number, entry in enumerate(entries) if _name(entry) == person.name]
    if index in named:
        return index
    if len(named) == 1:
        return named[0]
    raise _moved(BOOK_FILE)


def _name(entry: yaml.Node | None) -> str:
    node = node_at(entry, ["name"]) if isinstance(entry, yaml.MappingNode) else entry
    return node.value if isinstance(node, yaml.ScalarNode) else ""


def _spelled(text: str, way: Way) -> str:
    """Let a person who is a name alone have fields."""
    node = node_at(root_of(text, BOOK_FILE), way)
    if not isinstance(node, yaml.ScalarNode):
        return text
    start = node.start_mark.index
    return f"{text[:start]}name: {text[start:]}"


def _own_name(text: str, way: Way, name: str) -> str:
    """Give the name under which a field stands in the file, where it may have another."""
    there = plain(node_at(root_of(text, BOOK_FILE), way))
    other = next((also for also, own in Person.ALSO.items() if own == name and also in there), None)
    return other if other is not None and name not in there else name


def _moved(file: str) -> ContentError:
    words = "the record was moved or renamed just now, while the command was at work."
    return ContentError([Problem("file-busy", Location(file), words, "Run the command again; nothing was changed.")])
