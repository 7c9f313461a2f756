"""Pictures and videos in a real browser, under the policy that the site is served with: the smallest format, room and colour until they come, played with captions."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator

import pytest
from PIL import Image
from playwright.sync_api import Browser, expect

from sitegen.cli.main import main
from tests.browser.conftest import WithPolicy, served
from tests.browser.test_pages_in_a_browser import PAGES, visit
from tests.running import DAY
from tests.small_site import ARTICLE, SERVICE, SMALL, write_site

RECORDED = """async () => {
  const canvas = document.createElement('canvas');
  canvas.width = 64; canvas.height = 36;
  const pen = canvas.getContext('2d');
  const recorder = new MediaRecorder(canvas.captureStream(25), {mimeType: 'video/webm;codecs=vp8'});
  const parts = [];
  recorder.ondataavailable = event => parts.push(event.data);
  const stopped = new Promise(done => { recorder.onstop = done; });
  recorder.start();
  for (let frame = 0; frame < 30; frame++) {
    pen.fillStyle = `hsl(${frame * 12} 80% 50%)`;
    pen.fillRect(0, 0, 64, 36);
    await new Promise(done => setTimeout(done, 40));
  }
  recorder.stop();
  await stopped;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  return btoa(String.fromCharCode(...bytes));
}"""


def noise(colour: str) -> bytes:
    out = io.BytesIO()
    Image.blend(Image.new("RGB", (1600, 1200), colour), Image.effect_noise((1600, 1200), 80).convert("RGB"), 0.2).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture(scope="module")
def media(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with browser.new_context() as context:
        page = context.new_page()
        recorded = base64.b64decode(page.evaluate(RECORDED))
    site = write_site(
        tmp_path_factory.mktemp("media"),
        {
            **SMALL,
            "content/services/team.md": SERVICE.replace("price:", "image: hall.jpg\nimage_alt: A hall\nprice:")
            + "\nMany words.\n" * 60 + "\n![A harbour](harbour.jpg)\n",
            "content/articles/meetings.md": ARTICLE + '\n[[video talk.webm title="A first talk"]]\n\n[[video https://vimeo.com/0 title="Elsewhere" poster=hall.jpg]]\n',
            "content/images/hall.jpg": noise("#884422"), "content/images/harbour.jpg": noise("#226688"), "content/images/talk.jpg": noise("#444444"),
            "content/images/talk.webm": recorded, "content/images/talk.txt": "What has your attention?",
            "content/images/talk.vtt": "WEBVTT\n\n00:00.000 --> 00:05.000\nWhat has your attention?\n",
        },
    )  # fmt: skip
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    with served(site / "output", WithPolicy) as address:
        yield address


def test_the_browser_takes_the_smallest_format_and_width_and_no_later_picture_before_its_time(browser: Browser, media: str) -> None:
    with visit(browser, f"{media}/services/team/", width=400) as (page, complaints, asked):
        hall = page.get_by_alt_text("A hall")
        assert re.search(r"/images/[0-9a-f]{12}-480\.avif$", hall.evaluate("image => image.currentSrc"))
        pictures = [url for url in asked if "/images/" in url]
        assert len(pictures) == 1, pictures
        harbour = page.get_by_alt_text("A harbour")
        harbour.scroll_into_view_if_needed()
        assert harbour.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
        assert complaints == []


def test_a_picture_with_its_formats_takes_the_place_of_one(browser: Browser, media: str) -> None:
    with visit(browser, f"{media}/services/team/") as (page, _, _):
        hall, heading = page.get_by_alt_text("A hall").bounding_box(), page.locator("h1").bounding_box()
        assert hall and heading
        assert hall["x"] > heading["x"] + heading["width"] / 2, "beside the heading"
        assert hall["y"] < heading["y"] < hall["y"] + hall["height"]
        assert page.evaluate("[...document.querySelectorAll('source')].map(source => getComputedStyle(source).display)") == ["none"] * 4


def test_room_and_colour_stand_for_a_picture_until_it_comes(browser: Browser, media: str) -> None:
    with browser.new_context(viewport={"width": 800, "height": 800}) as context:
        page = context.new_page()
        page.route("**/images/*", lambda route: route.abort())
        page.goto(f"{media}/services/team/", wait_until="load")
        told = page.get_by_alt_text("A hall").evaluate(
            "image => [getComputedStyle(image).backgroundColor, image.getBoundingClientRect().width / image.getBoundingClientRect().height]"
        )
        red, green, blue = map(int, re.findall(r"\d+", told[0])[:3])
        assert red > green > blue
        assert told[1] == pytest.approx(16 / 9, rel=0.01)


def test_a_video_is_played_with_captions_and_nothing_of_it_is_fetched_before(browser: Browser, media: str) -> None:
    with visit(browser, f"{media}/articles/meetings/") as (page, complaints, asked):
        video = page.locator("video")
        video.scroll_into_view_if_needed()
        assert [url for url in asked if url.endswith(".webm")] == []
        assert [url for url in asked if not url.startswith((media + "/", "data:"))] == []
        video.evaluate("video => { video.muted = true; return video.play(); }")
        video.evaluate(
            "video => new Promise(played => { video.ontimeupdate = () => video.currentTime > 0.2 && video.textTracks[0].cues?.length && played(); })"
        )
        assert video.evaluate("video => [video.textTracks[0].mode, video.textTracks[0].cues[0].text]") == ["showing", "What has your attention?"]
        page.get_by_text("Transcript", exact=True).click()
        expect(page.locator("details .prose")).to_have_text("What has your attention?")
        assert complaints == []


def test_a_video_elsewhere_asks_nobody_before_the_link_is_followed(browser: Browser, media: str) -> None:
    with visit(browser, f"{media}/articles/meetings/") as (page, _, asked):
        link = page.get_by_role("link", name="See “Elsewhere” on Vimeo")
        link.scroll_into_view_if_needed()
        assert link.get_attribute("href") == "https://vimeo.com/0"
        assert [url for url in asked if not url.startswith((media + "/", "data:"))] == []


SCREENS = ((1440, 900), (390, 844))
"""A desk's and a telephone's, in pixels."""


PICTURES = "images => images.map(image => ({waits: image.loading === 'lazy', priority: image.fetchPriority, top: image.getBoundingClientRect().top}))"


@pytest.mark.parametrize("kind", PAGES)
def test_the_first_picture_of_a_page_waits_unless_it_can_be_seen_at_first(browser: Browser, origin: str, kind: str) -> None:
    seen, first, others = False, [], []
    for width, height in SCREENS:
        with browser.new_context(viewport={"width": width, "height": height}) as context:
            page = context.new_page()
            page.goto(origin + PAGES[kind], wait_until="load")
            pictures = page.locator("main img").evaluate_all(PICTURES)
        first += [(one["waits"], one["priority"]) for one in pictures[:1]]
        others += [(one["waits"], one["priority"]) for one in pictures[1:]]
        seen = seen or any(one["top"] < height for one in pictures[:1])
    assert set(first) <= {(False, "high") if seen else (True, "auto")}
    assert set(others) <= {(True, "auto")}
