"""`--map column=field` as she types it."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.cli.outreach.room import said


def columns_said(typed: Sequence[str]) -> dict[str, str]:
    """Give the field of each column that is named. Raises ContentError for words without a sign between them."""
    made = {}
    for words in typed:
        column, sign, field = words.rpartition("=")
        if not sign or not column.strip():
            raise said(f"'{words}' does not say which column is which field.", 'Write it like this: --map "Your answer"=text', "--map")
        made[column.strip()] = field.strip().lower()
    return made
