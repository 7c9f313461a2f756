"""Where a page went that is not at its address any more."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from sitegen.preview.kept import Kept
from sitegen.preview.reading import item_of
from sitegen.site.model import KINDS, Item, Site

_MOST = 200


class Moves:
    """Items that were given another address, or taken away, since the preview began."""

    def __init__(self) -> None:
        self._moved: Kept[str, str] = Kept(_MOST)
        self._gone: Kept[str, Item[Any]] = Kept(_MOST)

    def note(self, before: Site | None, now: Site | None, changed: Collection[str]) -> None:
        """Compare what was changed with what it was."""
        if before is None or now is None or before is now:
            return
        every_old = {path: item for path in changed if (item := item_of(before, path)) is not None}
        every_new = {path: item for path in changed if (item := item_of(now, path)) is not None}
        for kind in KINDS:
            old = {path: item for path, item in every_old.items() if item.kind == kind}
            new = {path: item for path, item in every_new.items() if item.kind == kind}
            for file, item in new.items():
                if (was := old.pop(file, None)) is not None and was.address != item.address:
                    self._note(was.address, item.address)
                self._moved.pop(item.address, None)
            come = [item for file, item in new.items() if file not in every_old]
            self._gone.update((item.address, item) for item in old.values())
            for address, was in list(self._gone.items()):
                if was.kind == kind and (heir := _heir(was, come)) is not None:
                    del self._gone[address]
                    self._note(address, heir.address)

    def now_at(self, address: str) -> str | None:
        """Give the new address of a page, None for one that is not known to have moved."""
        seen = {address}
        while (further := self._moved.get(address)) is not None and further not in seen:
            address = further
            seen.add(address)
        return address if len(seen) > 1 else None

    def _note(self, old: str, new: str) -> None:
        if old != new:
            self._moved[old] = new


def _heir(was: Item[Any], come: list[Item[Any]]) -> Item[Any] | None:
    """Give the new item that is the old one under another name: the same words, or the same title."""
    for item in come:
        if item.body == was.body and replace(item.record, slug=None) == replace(was.record, slug=None):
            return item
    title = getattr(was.record, "title", None) or getattr(was.record, "name", None)
    named = [item for item in come if (getattr(item.record, "title", None) or getattr(item.record, "name", None)) == title]
    return named[0] if len(named) == 1 else None


def nearest_list(address: str, there: Collection[str]) -> str:
    """Give the nearest page above an address that is there: its list, or the home page."""
    parts = address.strip("/").split("/")
    for end in range(len(parts) - 1, 0, -1):
        above = "/" + "/".join(parts[:end]) + "/"
        if above in there:
            return above
    return "/"
