"""The three lines, and what breaks the contract of a site as a whole."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pytest

from sitegen.contract.contract import Contract, contract_of, to_weigh
from sitegen.contract.facts import PageFacts, policy_name
from sitegen.contract.host_headers import headers_in, lost_points, points, reads_robots
from sitegen.contract.sheet import SheetFacts
from sitegen.contract.weight import ONE_ROUND_TRIP, Weight, weight_of, weights
from sitegen.render.host_files import headers_file, security_headers
from sitegen.site.settings import Settings
from tests.contract.pages import PAGE, facts

CSS = "body{color:#111;background:#fff}"
SHEET = SheetFacts(frozenset({policy_name(CSS.encode())}), 200, ())
SENT = security_headers(Settings(name="Maya Example", promise="x"), [CSS], noindex=False)
HEADERS = headers_in(headers_file(SENT))
LIGHT = {"/": Weight(5_000, 4_800)}


def contract(
    pages: Mapping[str, PageFacts], unlisted: Collection[str] = (), headers: Mapping[str, str] = HEADERS, packed: Mapping[str, Weight] = LIGHT
) -> Contract:
    return contract_of(pages, unlisted, SHEET, headers, packed)


def said(made: Contract) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.breach.code, one.breach.what, one.addresses) for one in made.broken]


def read(words: int, sentences: int, syllables: int, language: str = "en") -> PageFacts:
    return facts()._replace(
        language=language, words=words, sentences=sentences, syllables=syllables, title=f"A title with {words} words", description="d" * 50 + str(words)
    )


def test_a_site_that_keeps_the_contract_says_so_in_three_lines() -> None:
    made = contract({"/": read(400, 40, 560), "/about/": read(150, 10, 240)})
    assert made.broken == ()
    assert made.lines == (
        "Weight: every page comes in one trip of 14 KB; the heaviest, /, is 4.9 KB packed (4.7 with brotli).",
        "Quality: all 2 pages keep the contract: no script, nothing from elsewhere, and the rest of `sitegen help contract`.",
        "Reading: ease 73, plain (60 and more is); the hardest page is /about/, 56.",
    )


def test_what_is_broken_is_counted_by_its_parts() -> None:
    no_main, pale = facts(PAGE.replace("h1>", "h2>")), SHEET._replace(breaches=facts(PAGE.replace('id="main"', "")).breaches)
    made = contract_of(
        {"/": facts(), "/a/": no_main._replace(title="Another title"), "/b/": no_main._replace(title="A third title")},
        ("/", "/a/", "/b/"),
        pale,
        HEADERS,
        LIGHT,
    )
    assert made.lines[1] == "Quality: 1 of 3 pages keep the contract. To mend: headings (2 pages) and the skip link; `sitegen check` tells where."
    assert contract({"/": no_main}, ("/",)).lines[1] == "Quality: 0 of 1 page keep the contract. To mend: headings (1 page); `sitegen check` tells where."


def test_a_page_that_is_too_heavy_is_told_with_both_figures() -> None:
    heavy = {"/": Weight(15_210, 14_100), "/a/": Weight(14_336, 13_000)}
    made = contract({"/": facts(), "/a/": facts()._replace(title="Another title", description="d" * 60)}, packed=heavy)
    assert made.lines[0] == "Weight: 1 of 2 pages is over the 14 KB that come in one trip; the heaviest, /, is 14.9 KB packed (13.8 with brotli)."
    assert said(made) == [("weight", "the page is 15,210 bytes packed with gzip (14,100 with brotli), and 14,336 come in one trip", ("/",))]


@pytest.mark.parametrize(
    ("pages", "line"),
    [
        ({"/": read(90, 9, 120)}, "Reading: ease 84, plain (60 and more is)."),
        ({"/": read(200, 8, 360)}, "Reading: ease 29, hard going (plain is 60 and more); the hardest page is /, 29."),
        ({"/": read(200, 10, 340)}, "Reading: ease 43, harder than plain (60 and more); the hardest page is /, 43."),
        ({"/": read(0, 0, 0)}, "Reading: there is no text whose language is known here (English and German are)."),
        ({"/": read(200, 10, 340, "fr")}, "Reading: there is no text whose language is known here (English and German are)."),
        ({"/": read(200, 20, 340, "de"), "/en/": read(100, 10, 150)}, "Reading: ease 71, plain (60 and more is); the hardest page is /, 71."),
    ],
)
def test_reading_is_told_and_breaks_nothing(pages: dict[str, PageFacts], line: str) -> None:
    made = contract(pages)
    assert made.lines[2] == line
    assert made.broken == ()


def test_titles_and_descriptions_are_neither_short_nor_long_nor_doubled() -> None:
    page = facts()
    pages = {
        "/": page, "/same/": page, "/short/": page._replace(title="FAQ", description="Short."), "/long/": page._replace(title="T" * 61, description="d" * 161),
        "/none/": page._replace(title="", description=""), "/thank-you/": page._replace(title="Thanks", description=""),
    }  # fmt: skip
    assert said(contract(pages, unlisted=("/thank-you/",))) == [
        ("descriptions", "2 pages have the description 'For teams that meet a lot and decide little, in six sessions.'", ("/", "/same/")),
        ("descriptions", "the description 'Short.' has 6 letters", ("/short/",)),
        ("descriptions", f"the description '{'d' * 161}' has 161 letters", ("/long/",)),
        ("descriptions", "the page has no description", ("/none/",)),
        ("titles", "2 pages have the title 'Team coaching – Maya Example'", ("/", "/same/")),
        ("titles", "the page has no title", ("/none/",)),
        ("titles", "the title 'FAQ' has 3 letters", ("/short/",)),
        ("titles", f"the title '{'T' * 61}' has 61 letters", ("/long/",)),
    ]


def test_the_headers_that_go_with_the_site_get_an_a_plus_and_let_its_style_sheet_through() -> None:
    assert points(HEADERS) == 130
    assert list(lost_points(HEADERS)) == []
    assert reads_robots(HEADERS)
    assert contract({"/": facts()}).broken == ()


def test_headers_of_one_site_are_those_that_go_with_every_page() -> None:
    file = b"# a note\n/*\n  X-Frame-Options: DENY\n  Referrer-Policy: no-referrer\n/images/*\n  Cache-Control: public\n"
    assert headers_in(file) == {"x-frame-options": "DENY", "referrer-policy": "no-referrer"}


POLICY = "Content-Security-Policy"
WORSE = [
    ({POLICY: ""}, "there is no Content-Security-Policy: 25 points less on the scale of the MDN HTTP Observatory, 75 of 100"),
    ({POLICY: SENT[POLICY].replace("style-src ", "style-src 'unsafe-inline' ")}, "the Content-Security-Policy lets anything run or load: 20 points less on the scale of the MDN HTTP Observatory, 80 of 100"),
    ({"Strict-Transport-Security": "max-age=86400"}, "browsers are not told for half a year at least to come by https only (Strict-Transport-Security): 10 points less on the scale of the MDN HTTP Observatory, 120 of 100"),
    ({"X-Content-Type-Options": ""}, "browsers may guess what a file is (X-Content-Type-Options): 5 points less on the scale of the MDN HTTP Observatory, 125 of 100"),
    ({"Referrer-Policy": "unsafe-url"}, "other sites learn which page a visitor came from (Referrer-Policy): 5 points less on the scale of the MDN HTTP Observatory, 120 of 100"),
    ({POLICY: SENT[POLICY].replace("frame-ancestors 'none'; ", ""), "X-Frame-Options": ""}, "other sites may show the pages in a frame (frame-ancestors): 20 points less on the scale of the MDN HTTP Observatory, 80 of 100"),
    ({POLICY: SENT[POLICY].replace("connect-src 'self'; ", "")}, "tools that look at the site from inside a page can't read its robots.txt (connect-src)"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "words"), WORSE, ids=[words[:30] for _, words in WORSE])
def test_headers_that_would_lose_points_are_told(change: dict[str, str], words: str) -> None:
    made = contract({}, headers={name.lower(): value for name, value in {**SENT, **change}.items() if value})
    assert words in [what for code, what, _ in said(made) if code == "safety"]


def test_a_style_sheet_that_the_headers_do_not_let_through_is_told_on_its_pages() -> None:
    other = facts(PAGE.replace("#111", "#112"))._replace(title="Another title", description="d" * 60)
    assert said(contract({"/": facts(), "/a/": other})) == [
        ("safety", "the page has a style sheet that the site's own safety headers keep browsers from using", ("/a/",))
    ]
    assert contract({"/": other}, headers={}).broken == (), "a host that takes no headers from a file"


def test_the_largest_pages_are_weighed_and_all_that_could_be_too_heavy() -> None:
    sizes = {"/a/": 100, "/b/": 400, "/c/": 300, "/d/": 200, "/e/": 200}
    pages = {address: facts()._replace(size=size) for address, size in sizes.items()}
    assert to_weigh(pages, SHEET) == ("/b/", "/c/", "/d/")
    assert to_weigh(pages, SHEET._replace(packed=14_280)) == ("/b/", "/c/", "/d/", "/e/")
    assert set(to_weigh(pages, SHEET._replace(names=frozenset({"another sheet"})))) == set(pages), "what stands in a page beside the site's own style sheet"


def test_a_page_is_weighed_as_hosts_send_it() -> None:
    page = b"<p>One question, and one decision.</p>" * 500
    packed = dict(weights(page))
    assert packed["plain"] == len(page)
    assert weight_of(page) == (packed["gzip"], packed["brotli"])
    assert 20 < packed["brotli"] < packed["gzip"] < 300
    assert ONE_ROUND_TRIP == 14_336
