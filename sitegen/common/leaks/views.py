"""Finished files as texts to look through: decoded the ways in which a word can hide in a page, a feed, a calendar or a picture."""

from __future__ import annotations

import base64
import binascii
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from sitegen.common.leaks.forms import folded
from sitegen.common.patterns import regex

_MARKUP = (".html", ".htm", ".xml", ".svg", ".xhtml", ".rss", ".atom")
_BINARY = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico", ".tif", ".tiff", ".heic", ".pdf", ".mp3", ".mp4", ".woff", ".woff2", ".ttf", ".otf")
_ZIPS = (".docx", ".xlsx", ".pptx", ".odt", ".epub", ".zip")
_TAG = regex(r"(<[^<>]*>)")
_QUOTED = regex(r"%[0-9A-Fa-f]{2}")
_AROUND = regex(r"[\s\"'<>()]")
_FAR = 200
_REPEATED = ("style", "header", "footer", "svg")
_REPEATED_TAGS = tuple(f"<{name}" for name in _REPEATED)
_ESCAPED = regex(r"\\u([0-9a-fA-F]{4})")
_TO_BASE64 = bytes(ord("a") if chr(c).isalnum() or c in b"+/_-" else ord(" ") for c in range(128)) + b" " * 128
_LONG_RUN = b"a" * 16
_KEYS = regex(r"\"(?:givenName|familyName|additionalName|honorific\w+)\"\s*:")
_TIMES = regex(r"(?:(?<=\n\n)|(?<=\n\r\n))[^\r\n]+(?=\r?\n[^\n]*-->)|^[^\n]*-->[^\n]*$", re.MULTILINE)
"""When a caption is shown, and its number: a name can begin in one and end in the next."""
_DEEPEST = 3
_LARGEST_PART = 20_000_000


@dataclass(slots=True)
class Views:
    """The texts of a file: those of its own, folded, and the parts of it that other pages are likely to hold too (tags, styles, header, footer, drawings), as they stand."""

    own: list[str]
    parts: list[str]


def views(path: str, data: bytes) -> Views:
    """Give every text of a file, its path first. What is in its parts, `views_of_part` gives: once for all the pages that hold them."""
    parts: list[str] = []
    own = [unquote(path), *_of_bytes(path.lower(), data, parts, 0)]
    return Views([folded(text) for text in own], list(dict.fromkeys(parts)))


def batches(parts: Sequence[str]) -> list[str]:
    """Give parts as they are best looked through: tags joined, since they are many and short."""
    blocks = [part for part in parts if part.startswith(_REPEATED_TAGS)]
    tags = " ".join(part for part in parts if not part.startswith(_REPEATED_TAGS))
    return [*blocks, tags] if tags else blocks


def views_of_part(part: str) -> Iterator[str]:
    """Give every text of a part, or of tags that were joined, folded."""
    yield from map(folded, _of_text(".html", part, [], 1) if part.startswith(_REPEATED_TAGS) else _of_piece(part, 0))


def _of_bytes(path: str, data: bytes, shared: list[str], depth: int) -> Iterator[str]:
    if path.endswith(_ZIPS) and data.startswith(b"PK"):
        yield from _of_zip(data, depth)
    elif path.endswith(_BINARY) or b"\0" in data[:2000]:
        yield from (part for part in _of_binary(data) if part)
    else:
        yield from _of_text(path, data.decode("utf-8-sig", "replace"), shared, depth)


def _of_text(path: str, text: str, shared: list[str], depth: int) -> Iterator[str]:
    if path.endswith((".ics", ".vcf")):
        text = re.sub(r"\r?\n[ \t]", "", text).replace("\\,", ",").replace("\\n", "\n").replace("\\;", ";")
    if path.endswith(".vtt"):
        text = _TIMES.sub("", text)
    is_markup = path.endswith(_MARKUP)
    if is_markup and depth == 0:
        text, found = _without_repeats(text)
        shared += found
    if "&" in text:
        text = html.unescape(text)
        if "&lt;" in text or "&#" in text or "&amp;" in text:
            text = html.unescape(text)
    if "\\u" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    if 'Name"' in text:
        text = _KEYS.sub(" ", text)
    if not is_markup and "<" not in text:
        yield from _of_piece(text, depth)
        return
    pieces = _TAG.split(text)
    yield from _of_piece(" ".join(pieces[0::2]), depth)
    if is_markup and depth == 0:
        shared += pieces[1::2]
    else:
        yield from _of_piece(" ".join(dict.fromkeys(pieces[1::2])), depth)


def _of_piece(piece: str, depth: int) -> Iterator[str]:
    """Give a text, and what is hidden in it."""
    yield piece
    if "%" in piece:
        yield from _unquoted(piece)
    if depth < _DEEPEST:
        for found in dict.fromkeys(_runs_of_base64(piece)):
            yield from _of_base64(found, depth + 1)


def _runs_of_base64(text: str) -> Iterator[str]:
    """Give every run of letters of base64, in either alphabet, that is long enough to hide a name."""
    mask = text.encode("ascii", "replace").translate(_TO_BASE64)
    begin = mask.find(_LONG_RUN)
    while begin >= 0:
        end = mask.find(b" ", begin)
        end = len(mask) if end < 0 else end
        yield text[begin:end]
        begin = mask.find(_LONG_RUN, end)


