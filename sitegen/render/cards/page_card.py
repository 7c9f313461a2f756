"""The card of a page, in the look of the site: its title, a photo if there is one, her name at the foot."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from sitegen.render.cards.canvas import Box, Canvas, cap_height, mixed
from sitegen.render.cards.card import SIZE, Card
from sitegen.render.cards.faces import Faces
from sitegen.render.cards.lines import Setting, shortened

_WIDTH, _HEIGHT = SIZE
_MARGIN = 76


def drawn(card: Card, faces: Faces, photo: bytes | None) -> Canvas:
    """Give a card as a picture. All its texts can be set in these faces."""
    colours = dict(card.style.colours)
    return {"calm": _calm, "editorial": _editorial, "bold": _bold}[card.style.look](card, faces, photo, colours)


def _calm(card: Card, faces: Faces, photo: bytes | None, colours: Mapping[str, str]) -> Canvas:
    """Light serif letters on warm paper, round shapes."""
    canvas = Canvas(SIZE, colours["paper"])
    right: float = _WIDTH - _MARGIN
    if photo is not None:
        box: Box = (_WIDTH - _MARGIN - 380, _MARGIN, _WIDTH - _MARGIN, _HEIGHT - _MARGIN)
        canvas.photo(photo, box, radius=28)
        right = box[0] - 64
    else:
        canvas.field((_WIDTH - 330, -90, _WIDTH + 290, 530), colours["wash"], radius=310)
    foot = _HEIGHT - _MARGIN
    canvas.field((_MARGIN, foot - 48, _MARGIN + 48, foot), colours["accent"], radius=24)
    _monogram(canvas, card, faces, (_MARGIN, foot - 48, _MARGIN + 48, foot), colours["on-accent"])
    _foot(canvas, card, faces, (_MARGIN + 66, right, foot - 24), colours["ink"], colours)
    face = faces.face(card.title, "serif", 400, -0.015)
    top, bottom = _MARGIN, foot - 48 - 44
    block = shortened(card.title, Setting(right - _MARGIN, bottom - top, tuple(range(92, 38, -4)), 1.14, 7), face.measure)
    canvas.block((_MARGIN - 2, top + (bottom - top - block.height) / 2), block, face, colours["ink"])
    return canvas


def _editorial(card: Card, faces: Faces, photo: bytes | None, colours: Mapping[str, str]) -> Canvas:
    """A printed page: black rules, strong serif letters, square corners, little colour."""
    canvas = Canvas(SIZE, colours["paper"])
    right: float = _WIDTH - _MARGIN
    top, foot = _MARGIN - 12, _HEIGHT - _MARGIN - 42
    canvas.field((_MARGIN, top, right, top + 8), colours["ink"])
    canvas.field((_MARGIN, foot, right, foot + 2), colours["ink"])
    _foot(canvas, card, faces, (_MARGIN, right, _HEIGHT - _MARGIN + 8), colours["ink"], colours)
    if photo is not None:
        box: Box = (right - 330, top + 40, right, foot - 32)
        canvas.photo(photo, box)
        right = box[0] - 56
    face = faces.face(card.title, "serif", 700, -0.02)
    block = shortened(card.title, Setting(right - _MARGIN, foot - top - 72, tuple(range(88, 38, -4)), 1.1, 7), face.measure)
    canvas.block((_MARGIN - 2, top + 8 + 26), block, face, colours["ink"])
    return canvas


def _bold(card: Card, faces: Faces, photo: bytes | None, colours: Mapping[str, str]) -> Canvas:
    """Heavy letters on a field of her colour, round and generous."""
    fill, text = colours["accent"], colours["on-accent"]
    canvas = Canvas(SIZE, fill)
    right: float = _WIDTH - _MARGIN
    if photo is not None:
        box: Box = (_WIDTH - 44 - 400, 44, _WIDTH - 44, _HEIGHT - 44)
        canvas.photo(photo, box, radius=44)
        right = box[0] - 56
    else:
        canvas.field((_WIDTH - 300, _HEIGHT - 300, _WIDTH + 300, _HEIGHT + 300), mixed(fill, text, 0.1), radius=300)
    foot = _HEIGHT - _MARGIN
    _foot(canvas, card, faces, (_MARGIN, right, foot - 14), text, {**colours, "paper": fill, "quiet": text, "control": mixed(fill, text, 0.6)})
    face = faces.face(card.title, "sans", 800, -0.035)
    top, bottom = _MARGIN - 6, foot - 28 - 48
    block = shortened(card.title, Setting(right - _MARGIN, bottom - top, tuple(range(100, 38, -4)), 1.06, 7), face.measure)
    canvas.block((_MARGIN - 4, top), block, face, text)
    return canvas


def _foot(canvas: Canvas, card: Card, faces: Faces, place: tuple[float, float, float], colour: str, colours: Mapping[str, str]) -> None:
    """Write the brand, centred on a line from above, and the word that marks a sample at its right end."""
    left, right, middle = place
    look = card.style.look
    if card.sample:
        right = sample_mark(canvas, card.sample, faces, (right, middle), colours, is_square=look == "editorial") - 32
    capitals = look == "editorial"
    brand = in_capitals(card.style.brand) if capitals else card.style.brand
    face = faces.face(brand, "sans", 600 if look == "calm" else 700, 0.1 if capitals else -0.005)
    block = shortened(brand, Setting(right - left, 60, (24, 22, 20, 18) if capitals else (30, 28, 26, 24, 22), 1.2, 2), face.measure)
    canvas.block((left, middle - block.height / 2), block, face, colour)


def in_capitals(text: str) -> str:
    """Give a text in capitals; Greek ones lose their accents."""
    decomposed = unicodedata.normalize("NFD", text.upper())
    return unicodedata.normalize("NFC", re.sub("(?<=[\u0370-\u03ff])[\u0300\u0301\u0313\u0314\u0342]", "", decomposed))


def sample_mark(canvas: Canvas, word: str, faces: Faces, place: tuple[float, float], colours: Mapping[str, str], *, is_square: bool) -> float:
    """Write the word that marks a sample into a box that ends at a place; give where the box begins."""
    right, middle = place
    face = faces.face(word, "sans", 600)
    left = right - face.measure(22)(word) - 36
    canvas.outline((left, middle - 21, right, middle + 21), colours["control"], colours["paper"], 2, 0 if is_square else 21)
    canvas.line((left + 18, middle + cap_height(face, 22) / 2), word, face, 22, colours["quiet"])
    return left


def _monogram(canvas: Canvas, card: Card, faces: Faces, box: Box, colour: str) -> None:
    left, top, right, bottom = box
    letters = card.style.monogram
    face, size = faces.face(letters, "sans", 700), 20 if len(letters) > 1 else 24
    width = face.measure(size)(letters)
    canvas.line(((left + right - width) / 2, (top + bottom + cap_height(face, size)) / 2), letters, face, size, colour)
