"""What was worked out is given again for the very same things, and for nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.common.reuse import Reuse


class Thing:
    def __init__(self, value: int) -> None:
        self.value = value


def test_a_value_is_made_once_of_the_same_objects() -> None:
    reuse, made = Reuse(), []
    one, other = Thing(1), Thing(1)
    for thing in (one, one, other, one):
        assert reuse.of("x", lambda thing: made.append(thing) or thing.value, thing) == 1
    assert made == [one, other, one]


def test_what_raises_is_tried_again() -> None:
    reuse, thing = Reuse(), Thing(0)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            reuse.of("x", lambda thing: 1 // thing.value, thing)


def test_equal_values_become_one_object() -> None:
    reuse = Reuse()
    first = reuse.same("x", (1000, "a b"))
    assert reuse.same("x", (1000, " ".join("ab"))) is first
    assert reuse.same("x", (1001,)) == (1001,)


@given(st.lists(st.lists(st.integers(0, 7), max_size=9, unique=True), max_size=9), st.lists(st.booleans(), min_size=9, max_size=9))
def test_each_is_what_it_would_be_without_memory(rounds: list[list[int]], contexts: list[bool]) -> None:
    things, reuse, both = [Thing(value) for value in range(8)], Reuse(), (Thing(10), Thing(20))
    seen: dict[int, set[int]] = {}
    for chosen, which in zip(rounds, contexts, strict=False):
        context, made = both[which], []
        now = [things[value] for value in chosen]
        values = reuse.each("x", now, lambda thing, context, made=made: made.append(thing.value) or thing.value + context.value, context)
        assert values == [thing.value + context.value for thing in now]
        assert not set(made) & seen.get(which, set())
        seen = {which: set(chosen)}


@given(st.lists(st.lists(st.integers(0, 7), max_size=9, unique=True), max_size=9))
def test_groups_and_orders_are_what_they_would_be_without_memory(rounds: list[list[int]]) -> None:
    things, reuse = [Thing(value) for value in range(8)], Reuse()
    for chosen in rounds:
        now = [things[value] for value in chosen]
        groups: dict[int, list[Thing]] = {}
        for thing in now:
            for key in (thing.value % 2, 10 + thing.value % 3):
                groups.setdefault(key, []).append(thing)
        assert reuse.groups("x", now, lambda thing: (thing.value % 2, 10 + thing.value % 3)) == {key: tuple(group) for key, group in groups.items()}
        assert reuse.in_order("x", now, lambda thing: -thing.value % 5) == tuple(sorted(now, key=lambda thing: -thing.value % 5))


@given(st.lists(st.tuples(st.lists(st.integers(0, 7), max_size=9, unique=True), st.booleans()), max_size=9))
def test_what_is_keyed_is_what_it_would_be_without_memory(rounds: list[tuple[list[int], bool]]) -> None:
    """Others of the same key take the place of the first ones, now and then; what was given before stays as it was."""
    ones, others, reuse = [Thing(value) for value in range(8)], [Thing(value) for value in range(8)], Reuse()
    given_before: list[tuple[dict[int, Thing], dict[int, Thing]]] = []
    for chosen, first in rounds:
        now = [(ones if first and value % 2 else others)[value] for value in chosen]
        keyed = reuse.keyed("x", now, lambda thing: thing.value % 5, lambda thing: thing)
        assert keyed == {thing.value % 5: thing for thing in now}
        groups = reuse.groups("y", now, lambda thing: (thing.value % 3, 10))
        assert groups == {key: tuple(thing for thing in now if key in (thing.value % 3, 10)) for key in groups}
        assert {thing for some in groups.values() for thing in some} == set(now)
        given_before.append((keyed, dict(keyed)))
    assert all(keyed == copy for keyed, copy in given_before)
