"""What was worked out before, given again for the very same things: so that one edited file costs the work of one file.

It is right by construction: a value is given again only for the same objects it was made of, and what makes it depends on nothing else. Nothing is ever declared stale.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import is_
from typing import Any, TypeVar

T = TypeVar("T")
V = TypeVar("V")


class Reuse:
    """One value a name: the last one, with the things that it was made of, which are kept so that no other object can take their place."""

    def __init__(self) -> None:
        self._of: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}
        self._each: dict[Hashable, tuple[tuple[Any, ...], dict[int, tuple[Any, Any]]]] = {}
        self._same: dict[Hashable, Any] = {}

    def of(self, name: Hashable, make: Callable[..., V], *things: Any) -> V:
        """Give what a pure function makes of some things, worked out anew when one of them is another object. What `make` raises is raised, and made anew the next time."""
        known = self._of.get(name)
        if known is None or not _identical(known[0], things):
            known = self._of[name] = (things, make(*things))
        value: V = known[1]
        return value

    def each(self, name: Hashable, things: Sequence[T], make: Callable[..., V], *context: Any) -> list[V]:
        """Give what a pure function makes of each of some things in a context; of those seen the last time in the same context, what it made then."""
        known = self._each.get(name)
        before = known[1] if known is not None and _identical(known[0], context) else {}
        after = {id(thing): before.get(id(thing)) or (thing, make(thing, *context)) for thing in things}
        self._each[name] = context, after
        return [after[id(thing)][1] for thing in things]

    def same(self, name: Hashable, value: V) -> V:
        """Give the last value of this name if it equals this one, so that equal things are one object."""
        if name not in self._same or self._same[name] != value:
            self._same[name] = value
        last: V = self._same[name]
        return last


def _identical(some: Iterable[Any], others: Sequence[Any]) -> bool:
    some = tuple(some)
    return len(some) == len(others) and all(map(is_, some, others))
