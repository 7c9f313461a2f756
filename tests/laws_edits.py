"""Every kind of edit of a site, and every day, as rules of a Hypothesis machine."""

from __future__ import annotations

import copy
import json
import os
import re
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.laws_builds import BUNDLED, NOTHING_DONE, LawfulBuilds, edit
from tests.laws_site import PICTURES, Place, picture, places, put, written

PLACES = places()
LISTS = [place for place in PLACES if isinstance(place.values[0], list)]
TEMPLATES = [found.path for found in BUNDLED.files("templates") if "/fonts/" not in found.path]
FONTS = [found.path for found in BUNDLED.files("templates/fonts")]


def _of(folder: str) -> Any:
    return st.sampled_from([place for place in PLACES if place.file.startswith(f"content/{folder}")])


VALUES = st.integers(0, 2)
"""Which of a place's values to take."""


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

    @edit(
        video=st.sampled_from(["talk", "bo"]),
        ending=st.sampled_from(["vtt", "txt"]),
        words=st.sampled_from(["We talk less now, and we know", "Turnover fell 30%", ""]),
    )
    def change_what_is_said_in_a_video(self, video: str, ending: str, words: str) -> None:
        head = f"WEBVTT {self.random.random()}\n\n00:00.000 --> 00:02.000\n" if ending == "vtt" else ""
        self.put(f"content/images/{video}.{ending}", f"{head}{words}\n".encode())

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


def _of_same_size(text: str) -> str:
    return text.replace("a", "e", 1) if "a" in text else text.replace("e", "a", 1)
