"""Videos of her own as files: looked at once, and named on the web by their content alone; they go online as they are."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.common.digests import digest
from sitegen.common.frozen import frozen
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.site.model import IMAGES

LARGEST_CLIP = 200_000_000


@frozen
class Recording:
    """A video's file: its digest, and whether it holds the place where it was taken."""

    digest: str
    tells_where: bool


@frozen
class Clip:
    """A video with what belongs to it: the digests of the file and of its captions, the transcript, and the picture of its own name."""

    name: str
    digest: str
    captions: str
    transcript: str
    poster: str


def looked_at_recording(name: str, data: bytes) -> Recording:
    """Give what there is to know of a video. Raises ContentError: too large, no video, or one that not every browser plays."""
    if len(data) > LARGEST_CLIP:
        mend = "Export it in a smaller size: 1280 by 720 pixels are plenty. Or put it on a video host, and write its address as `link:`."
        raise _refused(name, "video-too-large", f"this video is larger than {LARGEST_CLIP // 1_000_000} MB.", mend)
    if data.startswith(b"\x1a\x45\xdf\xa3"):
        return Recording(digest(data), tells_where=False)
    if data[4:8] != b"ftyp":
        raise _refused(name, "video-unreadable", "this video can't be read: it is damaged, or not a video.", "Export it again as MP4 (H.264).")
    told = b"".join(part for kind, part in _boxes(data) if kind in (b"moov", b"udta", b"meta"))
    if data[8:12] == b"qt  " or b"hvc1" in told or b"hev1" in told:
        mend = "Export it as MP4 with H.264: in QuickTime Player or iMovie, File > Export; in HandBrake, any 'Fast' preset."
        raise _refused(name, "video-unreadable", "this video is coded as telephones do it, and not every browser plays that (QuickTime or HEVC).", mend)
    return Recording(digest(data), b"\xa9xyz" in told or b"location.ISO6709" in told)


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give the outermost boxes of an MP4 file but for its pictures and sound (ISO/IEC 14496-12, 4.2)."""
    at = 0
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        if size < 8:
            size = len(data) - at
        if kind != b"mdat":
            yield kind, data[at + 8 : at + size]
        at += size


def _refused(name: str, code: str, message: str, mend: str) -> ContentError:
    return ContentError([Problem(code, Location(f"{IMAGES}/{name}"), message, mend)])
