"""Pictures: upright, no wider than they are, without what the camera wrote, under names that tell nothing."""

from __future__ import annotations

import io
import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from sitegen.common.own_trees import OwnTree
from sitegen.common.trees import Tree
from sitegen.common.values import FocalPoint
from sitegen.render.originals import Source
from sitegen.render.pictures import Asset, Pictures, seen
from sitegen.site.model import IMAGES
from tests.render.rendering import source_files
from tests.render.some_pictures import ORIENTATION, halves, made, pictures, saved

MAKE, GPS = 0x010F, 0x8825


def exchanged_colours() -> bytes:
    """Give the profile of sRGB with the places of its red and its green exchanged (ICC.1:2022, 7.3: the tag table)."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.index(b"rXYZ", 128), profile.index(b"gXYZ", 128)
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(profile)


def test_a_picture_is_made_in_every_width_asked_for_and_no_wider_than_it_is(tmp_path: Path) -> None:
    some = pictures(tmp_path, cups_jpg=saved(halves(900, 600), "JPEG"))
    assert some.endings("cups.jpg") == ("avif", "webp", "jpg")
    for ending, kind in {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}.items():
        assets = some.assets("cups.jpg", (480, 800, 1200, 1600), ending)
        assert [asset.width for asset in assets] == [480, 800, 900]
        results = [Image.open(io.BytesIO(some.made(asset))) for asset in assets]
        assert [(result.format, result.size) for result in results] == [(kind, (480, 320)), (kind, (800, 533)), (kind, (900, 600))]


def test_a_small_picture_is_not_blown_up(tmp_path: Path) -> None:
    some = pictures(tmp_path, dot_png=saved(Image.new("RGB", (3, 1)), "PNG"))
    assert [asset.width for asset in some.assets("dot.png", (480, 800), "avif")] == [3]
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
    for width, ending in itertools.product((60, 30), some.endings("a.jpg")):
        (asset,) = some.assets("a.jpg", (width,), ending)
        result = some.made(asset)
        opened = Image.open(io.BytesIO(result))
        assert dict(opened.getexif()) == {}
        assert dict(opened.getexif().get_ifd(GPS)) == {}
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(opened.info)
        for word in (b"CameraMaker", b"Anna", b"EXIF", b"Exif", b"XMP ", b"adobe"):
            assert word not in result


def test_words_in_a_png_are_gone_too(tmp_path: Path) -> None:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_text("Author", "Anna Sample")
    some = pictures(tmp_path, a_png=saved(halves(10, 10), "PNG", pnginfo=info))
    assert b"Anna" not in b"".join(some.made(some.assets("a.png", (10,), ending)[0]) for ending in some.endings("a.png"))


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
    some = pictures(tmp_path, a_png=data)
    assert some.endings("a.png") == ("avif", "webp", "png")
    for ending in some.endings("a.png"):
        result = made(some, "a.png", ending=ending)
        assert result.mode == "RGBA"
        alpha = result.getchannel("A")
        assert (alpha.getpixel((4, 1)) > 240, alpha.getpixel((4, 6)) < 15) == (True, True)


def test_a_picture_that_could_be_seen_through_and_is_not_needs_no_png(tmp_path: Path) -> None:
    some = pictures(tmp_path, screen_png=saved(Image.new("RGBA", (40, 20), "#ff0000"), "PNG"))
    assert some.endings("screen.png") == ("avif", "webp", "jpg")
    assert made(some, "screen.png", ending="jpg").getpixel((20, 10))[0] > 240


@pytest.mark.parametrize(
    ("mode", "kind"), [("CMYK", "JPEG"), ("L", "JPEG"), ("1", "PNG"), ("I;16", "PNG"), ("P", "GIF"), ("RGB", "WEBP"), ("RGB", "BMP"), ("RGB", "TIFF")]
)
def test_pictures_of_every_ordinary_kind_are_read(tmp_path: Path, mode: str, kind: str) -> None:
    some = pictures(tmp_path, a_img=saved(Image.new(mode, (20, 10)), kind))
    assert made(some, "a.img").size == (20, 10)


def test_the_name_of_the_file_is_never_in_the_address(tmp_path: Path) -> None:
    data = saved(halves(60, 40), "JPEG")
    some = pictures(tmp_path, annasample_jpg=data, other_jpg=data, annasample_svg=b'<svg viewBox="0 0 1 1"/>')
    addresses = [
        asset.address for name in ("annasample.jpg", "annasample.svg") for ending in some.endings(name) for asset in some.assets(name, (30, 60), ending, (1, 1))
    ]
    assert all(re.fullmatch(r"/images/[0-9a-f]{12}(-\d+-1x1\.(avif|webp|jpg)|\.svg)", address) for address in addresses)
    assert [asset.address for asset in some.assets("other.jpg", (30,), "jpg")] == [asset.address for asset in some.assets("annasample.jpg", (30,), "jpg")]


def test_other_bytes_have_another_address(tmp_path: Path) -> None:
    some = pictures(tmp_path, a_png=saved(halves(4, 4), "PNG"), b_png=saved(halves(4, 6), "PNG"))
    assert some.assets("a.png", (4,), "jpg")[0].address != some.assets("b.png", (4,), "jpg")[0].address


def test_the_same_picture_gives_the_same_bytes_and_is_taken_from_the_cache(tmp_path: Path) -> None:
    data = saved(halves(60, 40), "JPEG")
    first = pictures(tmp_path, a_jpg=data)
    cache = OwnTree(tmp_path / "cache")
    kept = Pictures(source_files(Tree(tmp_path), IMAGES), cache)
    (asset,) = first.assets("a.jpg", (30,), "avif")
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
    (asset,) = some.assets("a.svg", (480, 800), "svg", (1, 1))
    assert asset == Asset(f"/images/{source.digest[:12]}.svg", "a.svg", 0)
    assert some.made(asset) == data


SHAPES = [
    ((900, 600), (1, 1), None, (150, 0, 750, 600)),
    ((900, 600), (1, 1), FocalPoint(0, 50), (0, 0, 600, 600)),
    ((900, 600), (1, 1), FocalPoint(40, 90), (60, 0, 660, 600)),
    ((900, 600), (1, 1), FocalPoint(100, 0), (300, 0, 900, 600)),
    ((600, 900), (4, 3), FocalPoint(50, 20), (0, 0, 600, 450)),
    ((600, 900), (4, 3), FocalPoint(10, 60), (0, 315, 600, 765)),
    ((800, 1000), (4, 5), FocalPoint(0, 0), (0, 0, 800, 1000)),
    ((801, 1000), (4, 5), FocalPoint(0, 0), (0, 0, 801, 1000)),
    ((1, 1000), (16, 9), None, (0, 500, 1, 501)),
    ((1000, 1), (4, 5), None, (500, 0, 501, 1)),
    ((900, 600), (0, 0), FocalPoint(0, 0), (0, 0, 900, 600)),
]
"""A picture's size, the shape of its place, the focal point, and what is seen."""


