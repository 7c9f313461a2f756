"""An entry edited as a text of its own comes to the same as an edit of the whole text, and touches no other byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.common.excerpts import changed, excerpt, with_more, within
from sitegen.common.problems import ContentError
from sitegen.common.splices import Way, node_at, plain, root_of, with_entries, with_entry, with_field

BOOK = """# mine
niche: [a]
people:
  # about Anna
  - name: Anna Sample   # a friend
    note: |
      two
      lines

  - Bo Probe
  # about Carla
  -   name: "Carla: Test"
      touches:
        - 2026-11-02 coffee: hello
      odd: {a: [b, c]}

allow: []
"""


def test_an_excerpt_is_the_entries_lines_on_their_own_lines() -> None:
    cut = excerpt(BOOK, "x.yaml", "people", 1, 1)
    assert cut is not None
    assert cut.text == "people:" + "\n" * 9 + "  - Bo Probe\n  # about Carla\n"
    node = node_at(root_of(cut.text, "x.yaml"), ["people", 0])
    assert node is not None
    assert node.start_mark.line + 1 == 10
    assert excerpt(BOOK, "x.yaml", "people", 3, 3) is None
    assert excerpt(BOOK, "x.yaml", "people", 2, 2).text.endswith("odd: {a: [b, c]}\n\n")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "people: [a, b]\n", "{people: [a]}\n", "people:\n- &one a\n- *one\n", "people: a\n", "other: 1\n", "", "---\npeople:\n  - a\n", "people:\n  - !x a\n", "people: [a,\n  b]\n",
        "people:\n  - name: &n Anna\n", "people:\n  -\n    name: a\n",
    ],
)  # fmt: skip
def test_what_can_t_be_read_alone_is_edited_as_a_whole(text: str) -> None:
    try:
        assert excerpt(text, "x.yaml", "people", 0, 0) is None
    except ContentError:
        return
    assert within(text, "x.yaml", "people", 0, lambda whole, way: f"{whole}# {way}") == f"{text}# ['people', 0]"


WORDS = st.sampled_from(["talked", "- x", "a: b", "# no", "two\nlines", "", "'", '"', "|", "x" * 100, "1", "&a", "[b"])
ENTRIES = st.lists(st.sampled_from(["- Bo Probe", "- name: Anna\n{}stage: x", "- {{name: Carla}}", "- name: D\n{}note: |\n{}  text\n", "-   name: E  # yes\n{}  note: >-\n{}    a\n\n"]), min_size=1, max_size=5)  # fmt: skip


@given(ENTRIES, st.sampled_from(["", "  "]), st.sampled_from(["", "places: 3\n", "# the end\n"]), st.sampled_from(["\n", "\r\n"]), st.booleans(), st.data())
def test_an_edit_within_is_the_edit_of_the_whole(entries: list[str], pad: str, tail: str, eol: str, is_open: bool, data: st.DataObject) -> None:
    text = "# top\npeople:\n" + "".join(f"{pad}{entry.format(pad + '  ', pad + '  ')}\n" for entry in entries) + tail
    text = (text.rstrip("\n") if is_open else text).replace("\n", eol)
    index = data.draw(st.integers(0, len(entries) - 1))
    name, value = data.draw(st.sampled_from(["stage", "note", "new"])), data.draw(st.none() | WORDS)

    def edit(part: str, way: Way) -> str:
        return with_field(part, "x.yaml", way, name, value)

    def noting(part: str, way: Way) -> str:
        return with_entry(part, "x.yaml", way, "touches", value or "x")

    for one in (edit, noting):
        try:
            whole = one(text, ["people", index])
        except ContentError as error:
            with pytest.raises(ContentError) as refused:
                within(text, "x.yaml", "people", index, one)
            assert [p.location for p in refused.value.problems] == [p.location for p in error.problems]
            continue
        made = within(text, "x.yaml", "people", index, one)
        assert plain(root_of(made, "x.yaml")) == plain(root_of(whole, "x.yaml"))
        assert made == whole
        part = changed(text, made, "x.yaml", "people")
        if made != text and part is not None:
            old, new = plain(root_of(text, "x.yaml"))["people"], plain(root_of(made, "x.yaml"))["people"]  # type: ignore[index,call-overload]
            read = plain(root_of(part, "x.yaml"))["people"]  # type: ignore[index,call-overload]
            assert [entry for entry in new if entry not in old] == [entry for entry in read if entry not in old]


@given(ENTRIES, st.sampled_from(["", "places: 3\n"]), WORDS)
def test_more_entries_are_added_as_to_the_whole(entries: list[str], tail: str, word: str) -> None:
    text = "people:\n" + "".join(f"  {entry.format('    ', '    ')}\n" for entry in entries) + tail
    made = with_more(text, "x.yaml", "people", [{"name": word or "x"}, "Eve"])
    assert made == with_entries(text, "x.yaml", [], "people", [{"name": word or "x"}, "Eve"])
