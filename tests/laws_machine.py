"""Every kind of edit of a site, and everything else that can befall it between two builds or during one, as rules of a Hypothesis machine."""

from __future__ import annotations

import copy
import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from unittest import mock

from hypothesis import strategies as st

from sitegen.build.pool import WORTH_A_POOL
from sitegen.build.stamp import STAMP
from sitegen.build.watch import Watch
from sitegen.common.problems import ContentError
from tests.laws_builds import BUNDLED, NOTHING_DONE, OTHER, LawfulBuilds, built, edit
from tests.laws_site import PICTURES, Place, picture, places, put, testimonial, written
from tests.running import held
from tests.stopped_builds import build_that_is_killed, build_without_room

PLACES = places()
LISTS = [place for place in PLACES if isinstance(place.values[0], list)]
TEMPLATES = [found.path for found in BUNDLED.files("templates") if "/fonts/" not in found.path]
FONTS = [found.path for found in BUNDLED.files("templates/fonts")]
PHASES = ("read", "compare", "render", "feeds, icons and host files", "pictures", "write", "remember")


def _of(folder: str) -> Any:
    return st.sampled_from([place for place in PLACES if place.file.startswith(f"content/{folder}")])


VALUES = st.integers(0, 2)
"""Which of a place's values to take."""


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


