"""What there is to do on a day, most worthwhile first, each with its reason; and what comes next where there is nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date, timedelta
from typing import Literal

from sitegen.common.frozen import frozen
from sitegen.outreach.clients import Clients
from sitegen.outreach.day_words import ago, day_words
from sitegen.outreach.people import Book, Person
from sitegen.outreach.score import score
from sitegen.outreach.spans import later, read_span
from sitegen.outreach.standing import first_messages, standing

Kind = Literal["next step", "thank", "nudge", "rest", "ask", "check in", "quiet", "price", "places", "first message", "close friends"]

FIRST_A_WEEK = 5
NUDGE_FROM, NUDGE_BEST_BY, NUDGE_UNTIL = 8, 10, 60
CHECK_IN = (14, 28)
PRICE_YEAR = 365
BASE: Mapping[Kind, int] = {
    "thank": 90, "next step": 80, "ask": 70, "check in": 65, "nudge": 60, "places": 55, "quiet": 40, "first message": 30, "price": 20, "rest": 10, "close friends": 5,
}  # fmt: skip
"""Points that each kind of thing begins with."""
MOST_LATE = 9


@frozen
class Item:
    """One thing to do: for whom, what, since when, and why."""

    kind: Kind
    due: date
    who: str
    what: str
    why: tuple[str, ...] = ()
    points: int = 0
    command: str = ""
    way: str = field(default="", compare=False)
    """Where it comes from in the private files: `people.3`, `clients.1`."""


@frozen
class Agenda:
    """What is due on a day, and the next thing that will be."""

    items: tuple[Item, ...]
    coming: tuple[Item, ...]


def agenda(book: Book, clients: Clients, promised: Mapping[str, int], today: date) -> Agenda:
    """Give what is due, by points, then by name; and what comes within a year, by date. `promised` is how many places the site says are free, by service."""
    found = [*_of_people(book, today), *_of_clients(clients, promised, today)]
    firsts = sorted(_firsts(book, today), key=lambda item: (-item.points, item.who))
    free = max(0, FIRST_A_WEEK - written_first(book, today, 7))
    found += firsts[:free]
    if firsts[free:]:
        found.append(_when_the_week_is_over(book, firsts[free], today) if not free else _tomorrow_of(firsts[free], today))
    found += _friends_only(book, today)
    due = sorted((item for item in found if item.due <= today), key=lambda item: (-item.points, item.who, item.kind))
    coming = sorted((item for item in found if item.due > today), key=lambda item: (item.due, -item.points, item.who))
    return Agenda(tuple(due), tuple(coming))


def written_first(book: Book, today: date, days: int) -> int:
    """Give how many first messages were written in the last days."""
    return sum(0 <= (today - day).days < days for person in book.people for day in first_messages(person, today))


def _points(kind: Kind, due: date, today: date, book: Book | None = None, person: Person | None = None) -> int:
    """Give the base of the kind, a point for each day late (nine at the most), and a quarter of the person's own points."""
    own = score(person, book.niche, today).points // 4 if person is not None and book is not None else 0
    return BASE[kind] + min(MOST_LATE, max(0, (today - due).days)) + own


def _of_people(book: Book, today: date) -> Iterator[Item]:
    for index, person in enumerate(book.people):
        way = f"people.{index}"
        yield from _thanks_owed(book, person, way, today)
        if person.blocked:
            continue
        if person.next is not None:
            due = person.next.date
            yield Item("next step", due, person.name, person.next.what, (_since(due, today),), _points("next step", due, today, book, person), "", way)
        yield from _silence(book, person, way, today)


def _thanks_owed(book: Book, person: Person, way: str, today: date) -> Iterator[Item]:
    thanked = standing(person, today).thanked
    asks = [ask for ask in person.asks if ask.state == "given" and not (ask.what == "introduction" and person.introductions)]
    owed = [(ask.done or ask.date, f"for the {ask.what}", ask.thanked) for ask in asks]
    owed += [(one.date, f"for introducing you to {one.to}", one.thanked) for one in person.introductions]
    owed += [(one.date, f"for sending {one.name} to you", one.thanked) for one in person.clients]
    due = [(day, words) for day, words, done in owed if done is None and day <= today and (thanked is None or thanked < day)]
    if due and not person.blocked:
        first = min(day for day, _ in due)
        what = f"say thank you {' and '.join(dict.fromkeys(words for _, words in sorted(due, key=lambda one: one[0])))}"
        why = (f"{ago(first, today)}, and no thank-you is noted",)
        yield Item(
            "thank", first, person.name, what, why, _points("thank", first, today, book, person), f'sitegen outreach message thanks "{person.name}"', way
        )


