"""What templates are handed: nothing that the consent withholds."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.site.front import ConsentItem, Show
from sitegen.site.items import Relationship
from sitegen.site.views import case, happening, offer, quote, teaser
from tests.site.in_memory import item_of
from tests.small_site import ARTICLE, EVENT, RESULT, SERVICE, TESTIMONIAL, TODAY

ITEMS: tuple[ConsentItem, ...] = get_args(ConsentItem)
MARKED = """---
name: Markfirst Marklast
title: Marktitle
company: Markcompany
location: Marklocation
photo: markphoto.jpg
logo: marklogo.png
link: https://marklink.example.com
relationship: client
original: shown
date: 2026-05-04
result: {{{result}measure: Markmeasure, before: 1, after: 2, unit: "", period: p, evidence: e, typicality: typical}}
consent: {{status: granted, date: 2026-05-04, scope: [site], items: [{items}], show_as: {show_as}, wording: markwording, evidence: markevidence}}
verification: {{method: by contract, date: 2026-05-06}}
---

The words.
"""
MARKED_CASE = """---
title: A case
summary: What came of it.
date: 2026-06-01
client: {{described: A food company, name: Markfirst Marklast, title: Marktitle, company: Markcompany, location: Marklocation, photo: markphoto.jpg, logo: marklogo.png}}
service: team
goals: [One]
typicality: typical
consent: {{status: granted, date: 2026-05-04, scope: [site], items: [{items}], show_as: {show_as}, wording: markwording, evidence: markevidence}}
sponsor: Marksponsor
---

