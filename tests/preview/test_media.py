"""Pictures and videos in the preview: made or read when they are asked for, under the addresses that a build gives them."""

from __future__ import annotations

import io
import re
from pathlib import Path

from PIL import Image

from sitegen.build.site_build import build_site
from sitegen.common.trees import bundled_tree, public_tree
from tests.preview.running_preview import running
from tests.render.test_pictures_on_pages import photo
from tests.render.test_videos import CAPTIONS, TALK, mp4
from tests.small_site import ARTICLE, TODAY, write_site

VIDEO = '\n[[video talk.mp4 title="A first talk"]]\n'
MEDIA = {**TALK, "content/images/hall.jpg": photo(900, 700), "content/articles/meetings.md": ARTICLE + "\n![A hall](hall.jpg)\n" + VIDEO}
TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg", "mp4": "video/mp4", "vtt": "text/vtt; charset=utf-8"}


def addresses(page: bytes) -> list[str]:
    return sorted(set(re.findall(r"/images/[\w.-]+", page.decode())))


def test_all_that_a_page_shows_is_served_as_it_is_built(tmp_path: Path) -> None:
    files = build_site(public_tree(write_site(tmp_path, MEDIA)), bundled_tree(), TODAY).files
    with running(tmp_path) as preview:
        named = addresses(preview.get("/articles/meetings/").data)
        assert {address.rpartition(".")[2] for address in named} == set(TYPES)
        for address in named:
            answer = preview.get(address)
            assert (answer.status, answer.headers["content-type"]) == (200, TYPES[address.rpartition(".")[2]])
            assert answer.data == files[address.lstrip("/")], address


def test_a_video_is_sent_in_parts_and_is_another_when_its_file_is(tmp_path: Path) -> None:
    write_site(tmp_path, MEDIA)
    with running(tmp_path) as preview:
        page = preview.get("/articles/meetings/").data
        (video,) = [address for address in addresses(page) if address.endswith(".mp4")]
        part = preview.get(video, Range="bytes=4-7")
        assert (part.status, part.data) == (206, b"ftyp")
        preview.write("content/images/talk.mp4", mp4(b"another"))
        preview.write("content/images/talk.vtt", CAPTIONS + "\nAnd more.\n")
        now = [address for address in addresses(preview.get("/articles/meetings/").data) if address.endswith((".mp4", ".vtt"))]
        assert len(now) == 2
        assert not set(now) & set(addresses(page))
        assert [preview.get(address).data for address in now if address.endswith(".mp4")] == [mp4(b"another")]


def test_a_picture_that_no_page_has_shown_yet_is_known_by_its_address(tmp_path: Path) -> None:
    write_site(tmp_path, MEDIA)
    with running(tmp_path) as preview:
        named = addresses(preview.get("/articles/meetings/").data)
    with running(tmp_path) as preview:
        for address in named:
            if address.endswith((".avif", ".jpg")):
                assert Image.open(io.BytesIO(preview.get(address).data)).width in (480, 640, 800, 900)
        assert preview.get("/images/000000000000-480.avif").status == 404


def test_what_a_video_lacks_stands_over_the_page_until_it_is_there(tmp_path: Path) -> None:
    write_site(tmp_path, {path: data for path, data in MEDIA.items() if not path.endswith(".vtt")})
    with running(tmp_path) as preview:
        assert "the video 'talk.mp4' has no captions." in preview.get("/articles/meetings/").problems
        preview.write("content/images/talk.vtt", CAPTIONS)
        assert preview.get("/articles/meetings/").problems == ""
