"""Nobody is posted without having agreed to social media, and each who is left out is told with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.site.posting import posting
from tests.site.in_memory import site_of
from tests.small_site import RESULT, SMALL, TESTIMONIAL, TODAY

AGREED = TESTIMONIAL.replace("scope: [site]", "scope: [site, social]")
CASE = RESULT.replace("scope: [site]", "scope: [site, social]")


def posted(folder: Path, testimonial: str = AGREED, result: str = CASE, settings: str = "") -> tuple[list[str], list[str]]:
    files = {**SMALL, "content/testimonials/anna.md": testimonial, "content/results/decisions.md": result}
    files["content/site.yaml"] += settings
    found = posting(site_of(folder, files), TODAY)
    return [item.id for item in found.items], [str(problem) for problem in found.left_out]


def test_who_agreed_is_posted(tmp_path: Path) -> None:
    assert posted(tmp_path) == (["testimonials/anna", "results/decisions"], [])


def test_who_agreed_to_the_site_alone_is_not(tmp_path: Path) -> None:
    assert posted(tmp_path, TESTIMONIAL) == (
        ["results/decisions"],
        [
            "content/testimonials/anna.md:9: left out: the consent does not cover social media (R2).\n"
            "    If the person agreed to that, write scope: [site, social].\n"
            "    If not yet asked: sitegen proof approve anna --scope site,social"
        ],
    )


def test_who_agreed_to_social_media_alone_is_posted_and_held_to_the_same_rules(tmp_path: Path) -> None:
    alone = AGREED.replace("scope: [site, social]", "scope: [social]")
    assert posted(tmp_path / "a", alone)[0] == ["testimonials/anna", "results/decisions"]
    items, told = posted(tmp_path / "b", alone.replace("We talk less now", "We talk 30% less now"))
    assert items == ["results/decisions"]
    assert [words.partition("(R")[2][:2] for words in told] == ["6)"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("status: granted\n  date: 2026-05-04", "status: withdrawn\n  withdrawn_on: 2026-06-01", "the consent was withdrawn (R3)"),
        ("status: granted\n  date: 2026-05-04", "status: requested", "the consent is 'requested', not granted (R2)"),
        ("show_as: full", "show_as: full\n  until: 2026-11-20", "the consent ended on 2026-11-20 (R3)"),
        ("items: [quote, name, title]", "items: [name, title]", "the consent does not cover the quote (R2)"),
        ("status: published", "draft: true\nstatus: published", "it is a draft"),
    ],
)
def test_what_ends_or_lacks_a_consent_keeps_words_from_being_posted(tmp_path: Path, old: str, new: str, reason: str) -> None:
    assert old in AGREED
    items, told = posted(tmp_path, AGREED.replace(old, new))
    assert items == ["results/decisions"]
    assert [words.partition("left out: ")[2].partition(".\n")[0] for words in told] == [reason]


def test_words_that_were_never_published_are_passed_over(tmp_path: Path) -> None:
    assert posted(tmp_path, AGREED.replace("status: published", "status: approved")) == (["results/decisions"], [])


def test_a_spoken_consent_counts_for_none_where_the_country_says_so(tmp_path: Path) -> None:
    files = {**SMALL, "content/testimonials/anna.md": AGREED.replace("method: email", "method: oral")}
    files["content/site.yaml"] = files["content/site.yaml"].replace("country: eu", "country: us")
    assert [item.id for item in posting(site_of(tmp_path, files), TODAY).items] == []


def test_an_employer_who_paid_has_to_agree_too(tmp_path: Path) -> None:
    consent = (
        "sponsor_consent: {status: granted, date: 2026-06-01, method: email, scope: [SCOPE], items: [company], evidence: content/private/evidence/s.eml}\n"
    )
    paid = CASE.replace("goals:", f"sponsor: Harbour Foods\n{consent}goals:")
    assert posted(tmp_path / "a", result=paid.replace("SCOPE", "site, social"))[0] == ["testimonials/anna", "results/decisions"]
    items, told = posted(tmp_path / "b", result=paid.replace("SCOPE", "site"))
    assert items == ["testimonials/anna"]
    assert told == [
        "content/results/decisions.md:8: left out: the consent of the employer who paid does not cover social media (R11).\n"
        "    Ask the employer; after a yes write scope: [site, social] there too."
    ]
