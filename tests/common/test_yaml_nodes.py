"""YAML to nodes: everything that makes YAML treacherous is refused with the line and the mend."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sitegen.common.problems import ContentError
from sitegen.common.yaml_nodes import DEEPEST, line_of, root_node


def refusals(text: str, first_line: int = 1) -> list[str]:
    with pytest.raises(ContentError) as refused:
        root_node(text, "a.yaml", first_line)
    return [str(problem) for problem in refused.value.problems]


def scalars(text: str) -> dict[str, str]:
    root = root_node(text, "a.yaml")
    assert root is not None
    return {key.value: value.value for key, value in root.value}


def test_no_value_is_guessed_at() -> None:
    assert scalars("company: no\nphone: 0047\ntime: 1:30\nversion: 1.10\nempty: null\non: on\n") == {
        "company": "no", "phone": "0047", "time": "1:30", "version": "1.10", "empty": "null", "on": "on",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_a_text_without_fields_gives_nothing(text: str) -> None:
    root = root_node(text, "a.yaml")
    assert root is None


def test_every_doubled_key_is_told_with_the_line_of_the_first() -> None:
    assert refusals("a:\n  - b: 1\n    b: 2\n") == ["a.yaml:3: 'b' stands here a second time; the first is on line 2.\n    Keep one of the two."]
    assert refusals("a: 1\nb: {c: 1, c: 2}\na: 2\n") == [
        "a.yaml:2: 'c' stands here a second time; the first is on line 2.\n    Keep one of the two.",
        "a.yaml:3: 'a' stands here a second time; the first is on line 1.\n    Keep one of the two.",
    ]


def test_lines_are_counted_from_the_file_and_not_from_the_text() -> None:
    assert refusals("a: 1\na: 2\n", first_line=5) == ["a.yaml:6: 'a' stands here a second time; the first is on line 5.\n    Keep one of the two."]
    root = root_node("a: 1\nb: 2\n", "a.yaml")
    assert root is not None
    assert [line_of(key, 4) for key, _ in root.value] == [5, 6]


@pytest.mark.parametrize(
    ("value", "tag"),
    [("!!python/object/apply:os.system [x]", "!!python/object/apply:os.system"), ("!mine x", "!mine"), ("!!python/none", "!!python/none")],
)
def test_a_tag_is_not_obeyed(value: str, tag: str) -> None:
    assert refusals(f"a: {value}\n") == [
        f"a.yaml:1: '{tag}' is a command to a program, and none is obeyed here.\n    Take it out, or put quotes around the value."
    ]


def test_a_list_or_a_word_at_the_top_is_no_field() -> None:
    said = "fields belong here, one a line, each with a colon.\n    Write them like this: title: About me"
    assert refusals("- a\n- b\n") == [f"a.yaml:1: {said}"]
    assert refusals("\n\nhello\n", first_line=2) == [f"a.yaml:4: {said}"]


def test_a_fields_name_is_one_word() -> None:
    assert refusals("a: 1\n? [b, c]\n: 2\n") == ["a.yaml:2: a field's name has to be one word.\n    Write it like this: title: About me"]


def test_every_line_that_begins_with_a_tab_is_told() -> None:
    assert refusals("a:\n\tb: 1\n  \tc: 2\nd: |\n  x\ty\n") == [
        "a.yaml:2: this line begins with a tab; YAML wants spaces.\n    Put spaces in its place:   b: 1",
        "a.yaml:3: this line begins with a tab; YAML wants spaces.\n    Put spaces in its place:     c: 2",
    ]


def test_a_file_that_repeats_itself_into_the_millions_is_refused() -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 9))
    began = time.perf_counter()
    assert refusals(bomb) == [
        "a.yaml:6: this file comes to more than 200,000 values.\n    It repeats parts of itself by `*name`: write them out, or split the file."
    ]
    assert time.perf_counter() - began < 2


def test_a_value_that_holds_itself_is_refused() -> None:
    assert refusals("a: 1\nb: &b [x, *b]\n") == [
        "a.yaml:2: this file comes to more than 200,000 values.\n    It repeats parts of itself by `*name`: write them out, or split the file."
    ]


def test_a_short_repeat_is_allowed() -> None:
    root = root_node("a: &a [x, y]\nb: *a\n", "a.yaml")
    assert root is not None
    assert root.value[0][1] is root.value[1][1]


TOO_DEEP = "this is nested more than 30 levels deep.\n    Is a bracket open that should be closed? No field of the handbook needs more than six levels."


@pytest.mark.parametrize(
    "text",
    ["a: " + "[" * 100_000, "a: " + "{a: " * 100_000, "- " * 100_000, "".join(" " * i + "a:\n" for i in range(2_000)), "a:\n  " + "? " * 100_000],
    ids=["brackets", "braces", "hyphens", "indents", "question marks"],
)
def test_any_depth_is_refused_without_a_crash(text: str) -> None:
    (said,) = refusals(text)
    assert said.partition(": ")[2] == TOO_DEEP


def test_the_deepest_level_is_read_and_one_more_is_not() -> None:
    assert root_node("a: " + "[" * (DEEPEST - 1) + "x" + "]" * (DEEPEST - 1), "a.yaml") is not None
    assert refusals("a: " + "[" * DEEPEST + "x" + "]" * DEEPEST) == [f"a.yaml:1: {TOO_DEEP}"]


def test_a_chain_of_repeats_can_be_long() -> None:
    text = "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}]\n" for i in range(1, 300))
    root = root_node(text, "a.yaml")
    assert root is not None
    assert len(root.value) == 300


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85"])
def test_a_line_separator_from_copied_text_is_no_line_end(mark: str) -> None:
    assert scalars(f"a: one{mark}two\nb: three\n") == {"a": "one two", "b": "three"}
    assert refusals(f"a: one{mark}two\na: three\n") == ["a.yaml:2: 'a' stands here a second time; the first is on line 1.\n    Keep one of the two."]


SAID = [
    ("a: b: c", 1, "a value with a colon in it needs quotes around it.", 'Write: a: "b: c"'),
    (
        "a: x\n  b: y", 2, "this line is set in further than the field above it allows.",
        "Fields of one record begin in the same column; a field's own fields are set in by two spaces.",
    ),
    ("a: @b", 1, "a value can't begin with '@'.", 'Write: a: "@b"'),
    ("a: `b`", 1, "a value can't begin with '`'.", 'Write: a: "`b`"'),
    ("a: *b", 1, "a value that begins with * or & needs quotes around it.", 'Write: a: "*b"'),
    ('a: "b', 1, "a quote is opened here and never closed.", "Close it at the end of the value, or take it away."),
    (
        "a: [b, c", 1, "a bracket is opened here and not closed where it should be.",
        "Put commas between the entries and close the bracket: [one, two]. A value that begins with [ or { needs quotes around it.",
    ),
    ('a: "b" c', 1, "there is something after the closing quote.", 'Write: a: "b c"'),
    (
        "a: b\nhello\nc: d", 2, "'hello' is no field: a field has a name, a colon and a value.",
        "Write it like this: title: About me. A text of several lines begins with `|` after the colon, and its lines are set in by two spaces.",
    ),
    (r'a: "C:\maya"', 1, "between double quotes a backslash has a meaning of its own.", r"Use single quotes: a: 'C:\maya'"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "message", "mend"), SAID, ids=[case[0] for case in SAID])
def test_a_parsers_complaint_is_said_in_her_words(text: str, line: int, message: str, mend: str) -> None:
    assert refusals(text) == [f"a.yaml:{line}: {message}\n    {mend}"]


@given(st.text("ab:-[]{}&*!|>'\"%@`#, \n?~.0", max_size=60))
def test_any_text_gives_nodes_or_a_problem_with_a_line_and_a_mend(text: str) -> None:
    try:
        root = root_node(text, "a.yaml", 3)
    except ContentError as refused:
        for problem in refused.problems:
            assert problem.location.line >= 3
            assert problem.mend
            assert "None" not in str(problem)
    else:
        assert root is None or isinstance(root, yaml.MappingNode)


def test_many_short_lists_are_not_taken_for_deep_ones_and_deep_ones_are_refused_whatever_stands_around(monkeypatch: pytest.MonkeyPatch) -> None:
    from sitegen.common import yaml_nodes

    short = "people:\n" + "  - {name: Anna, emails: [a@example.com, b@example.com], links: []}\n" * 200
    measured: list[str] = []
    monkeypatch.setattr(yaml_nodes, "_measure_depth", lambda text, *_: measured.append(text))
    assert yaml_nodes.root_node(short, "x.yaml") is not None
    assert measured == []
    monkeypatch.undo()
    for opened, closed in (("[", "]"), ("{a: ", "}"), ('["]", ', "]"), ("[ # ]\n ", "]"), ("['[', ", "]")):
        with pytest.raises(ContentError, match="levels deep"):
            yaml_nodes.root_node(short + "deep: " + opened * 40 + "x" + closed * 40 + "\n", "x.yaml")
