"""Where a person stands: what the touches say about answers, silence and who wrote last."""

from __future__ import annotations

from datetime import date

from sitegen.common.frozen import frozen
from sitegen.outreach.dealings import Touch
from sitegen.outreach.people import Person


@frozen
class Standing:
    """What can be told from a person's touches on a day."""

    last: Touch | None
    unanswered: tuple[Touch, ...]
    """Her own messages since the person last said anything."""
    first_written: date | None
    """The day of her first message after a silence of a year or more, or ever: what counts as a first message."""
    thanked: date | None


AFRESH_DAYS = 365
"""After so many days of silence a message is a first message again."""


def standing(person: Person, today: date) -> Standing:
    """Give where a person stands; touches that lie in the future are not counted."""
    touches = [touch for touch in person.in_order if touch.date <= today]
    unanswered: list[Touch] = []
    for touch in touches:
        if touch.by == "me" and not is_thanks(touch):
            unanswered.append(touch)
        elif touch.by != "me":
            unanswered = []
    thanks = [touch.date for touch in touches if is_thanks(touch)]
    firsts = first_messages(person, today)
    return Standing(touches[-1] if touches else None, tuple(unanswered), firsts[-1] if firsts else None, max(thanks, default=None))


def first_messages(person: Person, today: date) -> tuple[date, ...]:
    """Give the days on which she wrote first: with nothing before it, or after a year of silence."""
    days = []
    last: date | None = None
    for touch in person.in_order:
        if touch.date > today:
            break
        if touch.by == "me" and not is_thanks(touch) and (last is None or (touch.date - last).days >= AFRESH_DAYS):
            days.append(touch.date)
        last = touch.date
    return tuple(days)


def is_thanks(touch: Touch) -> bool:
    """Say whether a touch was a thank-you, which waits for no answer."""
    return touch.how.lower().startswith("thank") or "thank-you" in touch.how.lower()
