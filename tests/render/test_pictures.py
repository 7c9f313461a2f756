"""Pictures: upright, no wider than they are, without what the camera wrote, under names that tell nothing."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import ContentError
from sitegen.common.trees import Tree
from sitegen.render.pictures import Asset, Pictures
from sitegen.site.model import IMAGES
from tests.render.rendering import source_files

ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825


def pictures(folder: Path, **files: bytes) -> Pictures:
    place = folder / "content/images"
    place.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (place / name.replace("_", ".")).write_bytes(data)
    return Pictures(source_files(Tree(folder), IMAGES))


def saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def halves(width: int, height: int) -> Image.Image:
    """Give a picture that is red above and blue below."""
    picture = Image.new("RGB", (width, height), "#ff0000")
    picture.paste("#0000ff", (0, height // 2, width, height))
    return picture


def made(of: Pictures, name: str, width: int = 4000) -> Image.Image:
    (asset,) = of.assets(name, (width,))
    return Image.open(io.BytesIO(of.made(asset)))


def refusal(folder: Path, name: str, data: bytes) -> str:
    with pytest.raises(ContentError) as refused:
        pictures(folder, **{name.replace(".", "_"): data}).source(name)
    return str(refused.value)


def test_a_picture_is_made_in_every_width_asked_for_and_no_wider_than_it_is(tmp_path: Path) -> None:
    some = pictures(tmp_path, cups_jpg=saved(halves(900, 600), "JPEG"))
    assets = some.assets("cups.jpg", (480, 800, 1200, 1600))
    assert [asset.width for asset in assets] == [480, 800, 900]
    sizes = [Image.open(io.BytesIO(some.made(asset))).size for asset in assets]
    assert sizes == [(480, 320), (800, 533), (900, 600)]
    assert all(Image.open(io.BytesIO(some.made(asset))).format == "WEBP" for asset in assets)


def test_a_small_picture_is_not_blown_up(tmp_path: Path) -> None:
    some = pictures(tmp_path, dot_png=saved(Image.new("RGB", (3, 1)), "PNG"))
    assert [asset.width for asset in some.assets("dot.png", (480, 800))] == [3]
    assert made(some, "dot.png").size == (3, 1)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_however_the_camera_was_held(tmp_path: Path, orientation: int) -> None:
    upright = halves(60, 40)
    turned = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_270,
    }[orientation]  # fmt: skip
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    stored = upright if turned is None else upright.transpose(turned)
    some = pictures(tmp_path, a_jpg=saved(stored, "JPEG", exif=exif, quality=95))
    source = some.source("a.jpg")
    assert (source.width, source.height) == (60, 40)
    result = made(some, "a.jpg").convert("RGB")
    assert result.size == (60, 40)
    assert result.getpixel((30, 5))[0] > 200
    assert result.getpixel((30, 35))[2] > 200


def test_what_the_camera_wrote_is_gone(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[MAKE] = "CameraMaker"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (59.0, 54.0, 50.0)
    data = saved(halves(60, 40), "JPEG", exif=exif, comment=b"taken at Anna's", xmp=b"<x:xmpmeta>Anna Sample</x:xmpmeta>")
    assert b"CameraMaker" in data
    some = pictures(tmp_path, a_jpg=data)
    for width in (60, 30):
        (asset,) = some.assets("a.jpg", (width,))
        result = some.made(asset)
        opened = Image.open(io.BytesIO(result))
        assert dict(opened.getexif()) == {}
        assert dict(opened.getexif().get_ifd(GPS)) == {}
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(opened.info)
        for word in (b"CameraMaker", b"Anna", b"EXIF", b"XMP "):
            assert word not in result


def test_words_in_a_png_are_gone_too(tmp_path: Path) -> None:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Author", "Anna Sample")
    some = pictures(tmp_path, a_png=saved(halves(10, 10), "PNG", pnginfo=info))
    assert b"Anna" not in some.made(some.assets("a.png", (10,))[0])


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_stays_so(tmp_path: Path, mode: str) -> None:
    if mode == "P":
        picture = Image.new("P", (8, 8), 0)
        picture.putpalette([0, 0, 0, 255, 0, 0])
        picture.paste(1, (0, 0, 8, 4))
        data = saved(picture, "PNG", transparency=0)
    else:
        full = Image.new("RGBA", (8, 8), (255, 0, 0, 0))
        full.paste((255, 0, 0, 255), (0, 0, 8, 4))
        data = saved(full.convert(mode), "PNG")
    result = made(pictures(tmp_path, a_png=data), "a.png")
    assert result.mode == "RGBA"
    alpha = result.getchannel("A")
    assert (alpha.getpixel((4, 1)), alpha.getpixel((4, 6))) == (255, 0)


@pytest.mark.parametrize(
    ("mode", "kind"), [("CMYK", "JPEG"), ("L", "JPEG"), ("1", "PNG"), ("I;16", "PNG"), ("P", "GIF"), ("RGB", "WEBP"), ("RGB", "BMP"), ("RGB", "TIFF")]
)
def test_pictures_of_every_ordinary_kind_are_read(tmp_path: Path, mode: str, kind: str) -> None:
    some = pictures(tmp_path, a_img=saved(Image.new(mode, (20, 10)), kind))
    assert made(some, "a.img").size == (20, 10)


def test_the_name_of_the_file_is_never_in_the_address(tmp_path: Path) -> None:
    data = saved(halves(60, 40), "JPEG")
    some = pictures(tmp_path, annasample_jpg=data, other_jpg=data, annasample_svg=b'<svg viewBox="0 0 1 1"/>')
    addresses = [asset.address for name in ("annasample.jpg", "annasample.svg") for asset in some.assets(name, (30, 60))]
    assert all(re.fullmatch(r"/images/[0-9a-f]{12}(-\d+\.webp|\.svg)", address) for address in addresses)
    assert [asset.address for asset in some.assets("other.jpg", (30,))] == [asset.address for asset in some.assets("annasample.jpg", (30,))]


def test_other_bytes_have_another_address(tmp_path: Path) -> None:
    some = pictures(tmp_path, a_png=saved(halves(4, 4), "PNG"), b_png=saved(halves(4, 6), "PNG"))
    assert some.assets("a.png", (4,))[0].address != some.assets("b.png", (4,))[0].address


def test_the_same_picture_gives_the_same_bytes_and_is_taken_from_the_cache(tmp_path: Path) -> None:
    data = saved(halves(60, 40), "JPEG")
    first = pictures(tmp_path, a_jpg=data)
    cache = OwnTree(tmp_path / "cache")
    kept = Pictures(source_files(Tree(tmp_path), IMAGES), cache)
    (asset,) = first.assets("a.jpg", (30,))
    assert first.made(asset) == kept.made(asset)
    (stored,) = cache.files()
    assert cache.read(stored.path) == first.made(asset)
    cache.write(stored.path, b"from the cache")
    assert Pictures(source_files(Tree(tmp_path), IMAGES), cache).made(asset) == b"from the cache"


def test_a_drawing_stays_as_it_is_and_tells_its_size(tmp_path: Path) -> None:
    data = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"\n viewBox="0 0 30.4 20"><rect width="3"/></svg>'
    some = pictures(tmp_path, a_svg=data, b_svg=b'<svg viewBox="0 0 9 9" width="64px" height=\'32\'/>')
    source = some.source("a.svg")
    assert (source.width, source.height, source.vector) == (30, 20, True)
    assert (some.source("b.svg").width, some.source("b.svg").height) == (64, 32)
    (asset,) = some.assets("a.svg", (480, 800))
    assert asset == Asset(f"/images/{source.digest[:12]}.svg", "a.svg", 0)
    assert some.made(asset) == data


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
        '<image href="https://example.com/x.png"/>', '<use xlink:href="other.svg#a"/>', "<iframe/>", '<set attributeName="x"/><handler/>',
    ],
)  # fmt: skip
def test_a_drawing_that_runs_or_fetches_something_is_refused(tmp_path: Path, inside: str) -> None:
    assert refusal(tmp_path, "a.svg", f'<svg viewBox="0 0 1 1">{inside}</svg>'.encode()) == f"content/images/a.svg: {SCRIPT}"


def test_a_drawing_that_declares_entities_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>') == f"content/images/a.svg: {SCRIPT}"


def test_a_drawing_may_refer_to_its_own_parts(tmp_path: Path) -> None:
    data = b'<svg viewBox="0 0 1 1"><use href="#a"/><image href="data:image/png;base64,AAAA"/></svg>'
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


def test_a_picture_made_to_burst_is_refused(tmp_path: Path) -> None:
    header = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (100_000).to_bytes(4) * 2 + b"\x08\x02\0\0\0"
    import zlib

    bomb = header + zlib.crc32(header[12:]).to_bytes(4) + b"\0\0\0\0IDAT" + zlib.crc32(b"IDAT").to_bytes(4)
    assert refusal(tmp_path, "a.png", bomb).startswith("content/images/a.png: this picture ")


@pytest.mark.parametrize("data", [b"hello", saved(halves(60, 40), "JPEG")[:300], saved(halves(400, 300), "PNG")[:-200], b"\x89PNG\r\n\x1a\n"])
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
