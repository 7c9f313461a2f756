"""`sitegen outreach log`: what happened, and what follows from it for the stage and the next step."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from sitegen.cli.common_arguments import add_site
from sitegen.cli.outreach.room import add_today

if TYPE_CHECKING:
    from sitegen.outreach.desk import Desk, Edit
    from sitegen.outreach.people import Person

_ASKS = ("testimonial", "reference", "referral", "introduction")


def arguments_log(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `log`."""
    add_site(parser)
    add_today(parser)
    parser.add_argument("person", help="the person; part of the name will do")
    parser.add_argument("line", nargs="*", help="what was said, in a line")
    parser.add_argument("--how", default=None, metavar="WORD", help="mail, call, coffee, linkedin, letter, answer, thanks ... (mail if left out)")
    parser.add_argument("--on", default="today", metavar="DAY", help='the day: "yesterday", "last Tuesday", 2026-11-02 (today if left out)')
    parser.add_argument("--who", choices=("me", "them", "both"), default=None, help="who wrote; left out, it follows from --how")
    parser.add_argument("--asked", choices=_ASKS, default=None, help="you asked for this")
    parser.add_argument("--promised", choices=_ASKS, default=None, help="they promised this")
    parser.add_argument("--given", choices=_ASKS, default=None, help="they gave this")
    parser.add_argument("--declined", choices=_ASKS, default=None, help="they said no to this")
    parser.add_argument("--introduced", default=None, metavar="NAME", help="whom they introduced to you")
    parser.add_argument("--client", default=None, metavar="NAME", help="who became a client because of them")
    parser.add_argument("--checked-in", action="store_true", help="you asked a former client how it is going")
    parser.add_argument("--next", default=None, metavar="WORDS", help='the next step with its day, like "in 2 weeks: send the article"')


def run_log(arguments: argparse.Namespace) -> int:
    """Note it."""
    from sitegen.cli.outreach.people import next_step
    from sitegen.cli.outreach.room import chosen, day_said, desk_of
    from sitegen.outreach.finding import fitting
    from sitegen.outreach.reading import CLIENTS

    desk = desk_of(arguments)
    day = day_said(arguments.on, desk.today, "--on")
    book, clients = desk.book().record, desk.clients().record
    names = [client.who for client in clients.clients]
    in_clients = fitting(arguments.person, names)
    if in_clients and not fitting(arguments.person, [person.name for person in book.people]):
        return _log_client(arguments, desk, in_clients[-1], names[in_clients[-1]], day)
    index = chosen(arguments.person, book.people)
    person = book.people[index]
    planned = next_step(arguments.next, desk.today) if arguments.next else None
    edits, told = _edits(arguments, person, index, day, desk.today, planned)
    from sitegen.outreach.book_edits import both, setting_client
    from sitegen.outreach.reading import BOOK

    desk.change(BOOK, both(*edits), "log")
    engagements = [i for i, name in enumerate(names) if name == person.name]
    if engagements and arguments.asked == "testimonial":
        desk.change(CLIENTS, setting_client(engagements[-1], person.name, "asked_on", day.isoformat()), "log")
    if engagements and arguments.checked_in:
        desk.change(CLIENTS, setting_client(engagements[-1], person.name, "checked_in", day.isoformat()), "log")
    print("\n".join(told))
    return 0


