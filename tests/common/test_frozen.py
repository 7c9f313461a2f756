"""Records: made, compared, sorted and printed by their fields, as `dataclass` would."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field, fields, replace
from functools import cached_property

import pytest

from sitegen.common.frozen import frozen


@frozen(order=True)
class Place:
    """A place."""

    file: str
    line: int = 0
    notes: list[str] = field(default_factory=list)


@frozen(kw_only=True)
class Named:
    """Its fields are only named; what has no default may stand behind what has."""

    first: int = 1
    second: int
    whole: int = field(init=False)
    apart: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "whole", self.first + self.second)


@frozen
class Nearer(Place):
    """One that has more."""

    column: int = 7


@frozen(slots=False)
class Reckoned:
    """One that remembers what it reckons."""

    number: int

    @cached_property
    def double(self) -> int:
        """Twice the number."""
        return self.number * 2


def test_the_first_record_of_a_kind_is_made_as_all_others_are() -> None:
    first, second = Place("a.md"), Place("a.md", line=4)
    assert [(one.file, one.line, one.notes) for one in (first, second)] == [("a.md", 0, []), ("a.md", 4, [])]
    assert first.notes is not second.notes
    nearer = Nearer("a.md", 1, ["x"])
    assert (nearer.line, nearer.notes, nearer.column) == (1, ["x"], 7)
    named = Named(second=2)
    assert (named.first, named.second, named.whole) == (1, 2, 3)
    assert [one.name for one in fields(Named)] == ["first", "second", "whole", "apart"]


def test_what_a_record_needs_has_to_be_given_and_nothing_else() -> None:
    for made in (Place, lambda: Place("a", 1, [], 4), lambda: Place("a", page=1), lambda: Named(1, 2), lambda: Named(second=1, whole=2)):
        with pytest.raises(TypeError):
            made()


def test_records_are_equal_hashed_and_sorted_by_their_fields() -> None:
    assert Place("a", 1) == Place("a", 1) != Place("a", 2)
    assert Place("a", 1) != Nearer("a", 1)
    assert Named(second=1, apart=1) == Named(second=1, apart=2)
    assert len({Named(second=1, apart=1), Named(second=1, apart=2), Named(second=2)}) == 2
    assert sorted([Place("b", 1), Place("a", 10), Place("a", 9)]) == [Place("a", 9), Place("a", 10), Place("b", 1)]
    assert max(Place("a", 10), Place("a", 9)).line == 10
    with pytest.raises(TypeError):
        sorted([Named(second=1), Named(second=2)])  # type: ignore[type-var]


def test_records_are_printed_changed_and_sent_to_other_processes_by_their_fields() -> None:
    assert repr(Place("a", 1)) == "Place(file='a', line=1, notes=[])"
    assert replace(Place("a", 1), line=2) == Place("a", 2)
    assert pickle.loads(pickle.dumps(Nearer("a", 1, ["x"], 3))) == Nearer("a", 1, ["x"], 3)  # noqa: S301
    assert not hasattr(Place("a"), "__dict__")
    assert Reckoned(4).double == 8


def test_it_takes_what_dataclass_takes() -> None:
    """The same class as Python makes it behaves alike."""
    other = dataclass(frozen=True, slots=True, order=True)(
        type("Place", (), {"__annotations__": dict(Place.__annotations__), "line": 0, "notes": field(default_factory=list)})
    )
    assert [(one.name, one.type) for one in fields(other)] == [(one.name, one.type) for one in fields(Place)]
    assert repr(other("a", 1)).endswith(repr(Place("a", 1)))
    assert other.__match_args__ == Place.__match_args__
