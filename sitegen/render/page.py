"""One HTML page: what its template may ask and call, and what it asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from sitegen.common.values import slugify
from sitegen.render.charts import before_after
from sitegen.render.gathered import Gathered, Shop
from sitegen.render.heads import Head, head, site_is_sample
from sitegen.render.on_page import Pagination, Subject
from sitegen.render.page_links import PageLinks
from sitegen.render.page_texts import BODY_WIDTHS, PageTexts
from sitegen.render.rendered import Rendered
from sitegen.render.routes import Route
from sitegen.render.seen import Ask
from sitegen.render.structured_data import structured_data
from sitegen.site.model import SETTINGS_FILE, Item
from sitegen.site.views import Happening

PORTRAIT_WIDTHS = (480, 800, 1200)


class Page:
    """One rendering of one page."""

    def __init__(self, shop: Shop, route: Route) -> None:
        self.shop = shop
        self.route = route
        self.item: Item[Any] | None = shop.shown.by_id.get(route.subject) if route.kind == "item" else None
        self.gathered = Gathered(shop.places)
        self.seen = self.gathered.seen
        self.ask = Ask(shop.shown, self.seen)
        self.links = PageLinks(shop, route, self.item.file if self.item else SETTINGS_FILE, self.gathered)
        self.texts = PageTexts(shop, self.links, self.ask, self.gathered)

    def rendered(self) -> Rendered:
        """Give the finished page. Raises ContentError for a mistake in a template."""
        shown = self.shop.shown
        if self.item is not None:
            self.seen.note(f"item {self.item.id}", self.item.digest)
        sample_site = site_is_sample(shown)
        self.seen.note("is anything a sample?", sample_site)
        top = head(self.route, shown, self.shop.theme.wording, sample_site)
        self.seen.note("head", top)
        self.seen.note(f"template {self.route.template}", self.shop.theme.closure(self.route.template))
        self.seen.note("words", self.shop.theme.words_digest)
        self.seen.note("style sheet", self.shop.theme.css)
        context = self._context(top, sample_site)
        self.texts.embedded = lambda template, facts: self.shop.theme.render(template, {**context, **facts}).strip()
        html = self.shop.theme.render(self.route.template, context)
        modified = ""
        if self.item is not None:
            modified = str(getattr(self.item.record, "updated", None) or self.item.record.date or "")
        return Rendered(
            self.route, html.encode(), self.seen.inputs(), tuple(sorted(self.gathered.assets)), tuple(sorted(self.gathered.place_links)),
            tuple(dict.fromkeys(self.gathered.problems)), top.noindex, modified,
        )  # fmt: skip

    def _context(self, top: Head, sample_site: bool) -> Mapping[str, Any]:
        """Give everything that a template may name."""
        words, theme, links, texts = self.shop.theme.wording, self.shop.theme, self.links, self.texts
        origin = self.shop.shown.settings.origin
        return {
            "site": links.settings, "words": words, "ask": self.ask, "route": self.route, "head": top,
            "item": self._subject(), "view": self._view(), "is_home": self.route.address == "/", "sample_site": sample_site,
            "text": texts.text, "body": lambda: texts.text(self.item.body if self.item else ""), "quote_html": texts.quote,
            "href": links.href, "link": links.button, "next_step": links.next_step, "picture": texts.picture, "chart": lambda m: before_after(m, words),
            "topic_href": lambda topic: links.href(f"/articles/topics/{slugify(topic)}/"), "menu": links.menu(), "pagination": self._pagination(),
            "css": Markup(theme.css),  # noqa: S704 - looked through by the theme
            "theme_colors": {mode: colours["paper"] for mode, colours in theme.palette.items()},
            "canonical": origin + self.route.address if origin else "", "share_image_url": f"{origin}/share.png" if origin else "",
            "structured_data": structured_data(self.route, top, self.shop.shown, self._data_images(top)), "feeds": bool(origin),
            "day": words.day, "partial": words.partial, "period": words.period, "time": words.time, "price": words.price, "measured": words.measured,
            "number": words.number, "iso": lambda value: value.isoformat(), "zone_name": self._zone_name, "target": "",
        }  # fmt: skip

    def _subject(self) -> Subject | None:
        item = self.item
        if item is None:
            return None
        open_record = None if item.kind in ("testimonials", "results") else item.record
        return Subject(item.id, item.kind, item.slug, item.file, item.address, open_record)

    def _view(self) -> Any:
        if self.item is None:
            return None
        slug = self.item.slug
        match self.item.kind:
            case "services":
                return self.ask.service(slug)
            case "testimonials":
                return self.ask.testimonial(slug)
            case "results":
                return self.ask.result(slug)
            case "articles":
                return self.ask.articles(only=(slug,))[0]
            case "events":
                return self.ask.event(slug)
            case _:
                return None

    def _zone_name(self, event: Happening) -> str:
        return self.shop.theme.wording("zone", city=event.zone.rpartition("/")[2].replace("_", " "))

    def _pagination(self) -> Pagination:
        first = self.route.address.partition("page/")[0]
        links = tuple((n, first if n == 1 else f"{first}page/{n}/", n == self.route.page) for n in range(1, self.route.pages + 1))
        before, after = self.route.page - 2, self.route.page
        return Pagination(self.route.page, self.route.pages, links[before][1] if before >= 0 else "", links[after][1] if after < len(links) else "", links)

    def _data_images(self, top: Head) -> Mapping[str, str]:
        origin = self.shop.shown.settings.origin
        images = {}
        if origin and self.links.settings.photo and (self.route.address in ("/", "/about/")):
            images["portrait"] = origin + self.texts.picture(self.links.settings.photo, PORTRAIT_WIDTHS).src
        if origin and top.image:
            images["subject"] = origin + self.texts.picture(top.image, BODY_WIDTHS).src
        return images
