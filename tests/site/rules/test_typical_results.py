"""R7: what clients generally get is said beside a result, and "results may vary" does not say it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.common.problems import Effect
from sitegen.site.rules.table import against_rules
from sitegen.site.rules.typical_results import says_nothing
from tests.site.in_memory import shown_of
from tests.small_site import changed

CASE, ANNA = "content/results/decisions.md", "content/testimonials/anna.md"
EXPECTED = "expected: {text: Most teams see a smaller change., n: 9, period: 2023 to 2025}\n"
WHY = "    Why: a result shown is read as what clients generally get, so readers have to be told what that is (16 CFR 255.2(b))."
SAY_IT = f"    Say it in a sentence, of how many you know it, and for which time: {EXPECTED}{WHY}"


def told(folder: Path, files: dict[str, str | bytes]) -> list[str]:
    against = against_rules(shown_of(folder, files))
    assert all(problem.code == "R7" and problem.effect is Effect.REFUSE for problem in against)
    return [str(problem) for problem in against]


@pytest.mark.parametrize(("typicality", "known"), [("unknown", "nobody knows whether others get the like"), ("atypical", "others do not get the like")])
def test_r7_a_case_that_is_not_typical_says_what_others_get(tmp_path: Path, typicality: str, known: str) -> None:
    files = changed(CASE, f"typicality: unknown\n{EXPECTED}", f"typicality: {typicality}\n")
    assert told(tmp_path, files) == [f"{CASE}:10: {known}, and what clients generally get is not said (R7).\n{SAY_IT}"]


def test_a_typical_case_needs_no_more(tmp_path: Path) -> None:
    assert told(tmp_path, changed(CASE, f"typicality: unknown\n{EXPECTED}", "typicality: typical\n")) == []


def test_r7_of_how_many_it_is_known_is_said_or_why_not(tmp_path: Path) -> None:
    assert told(tmp_path, changed(CASE, ", n: 9", "")) == [
        f"{CASE}:11: of how many clients this is known is not said (R7).\n"
        f"    Add n: 9 to it, or say why there is no number: no_n: this is the first team measured so\n{WHY}"
    ]
    assert told(tmp_path, changed(CASE, "n: 9", "no_n: this is the first team measured so")) == []


@pytest.mark.parametrize("text", ["Results may vary.", "Individual results vary; every client is different.", "Ergebnisse können variieren."])
def test_r7_that_results_may_vary_says_nothing(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, changed(CASE, "Most teams see a smaller change.", text)) == [
        f"{CASE}:11: '{text}' does not tell a reader what clients generally get (R7).\n"
        f"    Say what most of them saw, in a sentence of your own, like this: {EXPECTED}{WHY}"
    ]


@pytest.mark.parametrize(
    "text", ["Most teams see a smaller change. Results may vary.", "Of nine teams, two saw none.", "Die meisten gewinnen ein bis drei Stunden."]
)
def test_a_sentence_on_what_others_got_says_something(text: str) -> None:
    assert not says_nothing(text)


RESULT = (
    "result: {measure: Open decisions, before: 14, after: 5, unit: decisions, period: a year, evidence: https://www.example.com/list, typicality: atypical%s}"
)


def test_r7_a_result_told_in_a_testimonial_is_held_to_the_same(tmp_path: Path) -> None:
    assert told(tmp_path, changed(ANNA, "status: published", "status: published\n" + RESULT % "")) == [
        f"{ANNA}:18: others do not get the like, and what clients generally get is not said (R7).\n{SAY_IT}"
    ]
    expected = ", expected: {text: Most see a smaller change., n: 9, period: 2024}"
    assert told(tmp_path, changed(ANNA, "status: published", "status: published\n" + RESULT % expected)) == []
