"""`sitegen proof record`: a person's own words, whole and unchanged, into a file of their own; shown to nobody yet."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from sitegen.cli.common_arguments import add_site
from sitegen.cli.outreach.room import add_today
from sitegen.site.items import Benefit, Relationship

if TYPE_CHECKING:
    from sitegen.imports.given import Given
    from sitegen.outreach.desk import Desk

SOURCES = ("form", "email", "linkedin", "google", "call", "letter", "video")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_site(parser)
    add_today(parser)
    parser.add_argument(
        "person",
        nargs="?",
        default="",
        help="whose words they are; part of the name will do for somebody in your files (left out for a mail or a table that says it)",
    )
    parser.add_argument(
        "--from",
        dest="file",
        type=Path,
        default=None,
        metavar="FILE",
        help="a text, a saved mail (.eml) or a table of form answers (.csv); left out: paste the words",
    )
    add_known(parser)
    parser.add_argument("--on", default=None, metavar="DAY", help="the day the words were given (the mail's own day, or today, if left out)")
    parser.add_argument("--source", choices=SOURCES, default=None, help="how they came (from the file if left out)")


def add_known(parser: argparse.ArgumentParser) -> None:
    """Add what she knows of the person, and which column is which."""
    parser.add_argument("--service", default="", metavar="SERVICE", help="the service it is about")
    parser.add_argument("--relationship", choices=get_args(Relationship), default="", help="how you know each other (from your files if left out)")
    parser.add_argument("--benefit", choices=get_args(Benefit), default="", help="what the person received beside the coaching that was paid for")
    parser.add_argument("--map", action="append", default=[], metavar="COLUMN=FIELD", help="which column of the table holds what, like --map Answer=text")


def run(arguments: argparse.Namespace) -> int:
    """Write a file for each person's words and say what comes next."""
    from sitegen.cli.outreach.room import desk_of
    from sitegen.cli.proof.evidence import kept_evidence
    from sitegen.cli.proof.filing import completed, filed, refuse_taken_back
    from sitegen.common.problems import ContentError

    desk = desk_of(arguments)
    desk.proof_log()
    whole = []
    for given, paper, told in _given(arguments, desk):
        try:
            ready = completed(desk, _with_said(given, arguments), arguments.site)
            refuse_taken_back(desk, ready)
            whole.append((ready, paper, told))
        except ContentError as error:
            if arguments.file is None or not _is_table(arguments.file):
                raise
            print(f"{given.name or 'A row without a name'}: left out.", file=sys.stderr)
            for problem in error.problems:
                print(problem, file=sys.stderr)
    code = 0 if whole else 1
    for given, paper, told in whole:
        try:
            path = filed(arguments.site, desk, given, "record")
        except ContentError as error:
            if len(whole) == 1:
                raise
            print("\n".join(map(str, error.problems)), file=sys.stderr)
            code = 1
            continue
        stem = Path(path).stem
        print(f"Wrote {path}: the words of {given.name}, {told}. It is on file and shown nowhere.")
        if paper:
            print(f"The whole of it is kept in {kept_evidence(desk, f'{stem}-words', paper[0], paper[1])}.")
        print(f"Next: cut the words below the --- as you would show them, mark each cut with [...], then: sitegen proof approve {stem}")
    return code


Paper = tuple[str, bytes] | None
"""The ending and the bytes of what is kept beside the words."""


def _given(arguments: argparse.Namespace, desk: Desk) -> list[tuple[Given, Paper, str]]:
    """Give what the file or the paste says, what is to be kept of it, and how to tell it. Raises ContentError."""
    from sitegen.cli.outreach.files import given_file
    from sitegen.cli.proof.filing import full_name
    from sitegen.imports.given import Given, as_original

    if arguments.file is None:
        name = full_name(desk, _person(arguments))
        return [(Given(name, _not_empty(as_original(_pasted(name)), "the paste"), source="email"), None, "as you pasted them")]
    data = given_file(arguments.file)
    if _is_table(arguments.file):
        return _of_table(data, arguments)
    if arguments.file.suffix.lower() == ".eml":
        from sitegen.common.words import counted
        from sitegen.imports.mail import read_mail

        mail = read_mail(data, arguments.file.as_posix())
        name = full_name(desk, arguments.person or mail.name or _person(arguments))
        left = f"; {counted(mail.quoted, 'line')} of the mail that it answers {'is' if mail.quoted == 1 else 'are'} not part of them" if mail.quoted else ""
        return [
            (
                Given(name, mail.text, date=mail.date, source="email", email=mail.email),
                (".eml", data),
                f"from the mail of {mail.date or 'an unknown day'}{left}",
            )
        ]
    from sitegen.common.tables import table_text

    name = full_name(desk, _person(arguments))
    return [(Given(name, _not_empty(as_original(table_text(data)), arguments.file.as_posix()), source="email"), None, f"from {arguments.file.name}")]