def _without_repeats(text: str) -> tuple[str, list[str]]:
    """Give a page without the parts that every page holds (styles, header, footer, drawings), and those; each leaves its line ends behind."""
    found = []
    for name in _REPEATED:
        kept, at = [], 0
        while (begin := text.find(f"<{name}", at)) >= 0 and (end := text.find(f"</{name}>", begin)) >= 0:
            part = text[begin:end]
            kept += [text[at:begin], "\n" * part.count("\n")]
            found.append(part)
            at = end + len(name) + 3
        text = "".join([*kept, text[at:]]) if at else text
    return text, found


def _unquoted(text: str) -> Iterator[str]:
    """Give what stands in `%20`-wise, each piece whole up to the blanks or quotes around it."""
    hidden, end = [], -1
    for found in _QUOTED.finditer(text):
        if found.start() < end:
            continue
        before = _AROUND.split(text[max(end, found.start() - _FAR, 0) : found.start()])[-1]
        after = _AROUND.search(text, found.end())
        end = min(after.start() if after else len(text), found.end() + 5 * _FAR)
        hidden.append(unquote(before + text[found.start() : end]).replace("+", " "))
    if hidden:
        yield " \n".join(hidden)


def _of_base64(text: str, depth: int) -> Iterator[str]:
    bare = text.replace("-", "+").replace("_", "/")
    try:
        data = base64.b64decode(bare[: len(bare) - (len(bare) % 4 == 1)] + "=" * (-len(bare) % 4 % 3), validate=True)
    except (binascii.Error, ValueError):
        return
    if data[:4] in (b"\x89PNG", b"RIFF") or data[:2] == b"\xff\xd8":
        yield from _of_binary(data)
        return
    try:
        inner = data.decode()
    except UnicodeDecodeError:
        return
    if inner.isprintable() or sum(letter.isprintable() or letter.isspace() for letter in inner) > len(inner) * 0.95:
        yield from _of_text("", inner, [], depth)


def _of_zip(data: bytes, depth: int) -> Iterator[str]:
    """Give the texts within a document that is a zip inside (docx, epub); what can't be read as one is looked through as it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            for part in parts.infolist():
                yield part.filename
                if depth < _DEEPEST and part.file_size <= _LARGEST_PART:
                    yield from _of_bytes(part.filename.lower(), parts.read(part), [], depth + 1)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError):
        yield from _of_binary(data)


def _of_binary(data: bytes) -> Iterator[str]:
    """Give what is written into a picture or document beside what it shows: EXIF, XMP, IPTC, comments."""
    for part in _parts(data):
        text = part.decode("utf-8", "replace") if part.isascii() else _mixed(part)
        if "<" in text or "&" in text:
            yield _TAG.sub(" ", html.unescape(text))
        yield text
        if b"\0" in part:
            yield re.sub(rb"([^\0])\0", rb"\1", re.sub(rb"\0{2,}(?=[^\0]\0)", b" ", part)).replace(b"\0", b" ").decode("utf-8", "replace")


def _mixed(part: bytes) -> str:
    """Give text among bytes that are none: UTF-8 where it is, else Latin-1, as IPTC has it."""
    return part.decode("utf-8", "ignore") + "\n" + part.decode("latin-1")


def _parts(data: bytes) -> Iterator[bytes]:
    if data.startswith(b"\xff\xd8"):
        yield from _jpeg(data)
    elif data.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from _png(data)
    elif data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        yield from _webp(data)
    elif data.startswith(b"%PDF"):
        yield data
        for found in re.finditer(rb"stream\r?\n", data):
            try:
                yield zlib.decompressobj().decompress(data[found.end() :], _LARGEST_PART)
            except zlib.error:
                continue
    elif data[4:8] == b"ftyp" and data[8:12] not in (b"avif", b"avis", b"heic", b"heix", b"mif1"):
        yield from _video(data)
    else:
        yield data


def _video(data: bytes) -> Iterator[bytes]:
    """Give what stands in an MP4 file beside its pictures and sound, which are the most of it (ISO/IEC 14496-12, 4.2)."""
    at = 0
    while at + 8 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        if size < 8:
            break
        if data[at + 4 : at + 8] != b"mdat":
            yield data[at : at + size]
        at += size
    yield data[at:]


def _jpeg(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        if data[at + 1] == 0xDA:
            break
        size = int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at + 1] >= 0xE0:
            yield data[at + 4 : at + 2 + size]
        at += 2 + max(size, 2)
    end = data.rfind(b"\xff\xd9")
    if 0 <= end < len(data) - 2:
        yield data[end + 2 :]


def _png(data: bytes) -> Iterator[bytes]:
    at = 8
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + size]
        if kind in (b"zTXt", b"iTXt", b"iCCP"):
            for begin in (found.end() for found in re.finditer(rb"\0", body)):
                try:
                    yield zlib.decompressobj().decompress(body[begin:], _LARGEST_PART)
                except zlib.error:
                    continue
        if kind not in (b"IDAT", b"PLTE", b"tRNS"):
            yield body
        at += 12 + size
    yield data[at:]


def _webp(data: bytes) -> Iterator[bytes]:
    at = 12
    while at + 8 <= len(data):
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if not kind.startswith((b"VP8", b"ALPH", b"ANM")):
            yield data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    yield data[at:]
