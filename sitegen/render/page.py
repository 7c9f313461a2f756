"""One HTML page: what its template may ask and call, and what it asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from sitegen.common.patterns import regex
from sitegen.common.values import slugify
from sitegen.render.asked import Ask, Asked
from sitegen.render.charts import before_after, grouped, slopes
from sitegen.render.gathered import Gathered, Shop
from sitegen.render.heads import Head, head
from sitegen.render.on_page import Pagination, ShareImage, Subject
from sitegen.render.page_links import PageLinks
from sitegen.render.page_texts import PageTexts
from sitegen.render.pictures import Asset
from sitegen.render.rendered import Rendered
from sitegen.render.routes import Route
from sitegen.render.structured_data import structured_data
from sitegen.render.towns import town
from sitegen.site.model import SETTINGS_FILE, Item
from sitegen.site.views import Happening

_LATER = ' loading="lazy"'
_TAG = regex(r"<[^<>]*>")
_FIRST_VIEW = 1_000
"""So many letters fill what a telephone or a desk shows of a page at first."""


class Page:
    """One rendering of one page."""

    def __init__(self, shop: Shop, route: Route) -> None:
        self.shop = shop
        self.route = route
        self.ask = Asked(shop.answers)
        self.gathered = Gathered(self.ask)
        self.item: Item[Any] | None = self.ask("item", name=route.subject) if route.kind == "item" else None
        self.links = PageLinks(shop.theme.wording, route, self.item.file if self.item else SETTINGS_FILE, self.gathered)
        self.texts = PageTexts(shop, self.links, self.gathered)

    def rendered(self) -> Rendered:
        """Give the finished page. Raises ContentError for a mistake in a template."""
        route, ask = self.route, self.ask
        ask("template", name=route.template)
        _, context = self.ready()
        html = _first_picture_at_once(self.shop.theme.render(route.template, context))
        self.texts.finish()
        return Rendered(
            route, html.encode(), ask.inputs(), tuple(sorted(self.gathered.assets)), tuple(sorted(self.gathered.place_links)), tuple(self.gathered.remarks)
        )  # fmt: skip

    def ready(self) -> tuple[Head, Mapping[str, Any]]:
        """Give the page's head and all that its templates may name; from here on embeds can be laid out."""
        theme, ask = self.shop.theme, self.ask
        for asked in ("words", "style sheet"):
            ask(asked)
        ask("route", address=self.route.address)
        top = head(self.route, self.item, ask, theme.wording)
        context = self._context(top)
        self.texts.embedded = lambda template, facts: theme.render(template, {**context, **facts}).strip()
        return top, context

    def _context(self, top: Head) -> Mapping[str, Any]:
        """Give everything that a template may name."""
        words, theme, links, texts = self.shop.theme.wording, self.shop.theme, self.links, self.texts
        origin = self.ask.settings.origin
        return {
            "site": self.ask.settings, "words": words, "ask": Ask(self.ask), "route": self.route, "head": top,
            "item": self._subject(), "view": self._view(), "is_home": self.route.address == "/", "sample_site": self.ask("is anything a sample"),
            "text": texts.text, "body": lambda: texts.text(self.item.body if self.item else ""), "quote_html": texts.quote,
            "href": links.href, "link": links.button, "next_step": links.next_step, "picture": texts.picture, "film": texts.film,
            "chart": lambda m: before_after(m, words), "slopes": lambda group: slopes(group, words), "measure_groups": lambda measures: grouped(measures, words),
            "topic_href": lambda topic: links.href(f"/articles/topics/{slugify(topic)}/"), "menu": links.menu(), "pagination": self._pagination(),
            "css": Markup(theme.css), "leaflet_css": Markup(theme.leaflet),  # noqa: S704 - they were looked through
            "theme_colors": {mode: colours["paper"] for mode, colours in theme.palette.items()},
            "canonical": origin + self.route.address if origin else "", "share_image": self._share_image(top, origin), "font_preload": self._fonts(),
            "structured_data": structured_data(self.route, self.item, top, self.ask, self._data_images(top, origin)), "feeds": bool(origin),
            "day": words.day, "partial": words.partial, "period": words.period, "time": words.time, "price": words.price, "measured": words.measured,
            "number": words.number, "iso": lambda value: value.isoformat(), "zone_name": self._zone_name, "target": "",
            "town": lambda place: town(place, self.ask.settings),
        }  # fmt: skip

    def _share_image(self, top: Head, origin: str) -> ShareImage:
        """Give the page's own card, if the site has one for each page and this one's can be made; else the site's."""
        brand = self.ask.settings.brand
        words, cards = self.shop.theme.wording, self.shop.cards
        if origin and (card := cards.of_page(self.route, self.item, top, self.gathered)) is not None:
            self.gathered.assets.add(Asset(card.address, card.photo or "", 0, card=card))
            return ShareImage(origin + card.address, words("card_alt", title=top.heading, brand=brand), own=True)
        return ShareImage(origin + self.ask.settings.share_address if origin else "", words("share_image_alt", brand=brand))

    def _fonts(self) -> str:
        """Note the fonts that the site brings; give the address of that of the running text, "" where it brings none."""
        fonts = self.shop.theme.fonts
        self.gathered.assets.update(Asset(address, "", 0, font=name) for address, name in fonts.files)
        return fonts.preloaded

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
                return self.ask("service", slug=slug)
            case "testimonials":
                return self.ask("testimonial", slug=slug)
            case "results":
                return self.ask("result", slug=slug)
            case "articles":
                return self.ask("articles", only=(slug,))[0]
            case "events":
                return self.ask("event", slug=slug)
            case _:
                return None

    def _zone_name(self, event: Happening) -> str:
        return self.shop.theme.wording("zone", city=event.zone.rpartition("/")[2].replace("_", " "))

    def _pagination(self) -> Pagination:
        first = self.route.address.partition("page/")[0]
        here, last = self.route.page, self.route.pages

        def at(number: int) -> str:
            return "" if not 1 <= number <= last else first if number == 1 else f"{first}page/{number}/"

        near = sorted({1, last, *range(max(1, here - 2), min(last, here + 2) + 1)})
        links = tuple((number, at(number), number == here, before < number - 1) for before, number in zip((0, *near), near, strict=False))
        return Pagination(here, last, at(here - 1), at(here + 1), links)

    def _data_images(self, top: Head, origin: str) -> Mapping[str, str]:
        images = {}
        if origin and self.ask.settings.photo and (self.route.address in ("/", "/about/")):
            images["portrait"] = origin + self.texts.plain_picture(self.ask.settings.photo)
        if origin and top.image:
            images["subject"] = origin + self.texts.plain_picture(top.image)
        return images


def _first_picture_at_once(html: str) -> str:
    """Give a page whose first picture below the header is fetched at once and before the others, if it can be in the first view; all others wait until somebody comes near them."""
    start = html.find("<main")
    at = html.find("<img ", start, html.find("</main", start))
    lazy = html.find(_LATER, at, html.find(">", at)) if at >= 0 else -1
    return html if lazy < 0 or not _is_seen_first(html[start:at]) else f'{html[:lazy]} fetchpriority="high"{html[lazy + len(_LATER) :]}'


def _is_seen_first(above: str) -> bool:
    """Say whether what stands in main above a picture leaves room for it in the first view: one section and no video beside the page's head, and few words."""
    return above.count("<h2") < 2 and "<video" not in above and len(" ".join(_TAG.sub(" ", above).split())) <= _FIRST_VIEW
