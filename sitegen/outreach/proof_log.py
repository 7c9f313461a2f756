"""`content/private/proof-log.yaml`: who was asked for their words, and what came of it, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import ClassVar

from sitegen.common.frozen import frozen
from sitegen.common.values import Day
from sitegen.outreach.finding import folded
from sitegen.outreach.kept import kept


@frozen(kw_only=True)
class ProofEntry:
    """One person's words for one service, from the question to the page and, if need be, off it again."""

    CALLED: ClassVar[str] = "an entry of the proof log"
    ALSO: ClassVar[Mapping[str, str]] = {"name": "who", "person": "who", "notes": "note"}
    who: str = kept("The person's name.", leak="name", example="who: Anna Sample")
    service: str | None = kept("The service it is about: its file name without .md.", leak="none", default=None, example="service: team")
    item: str | None = kept("The testimonial's or case's file name without .md, once there is one.", leak="none", default=None, example="item: a-quieter-chair")
    asked: Day | None = kept("The day you asked.", leak="none", default=None, example="asked: 2026-09-14")
    reminded: Day | None = kept("The day of the one reminder.", leak="none", default=None, example="reminded: 2026-09-24")
    received: Day | None = kept("The day the words came.", leak="none", default=None, example="received: 2026-09-28")
    approval_asked: Day | None = kept("The day you sent the exact words to be approved.", leak="none", default=None, example="approval_asked: 2026-09-29")
    approved: Day | None = kept("The day they were approved.", leak="none", default=None, example="approved: 2026-10-02")
    words: str | None = kept(
        "A coded mark of the words that were sent or approved, by which a later change is seen.",
        leak="none",
        default=None,
        example="words: 5e0c1f0a9d3b7c2e4f6a8b90",
    )
    published: Day | None = kept("The day they went onto the site.", leak="none", default=None, example="published: 2026-10-03")
    declined: Day | None = kept("The day the person said no.", leak="none", default=None, example="declined: 2026-10-02")
    withdrawn: Day | None = kept("The day the person took it back.", leak="none", default=None, example="withdrawn: 2027-01-15")
    note: str | None = kept("Anything else, for you alone.", leak="note", default=None, example="note: wants to see the page before it goes online")

    @property
    def is_open(self) -> bool:
        """Whether an answer is still waited for."""
        return self.asked is not None and self.received is None and self.declined is None and self.withdrawn is None

    @property
    def days(self) -> tuple[tuple[str, date], ...]:
        """The steps that were taken, in the order of the loop."""
        taken = ((name, getattr(self, name)) for name in STEPS)
        return tuple((name, day) for name, day in taken if day is not None)


STEPS = ("asked", "reminded", "received", "approval_asked", "approved", "published", "declined", "withdrawn")
"""The fields that hold the day of a step."""


@frozen(kw_only=True)
class ProofLog:
    """All of proof-log.yaml."""

    CALLED: ClassVar[str] = "proof-log.yaml"
    log: tuple[ProofEntry, ...] = kept(
        "One entry a person and service.", leak="inside", default=(), example="log: [{who: Anna Sample, service: team, asked: 2026-09-14}]"
    )


HEAD = """# Who was asked for their words, and what came of it. Written by `sitegen proof`; yours to read and to mend.
# `sitegen proof log` prints it. Nothing of this file reaches your site; git leaves it alone.
"""


def of_item(entries: Iterable[ProofEntry], item: str) -> int | None:
    """Give the number of the newest entry of an item, None where there is none."""
    return next((number for number, entry in reversed(list(enumerate(entries))) if entry.item == item), None)


def of_person(entries: Iterable[ProofEntry], who: str, service: str | None) -> int | None:
    """Give the number of the newest entry of a person and service that has no item yet and is not ended; an ask without a service fits any. None where there is none."""
    for number, entry in reversed(list(enumerate(entries))):
        fits = entry.service is None or service is None or entry.service == service
        if folded(entry.who) == folded(who) and fits and entry.item is None and entry.declined is None and entry.withdrawn is None:
            return number
    return None
