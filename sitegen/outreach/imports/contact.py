"""Somebody in an imported file."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date

from sitegen.common.frozen import frozen
from sitegen.common.leaks.forms import link_form
from sitegen.common.values import Misread, read_email
from sitegen.outreach.finding import folded

MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "mär": 3, "mae": 3, "mrz": 3, "apr": 4, "may": 5, "mai": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "okt": 10, "nov": 11,
    "dec": 12, "dez": 12,
}  # fmt: skip


@frozen
class Contact:
    """What an export says of a person, without a word of what was written to them."""

    name: str
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    company: str = ""
    role: str = ""
    since: str = ""
    """The day you were connected, as 2024-03-12."""
    groups: tuple[str, ...] = ()
    source: str = ""
    messages: int = 0
    last_message: str = ""
    last_by: str = ""
    """Who wrote last: me or them."""
    former: str = ""
    """Where you may have worked together, as in `Northwind Example 2014-2018`."""

    @property
    def known_by(self) -> tuple[str, ...]:
        """By what this person is known again: links, e-mails, then name and company, the surest first."""
        own = [f"link {link_form(link)}" for link in self.links] + [f"email {email.lower()}" for email in self.emails]
        return (*own, f"name {folded(self.name)}|{folded(self.company)}")


def cleaned(contact: Contact) -> Contact | None:
    """Give a contact with its values in order, None for one without a name: pictures in names and companies go, doubled values too, what is no e-mail address is left out."""
    name = _plain(contact.name)
    if not folded(name):
        return None
    emails = tuple(dict.fromkeys(email for raw in contact.emails if (email := _email(raw))))
    phones = tuple(dict.fromkeys(phone for raw in contact.phones if len(re.sub(r"\D", "", phone := _plain(raw))) >= 5 and not re.search(r"[A-Za-z]{4}", phone)))
    links = tuple(dict.fromkeys(link for raw in contact.links if (link := _link(raw))))
    return replace(
        contact,
        name=name,
        emails=emails,
        phones=phones,
        links=links,
        company=_plain(contact.company),
        role=_plain(contact.role),
        groups=tuple(filter(None, map(_plain, contact.groups))),
    )


def read_export_date(text: str) -> str:
    """Give a day written `12 Mar 2024`, `7-Feb-22`, `12. März 2024`, `2024-03-12 ...` as 2024-03-12; "" for none."""
    words = text.strip()
    if found := re.match(r"(\d{4})-(\d{2})-(\d{2})", words):
        return _iso(int(found[1]), int(found[2]), int(found[3]))
    found = re.match(r"(\d{1,2})[.\s-]+\s*([A-Za-zä]{3,})\.?[\s-]+(\d{2,4})", words)
    month = MONTHS.get(found[2][:3].lower(), 0) if found else 0
    if found is None or not month:
        return ""
    year = int(found[3])
    return _iso(year + 2000 if year < 100 else year, month, int(found[1]))


def read_export_month(text: str) -> str:
    """Give `Jan 2021`, `2021` as 2021-01, 2021; "" for none."""
    if found := re.fullmatch(r"([A-Za-zä]{3,})\.? (\d{4})", text.strip()):
        month = MONTHS.get(found[1][:3].lower(), 0)
        return f"{found[2]}-{month:02}" if month else found[2]
    return text.strip() if re.fullmatch(r"\d{4}", text.strip()) else ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _plain(text: str) -> str:
    if text.isascii() and text.isprintable():
        return " ".join(text.split()).strip(" ,")
    kept = "".join(letter for letter in text if unicodedata.category(letter) not in ("So", "Cc", "Cf", "Cs", "Co", "Sk") or letter in "\t\n")
    return " ".join(re.sub(r"[\ufe0f\u200d]", "", kept).split()).strip(" ,")


def _email(raw: str) -> str:
    try:
        return str(read_email(raw.strip().lower()))
    except Misread:
        return ""


def _link(raw: str) -> str:
    text = raw.strip()
    if re.match(r"(www\.|[\w-]+\.)?linkedin\.com/", text):
        text = f"https://{text}"
    return text if re.fullmatch(r"https?://[^\s<>\"'\\@]+\.[^\s<>\"'\\]+", text) else ""
