"""`sitegen cards`: pictures and texts of those who agreed, with all that has to stand beside them; nothing of anybody else, and nothing that stays."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from sitegen.cli.main import main
from tests.running import held
from tests.small_site import EVIDENCE, RESULT, SITE, SMALL, TESTIMONIAL, write_site

DAY = "2026-11-21"
CARDS = ".sitegen/keep/cards"
AGREED = TESTIMONIAL.replace("scope: [site]", "scope: [site, social]")
CASE = RESULT.replace("scope: [site]", "scope: [site, social]")
ONLINE = SITE + "url: https://www.example.com\n"


def site_with(folder: Path, **files: str | bytes) -> Path:
    return write_site(
        folder, {**SMALL, **EVIDENCE, "content/site.yaml": ONLINE, "content/testimonials/anna.md": AGREED, "content/results/decisions.md": CASE, **files}
    )


def differing(one: Image.Image, other: Image.Image) -> tuple[int, int, int, int] | None:
    """Give the box in which two pictures differ by more than their few colours do."""
    return ImageChops.difference(one, other).point(lambda value: 255 if value > 60 else 0).getbbox()


def ran(capsys: pytest.CaptureFixture[str], site: Path, *words: str) -> tuple[int, str, str]:
    code = main([*words, "--site", str(site), "--as-of", DAY])
    return (code, *capsys.readouterr())


def cards(site: Path) -> dict[str, bytes]:
    return held(site / CARDS) if (site / CARDS).exists() else {}


def test_a_quote_and_a_case_have_two_pictures_and_a_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = site_with(tmp_path)
    code, out, err = ran(capsys, site, "cards")
    assert (code, err) == (0, "")
    assert out == "2 cards to post, two pictures and a text each, in .sitegen/keep/cards/:\n  results/decisions\n  testimonials/anna\n"
    made = cards(site)
    assert sorted(made) == [f"{item}/{name}" for item in ("results/decisions", "testimonials/anna") for name in ("1080x1080.png", "1200x627.png", "post.txt")]
    for path, data in made.items():
        if path.endswith(".png"):
            picture = Image.open(io.BytesIO(data))
            assert f"{picture.width}x{picture.height}" in path
            assert len(data) < 60_000
            assert picture.info == {}
    assert made["testimonials/anna/post.txt"].decode() == (
        "“I was not sure that it would help. We talk less now, and we know what we decided.”\n– Anna Sample, Head of Operations\n\n"
        "Client; given on 4\u00a0May 2026\n\nMore: https://www.example.com/testimonials/anna/\n"
    )
    assert made["results/decisions/post.txt"].decode() == (
        "A team that decides\n\nA food company of 80 people\n\nOpen decisions: 14 before, 5 after, six months\n\n"
        "Not to be taken as typical. What clients generally get: Most teams see a smaller change. (Clients counted: 9, 2023 to 2025.)\n"
        "The record behind it is on file with Maya Example. Written up on 1\u00a0June 2026.\n\nMore: https://www.example.com/results/decisions/\n"
    )


def test_the_same_files_make_the_same_cards_and_nothing_is_written_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = site_with(tmp_path / "one")
    ran(capsys, site, "cards")
    before = {path: path.stat().st_mtime_ns for path in sorted((site / CARDS).rglob("*.*"))}
    ran(capsys, site, "cards")
    assert {path: path.stat().st_mtime_ns for path in sorted((site / CARDS).rglob("*.*"))} == before
    other = site_with(tmp_path / "two")
    ran(capsys, other, "cards")
    assert cards(other) == cards(site)


def test_what_consent_withholds_is_in_no_picture_and_no_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Pictures of two records that differ in nothing but what is withheld are the same."""
    hidden = (
        AGREED.replace("items: [quote, name, title]", "items: [quote]")
        .replace("show_as: full", "show_as: anonymous")
        .replace("name: Anna Sample", "name: Anna Sample\nslug: a-client\nphoto: p.jpg")
    )
    other = hidden.replace("Anna Sample", "Berta Probe").replace("Head of Operations", "Chief of Everything").replace("Harbour Foods", "Mountain Drinks")
    photos = [Image.effect_noise((300, 300), spread).convert("RGB") for spread in (20, 90)]
    made = []
    for number, record in enumerate((hidden, other)):
        data = io.BytesIO()
        photos[number].save(data, "JPEG")
        site = site_with(tmp_path / str(number), **{"content/testimonials/anna.md": record, "content/images/p.jpg": data.getvalue()})
        assert ran(capsys, site, "cards")[0] == 0
        made.append({path: data for path, data in cards(site).items() if path.startswith("testimonials")})
    assert made[0] == made[1]
    text = made[0]["testimonials/a-client/post.txt"].decode()
    assert "– A client\n" in text
    assert "The name is withheld at the person's request." in text


