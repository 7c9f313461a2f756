"""What the laws are tried on: a site that is built after each edit with all that is remembered, and compared with what another computer makes of it from nothing."""

from __future__ import annotations

import atexit
import copy
import functools
import os
import random
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import sitegen.build.shelves as parts
import sitegen.build.stamp as sizes
from sitegen.build.builder import Outcome, Workshop
from sitegen.build.record import BuildRecord
from sitegen.build.stamp import read_stamp
from sitegen.common.problems import ContentError
from sitegen.common.trees import bundled_tree, public_tree
from tests.laws_reasons import untrue_reasons
from tests.laws_site import BODIES, FRONTS, LONG, PICTURES, VIDEOS, picture, written
from tests.other_computer import Clean, OtherComputer
from tests.running import held

BUNDLED = bundled_tree()
SIZES = sizes.WORTH_A_STAMP, parts._IN_A_PART
"""From which sizes on large sites are treated otherwise; some of these small sites are treated as large ones."""
OTHER = OtherComputer()
atexit.register(OTHER.close)
FIGURES: Counter[str] = Counter()
SOAK = "SITEGEN_LAW_EXAMPLES" in os.environ
BEGUN = time.monotonic()
NOTHING_DONE = object()


def edit(**drawn: Any) -> Callable[[Any], Any]:
    """Make a method a rule of the machine, counted under its name; one that gives NOTHING_DONE is not counted."""

    def made(method: Callable[..., object]) -> Any:
        @functools.wraps(method)
        def counted(machine: LawfulBuilds, **kwargs: Any) -> None:
            machine.idle = method(machine, **kwargs) is NOTHING_DONE
            if not machine.idle:
                FIGURES["edits"] += 1
                FIGURES[method.__name__.replace("_", " ")] += 1

        return rule(**drawn)(counted)

    return made


def figures() -> str:
    """Give what was done so far, as text."""
    sums = ("sites", "edits", "builds", "refused")
    kinds = ", ".join(f"{name} {count}" for name, count in FIGURES.most_common() if name not in sums)
    first = ", ".join(f"{FIGURES[name]:,} {name}" for name in sums)
    worked = time.process_time() + OTHER.worked
    return f"{first}, {time.monotonic() - BEGUN:,.0f} seconds, {worked:,.0f} of them one core's ({kinds})"


