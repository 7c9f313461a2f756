"""The second stage of a build: finished bytes are handed to the leak audit before they move into output/ (R9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.common.digests import digest, digest_of
from sitegen.common.leaks.memory import KEY, is_clean, recall, remember, seal_of
from sitegen.common.own_trees import OwnTree, PrivateTree
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.trees import public_tree
from sitegen.common.words import counted

if TYPE_CHECKING:
    from sitegen.common.leaks.audit import Audited
    from sitegen.common.leaks.needle import Needle
    from sitegen.common.leaks.search import Leak

_WHY = "the people in your private files never agreed to be on the web (GDPR Art 6, ICF Code of Ethics: confidentiality)."
_SAID = {
    "name": "the full name of a person", "email": "an e-mail address", "phone": "a phone number", "link": "a link to a person's page", "note": "six words or more of a note",
}  # fmt: skip
_MOST_PAGES = 3


class LeakAudit:
    """The audit of one site's finished files on a day."""

    def __init__(self, site: Path, as_of: date, version: str, *, remembering: bool = True) -> None:
        self._site, self._as_of, self._version = site, as_of, version
        self._private, self._tree = PrivateTree(site), public_tree(site)
        self._cache, self._keep = OwnTree(site / ".sitegen/cache"), OwnTree(site / ".sitegen/keep")
        self._remembering = remembering
        self.audited: Audited | None = None

    def problems(self, made: Mapping[str, bytes], standing: Mapping[str, str], output: OwnTree) -> tuple[Problem, ...]:
        """Give R9 for every leak, without a private word; nothing is remembered where there is any."""
        self.audited = None
        if not made and self._is_clean(standing):
            return ()
        from sitegen.outreach.audit.needles import Unreadable

        try:
            done = self.leaks(made, standing, output)
        except Unreadable as error:
            return (
                Problem(
                    "private-unread",
                    error.location,
                    "this private file can't be read here, so nobody can see that nothing of it stands on the site.",
                    "`sitegen today` says what is wrong with it. Mend it, then build again.",
                ),
            )
        if done.leaks:
            return told(done.leaks, self._tree)
        self.audited = done
        return ()

    def leaks(self, made: Mapping[str, bytes], standing: Mapping[str, str], output: OwnTree) -> Audited:
        """Give the audit as it is. Raises Unreadable."""
        from sitegen.cli.public_words import public_words
        from sitegen.common.leaks.audit import Finished, Known
        from sitegen.common.leaks.texts import recall_texts
        from sitegen.outreach.audit.audit import audited_private

        files = private_files(self._private)
        known = Known(recall(self._cache, self._version), lambda: recall_texts(self._cache, self._version)) if self._remembering else Known()
        finished = Finished(made, standing, output.read, digest)
        return audited_private(files, finished, self._mark(), lambda: public_words(self._tree, self._as_of), known, self._key(), self._version)

    def _mark(self) -> str:
        """Give what tells whether a public file was touched, or another day has come."""
        return digest_of((self._as_of, self._tree.look("content")[0]))

    def _is_clean(self, standing: Mapping[str, str]) -> bool:
        if not self._remembering:
            return False
        known = recall(self._cache, self._version)
        return is_clean(known, seal_of(self._key(), private_files(self._private)), self._mark(), standing)

    def passed(self) -> None:
        """Remember what was clean, for the next build."""
        if self.audited is None or not self._remembering or self.audited.remembered == (before := recall(self._cache, self._version)):
            return
        from sitegen.common.leaks.texts import remember_texts

        now = self.audited.remembered
        if self.audited.texts or before.clean.keys() - now.clean.keys():
            remember_texts(self._cache, self._version, self.audited.texts, now.clean)
        remember(self._cache, now)

    def _key(self) -> bytes:
        """Give the key of the digests: random, made once, kept where only she may look."""
        from secrets import token_bytes

        if not self._remembering:
            return b"-"
        if not self._keep.has(KEY):
            self._keep.make(0o700)
            self._keep.write_new(KEY, token_bytes(32))
        return self._keep.read(KEY)


def private_files(private: PrivateTree) -> dict[str, bytes]:
    """Give the private files that can be read as text."""
    kinds = (".yaml", ".yml", ".jsonl", ".md", ".txt", ".eml", ".csv")
    return {found.path: private.read(found.path) for found in private.files() if found.path.lower().endswith(kinds)}


def told(leaks: Iterable[Leak], tree: object) -> tuple[Problem, ...]:
    """Give a problem for each needle that was found, at its place in her own files where it can be found there; no private word is in it."""
    by_needle: dict[Needle, list[Leak]] = {}
    for leak in leaks:
        by_needle.setdefault(leak.needle, []).append(leak)
    sources = _sources(tree)
    return tuple(_problem(needle, found, sources) for needle, found in sorted(by_needle.items()))


def _problem(needle: Needle, found: list[Leak], sources: Mapping[str, bytes]) -> Problem:
    from sitegen.common.leaks.search import Searcher

    searcher = Searcher([needle])
    places = [Location(leak.path, leak.line) for path, data in sources.items() for leak in searcher.found_in(path, data)]
    where = places[0] if places else Location(f"output/{found[0].path}", found[0].line)
    pages = ", ".join(f"/{leak.path.removesuffix('index.html')}" for leak in found[:_MOST_PAGES]) + (
        f" and {counted(len(found) - _MOST_PAGES, 'more file')}" if len(found) > _MOST_PAGES else ""
    )
    also = f" It stands in {', '.join(map(str, places[1:4]))} too." if places[1:] else ""
    mend = f"Take it out here.{also} In your private files it is on line {needle.location.line} of {needle.location.file}."
    if needle.kind == "name":
        mend += "\nIf it may stand there, add to content/private/outreach.yaml: allow: [{name: ..., why: ...}], or write down the person's consent in a testimonial."
    return Problem("R9", where, f"{_SAID[needle.kind]} from your private files would go online, on {pages} (R9).", mend, _WHY)


def _sources(tree: object) -> dict[str, bytes]:
    """Give the public texts, in which a leak is looked for again, so that the message can name the line to mend."""
    from sitegen.common.decoding import decoded
    from sitegen.common.trees import Tree

    assert isinstance(tree, Tree)  # noqa: S101 - what the audit was made with
    files = [found.path for folder in ("content", "templates") for found in tree.look(folder)[0]]
    sources = {}
    for path in files:
        if path.endswith((".md", ".yaml", ".html", ".css", ".txt", ".vtt", ".svg")):
            try:
                sources[path] = decoded(tree.read(path), path).encode()
            except ContentError:
                continue
        elif path.startswith(("content/files/", "content/images/")):
            sources[path] = tree.read(path)
    return sources
