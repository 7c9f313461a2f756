"""The site seen in one way: its pages, each rendered when it is asked for and kept until something that it was made from is another."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sitegen.build.record import BuildRecord, changed_questions, reason_to_make, remembered
from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import ContentError, Effect, Problem, in_file_order, refusing
from sitegen.common.reuse import Reuse
from sitegen.preview.reading import Reading, ours
from sitegen.preview.view import View
from sitegen.render.beyond_consent import BeyondConsent
from sitegen.render.pictures import Asset
from sitegen.render.place_links import place_problems
from sitegen.render.rendered import Rendered
from sitegen.render.renderer import Renderer
from sitegen.render.routes import Route
from sitegen.render.texts import Texts
from sitegen.render.where_taken import places_in_pictures
from sitegen.site.model import FILES, IMAGES
from sitegen.site.rules.table import against_rules
from sitegen.site.showing import showing
from sitegen.site.written import as_written, why_unpublished

_MOST_PAGES = 300
"""So many pages are kept; one that nobody asked for in a long time is rendered anew."""
_MOST_OTHERS = 50
_MOST_ASSETS = 5_000


@dataclass(frozen=True, slots=True)
class Made:
    """A page as it stands: the last good one where it can't be made now; None where it never could. `reason` says why it was made again."""

    rendered: Rendered | None
    reason: str
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()


