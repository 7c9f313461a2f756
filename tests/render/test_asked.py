"""Questions: nothing of what is asked is lost on the way to the answer."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from sitegen.render.asked import Asked, question
from sitegen.site.queries import QUERIES
from tests.render.rendering import renderer_of
from tests.small_site import ARTICLE, RESULT, SERVICE, SMALL, TESTIMONIAL

WORDS = {name: [*inspect.signature(query).parameters][1:] for name, query in QUERIES.items()}
SITE = {
    **SMALL,
    "content/services/talks.md": SERVICE.replace("Team coaching", "Talks"),
    "content/testimonials/bo.md": TESTIMONIAL.replace("Anna Sample", "Bo Probe").replace("service: team", "service: talks"),
    "content/testimonials/cy.md": TESTIMONIAL.replace("Anna Sample", "Cy Trial").replace("relationship: client", "relationship: manager"),
    "content/results/evenings.md": RESULT.replace("service: team", "service: talks"),
    "content/articles/another.md": ARTICLE.replace("topics: [meetings]", "topics: [focus]"),
    "content/articles/third.md": ARTICLE,
    "content/articles/fourth.md": ARTICLE,
}


@pytest.mark.parametrize(("name", "word"), [(name, word) for name, words in WORDS.items() for word in words])
def test_every_word_makes_another_question(name: str, word: str) -> None:
    assert question(name, **{word: "x"}) == (name, ((word, "x"),))
    assert len({question(name), question(name, **{word: "x"}), question(name, **{word: "y"})}) == 3


@pytest.mark.parametrize("name", WORDS)
def test_all_words_at_once_however_they_are_given_make_one_question(name: str) -> None:
    every = {word: f"a {word}" for word in WORDS[name]}
    assert question(name, **every) == question(name, *every.values()) == (name, tuple(sorted(every.items())))


ASKED = [
    ("services", {"only": ("talks",)}),
    ("testimonials", {"service": "team"}),
    ("testimonials", {"limit": 1}),
    ("testimonials", {"limit": 1, "page": 2}),
    ("testimonials", {"references": True}),
    ("testimonials", {"only": ["cy", "anna"]}),
    ("results", {"service": "talks"}),
    ("results", {"limit": 1}),
    ("articles", {"topic": "focus"}),
    ("articles", {"limit": 2, "page": 2}),
    ("related", {"slug": "meetings", "limit": 1}),
]


@pytest.mark.parametrize(("name", "words"), ASKED, ids=str)
def test_a_question_is_answered_with_all_its_words(name: str, words: dict[str, object], tmp_path: Path) -> None:
    renderer = renderer_of(tmp_path, SITE)
    asked = Asked(renderer.answers)
    answer = asked(name, **words)
    assert answer == QUERIES[name](renderer.shown, **words)
    for word in words.keys() - {"slug"}:
        assert asked(name, **{other: value for other, value in words.items() if other != word}) != answer, f"{word} changes nothing here, so this tries nothing"
    assert dict(asked.inputs())[question(name, **words)] == renderer.answers.digest(question(name, **words))
