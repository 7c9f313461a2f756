"""A picture as she put it there, looked at once: how large it is, what colour, and what keeps it off the web."""

from __future__ import annotations

import io
import re
from typing import Any

from sitegen.common.digests import digest
from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.render.picture_formats import mend_of_unreadable, unreadable_here
from sitegen.site.model import IMAGES

LARGEST_FILE = 40_000_000
LARGEST_AREA = 100_000_000
TALLEST = 16_000
"""Pixels from top to bottom; WebP holds 16,383 (RFC 9649, 2.3), and a wide picture is made narrower, a tall one is not."""
_MOVING = ("GIF", "PNG", "WEBP", "AVIF")
"""Kinds whose further frames make it move; those of others are pages, or the depth map of a telephone's camera."""


@frozen
class Source:
    """A picture as she put it there: its digest, its size in pixels once upright, and its mean colour, "" where one sees through it."""

    name: str
    digest: str
    width: int
    height: int
    vector: bool
    tells_where: bool = False
    """Whether it holds the place where it was taken."""
    transparent: bool = False
    colour: str = ""


def looked_at(name: str, data: bytes) -> Source:
    """Give what there is to know of a picture. Raises ContentError: too large, moving, a drawing with a script, or nothing that can be read."""
    from PIL import Image, UnidentifiedImageError

    if len(data) > LARGEST_FILE:
        raise _too_large(name, f"this picture is larger than {LARGEST_FILE // 1_000_000} MB.")
    if kind := unreadable_here(data):
        message = f"this is {'an' if kind == 'AVIF' else 'a'} {kind} picture, and the Pillow on this computer was built without {kind}."
        raise _refused(name, "picture-unreadable", message, mend_of_unreadable())
    if name.lower().endswith(".svg"):
        return _look_at_svg(name, data)
    Image.MAX_IMAGE_PIXELS = None  # the size is looked at here, before a pixel is read
    try:
        with Image.open(io.BytesIO(data)) as picture:
            width, height = picture.size
            if width * height > LARGEST_AREA:
                raise _too_large(name, f"this picture has {width} by {height} pixels.")
            if picture.format in _MOVING and (frames := getattr(picture, "n_frames", 1)) > 1:
                raise _refused(
                    name,
                    "picture-moves",
                    f"this picture moves: it has {frames} frames.",
                    "Save the frame that says most as JPEG or PNG, or make a video of it: sitegen help images",
                )
            if picture.getexif().get(0x0112) in (5, 6, 7, 8):
                width, height = height, width
            if height > TALLEST:
                raise _too_large(name, f"this picture is {height} pixels high.")
            picture.load()
            told = _tells_where(picture)
            transparent = picture.has_transparency_data and picture.convert("RGBA").getchannel("A").getextrema() != (255, 255)
            colour = "" if transparent else _mean_colour(picture)
    except (UnidentifiedImageError, OSError, RuntimeError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise _unreadable(name, data) from error
    return Source(name, digest(data), width, height, False, told, transparent, colour)


def told_where(data: bytes) -> bool:
    """Say whether a file is a picture that holds GPS data; of one that can't be read here nobody can say."""
    from PIL import Image, UnidentifiedImageError

    if unreadable_here(data):
        return False
    try:
        with Image.open(io.BytesIO(data)) as picture:
            return _tells_where(picture)
    except (UnidentifiedImageError, OSError, RuntimeError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False


def _tells_where(picture: Any) -> bool:
    """Say whether an opened picture holds GPS data (EXIF 2.32, 4.6.6: the GPS IFD)."""
    return bool(picture.getexif().get_ifd(0x8825))


def _mean_colour(picture: Any) -> str:
    """Give a picture's mean colour in the three digits that stand for it until it is there: `#a63`."""
    from PIL import Image

    small = picture.resize((16, 16), Image.Resampling.BOX) if picture.mode in ("RGB", "L", "CMYK", "RGBA") else picture.convert("RGB")
    red, green, blue = small.convert("RGB").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    return f"#{round(red / 17):x}{round(green / 17):x}{round(blue / 17):x}"


_IN_A_DRAWING = regex(
    r"<\s*(?:\w+:)?(?:script|foreignObject|iframe|handler)\b|[\s/\"']on\w+\s*=|javascript:|<!ENTITY|(?:href|src)\s*=\s*[\"'](?!#|data:image/)"
    r"|@import|url\(\s*[\"']?\s*(?!#|data:image/|[\s\"'])",
    re.IGNORECASE,
)
"""What runs or fetches something in an SVG (SVG 2, 2.3: secure static mode)."""


def _look_at_svg(name: str, data: bytes) -> Source:
    text = data.decode("utf-8", "replace")
    if _IN_A_DRAWING.search(text):
        raise _refused(name, "svg-script", "this drawing holds a script or asks for other files.", "Export it again as a plain SVG, or save it as PNG.")
    box = re.search(r"<svg\b[^>]*?\bviewBox=[\"']\s*[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)", text, re.DOTALL)
    sizes = [re.search(rf"<svg\b[^>]*?\s{side}=[\"']([\d.]+)(?:px)?[\"']", text, re.DOTALL) for side in ("width", "height")]
    if all(sizes):
        width, height = (float(size[1]) for size in sizes if size)
    elif box:
        width, height = float(box[1]), float(box[2])
    else:
        raise _refused(name, "picture-unreadable", "this drawing does not say how large it is.", "Give its <svg> a viewBox, or save it as PNG.")
    return Source(name, digest(data), max(1, round(width)), max(1, round(height)), vector=True)


def _unreadable(name: str, data: bytes) -> ContentError:
    if not data:
        return _refused(name, "picture-unreadable", "this picture is empty: the file has no bytes.", "Copy it here again.")
    if b"ftyphei" in data[:32] or b"ftypmif1" in data[:32] or name.lower().endswith((".heic", ".heif")):
        return _refused(
            name,
            "picture-unreadable",
            "this is a HEIC picture, as iPhones make them; it can't be read here.",
            "Save it as JPEG: on an iPhone, Settings > Camera > Formats > Most Compatible; on a Mac, Preview > File > Export.",
        )
    return _refused(
        name,
        "picture-unreadable",
        "this picture can't be read: it is damaged, or not a picture.",
        "Open it in a picture program and save it again as JPEG or PNG.",
    )


def _too_large(name: str, message: str) -> ContentError:
    return _refused(name, "picture-too-large", message, "Save a smaller copy: 3,000 pixels on the longer side are plenty.")


def _refused(name: str, code: str, message: str, mend: str) -> ContentError:
    return ContentError([Problem(code, Location(f"{IMAGES}/{name}"), message, mend)])
