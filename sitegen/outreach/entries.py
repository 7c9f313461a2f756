"""Records as they are written into the private files: the short forms that a hand would write."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from datetime import date
from typing import Any

from sitegen.common.records import fields_of, optional
from sitegen.common.yaml_writing import Plain
from sitegen.outreach.dealings import Ask, Touch


def touch_entry(day: date, how: str, line: str, who: str | None) -> Plain:
    """Give `2026-11-02 coffee: a line`, with `from them` where that is not clear from how; all fields where the short form would be read otherwise."""
    clear = Touch(date=day, how=how).by
    head = f"{day.isoformat()} {how}" + (f" from {who}" if who and who != clear else "")
    return _short(Touch, head, line, {"date": day.isoformat(), "how": how, "line": line, "who": who if who and who != clear else ""})


def ask_entry(day: date, what: str, state: str, line: str) -> Plain:
    """Give `2026-10-01 referral: promised, a line`."""
    fields = {"date": day.isoformat(), "what": what, "state": state, "line": line}
    return _short(Ask, f"{day.isoformat()} {what}", ", ".join(filter(None, (state, line))), fields)


def dated_entry(day: date, name: str, line: str) -> Plain:
    """Give `2026-10-12 Ben Sample: a line`."""
    head = f"{day.isoformat()} {name}"
    return {head: line} if line else head


def _short(model: type, head: str, line: str, fields: Mapping[str, str]) -> Plain:
    short: Plain = {head: line} if line else head
    wanted = {name: value for name, value in fields.items() if value}
    spelled = model.spelled(head, line)  # type: ignore[attr-defined]
    return short if spelled == wanted and "\n" not in line else dict(wanted)


def as_plain(record: Any) -> dict[str, Plain]:
    """Give a record's own values as they stand in a file, without those left at their default."""
    made: dict[str, Plain] = {}
    model: type = type(record)
    for f in fields_of(model):
        value = getattr(record, f.attribute)
        if value == f.default and not f.required:
            continue
        if typing.get_origin(optional(f.kind)) is tuple:
            made[f.name] = [as_plain(entry) if hasattr(entry, "__dataclass_fields__") and not isinstance(entry, str) else _word(entry) for entry in value]
        elif hasattr(value, "__dataclass_fields__") and f.kind is not date and hasattr(type(value), "CALLED"):
            made[f.name] = as_plain(value)
        else:
            made[f.name] = _word(value)
    return made


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
