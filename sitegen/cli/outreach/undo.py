"""`sitegen outreach undo`."""

from __future__ import annotations

import argparse

from sitegen.cli.common_arguments import add_site
from sitegen.cli.outreach.room import add_today, add_yes


def arguments_undo(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `undo`."""
    add_site(parser)
    add_today(parser)
    add_yes(parser)
    parser.add_argument("number", nargs="?", type=int, help="which version to bring back (the newest if left out)")
    parser.add_argument("--list", action="store_true", help="only list the versions that are kept")


def run_undo(arguments: argparse.Namespace) -> int:
    """Bring a version back after showing what that changes."""
    from difflib import unified_diff

    from sitegen.cli.outreach.room import agreed, desk_of, said
    from sitegen.outreach.reading import FOLDER
    from sitegen.outreach.versions import meant, versions

    desk = desk_of(arguments)
    known = versions(desk.keep)
    if arguments.list:
        print("Versions of your private files, newest first; `sitegen outreach undo NUMBER` brings one back.\n" if known else "No version is kept yet.")
        for version in known:
            print(f"  {version.number:4}  {version.day}  {version.file}, before `{version.what}`")
        return 0
    chosen = meant(known, arguments.number)
    if chosen is None:
        raise said(
            "there is nothing to take back." if arguments.number is None else f"there is no version {arguments.number}.",
            "`sitegen outreach undo --list` shows what is kept.",
        )
    now = (desk.data(chosen.file) or b"").decode(errors="replace").splitlines()
    then = desk.keep.read(chosen.path).decode(errors="replace").splitlines()
    changes = [line for line in unified_diff(now, then, lineterm="", n=0) if not line.startswith(("---", "+++", "@@"))]
    print(f"{FOLDER}/{chosen.file} as it was before `{chosen.what}` on {chosen.day}:")
    print("\n".join(f"  {line}" for line in changes[:40]) or "  (the same as now)")
    if len(changes) > 40:
        print(f"  ... and {len(changes) - 40} lines more")
    if not agreed("Bring it back?", yes=arguments.yes):
        return 1
    desk.undo(chosen.number)
    print("Done. What stood there until now is kept as a version too: `sitegen outreach undo --list`.")
    return 0
