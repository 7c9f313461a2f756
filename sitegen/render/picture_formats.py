"""What the Pillow on this computer can read and write: one that a system brings may have been built without AVIF, or without WebP."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from sitegen.common.problems import Effect, Location, Problem
from sitegen.common.words import joined
from sitegen.site.model import IMAGES

if TYPE_CHECKING:
    from sitegen.render.pictures import Asset

_CALLED = {"avif": "AVIF", "webp": "WebP"}
_AVIF_ENCODERS = ("aom", "rav1e", "svt")
_BRANDS = (b"avif", b"avis")
"""One of these stands among the first of an AVIF file (AV1 Image File Format 1.1, 6)."""
_MEND = "python -m pip install --force-reinstall pillow"


@cache
def better_formats() -> tuple[str, ...]:
    """Give the endings of the smaller formats that can be made here, the smallest first."""
    avif = _part("avif")
    can_write = {"avif": avif is not None and any(map(avif.encoder_codec_available, _AVIF_ENCODERS)), "webp": _part("webp") is not None}
    return tuple(ending for ending in _CALLED if can_write[ending])


def unreadable_here(data: bytes) -> str:
    """Say of which kind a picture is that can't be read here, "" for one of any other kind."""
    if data[4:8] == b"ftyp" and any(brand in data[8:64] for brand in _BRANDS) and _part("avif") is None:
        return _CALLED["avif"]
    return _CALLED["webp"] if data[:4] == b"RIFF" and data[8:12] == b"WEBP" and _part("webp") is None else ""


def mend_of_unreadable() -> str:
    """Give what she can do about a picture that can't be read here."""
    return f"Save it as JPEG or PNG. Or put in a Pillow that can: {_MEND}"


def formats_left_out(assets: Iterable[Asset]) -> Iterator[Problem]:
    """Tell once of the formats that pictures are not made in, where any picture is made smaller."""
    if not any(asset.width for asset in assets):
        return
    lacking = [called for ending, called in _CALLED.items() if ending not in better_formats()]
    if lacking:
        message = f"pictures are made without {joined(lacking)}, since the Pillow on this computer was built so; browsers get larger ones."
        yield Problem("larger-pictures", Location(IMAGES), message, f"To have {joined(lacking)} too: {_MEND}", effect=Effect.NOTICE)


@cache
def _part(kind: str) -> Any:
    """Give the part of Pillow for a kind of picture, None where it was built without, or where what that needs is gone."""
    try:
        return import_module(f"PIL._{kind}")
    except ImportError:
        return None
