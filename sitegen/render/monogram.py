"""Icons and a share image from her initials and her colour, for a coach who has no logo yet."""

from __future__ import annotations

import io
from collections.abc import Mapping
from html import escape

from PIL import IcoImagePlugin, Image, ImageDraw, ImageFont

from sitegen.site.settings import Settings

SHARE_SIZE = (1200, 630)
"""What link previews expect (ogp.me, the platforms' documents)."""


def initials(settings: Settings) -> str:
    """Give one or two letters: of the first and the last word of the brand."""
    words = [word for word in settings.brand.split() if word[0].isalnum()]
    if not words:
        return "•"
    return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()


def favicon_svg(settings: Settings, colours: Mapping[str, str]) -> bytes:
    """Give the icon as a drawing."""
    letters = escape(initials(settings), quote=False)
    size = 30 if len(letters) > 1 else 38
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="{colours["accent"]}"/>'
        f'<text x="32" y="32" dy=".36em" text-anchor="middle" font-family="system-ui,sans-serif" font-size="{size}" font-weight="600" fill="{colours["on-accent"]}">{letters}</text></svg>\n'
    ).encode()


def icon_png(settings: Settings, colours: Mapping[str, str], width: int) -> bytes:
    """Give the icon as a square PNG; it fills the whole square, as telephones cut the corners themselves."""
    return _png(_icon(settings, colours, width))


def favicon_ico(settings: Settings, colours: Mapping[str, str]) -> bytes:
    """Give the icon as an .ico of 16, 32 and 48 pixels."""
    out = io.BytesIO()
    _icon(settings, colours, 192).save(out, IcoImagePlugin.IcoImageFile.format, sizes=[(16, 16), (32, 32), (48, 48)])
    return out.getvalue()


def share_image(settings: Settings, colours: Mapping[str, str]) -> bytes:
    """Give the picture that stands beside a shared link: the monogram, the brand and the promise."""
    width, height = SHARE_SIZE
    picture = Image.new("RGB", SHARE_SIZE, colours["paper"])
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, 28, height), fill=colours["accent"])
    badge = _icon(settings, colours, 132)
    mask = Image.new("L", badge.size, 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, 131, 131), 30, fill=255)
    picture.paste(badge, (96, 84), mask)
    name, words = ImageFont.load_default(64), ImageFont.load_default(38)
    y = 268.0
    for line in _wrapped(settings.brand, name, width - 192)[:2]:
        pen.text((96, y), line, font=name, fill=colours["ink"])
        y += 78
    y += 14
    for line in _wrapped(settings.promise, words, width - 192)[:4]:
        pen.text((96, y), line, font=words, fill=colours["quiet"])
        y += 52
    return _png(picture)


def fitted_share_image(data: bytes) -> bytes:
    """Give her own picture cut to the size that link previews expect."""
    from PIL import ImageOps

    with Image.open(io.BytesIO(data)) as opened:
        return _png(ImageOps.fit(ImageOps.exif_transpose(opened).convert("RGB"), SHARE_SIZE, Image.Resampling.LANCZOS).quantize(256).convert("P"))


def _icon(settings: Settings, colours: Mapping[str, str], width: int) -> Image.Image:
    picture = Image.new("RGB", (width, width), colours["accent"])
    letters = initials(settings)
    font = ImageFont.load_default(width * (0.46 if len(letters) > 1 else 0.58))
    pen = ImageDraw.Draw(picture)
    pen.text((width / 2, width / 2), letters, font=font, fill=colours["on-accent"], anchor="mm", stroke_width=width // 110, stroke_fill=colours["on-accent"])
    return picture


def _wrapped(text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=6)
    return out.getvalue()
