"""A file's two parts, and files that have none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.common.front_matter import Parts, parted
from sitegen.common.problems import ContentError


def refusal(text: str) -> str:
    with pytest.raises(ContentError) as refused:
        parted(text, "a.md")
    return str(refused.value)


def test_fields_and_body_know_the_lines_they_begin_on() -> None:
    assert parted("---\ntitle: A\n---\n\nBody\n", "a.md") == Parts("title: A", 2, "\nBody\n", 4)


def test_empty_lines_before_and_spaces_after_the_hyphens_do_no_harm() -> None:
    assert parted("\n\n---  \ntitle: A\n--- \nBody", "a.md") == Parts("title: A", 4, "Body", 6)


def test_three_hyphens_in_the_body_are_the_bodys_own() -> None:
    assert parted("---\na: b\n---\none\n---\ntwo\n", "a.md").body == "one\n---\ntwo\n"


def test_front_matter_may_be_empty_and_the_body_too() -> None:
    assert parted("---\n---", "a.md") == Parts("", 2, "", 3)


def test_hyphens_set_in_do_not_end_the_front_matter() -> None:
    assert parted("---\na: |\n  ---\n  b\n---\n", "a.md").fields == "a: |\n  ---\n  b"


@pytest.mark.parametrize("text", ["", "\n \n\t\n"])
def test_an_empty_file_is_told_as_such(text: str) -> None:
    assert refusal(text) == "a.md: this file is empty.\n    Write its front matter and text, or delete it; `sitegen add` writes a file to start from."


def test_a_file_without_front_matter_is_told_how_to_begin() -> None:
    assert refusal("\n# Title\n") == (
        "a.md:2: the file does not begin with front matter.\n    Begin it with a line ---, then the fields (title: ...), then a line ---, then the text."
    )


@pytest.mark.parametrize("line", ["--", "----", "—", "–––", " ---"])
def test_a_line_that_is_almost_three_hyphens_is_told(line: str) -> None:
    assert refusal(f"{line}\ntitle: A\n---\n") == "a.md:1: the line above the front matter is not three hyphens.\n    Write --- and nothing else on it."


def test_front_matter_that_never_ends_is_told_with_the_line_where_it_seems_to() -> None:
    assert refusal("---\ntitle: A\nlist:\n  - b\n\nHello there\n") == (
        "a.md:1: the front matter that begins here never ends.\n    Put a line --- below the last field (it seems to be line 4)."
    )
    assert refusal("---\nHello\n") == "a.md:1: the front matter that begins here never ends.\n    Put a line --- below the last field."


@given(st.lists(st.sampled_from(["a: b", "- c", "", "text", "# x"])), st.lists(st.sampled_from(["text", "---", "", "a: b"])))
def test_the_two_parts_and_their_lines_make_up_the_file(fields: list[str], body: list[str]) -> None:
    lines = ["---", *fields, "---", *body]
    parts = parted("\n".join(lines), "a.md")
    assert parts.fields == "\n".join(fields)
    assert parts.body == "\n".join(body)
    assert lines[parts.fields_line - 1 : parts.fields_line - 1 + len(fields)] == fields
    assert lines[parts.body_line - 1 :] == body
