"""Rules R2 and R3: whose words may be shown at all, and under what name."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.site.consent import consent_lacks, covers, holds, shown_name, withheld_words
from sitegen.site.countries import Country
from sitegen.site.front import Consent, ConsentItem, Show

TODAY = date(2026, 11, 21)
DAY = timedelta(days=1)
COUNTRIES = get_args(Country)


def consent(**facts: Any) -> Consent:
    return Consent(**{"status": "granted", "date": TODAY, "method": "email", "scope": ("site",), "items": ("quote",), "evidence": "x.eml", **facts})


ASK = "Ask the person, then add `consent:` with status, date, method, scope and items."


@pytest.mark.parametrize("country", COUNTRIES)
def test_no_consent_is_none_in_every_country(country: Country) -> None:
    assert consent_lacks(None, country, TODAY) == ("R2", "there is no consent on record", ASK)


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("status", ["requested", "declined"])
def test_only_a_granted_consent_counts(status: str, country: Country) -> None:
    assert consent_lacks(consent(status=status), country, TODAY) == (
        "R2", f"the consent is '{status}', not granted", "When the person has said yes, write status: granted and the date of the answer.",
    )  # fmt: skip


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize(
    "facts", [{"status": "withdrawn"}, {"withdrawn_on": TODAY}, {"withdrawn_on": TODAY + 400 * DAY}, {"status": "declined", "withdrawn_on": TODAY}]
)
def test_a_withdrawn_consent_is_r3_whatever_else_it_says(facts: dict[str, Any], country: Country) -> None:
    assert consent_lacks(consent(**facts), country, TODAY) == (
        "R3",
        "the consent was withdrawn",
        "It stays off the site. Delete the file, or keep it as it is.",
    )


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_consent_counts_from_its_day_on(country: Country) -> None:
    assert consent_lacks(consent(date=TODAY), country, TODAY) is None
    assert consent_lacks(consent(date=TODAY + DAY), country, TODAY) == (
        "R2", "the consent is dated in the future (2026-11-22)", "Write the day on which the person agreed.",
    )  # fmt: skip


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_consent_counts_to_its_last_day(country: Country) -> None:
    assert consent_lacks(consent(until=TODAY), country, TODAY) is None
    assert consent_lacks(consent(until=TODAY - DAY), country, TODAY) == (
        "R3", "the consent ended on 2026-11-20", "Ask the person again, then write the new date and `until:`.",
    )  # fmt: skip


def test_a_spoken_consent_is_none_in_the_us_only() -> None:
    for country in COUNTRIES:
        lacks = consent_lacks(consent(method="oral"), country, TODAY)
        assert lacks == (
            ("R2", "the consent was only spoken, and in the US it has to be written", "Ask for a line by mail and write method: email.")
            if country == "us"
            else None
        )


@pytest.mark.parametrize("evidence", [None, ""])
def test_a_consent_without_evidence_is_none_in_the_uk_only(evidence: str | None) -> None:
    for country in COUNTRIES:
        lacks = consent_lacks(consent(evidence=evidence), country, TODAY)
        assert lacks == (
            (
                "R2", "the consent has no evidence on file, which the UK's code asks for",
                "Save the mail or form in content/private/evidence/ and name it: evidence: content/private/evidence/anna.eml",
            )
            if country == "uk" else None
        )  # fmt: skip


@pytest.mark.parametrize("scope", [(), ("social",), ("print", "social")])
@pytest.mark.parametrize("country", COUNTRIES)
def test_a_consent_for_elsewhere_is_none_for_the_site(scope: tuple[str, ...], country: Country) -> None:
    assert consent_lacks(consent(scope=scope), country, TODAY) == (
        "R2", "the consent does not cover the website", "If the person agreed to the site, write scope: [site].",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "in_force"),
    [({}, True), ({"scope": ()}, True), ({"scope": ("print",)}, False), ({"status": "requested"}, False), ({"status": "withdrawn"}, False),
     ({"withdrawn_on": TODAY}, False), ({"date": TODAY + DAY}, False), ({"until": TODAY}, True), ({"until": TODAY - DAY}, False)],
)  # fmt: skip
def test_an_employers_consent_is_in_force_under_the_same_dates(facts: dict[str, Any], in_force: bool) -> None:
    assert holds(consent(**facts), TODAY) is in_force
    assert holds(None, TODAY) is False


NAME, TITLE = "Anna-Maria ter Sample", "Head of Operations"
NAMED = {
    "full": {"": "", "name": NAME, "title": "", "name title": NAME},
    "first_name": {"": "", "name": "Anna-Maria", "title": "", "name title": "Anna-Maria"},
    "initials": {"": "", "name": "A. T. S.", "title": "", "name title": "A. T. S."},
    "role": {"": "", "name": "", "title": TITLE, "name title": TITLE},
    "anonymous": {"": "", "name": "", "title": "", "name title": ""},
}


@pytest.mark.parametrize("show_as", get_args(Show))
@pytest.mark.parametrize("items", ["", "name", "title", "name title"])
def test_a_person_is_named_as_both_show_as_and_items_allow(show_as: Show, items: str) -> None:
    assert shown_name(consent(show_as=show_as, items=tuple(items.split())), NAME, TITLE) == NAMED[show_as][items]


def test_no_name_and_no_title_show_nothing() -> None:
    for show_as in get_args(Show):
        assert shown_name(consent(show_as=show_as, items=("name", "title")), "", None) == ""


@given(st.sets(st.sampled_from(get_args(ConsentItem))))
def test_a_thing_is_covered_only_if_it_is_listed(items: set[ConsentItem]) -> None:
    agreed = consent(items=tuple(sorted(items)))
    assert {item for item in get_args(ConsentItem) if covers(agreed, item)} == items
    assert not any(covers(None, item) for item in get_args(ConsentItem))


@pytest.mark.parametrize(
    ("show_as", "items", "withheld"),
    [
        ("full", ("name",), set()),
        ("full", (), {"anna", "maria", "ter", "sample"}),
        ("first_name", ("name",), {"ter", "sample"}),
        ("initials", ("name",), {"anna", "maria", "ter", "sample"}),
        ("role", ("name", "title"), {"anna", "maria", "ter", "sample"}),
        ("anonymous", ("name",), {"anna", "maria", "ter", "sample"}),
    ],
)
def test_an_address_may_hold_no_more_of_a_name_than_is_shown(show_as: Show, items: tuple[ConsentItem, ...], withheld: set[str]) -> None:
    assert withheld_words(consent(show_as=show_as, items=items), NAME) == withheld


@pytest.mark.parametrize(
    ("name", "withheld"),
    [
        ("Jörg Müller", {"joerg", "jorg", "mueller", "muller"}),
        ("Jo\u0308rg", {"joerg", "jorg"}),
        ("Sean O'Brien", {"sean", "brien"}),
        ("Ø Å", set()),
        ("", set()),
    ],
)
def test_a_withheld_name_is_known_with_and_without_its_accents(name: str, withheld: set[str]) -> None:
    assert withheld_words(None, name) == withheld
