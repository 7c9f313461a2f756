"""The site seen in one way: its pages, what is left out of it, and what forbids a build."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import ContentError, Effect, Problem, in_file_order, refusing
from sitegen.common.reuse import Reuse
from sitegen.preview.pages import Pages
from sitegen.preview.reading import Reading, ours
from sitegen.preview.view import View
from sitegen.render.beyond_consent import BeyondConsent
from sitegen.render.renderer import Renderer
from sitegen.render.texts import Texts
from sitegen.site.rules.table import Judged, against_rules
from sitegen.site.showing import showing
from sitegen.site.written import as_written, why_unpublished


class Face:
    """One view of the site. `pages` is None until there was something to show."""

    def __init__(self, view: View, day: date, cache: OwnTree | None, texts: Callable[[str], Texts], judged: Judged) -> None:
        self.view = view
        self.day = day
        self.pages: Pages | None = None
        self.problems: tuple[Problem, ...] = ()
        self.warnings: tuple[Problem, ...] = ()
        self.unpublished: dict[str, Problem] = {}
        """Why items are not published, by their file."""
        self._cache = cache
        self._texts = texts
        self._judged = judged
        self._reuse = Reuse()
        self._reading: Reading | None = None

    def show(self, reading: Reading) -> None:
        """Take up the site as it was read; where it can't be shown, the last that could stays."""
        if reading is self._reading:
            return
        self._reading = reading
        self.problems = reading.problems
        if self.pages is not None:
            self.pages.look_again()
        try:
            self._show(reading)
        except ContentError as error:
            self.problems = in_file_order((*self.problems, *error.problems))
        except Exception as error:
            self.problems = in_file_order((*self.problems, ours(error)))

    @property
    def css(self) -> str:
        """The style sheet, "" before there is one."""
        return self.pages.renderer.theme.css if self.pages is not None else ""

    def hidden_at(self, address: str) -> str:
        """Say why a page that there is at an address is not shown, "" where there is none."""
        if self.pages is None or self.view.written:
            return ""
        address = address.rstrip("/") + "/"
        hidden = (item for item in self.pages.renderer.shown.site.items() if item.address == address and item.file in self.unpublished)
        return next((str(self.unpublished[item.file]) for item in hidden), "")

    def _show(self, reading: Reading) -> None:
        if reading.site is None or reading.theme is None:
            return
        published = self._reuse.of("published", showing, reading.site, self.day, self._reuse)
        against = [
            problem for problem in self._reuse.of("against rules", against_rules, published, self._judged) if problem.location.file not in reading.unread
        ]
        self.problems = in_file_order((*reading.problems, *refusing(against)))
        self.warnings = in_file_order(problem for problem in against if problem.effect is not Effect.REFUSE)
        shown = self._reuse.of("as written", as_written, published) if self.view.written else published
        renderer = Renderer(shown, reading.theme, reading.files, self._cache, texts=self._texts(shown.settings.language))
        self.unpublished = self._reuse.of("unpublished", why_unpublished, shown)
        beyond = None if self.problems else BeyondConsent(published, reading.files)  # a build that these refuse looks no further
        if self.pages is None:
            self.pages = Pages(renderer, beyond, written=self.view.written)
        else:
            self.pages.show(renderer, beyond)
        self.problems = in_file_order((*self.problems, *self.pages.withheld_in_files()))
