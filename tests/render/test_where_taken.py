"""W12: a photo that tells where it was taken is named; what goes online of it does not tell."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from sitegen.build.site_build import build_site
from sitegen.common.trees import bundled_tree, public_tree
from tests.small_site import SMALL, TODAY, write_site

PAGE = "---\ntitle: About\nimage: field.jpg\nimage_alt: A field\n---\nMe.\n"


def photo(*, place: bool) -> bytes:
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010F] = "A camera"
    if place:
        exif.get_ifd(0x8825).update({1: "N", 2: (59.0, 54.0, 50.0), 3: "E", 4: (10.0, 44.0, 2.0)})
    Image.new("RGB", (900, 600), "green").save(out, "JPEG", exif=exif)
    return out.getvalue()


def warned(folder: Path, *, place: bool) -> list[str]:
    write_site(folder, {**SMALL, "content/pages/about.md": PAGE, "content/images/field.jpg": photo(place=place), "content/files/view.jpg": photo(place=place)})
    built = build_site(public_tree(folder), bundled_tree(), TODAY)
    pictures = [data for path, data in built.files.items() if path.startswith("images/")]
    assert pictures and all(not Image.open(io.BytesIO(data)).getexif() for data in pictures)
    return [str(problem) for problem in built.problems if problem.code == "W12"]


def test_a_photo_that_tells_where_it_was_taken_is_named(tmp_path: Path) -> None:
    how = "    Save a copy without it: on a Mac, Preview > Tools > Show Inspector > GPS > Remove Location Info; in Windows, Properties > Details > Remove Properties."
    assert warned(tmp_path, place=True) == [
        f"content/files/view.jpg: this photo tells where it was taken, and goes online as it is (W12).\n{how}",
        "content/images/field.jpg: this photo tells where it was taken (W12).\n"
        f"    It is not in what goes online. It stays in this file, and goes along wherever you copy it.\n{how}",
    ]


def test_a_photo_that_tells_nothing_of_the_place_is_not(tmp_path: Path) -> None:
    assert warned(tmp_path, place=False) == []
