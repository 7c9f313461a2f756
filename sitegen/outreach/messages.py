"""Messages for her to send: a template and a person's own facts to a finished text, or what is missing for it. Nothing is sent from here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from textwrap import wrap
from typing import Any
from urllib.parse import quote

import jinja2
from jinja2.sandbox import SandboxedEnvironment

from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex
from sitegen.common.problems import ContentError, Effect, Location, Problem

KINDS: Mapping[str, str] = {
    "reconnect": "to somebody you have not been in touch with for long",
    "after-a-talk": "after a talk, with what you took from it",
    "referral": "to ask whether somebody comes to their mind, with lines to forward",
    "introduction": "to ask for an introduction to somebody",
    "reference": "to ask whether you may name them as somebody who knows your work",
    "thanks": "to say thank you",
    "nudge": "the one reminder, after eight to ten days",
    "testimonial": "to a client who finished: the open questions, the same for everyone",
    "testimonial-colleague": "to a former colleague: the open questions about the work that you did together",
    "testimonial-reminder": "the one reminder of these questions",
    "after-the-end": "to a client, two to four weeks after the end",
}
"""Every message, and what it is for; each is `templates/messages/<name>.txt`."""

MAY_BE_FIRST = frozenset(("reconnect", "referral", "introduction", "reference", "testimonial-colleague"))
"""Messages that may go to somebody as the first one; the others follow something that happened."""
FOLDER = "templates/messages"
EASY_NO = "A plain no is fine, and so is silence: I will not press."
OBJECT = "If you would rather not hear from me again, one word is enough and I will delete it."
_BLANK = regex(r"\[[^\]\n]{2,60}\]|_{3,}|\bTODO\b|\bXXX+\b")
_WIDTH = 76


@frozen
class Sender:
    """What of her own public page a message may say."""

    name: str
    promise: str = ""
    site: str = ""
    booking: str = ""
    email: str = ""


@frozen
class Message:
    """A finished message, with what should be known of it."""

    to: str
    address: str
    subject: str
    body: str
    notices: tuple[Problem, ...] = ()

    def as_text(self) -> str:
        """Give it as text, wrapped for a terminal or a plain mail."""
        head = f"To: {self.to}{f' <{self.address}>' if self.address else ''}\nSubject: {self.subject}\n"
        return f"{head}\n{self._wrapped()}\n"

    def as_eml(self, sender: Sender, page: tuple[str, bytes] | None = None) -> bytes:
        """Give it as a mail file that opens unsent (RFC 5322); `page` is the name and the bytes of an HTML file that goes with it."""
        mail = EmailMessage(policy=SMTP)
        mail["Subject"] = self.subject
        if self.address:
            mail["To"] = f'"{self.to.replace(chr(34), "")}" <{self.address}>'
        if sender.email:
            mail["From"] = f'"{sender.name.replace(chr(34), "")}" <{sender.email}>'
        mail["X-Unsent"] = "1"
        mail.set_content(self._wrapped() + "\n")
        if page is not None:
            mail.add_attachment(page[1], maintype="text", subtype="html", filename=page[0], params={"charset": "utf-8"})
        return mail.as_bytes()

    def as_mailto(self) -> str:
        """Give it as a link that opens her mail program (RFC 6068)."""
        return f"mailto:{quote(self.address, safe='@')}?subject={quote(self.subject, safe='')}&body={quote(self.body.replace(chr(10), chr(13) + chr(10)), safe='')}"

    def _wrapped(self) -> str:
        lines = [
            line
            for para in self.body.split("\n")
            for line in wrap(para, _WIDTH, subsequent_indent="  " if para.startswith("- ") else "", break_long_words=False, break_on_hyphens=False) or [""]
        ]
        return "\n".join(lines)


_MEANT: Mapping[str, tuple[str, str]] = {
    "memory": ("something you remember of your work together", '--memory "..."'),
    "memory_subject": ("something you remember of your work together", '--memory "..."'),
    "line": ("what it is about, in a line", '--line "..."'),
    "to": ("to whom you would like to be introduced", '--to "Their Name"'),
    "whom": ("whom you are looking for, as in 'somebody who ...'", '--line "leads people for the first time"'),
    "thanks_for": ("what you say thank you for", '--line "for the talk with your head of finance"'),
    "source": ("how you got their address", '--source "..."'),
    "address_got": ("how you got their address", '--source "..."'),
}


class _Blank(jinja2.Undefined):
    """Stands where a fact is missing, and remembers that it was asked for."""

    asked: set[str]

    def __str__(self) -> str:
        self.asked.add(self._undefined_name or "")
        return ""


def written(
    kind: str,
    template: str,
    file: str,
    facts: Mapping[str, Any],
    *,
    to: str,
    address: str,
    where: Location,
    is_first: bool,
    quoted: Mapping[str, str] | None = None,
) -> Message:
    """Give the message. `quoted` are facts that are put in to the letter: somebody's own words.

    Raises ContentError for a mistake in the template, and where a blank would stand in place of something concrete.
    """
    marks = {name: f"\ue000{number}\ue001" for number, name in enumerate(quoted or {})}
    facts = {**facts, **marks}
    asked: set[str] = set()
    undefined = type("Blank", (_Blank,), {"asked": asked})
    environment = SandboxedEnvironment(undefined=undefined, trim_blocks=False, lstrip_blocks=False, keep_trailing_newline=False)
    try:
        text = environment.from_string(template).render({name: value for name, value in facts.items() if value})
    except jinja2.TemplateError as error:
        line = getattr(error, "lineno", 0) or 0
        words = (error.message or "it can't be read").rstrip(".")
        raise ContentError(
            [
                Problem(
                    "message-template",
                    Location(file, line),
                    f"this line of the message can't be carried out: {words}.",
                    "Correct it, or delete your copy: the message that ships comes back.",
                )
            ]
        ) from None
    if asked:
        raise ContentError(_missing(sorted(asked), kind, where, file))
    head, _, body = text.strip().partition("\n")
    if not head.lower().startswith("subject:"):
        raise ContentError(
            [Problem("message-template", Location(file, 1), "a message begins with its subject.", "Write on the first line: Subject: Thank you")]
        )
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(re.sub(r" {2,}", " ", line).strip() for line in body.strip().split("\n")))
    subject = head.partition(":")[2].strip()
    if blank := _BLANK.search(f"{subject}\n{body}"):
        raise ContentError(
            [
                Problem(
                    "message-blank",
                    Location(file),
                    f"there is a blank in the message: {blank[0]}",
                    "Put in its place what only you know; a message that could go to anybody is better not sent.",
                )
            ]
        )
    notices = _w10(body, facts, file, is_first=is_first, kind=kind)
    for name, mark in marks.items():
        body = body.replace(mark, (quoted or {})[name])
    return Message(to, address, subject, body, notices)


def _missing(names: list[str], kind: str, where: Location, file: str) -> list[Problem]:
    problems = {}
    for name in names:
        if name in _MEANT:
            words, option = _MEANT[name]
            field = {"memory_subject": "memory", "address_got": "source"}.get(name, name)
            kept = f", or write it down for good: a line `{field}:` in the entry at {where}" if field in ("memory", "source") else ""
            problems[option] = Problem("message-blank", where, f"the message '{kind}' needs {words}.", f"Give it with {option}{kept}.")
        else:
            problems[name] = Problem(
                "message-template",
                Location(file),
                f"the message asks for '{name}', and there is no such fact.",
                "`sitegen help outreach` lists what a message can say.",
            )
    return list(problems.values())


def _w10(body: str, facts: Mapping[str, Any], file: str, *, is_first: bool, kind: str) -> tuple[Problem, ...]:
    """Warn of a message without an easy no, and of a first one that does not say how the address was got (W10: PECR reg 22, GDPR Art 14 and 21)."""
    flat = " ".join(body.split())
    notices = []
    if kind != "thanks" and str(facts["easy_no"]) not in flat:
        notices.append(
            Problem(
                "W10",
                Location(file),
                "the message has no easy way to say no (W10).",
                "Put {{ easy_no }} into it, or your own words for it.",
                "who is asked must be free to say no.",
                Effect.WARN,
            )
        )
    if is_first and facts.get("address_got") and str(facts["address_got"]) not in flat:
        notices.append(
            Problem(
                "W10",
                Location(file),
                "a first message says how you got the address and how to object, and this one does not (W10).",
                "Put {{ address_got }} into it.",
                "people may know where you have their address from, and may object (GDPR Art 14 and 21, PECR reg 22).",
                Effect.WARN,
            )
        )
    return tuple(notices)


def address_got(source: str, *, is_first: bool) -> str:
    """Give the sentence for a first contact; "" for later ones."""
    if not is_first:
        return " "
    because = source.strip().rstrip(".")
    begins = re.match(r"(we|you|your|i|my|our|he|she|they|it)\b", because, re.IGNORECASE)
    return (
        f"I have your address because {because[0].lower() + because[1:] if begins else because}. {OBJECT}"
        if begins
        else f"I have your address from this source: {because}. {OBJECT}"
    )


def spoken_years(years: int) -> str:
    """Give `seven years`, "" for none."""
    words = (
        "",
        "a year",
        "two years",
        "three years",
        "four years",
        "five years",
        "six years",
        "seven years",
        "eight years",
        "nine years",
        "ten years",
        "eleven years",
        "twelve years",
    )
    return words[years] if years < len(words) else f"{years} years"


def day_in_a_sentence(day: date, today: date) -> str:
    """Give `2 November`, with the year where it is another."""
    from sitegen.outreach.day_words import MONTHS

    return f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if day.year != today.year else "")
