"""One audit: what has to be looked through is looked through, what is known to be clean is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sitegen.outreach.audit.excuses import Excuses, Public
from sitegen.outreach.audit.memory import Remembered, keyed, seal_of
from sitegen.outreach.audit.needles import Needle, allowed_names, needles
from sitegen.outreach.audit.search import Leak, Searcher


@dataclass(frozen=True, slots=True)
class Finished:
    """The finished files: those just made, those that stand in output/ by their digests, and how the latter are read."""

    made: Mapping[str, bytes]
    standing: Mapping[str, str]
    read: Callable[[str], bytes]
    digest: Callable[[bytes], str]


@dataclass(frozen=True, slots=True)
class Audited:
    """What an audit came to: leaks, and what is to be remembered when there are none."""

    leaks: tuple[Leak, ...]
    searcher: Searcher | None
    remembered: Remembered
    looked_through: int


def audited(
    private: Mapping[str, bytes], finished: Finished, public_mark: str, public: Callable[[], Public], known: Remembered, key: bytes, version: str
) -> Audited:
    """Give every leak. `public` is asked only where something was found that may be excused. Raises Unreadable for a private file that can't be read."""
    seal = seal_of(key, private)
    wanted: tuple[Needle, ...] | None = None
    needles_seal = known.needles
    if seal != known.private:
        wanted = needles(private)
        allowed = allowed_names(private)
        needles_seal = keyed(key, repr(sorted((n.kind, n.text) for n in wanted)).encode(), repr(sorted(allowed)).encode())
    excuses: Excuses | None = None
    excused_seal = known.excused
    clean = dict(known.clean) if needles_seal == known.needles else {}
    if clean and known.excused and public_mark != known.public:
        shown = public()
        excuses = Excuses(shown, allowed_names(private))
        if keyed(key, repr(shown).encode()) != known.excused:
            clean, excused_seal = {}, ""
    digests = {**finished.standing, **{path: finished.digest(data) for path, data in finished.made.items()}}
    due = sorted(path for path, name in digests.items() if clean.get(path) != name or not name)
    leaks: list[Leak] = []
    searcher: Searcher | None = None
    if due:
        searcher = Searcher(wanted if wanted is not None else needles(private))
        for path in due:
            leaks += searcher.found_in(path, finished.made[path] if path in finished.made else finished.read(path))
        if leaks:
            shown = public()
            excuses = excuses or Excuses(shown, allowed_names(private))
            excused_seal = keyed(key, repr(shown).encode())
            leaks = [leak for leak in leaks if not excuses.excuse(leak)]
    after = Remembered(version, seal, needles_seal, public_mark, excused_seal if excused_seal or known.excused else "", digests)
    return Audited(tuple(leaks), searcher, after, len(due))
