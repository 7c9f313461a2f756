"""`sitegen outreach import`: exports into the staging file, and from there whom she picks into the book."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cli.common_arguments import add_site
from sitegen.cli.outreach.room import add_today, add_yes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.outreach.desk import Desk
    from sitegen.outreach.imports.contact import Contact
    from sitegen.outreach.imports.matching import Match
    from sitegen.outreach.imports.staging import Difference, Staged


def arguments_import(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `import`."""
    add_site(parser)
    add_today(parser)
    add_yes(parser)
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="LinkedIn's zip or files of it, Google Contacts as CSV, vCards; none: only pick from what is staged"
    )
    parser.add_argument("--company", default=None, metavar="WORDS", help="pick those who are, or were with you, at this company")
    parser.add_argument("--since", default=None, metavar="DAY", help="pick those you have been connected with since this day")
    parser.add_argument("--former", action="store_true", help="pick likely former colleagues (needs Positions.csv of the LinkedIn export)")
    parser.add_argument("--all", action="store_true", help="pick everybody who is staged")
    parser.add_argument("--limit", type=int, default=None, metavar="NUMBER", help="pick so many at the most")
    parser.add_argument("--pick", action="store_true", help="choose from a list on the terminal")


def run_import(arguments: argparse.Namespace) -> int:
    """Stage what the files hold, tell what changed, and take in whom she picks."""
    from sitegen.cli.outreach.files import given_file
    from sitegen.cli.outreach.room import desk_of, said
    from sitegen.outreach.imports.exports import read_exports

    desk = desk_of(arguments)
    desk.book()
    if arguments.files:
        export = read_exports({place.as_posix(): given_file(place) for place in arguments.files})
        diff = _stage(desk, export.contacts)
        _tell(diff, export.sources, len(export.contacts))
    staged = _staged(desk)
    if not staged and not arguments.files:
        raise said("nobody is staged.", "Name a file to import. `sitegen help imports` tells where to get one.")
    _offer_jobs(desk, staged, yes=arguments.yes)
    return _pick(arguments, desk)


def _stage(desk: Desk, contacts: Sequence[Contact]) -> Difference:
    from sitegen.outreach.forgotten import FILE, read_forgotten
    from sitegen.outreach.imports.staging import STAGED, difference, read_staged, written_staged

    forgotten = read_forgotten(desk.data(FILE))
    with desk.writing():
        before = desk.data(STAGED)
        diff = difference(read_staged(before), contacts, forgotten.holds)
        data = written_staged(diff.staged)
        if data != before:
            desk.private.replace(STAGED, before, data)
    return diff


def _staged(desk: Desk) -> tuple[Staged, ...]:
    from sitegen.outreach.imports.staging import STAGED, read_staged

    return read_staged(desk.data(STAGED))


def _tell(diff: Difference, sources: Sequence[str], number: int) -> None:
    from sitegen.common.words import counted, joined

    print(
        f"{joined(sources) or 'The files'}: {counted(number, 'person', 'people')}. {len(diff.new)} new, {len(diff.changed)} with another job, {len(diff.gone)} gone, {diff.same} as before."
    )
    if diff.forgotten:
        print(f"{counted(diff.forgotten, 'person', 'people')} whom you had removed with `forget` stayed out.")
    for one in diff.changed[:12]:
        print(f"  {one.contact.name}: {one.job or 'no job given'} (before: {one.was})")
    for one in diff.gone[:12]:
        print(f"  {one.contact.name}: not in the export any more")


def _offer_jobs(desk: Desk, staged: Sequence[Staged], *, yes: bool) -> None:
    """Offer a new job of somebody in the book as a reason to write; one that she declined is not offered again."""
    from sitegen.cli.outreach.room import answered
    from sitegen.outreach.book_edits import Setting, of_person
    from sitegen.outreach.imports.matching import Matcher
    from sitegen.outreach.imports.taking import has_new_job, job_fields
    from sitegen.outreach.reading import BOOK

    people = desk.book().record.people
    matcher = Matcher(people)
    for one in staged:
        found = matcher.surely(one.contact) if not one.gone and one.job != one.declined else None
        if found is None or people[found.index].blocked or not has_new_job(people[found.index], one.contact):
            continue
        person = people[found.index]
        before = ", ".join(filter(None, (person.role, person.company)))
        print(f"\n{person.name} has a new job: {one.job} (your book says: {before}). A reason to write.")
        answer = answered("Note it, and put a message on today's list?", yes=yes)
        if answer is False:
            _mark(desk, [one], declined=one.job)
        if not answer:
            continue
        fields = job_fields(one.contact, desk.today)
        if person.next is not None:
            fields.pop("next")
        desk.change(BOOK, of_person(person, found.index, *(Setting(name, value) for name, value in fields.items())), "import")
        print(f"Noted.{'' if 'next' in fields else ' Another next step is planned already, and was left.'}")


