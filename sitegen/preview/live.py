"""The preview's whole state: what the files hold, and the site seen in each way that a tab asked for. One thread at a time uses it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from datetime import date

from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import Problem
from sitegen.common.trees import Tree
from sitegen.preview.face import Face, Made, told
from sitegen.preview.moves import Moves
from sitegen.preview.reading import Reader, Reading, Start, item_of, kind_of
from sitegen.preview.sources import Sources
from sitegen.preview.view import View
from sitegen.render.routes import Route
from sitegen.render.texts import Texts

_MOST_FACES = 4
_MOST_TEXTS = 4_000
_MOST_LATELY = 5


class Live:
    """The site as it is at this moment."""

    def __init__(self, tree: Tree, bundled: Tree, cache: OwnTree | None, start: Start) -> None:
        self.tree = tree
        self.sources = Sources(tree, start.memory)
        self.moves = Moves()
        self._reader = Reader(self.sources, bundled, start)
        self._cache = cache
        self._known_texts = start.texts
        self._texts: dict[str, Texts] = {}
        self._faces: OrderedDict[tuple[View, date], Face] = OrderedDict()
        self._reading: Reading | None = None
        self._lately: tuple[str, ...] = ()
        """The items that were saved last: their own pages are looked through, whichever page is on screen."""

    def take_up(self, paths: Iterable[str] | None) -> frozenset[str]:
        """Look at the files that may have changed, None for all of them, and read what did; give the paths that changed."""
        changed = self.sources.look() if paths is None or self.sources.linked else self.sources.touched(paths)
        if changed or self._reading is None:
            before = self._reading
            self._reading = self._reader.read(changed)
            if before is not None:
                self._lately = tuple(dict.fromkeys((*sorted(path for path in changed if kind_of(path)), *self._lately)))[:_MOST_LATELY]
            self.moves.note(before.site if before is not None else None, self._reading.site, changed)
            for texts in self._texts.values():
                for name in list(texts.used)[: max(0, len(texts.used) - _MOST_TEXTS)]:
                    del texts.used[name]
        return changed

    def face(self, view: View, today: date) -> Face:
        """Give the site seen in one way."""
        if self._reading is None:
            self.take_up(None)
        assert self._reading is not None  # noqa: S101 - it was read just now
        key = (view, view.day or today)
        if key not in self._faces:
            self._faces[key] = Face(view, key[1], self._cache, self._texts_of)
        self._faces.move_to_end(key)
        while len(self._faces) > _MOST_FACES:
            self._faces.popitem(last=False)
        self._faces[key].show(self._reading)
        return self._faces[key]

    def problems(self, face: Face, made: Made | None) -> tuple[Problem, ...]:
        """Give what forbids a build, as far as it is known: of the files, of a page, and of the pages of what was saved lately."""
        pages = () if made is None else made.problems
        lately = [problem for route in self._lately_saved(face) if face.had_problems(route.address) for problem in face.page(route).problems]
        return told((*face.problems, *pages, *lately))

    def look_through(self, face: Face) -> None:
        """Look through the pages of what was saved lately, whichever page is on screen."""
        for route in self._lately_saved(face):
            face.page(route)

    def _lately_saved(self, face: Face) -> list[Route]:
        site = face.renderer.shown.site if face.renderer is not None else None
        items = [item_of(site, path) for path in self._lately] if site is not None else []
        routes = [face.route(item.address) for item in items if item is not None]
        return [route for route in routes if route is not None and route.is_page]

    def _texts_of(self, language: str) -> Texts:
        if language not in self._texts:
            self._texts[language] = Texts(language, self._known_texts)
        return self._texts[language]
