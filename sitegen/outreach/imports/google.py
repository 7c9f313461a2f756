"""A Google Contacts export as CSV, in its head of now and of before; several values in a cell are parted by `:::`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sitegen.common.tables import rows
from sitegen.outreach.imports.contact import Contact, cleaned

SOURCE = "Google Contacts"
NOW = ("First Name", "Last Name", "E-mail 1 - Value")
BEFORE = ("Name", "Given Name", "Family Name", "E-mail 1 - Value")
_SYSTEM_GROUPS = ("mycontacts", "my contacts", "starred", "friends", "family", "coworkers", "starred in android")


def google_contacts(text: str) -> list[Contact]:
    """Give everybody in the export."""
    made = []
    for head in (BEFORE, NOW):
        for row in rows(text, head):
            parts = [
                row.get(name, "")
                for name in (("given name", "additional name", "family name") if head is BEFORE else ("first name", "middle name", "last name"))
            ]
            whole = cleaned(
                Contact(
                    name=row.get("name") or " ".join(filter(None, parts)), emails=_values(row, "e-mail"), phones=_values(row, "phone"), links=_values(row, "website"),
                    company=_first(row.get("organization name") or row.get("organization 1 - name") or ""), role=_first(row.get("organization title") or row.get("organization 1 - title") or ""),
                    groups=_groups(row.get("labels") or row.get("group membership") or ""), source=SOURCE,
                )
            )  # fmt: skip
            if whole is not None:
                made.append(whole)
        if made:
            break
    return made


def _values(row: Mapping[str, str], what: str) -> tuple[str, ...]:
    cells = [row[name] for name in row if re.fullmatch(rf"{what} \d+ - value", name) and row[name]]
    primary = {
        row[name.replace("value", "label")]
        for name in row
        if re.fullmatch(rf"{what} \d+ - value", name) and row.get(name.replace("value", "label"), "").startswith("* ")
    }
    ordered = sorted(
        cells,
        key=lambda cell: not any(row.get(f"{what} {number} - value") == cell and row.get(f"{what} {number} - label") in primary for number in range(1, 10)),
    )
    return tuple(value.strip() for cell in ordered for value in cell.split(":::") if value.strip())


def _first(cell: str) -> str:
    return cell.split(":::", maxsplit=1)[0].strip()


def _groups(cell: str) -> tuple[str, ...]:
    names = [name.strip().removeprefix("* ").strip() for name in cell.split(":::")]
    return tuple(name for name in names if name and name.lower() not in _SYSTEM_GROUPS)
