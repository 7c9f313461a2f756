"""Sentences in which the coach does something to the client are found, and those like them are not."""

from __future__ import annotations

import pytest

from sitegen.common.problems import Location
from sitegen.site.fixing_words import TABLES, fixing

PLACE = Location("content/pages/about.md", 7)

FIXING = {
    "en": [
        "I fix your team.", "I will fix what is broken in your team.", "I solve your problems.", "We solve the hardest problems your team has.",
        "My coaching transforms leaders.", "I can transform the way you lead.", "Coaching heals your fears.", "I empower people to shine.",
        "I will turn you into a leader.", "I make your team happy.", "I help you get rid of it and I get rid of your doubts.", "I saved my clients from burning out.",
    ],
    "de": [
        "Ich löse deine Probleme.", "Ich repariere Ihr Team.", "Ich werde dein Team reparieren.", "Mein Coaching verwandelt Menschen.", "Ich heile deine Wunden.",
        "Wir motivieren Ihre Leute.", "Ich mache dich zur Führungskraft.", "In sechs Wochen transformiere ich Ihr Team.", "Ich habe meine Kunden gerettet.",
    ],
}  # fmt: skip
FINE = {
    "en": [
        "You fix what you want to fix, and I ask.", "I will not fix you.", "I don't solve your problems.", "Nobody can transform you.", "You solve it in your own way.",
        "I ask, and you find out what you want to do.", "I make an appointment with you.", "I make time for you.", "The workshop was fixed for May.", "I changed my mind about clients.",
        "What would you like to change?", "I save your data on one computer.", "I lost my keys. You turned up.",
    ],
    "de": [
        "Du löst es auf deine Weise.", "Ich löse deine Probleme nicht.", "Ich repariere niemanden.", "Sie entscheiden, was Sie ändern.", "Ich frage, und du findest heraus, was du willst.",
        "Ich bin um drei fertig. Sie machen eine Pause.",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("language", "sentence"), [(language, one) for language, some in FIXING.items() for one in some])
def test_a_sentence_that_fixes_somebody_is_shown_with_its_turn(language: str, sentence: str) -> None:
    found = list(fixing(PLACE, sentence, language))
    assert [(one.place, one.sentence) for one in found] == [(PLACE, sentence)]
    assert found[0].words in sentence
    assert found[0].turn in [turn for _, turn in TABLES[language].doings]


@pytest.mark.parametrize(("language", "sentence"), [(language, one) for language, some in FINE.items() for one in some])
def test_a_sentence_about_what_people_do_themselves_is_left_alone(language: str, sentence: str) -> None:
    assert list(fixing(PLACE, sentence, language)) == []


def test_each_sentence_is_found_on_its_line() -> None:
    text = "I ask.\n\nYou find out. I fix your team.\nAnd then\nI solve your problems."
    assert [(one.place.line, one.sentence) for one in fixing(PLACE, text, "en-GB")] == [(9, "I fix your team."), (11, "I solve your problems.")]


def test_a_language_without_a_table_is_left_alone() -> None:
    assert list(fixing(PLACE, "I fix your team.", "nb")) == []
