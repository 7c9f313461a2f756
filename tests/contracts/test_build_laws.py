"""The laws of the build record, tried on whole small sites: incremental equals clean byte for byte, a second build writes nothing, every remake has a reason."""

from __future__ import annotations

import copy
import dataclasses
import os
import random
import shutil
import tempfile
import typing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sitegen.build.builder import Workshop
from sitegen.build.record import Remembered
from sitegen.build.site_build import build_site
from sitegen.common.memory import Memory
from sitegen.common.problems import ContentError
from sitegen.common.records import fields_of, optional, variants
from sitegen.common.trees import bundled_tree, public_tree
from sitegen.site.facts import Facts
from sitegen.site.model import KINDS
from sitegen.site.settings import Settings
from tests.laws_site import BODIES, FRONTS, LONG, PICTURES, Place, picture, places, written

EXAMPLES = int(os.environ.get("SITEGEN_LAW_EXAMPLES", "3"))
STEPS = int(os.environ.get("SITEGEN_LAW_STEPS", "12"))
PLACES = places()
BUNDLED = bundled_tree()
TEMPLATES = [found.path for found in BUNDLED.files("templates")]
OWN_SINCE: dict[str, bytes] = {}
_SHARED_CODE: dict[str, bytes] = {}
_SHARED_MEMORY = Memory()
EDITS = 0


def models_of(model: type) -> set[type]:
    """Give a model and every model inside it."""
    found = {model}
    for field in fields_of(model):
        kind = optional(field.kind)
        for inner in (kind, *typing.get_args(kind)):
            for nested in variants(inner).values() or (inner,):
                if dataclasses.is_dataclass(nested) and isinstance(nested, type) and hasattr(nested, "CALLED") and nested not in found:
                    found |= models_of(nested)
    return found


def test_every_field_of_every_model_has_an_edit() -> None:
    every = {(model.__name__, field.name) for top in (Settings, Facts, *KINDS.values()) for model in models_of(top) for field in fields_of(model)}
    assert every - {(place.model, place.way[-1]) for place in PLACES} == set()


