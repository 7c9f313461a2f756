"""One route in, bytes out, with the inputs they were made from: the same for the build and the preview."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from sitegen.common.problems import Problem
from sitegen.common.trees import OwnTree, Tree
from sitegen.render import host_files, monogram
from sitegen.render.feeds import NEWEST, atom, json_feed
from sitegen.render.gathered import Shop
from sitegen.render.heads import site_is_sample
from sitegen.render.links import Links
from sitegen.render.markdown import Texts
from sitegen.render.page import Page
from sitegen.render.pictures import Pictures
from sitegen.render.places import Places
from sitegen.render.rendered import Rendered
from sitegen.render.routes import ICONS, Route, routes
from sitegen.render.theme import Theme
from sitegen.site.model import FILES
from sitegen.site.queries import articles
from sitegen.site.showing import Showing
from sitegen.site.views import Teaser


class Renderer:
    """Renders the routes of what is shown on one day with one theme."""

    def __init__(self, shown: Showing, theme: Theme, tree: Tree, cache: OwnTree | None = None) -> None:
        self.shown = shown
        self.theme = theme
        self.tree = tree
        self.pictures = Pictures(tree, cache)
        self.places = Places(tree)
        self.routes = routes(shown)
        self.links = Links(shown, self.routes)
        self._shop = Shop(shown, theme, self.pictures, self.links, self.places, Texts(shown.settings.language))

    def page(self, route: Route) -> Rendered:
        """Give an HTML page. Raises ContentError for a mistake in a template or a picture that can't be read; problems of texts are in the answer."""
        made = Page(self._shop, route).rendered()
        problem = _own_review(made, self.shown, self.places)
        return made if problem is None else Rendered(route, made.data, made.inputs, made.assets, made.place_links, (*made.problems, problem))

    def other(self, route: Route, pages: Sequence[Rendered]) -> Rendered:
        """Give any other route; `pages` are the site's rendered pages, which the sitemap lists."""
        settings, colours = self.shown.settings, self.theme.palette["light"]
        match route.kind:
            case "atom":
                return self._feed(route, atom)
            case "json-feed":
                return self._feed(route, json_feed)
            case "alias":
                return self._alias(route)
            case "share-image":
                return self._share_image(route)
            case "sitemap":
                return self._sitemap(route, pages)
            case "robots":
                data = host_files.robots(settings)
            case "redirects":
                data = host_files.redirects(self.aliases)
            case "headers":
                data = host_files.headers_file(self._headers())
            case "htaccess":
                data = host_files.htaccess(self._headers(), self.aliases)
            case "nojekyll":
                data = b""
            case "manifest":
                data = host_files.manifest(settings, colours)
            case "favicon-svg":
                data = monogram.favicon_svg(settings, colours)
            case "favicon-ico":
                data = monogram.favicon_ico(settings, colours)
            case "icon":
                data = monogram.icon_png(settings, colours, ICONS[route.address])
            case "ics":
                from sitegen.render.calendar import event_file

                data = event_file(self.shown.by_id[route.subject], settings)
            case "file":
                data = self.tree.read(f"{FILES}/{route.subject}")
            case _:
                raise ValueError(f"{route.address} is an HTML page")
        return Rendered(route, data)

    @property
    def aliases(self) -> tuple[Route, ...]:
        """The old addresses."""
        return tuple(route for route in self.routes if route.kind == "alias")

    def _feed(self, route: Route, write: Callable[..., bytes]) -> Rendered:
        page = Page(self._shop, route)
        origin = self.shown.settings.origin

        def text_of(article: Teaser) -> str:
            html: str = page.texts.text(self.shown.by_id[f"articles/{article.slug}"].body, article.file)
            html = re.sub(r'\s(srcset|sizes|loading|decoding)="[^"]*"', "", html)
            html = re.sub(r'(\s(?:href|src)=")/(?!/)', rf"\1{origin}/", html)
            return re.sub(r'(\shref=")#', rf"\1{origin}{article.address}#", html)

        data = write(self.shown.settings, articles(self.shown, limit=NEWEST), text_of)
        return Rendered(route, data, page.seen.inputs(), tuple(sorted(page.gathered.assets)))

    def _alias(self, route: Route) -> Rendered:
        origin = self.shown.settings.origin
        html = self.theme.render(
            "generated/alias.html",
            {"target": route.subject, "canonical": origin + route.subject if origin else "", "words": self.theme.wording, "site": self.shown.settings},
        )
        return Rendered(route, html.encode(), noindex=True)

    def _share_image(self, route: Route) -> Rendered:
        settings = self.shown.settings
        if settings.share_image:
            self.pictures.source(settings.share_image)
            return Rendered(route, monogram.fitted_share_image(self.tree.read(f"content/images/{settings.share_image}")))
        return Rendered(route, monogram.share_image(settings, self.theme.palette["light"]))

    def _sitemap(self, route: Route, pages: Sequence[Rendered]) -> Rendered:
        listed = sorted((page.route.address, page.modified) for page in pages if not page.noindex and page.route.is_page)
        return Rendered(route, host_files.sitemap(self.shown.settings, listed))

    def _headers(self) -> Mapping[str, str]:
        return host_files.security_headers(self.shown.settings, self.theme.css, noindex=site_is_sample(self.shown))


_REVIEW = re.compile(rb'"@type"\s*:\s*(?:\[[^\]]*)?"(Review|AggregateRating)"|itemtype="https?://schema\.org/(Review|AggregateRating)"')


def _own_review(page: Rendered, shown: Showing, places: Places) -> Problem | None:
    """R12: no Review or AggregateRating structured data about her own practice (Google's review-snippet policy: self-serving, ineligible)."""
    found = _REVIEW.search(page.data)
    if found is None or shown.settings.own_reviews:
        return None
    kind = (found[1] or found[2]).decode()
    item = shown.by_id.get(page.route.subject)
    where = places.find(found[0].decode(), item.file if item else f"templates/{page.route.template}")
    return Problem(
        "R12", where, f"the page {page.route.address} holds {kind} data about your own practice (R12).", "Take it out of the text or the template, or allow it in site.yaml: own_reviews: true",
        "Google shows no stars for reviews that a business publishes about itself, and may take away other rich results (review-snippet policy).",
    )  # fmt: skip
