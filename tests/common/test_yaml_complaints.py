"""Mistakes that a person makes in YAML, told on the line where they stand, with a mend that loses none of her words."""

from __future__ import annotations

import pytest

from sitegen.common.problems import ContentError
from sitegen.common.yaml_nodes import root_node


def told(text: str) -> list[str]:
    with pytest.raises(ContentError) as refused:
        root_node(text, "a.md", 2)
    return [str(problem) for problem in refused.value.problems]


def test_a_line_set_in_wrongly_is_not_blamed_on_the_words_above_it() -> None:
    text = "original: |\n  I was not sure.\n  I still struggle with Mondays.\nconsent:\n  status: granted\n method: email\n"
    assert told(text) == [
        "a.md:7: this line is not in the column of the lines it belongs with.\n    Fields of one record begin in the same column; a field's own fields are set in by two spaces."
    ]


@pytest.mark.parametrize(
    ("line", "mend"),
    [
        ("title: 'Leader's coaching'", 'Write: title: "Leader\'s coaching"'),
        ("title: 'It is Maya's way'", 'Write: title: "It is Maya\'s way"'),
        ('title: "Team" coaching', 'Write: title: "Team coaching"'),
    ],
)
def test_the_mend_for_quotes_keeps_every_apostrophe(line: str, mend: str) -> None:
    assert told(f"{line}\nsummary: x\n") == [f"a.md:2: there is something after the closing quote.\n    {mend}"]


def test_a_colon_between_printed_quotes_loses_the_quotes() -> None:
    assert told("title: “Team coaching: six talks”\n") == [
        'a.md:2: a value with a colon in it needs quotes around it.\n    Write: title: "Team coaching: six talks"'
    ]


def test_a_missing_space_after_a_colon_is_told_on_its_own_line() -> None:
    assert told("title:Team coaching\nsummary: x\n") == ["a.md:2: there is no space after the colon.\n    Write: title: Team coaching"]
    assert told("summary: x\nsource:email\nlang: de\n") == ["a.md:3: there is no space after the colon.\n    Write: source: email"]


@pytest.mark.parametrize(
    ("line", "cut", "whole"),
    [
        ("title: Team coaching #1 in Leeds", "#1 in Leeds", 'title: "Team coaching #1 in Leeds"'),
        ("accent: #b00020", "#b00020", 'accent: "#b00020"'),
        ("- #1 for teams", "#1 for teams", '- "#1 for teams"'),
    ],
)
def test_what_a_number_sign_would_swallow_is_told(line: str, cut: str, whole: str) -> None:
    text = f"points:\n  {line}\n" if line.startswith("-") else f"{line}\n"
    number = 3 if line.startswith("-") else 2
    assert told(text) == [
        f"a.md:{number}: '{cut}' is not read: what follows a # is a note.\n    If it belongs to the value, write: {whole}. If it is a note, put a space after the #."
    ]


@pytest.mark.parametrize(
    "text", ["a: x # a note\n", "# a note\na: 'x #1'\n", "a: |\n  #1 of all\n  x #2\n", "a: [x, '#1']\n", "a: https://example.com/#part\n"]
)
def test_a_note_and_a_number_sign_in_quotes_or_a_text_are_fine(text: str) -> None:
    assert root_node(text, "a.md") is not None


def test_a_hard_space_from_a_word_processor_is_named() -> None:
    assert told("summary:\u00a0Ask whether\ntitle: x\n") == [
        "a.md:2: there is a hard space, as word processors make them, on this line.\n    Type it again with an ordinary space: summary: Ask whether"
    ]
    assert told("a:\n\u00a0\u00a0b: 1\n")[0].startswith("a.md:3: there is a hard space")
    assert told("\u200bsummary: x\n")[0].startswith("a.md:2: there is a blank that can't be seen")
    assert root_node("summary: ten\u00a0people\n", "a.md") is not None
