"""The kinds of plain value a record can hold, each read from the text that stands in the file.

Reading follows the field's type, never YAML's guess: a company called `no` stays "no" and a phone number keeps its zeros.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, NewType, TypeAlias
from urllib.parse import urlsplit

from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex

Day: TypeAlias = date
"""A date, under a name that no field takes from it."""
Slug = NewType("Slug", str)
Url = NewType("Url", str)
Email = NewType("Email", str)
Colour = NewType("Colour", str)
ImagePath = NewType("ImagePath", str)
VideoPath = NewType("VideoPath", str)
Currency = NewType("Currency", str)
Language = NewType("Language", str)
Zone = NewType("Zone", str)
Markdown = NewType("Markdown", str)
Address = NewType("Address", str)
OldAddress = NewType("OldAddress", str)
Pairs = NewType("Pairs", tuple[tuple[str, str], ...])
"""Names with values, in the file's order."""


class Misread(ValueError):
    """A text that is not of the kind asked for: what it should be, and the mend."""

    def __init__(self, message: str, mend: str = "", field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend
        self.field = field
        """Which of a record's fields is meant, where several are looked at together."""


@frozen(order=True)
class PartialDate:
    """A date known to the year, the month or the day (`2024`, `2024-03`, `2024-03-09`); 0 where not known."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        text = f"{self.year:04}"
        if self.month:
            text += f"-{self.month:02}"
        return f"{text}-{self.day:02}" if self.day else text

    def first_day(self) -> date:
        """Give the earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)


@frozen(order=True)
class FocalPoint:
    """What matters most in a picture: how far it is from the left and from the top, in hundredths of the picture's width and height."""

    left: int
    top: int


_ISO = regex(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = regex(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_DATE_MEND = "Write the year, the month and the day like this: {0}."


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _read_in_words(text: str) -> str:
    """Give the date that a text certainly means (3 May 2026, 2026/03/01), as it is to be written; "" when none."""
    if found := re.fullmatch(r"(\d{4})[/.–—](\d{1,2})[/.–—](\d{1,2})", text):
        year, month, day = map(int, found.groups())
    elif (found := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th|\.)? ([A-Za-z]{3,9})\.?,? (\d{4})", text)) and found[2][:3].lower() in _MONTHS:
        day, month, year = int(found[1]), _MONTHS.index(found[2][:3].lower()) + 1, int(found[3])
    elif (found := re.fullmatch(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", text)) and found[1][:3].lower() in _MONTHS:
        month, day, year = _MONTHS.index(found[1][:3].lower()) + 1, int(found[2]), int(found[3])
    else:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _last_day(year: int, month: int) -> str:
    from calendar import monthrange

    return f"{year:04}-{month:02}-{monthrange(year, month)[1]}" if 1 <= month <= 12 and year else "2026-02-28"


def read_date(text: str) -> date:
    """Give a date written `2026-11-21`; a date in another order is refused, never guessed (31/02 or 02/31?)."""
    if found := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
        try:
            return date(year, month, day)
        except ValueError:
            raise Misread(f"there is no such day as {text}", _DATE_MEND.format(_last_day(year, month))) from None
    if found := _DAY_FIRST.fullmatch(text):
        first, second, year = (int(part) for part in found.groups())
        readings = []
        for month, day in dict.fromkeys(((second, first), (first, second))):
            try:
                readings.append(date(year, month, day).isoformat())
            except ValueError:
                continue
        if not readings:
            raise Misread(f"there is no such day as {text}", _DATE_MEND.format(_last_day(year, second)))
        raise Misread(f"{text} is a date in another order", _DATE_MEND.format(" or ".join(readings)))
    raise Misread(f"'{text}' is not a date", _DATE_MEND.format(_read_in_words(text) or "2025-03-09"))


def read_partial_date(text: str) -> PartialDate:
    """Give a year, a month or a day (`2024`, `2024-03`, `2024-03-09`)."""
    if re.fullmatch(r"\d{4}", text):
        return PartialDate(int(text))
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})", text):
        year, month = int(found[1]), int(found[2])
        if not 1 <= month <= 12:
            raise Misread(f"there is no month {month}", "Write a year and month like this: 2024-03.")
        return PartialDate(year, month)
    day = read_date(text)
    return PartialDate(day.year, day.month, day.day)


def read_moment(text: str) -> datetime:
    """Give a local date and time, `2026-11-21 18:30`, without a zone."""
    found = re.fullmatch(r"(\S+)[ T](\d{1,2})[:.](\d{2})(?::00)?", text)
    if not found:
        if spoken := re.fullmatch(r"(\S+)[ T](\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\.?", text, re.IGNORECASE):
            hour = int(spoken[2]) % 12 + (12 if spoken[4].lower() == "p" else 0)
            raise Misread(f"'{text}' is not a time as it is written here", f"Write hours from 00 to 23: {spoken[1]} {hour:02}:{spoken[3] or '00'}.")
        read_date(text)
        raise Misread(f"'{text}' has no time of day", f"Add it, like this: {text} 18:30.")
    day, hour, minute = read_date(found[1]), int(found[2]), int(found[3])
    if hour > 23 or minute > 59:
        raise Misread(f"there is no such time as {found[2]}:{found[3]}", "Write hours from 00 to 23, like this: 18:30.")
    return datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001 - a wall clock's time; its zone stands in a field of its own


def read_flag(text: str) -> bool:
    """Give true or false; YAML 1.1's `yes`, `on`, `no`, `off` are refused with the word to write."""
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    meant = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}.get(text.lower())
    raise Misread(f"'{text}' is neither true nor false", f"Write {meant}." if meant else "Write true or false.")


def read_whole_number(text: str) -> int:
    """Give a whole number; thousands are not grouped."""
    if re.fullmatch(r"[+-]?\d{1,18}", text):
        return int(text)
    raise Misread(f"'{text}' is not a whole number", "Write digits only, like this: 12.")


def read_number(text: str) -> Decimal:
    """Give an exact decimal number; a currency sign, a unit or a grouping mark is refused."""
    try:
        if re.fullmatch(r"[+-]?(\d{1,18})(\.\d{1,9})?", text):
            return Decimal(text)
    except InvalidOperation:  # pragma: no cover - the pattern above admits only numbers
        pass
    bare = re.sub(r"[^\d.,]", "", text)
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", bare):
        digits = re.sub(r"\D", "", bare)
    else:
        whole, _, rest = re.sub(r"[.,](?=.*[.,])", "", bare).replace(",", ".").partition(".")
        digits = f"{whole}.{rest}" if rest else whole
    mend = (
        f"Write digits only, with a point before decimals: {digits}." if re.fullmatch(r"\d+(\.\d+)?", digits) else "Write digits only, like this: 1200 or 4.5."
    )
    raise Misread(f"'{text}' is not a number", mend)


def read_slug(text: str) -> Slug:
    """Give a name for an address: small letters a-z, digits and hyphens, at most 80."""
    if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text) and len(text) <= 80:
        return Slug(text)
    raise Misread(f"'{text}' can't be part of an address", f"Use small letters, digits and hyphens: {slugify(text) or 'my-page'}.")


