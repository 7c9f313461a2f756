"""R1: a sample is known by its mark or by its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.site.samples import is_sample, text_digest
from sitegen.site.shipped_samples import SHIPPED
from tests.site.in_memory import item_of
from tests.small_site import ARTICLE

WORDS = "Ask what will be decided before the meeting begins, and by whom it is."
HEAD = ARTICLE.split("\n\n", maxsplit=1)[0]


def digest_of_text(text: str) -> str:
    return text_digest(f"\n{text}\n")


def test_an_item_is_a_sample_by_its_mark() -> None:
    assert is_sample(item_of("articles", "a", HEAD.replace("topics:", "sample: true\ntopics:")))
    assert not is_sample(item_of("articles", "a", HEAD))


@pytest.mark.parametrize("other", [WORDS.upper(), WORDS.replace(" ", "\n"), f"*{WORDS.replace(',', ' –')}*!", "\n\n> " + WORDS])
def test_the_same_words_are_known_again_however_they_are_written(other: str) -> None:
    assert digest_of_text(other) == digest_of_text(WORDS) != ""


def test_other_words_are_not_the_same_text() -> None:
    assert digest_of_text(WORDS.replace("decided", "done")) != digest_of_text(WORDS)
    assert digest_of_text(WORDS + " Yes.") != digest_of_text(WORDS)


def test_a_text_of_fewer_than_twelve_words_is_not_known_again() -> None:
    assert digest_of_text("one " * 11) == ""
    assert len(digest_of_text("one " * 12)) == 24


@given(st.lists(st.sampled_from(["one", "zwei", "drei"]), min_size=12, max_size=20), st.sampled_from([" ", "\n", ", ", " _", "\n\n# "]))
def test_spaces_and_marks_between_words_do_not_matter(words: list[str], between: str) -> None:
    assert digest_of_text(between.join(words)) == digest_of_text(" ".join(words))


def test_shipped_digests_are_digests() -> None:
    assert all(len(name) == 24 and set(name) <= set("0123456789abcdef") for name in SHIPPED)
