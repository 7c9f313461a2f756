"""JSON-LD: what is visible on a page, in schema.org's words, linked by @id; never a review of her own practice (R12)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from sitegen.render.asked import Asked
from sitegen.render.heads import Head
from sitegen.render.routes import Route
from sitegen.site.front import Price
from sitegen.site.items import Article, Event, Page, Result, Service
from sitegen.site.model import Item

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

Thing = dict[str, Any]


def structured_data(route: Route, item: Item[Any] | None, head: Head, ask: Asked, images: Mapping[str, str]) -> Markup:
    """Give a page's JSON-LD blocks, "" for a site without an address of its own.

    `images` are absolute addresses of pictures that stand on the page: `subject` (the item's own), `portrait`.
    """
    origin = ask.settings.origin
    if not origin or route.subject in ("404", "pages/404"):
        return Markup("")
    things = [*_of_page(route, item, head, ask, images, origin)]
    if head.crumbs:
        things.append(_breadcrumbs(head, origin))
    text = json.dumps({"@context": "https://schema.org", "@graph": things}, ensure_ascii=False, separators=(",", ":"), sort_keys=False)
    return Markup('<script type="application/ld+json">') + Markup(text.replace("<", "\\u003c").replace("&", "\\u0026")) + Markup("</script>")  # noqa: S704 - escaped here


def _of_page(route: Route, item: Item[Any] | None, head: Head, ask: Asked, images: Mapping[str, str], origin: str) -> list[Thing]:
    url = origin + route.address
    if route.address == "/":
        return _home(ask, images, origin)
    record = item.record if item else None
    if item is not None and isinstance(record, Page) and item.id == "pages/about":
        page: Thing = {"@type": "ProfilePage", "@id": f"{url}#page", "url": url, "name": head.heading, "mainEntity": person(ask, images, origin)}
        return [{**page, "dateModified": str(record.date)} if record.date else page]
    if isinstance(record, Service):
        return [_service(record, ask, url, origin)]
    if isinstance(record, Result):
        return [_article("Article", record.title, head, ask, url, origin, images, str(record.date), None)]
    if isinstance(record, Article):
        return [
            _article(
                "BlogPosting", record.title, head, ask, url, origin, images, str(record.date), str(record.updated) if record.updated else None, record.author
            )
        ]
    if isinstance(record, Event):
        return [_event(record, ask, url, origin, images)]
    return [
        {
            "@type": "WebPage",
            "@id": f"{url}#page",
            "url": url,
            "name": head.heading,
            "isPartOf": {"@type": "WebSite", "@id": f"{origin}/#site", "name": ask.settings.brand, "url": f"{origin}/"},
        }
    ]


def _home(ask: Asked, images: Mapping[str, str], origin: str) -> list[Thing]:
    settings = ask.settings
    things: list[Thing] = [
        {
            "@type": "WebSite",
            "@id": f"{origin}/#site",
            "url": f"{origin}/",
            "name": settings.brand,
            "inLanguage": settings.language,
            "publisher": {"@id": f"{origin}/#person"},
        },
        person(ask, images, origin),
    ]
    if settings.address or settings.area:
        practice: Thing = {
            "@type": "ProfessionalService", "@id": f"{origin}/#practice", "name": settings.brand, "url": f"{origin}/", "description": settings.promise,
            "founder": {"@id": f"{origin}/#person"}, "image": images.get("portrait") or origin + ask.settings.share_address,
        }  # fmt: skip
        if settings.address:
            place = settings.address
            practice["address"] = {
                "@type": "PostalAddress",
                "streetAddress": place.street,
                "postalCode": place.postcode,
                "addressLocality": place.city,
                "addressCountry": place.country,
            }
        if settings.area:
            practice["areaServed"] = settings.area
        for key, value in (("telephone", settings.phone), ("email", settings.email)):
            if value:
                practice[key] = value
        things.append(practice)
    return things


def person(ask: Asked, images: Mapping[str, str], origin: str) -> Thing:
    """Give the coach."""
    settings = ask.settings
    thing: Thing = {"@type": "Person", "@id": f"{origin}/#person", "name": settings.name, "jobTitle": settings.title, "url": f"{origin}/"}
    if images.get("portrait"):
        thing["image"] = images["portrait"]
    if settings.profiles:
        thing["sameAs"] = [profile.url for profile in settings.profiles]
    if settings.topics:
        thing["knowsAbout"] = list(settings.topics)
    credentials = ask("credentials")
    if credentials:
        thing["hasCredential"] = [
            {
                "@type": "EducationalOccupationalCredential",
                "name": c.title,
                **({"credentialCategory": c.level} if c.level else {}),
                "recognizedBy": {"@type": "Organization", "name": c.issuer},
            }
            for c in credentials
        ]
    return thing


def _coach(ask: Asked, origin: str) -> Thing:
    """Give the coach in short, under the @id of the whole account on the home page."""
    return {"@type": "Person", "@id": f"{origin}/#person", "name": ask.settings.name, "url": f"{origin}/"}


def _service(record: Service, ask: Asked, url: str, origin: str) -> Thing:
    thing: Thing = {
        "@type": "Service", "@id": f"{url}#service", "name": record.title, "description": record.summary, "url": url, "serviceType": record.title,
        "provider": _coach(ask, origin),
    }  # fmt: skip
    if record.price:
        thing["offers"] = _offer(record.price, url)
    return thing


def _offer(price: Price, url: str) -> Thing:
    offer: Thing = {"@type": "Offer", "url": url, "priceCurrency": price.currency}
    if price.from_:
        offer["priceSpecification"] = {"@type": "PriceSpecification", "minPrice": str(price.amount), "priceCurrency": price.currency}
    else:
        offer["price"] = str(price.amount)
    return offer


def _article(
    kind: str,
    title: str,
    head: Head,
    ask: Asked,
    url: str,
    origin: str,
    images: Mapping[str, str],
    published: str,
    updated: str | None,
    guest: str | None = None,
) -> Thing:
    author: Thing = {"@type": "Person", "name": guest} if guest else _coach(ask, origin)
    return {
        "@type": kind, "@id": f"{url}#article", "headline": title, "description": head.description, "url": url, "mainEntityOfPage": url, "inLanguage": head.language,
        "datePublished": published, **({"dateModified": updated} if updated else {}), "author": author, "publisher": _coach(ask, origin),
        "image": images.get("subject") or origin + ask.settings.share_address,
    }  # fmt: skip


_STATUS = {"scheduled": "EventScheduled", "full": "EventScheduled", "postponed": "EventPostponed", "cancelled": "EventCancelled"}


def _event(record: Event, ask: Asked, url: str, origin: str, images: Mapping[str, str]) -> Thing:
    from zoneinfo import ZoneInfo

    zone = ZoneInfo(record.time_zone or ask.settings.time_zone)
    places: list[Thing] = []
    if record.venue:
        parts = {
            "streetAddress": record.venue.street,
            "postalCode": record.venue.postcode,
            "addressLocality": record.venue.city,
            "addressCountry": record.venue.country,
        }
        places.append({"@type": "Place", "name": record.venue.name, "address": {"@type": "PostalAddress", **{k: v for k, v in parts.items() if v}}})
    if record.online:
        places.append({"@type": "VirtualLocation", "url": record.online if "://" in record.online else url})
    mode = "MixedEventAttendanceMode" if len(places) > 1 else "OnlineEventAttendanceMode" if record.online else "OfflineEventAttendanceMode"
    offer: Thing = {
        "@type": "Offer", "url": str(record.booking.url) if record.booking and "://" in record.booking.url else url,
        "price": str(record.price.amount) if record.price else "0", "priceCurrency": record.price.currency if record.price else "EUR",
        "availability": f"https://schema.org/{'SoldOut' if record.status == 'full' else 'InStock'}",
    }  # fmt: skip
    if record.date:
        offer["validFrom"] = str(record.date)
    return {
        "@type": "Event", "@id": f"{url}#event", "name": record.title, "description": record.summary, "url": url, "startDate": moment(record.start, zone),
        "endDate": moment(record.end, zone), "eventStatus": f"https://schema.org/{_STATUS[record.status]}", "eventAttendanceMode": f"https://schema.org/{mode}",
        "location": places[0] if len(places) == 1 else places, "organizer": _coach(ask, origin),
        "performer": _coach(ask, origin), "image": images.get("subject") or origin + ask.settings.share_address, "offers": offer,
    }  # fmt: skip


def moment(value: datetime, zone: ZoneInfo) -> str:
    """Give a local time with its offset (ISO 8601)."""
    return value.replace(tzinfo=zone).isoformat()


def _breadcrumbs(head: Head, origin: str) -> Thing:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": crumb.label, "item": origin + crumb.address} for number, crumb in enumerate(head.crumbs, 1)
        ],
    }
