"""What the starter promises: whole, invented, marked, and known by its words even without the mark."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import sitegen.site.shipped_samples as shipped
from sitegen.common.trees import bundled_tree
from sitegen.site.load import load_site
from sitegen.site.samples import is_sample, text_digest
from sitegen.site.showing import showing
from tests.starter.shipped import module_text

SITE = load_site(bundled_tree())


def words(text: str) -> int:
    return len(text.split())


def test_the_list_of_shipped_texts_is_up_to_date() -> None:
    assert Path(shipped.__file__).read_text(encoding="utf-8") == module_text()


def test_every_item_and_fact_is_marked_as_a_sample() -> None:
    assert all(item.record.sample for item in SITE.items())
    facts = SITE.facts
    assert all(fact.sample for group in (facts.figures, facts.logos, facts.credentials, facts.press, facts.ratings) for fact in group)
    assert SITE.settings.sample


def test_a_sample_is_known_by_its_words_when_the_mark_is_taken_away() -> None:
    import dataclasses

    for item in SITE.items():
        unmarked = dataclasses.replace(item, record=dataclasses.replace(item.record, sample=False))
        if text_digest(item.body):
            assert is_sample(unmarked)


def test_the_starter_holds_what_it_promises() -> None:
    assert len(SITE.services) == 4
    assert len(SITE.testimonials) == 8
    assert len(SITE.results) == 5
    assert len(SITE.articles) == 8
    assert len(SITE.events) == 3
    assert {item.slug for item in SITE.pages} >= {"index", "about", "contact", "faq", "privacy", "thank-you"}
    assert all(words(item.body) >= 600 for item in SITE.articles)
    assert all(words(item.record.original) >= 60 for item in SITE.testimonials if item.record.original != "shown")
    assert all(words(item.body) >= 60 for item in SITE.testimonials if item.record.original == "shown")
    assert any("[...]" in item.body for item in SITE.testimonials)
    assert {item.record.relationship for item in SITE.testimonials} >= {"client", "manager", "former_colleague"}


def test_nothing_of_the_starter_is_left_out() -> None:
    assert showing(SITE, date(2026, 11, 21)).left_out == ()
