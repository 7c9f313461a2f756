"""`sitegen today`: what to do today, in ten minutes."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cli.common_arguments import add_format, add_site
from sitegen.cli.outreach.room import add_today

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sitegen.outreach.agenda import Agenda, Item


TEN_MINUTES = 7
KIND_WORDS = {
    "next step": "next steps", "thank": "thank-yous", "nudge": "reminders", "rest": "people to let rest", "ask": "testimonials to ask for", "check in": "former clients",
    "quiet": "people gone quiet", "price": "prices", "places": "places", "first message": "first messages", "close friends": "a thought",
}  # fmt: skip


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_site(parser)
    add_today(parser)
    add_format(parser)
    parser.add_argument("--all", action="store_true", help="everything, not only what fits into ten minutes")
    parser.add_argument("--ics", type=Path, default=None, metavar="FILE", help="also write it as a calendar file, for your own calendar")


def run(arguments: argparse.Namespace) -> int:
    """Print the agenda."""
    from sitegen.cli.outreach.room import desk_of, tell_notices
    from sitegen.outreach.agenda import agenda

    desk = desk_of(arguments)
    book, clients = desk.book(), desk.clients()
    tell_notices(book, clients)
    made = agenda(book.record, clients.record, promised_places(arguments.site), desk.today)
    if arguments.format == "json":
        print(_json(made, desk.today))
    else:
        print(told(made, desk.today, nobody=not book.record.people, everything=arguments.all))
    if arguments.ics is not None:
        _write_calendar(arguments, made, desk.today)
    return 0


def promised_places(site: Path) -> Mapping[str, int]:
    """Give how many free places the site promises, by the service's file; nothing where the site can't be read."""
    from sitegen.common.problems import ContentError
    from sitegen.common.trees import public_tree
    from sitegen.site.load import read_site

    try:
        loaded = read_site(public_tree(site)).site
    except ContentError:
        return {}
    services = loaded.services if loaded is not None else ()
    return {item.file: item.record.places for item in services if item.record.places and not item.record.draft and not item.record.sample}


def told(made: Agenda, today: date, *, nobody: bool = False, everything: bool = False) -> str:
    """Give the agenda as text, 80 columns at the most."""
    from sitegen.common.words import counted, joined
    from sitegen.outreach.day_words import WEEKDAYS, day_words

    lines = [f"{WEEKDAYS[today.weekday()]}, {day_words(today)}"]
    if nobody:
        return "\n".join([*lines, "", "Your book is empty. Add the first person you enjoyed working with:", '  sitegen outreach add "Their Name"'])
    if not made.items:
        return "\n".join([*lines, "", f"Nothing to do today. {_next_words(made, today)}"])
    shown = made.items if everything else made.items[:TEN_MINUTES]
    for number, item in enumerate(shown, 1):
        lines += ["", *_item_lines(number, item)]
    if made.items[len(shown) :]:
        kinds = joined(dict.fromkeys(KIND_WORDS[item.kind] for item in made.items[len(shown) :]))
        lines += ["", *_wrapped(f"And {len(made.items) - len(shown)} more that can wait ({kinds}): sitegen today --all", "")]
    rest = f" {_next_words(made, today)}" if made.coming else ""
    lines += ["", *_wrapped(f"{counted(len(made.items), 'thing')} to do.{rest}", "")]
    return "\n".join(lines)


def _item_lines(number: int, item: Item) -> list[str]:
    head = f"{item.who}: {item.what}" if item.who else item.what[0].upper() + item.what[1:]
    lines = _wrapped(head, "    ", f"{number:2}. ")
    lines += _wrapped("; ".join(item.why), "    ")
    return [*lines, f"    > {item.command}"] if item.command else lines


def _wrapped(text: str, pad: str, first: str | None = None) -> list[str]:
    from textwrap import wrap

    from sitegen.cli.outreach.room import WIDTH

    return wrap(text, WIDTH, initial_indent=pad if first is None else first, subsequent_indent=pad, break_long_words=False, break_on_hyphens=False)


def _next_words(made: Agenda, today: date) -> str:
    from sitegen.outreach.day_words import day_words

    if not made.coming:
        return "And nothing is planned: give somebody a next step with `sitegen outreach next`."
    item = made.coming[0]
    days = (item.due - today).days
    when = "tomorrow" if days == 1 else f"in {days} days, on {day_words(item.due)}"
    return f"The next thing comes {when}: {item.who + ', ' if item.who else ''}{item.what}."


def _json(made: Agenda, today: date) -> str:
    import json

    def plain(item: Item) -> dict[str, object]:
        return {
            "kind": item.kind, "due": item.due.isoformat(), "who": item.who, "what": item.what, "why": list(item.why), "points": item.points, "command": item.command,
        }  # fmt: skip

    return json.dumps({"day": today.isoformat(), "due": list(map(plain, made.items)), "coming": list(map(plain, made.coming))}, ensure_ascii=False, indent=2)


def _write_calendar(arguments: argparse.Namespace, made: Agenda, today: date) -> None:
    from sitegen.cli.outreach.files import put_aside
    from sitegen.common.words import counted
    from sitegen.outreach.calendar_file import calendar

    items = (*made.items, *made.coming)
    where = put_aside(arguments.site, arguments.ics, calendar(items, today))
    import sys

    print(f"Wrote {counted(len(items), 'entry', 'entries')} to {where}.", file=sys.stderr)
