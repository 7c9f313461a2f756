"""`sitegen outreach audit`: the leak audit of what stands in output/, told in full, since only she sees it."""

from __future__ import annotations

import argparse
import sys

from sitegen.cli.common_arguments import add_day, add_format, add_site, day_of


def arguments_audit(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `audit`."""
    add_site(parser)
    add_day(parser)
    add_format(parser)


def run_audit(arguments: argparse.Namespace) -> int:
    """Look through every file of output/, whatever is known of it."""
    from sitegen.build.builder import OUTPUT
    from sitegen.build.stamp import own_files
    from sitegen.cli.report import as_json
    from sitegen.cli.stage_two import LeakAudit, told
    from sitegen.common.own_trees import OwnTree
    from sitegen.common.problems import ContentError, Problem
    from sitegen.common.trees import public_tree
    from sitegen.common.words import counted
    from sitegen.outreach.audit.needles import Unreadable

    output = OwnTree(arguments.site / OUTPUT)
    audit = LeakAudit(arguments.site, day_of(arguments), "", remembering=False)
    try:
        done = audit.leaks({}, dict.fromkeys(own_files(output), ""), output)
    except Unreadable as error:
        words = "this private file can't be read, so it can't be said whether anything of it stands on the site."
        raise ContentError([Problem("private-unread", error.location, words, "`sitegen today` says what is wrong with it.")]) from None
    problems = told(done.leaks, public_tree(arguments.site))
    if arguments.format == "json":
        print(as_json(problems, ok=not problems, files=done.looked_through))
    elif problems:
        for problem in problems:
            print(problem, file=sys.stderr)
        found = sorted({f"  {leak.needle.location}: {leak.needle.text}" for leak in done.leaks})
        print("What was found, as it stands in your private files:", *found, sep="\n", file=sys.stderr)
    elif not done.looked_through:
        print("There is nothing in output/ yet: run `sitegen build`, which looks by itself.")
    else:
        print(f"Nothing of your private files stands in output/ ({counted(done.looked_through, 'file')} looked through).")
    return 1 if problems else 0
