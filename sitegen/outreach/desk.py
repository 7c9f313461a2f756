"""Where the private files are read and changed: one writer at a time, nothing of hers overwritten, the last versions kept."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sitegen.common.excerpts import changed
from sitegen.common.own_trees import OwnTree, PrivateTree
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.splices import node_at, plain, root_of
from sitegen.common.yaml_writing import Plain, lines_of
from sitegen.outreach import versions
from sitegen.outreach.clients import Clients
from sitegen.outreach.people import Book
from sitegen.outreach.proof_log import ProofLog
from sitegen.outreach.reading import BOOK, CLIENTS, FOLDER, PROOF_LOG, Kept, read_book, read_clients, read_proof_log

_TRIES = 5
_READ: Mapping[str, tuple[Callable[[bytes | None], object], str]] = {
    BOOK: (read_book, "people"), CLIENTS: (read_clients, "clients"), PROOF_LOG: (read_proof_log, "log"),
}  # fmt: skip
"""How each private file is read, and the list that its records stand in."""

Edit = Callable[[str], str]
"""A file's text to the text as it is to be."""


class Desk:
    """The private files of one site."""

    def __init__(self, site: Path, today: date) -> None:
        self.private = PrivateTree(site)
        self.keep = OwnTree(site / ".sitegen/keep")
        self.today = today

    def data(self, file: str) -> bytes | None:
        """Give a private file's bytes, None where there is no such file."""
        return self.private.read(file) if self.private.has(file) else None

    def book(self) -> Kept[Book]:
        """Give the book. Raises ContentError with every problem in it, and where there is none yet."""
        data = self.data(BOOK)
        if data is None:
            raise ContentError(
                [
                    Problem(
                        "no-book",
                        Location(f"{FOLDER}/{BOOK}"),
                        "you have no book of people yet.",
                        "Begin one with `sitegen outreach start`, or look at an invented one: `sitegen outreach start --example`.",
                    )
                ]
            )
        return read_book(data)

    def clients(self) -> Kept[Clients]:
        """Give the clients; none where there is no file. Raises ContentError with every problem."""
        return read_clients(self.data(CLIENTS))

    def proof_log(self) -> Kept[ProofLog]:
        """Give the proof log; an empty one where there is no file. Raises ContentError with every problem."""
        return read_proof_log(self.data(PROOF_LOG))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Keep every other command from writing while the block runs."""
        self.keep.make(0o700)
        with self.keep.lock("outreach.lock", "Another command is changing your private files; waiting for it.", _say):
            self._clear_leftovers()
            yield

    def _clear_leftovers(self) -> None:
        """Delete what a killed command left half-written: nobody else is writing now, and it holds private words."""
        for tree in (self.private, self.keep):
            for path in tree.every_file():
                name = path.rpartition("/")[2]
                if name.startswith(".sitegen-") and name.endswith(".tmp"):
                    tree.delete(path)

    def change(self, file: str, edit: Edit, what: str) -> None:
        """Change a file by an edit of its text and keep it as it was; what she saved by hand meanwhile is taken up, never overwritten.

        `edit` is called again where the file was changed in between. Raises what `edit` raises, and ContentError where the file is never at rest.
        """
        with self.writing():
            for _ in range(_TRIES):
                before = self.data(file)
                old, dress = undressed(before or b"", f"{FOLDER}/{file}")
                made = edit(old)
                if made == old and before is not None:
                    return
                data = dress(made)
                _readable(file, old, made)
                if before is not None:
                    versions.remember(self.keep, file, before, self.today.isoformat(), what)
                if self.private.replace(file, before, data):
                    return
        raise ContentError(
            [
                Problem(
                    "file-busy",
                    Location(f"{FOLDER}/{file}"),
                    "this file is being changed by another program all the time.",
                    "Close it there, then run the command again; nothing was changed.",
                )
            ]
        )

    def undo(self, number: int | None = None) -> versions.Version | None:
        """Bring a version back, the newest that is no undoing itself if no number is given; the file as it is now is kept as a version too. None where there is none."""
        with self.writing():
            chosen = versions.meant(versions.versions(self.keep), number)
            if chosen is None:
                return None
            data, now = self.keep.read(chosen.path), self.data(chosen.file)
            if now is not None and now != data:
                versions.remember(self.keep, chosen.file, now, self.today.isoformat(), "undo")
            if not self.private.replace(chosen.file, now, data):
                return None
            self.keep.delete(chosen.path)
            return chosen


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def undressed(data: bytes, file: str) -> tuple[str, Callable[[str], bytes]]:
    """Give a file's text with its own line ends, and what makes bytes of a text as they were: with its mark and encoding. Raises ContentError for what is no text."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"", "utf-8")):
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), lambda text, mark=mark, encoding=encoding: mark + text.encode(encoding)
            except UnicodeDecodeError:
                break
    from sitegen.common.decoding import decoded

    decoded(data, file)
    raise ContentError([Problem("not-utf-8", Location(file), "this file is not saved as UTF-8.", "Save it as UTF-8.")])


def _readable(file: str, old: str, made: str) -> None:
    """See that what an edit changed can be read back; what it left has been read before. Raises ContentError."""
    read, field = _READ.get(file, (None, ""))
    if read is None:
        return
    part = changed(old, made, f"{FOLDER}/{file}", field)
    if part is None:
        before, after = (plain(node_at(root_of(text, f"{FOLDER}/{file}"), [field])) for text in (old, made))
        known = set(map(repr, before))
        fresh: list[Plain] = [entry for entry in after if repr(entry) not in known] if isinstance(after, list) else []
        part = "\n".join(lines_of({field: fresh}, 0))
    try:
        read(part.encode())
    except ContentError as error:
        raise ContentError([Problem(one.code, Location(f"{FOLDER}/{file}"), one.message, one.mend) for one in error.problems]) from None
