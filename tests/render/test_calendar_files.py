"""Calendar files (RFC 5545), read back by a calendar's own reader."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest

from sitegen.common.values import Email, Url, Zone
from sitegen.render.calendar import event_file
from sitegen.site.settings import Settings
from tests.site.in_memory import item_of
from tests.small_site import EVENT

SETTINGS = Settings(name="Maya", promise="p", url=Url("https://www.example.com"), time_zone=Zone("Europe/Oslo"), email=Email("hello@example.com"))


def read(text: str = EVENT, settings: Settings = SETTINGS) -> Any:
    (event,) = icalendar.Calendar.from_ical(event_file(item_of("events", "evening", text), settings)).walk("VEVENT")
    return event


def at(text: str) -> str:
    return EVENT.replace("start: 2027-02-10 18:00\nend: 2027-02-10 19:30", text)


def test_the_file_is_a_calendar_with_one_event() -> None:
    data = event_file(item_of("events", "evening", EVENT), SETTINGS)
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"VERSION:2.0" in data
    assert b"PRODID:" in data
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_all_that_the_record_says_is_in_it() -> None:
    event = read()
    assert str(event["SUMMARY"]) == "An evening about meetings"
    assert str(event["DESCRIPTION"]) == "Ninety minutes, eight people."
    assert str(event["LOCATION"]) == "The Reading Room, Oslo"
    assert str(event["URL"]) == "https://www.example.com/events/evening/"
    assert str(event["UID"]) == "evening@www.example.com"
    assert str(event["STATUS"]) == "CONFIRMED"


@pytest.mark.parametrize(
    ("zone", "times", "begin", "end"),
    [
        ("Europe/Oslo", "2027-02-10 18:00\nend: 2027-02-10 19:30", (2027, 2, 10, 17, 0), (2027, 2, 10, 18, 30)),
        ("Europe/Oslo", "2027-07-10 18:00\nend: 2027-07-10 19:30", (2027, 7, 10, 16, 0), (2027, 7, 10, 17, 30)),
        ("Europe/Oslo", "2027-03-27 23:00\nend: 2027-03-28 04:00", (2027, 3, 27, 22, 0), (2027, 3, 28, 2, 0)),
        ("America/New_York", "2027-11-06 20:00\nend: 2027-11-07 09:00", (2027, 11, 7, 0, 0), (2027, 11, 7, 14, 0)),
        ("Asia/Kolkata", "2027-02-10 00:15\nend: 2027-02-10 01:00", (2027, 2, 9, 18, 45), (2027, 2, 9, 19, 30)),
    ],
    ids=["winter", "summer", "the night the clocks go forward", "the night they go back", "half an hour off"],
)
def test_times_are_told_in_utc(zone: str, times: str, begin: tuple[int, ...], end: tuple[int, ...]) -> None:
    event = read(at(f"time_zone: {zone}\nstart: {times}"))
    assert event["DTSTART"].dt == datetime(*begin, tzinfo=UTC)  # type: ignore[misc,arg-type]
    assert event["DTEND"].dt == datetime(*end, tzinfo=UTC)  # type: ignore[misc,arg-type]
    assert event["DTSTART"].to_ical().endswith(b"Z")


def test_the_sites_time_zone_counts_where_the_event_says_none() -> None:
    assert read()["DTSTART"].dt == datetime(2027, 2, 10, 18, 0, tzinfo=ZoneInfo("Europe/Oslo"))


def test_the_stamp_comes_from_the_record_so_that_the_bytes_stay_the_same() -> None:
    assert read()["DTSTAMP"].dt == datetime(2026, 10, 1, tzinfo=UTC)
    undated = EVENT.replace("date: 2026-10-01\n", "")
    assert read(undated)["DTSTAMP"].dt == read(undated)["DTSTART"].dt
    assert event_file(item_of("events", "evening", EVENT), SETTINGS) == event_file(item_of("events", "evening", EVENT), SETTINGS)


@pytest.mark.parametrize(("status", "told"), [("scheduled", "CONFIRMED"), ("full", "CONFIRMED"), ("postponed", "TENTATIVE"), ("cancelled", "CANCELLED")])
def test_where_an_event_stands_is_told_in_the_calendars_words(status: str, told: str) -> None:
    assert str(read(EVENT.replace("venue:", f"status: {status}\nvenue:"))["STATUS"]) == told


def test_an_event_online_has_its_address_as_its_place() -> None:
    online = EVENT.replace("venue: {name: The Reading Room, city: Oslo}", "online: https://meet.example.com/x")
    assert str(read(online)["LOCATION"]) == "https://meet.example.com/x"


def test_marks_in_a_text_come_back_as_they_were() -> None:
    text = EVENT.replace("An evening about meetings", '"Meetings; or, what for?"').replace(
        "Ninety minutes, eight people.", r"One\two, three; ä – 日本 and a line that is longer than seventy-five bytes"
    )
    assert str(read(text)["SUMMARY"]) == "Meetings; or, what for?"
    assert str(read(text)["DESCRIPTION"]) == r"One\two, three; ä – 日本 and a line that is longer than seventy-five bytes"


def test_a_site_without_an_address_makes_a_file_too() -> None:
    event = read(settings=Settings(name="Maya", promise="p"))
    assert str(event["UID"]) == "evening@sitegen.invalid"
    assert "URL" not in event
