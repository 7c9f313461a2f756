"""Records to bytes and back, for what can be made again: whole, of this version, and of nothing but our own kinds, or not at all."""

from __future__ import annotations

import gc
import hashlib
import io
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any, ClassVar

_ALLOWED = {
    ("builtins", "frozenset"),
    ("collections", "OrderedDict"),
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("decimal", "Decimal"),
}
_HEAD = 16


def packed(value: Any, version: str) -> bytes:
    """Give a value's bytes, sealed with a digest over them and the version."""
    out = io.BytesIO()
    with _nothing_collected():
        _Quick(out, protocol=5).dump(value)
    data = out.getvalue()
    return _seal(data, version) + data


def seal_of(data: bytes) -> str:
    """Give the seal of packed bytes as text."""
    return data[:_HEAD].hex()


def unpacked(data: bytes, version: str) -> Any:
    """Give the value. Raises ValueError when the bytes are damaged, of another version, or hold what does not belong there."""
    body = data[_HEAD:]
    if _seal(body, version) != data[:_HEAD]:
        raise ValueError("damaged, or of another version")
    try:
        with _nothing_collected():
            return _Careful(io.BytesIO(body)).load()
    except (pickle.UnpicklingError, AttributeError, ImportError, IndexError, TypeError, EOFError) as error:
        raise ValueError("foreign") from error


def _seal(data: bytes, version: str) -> bytes:
    return hashlib.blake2b(data, key=hashlib.blake2b(version.encode(), digest_size=32).digest(), digest_size=_HEAD).digest()


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Look for no garbage while the block runs: it makes many objects and drops none, and looking takes longer than making them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Quick(pickle.Pickler):
    """Takes records apart into their values: what frozen records with slots do of themselves takes several times as long."""

    def __init__(self, out: io.BytesIO, protocol: int) -> None:
        super().__init__(out, protocol)
        self._kinds: dict[type, Any] = {}

    def reducer_override(self, value: Any) -> Any:
        kind = type(value)
        values_of = self._kinds.get(kind)
        if values_of is None:
            self._kinds[kind] = values_of = _values_of(kind)
        return (Whole, (kind, *values_of(value))) if values_of else NotImplemented


def _values_of(kind: type) -> Any:
    """Give what takes a record's values, False for what is no record with slots."""
    names = [field.name for field in fields(kind)] if is_dataclass(kind) and "__slots__" in vars(kind) else []
    if len(names) < 2:
        return (lambda value: (getattr(value, names[0]),)) if names else False
    return attrgetter(*names)


class Whole:
    """Makes a record of its values as they are, without its own checks: it passed them when it was first made."""

    _setters: ClassVar[dict[type, tuple[Any, ...]]] = {}

    def __new__(cls, kind: type, *values: Any) -> Any:
        """Give the record. Raises TypeError when there are too few values, or too many."""
        setters = cls._setters.get(kind)
        if setters is None:
            cls._setters[kind] = setters = tuple(getattr(kind, field.name).__set__ for field in fields(kind))
        if len(setters) != len(values):
            raise TypeError(kind.__name__)
        made: Any = object.__new__(kind)
        for put, value in zip(setters, values, strict=False):
            put(made, value)
        return made


class _Careful(pickle.Unpickler):
    """Makes nothing but our own records and plain values."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _ALLOWED or (module.startswith("sitegen.") and name[:1].isupper()):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} does not belong here")
