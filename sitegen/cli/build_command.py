"""`sitegen build`: the whole site into output/."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sitegen.cli.common_arguments import add_day, add_site, add_strict, day_of


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_site(parser)
    add_day(parser)
    add_strict(parser)


def run(arguments: argparse.Namespace) -> int:
    """Build and write; nothing is written when anything forbids it."""
    from sitegen.build.site_build import build_site
    from sitegen.build.writing import WORKSHOP, trees_of, write_site
    from sitegen.cli.report import forbidden, print_notices
    from sitegen.common.trees import OwnTree, bundled_tree, public_tree
    from sitegen.common.words import counted

    site: Path = arguments.site
    tree = public_tree(site)
    output, keep, cache = trees_of(tree.root)
    if not tree.has_folder("content"):
        build_site(tree, bundled_tree(), day_of(arguments))
    with OwnTree(tree.root / WORKSHOP).lock(
        "lock", "Another build of this site is running; waiting for it.", lambda words: print(words, file=sys.stderr, flush=True)
    ):
        for kept in (keep, cache):
            kept.clear_leftovers()
        built = build_site(tree, bundled_tree(), day_of(arguments), cache)
        if (refused := forbidden(built.problems, strict=arguments.strict)) is not None:
            raise refused
        written = write_site(built.files, output, keep)
    print_notices(built.problems)
    for path, place in sorted(written.set_aside):
        print(f"output/{path} was not made by sitegen, or was changed since: it is now .sitegen/keep/{place}.")
    if built.sample:
        print(
            "The site holds sample content: it is labelled on the pages, and search engines are asked to stay away. `sitegen help samples` tells how to take it out."
        )
    counts = [
        f"{len(group)} {word}"
        for group, word in ((written.new, "new"), (written.changed, "changed"), (written.deleted, "taken away"), (written.unchanged, "as before"))
        if group
    ]
    where = "output/" if site == Path() else f"{site.as_posix()}/output/"
    print(
        f"Made {counted(built.pages, 'page')} and {counted(len(built.files) - built.pages, 'other file')} in {where} ({', '.join(counts)}); to look at them: {_viewer(where)} and open http://127.0.0.1:8000/"
    )
    return 0


def _viewer(where: str) -> str:
    python = "python" if sys.platform == "win32" else "python3"
    return f"{python} -m http.server 8000 --bind 127.0.0.1 --directory {where}"
