"""`sitegen proof` without an action: what the proof supports, what it lacks, and whom to ask next."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.outreach.asking import Candidate
    from sitegen.outreach.desk import Desk
    from sitegen.site.graph import Graph

PAGE = "proof.html"
_OWN = {"own_site": "--site", "own_as_of": "--as-of", "own_format": "--format", "html": "--html", "private": "--private"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes without an action; an action has its own."""
    parser.add_argument("--site", dest="own_site", type=Path, default=None, metavar="FOLDER", help="the site's folder (this folder if left out)")
    parser.add_argument("--as-of", dest="own_as_of", default=None, metavar="DAY", help="take that day for today, like 2027-03-01")
    parser.add_argument("--format", dest="own_format", choices=("text", "json"), default=None, help="text to read, or json for tools (text if left out)")
    parser.add_argument("--html", action="store_true", help=f"also write a page to look at, .sitegen/keep/{PAGE}")
    parser.add_argument("--private", action="store_true", help="put whom to ask next into the json and the page too: it names people of your private files")


def refuse_options_before(arguments: argparse.Namespace) -> None:
    """Refuse options that stand before an action, which would not reach it. Raises ContentError."""
    from sitegen.cli.outreach.room import said

    early = next((option for name, option in _OWN.items() if getattr(arguments, name)), "")
    if early:
        raise said(f"'{early}' stands before '{arguments.action}'.", f"Write it after: sitegen proof {arguments.action} ... {early}", "sitegen proof")


def run(arguments: argparse.Namespace) -> int:
    """Print the graph, and write the page if asked for."""
    from sitegen.cli.outreach.room import desk_of
    from sitegen.cli.proof.overview_page import overview_page
    from sitegen.cli.proof.overview_text import as_json, as_text

    site = arguments.own_site or Path()
    desk = desk_of(argparse.Namespace(site=site, as_of=arguments.own_as_of))
    made = graph_of(desk, site)
    to_json = arguments.own_format == "json"
    people = candidates(desk, made) if arguments.private or not to_json else ()
    if to_json:
        print(as_json(made, people if arguments.private else None))
    else:
        print("\n".join(as_text(made, people)))
    if arguments.html:
        desk.keep.make(0o700)
        desk.keep.write(PAGE, overview_page(made, people if arguments.private else None))
        holds = "It names people of your private files." if arguments.private else "It holds nothing of your private files."
        print(f"Wrote .sitegen/keep/{PAGE}: open it in your browser. {holds}", file=sys.stderr)
    return 0


def graph_of(desk: Desk, site: Path) -> Graph:
    """Give the graph of the site on a day; files that can't be read are told, and not counted. Raises ContentError where site.yaml can't be read."""
    from sitegen.cli.advice_command import shown_on
    from sitegen.render.quote_places import quote_places
    from sitegen.site.graph import graph

    shown = shown_on(desk, site, "counted")
    return graph(shown, quote_places(shown))


def candidates(desk: Desk, made: Graph) -> tuple[Candidate, ...]:
    """Give whom to ask next, from the private files that there are. Raises ContentError with every problem in them."""
    from sitegen.cli.outreach.room import tell_notices
    from sitegen.outreach.asking import to_ask
    from sitegen.outreach.reading import BOOK, read_book

    clients, book, log = desk.clients(), read_book(desk.data(BOOK)), desk.proof_log()
    tell_notices(clients, book, log)
    lacks = {service.slug: service.lacks for service in made.services}
    return to_ask(clients.record, book.record, log.record.log, lacks, desk.today)
