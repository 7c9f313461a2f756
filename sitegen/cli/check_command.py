"""`sitegen check`: everything a build would say, and nothing written."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from sitegen.cli.common_arguments import add_day, add_format, add_site, add_strict, day_of

if TYPE_CHECKING:
    from sitegen.build.site_build import Built, Unfinished
    from sitegen.common.problems import Problem


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_site(parser)
    add_day(parser)
    add_strict(parser)
    parser.add_argument("--publish", action="store_true", help="tell, too, what keeps the site from being published: samples (R1)")
    add_format(parser)


def run(arguments: argparse.Namespace) -> int:
    """Render everything in memory and tell every problem and notice, and how the pages keep the contract; 1 when a build would be refused."""
    from sitegen.build.site_build import Refused, build_site
    from sitegen.cli.private_side import private_problems
    from sitegen.cli.report import as_json, print_notices
    from sitegen.common.problems import ContentError, forbidden, in_file_order
    from sitegen.common.trees import bundled_tree, public_tree
    from sitegen.common.words import counted

    refused: ContentError | None
    made: Built | Unfinished
    built: Built | None = None
    try:
        try:
            made = built = build_site(public_tree(arguments.site), bundled_tree(), day_of(arguments))
            pages = built.pages
        except Refused as error:
            made, pages = error.unfinished(), 0
        held = _held_back(arguments) if arguments.publish else ()
        private = private_problems(arguments.site, day_of(arguments), made.files, made.evidence)
        if any(problem.code == "R9" for problem in private):  # the contract tells sentences of the pages, and there may be private words in them
            built = None
        problems = in_file_order((*made.problems, *(built.breaches() if built is not None else ()), *held, *private))
        refused = forbidden(problems, strict=arguments.strict)
    except ContentError as error:
        problems, pages, refused = error.problems, 0, error
    if arguments.format == "json":
        print(as_json(problems, ok=refused is None, pages=pages, **({"contract": built.detail().as_json()} if built is not None else {})))
    elif refused is not None:
        for problem in problems:
            print(problem, file=sys.stderr)
        print(f"{counted(len(refused.problems), 'thing')} to mend before the site can be {'published' if arguments.publish else 'built'}.", file=sys.stderr)
    else:
        print_notices(problems)
        noted = f"; {counted(len(problems), 'notice')} above" if problems else ""
        print(f"All is well: {counted(pages, 'page')} would be made{noted}.")
        if built is not None:
            print(built.detail().as_text())
    return 1 if refused else 0


def _held_back(arguments: argparse.Namespace) -> tuple[Problem, ...]:
    """Give what may be built and not published."""
    from sitegen.common.trees import public_tree
    from sitegen.site.load import read_site
    from sitegen.site.rules.publishing import unpublishable

    site = read_site(public_tree(arguments.site)).site
    return unpublishable(site) if site is not None else ()
