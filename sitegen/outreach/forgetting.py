"""Removing a person from the private files for good: records, mentions, versions. What was removed is told, and nothing of it is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from sitegen.common.frozen import frozen
from sitegen.common.leaks.forms import link_form, phone_key
from sitegen.common.leaks.needle import Needle
from sitegen.common.leaks.search import Searcher
from sitegen.common.splices import node_at, plain, root_of, without_entry
from sitegen.outreach.clients import Engagement
from sitegen.outreach.finding import folded
from sitegen.outreach.people import Person
from sitegen.outreach.reading import BOOK, CLIENTS, FOLDER, PROOF_LOG

BLANK = "(forgotten)"


@frozen
class Known:
    """By what a person is known in the private files."""

    names: tuple[str, ...]
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()

    def keys(self) -> tuple[str, ...]:
        """Give what an import knows them by."""
        return (
            *(f"person {folded(name)}" for name in self.names),
            *(f"email {email.lower()}" for email in self.emails),
            *(f"link {link_form(link)}" for link in self.links),
        )

    def searcher(self) -> Searcher:
        """Give what finds every trace: full names, addresses, numbers, links."""
        from sitegen.common.problems import Location

        nowhere = Location("")
        wanted = [Needle("name", name, nowhere) for name in self.names] + [Needle("email", email, nowhere) for email in self.emails]
        wanted += [Needle("phone", phone, nowhere) for phone in self.phones if phone_key(phone)] + [Needle("link", link, nowhere) for link in self.links]
        return Searcher(wanted)


def known_by(person: Person | None, clients: Iterable[Engagement]) -> Known:
    """Give by what somebody is known, from the book and the clients."""
    of_clients = tuple(clients)
    names = dict.fromkeys([*((person.name, *person.also) if person else ()), *(client.who for client in of_clients)])
    emails = dict.fromkeys([*(person.emails if person else ()), *(email for client in of_clients for email in client.emails)])
    return Known(tuple(names), tuple(map(str, emails)), person.phones if person else (), tuple(map(str, person.links)) if person else ())


def without(file: str, text: str, known: Known) -> str:
    """Give a private file's text without a person: their own records go, and every mention elsewhere is blanked. Raises ContentError for YAML that can't be read."""
    if file == BOOK:
        text = _without_records(text, f"{FOLDER}/{BOOK}", "people", "name", known)
    elif file == CLIENTS:
        text = _without_records(text, f"{FOLDER}/{CLIENTS}", "clients", "who", known)
    elif file == PROOF_LOG:
        text = _without_records(text, f"{FOLDER}/{PROOF_LOG}", "log", "who", known)
    elif file.endswith(".jsonl"):
        return "".join(line for line in text.splitlines(keepends=True) if not _is_of(line, known))
    return blanked(text, known)


def _without_records(text: str, file: str, field: str, key: str, known: Known) -> str:
    names = {folded(name) for name in known.names}
    emails, links = {email.lower() for email in known.emails}, {link_form(link) for link in known.links}
    while True:
        entries = plain(node_at(root_of(text, file), [field]))
        gone = next((i for i, entry in enumerate(entries) if _same(entry, key, names, emails, links)), None) if isinstance(entries, list) else None
        if gone is None:
            return text
        text = without_entry(text, file, [], field, gone)


def _same(entry: object, key: str, names: set[str], emails: set[str], links: set[str]) -> bool:
    if not isinstance(entry, Mapping):
        return folded(str(entry)) in names
    if folded(str(entry.get(key, entry.get("name", "")))) not in names:
        return False
    own = _texts(entry, "emails", "email"), _texts(entry, "links", "link")
    theirs = {email.lower() for email in own[0]}, {link_form(link) for link in own[1]}
    apart = (theirs[0] and emails and not theirs[0] & emails) and not (theirs[1] & links)
    return not apart


def _texts(entry: Mapping[str, object], *names: str) -> list[str]:
    values = [entry[name] for name in names if name in entry]
    return [str(text) for value in values for text in (value if isinstance(value, list) else [value])]


def _is_of(line: str, known: Known) -> bool:
    try:
        row = json.loads(line) if line.strip() else {}
    except ValueError:
        return bool(known.searcher().found_in("", line.encode()))
    emails, links = {email.lower() for email in known.emails}, {link_form(link) for link in known.links}
    theirs = {str(email).lower() for email in row.get("emails", ())}, {link_form(str(link)) for link in row.get("links", ())}
    if theirs[0] & emails or theirs[1] & links:
        return True
    return folded(str(row.get("name", ""))) in {folded(name) for name in known.names} and not (theirs[0] and emails) and not (theirs[1] and links)


def blanked(text: str, known: Known) -> str:
    """Give a text in which every mention of a person, by full name, address, number or link, is blanked; other lines stay to the byte."""
    searcher = known.searcher()
    if not searcher.found_in("x", text.encode()):
        return text
    return "".join(_blanked_line(line, known) if searcher.found_in("x", line.encode()) else line for line in text.splitlines(keepends=True))


def _blanked_line(line: str, known: Known) -> str:
    body = line.rstrip("\r\n")
    end = line[len(body) :]
    made = body
    for word in sorted((*known.links, *known.emails, *known.names, *known.phones), key=len, reverse=True):
        made = re.sub(re.escape(word), BLANK, made, flags=re.IGNORECASE)
    if known.searcher().found_in("x", made.encode()):
        head = re.match(r"\s*(?:- )?(?:[\w-]+:\s)?|\s*#\s*", body)
        made = f"{head[0] if head else ''}{BLANK}"
    return made + end
