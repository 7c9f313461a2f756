"""Which pages search engines may keep."""

from __future__ import annotations

from typing import Any

from sitegen.render.routes import Route
from sitegen.site.model import Item
from sitegen.site.showing import Showing


def is_unlisted(route: Route, item: Item[Any] | None) -> bool:
    """Say whether a page is kept out of search engines whatever the rest of the site is; `item` is what it is about."""
    return route.subject in ("404", "thank-you") or (item is not None and (item.record.noindex or item.id == "pages/404"))


def listed(shown: Showing, routes: tuple[Route, ...]) -> tuple[tuple[str, str], ...]:
    """Give (address, date of the record or "") of each page that the sitemap lists."""
    about = ((route, shown.by_id[route.subject] if route.kind == "item" else None) for route in routes if route.is_page)
    return tuple((route.address, _modified(item)) for route, item in about if not is_unlisted(route, item))


def _modified(item: Item[Any] | None) -> str:
    return str(getattr(item.record, "updated", None) or item.record.date or "") if item is not None else ""
