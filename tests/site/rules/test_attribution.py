"""W3 and W7: whose words they seem to be, and whether an unnamed person can be told by the details."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.rules.asking import ANNA, CASE, warned
from tests.small_site import RESULT, SMALL, TESTIMONIAL

QUIET = "content/testimonials/first-team-role.md"
OTHERS = {path: text for path, text in SMALL.items() if path != ANNA}
WHY_COMPANY = "    Why: an organisation's praise is read as the judgement of all who decide in it (16 CFR 255.4)."
WHY_DETAILS = "    Why: a person is known by a few details as well as by a name (GDPR Art 4(1), ICF Code of Ethics: confidentiality)."


def quiet(items: str, show_as: str = "anonymous", body: str = "", location: str = "Bergen") -> dict[str, str | bytes]:
    """Give the small site with its quote unnamed."""
    text = TESTIMONIAL.replace("[quote, name, title]", items).replace("show_as: full", f"show_as: {show_as}")
    return {**OTHERS, QUIET: text.replace("relationship:", f"location: {location}\nrelationship:") + body}


def test_w3_a_quote_is_a_persons_not_a_companys(tmp_path: Path) -> None:
    assert warned(tmp_path / "same", {**OTHERS, ANNA: TESTIMONIAL.replace("Anna Sample", "Harbour Foods")}, "W3") == [
        f"{ANNA}:2: the quote is shown as the words of a company, 'Harbour Foods', not of a person (W3).\n"
        "    Name the person who said it, or at least the person's role, as far as the consent goes.\n" + WHY_COMPANY
    ]
    assert warned(tmp_path / "form", {**OTHERS, ANNA: TESTIMONIAL.replace("Anna Sample", "Beispiel GmbH")}, "W3") == [
        f"{ANNA}:2: the quote is shown as the words of a company, 'Beispiel GmbH', not of a person (W3).\n"
        "    Name the person who said it, or at least the person's role, as far as the consent goes.\n" + WHY_COMPANY
    ]
    assert warned(tmp_path / "alone", quiet("[quote, company]"), "W3") == [
        "content/testimonials/first-team-role.md:4: the quote is shown as the words of a company, 'Harbour Foods', not of a person (W3).\n"
        "    Name the person who said it, or at least the person's role, as far as the consent goes.\n" + WHY_COMPANY
    ]


@pytest.mark.parametrize("name", ["Anna Sample", "Ana Sa", "Agnes Co-Sample", "Ulla von Teamer", "Kim Se"])
def test_people_have_names_of_many_kinds(tmp_path: Path, name: str) -> None:
    assert warned(tmp_path, {**OTHERS, ANNA: TESTIMONIAL.replace("Anna Sample", name)}, "W3") == []


def test_w7_details_can_tell_who_an_unnamed_person_is(tmp_path: Path) -> None:
    assert warned(tmp_path / "a", quiet("[quote, company, title]"), "W7") == [
        "content/testimonials/first-team-role.md:15: the name is withheld, and the company and the role may still tell who it is (W7).\n"
        "    Take something out of `items:`, or ask the person whether this is meant.\n" + WHY_DETAILS
    ]
    assert warned(tmp_path / "b", quiet("[quote, title, location]", "role", "\nThere are 9 of us.\n"), "W7") == [
        "content/testimonials/first-team-role.md:15: the name is withheld, and the role, the town and a number may still tell who it is (W7).\n"
        "    Take something out of `items:`, or ask the person whether this is meant.\n" + WHY_DETAILS
    ]
    assert warned(tmp_path / "c", quiet("[quote]", "anonymous", "\nAt harbour foods in Bergen there are 9 of us.\n"), "W7") == [
        "content/testimonials/first-team-role.md:15: the name is withheld, and the company, the town and a number may still tell who it is (W7).\n"
        "    Take something out of `items:`, or ask the person whether this is meant.\n" + WHY_DETAILS
    ]


def test_w7_goes_for_cases_that_withhold_a_name_too(tmp_path: Path) -> None:
    client = "client: {described: A food company, name: Jo Probe, company: Harbour Foods, title: Head of Operations}"
    text = RESULT.replace("client: A food company of 80 people", client).replace("items: [result]", "items: [result, company, title]")
    assert warned(tmp_path / "a", {**SMALL, CASE: text}, "W7") == [
        f"{CASE}:12: the name is withheld, and the company and the role may still tell who it is (W7).\n"
        "    Take something out of `items:`, or ask the person whether this is meant.\n" + WHY_DETAILS
    ]
    assert warned(tmp_path / "b", {**SMALL, CASE: text.replace("[result, company, title]", "[result, company]")}, "W7") == []


@pytest.mark.parametrize(
    ("items", "show_as"),
    [("[quote]", "anonymous"), ("[quote, title]", "role"), ("[quote, title, location]", "role"), ("[quote, name, company, title, location]", "full")],
)
def test_few_details_tell_nobody(tmp_path: Path, items: str, show_as: str) -> None:
    assert warned(tmp_path, quiet(items, show_as), "W7") == []