def test_a_photo_is_shown_only_if_consent_has_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = io.BytesIO()
    Image.new("RGB", (300, 300), "#ff0000").save(data, "JPEG")
    record = AGREED.replace("name: Anna Sample", "name: Anna Sample\nphoto: p.jpg")
    files = {"content/images/p.jpg": data.getvalue()}
    site = site_with(tmp_path, **{"content/testimonials/anna.md": record, **files})
    ran(capsys, site, "cards")
    assert "testimonials/anna/1200x627.png" in cards(site)
    site = site_with(tmp_path, **{"content/testimonials/anna.md": record.replace("items: [quote, name, title]", "items: [quote, name, title, photo]"), **files})
    ran(capsys, site, "cards")
    assert "testimonials/anna/1200x627.png" not in cards(site)
    red, green, _ = Image.open(io.BytesIO(cards(site)["testimonials/anna/1200x627.jpg"])).getpixel((72 + 46, 64 + 46))  # type: ignore[misc]
    assert (red > 200, green < 60) == (True, True)


def test_a_disclosure_stands_before_the_words_and_what_clients_get_beside_a_result(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = AGREED.replace("status: published", "benefit: free\ndisclosure: Anna was coached free of charge.\nresult: decisions\nstatus: published").replace(
        "items: [quote, name, title]", "items: [quote, name, title, result]"
    )
    plain = site_with(tmp_path / "plain")
    site = site_with(tmp_path / "site", **{"content/testimonials/anna.md": record})
    for one in (plain, site):
        ran(capsys, one, "cards")
    text = cards(site)["testimonials/anna/post.txt"].decode()
    assert "\nAnna was coached free of charge.\n" in text
    assert "What clients generally get: Most teams see a smaller change. (Clients counted: 9, 2023 to 2025.)" in text
    pictures = [Image.open(io.BytesIO(cards(one)["testimonials/anna/1080x1080.png"])).convert("RGB") for one in (plain, site)]
    box = differing(*pictures)
    assert box is not None
    assert box[1] < 260, "something stands above the words"


def test_a_sample_is_marked_in_the_picture_and_in_the_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain, sample = (
        site_with(tmp_path / "a"),
        site_with(tmp_path / "b", **{"content/testimonials/anna.md": AGREED.replace("status: published", "status: published\nsample: true")}),
    )
    for one in (plain, sample):
        ran(capsys, one, "cards")
    assert cards(sample)["testimonials/anna/post.txt"].decode().startswith("SAMPLE: the person and the words are invented. Do not post this.\n\n")
    pictures = [Image.open(io.BytesIO(cards(one)["testimonials/anna/1200x627.png"])).convert("RGB") for one in (plain, sample)]
    box = differing(*pictures)
    assert box is not None
    assert box[1] > 480, "the mark stands at the foot"


LONG = " ".join(
    f"This is sentence number {word} of many that I have to say about it."
    for word in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten") * 3
)


def test_long_words_are_cut_after_a_sentence_and_the_cut_is_marked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = AGREED.partition("I was not sure")[0] + LONG + "\n"
    site = site_with(tmp_path, **{"content/testimonials/anna.md": record, "content/site.yaml": ONLINE + "not_claims: []\n"})
    code, out, _ = ran(capsys, site, "cards")
    assert code == 0, out
    text = cards(site)["testimonials/anna/post.txt"].decode()
    assert text.startswith("“This is sentence number one of many that I have to say about it. ")
    assert "about it. […]”\n– Anna Sample" in text


def test_words_whose_cut_would_change_what_they_say_are_not_cut(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sentence = LONG.replace(". This is", ", and this is").rstrip(".") + ", but it was not for me."
    site = site_with(tmp_path, **{"content/testimonials/anna.md": AGREED.partition("I was not sure")[0] + sentence + "\n"})
    out = ran(capsys, site, "cards")[1]
    assert out.startswith(
        "content/testimonials/anna.md: left out: these words are too long for a card, and can't be cut at a sentence without changing what they say.\n"
        "    Choose 8 to 20 words of it for cards, like this: pull_quote: Now we talk less and know what we decided.\n"
    )
    assert not [path for path in cards(site) if path.startswith("testimonials")]


def test_the_words_meant_for_cards_are_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = AGREED.replace("original: shown", "original: shown\npull_quote: We talk less now, and we know what we decided.")
    site = site_with(tmp_path, **{"content/testimonials/anna.md": record})
    ran(capsys, site, "cards")
    assert cards(site)["testimonials/anna/post.txt"].decode().startswith("“We talk less now, and we know what we decided.”\n")


@pytest.mark.parametrize("look", ["calm", "editorial", "bold"])
@pytest.mark.parametrize(
    "words",
    [
        "Короткие слова о том, что изменилось за эти полгода у нас.",
        "Λίγα λόγια για όσα άλλαξαν αυτούς τους έξι μήνες σε εμάς.",
        "Verantwortungsbewusstseinsentwicklungsgespräche waren für mich das Wichtigste.",
    ],
)
def test_nothing_is_written_into_the_margins(tmp_path: Path, capsys: pytest.CaptureFixture[str], look: str, words: str) -> None:
    name = "Anna-Katharina Freifrau von Lüttwitz-Hohenstein zu Unterammergau und Oberammergau, verwitwete Gräfin von Musterstadt"
    record = AGREED.partition("I was not sure")[0].replace("Anna Sample", f"'{name}'").replace("name: ", "slug: anna\nname: ", 1) + words + "\n"
    site = site_with(tmp_path, **{"content/testimonials/anna.md": record, "content/site.yaml": ONLINE + f"look: {look}\n"})
    code, out, _ = ran(capsys, site, "cards")
    assert (code, "2 cards" in out) == (0, True), out
    for path, data in cards(site).items():
        if path.endswith(".png"):
            picture = Image.open(io.BytesIO(data)).convert("RGB")
            edge = Image.new("RGB", picture.size, picture.getpixel((2, 2)))  # type: ignore[arg-type]
            box = ImageChops.difference(picture, edge).point(lambda value: 255 if value > 40 else 0).getbbox()
            assert box is not None
            left, top, right, bottom = box
            assert min(left, picture.width - right, top, picture.height - bottom) >= 30, path


def test_letters_that_no_font_has_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = site_with(tmp_path, **{"content/testimonials/anna.md": AGREED.replace("title: Head of Operations", "title: Բարև")})
    out = ran(capsys, site, "cards")[1]
    assert out.startswith(
        "content/testimonials/anna.md: left out: what it says can't be set on a card: the fonts of cards lack 'Բ', 'ա', 'ր' and 'և'.\n"
        "    Put a font that has them into templates/fonts/ and name it in content/site.yaml, like this: card_font: NotoSansArmenian.ttf\n"
    )


def test_who_is_withheld_in_another_persons_words_is_not_posted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = (
        TESTIMONIAL.replace("name: Anna Sample", "name: Zenobia Quill\nslug: someone")
        .replace("show_as: full", "show_as: anonymous")
        .replace("items: [quote, name, title]", "items: [quote]")
    )
    words = AGREED.replace("We talk less now", "Zenobia Quill and I talk less now")
    site = site_with(tmp_path, **{"content/testimonials/anna.md": words, "content/testimonials/z.md": other})
    out = ran(capsys, site, "cards")[1]
    assert "(R4)" in out
    assert not [path for path in cards(site) if path.startswith("testimonials")]


def test_where_nobody_agreed_it_is_said_what_it_takes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path, {**SMALL, **EVIDENCE})
    code, out, _ = ran(capsys, site, "cards")
    assert code == 0
    assert out.endswith("Nobody's words may be posted yet: `sitegen help cards` tells what it takes.\n")
    assert cards(site) == {}


def test_what_may_not_be_posted_any_more_is_deleted_the_next_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = site_with(tmp_path)
    ran(capsys, site, "cards")
    write_site(site, {"content/testimonials/anna.md": AGREED.replace("status: granted", "status: withdrawn\n  withdrawn_on: 2026-11-01")})
    out = ran(capsys, site, "cards")[1]
    assert out.endswith("Deleted, since they may not be posted any more: testimonials/anna.\n")
    assert {path.rpartition("/")[0] for path in cards(site)} == {"results/decisions"}


@pytest.mark.parametrize(
    "how", [("withdraw", "anna"), ("withdraw", "anna", "--delete"), ("forget", "Anna Sample")], ids=["withdrawn", "withdrawn and deleted", "forgotten"]
)
@pytest.mark.parametrize("renamed", [False, True], ids=["as it was", "under another address since"])
def test_what_is_taken_back_leaves_the_cards_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str], how: tuple[str, ...], renamed: bool) -> None:
    site = site_with(tmp_path)
    ran(capsys, site, "cards")
    if renamed:
        (site / "content/testimonials/anna.md").rename(site / "content/testimonials/team-2026.md")
        how = tuple("team-2026" if word == "anna" else word for word in how)
    code, _, err = ran(capsys, site, *how, "--yes")
    assert code == 0, err
    assert {path.rpartition("/")[0] for path in cards(site)} == {"results/decisions"}
    assert not [path for path, data in held(site / ".sitegen").items() if b"talk less now" in data]
