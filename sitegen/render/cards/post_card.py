"""The picture of a post, wide or square: who said it and what has to be known first, the words, what has to stand beside them, her name at the foot."""

from __future__ import annotations

from sitegen.common.frozen import frozen
from sitegen.render.cards.canvas import Box, Canvas, cap_height, mixed
from sitegen.render.cards.faces import Faces, Family
from sitegen.render.cards.lines import Block, Setting, fitted, one_line
from sitegen.render.cards.page_card import in_capitals, sample_mark
from sitegen.render.cards.post import Counted, Post

_WIDE = 1200


@frozen
class _Kind:
    """How one look sets a post: the colours of ground, words, small print and marks, and the letters of the words."""

    ground: str
    ink: str
    quiet: str
    mark: str
    control: str
    family: Family
    weight: int
    tracking: float
    round: float
    """The corners of a photo, as a part of its width."""


def drawn_post(post: Post, size: tuple[int, int], faces: Faces, photo: bytes | None) -> Canvas | None:
    """Give a post as a picture of a size; None where its texts are too long for it."""
    small = (22, 20) if size[0] == _WIDE else (25, 22)
    return next((canvas for one in small if (canvas := _Sheet(post, size, faces, photo, one).drawn()) is not None), None)


def _kind(post: Post) -> _Kind:
    colours = dict(post.style.colours)
    paper, ink, accent = colours["paper"], colours["ink"], colours["accent"]
    match post.style.look:
        case "editorial":
            return _Kind(paper, ink, colours["quiet"], ink, colours["control"], "serif", 500, -0.01, 0)
        case "bold":
            on = colours["on-accent"]
            return _Kind(accent, on, mixed(accent, on, 0.85), mixed(accent, on, 0.55), mixed(accent, on, 0.6), "sans", 700, -0.025, 0.5)
        case _:
            return _Kind(paper, ink, colours["quiet"], accent, colours["control"], "serif", 400, -0.01, 0.5)


