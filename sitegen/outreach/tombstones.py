"""What was taken back: keyed digests of what it was known by, each with the day, so that importing it again does not bring it back. No word of it stands there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from secrets import token_hex

from sitegen.common.frozen import frozen
from sitegen.common.leaks.memory import keyed

FILE = "withdrawn.json"


@frozen
class Tombstones:
    """The key, and the day of each digest."""

    key: str
    days: Mapping[str, str]

    def day_of(self, marks: Iterable[str]) -> str:
        """Give the day on which something known by one of these marks was taken back, "" where it was not."""
        return next((day for mark in marks if (day := self.days.get(self._digest(mark), ""))), "")

    def with_marks(self, marks: Iterable[str], day: str) -> Tombstones:
        """Give them with one more; a day that is known already stays."""
        return Tombstones(self.key, {**{self._digest(mark): day for mark in marks}, **self.days})

    def written(self) -> bytes:
        """Give the file."""
        return (json.dumps({"key": self.key, "days": dict(sorted(self.days.items()))}, indent=0) + "\n").encode()

    def _digest(self, mark: str) -> str:
        return keyed(bytes.fromhex(self.key), mark.encode("utf-8", "replace"))


def read_tombstones(data: bytes | None) -> Tombstones:
    """Give them; none, under a new key, where there is no file that can be read."""
    try:
        known = json.loads(data) if data else {}
        return Tombstones(str(known["key"]), {str(mark): str(day) for mark, day in known["days"].items()})
    except (ValueError, KeyError, TypeError, AttributeError):
        return Tombstones(token_hex(16), {})
