"""An event as an .ics file (RFC 5545), so that a visitor can put it into a calendar."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import icalendar

from sitegen.render.towns import town
from sitegen.site.items import Event
from sitegen.site.model import Item
from sitegen.site.settings import Settings

_STATUS = {"scheduled": "CONFIRMED", "full": "CONFIRMED", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}


def event_file(item: Item[Event], settings: Settings) -> bytes:
    """Give the calendar file; its stamp comes from the record, so that the same record gives the same bytes."""
    record = item.record
    zone = ZoneInfo(record.time_zone or settings.time_zone)
    begin, end = (moment.replace(tzinfo=zone).astimezone(UTC) for moment in (record.start, record.end))
    event = icalendar.Event()
    event.add("uid", f"{item.slug}@{settings.origin.partition('://')[2] or 'sitegen.invalid'}")
    event.add("dtstamp", datetime(record.date.year, record.date.month, record.date.day, tzinfo=UTC) if record.date else begin)
    event.add("dtstart", begin)
    event.add("dtend", end)
    event.add("summary", record.title)
    event.add("description", record.summary)
    event.add("status", _STATUS[record.status])
    if record.venue:
        event.add("location", ", ".join(part for part in (record.venue.name, record.venue.street, town(record.venue, settings)) if part))
    elif record.online:
        event.add("location", str(record.online))
    if settings.origin:
        event.add("url", settings.origin + item.address)
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//sitegen//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
