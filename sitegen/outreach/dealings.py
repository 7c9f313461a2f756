"""What happened between her and a person: touches, asks, introductions, clients that came of it, the next step."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar, Literal

from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex
from sitegen.common.values import Day, PartialDate
from sitegen.outreach.kept import kept

Who = Literal["me", "them", "both"]
AskKind = Literal["testimonial", "reference", "referral", "introduction"]
AskState = Literal["asked", "promised", "given", "declined", "no answer"]

_WRITTEN = ("mail", "email", "e-mail", "message", "letter", "card", "linkedin", "text", "sms", "whatsapp", "note", "nudge", "thanks", "asked", "post")
_ANSWERED = ("answer", "answered", "reply", "replied", "yes", "no", "declined")
_DAY = r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}[./]\d{1,2}[./]\d{1,2}"
_DATED = regex(rf"({_DAY})(?:[,:]?\s+(.*))?", re.DOTALL)


def _dated(first: str, rest: str) -> tuple[str, str, str] | None:
    """Give the parts of `2026-11-02 coffee: a line`: the date, the words before the colon, the line; None when it does not begin with a date."""
    text = f"{first}: {rest}" if rest else first
    found = _DATED.fullmatch(text.strip())
    if not found:
        return None
    if re.fullmatch(_DAY, first.strip()):
        return found[1], "", rest.strip()
    before, _, after = (found[2] or "").partition(": ")
    return found[1], before.strip().removesuffix(":"), after.strip()


@frozen(kw_only=True)
class Touch:
    """One time that you were in touch."""

    CALLED: ClassVar[str] = "a touch"
    date: Day = kept("The day.", leak="none", example="date: 2026-11-02")
    how: str = kept("How: mail, call, coffee, linkedin, letter, answer ...", leak="none", default="mail", example="how: coffee")
    line: str | None = kept("What was said, in a line.", leak="note", default=None, example="line: she is looking for a team coach")
    who: Who | None = kept(
        "Who wrote: me, them or both. Left out, it follows from how: a mail is yours, an answer theirs, a talk of both.",
        leak="none",
        default=None,
        example="who: them",
    )

    @staticmethod
    def spelled(first: str, rest: str) -> Mapping[str, str] | None:
        """Give the fields of `2026-11-02 coffee: a line`, `2026-11-02 mail from them: a line`."""
        parts = _dated(first, rest)
        if parts is None:
            return None
        day, how, line = parts
        if how and not line and len(how.split()) > 4:
            how, line = "", how
        found = re.fullmatch(r"(.*?)\s*\b(?:from|by)\s+(them|me|her|him|both)", how)
        fields = {"date": day}
        if found:
            how = found[1]
            fields["who"] = found[2] if found[2] in ("me", "both") else "them"
        return {**fields, **({"how": how} if how else {}), **({"line": line} if line else {})}

    @property
    def by(self) -> Who:
        """Who wrote, said or clear from how."""
        if self.who is not None:
            return self.who
        first = self.how.lower().split()[0] if self.how.split() else ""
        return "them" if first in _ANSWERED else "me" if first in _WRITTEN else "both"


@frozen(kw_only=True)
class Ask:
    """Something you asked for, and what became of it."""

    CALLED: ClassVar[str] = "an ask"
    date: Day = kept("The day you asked.", leak="none", example="date: 2026-10-01")
    what: AskKind = kept("What you asked for.", leak="none", example="what: referral")
    state: AskState = kept("Where it stands.", leak="none", default="asked", example="state: promised")
    line: str | None = kept("A line about it.", leak="note", default=None, example="line: will speak to her head of people")
    done: Day | None = kept("The day it was given.", leak="none", default=None, example="done: 2026-10-20")
    thanked: Day | None = kept("The day you said thank you.", leak="none", default=None, example="thanked: 2026-10-21")

    @staticmethod
    def spelled(first: str, rest: str) -> Mapping[str, str] | None:
        """Give the fields of `2026-10-01 referral: promised, will speak to her head of people`."""
        parts = _dated(first, rest)
        if parts is None:
            return None
        day, what, said = parts
        state, _, line = said.partition(",")
        if state.strip() not in ("asked", "promised", "given", "declined", "no answer"):
            state, line = "", said
        return {"date": day, "what": what, **({"state": state.strip()} if state else {}), **({"line": line.strip()} if line.strip() else {})}


@frozen(kw_only=True)
class Introduction:
    """Somebody whom the person introduced to you."""

    CALLED: ClassVar[str] = "an introduction"
    date: Day = kept("The day.", leak="none", example="date: 2026-10-12")
    to: str = kept("Whom they introduced you to.", leak="name", example="to: Ben Sample")
    line: str | None = kept("A line about it.", leak="note", default=None, example="line: head of people at a bakery")
    thanked: Day | None = kept("The day you said thank you.", leak="none", default=None, example="thanked: 2026-10-13")

    @staticmethod
    def spelled(first: str, rest: str) -> Mapping[str, str] | None:
        """Give the fields of `2026-10-12 Ben Sample: head of people at a bakery`."""
        parts = _dated(first, rest)
        return None if parts is None else {"date": parts[0], "to": parts[1], **({"line": parts[2]} if parts[2] else {})}


@frozen(kw_only=True)
class CameOfIt:
    """A client who came because of the person."""

    CALLED: ClassVar[str] = "a client who came of it"
    date: Day = kept("The day they became a client.", leak="none", example="date: 2026-11-01")
    name: str = kept("Their name, as in clients.yaml.", leak="name", example="name: Ben Sample")
    line: str | None = kept("A line about it.", leak="note", default=None, example="line: six talks for the new head of people")
    thanked: Day | None = kept("The day you said thank you.", leak="none", default=None, example="thanked: 2026-11-02")

    @staticmethod
    def spelled(first: str, rest: str) -> Mapping[str, str] | None:
        """Give the fields of `2026-11-01 Ben Sample: six talks`."""
        parts = _dated(first, rest)
        return None if parts is None else {"date": parts[0], "name": parts[1], **({"line": parts[2]} if parts[2] else {})}


@frozen(kw_only=True)
class NextStep:
    """What you will do next, and when."""

    CALLED: ClassVar[str] = "a next step"
    date: Day = kept("The day.", leak="none", example="date: 2026-12-01")
    what: str = kept("What you will do.", leak="note", default="write", example="what: ask how the first weeks went")

    @staticmethod
    def spelled(first: str, rest: str) -> Mapping[str, str] | None:
        """Give the fields of `2026-12-01 ask how the first weeks went`."""
        parts = _dated(first, rest)
        if parts is None:
            return None
        what = ": ".join(filter(None, parts[1:]))
        return {"date": parts[0], **({"what": what} if what else {})}


@frozen(kw_only=True)
class Together:
    """Where and when you worked together."""

    CALLED: ClassVar[str] = "a time together"
    where: str = kept("The company or place.", leak="none", example="where: Northwind Example")
    from_: PartialDate | None = kept("Since when.", leak="none", default=None, example="from: 2014")
    to: PartialDate | None = kept("Until when; left out if it goes on.", leak="none", default=None, example="to: 2018-06")
    as_: str | None = kept("What you did together.", leak="note", default=None, example="as: she led the team next to mine")

    @staticmethod
    def spelled(first: str, rest: str) -> Mapping[str, str] | None:
        """Give the fields of `Northwind Example 2014-2018: she led the team next to mine`."""
        found = re.fullmatch(r"(.*?\S)[,:]?\s+\(?(\d{4})\s*(?:[-–]|to)\s*(\d{4}|now|today)?\)?", first.strip())
        if found is None and (year := re.fullmatch(r"(.*?\S)[,:]?\s+\(?(\d{4})\)?", first.strip())):
            fields = {"where": year[1], "from": year[2], "to": year[2]}
        elif found is not None:
            fields = {"where": found[1], "from": found[2], **({"to": found[3]} if found[3] and found[3].isdigit() else {})}
        else:
            fields = {"where": first.strip()}
        return {**fields, **({"as": rest.strip()} if rest.strip() else {})}
