"""Pictures on pages: every format and width, room kept for them, the first at once and the others later, alone where a format has to be plain."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from lxml import html as markup
from PIL import Image

from sitegen.common.problems import ContentError
from tests.render.rendering import AT_HOME, other_of, page_of, renderer_of, route_of
from tests.small_site import ARTICLE, SERVICE, SMALL, TESTIMONIAL


def photo(width: int, height: int, colour: str = "#aa6633", kind: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.new("RGBA" if kind == "PNG" else "RGB", (width, height), colour).save(out, kind)
    return out.getvalue()


PICTURES = {
    **SMALL, **AT_HOME,
    "content/images/hall.jpg": photo(2000, 1500), "content/images/cups.jpg": photo(700, 600), "content/images/anna.jpg": photo(400, 600), "content/images/leaf.png": photo(300, 300, "#00ff0044", "PNG"),
    "content/images/logo.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"/>',
    "content/site.yaml": AT_HOME["content/site.yaml"] + "logo: logo.svg\n",
    "content/services/team.md": SERVICE.replace("price:", "image: hall.jpg\nimage_alt: A hall\nimage_focus: 20% 70%\nprice:") + '\n![Two cups](cups.jpg "After the talk")\n',
    "content/articles/meetings.md": ARTICLE + '\n![""](leaf.png) and ![A mark](logo.svg)\n',
    "content/testimonials/anna.md": TESTIMONIAL.replace("items: [quote, name, title]", "items: [quote, name, title, photo]").replace("relationship:", "photo: anna.jpg\nphoto_focus: 50% 10%\nrelationship:"),
}  # fmt: skip


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> markup.HtmlElement:
    return markup.fromstring(page_of(renderer_of(tmp_path_factory.mktemp("site"), PICTURES), "/services/team/"))


def widths(srcset: str) -> list[str]:
    return [entry.split()[-1] for entry in srcset.split(", ")]


def test_a_browser_may_choose_among_all_formats_and_widths(service: markup.HtmlElement) -> None:
    hall = [*service.find(".//picture").iter("source", "img")]  # lxml takes the second for a part of the first
    assert [child.tag for child in hall] == ["source", "source", "img"]
    assert [child.get("type") for child in hall] == ["image/avif", "image/webp", None]
    for child, ending in zip(hall, ("avif", "webp", "jpg"), strict=True):
        assert widths(child.get("srcset")) == ["480w", "800w", "1200w"]
        assert child.get("srcset").count(f".{ending} ") == 3
        assert child.get("sizes") == hall[0].get("sizes") != ""
    assert hall[-1].get("src").endswith("-800.jpg")


def test_room_is_kept_for_a_picture_in_its_shape_and_colour(service: markup.HtmlElement) -> None:
    told = {image.get("alt"): (image.get("width"), image.get("height"), image.get("data-c")) for image in service.iterfind(".//main//img")}
    assert told == {"A hall": ("1200", "900", "#a63"), "Two cups": ("700", "600", "#a63"), "Photo of Anna Sample": ("288", "288", "#a63")}
    assert not service.xpath("//*[@style]"), "the site's own policy forbids style attributes"


def test_a_face_is_cut_around_its_focal_point(service: markup.HtmlElement) -> None:
    (face,) = service.xpath("//img[@alt='Photo of Anna Sample']")
    assert face.get("src").endswith("-192-1x1-50-10.jpg")


def test_the_first_picture_comes_at_once_and_the_others_when_somebody_comes_near(service: markup.HtmlElement) -> None:
    told = [(image.get("alt"), image.get("fetchpriority"), image.get("loading")) for image in service.iterfind(".//img")]
    assert told == [("Maya Example", None, None), ("A hall", "high", None), ("Photo of Anna Sample", None, "lazy"), ("Two cups", None, "lazy")]


FAR_DOWN = {
    "below many words": "One question.\n\n" * 80 + "![Two cups](cups.jpg)",
    "below two headings": "## One\n\nA word.\n\n## Two\n\n![Two cups](cups.jpg)",
    "below a video": '[[video talk.webm title="A talk"]]\n\n![Two cups](cups.jpg)',
}
TALK = {
    "content/images/talk.webm": b"\x1a\x45\xdf\xa3 a video", "content/images/talk.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\nHello.\n", "content/images/talk.txt": "Hello.",
    "content/images/talk.jpg": photo(64, 36),
}  # fmt: skip


@pytest.mark.parametrize("where", FAR_DOWN)
def test_a_picture_far_down_waits_though_it_is_the_first(where: str, tmp_path: Path) -> None:
    page = markup.fromstring(
        page_of(renderer_of(tmp_path, {**PICTURES, **TALK, "content/articles/meetings.md": ARTICLE + f"\n{FAR_DOWN[where]}\n"}), "/articles/meetings/")
    )
    assert [(image.get("fetchpriority"), image.get("loading")) for image in page.iterfind(".//main//img")] == [(None, "lazy")]


def test_nothing_below_main_and_no_word_of_a_text_is_taken_for_the_first_picture(tmp_path: Path) -> None:
    about = '---\ntitle: About\n---\n\nWrite `<img loading="lazy">` for all but the first.\n'
    footer = '<footer><img src="/images/x.png" width="1" height="1" alt="" loading="lazy"></footer>\n'
    page = page_of(renderer_of(tmp_path, {**PICTURES, "content/pages/about.md": about, "templates/partials/footer.html": footer}), "/about/")
    assert "fetchpriority" not in page
    assert page.count('loading="lazy"') == 2


def test_a_picture_in_a_text_is_the_first_where_no_other_is(tmp_path: Path) -> None:
    page = markup.fromstring(page_of(renderer_of(tmp_path, PICTURES), "/articles/meetings/"))
    told = [(image.get("alt"), image.get("fetchpriority"), image.get("data-c")) for image in page.iterfind(".//main//img")]
    assert told == [("", "high", None), ("A mark", None, None)]
    leaf = [*page.find(".//main//picture").iter("source", "img")]
    assert leaf[-1].get("src").endswith("-300.png")
    assert [child.get("srcset") and child.get("srcset").endswith(ending) for child, ending in zip(leaf, (".avif", ".webp"), strict=False)] == [True, True]


def test_a_picture_with_words_below_it_is_a_figure(service: markup.HtmlElement) -> None:
    (figure,) = service.xpath("//figure[not(@class)]")
    assert [child.tag for child in figure] == ["picture", "figcaption"]
    assert figure.text_content().strip() == "After the talk"


def test_all_that_a_page_names_is_made_and_nothing_else(tmp_path: Path) -> None:
    renderer = renderer_of(tmp_path, PICTURES)
    made = renderer.page(route_of(renderer, "/services/team/"))
    named = set(re.findall(r"/images/[\w.-]+", made.data.decode()))
    assert named == {asset.address for asset in made.assets}
    for asset in made.assets:
        if asset.width:
            assert Image.open(io.BytesIO(renderer.pictures.made(asset))).width == asset.width


def test_feeds_and_data_for_search_engines_name_one_plain_picture(tmp_path: Path) -> None:
    renderer = renderer_of(tmp_path, PICTURES)
    (item,) = json.loads(other_of(renderer, "/feed.json"))["items"]
    assert "<picture" not in item["content_html"]
    assert "<source" not in item["content_html"]
    assert '.png" width="300" height="300" alt="">' in item["content_html"]
    articles = {**PICTURES, "content/articles/meetings.md": ARTICLE.replace("topics:", "image: hall.jpg\nimage_alt: A hall\ntopics:")}
    page = page_of(renderer_of(tmp_path / "other", articles), "/articles/meetings/")
    data = json.loads(page.partition('ld+json">')[2].partition("</script>")[0])
    assert data["@graph"][0]["image"].startswith("https://www.example.com/images/")
    assert data["@graph"][0]["image"].endswith("-1200.jpg")


def test_a_picture_in_a_text_needs_a_word_on_what_it_shows(tmp_path: Path) -> None:
    renderer = renderer_of(tmp_path, {**PICTURES, "content/articles/meetings.md": ARTICLE + "\n![](cups.jpg)\n"})
    (remark,) = renderer.page(route_of(renderer, "/articles/meetings/")).remarks
    assert remark.message == "the picture 'cups.jpg' needs a word on what it shows, for those who can't see it."
    assert remark.mend == 'Write it between the brackets: ![Two cups on a table](cups.jpg) (or ![""](cups.jpg) if it only decorates).'


def test_a_picture_that_can_not_be_read_stops_its_page(tmp_path: Path) -> None:
    renderer = renderer_of(tmp_path, {**PICTURES, "content/images/hall.jpg": b"no picture"})
    with pytest.raises(ContentError, match=r"content/images/hall\.jpg: this picture can't be read"):
        renderer.page(route_of(renderer, "/services/team/"))