class LawfulBuilds(RuleBasedStateMachine):
    """A site, and the laws that must hold after each edit of it; the edits are rules of a machine made of this one."""

    @initialize(seed=st.integers(0, 2**32))
    def begin(self, seed: int) -> None:
        FIGURES["sites"] += 1
        self.random = random.Random(seed)
        self.site = Path(tempfile.mkdtemp(prefix="laws-"))
        self.fronts = copy.deepcopy(FRONTS)
        self.bodies = {file: BODIES.get(file, LONG + "\n") for file in FRONTS}
        self.day = self.day_then = date(2026, 11, 21)
        self.sources_then: Mapping[str, bytes] = {}
        self.sources_between: list[Mapping[str, bytes]] = []
        self.known: tuple[Any, BuildRecord] = (None, BuildRecord())
        sizes.WORTH_A_STAMP, parts._IN_A_PART = self.random.choice([(0, 8), (0, 128), (100, 8), (100, 128)])
        self.idle = False
        self.accepted: tuple[Any, ...] = ()
        self.refused = ""
        for name in PICTURES:
            self.put(f"content/images/{name}", picture(name, 40))
        for name, data in VIDEOS.items():
            self.put(f"content/images/{name}", data or picture(name, 40))
        self.put("content/files/guide.txt", b"A guide.")
        self.put("templates/fonts/NotoSansArmenian.ttf", BUNDLED.read("templates/fonts/manrope.ttf"))
        for file in self.fronts:
            self.save(file)

    def teardown(self) -> None:
        sizes.WORTH_A_STAMP, parts._IN_A_PART = SIZES
        if hasattr(self, "site"):
            shutil.rmtree(self.site, ignore_errors=True)
        if SOAK and not FIGURES["sites"] % 10:
            print(figures(), flush=True)

    def put(self, path: str, data: bytes) -> None:
        place = self.site / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)

    def save(self, file: str) -> None:
        self.put(file, written(file, self.fronts[file], self.bodies[file]))

    def pick(self, options: Iterable[Any]) -> Any:
        return self.random.choice(sorted(options))

    def items(self, kind: str = "") -> list[str]:
        return sorted(file for file in self.fronts if file.endswith(".md") and file.startswith(f"content/{kind}"))

    def sources(self) -> dict[str, bytes]:
        return {f"{part}/{path}": data for part in ("content", "templates") for path, data in held(self.site / part).items()}

    def take_back(self) -> None:
        """Put the site back to what it was when it could be built last."""
        sources, fronts, bodies = self.accepted
        now = self.sources()
        for path in now.keys() - sources.keys():
            (self.site / path).unlink()
        for path, data in sources.items():
            if now.get(path) != data:
                self.put(path, data)
        self.fronts, self.bodies, self.day, self.refused = copy.deepcopy(fronts), dict(bodies), self.day_then, ""

    def workshop(self) -> Workshop:
        return Workshop(self.site, public_tree(self.site), BUNDLED)

    def settle(self) -> None:
        """See to it that the site is built as it is."""
        if self.refused:
            self.take_back()
            self.check()

    @invariant()
    def the_laws_hold(self) -> None:
        if hasattr(self, "site") and not self.idle:
            self.check()
            if self.refused and self.random.random() < 0.8:  # a site that can't be built shows little
                self.take_back()

    def check(self, build: Callable[[], Outcome | str] | None = None) -> None:
        """Build after an edit, and see that all laws hold."""
        FIGURES["builds"] += 3
        workshop = self.workshop()
        before = self.record(workshop)
        disk = held(self.site / "output")
        elsewhere = build() if build is not None else None
        OTHER.ask_clean(self.site, self.day, thorough=self.random.random() < 0.03)
        try:
            outcome = elsewhere if elsewhere is not None else built(workshop, self.day)
        except BaseException:
            OTHER.leave()
            raise
        clean = OTHER.answer()
        assert isinstance(clean, Clean)
        self.refused = clean.refused
        assert (outcome if isinstance(outcome, str) else "") == clean.refused, "one build refuses what the other doesn't"
        if isinstance(outcome, str):
            FIGURES["refused"] += 1
            assert held(self.site / "output") == disk, "a refused build changes nothing"
            return
        self.incremental_equals_clean(outcome, clean)
        self.every_remake_has_a_reason(before, self.record(workshop), disk)
        self.a_second_build_writes_nothing(workshop, outcome)
        self.outcome = outcome
        self.day_then = self.day
        self.accepted = (self.sources_then, copy.deepcopy(self.fronts), dict(self.bodies))

    def incremental_equals_clean(self, outcome: Outcome, clean: Clean) -> None:
        on_disk = held(self.site / "output")
        on_disk.pop(".gitignore")
        differing = {path for path in on_disk.keys() | clean.files.keys() if on_disk.get(path) != clean.files.get(path)}
        assert differing == set(), "not what a build from nothing makes"
        assert outcome.said == clean.said
        idle = (outcome.new, outcome.changed, outcome.deleted) == (0, 0, 0)  # what a killed build left in the cache goes when there is something to do
        assert [path for path in self.site.rglob(".sitegen-*.tmp") if not (idle and ".sitegen/cache/" in path.as_posix())] == []

    def every_remake_has_a_reason(self, before: BuildRecord, after: BuildRecord, disk: Mapping[str, bytes]) -> None:
        sources = self.sources()
        changed = {path for then in (self.sources_then, *self.sources_between) for path, _ in sources.items() ^ then.items()}
        assert untrue_reasons(before, after, changed, other_day=self.day != self.day_then, disk=disk) == []
        self.sources_then, self.sources_between = sources, []

    def a_second_build_writes_nothing(self, workshop: Workshop, outcome: Outcome) -> None:
        before = {p: p.stat().st_mtime_ns for p in (self.site / "output").rglob("*")}
        again = workshop.build(self.day)
        assert (again.new, again.changed, again.deleted, again.set_aside) == (0, 0, 0, ())
        assert again.said == outcome.said
        assert {p: p.stat().st_mtime_ns for p in (self.site / "output").rglob("*")} == before

    def record(self, workshop: Workshop) -> BuildRecord:
        """Give what the next build can know of the last one."""
        files = (path for path in (self.site / ".sitegen/cache").rglob("*") if path.is_file() and path.parent.name != "pictures")
        name = frozenset((path, status.st_ino, status.st_size, status.st_ctime_ns) for path in files for status in [path.stat()])
        if name != self.known[0]:
            self.known = name, workshop.remembered(read_stamp(workshop.cache, workshop.version))[0].record
        return self.known[1]


def built(workshop: Workshop, day: date, workers: int = 1) -> Outcome | str:
    try:
        return workshop.build(day, workers=workers)
    except ContentError as error:
        return str(error)
