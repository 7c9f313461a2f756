"""What commands change in the book: each gives the file's text with one record changed and every other byte as it was."""

from __future__ import annotations

from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.splices import Way, node_at, plain, root_of, with_entries, with_entry, with_field, without_entry
from sitegen.common.yaml_writing import Plain
from sitegen.outreach.desk import Edit
from sitegen.outreach.people import Person
from sitegen.outreach.reading import BOOK, CLIENTS, FOLDER

PEOPLE, BOOK_FILE, CLIENTS_FILE = "people", f"{FOLDER}/{BOOK}", f"{FOLDER}/{CLIENTS}"


def adding(person: dict[str, Plain]) -> Edit:
    """Put a person at the end of the book."""
    return lambda text: with_entry(text, BOOK_FILE, [], PEOPLE, person)


def adding_all(people: list[dict[str, Plain]]) -> Edit:
    """Put several people at the end of the book: the text is read and checked once, not once a person."""
    return lambda text: with_entries(text, BOOK_FILE, [], PEOPLE, list(people))


def noting(person: Person, index: int, name: str, entry: Plain) -> Edit:
    """Put an entry at the end of one of a person's lists."""
    return lambda text: with_entry(*_spelled(text, _place(text, person, index)), name, entry)


def setting(person: Person, index: int, name: str, value: Plain | None) -> Edit:
    """Set one of a person's fields, or take it away by None."""

    def edit(text: str) -> str:
        text, file, way = _spelled(text, _place(text, person, index))
        return with_field(text, file, way, _own_name(text, file, way, name), value)

    return edit


def both(*edits: Edit) -> Edit:
    """Make several edits one after the other."""

    def edit(text: str) -> str:
        for one in edits:
            text = one(text)
        return text

    return edit


def removing(person: Person, index: int) -> Edit:
    """Take a person out of the book."""
    return lambda text: without_entry(text, BOOK_FILE, [], PEOPLE, _place(text, person, index))


def setting_client(index: int, who: str, name: str, value: Plain | None) -> Edit:
    """Set a field of a client."""

    def edit(text: str) -> str:
        entry = node_at(root_of(text, CLIENTS_FILE), ["clients", index])
        if entry is None or who not in plain(entry).values():  # type: ignore[union-attr]
            raise _moved(CLIENTS_FILE)
        return with_field(text, CLIENTS_FILE, ["clients", index], name, value)

    return edit


def _place(text: str, person: Person, index: int) -> int:
    """Give where a person stands in a text that may have been changed since it was read."""
    people = node_at(root_of(text, BOOK_FILE), [PEOPLE])
    entries = plain(people) if people is not None else []
    named = [number for number, entry in enumerate(entries) if _name(entry) == person.name]
    if index in named:
        return index
    if len(named) == 1:
        return named[0]
    raise _moved(BOOK_FILE)


def _name(entry: object) -> str:
    return str(entry.get("name", "")) if isinstance(entry, dict) else str(entry)


def _spelled(text: str, index: int) -> tuple[str, str, Way]:
    """Let a person who is a name alone have fields."""
    people = plain(node_at(root_of(text, BOOK_FILE), [PEOPLE]))
    entry = people[index] if isinstance(people, list) else people
    if isinstance(entry, str):
        node = node_at(root_of(text, BOOK_FILE), [PEOPLE, index])
        start = node.start_mark.index if node is not None else 0
        return f"{text[:start]}name: {text[start:]}", BOOK_FILE, [PEOPLE, index]
    return text, BOOK_FILE, [PEOPLE, index]


def _own_name(text: str, file: str, way: Way, name: str) -> str:
    """Give the name under which a field stands in the file, where it may have another."""
    there = plain(node_at(root_of(text, file), way))
    other = next((also for also, own in Person.ALSO.items() if own == name and also in there), None)
    return other if other is not None and name not in there else name


def _moved(file: str) -> ContentError:
    words = "the record was moved or renamed just now, while the command was at work."
    return ContentError([Problem("file-busy", Location(file), words, "Run the command again; nothing was changed.")])
