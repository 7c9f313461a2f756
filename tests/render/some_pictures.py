"""Pictures as somebody puts them there, and what is made of them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from PIL import Image

from sitegen.common.trees import Tree
from sitegen.render.pictures import Pictures
from sitegen.site.model import IMAGES
from tests.render.rendering import source_files

ORIENTATION = 0x0112
"""EXIF's tag for how the camera was held."""


def pictures(folder: Path, **files: bytes) -> Pictures:
    place = folder / "content/images"
    place.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (place / name.replace("_", ".")).write_bytes(data)
    return Pictures(source_files(Tree(folder), IMAGES))


def saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def halves(width: int, height: int) -> Image.Image:
    """Give a picture that is red above and blue below."""
    picture = Image.new("RGB", (width, height), "#ff0000")
    picture.paste("#0000ff", (0, height // 2, width, height))
    return picture


def made(of: Pictures, name: str, width: int = 4000, ending: str = "webp", **how: Any) -> Image.Image:
    (asset,) = of.assets(name, (width,), ending, **how)
    return Image.open(io.BytesIO(of.made(asset)))
