"""Which testimonials stand on a page: the points, the order, different people and readers first, and what she pins."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.common.reuse import Reuse
from sitegen.site import queries
from sitegen.site.choosing import best_first, points, varied
from sitegen.site.model import Item
from sitegen.site.showing import Showing
from tests.site.in_memory import item_of, shown_of
from tests.small_site import SERVICE, SITE, TESTIMONIAL

NEWEST = date(2026, 5, 4)


def said(*changes: tuple[str, str], **fields: str) -> str:
    text = TESTIMONIAL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text.replace("service: team", "service: team\n" + "\n".join(f"{name}: {value}" for name, value in fields.items()), 1) if fields else text


def item(slug: str, text: str) -> Item[Any]:
    return item_of("testimonials", slug, text)


BARE = said(("items: [quote, name, title]", "items: [quote]"))
PHOTO = ("items: [quote, name, title]", "items: [quote, photo]")
POINTS = {
    "words of a client, of the newest day": (BARE, 4 + 3),
    "words of a former colleague": (said(("relationship: client", "relationship: former_colleague"), ("items: [quote, name, title]", "items: [quote]")), 3),
    "a full name and a role": (TESTIMONIAL, 7 + 2 + 1),
    "a first name only": (said(("show_as: full", "show_as: first_name")), 7 + 1),
    "a face": (said(PHOTO, photo="anna.jpg"), 7 + 3),
    "a face without consent": (said(("items: [quote, name, title]", "items: [quote]"), photo="anna.jpg"), 7),
    "a face of somebody without a name": (said(PHOTO, ("show_as: full", "show_as: role"), photo="anna.jpg"), 7),
    "a doubt that they answer": (said(("items: [quote, name, title]", "items: [quote]"), objection="I have no time"), 7 + 2),
    "a result beside them": (said(("items: [quote, name, title]", "items: [quote, result]"), result="decisions"), 7 + 2),
    "a result that may not be seen": (said(("items: [quote, name, title]", "items: [quote]"), result="decisions"), 7),
    "364 days older": (said(("items: [quote, name, title]", "items: [quote]"), ("date: 2026-05-04\nconsent", "date: 2025-05-05\nconsent")), 7),
    "a year older": (said(("items: [quote, name, title]", "items: [quote]"), ("date: 2026-05-04\nconsent", "date: 2025-05-04\nconsent")), 6),
    "ten years older": (said(("items: [quote, name, title]", "items: [quote]"), ("date: 2026-05-04\nconsent", "date: 2016-05-04\nconsent")), 4),
}


@pytest.mark.parametrize("case", POINTS)
def test_the_points_are_those_of_the_handbook(case: str) -> None:
    text, expected = POINTS[case]
    assert points(item("anna", text).record, NEWEST) == expected


def named(name: str, reader: str = "", doubt: str = "", day: str = "04", service: str = "team", more: str = "[quote]") -> str:
    fields = {**({"audience": reader} if reader else {}), **({"objection": doubt} if doubt else {})}
    return said(
        ("name: Anna Sample", f"name: {name}"),
        ("date: 2026-05-04\nconsent", f"date: 2026-05-{day}\nconsent"),
        ("service: team", f"service: {service}"),
        ("items: [quote, name, title]", f"items: {more}"),
    ).replace(f"service: {service}", "\n".join([f"service: {service}", *(f"{field}: {value}" for field, value in fields.items())]), 1)  # fmt: skip


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Showing:
    return shown_of(
        tmp_path_factory.mktemp("site"),
        {
            "content/site.yaml": SITE,
            "content/services/team.md": SERVICE,
            "content/services/pinned.md": SERVICE.replace("order: 1", "order: 2\nproof: [colleague, off, old]"),
            "content/services/one.md": SERVICE.replace("order: 1", "order: 3"),
            "content/testimonials/best.md": named("Anna Sample", "founders", "No time", "01", more="[quote, name, title]"),
            "content/testimonials/same-reader.md": named("Bo Probe", "founders", "Too dear", "09", more="[quote, name, title]"),
            "content/testimonials/same-doubt.md": named("Cy Trial", "nurses", "No time", "05"),
            "content/testimonials/another.md": named("Di Assay", "teachers", "Too dear", "03"),
            "content/testimonials/same-person.md": named("Anna Sample", "pilots", "Too late", "08", more="[quote, name, title]"),
            "content/testimonials/other-service.md": named("Ed Check", day="02", service="one"),
            "content/testimonials/old.md": named("Flo Test").replace("date: 2026-05-04\nconsent", "date: 2020-05-04\nconsent"),
            "content/testimonials/colleague.md": named("Gil Proof", "employers", "Who is she", "20", more="[quote, name, title]").replace("client", "manager"),
            "content/testimonials/off.md": named("Hal Off", "drivers", "So far", "21").replace("status: granted", "status: withdrawn"),
        },
    )


def slugs(answer: Any) -> list[str]:
    return [one.slug for one in answer]


def test_a_page_of_its_own_choice_shows_three_for_different_readers(shown: Showing) -> None:
    assert slugs(queries.proof(shown)) == ["same-reader", "same-person", "same-doubt"]
    assert slugs(queries.proof(shown, limit=9)) == [
        "same-reader", "same-person", "same-doubt", "colleague", "other-service", "old", "another", "best"
    ]  # fmt: skip


def test_a_service_shows_what_its_clients_said_of_it(shown: Showing) -> None:
    assert slugs(queries.proof(shown, service="team", references=False)) == ["same-reader", "same-person", "same-doubt"]
    assert slugs(queries.proof(shown, service="one", references=False)) == ["other-service"]
    assert slugs(queries.proof(shown, service="none")) == []


def test_what_is_pinned_stands_in_its_order_and_nothing_else(shown: Showing) -> None:
    pins = next(one.record.proof for one in shown.services if one.slug == "pinned")
    assert pins == ("colleague", "off", "old")
    assert slugs(queries.proof(shown, service="pinned", references=False, only=pins)) == ["colleague", "old"]


def test_a_topic_and_a_reader_narrow_the_choice(shown: Showing) -> None:
    assert slugs(queries.proof(shown, audience="founders")) == ["same-reader", "best"]
    assert slugs(queries.proof(shown, topic="none")) == []


def test_no_limit_is_all_in_their_order(shown: Showing) -> None:
    every = queries.proof(shown, limit=0)
    assert slugs(every) == slugs(best_first(shown.testimonials, "all", Reuse()))
    assert set(every) == set(queries.testimonials(shown))


@given(st.permutations(range(8)), st.integers(1, 9))
def test_the_choice_depends_on_no_order_of_the_files(shown: Showing, order: list[int], limit: int) -> None:
    mixed = [shown.testimonials[place] for place in order]
    assert slugs(varied(best_first(mixed, "mixed", Reuse()), limit)) == slugs(queries.proof(shown, limit=limit))


@given(st.integers(1, 8))
def test_nobody_stands_twice_while_somebody_else_is_left(shown: Showing, limit: int) -> None:
    people = [shown.by_id[f"testimonials/{slug}"].record.name for slug in slugs(queries.proof(shown, limit=limit))]
    assert len(set(people)) == min(limit, 7)
