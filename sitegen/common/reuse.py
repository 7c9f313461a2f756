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

_MOST_COMPARED = 32


class Reuse:
    """One value a name: the last one, with the things that it was made of, which are kept so that no other object can take their place."""

    def __init__(self) -> None:
        self._of: dict[Hashable, tuple[tuple[Any, ...], Any]] = {}
        self._each: dict[Hashable, tuple[tuple[Any, ...], tuple[Any, ...], list[Any]]] = {}
        self._keyed: dict[Hashable, tuple[tuple[Any, ...], dict[Any, Any]]] = {}
        self._groups: dict[Hashable, tuple[Any, tuple[Any, ...], dict[Any, Any]]] = {}
        self._same: dict[Hashable, Any] = {}
        self._ends: dict[tuple[int, int], tuple[tuple[Any, ...], tuple[Any, ...], tuple[int, int]]] = {}
        """What was compared lately, which several names ask for."""

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
        elif old is now:
            return made
        first, last = self._alike(old, now)
        known = {id(thing): value for thing, value in zip(old[first : len(old) - last], made[first : len(old) - last], strict=True)}
        fresh = [known[id(thing)] if id(thing) in known else make(thing, *context) for thing in now[first : len(now) - last]]
        values = [*made[:first], *fresh, *made[len(old) - last :]]
        self._each[name] = (context, now, values)
        return values

    def keyed(self, name: Hashable, things: Sequence[T], key: Callable[[T], K], value: Callable[[T], V]) -> dict[K, V]:
        """Give a value of each thing by a key of it; where the keys are those of the last time, only the values of other things are put in anew."""
        now = tuple(things)
        before, last = self._keyed.get(name, ((), {}))
        if before is now:
            return last
        made = self._with_others(before, now, last, key, value) if len(before) == len(now) == len(last) else None
        if made is None:
            made = {key(thing): value(thing) for thing in now}
        self._keyed[name] = now, made
        return made

    def _with_others(self, before: tuple[T, ...], now: tuple[T, ...], last: dict[K, V], key: Callable[[T], K], value: Callable[[T], V]) -> dict[K, V] | None:
        """Give the last values with those of other things put in, None where a thing has another key than the one before."""
        first, end = self._alike(before, now)
        others = now[first : len(now) - end]
        if not others:
            return last
        if [key(thing) for thing in others] != [key(thing) for thing in before[first : len(before) - end]]:
            return None
        made = last.copy()
        made.update((key(thing), value(thing)) for thing in others)
        return made

    def groups(self, name: Hashable, things: Sequence[T], keys: Callable[[T], tuple[K, ...]]) -> dict[K, tuple[T, ...]]:
        """Give the things of each key, in their order; where each belongs is worked out anew only when the keys are others."""
        now = tuple(things)
        known, before, last = self._groups.get(name, (None, (), {}))
        if before is now:
            return last
        every = self.same((name, "keys"), tuple(self.each((name, "keys of"), now, keys)))
        places = self.of((name, "places"), _places, every)
        if known is places:
            first, end = self._alike(before, now)
            touched = {key for some in every[first : len(now) - end] for key in some}
        else:
            last, touched = {}, set(places)
        made = {**last, **{key: tuple(map(now.__getitem__, places[key])) for key in touched}} if touched else last
        self._groups[name] = places, now, made
        return made

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

    def _alike(self, some: tuple[Any, ...], others: tuple[Any, ...]) -> tuple[int, int]:
        """Give how many things at the beginning of both are the same objects, and how many of the rest at the end."""
        both = id(some), id(others)
        if both not in self._ends:
            if len(self._ends) >= _MOST_COMPARED:
                self._ends.clear()
            self._ends[both] = some, others, _alike_at_ends(some, others)
        return self._ends[both][2]


def _identical(some: Iterable[Any], others: Sequence[Any]) -> bool:
    some = tuple(some)
    return len(some) == len(others) and all(map(is_, some, others))


def _alike_at_ends(some: Sequence[Any], others: Sequence[Any]) -> tuple[int, int]:
    """Give how many things at the beginning of both are the same objects, and how many of the rest at the end."""
    same = bytes(map(is_, some, others))
    first = same.find(0)
    if first < 0:
        return len(same), 0
    if len(some) == len(others):
        return first, len(same) - 1 - same.rfind(0)
    same = bytes(map(is_, some[first:][::-1], others[first:][::-1]))
    last = same.find(0)
    return first, last if last >= 0 else len(same)


def _places(keys: Sequence[Sequence[K]]) -> dict[K, list[int]]:
    places: dict[K, list[int]] = {}
    for index, some in enumerate(keys):
        for key in some:
            places.setdefault(key, []).append(index)
    return places


def _order(keys: Sequence[Any]) -> list[int]:
    return sorted(range(len(keys)), key=keys.__getitem__)
