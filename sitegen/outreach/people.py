"""`content/private/outreach.yaml`: the book of people who know her work."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal

from sitegen.common.frozen import frozen
from sitegen.common.values import Email, Misread, Url
from sitegen.outreach.dealings import Ask, CameOfIt, Introduction, NextStep, Together, Touch
from sitegen.outreach.kept import kept
from sitegen.outreach.spans import read_span

Stage = Literal["listed", "written to", "answered", "talked", "client", "referrer", "reference", "keep in touch", "not now", "do not contact"]
Can = Literal["hire", "refer", "introduce", "reference"]
Trust = Literal["fully", "well", "a little", "not yet"]
Seniority = Literal["leads the whole", "leads leaders", "leads a team", "expert", "starting out"]


@frozen(kw_only=True)
class Person:
    """Somebody in your book."""

    CALLED: ClassVar[str] = "a person"
    SHORT: ClassVar[str] = "name"
    ALSO: ClassVar[Mapping[str, str]] = {"email": "emails", "phone": "phones", "link": "links", "group": "groups", "notes": "note"}
    """Names that a field may be written under as well."""

    name: str = kept("Their full name.", leak="name", example="name: Anna Sample")
    also: tuple[str, ...] = kept("Other names they have had or use.", leak="name", default=(), example="also: [Anna Specimen]")
    emails: tuple[Email, ...] = kept("E-mail addresses, the best first.", leak="email", default=(), example="emails: [anna@example.com]")
    phones: tuple[str, ...] = kept("Phone numbers.", leak="phone", default=(), example="phones: [+44 20 7946 0018]")
    links: tuple[Url, ...] = kept("Their pages elsewhere.", leak="link", default=(), example="links: [https://www.example.com/in/anna-sample]")
    company: str | None = kept("Where they work now.", leak="none", default=None, example="company: Harbour Foods Example")
    role: str | None = kept("What they do there.", leak="none", default=None, example="role: Head of Operations")
    worked_together: tuple[Together, ...] = kept(
        "Where and when you worked together.", leak="inside", default=(), example="worked_together: [Northwind Example 2014-2018]"
    )
    memory: str | None = kept(
        "Something you remember of that time; a message to them is built around it.",
        leak="note",
        default=None,
        example="memory: the night before the audit, when you drew the whole plant on a napkin",
    )
    can: tuple[Can, ...] = kept("What they could do for you.", leak="none", default=(), example="can: [hire, refer]")
    trust: Trust | None = kept("How far they trust your work.", leak="none", default=None, example="trust: well")
    seniority: Seniority | None = kept("How far up they are.", leak="none", default=None, example="seniority: leads leaders")
    friend: bool = kept("true for a close friend.", leak="none", default=False, example="friend: true")
    fits: bool | None = kept(
        "Whether they are near the people you help; left out, the words of `niche:` decide.", leak="none", default=None, example="fits: true"
    )
    groups: tuple[str, ...] = kept("Groups of your own.", leak="none", default=(), example="groups: [choir, first job]")
    stage: Stage = kept("Where it stands.", leak="none", default="listed", example="stage: written to")
    every: str | None = kept("How often you want to keep in touch.", leak="none", default=None, example="every: 3 months")
    next: NextStep | None = kept("What you will do next, and when.", leak="inside", default=None, example="next: 2026-12-01 ask how the first weeks went")
    do_not_contact: bool = kept(
        "true when they asked to be left in peace: no message is made for them.", leak="none", default=False, example="do_not_contact: true"
    )
    source: str | None = kept(
        "How you got their address; a first message says it.", leak="note", default=None, example="source: we were colleagues at Northwind Example"
    )
    note: str | None = kept("Anything else, for you alone.", leak="note", default=None, example="note: prefers the phone")
    touches: tuple[Touch, ...] = kept(
        "When you were in touch, oldest first.",
        leak="inside",
        default=(),
        example="touches: [{date: 2026-11-02, how: coffee, line: she is looking for a team coach}]",
    )
    asks: tuple[Ask, ...] = kept("What you asked them for.", leak="inside", default=(), example="asks: [{date: 2026-10-01, what: referral, state: promised}]")
    introductions: tuple[Introduction, ...] = kept(
        "Whom they introduced you to.", leak="inside", default=(), example="introductions: [{date: 2026-10-12, to: Ben Sample}]"
    )
    clients: tuple[CameOfIt, ...] = kept(
        "Clients who came because of them.", leak="inside", default=(), example="clients: [{date: 2026-11-01, name: Ben Sample}]"
    )

    def __post_init__(self) -> None:
        if self.every is not None:
            try:
                read_span(self.every)
            except Misread as error:
                raise Misread(f"{error.message} ('every')", error.mend, "every") from None
        for phone in self.phones:
            if len(re.sub(r"\D", "", phone)) < 5 or re.search(r"[A-Za-z]{4}", phone):
                raise Misread(f"'{phone}' is not a phone number ('phones')", "Write it like this: +44 20 7946 0018.", "phones")

    @property
    def blocked(self) -> bool:
        """Whether they asked to be left in peace."""
        return self.do_not_contact or self.stage == "do not contact"

    @property
    def in_order(self) -> tuple[Touch, ...]:
        """The touches, oldest first, however they stand in the file."""
        return tuple(sorted(self.touches, key=lambda touch: touch.date))

    @property
    def last_together(self) -> date | None:
        """The last day on which you are known to have worked together."""
        ends = [one.to or one.from_ for one in self.worked_together]
        days = [date(end.year, end.month or 12, end.day or 28) for end in ends if end is not None]
        return max(days, default=None)


@frozen(kw_only=True)
class Allowed:
    """A name that may stand on the site, and why."""

    CALLED: ClassVar[str] = "an allowed name"
    name: str = kept("The name as it stands in your book.", leak="none", example="name: Anna Sample")
    why: str = kept("Why it may stand on the site.", leak="note", example="why: also the name of a street in my town")


@frozen(kw_only=True)
class Book:
    """All of outreach.yaml."""

    CALLED: ClassVar[str] = "outreach.yaml"
    people: tuple[Person, ...] = kept("The people.", leak="inside", default=(), example="people: [{name: Anna Sample, company: Harbour Foods Example}]")
    niche: tuple[str, ...] = kept(
        "Words that tell whom you help: a person whose company, role, groups or note has one fits.",
        leak="none",
        default=(),
        example="niche: [engineering, new leaders]",
    )
    allow: tuple[Allowed, ...] = kept(
        "Names that may stand on the site though they are in this file.",
        leak="inside",
        default=(),
        example="allow: [{name: Rose Garden, why: it is a place here}]",
    )
