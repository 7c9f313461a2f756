"""Every accent gives colours in which every text can be read (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.common.trees import bundled_tree
from sitegen.site.palette import PAPERS, contrast, from_oklch, palette, to_oklch
from sitegen.site.settings import Look

ACCENTS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
LOOKS = st.sampled_from(list(PAPERS))
GROUNDS = ("paper", "surface", "wash")


def fixed_tokens() -> dict[str, str]:
    """Give the colours that the theme's style sheet puts in place of the palette's in the light mode."""
    sheet = bundled_tree().read("templates/css/10-tokens.css").decode()
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-fA-F]{6})\b", sheet))


FIXED = fixed_tokens()


@pytest.mark.parametrize("look", PAPERS)
@given(accent=ACCENTS)
@example(accent="#000000")
@example(accent="#ffffff")
@example(accent="#ffff00")
@example(accent="#0000ff")
@example(accent="#808080")
@example(accent="#2f6f62")
def test_every_text_can_be_read_in_both_modes_whatever_the_accent(look: Look, accent: str) -> None:
    made = palette(accent, look)
    for name, colours in {**made, "light with the theme's own paper": {**made["light"], **FIXED}}.items():
        for ground in GROUNDS:
            for text in ("ink", "quiet", "accent"):
                assert contrast(colours[text], colours[ground]) >= 4.5, f"{name}: {text} on {ground}"
            assert contrast(colours["control"], colours[ground]) >= 3, f"{name}: control on {ground}"
        assert contrast(colours["on-accent"], colours["accent"]) >= 4.5, name


@given(ACCENTS, LOOKS)
def test_every_colour_is_written_in_six_digits_and_both_modes_have_the_same_names(accent: str, look: Look) -> None:
    made = palette(accent, look)
    assert set(made) == {"light", "dark"}
    assert set(made["light"]) == set(made["dark"])
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colours in made.values() for colour in colours.values())


def test_an_accent_that_can_be_read_stays_as_it_is() -> None:
    assert palette("#2f6f62")["light"]["accent"] == "#2f6f62"


@given(ACCENTS, LOOKS)
def test_the_dark_mode_is_dark_and_the_light_one_light(accent: str, look: Look) -> None:
    made = palette(accent, look)
    assert contrast(made["light"]["paper"], "#ffffff") < 1.2
    assert contrast(made["dark"]["paper"], "#000000") < 1.3


@pytest.mark.parametrize(("one", "other", "ratio"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1)])
def test_contrast_is_as_wcag_measures_it(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)


@given(ACCENTS)
def test_a_colour_comes_back_from_its_lightness_chroma_and_hue(colour: str) -> None:
    back = from_oklch(*to_oklch(colour))
    assert all(abs(int(colour[at : at + 2], 16) - int(back[at : at + 2], 16)) <= 2 for at in (1, 3, 5))
