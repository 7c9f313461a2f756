"""What commands change in the proof log: each gives the file's text with one entry changed and every other byte as it was."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.splices import Way, node_at, plain, root_of, with_entry, with_field
from sitegen.common.yaml_writing import Plain
from sitegen.outreach.desk import Edit
from sitegen.outreach.proof_log import HEAD, ProofEntry
from sitegen.outreach.reading import FOLDER, PROOF_LOG

LOG, FILE = "log", f"{FOLDER}/{PROOF_LOG}"


def beginning(fields: Mapping[str, str]) -> Edit:
    """Put a new entry at the end of the log, which is begun where there is none."""
    entry: dict[str, Plain] = dict(fields)
    return lambda text: with_entry(text if text.strip() else HEAD, FILE, [], LOG, entry)


def noting(entry: ProofEntry, number: int, fields: Mapping[str, str | None]) -> Edit:
    """Set fields of an entry, or take them away by None. Raises ContentError where the entry was moved while the command was at work."""

    def edit(text: str) -> str:
        way: Way = [LOG, _place(text, entry, number)]
        for name, value in fields.items():
            there = plain(node_at(root_of(text, FILE), way))
            own = next((also for also, field in ProofEntry.ALSO.items() if field == name and also in there and name not in there), name)
            text = with_field(text, FILE, way, own, value)
        return text

    return edit


def _place(text: str, entry: ProofEntry, number: int) -> int:
    """Give where an entry stands in a text that may have been changed since it was read."""
    found = node_at(root_of(text, FILE), [LOG])
    entries = plain(found) if found is not None else []
    same = [index for index, other in enumerate(entries) if isinstance(other, dict) and _who(other) == entry.who and (other.get("item") or None) == entry.item]
    if number in same:
        return number
    if len(same) == 1:
        return same[0]
    words = "the entry was moved or renamed just now, while the command was at work."
    raise ContentError([Problem("file-busy", Location(FILE), words, "Run the command again; nothing was changed.")])


def _who(entry: Mapping[str, Plain]) -> str:
    return str(next((entry[name] for name in ("who", *ProofEntry.ALSO) if name in entry), ""))
