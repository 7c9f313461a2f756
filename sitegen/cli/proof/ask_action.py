"""`sitegen proof ask`: the message with the open questions, the same for everyone, and a note in the log that she asked."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sitegen.cli.common_arguments import add_site
from sitegen.cli.outreach.room import add_today

if TYPE_CHECKING:
    from sitegen.common.problems import Location
    from sitegen.outreach.desk import Desk
    from sitegen.outreach.messages import Message, Sender
    from sitegen.outreach.people import Person


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_site(parser)
    add_today(parser)
    parser.add_argument("person", help="the person; part of the name will do")
    parser.add_argument("--service", default="", metavar="SERVICE", help="the service it is about (from clients.yaml if left out)")
    parser.add_argument("--remind", action="store_true", help="write the one reminder instead")


def run(arguments: argparse.Namespace) -> int:
    """Print the message, write it as a mail file too, and note the day."""
    from sitegen.cli.outreach.files import put_aside
    from sitegen.cli.outreach.message import _sender
    from sitegen.cli.outreach.room import desk_of
    from sitegen.cli.proof.filing import full_name, people_known, service_meant
    from sitegen.cli.proof.log_book import note
    from sitegen.common.values import slugify
    from sitegen.outreach.finding import folded

    desk = desk_of(arguments)
    sender = _sender(arguments.site)
    name = full_name(desk, arguments.person)
    engaged = [client for client in people_known(desk)[0] if folded(client.who) == folded(name)]
    service = arguments.service or next((client.service for client in reversed(engaged) if client.service), "") or ""
    if service:
        service = service_meant(arguments.site, service)
    _refuse_again(desk, name, service, remind=arguments.remind)
    message = _message(arguments, desk, name, sender)
    for notice in message.notices:
        print(notice, file=sys.stderr)
    print(message.as_text(), end="")
    kind = "reminder" if arguments.remind else "questions"
    place = arguments.site / "content/private/messages" / f"{kind}-{slugify(name) or 'message'}.eml"
    note(desk, name, service or None, None, {"reminded" if arguments.remind else "asked": desk.today.isoformat()}, "ask")
    if not arguments.remind:
        _note_in_book(desk, name)
    print(f"As a mail file: {put_aside(arguments.site, place, message.as_eml(sender))}: open it, read it once more, send it.", file=sys.stderr)
    print("Noted in the log as of today. When the answer is there: " + f'sitegen proof record "{name}"', file=sys.stderr)
    return 0


def _refuse_again(desk: Desk, name: str, service: str, *, remind: bool) -> None:
    """Refuse a second question and a second reminder: silence is no consent. Raises ContentError."""
    from sitegen.cli.outreach.room import said
    from sitegen.cli.proof.log_book import entry_of

    found = entry_of(desk, name, service or None, None)
    entry = found[1] if found is not None and found[1].is_open else None
    if entry is None and remind:
        raise said(f"no question to {name} is open, so there is nothing to remind of.", f'Ask first: sitegen proof ask "{name}"', "sitegen proof ask")
    if entry is not None and not remind:
        more = "Silence is no consent: leave it at that." if entry.reminded else f'One reminder is fine: sitegen proof ask "{name}" --remind'
        raise said(f"you asked {name} on {entry.asked}{f' and reminded on {entry.reminded}' if entry.reminded else ''}.", more, "sitegen proof ask")
    if entry is not None and entry.reminded:
        raise said(f"you reminded {name} on {entry.reminded}, and once is enough.", "Silence is no consent: leave it at that.", "sitegen proof ask")


def _message(arguments: argparse.Namespace, desk: Desk, name: str, sender: Sender) -> Message:
    from sitegen.cli.outreach.message import _refuse_blocked, _template
    from sitegen.cli.outreach.room import said
    from sitegen.outreach.finding import folded
    from sitegen.outreach.message_facts import Typed, facts_of_client, facts_of_person, is_first
    from sitegen.outreach.messages import written
    from sitegen.outreach.reading import BOOK, read_book

    book, clients = read_book(desk.data(BOOK)), desk.clients()
    number = next((i for i, person in enumerate(book.record.people) if folded(name) in map(folded, (person.name, *person.also))), None)
    engaged = [i for i, client in enumerate(clients.record.clients) if folded(client.who) == folded(name)]
    if number is None and not engaged:
        raise said(
            f"{name} is neither in your book nor among your clients.",
            f'Add them first, with how you know them: sitegen outreach add "{name}"',
            "sitegen proof ask",
        )
    facts: Mapping[str, str] = {}
    where: Location
    if number is not None:
        person = book.record.people[number]
        where = book.location(f"people.{number}.name")
        _refuse_blocked(person.blocked, person.name, where)
        facts = facts_of_person(person, sender, Typed(), desk.today)
    if engaged:
        client = clients.record.clients[engaged[-1]]
        where = clients.location(f"clients.{engaged[-1]}")
        facts = {**facts, **facts_of_client(client, sender, Typed(), desk.today)}
    emails = [*(str(email) for i in engaged for email in clients.record.clients[i].emails), *(book.record.people[number].emails if number is not None else ())]
    kind = "testimonial-reminder" if arguments.remind else "testimonial" if engaged else "testimonial-colleague"
    file, template = _template(arguments.site, kind)
    first = not engaged and number is not None and is_first(book.record.people[number])
    return written(kind, template, file, facts, to=name, address=str(emails[0]) if emails else "", where=where, is_first=first)


def _note_in_book(desk: Desk, name: str) -> None:
    """Note the ask where the agenda looks: with the client, and with the person in the book."""
    from sitegen.outreach.book_edits import Noting, of_client, of_person
    from sitegen.outreach.entries import ask_entry, touch_entry
    from sitegen.outreach.finding import folded
    from sitegen.outreach.reading import BOOK, CLIENTS, read_book

    day = desk.today
    people = read_book(desk.data(BOOK)).record.people
    for index, person in _of_name(people, name):
        steps = Noting("touches", touch_entry(day, "mail", "asked for a testimonial", None)), Noting("asks", ask_entry(day, "testimonial", "asked", ""))
        desk.change(BOOK, of_person(person, index, *steps), "ask")
    engaged = [(i, client.who) for i, client in enumerate(desk.clients().record.clients) if folded(client.who) == folded(name)]
    if engaged:
        desk.change(CLIENTS, of_client(*engaged[-1], asked_on=day.isoformat()), "ask")


def _of_name(people: tuple[Person, ...], name: str) -> list[tuple[int, Person]]:
    from sitegen.outreach.finding import folded

    return [(i, person) for i, person in enumerate(people) if folded(name) in map(folded, (person.name, *person.also))][:1]
