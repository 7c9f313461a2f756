"""Lines of text: within their box, even, whole where that can be, and never without a word that was there."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from sitegen.render.cards.lines import Setting, fitted, one_line, shortened

SIZES = (80, 64, 48, 40)


def measure(size: int) -> Callable[[str], float]:
    """A font whose letters are all half as wide as high."""
    return lambda text: len(text) * size / 2


def box(width: float = 600, height: float = 400, most: int = 6) -> Setting:
    return Setting(width, height, SIZES, 1.2, most)


def test_a_text_is_as_large_as_fits_and_its_lines_are_even() -> None:
    block = fitted("one two three four five six", box(), measure)
    assert block is not None
    assert (block.size, block.lines) == (80, ("one two three", "four five six"))
    assert block.height == 2 * 80 * 1.2


def test_no_word_stands_alone_on_the_last_line_where_a_line_above_can_spare_one() -> None:
    block = fitted("aaaa bbbb cccc dddd eeee", box(width=800), measure)
    assert block is not None
    assert sorted(line.count(" ") for line in block.lines) == [1, 2]


def test_a_line_does_not_end_in_a_short_word_where_it_need_not() -> None:
    block = fitted("Stay the expert or go on to lead", box(width=640), measure)
    assert block is not None
    assert not [line for line in block.lines[:-1] if len(line.split()[-1]) < 3]


def test_a_long_word_is_set_smaller_before_it_is_broken_and_broken_with_a_hyphen() -> None:
    small = fitted("Verantwortungsbereich", box(width=680), measure)
    assert small is not None
    assert (small.size, small.lines) == (64, ("Verantwortungsbereich",))
    broken = fitted("Donaudampfschifffahrtsgesellschaftskapitän", box(width=680), measure)
    assert broken is not None
    assert len(broken.lines) > 1
    assert all(line.endswith("-") for line in broken.lines[:-1])
    assert "".join(line.removesuffix("-") for line in broken.lines) == "Donaudampfschifffahrtsgesellschaftskapitän"
    assert all(len(line) > 4 for line in broken.lines)


def test_a_word_with_a_hyphen_of_its_own_breaks_there_and_gets_no_second_one() -> None:
    block = fitted("Lüttwitz-Hohenstein", Setting(300, 400, (48,), 1.2, 4), measure)
    assert block is not None
    assert block.lines == ("Lüttwitz-", "Hohenstein")


def test_text_without_spaces_breaks_between_its_letters_and_not_before_its_stops() -> None:
    block = fitted("首先问自己什么值得做。", Setting(240, 400, (80,), 1.2, 4), measure)
    assert block is not None
    assert "".join(block.lines) == "首先问自己什么值得做。"
    assert not [line for line in block.lines if line.startswith("。")]


def test_what_is_too_long_is_none_or_cut_between_words_with_dots() -> None:
    text = " ".join(["word"] * 300)
    assert fitted(text, box(), measure) is None
    block = shortened(text, box(), measure)
    assert block.size == SIZES[-1]
    assert block.lines[-1].endswith("word…")
    assert shortened("", box(), measure).lines == ()
    assert one_line("a brand that is far too long", 200, (40, 30), measure) == (30, "a brand that…")


@given(st.text(st.characters(categories=["L", "Nd", "Po"], max_codepoint=0x4FF), min_size=1, max_size=90), st.integers(260, 1100), st.integers(60, 500))
def test_no_line_leaves_the_box_and_no_letter_is_lost(text: str, width: int, height: int) -> None:
    setting = Setting(width, height, SIZES, 1.2, 6)
    block = shortened(text, setting, measure)
    assert all(measure(block.size)(line) <= width for line in block.lines)
    assert block.height <= max(height, SIZES[-1] * 1.2)
    whole = fitted(text, setting, measure)
    if whole is not None:
        assert "".join(whole.lines).replace("-", "").replace(" ", "") == "".join(text.split()).replace("-", "")
