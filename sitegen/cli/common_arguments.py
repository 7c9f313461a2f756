"""What several commands take: the site's folder, the day, the format."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path


def add_site(parser: argparse.ArgumentParser) -> None:
    """Add `--site`."""
    parser.add_argument("--site", type=Path, default=Path(), metavar="FOLDER", help="the site's folder (this folder if left out)")


def add_day(parser: argparse.ArgumentParser) -> None:
    """Add `--as-of`."""
    parser.add_argument("--as-of", type=_day, default=None, metavar="DAY", help="show the site as it is on that day, like 2027-03-01 (today if left out)")


def add_strict(parser: argparse.ArgumentParser) -> None:
    """Add `--strict`."""
    parser.add_argument("--strict", action="store_true", help="treat as an error what is left out for want of consent, or breaks the contract")


def add_format(parser: argparse.ArgumentParser) -> None:
    """Add `--format`."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text to read, or json for tools (text if left out)")


def day_of(arguments: argparse.Namespace) -> date:
    """Give the day asked for; the clock is read here."""
    return arguments.as_of or date.today()  # noqa: DTZ011 - the coach's own day


def _day(text: str) -> date:
    from sitegen.common.values import Misread, read_date

    try:
        return read_date(text)
    except Misread as error:
        raise argparse.ArgumentTypeError(f"{error.message}. {error.mend}") from None
