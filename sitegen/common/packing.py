"""Records to bytes and back, for what can be made again: whole, of this version, and of nothing but our own kinds, or not at all."""

from __future__ import annotations

import hashlib
import io
import pickle
from typing import Any

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
    data = pickle.dumps(value, protocol=5)
    return _seal(data, version) + data


def unpacked(data: bytes, version: str) -> Any:
    """Give the value. Raises ValueError when the bytes are damaged, of another version, or hold what does not belong there."""
    body = data[_HEAD:]
    if _seal(body, version) != data[:_HEAD]:
        raise ValueError("damaged, or of another version")
    try:
        return _Careful(io.BytesIO(body)).load()
    except (pickle.UnpicklingError, AttributeError, ImportError, IndexError, TypeError, EOFError) as error:
        raise ValueError("foreign") from error


def _seal(data: bytes, version: str) -> bytes:
    return hashlib.blake2b(data, key=hashlib.blake2b(version.encode(), digest_size=32).digest(), digest_size=_HEAD).digest()


class _Careful(pickle.Unpickler):
    """Makes nothing but our own records and plain values."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _ALLOWED or (module.startswith("sitegen.") and name[:1].isupper()):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} does not belong here")
