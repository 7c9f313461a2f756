"""`sitegen proof import`: what people said elsewhere, shown as a table first, then staged, and from there what she picks into files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from sitegen.cli.common_arguments import add_site
from sitegen.cli.outreach.room import add_today, add_yes
from sitegen.site.items import Relationship

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.imports.exports import Export
    from sitegen.imports.given import Given
    from sitegen.imports.staging import Difference, Staged
    from sitegen.outreach.desk import Desk

_WIDTH = 79
_MOST_ROWS = 40


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_site(parser)
    add_today(parser)
    add_yes(parser)
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="LinkedIn's zip or Recommendations_Received.csv, Google's reviews.json, a table; none: only pick from what is staged",
    )
    parser.add_argument("--map", action="append", default=[], metavar="COLUMN=FIELD", help="which column of a table holds what, like --map Answer=text")
    parser.add_argument("--pick", action="append", default=[], metavar="NAME", help="make a file of what this person said; part of the name will do")
    parser.add_argument("--all", action="store_true", help="make files of everything that is staged")
    parser.add_argument("--relationship", choices=get_args(Relationship), default="", help="how you know those who are picked (from your files if left out)")
    parser.add_argument("--service", default="", metavar="SERVICE", help="the service it is about")


def run(arguments: argparse.Namespace) -> int:
    """Show what the files hold, stage it on a yes, and take in what she picks."""
    from sitegen.cli.outreach.room import agreed, desk_of, said
    from sitegen.imports.staging import STAGED, read_staged

    desk = desk_of(arguments)
    if arguments.files:
        export = _read(arguments)
        diff = _difference(desk, export)
        print("\n".join(_table(diff, export)))
        if not (diff.new or diff.changed or diff.gone):
            print("Nothing is new.")
        elif not agreed("Stage them? Nobody sees them, and no file is made yet.", yes=arguments.yes):
            return 1
        else:
            _stage(desk, export)
    staged = read_staged(desk.data(STAGED))
    if not staged and not arguments.files:
        raise said("nothing is staged.", "Name a file to import. `sitegen help gathering` tells where to get one.", "sitegen proof import")
    if arguments.pick or arguments.all:
        return _take(arguments, desk, staged)
    waiting = [one for one in staged if not one.picked and not one.gone]
    if waiting:
        print(f'\nStaged, in content/private/{STAGED}: {len(waiting)}. Make a file of one: sitegen proof import --pick "{waiting[0].given.name}"')
    return 0


def _read(arguments: argparse.Namespace) -> Export:
    from sitegen.cli.outreach.files import given_file
    from sitegen.cli.proof.mapping import columns_said
    from sitegen.imports.exports import read_exports

    return read_exports({place.as_posix(): given_file(place) for place in arguments.files}, columns_said(arguments.map))


def _difference(desk: Desk, export: Export) -> Difference:
    from sitegen.imports.staging import STAGED, difference, read_staged
    from sitegen.outreach.forgotten import FILE as FORGOTTEN
    from sitegen.outreach.forgotten import read_forgotten
    from sitegen.outreach.imports.contact import Contact
    from sitegen.outreach.tombstones import FILE, read_tombstones

    forgotten, taken_back = read_forgotten(desk.data(FORGOTTEN)), read_tombstones(desk.data(FILE))

    def is_kept_out(given: Given) -> bool:
        emails = (given.email.lower(),) if given.email else ()
        return bool(taken_back.day_of(given.known_by)) or forgotten.holds(Contact(given.name, emails))

    return difference(read_staged(desk.data(STAGED)), export.given, export.origins, is_kept_out)


def _stage(desk: Desk, export: Export) -> None:
    from sitegen.imports.staging import STAGED, written_staged

    with desk.writing():
        before = desk.data(STAGED)
        data = written_staged(_difference(desk, export).staged)
        if data != before:
            desk.private.replace(STAGED, before, data)


def _table(diff: Difference, export: Export) -> list[str]:
    from sitegen.common.words import counted

    rows = [("new", one) for one in diff.new] + [("changed", one) for one in diff.changed] + [("gone", one) for one in diff.gone]
    lines = [f"{counted(len(diff.new), 'new one', 'new ones')}, {len(diff.changed)} changed, {len(diff.gone)} gone, {len(diff.same)} as before."]
    for state, one in rows[:_MOST_ROWS]:
        words = " ".join(one.given.text.split()) or f"in content/testimonials/{one.picked}.md"
        line = f"  {state:<7}  {one.given.date or 'no day':<10}  {one.given.name[:20]:<20}  {words}"
        lines.append(line if len(line) <= _WIDTH else line[: _WIDTH - 1].rstrip() + "…")
    lines += [f"  ... and {len(rows) - _MOST_ROWS} more"] if len(rows) > _MOST_ROWS else []
    lines += [f"  {one.given.name} changed what is in content/testimonials/{one.picked}.md: look at it." for one in diff.changed if one.picked]
    lines += [
        f"  {one.given.name} took it away there, and it is in content/testimonials/{one.picked}.md: ask before you keep it." for one in diff.gone if one.picked
    ]
    for number, what in (
        (export.wordless, "without words, left out"),
        (export.nameless, "without a name, left out"),
        (diff.kept_out, "taken back or forgotten before, left out"),
    ):
        lines += [f"  {number} {what}"] if number else []
    return lines


def _take(arguments: argparse.Namespace, desk: Desk, staged: Sequence[Staged]) -> int:
    """Make a file of each that is picked; one whose relation nothing tells is left and said."""
    from dataclasses import replace

    from sitegen.cli.outreach.room import agreed, said
    from sitegen.cli.proof.filing import completed, filed
    from sitegen.common.problems import ContentError
    from sitegen.outreach.finding import close_to, fitting

    waiting = [one for one in staged if not one.picked and not one.gone]
    names = [one.given.name for one in waiting]
    chosen = list(waiting) if arguments.all else []
    for typed in arguments.pick:
        numbers = fitting(typed, names)
        if not numbers:
            guess = close_to(typed, names) if names else ""
            raise said(f"nobody who is staged is called '{typed}'.", f"Did you mean '{guess}'?" if guess else "Import a file first.", "sitegen proof import")
        chosen += [waiting[number] for number in numbers if waiting[number] not in chosen]
    if not chosen:
        print("Nothing waits to be picked.")
        return 0
    print(f"Files would be made in content/testimonials/: {', '.join(one.given.name for one in chosen[:12])}{' ...' if len(chosen) > 12 else ''}")
    if not agreed("Make them? They are received, and shown nowhere.", yes=arguments.yes):
        return 1
    code = 0
    for one in chosen:
        given = replace(one.given, relationship=arguments.relationship or one.given.relationship, service=arguments.service or one.given.service)
        try:
            path = filed(arguments.site, desk, completed(desk, given, arguments.site), "import")
        except ContentError as error:
            print(f"{one.given.name} stays staged:", *error.problems, sep="\n", file=sys.stderr)
            code = 1
            continue
        _mark_picked(desk, one, Path(path).stem)
        print(f"Wrote {path}: received, and shown nowhere. Next: cut it, then sitegen proof approve {Path(path).stem}")
    return code


def _mark_picked(desk: Desk, chosen: Staged, slug: str) -> None:
    from dataclasses import replace

    from sitegen.imports.staging import STAGED, read_staged, written_staged

    with desk.writing():
        before = desk.data(STAGED)
        after = [replace(one, picked=slug, marks=one.known_by) if one == chosen else one for one in read_staged(before)]
        desk.private.replace(STAGED, before, written_staged(after))
