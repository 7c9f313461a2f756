"""A Pillow that was built without AVIF, as some systems bring it: that format is left out, it is said, and what is made is that of a clean build."""

from __future__ import annotations

import io
import shutil
from collections.abc import Mapping
from pathlib import Path

import PIL
import pytest
from PIL import Image

from tests.running import DAY, NO_ADDRESS, Said, held, sitegen
from tests.small_site import SERVICE, SMALL, write_site

PICTURE = SERVICE.replace("price:", "image: hall.jpg\nimage_alt: A hall\nprice:")
AT_HOME = Path(PIL.__file__).parent


def photo(kind: str) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((600, 450)).convert("RGB").save(out, kind)
    return out.getvalue()


FILES: Mapping[str, str | bytes] = {**SMALL, "content/services/team.md": PICTURE, "content/images/hall.jpg": photo("JPEG")}


def without(folder: Path, *kinds: str) -> dict[str, str]:
    """Give an environment in which Pillow lacks some of its parts, and is the same else."""
    gone = tuple(f"_{kind}." for kind in kinds)
    shutil.copytree(AT_HOME, folder / "PIL", ignore=lambda _, names: [name for name in names if name.startswith(gone)])
    if (AT_HOME.parent / "pillow.libs").is_dir():
        shutil.copytree(AT_HOME.parent / "pillow.libs", folder / "pillow.libs")
    return {"PYTHONPATH": f"{folder}"}


@pytest.fixture(scope="module")
def lacking(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return without(tmp_path_factory.mktemp("pillow"), "avif")


def build(site: Path, env: Mapping[str, str] | None = None, command: str = "build") -> Said:
    return sitegen(command, "--site", str(site), "--as-of", DAY, env=env)


def endings(site: Path) -> set[str]:
    return {path.rpartition(".")[2] for path in held(site / "output") if path.startswith("images/")}


LARGER = """content/images: pictures are made without AVIF, since the Pillow on this computer was built so; browsers get larger ones.
    To have AVIF too: python -m pip install --force-reinstall pillow
"""


def test_without_avif_the_other_formats_are_made_and_it_is_said(lacking: Mapping[str, str], tmp_path: Path) -> None:
    write_site(tmp_path, FILES)
    made = build(tmp_path, lacking)
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.startswith(LARGER + NO_ADDRESS)
    assert endings(tmp_path) == {"webp", "jpg"}
    page = (tmp_path / "output/services/team/index.html").read_text(encoding="utf-8")
    assert page.count('<source type="image/webp"') == 1
    assert "avif" not in page
    checked = build(tmp_path, lacking, "check")
    assert checked.returncode == 0
    assert LARGER in checked.stdout + checked.stderr


def test_a_part_of_pillow_that_can_not_be_loaded_is_as_good_as_none(tmp_path: Path) -> None:
    env = without(tmp_path / "pillow")
    for part in (tmp_path / "pillow/PIL").glob("_avif.*"):
        part.write_bytes(b"no library")
    made = build(write_site(tmp_path / "site", FILES), env)
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.startswith(LARGER + NO_ADDRESS)


def test_a_site_without_pictures_lacks_nothing(lacking: Mapping[str, str], tmp_path: Path) -> None:
    assert build(write_site(tmp_path), lacking).stdout.startswith(NO_ADDRESS)


@pytest.mark.parametrize("first", [True, False], ids=["AVIF comes", "AVIF goes"])
def test_a_build_with_another_pillow_is_that_of_a_clean_one(first: bool, lacking: Mapping[str, str], tmp_path: Path) -> None:
    before, after = (lacking, None) if first else (None, lacking)
    site, clean = write_site(tmp_path / "site", FILES), write_site(tmp_path / "clean", FILES)
    for env in (before, after):
        assert build(site, env).returncode == 0
    assert build(clean, after).returncode == 0
    assert endings(site) == ({"avif", "webp", "jpg"} if first else {"webp", "jpg"})
    assert held(site / "output") == held(clean / "output")


def test_a_picture_that_this_pillow_can_not_read_is_told_in_words(lacking: Mapping[str, str], tmp_path: Path) -> None:
    write_site(tmp_path, {**FILES, "content/images/hall.jpg": photo("AVIF"), "content/files/hall.avif": photo("AVIF")})
    refused = build(tmp_path, lacking)
    assert (refused.returncode, refused.stderr) == (
        1,
        "content/images/hall.jpg: this is an AVIF picture, and the Pillow on this computer was built without AVIF.\n"
        "    Save it as JPEG or PNG. Or put in a Pillow that can: python -m pip install --force-reinstall pillow\n",
    )


def test_without_webp_too_there_is_one_format_for_all(tmp_path: Path) -> None:
    env = without(tmp_path / "pillow", "avif", "webp")
    site = write_site(tmp_path / "site", FILES)
    made = build(site, env)
    assert (made.returncode, made.stderr) == (0, "")
    assert made.stdout.startswith(LARGER.replace("AVIF", "AVIF and WebP") + NO_ADDRESS)
    assert endings(site) == {"jpg"}
    assert "<picture" not in (site / "output/services/team/index.html").read_text(encoding="utf-8")
    write_site(site, {"content/images/hall.jpg": photo("WEBP")})
    assert build(site, env).stderr.startswith("content/images/hall.jpg: this is a WebP picture, and the Pillow on this computer was built without WebP.\n")
