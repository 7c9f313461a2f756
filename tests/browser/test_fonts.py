"""A site's own fonts in a browser: they come from the site and are allowed, and what stands in for them until then takes the same room."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sitegen.cli.main import main
from sitegen.render.web_fonts import NAMES, PAIRS
from tests.browser.conftest import Quiet
from tests.running import DAY
from tests.starter_copy import write_starter_copy


class WithPolicy(Quiet):
    """Serves with the policy that the site asks its host for."""

    def end_headers(self) -> None:
        text = (Path(self.directory) / "_headers").read_text(encoding="utf-8")
        policy = next(line for line in text.split("\n") if "Content-Security-Policy" in line)
        self.send_header("Content-Security-Policy", policy.partition(": ")[2])
        super().end_headers()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(WithPolicy, directory=str(folder))) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def site_with(folder: Path, fonts: str) -> Path:
    site = write_starter_copy(folder)
    settings = site / "content/site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + f"\nfonts: {fonts}\n", encoding="utf-8")
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    return site / "output"


@pytest.mark.parametrize("fonts", PAIRS)
def test_the_fonts_are_loaded_from_the_site_and_the_stand_in_takes_the_same_room(fonts: str, tmp_path: Path, browser: Browser) -> None:
    with served(site_with(tmp_path, fonts)) as origin:
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
