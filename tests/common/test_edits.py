"""Edits in place: what is asked for goes, and every other byte stays."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sitegen.common.edits import without_entries


def gone(text: str, *entries: int, field: str = "list") -> str:
    return without_entries(text, "a.yaml", field, entries)


BLOCK = """# The head.
name: Maya   # hers

list:
  # The first.
  - id: one
    label: First # kept with it
  # The second.
  - id: two
    text: |
      Long,
      # not a comment,

      and longer.

  # The third.
  -
    id: three
# The foot.
last: "x"
"""


def test_an_entry_goes_with_all_its_lines_and_the_comment_above_it_stays() -> None:
    assert gone(BLOCK, 0) == BLOCK.replace("  - id: one\n    label: First # kept with it\n", "")


def test_a_text_of_several_lines_goes_as_a_whole_even_where_it_looks_like_a_comment() -> None:
    assert gone(BLOCK, 1) == BLOCK.replace("  - id: two\n    text: |\n      Long,\n      # not a comment,\n\n      and longer.\n", "")


def test_a_hyphen_alone_on_its_line_goes_with_its_entry() -> None:
    assert gone(BLOCK, 2) == BLOCK.replace("  -\n    id: three\n", "")


def test_the_field_goes_with_its_last_entry() -> None:
    assert gone(BLOCK, 0, 1, 2) == BLOCK[: BLOCK.index("list:")] + BLOCK[BLOCK.index("# The foot.") :]


@pytest.mark.parametrize(
    ("text", "entries", "after"),
    [
        ("list: [a, b, c]\n", [0], "list: [b, c]\n"),
        ("list: [a, b, c]\n", [1], "list: [a, c]\n"),
        ("list: [a, b, c]\n", [2], "list: [a, b]\n"),
        ("list: [a, b, c]\n", [1, 2], "list: [a]\n"),
        ("list: [a, b, c] # all\nx: y\n", [0, 1, 2], "x: y\n"),
        ('list: [{id: a, t: "x, y"}, b]\n', [0], "list: [b]\n"),
        ("list: [\n  a, # one, and more\n  b, # two\n  c # three\n]\n", [1], "list: [\n  a, # one, and more\n  # two\n  c # three\n]\n"),
        ("{list: [a], x: y}\n", [0], "{list: [], x: y}\n"),
        ("list:\n- a\n- b\n", [0], "list:\n- b\n"),
        ('list:\n  - "a\n    # b"\n  - c\n', [0], "list:\n  - c\n"),
        ("list:\n  - a: |+\n      x\n\n  - c\n", [0], "list:\n\n  - c\n"),
        ("list:\n  - - a\n    - b\n  - c\n", [0], "list:\n  - c\n"),
        ("t: a\u2028b\nlist:\n  - a\n  - c\n", [0], "t: a\u2028b\nlist:\n  - c\n"),
        ("list:\n  - a", [0], ""),
    ],
)
def test_entries_go_from_lists_of_every_shape(text: str, entries: list[int], after: str) -> None:
    assert gone(text, *entries) == after


def test_nothing_changes_where_there_is_no_such_list() -> None:
    assert gone(BLOCK, 0, field="name") == BLOCK
    assert gone(BLOCK, 0, field="nothing") == BLOCK
    assert gone(BLOCK) == BLOCK
    assert gone("", 0) == ""


WORDS = st.text("abcäß日", min_size=1, max_size=5)
COMMENTS = st.sampled_from(["", "  # a comment, with - and [", "\n", "  # two\n  # lines\n"])
ENTRIES = st.one_of(
    WORDS.map(lambda w: f"- {w}\n"),
    WORDS.map(lambda w: f"- id: {w}\n    # inside\n    label: '{w}, x'  # beside\n"),
    WORDS.map(lambda w: f'- "{w}\n    # {w}"\n'),
    WORDS.map(lambda w: f"- text: >-\n      {w}\n\n      # {w}\n"),
    WORDS.map(lambda w: f"- [{w}, {{x: {w}}}]\n"),
    WORDS.map(lambda w: f"-\n    id: {w}\n"),
)


@given(st.lists(st.tuples(COMMENTS, ENTRIES), min_size=1, max_size=6), st.data())
def test_every_byte_outside_the_entries_that_go_stays(listed: list[tuple[str, str]], data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.integers(0, len(listed) - 1), max_size=len(listed) - 1))
    head, foot = "# head\nname: Größe # x\nlist:\n", "# foot\nlast: [a, b]\n"

    def text(entries: list[tuple[str, str]]) -> str:
        return (
            head
            + "".join((comment + "\n" if comment and not comment.endswith("\n") else comment) + ("  " + entry if entry else "") for comment, entry in entries)
            + foot
        )

    whole = text(listed)
    expected = text([(comment, "" if index in chosen else entry) for index, (comment, entry) in enumerate(listed)])
    assert gone(whole, *chosen) == expected
    kept = [value for index, value in enumerate(yaml.safe_load(whole)["list"]) if index not in chosen]
    assert yaml.safe_load(expected)["list"] == kept


@given(st.lists(st.sampled_from(["a", "'b, c'", "{x: 1, y: [2, 3]}", '"#"', "[d, e]"]), min_size=1, max_size=6), st.booleans(), st.data())
def test_what_is_left_of_a_list_in_brackets_is_what_was_not_taken(listed: list[str], comma: bool, data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.integers(0, len(listed) - 1), max_size=len(listed) - 1))
    whole = f"x: 1\nlist: [{', '.join(listed)}{',' if comma else ''}] # c\ny: 2\n"
    left = gone(whole, *chosen)
    assert left.startswith("x: 1\nlist: [")
    assert left.endswith("] # c\ny: 2\n")
    assert yaml.safe_load(left)["list"] == [value for index, value in enumerate(yaml.safe_load(whole)["list"]) if index not in chosen]
