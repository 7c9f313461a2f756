"""A site's own fonts in a browser: they come from the site and are allowed, and what stands in for them until then takes the same room."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sitegen.cli.main import main
from sitegen.render.web_fonts import NAMES, PAIRS
from tests.browser.conftest import WithPolicy, served
from tests.running import DAY
from tests.small_site import SMALL, write_site


def site_with(folder: Path, fonts: str) -> Path:
    site = write_site(folder, {**SMALL, "content/site.yaml": SMALL["content/site.yaml"] + f"\nfonts: {fonts}\n"})
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    return site / "output"


@pytest.mark.parametrize("fonts", PAIRS)
def test_the_fonts_are_loaded_from_the_site_and_the_stand_in_takes_the_same_room(fonts: str, tmp_path: Path, browser: Browser) -> None:
    with served(site_with(tmp_path, fonts), WithPolicy) as origin:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        said: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(origin + "/services/team/")
        page.evaluate("document.fonts.ready")
        loaded = page.evaluate("[...document.fonts].filter(face => face.status == 'loaded' && !face.family.includes('fallback')).map(face => face.family)")
        assert said == []
        assert {name.strip('"') for name in loaded} == {NAMES[PAIRS[fonts].serif], NAMES[PAIRS[fonts].sans]}  # type: ignore[index]
        assert all(url.startswith(origin) for url in asked)
        assert 1 <= len([url for url in asked if url.endswith(".woff2")]) <= 2
        for family in set(loaded):
            name = family.strip('"')
            widths = page.evaluate(
                """async name => {
                    const text = "What has your attention, and what would you like to have decided by the end of the week?";
                    const widths = [];
                    for (const family of [`"${name}"`, `"${name} fallback"`]) {
                        await document.fonts.load(`400 20px ${family}`);
                        const span = document.createElement("span");
                        span.style.cssText = `font: 400 20px ${family}; white-space: nowrap; position: absolute; line-height: normal`;
                        span.textContent = text;
                        document.body.append(span);
                        widths.push([span.getBoundingClientRect().width, span.getBoundingClientRect().height]);
                    }
                    return widths;
                }""",
                name,
            )
            (width, height), (other_width, other_height) = widths
            assert abs(width - other_width) / width < 0.02, (name, widths)
            assert abs(height - other_height) < 2, (name, widths)
        page.close()
