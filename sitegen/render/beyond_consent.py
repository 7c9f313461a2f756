"""What people withheld, looked for in finished files and in the texts that they were made from (R4: NY Civil Rights Law s.51, GDPR Art 7, ICF Code of Ethics)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from sitegen.common.decoding import decoded
from sitegen.common.digests import digest, digest_of
from sitegen.common.frozen import frozen
from sitegen.common.leaks.needle import Needle
from sitegen.common.memory import SourceFiles
from sitegen.common.problems import ContentError, Location, Problem, in_file_order
from sitegen.render.pictures import Asset
from sitegen.render.routes import Route
from sitegen.site.clips import CAPTIONS, TRANSCRIPT
from sitegen.site.model import FACTS_FILE, FILES, IMAGES, SETTINGS_FILE, Item
from sitegen.site.rules.texts import shown_video_texts
from sitegen.site.rules.typed_text import typed_text, without_comments
from sitegen.site.rules.withheld import Withheld, withheld
from sitegen.site.showing import Showing

if TYPE_CHECKING:
    from sitegen.common.leaks.search import Searcher

_WHY = "a person's consent covers what it names and no more (NY Civil Rights Law s.51, GDPR Art 7, ICF Code of Ethics: confidentiality)."
_CALLED = {"name": "the name", "title": "the title", "company": "the company", "location": "the place", "photo": "the photo", "logo": "the logo", "video": "the video", "link": "the link", "quote": "the words", "result": "the result"}  # fmt: skip
_MOST_PLACES = 3
_TEXTS_OF_PICTURES = (CAPTIONS, TRANSCRIPT, ".svg")


@frozen
class _Found:
    """Something withheld that was found: in which finished file, on which line of it, and where that was typed, if it is known."""

    withheld: Withheld
    path: str
    line: int
    words: str = ""
    typed: Location | None = None
    needle: Needle | None = None


class BeyondConsent:
    """Looks for everything that is withheld on a day; with nothing withheld it looks at nothing."""

    def __init__(self, shown: Showing, files: SourceFiles) -> None:
        self.withheld = shown.reuse.of("withheld on the day", withheld, shown.site, shown.as_of, shown.reuse)
        self._shown, self._files = shown, files
        self._texts: dict[str, str] = {}

    @cached_property
    def seal(self) -> str:
        """A digest of all that is looked for, "" for nothing: files that were clean of it stay so while it is the same."""
        told = [(one.what, one.picture, [(n.kind, n.text) for n in (*one.needles, *one.nearby, *one.own)], one.item.file) for one in self.withheld]
        return digest_of(told) if told else ""

    def problems(self, finished: Iterable[tuple[str, bytes, Route | None]], assets: Mapping[str, Iterable[Asset]]) -> tuple[Problem, ...]:
        """Give R4 for everything withheld that stands in finished files (path, bytes, route), or in one of the pictures by the address of their page."""
        if not self.withheld:
            return ()
        self._everywhere.begin_anew()
        found = [one for path, data, route in finished for one in (*self._in_bytes(path, data, route), *self._in_text(path, route))]
        return self._told([*found, *self._in_pictures(assets)])

    def in_texts(self, route: Route) -> tuple[Problem, ...]:
        """Give R4 for what is withheld and was typed into the text of a page, however it is shown."""
        item = self.text_of(route) if self.withheld else None
        if item is None:
            return ()
        found = [
            _Found(self._owner[leak.needle], route.output, leak.line, leak.words, needle=leak.needle)
            for text, _ in self._texts_of(item)
            for leak in self._everywhere.found_in("", text.encode())
        ]
        return self._told([*found, *self._in_text(route.output, route)])

    def in_file(self, route: Route) -> tuple[Problem, ...]:
        """Give R4 for a file that goes online as it is."""
        return self.problems([(route.output, self._files.tree.read(f"{FILES}/{route.subject}"), route)], {})

    def is_taken_back(self, path: str, data: bytes) -> bool:
        """Say whether a file of an earlier build holds what a person took back: words, a name, or a picture made smaller."""
        if any(path.rpartition("/")[2].startswith(name) for name in self._taken_back_pictures):
            return True
        return any(
            self._owner[leak.needle] in self._taken_back
            for leak in self._everywhere.found_in(path, data)
            if leak.needle.kind != "note" or not self._is_shown_by_right(leak.words)
        )

    @cached_property
    def _taken_back(self) -> tuple[Withheld, ...]:
        return tuple(
            one for one in self.withheld if (consent := one.item.record.consent) is not None and (consent.status == "withdrawn" or consent.withdrawn_on)
        )

    @cached_property
    def _taken_back_pictures(self) -> tuple[str, ...]:
        """The beginnings of the names that withdrawn pictures have in output/."""
        pictures = (f"{IMAGES}/{one.picture}" for one in self._taken_back if one.picture)
        return tuple(digest(self._files.tree.read(path))[:12] for path in pictures if path in self._files.found)

    def text_of(self, route: Route) -> Item[Any] | None:
        """Give the item that a page is about, whose text is looked through too."""
        return self._shown.by_id.get(route.subject) if route.kind == "item" else None

    @cached_property
    def _owner(self) -> Mapping[Needle, Withheld]:
        return {needle: one for one in reversed(self.withheld) for needle in (*one.needles, *one.nearby)}

    @cached_property
    def _everywhere(self) -> Searcher:
        from sitegen.common.leaks.search import Searcher

        return Searcher(needle for one in self.withheld for needle in one.needles)

    @cached_property
    def _beside(self) -> Searcher:
        from sitegen.common.leaks.search import Searcher

        return Searcher(needle for one in self.withheld for needle in one.nearby)

    def _in_bytes(self, path: str, data: bytes, route: Route | None) -> Iterator[_Found]:
        for leak in self._everywhere.found_in(path, data):
            if leak.needle.kind != "note" or not self._is_shown_by_right(leak.words):
                yield _Found(self._owner[leak.needle], path, leak.line, leak.words, needle=leak.needle)
        if route is not None and route.kind == "file" and (copied := self._by_digest.get(digest(data))) is not None:
            yield _Found(copied, path, 0, typed=Location(f"{FILES}/{path}"))

    def _in_text(self, path: str, route: Route | None) -> Iterator[_Found]:
        """Find what gives a person away only in a sentence about her, or in the record's own text; captions are no part of the page, and are looked through for all."""
        item = self.text_of(route) if route is not None else None
        if item is None:
            return
        for text, place in self._texts_of(item):
            for leak in self._beside.found_in("", text.encode()):
                yield _Found(self._owner[leak.needle], path, leak.line, typed=place(leak.line))
            for one in self._own.get(item.file, ()):
                for needle in one.own:
                    if (line := _line_of_name(text, needle.text)) is not None:
                        yield _Found(one, path, line, typed=place(line))
        for said in shown_video_texts(item):
            yield from self._in_bytes(path, said.text.encode(), None) if said.is_captions else ()

    def _texts_of(self, item: Item[Any]) -> Iterator[tuple[str, Callable[[int], Location]]]:
        """Give what was typed into an item's file, and what is said in its videos, each with what gives the place of a line."""
        yield self._typed(item), partial(Location, item.file)
        yield from ((said.text, said.location_of_line) for said in shown_video_texts(item))

    @cached_property
    def _own(self) -> Mapping[str, list[Withheld]]:
        own: dict[str, list[Withheld]] = {}
        for one in self.withheld:
            if one.own:
                own.setdefault(one.item.file, []).append(one)
        return own

    def _typed(self, item: Item[Any]) -> str:
        if item.file not in self._texts:
            self._texts[item.file] = typed_text(self._read(item.file), item)
        return self._texts[item.file]

    def _read(self, file: str) -> str:
        try:
            return decoded(self._files.tree.read(file), file)
        except ContentError:
            return ""

    @cached_property
    def _shown_texts(self) -> str:
        """The words that people let the site show, in one line."""
        from sitegen.common.leaks.forms import folded, words_of

        texts = [text for item in self._shown.testimonials for text in (item.body, item.record.translation.text if item.record.translation else "")]
        texts += [text for item in self._shown.results for text in (item.body, item.record.summary, *item.record.goals)]
        return " ; ".join(f" {' '.join(words_of(folded(text)))} " for text in texts)

    def _is_shown_by_right(self, words: str) -> bool:
        return f" {words} " in self._shown_texts

    # pictures

    @cached_property
    def _pictures(self) -> Mapping[str, Withheld]:
        return {one.picture: one for one in reversed(self.withheld) if one.picture}

    @cached_property
    def _by_digest(self) -> Mapping[str, Withheld]:
        """The withheld pictures by the digests of their bytes; those alone that are as large as something that goes online."""
        found = self._files.found
        sizes = {file.size for path, file in found.items() if path.startswith(f"{FILES}/")}
        sizes |= {file.size for path, file in found.items() if path.startswith(f"{IMAGES}/") and path.removeprefix(f"{IMAGES}/") not in self._pictures}
        alike = {name: one for name, one in self._pictures.items() if (file := found.get(f"{IMAGES}/{name}")) is not None and file.size in sizes}
        return {digest(self._files.tree.read(f"{IMAGES}/{name}")): one for name, one in alike.items()}

    def _in_pictures(self, assets: Mapping[str, Iterable[Asset]]) -> Iterator[_Found]:
        if not self._pictures:
            return
        short = {name[:12]: one for name, one in self._by_digest.items()}
        for address, some in sorted(assets.items()):
            for asset in some:
                one = self._pictures.get(asset.name) or short.get(asset.address.rpartition("/")[2][:12])
                if one is not None:
                    yield _Found(one, address, 0, asset.name, self._place_of_picture(address, asset.name))
        settings = self._shown.settings
        shared = settings.share_image or settings.photo
        if shared and shared in self._pictures:
            field = "share_image" if settings.share_image else "photo"
            yield _Found(self._pictures[shared], settings.share_address.lstrip("/"), 0, shared, self._shown.site.setting(field))

    def _place_of_picture(self, address: str, name: str) -> Location:
        """Give the line that names a picture, on the page where it is shown or else in another file."""
        items = sorted((item for _, group in self._shown.kinds() for item in group), key=lambda item: (item.address != address, item.file))
        for item in items:
            if name in (text := self._typed(item)):
                return Location(item.file, _line(text, text.index(name)))
        for file in (SETTINGS_FILE, FACTS_FILE):
            if file in self._files.found and name in (text := without_comments(self._read(file))):
                return Location(file, _line(text, text.index(name)))
        return Location(f"{IMAGES}/{name}")

    # what is told

    def _told(self, found: Iterable[_Found]) -> tuple[Problem, ...]:
        groups: dict[tuple[str, str, str], list[_Found]] = {}
        for one in found:
            groups.setdefault((one.withheld.item.file, one.withheld.what, one.withheld.text), []).append(one)
        return in_file_order(self._problem(some) for some in groups.values())

    def _problem(self, found: list[_Found]) -> Problem:
        one, first = found[0].withheld, found[0]
        typed = list(dict.fromkeys(some.typed for some in found if some.typed is not None))
        if not typed:
            typed = [place for needle in dict.fromkeys(some.needle for some in found if some.needle) for place in self._places(needle, first.path)]
        where = typed[0] if typed else Location(f"output/{first.path}", first.line)
        also = f" It stands in {', '.join(map(str, typed[1 : _MOST_PLACES + 1]))} too." if typed[1:] else ""
        said = f"'{first.words or one.text}'"
        what = f"the {'file' if one.what == 'video' else 'picture'} {said} is" if one.picture else f"{said} stands here,"
        message = f"{what} {_CALLED[one.what]} that {one.item.file} withholds: {one.because} (R4)."
        mend = f"{'Take it out of this file or its name.' if where.file.startswith(FILES) else 'Take it out here.'}{also}"
        if "withdrawn" not in one.because:
            mend += f"\nOr ask the person, and write down at {one.item.location('consent')} what may be shown."
        if not one.picture and one.what not in ("quote", "result"):
            mend += f"\nIf it means something else here, add to {one.item.file}: allow: [{{text: {one.text}, why: ...}}]"
        return Problem("R4", where, message, mend, _WHY)

    def _places(self, needle: Needle, path: str) -> list[Location]:
        """Give the lines of her own files on which something stands, the page's own file first."""
        from sitegen.common.leaks.search import Searcher

        searcher = Searcher([needle])
        places = []
        for file, data in self._sources(path):
            leaks = searcher.found_in(CAPTIONS if file.endswith(CAPTIONS) else "", data)
            if leaks:
                lines = data.split(b"\n") if b"\0" not in data else ()
                exact = next((number for number, line in enumerate(lines, 1) if searcher.found_in("", line)), leaks[0].line if lines else 0)
                places.append(Location(file, exact))
            elif file.startswith(f"{FILES}/") and searcher.found_in(file.removeprefix(FILES), b""):
                places.append(Location(file))
        return places

    def _sources(self, path: str) -> Iterator[tuple[str, bytes]]:
        if f"{FILES}/{path}" in self._files.found:
            yield f"{FILES}/{path}", self._files.tree.read(f"{FILES}/{path}")
        items = sorted((item for _, group in self._shown.kinds() for item in group), key=lambda item: item.file)
        yield from ((item.file, self._typed(item).encode()) for item in items)
        for file in sorted(self._files.found):
            if file in (SETTINGS_FILE, FACTS_FILE):
                yield file, without_comments(self._read(file)).encode()
        for found in self._files.tree.files("templates"):
            yield found.path, self._read(found.path).encode()
        for file in sorted(self._files.found):
            if file.startswith(f"{IMAGES}/") and file.endswith(_TEXTS_OF_PICTURES):
                yield file, self._read(file).encode()
        for file in sorted(self._files.found):
            if file.startswith(f"{FILES}/") and file != f"{FILES}/{path}":
                yield file, self._files.tree.read(file)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _line_of_name(text: str, words: str) -> int | None:
    """Give the line on which words stand as a name: with a capital that does not begin a sentence, or more than one of them."""
    row = r"[\W_]{1,3}".join(map(re.escape, words.split()))
    for found in re.finditer(rf"(?<!\w){row}(?!\w)", text, re.IGNORECASE):
        before = text[: found.start()].rstrip(" \t_*([\"'“”„‚‘’»«")
        begins = not before or before[-1] in ".!?:\n-#>"
        if " " in words or (found[0][0].isupper() and not begins):
            return _line(text, found.start())
    return None
