"""Problems: how they are said, ordered and handed to programs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.common.problems import ContentError, Effect, Location, Problem, in_file_order
from sitegen.common.words import counted, did_you_mean, joined, suggestion


def test_a_problem_says_where_what_how_and_why() -> None:
    problem = Problem("R2", Location("content/a.md", 4), "there is no consent.", "Ask the person.\nThen write it down.", "GDPR Art 7.")
    assert str(problem) == "content/a.md:4: there is no consent.\n    Ask the person.\n    Then write it down.\n    Why: GDPR Art 7."
    assert str(Problem("x", Location("content/a.md"), "it is empty.")) == "content/a.md: it is empty."


def test_a_program_is_given_plain_values() -> None:
    problem = Problem("R2", Location("content/a.md", 4), "there is no consent.", "Ask.", "GDPR.", Effect.LEAVE_OUT)
    assert problem.as_json() == {
        "code": "R2", "effect": "leave out", "file": "content/a.md", "line": 4, "message": "there is no consent.", "mend": "Ask.", "why": "GDPR.",
    }  # fmt: skip
    assert Problem("x", Location("a.md"), "m").as_json()["line"] is None


def test_problems_stand_in_the_order_of_files_and_lines_each_once() -> None:
    a2, a10, b = (Problem("x", Location(file, line), "m") for file, line in (("a.md", 2), ("a.md", 10), ("b.md", 1)))
    whole = Problem("x", Location("b.md"), "m")
    assert in_file_order([b, a10, whole, a2, b]) == (a2, a10, whole, b)
    assert str(ContentError([b, a2])) == "a.md:2: m\nb.md:1: m"


@given(st.permutations([Problem("x", Location("a.md", 1), "m", mend, why, effect) for mend in "ab" for why in ("", "w") for effect in Effect]))
def test_the_order_does_not_depend_on_the_order_they_were_found_in(found: list[Problem]) -> None:
    assert in_file_order(found) == in_file_order(sorted(found, key=repr))


def test_sentences_are_made_of_the_nearest_words() -> None:
    assert did_you_mean("leadreship", ["team", "leadership"]) == "Did you mean 'leadership'?"
    assert did_you_mean("xyz", ["team"]) == ""
    assert suggestion("taem", ["team", "career"], "Services") == "Did you mean 'team'? Services are: career, team."
    assert suggestion("team", [], "Services") == "There are no services yet."
    assert (joined([]), joined(["a"]), joined(["a", "b"]), joined("abc", "or")) == ("", "a", "a and b", "a, b or c")
    assert (counted(1, "page"), counted(2, "page"), counted(0, "entry", "entries")) == ("1 page", "2 pages", "0 entries")
