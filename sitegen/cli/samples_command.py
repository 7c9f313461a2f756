"""`sitegen samples remove`: takes every sample item away, and keeps a copy."""

from __future__ import annotations

import argparse

from sitegen.cli.common_arguments import add_site


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_site(parser)
    parser.add_argument("action", choices=("remove",), help="remove: move every item marked `sample: true` out of content/")


def run(arguments: argparse.Namespace) -> int:
    """Move sample items, the pictures and files only they use, and sample entries of proof.yaml out of the site."""
    from sitegen.build.builder import KEEP
    from sitegen.cli.sample_removal import removal
    from sitegen.common.own_trees import OwnTree
    from sitegen.common.trees import public_tree
    from sitegen.common.words import counted

    tree = OwnTree(arguments.site)
    plan = removal(public_tree(arguments.site))
    if not plan.files and not plan.rewritten:
        print("There is no sample content in this site.")
        return 0
    keep = OwnTree(arguments.site / KEEP)
    keep.make(0o700)
    for path, data in plan.rewritten.items():
        keep.write(f"samples/{path}", tree.read(path))
        tree.write(path, data)
    for path in plan.files:
        tree.move_out(path, keep, f"samples/{path}")
    print(
        f"Took {counted(len(plan.files), 'sample file')} and {counted(plan.entries, 'entry', 'entries')} of site.yaml and data/proof.yaml away; a copy is in {KEEP}/samples/."
    )
    if plan.settings_are_sample:
        print("content/site.yaml is still the sample's own: put your name and your promise into it, then take its line `sample: true` away.")
    return 0
