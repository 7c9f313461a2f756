"""A picture's bytes as they stand on the web: upright, cut, made smaller, in plain colours, and without what the camera wrote into it.

The same bytes each time: one thread to a picture, as the AVIF encoder's own threads would change where it divides it.
"""

from __future__ import annotations

import io
import math
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from typing import Any, TypeAlias

from sitegen.render.originals import Source
from sitegen.render.picture_formats import better_formats

Box: TypeAlias = tuple[int, int, int, int]
"""A part of a picture in its own pixels, once upright: left, top, right, bottom."""

FORMATS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "avif": ("AVIF", {"quality": 50, "speed": 8, "subsampling": "4:2:0", "max_threads": 1}),
    "webp": ("WEBP", {"quality": 78, "method": 4}),
    "jpg": ("JPEG", {"quality": 80, "progressive": True, "optimize": True}),
    "png": ("PNG", {"compress_level": 9}),
}
"""By the ending of a file: Pillow's name of the format, and how it is saved."""


@cache
def encoders() -> str:
    """Give a name for what encodes here, so that a picture made by another version is not taken for this one's."""
    import PIL
    from PIL import features

    from sitegen.common.digests import digest_of

    named = (*better_formats(), "libjpeg_turbo", "zlib")
    return digest_of([PIL.__version__, named, *(str(features.version(name)) for name in named), repr(FORMATS)])[:8]


def encoded(data: bytes, source: Source, box: Box, width: int, endings: Sequence[str]) -> tuple[bytes, ...]:
    """Give a part of a picture that was looked at, this many pixels wide, in the format of each ending."""
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data)) as opened:
        nearly = min(1, 2 * width / (box[2] - box[0]))
        opened.draft(None, (math.ceil(opened.width * nearly), math.ceil(opened.height * nearly)))  # a JPEG need not be read in more detail than that
        profile = opened.info.get("icc_profile")
        picture = ImageOps.exif_transpose(opened)
    if picture.mode not in ("RGB", "RGBA", "CMYK") or picture.has_transparency_data:
        picture = picture.convert("RGBA" if source.transparent else "RGB")
    across, down = picture.width / source.width, picture.height / source.height
    height = max(1, round((box[3] - box[1]) * width / (box[2] - box[0])))
    part = (box[0] * across, box[1] * down, min(box[2] * across, picture.width), min(box[3] * down, picture.height))
    picture = _in_plain_colours(picture.resize((width, height), Image.Resampling.LANCZOS, part), profile)
    return tuple(_saved(picture, ending) for ending in endings)


def _in_plain_colours(picture: Any, profile: bytes | None) -> Any:
    """Give a picture in sRGB, as the web takes it to be: the wider colours of a telephone fade where their profile is taken away (ICC.1:2022)."""
    from PIL import ImageCms

    mode = "RGB" if picture.mode == "CMYK" else picture.mode
    if profile:
        with suppress(ImageCms.PyCMSError, OSError):  # a profile that is damaged, or of other colours than the picture's, tells nothing
            return ImageCms.profileToProfile(picture, ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode=mode)
    return picture.convert(mode)


def _saved(picture: Any, ending: str) -> bytes:
    kind, how = FORMATS[ending]
    out = io.BytesIO()
    picture.info = {}
    picture.save(out, kind, **how)
    return out.getvalue()
