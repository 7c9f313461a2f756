"""The agenda as a calendar file (RFC 5545): one all-day entry a thing, with a UID that stays, so that a calendar takes up a change instead of a double."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from sitegen.common.digests import digest
from sitegen.outreach.agenda import Item


def calendar(items: Iterable[Item], today: date) -> bytes:
    """Give the calendar; what is overdue stands on the day itself."""
    from icalendar import Calendar, Event

    made = Calendar()
    made.add("prodid", "-//sitegen//outreach//EN")
    made.add("version", "2.0")
    seen: dict[str, int] = {}
    for item in items:
        name = f"{item.kind}|{item.who}|{item.what}"
        seen[name] = seen.get(name, 0) + 1
        event = Event()
        event.add("uid", f"{digest(f'{name}|{seen[name]}'.encode())}@outreach.sitegen")
        event.add("dtstamp", datetime(today.year, today.month, today.day, tzinfo=UTC))
        event.add("dtstart", max(item.due, today))
        event.add("dtend", max(item.due, today) + timedelta(days=1))
        event.add("summary", f"{item.who}: {item.what}" if item.who else item.what)
        event.add("description", "; ".join(item.why))
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        made.add_component(event)
    data: bytes = made.to_ical()
    return data
