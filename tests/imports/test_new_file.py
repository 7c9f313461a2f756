"""A person's words on file: whole, to the letter, whatever they hold."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.common.decoding import decoded
from sitegen.common.front_matter import parted
from sitegen.common.records import read_record
from sitegen.common.yaml_nodes import root_node
from sitegen.imports.given import Given, as_original, known_form, plain_words, words_mark
from sitegen.imports.new_file import file_of
from sitegen.site import items

FILE = "content/testimonials/a.md"


def read_back(text: str) -> tuple[items.Testimonial, str]:
    parts = parted(decoded(text.encode(), FILE), FILE)
    return read_record(items.Testimonial, root_node(parts.fields, FILE, parts.fields_line), FILE, parts.fields_line).record, parts.body


@given(text=st.text(min_size=1).filter(known_form))
@example(text="  indented first\nthen not")
@example(text="---\nname: x\n---\n\nbody: |\n")
@example(text="# a heading\n\n- a list: with colon # and hash\n\ttab\n")
@example(text="a\u2028b\x85c\r\nd\re\x0cf")
@example(text="'quoted' \"twice\" [brackets] {braces} & *star %percent @at `tick`")
@example(text="trailing blanks   \n   \nend \U0001f600")
def test_the_words_come_back_to_the_letter(text: str) -> None:
    words = as_original(text)
    record, body = read_back(file_of(Given("Anna Sample", text, relationship="client"), "2026-11-22"))
    assert record.original.removesuffix("\n") == words
    assert body.removeprefix("\n").removesuffix("\n") == words
    assert (record.status, record.consent) == ("received", None)


@given(text=st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufdd0\ufdd1\ufeff\ufffe\uffff")))
def test_words_without_line_ends_and_signs_that_no_file_holds_are_not_touched(text: str) -> None:
    assert as_original(text) == text.rstrip()


def test_what_is_not_known_is_not_written() -> None:
    assert file_of(Given("Anna Sample", "Two lines.\n\nNo more.", relationship="client", benefit="none"), "2026-11-22") == (
        "---\nname: Anna Sample\nrelationship: client\nstatus: received\noriginal: |\n  Two lines.\n\n  No more.\ndate: 2026-11-22\n---\n\nTwo lines.\n\nNo more.\n"
    )


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("I <3 it, 2 < 3", "I <3 it, 2 < 3"), ("a &amp; b", "a &amp; b"), ("<p>One &amp; two.</p><p>Three<br>four</p>", "One & two.\n\nThree\nfour"),
        ("<script>alert('x')</script>Good<img src=x onerror=alert(1)>", "Good"), ("<b>bold</b> and <a href='x'>linked</a>", "bold and linked"),
        ("<div>open <style>p{}</style>words", "open words"), ("<p onclick=x", "<p onclick=x"),
    ],
)  # fmt: skip
def test_html_goes_and_words_stay(cell: str, words: str) -> None:
    assert plain_words(cell) == words


def test_words_are_known_again_however_they_are_printed() -> None:
    assert words_mark("A", "We talk less. “Now” we know what we want!") == words_mark("B", 'we talk less - "Now", we know what we want')
    assert words_mark("A", "one") != words_mark("A", "two")
    assert words_mark("A", "Very good!") != words_mark("B", "Very good!"), "two people may say so"
