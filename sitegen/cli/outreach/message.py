"""`sitegen outreach message`: a text, a mail file or a link, for her to send."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cli.common_arguments import add_site
from sitegen.cli.outreach.room import add_today

if TYPE_CHECKING:
    from sitegen.common.problems import Location
    from sitegen.outreach.desk import Desk
    from sitegen.outreach.message_facts import Typed
    from sitegen.outreach.messages import Message, Sender


def arguments_message(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `message`."""
    add_site(parser)
    add_today(parser)
    parser.add_argument(
        "kind",
        help="which one: reconnect, after-a-talk, referral, introduction, reference, thanks, nudge, testimonial, testimonial-colleague, testimonial-reminder, after-the-end",
    )
    parser.add_argument("person", help="the person; part of the name will do")
    parser.add_argument("--memory", default="", metavar="WORDS", help="something you remember of your work together (from the book if left out)")
    parser.add_argument("--line", default="", metavar="WORDS", help="what it is about, in a line")
    parser.add_argument("--to", default="", metavar="NAME", help="to whom you would like to be introduced")
    parser.add_argument("--source", default="", metavar="WORDS", help="how you got their address (from the book if left out)")
    parser.add_argument(
        "--as",
        dest="form",
        choices=("text", "eml", "mailto"),
        default="text",
        help="text to copy, a mail file, or a link that opens your mail program (text if left out)",
    )
    parser.add_argument(
        "--out", type=Path, default=None, metavar="FILE", help="where to write it (the terminal if left out; a mail file goes into content/private/messages/)"
    )


def run_message(arguments: argparse.Namespace) -> int:
    """Write the message."""
    from sitegen.cli.outreach.files import put_aside
    from sitegen.cli.outreach.room import desk_of, said
    from sitegen.common.values import slugify
    from sitegen.common.words import suggestion
    from sitegen.outreach.message_facts import Typed
    from sitegen.outreach.messages import KINDS

    kind = arguments.kind.lower().replace("_", "-").replace(" ", "-")
    if kind not in KINDS:
        raise said(f"there is no message '{arguments.kind}'.", suggestion(kind, KINDS, "Messages"))
    desk = desk_of(arguments)
    sender = _sender(arguments.site)
    message = _made(kind, arguments, desk, sender, Typed(arguments.memory, arguments.line, arguments.to, arguments.source))
    for notice in message.notices:
        print(notice, file=sys.stderr)
    if arguments.form == "mailto" and not message.address:
        raise said(f"there is no e-mail address of {message.to} in your files.", "Add `emails:` to the entry, or take the text: --as text")
    data = {"text": message.as_text().encode(), "eml": message.as_eml(sender), "mailto": (message.as_mailto() + "\n").encode()}[arguments.form]
    place = arguments.out
    if place is None and arguments.form == "eml":
        place = arguments.site / "content/private/messages" / f"{kind}-{slugify(message.to) or 'message'}.eml"
    if place is None:
        print(data.decode(), end="")
    else:
        print(f"Wrote {put_aside(arguments.site, place, data)}: open it, read it once more, send it.")
    print(f'When it is sent: sitegen outreach log "{message.to}" {_log_words(kind)}', file=sys.stderr)
    return 0


def _log_words(kind: str) -> str:
    return {
        "nudge": "--how nudge", "thanks": "--how thanks", "referral": "--asked referral", "introduction": "--asked introduction", "reference": "--asked reference",
        "testimonial": "--asked testimonial", "testimonial-colleague": "--asked testimonial", "after-the-end": "--checked-in",
    }.get(kind, "--how mail")  # fmt: skip


def _made(kind: str, arguments: argparse.Namespace, desk: Desk, sender: Sender, typed: Typed) -> Message:
    from sitegen.cli.outreach.room import chosen
    from sitegen.outreach.finding import fitting
    from sitegen.outreach.message_facts import facts_of_client, facts_of_person, is_first
    from sitegen.outreach.messages import MAY_BE_FIRST, written
    from sitegen.outreach.standing import standing

    file, template = _template(arguments.site, kind)
    book, clients = desk.book(), desk.clients()
    names = [client.who for client in clients.record.clients]
    in_clients = fitting(arguments.person, names)
    ends = {client.who: client for client in clients.record.clients}
    if in_clients and not fitting(arguments.person, [person.name for person in book.record.people]):
        number = in_clients[-1]
        client = clients.record.clients[number]
        facts = facts_of_client(client, sender, typed, desk.today)
        return written(
            kind,
            template,
            file,
            facts,
            to=client.who,
            address=client.emails[0] if client.emails else "",
            where=clients.location(f"clients.{number}"),
            is_first=False,
        )
    index = chosen(arguments.person, book.record.people)
    person = book.record.people[index]
    where = book.location(f"people.{index}.name")
    _refuse_blocked(person.blocked, person.name, where)
    if kind == "nudge":
        _refuse_nudge(len(standing(person, desk.today).unanswered), person.name, where)
    facts = dict(facts_of_person(person, sender, typed, desk.today))
    if person.name in ends:
        facts["ended"] = facts_of_client(ends[person.name], sender, typed, desk.today)["ended"]
    return written(
        kind,
        template,
        file,
        facts,
        to=person.name,
        address=person.emails[0] if person.emails else "",
        where=where,
        is_first=kind in MAY_BE_FIRST and is_first(person),
    )


def _refuse_blocked(blocked: bool, name: str, where: Location) -> None:
    from sitegen.common.problems import ContentError, Problem

    if blocked:
        raise ContentError(
            [
                Problem(
                    "do-not-contact",
                    where,
                    f"{name} asked to be left in peace, so no message is made.",
                    "If they wrote to you again themselves, change `stage:` and `do_not_contact:` there.",
                    "people may object to being written to, and that is to be kept (GDPR Art 21).",
                )
            ]
        )


def _refuse_nudge(waiting: int, name: str, where: Location) -> None:
    """Refuse a reminder of nothing, and a second one."""
    from sitegen.common.problems import ContentError, Problem

    if waiting == 1:
        return
    if waiting:
        words = f"{waiting} messages of yours to {name} have no answer; one more would press."
        mend = f'Let it rest: sitegen outreach stage "{name}" "not now". If they answered, note it: sitegen outreach log "{name}" --how answer'
    else:
        words = f"no message of yours to {name} waits for an answer, so there is nothing to remind them of."
        mend = f'Note it if you wrote: sitegen outreach log "{name}" --how mail --on yesterday. Or write afresh: sitegen outreach message reconnect "{name}"'
    raise ContentError([Problem("nudge", where, words, mend)])


def _template(site: Path, kind: str) -> tuple[str, str]:
    """Give a message's template: hers before the one that ships."""
    from sitegen.common.decoding import decoded
    from sitegen.common.trees import bundled_tree, public_tree
    from sitegen.outreach.messages import FOLDER

    path = f"{FOLDER}/{kind}.txt"
    own = public_tree(site)
    return path, decoded((own if own.has(path) else bundled_tree()).read(path), path)


def _sender(site: Path) -> Sender:
    """Give what her own site says of her. Raises ContentError where site.yaml can't be read."""
    from sitegen.common.problems import ContentError
    from sitegen.common.trees import public_tree
    from sitegen.outreach.messages import Sender
    from sitegen.site.load import read_site

    loaded = read_site(public_tree(site))
    if loaded.site is None:
        raise ContentError(loaded.problems)
    own = loaded.site.settings
    booking = str(own.booking.url) if own.booking is not None else ""
    return Sender(own.name, own.promise, own.url or "", booking if booking.startswith("http") else "", own.email or "")
