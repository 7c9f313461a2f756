"""`sitegen build`: the whole site into output/."""

from __future__ import annotations

import argparse
import gc
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.build.watch import ALL_CORES, UNWATCHED, Watch
from sitegen.cli.common_arguments import add_day, add_site, add_strict, day_of
from sitegen.common.own_trees import PrivateTree

if TYPE_CHECKING:
    from sitegen.build.gate import Gate
    from sitegen.common.problems import Problem


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_site(parser)
    add_day(parser)
    add_strict(parser)
    parser.add_argument("--profile", action="store_true", help="tell where the time goes, by phase and template (in one process)")


def run(arguments: argparse.Namespace) -> int:
    """Build and write; nothing is written when anything forbids it."""
    from sitegen.build.builder import WORKSHOP, Workshop
    from sitegen.common.own_trees import OwnTree
    from sitegen.common.trees import bundled_tree, public_tree
    from sitegen.common.words import counted

    gc.disable()  # a build ends soon, and leaves next to nothing in circles: looking for those cost it a tenth
    site: Path = arguments.site
    tree = public_tree(site)
    if not tree.has_folder("content"):
        from sitegen.site.load import load_site

        load_site(tree)
    watch = _watch(arguments)
    waiting = "Another build of this site is running; waiting for it."
    with OwnTree(tree.root / WORKSHOP).lock("lock", waiting, lambda words: print(words, file=sys.stderr, flush=True)):
        workshop = Workshop(tree.root, tree, bundled_tree())
        as_of = day_of(arguments)
        built = workshop.build(
            as_of, strict=arguments.strict, workers=1 if arguments.profile else ALL_CORES, watch=watch, gate=_gate(site, as_of, workshop.version)
        )
    if built.note:
        print(built.note)
    for said in built.said:
        print(said)
    for warning in _warnings(site):
        print(warning)
    for path, place in sorted(built.set_aside):
        print(f"output/{path} was not made by sitegen, or was changed since: it is now .sitegen/keep/{place}.")
    if built.sample:
        print(
            "The site holds sample content: it is labelled on the pages, and search engines are asked to stay away. `sitegen help samples` tells how to take it out."
        )
    if arguments.profile:
        print(watch.told())
    where = "output/" if site == Path() else f"{site.as_posix()}/output/"
    files = built.new + built.changed + built.unchanged
    counts = [
        f"{number} {word}"
        for number, word in ((built.new, "new"), (built.changed, "changed"), (built.deleted, "taken away"), (built.unchanged, "as before"))
        if number
    ]
    for line in built.contract:
        print(line)
    print(
        f"Made {counted(built.pages, 'page')} and {counted(files - built.pages, 'other file')} in {where} ({', '.join(counts)}); "
        f"to look at them while you write: {_preview(site)}"
    )
    return 0


def _gate(site: Path, as_of: date, version: str) -> Gate | None:
    """Give the audits of the private side, where there is anything private."""
    if not PrivateTree(site).is_used():
        return None
    from sitegen.cli.private_gate import PrivateGate

    return PrivateGate(site, as_of, version)


def _warnings(site: Path) -> tuple[Problem, ...]:
    """Give W11, where there is anything private that git could track."""
    if not PrivateTree(site).is_used():
        return ()
    from sitegen.cli.git_state import git_state, private_tracked

    return private_tracked(git_state(site))


def _watch(arguments: argparse.Namespace) -> Watch:
    """Give who watches the build: a stopwatch if asked for, a progress bar on a terminal."""
    if not arguments.profile and not sys.stderr.isatty():
        return UNWATCHED
    from sitegen.cli.build_watch import ProgressBar, Stopwatch

    return Stopwatch() if arguments.profile else ProgressBar()


def _preview(site: Path) -> str:
    return "sitegen serve" + ("" if site == Path() else f" --site {site.as_posix()}")
