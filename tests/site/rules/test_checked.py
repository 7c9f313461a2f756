"""R10: nothing is called verified unless somebody did something to know it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.rules.asking import ANNA, HOME, TEAM, refused, with_lines
from tests.small_site import SERVICE, SMALL, TESTIMONIAL

VERIFIED = "verification: {method: matched with the contract, date: 2026-05-06}"
WHY = "    Why: who says that reviews are checked has to say how (UCPD Art 7(6), Annex I 23b)."


def test_r10_a_testimonial_is_called_verified_only_if_it_was_checked(tmp_path: Path) -> None:
    line = "disclosure: A verified client since 2024."
    assert refused(tmp_path / "a", with_lines(ANNA, line), "R10") == [
        f"{ANNA}:2: it says 'verified', and nothing on file tells how this testimonial was checked (R10).\n"
        "    Write what you did, and when, like this: verification: {method: matched with the contract, date: 2026-05-06}. Or take the word out.\n" + WHY
    ]
    assert refused(tmp_path / "b", with_lines(ANNA, line, VERIFIED), "R10") == []


def test_r10_testimonials_are_called_verified_only_if_all_that_are_shown_were_checked(tmp_path: Path) -> None:
    page = "---\ntitle: Home\nsections:\n  - {type: testimonials, heading: Verified reviews}\n---\n\n## About\n\nHere are three quotes.\nAll testimonials have been verified by me.\n"
    assert refused(tmp_path / "a", {**SMALL, HOME: page}, "R10") == [
        f"{HOME}:4: it says 'Verified reviews', and nothing on file tells how content/testimonials/anna.md was checked (R10).\n"
        "    Write what you did, and when, like this: verification: {method: matched with the contract, date: 2026-05-06}. Or take the word out.\n" + WHY,
        f"{HOME}:10: it says 'testimonials have been verified', and nothing on file tells how content/testimonials/anna.md was checked (R10).\n"
        "    Write what you did, and when, like this: verification: {method: matched with the contract, date: 2026-05-06}. Or take the word out.\n" + WHY,
    ]
    assert refused(tmp_path / "b", {**with_lines(ANNA, VERIFIED), HOME: page}, "R10") == []


@pytest.mark.parametrize(
    "words",
    [
        "My testimonials are not verified by anybody else.", "Are the reviews verified?", "I verified the plan with the team, and clients liked it.", "Verify your own goals first.",
        "Die Stimmen sind nicht geprüft.", "The results were verified by the auditor.",
    ],
)  # fmt: skip
def test_other_words_may_be_used(tmp_path: Path, words: str) -> None:
    assert refused(tmp_path, {**SMALL, TEAM: SERVICE + "\n" + words + "\n"}, "R10") == []


@pytest.mark.parametrize(
    "words",
    ["Verified client reviews.", "Our reviews are all verified.", "Geprüfte Kundenstimmen.", "Alle Bewertungen sind verifiziert.", "Avis clients vérifiés."],
)
def test_r10_in_other_words_and_languages(tmp_path: Path, words: str) -> None:
    (said,) = refused(tmp_path, {**SMALL, TEAM: SERVICE + "\n" + words + "\n"}, "R10")
    assert said.startswith(f"{TEAM}:12: it says '")


def test_a_site_without_testimonials_claims_nothing_of_them(tmp_path: Path) -> None:
    files = {**SMALL, TEAM: SERVICE + "\nVerified reviews.\n", ANNA: TESTIMONIAL.replace("status: published", "status: approved")}
    assert refused(tmp_path, files, "R10") == []
