"""`sitegen outreach start`: an empty book to fill, or an invented one to look at."""

from __future__ import annotations

import argparse
import sys

from sitegen.cli.common_arguments import add_site
from sitegen.cli.outreach.room import add_today


def arguments_start(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `start`."""
    add_site(parser)
    add_today(parser)
    parser.add_argument("--example", action="store_true", help="25 invented people and 12 clients, to try everything with")


def run_start(arguments: argparse.Namespace) -> int:
    """Write outreach.yaml, clients.yaml and a README, where they are not there yet."""
    from sitegen.cli.outreach.room import desk_of
    from sitegen.outreach.beginning import EMPTY_BOOK, EMPTY_CLIENTS, README, example_files
    from sitegen.outreach.reading import BOOK, CLIENTS, FOLDER

    desk = desk_of(arguments)
    there = [name for name in (BOOK, CLIENTS) if desk.private.has(name)]
    if there and (arguments.example or BOOK in there):
        print(f"{FOLDER}/{there[0]} is there already, and was left as it is.", file=sys.stderr)
        if arguments.example:
            print("To look at the example, begin another site: sitegen new my-example", file=sys.stderr)
        return 1
    files = example_files(desk.today) if arguments.example else {BOOK: EMPTY_BOOK.encode(), CLIENTS: EMPTY_CLIENTS.encode()}
    with desk.writing():
        for name, data in {**files, "README.md": README.encode()}.items():
            if not desk.private.has(name):
                desk.private.replace(name, None, data)
    ignored = _ignored(arguments)
    if arguments.example:
        print(f"Wrote 25 invented people and 12 clients to {FOLDER}/. Now try: sitegen today")
    else:
        print(f'Wrote {FOLDER}/{BOOK} and {FOLDER}/{CLIENTS}. Add the first person: sitegen outreach add "Their Name" --company "Where they work"')
    if ignored:
        print(f"Added {FOLDER}/ to .gitignore, so that git leaves it alone.")
    return 0


def _ignored(arguments: argparse.Namespace) -> bool:
    """See that git ignores the private folder, where the site is kept in git; say whether that had to be added."""
    from sitegen.common.own_trees import OwnTree
    from sitegen.outreach.beginning import gitignore_with_private

    tree = OwnTree(arguments.site)
    old = tree.read(".gitignore") if tree.has(".gitignore") else None
    new = gitignore_with_private(old)
    if new is None:
        return False
    tree.write(".gitignore", new)
    return True
