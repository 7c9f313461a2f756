"""One audit: what has to be looked through is looked through, what is known to be clean is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property

from sitegen.common.frozen import frozen
from sitegen.common.leaks.excuses import Excuses, Public
from sitegen.common.leaks.memory import Remembered, keyed, mark_of
from sitegen.common.leaks.needle import Needle, Sought
from sitegen.common.leaks.search import Leak, Searcher
from sitegen.common.leaks.texts import Texts, parts_of, texts_of
from sitegen.common.leaks.views import batches, views, views_of_part


@frozen
class Finished:
    """The finished files: those just made, those that stand in output/ by their digests, and how the latter are read."""

    made: Mapping[str, bytes]
    standing: Mapping[str, str]
    read: Callable[[str], bytes]
    digest: Callable[[bytes], str]

    def data(self, path: str) -> bytes:
        """Give a file's bytes."""
        return self.made[path] if path in self.made else self.read(path)


@frozen
class Known:
    """What earlier audits left: what was clean, and how the texts of the clean files are had."""

    remembered: Remembered = field(default_factory=Remembered)
    texts: Callable[[], Mapping[str, Texts]] = dict


@frozen
class Audited:
    """What an audit came to: leaks, what is to be remembered when there are none, and the texts of the files that were taken apart."""

    leaks: tuple[Leak, ...]
    remembered: Remembered
    texts: Mapping[str, Texts]

    @property
    def looked_through(self) -> int:
        """How many files were taken apart and looked through."""
        return len(self.texts)


NOTHING_KNOWN = Known()


def audited(
    seal: str, seek: Callable[[], Sought], finished: Finished, public_mark: str, public: Callable[[], Public], known: Known, key: bytes, version: str
) -> Audited:
    """Give every leak. `seek` gives what is looked for, and is asked where its seal, or a file, is another; `public` where something was found that may be excused.

    A file that is new or changed is looked through for everything. In the others only what is newly looked for is sought: in their texts as they are
    remembered, and where it is found there, in the files themselves. When what was excused may be so no more, everything is new.
    """
    before = known.remembered
    digests = {**finished.standing, **{path: finished.digest(data) for path, data in finished.made.items()}}
    due = sorted(path for path, name in digests.items() if not name or before.clean.get(path) != name)
    same = seal == before.private
    may_differ = bool(before.excused) and not (same and public_mark == before.public)
    if same and not due and not may_differ:
        return Audited((), replace(before, version=version, public=public_mark, clean=digests), {})
    wanted = seek()
    excuses = _Excuses(public, wanted.allowed, key)
    marks = {} if same else {mark_of(key, needle.kind, needle.text): needle for needle in wanted.needles}
    sought_before = before.marks
    excused, fresh = before.excused, [needle for mark, needle in marks.items() if mark not in sought_before]
    if may_differ and excuses.seal != before.excused:
        excused, fresh = "", list(wanted.needles)
    looking = _Looking(finished, digests)
    leaks = looking.leaks(due, wanted.needles)
    others = sorted(digests.keys() - looking.texts.keys())
    if fresh and others:
        leaks += looking.leaks(suspects(fresh, {path: digests[path] for path in others}, known.texts()), fresh)
    if leaks:
        excused = excuses.seal
        leaks = [leak for leak in leaks if not excuses.own.excuse(leak)]
    after = Remembered(version, seal, before.needles if same else "".join(sorted(marks)), public_mark, excused, digests)
    return Audited(tuple(leaks), after, looking.texts)


def suspects(fresh: Sequence[Needle], standing: Mapping[str, str], kept: Mapping[str, Texts]) -> list[str]:
    """Give the files, of those with their digests, in which something new may stand: by their texts, or because none are kept of them."""
    searcher = Searcher(fresh)
    known = {path: kept[path] for path, name in standing.items() if path in kept and kept[path].digest == name}
    if any(searcher.is_in(text) for batch in batches(parts_of(known.values())) for text in views_of_part(batch)):
        return list(standing)
    return [path for path in standing if path not in known or searcher.is_in(known[path].own)]


class _Looking:
    """Files taken apart and looked through, each once."""

    def __init__(self, finished: Finished, digests: Mapping[str, str]) -> None:
        self._finished, self._digests = finished, digests
        self.texts: dict[str, Texts] = {}

    def leaks(self, paths: Iterable[str], needles: Sequence[Needle]) -> list[Leak]:
        searcher: Searcher | None = None
        leaks: list[Leak] = []
        for path in paths:
            searcher = searcher or Searcher(needles)
            found = views(path, self._finished.data(path))
            leaks += searcher.looked_through(path, found)
            self.texts[path] = texts_of(found, self._digests[path])
        return leaks


class _Excuses:
    """What is excused, worked out when it is first asked for."""

    def __init__(self, public: Callable[[], Public], allowed: frozenset[str], key: bytes) -> None:
        self._public, self._allowed, self._key = public, allowed, key

    @cached_property
    def _shown(self) -> Public:
        return self._public()

    @cached_property
    def own(self) -> Excuses:
        return Excuses(self._shown, self._allowed)

    @cached_property
    def seal(self) -> str:
        """A keyed digest of all that is excused."""
        return keyed(self._key, repr(self._shown).encode("utf-8", "surrogatepass"), repr(sorted(self._allowed)).encode("utf-8", "surrogatepass"))
