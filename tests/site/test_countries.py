"""What each country asks more, in one table, and what comes of it on the site."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from sitegen.cli.main import main
from sitegen.site.countries import ASKS, Asks, Country
from tests.small_site import SITE, SMALL, TESTIMONIAL, write_site

TOLD = (
    "content/testimonials/anna.md: nothing says when the coaching took place that these words speak of, and in France both dates stand beside an opinion.\n"
    "    Add a line: experience: {from: 2025-01, to: 2025-06}\n"
    "    Why: readers have to see when an opinion was given, and when what it tells of took place (Code de la consommation L.111-7-2, D.111-16 and 17).\n"
)
DATED = TESTIMONIAL.replace("date: 2026-05-04\nconsent", "date: 2026-05-04\nexperience: {from: 2025-01, to: 2025-06}\nconsent")


def said(folder: Path, country: str, testimonial: str, capsys: pytest.CaptureFixture[str]) -> str:
    settings = (
        SITE.replace("country: eu", f"country: {country}") + "url: https://www.example.com\naddress: {street: S 1, postcode: '1', city: B, country: DE}\n"
    )
    write_site(folder, {**SMALL, "content/site.yaml": settings, "content/testimonials/anna.md": testimonial})
    assert main(["build", "--site", str(folder), "--as-of", "2026-11-21"]) == 0
    return capsys.readouterr().out.partition("Weight: ")[0]


def test_the_table_has_each_country_and_nothing_else() -> None:
    assert tuple(ASKS) == get_args(Country)


def test_every_difference_is_asked_by_some_country_and_not_by_all() -> None:
    assert {one.name for one in fields(Asks) if len({getattr(asks, one.name) for asks in ASKS.values()}) > 1} == {one.name for one in fields(Asks)}


@pytest.mark.parametrize("country", ASKS)
def test_only_france_asks_when_the_coaching_took_place(country: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(tmp_path, country, TESTIMONIAL, capsys) == (TOLD if country == "fr" else "")


@pytest.mark.parametrize(
    "testimonial",
    [DATED, TESTIMONIAL.replace("relationship: client", "relationship: former_colleague"), TESTIMONIAL.replace("status: published", "status: received")],
    ids=["it says when", "a reference", "not shown"],
)
def test_nothing_is_missing_in_france(testimonial: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "nothing says when" not in said(tmp_path, "fr", testimonial, capsys)


def test_both_dates_stand_beside_the_words_wherever_they_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(tmp_path, "fr", DATED, capsys)
    for page in ("testimonials/anna", "testimonials", "services/team"):
        text = (tmp_path / f"output/{page}/index.html").read_text(encoding="utf-8")
        assert "Client, coached January 2025 to June 2025; given on 4\u00a0May 2026" in text, page


@pytest.mark.parametrize("country", ASKS)
def test_the_privacy_page_names_whom_to_complain_to(country: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said(tmp_path, country, TESTIMONIAL, capsys)
    assert ("Information Commissioner" in (tmp_path / "output/privacy/index.html").read_text(encoding="utf-8")) is (country == "uk")
