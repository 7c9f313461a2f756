"""Whom to ask for their words next, each with the reasons. The formula stands in the handbook's `showing` topic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sitegen.common.frozen import frozen
from sitegen.outreach.clients import Clients, Engagement
from sitegen.outreach.day_words import ago, day_words
from sitegen.outreach.finding import folded
from sitegen.outreach.people import Book
from sitegen.outreach.proof_log import ProofEntry
from sitegen.outreach.score import score

FINISHED, REMINDER, BREAKTHROUGH, COLLEAGUE = 60, 50, 40, 20
"""Points that each kind of person begins with."""
NEEDED = 20
"""More points where the service has no words of a client yet; half of them where it lacks something else."""
REMIND_AFTER_DAYS = 10
_MOST_MONTHS = 24


@frozen
class Candidate:
    """Somebody to ask, for which service, why, and the command that writes the message."""

    who: str
    service: str
    why: tuple[str, ...]
    points: int
    command: str


def to_ask(clients: Clients, book: Book, log: Sequence[ProofEntry], lacks: Mapping[str, Sequence[str]], today: date) -> tuple[Candidate, ...]:
    """Give whom to ask, by points, then by name. `lacks` is what each service can't show yet. Whoever was asked, said no or wants peace is not among them."""
    blocked = {folded(person.name) for person in book.people if person.blocked}
    done = {folded(entry.who) for entry in log if entry.asked or entry.received or entry.declined or entry.withdrawn}
    done |= {folded(client.who) for client in clients.clients if client.asked_on}
    found = [*_clients(clients, blocked | done, lacks, today), *_waiting(log, blocked, today), *_colleagues(clients, book, blocked | done, today)]
    best: dict[str, Candidate] = {}
    for one in sorted(found, key=lambda one: (-one.points, one.who, one.service)):
        best.setdefault(folded(one.who), one)
    return tuple(best.values())


def _clients(clients: Clients, out: set[str], lacks: Mapping[str, Sequence[str]], today: date) -> Iterator[Candidate]:
    for client in clients.clients:
        if folded(client.who) in out or client.start > today:
            continue
        missing = lacks.get(client.service or "", ())
        needed = NEEDED if "words of a client" in missing else NEEDED // 2 if missing else 0
        need = (f"{client.service} lacks {missing[0]}",) if missing else ()
        command = f'sitegen proof ask "{client.who}"' + (f" --service {client.service}" if client.service else "")
        if client.end is not None and client.end <= today:
            months = min(_MOST_MONTHS, (today - client.end).days // 30)
            yield Candidate(
                client.who, client.service or "", (f"finished {ago(client.end, today)} and not yet asked", *need), FINISHED + needed - months, command
            )
        elif _reached(client):
            yield Candidate(client.who, client.service or "", ("a goal is reached: a good moment", *need), BREAKTHROUGH + needed, command)


def _reached(client: Engagement) -> bool:
    return any(goal.reached for goal in client.goals)


def _waiting(log: Sequence[ProofEntry], blocked: set[str], today: date) -> Iterator[Candidate]:
    for entry in log:
        if entry.is_open and entry.asked and entry.reminded is None and folded(entry.who) not in blocked and (today - entry.asked).days >= REMIND_AFTER_DAYS:
            why = (f"asked on {day_words(entry.asked)}, no answer yet; one reminder is fine",)
            yield Candidate(entry.who, entry.service or "", why, REMINDER, f'sitegen proof ask "{entry.who}" --remind')


def _colleagues(clients: Clients, book: Book, out: set[str], today: date) -> Iterator[Candidate]:
    known = {folded(client.who) for client in clients.clients}
    for person in book.people:
        asked = any(ask.what in ("testimonial", "reference") for ask in person.asks)
        if "reference" not in person.can or asked or folded(person.name) in out | known:
            continue
        why = ("could speak of your work, as a reference", *score(person, book.niche, today).reasons[:1])
        yield Candidate(person.name, "", why, COLLEAGUE + score(person, book.niche, today).points // 4, f'sitegen proof ask "{person.name}"')
