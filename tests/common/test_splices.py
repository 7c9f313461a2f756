"""Edits of one record: its own bytes change, every other byte stays, whatever the file looks like."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sitegen.common.problems import ContentError
from sitegen.common.splices import plain, root_of, with_entry, with_field, without_entry
from sitegen.common.yaml_writing import flow, lines_of, scalar

FILE = "a.yaml"
BOOK = """# The head.
people:
  # Anna comes first.
  - name: Anna Sample   # a note beside
    company: "Harbour: Foods"
    touches:
      - 2026-11-02 coffee: she is looking
      # between
    unknown_key: {kept: 'as it is'}

  # before Ben
  - {name: Ben 😀, company: 'Y'}  # flow
  - name: Cara
    note: |
      long

      text

niche: [a, "b"] # the foot
"""


def test_a_touch_goes_below_the_last_one() -> None:
    made = with_entry(BOOK, FILE, ["people", 0], "touches", {"2026-11-21 call": "it's 18:30: yes"})
    assert made == BOOK.replace("      # between\n", '      - 2026-11-21 call: "it\'s 18:30: yes"\n      # between\n')


def test_a_value_changes_and_the_note_beside_it_stays() -> None:
    assert with_field(BOOK, FILE, ["people", 0], "name", "Anna #1") == BOOK.replace("name: Anna Sample ", 'name: "Anna #1" ')


def test_a_field_between_braces_stays_between_them() -> None:
    made = with_field(BOOK, FILE, ["people", 1], "next", "2026-12-01 write, or call")
    assert made == BOOK.replace("company: 'Y'}", "company: 'Y', next: \"2026-12-01 write, or call\"}")


def test_a_new_field_goes_below_a_text_of_several_lines() -> None:
    assert with_field(BOOK, FILE, ["people", 2], "stage", "talked") == BOOK.replace("      text\n\nniche", "      text\n    stage: talked\n\nniche")


def test_a_record_goes_with_its_lines_and_the_comments_around_it_stay() -> None:
    assert without_entry(BOOK, FILE, [], "people", 1) == BOOK.replace("  - {name: Ben 😀, company: 'Y'}  # flow\n", "")


def test_line_ends_of_windows_stay_as_they_are() -> None:
    windows = BOOK.replace("\n", "\r\n")
    made = with_entry(windows, FILE, ["people", 2], "touches", "2026-11-21 call")
    assert made == windows.replace("      text\r\n", "      text\r\n    touches: [2026-11-21 call]\r\n")


def test_mixed_line_ends_stay_mixed() -> None:
    mixed = "a: 1\r\npeople:\n- name: x\r\n  y: z\nlast: 2\r"
    assert with_field(mixed, FILE, ["people", 0], "y", "w") == mixed.replace("y: z", "y: w")


def test_a_file_without_a_last_line_end_is_continued() -> None:
    assert with_entry("people:\n  - name: x", FILE, [], "people", {"name": "zed"}) == "people:\n  - name: x\n  - name: zed"


def test_an_empty_file_and_an_empty_list_begin_one() -> None:
    assert with_entry("# head\n", FILE, [], "people", {"name": "zed"}) == "# head\npeople:\n  - name: zed\n"
    assert with_entry("people: []   # none\nx: y\n", FILE, [], "people", {"name": "zed"}) == "people:\n  - name: zed   # none\nx: y\n"


def test_a_record_that_others_repeat_is_not_touched() -> None:
    text = "people:\n  - &a {name: x}\n  - *a\n"
    with pytest.raises(ContentError, match="can't change without touching others"):
        with_field(text, FILE, ["people", 0], "name", "y")


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1, max_size=12)
VALUES = st.one_of(
    WORDS,
    st.sampled_from(
        ["it's", "a: b", "- x", "x #y", "no", "", " ", "'q'", '"', "\\", "[", "a\nb", "2026-01-01 x", "+44 20", "?", "|", "!x", "&x", "*x", "%", "@x", "`"]
    ),
)


@given(VALUES)
def test_every_text_is_read_back_as_it_was_written(text: str) -> None:
    for line in (f"k: {scalar(text)}\n", f"k: [{scalar(text, in_flow=True)}]\n"):
        read = plain(root_of(line, FILE))
        assert read in ({"k": text}, {"k": [text]})


TREES = st.recursive(VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3), max_leaves=8)


@given(st.dictionaries(st.sampled_from("abc"), TREES, min_size=1, max_size=3))
def test_every_tree_is_read_back_as_it_was_written(tree: dict[str, object]) -> None:
    assert plain(root_of("\n".join(lines_of(tree, 0)) + "\n", FILE)) == tree  # type: ignore[arg-type]
    assert plain(root_of(f"k: {flow(tree)}\n", FILE)) == {"k": tree}  # type: ignore[arg-type]


COMMENTS = st.sampled_from(["", "  # a comment, with - and [\n", "\n", "# at the margin\n", "\n\n  # after two\n"])
RECORDS = st.sampled_from(
    [
        "  - name: {n}\n    list:\n      - one   # beside\n      # below\n",
        "  - {{name: {n}, list: [a, 'b, c']}}\n",
        "  - name: '{n}'  # note\n    note: >-\n      long\n\n      # no comment\n",
        "  -\n    name: {n}\n    list: []\n    other: {{deep: [1, 2]}}\n",
        "  - name: {n}\n    list:\n    - dash at the margin\n    - {{x: y}}\n    strange key: 😀\n",
        '  - "name": {n}\n    list: one alone\n    quoted: "a\n      b"\n',
        "  - name: {n}\n    list:\n    last: |+\n      kept\n\n",
    ]
)


@given(st.lists(st.tuples(COMMENTS, RECORDS), min_size=1, max_size=5), st.sampled_from(["\n", "\r\n"]), st.data())
def test_any_sequence_of_edits_leaves_every_other_byte(listed: list[tuple[str, str]], eol: str, data: st.DataObject) -> None:
    parts = [comment + record.format(n=f"P{i}") for i, (comment, record) in enumerate(listed)]
    head, foot = "# head\nniche: [x]   # y\npeople:\n", "# foot\nlast: {a: b}\n"
    text = (head + "".join(parts) + foot).replace("\n", eol)
    for _ in range(data.draw(st.integers(1, 4))):
        index = data.draw(st.integers(0, len(listed) - 1))
        name = data.draw(st.sampled_from(["list", "stage", "name", "new"]))
        value = data.draw(VALUES)
        before = plain(root_of(text, FILE))
        try:
            if name == "list":
                made = with_entry(text, FILE, ["people", index], name, value)
            else:
                made = with_field(text, FILE, ["people", index], name, value if name == "name" else data.draw(st.one_of(st.none(), VALUES)))
        except ContentError as error:
            assert "can't change without touching others" in str(error)
            continue
        after = plain(root_of(made, FILE))
        assert isinstance(before, dict)
        assert isinstance(after, dict)
        assert [p for i, p in enumerate(before["people"]) if i != index] == [p for i, p in enumerate(after["people"]) if i != index]
        start, end = _span(text, index)
        grown = len(made) - len(text)
        assert made[:start] == text[:start]
        assert made[end + grown :] == text[end:]
        text = made
    assert text.startswith(head.replace("\n", eol))
    assert text.endswith(foot.replace("\n", eol))
    yaml.safe_load(text.replace("\r\n", "\n"))


def _span(text: str, index: int) -> tuple[int, int]:
    """Give where a record begins, and where the next one or the foot does."""
    root = root_of(text, FILE)
    assert root is not None
    people = next(value for key, value in root.value if key.value == "people").value
    ends = [person.start_mark.index for person in people] + [text.index("# foot")]
    return ends[index], ends[index + 1] if index + 1 < len(people) else text.index("# foot")
