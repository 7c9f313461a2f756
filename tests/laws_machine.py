"""All that can befall a site between two builds or during one, beside edits, as rules of a Hypothesis machine."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from unittest import mock

from hypothesis import strategies as st

from sitegen.build.pool import WORTH_A_POOL
from sitegen.build.stamp import STAMP
from sitegen.build.watch import Watch
from sitegen.common.problems import ContentError
from tests.laws_builds import BUNDLED, OTHER, built, edit
from tests.laws_edits import EditedSite
from tests.laws_site import picture, testimonial
from tests.running import held
from tests.stopped_builds import build_that_is_killed, build_without_room

PHASES = ("read", "compare", "render", "feeds, icons and host files", "pictures", "write", "remember")


class Meanwhile(Watch):
    """Does something once while a build is in one of its phases."""

    def __init__(self, phase: str, act: Callable[[], None]) -> None:
        self._phase = phase
        self._act: Callable[[], None] | None = act

    def during(self, phase: str) -> AbstractContextManager[None]:
        if phase == self._phase and self._act is not None:
            self._act()
            self._act = None
        return nullcontext()


class Builds(EditedSite):
    """A site whose builds, cache, output and folder have a hard time too; after each edit the laws must hold."""

    # Output, cache, folders, computers

    @edit(how=st.sampled_from(["change", "delete", "add", "cut", "delete all"]))
    def vandalise_output(self, how: str) -> None:
        files = [p for p in (self.site / "output").rglob("*") if p.is_file()]
        if how == "delete all" or not files:
            shutil.rmtree(self.site / "output", ignore_errors=True)
            return
        victim = self.random.choice(sorted(files))
        if how == "delete":
            victim.unlink()
        elif how == "add":
            victim.with_name("added.html").write_text("not ours")
        else:
            victim.write_bytes(victim.read_bytes()[:-1] + (b"?" if how == "change" else b""))

    @edit(how=st.sampled_from(["delete", "cut", "noise", "foreign"]))
    def damage_the_cache(self, how: str) -> None:
        cache = self.site / ".sitegen/cache"
        files = [p for p in cache.rglob("*") if p.is_file() and p.parent.name != "pictures"]
        if how == "delete" or not files:
            shutil.rmtree(cache, ignore_errors=True)
            return
        victim = self.random.choice(sorted(files))
        data = victim.read_bytes()
        victim.write_bytes(data[: len(data) // 2] if how == "cut" else os.urandom(64) if how == "noise" else data.replace(b"version", b"verison", 1))

    @edit()
    def time_passes(self) -> None:
        """Let the last look at the files be long after they were saved, so that from now on their stat is trusted."""
        self.settle()
        stamp = self.site / ".sitegen/cache" / STAMP
        if not stamp.exists():  # the cache went while the site was one that can't be built
            self.check()
        known = json.loads(stamp.read_bytes())
        known["looked_ns"] = time.time_ns() + 3_000_000_000
        stamp.write_text(json.dumps(known))

    @edit()
    def touch_everything(self) -> None:
        self.settle()
        for path in self.sources():
            os.utime(self.site / path)
        self.check()
        assert (self.outcome.new, self.outcome.changed, self.outcome.deleted) == (0, 0, 0)

    @edit(how=st.sampled_from(["moved", "copied"]))
    def the_folder_is_elsewhere(self, how: str) -> None:
        new = Path(tempfile.mkdtemp(prefix="laws Übersiedelt-"))
        if how == "moved":
            new.rmdir()
            self.site.rename(new)
        else:
            shutil.copytree(self.site, new, copy_function=shutil.copyfile, dirs_exist_ok=True)
            shutil.rmtree(self.site)
        self.site = new

    @edit()
    def another_computer_goes_on(self) -> None:
        self.settle()
        file = self.pick(self.items())
        self.bodies[file] += "\n\nWritten elsewhere.\n"
        self.save(file)
        self.check(lambda: OTHER.build(self.site, self.day))

    @edit()
    def all_cores_build(self) -> None:
        """Render in several processes, which only large sites have need of."""
        self.settle()
        settings = self.fronts["content/site.yaml"]
        settings["practice"] = f"Practice {self.random.randrange(1000)}"
        self.save("content/site.yaml")
        with mock.patch.dict(WORTH_A_POOL, dict.fromkeys(WORTH_A_POOL, 2)):
            self.check(lambda: built(self.workshop(), self.day, workers=2))

    # Builds that are stopped or overtaken

    @edit(step=st.integers(1, 160), back=st.booleans())
    def a_build_is_killed(self, step: int, back: bool) -> None:
        self.stopped(lambda: build_that_is_killed(self.site, step, lambda: self.workshop().build(self.day)), back)

    @edit(room=st.sampled_from([0, 200, 3_000, 20_000, 60_000]), back=st.booleans())
    def a_build_runs_out_of_room(self, room: int, back: bool) -> None:
        self.stopped(lambda: build_without_room(room, lambda: self.workshop().build(self.day)), back)

    def stopped(self, build: Callable[[], None], back: bool) -> None:
        """Change all pages, some pictures, and which pages there are; stop the build of that, and take it back or not."""
        self.settle()
        settings = self.fronts["content/site.yaml"]
        settings["accent"] = "#7a3b2e" if settings.get("accent") != "#7a3b2e" else "#2e3b7a"
        self.save("content/site.yaml")
        self.put("content/images/office.png", picture("office.png", self.random.randrange(256)))
        if self.items("articles"):
            file = self.pick(self.items("articles"))
            self.fronts[file]["topics"] = [f"topic {self.random.randrange(9)}"]
            self.save(file)
        build()
        self.sources_between.append(self.sources())
        if back:
            self.take_back()

    @edit(phase=st.sampled_from(PHASES), what=st.sampled_from(["text", "picture", "file", "template"]), back=st.booleans())
    def something_is_saved_during_a_build(self, phase: str, what: str, back: bool) -> None:
        self.settle()
        file = self.pick(self.items())
        path = {"picture": "content/images/office.png", "file": "content/files/guide.txt", "template": "templates/partials/footer.html"}.get(what, file)
        self.put("content/images/office.png", picture("office.png", self.random.randrange(256)))
        self.put("content/files/guide.txt", str(self.random.random()).encode())
        self.put("templates/partials/footer.html", BUNDLED.read("templates/partials/footer.html") + f"<!-- {self.random.random()} -->".encode())
        first, body = self.sources(), self.bodies[file]

        def act() -> None:
            if what == "text":
                self.bodies[file] += "\n\nSaved while a build ran.\n"
                self.save(file)
            else:
                self.put(path, picture("office.png", self.random.randrange(256)) if what == "picture" else first[path] + b" ")

        with suppress(ContentError):
            self.workshop().build(self.day, watch=Meanwhile(phase, act))
        self.sources_between += [first, self.sources()]
        if back:
            self.bodies[file] = body
            self.put(path, first[path])

    # Withdrawing

    @edit(how=st.sampled_from(["withdrawn", "deleted", "no longer named"]))
    def a_consent_is_withdrawn_and_the_cache_deleted(self, how: str) -> None:
        self.settle()
        number = self.random.randrange(1_000_000)
        name, word, file = f"Canary Quillfeather{number}", f"quillfeather{number}".encode(), f"content/testimonials/said-{number % 10}.md"
        front = testimonial(name, company=f"Quillfeather{number} Works", title=f"Head of Quillfeather{number}", photo="canary.jpg", date="2020-01-01")
        front["consent"] |= {"date": "2020-01-01", "evidence": "content/private/evidence/c.eml"}
        front["consent"]["items"] += ["company", "photo"]
        self.fronts[file], self.bodies[file] = front, f"I was a quillfeather{number}.\n"
        self.put("content/images/canary.jpg", picture("canary.jpg", number % 256))
        self.save(file)
        self.check()
        if self.refused:
            return
        assert _told_of(self.site / "output", word) != []
        if how == "deleted":
            self.remove(file)
        else:
            front["consent"] |= {"status": "withdrawn", "withdrawn_on": "2026-11-20"} if how == "withdrawn" else {"items": ["quote"], "show_as": "anonymous"}
            self.bodies[file] = "We talk less now.\n" if how == "no longer named" else self.bodies[file]
            self.save(file)
        shutil.rmtree(self.site / ".sitegen/cache")
        self.check()
        assert not self.refused
        assert _told_of(self.site / "output", word) == []
        if how == "deleted":
            assert _told_of(self.site / ".sitegen", word) == []
        else:
            self.remove(file)
        (self.site / "content/images/canary.jpg").unlink()

    def remove(self, file: str) -> None:
        del self.fronts[file], self.bodies[file]
        (self.site / file).unlink()


def _told_of(folder: Path, word: bytes) -> list[str]:
    return [path for path, data in held(folder).items() if word in data.lower() or word in path.lower().encode()]
