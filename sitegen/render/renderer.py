"""One route in, bytes out, with the inputs they were made from: the same for the build and the preview."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sitegen.common.memory import SourceFiles
from sitegen.common.own_trees import OwnTree
from sitegen.common.patterns import regex
from sitegen.common.problems import Effect
from sitegen.render import host_files
from sitegen.render.asked import Answers, Asked
from sitegen.render.cards.cards import Cards
from sitegen.render.gathered import Shop
from sitegen.render.links import Links
from sitegen.render.page import Page
from sitegen.render.pictures import Asset, Pictures
from sitegen.render.places import Places
from sitegen.render.rendered import Remark, Rendered
from sitegen.render.routes import ICONS, Route, routes
from sitegen.render.texts import Converted, Texts
from sitegen.render.theme import Theme
from sitegen.site.model import FILES, Item
from sitegen.site.showing import Showing
from sitegen.site.views import Teaser


class Renderer:
    """Renders the routes of what is shown on one day with one theme."""

    def __init__(
        self,
        shown: Showing,
        theme: Theme,
        files: SourceFiles,
        cache: OwnTree | None = None,
        converted: Mapping[str, Converted] | None = None,
        texts: Texts | None = None,
    ) -> None:
        self.shown = shown
        self.theme = theme
        self.files = files
        self.cache = cache
        self.pictures = Pictures(files, cache)
        self.cards = Cards(shown.site, theme, self.pictures, cache)
        self.places = Places(files.tree)
        self.routes = routes(shown)
        self.answers = Answers(shown, theme, self.pictures, self.cards, Links(shown, self.routes), files)
        self.texts = texts or Texts(shown.settings.language, converted)
        self._shop = Shop(theme, self.pictures, self.cards, self.answers, self.texts)

    def __reduce__(self) -> tuple[Any, ...]:
        """Give what makes the same in another process."""
        return Renderer, (self.shown, self.theme, self.files, self.cache, self.texts.known)

    def showing(self, shown: Showing) -> Renderer:
        """Give what renders another showing of the same site with the same theme."""
        return Renderer(shown, self.theme, self.files, self.cache, texts=self.texts)

    def page(self, route: Route) -> Rendered:
        """Give an HTML page. Raises ContentError for a mistake in a template or a picture that can't be read; what is to be said of its texts is in the answer."""
        page = Page(self._shop, route)
        made = page.rendered()
        if (remark := _own_review(made, page)) is None:
            return made
        return replace(made, remarks=(*made.remarks, remark))

    def asset(self, asset: Asset) -> bytes:
        """Give a picture, a card or a font as it stands on the web."""
        if asset.card is not None:
            return self.cards.made(asset.card)
        return self.theme.files.data(asset.font) if asset.font else self.pictures.made(asset)

    def other(self, route: Route) -> Rendered:
        """Give any other route."""
        if route.kind in ("atom", "json-feed"):
            return self._feed(route)
        ask = Asked(self.answers)
        ask("route", address=route.address)
        if route.kind not in ("file", "ics", "sitemap", "robots", "redirects", "nojekyll"):
            ask("style sheet")
        return Rendered(route, self._other(route, ask), ask.inputs())

    def _other(self, route: Route, ask: Asked) -> bytes:
        settings, colours = ask.settings, self.theme.palette["light"]
        match route.kind:
            case "alias":
                return self._alias(route, ask)
            case "share-image":
                return self._share_image(ask)
            case "sitemap":
                return host_files.sitemap(settings, ask("list of pages"))
            case "robots":
                return host_files.robots(settings)
            case "redirects":
                return host_files.redirects(ask("redirects"))
            case "headers":
                return host_files.headers_file(self._headers(ask), fonts=bool(self.theme.fonts.files))
            case "htaccess":
                return host_files.htaccess(self._headers(ask), ask("redirects"))
            case "nojekyll":
                return b""
            case "manifest":
                return host_files.manifest(settings, colours)
            case "favicon-svg" | "favicon-ico" | "icon":
                return self._icon(route, ask, colours)
            case "ics":
                from sitegen.render.calendar import event_file

                item: Item[Any] = ask("item", name=route.subject)
                return event_file(item, settings)
            case "file":
                ask("file", path=f"{FILES}/{route.subject}")
                return self.files.read(f"{FILES}/{route.subject}")
            case _:
                raise ValueError(f"{route.address} is an HTML page")

    def _feed(self, route: Route) -> Rendered:
        from sitegen.render.feeds import NEWEST, atom, json_feed

        page = Page(self._shop, Route("/", "generated", "home"))
        page.ready()
        ask = page.ask
        ask("route", address=route.address)
        origin = ask.settings.origin

        def text_of(article: Teaser) -> str:
            item: Item[Any] = ask("item", name=f"articles/{article.slug}")
            html: str = page.texts.text(item.body, article.file)
            html = re.sub(r'<source [^>]*>|</?picture>|\s(srcset|sizes|loading|decoding|data-c)="[^"]*"', "", html)
            html = re.sub(r'(\s(?:href|src)=")/(?!/)', rf"\1{origin}/", html)
            return re.sub(r'(\shref=")#', rf"\1{origin}{article.address}#", html)

        write = atom if route.kind == "atom" else json_feed
        data = write(ask.settings, ask("articles", limit=NEWEST), text_of)
        return Rendered(route, data, ask.inputs(), tuple(sorted(page.gathered.assets)))

    def _alias(self, route: Route, ask: Asked) -> bytes:
        origin = ask.settings.origin
        ask("template", name="generated/alias.html")
        ask("words")
        facts = {"target": route.subject, "canonical": origin + route.subject if origin else "", "words": self.theme.wording, "site": ask.settings}
        return self.theme.render("generated/alias.html", facts).encode()

    def _icon(self, route: Route, ask: Asked, colours: Mapping[str, str]) -> bytes:
        from sitegen.render import monogram

        if route.kind == "favicon-svg":
            return monogram.favicon_svg(ask.settings, colours)
        letters, face = self.cards.monogram(ask)
        return monogram.favicon_ico(letters, face, colours) if route.kind == "favicon-ico" else monogram.icon_png(letters, face, colours, ICONS[route.address])

    def _share_image(self, ask: Asked) -> bytes:
        from sitegen.render import monogram

        own = ask.settings.share_image
        if own and ask("picture", name=own) is not None:
            return monogram.fitted_share_image(self.pictures.read(own))
        return self.cards.made(self.cards.of_site(ask), "share")

    def _headers(self, ask: Asked) -> Mapping[str, str]:
        return host_files.security_headers(
            ask.settings, (self.theme.css, self.theme.leaflet), noindex=ask("is anything a sample"), fonts=bool(self.theme.fonts.files)
        )


_REVIEW = regex(rb'"@type"\s*:\s*(?:\[[^\]]*)?"(Review|AggregateRating)"|itemtype="https?://schema\.org/(Review|AggregateRating)"')


def _own_review(made: Rendered, page: Page) -> Remark | None:
    """R12: no Review or AggregateRating structured data about her own practice (Google's review-snippet policy: self-serving, ineligible)."""
    found = _REVIEW.search(made.data) if b'Review"' in made.data or b'AggregateRating"' in made.data else None
    if found is None or page.ask.settings.own_reviews:
        return None
    kind = (found[1] or found[2]).decode()
    return Remark(
        "R12", found[0].decode(), page.item.file if page.item else f"templates/{made.route.template}",
        f"the page {made.route.address} holds {kind} data about your own practice (R12).", "Take it out of the text or the template, or allow it in site.yaml: own_reviews: true",
        Effect.REFUSE, "Google shows no stars for reviews that a business publishes about itself, and may take away other rich results (review-snippet policy).",
    )  # fmt: skip
