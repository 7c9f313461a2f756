"""A file of another program, whatever it is called, to the people in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitegen.common.archives import opened
from sitegen.common.frozen import frozen
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.tables import has_head, table_text
from sitegen.outreach.imports import google, linkedin, vcard
from sitegen.outreach.imports.contact import Contact


@frozen
class Export:
    """What was found in the files: people by where they came from, and what was passed over."""

    contacts: tuple[Contact, ...]
    sources: tuple[str, ...]
    jobs: int = 0
    passed_over: tuple[str, ...] = ()


def read_exports(files: Mapping[str, bytes]) -> Export:
    """Give the people in files. Raises ContentError for a file that holds none and is no part of a LinkedIn export."""
    parts: list[tuple[str, str, bytes]] = []
    for name, data in files.items():
        parts += [(name, inner, content) for inner, content in opened(name, data, (".csv", ".vcf", ".vcard"), "Connections.csv")]
    contacts: list[Contact] = []
    jobs: list[linkedin.Position] = []
    letters: list[str] = []
    known, passed = set(), []
    for name, inner, data in parts:
        kind = _kind(inner, data)
        if kind:
            known.add(name)
        text = table_text(data) if kind and kind != "vcard" else ""
        match kind:
            case "connections":
                contacts += linkedin.connections(text)
            case "positions":
                jobs += linkedin.positions(text)
            case "messages":
                letters.append(text)
            case "google":
                contacts += google.google_contacts(text)
            case "vcard":
                contacts += vcard.vcards(data)
            case _:
                passed.append(inner)
    unknown = [name for name in files if name not in known]
    if unknown:
        raise ContentError([_unknown(name) for name in unknown])
    of_linkedin = [contact for contact in contacts if contact.source == linkedin.SOURCE]
    others = [contact for contact in contacts if contact.source != linkedin.SOURCE]
    of_linkedin = linkedin.with_former(of_linkedin, jobs)
    for text in letters:
        of_linkedin = linkedin.with_messages(of_linkedin, text)
    every = (*of_linkedin, *others)
    return Export(_once(every), tuple(dict.fromkeys(contact.source for contact in every)), len(jobs), tuple(passed))


def _once(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Give each person of one source once, by link, e-mail or name with company."""
    seen: set[tuple[str, str]] = set()
    made = []
    for contact in contacts:
        keys = [(contact.source, key) for key in contact.known_by]
        sure = [key for key in keys if not key[1].startswith("name ")] or keys
        if not seen.intersection(sure):
            made.append(contact)
        seen.update(keys)
    return tuple(made)


def _kind(name: str, data: bytes) -> str:
    if b"BEGIN:VCARD" in data[:4000].upper().replace(b"\0", b""):
        return "vcard"
    text = table_text(data[:20_000])
    if any(has_head(text, head) for head in linkedin.CONNECTIONS) and not has_head(text, ("E-mail 1 - Value",)) and "received" not in name.lower():
        return "connections"
    if has_head(text, linkedin.POSITIONS):
        return "positions"
    if has_head(text, linkedin.MESSAGES):
        return "messages"
    return "google" if has_head(text, google.NOW) or has_head(text, google.BEFORE) else ""


def _unknown(name: str) -> Problem:
    return Problem(
        "import-file",
        Location(name),
        "this is no export that can be read here.",
        "It takes LinkedIn's zip (or Connections.csv, Positions.csv, messages.csv), Google Contacts as CSV, and vCards (.vcf). `sitegen help imports` tells where to get them.",
    )
