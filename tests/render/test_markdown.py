"""Texts: embeds in their places, links and pictures as the page says, headings below its own, printed quotes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.render.texts import Hooks, Texts


def html(text: str, language: str = "en") -> str:
    hooks = Hooks(
        link=lambda href: None if "hidden" in href else href.replace("../services/team.md", "/services/team/"),
        picture=lambda src, alt: f'<img src="/images/{src}.webp" alt="{alt}">' if src != "gone.jpg" else None,
        embed=lambda words, in_text: f"<b>{words}</b>" if in_text else f"<div>{words}</div>",
    )
    return Texts(language).html(text, hooks)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("[[result harbour]]", "<div>result harbour</div>"),
        ("one\n\n[[ services ]]\n\ntwo", "<p>one</p>\n<div>services</div>\n<p>two</p>"),
        ("- [[services]]\n- two", "<ul>\n<li>\n<div>services</div>\n</li>\n<li>two</li>\n</ul>"),
        ("> [[result a]]", "<blockquote>\n<div>result a</div>\n</blockquote>"),
        ("I coached [[figure leaders]] people.", "<p>I coached <b>figure leaders</b> people.</p>"),
        ("[[figure a]] and [[figure b]]", "<p><b>figure a</b> and <b>figure b</b></p>"),
        ("[[services]]\n[[articles]]", "<p><b>services</b>\n<b>articles</b></p>"),
        ("**[[figure a]]**", "<p><strong><b>figure a</b></strong></p>"),
        ("## In [[figure a]] years", '<h2 id="in-years">In <b>figure a</b> years</h2>'),
    ],
)
def test_an_embed_stands_on_its_own_line_or_in_the_text(text: str, made: str) -> None:
    assert html(text) == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("`[[figure a]]`", "<p><code>[[figure a]]</code></p>"),
        ("    [[figure a]]", "<pre><code>[[figure a]]\n</code></pre>"),
        ("```\n[[figure a]]\n```", "<p><code>[[figure a]]</code></p>"),
        (r"\[[figure a]]", "<p>[[figure a]]</p>"),
        (r"Write \[[form contact]] so.", "<p>Write [[form contact]] so.</p>"),
        ("[[]] and [[ [a] ]]", "<p>[[]] and [[ [a] ]]</p>"),
    ],
)
def test_an_embed_in_code_or_after_a_backslash_is_left_alone(text: str, made: str) -> None:
    assert html(text) == made


def test_an_embed_may_hold_a_text_that_holds_an_embed() -> None:
    texts = Texts("en")
    inner = Hooks(link=lambda href: href, picture=lambda _src, _alt: None, embed=lambda words, _: f"<i>{words}</i>")
    outer = Hooks(
        link=lambda href: "/outer" + href,
        picture=lambda _src, _alt: None,
        embed=lambda words, _: f"<div>{texts.html('Said [[figure a]] [b](/b)', inner)}{words}</div>",
    )
    assert texts.html("[a](/a)\n\n[[testimonial anna]]\n\n[c](/c) [[x]]", outer) == (
        '<p><a href="/outer/a">a</a></p>\n<div><p>Said <i>figure a</i> <a href="/b">b</a></p>testimonial anna</div>\n'
        '<p><a href="/outer/c">c</a> <div><p>Said <i>figure a</i> <a href="/b">b</a></p>x</div></p>'
    )


def test_an_embed_without_anything_to_show_leaves_nothing_behind() -> None:
    hooks = Hooks(link=lambda href: href, picture=lambda _src, _alt: None, embed=lambda _words, _in_text: "")
    assert Texts("en").html("one\n\n[[testimonial anna]]\n\ntwo", hooks) == "<p>one</p>\n\n<p>two</p>"


def test_one_text_leaves_no_trace_in_the_next() -> None:
    texts = Texts("en")
    hooks = Hooks(link=lambda href: href, picture=lambda _src, _alt: None, embed=lambda words, _: f"<b>{words}</b>")
    first = texts.html("# A\n\na[^1] [x][y]\n\n[^1]: note\n[y]: /y\n", hooks)
    assert texts.html("# A\n\na[^1] [x][y]", hooks) == '<h2 id="a">A</h2>\n<p>a[^1] [x][y]</p>'
    assert texts.html("# A\n\na[^1] [x][y]\n\n[^1]: note\n[y]: /y\n", hooks) == first


def test_the_pages_own_heading_stays_the_only_one_of_its_level() -> None:
    assert html("# One\n\n## Two\n\nThree\n=====") == '<h2 id="one">One</h2>\n<h2 id="two">Two</h2>\n<h2 id="three">Three</h2>'


def test_headings_have_places_to_link_to() -> None:
    assert html("## Größe & Maß\n\n## Größe & Maß\n\n## Ωμέγα") == (
        '<h2 id="groesse-mass">Größe &amp; Maß</h2>\n<h2 id="groesse-mass_1">Größe &amp; Maß</h2>\n<h2 id="part">Ωμέγα</h2>'
    )


def test_a_table_scrolls_in_a_frame_of_its_own() -> None:
    made = html("| a | b |\n|---|---|\n| 1 | 2 |")
    assert made.startswith('<div aria-label="Table" class="table-frame" role="region" tabindex="0"><table>\n<thead>')
    assert made.endswith("</table>\n</div>")


def test_the_alignment_of_a_table_needs_no_style_attribute_which_the_sites_policy_would_block() -> None:
    made = html("| a | b | c |\n|--:|:-:|---|\n| 1 | 2 | 3 |")
    assert "style" not in made
    assert '<td class="align-right">1</td>\n<td class="align-center">2</td>\n<td>3</td>' in made


def test_links_lead_where_the_page_says() -> None:
    assert html("[team](../services/team.md)") == '<p><a href="/services/team/">team</a></p>'
    assert html("<https://www.example.com/a--b>") == '<p><a href="https://www.example.com/a--b">https://www.example.com/a--b</a></p>'


def test_links_in_raw_html_lead_where_the_page_says() -> None:
    assert html('<p><a class="x" href="../services/team.md">team</a></p>') == '<p><a class="x" href="/services/team/">team</a></p>'
    assert html("so <a href='../services/team.md'>team</a>") == "<p>so <a href='/services/team/'>team</a></p>"
    assert html('<a data-href="../services/team.md" name="x">a</a>') == '<p><a data-href="../services/team.md" name="x">a</a></p>'


def test_a_link_to_what_is_not_shown_is_plain_text() -> None:
    assert html('[*team*](hidden.md "T")') == "<p><span><em>team</em></span></p>"
    assert html('<a class="x" href="hidden.md">team</a>') == '<p><a class="x">team</a></p>'


def test_links_that_an_embed_makes_are_left_as_they_are() -> None:
    hooks = Hooks(link=lambda href: "/wrong" + href, picture=lambda _src, _alt: None, embed=lambda _words, _in_text: '<a href="/right">a</a>')
    assert Texts("en").html("x [[booking]]", hooks) == '<p>x <a href="/right">a</a></p>'


def test_a_picture_has_what_the_page_gives_it_and_its_title_below() -> None:
    assert html("![Two cups](cups.jpg)") == '<p><img src="/images/cups.jpg.webp" alt="Two cups"></p>'
    assert (
        html('![Two cups](cups.jpg "After the talk")')
        == '<figure><img src="/images/cups.jpg.webp" alt="Two cups"><figcaption>After the talk</figcaption></figure>'
    )
    assert html('a ![Two cups](cups.jpg "t")') == '<p>a <img src="/images/cups.jpg.webp" alt="Two cups"></p>'


def test_a_footnote_leads_there_and_back() -> None:
    made = html('Text.[^1]\n\n[^1]: A "note" with [[figure a]].')
    assert '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>' in made
    assert '<li id="fn:1">\n<p>A “note” with <b>figure a</b>.' in made
    assert 'href="#fnref:1"' in made


@pytest.mark.parametrize(
    ("text", "language", "made"),
    [
        ('He said "now".', "en", "He said “now”."),
        ("He said 'now'.", "en", "He said ‘now’."),
        ("\"It's 'so'\", she said.", "en", "“It’s ‘so’”, she said."),
        ("the teams' week, '90s, it's", "en", "the teams’ week, ’90s, it’s"),
        ('Er sagte: "Ja".', "de", "Er sagte: „Ja“."),
        ("'Ja', sagte Hans' Frau.", "de-AT", "‚Ja‘, sagte Hans’ Frau."),
        ('Wie geht\'s ("gut")?', "de", "Wie geht’s („gut“)?"),
        ('"Oui"', "fr", "«\u202fOui\u202f»"),
        ('He said "**now**", twice.', "en", "He said “<strong>now</strong>”, twice."),
        ('"*Anna* asked"', "en", "“<em>Anna</em> asked”"),
        ("**Anna**'s team", "en", "<strong>Anna</strong>’s team"),
        ('"[Team](/t)"', "en", '“<a href="/t">Team</a>”'),
        ('("**x**")', "de", "(„<strong>x</strong>“)"),
        ('"`x`"', "en", "“<code>x</code>”"),
        ('"![a](b.jpg)"', "en", '“<img src="/images/b.jpg.webp" alt="a">”'),
        ('"[[figure a]]"', "en", "“<b>figure a</b>”"),
        ("1990 - 2000 -- so...", "en", "1990 – 2000 – so…"),
    ],
)
def test_quotes_are_printed_ones_also_around_marked_words(text: str, language: str, made: str) -> None:
    assert html(text, language) == f"<p>{made}</p>"


def test_a_quote_left_open_does_not_reach_into_the_next_block() -> None:
    assert html("'one\n\nthe teams' week", "de") == "<p>‚one</p>\n<p>the teams’ week</p>"
    assert html("- \"a\"\n- 'b'") == "<ul>\n<li>“a”</li>\n<li>‘b’</li>\n</ul>"


def test_code_keeps_every_character() -> None:
    assert html("`\"a\" -- 'b'...`") == "<p><code>\"a\" -- 'b'...</code></p>"
    assert html("    \"a\" -- 'b'...") == "<pre><code>\"a\" -- 'b'...\n</code></pre>"


@given(st.text("ab \"'-.*_[]()#`>\n1!\\|:", max_size=50))
def test_any_text_becomes_html(text: str) -> None:
    html(text)