class Face:
    """One view of the site."""

    def __init__(self, view: View, day: date, cache: OwnTree | None, texts: Callable[[str], Texts]) -> None:
        self.view = view
        self.day = day
        self.problems: tuple[Problem, ...] = ()
        self.warnings: tuple[Problem, ...] = ()
        self.renderer: Renderer | None = None
        self.unpublished: dict[str, Problem] = {}
        self._cache = cache
        self._texts = texts
        self._reuse = Reuse()
        self._reading: Reading | None = None
        self._pages: OrderedDict[str, Made] = OrderedDict()
        self._others: OrderedDict[str, Rendered] = OrderedDict()
        self._true: set[str] = set()
        """Pages that were compared since the last change."""
        self._placed: dict[str, tuple[Problem, ...]] = {}
        self._beyond: BeyondConsent | None = None
        self._searched: dict[str, tuple[tuple[object, ...], tuple[Problem, ...]]] = {}
        """What withheld words a page holds, with what that was found from."""
        self._wrong: frozenset[str] = frozenset()
        """Pages with links to places that were not there."""
        self._assets: OrderedDict[str, Asset] = OrderedDict()

    def show(self, reading: Reading) -> None:
        """Take up the site as it was read; where it can't be shown, the last that could stays."""
        if reading is self._reading:
            return
        self._reading = reading
        self.problems = reading.problems
        self._true.clear()
        self._placed.clear()
        if reading.site is None or reading.theme is None:
            return
        try:
            published = showing(reading.site, self.day, self._reuse)
            against = [problem for problem in against_rules(published) if problem.location.file not in reading.unread]
            self.problems = in_file_order((*reading.problems, *refusing(against)))
            self.warnings = in_file_order(problem for problem in against if problem.effect is not Effect.REFUSE)
            shown = as_written(published) if self.view.written else published
            self.renderer = Renderer(shown, reading.theme, reading.files, self._cache, texts=self._texts(shown.settings.language))
            self.unpublished = why_unpublished(shown)
            self._beyond = None if self.problems else BeyondConsent(published, reading.files)  # a build that these refuse looks no further
            self.problems = in_file_order((*self.problems, *self._withheld_in_files(reading)))
        except ContentError as error:
            self.problems = in_file_order((*self.problems, *error.problems))

    def route(self, address: str) -> Route | None:
        """Give what stands at an address."""
        return self.renderer.answers.answer(("route", (("address", address),))) if self.renderer is not None else None

    def page(self, route: Route) -> Made:
        """Give a page: as it is remembered, or made anew because an answer that it was made from is another."""
        made = self._fresh(route)
        if made.rendered is None:
            return made
        if route.address not in self._placed:
            placed = self._place_problems(made.rendered) if made.rendered.place_links else ()
            self._placed[route.address] = (*placed, *self._withheld_on(made.rendered))
        if not self._placed[route.address] and route.address not in self._wrong:
            return made
        made = replace(made, problems=in_file_order((*made.problems, *self._placed[route.address])))
        self._wrong = (self._wrong | {route.address}) if made.problems else (self._wrong - {route.address})
        return made

    def _withheld_on(self, made: Rendered) -> tuple[Problem, ...]:
        """Give what stands on a page and somebody withheld (R4); as written, where everything is shown, what was typed into its text."""
        if self._beyond is None or not self._beyond.withheld:
            return ()
        address = made.route.address
        basis = made, self._beyond.withheld, self._beyond.text_of(made.route)
        known = self._searched.get(address)
        if known is None or any(one is not other for one, other in zip(known[0], basis, strict=True)):
            found = (
                self._beyond.in_texts(made.route)
                if self.view.written
                else self._beyond.problems([(made.route.output, made.data, made.route)], {address: made.assets})
            )
            known = self._searched[address] = basis, found
        return known[1]

    def _withheld_in_files(self, reading: Reading) -> Iterator[Problem]:
        """Give what somebody withheld and stands in a file that goes online as it is; each is looked through once."""
        assert self.renderer is not None  # noqa: S101 - its caller has made it
        if self._beyond is None or not self._beyond.withheld:
            return
        for route in self.renderer.routes:
            if route.kind == "file":
                basis = self._beyond.withheld, reading.files.found[f"{FILES}/{route.subject}"]
                known = self._searched.get(route.address)
                if known is None or any(one is not other for one, other in zip(known[0], basis, strict=True)):
                    known = self._searched[route.address] = basis, self._beyond.in_file(route)
                yield from known[1]

    def had_problems(self, address: str) -> bool:
        """Say whether a page had problems when it was last made."""
        known = self._pages.get(address)
        return address in self._wrong or (known is not None and bool(known.problems))

    def _fresh(self, route: Route) -> Made:
        known = self._pages.get(route.address)
        if known is None or route.address not in self._true:
            known = self._pages[route.address] = self._compared(route, known)
            self._true.add(route.address)
        self._pages.move_to_end(route.address)
        while len(self._pages) > _MOST_PAGES:
            self._true.discard(self._pages.popitem(last=False)[0])
        return known

    def asset(self, address: str) -> Asset | None:
        """Give the picture at an address, of the pages made so far or of any picture there is."""
        return self._assets.get(address)

    def other(self, route: Route) -> Rendered:
        """Give what is no page: a feed, an icon, the sitemap, the list of redirects."""
        assert self.renderer is not None  # noqa: S101 - it gave the route
        known = self._others.get(route.address)
        if known is None or any(self.renderer.answers.digest_now(asked) != before for asked, before in known.inputs):
            known = self._others[route.address] = self.renderer.other(route)
        self._others.move_to_end(route.address)
        while len(self._others) > _MOST_OTHERS:
            self._others.popitem(last=False)
        return known

    def _compared(self, route: Route, known: Made | None) -> Made:
        assert self.renderer is not None  # noqa: S101 - it gave the route
        if known is None or known.rendered is None:
            return self._rendered(route, known, "it is looked at for the first time")
        record = BuildRecord(dict(known.rendered.inputs), {route.address: remembered(known.rendered, "")})
        changed = changed_questions(record, self.renderer.answers.digest_now)
        reason = reason_to_make(route, record, changed, ())
        return self._rendered(route, known, reason or known.reason) if reason or known.problems else known

    def _rendered(self, route: Route, known: Made | None, reason: str) -> Made:
        assert self.renderer is not None  # noqa: S101 - it gave the route
        last = known.rendered if known is not None else None
        try:
            made = self.renderer.page(route)
        except ContentError as error:
            return Made(last, reason, error.problems)
        except Exception as error:
            return Made(last, reason, (ours(error),))
        for asset in made.assets:
            self._assets[asset.address] = asset
            self._assets.move_to_end(asset.address)
        while len(self._assets) > _MOST_ASSETS:
            self._assets.popitem(last=False)
        placed = [*map(self.renderer.places.placed, made.remarks), *places_in_pictures(made.assets, self.renderer.pictures)]
        return Made(made, reason, in_file_order(refusing(placed)), in_file_order(problem for problem in placed if problem.effect is not Effect.REFUSE))

    def _place_problems(self, made: Rendered) -> tuple[Problem, ...]:
        """Give the links of a page to places that the page they lead to does not have."""
        assert self.renderer is not None  # noqa: S101 - it made the page
        pages = {made.route.address: made}
        for address in sorted({link.address for link in made.place_links} - set(pages)):
            route = self.route(address)
            target = self._fresh(route).rendered if route is not None and route.is_page else None
            if target is not None:
                pages[address] = replace(target, place_links=())
        return place_problems(pages, list(pages.values()), self.renderer.places, None)


def told(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Give problems as a build tells them: in file order, and a missing picture once."""
    every = list(problems)
    if any(problem.code == "no-picture" for problem in every):
        every = [problem for problem in every if problem.code != "file-gone" or not problem.location.file.startswith(IMAGES)]
    return in_file_order(every)
