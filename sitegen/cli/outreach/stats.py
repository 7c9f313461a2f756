"""`sitegen outreach stats`."""

from __future__ import annotations

import argparse
import sys

from sitegen.cli.common_arguments import add_format, add_site
from sitegen.cli.outreach.room import add_today

PAGE = "outreach-stats.html"


def arguments_stats(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `stats`."""
    add_site(parser)
    add_today(parser)
    add_format(parser)
    parser.add_argument("--months", type=int, default=12, metavar="NUMBER", help="how many months (12 if left out)")
    parser.add_argument("--html", action="store_true", help=f"also write a page to look at, .sitegen/keep/{PAGE}")


def run_stats(arguments: argparse.Namespace) -> int:
    """Print the table and the bars."""
    import json

    from sitegen.cli.outreach.room import WIDTH, desk_of, said, tell_notices
    from sitegen.outreach.statistics import chart, sentence, statistics
    from sitegen.outreach.statistics_page import statistics_page

    if not 1 <= arguments.months <= 120:
        raise said(f"{arguments.months} is no number of months.", "Give one from 1 to 120.", "--months")
    desk = desk_of(arguments)
    book, clients = desk.book(), desk.clients()
    tell_notices(book, clients)
    made = statistics(book.record, clients.record, desk.today, arguments.months)
    if arguments.format == "json":
        months = [f"{year:04}-{month:02}" for year, month in made.months]
        print(json.dumps({"months": months, **{row: list(numbers) for row, numbers in made.numbers.items()}}, indent=2))
    else:
        from textwrap import wrap

        print("\n".join([*chart(made, WIDTH), "", *wrap(sentence(made), WIDTH)]))
    if arguments.html:
        desk.keep.make(0o700)
        desk.keep.write(PAGE, statistics_page(made, desk.today))
        print(f"Wrote .sitegen/keep/{PAGE}: open it in your browser. It holds numbers and no names.", file=sys.stderr)
    return 0
