"""Bytes to text: certain encodings are read, the rest is refused with the line and the way to save it."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.common.decoding import LARGEST_TEXT, decoded
from sitegen.common.problems import ContentError
from sitegen.common.trees import Tree, public_tree
from sitegen.site.load import read_site
from tests.small_site import SMALL, write_site

SAVE = "Save it as UTF-8: in Notepad, File > Save as > Encoding: UTF-8; in TextEdit, Format > Make Plain Text, then save."


def refusal(data: bytes) -> str:
    with pytest.raises(ContentError) as refused:
        decoded(data, "content/pages/a.md")
    (problem,) = refused.value.problems
    return str(problem)


@pytest.mark.parametrize(
    "data",
    [
        "Größe\nzwei\n".encode(),
        codecs.BOM_UTF8 + "Größe\nzwei\n".encode(),
        "Größe\r\nzwei\r\n".encode(),
        "Größe\rzwei\r".encode(),
        codecs.BOM_UTF16_LE + "Größe\r\nzwei\n".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "Größe\nzwei\r".encode("utf-16-be"),
        "Größe\nzwei\n".encode("utf-16-le"),
        "Größe\nzwei\n".encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with a mark", "CRLF", "CR", "utf-16 LE with a mark", "utf-16 BE with a mark", "utf-16 LE", "utf-16 BE"],
)
def test_every_certain_encoding_and_line_end_gives_the_same_text(data: bytes) -> None:
    assert decoded(data, "a.md") == "Größe\nzwei\n"


def test_a_windows_1252_file_is_refused_with_its_line_shown_as_it_was_meant() -> None:
    assert refusal("title: a\nsummary: Für Teams\n".encode("cp1252")) == (
        f"content/pages/a.md:2: this file is not saved as UTF-8 (Windows-1252, perhaps: is this line 'summary: Für Teams'?).\n    {SAVE}"
    )


def test_a_line_that_is_no_windows_text_either_is_refused_without_a_guess() -> None:
    assert refusal(b"a\nb\n\x81\xff\n") == f"content/pages/a.md:3: this file is not saved as UTF-8.\n    {SAVE}"


def test_utf_16_that_breaks_off_is_refused() -> None:
    assert refusal(codecs.BOM_UTF16_LE + b"a\0b") == f"content/pages/a.md: this file begins as UTF-16 and does not go on so.\n    {SAVE}"


def test_a_picture_is_no_text() -> None:
    assert refusal(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") == (
        "content/pages/a.md: this is not a text file.\n    Keep pictures in content/images/ and other files in content/files/. If it is a text: s" + SAVE[1:]
    )


def test_a_control_character_is_named_by_its_line_and_number() -> None:
    assert refusal(b"one\ntwo\x0bhalves\n") == (
        "content/pages/a.md:2: there is a control character here (number 11).\n"
        "    Delete it; it often comes with text copied from a PDF. Type the line again if you can't see it."
    )


def test_tabs_and_form_feeds_are_ordinary() -> None:
    assert decoded(b"a\tb\x0cc\n", "a.md") == "a\tb\x0cc\n"


TOO_LARGE = (
    "content/articles/meetings.md: this file is larger than 2 MB, and no text is.\n"
    "    Was a picture or a video pasted into it? Keep pictures in content/images/ and split a very long text."
)


def test_a_file_of_50_mb_is_refused_by_its_size_and_not_read_to_its_end(tmp_path: Path) -> None:
    site = write_site(tmp_path, SMALL)
    with (site / "content/articles/meetings.md").open("ab") as stream:
        stream.truncate(50_000_000)
    assert len(Tree(site).read("content/articles/meetings.md", LARGEST_TEXT)) == LARGEST_TEXT + 1
    assert [str(problem) for problem in read_site(public_tree(site)).problems] == [TOO_LARGE]


def test_a_text_of_the_largest_size_is_read() -> None:
    assert len(decoded(b"a" * LARGEST_TEXT, "a.md")) == LARGEST_TEXT


@given(st.binary(max_size=200))
def test_bytes_are_read_or_refused_and_never_crash(data: bytes) -> None:
    try:
        text = decoded(data, "a.md")
    except ContentError:
        return
    assert "\r" not in text
    assert "\0" not in text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufdd0\ufdd1"), max_size=80))
def test_a_utf_8_text_is_read_as_it_stands(text: str) -> None:
    assert decoded(text.encode(), "a.md") == text.removeprefix("\ufeff")
