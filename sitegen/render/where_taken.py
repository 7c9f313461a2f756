"""W12: photos that tell where they were taken (GPS data in EXIF). It is left out of pictures that are made smaller, and stays in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.common.memory import SourceFiles
from sitegen.common.problems import ContentError, Effect, Location, Problem
from sitegen.render.originals import told_where
from sitegen.render.pictures import Asset, Pictures
from sitegen.site.clips import CAPTIONS, TRANSCRIPT, TYPES
from sitegen.site.model import FILES, IMAGES

_PHOTOS = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".tiff")
_HOW = "Save a copy without it: on a Mac, Preview > Tools > Show Inspector > GPS > Remove Location Info; in Windows, Properties > Details > Remove Properties."

_HOW_IN_VIDEO = "Export it again without the place: on an iPhone, Share > Options > Location off; in HandBrake it is left out by itself."


def places_in_pictures(assets: Iterable[Asset], pictures: Pictures) -> Iterator[Problem]:
    """Warn of each picture on a page whose source tells where it was taken."""
    for name in sorted({asset.name for asset in assets if asset.name}):
        if name.endswith((CAPTIONS, TRANSCRIPT)):
            continue
        is_video = name.endswith(tuple(TYPES))
        try:
            told = pictures.recording(name).tells_where if is_video else pictures.source(name).tells_where
        except ContentError:
            continue
        if told and is_video:
            yield Problem(
                "W12", Location(f"{IMAGES}/{name}"), "this video tells where it was taken, and goes online as it is (W12).", _HOW_IN_VIDEO, effect=Effect.WARN
            )
        elif told:
            mend = f"It is not in what goes online. It stays in this file, and goes along wherever you copy it.\n{_HOW}"
            yield Problem("W12", Location(f"{IMAGES}/{name}"), "this photo tells where it was taken (W12).", mend, effect=Effect.WARN)


def places_in_files(files: SourceFiles) -> Iterator[Problem]:
    """Warn of each photo that goes online as it is and tells where it was taken."""
    for path in sorted(files.found):
        if path.startswith(f"{FILES}/") and path.lower().endswith(_PHOTOS) and files.value(path, lambda data, _: told_where(data)):
            yield Problem("W12", Location(path), "this photo tells where it was taken, and goes online as it is (W12).", _HOW, effect=Effect.WARN)
