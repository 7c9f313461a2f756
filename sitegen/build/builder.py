"""One build from start to finish: what is known of the last one, what has to be made, writing it, and remembering."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.build.stamp import GIT_IGNORE, SOURCES, STAMP, Seal, Stamp, damaged, own_files, read_stamp, seal, still_true
from sitegen.build.version import version_key
from sitegen.build.watch import UNWATCHED, Watch
from sitegen.common.frozen import frozen
from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import ContentError, Effect, forbidden
from sitegen.common.trees import Found, Tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitegen.build.gate import Gate
    from sitegen.build.record import Measured, Remembered
    from sitegen.build.site_build import Built
    from sitegen.common.memory import Memory
    from sitegen.contract.contract import Contract
    from sitegen.site.rules.results_claims import Named

OUTPUT, WORKSHOP, KEEP, CACHE = "output", ".sitegen", ".sitegen/keep", ".sitegen/cache"
_LOOK = "look"
_MOST_TEXTS = 50_000
"""From how many texts on those that the last build did not need are forgotten."""
_MOST_SHEETS = 8
_UNUSED = "What was remembered of the last build is damaged or of another version, and is not used."


@frozen
class Outcome:
    """What a build came to; `said` is what was left out or should be known, `contract` how the pages keep what is promised of them, each as text."""

    pages: int
    said: tuple[str, ...]
    sample: bool
    contract: tuple[str, ...] = ()
    new: int = 0
    changed: int = 0
    deleted: int = 0
    unchanged: int = 0
    set_aside: tuple[tuple[str, str], ...] = ()
    note: str = ""


class Workshop:
    """A site's folders, and what is remembered of its last build."""

    def __init__(self, site: Path, tree: Tree, bundled: Tree) -> None:
        self.tree = tree
        self.bundled = bundled
        self.output = OwnTree(site / OUTPUT)
        self.keep = OwnTree(site / KEEP)
        self.cache = OwnTree(site / CACHE)
        self.version = version_key()

    def build(self, as_of: date, *, strict: bool = False, workers: int = 1, watch: Watch = UNWATCHED, gate: Gate | None = None) -> Outcome:
        """Build and write. Raises ContentError when anything forbids it, the gate included: nothing is written then."""
        tree, there = self.tree.as_it_is(), own_files(self.output)
        stamp = read_stamp(self.cache, self.version)
        if stamp is not None and not (strict and (stamp.left_out or stamp.broken)) and self.output.has(GIT_IGNORE):
            same = still_true(stamp, tree, there, self.output, as_of, lambda: self.cache.mark(_LOOK))
            if same is not None:
                if gate is not None:
                    _pass(gate, {}, {path: sealed[4] for path, sealed in stamp.outputs.items()}, self.output, stamp.evidence)
                    gate.passed()
                if same is not stamp:
                    self.cache.write(STAMP, same.dumped())
                return Outcome(stamp.pages, stamp.said, stamp.sample, stamp.contract, unchanged=len(stamp.outputs))
        return self._build(stamp, tree, there, as_of, strict, workers, watch, gate)

    def _build(
        self, stamp: Stamp | None, tree: Tree, there: Mapping[str, Found], as_of: date, strict: bool, workers: int, watch: Watch, gate: Gate | None
    ) -> Outcome:
        from sitegen.build.installed import Shipped, keep_shipped, shipped
        from sitegen.build.site_build import Before, build_site
        from sitegen.build.writing import write_site
        from sitegen.common.memory import Memory

        for own in (self.keep, self.cache):
            own.clear_leftovers()
        looked_ns = self.cache.mark(_LOOK)
        sources = [found for folder in SOURCES for found in tree.look(folder)[0]]
        last, note = self.remembered(stamp)
        ships = shipped(self.version)
        memory = Memory(last.files, stamp.looked_ns if stamp else 0, ships.files)
        before = Before(last.record, damaged(stamp, there, self.output), self.output, stamp.withheld if stamp else "")
        built = build_site(tree, self.bundled, as_of, self.cache, memory, before, last, ships, workers, watch)
        if (refused := forbidden((*built.problems, *(built.breaches() if strict else ())), strict=strict)) is not None:
            raise refused
        if gate is not None:
            known = stamp.outputs if stamp else {}
            with watch.during("audit"):
                standing = {path: name or (known[path][4] if path in known else "") for path, name in built.kept.items()}
                _pass(gate, built.files, standing, self.output, built.evidence)
        with watch.during("write"):
            written = write_site(built.files, built.digests, built.kept, there, self.output, self.keep, built.is_taken_back)
        if gate is not None:
            gate.passed()
        if any(path.startswith("images/") for path in (*written.new, *written.deleted)):
            _forget_cards(self.cache, built)
        measured, contract = built.measured()
        with watch.during("remember"):
            for found in sources:
                with suppress(ContentError):
                    memory.digest(tree, found)
            self._remember(stamp, built, measured, contract, there, memory, last, looked_ns, as_of)
            sheets = dict([*ships.sheets.items(), *measured.sheets.items()][:_MOST_SHEETS])
            keep_shipped(Shipped({**ships.files, **memory.of_bundle.files}, built.shipped, sheets), ships, self.version)
        said = tuple(map(str, built.problems))
        new, changed, deleted, unchanged = map(len, (written.new, written.changed, written.deleted, written.unchanged))
        return Outcome(built.pages, said, built.sample, contract.lines, new, changed, deleted, unchanged, written.set_aside, note)

    def remembered(self, stamp: Stamp | None) -> tuple[Remembered, str]:
        """Give what is remembered, and a note; nothing is when it is not whole or not of this version."""
        from sitegen.build.record import Remembered
        from sitegen.build.shelves import taken_out

        if stamp is None:
            return Remembered(), _UNUSED if self.cache.has(STAMP) else ""
        try:
            return Remembered.of(taken_out(self.cache, stamp.remembered, self.version)), ""
        except (ContentError, ValueError, KeyError, TypeError):
            return Remembered(), _UNUSED

    def _remember(
        self, stamp: Stamp | None, built: Built, measured: Measured, contract: Contract, there: Mapping[str, Found], memory: Memory, last: Remembered, looked_ns: int, as_of: date
    ) -> None:  # fmt: skip
        from sitegen.build.record import Remembered
        from sitegen.build.shelves import clear_out, put_away

        known = stamp.outputs if stamp else {}
        outputs: dict[str, Seal] = {path: seal(there[path], name or known[path][4]) for path, name in built.kept.items()}
        outputs |= {path: seal(self.output.found(path), name) for path, name in built.digests.items()}
        sources = {path: (*stat, name) for path, (stat, name, _) in memory.files.items()}
        said = tuple(map(str, built.problems))
        left_out = any(problem.effect is Effect.LEAVE_OUT for problem in built.problems)
        texts = {**last.texts, **built.texts} if len(last.texts) < _MOST_TEXTS else dict(built.texts)
        now = Remembered(built.record, measured, dict(memory.files), built.compiled, texts, built.judged)
        parts, files = put_away(now.mappings(), last.mappings(), stamp.remembered if stamp else {}, self.version)
        fresh = Stamp(
            self.version, as_of.isoformat(), built.until.isoformat(), looked_ns, sources, outputs, said, left_out, built.pages, built.sample, built.withheld,
            built.evidence, contract.lines, bool(contract.broken), parts
        )  # fmt: skip
        self.cache.place_all({**files, STAMP: fresh.dumped()})
        clear_out(self.cache, parts)


def _forget_cards(cache: OwnTree, built: Built) -> None:
    """Delete the cards in the cache that no page has any more: one can hold the name of a person who took it back."""
    from sitegen.render.cards.cards import PAGE_CARDS

    needed = {f"{PAGE_CARDS}/{asset.address.rpartition('/')[2]}" for one in built.record.made.values() for asset in one.assets if asset.card is not None}
    for path in cache.every_file():
        if path.startswith(PAGE_CARDS + "/") and path not in needed:
            cache.delete(path)


def _pass(gate: Gate, made: Mapping[str, bytes], standing: Mapping[str, str], output: OwnTree, evidence: tuple[Named, ...]) -> None:
    if problems := gate.problems(made, standing, output, evidence):
        raise ContentError(problems)
