"""Pictures of any ordinary size to the widths that the layout needs, upright, without what the camera wrote into them.

What stands on the web is named by its content alone, so that no file name can tell whose picture it is.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

from sitegen.common.digests import digest
from sitegen.common.frozen import frozen
from sitegen.common.memory import SourceFiles
from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.site.model import IMAGES

LARGEST_FILE = 40_000_000
LARGEST_AREA = 100_000_000
_QUALITY = 78
_VERSION = 1


@frozen
class Source:
    """A picture as she put it there: its digest, and its size once upright."""

    name: str
    digest: str
    width: int
    height: int
    vector: bool
    tells_where: bool = False
    """Whether it holds the place where it was taken."""


@dataclass(frozen=True, slots=True, order=True)
class Asset:
    """A picture as it stands on the web; width 0 is the file as it is (SVG)."""

    address: str
    name: str
    width: int


class Pictures:
    """Looks at pictures once, and makes each width once; made ones are kept by content in the cache."""

    def __init__(self, files: SourceFiles, cache: OwnTree | None = None) -> None:
        self._files = files
        self._cache = cache
        self._sources: dict[str, Source] = {}

    def source(self, name: str) -> Source:
        """Look at a picture. Raises ContentError: not there, too large, or not a picture that can be read."""
        if name not in self._sources:
            self._sources[name] = self._files.value(f"{IMAGES}/{name}", lambda data, _: _look(name, data), LARGEST_FILE)
        return self._sources[name]

    def assets(self, name: str, widths: tuple[int, ...]) -> tuple[Asset, ...]:
        """Give the pictures to make of one for the widths asked for; none is wider than the picture itself."""
        source = self.source(name)
        if source.vector:
            return (Asset(f"/images/{source.digest[:12]}.svg", name, 0),)
        useful = sorted({min(width, source.width) for width in widths})
        return tuple(Asset(f"/images/{source.digest[:12]}-{width}.webp", name, width) for width in useful)

    def made(self, asset: Asset) -> bytes:
        """Give a picture's bytes as they stand on the web."""
        if asset.width == 0:
            return self._read(asset.name)
        key = f"pictures/{self.source(asset.name).digest}-{asset.width}-{_VERSION}.webp"
        if self._cache is not None and self._cache.has(key):
            return self._cache.read(key)
        data = self._encode(asset)
        if self._cache is not None:
            self._cache.write(key, data)
        return data

    def _read(self, name: str) -> bytes:
        return self._files.read(f"{IMAGES}/{name}", LARGEST_FILE)

    def _encode(self, asset: Asset) -> bytes:
        from PIL import Image, ImageOps

        with Image.open(io.BytesIO(self._read(asset.name))) as opened:
            picture = ImageOps.exif_transpose(opened)
            alpha = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
            picture = picture.convert("RGBA" if alpha else "RGB")
            if asset.width < picture.width:
                height = max(1, round(picture.height * asset.width / picture.width))
                picture = picture.resize((asset.width, height), Image.Resampling.LANCZOS)
            out = io.BytesIO()
            picture.info.clear()
            picture.save(out, "WEBP", quality=_QUALITY, method=4)
            return out.getvalue()


def _look(name: str, data: bytes) -> Source:
    from PIL import Image, UnidentifiedImageError

    if len(data) > LARGEST_FILE:
        raise _refused(
            name,
            "picture-too-large",
            f"this picture is larger than {LARGEST_FILE // 1_000_000} MB.",
            "Save a smaller copy: 3,000 pixels on the longer side are plenty.",
        )
    if name.lower().endswith(".svg"):
        return _look_at_svg(name, data)
    Image.MAX_IMAGE_PIXELS = None  # the size is looked at here, before a pixel is read
    try:
        with Image.open(io.BytesIO(data)) as picture:
            width, height = picture.size
            if width * height > LARGEST_AREA:
                raise _refused(
                    name,
                    "picture-too-large",
                    f"this picture has {width} by {height} pixels.",
                    "Save a smaller copy: 3,000 pixels on the longer side are plenty.",
                )
            if picture.getexif().get(0x0112) in (5, 6, 7, 8):
                width, height = height, width
            picture.load()
            told = _tells_where(picture)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise _unreadable(name, data) from error
    return Source(name, digest(data), width, height, vector=False, tells_where=told)


def told_where(data: bytes) -> bool:
    """Say whether a file is a picture that holds GPS data."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as picture:
            return _tells_where(picture)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False


def _tells_where(picture: Any) -> bool:
    """Say whether an opened picture holds GPS data (EXIF 2.32, 4.6.6: the GPS IFD)."""
    return bool(picture.getexif().get_ifd(0x8825))


def _look_at_svg(name: str, data: bytes) -> Source:
    text = data.decode("utf-8", "replace")
    if re.search(r"<\s*(script|foreignObject|iframe|handler)\b|\son\w+\s*=|javascript:|<!ENTITY|(href|src)\s*=\s*[\"'](?!#|data:image/)", text, re.IGNORECASE):
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


def _refused(name: str, code: str, message: str, mend: str) -> ContentError:
    return ContentError([Problem(code, Location(f"{IMAGES}/{name}"), message, mend)])
