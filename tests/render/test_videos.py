"""Videos: played on the page with captions and a transcript, or a picture that says where it leads; nothing is fetched beforehand, and no person is shown without consent."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import html as markup
from PIL import Image

from sitegen.build.site_build import build_site
from sitegen.common.problems import ContentError
from sitegen.common.trees import bundled_tree, public_tree
from sitegen.render.clips import LARGEST_CLIP, looked_at_recording
from sitegen.site.model import IMAGES
from tests.render.rendering import page_of, renderer_of, route_of
from tests.small_site import ARTICLE, SMALL, TESTIMONIAL, TODAY, write_site


def box(kind: bytes, inside: bytes = b"") -> bytes:
    return (8 + len(inside)).to_bytes(4, "big") + kind + inside


def mp4(told: bytes = b"", brand: bytes = b"isom", codec: bytes = b"avc1") -> bytes:
    """Give the skeleton of an MP4 file: what it is, what is told of it, its pictures and sound."""
    return box(b"ftyp", brand + b"\0\0\2\0isomavc1mp41") + box(b"mdat", b"hvc1 \xa9xyz sound and pictures") + box(b"moov", box(b"trak", codec) + told)


def poster(width: int = 640, height: int = 360) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#336699").save(out, "JPEG")
    return out.getvalue()


CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nWhat has your attention?\n"
TALK: Mapping[str, str | bytes] = {
    **SMALL, f"{IMAGES}/talk.mp4": mp4(), f"{IMAGES}/talk.vtt": CAPTIONS, f"{IMAGES}/talk.txt": "Maya: What has **your** attention?", f"{IMAGES}/talk.jpg": poster(),
    "content/articles/meetings.md": ARTICLE + '\n[[video talk.mp4 title="A first talk"]]\n',
}  # fmt: skip


def video_on(folder: Path, files: Mapping[str, str | bytes], address: str = "/articles/meetings/") -> markup.HtmlElement:
    (figure,) = markup.fromstring(page_of(renderer_of(folder, files), address)).find_class("video")
    return figure


def remark_of(folder: Path, files: Mapping[str, str | bytes]) -> str:
    renderer = renderer_of(folder, files)
    (remark,) = renderer.page(route_of(renderer, "/articles/meetings/")).remarks
    return f"{remark.message}\n{remark.mend}"


def test_a_video_of_hers_is_played_on_the_page_and_not_fetched_before(tmp_path: Path) -> None:
    figure = video_on(tmp_path, TALK)
    (video,) = figure.iter("video")
    assert video.get("preload") == "none"
    assert "controls" in video.attrib
    assert "autoplay" not in video.attrib
    assert (video.get("width"), video.get("height"), video.get("aria-label")) == ("640", "360", "A first talk")
    assert video.get("poster").endswith("-640.jpg")
    (source,) = video.iter("source")
    assert source.get("type") == "video/mp4"
    (track,) = video.iter("track")
    assert (track.get("kind"), track.get("srclang"), track.get("label")) == ("captions", "en-GB", "Captions")
    assert figure.findtext(".//summary") == "Transcript"
    assert figure.find(".//details").text_content().split() == ["Transcript", "Maya:", "What", "has", "your", "attention?"]


def test_a_video_goes_online_with_its_captions_under_names_that_tell_nothing_and_only_if_a_page_shows_it(tmp_path: Path) -> None:
    built = build_site(public_tree(write_site(tmp_path / "one", TALK)), bundled_tree(), TODAY)
    kinds = {path.rpartition(".")[2]: data for path, data in built.files.items() if path.startswith("images/")}
    assert kinds == {"mp4": mp4(), "vtt": CAPTIONS.encode(), "jpg": kinds["jpg"]}
    assert not [path for path in built.files if "talk" in path]
    unseen = build_site(public_tree(write_site(tmp_path / "two", {**TALK, "content/articles/meetings.md": ARTICLE})), bundled_tree(), TODAY)
    assert not [path for path in unseen.files if path.startswith("images/")]


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://www.youtube.com/watch?v=0", "YouTube"), ("https://youtu.be/0", "YouTube"), ("https://player.vimeo.com/video/0", "Vimeo"),
        ("https://video.example.org/0", "video.example.org"),
    ],
)  # fmt: skip
def test_a_video_elsewhere_is_a_picture_that_says_where_it_leads(link: str, host: str, tmp_path: Path) -> None:
    figure = video_on(tmp_path, {**TALK, "content/articles/meetings.md": ARTICLE + f'\n[[video {link} title="A first talk" poster=talk.jpg]]\n'})
    (leads,) = figure.iter("a")
    assert leads.get("href") == link
    assert leads.text_content().strip() == f"See “A first talk” on {host}"
    assert figure.find(".//img").get("alt") == ""
    assert not figure.xpath(".//video | .//iframe | .//script")


SECTION = "---\ntitle: A talk\nsections:\n  - {type: video, heading: Two minutes, intro: Come in., file: talk.mp4, title: A first talk}\n---\n"


def test_a_section_shows_a_video(tmp_path: Path) -> None:
    page = page_of(renderer_of(tmp_path, {**TALK, "content/pages/talk.md": SECTION}), "/talk/")
    assert "<h2>Two minutes</h2>" in page
    assert page.count("<video") == 1


LACKS = {
    ("talk.mp4",): "there is no video 'talk.mp4' in content/images/.\nThere are no videos yet.",
    ("talk.vtt",): "the video 'talk.mp4' has no captions.\nSave them as content/images/talk.vtt: most video programs and YouTube write such a file (WebVTT).",
    ("talk.txt",): "the video 'talk.mp4' has no transcript.\nWrite what is said and shown into content/images/talk.txt.",
    (
        "talk.jpg",
    ): "the video 'talk.mp4' has no picture to stand there before it plays.\nSave one as content/images/talk.jpg, or name another: poster: office.jpg",
}


@pytest.mark.parametrize("names", LACKS)
def test_what_a_video_lacks_is_told_where_a_text_names_it(names: tuple[str, ...], tmp_path: Path) -> None:
    files = {path: data for path, data in TALK.items() if path.rpartition("/")[2] not in names}
    assert remark_of(tmp_path, files) == LACKS[names]


EXAMPLE = 'Write it like this: [[video talk.mp4 title="A first talk"]]'
MISTAKES = {
    "[[video talk.mp4]]": f"'[[video]]' needs the video's title.\n{EXAMPLE}",
    '[[video talk.mov title="A"]]': "'talk.mov' is not a kind of video that every browser plays.\nExport it as MP4, and write its name: talk.mp4",
    '[[video https://youtu.be/0 title="A"]]': "a video elsewhere needs a picture that leads to it.\nAdd a line: poster: office.jpg",
    '[[video talk.mp4 title="A" poster=gone.jpg]]': "there is no picture 'gone.jpg' in content/images/.\nDid you mean 'talk.jpg'?",
    '[[video talk.mp4 title="A" size=2]]': f"'[[video]]' knows no 'size='.\nDid you mean 'title'?\n{EXAMPLE}",
}


@pytest.mark.parametrize("embed", MISTAKES)
def test_a_video_that_is_written_otherwise_is_told(embed: str, tmp_path: Path) -> None:
    said = remark_of(tmp_path, {**TALK, "content/articles/meetings.md": ARTICLE + f"\n{embed}\n"})
    assert said.split("\n")[0] == MISTAKES[embed].split("\n")[0]


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(ContentError) as refused:
        looked_at_recording(name, data)
    return str(refused.value)


def test_a_video_that_not_every_browser_plays_is_refused() -> None:
    telephone = (
        "content/images/a.mp4: this video is coded as telephones do it, and not every browser plays that (QuickTime or HEVC).\n"
        "    Export it as MP4 with H.264: in QuickTime Player or iMovie, File > Export; in HandBrake, any 'Fast' preset."
    )
    assert refusal("a.mp4", mp4(codec=b"hvc1")) == refusal("a.mp4", mp4(codec=b"hev1")) == refusal("a.mp4", mp4(brand=b"qt  ")) == telephone
    damaged = "content/images/a.mp4: this video can't be read: it is damaged, or not a video.\n    Export it again as MP4 (H.264)."
    assert refusal("a.mp4", b"") == refusal("a.mp4", b"RIFF....AVI ") == damaged
    assert refusal("a.mp4", bytes(LARGEST_CLIP + 1)) == (
        "content/images/a.mp4: this video is larger than 200 MB.\n"
        "    Export it in a smaller size: 1280 by 720 pixels are plenty. Or put it on a video host, and write its address as `link:`."
    )


@pytest.mark.parametrize("data", [mp4()[:-3], mp4()[:30], b"\0\0\0\1ftyp" + bytes(40), b"\0\0\0\0ftyp" + bytes(40), mp4() + b"\0\0"])
def test_a_file_that_ends_early_is_looked_at_all_the_same(data: bytes) -> None:
    assert not looked_at_recording("a.mp4", data).tells_where


@pytest.mark.parametrize("told", [b"\xa9xyz\0\x12\x15\xc7+59.9139+010.7522/", b"com.apple.quicktime.location.ISO6709"])
def test_w12_a_video_that_tells_where_it_was_taken_is_named(told: bytes, tmp_path: Path) -> None:
    built = build_site(public_tree(write_site(tmp_path, {**TALK, f"{IMAGES}/talk.mp4": mp4(box(b"udta", told))})), bundled_tree(), TODAY)
    assert "content/images/talk.mp4: this video tells where it was taken, and goes online as it is (W12)." in "\n".join(map(str, built.problems))


@pytest.mark.parametrize("text", ["1\n00:00:00,000 --> 00:00:02,000\nAn SRT file", "WEBVTT\n\nnothing", ""])
def test_captions_that_browsers_can_not_show_are_refused(text: str, tmp_path: Path) -> None:
    renderer = renderer_of(tmp_path, {**TALK, f"{IMAGES}/talk.vtt": text})
    with pytest.raises(ContentError, match=r"content/images/talk\.vtt: these are no captions that browsers can show \(WebVTT\)\."):
        renderer.page(route_of(renderer, "/articles/meetings/"))


def test_an_empty_transcript_is_none(tmp_path: Path) -> None:
    renderer = renderer_of(tmp_path, {**TALK, f"{IMAGES}/talk.txt": " \n"})
    with pytest.raises(ContentError, match=r"content/images/talk\.txt: this transcript is empty\."):
        renderer.page(route_of(renderer, "/articles/meetings/"))


# The video of a person

ANNA = TESTIMONIAL.replace("relationship:", "video: {file: anna.mp4, title: Anna on deciding}\nrelationship:")
SAID = "WEBVTT\n\n00:00.000 --> 00:02.000\nMaya: What has your attention?\n\n00:02.000 --> 00:04.000\nWe talk less now.\n"
HERS: Mapping[str, str | bytes] = {
    **SMALL, f"{IMAGES}/anna.mp4": mp4(b"hers"), f"{IMAGES}/anna.vtt": SAID, f"{IMAGES}/anna.txt": "We talk less now.", f"{IMAGES}/anna.jpg": poster(320, 180),
}  # fmt: skip
AGREED = ANNA.replace("items: [quote, name, title]", "items: [quote, name, title, video]")


def media(folder: Path, files: Mapping[str, str | bytes]) -> set[str]:
    built = build_site(public_tree(write_site(folder, files)), bundled_tree(), TODAY)
    return {path.rpartition(".")[2] for path in built.files if path.startswith("images/")}


def test_a_person_is_seen_and_heard_with_consent(tmp_path: Path) -> None:
    own = video_on(tmp_path / "own", {**HERS, "content/testimonials/anna.md": AGREED}, "/testimonials/anna/")
    assert own.find(".//details").text_content().split()[1:] == ["We", "talk", "less", "now."]
    elsewhere = video_on(tmp_path / "list", {**HERS, "content/testimonials/anna.md": AGREED}, "/services/team/")
    assert elsewhere.find(".//details") is None, "beside a service the transcript is a link"
    assert [(a.text, a.get("href")) for a in elsewhere.iter("a")] == [("Transcript", "/testimonials/anna/")]


@pytest.mark.parametrize(
    "record",
    [
        ANNA,
        AGREED.replace("show_as: full", "show_as: initials").replace("title: Head", "slug: one\ntitle: Head"),
        AGREED.replace("status: granted", "status: requested"),
    ],
)
def test_without_consent_nothing_of_a_video_goes_online(record: str, tmp_path: Path) -> None:
    assert media(tmp_path / "with", {**HERS, "content/testimonials/anna.md": AGREED}) == {"mp4", "vtt", "jpg"}
    assert media(tmp_path / "without", {**HERS, "content/testimonials/anna.md": record}) == set()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/articles/meetings.md", ARTICLE + '\n[[video anna.mp4 title="A word"]]\n'), ("content/files/other.mp4", mp4(b"hers")), ("content/files/words.txt", SAID),
        ("content/articles/meetings.md", ARTICLE + "\n![A face](anna.jpg)\n"),
    ],
)  # fmt: skip
def test_r4_a_video_that_is_withheld_is_found_wherever_it_is_put(path: str, text: str | bytes, tmp_path: Path) -> None:
    with pytest.raises(ContentError) as refused:
        media(tmp_path, {**HERS, "content/testimonials/anna.md": ANNA, path: text})
    said = str(refused.value)
    assert " is the video that content/testimonials/anna.md withholds: the consent does not cover the video (R4)." in said
    assert said.startswith(path)


def test_a_video_elsewhere_is_withheld_by_its_address(tmp_path: Path) -> None:
    linked = ANNA.replace("file: anna.mp4", "link: https://vimeo.com/123456789, poster: anna.jpg")
    with pytest.raises(ContentError, match="R4"):
        media(tmp_path, {**HERS, "content/testimonials/anna.md": linked, "content/articles/meetings.md": ARTICLE + "\n[See](https://vimeo.com/123456789)\n"})


def beyond(folder: Path, captions: str, transcript: str, record: str = AGREED) -> list[str]:
    """Give what is told of Anna's own video, whose words stand in the original; every other rule has nothing to say."""
    said = f"{captions} {transcript}".replace("[...]", "").replace("\n", " ")
    record = record.replace("original: shown", f"original: |\n  I was not sure that it would help. We talk less now, and we know what we decided. {said}")
    files = {
        **HERS,
        f"{IMAGES}/anna.vtt": f"WEBVTT\n\n00:00.000 --> 00:02.000\n{captions}\n",
        f"{IMAGES}/anna.txt": transcript,
        "content/testimonials/anna.md": record,
    }
    try:
        media(folder, files)
    except ContentError as error:
        assert {problem.code for problem in error.problems} == {"R4"}, error
        return [str(problem).split("\n")[0] for problem in error.problems]
    return []