class Builds(RuleBasedStateMachine):
    """A site that is edited at random and built after each edit, once with all that is remembered and once from nothing."""

    @initialize(seed=st.integers(0, 2**32))
    def begin(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.site = Path(tempfile.mkdtemp(prefix="laws-"))
        self.fronts = copy.deepcopy(FRONTS)
        self.bodies = {file: BODIES.get(file, LONG + "\n") for file in FRONTS}
        self.day = date(2026, 11, 21)
        for name in PICTURES:
            self.put(f"content/images/{name}", picture(name, 40))
        self.put("content/files/guide.txt", b"A guide.")
        for file in self.fronts:
            self.save(file)

    def teardown(self) -> None:
        shutil.rmtree(self.site, ignore_errors=True)

    def put(self, path: str, data: bytes) -> None:
        place = self.site / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)

    def save(self, file: str) -> None:
        self.put(file, written(file, self.fronts[file], self.bodies[file]))

    def pick(self, options: Any) -> Any:
        return self.random.choice(sorted(options))

    @rule(place=st.sampled_from(PLACES), which=st.integers(0, 2))
    def edit_a_field(self, place: Place, which: int) -> None:
        front: Any = self.fronts.get(place.file)
        if front is None:
            return
        try:
            for step in place.way[:-1]:
                front = front[step]
        except (KeyError, IndexError, TypeError):
            return
        if not isinstance(front, dict):
            return
        value = place.values[which]
        before = copy.deepcopy(front)
        if value is None:
            front.pop(place.way[-1], None)
        else:
            front[place.way[-1]] = value
        self.save(place.file)
        self.check()
        if self.refused and self.random.random() < 0.9:  # mostly put it back: a site that can't be built shows little
            front.clear()
            front.update(before)
            self.save(place.file)

    @rule(
        word=st.sampled_from(
            ["once", "[[figure leaders-coached]]", "[x](../services/team.md)", "[y](../articles/later.md)", "## A heading", "![p](office.jpg)"]
        )
    )
    def edit_a_body(self, word: str) -> None:
        file = self.pick(f for f in self.fronts if f.endswith(".md"))
        self.bodies[file] += f"\n\n{word}\n"
        self.save(file)

    @rule()
    def edit_with_the_same_size_and_the_time_put_back(self) -> None:
        file = self.pick(f for f in self.fronts if f.endswith(".md"))
        old = (self.site / file).stat()
        body = self.bodies[file]
        self.bodies[file] = body.replace("a", "e", 1) if "a" in body else body.replace("e", "a", 1)
        self.save(file)
        os.utime(self.site / file, ns=(old.st_atime_ns, old.st_mtime_ns))

    @rule()
    def add_an_item(self) -> None:
        file = self.pick(f for f in self.fronts if f.endswith(".md"))
        new = file.removesuffix(".md") + f"-{self.random.randrange(100)}.md"
        self.fronts[new], self.bodies[new] = copy.deepcopy(self.fronts[file]), self.bodies[file]
        self.fronts[new].pop("slug", None)
        self.save(new)

    @rule()
    def remove_an_item(self) -> None:
        files = [f for f in self.fronts if f.endswith(".md")]
        if len(files) > 6:
            file = self.pick(files)
            kept = self.fronts.pop(file), self.bodies.pop(file)
            (self.site / file).unlink()
            self.check()
            if self.refused:
                self.fronts[file], self.bodies[file] = kept
                self.save(file)

    @rule()
    def rename_an_item(self) -> None:
        file = self.pick(f for f in self.fronts if f.endswith(".md"))
        new = file.removesuffix(".md") + "-renamed.md"
        self.fronts[new], self.bodies[new] = self.fronts.pop(file), self.bodies.pop(file)
        (self.site / file).rename(self.site / new)
        self.check()
        if self.refused:
            self.fronts[file], self.bodies[file] = self.fronts.pop(new), self.bodies.pop(new)
            (self.site / new).rename(self.site / file)

    @rule()
    def swap_two_items(self) -> None:
        kind = self.pick({"testimonials", "articles", "services", "results"})
        files = sorted(f for f in self.fronts if f.startswith(f"content/{kind}/"))
        if len(files) > 1:
            one, other = self.random.sample(files, 2)
            self.fronts[one], self.fronts[other] = self.fronts[other], self.fronts[one]
            self.bodies[one], self.bodies[other] = self.bodies[other], self.bodies[one]
            self.save(one)
            self.save(other)

    @rule(template=st.sampled_from(TEMPLATES))
    def override_a_template(self, template: str) -> None:
        text = BUNDLED.read(template).decode()
        mark = f"x{self.random.randrange(1000)}"
        if template.endswith(".css"):
            text += f"\n.{mark} {{ color: red }}\n"
        elif template.endswith(".yaml"):
            text = text.replace("Home", f"Home {mark}", 1)
        else:
            text += f"{{# {mark} #}}" if "extends" in text else f"<!-- {mark} -->"
        self.put(template, text.encode())

    @rule()
    def take_an_override_away(self) -> None:
        own = [p for p in (self.site / "templates").rglob("*") if p.is_file()]
        if own:
            self.random.choice(sorted(own)).unlink()

    @rule(name=st.sampled_from(PICTURES), shade=st.integers(0, 255))
    def change_a_picture(self, name: str, shade: int) -> None:
        self.put(f"content/images/{name}", picture(name, shade))

    @rule()
    def change_a_file(self) -> None:
        self.put("content/files/guide.txt", str(self.random.random()).encode())

    @rule(days=st.integers(-40, 120))
    def another_day(self, days: int) -> None:
        self.day += timedelta(days=days)

    @rule(how=st.sampled_from(["change", "delete", "add", "cut"]))
    def vandalise_output(self, how: str) -> None:
        files = [p for p in (self.site / "output").rglob("*") if p.is_file()]
        if not files:
            return
        victim = self.random.choice(sorted(files))
        if how == "delete":
            victim.unlink()
        elif how == "add":
            victim.with_name("added.html").write_text("not ours")
        else:
            victim.write_bytes(victim.read_bytes()[:-1] + (b"?" if how == "change" else b""))

    @rule(how=st.sampled_from(["delete", "cut", "noise", "foreign"]))
    def damage_the_cache(self, how: str) -> None:
        cache = self.site / ".sitegen/cache"
        files = [p for p in cache.rglob("*") if p.is_file() and p.parent.name != "pictures"]
        if how == "delete" or not files:
            shutil.rmtree(cache, ignore_errors=True)
            return
        victim = self.random.choice(sorted(files))
        data = victim.read_bytes()
        victim.write_bytes(data[: len(data) // 2] if how == "cut" else os.urandom(64) if how == "noise" else data.replace(b"version", b"verison", 1))

    @invariant()
    def incremental_equals_clean(self) -> None:
        if hasattr(self, "site"):
            self.check()

    def check(self) -> None:
        global EDITS  # noqa: PLW0603 - counted for the soak's figures
        EDITS += 1
        tree = public_tree(self.site)
        expected: dict[str, bytes] | str
        try:
            fresh = build_site(
                tree, BUNDLED, self.day, memory=Memory(bundle=_SHARED_MEMORY.of_bundle.files, looked_ns=2**62), last=Remembered(compiled=_SHARED_CODE)
            )
            expected, said = dict(fresh.files), tuple(map(str, fresh.problems))
        except ContentError as error:
            expected, said = str(error), ()
        self.refused = isinstance(expected, str)
        try:
            made = Workshop(self.site, tree, BUNDLED).build(self.day)
        except ContentError as error:
            assert str(error) == expected
            return
        assert not isinstance(expected, str), f"only a clean build refuses: {expected}"
        on_disk = {p.relative_to(self.site / "output").as_posix(): p.read_bytes() for p in (self.site / "output").rglob("*") if p.is_file()}
        on_disk.pop(".gitignore")
        assert {path for path in on_disk.keys() | expected.keys() if on_disk.get(path) != expected.get(path)} == set()
        assert made.said == said
        before = {p: p.stat().st_mtime_ns for p in (self.site / "output").rglob("*")}
        again = Workshop(self.site, tree, BUNDLED).build(self.day)
        assert (again.new, again.changed, again.deleted, again.set_aside) == (0, 0, 0, ())
        assert again.said == said
        assert {p: p.stat().st_mtime_ns for p in (self.site / "output").rglob("*")} == before


TestBuilds = Builds.TestCase
TestBuilds.settings = settings(
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    print_blob=True,
    suppress_health_check=list(HealthCheck),
    derandomize="SITEGEN_LAW_EXAMPLES" not in os.environ,
)


def test_every_remake_has_a_reason_in_words(tmp_path: Path) -> None:
    machine = Builds()
    machine.begin(seed=1)
    try:
        workshop = Workshop(machine.site, public_tree(machine.site), BUNDLED)
        workshop.build(machine.day)
        made = workshop.remembered(_stamp(workshop))[0].record.made
        assert {one.reason for one in made.values()} == {"it is new"}
        machine.bodies["content/testimonials/anna.md"] += "More.\n"
        machine.save("content/testimonials/anna.md")
        workshop = Workshop(machine.site, public_tree(machine.site), BUNDLED)
        workshop.build(machine.day)
        made = workshop.remembered(_stamp(workshop))[0].record.made
        assert made["/testimonials/anna/"].reason == "item testimonials/anna changed"
        assert made["/services/team/"].reason.endswith("changed")
        assert made["/services/one/"].reason == "it is new"
    finally:
        machine.teardown()


def _stamp(workshop: Workshop) -> Any:
    from sitegen.build.stamp import read_stamp

    return read_stamp(workshop.cache, workshop.version)
