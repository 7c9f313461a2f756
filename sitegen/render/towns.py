"""A town with its postcode, in the order in which they are written there."""

from __future__ import annotations

from sitegen.site.items import Venue
from sitegen.site.settings import PostalAddress, Settings

_POSTCODE_LAST = frozenset({"AU", "CA", "GB", "IE", "IN", "NZ", "SG", "UK", "US", "ZA"})
"""Where the postcode stands after the town (UPU, Postal addressing systems in member countries)."""


def town(place: PostalAddress | Venue, settings: Settings) -> str:
    """Give a place's town with its postcode, if it has one; in a place without a country as they are written in the coach's."""
    country = place.country or (settings.address.country if settings.address else settings.country)
    parts = (place.city, place.postcode) if country.upper() in _POSTCODE_LAST else (place.postcode, place.city)
    return " ".join(part for part in parts if part)
