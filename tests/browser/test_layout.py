"""The layout holds in every look and width, whatever the words are: nothing stands on something else, nothing is cut off, nothing juts out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sitegen.cli.main import main
from tests.browser.conftest import served
from tests.browser.test_pages_in_a_browser import PAGES, PUT_ON, STYLES, WIDTHS, visit
from tests.kitchen_sink import KITCHEN_SINK, LONG
from tests.running import DAY
from tests.small_site import write_site
from tests.starter_copy import starter_copy

COMPOUND = "Donaudampfschifffahrtsgesellschaftskapitän"
NAMED = re.compile(
    r"^((?:  )*(?:- )?(?:name|title|company|location|label|heading|practice|client|duration|format|price_note): )(\"?)(.+?)\2$(?!\n +before:)", re.MULTILINE
)
PICTURED = re.compile(r"^ *(?:photo|image|logo|photo_alt|image_alt): .*\n", re.MULTILINE)


def long_names(text: str) -> str:
    """Give a text of the starter with what people and things are called made very long."""
    return NAMED.sub(lambda found: f"{found[1]}{found[2]}{found[3]} {COMPOUND} of {LONG}{found[2]}", text)


def no_pictures(text: str) -> str:
    """Give a text of the starter that names no picture."""
    return re.sub(r"!\[[^]]*\]\([^)]*\)", "", PICTURED.sub("", text))


CHANGED = {"very long names": long_names, "no pictures": no_pictures}
KINDS = ("home", "page", "form", "service", "results", "result", "testimonials", "article", "event")
"""Pages that hold every part of the theme between them."""

SINK = {"full": "/full/", "minimal": "/minimal/"}


@cache
def site_of(change: str) -> dict[str, str | bytes]:
    """Give the starter's files, changed."""
    return {path: CHANGED[change](data.decode()) if path.endswith((".md", ".yaml")) else data for path, data in starter_copy().items()}


@pytest.fixture(scope="module", params=[*CHANGED, "every section"])
def addresses(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    every_section = request.param == "every section"
    site = tmp_path_factory.mktemp("layout")
    if every_section:
        write_site(site, KITCHEN_SINK)
    else:
        for path, data in site_of(request.param).items():
            place: Path = site / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data if isinstance(data, bytes) else data.encode())
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    with served(site / "output") as origin:
        yield {kind: origin + address for kind, address in (SINK if every_section else {kind: PAGES[kind] for kind in KINDS}).items()}


FAULTS = """async () => {
  for (const image of document.images) image.loading = 'eager';
  await Promise.all([...document.images].map(image => image.decode().catch(() => null)));
  for (const details of document.querySelectorAll('details')) details.open = true;
  const faults = [], lines = [], width = document.documentElement.clientWidth;
  const told = node => (node.nodeType === 3 ? node.textContent.trim() : node.outerHTML).slice(0, 60);
  const hidden = element => element.closest('.unseen, .skip, .trap, [hidden]') || getComputedStyle(element).visibility === 'hidden';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!node.textContent.trim() || holder.closest('script, style') || hidden(holder)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      if (!holder.closest('.table-frame, pre') && (box.left < -1 || box.right > width + 1)) faults.push(['juts out', told(node)]);
      for (let frame = holder; frame && frame !== document.body; frame = frame.parentElement) {
        const style = getComputedStyle(frame);
        const around = frame.getBoundingClientRect();
        const cuts = /hidden|clip/.test(style.overflowX + style.overflowY);
        if (cuts && (box.left < around.left - 1 || box.right > around.right + 1 || box.top < around.top - 4 || box.bottom > around.bottom + 4)) faults.push(['is cut off', told(node)]);
      }
      lines.push({node, holder, box});
    }
  }
  const over = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > Math.min(one.height, other.height) * .45;
  lines.sort((one, other) => one.box.top - other.box.top);
  lines.forEach((line, at) => {
    for (let next = at + 1; next < lines.length && lines[next].box.top < line.box.bottom; next++)
      if (lines[next].node !== line.node && over(line.box, lines[next].box)) faults.push(['stand on each other', told(line.node), told(lines[next].node)]);
  });
  const solid = [...document.querySelectorAll('img, svg.chart, input, textarea, .button')].filter(element => !hidden(element));
  for (const element of solid) {
    const box = element.getBoundingClientRect();
    if (!box.width) continue;
    if (box.left < -1 || box.right > width + 1) faults.push(['juts out', told(element)]);
    for (const line of lines) if (!element.contains(line.holder) && over(line.box, box)) faults.push(['stands on', told(line.node), told(element)]);
    for (const other of solid) if (other !== element && !element.contains(other) && !other.contains(element)) {
      const beside = other.getBoundingClientRect();
      if (beside.width && over(box, beside)) faults.push(['stands on', told(element), told(other)]);
    }
  }
  for (const link of document.querySelectorAll('a.button, button, summary, nav a')) {
    const box = link.getBoundingClientRect();
    if (box.width && !hidden(link) && box.height < 24) faults.push(['is too low for a finger', told(link)]);
  }
  return [...new Set(faults.map(fault => JSON.stringify(fault)))].slice(0, 12).map(JSON.parse);
}"""


@pytest.mark.parametrize("look", STYLES)
def test_nothing_overlaps_is_cut_off_or_juts_out(look: str, browser: Browser, addresses: dict[str, str]) -> None:
    faults = []
    for kind, address in addresses.items():
        with visit(browser, address) as (page, _, _):
            page.evaluate(PUT_ON, STYLES[look])
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                faults += [(kind, width, *fault) for fault in page.evaluate(FAULTS)]
    assert faults == []
