"""`sitegen why`: what a page is made from, and why it was made again."""

from __future__ import annotations

import argparse
import sys

from sitegen.cli.common_arguments import add_day, add_site, day_of


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_site(parser)
    add_day(parser)
    parser.add_argument("address", help="a page's address, like /services/team/")


def run(arguments: argparse.Namespace) -> int:
    """Print the reason for the last making, what would make it again now, and everything it was made from."""
    from sitegen.build.builder import Workshop
    from sitegen.build.record import in_words
    from sitegen.build.site_build import Before, prepared, reasons_to_make
    from sitegen.build.stamp import damaged, own_files, read_stamp
    from sitegen.common.trees import bundled_tree, public_tree
    from sitegen.common.words import did_you_mean

    tree = public_tree(arguments.site)
    workshop = Workshop(tree.root, tree, bundled_tree())
    stamp = read_stamp(workshop.cache, workshop.version)
    last, _ = workshop.remembered(stamp)
    renderer, _ = prepared(tree, bundled_tree(), day_of(arguments))
    address = "/" + arguments.address.strip("/") + ("" if "." in arguments.address.rsplit("/", 1)[-1] else "/")
    address = "/" if address == "//" else address
    route = next((route for route in renderer.routes if route.address == address), None)
    if route is None:
        print(f"There is nothing at {address}. {did_you_mean(address, [route.address for route in renderer.routes])}".strip(), file=sys.stderr)
        return 1
    made = last.record.made.get(address)
    if made is None:
        print(f"{address} has not been made yet, or what was remembered of it is gone: the next build makes it.")
        return 0
    print(f"{address} was last made because {made.reason}.")
    there = own_files(workshop.output)
    now = reasons_to_make(renderer, Before(last.record, damaged(stamp, there, workshop.output), workshop.output))[address]
    print(f"The next build makes it again, because {now}." if now else "The next build leaves it as it is.")
    print("It was made from:")
    for words in sorted(map(in_words, made.questions)):
        print(f"  {words}")
    return 0
