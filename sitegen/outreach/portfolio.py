"""What all clients of a period reached, as plain public figures: counts with their n, and nobody who could be known by them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sitegen.common.frozen import frozen
from sitegen.outreach.clients import Clients, Engagement
from sitegen.outreach.finding import folded

FEWEST = 5
"""Of fewer clients than so many a reader could know one (small counts identify people: GDPR recital 26)."""


@frozen
class PublicFigure:
    """A figure as it stands in data/proof.yaml."""

    id: str
    value: str
    label: str
    n: int
    source: str
    as_of: date
    sample: bool

    def fields(self) -> dict[str, str]:
        """Give its fields as they are written."""
        plain = {"id": self.id, "value": self.value, "label": self.label, "n": str(self.n), "source": self.source, "as_of": self.as_of.isoformat()}
        return {**plain, "sample": "true"} if self.sample else plain


@frozen
class Portfolio:
    """The clients who finished in a period with goals set at the start, and how many of them reached each of those."""

    years: tuple[int, int]
    n: int
    reached: int
    unknown: int
    """Of how many it is not noted whether they reached a goal; they count as not reached."""
    sample: bool
    """Whether an invented client of the example is among them."""

    @property
    def period(self) -> str:
        """The years, as they are written: 2025, or 2024-2025."""
        return str(self.years[0]) if self.years[0] == self.years[1] else f"{self.years[0]}-{self.years[1]}"


def portfolio(clients: Clients, today: date, years: tuple[int, int] | None, service: str | None, invented: frozenset[str]) -> Portfolio | None:
    """Give what the clients of some years reached, of one service or all; all years where none are named. None where nobody finished with a goal. `invented` are the example's names."""
    finished = [one for one in clients.clients if one.end is not None and one.end <= today and one.goals and service in (None, one.service)]
    if years is not None:
        finished = [one for one in finished if one.end is not None and years[0] <= one.end.year <= years[1]]
    if not finished:
        return None
    people: dict[str, list[Engagement]] = {}
    for one in finished:
        people.setdefault(folded(one.who), []).append(one)
    ends = sorted(one.end.year for one in finished if one.end is not None)
    goals = {who: [goal.reached for one in engagements for goal in one.goals] for who, engagements in people.items()}
    return Portfolio(
        years or (ends[0], ends[-1]), len(people), sum(all(each) for each in goals.values()), sum(None in each for each in goals.values()), any(who in invented for who in people)
    )  # fmt: skip


_WORDS: Mapping[str, tuple[str, str, str]] = {
    "en": (
        "clients who finished in {period} reached each goal set at the start",
        "clients of {service} who finished in {period} reached each goal set at the start",
        "my client records: everyone who finished in that time with goals set at the start",
    ),
    "de": (
        "Klientinnen und Klienten, die {period} fertig wurden, haben jedes Ziel vom Anfang erreicht",
        "Klientinnen und Klienten von {service}, die {period} fertig wurden, haben jedes Ziel vom Anfang erreicht",
        "meine Aufzeichnungen: alle, die in dieser Zeit fertig wurden und am Anfang Ziele gesetzt hatten",
    ),
}
"""Label of all, label of a service, source; by the language's first letters."""


def public_figure(made: Portfolio, today: date, language: str, service: tuple[str, str] | None) -> PublicFigure:
    """Give the figure to publish; `service` is its short name and its title. Its words are English in a language that has none here."""
    every, of_one, source = _WORDS.get(language[:2], _WORDS["en"])
    label = of_one.format(service=service[1], period=made.period) if service else every.format(period=made.period)
    return PublicFigure(f"goals-reached-{service[0]}" if service else "goals-reached", str(made.reached), label, made.n, source, today, made.sample)
