"""`sitegen proof figures`: what all clients reached, counted from clients.yaml and put into data/proof.yaml on her yes."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from sitegen.cli.common_arguments import add_site
from sitegen.cli.outreach.room import add_today, add_yes

if TYPE_CHECKING:
    from pathlib import Path

    from sitegen.outreach.portfolio import Portfolio, PublicFigure

_TRIES = 5


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_site(parser)
    add_today(parser)
    add_yes(parser)
    parser.add_argument("--service", default="", metavar="SERVICE", help="only the clients of this service")
    parser.add_argument("--from", dest="first", type=int, default=None, metavar="YEAR", help="only those who finished in this year or later")
    parser.add_argument("--to", dest="last", type=int, default=None, metavar="YEAR", help="only those who finished in this year or before")


def run(arguments: argparse.Namespace) -> int:
    """Count, show what would change, ask, and write. Raises ContentError: no clients, too few, a service that there is not."""
    from sitegen.cli.outreach.room import desk_of, said, tell_notices
    from sitegen.cli.proof.filing import service_meant
    from sitegen.cli.proof.items import public_site
    from sitegen.outreach.beginning import example_files
    from sitegen.outreach.finding import folded
    from sitegen.outreach.portfolio import FEWEST, portfolio, public_figure
    from sitegen.outreach.reading import CLIENTS, FOLDER, read_clients

    desk = desk_of(arguments)
    if desk.data(CLIENTS) is None:
        raise said(
            "there is no such file, so there is nobody to count.",
            "Begin it with `sitegen outreach start`; `sitegen help clients` tells every field.",
            f"{FOLDER}/{CLIENTS}",
        )
    clients = desk.clients()
    tell_notices(clients)
    service = service_meant(arguments.site, arguments.service) if arguments.service else None
    years = _years(arguments, desk.today.year)
    invented = frozenset(folded(one.who) for one in read_clients(example_files(desk.today)[CLIENTS]).record.clients)
    made = portfolio(clients.record, desk.today, years, service, invented)
    if made is None or made.n < FEWEST:
        number = made.n if made else 0
        who = f"only {number} client{'s' if number != 1 else ''} finished" if number else "nobody finished"
        raise said(
            f"{who} in that time with goals set at the start, and of fewer than {FEWEST} a reader could know one.",
            "Count more years or all services, or wait; nothing was changed.", "sitegen proof figures",
        )  # fmt: skip
    site = public_site(arguments.site)
    title = next((item.record.title for item in site.services if item.slug == service), service or "")
    figure = public_figure(made, desk.today, str(site.settings.language), (service, title) if service else None)
    _tell(made, figure)
    return 0 if _put(arguments.site, figure, yes=arguments.yes) else 1


def _years(arguments: argparse.Namespace, this_year: int) -> tuple[int, int] | None:
    from sitegen.cli.outreach.room import said

    if arguments.first is None and arguments.last is None:
        return None
    first, last = arguments.first or 1900, arguments.last or this_year
    if not 1900 <= first <= last <= this_year:
        raise said(f"{first} to {last} is no time that has been.", f"Write it like this: --from {this_year - 1} --to {this_year}", "sitegen proof figures")
    return (first if arguments.first else last, last)


def _tell(made: Portfolio, figure: PublicFigure) -> None:
    print(f"{made.reached} of {made.n} {figure.label}.")
    if made.unknown:
        print(f"Of {made.unknown} it is not noted (`reached:` in clients.yaml); they are counted as not reached.")
    if made.sample:
        print("Invented clients of the example are among them, so the figure is marked as a sample.")


def _put(site: Path, figure: PublicFigure, *, yes: bool) -> bool:
    """Show what changes in the file of public facts, ask, and write it; say whether it is done. What she saved by hand meanwhile is taken up."""
    from sitegen.cli.outreach.room import agreed
    from sitegen.cli.proof.items import shown_change
    from sitegen.common.own_trees import OwnTree
    from sitegen.common.problems import ContentError, Location, Problem
    from sitegen.outreach.desk import undressed
    from sitegen.site.model import FACTS_FILE

    tree = OwnTree(site)
    for _ in range(_TRIES):
        before = tree.read(FACTS_FILE) if tree.has(FACTS_FILE) else None
        text, dress = undressed(before or b"", FACTS_FILE)
        made = with_figure(text, figure)
        if made == text:
            print(f"{FACTS_FILE} says so already.")
            return True
        print(f"{FACTS_FILE}:")
        print(shown_change(text, made))
        if not agreed("Write it? It is public with the next build.", yes=yes):
            return False
        if tree.replace(FACTS_FILE, before, dress(made)):
            print(f"Written. In a text, [[figure {figure.id}]] shows it.")
            return True
    raise ContentError(
        [
            Problem(
                "file-busy", Location(FACTS_FILE), "this file is being changed by another program all the time.", "Close it there, then run the command again."
            )
        ]
    )


def with_figure(text: str, figure: PublicFigure) -> str:
    """Give the text of data/proof.yaml with a figure set; every byte outside its record stays. Words of hers for the same time stay too.

    Raises ContentError where the file can't be read, before or after.
    """
    from sitegen.common.records import read_record
    from sitegen.common.splices import node_at, plain, root_of, with_entry, with_field
    from sitegen.common.yaml_nodes import root_node
    from sitegen.site.facts import Facts
    from sitegen.site.model import FACTS_FILE

    root = root_of(text, FACTS_FILE)
    known = plain(node_at(root, ["figures"])) if node_at(root, ["figures"]) is not None else []
    entries = [entry for entry in known if isinstance(entry, dict)] if isinstance(known, list) else []
    number = next((number for number, entry in enumerate(entries) if entry.get("id") == figure.id), None)
    if number is None:
        made = with_entry(text, FACTS_FILE, [], "figures", dict(figure.fields()))
    else:
        made, old = text, entries[number]
        wanted: dict[str, str | None] = {**figure.fields(), "sample": "true" if figure.sample else None}
        if _same_time(str(old.get("label", "")), figure.label):
            wanted.pop("label")
            wanted.pop("source")
        for name, value in wanted.items():
            if old.get(name) != value:
                made = with_field(made, FACTS_FILE, ["figures", number], name, value)
    read_record(Facts, root_node(made.replace("\r\n", "\n"), FACTS_FILE), FACTS_FILE)
    return made


def _same_time(old: str, new: str) -> bool:
    """Say whether a label that stands there names the same years as the new one, so that her own words for it are kept."""
    import re

    return re.findall(r"\d{4}", old) == re.findall(r"\d{4}", new)
