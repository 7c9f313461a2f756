"""Two entries of the book to one: nothing that either knows is lost."""

from __future__ import annotations

from sitegen.common.yaml_writing import Plain
from sitegen.outreach.entries import as_plain
from sitegen.outreach.people import Person, Stage

_LISTS = ("also", "emails", "phones", "links", "worked_together", "can", "groups", "touches", "asks", "introductions", "clients")
_FURTHER: tuple[Stage, ...] = ("listed", "written to", "not now", "answered", "talked", "keep in touch", "reference", "referrer", "client", "do not contact")


def merged(one: Person, other: Person) -> dict[str, Plain]:
    """Give the fields of the first entry that change when the second is taken into it; what both say differently goes into the note."""
    mine, theirs = as_plain(one), as_plain(other)
    made: dict[str, Plain] = {}
    notes = [str(mine["note"])] if "note" in mine else []
    if other.name != one.name:
        theirs["also"] = [*_entries(theirs.get("also")), other.name]
    for name, value in theirs.items():
        if name in ("name", "stage"):
            continue
        if name in _LISTS:
            together = [*_entries(mine.get(name)), *(entry for entry in _entries(value) if entry not in _entries(mine.get(name)))]
            if name == "touches":
                together.sort(key=lambda touch: str(touch.get("date", "")) if isinstance(touch, dict) else "")
            if together != mine.get(name):
                made[name] = together
        elif name == "note":
            notes.append(str(value))
        elif name not in mine:
            made[name] = value
        elif mine[name] != value:
            notes.append(f"other entry's {name.replace('_', ' ')}: {_words(value)}")
    stage = max(one.stage, other.stage, key=_FURTHER.index)
    if stage != one.stage:
        made["stage"] = stage
    note = "; ".join(dict.fromkeys(notes))
    if note and note != mine.get("note"):
        made["note"] = note
    return made


def _entries(value: Plain | None) -> list[Plain]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _words(value: Plain) -> str:
    return " ".join(map(str, value.values())) if isinstance(value, dict) else str(value)
