"""Public files to finished bytes: everything is rendered and checked before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sitegen.common.problems import ContentError, Effect, Problem, in_file_order
from sitegen.common.trees import OwnTree, Tree
from sitegen.render.asked import question
from sitegen.render.place_links import place_problems
from sitegen.render.rendered import Rendered
from sitegen.render.renderer import Renderer
from sitegen.render.theme import Theme
from sitegen.site.check import check_site
from sitegen.site.load import read_site
from sitegen.site.model import IMAGES, SETTINGS_FILE
from sitegen.site.showing import Showing, showing


@dataclass(frozen=True, slots=True)
class Built:
    """A finished site: every file by its path in output/, in the order in which they are to be written, and what is to be said of it."""

    files: Mapping[str, bytes]
    rendered: tuple[Rendered, ...]
    shown: Showing
    problems: tuple[Problem, ...]
    sample: bool

    @property
    def pages(self) -> int:
        """How many pages a visitor can read."""
        return sum(page.route.is_page for page in self.rendered)


def build_site(tree: Tree, bundled: Tree, as_of: date, cache: OwnTree | None = None) -> Built:
    """Give the site as it is on a day. Raises ContentError with every problem that forbids it; nothing is written but pictures into the cache."""
    loaded = read_site(tree)
    problems = list(loaded.problems)
    if loaded.site is None:
        raise ContentError(problems)
    problems += check_site(loaded.site)
    shown = showing(loaded.site, as_of)
    try:
        renderer = Renderer(shown, Theme(tree, bundled, shown.settings), tree, cache)
    except ContentError as error:
        raise ContentError([*problems, *error.problems]) from None
    pages: list[Rendered] = []
    for route in renderer.routes:
        if route.is_page:
            try:
                pages.append(renderer.page(route))
            except ContentError as error:
                problems += error.problems
    if any(problem.code == "no-picture" for problem in problems):
        problems = [problem for problem in problems if problem.code != "file-gone" or not problem.location.file.startswith(IMAGES)]
    remarks = list(dict.fromkeys(remark for page in pages for remark in page.remarks))
    problems += [renderer.places.problem(remark) for remark in remarks if remark.effect is Effect.REFUSE]
    problems += place_problems(pages, renderer.places)
    if problems:
        raise ContentError(problems)
    listed = sorted((page.route.address, page.modified) for page in pages if not page.noindex)
    others = [renderer.other(route, listed) for route in renderer.routes if not route.is_page]
    rendered = (*pages, *others)
    assets = sorted({asset for one in rendered for asset in one.assets})
    files = {asset.address.lstrip("/"): renderer.pictures.made(asset) for asset in assets}
    files |= {one.route.output: one.data for one in others}
    files |= {page.route.output: page.data for page in pages}
    said = in_file_order([*shown.left_out, *(renderer.places.problem(remark) for remark in remarks), *_site_notices(shown)])
    return Built(files, rendered, shown, said, renderer.answers.answer(question("is anything a sample")))


def _site_notices(shown: Showing) -> list[Problem]:
    if shown.settings.url:
        return []
    return [
        Problem(
            "no-url",
            shown.site.setting("name"),
            "the site has no address yet, so the feeds, the sitemap, the share image's tags and the data for search engines are left out.",
            f"When it has one, add it to {SETTINGS_FILE}: url: https://www.example.com",
            effect=Effect.NOTICE,
        )
    ]
