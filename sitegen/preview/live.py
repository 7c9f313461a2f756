"""The preview's whole state: what the files hold, and the site seen in each way that a tab asked for. One thread at a time uses it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import Problem, in_file_order
from sitegen.common.trees import Tree
from sitegen.preview.face import Face
from sitegen.preview.kept import Kept
from sitegen.preview.moves import Moves
from sitegen.preview.pages import Made, Pages
from sitegen.preview.reading import Reader, Reading, Start, item_of, kind_of
from sitegen.preview.sources import Sources
from sitegen.preview.view import View
from sitegen.render.routes import Route
from sitegen.render.texts import Texts
from sitegen.site.model import IMAGES

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
        self._judged = start.judged
        self._faces: Kept[tuple[View, date], Face] = Kept(_MOST_FACES)
        self._reading: Reading | None = None
        self._lately: tuple[str, ...] = ()
        """The items that were saved last: their own pages are looked through, whichever page is on screen."""

    def take_up(self, paths: Iterable[str] | None) -> frozenset[str]:
        """Look at the files that may have changed, None for all of them, and read what did; give the paths that changed."""
        changed = self.sources.look() if paths is None or self.sources.linked else self.sources.touched(paths)
        if changed or self._reading is None:
            self._read(changed)
        return changed

    def face(self, view: View, today: date) -> Face:
        """Give the site seen in one way."""
        reading = self._reading or self._read(self.sources.look())
        key = (view, view.day or today)
        face = self._faces.get(key) or Face(view, key[1], self._cache, self._texts_of, self._judged)
        self._faces[key] = face
        face.show(reading)
        return face

    def problems(self, face: Face, made: Made | None) -> tuple[Problem, ...]:
        """Give what forbids a build, as far as it is known: of the files, of a page, and of the pages of what was saved lately."""
        pages = face.pages
        lately = () if pages is None else tuple(pages.page(route) for route in self._lately_saved(pages) if pages.had_problems(route.address))
        return _as_told([*face.problems, *(problem for one in (made, *lately) if one is not None for problem in one.problems)])

    def look_through(self, face: Face) -> None:
        """Look through the pages of what was saved lately, whichever page is on screen."""
        if face.pages is not None:
            for route in self._lately_saved(face.pages):
                face.pages.page(route)

    def _read(self, changed: frozenset[str]) -> Reading:
        before = self._reading
        self._reading = self._reader.read(changed)
        if before is not None:
            self._lately = tuple(dict.fromkeys((*sorted(path for path in changed if kind_of(path)), *self._lately)))[:_MOST_LATELY]
            self.moves.note(before.site, self._reading.site, changed)
        for texts in self._texts.values():
            for name in list(texts.used)[: max(0, len(texts.used) - _MOST_TEXTS)]:
                del texts.used[name]
        return self._reading

    def _lately_saved(self, pages: Pages) -> list[Route]:
        items = [item_of(pages.renderer.shown.site, path) for path in self._lately]
        routes = [pages.route(item.address) for item in items if item is not None]
        return [route for route in routes if route is not None and route.is_page]

    def _texts_of(self, language: str) -> Texts:
        if language not in self._texts:
            self._texts[language] = Texts(language, self._known_texts)
        return self._texts[language]


def _as_told(problems: list[Problem]) -> tuple[Problem, ...]:
    """Give problems as a build tells them: in file order, and a missing picture once."""
    if any(problem.code == "no-picture" for problem in problems):
        problems = [problem for problem in problems if problem.code != "file-gone" or not problem.location.file.startswith(IMAGES)]
    return in_file_order(problems)