def _edits(arguments: argparse.Namespace, person: Person, index: int, day: date, today: date, planned: str | None) -> tuple[list[Edit], list[str]]:
    from sitegen.outreach.book_edits import noting, setting
    from sitegen.outreach.day_words import day_words
    from sitegen.outreach.dealings import Touch
    from sitegen.outreach.entries import dated_entry, touch_entry

    said = " ".join(arguments.line)
    way, colon, rest = said.partition(": ")
    written_so = arguments.how is None and bool(colon) and way.isalpha()  # as in the file: coffee: she is looking for a team coach
    how, line = (way.lower(), rest) if written_so else (arguments.how or ("call" if arguments.checked_in else "mail"), said)
    by = arguments.who or Touch(date=day, how=how).by
    edits = [noting(person, index, "touches", touch_entry(day, how, line, arguments.who))]
    told = [f"{person.name}, {day_words(day)}: {how}{f', {line}' if line else ''}."]
    edits += _ask_edits(arguments, person, index, day)
    if arguments.introduced:
        edits.append(noting(person, index, "introductions", dated_entry(day, arguments.introduced, "")))
    if arguments.client:
        edits.append(noting(person, index, "clients", dated_entry(day, arguments.client, "")))
    if how.lower().startswith("thank"):
        edits += _thanked(person, index, day)
    stage = next_stage(person.stage, by)
    if stage != person.stage:
        edits.append(setting(person, index, "stage", stage))
        told.append(f"Stage: {stage} (before: {person.stage}).")
    if planned is not None:
        edits.append(setting(person, index, "next", planned))
        told.append(f"Next: {planned}.")
    elif person.next is not None and person.next.date <= max(day, today):
        edits.append(setting(person, index, "next", None))
        told.append(f"The step planned for {day_words(person.next.date)} ({person.next.what}) is done. Plan another with `sitegen outreach next`.")
    return edits, told


def next_stage(stage: str, by: str) -> str:
    """Give the stage that follows from a touch; further ones are hers to say."""
    if by == "me":
        return "written to" if stage == "listed" else stage
    if by == "them":
        return "answered" if stage in ("listed", "written to") else stage
    return "talked" if stage in ("listed", "written to", "answered") else stage


def _ask_edits(arguments: argparse.Namespace, person: Person, index: int, day: date) -> list[Edit]:
    """Give the edits for an ask: a new one, or the state of the last one of its kind."""
    from sitegen.outreach.book_edits import noting
    from sitegen.outreach.entries import ask_entry

    edits = []
    if arguments.asked:
        edits.append(noting(person, index, "asks", ask_entry(day, arguments.asked, "asked", "")))
    for state in ("promised", "given", "declined"):
        what = getattr(arguments, state)
        if what:
            open_ones = [number for number, ask in enumerate(person.asks) if ask.what == what and ask.state in ("asked", "promised")]
            if open_ones:
                edits.append(_ask_state(person, index, open_ones[-1], state, day))
            else:
                edits.append(noting(person, index, "asks", ask_entry(day, what, state, "")))
    return edits


def _ask_state(person: Person, index: int, number: int, state: str, day: date) -> Edit:
    from sitegen.outreach.book_edits import setting
    from sitegen.outreach.entries import as_plain

    asks = [as_plain(ask) for ask in person.asks]
    asks[number] = {**asks[number], "state": state, **({"done": day.isoformat()} if state == "given" else {})}
    return setting(person, index, "asks", list(asks))


def _thanked(person: Person, index: int, day: date) -> Sequence[Edit]:
    """Note the thanks on everything that was owed."""
    from sitegen.outreach.book_edits import setting
    from sitegen.outreach.entries import as_plain

    edits = []
    for name, entries in (("asks", person.asks), ("introductions", person.introductions), ("clients", person.clients)):
        owed = [entry for entry in entries if entry.thanked is None and getattr(entry, "state", "given") == "given"]
        if owed:
            edits.append(setting(person, index, name, [as_plain(e) | ({"thanked": day.isoformat()} if e in owed else {}) for e in entries]))
    return edits


def _log_client(arguments: argparse.Namespace, desk: Desk, index: int, who: str, day: date) -> int:
    from sitegen.cli.outreach.room import said
    from sitegen.outreach.book_edits import setting_client
    from sitegen.outreach.day_words import day_words
    from sitegen.outreach.reading import CLIENTS

    fields = [name for name, is_meant in (("asked_on", arguments.asked == "testimonial"), ("checked_in", arguments.checked_in)) if is_meant]
    if not fields:
        raise said(
            f"{who} is in clients.yaml and not in your book.",
            f'Note `--asked testimonial` or `--checked-in`, or add them to your book: sitegen outreach add "{who}"',
        )
    for name in fields:
        desk.change(CLIENTS, setting_client(index, who, name, day.isoformat()), "log")
    print(f"{who}, {day_words(day)}: {' and '.join('asked for a testimonial' if name == 'asked_on' else 'asked how it is going' for name in fields)}.")
    return 0
