"""`sitegen outreach add`, `next` and `stage`."""

from __future__ import annotations

import argparse
import typing

from sitegen.cli.common_arguments import add_site
from sitegen.cli.outreach.room import add_today

_LISTS = {"email": "emails", "phone": "phones", "link": "links", "worked-together": "worked_together", "can": "can", "group": "groups"}
_WORDS = ("company", "role", "memory", "trust", "seniority", "stage", "every", "next", "source", "note")
_HELP = {
    "email": "an e-mail address", "phone": "a phone number", "link": "a page of theirs, like their LinkedIn profile", "worked-together": 'where and when, like "Northwind Example 2014-2018"',
    "can": "hire, refer, introduce or reference", "group": "a group of your own", "company": "where they work now", "role": "what they do there",
    "memory": "something you remember of your work together", "trust": "how far they trust your work: fully, well, a little, not yet",
    "seniority": "leads the whole, leads leaders, leads a team, expert, starting out", "stage": "where it stands (listed if left out)",
    "every": 'how often to keep in touch, like "3 months"', "next": 'the next step with its day, like "in 2 weeks: send the article"', "source": "how you got the address", "note": "anything else",
}  # fmt: skip


def arguments_add(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `add`."""
    add_site(parser)
    add_today(parser)
    parser.add_argument("name", help="their full name")
    for option in _LISTS:
        parser.add_argument(f"--{option}", action="append", default=[], metavar="WORDS", help=_HELP[option] + "; may be given several times")
    for option in _WORDS:
        parser.add_argument(f"--{option}", default=None, metavar="WORDS", help=_HELP[option])
    parser.add_argument("--friend", action="store_true", help="a close friend")


def run_add(arguments: argparse.Namespace) -> int:
    """Add a person, unless the same one is there."""
    from sitegen.cli.outreach.room import desk_of, said
    from sitegen.common.yaml_writing import Plain
    from sitegen.outreach.book_edits import adding
    from sitegen.outreach.finding import folded
    from sitegen.outreach.reading import BOOK

    desk = desk_of(arguments)
    book = desk.book().record
    name = " ".join(arguments.name.split())
    if not folded(name):
        raise said("a name has letters.", 'Write it like this: sitegen outreach add "Anna Sample"')
    twins = [
        person
        for person in book.people
        if folded(person.name) == folded(name) or set(person.emails) & set(arguments.email) or set(person.links) & set(arguments.link)
    ]
    if twins:
        raise said(
            f"{twins[0].name} is in your book already.",
            f'`sitegen outreach show "{twins[0].name}"` shows the entry; open {"content/private/" + BOOK} to change it.',
        )
    entry: dict[str, Plain] = {"name": name}
    for option, field in _LISTS.items():
        if values := getattr(arguments, option.replace("-", "_")):
            entry[field] = list(values)
    for option in _WORDS:
        if (value := getattr(arguments, option)) is not None:
            entry[option] = next_step(value, desk.today) if option == "next" else value
    if arguments.friend:
        entry["friend"] = "true"
    _see(entry)
    desk.change(BOOK, adding(entry), "add")
    print(f"Added {name} to your book.")
    if not arguments.memory:
        print(f"What do you remember of your work together? A message needs it: open content/private/{BOOK} and add a line `memory:`.")
    return 0


def _see(entry: dict[str, typing.Any]) -> None:
    """See that a person can be read back, and tell what can't in the words of the command line. Raises ContentError."""
    from sitegen.common.problems import ContentError, Location, Problem
    from sitegen.common.yaml_writing import lines_of
    from sitegen.outreach.reading import read_book

    try:
        read_book("\n".join(lines_of({"people": [entry]}, 0)).encode())
    except ContentError as error:
        raise ContentError([Problem(one.code, Location("sitegen outreach add"), one.message, one.mend) for one in error.problems]) from None


def next_step(text: str, today: typing.Any) -> str:
    """Give `2026-12-01 send the article` for `in 2 weeks: send the article`."""
    from sitegen.cli.outreach.room import day_said

    when, _, what = text.partition(": ")
    return f"{day_said(when, today, '--next').isoformat()} {what}".strip()


def arguments_next(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `next`."""
    add_site(parser)
    add_today(parser)
    parser.add_argument("person", help="the person; part of the name will do")
    parser.add_argument("when", help='the day: "in 2 weeks", "next Tuesday", 2027-01-15; or none, to take the step away')
    parser.add_argument("what", nargs="*", help="what you will do then")


def run_next(arguments: argparse.Namespace) -> int:
    """Plan a step, in place of the one that was planned."""
    from sitegen.cli.outreach.room import chosen, day_said, desk_of
    from sitegen.outreach.book_edits import Setting, of_person
    from sitegen.outreach.day_words import WEEKDAYS, day_words
    from sitegen.outreach.reading import BOOK

    desk = desk_of(arguments)
    people = desk.book().record.people
    index = chosen(arguments.person, people)
    person = people[index]
    if arguments.when.lower() in ("none", "nothing", "never"):
        desk.change(BOOK, of_person(person, index, Setting("next", None)), "next")
        print(f"No next step is planned with {person.name}.")
        return 0
    day = day_said(arguments.when, desk.today, "sitegen outreach next")
    what = " ".join(arguments.what)
    desk.change(BOOK, of_person(person, index, Setting("next", f"{day.isoformat()} {what}".strip())), "next")
    print(f"Planned with {person.name} for {WEEKDAYS[day.weekday()]}, {day_words(day)}: {what or 'write'}.")
    if day < desk.today:
        print("That day is over already: it stands on today's list.")
    return 0


def arguments_stage(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `stage`."""
    from sitegen.outreach.people import Stage

    add_site(parser)
    add_today(parser)
    parser.add_argument("person", help="the person; part of the name will do")
    parser.add_argument("stage", nargs="+", help=", ".join(typing.get_args(Stage)))


def run_stage(arguments: argparse.Namespace) -> int:
    """Set the stage."""
    from sitegen.cli.outreach.room import chosen, desk_of, said
    from sitegen.common.words import suggestion
    from sitegen.outreach.book_edits import Setting, of_person
    from sitegen.outreach.people import Stage
    from sitegen.outreach.reading import BOOK

    stage = " ".join(arguments.stage).lower().replace("-", " ").replace("_", " ")
    if stage not in typing.get_args(Stage):
        raise said(f"there is no stage '{stage}'.", suggestion(stage, typing.get_args(Stage), "Stages"))
    desk = desk_of(arguments)
    people = desk.book().record.people
    index = chosen(arguments.person, people)
    person = people[index]
    steps = [Setting("stage", stage)]
    if stage == "do not contact" and person.next is not None:
        steps.append(Setting("next", None))
    desk.change(BOOK, of_person(person, index, *steps), "stage")
    print(f"{person.name}: {stage}." + (" No message is made for them from now on." if stage == "do not contact" else ""))
    return 0
