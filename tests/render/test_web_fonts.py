"""Fonts that a site brings along: two small files at most, named by their content, and a stand-in of the same measure."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from sitegen.common.trees import bundled_tree
from sitegen.render.pictures import Asset
from sitegen.render.web_fonts import NAMES, PAIRS
from sitegen.site.settings import Fonts, Look
from tests.render.rendering import other_of, page_of, renderer_of, route_of
from tests.small_site import SITE, SMALL

SYSTEM = "system"
CHOSEN = [(fonts, look) for fonts in PAIRS for look in get_args(Look)]


def site(fonts: str, look: str = "calm") -> dict[str, str | bytes]:
    return {**SMALL, "content/site.yaml": SITE + f"fonts: {fonts}\nlook: {look}\n"}


def test_every_word_of_the_setting_is_a_pair_and_every_family_has_its_files() -> None:
    assert {SYSTEM, *PAIRS} == set(get_args(Fonts))
    tree = bundled_tree()
    assert {name for pair in PAIRS.values() for name in (pair.serif, pair.sans)} == set(NAMES)
    for family in NAMES:
        assert tree.read(f"templates/fonts/{family}.woff2").startswith(b"wOF2")
        assert len(tree.read(f"templates/fonts/{family}.woff2")) < 60_000
        assert b"SIL OPEN FONT LICENSE Version 1.1" in tree.read(f"templates/fonts/{family}.txt")
        assert b"Reserved Font Name" not in tree.read(f"templates/fonts/{family}.txt").partition(b"-----")[0]


def test_without_the_setting_no_font_is_named_asked_for_or_allowed(tmp_path: Path) -> None:
    made = renderer_of(tmp_path, {**SMALL})
    html = page_of(made, "/")
    assert "@font-face" not in html
    assert "woff2" not in html
    for address in ("/_headers", "/.htaccess"):
        assert b"font-src" not in other_of(made, address)
    assert b"/fonts/" not in other_of(made, "/_headers")


@pytest.mark.parametrize(("fonts", "look"), CHOSEN)
def test_the_fonts_are_files_of_the_site_named_by_their_content(tmp_path: Path, fonts: str, look: str) -> None:
    made = renderer_of(tmp_path, site(fonts, look))
    page = made.page(route_of(made, "/"))
    html = page.data.decode()
    assets = [asset for asset in page.assets if asset.font]
    assert 1 <= len(assets) <= 2
    assert set(re.findall(r"url\(([^)]*)\)", html)) == {asset.address for asset in assets}
    assert all(re.fullmatch(r"/fonts/[0-9a-f]{12}\.woff2", asset.address) for asset in assets)
    assert all(made.asset(asset).startswith(b"wOF2") for asset in assets)
    preloaded = re.findall(r'<link rel="preload" href="([^"]*)" as="font" type="font/woff2" crossorigin>', html)
    assert len(preloaded) == 1
    assert preloaded[0] in {asset.address for asset in assets}
    assert html.count("font-display:swap") == len(assets)
    assert len(re.findall(r"@font-face{[^}]*size-adjust[^}]*ascent-override[^}]*descent-override[^}]*line-gap-override", html)) == len(assets)
    assert "font-src 'self'" in other_of(made, "/_headers").decode()
    assert "/fonts/*\n  Cache-Control: public, max-age=31536000, immutable" in other_of(made, "/_headers").decode()
    assert "font-src 'self'" in other_of(made, "/.htaccess").decode()


def test_the_font_of_the_running_text_is_asked_for_first(tmp_path: Path) -> None:
    def first(look: str) -> str:
        made = renderer_of(tmp_path / look, site("literata", look))
        assets: dict[str, Asset] = {asset.address: asset for asset in made.page(route_of(made, "/")).assets}
        return assets[made.theme.fonts.preloaded].font

    assert {look: first(look) for look in get_args(Look)} == {"calm": "fonts/manrope.woff2", "editorial": "fonts/literata.woff2", "bold": "fonts/manrope.woff2"}


def test_a_bold_site_is_set_without_serifs(tmp_path: Path) -> None:
    css = renderer_of(tmp_path, site("literata", "bold")).theme.css
    assert css.endswith("--serif:var(--sans)}}")
    assert "Literata" not in css


def test_apache_keeps_fonts_and_cards_for_ever_and_knows_their_type(tmp_path: Path) -> None:
    text = other_of(renderer_of(tmp_path, site("literata")), "/.htaccess").decode()
    assert "AddType font/woff2 .woff2" in text
    (pattern,) = re.findall(r'<FilesMatch "(.*)">', text)
    for name in ("0123456789ab.woff2", "0123456789ab.jpg", "0123456789ab.png"):
        assert re.match(pattern, name)
    assert not re.match(pattern, "share.png")