def _pick(arguments: argparse.Namespace, desk: Desk) -> int:
    from sitegen.cli.outreach.picker import picked
    from sitegen.cli.outreach.room import agreed, day_said
    from sitegen.common.words import counted
    from sitegen.outreach.imports.taking import wanted

    staged = _staged(desk)
    since = day_said(arguments.since, desk.today, "--since").isoformat() if arguments.since else None
    by_flags = bool(arguments.company or since or arguments.former or arguments.all)
    numbers = wanted(staged, arguments.company, since, former=arguments.former)
    waiting = counted(len(wanted(staged, None, None, former=False)), "person waits", "people wait")
    if arguments.pick or (not by_flags and sys.stdin.isatty() and sys.stdout.isatty()):
        numbers = picked(staged, numbers)
    elif not by_flags:
        print(f"\n{waiting} in content/private/staged.jsonl. Pick with --former, --company, --since, --all or --pick.")
        return 0
    numbers = numbers[: arguments.limit] if arguments.limit is not None else numbers
    if not numbers:
        print("Nobody was picked.")
        return 0
    print(f"\n{counted(len(numbers), 'person', 'people')} picked:")
    for number in numbers[:15]:
        print(f"  {_line(staged[number])}")
    if len(numbers) > 15:
        print(f"  ... and {len(numbers) - 15} more")
    if not agreed("Take them into your book?", yes=arguments.yes):
        return 1
    return _take(desk, staged, numbers, yes=arguments.yes)


def _take(desk: Desk, staged: Sequence[Staged], numbers: Sequence[int], *, yes: bool) -> int:
    """Put the picked into the book: new entries at once; who may be there already only on a yes."""
    from sitegen.common.words import counted
    from sitegen.outreach.book_edits import adding
    from sitegen.outreach.imports.matching import Matcher
    from sitegen.outreach.imports.taking import entry_of
    from sitegen.outreach.reading import BOOK

    people = desk.book().record.people
    matcher = Matcher(people)
    fresh: list[int] = []
    done: list[int] = []
    left = []
    for number in numbers:
        found = matcher.match(staged[number].contact)
        if found is None:
            fresh.append(number)
        elif _merged(desk, staged[number], found, yes=yes):
            done.append(number)
        else:
            left.append(staged[number].contact.name)
    if fresh:
        desk.change(BOOK, adding(*(entry_of(staged[number].contact) for number in fresh)), "import")
    _mark(desk, [staged[number] for number in (*fresh, *done)], picked=True, was="")
    merged = f", {counted(len(done), 'entry', 'entries')} completed" if done else ""
    print(f"{counted(len(fresh), 'person', 'people')} added to your book{merged}.")
    if left:
        print(f"Left in the staging file, since they may be in your book already: {', '.join(left[:8])}{' ...' if len(left) > 8 else ''}")
    return 0


def _merged(desk: Desk, one: Staged, found: Match, *, yes: bool) -> bool:
    """Complete an entry by what the export knows, on a yes; without a terminal only where link or e-mail make it sure."""
    from sitegen.cli.outreach.room import agreed
    from sitegen.outreach.book_edits import Setting, of_person
    from sitegen.outreach.imports.taking import lacking
    from sitegen.outreach.reading import BOOK

    person = desk.book().record.people[found.index]
    fields = lacking(person, one.contact)
    if not fields and found.sure:
        return True
    more = f"adds {', '.join(fields)}" if fields else "adds nothing"
    print(f"\n{_line(one)}\n  may be {person.name}{f', {person.company}' if person.company else ''} in your book: {found.why}; {more}.")
    if not agreed("Are they the same person?", yes=yes and found.sure):
        return False
    if fields:
        desk.change(BOOK, of_person(person, found.index, *(Setting(name, value) for name, value in fields.items())), "import")
    return True


def _mark(desk: Desk, ones: Sequence[Staged], **state: str | bool) -> None:
    """Note in the staging file what became of staged people."""
    from dataclasses import replace

    from sitegen.outreach.imports.staging import STAGED, read_staged, written_staged

    keys = {(one.contact.source, one.contact.known_by) for one in ones}
    with desk.writing():
        before = desk.data(STAGED)
        after = [replace(one, **state) if (one.contact.source, one.contact.known_by) in keys else one for one in read_staged(before)]  # type: ignore[arg-type]
        desk.private.replace(STAGED, before, written_staged(after))


def _line(one: Staged) -> str:
    former = f" (with you at {one.contact.former}?)" if one.contact.former else ""
    text = ", ".join(filter(None, (one.contact.name, one.job))) + former
    return text if len(text) <= 76 else text[:75].rstrip() + "…"