def read_url(text: str) -> Url:
    """Give an `https:` or `http:` address with a host and no password."""
    try:
        parts = urlsplit(text)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        parts, host = None, None
    if parts and host and parts.scheme in ("https", "http") and not re.search(r"[\s<>\"'\\]", text) and "@" not in parts.netloc:
        return Url(text)
    guess = f" like this: https://{text}." if re.fullmatch(r"[\w.-]+\.[a-z]{2,}(/\S*)?", text) else " like this: https://www.example.com."
    raise Misread(f"'{text}' is not a web address", f"Write it in full,{guess}")


def read_email(text: str) -> Email:
    """Give an e-mail address; only its shape is looked at."""
    if re.fullmatch(r"[^\s@<>\"',;:]+@[^\s@<>\"',;:]+\.[^\s@<>\"',;:.]{2,}", text):
        return Email(text)
    raise Misread(f"'{text}' is not an e-mail address", "Write it like this: hello@example.com.")


def read_colour(text: str) -> Colour:
    """Give a colour as `#rrggbb`, in small letters; `#rgb` is widened."""
    if re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        return Colour(text.lower())
    if re.fullmatch(r"#[0-9a-fA-F]{3}", text):
        return Colour("#" + "".join(c * 2 for c in text[1:].lower()))
    raise Misread(f"'{text}' is not a colour", 'Write it in quotes with six digits or letters a-f, like this: "#2f6f62".')


def read_image_path(text: str) -> ImagePath:
    """Give a picture's path inside `content/images/`."""
    path = text.removeprefix("/").removeprefix("content/").removeprefix("images/")
    if _stays_inside(path):
        return ImagePath(path)
    raise Misread(f"'{text}' is not a picture in content/images/", "Put the picture into content/images/ and write its name only, like this: maya.jpg.")


def read_video_path(text: str) -> VideoPath:
    """Give the path of a video inside `content/images/`, of a kind that every browser plays."""
    path = text.removeprefix("/").removeprefix("content/").removeprefix("images/")
    if _stays_inside(path) and path.endswith((".mp4", ".webm")):
        return VideoPath(path)
    if _stays_inside(path) and (found := re.fullmatch(r"(.+)\.(mp4|webm|mov|m4v|avi|wmv|mkv)", path, re.IGNORECASE)):
        raise Misread(f"'{text}' is not a kind of video that every browser plays", f"Export it as MP4, and write its name: {found[1]}.mp4")
    raise Misread(f"'{text}' is not a video in content/images/", "Put the video into content/images/ and write its name only, like this: talk.mp4.")


