"""Icons from her initials and her colour, for a coach who has no logo yet; and her own picture for link previews, cut to their size."""

from __future__ import annotations

import io
from collections.abc import Mapping
from html import escape

from PIL import IcoImagePlugin, Image, ImageDraw

from sitegen.render.cards.card import SIZE, initials
from sitegen.render.cards.faces import Face
from sitegen.site.settings import Settings


def favicon_svg(settings: Settings, colours: Mapping[str, str]) -> bytes:
    """Give the icon as a drawing."""
    letters = escape(initials(settings), quote=False)
    size = 30 if len(letters) > 1 else 38
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="{colours["accent"]}"/>'
        f'<text x="32" y="32" dy=".36em" text-anchor="middle" font-family="system-ui,sans-serif" font-size="{size}" font-weight="600" fill="{colours["on-accent"]}">{letters}</text></svg>\n'
    ).encode()


def icon_png(letters: str, face: Face, colours: Mapping[str, str], width: int) -> bytes:
    """Give the icon as a square PNG; it fills the whole square, as telephones cut the corners themselves."""
    return _png(_icon(letters, face, colours, width))


def favicon_ico(letters: str, face: Face, colours: Mapping[str, str]) -> bytes:
    """Give the icon as an .ico of 16, 32 and 48 pixels."""
    out = io.BytesIO()
    _icon(letters, face, colours, 192).save(out, IcoImagePlugin.IcoImageFile.format, sizes=[(16, 16), (32, 32), (48, 48)])
    return out.getvalue()


def fitted_share_image(data: bytes) -> bytes:
    """Give her own picture cut to the size that link previews expect."""
    from PIL import ImageOps

    with Image.open(io.BytesIO(data)) as opened:
        return _png(ImageOps.fit(ImageOps.exif_transpose(opened).convert("RGB"), SIZE, Image.Resampling.LANCZOS).quantize(256).convert("P"))


def _icon(letters: str, face: Face, colours: Mapping[str, str], width: int) -> Image.Image:
    picture = Image.new("RGB", (width, width), colours["accent"])
    font = face.at(round(width * (0.46 if len(letters) > 1 else 0.58)))
    left, top, right, bottom = font.getbbox(letters, anchor="ls")
    ImageDraw.Draw(picture).text(((width - left - right) / 2, (width - top - bottom) / 2), letters, font=font, fill=colours["on-accent"], anchor="ls")
    return picture


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=6)
    return out.getvalue()