@pytest.mark.parametrize(("size", "ratio", "focus", "box"), SHAPES)
def test_what_matters_stays_in_sight_where_a_picture_is_cut(
    size: tuple[int, int], ratio: tuple[int, int], focus: FocalPoint | None, box: tuple[int, int, int, int], tmp_path: Path
) -> None:
    some = pictures(tmp_path, a_png=saved(Image.new("RGB", size), "PNG"))
    (asset,) = some.assets("a.png", (48,), "webp", ratio, focus)
    assert asset.box == box


@given(st.integers(1, 5000), st.integers(1, 5000), st.sampled_from([(1, 1), (4, 5), (4, 3), (16, 9), (21, 9)]), st.integers(0, 100), st.integers(0, 100))
def test_a_cut_lies_within_the_picture_and_holds_its_focal_point(width: int, height: int, ratio: tuple[int, int], across: int, down: int) -> None:
    left, top, right, bottom = seen(Source("a.jpg", "", width, height, vector=False), ratio, FocalPoint(across, down))
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    assert left - 1 <= width * across / 100 <= right + 1
    assert top - 1 <= height * down / 100 <= bottom + 1
    assert (right - left, bottom - top) == (width, height) or width in (right - left, 0) or height in (bottom - top, 0)


@pytest.mark.parametrize("orientation", [1, 6])
def test_the_part_that_is_seen_is_the_part_that_is_made(tmp_path: Path, orientation: int) -> None:
    """A large picture that is blue but for a red square in its upper left quarter, read smaller than it is."""
    picture = Image.new("RGB", (2400, 1600), "#0000ff")
    picture.paste("#ff0000", (0, 0, 800, 800))
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    stored = picture if orientation == 1 else picture.transpose(Image.Transpose.ROTATE_90)
    some = pictures(tmp_path, a_jpg=saved(stored, "JPEG", exif=exif, quality=95))
    for ending in some.endings("a.jpg"):
        result = made(some, "a.jpg", 100, ending, ratio=(1, 1), focus=FocalPoint(0, 0)).convert("RGB")
        assert result.size == (100, 100)
        corners = [result.getpixel(at) for at in ((25, 25), (75, 25), (25, 75))]
        assert [(red > 200, blue > 200) for red, _, blue in corners] == [(True, False), (False, True), (False, True)]


