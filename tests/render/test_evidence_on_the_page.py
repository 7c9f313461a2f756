"""Beside each measure stands where its record is kept: a public address as a link, anything private as a word only."""

from __future__ import annotations

from pathlib import Path

from tests.render.rendering import page_of, renderer_of
from tests.small_site import RESULT, SMALL, TESTIMONIAL

CASE, ANNA = "content/results/decisions.md", "content/testimonials/anna.md"
LIST = "content/private/evidence/list.pdf"
KEPT = "The record behind it is on file with Maya Example."
PUBLIC = '<a href="https://www.example.com/list">Where this is on record: Open decisions</a>'
HERE = "result: {measure: Open decisions, before: 14, after: 5, unit: decisions, period: a year, evidence: %s, typicality: typical}\n"


def page(folder: Path, address: str, path: str, text: str) -> str:
    return page_of(renderer_of(folder, {**SMALL, path: text}), address)


def test_what_is_on_file_is_told_and_not_named(tmp_path: Path) -> None:
    html = page(tmp_path, "/results/decisions/", CASE, RESULT)
    assert KEPT in html
    assert LIST not in html


def test_what_is_public_is_linked(tmp_path: Path) -> None:
    html = page(tmp_path, "/results/decisions/", CASE, RESULT.replace(LIST, "https://www.example.com/list"))
    assert PUBLIC in html
    assert KEPT not in html


def test_a_result_told_with_a_quote_says_it_too(tmp_path: Path) -> None:
    for evidence, said in ((LIST, KEPT), ("https://www.example.com/list", PUBLIC)):
        text = TESTIMONIAL.replace("items: [quote,", "items: [result, quote,").replace("status: published\n", "status: published\n" + HERE % evidence)
        html = page(tmp_path / said[:3], "/testimonials/anna/", ANNA, text)
        assert said in html
        assert LIST not in html
