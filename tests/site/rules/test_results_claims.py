"""R6: a claim stands on the site only with a measure behind it, and only with the number on file."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.common.problems import Effect
from sitegen.site.rules.table import against_rules
from tests.site.in_memory import shown_of
from tests.small_site import RESULT, SERVICE, SMALL, TESTIMONIAL, changed

CASE, ANNA, TEAM, HOME = "content/results/decisions.md", "content/testimonials/anna.md", "content/services/team.md", "content/pages/index.md"
WHY = "    Why: a result shown is read as what clients generally get (16 CFR 255.2)."
IN_A_CASE = "    Add it under `measures:` with before, after, period and evidence, or take it out."
NO_CLAIM = "    If it claims nothing, say so: not_claims: [{text: ..., why: ...}]"
IN_A_QUOTE = (
    "    Name the result that backs it, like this: result: harbour-foods, or write down under `result:` what was measured. "
    f"If nobody measured it, cut the sentence and mark the cut with [...].\n{NO_CLAIM}"
)
ON_A_PAGE = f"    Put the number there by an embed, like this: [[measure harbour-foods turnover]] or [[figure leaders-coached]], or take it out.\n{NO_CLAIM}"
IN_PLAIN_WORDS = (
    f"    No number can be put in here by an embed: take it out, and tell it in the text below, like this: [[measure harbour-foods turnover]]\n{NO_CLAIM}"
)
IN_THE_SETTINGS = "    Take it out here, and tell it in a result with its measures. If it claims nothing, say so: not_claims: [{text: ..., why: ...}]"
ON_FILE = "    On file is: Open decisions: from 14 to 5 over six months. Correct the one that is wrong, or take the words out."
FIGURE = "figures:\n  - {id: passed-on, value: '58%', label: came by a friend, n: 143, source: my form, as_of: 2026-10-01}\n"


def told(folder: Path, files: dict[str, str | bytes]) -> list[str]:
    against = against_rules(shown_of(folder, files))
    assert all(problem.code == "R6" and problem.effect is Effect.REFUSE for problem in against)
    return [str(problem) for problem in against]


def in_case(words: str) -> dict[str, str | bytes]:
    return changed(CASE, "Nobody knew what had been decided.", words)


def in_quote(words: str, lines: str = "") -> dict[str, str | bytes]:
    said = TESTIMONIAL.replace("We talk less now, and we know what we decided.", words).replace("status: published\n", f"status: published\n{lines}")
    return {**SMALL, ANNA: said}


def test_r6_a_claim_in_a_case_without_measures_is_refused(tmp_path: Path) -> None:
    bare = RESULT.replace(RESULT[RESULT.index("measures:") : RESULT.index("typicality:")], "").replace(
        "Nobody knew", "After a year, turnover fell 30%. Nobody knew"
    )
    assert told(tmp_path, {**SMALL, CASE: bare}) == [
        f"{CASE}:13: 'After a year, turnover fell 30%' is a claim with no measure behind it (R6).\n{IN_A_CASE}\n{WHY}"
    ]


def test_r6_a_number_in_a_case_has_to_be_the_one_on_file(tmp_path: Path) -> None:
    assert told(tmp_path, in_case("The list went from fourteen open decisions to three.")) == [
        f"{CASE}:15: 'The list went from fourteen open decisions to three' is not what was measured (R6).\n{ON_FILE}\n{WHY}"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The list went from fourteen open decisions to five.",
        "In six months, open decisions fell by 64%.",
        "There were nine fewer open decisions at the end.",
        "Open decisions were more than halved.",
        "Two thirds fewer questions stayed open.",
        "We met in 2026, in six sessions of 90 minutes, from 9 to 12 o'clock.",
        "Open decisions: [[measure decisions open-decisions]].",
    ],
)
def test_what_the_measures_say_may_stand_in_a_case(tmp_path: Path, words: str) -> None:
    assert told(tmp_path, in_case(words)) == []


def test_r6_a_claim_in_a_quote_with_no_result_is_refused(tmp_path: Path) -> None:
    assert told(tmp_path, in_quote("We saved £40k in a year.")) == [
        f"{ANNA}:20: 'We saved £40k in a year' is a claim with no measure behind it (R6).\n{IN_A_QUOTE}\n{WHY}"
    ]


def test_r6_a_quote_that_says_more_than_its_result_is_refused(tmp_path: Path) -> None:
    assert told(tmp_path, in_quote("We have a third fewer open decisions now.", "result: decisions\n")) == [
        f"{ANNA}:21: 'We have a third fewer open decisions now' is not what was measured (R6).\n{ON_FILE}\n{WHY}"
    ]


@pytest.mark.parametrize(
    "result",
    [
        "result: decisions\n",
        "result: {measure: Open decisions, before: 14, after: 5, unit: decisions, period: a year, evidence: https://www.example.com/list, typicality: typical}\n",
    ],
)
def test_a_quote_may_say_what_its_result_says(tmp_path: Path, result: str) -> None:
    assert told(tmp_path, in_quote("We went from 14 open decisions to five.", result)) == []


def test_r6_a_claim_on_a_service_is_refused(tmp_path: Path) -> None:
    files = {**SMALL, TEAM: SERVICE.replace("With one question.", "Teams decide twice as fast.")}
    assert told(tmp_path, files) == [f"{TEAM}:10: 'Teams decide twice as fast' is a claim with no measure behind it (R6).\n{ON_A_PAGE}\n{WHY}"]


def test_r6_a_claim_in_a_section_is_refused_at_its_line(tmp_path: Path) -> None:
    page = "---\ntitle: Home\nsections:\n  - type: hero\n    title: Double your turnover\n    text: Nine of ten clients reach their goal.\n---\n"
    assert told(tmp_path, {**SMALL, HOME: page}) == [
        f"{HOME}:5: 'Double your turnover' is a claim with no measure behind it (R6).\n{IN_PLAIN_WORDS}\n{WHY}",
        f"{HOME}:6: 'Nine of ten clients reach their goal' is a claim with no measure behind it (R6).\n{ON_A_PAGE}\n{WHY}",
    ]


def test_r6_a_claim_in_her_promise_is_refused(tmp_path: Path) -> None:
    files = changed("content/site.yaml", "I coach people who lead for the first time, in plain words.", "My clients earn 30% more.")
    assert told(tmp_path, files) == [f"content/site.yaml:2: 'My clients earn 30% more' is a claim with no measure behind it (R6).\n{IN_THE_SETTINGS}\n{WHY}"]


@pytest.mark.parametrize(
    "words",
    [
        "Open decisions fell by nine: [[measure decisions open-decisions]].",
        "58% of my clients found me by a friend: [[figure passed-on]].",
        "Groups of six to twelve people, from £1,900 plus VAT.",
        "Would you like to double your income?",
        "I have been a coach for nine years, since 2017.",
        'Read [the paper](https://www.example.com/30%25-more) <span title="30% more">here</span>.',
    ],
)
def test_a_number_by_an_embed_and_what_is_no_claim_may_stand_on_a_service(tmp_path: Path, words: str) -> None:
    assert told(tmp_path, {**SMALL, TEAM: SERVICE.replace("With one question.", words), "content/data/proof.yaml": FIGURE}) == []


def test_an_embed_of_another_number_does_not_back_a_claim(tmp_path: Path) -> None:
    files = {**SMALL, TEAM: SERVICE.replace("With one question.", "Open decisions fell by 80%: [[measure decisions open-decisions]].")}
    assert told(tmp_path, files) == [f"{TEAM}:10: 'Open decisions fell by 80%' is not what was measured (R6).\n{ON_FILE}\n{WHY}"]


def test_what_she_says_is_no_claim_is_listed(tmp_path: Path) -> None:
    files = in_quote("We cut the cake into 40% more pieces.", "not_claims: [{text: 40% more pieces, why: it was a cake}]\n")
    against = against_rules(shown_of(tmp_path, files))
    assert [(problem.effect, str(problem)) for problem in against] == [
        (Effect.NOTICE, f"{ANNA}:21: 'We cut the cake into 40% more pieces' counts as no claim, as you say: it was a cake.")
    ]


def test_marks_of_markdown_are_no_other_words(tmp_path: Path) -> None:
    for folder, said, meant in (
        ("a", "We cut it into **40%** more pieces.", "40% more pieces"),
        ("b", "We cut it into 40% more pieces.", "**40% more** pieces"),
    ):
        (problem,) = against_rules(shown_of(tmp_path / folder, in_quote(said, f"not_claims: [{{text: '{meant}', why: it was a cake}}]\n")))
        assert problem.effect is Effect.NOTICE


def test_an_excuse_for_other_words_does_not_answer(tmp_path: Path) -> None:
    assert told(tmp_path, in_quote("We saved £40k in a year.", "not_claims: [{text: one hundred, why: a turn of speech}]\n")) == [
        f"{ANNA}:21: 'We saved £40k in a year' is a claim with no measure behind it (R6).\n{IN_A_QUOTE}\n{WHY}"
    ]


@pytest.mark.parametrize("evidence", ["my notes", "content/private/", "evidence/list.pdf"])
def test_r6_evidence_has_to_be_something_to_look_at(tmp_path: Path, evidence: str) -> None:
    assert told(tmp_path, changed(CASE, "content/private/evidence/list.pdf", evidence)) == [
        f"{CASE}:9: '{evidence}' is no evidence that anybody could look at (R6).\n"
        "    Save it in content/private/evidence/ and name the file, like this: evidence: content/private/evidence/turnover.pdf, or give a public address.\n"
        + WHY
    ]


@pytest.mark.parametrize("evidence", ["https://www.example.com/report", "content/private/evidence/list.pdf"])
def test_a_file_or_an_address_is_evidence(tmp_path: Path, evidence: str) -> None:
    assert told(tmp_path, changed(CASE, "content/private/evidence/list.pdf", evidence)) == []
