"""What taking somebody in means for the book: a new entry, or what an entry lacks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from sitegen.common.leaks.forms import link_form
from sitegen.common.yaml_writing import Plain
from sitegen.outreach.finding import folded
from sitegen.outreach.imports.contact import Contact
from sitegen.outreach.imports.staging import Staged
from sitegen.outreach.people import Person


def entry_of(contact: Contact) -> dict[str, Plain]:
    """Give a new person's entry."""
    made: dict[str, Plain] = {"name": contact.name}
    for name, values in (("emails", contact.emails), ("phones", contact.phones), ("links", contact.links)):
        if values:
            made[name] = list(values)
    made |= {name: value for name, value in (("company", contact.company), ("role", contact.role)) if value}
    if contact.former:
        made["worked_together"] = [contact.former]
    if contact.groups:
        made["groups"] = list(contact.groups)
    made["source"] = _source(contact)
    if contact.messages and contact.last_message:
        by = " from them" if contact.last_by == "them" else ""
        line = "one message" if contact.messages == 1 else f"the last of {contact.messages} messages"
        made["touches"] = [{f"{contact.last_message} linkedin{by}": line}]
    return made


def _source(contact: Contact) -> str:
    if contact.source == "LinkedIn":
        return "we are connected on LinkedIn" + (f" since {contact.since[:4]}" if contact.since else "")
    return "you gave me your address"


def lacking(person: Person, contact: Contact) -> dict[str, Plain]:
    """Give the fields of an entry that an export can complete: addresses, numbers and links it lacks, company and role where there are none."""
    made: dict[str, Plain] = {}
    emails = [email for email in contact.emails if email not in {str(one).lower() for one in person.emails}]
    phones = [phone for phone in contact.phones if re.sub(r"\D", "", phone)[-9:] not in {re.sub(r"\D", "", one)[-9:] for one in person.phones}]
    links = [link for link in contact.links if link_form(link) not in {link_form(one) for one in person.links}]
    for name, old, more in (("emails", person.emails, emails), ("phones", person.phones, phones), ("links", person.links, links)):
        if more:
            made[name] = [*map(str, old), *more]
    if not person.company and contact.company:
        made["company"] = contact.company
    if not person.role and contact.role:
        made["role"] = contact.role
    if not person.worked_together and contact.former:
        made["worked_together"] = [contact.former]
    return made


def has_new_job(person: Person, contact: Contact) -> bool:
    """Say whether an export has another company, or another role in the same, than the book."""
    if not contact.company or not person.company:
        return False
    return folded(contact.company) != folded(person.company) or bool(contact.role and person.role and folded(contact.role) != folded(person.role))


def job_fields(contact: Contact, today: date) -> dict[str, Plain]:
    """Give the fields of a new job, with the reason to write as the next step."""
    job = ", ".join(filter(None, (contact.role, contact.company)))
    return {"company": contact.company, **({"role": contact.role} if contact.role else {}), "next": f"{today.isoformat()} write about the new job: {job}"}


def wanted(staged: Sequence[Staged], company: str | None, since: str | None, *, former: bool) -> list[int]:
    """Give the numbers of those who fit: not picked, not gone, of a company now or then, connected since a day; likely colleagues first, then by name."""
    words = folded(company or "")
    fits = [
        i for i, one in enumerate(staged)
        if not one.picked and not one.gone and (not words or words in folded(one.contact.company) or words in folded(one.contact.former))
        and (not since or one.contact.since >= since) and (not former or one.contact.former)
    ]  # fmt: skip
    return sorted(fits, key=lambda i: (not staged[i].contact.former, -staged[i].contact.messages, folded(staged[i].contact.name), i))
