"""Whom to write to first: points for each person, with the reasons in words. The formula stands in the handbook's `today` topic."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from sitegen.common.frozen import frozen
from sitegen.outreach.people import Person, Seniority, Trust
from sitegen.outreach.standing import standing

SENIORITY: Mapping[Seniority, int] = {"leads the whole": 4, "leads leaders": 3, "leads a team": 2, "expert": 1, "starting out": 0}
TRUST: Mapping[Trust, int] = {"fully": 3, "well": 2, "a little": 1, "not yet": 0}
MOST_YEARS = 5


@frozen
class Score:
    """A person's points and what they come from, the weightiest reason first."""

    points: int
    reasons: tuple[str, ...]


def score(person: Person, niche: Sequence[str], today: date) -> Score:
    """Give 3 x seniority (0-4) + 3 x trust (0-3) + 2 x years since you last shared time (0-5) + 4 if they fit + 2 for each thing they can do."""
    parts: list[tuple[int, str]] = []
    if person.seniority is not None:
        parts.append((3 * SENIORITY[person.seniority], person.seniority))
    if person.trust is not None:
        words = {"fully": "trusts your work fully", "well": "trusts your work well", "a little": "trusts your work a little", "not yet": ""}[person.trust]
        parts.append((3 * TRUST[person.trust], words))
    years = years_apart(person, today)
    if years:
        parts.append((2 * min(years, MOST_YEARS), f"little shared time: {years} year{'s' if years > 1 else ''} since you last met or wrote"))
    if fits(person, niche):
        parts.append((4, "near the people you help"))
    if person.can:
        doing = {"hire": "hire you", "refer": "refer people to you", "introduce": "introduce you", "reference": "be a reference"}
        parts.append((2 * len(person.can), f"could {' and '.join(doing[one] for one in person.can)}"))
    parts.sort(key=lambda part: -part[0])
    return Score(sum(points for points, _ in parts), tuple(words for points, words in parts if points and words))


def years_apart(person: Person, today: date) -> int:
    """Give the whole years since you last worked together or were in touch; 0 where nothing is known."""
    last = standing(person, today).last
    days = [day for day in (person.last_together, last.date if last else None) if day is not None]
    return max(0, (today - max(days)).days // 365) if days else 0


def fits(person: Person, niche: Sequence[str]) -> bool:
    """Say whether a person is near the people she helps: as she says, or by a word of her niche in what is known of them."""
    if person.fits is not None:
        return person.fits
    known = " ".join(filter(None, (person.company, person.role, person.note, *person.groups))).casefold()
    return any(re.search(rf"\b{re.escape(word.casefold())}", known) for word in niche)
