"""The fonts of cards: which letters they have, and that what they lack is known before anything is drawn."""

from __future__ import annotations

import struct

import pytest
from PIL import Image, ImageDraw

from sitegen.common.trees import bundled_tree
from sitegen.render.cards.faces import FILES, Faces
from sitegen.render.cards.font_file import characters_of

SHIPPED = {family: bundled_tree().read(f"templates/{name}") for family, name in FILES.items()}
SPOKEN = {
    "Polish": "Zażółć gęślą jaźń", "Czech": "Příliš žluťoučký kůň", "German": "Größere Übungen: „Süß“ – ẞ", "French": "L’œuvre où naît « ça »…", "Turkish": "İğdır'ın ağacı",
    "Romanian": "Ștefan învață țări", "Greek": "Ηγούμαι για πρώτη φορά: ΐΰ ώ·", "Russian": "Съешь ещё этих мягких французских булок, объём № 5", "Ukrainian": "Її ґанок єдиний",
    "Serbian": "Љубав, њива, ђак, ћуд, џеп", "Bulgarian": "Щъркел", "signs": "€ £ % “quotes” ‘single’ – — … [...] → ≈ ©",
}  # fmt: skip


def faces(hers: bytes | None = None) -> Faces:
    return Faces(SHIPPED, hers)


@pytest.mark.parametrize("language", SPOKEN)
def test_the_languages_of_europe_can_be_set(language: str) -> None:
    assert faces().lacking(SPOKEN[language]) == ()


@pytest.mark.parametrize("family", FILES)
def test_each_letter_that_a_font_has_is_drawn_as_one_of_its_own(family: str) -> None:
    """What the table of characters says is held against the drawing: no letter looks as one that is not there."""
    font = faces().face("a", family, 400).at(40)  # type: ignore[arg-type]

    def ink(letter: str) -> bytes:
        picture = Image.new("L", (90, 90))
        ImageDraw.Draw(picture).text((20, 60), letter, font=font, fill=255, anchor="ls")
        return picture.tobytes()

    missing = ink("\u4e00")
    letters = [chr(code) for code in sorted(characters_of(SHIPPED[family])) if chr(code).isalpha()]  # type: ignore[index]
    assert len(letters) > 400
    assert [letter for letter in letters if ink(letter) == missing] == []


def test_the_fonts_of_cards_are_small() -> None:
    assert sum(map(len, SHIPPED.values())) < 250_000


def test_letters_that_are_lacking_are_named_in_their_order() -> None:
    assert faces().lacking("Բարև and ok") == ("Բ", "ա", "ր", "և")
    assert faces().lacking("a 首先 b") == ("首", "先")


@pytest.mark.parametrize("text", ["שלום", "سلام", "नमस्ते", "สวัสดี"])
def test_letters_that_run_the_other_way_or_join_can_not_be_set_whatever_font_there_is(text: str) -> None:
    assert faces(SHIPPED["serif"]).lacking(f"Hello {text}")


def test_her_font_is_used_where_it_has_all_letters_of_a_text() -> None:
    hers = faces(SHIPPED["serif"])
    assert hers.face("Hello", "sans", 800).at(40).getname() == ("Literata", "Regular")
    assert faces().face("Hello", "sans", 800).at(40).getname()[0].startswith("Manrope")


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"OTTO", SHIPPED["serif"][:200], b"\0\1\0\0" + struct.pack(">HHHH", 0, 0, 0, 0)])
def test_what_is_no_font_is_told_so(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"font|damaged|table"):
        characters_of(data)
