"""Cards in a build: each page its own, made only when what it shows changed, and told where one can't be made."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import pytest
from PIL import Image

from sitegen.build.builder import Workshop
from sitegen.build.pool import CARDS_WORTH_A_POOL, START
from sitegen.common.problems import ContentError
from sitegen.common.trees import bundled_tree, public_tree
from tests.running import held
from tests.small_site import ARTICLE, SITE, SMALL, TODAY, write_site

PAGES = SITE + "url: https://www.example.com\ncards: pages\n"
ARMENIAN = "Բարև"


def built(site: Path, workers: int = 1) -> tuple[dict[str, bytes], tuple[str, ...]]:
    said = Workshop(site, public_tree(site), bundled_tree()).build(TODAY, workers=workers).said
    return held(site / "output"), said


def card_of(made: dict[str, bytes], page: str) -> str:
    html = made[page].decode()
    found = re.findall(r'<meta property="og:image" content="https://www\.example\.com/([^"]*)">', html)
    assert len(found) == 1
    return str(found[0])


def photo(shade: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (400, 500), (shade, 90, 90)).save(out, "JPEG")
    return out.getvalue()


def test_each_page_names_its_own_card_to_every_network_and_in_words(tmp_path: Path) -> None:
    made, _ = built(write_site(tmp_path, {**SMALL, "content/site.yaml": PAGES}))
    html = made["articles/meetings/index.html"].decode()
    card = card_of(made, "articles/meetings/index.html")
    assert re.fullmatch(r"images/[0-9a-f]{12}\.png", card)
    assert Image.open(io.BytesIO(made[card])).size == (1200, 630)
    assert f'<meta name="twitter:image" content="https://www.example.com/{card}">' in html
    for name in ('property="og:image:alt"', 'name="twitter:image:alt"'):
        assert f'<meta {name} content="A meeting that decides – Maya Example">' in html
    cards = {page: card_of(made, page) for page in made if page.endswith("index.html")}
    assert cards["index.html"] == cards["thank-you/index.html"] == "share.png"
    own = [card for page, card in cards.items() if card != "share.png"]
    assert len(own) == len(set(own)) > 8
    assert all(card in made for card in own)


def test_one_card_for_all_is_what_is_made_without_a_word(tmp_path: Path) -> None:
    made, _ = built(write_site(tmp_path, {**SMALL, "content/site.yaml": SITE + "url: https://www.example.com\n"}))
    assert {card_of(made, page) for page in made if page.endswith("index.html")} == {"share.png"}
    assert not [path for path in made if path.startswith("images/")]
    assert b"twitter:image" not in made["index.html"]


def test_her_own_picture_stays_what_is_used(tmp_path: Path) -> None:
    files = {
        **SMALL,
        "content/site.yaml": PAGES + "share_image: mine.jpg\nphoto: me.jpg\nphoto_alt: Me\n",
        "content/images/mine.jpg": photo(10),
        "content/images/me.jpg": photo(200),
    }
    made, _ = built(write_site(tmp_path, files))
    assert {card_of(made, page) for page in made if page.endswith("index.html")} == {"share.png"}


def test_a_photo_is_on_every_card_and_a_pages_own_picture_on_its_own(tmp_path: Path) -> None:
    article = ARTICLE.replace("topics:", "image: own.jpg\nimage_alt: Own\ntopics:")
    files = {
        **SMALL, "content/site.yaml": PAGES + "photo: me.jpg\nphoto_alt: Me\n", "content/images/me.jpg": photo(200), "content/images/own.jpg": photo(20),
        "content/articles/meetings.md": article, "content/testimonials/anna.md": SMALL["content/testimonials/anna.md"].replace("service: team", "service: team\nimage: own.jpg\nimage_alt: Own"),
    }  # fmt: skip
    made, _ = built(write_site(tmp_path, files))
    assert card_of(made, "index.html") == "share.jpg"

    def red(page: str) -> int:
        return Image.open(io.BytesIO(made[card_of(made, page)])).convert("RGB").getpixel((930, 300))[0]  # type: ignore[index,return-value]

    assert red("index.html") > 180
    assert red("services/team/index.html") > 180
    assert red("articles/meetings/index.html") < 40
    assert red("testimonials/anna/index.html") > 180, "who is quoted is not pictured"


def test_a_card_is_made_again_when_what_it_shows_changed_and_at_no_other_time(tmp_path: Path) -> None:
    site = write_site(tmp_path, {**SMALL, "content/site.yaml": PAGES})
    first, _ = built(site)
    before = {path: (site / "output" / path).stat().st_mtime_ns for path in first if path.startswith("images/")}
    write_site(site, {"content/articles/meetings.md": ARTICLE.replace("Ask what", "Ask first what")})
    same, _ = built(site)
    assert {path: (site / "output" / path).stat().st_mtime_ns for path in same if path.startswith("images/")} == before
    write_site(site, {"content/articles/meetings.md": ARTICLE.replace("title: A meeting that decides", "title: Another title")})
    other, _ = built(site)
    assert card_of(other, "articles/meetings/index.html") not in first
    assert card_of(first, "articles/meetings/index.html") not in other
    assert {f"images/{path.name}" for path in (site / ".sitegen/cache/cards").iterdir()} == {path for path in other if path.startswith("images/")}, (
        "the old one is forgotten"
    )
    clean, _ = built(write_site(tmp_path / "clean", {path: data for path, data in held(site).items() if path.startswith("content/")}))
    assert clean == other


@pytest.mark.parametrize("line", ["practice: Clear Water", "promise: Another promise.", "look: bold", 'accent: "#884422"', "language: de"])
def test_the_sites_card_is_made_again_when_anything_on_it_changed(tmp_path: Path, line: str) -> None:
    site = write_site(tmp_path / "site", {**SMALL})
    built(site)
    settings = "".join(f"{kept}\n" for kept in SITE.splitlines() if not kept.startswith(line.partition(":")[0] + ":")) + line + "\n"
    other, _ = built(write_site(site, {"content/site.yaml": settings}))
    assert other["share.png"] == built(write_site(tmp_path / "clean", {**SMALL, "content/site.yaml": settings}))[0]["share.png"]


def test_what_the_cache_keeps_is_not_drawn_again_after_the_output_was_deleted(tmp_path: Path) -> None:
    site = write_site(tmp_path, {**SMALL, "content/site.yaml": PAGES})
    first, _ = built(site)
    kept = sorted((site / ".sitegen/cache/cards").iterdir())
    assert {path.name for path in kept} >= {path.rpartition("/")[2] for path in first if path.startswith("images/")}
    for path in kept:
        os.utime(path, ns=(1, 1))
    import shutil

    shutil.rmtree(site / "output")
    for name in ("stamp.json", "remembered"):
        place = site / ".sitegen/cache" / name
        shutil.rmtree(place) if place.is_dir() else place.unlink()
    second, _ = built(site)
    assert second == first
    assert {path.stat().st_mtime_ns for path in sorted((site / ".sitegen/cache/cards").iterdir())} == {1}


def test_cards_drawn_on_all_cores_are_the_same(tmp_path: Path) -> None:
    articles = {f"content/articles/a-{number}.md": ARTICLE.replace("A meeting", f"Meeting {number}, which") for number in range(CARDS_WORTH_A_POOL[START])}
    files = {**SMALL, **articles, "content/site.yaml": PAGES}
    assert built(write_site(tmp_path / "one", files), 1)[0] == built(write_site(tmp_path / "two", files), 2)[0]


def test_letters_that_the_fonts_lack_are_told_with_their_place_and_a_font_of_hers_mends_it(tmp_path: Path) -> None:
    files = {**SMALL, "content/site.yaml": PAGES, "content/articles/meetings.md": ARTICLE.replace("A meeting that decides", ARMENIAN)}
    site = write_site(tmp_path, files)
    made, said = built(site)
    assert card_of(made, "articles/meetings/index.html") == "share.png"
    assert [words for words in said if "fonts of cards" in words] == [
        "content/articles/meetings.md:2: the page's title can't be set on a card: the fonts of cards lack 'Բ', 'ա', 'ր' and 'և'.\n"
        "    Put a font that has them into templates/fonts/ and name it in content/site.yaml, like this: card_font: NotoSansArmenian.ttf\n"
        "    Until then the page has the site's card."
    ]
    dejavu = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
    if not dejavu.exists():
        pytest.skip("no font with Armenian letters on this computer")
    write_site(site, {"templates/fonts/hers.ttf": dejavu.read_bytes(), "content/site.yaml": PAGES + "card_font: hers.ttf\n"})
    made, said = built(site)
    assert card_of(made, "articles/meetings/index.html").startswith("images/")
    assert not [words for words in said if "fonts of cards" in words]
    assert not [path for path, data in made.items() if path.endswith(".ttf") or data == dejavu.read_bytes()], "the font does not go online"


def test_letters_that_no_card_can_show_are_told(tmp_path: Path) -> None:
    text = ARTICLE.replace("A meeting that decides", "שלום")
    _, said = built(write_site(tmp_path, {**SMALL, "content/site.yaml": PAGES, "content/articles/meetings.md": text}))
    assert [words for words in said if "on a card" in words] == [
        "content/articles/meetings.md:2: the page's title can't be set on a card: 'ש', 'ל', 'ו' and 'ם' run from right to left, or join.\n"
        "    Make a picture of your own and name it in content/site.yaml: share_image: share.jpg\n"
        "    Until then the page has the site's card."
    ]


def test_a_name_or_promise_that_can_not_be_set_is_told_and_left_out_of_the_sites_card(tmp_path: Path) -> None:
    settings = SITE.replace("name: Maya Example", f"name: {ARMENIAN}")
    made, said = built(write_site(tmp_path, {**SMALL, "content/site.yaml": settings}))
    assert [words.partition("\n")[0] for words in said if "on a card" in words] == [
        "content/site.yaml:1: the `name:` can't be set on a card: the fonts of cards lack 'Բ', 'ա', 'ր' and 'և'."
    ]
    assert Image.open(io.BytesIO(made["share.png"])).size == (1200, 630)


@pytest.mark.parametrize(
    ("font", "words"),
    [
        ("none.ttf", "content/site.yaml:8: there is no font 'none.ttf' in templates/fonts/.\n    Put the file there, or correct its name."),
        (
            "bad.otf",
            "content/site.yaml:8: the font 'bad.otf' in templates/fonts/ can't be read.\n    It has to be one font in one file, TrueType or OpenType (.ttf or .otf).",
        ),
        (
            "fonts/a.woff2",
            "content/site.yaml:8: 'fonts/a.woff2' is not the name of a font file.\n"
            "    Put a .ttf or .otf file into templates/fonts/ and write its name only, like this: card_font: NotoSansArmenian.ttf",
        ),
    ],
)
def test_a_font_that_is_not_there_or_none_is_refused(tmp_path: Path, font: str, words: str) -> None:
    site = write_site(tmp_path, {**SMALL, "content/site.yaml": PAGES + f"card_font: {font}\n", "templates/fonts/bad.otf": b"no font at all"})
    with pytest.raises(ContentError) as refused:
        built(site)
    assert [str(problem) for problem in refused.value.problems] == [words]
