"""`sitegen outreach merge`."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from sitegen.cli.common_arguments import add_site
from sitegen.cli.outreach.room import add_today, add_yes

if TYPE_CHECKING:
    from sitegen.outreach.desk import Desk


def arguments_merge(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `merge`."""
    add_site(parser)
    add_today(parser)
    add_yes(parser)
    parser.add_argument("person", nargs="?", default=None, help="the entry that stays; left out, likely doubles are looked for")
    parser.add_argument("other", nargs="?", default=None, help="the entry that goes into it")


def run_merge(arguments: argparse.Namespace) -> int:
    """Merge two entries, or tell which may be the same person."""
    from sitegen.cli.outreach.room import chosen, desk_of, said
    from sitegen.outreach.imports.matching import doubles

    desk = desk_of(arguments)
    people = desk.book().record.people
    if arguments.person is None:
        found = list(doubles(people))
        for later, match in found:
            print(f"{people[match.index].name} and {people[later].name}: {match.why}.")
            print(f'  sitegen outreach merge "{people[match.index].name}" "{people[later].name}"')
        if not found:
            print("No two entries look like the same person.")
        return 0
    if arguments.other is None:
        raise said("two names are needed.", 'Write it like this: sitegen outreach merge "Anna Sample" "A. Sample"')
    same = [i for i, person in enumerate(people) if person.name.lower() == arguments.person.lower() == arguments.other.lower()]
    first, second = (same[0], same[1]) if len(same) == 2 else (chosen(arguments.person, people), chosen(arguments.other, people))
    if first == second:
        raise said(f"both names mean the same entry, {people[first].name}.", "Type more of each name.")
    return _merge(desk, first, second, yes=arguments.yes)


def _merge(desk: Desk, first: int, second: int, *, yes: bool) -> int:
    """Show the change, and make it on a yes."""
    from sitegen.cli.outreach.room import agreed
    from sitegen.common.splices import with_field, without_entry
    from sitegen.common.yaml_writing import lines_of
    from sitegen.outreach.book_edits import BOOK_FILE, PEOPLE
    from sitegen.outreach.merging import merged
    from sitegen.outreach.reading import BOOK

    read = desk.data(BOOK)
    people = desk.book().record.people
    fields = merged(people[first], people[second])
    print(f"{people[first].name} takes in {people[second].name}; these lines change:")
    print("\n".join(f"  {line}" for line in lines_of(fields, 0)) if fields else "  none, the second entry knows nothing more")
    if not agreed("Make one entry of the two?", yes=yes):
        return 1

    def edit(text: str) -> str:
        if desk.data(BOOK) != read:
            from sitegen.cli.outreach.room import said

            raise said("your book was changed just now.", "Run the command again; nothing was changed.")
        for name, value in fields.items():
            text = with_field(text, BOOK_FILE, [PEOPLE, first], name, value)
        return without_entry(text, BOOK_FILE, [], PEOPLE, second)

    desk.change(BOOK, edit, "merge")
    print("Done. `sitegen outreach undo` takes it back.")
    return 0
