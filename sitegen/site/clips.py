"""Videos of her own: what lies beside each in content/images/, under the same name: captions, a transcript, and the picture that stands there before it plays."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sitegen.common.frozen import frozen
from sitegen.common.words import suggestion
from sitegen.site.model import IMAGES

TYPES = {".mp4": "video/mp4", ".webm": "video/webm"}
CAPTIONS, TRANSCRIPT = ".vtt", ".txt"
NO_PICTURES = (*TYPES, ".mov", ".m4v", CAPTIONS, TRANSCRIPT)
"""What lies in content/images/ and is no picture."""
_POSTERS = (".jpg", ".jpeg", ".png", ".webp", ".avif")


@frozen
class Lack:
    """Something that a video needs and has not."""

    code: str
    message: str
    mend: str
    why: str = ""


def beside(video: str, ending: str) -> str:
    """Give the name of the file that belongs to a video."""
    return video.rpartition(".")[0] + ending


def poster_of(video: str, there: Collection[str]) -> str:
    """Give the picture of a video's own name, "" where there is none."""
    return next((name for ending in _POSTERS if (name := beside(video, ending)) in there), "")


def parts(video: str) -> tuple[str, ...]:
    """Give a video with the names of all that can belong to it."""
    return (video, *(beside(video, ending) for ending in (CAPTIONS, TRANSCRIPT, *_POSTERS)))


def lacking(video: str, poster: str | None, there: Collection[str]) -> Iterator[Lack]:
    """Give what is missing of a video: itself, captions for those who can't hear it (WCAG 1.2.2), a transcript for those who would rather read (1.2.3), a picture."""
    if video not in there:
        known = [name for name in there if name.endswith(tuple(TYPES))]
        yield Lack("no-video", f"there is no video '{video}' in {IMAGES}/.", suggestion(video, known, "Videos"))
        return
    captions, transcript = beside(video, CAPTIONS), beside(video, TRANSCRIPT)
    if captions not in there:
        mend = f"Save them as {IMAGES}/{captions}: most video programs and YouTube write such a file (WebVTT)."
        yield Lack("no-captions", f"the video '{video}' has no captions.", mend, "who can't hear it, or has the sound off, reads along (WCAG 2.2, 1.2.2).")
    if transcript not in there:
        mend = f"Write what is said and shown into {IMAGES}/{transcript}."
        yield Lack("no-transcript", f"the video '{video}' has no transcript.", mend, "some of your readers can neither see nor hear it (WCAG 2.2, 1.2.3).")
    if not poster and not poster_of(video, there):
        mend = f"Save one as {IMAGES}/{beside(video, '.jpg')}, or name another: poster: office.jpg"
        yield Lack("no-poster", f"the video '{video}' has no picture to stand there before it plays.", mend)
