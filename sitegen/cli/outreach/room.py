"""What the commands of the back office share: the desk, the choice among several names, questions on the terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date

from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.values import Misread
from sitegen.common.words import counted
from sitegen.outreach.desk import Desk
from sitegen.outreach.finding import close_to, fitting
from sitegen.outreach.people import Person
from sitegen.outreach.reading import Kept

WIDTH = 80


def add_today(parser: argparse.ArgumentParser) -> None:
    """Add `--as-of` in the words of these commands."""
    parser.add_argument("--as-of", default=None, metavar="DAY", help="take that day for today, like 2027-03-01")


def add_yes(parser: argparse.ArgumentParser) -> None:
    """Add `--yes`."""
    parser.add_argument("--yes", action="store_true", help="don't ask, do it")


def desk_of(arguments: argparse.Namespace) -> Desk:
    """Give the desk of the site that is meant. Raises ContentError where there is no site."""
    from sitegen.common.trees import public_tree

    if not public_tree(arguments.site).has_folder("content"):
        raise ContentError(
            [
                Problem(
                    "no-site",
                    Location("content"),
                    "there is no site in this folder: it has no folder 'content'.",
                    "Go to your site's folder first, name it with `--site FOLDER`, or begin one with `sitegen new my-site`.",
                )
            ]
        )
    return Desk(arguments.site, today_of(arguments))


def today_of(arguments: argparse.Namespace) -> date:
    """Give the day that is taken for today; the clock is read here."""
    today = date.today()  # noqa: DTZ011 - the coach's own day
    given = getattr(arguments, "as_of", None)
    return day_said(given, today, "--as-of") if given else today


def day_said(text: str, today: date, option: str) -> date:
    """Give the day that words on the command line mean. Raises ContentError."""
    from sitegen.outreach.day_words import read_day

    try:
        return read_day(text, today)
    except Misread as error:
        raise said(f"{error.message}.", error.mend, option) from None


def said(message: str, mend: str = "", where: str = "sitegen outreach") -> ContentError:
    """Make the error of something typed that can't be used."""
    return ContentError([Problem("not-understood", Location(where), message, mend)])


def tell_notices(*files: Kept[object]) -> None:
    """Tell what of the private files is not read; the same on many lines is told once."""
    for file in files:
        alike: dict[tuple[str, str], list[Problem]] = {}
        for notice in file.notices:
            alike.setdefault((notice.message, notice.mend), []).append(notice)
        for first, *more in alike.values():
            print(first, file=sys.stderr)
            if more:
                lines = ", ".join(str(notice.location.line) for notice in more[:5])
                print(f"    The same on {counted(len(more), 'line')} more: {lines}{' ...' if len(more) > 5 else '.'}", file=sys.stderr)


def chosen(typed: str, people: Sequence[Person]) -> int:
    """Give the number of the person that is meant; where several fit, ask on a terminal. Raises ContentError: nobody fits, or several do and nobody can be asked."""
    names = [person.name for person in people]
    numbers = fitting(typed, names)
    if not numbers:
        numbers = tuple(i for i, person in enumerate(people) if typed.lower() in (email.lower() for email in person.emails) or fitting(typed, person.also))
    if len(numbers) == 1:
        return numbers[0]
    if not numbers:
        guess = close_to(typed, names)
        raise said(
            f"nobody in your book is called '{typed}'.",
            f"Did you mean '{guess}'? " if guess else "`sitegen outreach list` shows everybody; `sitegen outreach add` adds somebody.",
        )
    lines = [f"{count}  {_told(people[i])}" for count, i in enumerate(numbers, 1)]
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        listed = "\n".join(line.partition("  ")[2] for line in lines[:12])
        raise said(f"'{typed}' fits {len(numbers)} people.", f"Type more of the name:\n{listed}" + ("\n..." if len(lines) > 12 else ""))
    print(f"'{typed}' fits {len(numbers)} people:", *lines, sep="\n  ")
    while True:
        answer = input(f"Which one, 1 to {len(numbers)}? (Enter: none) ").strip()
        if not answer:
            raise said("nobody was chosen, and nothing was changed.")
        if answer.isdigit() and 1 <= int(answer) <= len(numbers):
            return numbers[int(answer) - 1]


def _told(person: Person) -> str:
    return ", ".join(filter(None, (person.name, person.role, person.company)))


def agreed(question: str, *, yes: bool) -> bool:
    """Say whether she agrees; without a terminal only `--yes` does."""
    return answered(question, yes=yes) is True


def answered(question: str, *, yes: bool) -> bool | None:
    """Give her answer; None where nobody can be asked, which is no answer."""
    if yes:
        return True
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        print("Nothing was changed: run it again with --yes to do it.", file=sys.stderr)
        return None
    return input(f"{question} [y/N] ").strip().lower() in ("y", "yes")
