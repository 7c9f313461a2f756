"""The pages of one view of the site, each rendered when it is asked for and kept until something that it was made from is another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from sitegen.build.record import BuildRecord, changed_questions, reason_to_make, remembered
from sitegen.common.problems import ContentError, Effect, Problem, in_file_order, refusing
from sitegen.common.reuse import Reuse
from sitegen.contract.facts import Measures
from sitegen.contract.told import broken_by
from sitegen.preview.kept import Kept
from sitegen.preview.reading import ours
from sitegen.render.beyond_consent import BeyondConsent
from sitegen.render.pictures import Asset
from sitegen.render.place_links import place_problems
from sitegen.render.rendered import Rendered
from sitegen.render.renderer import Renderer
from sitegen.render.routes import Route
from sitegen.render.where_taken import places_in_pictures
from sitegen.site.model import FILES

_MOST_PAGES = 300
"""So many pages are kept; one that nobody asked for in a long time is rendered anew."""
_MOST_OTHERS = 50
_MOST_ASSETS = 5_000


@dataclass(frozen=True, slots=True)
class Made:
    """A page as it stands: the last good one where it can't be made now; None where it never could. `reason` says why it was made again."""

    route: Route
    rendered: Rendered | None
    reason: str
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()


class Pages:
    """What stands at the addresses of the site. `beyond` looks for what people withhold; None where a build would not get as far."""

    def __init__(self, renderer: Renderer, beyond: BeyondConsent | None, *, written: bool) -> None:
        self.renderer = renderer
        self._beyond = beyond
        self._written = written
        self._measures = Measures(renderer.shown.settings.origin)
        self._reuse = Reuse()
        self._pages: Kept[str, Made] = Kept(_MOST_PAGES)
        self._others: Kept[str, Rendered] = Kept(_MOST_OTHERS)
        self._assets: Kept[str, Asset] = Kept(_MOST_ASSETS)
        self._compared: set[str] = set()
        """Pages that were compared since the last change."""
        self._around: dict[str, tuple[Problem, ...]] = {}
        """What is wrong with a page that its own rendering does not tell, since the last change."""
        self._wrong: set[str] = set()

    def show(self, renderer: Renderer, beyond: BeyondConsent | None) -> None:
        """Take up the site as it is now."""
        if renderer.shown.settings.origin != self.renderer.shown.settings.origin:
            self._measures = Measures(renderer.shown.settings.origin)
        self.renderer, self._beyond = renderer, beyond
        self.look_again()

    def look_again(self) -> None:
        """Compare each page anew when it is asked for."""
        self._compared.clear()
        self._around.clear()

    def route(self, address: str) -> Route | None:
        """Give what stands at an address."""
        found: Route | None = self.renderer.answers.answer(("route", (("address", address),)))
        return self.route(address.removesuffix("index.html")) if found is None and address.endswith("/index.html") else found

    def page(self, route: Route) -> Made:
        """Give a page: as it is remembered, or made anew because an answer that it was made from is another."""
        made = self._fresh(route)
        if made.rendered is not None and (around := self._problems_around(made.rendered)):
            made = replace(made, problems=in_file_order((*made.problems, *around)))
        if made.problems:
            self._wrong.add(route.address)
        else:
            self._wrong.discard(route.address)
        return made

    def had_problems(self, address: str) -> bool:
        """Say whether a page had problems when it was last looked at."""
        return address in self._wrong

    def other(self, route: Route) -> Rendered:
        """Give what is no page: a feed, an icon, the sitemap, the list of redirects."""
        known = self._others.get(route.address)
        if known is None or any(self.renderer.answers.digest_now(asked) != before for asked, before in known.inputs):
            known = self.renderer.other(route)
        self._others[route.address] = known
        return known

    def asset(self, address: str) -> Asset | None:
        """Give the picture at an address, of the pages made so far."""
        return self._assets.get(address)

    def withheld_in_files(self) -> Iterator[Problem]:
        """Give what somebody withheld and stands in a file that goes online as it is (R4)."""
        beyond = self._beyond
        if beyond is None or not beyond.withheld:
            return
        for route in self.renderer.routes:
            if route.kind == "file":
                found = self.renderer.files.found[f"{FILES}/{route.subject}"]
                yield from self._reuse.of(("withheld in", route.address), partial(self._look_into, beyond, route), beyond.withheld, found)

    def _fresh(self, route: Route) -> Made:
        known = self._pages.get(route.address)
        if known is None or route.address not in self._compared:
            known = self._made(route, known)
            self._compared.add(route.address)
        self._pages[route.address] = known
        return known

    def _made(self, route: Route, known: Made | None) -> Made:
        if known is None or known.rendered is None:
            return self._rendered(route, None, "it is looked at for the first time")
        record = BuildRecord(dict(known.rendered.inputs), {route.address: remembered(known.rendered, "")})
        reason = reason_to_make(route, record, changed_questions(record, self.renderer.answers.digest_now), ())
        return self._rendered(route, known.rendered, reason or known.reason) if reason or known.problems else known

    def _rendered(self, route: Route, last: Rendered | None, reason: str) -> Made:
        try:
            made = self.renderer.page(route)
        except ContentError as error:
            return Made(route, last, reason, error.problems)
        except Exception as error:
            return Made(route, last, reason, (ours(error),))
        for asset in made.assets:
            self._assets[asset.address] = asset
        placed = [*map(self.renderer.places.placed, made.remarks), *places_in_pictures(made.assets, self.renderer.pictures)]
        placed += broken_by(made, self._measures, self.renderer)
        return Made(route, made, reason, in_file_order(refusing(placed)), in_file_order(problem for problem in placed if problem.effect is not Effect.REFUSE))

    def _problems_around(self, made: Rendered) -> tuple[Problem, ...]:
        address = made.route.address
        if address not in self._around:
            self._around[address] = (*self._place_problems(made), *self._withheld_on(made))
        return self._around[address]

    def _place_problems(self, made: Rendered) -> tuple[Problem, ...]:
        """Give the links of a page to places that the page they lead to does not have."""
        if not made.place_links:
            return ()
        pages = {made.route.address: made}
        for address in sorted({link.address for link in made.place_links} - set(pages)):
            route = self.route(address)
            target = self._fresh(route).rendered if route is not None and route.is_page else None
            if target is not None:
                pages[address] = replace(target, place_links=())
        return place_problems(pages, list(pages.values()), self.renderer.places, None)

    def _withheld_on(self, made: Rendered) -> tuple[Problem, ...]:
        """Give what stands on a page and somebody withheld (R4); as written, where everything is shown, what was typed into its text."""
        beyond, route = self._beyond, made.route
        if beyond is None or not beyond.withheld:
            return ()

        return self._reuse.of(("withheld on", route.address), partial(self._look_at, beyond, made), made.digest, beyond.withheld, beyond.text_of(route))

    def _look_into(self, beyond: BeyondConsent, route: Route, *_: object) -> tuple[Problem, ...]:
        return beyond.in_file(route)

    def _look_at(self, beyond: BeyondConsent, made: Rendered, *_: object) -> tuple[Problem, ...]:
        route = made.route
        return beyond.in_texts(route) if self._written else beyond.problems([(route.output, made.data, route)], {route.address: made.assets})
