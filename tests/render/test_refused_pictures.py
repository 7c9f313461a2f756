"""Pictures that keep themselves off the web, each told in words: too large, moving, damaged, or a drawing that runs something."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from sitegen.common.problems import ContentError
from sitegen.common.trees import Tree
from sitegen.render.pictures import Pictures
from sitegen.site.model import IMAGES
from tests.render.rendering import source_files
from tests.render.some_pictures import ORIENTATION, halves, made, pictures, saved


def refusal(folder: Path, name: str, data: bytes) -> str:
    with pytest.raises(ContentError) as refused:
        pictures(folder, **{name.replace(".", "_"): data}).source(name)
    return str(refused.value)


MOVES = "\n    Save the frame that says most as JPEG or PNG, or make a video of it: sitegen help images"


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP", "AVIF"])
def test_a_picture_that_moves_is_refused(tmp_path: Path, kind: str) -> None:
    frames = [Image.new("RGB", (32, 32), colour) for colour in ("#ff0000", "#00ff00", "#0000ff")]
    data = saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
    assert refusal(tmp_path, "a.img", data) == f"content/images/a.img: this picture moves: it has 3 frames.{MOVES}"


DAMAGED = "this picture can't be read: it is damaged, or not a picture.\n    Open it in a picture program and save it again as JPEG or PNG."
SCRIPT = "this drawing holds a script or asks for other files.\n    Export it again as a plain SVG, or save it as PNG."
SMALLER = "    Save a smaller copy: 3,000 pixels on the longer side are plenty."
HEIC = (
    "this is a HEIC picture, as iPhones make them; it can't be read here.\n"
    "    Save it as JPEG: on an iPhone, Settings > Camera > Formats > Most Compatible; on a Mac, Preview > File > Export."
)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>", '<SCRIPT href="x"/>', '<rect onload="alert(1)"/>', "<rect onclick = 'x'/>", "<foreignObject/>", '<a href="javascript:x"/>',
        "<svg:script>alert(1)</svg:script>", "<rect/onload='x'/>", "<style>@import 'x.css';</style>", "<style>rect { fill: url( https://example.com/a ) }</style>",
        '<image href="https://example.com/x.png"/>', '<use xlink:href="other.svg#a"/>', "<iframe/>", '<set attributeName="x"/><handler/>',
    ],
)  # fmt: skip
def test_a_drawing_that_runs_or_fetches_something_is_refused(tmp_path: Path, inside: str) -> None:
    assert refusal(tmp_path, "a.svg", f'<svg viewBox="0 0 1 1">{inside}</svg>'.encode()) == f"content/images/a.svg: {SCRIPT}"


def test_a_drawing_that_declares_entities_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>') == f"content/images/a.svg: {SCRIPT}"


def test_a_drawing_may_refer_to_its_own_parts(tmp_path: Path) -> None:
    data = b'<svg viewBox="0 0 1 1"><use href="#a"/><image href="data:image/png;base64,AAAA"/><rect fill="url(#a)" mask="url( #a)"/></svg>'
    assert pictures(tmp_path, a_svg=data).source("a.svg").vector


@pytest.mark.parametrize("data", [b"<svg></svg>", b"hello", "<svg><script/></svg>".encode("utf-16")])
def test_a_drawing_without_a_size_is_refused(tmp_path: Path, data: bytes) -> None:
    assert (
        refusal(tmp_path, "a.svg", data) == "content/images/a.svg: this drawing does not say how large it is.\n    Give its <svg> a viewBox, or save it as PNG."
    )


def test_a_file_of_more_than_40_mb_is_refused(tmp_path: Path) -> None:
    some = pictures(tmp_path, a_jpg=b"\xff\xd8\xff")
    with (tmp_path / "content/images/a.jpg").open("ab") as stream:
        stream.truncate(60_000_000)
    with pytest.raises(ContentError) as refused:
        some.source("a.jpg")
    assert str(refused.value) == f"content/images/a.jpg: this picture is larger than 40 MB.\n{SMALLER}"


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_picture_of_more_than_100_million_pixels_is_refused(tmp_path: Path) -> None:
    assert (
        refusal(tmp_path, "a.png", saved(Image.new("1", (11_000, 10_000)), "PNG"))
        == f"content/images/a.png: this picture has 11000 by 10000 pixels.\n{SMALLER}"
    )


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_picture_higher_than_any_browser_shows_is_refused_and_a_wide_one_is_not(orientation: int, tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    high, wide = ((9, 16_001), (16_001, 9))[:: 1 if orientation == 1 else -1]
    assert refusal(tmp_path, "a.jpg", saved(Image.new("L", high), "JPEG", exif=exif)) == f"content/images/a.jpg: this picture is 16001 pixels high.\n{SMALLER}"
    assert made(pictures(tmp_path, b_jpg=saved(Image.new("L", wide), "JPEG", exif=exif)), "b.jpg", 1600).size == (1600, 1)


def test_a_picture_made_to_burst_is_refused(tmp_path: Path) -> None:
    header = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (100_000).to_bytes(4) * 2 + b"\x08\x02\0\0\0"
    import zlib

    bomb = header + zlib.crc32(header[12:]).to_bytes(4) + b"\0\0\0\0IDAT" + zlib.crc32(b"IDAT").to_bytes(4)
    assert refusal(tmp_path, "a.png", bomb).startswith("content/images/a.png: this picture ")


@pytest.mark.parametrize(
    "data",
    [
        b"hello",
        saved(halves(60, 40), "JPEG")[:300],
        saved(halves(400, 300), "PNG")[:-200],
        b"\x89PNG\r\n\x1a\n",
        saved(halves(60, 40), "AVIF")[:-40],
        saved(halves(60, 40), "AVIF").replace(b"av1C", b"av1X"),
    ],
)
def test_a_damaged_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    assert refusal(tmp_path, "a.jpg", data) == f"content/images/a.jpg: {DAMAGED}"


def test_an_empty_picture_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a.jpg", b"") == "content/images/a.jpg: this picture is empty: the file has no bytes.\n    Copy it here again."


@pytest.mark.parametrize(("name", "data"), [("a.heic", b"x"), ("a.HEIF", b"x"), ("a.jpg", b"\0\0\0\x18ftypheic" + b"\0" * 20)])
def test_an_iphones_picture_is_told_as_what_it_is(tmp_path: Path, name: str, data: bytes) -> None:
    place = tmp_path / "content/images"
    place.mkdir(parents=True)
    (place / name).write_bytes(data)
    with pytest.raises(ContentError) as refused:
        Pictures(source_files(Tree(tmp_path), IMAGES)).source(name)
    assert str(refused.value) == f"content/images/{name}: {HEIC}"
