"""What is in a zip of another program: the files with the endings that are wanted, wherever in it they lie."""

from __future__ import annotations

import io
import zipfile
import zlib

from sitegen.common.problems import ContentError, Location, Problem

LARGEST = 100_000_000


def opened(name: str, data: bytes, endings: tuple[str, ...], what: str) -> list[tuple[str, bytes]]:
    """Give the files within a zip, or the file itself where it is none. Raises ContentError for a zip that can't be opened or holds more than 100 MB of them.

    `what` says what to take out of a zip that is too large: "Connections.csv".
    """
    if not data.startswith(b"PK\x03\x04"):
        return [(name, data)]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            wanted = [part for part in parts.infolist() if part.filename.lower().endswith(endings) and not part.filename.startswith("__MACOSX")]
            if sum(part.file_size for part in wanted) > LARGEST:
                raise ContentError(
                    [Problem("import-file", Location(name), "this zip holds more than 100 MB of tables.", f"Unpack it and import {what} alone.")]
                )
            return [(part.filename, parts.read(part)) for part in wanted]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError):
        raise ContentError(
            [Problem("import-file", Location(name), "this zip can't be opened.", "Download it again, or unpack it and import the files in it.")]
        ) from None
