"""Atom (RFC 4287) and JSON Feed 1.1 of the newest articles, with their whole text."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

from sitegen.common.patterns import regex
from sitegen.site.settings import Settings
from sitegen.site.views import Teaser

NEWEST = 20
"""How many articles a feed holds."""

_ATOM = "http://www.w3.org/2005/Atom"


def atom(settings: Settings, articles: Sequence[Teaser], text_of: Callable[[Teaser], str]) -> bytes:
    """Give the Atom feed; needs the site's own address."""
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed", {"xml:lang": settings.language})
    zone = ZoneInfo(settings.time_zone)
    home = settings.origin + "/"

    def add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
        element = ET.SubElement(parent, f"{{{_ATOM}}}{tag}", attributes)
        element.text = _NOT_IN_XML.sub(" ", text) or None
        return element

    add(feed, "title", settings.brand)
    add(feed, "subtitle", settings.promise)
    add(feed, "id", home)
    add(feed, "link", href=home, rel="alternate", type="text/html")
    add(feed, "link", href=f"{home}feed.xml", rel="self", type="application/atom+xml")
    add(feed, "updated", _moment(max((a.updated or a.published for a in articles), default=date(1970, 1, 1)), zone))
    add(add(feed, "author"), "name", settings.name)
    for article in articles:
        entry = add(feed, "entry")
        add(entry, "title", article.title)
        add(entry, "id", settings.origin + article.address)
        add(entry, "link", href=settings.origin + article.address, rel="alternate", type="text/html")
        add(entry, "published", _moment(article.published, zone))
        add(entry, "updated", _moment(article.updated or article.published, zone))
        add(entry, "summary", article.summary)
        for topic in article.topics:
            add(entry, "category", term=topic)
        add(entry, "content", text_of(article), type="html")
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


_NOT_IN_XML = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that a text may hold and XML 1.0 may not (2.2), such as a form feed."""


def json_feed(settings: Settings, articles: Sequence[Teaser], text_of: Callable[[Teaser], str]) -> bytes:
    """Give the JSON feed; needs the site's own address."""
    zone = ZoneInfo(settings.time_zone)
    home = settings.origin + "/"
    items: list[dict[str, Any]] = []
    for article in articles:
        item = {
            "id": settings.origin + article.address, "url": settings.origin + article.address, "title": article.title, "summary": article.summary,
            "content_html": text_of(article), "date_published": _moment(article.published, zone),
        }  # fmt: skip
        if article.updated:
            item["date_modified"] = _moment(article.updated, zone)
        if article.topics:
            item["tags"] = list(article.topics)  # type: ignore[assignment]
        items.append(item)
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": settings.brand, "description": settings.promise, "home_page_url": home, "feed_url": f"{home}feed.json",
        "language": settings.language, "authors": [{"name": settings.name, "url": home}], "items": items,
    }  # fmt: skip
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _moment(day: date, zone: ZoneInfo) -> str:
    """Give a day as a moment: noon in her time zone, so that it is the same day for most readers (RFC 3339)."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=zone).isoformat()
