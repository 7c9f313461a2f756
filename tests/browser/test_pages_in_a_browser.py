"""What a visitor meets: pages that fit every screen, ask nobody else for anything, work by keyboard and without script, and pass axe."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from sitegen.common.trees import bundled_tree
from sitegen.common.values import Colour
from sitegen.render.template_files import TemplateFiles
from sitegen.render.theme import Theme
from sitegen.site.palette import PAPERS
from sitegen.site.settings import Look, Settings
from tests.render.rendering import source_files

PAGES = {
    "home": "/",
    "page": "/about/",
    "questions": "/faq/",
    "form": "/contact/",
    "services": "/services/",
    "service": "/services/team/",
    "results": "/results/",
    "result": "/results/undecided-mondays/",
    "testimonials": "/testimonials/",
    "testimonial": "/testimonials/grace-adebanke/",
    "articles": "/articles/",
    "topic": "/articles/topics/meetings/",
    "article": "/articles/first-hundred-days/",
    "events": "/events/",
    "event": "/events/open-hour-first-team/",
    "past events": "/events/past/",
    "not there": "/404.html",
    "privacy": "/privacy/",
    "reviews policy": "/reviews-policy/",
}
WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")


def style(look: Look) -> str:
    """Give the starter's style sheet in a look, which is all that a look changes in a page."""
    folder = bundled_tree()
    accent = re.search(r'^accent: "(.*)"', folder.read("content/site.yaml").decode(), re.MULTILINE)
    assert accent is not None
    files = TemplateFiles(source_files(folder, "templates"), source_files(folder, "templates"))
    return str(Theme(files, Settings(name="x", promise="x", accent=Colour(accent[1]), look=look)).css)


STYLES = {look: style(look) for look in PAPERS}
PUT_ON = "css => { document.querySelector('style').textContent = css; }"


@contextmanager
def visit(browser: Browser, url: str, width: int = 1280, **more: Any) -> Iterator[tuple[Page, list[str], list[str]]]:
    """Open a page; give it with what its console complained of and what it asked for."""
    with browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce", **more) as context:
        page = context.new_page()
        complaints: list[str] = []
        asked: list[str] = []
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        response = page.goto(url, wait_until="load")
        assert response is not None
        assert response.ok
        yield page, complaints, asked


LOOK = """async () => {
  for (const image of document.images) image.loading = 'eager';
  await Promise.all([...document.images].map(image => image.decode().catch(() => null)));
  const root = document.documentElement;
  const wide = [...document.body.querySelectorAll('*')].filter(element => {
    const box = element.getBoundingClientRect();
    return box.width && box.right > root.clientWidth + 1 && getComputedStyle(element).position !== 'fixed';
  });
  return {
    overflow: root.scrollWidth - root.clientWidth,
    wide: root.scrollWidth > root.clientWidth ? wide.slice(0, 5).map(element => element.outerHTML.slice(0, 120)) : [],
    headings: document.querySelectorAll('h1').length,
    unloaded: [...document.images].filter(image => !image.naturalWidth).map(image => image.src),
    language: root.lang,
    title: document.title,
    scripts: [...document.scripts].filter(script => !/json/.test(script.type)).length,
  };
}"""


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_fits_every_screen_is_complete_and_asks_nobody_else(kind: str, browser: Browser, origin: str) -> None:
    with visit(browser, origin + PAGES[kind]) as (page, complaints, asked):
        for look, width, scheme in product(STYLES, WIDTHS, SCHEMES):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            page.evaluate(PUT_ON, STYLES[look])
            seen = page.evaluate(LOOK)
            assert (look, width, scheme, seen["overflow"], seen["wide"]) == (look, width, scheme, 0, [])
            assert (look, width, scheme, seen["unloaded"]) == (look, width, scheme, [])
        assert seen["headings"] == 1
        assert (seen["language"], seen["scripts"]) == ("en-GB", 0)
        assert seen["title"]
        assert complaints == []
        assert [url for url in asked if not url.startswith((origin + "/", "data:"))] == []


@pytest.mark.parametrize("look", STYLES)
@pytest.mark.parametrize("kind", ["home", "questions", "form", "service", "result", "testimonials", "testimonial", "article", "event"])
def test_axe_finds_nothing_against_a_page(kind: str, look: str, browser: Browser, origin: str) -> None:
    with visit(browser, origin + PAGES[kind]) as (page, _, _):
        page.evaluate(PUT_ON, STYLES[look])
        told = against(page, {"resultTypes": ["violations"]})
        page.set_viewport_size({"width": 320, "height": 800})
        page.emulate_media(color_scheme="dark")
        told += against(page, {"resultTypes": ["violations"], "runOnly": ["color-contrast", "target-size", "link-in-text-block"]})
    assert told == [], json.dumps(told, indent=1)