The story.
"""
NEEDS: dict[str, ConsentItem] = {
    "Markcompany": "company", "Marklocation": "location", "markphoto": "photo", "marklogo": "logo", "marklink": "link", "Markmeasure": "result",
}  # fmt: skip


def withheld_marks(items: set[ConsentItem], show_as: Show) -> set[str]:
    """Give what may not occur: each mark without its item, and the parts of the name that neither `items` nor `show_as` allow."""
    marks = {mark for mark, item in NEEDS.items() if item not in items} | {"markwording", "markevidence", "Marksponsor"}
    if "title" not in items:
        marks.add("Marktitle")
    if "name" not in items or show_as in ("initials", "role", "anonymous"):
        marks |= {"Markfirst", "Marklast"}
    if show_as == "first_name":
        marks.add("Marklast")
    if show_as not in ("full", "first_name"):
        marks.add("markphoto")
    if show_as != "full":
        marks.add("marklink")
    return marks


@given(st.sets(st.sampled_from(ITEMS)), st.sampled_from(get_args(Show)), st.booleans())
def test_no_view_of_a_quote_holds_what_is_withheld(items: set[ConsentItem], show_as: Show, backed: bool) -> None:
    text = MARKED.format(items=", ".join(sorted(items)), show_as=show_as, result="case: harbour, " if backed else "")
    seen = repr(quote(item_of("testimonials", "a-client", text)))
    assert [mark for mark in sorted(withheld_marks(items, show_as)) if mark in seen] == []


@given(st.sets(st.sampled_from(ITEMS)), st.sampled_from(get_args(Show)))
def test_no_view_of_a_case_holds_what_is_withheld(items: set[ConsentItem], show_as: Show) -> None:
    seen = repr(case(item_of("results", "a-case", MARKED_CASE.format(items=", ".join(sorted(items)), show_as=show_as)), TODAY))
    assert [mark for mark in sorted(withheld_marks(items, show_as)) if mark in seen] == []


def test_all_that_was_agreed_to_is_in_the_view() -> None:
    person = quote(item_of("testimonials", "a", MARKED.format(items=", ".join(ITEMS), show_as="full", result=""))).person
    assert (person.name, person.role, person.company, person.location) == ("Markfirst Marklast", "Marktitle", "Markcompany", "Marklocation")
    assert (person.photo, person.logo, person.link, person.withheld) == ("markphoto.jpg", "marklogo.png", "https://marklink.example.com", False)


def test_a_role_that_stands_for_the_name_is_not_said_twice() -> None:
    person = quote(item_of("testimonials", "a", MARKED.format(items="title, name", show_as="role", result=""))).person
    assert (person.name, person.role, person.withheld) == ("Marktitle", "", True)


@pytest.mark.parametrize(("show_as", "pictured"), [("full", True), ("first_name", True), ("initials", False), ("role", False), ("anonymous", False)])
def test_a_face_goes_with_a_full_or_a_first_name_only(show_as: str, pictured: bool) -> None:
    person = quote(item_of("testimonials", "a", MARKED.format(items="name, photo, title", show_as=show_as, result=""))).person
    assert (person.photo is not None) is pictured


@pytest.mark.parametrize(
    ("sponsored", "shown"),
    [
        ("", ""),
        ("{status: granted, date: 2026-06-01}", "Payer Ltd"),
        ("{status: requested}", ""),
        ("{status: granted, date: 2026-06-01, withdrawn_on: 2026-07-01}", ""),
        ("{status: granted, date: 2026-06-01, until: 2026-11-20}", ""),
        ("{status: granted, date: 2026-06-01, until: 2026-11-21}", "Payer Ltd"),
        ("{status: granted, date: 2026-11-22}", ""),
        ("{status: granted, date: 2026-06-01, scope: [print]}", ""),
    ],
)
def test_an_employer_who_paid_is_named_only_while_its_own_consent_holds(sponsored: str, shown: str) -> None:
    text = RESULT.replace("---\n\nNobody", f"sponsor: Payer Ltd\n{f'sponsor_consent: {sponsored}' if sponsored else ''}\n---\n\nNobody")
    assert case(item_of("results", "a", text), TODAY).sponsor == shown


def test_praise_of_past_work_is_a_reference_and_of_coaching_is_not() -> None:
    references = {
        relationship
        for relationship in get_args(Relationship)
        if quote(item_of("testimonials", "a", TESTIMONIAL.replace("relationship: client", f"relationship: {relationship}"))).reference
    }
    assert references == {"former_colleague", "manager", "peer_coach"}


def test_a_quote_tells_how_it_was_verified_and_only_then() -> None:
    assert quote(item_of("testimonials", "a", MARKED.format(items="quote", show_as="full", result=""))).verified == "by contract"
    assert quote(item_of("testimonials", "a", TESTIMONIAL)).verified == ""


def test_a_result_that_was_not_agreed_to_is_not_shown_and_its_case_not_named() -> None:
    backed = MARKED.replace("{result}", "case: harbour, ")
    assert quote(item_of("testimonials", "a", backed.format(items="quote", show_as="full"))).result is None
    agreed = quote(item_of("testimonials", "a", backed.format(items="quote, result", show_as="full"))).result
    assert agreed is not None
    assert agreed.case == "harbour"


@pytest.mark.parametrize(("words", "minutes"), [(1, 1), (220, 1), (660, 3), (780, 4)])
def test_an_article_tells_its_minutes(words: int, minutes: int) -> None:
    assert teaser(item_of("articles", "a", ARTICLE.split("\n\n")[0] + "\n\n" + "word " * words)).minutes == minutes


@pytest.mark.parametrize(("as_of", "past"), [(date(2027, 2, 9), False), (date(2027, 2, 10), False), (date(2027, 2, 11), True)])
def test_an_event_is_past_from_the_day_after_its_last(as_of: date, past: bool) -> None:
    assert happening(item_of("events", "a", EVENT), "Europe/Oslo", as_of).past is past


def test_an_event_has_the_sites_time_zone_unless_it_says_its_own() -> None:
    own = EVENT.replace("start:", "time_zone: Asia/Tokyo\nstart:")
    assert [happening(item_of("events", "a", text), "Europe/Oslo", TODAY).zone for text in (EVENT, own)] == ["Europe/Oslo", "Asia/Tokyo"]


def test_what_is_left_out_of_a_file_is_empty_in_the_view() -> None:
    view = offer(item_of("services", "team", SERVICE))
    assert (view.no_price, view.duration, view.format, view.image, view.image_focus) == ("", "", "", None, None)


def test_each_view_stands_at_the_items_address() -> None:
    made = [quote(item_of("testimonials", "a", TESTIMONIAL)), case(item_of("results", "a", RESULT), TODAY), offer(item_of("services", "a", SERVICE)),
            teaser(item_of("articles", "a", ARTICLE)), happening(item_of("events", "a", EVENT), "UTC", TODAY)]  # fmt: skip
    assert [view.address for view in made] == [f"/{kind}/a/" for kind in ("testimonials", "results", "services", "articles", "events")]
