"""A LinkedIn export: connections, her own positions, the dates of messages and never their text. Old, new and German heads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from sitegen.common.frozen import frozen
from sitegen.common.leaks.forms import link_form
from sitegen.common.tables import rows
from sitegen.outreach.finding import folded
from sitegen.outreach.imports.contact import Contact, cleaned, read_export_date, read_export_month

SOURCE = "LinkedIn"
CONNECTIONS = (("First Name", "Last Name", "Company", "Position"), ("Vorname", "Nachname", "Unternehmen", "Position"))
POSITIONS = ("Company Name", "Title", "Started On")
MESSAGES = ("CONVERSATION ID", "FROM", "TO", "DATE")
_GERMAN = {"first name": "vorname", "last name": "nachname", "email address": "e-mail-adresse", "company": "unternehmen", "connected on": "verbunden am"}


@frozen
class Position:
    """One of her own jobs."""

    company: str
    begun: str
    ended: str

    def spelled(self) -> str:
        """Give `Northwind Example 2014-2018`."""
        years = f"{self.begun[:4]}-{self.ended[:4] if self.ended else 'now'}" if self.begun else ""
        return f"{self.company} {years}".strip()


def connections(text: str) -> list[Contact]:
    """Give everybody in Connections.csv."""
    made = []
    for head in CONNECTIONS:
        for row in rows(text, head):
            get = _getter(row)
            contact = Contact(
                name=f"{get('first name')} {get('last name')}", emails=tuple(filter(None, [get("email address")])), links=tuple(filter(None, [get("url")])),
                company=get("company"), role=get("position"), since=read_export_date(get("connected on")), source=SOURCE,
            )  # fmt: skip
            if (whole := cleaned(contact)) is not None:
                made.append(whole)
        if made:
            break
    return made


def _getter(row: Mapping[str, str]) -> _Get:
    return _Get(row)


@frozen
class _Get:
    row: Mapping[str, str]

    def __call__(self, name: str) -> str:
        return self.row.get(name) or self.row.get(_GERMAN.get(name, name), "") or ""


def positions(text: str) -> list[Position]:
    """Give her own jobs from Positions.csv."""
    found = [
        Position(row.get("company name", ""), read_export_month(row.get("started on", "")), read_export_month(row.get("finished on", "")))
        for row in rows(text, POSITIONS)
    ]
    return [one for one in found if folded(one.company)]


def with_former(contacts: list[Contact], jobs: list[Position]) -> list[Contact]:
    """Note on each contact where she may have worked with them: they are where she was, or the two were connected while she was there."""
    ended = [job for job in jobs if job.ended]
    by_company = {folded(job.company): job for job in ended}

    def former(contact: Contact) -> str:
        if folded(contact.company) in by_company:
            return by_company[folded(contact.company)].spelled()
        then = [
            job
            for job in ended
            if contact.since and job.begun and job.begun <= contact.since[: len(job.begun)] and contact.since[: len(job.ended)] <= job.ended
        ]
        return then[0].spelled() if then else ""

    return [replace(contact, former=former(contact)) for contact in contacts]


def with_messages(contacts: list[Contact], text: str) -> list[Contact]:
    """Note on each contact how many messages there were and when the last was; who she is, is told by who is in nearly all of them."""
    seen: Counter[str] = Counter()
    lines = []
    for row in rows(text, MESSAGES):
        sender = _who(row.get("from", ""), row.get("sender profile url", ""))
        targets = _targets(row.get("to", ""), row.get("recipient profile urls", ""))
        seen.update({sender, *targets})
        lines.append((sender, targets, read_export_date(row.get("date", ""))))
    if not lines:
        return contacts
    me = seen.most_common(1)[0][0]
    count: Counter[str] = Counter()
    last: dict[str, tuple[str, str]] = {}
    for sender, targets, day in lines:
        for other in {sender, *targets} - {me}:
            count[other] += 1
            last[other] = max(last.get(other, ("", "")), (day, "me" if sender == me else "them"))
    return [_noted(contact, count, last) for contact in contacts]


def _noted(contact: Contact, count: Counter[str], last: Mapping[str, tuple[str, str]]) -> Contact:
    keys = [*(f"link {link_form(link)}" for link in contact.links), f"name {folded(contact.name)}"]
    key = next((one for one in keys if count[one]), "")
    return replace(contact, messages=count[key], last_message=last[key][0], last_by=last[key][1]) if key else contact


def _who(name: str, url: str) -> str:
    return f"link {link_form(url)}" if url else f"name {folded(name)}"


def _targets(names: str, urls: str) -> list[str]:
    if urls:
        return [f"link {link_form(url)}" for url in urls.replace(";", ",").split(",") if url.strip()]
    return [f"name {folded(name)}" for name in names.split(",") if name.strip()]
