"""vCards 3.0 and 4.0 (RFC 2426, RFC 6350), and 2.1 as old phones write it: only names, addresses, numbers, links, company and role are read."""

from __future__ import annotations

import quopri
import re
from collections.abc import Iterator

from sitegen.common.patterns import regex
from sitegen.common.tables import table_text
from sitegen.outreach.imports.contact import Contact, cleaned

SOURCE = "vCard"
_LINE = regex(r"(?:[\w-]+\.)?([A-Za-z-]+)((?:;(?:[^\":;]|\"[^\"]*\")*)*):(.*)", re.DOTALL)


def vcards(data: bytes) -> list[Contact]:
    """Give everybody in a file of vCards; a line that can't be read is passed over, and so is a card without a name."""
    text = table_text(data).replace("\r\n", "\n").replace("\r", "\n")
    cards = re.findall(r"BEGIN:VCARD(.*?)END:VCARD", text, re.DOTALL | re.IGNORECASE)
    return [contact for card in cards if (contact := _contact(card)) is not None]


def _contact(card: str) -> Contact | None:
    found: dict[str, list[str]] = {}
    for name, options, value in _lines(card):
        found.setdefault(name, [])
        place = 0 if "PREF" in options.upper() else len(found[name])
        found[name].insert(place, value)
    spelled = _name(found.get("N", [""])[0])
    company = _unescaped(_parts(found.get("ORG", [""])[0])[0])
    links = [*found.get("URL", []), *found.get("X-SOCIALPROFILE", []), *found.get("SOCIALPROFILE", [])]
    return cleaned(
        Contact(
            name=_unescaped(found.get("FN", [""])[0]).strip() or spelled or company, emails=tuple(value.removeprefix("mailto:") for value in found.get("EMAIL", [])),
            phones=tuple(re.sub(r"^tel:", "", value).split(";")[0] for value in found.get("TEL", [])), links=tuple(map(_unescaped, links)), company=company,
            role=_unescaped((found.get("TITLE") or found.get("ROLE") or [""])[0]), groups=tuple(_unescaped(one) for value in found.get("CATEGORIES", []) for one in value.split(",")), source=SOURCE,
        )
    )  # fmt: skip


def _lines(card: str) -> Iterator[tuple[str, str, str]]:
    """Give each property: name, parameters, value; folded lines are joined, quoted-printable ones decoded."""
    text = re.sub(r"=\n(?=[^\n])", "", card) if "QUOTED-PRINTABLE" in card.upper() else card
    for line in re.sub(r"\n[ \t]", "", text).split("\n"):
        parts = _LINE.fullmatch(line.strip())
        if parts is None:
            continue
        value = parts[3]
        if "QUOTED-PRINTABLE" in parts[2].upper():
            charset = re.search(r"CHARSET=([\w-]+)", parts[2], re.IGNORECASE)
            try:
                value = quopri.decodestring(value.encode("latin-1", "replace")).decode(charset[1] if charset else "utf-8", "replace")
            except LookupError:
                continue
        yield parts[1].upper(), parts[2], value


def _parts(value: str) -> list[str]:
    return re.split(r"(?<!\\);", value)


def _name(value: str) -> str:
    parts = [*map(_unescaped, _parts(value)), "", "", ""]
    return " ".join(filter(None, (parts[1].strip(), parts[2].strip(), parts[0].strip())))


def _unescaped(value: str) -> str:
    return re.sub(r"\\([\\,;nN])", lambda found: " " if found[1] in "nN" else found[1], value)
