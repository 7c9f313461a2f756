"""A saved mail (.eml, RFC 5322) to the words that its sender wrote."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime

from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.imports.given import as_original, plain_words

_SAID_BEFORE = regex(r"(?:On|Am|Le|El|Il|Op|Den)\b.{0,200}(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|skrev)\b.{0,60}:\s*$", re.DOTALL)
_OLDER = regex(r"-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Forwarded message|Message d'origine)\s*-{2,}\s*$|_{20,}\s*$", re.IGNORECASE)


@frozen
class Mail:
    """What one mail says: its sender, its day, the sender's own words, and how many lines of older mails were left out."""

    name: str
    email: str
    date: str
    text: str
    quoted: int


def read_mail(data: bytes, file: str) -> Mail:
    """Give the sender's own words: the mail's text without the mail that it answers and without the signature. Raises ContentError: no mail, or none with a text."""
    mail = message_from_bytes(data, policy=default)
    if not isinstance(mail, EmailMessage) or not any(mail[head] for head in ("From", "Date", "Subject", "Received")):
        raise ContentError([Problem("no-mail", Location(file), "this is no saved mail.", "Save the mail from your mail program as a file that ends in .eml.")])
    written = _text(mail)
    own, quoted = _own(written)
    if not own:
        raise ContentError(
            [
                Problem(
                    "mail-without-words",
                    Location(file),
                    "this mail has no words of its sender: only an attachment, or only the mail that it answers.",
                    'Open it, copy the person\'s words, and paste them: sitegen proof record "Their Name"',
                )
            ]
        )
    name, address = parseaddr(str(mail["From"] or ""))
    return Mail(name.strip(), address, _day(str(mail["Date"] or "")), own, quoted)


def _text(mail: EmailMessage) -> str:
    part = mail.get_body(("plain", "html"))
    if part is None:
        return ""
    raw = part.get_payload(decode=True)
    data = raw if isinstance(raw, bytes) else b""
    for charset in (part.get_content_charset() or "utf-8", "utf-8", "cp1252"):
        try:
            text = data.decode(charset)
            break
        except (LookupError, UnicodeDecodeError):
            continue
    else:
        text = data.decode("latin-1")
    if part.get_content_subtype() == "html":
        return plain_words(text)
    return _unfolded(text) if part.get_param("format") == "flowed" else text


def _unfolded(text: str) -> str:
    """Give a text whose lines were parted for the way only (RFC 3676) in its own lines."""
    lines: list[str] = []
    goes_on = False
    for line in text.replace("\r\n", "\n").split("\n"):
        bare = line.removeprefix(" ")
        if goes_on and not bare.startswith(">"):
            lines[-1] += bare
        else:
            lines.append(bare)
        goes_on = bare.endswith(" ") and bare != "-- " and not bare.startswith(">")
    return "\n".join(line.rstrip() for line in lines)


def _own(text: str) -> tuple[str, int]:
    """Give what the sender wrote, and how many lines were the mail that it answers."""
    kept: list[str] = []
    quoted = 0
    lines = as_original(text).split("\n")
    for number, line in enumerate(lines):
        if line.rstrip() == "--":
            break
        if _OLDER.match(line.strip()):
            quoted += len(lines) - number
            break
        if line.lstrip().startswith(">"):
            quoted += 1
            _drop_head(kept)
            continue
        kept.append(line)
    if quoted:
        _drop_head(kept)
    return as_original("\n".join(kept)), quoted


def _drop_head(kept: list[str]) -> None:
    """Take the line above a quoted mail away that says who wrote it; it may be parted into two."""
    while kept and not kept[-1].strip():
        kept.pop()
    for count in (1, 2):
        if len(kept) >= count and _SAID_BEFORE.match("\n".join(kept[-count:]).strip()):
            del kept[-count:]
            return
    if kept:
        kept.append("")


def _day(text: str) -> str:
    try:
        return parsedate_to_datetime(text).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""
