"""What was imported and is not in the book yet: one line of JSON a person, in content/private/staged.jsonl."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from typing import Any

from sitegen.common.frozen import frozen
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.outreach.finding import folded
from sitegen.outreach.imports.contact import Contact
from sitegen.outreach.reading import FOLDER

STAGED = "staged.jsonl"
_STATE = ("was", "gone", "picked", "declined")


@frozen
class Staged:
    """A staged person: what the last export says, what an earlier one said of the job, and what became of them."""

    contact: Contact
    was: str = ""
    """The job before, as in `Head of Operations, Harbour Foods`, until the change was looked at."""
    gone: bool = False
    picked: bool = False
    declined: str = ""
    """A new job that she did not want in her book, so that it is not offered again."""

    @property
    def job(self) -> str:
        """Give `Head of Operations, Harbour Foods`."""
        return ", ".join(filter(None, (self.contact.role, self.contact.company)))


@frozen
class Difference:
    """What an import changes: the staged people as they are to be, and who is new, has another job, or is gone."""

    staged: tuple[Staged, ...]
    new: tuple[Staged, ...]
    changed: tuple[Staged, ...]
    gone: tuple[Staged, ...]
    same: int
    forgotten: int


def read_staged(data: bytes | None) -> tuple[Staged, ...]:
    """Give the staged people. Raises ContentError for a line that can't be read."""
    made = []
    for number, line in enumerate((data or b"").decode("utf-8", "replace").split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            state = {name: row.pop(name) for name in _STATE if name in row}
            fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
            contact = Contact(**fields)
            made.append(Staged(contact, **state))
        except (ValueError, TypeError, AttributeError):
            raise ContentError(
                [
                    Problem(
                        "staged-unread",
                        Location(f"{FOLDER}/{STAGED}", number),
                        "this line of the staging file can't be read.",
                        "Delete the file and import again; your book is not touched by that.",
                    )
                ]
            ) from None
    return tuple(made)


def written_staged(staged: Iterable[Staged]) -> bytes:
    """Give the staging file, sorted by name, empty values left out."""
    lines = []
    for one in sorted(staged, key=lambda s: (folded(s.contact.name), s.contact.known_by)):
        row = {name: value for name, value in {**asdict(one.contact), **{name: getattr(one, name) for name in _STATE}}.items() if value}
        lines.append(json.dumps(row, ensure_ascii=False) + "\n")
    return "".join(lines).encode()


def difference(before: Iterable[Staged], contacts: Iterable[Contact], is_forgotten: Callable[[Contact], bool]) -> Difference:
    """Compare an export with what is staged. Whoever is not in it any more, of a source that it has, is gone; nobody who was forgotten comes back."""
    old = list(before)
    by_key: dict[tuple[str, str], int] = {}
    by_name: dict[tuple[str, str], list[int]] = {}
    for index, one in enumerate(old):
        for key in one.contact.known_by:
            by_key.setdefault((one.contact.source, key), index)
        by_name.setdefault((one.contact.source, folded(one.contact.name)), []).append(index)
    staged: list[Staged] = []
    new, changed, seen, same, left_out = [], [], set(), 0, 0
    sources = set()
    for contact in contacts:
        sources.add(contact.source)
        if is_forgotten(contact):
            left_out += 1
            continue
        known = next((by_key[contact.source, key] for key in contact.known_by if (contact.source, key) in by_key), None)
        namesakes = by_name.get((contact.source, folded(contact.name)), [])
        if known is None and len(namesakes) == 1 and not contact.links and not contact.emails and not old[namesakes[0]].contact.links:
            known = namesakes[0]
        if known is None or known in seen:
            one = Staged(contact)
            new.append(one)
        else:
            seen.add(known)
            one = _renewed(old[known], contact)
            if one.was and one.was != old[known].was:
                changed.append(one)
            else:
                same += 1
        staged.append(one)
    gone = []
    for index, one in enumerate(old):
        if index in seen:
            continue
        lost = one.contact.source in sources
        if lost and not one.gone:
            gone.append(replace(one, gone=True))
        if not is_forgotten(one.contact):
            staged.append(replace(one, gone=one.gone or lost))
    return Difference(tuple(staged), tuple(new), tuple(changed), tuple(gone), same, left_out)


def _renewed(old: Staged, contact: Contact) -> Staged:
    """Give a staged person as the newer export has them; what only the older one knew stays."""
    before = old.contact
    merged = replace(
        contact, emails=tuple(dict.fromkeys((*contact.emails, *before.emails))), phones=tuple(dict.fromkeys((*contact.phones, *before.phones))),
        messages=contact.messages or before.messages, last_message=contact.last_message or before.last_message, last_by=contact.last_by or before.last_by, former=contact.former or before.former,
    )  # fmt: skip
    moved = (folded(before.company), folded(before.role)) != (folded(contact.company), folded(contact.role)) and bool(old.job)
    return replace(old, contact=merged, was=old.job if moved else old.was, gone=False)