def _of_table(data: bytes, arguments: argparse.Namespace) -> list[tuple[Given, Paper, str]]:
    from sitegen.cli.proof.mapping import columns_said
    from sitegen.common.tables import table_text
    from sitegen.imports.columns import table_of

    given, empty, _, rows = table_of(table_text(data), columns_said(arguments.map), arguments.file.as_posix(), "form")
    if empty:
        print(f"Rows without words, left out: {', '.join(map(str, empty[:12]))}{' ...' if len(empty) > 12 else ''}", file=sys.stderr)
    if not given:
        _not_empty("", arguments.file.as_posix())
    made: list[tuple[Given, Paper, str]] = []
    for one, row in zip(given, rows, strict=True):
        told = _answers(row)
        made.append((one, (".txt", _row_text(row)), f"from a form{told}"))
    return made


def _answers(row: Mapping[str, str]) -> str:
    """Tell what a form says of consent: it is to be noted by her, with the exact words, and never by itself."""
    from sitegen.imports.columns import ANSWERS

    told = [f"{name.replace('_', ' ')}: {' '.join(row[name].split())}" for name in ANSWERS if name != "wording" and row.get(name, "").strip()]
    return f" (the form says {'; '.join(told)})" if told else ""


def _row_text(row: Mapping[str, str]) -> bytes:
    return "".join(f"{name}: {value}\n" for name, value in row.items() if value.strip()).encode()


def _with_said(given: Given, arguments: argparse.Namespace) -> Given:
    """Give it with what she says on the command line, which comes before what the file says."""
    from sitegen.cli.outreach.room import day_said, said, today_of
    from sitegen.cli.proof.filing import full_name

    today = today_of(arguments)
    day = day_said(arguments.on, today, "--on").isoformat() if arguments.on else given.date
    if day > today.isoformat():
        raise said(f"{day} is still to come.", "Give the day on which the words were given.", "--on")
    name = given.name
    if arguments.file is not None and _is_table(arguments.file) and not name:
        name = full_name(_desk(arguments), _person(arguments))
    fields = {
        "service": arguments.service,
        "relationship": arguments.relationship,
        "benefit": arguments.benefit,
        "source": arguments.source or "",
        "date": day,
        "name": name,
    }
    return replace(given, **{field: value for field, value in fields.items() if value})


def _desk(arguments: argparse.Namespace) -> Desk:
    from sitegen.cli.outreach.room import desk_of

    return desk_of(arguments)


def _person(arguments: argparse.Namespace) -> str:
    from sitegen.cli.outreach.room import said

    if not arguments.person.strip():
        raise said("whose words are they?", 'Name the person: sitegen proof record "Anna Sample"', "sitegen proof record")
    return str(arguments.person)


def _pasted(name: str) -> str:
    if sys.stdin.isatty():
        end = "Ctrl and Z, then Enter" if sys.platform == "win32" else "Ctrl and D"
        print(f"Paste the words of {name}, whole and unchanged; then, on a line of its own, press {end}.")
    return sys.stdin.read()


def _not_empty(text: str, where: str) -> str:
    from sitegen.cli.outreach.room import said
    from sitegen.imports.given import known_form

    if not known_form(text):
        raise said(f"{where} holds no words.", "Copy the person's words, whole and unchanged, and run the command again.", "sitegen proof record")
    return text


def _is_table(file: Path) -> bool:
    return file.suffix.lower() in (".csv", ".tsv")
