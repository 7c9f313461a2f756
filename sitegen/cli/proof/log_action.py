"""`sitegen proof log`: who was asked for what, and what came of it."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from sitegen.cli.common_arguments import add_format, add_site
from sitegen.cli.outreach.room import add_today

if TYPE_CHECKING:
    from sitegen.outreach.proof_log import ProofEntry

COLUMNS = {"asked": "Asked", "received": "Received", "approved": "Approved", "published": "Published"}
_WHO, _SERVICE, _DAY = 19, 11, 10


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_site(parser)
    add_today(parser)
    add_format(parser)
    parser.add_argument("person", nargs="?", default="", help="only this person; part of the name will do")


def run(arguments: argparse.Namespace) -> int:
    """Print the log, the newest last."""
    from sitegen.cli.outreach.room import desk_of, said, tell_notices
    from sitegen.outreach.entries import as_plain
    from sitegen.outreach.finding import close_to, fitting

    log = desk_of(arguments).proof_log()
    tell_notices(log)
    entries = log.record.log
    if arguments.person:
        names = [entry.who for entry in entries]
        fits = fitting(arguments.person, names)
        if not fits:
            guess = close_to(arguments.person, names) if names else ""
            raise said(
                f"nobody in the log is called '{arguments.person}'.",
                f"Did you mean '{guess}'?" if guess else "`sitegen proof log` shows everybody.",
                "sitegen proof log",
            )
        entries = tuple(entries[number] for number in fits)
    entries = tuple(sorted(entries, key=lambda entry: (entry.days[0][1].toordinal() if entry.days else 0, entry.who)))
    if arguments.format == "json":
        print(json.dumps([as_plain(entry) for entry in entries], ensure_ascii=False, indent=2))
        return 0
    if not entries:
        print('Nobody was asked yet. Begin with: sitegen proof ask "Anna Sample" --service team')
        return 0
    print("\n".join(table(entries)))
    return 0


def table(entries: tuple[ProofEntry, ...]) -> list[str]:
    """Give the log as lines of at most eighty columns."""
    lines = [f"{'Who':<{_WHO}}  {'Service':<{_SERVICE}}  " + "  ".join(f"{words:<{_DAY}}" for words in COLUMNS.values()).rstrip()]
    for entry in entries:
        days = "  ".join(f"{getattr(entry, name) or ''!s:<{_DAY}}" for name in COLUMNS)
        lines.append(f"{_cut(entry.who, _WHO):<{_WHO}}  {_cut(entry.service or '', _SERVICE):<{_SERVICE}}  {days}".rstrip())
        more = [f"file: {entry.item}"] if entry.item else []
        more += [f"{words} on {day}" for name, words in _MORE.items() if (day := getattr(entry, name)) is not None]
        if more:
            lines.append(f"  {'; '.join(more)}")
    return lines


_MORE = {"reminded": "reminded", "approval_asked": "words sent", "declined": "said no", "withdrawn": "taken back"}


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