def against(page: Page, options: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Give what axe holds against a page: the rule, the element, the words."""
    found = Axe().run(page, options=options).response["violations"]
    return [(rule["id"], node["target"], node["failureSummary"]) for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("kind", ["home", "service", "article", "form"])
def test_the_first_tab_leads_past_the_menu(kind: str, browser: Browser, origin: str) -> None:
    with visit(browser, origin + PAGES[kind]) as (page, _, _):
        page.keyboard.press("Tab")
        link = page.evaluate("(() => { const box = document.activeElement.getBoundingClientRect(); return {href: document.activeElement.getAttribute('href'), top: box.top, height: box.height, left: box.left}; })()")  # fmt: skip
        assert link["href"].startswith("#")
        assert link["top"] >= 0
        assert link["left"] >= 0
        assert link["height"] >= 20, "it is seen when it has the focus"
        page.keyboard.press("Enter")
        assert page.evaluate("location.hash") == link["href"]
        page.keyboard.press("Tab")
        assert page.evaluate("(() => { const target = document.querySelector(location.hash); return target.contains(document.activeElement) || !!(target.compareDocumentPosition(document.activeElement) & 4); })()"), "the next stop is past the menu"  # fmt: skip


def test_questions_open_by_keyboard_and_without_script(browser: Browser, origin: str) -> None:
    with visit(browser, origin + PAGES["service"], java_script_enabled=False) as (page, _, _):
        question = page.locator("main details").first
        answer = question.locator("summary ~ *").first
        assert not answer.is_visible()
        question.locator("summary").focus()
        page.keyboard.press("Enter")
        assert answer.is_visible()
        page.keyboard.press("Space")
        assert not answer.is_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_every_entry_of_the_menu_can_be_reached_without_script(width: int, browser: Browser, origin: str) -> None:
    with visit(browser, origin + "/", width, java_script_enabled=False) as (page, _, _):
        menu = page.locator("header nav a")
        if not menu.first.is_visible():
            page.locator("header summary").focus()
            page.keyboard.press("Enter")
        assert [entry for entry in menu.all() if not entry.is_visible()] == []
        assert {"/services/", "/contact/"} <= {entry.get_attribute("href") for entry in menu.all()}


@pytest.mark.parametrize("kind", ["home", "article", "form"])
def test_everything_that_takes_the_focus_shows_it(kind: str, browser: Browser, origin: str) -> None:
    with visit(browser, origin + PAGES[kind]) as (page, _, _):
        hidden = []
        for _stop in range(40):
            page.keyboard.press("Tab")
            seen = page.evaluate(
                "(() => { const e = document.activeElement; if (e === document.body) return null; const s = getComputedStyle(e); const b = e.getBoundingClientRect();"
                " return {what: e.outerHTML.slice(0, 90), ring: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2, size: b.width * b.height}; })()"
            )
            if seen is None:
                break
            if not seen["ring"] or not seen["size"]:
                hidden.append(seen["what"])
    assert hidden == []


@pytest.mark.parametrize("look", STYLES)
def test_in_forced_colours_buttons_keep_their_edge_and_charts_their_lines(look: str, browser: Browser, origin: str) -> None:
    with visit(browser, f"{origin}/results/chosen-by-spring/", forced_colors="active") as (page, _, _):
        page.evaluate(PUT_ON, STYLES[look])
        seen = page.evaluate("""() => {
          const text = getComputedStyle(document.body).color, drawn = name => getComputedStyle(document.querySelector(name));
          const edges = [...document.querySelectorAll('.button')].map(button => getComputedStyle(button)).map(style => parseFloat(style.borderTopWidth) >= 1 && style.borderTopColor !== style.backgroundColor);
          return {edges: edges.every(edge => edge), lines: drawn('path.chart-was').stroke === text, points: drawn('circle.chart-is').fill === text, words: drawn('.chart-word').fill === text};
        }""")
        assert seen == {"edges": True, "lines": True, "points": True, "words": True}


@pytest.mark.parametrize("kind", ["home", "service", "article", "testimonials"])
def test_text_enlarged_twofold_still_fits(kind: str, browser: Browser, origin: str) -> None:
    with visit(browser, origin + PAGES[kind], 640) as (page, _, _):
        page.add_style_tag(content="html { font-size: 200% }")
        seen = page.evaluate(LOOK)
        assert (seen["overflow"], seen["wide"]) == (0, [])


def test_all_words_of_an_article_are_printed(browser: Browser, origin: str) -> None:
    with visit(browser, origin + PAGES["article"]) as (page, _, _):
        page.emulate_media(media="print")
        seen = page.evaluate(LOOK)
        assert (seen["overflow"], seen["headings"]) == (0, 1)
        assert page.locator("main p").first.is_visible()
        assert not page.locator("header nav").is_visible()


@pytest.mark.parametrize("look", STYLES)
def test_what_is_handed_over_is_printed_on_one_sheet(look: str, browser: Browser, origin: str, output: Path) -> None:
    leaflets = [path.parent.relative_to(output).as_posix() for kind in ("services", "results") for path in sorted((output / kind).glob("*/index.html"))]
    sheets = {}
    for address in leaflets:
        with visit(browser, f"{origin}/{address}/") as (page, _, _):
            page.evaluate(PUT_ON, STYLES[look])
            sheets[address] = len(re.findall(rb"/Type */Page\b", page.pdf(format="A4")))
    assert sheets == dict.fromkeys(leaflets, 1)


def test_pages_are_small_enough_for_one_round_trip(output: Path) -> None:
    import gzip

    heavy = {path: len(gzip.compress((output / path.strip("/") / "index.html").read_bytes())) for path in PAGES.values() if path.endswith("/")}
    assert {path: size for path, size in heavy.items() if size > 14_000} == {}