def _silence(book: Book, person: Person, way: str, today: date) -> Iterator[Item]:
    where = standing(person, today)
    waiting = where.unanswered
    if person.stage == "not now" or where.last is None:
        return
    planned = person.next is not None
    if waiting and len(waiting) == 1 and not planned:
        due = waiting[0].date + timedelta(days=NUDGE_FROM)
        if (today - waiting[0].date).days <= NUDGE_UNTIL:
            best = waiting[0].date + timedelta(days=NUDGE_BEST_BY)
            yield Item(
                "nudge",
                due,
                person.name,
                "ask once more, in two lines",
                (f"no answer to your {waiting[0].how} of {day_words(waiting[0].date)}", f"best by {day_words(best)}; the only reminder"),
                _points("nudge", due, today, book, person),
                f'sitegen outreach message nudge "{person.name}"',
                way,
            )
            return
    if len(waiting) >= 2:
        due = waiting[-1].date + timedelta(days=NUDGE_BEST_BY)
        if person.stage in ("written to", "listed"):
            yield Item(
                "rest",
                due,
                person.name,
                "let it rest",
                (f"{len(waiting)} messages and no answer: more would press",),
                BASE["rest"],
                f'sitegen outreach stage "{person.name}" "not now"',
                way,
            )
        return
    if person.every is not None and not planned:
        due = later(where.last.date, read_span(person.every))
        yield Item(
            "quiet",
            due,
            person.name,
            "get in touch again",
            (f"you wanted to every {person.every.removeprefix('every ')}; last {where.last.how} {ago(where.last.date, today)}",),
            _points("quiet", due, today, book, person),
            f'sitegen outreach message reconnect "{person.name}"',
            way,
        )


def _firsts(book: Book, today: date) -> Iterator[Item]:
    for index, person in enumerate(book.people):
        if person.stage != "listed" or person.blocked or person.next is not None or standing(person, today).unanswered:
            continue
        last = standing(person, today).last
        if last is not None and (today - last.date).days < 30:
            continue
        own = score(person, book.niche, today)
        why = own.reasons or ("nothing is noted yet on seniority, trust or when you worked together",)
        yield Item(
            "first message",
            today,
            person.name,
            "write a first message",
            why,
            BASE["first message"] + own.points,
            f'sitegen outreach message reconnect "{person.name}"',
            f"people.{index}",
        )


def _when_the_week_is_over(book: Book, first: Item, today: date) -> Item:
    recent = sorted(day for person in book.people for day in first_messages(person, today) if 0 <= (today - day).days < 7)
    due = recent[-FIRST_A_WEEK] + timedelta(days=7)
    return Item(first.kind, due, first.who, first.what, first.why, first.points, first.command, first.way)


def _tomorrow_of(first: Item, today: date) -> Item:
    return Item(first.kind, today + timedelta(days=7), first.who, first.what, first.why, first.points, first.command, first.way)


def _friends_only(book: Book, today: date) -> Iterator[Item]:
    recent = [person for person in book.people for day in first_messages(person, today) if (today - day).days < 60]
    others = [person for person in book.people if not person.friend and person.stage == "listed" and not person.blocked]
    if len(recent) >= 3 and all(person.friend for person in recent) and others:
        best = max(others, key=lambda person: score(person, book.niche, today).points)
        yield Item(
            "close friends",
            today,
            "",
            f"your last {len(recent)} first messages all went to close friends",
            (f"people you know less well hear of other things; {best.name}, for one",),
            BASE["close friends"],
        )


def _of_clients(clients: Clients, promised: Mapping[str, int], today: date) -> Iterator[Item]:
    for index, client in enumerate(clients.clients):
        way = f"clients.{index}"
        if client.end is not None and client.asked_on is None and (today - client.end).days <= PRICE_YEAR:
            yield Item(
                "ask",
                client.end,
                client.who,
                "ask for a testimonial",
                (f"finished {ago(client.end, today)} and not yet asked; ask everyone who finishes, the same way",),
                _points("ask", client.end, today),
                f'sitegen proof ask "{client.who}"',
                way,
            )
        if client.end is not None and client.checked_in is None and (today - client.end).days <= CHECK_IN[1]:
            due = client.end + timedelta(days=CHECK_IN[0])
            yield Item(
                "check in",
                due,
                client.who,
                "ask how it is going",
                (f"two to four weeks after the end ({day_words(client.end)}), what lasts begins to show",),
                _points("check in", due, today),
                f'sitegen outreach message after-the-end "{client.who}"',
                way,
            )
        if client.terms != "free" and (client.end is None or client.end > today):
            since = client.price_reviewed or client.start
            due = since + timedelta(days=PRICE_YEAR)
            yield Item("price", due, client.who, "look at the price again", (f"last looked at on {day_words(since)}",), _points("price", due, today), "", way)
    yield from _places(clients, promised, today)


def _places(clients: Clients, promised: Mapping[str, int], today: date) -> Iterator[Item]:
    if clients.places is None or not promised:
        return
    running = sum(client.runs(today) for client in clients.clients)
    left, said = max(0, clients.places - running), sum(promised.values())
    if said > left:
        names = " and ".join(sorted(name for name, number in promised.items() if number))
        yield Item(
            "places",
            today,
            "",
            f"your site promises {said} free place{'s' if said > 1 else ''} and you have {left}",
            (f"{running} of {clients.places} are taken by clients.yaml; change `places:` in {names}",),
            BASE["places"],
        )


def _since(due: date, today: date) -> str:
    late = (today - due).days
    return (
        "planned for today"
        if late == 0
        else f"planned for {day_words(due)}"
        if late < 0
        else f"planned for {day_words(due)}, {late} day{'s' if late > 1 else ''} ago"
    )
