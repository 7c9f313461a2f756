"""Who was forgotten: keyed digests of what they were known by, so that importing the same export again does not bring them back. No name stands there."""

from __future__ import annotations

import json
from collections.abc import Iterable
from secrets import token_hex

from sitegen.common.frozen import frozen
from sitegen.common.leaks.memory import keyed
from sitegen.outreach.finding import folded
from sitegen.outreach.imports.contact import Contact

FILE = "forgotten.json"


@frozen
class Forgotten:
    """The key and the digests."""

    key: str
    digests: frozenset[str]

    def holds(self, contact: Contact) -> bool:
        """Say whether somebody of an export was forgotten: by link or e-mail, or by the name where the export knows neither."""
        sure = [key for key in contact.known_by if not key.startswith("name ")]
        return any(self._digest(key) in self.digests for key in (sure or [f"person {folded(contact.name)}"]))

    def with_keys(self, keys: Iterable[str]) -> Forgotten:
        """Give it with what another person was known by."""
        return Forgotten(self.key, self.digests | {self._digest(key) for key in keys})

    def written(self) -> bytes:
        """Give the file."""
        return (json.dumps({"key": self.key, "digests": sorted(self.digests)}, indent=0) + "\n").encode()

    def _digest(self, key: str) -> str:
        return keyed(bytes.fromhex(self.key), key.encode())


def read_forgotten(data: bytes | None) -> Forgotten:
    """Give who was forgotten; nobody, under a new key, where there is no file that can be read."""
    try:
        known = json.loads(data) if data else {}
        return Forgotten(str(known["key"]), frozenset(map(str, known["digests"])))
    except (ValueError, KeyError, TypeError):
        return Forgotten(token_hex(16), frozenset())
