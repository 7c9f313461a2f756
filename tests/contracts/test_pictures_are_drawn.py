"""The starter's pictures are the ones `tests/starter/draw_pictures.py` draws: nothing in them is anybody's photograph."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageChops

from tests.starter.draw_pictures import main

SHIPPED = Path(__file__).parents[2] / "content" / "images"
NEAR = 2
"""How far a channel may be off: another version of Pillow may round otherwise."""


def furthest(a: Path, b: Path) -> int:
    """Give the largest difference of any channel of any pixel."""
    with Image.open(a) as one, Image.open(b) as other:
        assert (one.size, one.mode) == (other.size, other.mode) == (one.size, "RGB")
        return max(high for _, high in ImageChops.difference(one, other).getextrema())


def test_the_starters_pictures_are_the_drawn_ones(tmp_path: Path) -> None:
    main(tmp_path)
    names = sorted(file.name for file in tmp_path.iterdir())
    assert names == sorted(file.name for file in SHIPPED.iterdir())
    assert {name: off for name in names if (off := furthest(tmp_path / name, SHIPPED / name)) > NEAR} == {}
