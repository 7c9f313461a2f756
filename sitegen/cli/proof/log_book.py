"""Notes in the proof log, from commands that know the person and the item."""

from __future__ import annotations

from sitegen.outreach.desk import Desk
from sitegen.outreach.log_edits import beginning, noting
from sitegen.outreach.proof_log import ProofEntry, of_item, of_person
from sitegen.outreach.reading import PROOF_LOG


def entry_of(desk: Desk, who: str, service: str | None, item: str | None) -> tuple[int, ProofEntry] | None:
    """Give the entry of an item, else the one in which the person was asked and nothing came yet. None where there is none."""
    entries = desk.proof_log().record.log
    number = of_item(entries, item) if item else None
    if number is None and who:
        number = of_person(entries, who, service)
    return None if number is None else (number, entries[number])


def note(desk: Desk, who: str, service: str | None, item: str | None, fields: dict[str, str | None], what: str) -> None:
    """Set fields of the entry of a person and item; one is begun where there is none. `what` is the command, for the versions."""
    found = entry_of(desk, who, service, item)
    named = {"item": item} if item else {}
    if found is None:
        entry = {"who": who, **({"service": service} if service else {}), **named, **{name: value for name, value in fields.items() if value is not None}}
        desk.change(PROOF_LOG, beginning(entry), what)
        return
    number, known = found
    changes = {name: value for name, value in {**named, **fields}.items() if (str(getattr(known, name)) if getattr(known, name) is not None else None) != value}
    if service and known.service is None:
        changes = {"service": service, **changes}
    if changes:
        desk.change(PROOF_LOG, noting(known, number, changes), what)
