"""W4: a selection of testimonials that is headed as if it were all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.rules.asking import HOME, TEAM, warned
from tests.small_site import SERVICE, SMALL

WHY = "    Why: praise that was picked is not to be taken for everything that was said (16 CFR 465.7, UCPD Annex I 23c)."


def page(heading: str, title: str = "Home") -> dict[str, str | bytes]:
    return {**SMALL, HOME: f"---\ntitle: {title}\nsections:\n  - hero\n  - type: testimonials\n    heading: {heading}\n---\n"}


def test_w4_no_heading_promises_all_of_them(tmp_path: Path) -> None:
    assert warned(tmp_path / "section", page("All reviews"), "W4") == [
        f"{HOME}:6: the heading 'All reviews' promises all of them, and the site shows those that you chose (W4).\n"
        "    Head it as what it is, for example: A selection of what clients said\n" + WHY
    ]
    assert warned(tmp_path / "title", page("In their words", "What all my clients say"), "W4") == [
        f"{HOME}:2: the heading 'What all my clients say' promises all of them, and the site shows those that you chose (W4).\n"
        "    Head it as what it is, for example: A selection of what clients said\n" + WHY
    ]
    assert warned(tmp_path / "text", {**SMALL, TEAM: SERVICE + "\n## Every testimonial I have\n\n[[testimonials service=team]]\n"}, "W4") == [
        f"{TEAM}:12: the heading 'Every testimonial I have' promises all of them, and the site shows those that you chose (W4).\n"
        "    Head it as what it is, for example: A selection of what clients said\n" + WHY
    ]


@pytest.mark.parametrize("heading", ["Alle Bewertungen", "Sämtliche Kundenstimmen", "Tous les avis", "Reviews in full", "What every client said"])
def test_w4_in_other_words_and_languages(tmp_path: Path, heading: str) -> None:
    assert len(warned(tmp_path, page(heading), "W4")) == 1


@pytest.mark.parametrize(
    "heading",
    [
        "In their words",
        "A selection of all reviews",
        "What clients say",
        "Eine Auswahl aller Bewertungen",
        "For all who lead",
        "All of it, and what clients do with their calls",
    ],
)
def test_other_headings_promise_nothing(tmp_path: Path, heading: str) -> None:
    assert warned(tmp_path, page(f'"{heading}"'), "W4") == []


def test_a_heading_over_something_else_is_free(tmp_path: Path) -> None:
    assert warned(tmp_path, {**SMALL, TEAM: SERVICE + "\n## All feedback is welcome\n\nWrite to me.\n", HOME: "---\ntitle: All reviews\n---\n"}, "W4") == []
