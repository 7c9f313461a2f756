"""`sitegen outreach list`, `show` and `find`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from sitegen.cli.common_arguments import add_format, add_site
from sitegen.cli.outreach.room import add_today

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sitegen.outreach.people import Person


def arguments_list(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `list`."""
    add_site(parser)
    add_today(parser)
    add_format(parser)
    parser.add_argument("--stage", default=None, metavar="STAGE", help="only those at a stage")
    parser.add_argument("--group", default=None, metavar="GROUP", help="only those of a group")


def run_list(arguments: argparse.Namespace) -> int:
    """List the people by name."""
    import json

    from sitegen.cli.outreach.room import desk_of, tell_notices
    from sitegen.common.words import counted
    from sitegen.outreach.entries import as_plain
    from sitegen.outreach.finding import folded

    desk = desk_of(arguments)
    book = desk.book()
    tell_notices(book)
    people = [
        person for person in book.record.people
        if (arguments.stage is None or folded(arguments.stage) == folded(person.stage)) and (arguments.group is None or folded(arguments.group) in map(folded, person.groups))
    ]  # fmt: skip
    if arguments.format == "json":
        print(json.dumps([as_plain(person) for person in people], ensure_ascii=False, indent=2))
        return 0
    if not people:
        words = (
            "Nobody in your book is at that stage or in that group."
            if arguments.stage or arguments.group
            else 'Your book is empty: sitegen outreach add "Their Name"'
        )
        print(words)
        return 0
    rows = [(person.name, person.company or "", person.stage, _last(person, desk.today)) for person in sorted(people, key=lambda p: folded(p.name))]
    widths = [min(room, max(len(row[column]) for row in rows)) for column, room in enumerate((24, 23, 14, 12))]
    for row in rows:
        print("  ".join(f"{_cut(cell, width):<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip())
    print(f"\n{counted(len(people), 'person', 'people')}. `sitegen outreach show NAME` shows all of one.")
    return 0


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def _last(person: Person, today: date) -> str:
    from sitegen.outreach.day_words import ago
    from sitegen.outreach.standing import standing

    last = standing(person, today).last
    return ago(last.date, today) if last else ""


def arguments_show(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `show`."""
    add_site(parser)
    add_today(parser)
    add_format(parser)
    parser.add_argument("person", help="the person; part of the name will do")


def run_show(arguments: argparse.Namespace) -> int:
    """Show a person as the book has them, with what the touches come to."""
    import json
    from textwrap import wrap

    from sitegen.cli.outreach.room import WIDTH, chosen, desk_of, tell_notices
    from sitegen.outreach.entries import as_plain
    from sitegen.outreach.score import score

    desk = desk_of(arguments)
    book = desk.book()
    tell_notices(book)
    index = chosen(arguments.person, book.record.people)
    person = book.record.people[index]
    if arguments.format == "json":
        print(json.dumps(as_plain(person), ensure_ascii=False, indent=2))
        return 0
    print("\n".join(_person_lines(person)))
    own = score(person, book.record.niche, desk.today)
    print("\n" + "\n".join(wrap(f"{own.points} points{': ' + '; '.join(own.reasons) if own.reasons else ''}.", WIDTH)))
    print(f"In the file: {book.location(f'people.{index}')}")
    return 0


def _person_lines(person: Person) -> list[str]:
    from textwrap import wrap

    from sitegen.cli.outreach.room import WIDTH
    from sitegen.outreach.entries import as_plain

    lines = []
    for name, value in as_plain(person).items():
        label = f"{name.replace('_', ' ')}: "
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines.append(label.rstrip())
            for entry in value:
                text = _entry(entry) if isinstance(entry, dict) else str(entry)
                lines += wrap(text, WIDTH, initial_indent="  - ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)
            continue
        text = ", ".join(map(str, value)) if isinstance(value, list) else _entry(value) if isinstance(value, dict) else value
        lines += wrap(label + text, WIDTH, subsequent_indent=" " * 4, break_long_words=False, break_on_hyphens=False)
    return lines


def _entry(entry: Mapping[str, object]) -> str:
    words = [str(entry[name]) for name in ("date", "where", "how", "what", "name", "state") if entry.get(name)]
    if entry.get("where") and entry.get("from"):
        words.append(f"{entry['from']}-{entry.get('to', 'now')}")
    elif entry.get("to"):
        words.append(str(entry["to"]))
    more = [str(entry[name]) for name in ("line", "as") if entry.get(name)]
    thanked = f" (thanked {entry['thanked']})" if entry.get("thanked") else ""
    return " ".join(words) + (": " + "; ".join(more) if more else "") + thanked


def arguments_find(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `find`."""
    add_site(parser)
    parser.add_argument("words", nargs="+", help="what to look for")


def run_find(arguments: argparse.Namespace) -> int:
    """Print every line of the private files that holds the words, however they are accented, with its place."""
    from sitegen.cli.outreach.room import desk_of
    from sitegen.common.decoding import decoded
    from sitegen.outreach.finding import folded
    from sitegen.outreach.reading import BOOK, CLIENTS, FOLDER

    desk = desk_of(arguments)
    wanted = folded(" ".join(arguments.words))
    found = 0
    for name in (BOOK, CLIENTS):
        data = desk.data(name)
        owner = ""
        for number, line in enumerate(decoded(data, f"{FOLDER}/{name}").split("\n") if data else (), 1):
            begun = line.strip().removeprefix("- ")
            if begun.startswith(("name:", "who:")) and (line.lstrip().startswith("- ") or not owner):
                owner = begun.partition(":")[2].strip().strip("\"'")
            if wanted and wanted in folded(line):
                found += 1
                of = f"  ({owner})" if owner and owner not in line else ""
                print(f"{FOLDER}/{name}:{number}: {line.strip()}{of}")
    if not found:
        print("Nothing found.")
    return 0 if found else 1
