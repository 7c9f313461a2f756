"""What one page breaks: each part of the contract by a change of a page that keeps it, and the words for it."""

from __future__ import annotations

import pytest

from tests.contract.pages import PAGE, breaches, broken, changed, facts


def test_a_page_that_keeps_the_contract_breaks_nothing() -> None:
    assert breaches(PAGE) == ()
    assert (facts().title, facts().description, facts().language) == (
        "Team coaching – Maya Example", "For teams that meet a lot and decide little, in six sessions.", "en-GB",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("<h1>", '<script src="/app.js"></script><h1>', "scripts", "there is a script from /app.js"),
        ("<h1>", "<script>let a = '<h1>'</script><h1>", "scripts", "there is a script"),
        ("<h1>", '<h1 onclick="go()">', "scripts", "a script stands in the attribute 'onclick'"),
        ('href="/articles/meetings/"', 'href="javascript:go()"', "scripts", "a script stands in the attribute 'href'"),
        ('src="/images/anna.webp"', 'src="https://pics.example.net/a.webp"', "third-parties", "'https://pics.example.net/a.webp' is loaded from pics.example.net, which so learns of each visit"),
        ('src="/images/anna.webp"', 'src="/a.webp" srcset="/a.webp 1x, //pics.example.net/b.webp 2x"', "third-parties", "'//pics.example.net/b.webp' is loaded from pics.example.net, which so learns of each visit"),
        ("<h1>", '<iframe src="https://video.example.net/1"></iframe><h1>', "third-parties", "'https://video.example.net/1' is loaded from video.example.net, which so learns of each visit"),
        ('href="/favicon.ico"', 'href="https://cdn.example.net/f.ico"', "third-parties", "'https://cdn.example.net/f.ico' is loaded from cdn.example.net, which so learns of each visit"),
        ("body{", "@import 'https://fonts.example.net/f.css';body{", "third-parties", "'https://fonts.example.net/f.css' is loaded from fonts.example.net, which so learns of each visit"),
        ("background:#fff", "background:url(https://fonts.example.net/x.png)", "third-parties", "'https://fonts.example.net/x.png' is loaded from fonts.example.net, which so learns of each visit"),
        ("<h1>Team coaching</h1>", "<p>Team coaching</p>", "headings", "the page has no main heading (h1)"),
        ("<h2>How we start</h2>", "<h1>How we start</h1><h2>So</h2>", "headings", "the page has 2 main headings (h1): 'Team coaching', 'How we start'"),
        ("<h3>With <em>one</em> question</h3>", "<h4>With <em>one</em> question</h4>", "headings", "the heading 'With one question' is of level 4, and the one before it of level 2"),
        ("<h2>How we start</h2>", "<h2> <span></span></h2>", "headings", "a heading (h2) has no words"),
        (' alt="Anna at her desk"', "", "picture-words", "the picture '/images/anna.webp' is not described"),
        ("Anna at her desk", "IMG_2041.jpg", "picture-words", "'IMG_2041.jpg' describes no picture"),
        ("Anna at her desk", "A" * 201, "picture-words", f"a picture is described in 201 letters: '{'A' * 40}…'"),
        ("A <strong>meeting</strong> that decides", "Read <em>more</em> …", "link-words", "the link 'Read more …' does not say where it leads (/articles/meetings/)"),
        ("A <strong>meeting</strong> that decides", "Hier", "link-words", "the link 'Hier' does not say where it leads (/articles/meetings/)"),
        ("A <strong>meeting</strong> that decides", '<img src="/i.webp" alt="">', "link-words", "the link to /articles/meetings/ has no words"),
        ("A <strong>meeting</strong> that decides", "Services", "link-words", "two links are called 'Services', and lead to /articles/meetings/ and /services/"),
        ('<main id="main">', '<main id="main"><main>', "landmarks", "the page has 2 <main>"),
        ("<header>", "<div>", "landmarks", "the page has no <header>"),
        ("<footer>", "<div>", "landmarks", "the page has no <footer>"),
        (' aria-label="You are here"', "", "landmarks", "the page has 2 <nav>, and not each has a name of its own"),
        ("You are here", "Main", "landmarks", "the page has 2 <nav>, and not each has a name of its own"),
        ('<a class="skip" href="#main">Skip to the content</a>', "", "skip-link", "the first link does not lead past the menu to the text"),
        ('href="#main"', 'href="#text"', "skip-link", "the first link does not lead past the menu to the text"),
        (' lang="en-GB"', "", "language", "the page does not say its language"),
        ("<p>Words", '<p style="color: red">Words', "inline-style", "the style 'color: red' stands on a tag, where the site's own safety rules keep browsers from using it"),
    ],
)  # fmt: skip
def test_a_change_breaks_one_part_and_is_told_in_words(old: str, new: str, code: str, words: str) -> None:
    assert broken(old, new) == [(code, words)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<p>Words", "<!-- <h5>a note</h5> <script> --><p>Words"),
        ("<p>Words", '<p title="a > b">Words'),
        ("Anna at her desk", "Anna &gt; at her desk"),
        ('alt="Anna at her desk"', 'alt="From a > to < b"'),
        ('alt="Anna at her desk"', "alt=''"),
        ("A <strong>meeting</strong> that decides", '<img src="/i.webp" alt="A meeting that decides">'),
        ("A <strong>meeting</strong> that decides", '<span aria-label="A meeting that decides"></span>'),
        ('href="/articles/meetings/">A <strong>meeting</strong> that decides', 'href="/articles/meetings/" aria-label="A meeting that decides">here'),
        ('href="/favicon.ico"', 'href="https://www.example.com/favicon.ico"'),
        ('src="/images/anna.webp"', 'src="data:image/webp;base64,AAAA"'),
        ("<h1>Team coaching</h1>", "<H1>Team coaching</H1>"),
        ("<footer>", "<article><header>x</header><footer>y</footer></article><footer>"),
        ('<a href="/services/">Services</a>', '<a href="/services/">Services</a><a href="/services/#price">Services</a>'),
        ("<p>Words", '<p data-onset="1">Words'),
    ],
)
def test_what_only_looks_like_a_breach_is_none(old: str, new: str) -> None:
    assert broken(old, new) == []


def test_a_page_is_measured_the_same_whatever_was_measured_before() -> None:
    from sitegen.contract.facts import Measures
    from tests.contract.pages import ORIGIN

    pages = [PAGE, changed("<h1>", "<h4>"), changed("Anna at her desk", ""), changed('alt="Anna at her desk"', 'alt="a > b"'), PAGE]
    measures = Measures(ORIGIN)
    assert [measures.of(page.encode()) for page in pages] == [facts(page) for page in pages]
