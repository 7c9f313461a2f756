"""Every kind of value: what is read, what is refused, and the words of the refusal."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.common import values
from sitegen.common.values import FocalPoint, Misread, PartialDate

GOOD = [
    (values.read_date, "2026-11-21", date(2026, 11, 21)),
    (values.read_date, "2026-1-2", date(2026, 1, 2)),
    (values.read_date, "2028-02-29", date(2028, 2, 29)),
    (values.read_partial_date, "2024", PartialDate(2024)),
    (values.read_partial_date, "2024-3", PartialDate(2024, 3)),
    (values.read_partial_date, "2024-03-09", PartialDate(2024, 3, 9)),
    (values.read_moment, "2026-11-21 18:30", datetime(2026, 11, 21, 18, 30)),  # noqa: DTZ001 - a wall clock's time
    (values.read_moment, "2026-11-21T8.05", datetime(2026, 11, 21, 8, 5)),  # noqa: DTZ001
    (values.read_moment, "2026-11-21 18:30:00", datetime(2026, 11, 21, 18, 30)),  # noqa: DTZ001
    (values.read_flag, "true", True),
    (values.read_flag, "FALSE", False),
    (values.read_whole_number, "-12", -12),
    (values.read_whole_number, "007", 7),
    (values.read_number, "4.80", Decimal("4.80")),
    (values.read_number, "-3", Decimal(-3)),
    (values.read_slug, "team-2", "team-2"),
    (values.read_url, "https://www.example.com/a?b=c#d", "https://www.example.com/a?b=c#d"),
    (values.read_url, "http://localhost:8080", "http://localhost:8080"),
    (values.read_email, "maya+site@example.co.uk", "maya+site@example.co.uk"),
    (values.read_colour, "#2F6F62", "#2f6f62"),
    (values.read_colour, "#fA0", "#ffaa00"),
    (values.read_image_path, "maya.jpg", "maya.jpg"),
    (values.read_image_path, "content/images/team/maya.jpg", "team/maya.jpg"),
    (values.read_image_path, "/images/maya.jpg", "maya.jpg"),
    (values.read_focal_point, "30% 20%", FocalPoint(30, 20)),
    (values.read_video_path, "content/images/talks/first.mp4", "talks/first.mp4"),
    (values.read_video_path, "talk.webm", "talk.webm"),
    (values.read_focal_point, "0, 100", FocalPoint(0, 100)),
    (values.read_currency, "EUR", "EUR"),
    (values.read_language, "en-GB", "en-GB"),
    (values.read_language, "sr-Latn", "sr-Latn"),
    (values.read_zone, "Europe/Oslo", "Europe/Oslo"),
    (values.read_address, "/contact/", "/contact/"),
    (values.read_address, "../services/team.md#price", "../services/team.md#price"),
    (values.read_address, "mailto:hello@example.com", "mailto:hello@example.com"),
    (values.read_address, "tel:+4722000000", "tel:+4722000000"),
    (values.read_address, "https://www.example.com", "https://www.example.com"),
    (values.read_old_address, "/old-page/", "/old-page/"),
    (values.read_old_address, "about.html", "about.html"),
    (values.read_text, "0047 22 00 00 00", "0047 22 00 00 00"),
    (values.read_text, "no", "no"),
    (values.read_markdown, " *a* ", " *a* "),
]


@pytest.mark.parametrize(("reader", "text", "value"), GOOD, ids=lambda x: getattr(x, "__name__", str(x)))
def test_a_value_is_read_as_its_field_says(reader, text, value) -> None:
    assert reader(text) == value


def test_every_reader_is_tried() -> None:
    assert {reader for reader, _, _ in GOOD} == set(values.READERS.values())


DATE = "Write the year, the month and the day like this: "
BAD = [
    (values.read_video_path, "talk.MOV", "'talk.MOV' is not a kind of video that every browser plays", "Export it as MP4, and write its name: talk.mp4"),
    (
        values.read_video_path, "../private/talk.mp4", "'../private/talk.mp4' is not a video in content/images/",
        "Put the video into content/images/ and write its name only, like this: talk.mp4.",
    ),
    (values.read_focal_point, "top left", "'top left' is not a point in a picture", "Write how far it is from the left, then from the top, like this: 30% 20%."),
    (values.read_focal_point, "101% 20%", "'101% 20%' is not a point in a picture", "Write how far it is from the left, then from the top, like this: 30% 20%."),
    (values.read_focal_point, "3020", "'3020' is not a point in a picture", "Write how far it is from the left, then from the top, like this: 30% 20%."),
    (values.read_date, "2026-02-30", "there is no such day as 2026-02-30", DATE + "2026-02-28."),
    (values.read_date, "2028-02-30", "there is no such day as 2028-02-30", DATE + "2028-02-29."),
    (values.read_date, "2026-13-01", "there is no such day as 2026-13-01", DATE + "2026-02-28."),
    (values.read_date, "0000-01-01", "there is no such day as 0000-01-01", DATE + "2026-02-28."),
    (values.read_date, "3/4/2026", "3/4/2026 is a date in another order", DATE + "2026-04-03 or 2026-03-04."),
    (values.read_date, "04.04.2026", "04.04.2026 is a date in another order", DATE + "2026-04-04."),
    (values.read_date, "24-12-2026", "24-12-2026 is a date in another order", DATE + "2026-12-24."),
    (values.read_date, "12/24/2026", "12/24/2026 is a date in another order", DATE + "2026-12-24."),
    (values.read_date, "31.11.2026", "there is no such day as 31.11.2026", DATE + "2026-11-30."),
    (values.read_date, "40.40.2026", "there is no such day as 40.40.2026", DATE + "2026-02-28."),
    (values.read_date, "3 May 2026", "'3 May 2026' is not a date", DATE + "2026-05-03."),
    (values.read_date, "May 3rd, 2026", "'May 3rd, 2026' is not a date", DATE + "2026-05-03."),
    (values.read_date, "2026/03/01", "'2026/03/01' is not a date", DATE + "2026-03-01."),
    (values.read_date, "31 Feb 2026", "'31 Feb 2026' is not a date", DATE + "2025-03-09."),
    (values.read_moment, "2026-12-21 6:30pm", "'2026-12-21 6:30pm' is not a time as it is written here", "Write hours from 00 to 23: 2026-12-21 18:30."),
    (values.read_moment, "2026-12-21 12 am", "'2026-12-21 12 am' is not a time as it is written here", "Write hours from 00 to 23: 2026-12-21 00:00."),
    (values.read_date, "May 2026", "'May 2026' is not a date", DATE + "2025-03-09."),
    (values.read_partial_date, "2024-13", "there is no month 13", "Write a year and month like this: 2024-03."),
    (values.read_partial_date, "spring", "'spring' is not a date", DATE + "2025-03-09."),
    (values.read_moment, "2026-11-21", "'2026-11-21' has no time of day", "Add it, like this: 2026-11-21 18:30."),
    (values.read_moment, "2026-11-21 24:00", "there is no such time as 24:00", "Write hours from 00 to 23, like this: 18:30."),
    (values.read_moment, "2026-11-21 18:60", "there is no such time as 18:60", "Write hours from 00 to 23, like this: 18:30."),
    (values.read_moment, "21.11.2026 18:30", "21.11.2026 is a date in another order", DATE + "2026-11-21."),
    (values.read_flag, "yes", "'yes' is neither true nor false", "Write true."),
    (values.read_flag, "Off", "'Off' is neither true nor false", "Write false."),
    (values.read_flag, "1", "'1' is neither true nor false", "Write true or false."),
    (values.read_whole_number, "1,200", "'1,200' is not a whole number", "Write digits only, like this: 12."),
    (values.read_whole_number, "4.0", "'4.0' is not a whole number", "Write digits only, like this: 12."),
    (values.read_whole_number, "9" * 19, f"'{'9' * 19}' is not a whole number", "Write digits only, like this: 12."),
    (values.read_number, "€1,200", "'€1,200' is not a number", "Write digits only, with a point before decimals: 1200."),
    (values.read_number, "1.200,50", "'1.200,50' is not a number", "Write digits only, with a point before decimals: 1200.50."),
    (values.read_number, "4,5", "'4,5' is not a number", "Write digits only, with a point before decimals: 4.5."),
    (values.read_number, "about ten", "'about ten' is not a number", "Write digits only, like this: 1200 or 4.5."),
    (values.read_number, "NaN", "'NaN' is not a number", "Write digits only, like this: 1200 or 4.5."),
    (values.read_number, "1e9", "'1e9' is not a number", "Write digits only, with a point before decimals: 19."),
    (values.read_slug, "Über mich", "'Über mich' can't be part of an address", "Use small letters, digits and hyphens: ueber-mich."),
    (values.read_slug, "../x", "'../x' can't be part of an address", "Use small letters, digits and hyphens: x."),
    (values.read_slug, "Ωμέγα", "'Ωμέγα' can't be part of an address", "Use small letters, digits and hyphens: my-page."),
    (values.read_slug, "a" * 81, f"'{'a' * 81}' can't be part of an address", f"Use small letters, digits and hyphens: {'a' * 80}."),
    (values.read_url, "example.com/a", "'example.com/a' is not a web address", "Write it in full, like this: https://example.com/a."),
    (values.read_url, "/about/", "'/about/' is not a web address", "Write it in full, like this: https://www.example.com."),
    (values.read_url, "https://", "'https://' is not a web address", "Write it in full, like this: https://www.example.com."),
    (values.read_url, "https://a:b@example.com", "'https://a:b@example.com' is not a web address", "Write it in full, like this: https://www.example.com."),
    (values.read_url, "https://[x", "'https://[x' is not a web address", "Write it in full, like this: https://www.example.com."),
    (values.read_url, "https://a.com:port", "'https://a.com:port' is not a web address", "Write it in full, like this: https://www.example.com."),
    (values.read_url, 'https://a.com/"><b>', "'https://a.com/\"><b>' is not a web address", "Write it in full, like this: https://www.example.com."),
    (values.read_url, "javascript:alert(1)", "'javascript:alert(1)' is not a web address", "Write it in full, like this: https://www.example.com."),
    (values.read_email, "maya@example", "'maya@example' is not an e-mail address", "Write it like this: hello@example.com."),
    (values.read_email, "Maya <maya@example.com>", "'Maya <maya@example.com>' is not an e-mail address", "Write it like this: hello@example.com."),
    (values.read_colour, "green", "'green' is not a colour", 'Write it in quotes with six digits or letters a-f, like this: "#2f6f62".'),
    (values.read_colour, "#2f6f6", "'#2f6f6' is not a colour", 'Write it in quotes with six digits or letters a-f, like this: "#2f6f62".'),
    (
        values.read_image_path, "../private/anna.jpg", "'../private/anna.jpg' is not a picture in content/images/",
        "Put the picture into content/images/ and write its name only, like this: maya.jpg.",
    ),
    (
        values.read_image_path, r"C:\maya.jpg", r"'C:\maya.jpg' is not a picture in content/images/",
        "Put the picture into content/images/ and write its name only, like this: maya.jpg.",
    ),
    (values.read_currency, "€", "'€' is not a currency", "Write its three capital letters, like this: EUR."),
    (values.read_currency, "gbp", "'gbp' is not a currency", "Write its three capital letters, like this: GBP."),
    (values.read_currency, "Euro", "'Euro' is not a currency", "Write its three capital letters, like this: EUR."),
    (values.read_language, "English", "'English' is not a language", "Write its letters, like this: en, en-GB or de."),
    (values.read_language, "en_GB", "'en_GB' is not a language", "Write its letters, like this: en, en-GB or de."),
    (values.read_zone, "Europe/Olso", "there is no time zone 'Europe/Olso'", "Did you mean 'Europe/Oslo'?"),
    (values.read_zone, "../../etc/passwd", "there is no time zone '../../etc/passwd'", "Write a city of the list, like this: Europe/Berlin."),
    (values.read_address, "www.example.com", "'www.example.com' is not a web address", "Write it in full, like this: https://www.example.com."),
    (values.read_address, "cal.example.com/maya", "'cal.example.com/maya' is not a web address", "Write it in full, like this: https://cal.example.com/maya."),
    (values.read_address, "//example.com", "'//example.com' is not an address", "Write a page of the site, like /contact/, or a full web address."),
    (values.read_address, "the contact page", "'the contact page' is not an address", "Write a page of the site, like /contact/, or a full web address."),
    (values.read_address, "javascript:alert(1)", "'javascript:alert(1)' is not a web address", "Write it in full, like this: https://www.example.com."),
    (values.read_address, "data:text/html,x", "'data:text/html,x' is not a web address", "Write it in full, like this: https://www.example.com."),
    (values.read_old_address, "../x/", "'../x/' can't be an old address", "Write it from the first slash on, without ? or #, like this: /old-page/."),
    (values.read_old_address, "/?p=3", "'/?p=3' can't be an old address", "Write it from the first slash on, without ? or #, like this: /old-page/."),
    (values.read_old_address, "mailto:a@b.de", "'mailto:a@b.de' can't be an old address", "Write it from the first slash on, without ? or #, like this: /old-page/."),
    (
        values.read_old_address, "https://old.example.com/about/", "'https://old.example.com/about/' is not an address on this site",
        "Write it from the first slash on, like this: /about/.",
    ),
    (
        values.read_old_address, "https://old.example.com/", "'https://old.example.com/' is not an address on this site",
        "Write it from the first slash on, like this: /old-page/.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("reader", "text", "message", "mend"), BAD, ids=lambda x: getattr(x, "__name__", str(x)[:30]))
def test_what_is_not_of_its_kind_is_refused_with_the_mend(reader, text, message, mend) -> None:
    with pytest.raises(Misread) as refused:
        reader(text)
    assert (refused.value.message, refused.value.mend) == (message, mend)


@given(st.text(max_size=30))
def test_no_text_makes_a_reader_fail_in_another_way(text: str) -> None:
    for reader in values.READERS.values():
        try:
            reader(text)
        except Misread as refused:
            assert refused.message
            assert refused.mend.endswith((".", "?"))


@given(st.dates())
def test_a_date_is_read_back_from_its_iso_form_and_refused_in_every_other_order(day: date) -> None:
    assert values.read_date(day.isoformat()) == day
    with pytest.raises(Misread) as refused:
        values.read_date(f"{day.day}.{day.month}.{day.year:04}")
    assert day.isoformat() in refused.value.mend


def test_a_partial_date_says_what_is_known_and_begins_on_its_first_day() -> None:
    assert [str(PartialDate(2024)), str(PartialDate(2024, 3)), str(PartialDate(2024, 3, 9))] == ["2024", "2024-03", "2024-03-09"]
    assert PartialDate(2024).first_day() == date(2024, 1, 1)
    assert PartialDate(2024, 3).first_day() == date(2024, 3, 1)
    assert PartialDate(2024, 3, 9).first_day() == date(2024, 3, 9)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Über uns: Größe & Maß", "ueber-uns-groesse-mass"),
        ("u\u0308ber a\u0308lter o\u0308ffnen", "ueber-aelter-oeffnen"),
        ("U\u0308BER", "ueber"),
        ("Zoë Ångström-Łukasz", "zoe-angstroem-lukasz"),
        ("Smørrebrød, œuvre, Þór", "smorrebrod-oeuvre-thor"),
        ("Ωμέγα", ""),
        ("日本", ""),
        ("  --a__b--  ", "a-b"),
        ("ﬁrst ²", "first-2"),
        ("a" * 79 + " b", "a" * 79),
    ],
)
def test_a_slug_keeps_what_has_a_latin_form(text: str, slug: str) -> None:
    assert values.slugify(text) == slug


@given(st.text())
def test_a_slug_is_empty_or_can_be_read_as_one_and_stays_itself(text: str) -> None:
    slug = values.slugify(text)
    assert slug == "" or values.read_slug(slug) == slug == values.slugify(slug)
