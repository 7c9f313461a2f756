"""Cards as they are drawn: looked at pixel by pixel."""

from __future__ import annotations

import io
from typing import get_args

import pytest
from PIL import Image, ImageChops

from sitegen.common.trees import bundled_tree
from sitegen.render.cards.card import SIZE, Card, Style
from sitegen.render.cards.faces import FILES, Faces
from sitegen.render.cards.page_card import drawn, in_capitals
from sitegen.site.palette import palette
from sitegen.site.settings import Look

FACES = Faces({family: bundled_tree().read(f"templates/{name}") for family, name in FILES.items()})
LOOKS = get_args(Look)
LONG = "A very long title of an article that goes on and on, since its author could not stop adding one more thought, and then a further one, until nothing was enough"
TITLES = {
    "short": "FAQ", "usual": "When friends report to you", "long": LONG, "endless": f"{LONG}. {LONG}", "one long word": "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
    "compounds": "Führungskräfteentwicklung für Abteilungsleiterinnen", "Greek": "Ηγούμαι για πρώτη φορά", "Russian": "Первые сто дней руководителя",
}  # fmt: skip
BRANDS = ("A", "Ardlow Coaching", "Praxis für Persönlichkeitsentwicklung und Führung Dr. Anna-Katharina von Lüttwitz-Hohenstein und Partnerinnen")


def photo(width: int = 500, height: int = 800) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def style(look: Look, brand: str = "Ardlow Coaching", accent: str = "#1f5f6b") -> Style:
    return Style(look, tuple(sorted(palette(accent, look)["light"].items())), brand, "AC", "")


def picture(card: Card, data: bytes | None = None) -> Image.Image:
    return Image.open(io.BytesIO(drawn(card, FACES, data).encoded())).convert("RGB")


def ink(image: Image.Image, box: tuple[int, int, int, int], ground: str) -> float:
    """Give the largest difference of a part of the picture from one colour."""
    part = image.crop(box)
    return max(high for _, high in ImageChops.difference(part, Image.new("RGB", part.size, ground)).getextrema())


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
@pytest.mark.parametrize("brand", BRANDS, ids=["short", "usual", "long"])
def test_nothing_is_written_into_the_margins(look: Look, title: str, brand: str) -> None:
    with_photo = len(brand) % 2 == 0
    card = Card(style(look, brand), title, "x.jpg" if with_photo else None, "", "Sample")  # type: ignore[arg-type]
    image = picture(card, photo() if with_photo else None)
    assert image.size == SIZE
    ground = dict(card.style.colours)["accent" if look == "bold" else "paper"]
    width, height = SIZE
    slack = 40  # what a JPEG adds around a photo, and the fields of colour that leave the picture
    assert ink(image, (0, 0, 60, height), ground) < slack
    assert ink(image, (0, 0, width // 2, 40), ground) < slack
    assert ink(image, (0, height - 40, width // 2, height), ground) < slack
    assert ink(image, (70, 60, width // 2, height - 60), ground) > 100, "something is written"
    if not with_photo:
        assert ink(image, (width - 60, 0, width, height), ground) < slack


@pytest.mark.parametrize("look", LOOKS)
def test_the_title_ends_before_the_photo(look: Look) -> None:
    card = Card(style(look), LONG, "x.jpg", "")  # type: ignore[arg-type]
    ground = dict(card.style.colours)["accent" if look == "bold" else "paper"]
    plain, with_photo = picture(Card(style(look), LONG)), picture(card, photo())
    left = {"calm": 744, "editorial": 794, "bold": 756}[look]
    assert ink(plain, (left - 36, 160, left - 16, 400), ground) > 60, "without a photo the title goes on"
    assert ink(with_photo, (left - 36, 160, left - 16, 400), ground) < 40


@pytest.mark.parametrize("look", LOOKS)
def test_cards_are_small_files_and_the_same_each_time(look: Look) -> None:
    for title in TITLES.values():
        made = drawn(Card(style(look), title), FACES, None).encoded()
        assert len(made) < 60_000
        assert made == drawn(Card(style(look), title), FACES, None).encoded()
        assert Image.open(io.BytesIO(made)).info == {}
    assert len(drawn(Card(style(look), TITLES["usual"], "x.jpg", ""), FACES, photo()).encoded()) < 60_000  # type: ignore[arg-type]


def test_the_looks_differ_and_so_do_titles_names_and_samples() -> None:
    cards = [Card(style(look), title, sample=sample) for look in LOOKS for title in ("One", "Two") for sample in ("", "Sample")]
    cards.append(Card(style("calm", "Another"), "One"))
    assert len({drawn(card, FACES, None).encoded() for card in cards}) == len(cards)
    assert len({card.address for card in cards}) == len(cards)


def test_a_picture_with_holes_and_one_on_its_side_are_shown_as_they_are_meant() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (300, 300), (0, 0, 0, 0)).save(out, "PNG")
    card = Card(style("calm"), "One", "x.png", "")  # type: ignore[arg-type]
    assert ink(picture(card, out.getvalue()), (760, 90, 1100, 540), dict(card.style.colours)["paper"]) < 12
    half = Image.new("RGB", (400, 800), "#ff0000")
    half.paste("#0000ff", (0, 400, 400, 800))
    exif = Image.Exif()
    exif[0x0112] = 3
    out = io.BytesIO()
    half.save(out, "JPEG", exif=exif)
    red, _, blue = picture(card, out.getvalue()).getpixel((930, 120))  # type: ignore[misc]
    assert (red < 60, blue > 200) == (True, True)


def test_capitals_lose_the_accents_of_greek_and_keep_those_of_others() -> None:
    assert in_capitals("Μαρία Παπαδοπούλου") == "ΜΑΡΙΑ ΠΑΠΑΔΟΠΟΥΛΟΥ"
    assert in_capitals("Zoë Ångström, Йод") == "ZOË ÅNGSTRÖM, ЙОД"


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("accent", ["#1f5f6b", "#b4232a", "#1d4ed8", "#111111", "#ffd400"])
def test_few_colours_are_enough(look: Look, accent: str) -> None:
    """What is filled with one colour keeps it exactly, and letters are as they were drawn, to the eye."""
    canvas = drawn(Card(style(look, accent=accent), "When friends report to you", sample="Sample"), FACES, None)
    drawn_so, sent = canvas.picture, Image.open(io.BytesIO(canvas.encoded()))
    assert sent.mode == "P"
    fields = [colour for number, colour in drawn_so.getcolors(1 << 20) or [] if number > SIZE[0] * SIZE[1] // 200]
    assert len(fields) >= 2
    off = apart(drawn_so, sent.convert("RGB"))
    for colour in fields:
        here = apart(drawn_so, Image.new("RGB", SIZE, colour)).point(lambda far: 0 if far else 255)
        assert Image.composite(off, Image.new("L", SIZE), here).getextrema() == (0, 0)
    assert sum(off.histogram()[16:]) < SIZE[0] * SIZE[1] // 1_000


def apart(one: Image.Image, other: Image.Image) -> Image.Image:
    """Give how far each pixel is from the other picture's, in the colour in which that is most."""
    red, green, blue = ImageChops.difference(one, other).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)
