"""What a tab looks at: the site as it is published, or as it is written, on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qs, urlencode

from sitegen.common.values import Misread, read_date


@dataclass(frozen=True, slots=True)
class View:
    """One way of seeing the site; `day` None is today."""

    written: bool = False
    day: date | None = None

    def query(self) -> str:
        """Give the words that stand for it in an address, "" for the usual view."""
        words = {"view": "written"} if self.written else {}
        return urlencode(words | ({"as-of": self.day.isoformat()} if self.day else {}))


def view_of(query: str) -> View:
    """Give the view that an address asks for; a day that can't be read is today."""
    words = parse_qs(query)
    try:
        day = read_date(words["as-of"][-1]) if words.get("as-of") else None
    except Misread:
        day = None
    return View(words.get("view", [""])[-1] == "written", day)
