"""How easily a text reads: the formulas as they were published, sentences and syllables by rules that come near to a dictionary."""

from __future__ import annotations

import pytest

from sitegen.contract.reading import Syllables, blocks, counted_text, ease, is_known, sentences
from tests.contract.pages import PAGE, changed, facts

A_MILLION, AN_END = 1 << 24, 1 << 48


def syllables(word: str, language: str = "en") -> int:
    return Syllables(language)[word] % A_MILLION


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1), ("make", 1), ("makes", 1), ("asked", 1), ("wanted", 2), ("decided", 3), ("little", 2), ("table", 2), ("people", 2), ("question", 2), ("team", 1), ("coaching", 2),
        ("leader", 2), ("meeting", 2), ("changes", 2), ("services", 3), ("organisation", 5), ("responsibility", 6), ("client’s", 1), ("first-time", 2), ("(once)", 1), ("I", 1), ("one.", 1),
    ],
)  # fmt: skip
def test_syllables_of_english_words(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"), [("Haus", 1), ("Gespräch", 2), ("Führungskraft", 3), ("Entscheidung", 3), ("ich", 1), ("Verantwortung", 4), ("Tische", 2)]
)
def test_syllables_of_german_words(word: str, count: int) -> None:
    assert syllables(word, "de") == count


@pytest.mark.parametrize("word", ["2026", "–", "https://www.example.com", "hello@example.com", "€1,200"])
def test_what_is_no_word_has_no_syllables(word: str) -> None:
    assert Syllables("en")[word] % AN_END == 0


def test_the_formulas_are_those_of_flesch_and_of_amstad() -> None:
    assert ease("en-GB", 100, 5, 150) == pytest.approx(206.835 - 1.015 * 20 - 84.6 * 1.5)
    assert ease("de", 100, 5, 150) == pytest.approx(180 - 20 - 58.5 * 1.5)
    assert [is_known(language) for language in ("en", "en-US", "de-AT", "fr", "")] == [True, True, True, False, False]


@pytest.mark.parametrize(
    ("text", "split"),
    [
        ("We met. We talked.", ["We met.", "We talked."]),
        ("“What now?” she asked. Nobody knew…", ["“What now?”", "she asked.", "Nobody knew…"]),
        ("It costs, e.g. for Dr. Example, 40. A lot.", ["It costs, e.g. for Dr. Example, 40. A lot."]),
        ("Am 4. Mai war es z. B. still. Dann nicht.", ["Am 4. Mai war es z. B. still.", "Dann nicht."]),
        ("No end", ["No end"]),
    ],
)
def test_sentences_end_where_they_end(text: str, split: list[str]) -> None:
    assert sentences(text) == split
    assert counted_text([text], Syllables("en"))[1] == len(split)


def test_a_pages_own_text_is_its_paragraphs_and_entries() -> None:
    html = """<main><nav><ul><li>This is a long entry of the menu.</li></ul></nav><h1>A heading of quite a few words</h1>
<p class="lead">A first <em>paragraph</em> with <a href="/">a link</a> in it &amp; more.</p>
<figure><blockquote><p>The words of somebody else, and many of them.</p></blockquote></figure>
<ul><li>An entry that is long enough to count.</li><li>Short.</li></ul>
<form><p>What a form says is not counted here.</p></form></main><footer><p>Nor is what the footer of the page says.</p></footer>"""
    assert blocks(html) == ["A first paragraph with a link in it & more.", "An entry that is long enough to count."]


def test_a_page_keeps_its_text_in_numbers() -> None:
    text = "<p>We talk less now. We know what we decided, and who does it.</p>"
    page = facts(changed("<p>Words of her own.</p>", text))
    assert (page.words, page.sentences) == (13, 2)
    assert facts(PAGE.replace('lang="en-GB"', 'lang="fr"')).words == 0
