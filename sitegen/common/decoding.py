"""Bytes of a text file to text: read if the encoding is certain, else said how to save it."""

from __future__ import annotations

from sitegen.common.patterns import regex
from sitegen.common.problems import ContentError, Location, Problem

LARGEST_TEXT = 2_000_000
"""The largest text file read, in bytes: some 300,000 words."""

_SAVE = "Save it as UTF-8: in Notepad, File > Save as > Encoding: UTF-8; in TextEdit, Format > Make Plain Text, then save."


_CONTROL = regex(r"[\x00-\x08\x0b\x0e-\x1f\ufdd0\ufdd1]")


def decoded(data: bytes, file: str) -> str:
    r"""Give the file's text with `\n` line ends and no byte order mark.

    UTF-8, and UTF-16 that shows itself by its mark or its zero bytes, are certain. Raises ContentError for anything else.
    """
    if len(data) > LARGEST_TEXT:
        raise _refused(
            "file-too-large", Location(file), f"this file is larger than {LARGEST_TEXT / 1e6:.0f} MB, and no text is.",
            "Was a picture or a video pasted into it? Keep pictures in content/images/ and split a very long text.",
        )  # fmt: skip
    encoding = _encoding(data)
    if encoding is None:
        raise _refused(
            "not-text",
            Location(file),
            "this is not a text file.",
            "Keep pictures in content/images/ and other files in content/files/. If it is a text: " + _SAVE[0].lower() + _SAVE[1:],
        )
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise _refused("not-utf-8", Location(file), "this file begins as UTF-16 and does not go on so.", _SAVE) from None
        line = data.count(b"\n", 0, error.start) + 1
        raise _refused("not-utf-8", Location(file, line), f"this file is not saved as UTF-8{_as_windows(data, error.start)}.", _SAVE) from None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    bad = _CONTROL.search(text)
    if bad is not None:
        where = Location(file, text.count("\n", 0, bad.start()) + 1)
        raise _refused(
            "not-text",
            where,
            f"there is a control character here (number {ord(bad[0])}).",
            "Delete it; it often comes with text copied from a PDF. Type the line again if you can't see it.",
        )
    return text


def _encoding(data: bytes) -> str | None:
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b"\0" not in data:
        return "utf-8"
    pairs = len(data) // 2
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        if pairs and zeros.count(0) > 0.7 * pairs and data.count(0) < 1.1 * pairs and not len(data) % 2:
            return encoding
    return None


def _as_windows(data: bytes, position: int) -> str:
    """Give the line around a byte as Windows-1252 would have it, as a hint."""
    line = data[data.rfind(b"\n", 0, position) + 1 :].split(b"\n", 1)[0].decode("cp1252", "replace").strip()
    return f" (Windows-1252, perhaps: is this line '{line[:60]}'?)" if "\ufffd" not in line and line.isprintable() else ""


def _refused(code: str, where: Location, message: str, mend: str) -> ContentError:
    return ContentError([Problem(code, where, message, mend)])