def read_focal_point(text: str) -> FocalPoint:
    """Give a point of a picture, written `30% 20%`: from the left, then from the top."""
    found = re.fullmatch(r"(\d{1,3})\s*%?\s*[\s,]\s*(\d{1,3})\s*%?", text)
    if found and int(found[1]) <= 100 and int(found[2]) <= 100:
        return FocalPoint(int(found[1]), int(found[2]))
    raise Misread(f"'{text}' is not a point in a picture", "Write how far it is from the left, then from the top, like this: 30% 20%.")


def read_currency(text: str) -> Currency:
    """Give a currency's three capital letters (ISO 4217)."""
    if re.fullmatch(r"[A-Z]{3}", text):
        return Currency(text)
    known = {"€": "EUR", "£": "GBP", "$": "USD"}.get(text, text.upper() if re.fullmatch(r"[a-z]{3}", text) else "EUR")
    raise Misread(f"'{text}' is not a currency", f"Write its three capital letters, like this: {known}.")


def read_language(text: str) -> Language:
    """Give a language tag of the common shape (BCP 47: `en`, `en-GB`, `de`)."""
    if re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2}|-[A-Z][a-z]{3})?", text):
        return Language(text)
    raise Misread(f"'{text}' is not a language", "Write its letters, like this: en, en-GB or de.")


def read_zone(text: str) -> Zone:
    """Give a time zone of the IANA list (`Europe/Berlin`)."""
    from zoneinfo import ZoneInfo, available_timezones

    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError):
        from sitegen.common.words import did_you_mean

        raise Misread(
            f"there is no time zone '{text}'", did_you_mean(text, available_timezones()) or "Write a city of the list, like this: Europe/Berlin."
        ) from None
    return Zone(text)


def read_address(text: str) -> Address:
    """Give an address on the site or elsewhere: `/contact/`, a file (`../services/team.md`), `https:`, `mailto:` or `tel:`."""
    if text.startswith(("mailto:", "tel:")) and not re.search(r"\s", text):
        return Address(text)
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", text):
        return Address(read_url(text))
    if re.match(r"(www\.|[\w-]+(\.[\w-]+)*\.[a-z]{2,}/|[\w-]+\.(com|org|net|de|uk|co|io|eu|fr|at|ch)$)", text):
        raise Misread(f"'{text}' is not a web address", f"Write it in full, like this: https://{text}.")
    if re.search(r"[\s<>\"\\]", text) or text.startswith("//"):
        raise Misread(f"'{text}' is not an address", "Write a page of the site, like /contact/, or a full web address.")
    return Address(text)


def read_old_address(text: str) -> OldAddress:
    """Give an address that the site once had: a path from the home page on, so that a file can stand there (`/old-page/`, `/about.html`)."""
    path = text.strip("/")
    if _stays_inside(path) and not re.search(r"[\s<>\"'?#*|]", path) and "" not in path.split("/"):
        return OldAddress(text)
    if re.match(r"https?://", text):
        guess = urlsplit(text).path
        raise Misread(
            f"'{text}' is not an address on this site", f"Write it from the first slash on, like this: {guess if guess.strip('/') else '/old-page/'}."
        )
    raise Misread(f"'{text}' can't be an old address", "Write it from the first slash on, without ? or #, like this: /old-page/.")


def read_text(text: str) -> str:
    """Give the text as it stands."""
    return text


def read_markdown(text: str) -> Markdown:
    """Give the text as it stands; it is laid out as Markdown where it is shown."""
    return Markdown(text)


READERS: Mapping[Any, Callable[[str], object]] = {
    str: read_text, bool: read_flag, int: read_whole_number, Decimal: read_number,
    date: read_date, datetime: read_moment, PartialDate: read_partial_date,
    Slug: read_slug, Url: read_url, Email: read_email, Colour: read_colour, ImagePath: read_image_path, FocalPoint: read_focal_point, VideoPath: read_video_path,
    Currency: read_currency, Language: read_language, Zone: read_zone, Markdown: read_markdown, Address: read_address, OldAddress: read_old_address,
}  # fmt: skip
"""How each kind of value is read."""


def _stays_inside(path: str) -> bool:
    parts = path.split("/")
    return bool(path) and "\\" not in path and ":" not in path and not path.startswith("/") and not {"", ".", ".."} & set(parts)


_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "å": "a", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "œ": "oe"})


def slugify(text: str) -> str:
    """Give the text as part of an address: small letters a-z, digits, hyphens; empty where none of its letters has a Latin form."""
    import unicodedata

    composed = unicodedata.normalize("NFC", text).lower()
    plain = unicodedata.normalize("NFKD", composed.translate(_LETTERS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].rstrip("-")
