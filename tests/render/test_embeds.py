"""Embeds as written: understood, or told what is wrong with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.render.embeds import EMBEDS, Call, EmbedMistake, understood

ALL = "Embeds are: articles, booking, events, figure, form, measure, newsletter, result, results, services, testimonial, testimonials, video."


@pytest.mark.parametrize(
    ("words", "call"),
    [
        ("services", Call("services", {})),
        ("testimonials service=team limit=2", Call("testimonials", {"service": "team", "limit": 2})),
        ('testimonials topic="first year"', Call("testimonials", {"topic": "first year"})),
        ("testimonials topic=“first year”  audience=founders", Call("testimonials", {"topic": "first year", "audience": "founders"})),
        ("measure harbour-foods turnover", Call("measure", {"slug": "harbour-foods", "name": "turnover"})),
        ("results limit=99 service=team", Call("results", {"limit": 99, "service": "team"})),
    ],
)
def test_an_embed_is_understood(words: str, call: Call) -> None:
    assert understood(words, in_text=False) == call


@pytest.mark.parametrize(
    ("words", "code", "message", "mend"),
    [
        ("testimonal anna", "unknown-embed", "there is no embed '[[testimonal]]'.", f"Did you mean 'testimonial'? {ALL}"),
        ("xyzzy", "unknown-embed", "there is no embed '[[xyzzy]]'.", ALL),
        ("service=team", "unknown-embed", "there is no embed '[[service=team]]'.", f"Did you mean 'services'? {ALL}"),
        ("", "unknown-embed", "there is no embed's name between '[[' and ']]'.", ALL),
        ("  ", "unknown-embed", "there is no embed's name between '[[' and ']]'.", ALL),
        ("testimonial", "embed-words", "'[[testimonial]]' takes one word after its name; none stand here.", "Write it like this: [[testimonial anna]]"),
        ("services team", "embed-words", "'[[services]]' takes no words after its name; one word stands here.", "Write it like this: [[services]]"),
        (
            "measure a b c", "embed-words", "'[[measure]]' takes two words after its name; 3 words stand here.",
            "Write it like this: [[measure harbour-foods turnover]]",
        ),
        ("testimonials servce=team", "embed-words", "'[[testimonials]]' knows no 'servce='.", "Did you mean 'service'?"),
        ("services zzz=1", "embed-words", "'[[services]]' knows no 'zzz='.", "Write it like this: [[services]]"),
        ("events limit=many", "embed-words", "'limit=' takes a number from 1 to 99; 'many' stands here.", "Write it like this: [[events limit=2]]"),
        ("events limit=0", "embed-words", "'limit=' takes a number from 1 to 99; '0' stands here.", "Write it like this: [[events limit=2]]"),
        ("events limit=100", "embed-words", "'limit=' takes a number from 1 to 99; '100' stands here.", "Write it like this: [[events limit=2]]"),
    ],
)  # fmt: skip
def test_a_mistake_in_an_embed_is_told_with_the_mend(words: str, code: str, message: str, mend: str) -> None:
    with pytest.raises(EmbedMistake) as told:
        understood(words, in_text=False)
    assert (told.value.code, told.value.message, told.value.mend) == (code, message, mend)


@pytest.mark.parametrize("name", EMBEDS)
def test_every_example_is_understood_and_only_small_ones_stand_in_running_text(name: str) -> None:
    words = EMBEDS[name].example[2:-2]
    assert understood(words, in_text=False).name == name
    if EMBEDS[name].in_text:
        assert understood(words, in_text=True) == understood(words, in_text=False)
    else:
        with pytest.raises(EmbedMistake) as told:
            understood(words, in_text=True)
        assert (told.value.code, told.value.message, told.value.mend) == (
            "embed-place", f"'[[{name}]]' has to stand on a line of its own.", "Put an empty line before and after it.",
        )  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.sampled_from([*EMBEDS, "limit=2", "service=", '"', "=", "a", "“b”"])).map(" ".join)), st.booleans())
def test_any_words_are_understood_or_told(words: str, in_text: bool) -> None:
    try:
        call = understood(words, in_text=in_text)
    except EmbedMistake as mistake:
        assert mistake.mend.endswith((".", "?", "]]"))
    else:
        assert call.name in EMBEDS
