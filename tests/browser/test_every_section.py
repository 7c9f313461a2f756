"""Every section and embed, full, minimal and with nothing to show: nothing overflows, nothing empty stands about, axe finds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser

from sitegen.cli.main import main
from tests.browser.conftest import served
from tests.browser.test_pages_in_a_browser import LOOK, SCHEMES, WIDTHS, against, visit
from tests.kitchen_sink import EMPTY, KITCHEN_SINK
from tests.running import DAY
from tests.small_site import write_site

SITES = {"full": (KITCHEN_SINK, "/full/"), "minimal": (KITCHEN_SINK, "/minimal/"), "nothing to show": (EMPTY, "/minimal/")}


@pytest.fixture(scope="module", params=SITES)
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    files, page = SITES[request.param]
    site = write_site(tmp_path_factory.mktemp("sections"), files)
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    with served(site / "output") as origin:
        yield origin + page


def test_every_section_fits_every_screen(browser: Browser, address: str) -> None:
    with visit(browser, address) as (page, complaints, _):
        for width, scheme in product(WIDTHS, SCHEMES):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            seen = page.evaluate(LOOK)
            assert (width, scheme, seen["overflow"], seen["wide"]) == (width, scheme, 0, [])
        assert seen["headings"] == 1
        assert complaints == []


def test_a_section_with_nothing_to_show_leaves_no_empty_frame(browser: Browser, address: str) -> None:
    with visit(browser, address) as (page, _, _):
        empty = page.evaluate(
            "() => [...document.querySelectorAll('main section, main ul, main ol, main dl, main figure')].filter(e => !e.innerText.trim() && !e.querySelector('img, svg')).map(e => e.outerHTML.slice(0, 100))"
        )
        assert empty == []


def test_axe_finds_nothing_against_any_section(browser: Browser, address: str) -> None:
    with visit(browser, address) as (page, _, _):
        assert against(page, {"resultTypes": ["violations"]}) == []
        page.emulate_media(color_scheme="dark")
        assert against(page, {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}) == []
