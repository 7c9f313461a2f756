"""A page that keeps the contract, and measures of such pages with one thing changed."""

from __future__ import annotations

from sitegen.contract.breaches import Breach
from sitegen.contract.facts import Measures, PageFacts

ORIGIN = "https://www.example.com"
PAGE = """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Team coaching – Maya Example</title>
<meta name="description" content="For teams that meet a lot and decide little, in six sessions.">
<link rel="canonical" href="https://www.example.com/services/team/">
<link rel="icon" href="/favicon.ico">
<style>body{color:#111;background:#fff}</style>
<script type="application/ld+json">{"@context":"https://schema.org","name":"<h5>no heading</h5>"}</script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header><a href="/">Maya Example</a><nav aria-label="Main"><a href="/services/">Services</a></nav></header>
<main id="main">
<nav aria-label="You are here"><a href="/">Home</a></nav>
<h1>Team coaching</h1>
<p>Words of her own.</p>
<h2>How we start</h2>
<img src="/images/anna.webp" alt="Anna at her desk">
<h3>With <em>one</em> question</h3>
<p><a href="/articles/meetings/">A <strong>meeting</strong> that decides</a></p>
</main>
<footer><form action="https://forms.example.org/"><a href="https://social.example.org/maya">Maya on Social</a></form></footer>
</body>
</html>"""


def facts(html: str = PAGE) -> PageFacts:
    """Measure a page."""
    return Measures(ORIGIN).of(html.encode())


def changed(old: str, new: str) -> str:
    """Give the page with one text replaced; the text has to be there."""
    assert old in PAGE
    return PAGE.replace(old, new, 1)


def broken(old: str, new: str) -> list[tuple[str, str]]:
    """Give what the page breaks with one text replaced: the part of the contract, and the words."""
    return [(breach.code, breach.what) for breach in breaches(changed(old, new))]


def breaches(html: str) -> tuple[Breach, ...]:
    """Give what a page breaks."""
    return facts(html).breaches
