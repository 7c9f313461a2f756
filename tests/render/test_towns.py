"""A town stands with its postcode as it is written in its country."""

from __future__ import annotations

import pytest

from sitegen.render.towns import town
from sitegen.site.items import Venue
from sitegen.site.settings import PostalAddress, Settings

OSLO = PostalAddress(street="1 Sample Street", postcode="0150", city="Oslo", country="NO")


@pytest.mark.parametrize(
    ("postcode", "country", "coach", "written"),
    [
        ("ZZ1 1ZZ", "GB", OSLO, "Bristol ZZ1 1ZZ"),
        ("ZZ1 1ZZ", "gb", OSLO, "Bristol ZZ1 1ZZ"),
        ("10115", "DE", None, "10115 Bristol"),
        ("0150", None, OSLO, "0150 Bristol"),
        ("ZZ1 1ZZ", None, None, "Bristol ZZ1 1ZZ"),
        (None, None, OSLO, "Bristol"),
    ],
)
def test_the_postcode_stands_where_its_country_writes_it(postcode: str | None, country: str | None, coach: PostalAddress | None, written: str) -> None:
    settings = Settings(name="Maya Example", promise="I coach new leaders.", address=coach, country="uk")
    assert town(Venue(name="The Sail Loft", postcode=postcode, city="Bristol", country=country), settings) == written