FIRST_NAME = AGREED.replace("show_as: full", "show_as: first_name").replace("title: Head", "slug: one\ntitle: Head")


@pytest.mark.parametrize(
    ("captions", "transcript", "record", "told"),
    [
        ("Hello, I am a Sample of many.", "We talk less now.", FIRST_NAME, "vtt:4: 'Anna Sample' stands here, the name"),
        ("We talk less now.", "It was good, it was.\n\n[...]\n\nSo says Anna Sample.", FIRST_NAME, "txt:5: 'Anna Sample' stands here, the name"),
        ("Then Anna said at\nHarbour Foods that it would do.", "We talk less now.", AGREED, "vtt:5: 'Harbour Foods' stands here, the company"),
    ],
)
def test_r4_what_a_person_withholds_is_found_in_her_own_video_with_its_line(captions: str, transcript: str, record: str, told: str, tmp_path: Path) -> None:
    (said,) = beyond(tmp_path, captions, transcript, record)
    assert said.startswith(f"{IMAGES}/anna.{told} that content/testimonials/anna.md withholds")


def test_r4_a_title_beside_the_name_in_captions_of_another_page_gives_a_person_away(tmp_path: Path) -> None:
    untitled = TESTIMONIAL.replace("items: [quote, name, title]", "items: [quote, name]")
    captions = f"{CAPTIONS}\n00:02.000 --> 00:04.000\nso Anna, who is\n\n00:04.000 --> 00:06.000\nHead of Operations, asks\n"
    with pytest.raises(ContentError) as refused:
        media(tmp_path, {**TALK, "content/testimonials/anna.md": untitled, f"{IMAGES}/talk.vtt": captions})
    assert str(refused.value).startswith(f"{IMAGES}/talk.vtt:7: 'Head of Operations' stands here, the title that content/testimonials/anna.md withholds")


def test_r4_a_withheld_name_in_a_drawing_is_told_with_its_line(tmp_path: Path) -> None:
    hidden = TESTIMONIAL.replace("status: granted", "status: requested")
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<!-- Anna Sample -->\n</svg>'
    article = ARTICLE + '\n![""](lines.svg)\n'
    with pytest.raises(ContentError) as refused:
        media(tmp_path, {**SMALL, "content/testimonials/anna.md": hidden, f"{IMAGES}/lines.svg": drawing, "content/articles/meetings.md": article})
    assert str(refused.value).startswith(f"{IMAGES}/lines.svg:2: 'Anna Sample' stands here, the name")
