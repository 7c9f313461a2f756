"""JSON-LD: read as JSON, each @id leads to something, and no reviews of her own practice (R12)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from sitegen.render.renderer import Renderer
from tests.render.rendering import AT_HOME, page_of, renderer_of, route_of
from tests.small_site import EVENT, SERVICE, SITE, SMALL

ORIGIN = "https://www.example.com"
SETTINGS = (
    AT_HOME["content/site.yaml"]
    + """title: Leadership coach
area: Oslo and online
topics: [leadership]
profiles: [{label: LinkedIn, url: https://www.linkedin.com/in/example}]
address: {street: 1 Sample Street, postcode: '0150', city: Oslo, country: NO}
"""
)
FACTS = "credentials: [{id: pcc, title: Certified </script><b>, level: PCC, issuer: ICF & more, source: s, as_of: 2026-10-01}]\n"


@pytest.fixture(scope="module")
def renderer(tmp_path_factory: pytest.TempPathFactory) -> Renderer:
    online = EVENT.replace(
        "venue: {name: The Reading Room, city: Oslo}", "online: https://meet.example.com/x\nprice: {amount: 40, currency: NOK}\nstatus: full"
    )
    files = {
        **SMALL, "content/site.yaml": SETTINGS, "content/data/proof.yaml": FACTS, "content/pages/about.md": "---\ntitle: About\n---\n",
        "content/events/online.md": online, "content/services/from.md": SERVICE.replace("amount: 1200", "amount: 90, from: true").replace("order: 1", "order: 2"),
        "content/articles/guest.md": SMALL["content/articles/meetings.md"].replace("topics:", "author: Guest Example\nupdated: 2026-11-01\ntopics:"),
    }  # fmt: skip
    return renderer_of(tmp_path_factory.mktemp("site"), files)


COACH = {"@type": "Person", "@id": f"{ORIGIN}/#person", "name": "Maya Example", "url": f"{ORIGIN}/"}


def graph(renderer: Renderer, address: str) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page_of(renderer, address), re.DOTALL):
        data = json.loads(block)
        assert data["@context"] == "https://schema.org"
        made += data["@graph"]
    return made


def of_type(renderer: Renderer, address: str, kind: str) -> dict[str, Any]:
    (found,) = [thing for thing in graph(renderer, address) if thing["@type"] == kind]
    return found


def things(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from things(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from things(inner)


def pages(renderer: Renderer) -> list[str]:
    return [route.address for route in renderer.routes if route.is_page]


def test_every_id_that_is_referred_to_is_something_on_the_site(renderer: Renderer) -> None:
    every = [thing for address in pages(renderer) for thing in things(graph(renderer, address))]
    defined = {thing["@id"] for thing in every if "@id" in thing and len(thing) > 1}
    referred = {thing["@id"] for thing in every if set(thing) == {"@id"}}
    assert referred
    assert referred <= defined


def test_every_thing_has_a_type_and_every_address_is_whole(renderer: Renderer) -> None:
    for address in pages(renderer):
        for thing in things(graph(renderer, address)):
            assert "@type" in thing or set(thing) == {"@id"}
            for key in ("url", "@id", "item", "image"):
                if key in thing:
                    assert thing[key].startswith("https://"), (address, key)


def test_r12_no_page_reviews_her_own_practice(renderer: Renderer) -> None:
    kinds = {thing.get("@type") for address in pages(renderer) for thing in things(graph(renderer, address))}
    assert not {"Review", "AggregateRating", "SearchAction", "FAQPage"} & kinds
    assert {"WebSite", "Person", "ProfessionalService", "Service", "Offer", "Article", "BlogPosting", "Event", "BreadcrumbList", "ProfilePage"} <= kinds
    assert all("review" not in thing and "aggregateRating" not in thing for address in pages(renderer) for thing in things(graph(renderer, address)))


def test_home_says_who_she_is_and_where(renderer: Renderer) -> None:
    person = of_type(renderer, "/", "Person")
    assert person["@id"] == f"{ORIGIN}/#person"
    assert (person["name"], person["jobTitle"], person["knowsAbout"]) == ("Maya Example", "Leadership coach", ["leadership"])
    assert person["sameAs"] == ["https://www.linkedin.com/in/example"]
    practice = of_type(renderer, "/", "ProfessionalService")
    assert practice["areaServed"] == "Oslo and online"
    assert practice["address"]["addressLocality"] == "Oslo"
    assert of_type(renderer, "/", "WebSite")["publisher"] == {"@id": person["@id"]}


def test_a_practice_without_a_place_is_none(tmp_path_factory: pytest.TempPathFactory) -> None:
    plain = renderer_of(tmp_path_factory.mktemp("plain"), {**SMALL, **AT_HOME})
    assert [thing["@type"] for thing in graph(plain, "/")] == ["WebSite", "Person"]


def test_a_site_without_an_address_of_its_own_has_none(tmp_path_factory: pytest.TempPathFactory) -> None:
    nowhere = renderer_of(tmp_path_factory.mktemp("nowhere"), {**SMALL, "content/site.yaml": SITE})
    assert all("ld+json" not in page_of(nowhere, address) for address in pages(nowhere))


def test_what_people_typed_cannot_end_the_script(renderer: Renderer) -> None:
    html = page_of(renderer, "/")
    assert "</script><b>" not in html
    assert of_type(renderer, "/", "Person")["hasCredential"][0]["name"] == "Certified </script><b>"


def test_a_service_has_its_offer(renderer: Renderer) -> None:
    service = of_type(renderer, "/services/team/", "Service")
    assert service["offers"] == {"@type": "Offer", "url": f"{ORIGIN}/services/team/", "priceCurrency": "EUR", "price": "1200"}
    assert service["provider"] == COACH
    assert of_type(renderer, "/services/from/", "Service")["offers"]["priceSpecification"]["minPrice"] == "90"


def test_articles_tell_their_dates_and_who_wrote_them(renderer: Renderer) -> None:
    own = of_type(renderer, "/articles/meetings/", "BlogPosting")
    assert (own["datePublished"], "dateModified" in own, own["author"]) == ("2026-10-01", False, COACH)
    guest = of_type(renderer, "/articles/guest/", "BlogPosting")
    assert (guest["dateModified"], guest["author"]) == ("2026-11-01", {"@type": "Person", "name": "Guest Example"})


def test_events_tell_when_where_and_whether_there_is_room(renderer: Renderer) -> None:
    there = of_type(renderer, "/events/evening/", "Event")
    assert (there["startDate"], there["endDate"]) == ("2027-02-10T18:00:00+01:00", "2027-02-10T19:30:00+01:00")
    assert there["location"]["@type"] == "Place"
    assert there["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert (there["offers"]["price"], there["offers"]["availability"]) == ("0", "https://schema.org/InStock")
    online = of_type(renderer, "/events/online/", "Event")
    assert online["location"] == {"@type": "VirtualLocation", "url": "https://meet.example.com/x"}
    assert (online["offers"]["price"], online["offers"]["priceCurrency"], online["offers"]["availability"]) == ("40", "NOK", "https://schema.org/SoldOut")


def test_every_page_below_home_has_its_way_back(renderer: Renderer) -> None:
    for address in pages(renderer):
        crumbs = [thing for thing in graph(renderer, address) if thing["@type"] == "BreadcrumbList"]
        assert len(crumbs) == (address not in ("/", "/404.html")), address
        for way in crumbs:
            assert [step["position"] for step in way["itemListElement"]] == list(range(1, len(way["itemListElement"]) + 1))
            assert way["itemListElement"][0]["item"] == f"{ORIGIN}/"
            assert way["itemListElement"][-1]["item"] == ORIGIN + address


@pytest.mark.parametrize(
    "words", ['<script type="application/ld+json">{"@type": "Review"}</script>', '<div itemtype="https://schema.org/AggregateRating"></div>']
)
def test_r12_review_data_in_a_text_is_told_unless_allowed(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    files = {**SMALL, "content/articles/meetings.md": SMALL["content/articles/meetings.md"] + f"\n{words}\n"}
    kind = "Review" if '"Review"' in words else "AggregateRating"

    def told(settings: str) -> list[str]:
        made = renderer_of(tmp_path_factory.mktemp("site"), {**files, "content/site.yaml": settings})
        route = route_of(made, "/articles/meetings/")
        return [str(made.places.placed(remark)) for remark in made.page(route).remarks]

    assert told(SITE + "own_reviews: true\n") == []
    assert told(SITE) == [
        (
            f"content/articles/meetings.md:10: the page /articles/meetings/ holds {kind} data about your own practice (R12).\n"
            "    Take it out of the text or the template, or allow it in site.yaml: own_reviews: true\n"
            "    Why: Google shows no stars for reviews that a business publishes about itself, and may take away other rich results (review-snippet policy)."
        )
    ]
