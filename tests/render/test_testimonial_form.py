"""The form for testimonials: every question, every choice of the record, and no box ticked beforehand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from sitegen.build.site_build import build_site
from sitegen.common.problems import ContentError
from sitegen.common.trees import bundled_tree, public_tree
from sitegen.imports.columns import ALIASES, ANSWERS, QUESTIONS
from sitegen.site import front, items
from tests.small_site import SITE, SMALL, TODAY, write_site

FORM = "form: https://forms.example.com/f/abc\n"


def page(tmp_path: Path, settings: str = SITE + FORM, embed: str = "[[form testimonial]]") -> str:
    site = write_site(tmp_path, {**SMALL, "content/site.yaml": settings, "content/pages/your-words.md": f"---\ntitle: Your words\n---\n\n{embed}\n"})
    return build_site(public_tree(site), bundled_tree(), TODAY).files["your-words/index.html"].decode()


def names(html: str) -> set[str]:
    return set(re.findall(r'<(?:input|textarea)[^>]* name="(\w+)"', html))


def values(html: str, name: str) -> set[str]:
    return set(re.findall(rf'name="{name}" type="radio" value="(\w+)"', html))


def test_it_asks_all_that_the_record_and_the_recording_know(tmp_path: Path) -> None:
    html = page(tmp_path)
    assert set(QUESTIONS) <= names(html)
    assert values(html, "connection") == set(get_args(items.Relationship))
    assert values(html, "benefit") == set(get_args(items.Benefit))
    assert values(html, "show_as") == set(get_args(front.Show))
    scopes = get_args(get_args(get_type_hints(front.Consent)["scope"])[0])
    assert [bool(re.search(rf"(?:on|in)_{scope}", " ".join(names(html)))) for scope in scopes] == [True] * 3
    known = {alias for aliases in ALIASES.values() for alias in aliases} | set(QUESTIONS) | set(ANSWERS) | {"form"}
    assert names(html) <= known, "whatever the form sends, `proof record` understands"


def test_no_box_is_ticked_beforehand_and_the_consent_says_its_wording_and_version(tmp_path: Path) -> None:
    html = page(tmp_path)
    assert not re.search(r"<(?:input|option)[^>]*\b(?:checked|selected)\b", html)
    sentence = (
        "You may show my words as I have ticked above, once I have seen and approved exactly what you show. I can take this back at any time, without a reason."
    )
    assert f'<input type="hidden" name="wording" value="{sentence} (wording 1)">' in html
    label = re.search(r'<label for="said-agree">(.*?)</label>', html)
    assert label and sentence in label[1] and "(wording 1)" in label[1]
    assert not re.search(r'name="agree"[^>]*required', html), "a yes is free"
    assert '<a href="/privacy/">' in html
    ids = re.findall(r' id="([^"]+)"', page(tmp_path, embed="[[form contact]]\n\n[[form testimonial]]"))
    assert len(ids) == len(set(ids))


def test_without_a_place_to_send_it_the_questions_stand_there_with_the_address(tmp_path: Path) -> None:
    html = page(tmp_path, SITE)
    assert "<form" not in html
    assert "<li>What made you hesitate?</li>" in html
    assert 'href="mailto:hello@example.com"' in html


def test_a_form_that_there_is_not_is_said(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        page(tmp_path, embed="[[form testimonal]]")
    assert str(caught.value) == (
        "content/pages/your-words.md:5: there is no form 'testimonal'.\n    Did you mean 'testimonial'? Forms are: contact, testimonial."
    )
