"""What was worked out before, given again for the very same things: so that one edited file costs the work of one file.

It is right by construction: a value is given again only for the same objects it was made of, and what makes it depends on nothing else. Nothing is ever declared stale.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import is_
from typing import Any, TypeVar

T = TypeVar("T")
V = TypeVar("V")
K = TypeVar("K")


class Reuse:
    """One value a name: the last one, with the things that it was made of, which are kept so that no other object can take their place."""

    def __init__(self) -> None:
        self._of: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}
        self._each: dict[Hashable, tuple[tuple[Any, ...], tuple[Any, ...], list[Any]]] = {}
        self._same: dict[Hashable, Any] = {}

    def __reduce__(self) -> tuple[type[Reuse], tuple[()]]:
        """Give an empty one to another process: there, everything is another object."""
        return Reuse, ()

    def of(self, name: Hashable, make: Callable[..., V], *things: Any) -> V:
        """Give what a pure function makes of some things, worked out anew when one of them is another object. What `make` raises is raised, and made anew the next time."""
        known = self._of.get(name)
        if known is None or not _identical(known[0], things):
            known = self._of[name] = (things, make(*things))
        value: V = known[1]
        return value

    def each(self, name: Hashable, things: Sequence[T], make: Callable[..., V], *context: Any) -> list[V]:
        """Give what a pure function makes of each of some things in a context; of those seen the last time in the same context, what it made then."""
        now = tuple(things)
        before, old, made = self._each.get(name, ((), (), []))
        if not _identical(before, context):
            old, made = (), []
        first = _alike(old, now)
        last = min(_alike(old[::-1], now[::-1]), len(old) - first, len(now) - first)
        known = {id(thing): value for thing, value in zip(old[first : len(old) - last], made[first : len(old) - last], strict=True)}
        fresh = [known[id(thing)] if id(thing) in known else make(thing, *context) for thing in now[first : len(now) - last]]
        values = [*made[:first], *fresh, *made[len(old) - last :]]
        self._each[name] = (context, now, values)
        return values

    def groups(self, name: Hashable, things: Sequence[T], keys: Callable[[T], tuple[K, ...]]) -> dict[K, tuple[T, ...]]:
        """Give the things of each key, in their order; where each belongs is worked out anew only when the keys are others."""
        places = self.of((name, "places"), _places, self.same((name, "keys"), tuple(self.each((name, "keys of"), things, keys))))
        return {key: tuple(map(things.__getitem__, at)) for key, at in places.items()}

    def in_order(self, name: Hashable, things: Sequence[T], key: Callable[[T], Any]) -> tuple[T, ...]:
        """Give the things sorted by a key; the order is worked out anew only when the keys are others."""
        order = self.of((name, "order"), _order, self.same((name, "keys"), tuple(self.each((name, "key of"), things, key))))
        return tuple(map(things.__getitem__, order))

    def same(self, name: Hashable, value: V) -> V:
        """Give the last value of this name if it equals this one, so that equal things are one object."""
        if name not in self._same or self._same[name] != value:
            self._same[name] = value
        last: V = self._same[name]
        return last


def _identical(some: Iterable[Any], others: Sequence[Any]) -> bool:
    some = tuple(some)
    return len(some) == len(others) and all(map(is_, some, others))


def _alike(some: Sequence[Any], others: Sequence[Any]) -> int:
    """Give how many things at the beginning of both are the same objects."""
    same = list(map(is_, some, others))
    return same.index(False) if False in same else len(same)


def _places(keys: Sequence[Sequence[K]]) -> dict[K, list[int]]:
    places: dict[K, list[int]] = {}
    for index, some in enumerate(keys):
        for key in some:
            places.setdefault(key, []).append(index)
    return places


def _order(keys: Sequence[Any]) -> list[int]:
    return sorted(range(len(keys)), key=keys.__getitem__)
