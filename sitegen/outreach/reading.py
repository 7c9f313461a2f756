"""The private files to typed records, or every problem in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

from sitegen.common.decoding import decoded
from sitegen.common.frozen import frozen
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.records import read_record
from sitegen.common.splices import root_of
from sitegen.outreach.clients import Clients
from sitegen.outreach.people import Book
from sitegen.outreach.proof_log import ProofLog
from sitegen.outreach.short_forms import spelled_out

BOOK, CLIENTS, PROOF_LOG = "outreach.yaml", "clients.yaml", "proof-log.yaml"
"""The files, by their names in content/private/."""
FOLDER = "content/private"

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@frozen
class Kept(Generic[T_co]):
    """A private file as read: its record, the line each field stands on, and notices about fields that are not read."""

    record: T_co
    lines: Mapping[str, int]
    notices: tuple[Problem, ...]
    file: str

    def location(self, way: str) -> Location:
        """Give the line of a field (`people.2.name`), or of the nearest above it."""
        while way and way not in self.lines:
            way = way.rpartition(".")[0]
        return Location(self.file, self.lines.get(way, 0))


def read_book(data: bytes | None) -> Kept[Book]:
    """Give the book; an empty one where there is no file. Raises ContentError with every problem."""
    return _read(Book, data, BOOK)


def read_clients(data: bytes | None) -> Kept[Clients]:
    """Give the clients; none where there is no file. Raises ContentError with every problem."""
    return _read(Clients, data, CLIENTS)


def read_proof_log(data: bytes | None) -> Kept[ProofLog]:
    """Give the proof log; an empty one where there is no file. Raises ContentError with every problem."""
    return _read(ProofLog, data, PROOF_LOG)


def _read(model: type[T], data: bytes | None, name: str) -> Kept[T]:
    file = f"{FOLDER}/{name}"
    node = root_of(decoded(data, file), file) if data is not None else None
    if node is None:
        return Kept(model(), {}, (), file)
    node, notices = spelled_out(model, node, file)
    read = read_record(model, node, file)
    kept = Kept(read.record, read.lines, tuple(notices), file)
    if isinstance(read.record, Book):
        _refuse_doubles(read.record, kept)
    return kept


def _refuse_doubles(book: Book, kept: Kept[T]) -> None:
    """Refuse two people who could not be told apart: the same name and no other company, e-mail or link."""
    seen: dict[tuple[str, str, tuple[str, ...]], int] = {}
    problems = []
    for index, person in enumerate(book.people):
        key = (person.name.casefold(), (person.company or "").casefold(), (*person.emails, *person.links))
        if key in seen:
            first = kept.location(f"people.{seen[key]}").line
            problems.append(
                Problem(
                    "person-twice", kept.location(f"people.{index}"), f"this person stands in your book already, on line {first}.", "Make one entry of the two."
                )
            )
        seen.setdefault(key, index)
    if problems:
        raise ContentError(problems)
