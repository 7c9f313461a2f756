"""`sitegen outreach log`: what happened, and what follows from it for the stage and the next step."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from sitegen.cli.common_arguments import add_site
from sitegen.cli.outreach.room import add_today

if TYPE_CHECKING:
    from sitegen.common.yaml_writing import Plain
    from sitegen.outreach.book_edits import Step
    from sitegen.outreach.desk import Desk
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
    steps, told = _steps(arguments, person, day, desk.today, planned)
    from sitegen.outreach.book_edits import of_client, of_person
    from sitegen.outreach.reading import BOOK

    desk.change(BOOK, of_person(person, index, *steps), "log")
    engagements = [i for i, name in enumerate(names) if name == person.name]
    fields = _fields_of_client(arguments, day)
    if engagements and fields:
        desk.change(CLIENTS, of_client(engagements[-1], person.name, **fields), "log")
    print("\n".join(told))
    return 0


def _steps(arguments: argparse.Namespace, person: Person, day: date, today: date, planned: str | None) -> tuple[list[Step], list[str]]:
    from sitegen.outreach.book_edits import Noting, Setting
    from sitegen.outreach.day_words import day_words
    from sitegen.outreach.dealings import Touch
    from sitegen.outreach.entries import dated_entry, touch_entry

    said = " ".join(arguments.line)
    way, colon, rest = said.partition(": ")
    written_so = arguments.how is None and bool(colon) and way.isalpha()  # as in the file: coffee: she is looking for a team coach
    how, line = (way.lower(), rest) if written_so else (arguments.how or ("call" if arguments.checked_in else "mail"), said)
    by = arguments.who or Touch(date=day, how=how).by
    steps: list[Step] = [Noting("touches", touch_entry(day, how, line, arguments.who))]
    told = [f"{person.name}, {day_words(day)}: {how}{f', {line}' if line else ''}."]
    steps += _ask_steps(arguments, person, day)
    if arguments.introduced:
        steps.append(Noting("introductions", dated_entry(day, arguments.introduced, "")))
    if arguments.client:
        steps.append(Noting("clients", dated_entry(day, arguments.client, "")))
    if how.lower().startswith("thank"):
        steps += _thanked(person, day)
    stage = next_stage(person.stage, by)
    if stage != person.stage:
        steps.append(Setting("stage", stage))
        told.append(f"Stage: {stage} (before: {person.stage}).")
    if planned is not None:
        steps.append(Setting("next", planned))
        told.append(f"Next: {planned}.")
    elif person.next is not None and person.next.date <= max(day, today):
        steps.append(Setting("next", None))
        told.append(f"The step planned for {day_words(person.next.date)} ({person.next.what}) is done. Plan another with `sitegen outreach next`.")
    return steps, told


def next_stage(stage: str, by: str) -> str:
    """Give the stage that follows from a touch; further ones are hers to say."""
    if by == "me":
        return "written to" if stage == "listed" else stage
    if by == "them":
        return "answered" if stage in ("listed", "written to") else stage
    return "talked" if stage in ("listed", "written to", "answered") else stage


def _ask_steps(arguments: argparse.Namespace, person: Person, day: date) -> list[Step]:
    """Give the steps for an ask: a new one, or the state of the last one of its kind."""
    from sitegen.outreach.book_edits import Noting
    from sitegen.outreach.entries import ask_entry

    steps: list[Step] = []
    if arguments.asked:
        steps.append(Noting("asks", ask_entry(day, arguments.asked, "asked", "")))
    for state in ("promised", "given", "declined"):
        what = getattr(arguments, state)
        if what:
            open_ones = [number for number, ask in enumerate(person.asks) if ask.what == what and ask.state in ("asked", "promised")]
            if open_ones:
                steps.append(_ask_state(person, open_ones[-1], state, day))
            else:
                steps.append(Noting("asks", ask_entry(day, what, state, "")))
    return steps


def _ask_state(person: Person, number: int, state: str, day: date) -> Step:
    from sitegen.outreach.book_edits import Setting
    from sitegen.outreach.entries import as_plain

    asks = [as_plain(ask) for ask in person.asks]
    asks[number] = {**asks[number], "state": state, **({"done": day.isoformat()} if state == "given" else {})}
    return Setting("asks", list(asks))


def _thanked(person: Person, day: date) -> list[Step]:
    """Note the thanks on everything that was owed."""
    from sitegen.outreach.book_edits import Setting
    from sitegen.outreach.entries import as_plain

    steps: list[Step] = []
    for name, entries in (("asks", person.asks), ("introductions", person.introductions), ("clients", person.clients)):
        owed = [entry for entry in entries if entry.thanked is None and getattr(entry, "state", "given") == "given"]
        if owed:
            steps.append(Setting(name, [as_plain(e) | ({"thanked": day.isoformat()} if e in owed else {}) for e in entries]))
    return steps


def _fields_of_client(arguments: argparse.Namespace, day: date) -> dict[str, Plain | None]:
    """Give what is noted with the engagement in clients.yaml."""
    meant = (("asked_on", arguments.asked == "testimonial"), ("checked_in", arguments.checked_in))
    return {name: day.isoformat() for name, is_meant in meant if is_meant}


def _log_client(arguments: argparse.Namespace, desk: Desk, index: int, who: str, day: date) -> int:
    from sitegen.cli.outreach.room import said
    from sitegen.outreach.book_edits import of_client
    from sitegen.outreach.day_words import day_words
    from sitegen.outreach.reading import CLIENTS

    fields = _fields_of_client(arguments, day)
    if not fields:
        raise said(
            f"{who} is in clients.yaml and not in your book.",
            f'Note `--asked testimonial` or `--checked-in`, or add them to your book: sitegen outreach add "{who}"',
        )
    desk.change(CLIENTS, of_client(index, who, **fields), "log")
    print(f"{who}, {day_words(day)}: {' and '.join('asked for a testimonial' if name == 'asked_on' else 'asked how it is going' for name in fields)}.")
    return 0
