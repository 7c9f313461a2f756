"""Records with slots that nobody assigns to: what `dataclass(frozen=True, slots=True)` gives, in a seventh of the time that Python takes to make such a class.

Every command imports a hundred of them, and of a small site's build that was a fifth. `dataclass` compiles six methods for each class, and eleven where they have an order; here the
methods are shared, but for `__init__`, which is compiled when the first record of its kind is made: of most kinds none is. That no field is assigned to again is seen to by the type
checker, which reads this decorator as that of frozen dataclasses (PEP 681).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields
from functools import partial
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def frozen(cls: type[T]) -> type[T]: ...
@overload
def frozen(*, kw_only: bool = False, order: bool = False, slots: bool = True) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T] | None = None, *, kw_only: bool = False, order: bool = False, slots: bool = True) -> type[T] | Callable[[type[T]], type[T]]:
    """Make a record of a class; equal, printed, hashed and, if it is to have an order, sorted by its fields. One with cached properties can't have slots."""
    make = partial(_made, kw_only=kw_only, order=order, slots=slots)
    return make if cls is None else make(cls)


def _made(cls: Any, *, kw_only: bool, order: bool, slots: bool) -> Any:
    cls.__init__ = _first_made
    cls.__eq__ = _is_equal
    cls.__hash__ = _hashed
    cls.__repr__ = _printed
    if order:
        cls.__lt__ = _is_before
    return dataclass(init=False, slots=slots, eq=False, repr=False, kw_only=kw_only)(cls)


def _first_made(self: Any, *values: Any, **named: Any) -> None:
    """Make the first record of its kind: what makes the others is compiled now."""
    kind = self.__class__
    kind.__init__ = _init(kind)
    kind.__init__(self, *values, **named)


def _init(kind: type) -> Callable[..., None]:
    """Give the `__init__` of a kind of record, as `dataclass` would: with defaults, fields that are only named, and `__post_init__`."""
    known: dict[str, Any] = {}
    given: dict[bool, list[str]] = {False: [], True: ["*"]}
    lines = []
    for one in fields(kind):
        if not one.init:
            continue
        name, default = one.name, one.default if one.default is not MISSING else one.default_factory
        known[f"_{name}"] = default
        given[bool(one.kw_only)].append(name if default is MISSING else f"{name}=_{name}")
        lines.append(f"self.{name} = _{name}() if {name} is _{name} else {name}" if one.default_factory is not MISSING else f"self.{name} = {name}")
    if hasattr(kind, "__post_init__"):
        lines.append("self.__post_init__()")
    words = [*given[False], *(given[True] if len(given[True]) > 1 else [])]
    exec(f"def __init__(self, {', '.join(words)}):\n  {'; '.join(lines or ['pass'])}", known)  # noqa: S102 - names of fields, as `dataclass` does
    made: Callable[..., None] = known["__init__"]
    return made


_taken: dict[type, Callable[[Any], Any]] = {}


def _values(record: Any) -> Any:
    """Give a record's values: a tuple, or the only one."""
    kind = record.__class__
    take = _taken.get(kind)
    if take is None:
        names = [one.name for one in fields(kind) if one.compare]
        take = _taken[kind] = attrgetter(*names) if names else lambda _: ()
    return take(record)


def _is_equal(self: Any, other: object) -> Any:
    if self is other:
        return True
    if other.__class__ is not self.__class__:
        return NotImplemented
    return _values(self) == _values(other)


def _is_before(self: Any, other: object) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return _values(self) < _values(other)


def _hashed(self: Any) -> int:
    return hash(_values(self))


def _printed(self: Any) -> str:
    return f"{self.__class__.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in [one.name for one in fields(self)])})"
