"""`content/private/clients.yaml`: who came for what, what was agreed, and what it cost."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from sitegen.common.frozen import frozen
from sitegen.common.values import Day, Email, Misread
from sitegen.outreach.kept import kept

Terms = Literal["full", "discounted", "free"]


@frozen(kw_only=True)
class Goal:
    """A goal that was agreed on at the start."""

    CALLED: ClassVar[str] = "a goal"
    SHORT: ClassVar[str] = "goal"
    goal: str = kept("The goal, in the client's words.", leak="note", example="goal: one evening a week without the laptop")
    sponsor: bool = kept("true if whoever pays agreed to it too.", leak="none", default=False, example="sponsor: true")
    reached: bool | None = kept("Whether it was reached, once that is known.", leak="none", default=None, example="reached: true")


@frozen(kw_only=True)
class Counted:
    """Something that was counted before and after."""

    CALLED: ClassVar[str] = "a measure"
    name: str = kept("What was counted.", leak="note", example="name: Evenings at the desk in a week")
    before: Decimal | None = kept("Before.", leak="none", default=None, example="before: 4")
    after: Decimal | None = kept("After.", leak="none", default=None, example="after: 1")
    unit: str | None = kept("Its unit.", leak="none", default=None, example="unit: evenings")
    period: str | None = kept("Over what time.", leak="none", default=None, example="period: six months")


@frozen(kw_only=True)
class Engagement:
    """One engagement with a client."""

    CALLED: ClassVar[str] = "a client"
    ALSO: ClassVar[Mapping[str, str]] = {"name": "who", "email": "emails", "goal": "goals", "measure": "measures", "notes": "note"}
    who: str = kept("The client's name.", leak="name", example="who: Ben Sample")
    emails: tuple[Email, ...] = kept("E-mail addresses.", leak="email", default=(), example="emails: [ben@example.org]")
    service: str | None = kept("What they came for: a service's file name without .md.", leak="none", default=None, example="service: new-leaders")
    start: Day = kept("The day it began.", leak="none", example="start: 2026-03-02")
    end: Day | None = kept("The day it ended, or will end.", leak="none", default=None, example="end: 2026-09-14")
    sponsor: str | None = kept("Who pays, if not the client.", leak="none", default=None, example="sponsor: Harbour Foods Example")
    goals: tuple[Goal, ...] = kept(
        "What was agreed on at the start.", leak="inside", default=(), example="goals: [{goal: one evening a week without the laptop, sponsor: true}]"
    )
    measures: tuple[Counted, ...] = kept(
        "What was counted before and after.", leak="inside", default=(), example="measures: [{name: Evenings at the desk, before: 4, after: 1}]"
    )
    fee: str | None = kept("What it costs, in your words.", leak="note", default=None, example="fee: 1200 EUR")
    terms: Terms = kept("At the full fee, discounted, or free.", leak="none", default="full", example="terms: discounted")
    price_reviewed: Day | None = kept("The day you last looked at this price.", leak="none", default=None, example="price_reviewed: 2026-03-02")
    checked_in: Day | None = kept("The day you wrote after the end to hear how it goes.", leak="none", default=None, example="checked_in: 2026-10-05")
    asked_on: Day | None = kept("The day you asked for a testimonial.", leak="none", default=None, example="asked_on: 2026-09-14")
    note: str | None = kept("Anything else, for you alone.", leak="note", default=None, example="note: prefers mornings")

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            raise Misread(f"it ends ({self.end}) before it begins ({self.start})", "Change one of the two.", "end")

    def runs(self, today: date) -> bool:
        """Say whether the engagement is under way."""
        return self.start <= today and (self.end is None or self.end > today)


@frozen(kw_only=True)
class Clients:
    """All of clients.yaml."""

    CALLED: ClassVar[str] = "clients.yaml"
    clients: tuple[Engagement, ...] = kept(
        "Your clients, one entry an engagement.", leak="inside", default=(), example="clients: [{who: Ben Sample, start: 2026-03-02}]"
    )
    places: int | None = kept("How many clients you can have at a time.", leak="none", default=None, example="places: 8", least=0)
