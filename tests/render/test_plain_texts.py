"""Plain texts are set without a parser, to the same HTML as Python-Markdown's."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from sitegen.render.markdown import Converter
from sitegen.render.plain_texts import plain_html
from sitegen.render.texts import Converted, Hooks, filled

HOOKS = Hooks(link=lambda href: href, picture=lambda _src, _alt: None, embed=lambda words, in_text: f"<i>{words} {in_text}</i>")
PLAIN = ["word", "it's", '"so"', "'q'", "a - b", "--", "...", "*em*", "**strong**", "[x](y)", "[two words](../a.md)", "[[figure a]]", "[...]"]
MARKS = [
    " ",
    " ",
    "(",
    ")",
    "!",
    "?",
    ".",
    ":",
    "1.",
    "é",
    "😀",
    "=",
    "\u00a0",
    "\n",
    "  ",
    "*",
    "[",
    "]",
    "#",
    "-",
    "~",
    "5 * 3 * 2",
    "x*y*z",
    "[a][b]",
    "**a*b**",
]
BLOCKS = [
    "\n\n",
    "\n\n## Head",
    "\n\n# Head #",
    "\n- one",
    "\n\n- one\n- two",
    "\n\n1. one\n2. two",
    "\n\n* one",
    "\n\n2. two",
    "\n\n[[services]]\n\n",
    "\n===",
    "\n\n***\n\n",
]
TEXTS = st.lists(st.sampled_from(PLAIN * 2 + MARKS + BLOCKS * 2), min_size=1, max_size=14).map("".join)
STARTER = sorted((Path(__file__).parents[2] / "content").glob("[!p]*/*.md"))


def html(converted: Converted) -> str:
    return filled(converted, HOOKS)


@settings(max_examples=1500)
@given(TEXTS, st.sampled_from(["en", "de", "fr"]))
def test_what_is_set_without_a_parser_is_what_the_parser_makes(text: str, language: str) -> None:
    plain = plain_html(text, language)
    event("plain" if plain is not None else "not plain")
    if plain is not None:
        assert html(plain) == html(CONVERTERS[language].converted(text))


@given(st.text(st.characters(max_codepoint=0x2100, exclude_categories=("Cs",)), max_size=8), st.sampled_from(["", "word ", "a\n\n", "- a\n- "]))
def test_any_character_is_set_as_the_parser_does_or_left_to_it(text: str, before: str) -> None:
    plain = plain_html(before + text, "en")
    if plain is not None:
        assert html(plain) == html(CONVERTERS["en"].converted(before + text))


@pytest.mark.parametrize(
    "text",
    [
        "| a |\n|---|",
        "> said",
        "```\ncode\n```",
        "    code",
        "a  \nb",
        "<b>x</b>",
        "![a](b.jpg)",
        "- a\n\n  b",
        "- a\n\n- b",
        "a[^1]\n\n[^1]: b",
        "word\n:   means",
        "## A\n\n## A",
    ],
)
def test_a_text_with_more_in_it_is_left_to_the_parser(text: str) -> None:
    assert plain_html(text, "en") is None


def test_most_texts_of_the_starter_are_plain() -> None:
    bodies = [path.read_text(encoding="utf-8").split("---\n", 2)[-1] for path in STARTER]
    assert sum(plain_html(body, "en") is not None for body in bodies) > len(bodies) / 2


CONVERTERS = {language: Converter(language) for language in ("en", "de", "fr")}
