"""Pictures of any ordinary size to what the layout needs: cut around what matters in them, in each width, in AVIF, WebP and JPEG or PNG.

What stands on the web is named by its content alone, so that no file name can tell whose picture it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from sitegen.common.decoding import LARGEST_TEXT
from sitegen.common.frozen import frozen
from sitegen.common.memory import SourceFiles
from sitegen.common.own_trees import OwnTree
from sitegen.common.patterns import regex
from sitegen.common.problems import ContentError
from sitegen.common.values import FocalPoint
from sitegen.render.clips import LARGEST_CLIP, Clip, Recording, looked_at_recording
from sitegen.render.encoding import Box, encoded, encoders
from sitegen.render.originals import LARGEST_FILE, Source, looked_at
from sitegen.render.picture_formats import better_formats
from sitegen.site.clips import CAPTIONS, TRANSCRIPT, beside
from sitegen.site.model import IMAGES
from sitegen.site.video_texts import VideoText, video_text

if TYPE_CHECKING:
    from sitegen.render.cards.card import Card

Ratio: TypeAlias = tuple[int, int]
"""The shape of a place in the layout, as width to height; (0, 0) takes a picture as it is."""

WHOLE: Ratio = (0, 0)
MIDDLE = FocalPoint(50, 50)
_NEARLY = 0.02
"""A picture whose shape is this near to that of its place is not cut."""
_AT_ONCE = 150_000_000
"""So many pixels are held at once, of several pictures that are made at the same time."""
_ADDRESS = regex(r"/images/([0-9a-f]{12})(?:-(\d{1,5})(?:-(\d{1,3})x(\d{1,3})(?:-(\d{1,3})-(\d{1,3}))?)?)?\.(avif|webp|jpg|png|svg)")


@frozen(order=True)
class Asset:
    """A picture as it stands on the web; width 0 is the file as it is (SVG, video, captions), `box` what is seen of the picture.

    A card's name is that of the photo on it, "" where there is none, and a font's is empty.
    """

    address: str
    name: str
    width: int
    box: Box = (0, 0, 0, 0)
    card: Card | None = None
    font: str = ""
    """A font file of the theme."""

    @property
    def is_made_here(self) -> bool:
        """Say whether it is a picture made smaller or a card: it holds nothing but what it shows, where a file that goes online as it is may hold anything."""
        return self.width > 0 or self.card is not None


class Pictures:
    """Looks at pictures once, and makes each width once; made ones are kept by content in the cache."""

    def __init__(self, files: SourceFiles, cache: OwnTree | None = None) -> None:
        self._files = files
        self._cache = cache
        self._sources: dict[str, Source] = {}

    def source(self, name: str) -> Source:
        """Look at a picture. Raises ContentError: not there, too large, moving, or not a picture that can be read."""
        if name not in self._sources:
            self._sources[name] = self._files.value(f"{IMAGES}/{name}", lambda data, _: looked_at(name, data), LARGEST_FILE)
        return self._sources[name]

    def recording(self, name: str) -> Recording:
        """Look at a video. Raises ContentError: too large, or not one that every browser plays."""
        return self._files.value(f"{IMAGES}/{name}", lambda data, _: looked_at_recording(name, data), LARGEST_CLIP)

    def clip(self, name: str, poster: str) -> Clip:
        """Look at a video with all that belongs to it. Raises ContentError for a part of it that browsers can't show."""
        captions, transcript = (self._text_beside(name, ending) for ending in (CAPTIONS, TRANSCRIPT))
        return Clip(name, self.recording(name).digest, captions.digest, transcript.text.strip(), poster)

    def _text_beside(self, video: str, ending: str) -> VideoText:
        file = f"{IMAGES}/{beside(video, ending)}"
        return self._files.value(file, lambda data, _: video_text(file, data), LARGEST_TEXT)

    def endings(self, name: str) -> tuple[str, ...]:
        """Give the formats that a picture is made in, the smallest first, and last the one that every browser shows."""
        source = self.source(name)
        return ("svg",) if source.vector else (*better_formats(), "png" if source.transparent else "jpg")

    def assets(self, name: str, widths: Iterable[int], ending: str, ratio: Ratio = WHOLE, focus: FocalPoint | None = None) -> tuple[Asset, ...]:
        """Give the pictures to make of one in a format, for the widths asked for; none is wider than what is seen of the picture."""
        source = self.source(name)
        start = f"/images/{source.digest[:12]}"
        if source.vector:
            return (Asset(f"{start}.svg", name, 0),)
        box = seen(source, ratio, focus or MIDDLE)
        shape = "" if box == (0, 0, source.width, source.height) else f"-{ratio[0]}x{ratio[1]}"
        if shape and focus not in (None, MIDDLE):
            shape += f"-{focus.left}-{focus.top}"
        useful = sorted({min(width, box[2] - box[0]) for width in widths})
        return tuple(Asset(f"{start}-{width}{shape}.{ending}", name, width, box) for width in useful)

    def at(self, address: str, names: Iterable[str]) -> Asset | None:
        """Give the picture that stands at an address, if it is made of one of those named."""
        parts = _ADDRESS.fullmatch(address)
        if parts is None:
            return None
        digest, width, ending = parts[1], int(parts[2] or 0), parts[7]
        ratio, focus = (int(parts[3] or 0), int(parts[4] or 0)), FocalPoint(int(parts[5] or 50), int(parts[6] or 50))
        for name in sorted(names):
            try:
                if not self.source(name).digest.startswith(digest) or ending not in self.endings(name):
                    continue
            except ContentError:
                continue
            asset = self.assets(name, (width,), ending, ratio, focus)[0]
            if asset.address == address:
                return asset
        return None

    def made(self, asset: Asset) -> bytes:
        """Give a picture's bytes as they stand on the web."""
        return dict(self.all_made((asset,)))[asset]

    def read(self, name: str) -> bytes:
        """Give a picture's file as it is."""
        return self._files.read(f"{IMAGES}/{name}", LARGEST_FILE)

    def all_made(self, assets: Sequence[Asset], threads: int = 1) -> Iterator[tuple[Asset, bytes]]:
        """Give the bytes of several pictures, made by this many threads.

        Threads will do: what takes time is done without Python's lock, and they begin everywhere alike, where processes can be forked and where not.
        """
        due: list[Asset] = []
        for asset in assets:
            if asset.width == 0:
                yield asset, self._files.read(f"{IMAGES}/{asset.name}", LARGEST_CLIP)
            elif self._cache is not None and self._cache.has(key := self._key(asset)):
                yield asset, self._cache.read(key)
            else:
                due.append(asset)
        for made in self._in_parallel(due, threads):
            if self._cache is not None:
                self._cache.place_all({self._key(asset): data for asset, data in made.items()})
            yield from made.items()

    def _in_parallel(self, assets: Iterable[Asset], threads: int) -> Iterator[Mapping[Asset, bytes]]:
        """Make pictures; those that differ by their format alone are read and made smaller once."""
        alike = attrgetter("name", "box", "width")
        groups = [tuple(some) for _, some in groupby(sorted(assets, key=alike), alike)]
        if not groups:
            return
        largest = max(source.width * source.height for source in (self.source(some[0].name) for some in groups))
        threads = min(threads, len(groups), max(1, _AT_ONCE // largest))
        if threads == 1:
            yield from map(self._encoded, groups)
            return
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(threads, thread_name_prefix="pictures") as pool:
            yield from pool.map(self._encoded, groups)

    def _encoded(self, alike: Sequence[Asset]) -> Mapping[Asset, bytes]:
        first = alike[0]
        data = self.read(first.name)
        endings = [asset.address.rpartition(".")[2] for asset in alike]
        return dict(zip(alike, encoded(data, self.source(first.name), first.box, first.width, endings), strict=True))

    def _key(self, asset: Asset) -> str:
        """Give the name of a made picture in the cache: the whole digest of what it is made of, how, and by which encoders."""
        stem, _, ending = asset.address.rpartition("/")[2][12:].rpartition(".")
        return f"pictures/{self.source(asset.name).digest}{stem}-{encoders()}.{ending}"


def seen(source: Source, ratio: Ratio, focus: FocalPoint) -> Box:
    """Give what is seen of a picture in a place of some shape: as much as fits, with the focal point as near to the middle as the picture's edges let it be."""
    width, height = source.width, source.height
    if not all(ratio) or abs(width * ratio[1] / (height * ratio[0]) - 1) < _NEARLY:
        return 0, 0, width, height
    across, down = min(width, round(height * ratio[0] / ratio[1])) or 1, min(height, round(width * ratio[1] / ratio[0])) or 1
    left = min(max(round(width * focus.left / 100 - across / 2), 0), width - across)
    top = min(max(round(height * focus.top / 100 - down / 2), 0), height - down)
    return left, top, left + across, top + down


def as_it_is(name: str, digest: str) -> Asset:
    """Give a file that goes online as it is, named by its content."""
    return Asset(f"/images/{digest[:12]}.{name.rpartition('.')[2]}", name, 0)