def test_the_colour_that_stands_for_a_picture_is_its_mean(tmp_path: Path) -> None:
    some = pictures(
        tmp_path, half_jpg=saved(halves(60, 40), "JPEG"), grey_png=saved(Image.new("L", (9, 9), 136), "PNG"), plain_gif=saved(Image.new("P", (9, 9), 0), "GIF"),
        through_png=saved(Image.new("RGBA", (9, 9), (255, 0, 0, 90)), "PNG"), drawing_svg=b'<svg viewBox="0 0 1 1"/>',
    )  # fmt: skip
    assert [some.source(name).colour for name in ("half.jpg", "grey.png", "plain.gif", "through.png", "drawing.svg")] == ["#707", "#888", "#000", "", ""]


def test_the_wide_colours_of_a_telephone_do_not_fade(tmp_path: Path) -> None:
    """A profile in which red and green are exchanged: what it says is carried out before it is taken away."""
    data = saved(Image.new("RGB", (40, 20), (255, 0, 0)), "PNG", icc_profile=exchanged_colours())
    some = pictures(tmp_path, a_png=data, b_png=saved(Image.new("RGB", (40, 20), (255, 0, 0)), "PNG", icc_profile=b"no profile"))
    red, green, _ = made(some, "a.png", ending="webp").convert("RGB").getpixel((20, 10))
    assert green > 200 > red
    assert made(some, "b.png", ending="webp").convert("RGB").getpixel((20, 10))[0] > 240


def test_pictures_made_by_several_threads_are_the_same_to_the_byte(tmp_path: Path) -> None:
    noise = [Image.effect_noise((600 + 10 * n, 400), 60).convert("RGB") for n in range(3)]
    some = pictures(tmp_path, a_jpg=saved(noise[0], "JPEG"), b_png=saved(noise[1], "PNG"), c_webp=saved(noise[2], "WEBP"))
    assets = [asset for name in ("a.jpg", "b.png", "c.webp") for ending in some.endings(name) for asset in some.assets(name, (100, 300), ending, (1, 1))]
    alone = dict(some.all_made(assets))
    assert len(alone) == 18
    for _ in range(3):
        again = Pictures(source_files(Tree(tmp_path), IMAGES), OwnTree(tmp_path / f"cache-{_}"))
        assert dict(again.all_made(assets, threads=4)) == alone
        assert dict(again.all_made(assets[::-1], threads=4)) == alone
    assert [some.made(asset) for asset in assets] == [alone[asset] for asset in assets]


def test_a_picture_is_known_by_its_address_alone(tmp_path: Path) -> None:
    some = pictures(tmp_path, a_jpg=saved(halves(60, 40), "JPEG"), b_svg=b'<svg viewBox="0 0 1 1"/>', c_txt=b"no picture")
    names = ("a.jpg", "b.svg", "c.txt")
    for focus in (None, FocalPoint(0, 0), FocalPoint(30, 20), FocalPoint(50, 50)):
        for name in names[:2]:
            for ending in some.endings(name):
                for asset in some.assets(name, (20, 4000), ending, (1, 1), focus):
                    assert some.at(asset.address, names) == asset
    short = some.source("a.jpg").digest[:12]
    for address in (f"{short}-61.jpg", f"{short}-20.png", f"{short}-20-3x2.jpg", f"{short}-20-1x1-50-50.jpg", f"{short}.jpg", f"{'0' * 12}-20.jpg", "a.jpg"):
        assert some.at(f"/images/{address}", names) is None, address


def test_a_photo_with_a_second_picture_in_it_is_read(tmp_path: Path) -> None:
    """Telephones put a depth map or a preview beside the photo (MPO), scanners further pages (TIFF)."""
    both = {kind: saved(halves(60, 40), kind, save_all=True, append_images=[Image.new("RGB", (60, 40), "#00ff00")]) for kind in ("MPO", "TIFF")}
    some = pictures(tmp_path, a_jpg=both["MPO"], b_tif=both["TIFF"])
    for name in ("a.jpg", "b.tif"):
        assert made(some, name).convert("RGB").getpixel((30, 5))[0] > 200