class _Sheet:
    """One picture in the making."""

    def __init__(self, post: Post, size: tuple[int, int], faces: Faces, photo: bytes | None, small: int) -> None:
        self.post, self.faces, self.photo, self.kind = post, faces, photo, _kind(post)
        self.width, self.height = size
        self.is_wide = self.width == _WIDE
        self.margin = 72 if self.is_wide else 88
        self.small = small
        self.canvas = Canvas(size, self.kind.ground)
        self.left, self.right = float(self.margin), float(self.width - self.margin)

    def drawn(self) -> Canvas | None:
        top = self._rule()
        foot = self._foot()
        then = self._small_print(self.post.then)
        if then is None:
            return None
        bottom = foot - self._height(then) - (28 if then else 0)
        top = self._person(top) if self.post.marks[0] else top
        first = self._small_print(self.post.first)
        if first is None:
            return None
        if self.post.marks[0]:
            top = self._written(first, top, self.kind.ink) + (22 if self.is_wide else 36)
            done = self._quote(top, bottom)
        else:
            done = self._case(top, bottom, first)
        if not done:
            return None
        self._written(then, foot - self._height(then), self.kind.quiet)
        return self.canvas

    def _rule(self) -> float:
        """Draw what a look begins with; give where the rest begins."""
        top = float(self.margin - 8)
        if self.post.style.look != "editorial":
            return top
        self.canvas.field((self.left, top - 14, self.right, top - 8), self.kind.ink)
        return top + 12

    def _foot(self) -> float:
        """Write her name and her address; give where they begin, from above."""
        post, look = self.post, self.post.style.look
        middle, right = self.height - self.margin + 2.0, self.right
        if post.sample:
            colours = {"control": self.kind.control, "paper": self.kind.ground, "quiet": self.kind.quiet}
            right = sample_mark(self.canvas, post.sample, self.faces, (right, middle), colours, is_square=look == "editorial") - 28
        brand = in_capitals(post.style.brand) if look == "editorial" else post.style.brand
        face = self.faces.face(brand, "sans", 700, 0.08 if look == "editorial" else 0)
        size, text = one_line(brand, (right - self.left) * 0.62, (26, 24, 22, 20, 18), face.measure)
        end = self.canvas.line((self.left, middle + cap_height(face, size) / 2), text, face, size, self.kind.ink)
        host = self.faces.face(post.host, "sans", 400)
        host_size, host_text = one_line(post.host, right - end - 24, (24, 22, 20, 18), host.measure)
        if post.host and not host_text.endswith("…"):
            self.canvas.line(
                (right - host.measure(host_size)(host_text), middle + cap_height(host, host_size) / 2), host_text, host, host_size, self.kind.quiet
            )
        return middle - (58 if self.is_wide else 72)

    def _person(self, top: float) -> float:
        """Show who said it; give where that ends, from above."""
        post, side = self.post, 92 if self.is_wide else 128
        left = self.left
        if self.photo is not None:
            box: Box = (left, top, left + side, top + side)
            self.canvas.photo(self.photo, box, radius=side * self.kind.round)
            left += side + 26
        width = self.right - left
        face = self.faces.face(post.name, "sans", 700, -0.01)
        size, name = one_line(post.name, width, (32, 30, 28, 26, 24) if self.is_wide else (38, 34, 30, 26), face.measure)
        role_face = self.faces.face(post.role, "sans", 400)
        role = fitted(post.role, Setting(width, 70, (self.small + 2, self.small), 1.3, 2), role_face.measure) if post.role else None
        height = cap_height(face, size) + (18 + role.height if role else 0)
        start = top + (max(0, side - height) / 2 if self.photo is not None else 0)
        self.canvas.line((left, start + cap_height(face, size)), name, face, size, self.kind.ink)
        end = start + cap_height(face, size)
        if role is not None:
            end = self.canvas.block((left, end + 14), role, role_face, self.kind.quiet)
        return max(end, top + side if self.photo is not None else 0) + 18

    def _quote(self, top: float, bottom: float) -> bool:
        """Write the words, their first mark hung into the margin; say whether they fit."""
        post, kind = self.post, self.kind
        face = self.faces.face(post.words + "".join(post.marks), kind.family, kind.weight, kind.tracking)
        sizes = tuple(range(60, 31, -2)) if self.is_wide else tuple(range(76, 37, -2))
        block = fitted(post.words + post.marks[1], Setting(self.right - self.left, bottom - top, sizes, 1.3, 12), face.measure)
        if block is None:
            return False
        start = top + (bottom - top - block.height) / (2 if not self.is_wide else 2.6)
        mark = post.marks[0].strip()
        baseline = start + cap_height(face, block.size) + (block.step - cap_height(face, block.size)) / 2
        self.canvas.line((self.left - face.measure(block.size)(mark) - 4, baseline), mark, face, block.size, kind.mark)
        self.canvas.block((self.left, start), block, face, kind.ink)
        return True

    def _case(self, top: float, bottom: float, first: tuple[Block, ...]) -> bool:
        """Write what came of it, of whom it is told, and what was counted; say whether it fits."""
        post, kind = self.post, self.kind
        face = self.faces.face(post.words, kind.family, 700 if post.style.look != "calm" else 400, -0.015)
        numbers = ((132 if self.small > 20 else 112) if self.is_wide else 168) if post.counted else 0
        room = bottom - top - self._height(first) - 16 - (numbers + 24) * (1 if self.is_wide else len(post.counted))
        sizes = tuple(range(58, 31, -2)) if self.is_wide else tuple(range(76, 37, -2))
        title = fitted(post.words, Setting(self.right - self.left, room, sizes, 1.14, 4), face.measure) if room > 0 else None
        if title is None:
            return False
        end = self.canvas.block((self.left - 2, top), title, face, kind.ink)
        end = self._written(first, end + 16, kind.quiet)
        loose = (bottom - end - (numbers + 24) * (1 if self.is_wide else len(post.counted))) / 2
        at = end + 24 + max(0, loose)
        columns = len(post.counted) if self.is_wide else 1
        each = (self.right - self.left - 40 * (columns - 1)) / max(1, columns)
        for index, one in enumerate(post.counted):
            left = self.left + (each + 40) * index if self.is_wide else self.left
            if not self._numbers(one, (left, at, left + each, at + numbers)):
                return False
            at += 0 if self.is_wide else numbers + 24
        return True

    def _numbers(self, one: Counted, box: Box) -> bool:
        """Write one measure: its name over both numbers, with an arrow between them, and over what time; say whether it fits."""
        kind, (left, top, right, bottom) = self.kind, box
        width = right - left
        self.canvas.field((left, top, right, top + 2), kind.control)
        label = self.faces.face(one.name + one.period, "sans", 600)
        name = fitted(f"{one.name}, {one.period}", Setting(width, 64, (self.small + 2, self.small, 20), 1.25, 2), label.measure)
        big = self.faces.face(one.before + one.after, kind.family, 700 if kind.family == "sans" else 600, -0.01)
        half = (width - 80) / 2
        sizes = tuple(range(60 if self.is_wide else 76, 23, -2))
        fits = [one_line(text, half, sizes, big.measure) for text in (one.before, one.after)]
        if name is None or any(text.endswith("…") for _, text in fits):
            return False
        end = self.canvas.block((left, top + 12), name, label, kind.ink)
        size = min(size for size, _ in fits)
        baseline = end + (bottom - end - 26) / 2 + cap_height(big, size) / 2 + 4
        small = self.faces.face("".join(self.post.labels), "sans", 400)
        stop = self.canvas.line((left, baseline), one.before, big, size, kind.quiet)
        self.canvas.line((left, baseline + self.small + 8), self.post.labels[0], small, self.small - 2, kind.quiet)
        stop = max(stop, left + small.measure(self.small - 2)(self.post.labels[0]))
        middle = baseline - cap_height(big, size) / 2
        self._arrow((stop + 20, middle), kind.mark)
        self.canvas.line((stop + 76, baseline), one.after, big, size, kind.mark if self.post.style.look == "calm" else kind.ink)
        self.canvas.line((stop + 76, baseline + self.small + 8), self.post.labels[1], small, self.small - 2, kind.quiet)
        return True

    def _arrow(self, at: tuple[float, float], colour: str) -> None:
        x, y = at
        self.canvas.field((x, y - 1.5, x + 34, y + 1.5), colour)
        self.canvas.polygon(((x + 26, y - 8), (x + 38, y), (x + 26, y + 8)), colour)

    def _small_print(self, texts: tuple[str, ...]) -> tuple[Block, ...] | None:
        """Set small texts, each from a line of its own on; None where they are too long."""
        blocks = []
        for text in texts:
            block = fitted(text, Setting(self.right - self.left, 5 * self.small * 1.4, (self.small,), 1.38, 5), self.faces.face(text, "sans", 400).measure)
            if block is None:
                return None
            blocks.append(block)
        return tuple(blocks)

    def _height(self, blocks: tuple[Block, ...]) -> float:
        return sum(block.height for block in blocks)

    def _written(self, blocks: tuple[Block, ...], top: float, colour: str) -> float:
        for block in blocks:
            top = self.canvas.block((self.left, top), block, self.faces.face("".join(block.lines), "sans", 400), colour)
        return top