class EditedSite(LawfulBuilds):
    """A site whose files are edited at random, and whose day goes on."""

    # Edits of texts

    @edit(place=_of("site.yaml"), which=VALUES)
    def edit_a_setting(self, place: Place, which: int) -> object:
        return self.edit_a_field(place, which)

    @edit(place=_of("data/"), which=VALUES)
    def edit_a_fact(self, place: Place, which: int) -> object:
        return self.edit_a_field(place, which)

    @edit(place=_of("pages/"), which=VALUES)
    def edit_a_page(self, place: Place, which: int) -> object:
        return self.edit_a_field(place, which)

    @edit(place=_of("services/"), which=VALUES)
    def edit_a_service(self, place: Place, which: int) -> object:
        return self.edit_a_field(place, which)

    @edit(place=_of("testimonials/"), which=VALUES)
    def edit_a_testimonial(self, place: Place, which: int) -> object:
        return self.edit_a_field(place, which)

    @edit(place=_of("results/"), which=VALUES)
    def edit_a_result(self, place: Place, which: int) -> object:
        return self.edit_a_field(place, which)

    @edit(place=_of("articles/"), which=VALUES)
    def edit_an_article(self, place: Place, which: int) -> object:
        return self.edit_a_field(place, which)

    @edit(place=_of("events/"), which=VALUES)
    def edit_an_event(self, place: Place, which: int) -> object:
        return self.edit_a_field(place, which)

    def edit_a_field(self, place: Place, which: int) -> object:
        if place.file not in self.fronts or not put(self.fronts[place.file], place.way, place.values[which]):
            return NOTHING_DONE
        return self.save(place.file)

    @edit(place=st.sampled_from(LISTS), how=st.sampled_from(["turn round", "drop", "move"]))
    def edit_a_list(self, place: Place, how: str) -> object:
        front: Any = self.fronts.get(place.file)
        with suppress(KeyError, IndexError, TypeError):
            for step in place.way:
                front = front[step]
            other = front[::-1] if how == "turn round" else front[1:] if how == "drop" else [*front[1:], front[0]]
            if isinstance(front, list) and front != other:
                front[:] = other
                return self.save(place.file)
        return NOTHING_DONE

    @edit(
        word=st.sampled_from(
            ["once", "[[figure leaders-coached]]", "[x](../services/team.md)", "[y](../articles/later.md)", "## A heading", "![p](office.jpg)", "[[articles]]"]
        )
    )
    def edit_a_body(self, word: str) -> None:
        file = self.pick(self.items())
        self.bodies[file] += f"\n\n{word}\n"
        self.save(file)

    @edit(what=st.sampled_from(["text", "template", "picture"]), anew=st.booleans())
    def edit_with_the_same_size_and_the_time_put_back(self, what: str, anew: bool) -> None:
        if what == "text":
            file = self.pick(self.items())
            self.bodies[file] = _of_same_size(self.bodies[file])
            data = written(file, self.fronts[file], self.bodies[file])
        elif what == "template":
            file = "templates/partials/closing.html"
            if not (self.site / file).exists():
                self.put(file, BUNDLED.read(file) + b"<!-- a -->")
                self.check()
            data = (self.site / file).read_bytes()
            data = data[:-5] + (b"e" if data[-5:-4] == b"a" else b"a") + data[-4:]
        else:
            file = "content/images/logo.png"
            now = (self.site / file).read_bytes()
            shades = (picture("logo.png", shade) for shade in self.random.sample(range(256), 256))
            data = next((other for other in shades if len(other) == len(now) and other != now), now[:-1] + b"?")
        place = self.site / file
        old = place.stat()
        if anew:
            place.unlink()
        place.write_bytes(data)
        os.utime(place, ns=(old.st_atime_ns, old.st_mtime_ns))

    # Adding, removing, renaming, swapping

    @edit()
    def add_an_item(self) -> object:
        if len(self.items()) > 20:
            return NOTHING_DONE
        file = self.pick(self.items())
        new = file.removesuffix(".md") + f"-{self.random.randrange(100)}.md"
        self.fronts[new], self.bodies[new] = copy.deepcopy(self.fronts[file]), self.bodies[file]
        self.fronts[new].pop("slug", None)
        return self.save(new)

    @edit()
    def remove_an_item(self) -> object:
        if len(self.items()) < 7:
            return NOTHING_DONE
        file = self.pick(self.items())
        del self.fronts[file], self.bodies[file]
        return (self.site / file).unlink()

    @edit()
    def rename_an_item(self) -> None:
        file = self.pick(self.items())
        new = file.removesuffix(".md") + "-renamed.md"
        self.fronts[new], self.bodies[new] = self.fronts.pop(file), self.bodies.pop(file)
        (self.site / file).rename(self.site / new)

    @edit(kind=st.sampled_from(["testimonials", "articles", "services", "results", "pages"]))
    def swap_two_items(self, kind: str) -> object:
        if len(self.items(kind)) < 2:
            return NOTHING_DONE
        one, other = self.random.sample(self.items(kind), 2)
        self.fronts[one], self.fronts[other] = self.fronts[other], self.fronts[one]
        self.bodies[one], self.bodies[other] = self.bodies[other], self.bodies[one]
        return self.swap(one, other)

    @edit()
    def swap_two_pictures(self) -> None:
        self.swap(*self.random.sample([f"content/images/{name}" for name in PICTURES], 2))

    def swap(self, one: str, other: str) -> None:
        aside = self.site / "aside"
        (self.site / one).rename(aside)
        (self.site / other).rename(self.site / one)
        aside.rename(self.site / other)

    @edit(how=st.sampled_from(["change", "add", "remove", "rename"]))
    def change_a_file(self, how: str) -> None:
        files = sorted((self.site / "content/files").rglob("*.txt"))
        if how == "add" or not files:
            self.put(f"content/files/more-{self.random.randrange(9)}.txt", b"More.")
        elif how == "remove":
            self.random.choice(files).unlink()
        elif how == "rename":
            file = self.random.choice(files)
            file.rename(file.with_name(f"named-{self.random.randrange(9)}.txt"))
        else:
            self.random.choice(files).write_text(str(self.random.random()))

    # The theme and pictures

    @edit(template=st.sampled_from(TEMPLATES))
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

    @edit()
    def take_an_override_away(self) -> object:
        own = sorted(p for p in (self.site / "templates").rglob("*") if p.is_file())
        return self.random.choice(own).unlink() if own else NOTHING_DONE

    @edit(
        holder=st.sampled_from(
            ["templates/partials/footer.html", "templates/pages/article.html", "templates/sections/text.html", "templates/embeds/figure.html"]
        )
    )
    def an_optional_template_appears_or_goes(self, holder: str) -> None:
        asks = b'{% include "hers/note.html" ignore missing %}'
        note = self.site / "templates/hers/note.html"
        text = (self.site / holder).read_bytes() if (self.site / holder).exists() else BUNDLED.read(holder)
        if asks not in text:
            end = text.rfind(b"{% endblock") if b"{% endblock" in text else len(text)
            self.put(holder, text[:end] + asks + text[end:])
            self.check()
        if note.exists():
            note.unlink()
        else:
            self.put("templates/hers/note.html", f"<!-- a note {self.random.random()} -->".encode())

    @edit(font=st.sampled_from(FONTS))
    def override_a_font(self, font: str) -> None:
        self.put(font, BUNDLED.read(font) + bytes(self.random.randrange(1, 9)))

    @edit(name=st.sampled_from(PICTURES), shade=st.integers(0, 255))
    def change_a_picture(self, name: str, shade: int) -> None:
        self.put(f"content/images/{name}", picture(name, shade))

    # Days

    @edit(days=st.integers(-40, 120))
    def another_day(self, days: int) -> None:
        self.day += timedelta(days=days)

    @edit()
    def the_next_date_in_the_files_comes_and_goes(self) -> object:
        """Build on its eve, on it, and on the day after, with nothing edited."""
        self.settle()
        texts = json.dumps(self.fronts)
        days = {date.fromisoformat(found) for found in re.findall(r"\b20\d\d-[01]\d-[0-3]\d\b", texts)}
        coming = min((day for day in days if day > self.day), default=None)
        if coming is None:
            return NOTHING_DONE
        for day in sorted({coming - timedelta(days=1), coming} - {self.day}):
            self.day = day
            self.check()
        self.day = coming + timedelta(days=1)
        return None


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


def _of_same_size(text: str) -> str:
    return text.replace("a", "e", 1) if "a" in text else text.replace("e", "a", 1)


def _told_of(folder: Path, word: bytes) -> list[str]:
    return [path for path, data in held(folder).items() if word in data.lower() or word in path.lower().encode()]
