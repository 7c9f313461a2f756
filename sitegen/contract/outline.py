"""A page's outline: headings, landmarks, the skip link, links and what they are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from sitegen.common.patterns import regex
from sitegen.common.words import counted
from sitegen.contract.breaches import Breach, Breaches
from sitegen.contract.marks import ODD, Mark, Marks, attributes_of, pieces_of, pieces_with_care

_LANGUAGE = regex(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-[A-Za-z0-9]+)*")
_FURTHEST = 60
"""So many pieces are read for the words of one link or heading."""
_MOST = 1_000


class Outline:
    """Walks through the pages of one site. What stands before and after a page's main part is much the same on all, so what it says is remembered."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._around: dict[str, tuple[list[Mark], int]] = {}

    def measured(self, html: str) -> tuple[tuple[Breach, ...], int]:
        """Give what a page breaks, and the letters of it that do not repeat; scripts, styles and comments are out of it."""
        head, body, rest = html.partition("<body")
        top, main, rest = rest.partition("<main")
        inside, end, foot = rest.rpartition("</main>") if "</main>" in rest else (rest, "", "")
        parts = (self._said(head), self._remembered(body + top), self._said(main + inside + end), self._remembered(foot))
        found = Breaches()
        _walk(chain.from_iterable(marks for marks, _ in parts), html, found)
        return tuple(found), sum(size for _, size in parts)

    def _remembered(self, html: str) -> tuple[list[Mark], int]:
        known = self._around.get(html)
        if known is None:
            if len(self._around) > _MOST:
                self._around.clear()
            known = self._around[html] = self._said(html)
        return known

    def _said(self, html: str) -> tuple[list[Mark], int]:
        """Give what a part of a page says, each link and heading with all of its words; and the letters of it that do not repeat."""
        pieces = pieces_of(html)
        marks = [(index, mark) for index, mark in enumerate(map(self._marks.__getitem__, pieces)) if mark is not None]
        if any(mark is ODD for _, mark in marks):
            pieces = pieces_with_care(html)
            marks = [(index, mark) for index, mark in enumerate(map(self._marks.__getitem__, pieces)) if mark is not None]
        said = [mark if mark.ends == "" or _is_whole(mark, pieces, index) else self._marks.named(mark, _words_from(pieces, index)) for index, mark in marks]
        return said, sum(map(len, set(pieces)))


def _is_whole(mark: Mark, pieces: Sequence[str], index: int) -> bool:
    """Say whether the words of a link or heading are all in its own piece."""
    return index + 1 == len(pieces) or pieces[index + 1].startswith(mark.ends)


def _words_from(pieces: Sequence[str], index: int) -> str:
    """Give the words up to the end of the link or heading that a piece begins, with those of its pictures."""
    end = "/a>" if pieces[index].startswith("a") else "/h"
    words = [pieces[index].partition(">")[2]]
    for piece in pieces[index + 1 : index + _FURTHEST]:
        if piece.startswith(end):
            break
        tag, _, text = piece.partition(">")
        if tag.startswith("img"):
            words.append(attributes_of(tag[3:]).get("alt", ""))
        elif "aria-label" in tag:
            words.append(attributes_of(tag).get("aria-label", ""))
        words.append(text)
    return "".join(words)


def _walk(marks: Iterable[Mark], html: str, found: Breaches) -> None:
    headings: list[tuple[int, str]] = []
    links: list[Mark] = []
    navs: list[str] = []
    mains: list[str] = []
    within, header, footer = False, False, False
    for mark in marks:
        if mark.breaches:
            found += mark.breaches
        kind = mark.kind
        if kind == "a":
            links.append(mark)
        elif kind == "h":
            headings.append((int(mark.target), mark.words))
        elif kind == "nav":
            navs.append(mark.words)
        elif kind == "main":
            mains.append(mark.target)
            within = True
        elif kind == "/main":
            within = False
        elif kind == "header":
            header = header or not within
        elif kind == "footer":
            footer = footer or not within
        elif kind == "html" and not _LANGUAGE.fullmatch(mark.target):
            found.breaks("language", "the page does not say its language", '<html lang="en"> does, with your own language in place of en.', "<html")
    _headings(headings, found)
    _landmarks(mains, navs, header, footer, found)
    _links(links, found)
    if mains and not _skips(links, mains, html):
        said = 'Begin the page with <a class="skip" href="#main">…</a>, as templates/base.html does.'
        found.breaks("skip-link", "the first link does not lead past the menu to the text", said, "<body")


def _skips(links: Sequence[Mark], mains: Sequence[str], html: str) -> bool:
    place = links[0].target if links else ""
    return place.startswith("#") and len(place) > 1 and (place[1:] == mains[0] or f'id="{place[1:]}"' in html)


def _links(links: Sequence[Mark], found: Breaches) -> None:
    different = {(link.words, link.target) for link in links if link.words}
    if len({words for words, _ in different}) == len(different):
        return
    targets: dict[str, str] = {}
    for words, target in sorted(different):
        there = target.partition("#")[0]
        if targets.setdefault(words, there) != there:
            said = f"two links are called '{words}', and lead to {targets[words]} and {target}"
            found.breaks("link-words", said, "Call them by what tells them apart.", target)


def _headings(headings: Sequence[tuple[int, str]], found: Breaches) -> None:
    main = [words for level, words in headings if level == 1]
    if len(main) != 1:
        said = f"the page has {counted(len(main), 'main heading')} (h1): {', '.join(map(repr, main))}" if main else "the page has no main heading (h1)"
        found.breaks("headings", said, "The title of each page is its main heading. In a text, begin headings with two # or more.", main[-1] if main else "<h1")
    before = 0
    for level, words in headings:
        if not words:
            found.breaks("headings", f"a heading (h{level}) has no words", "Take it out, or write what follows it.", f"<h{level}")
        if before and level > before + 1:
            said = f"the heading '{words}' is of level {level}, and the one before it of level {before}"
            mend = f"Begin it with {'#' * (before + 1)} instead of {'#' * level}, so that the page can be heard as a list of its parts (WCAG 1.3.1)."
            found.breaks("headings", said, mend, words)
        before = level


def _landmarks(mains: Sequence[str], navs: Sequence[str], header: bool, footer: bool, found: Breaches) -> None:
    if len(mains) != 1:
        said = f"the page has {len(mains)} <main>" if mains else "the page has no <main>"
        found.breaks("landmarks", said, "One <main> holds what the page is about.", "<main" if mains else "<body")
    if not header:
        found.breaks("landmarks", "the page has no <header>", "Put the name and the menu into one, before <main>.", "<body")
    if not footer:
        found.breaks("landmarks", "the page has no <footer>", "Put the address and the small links into one, after <main>.", "</body")
    if len(navs) > 1 and (not all(navs) or len(set(navs)) < len(navs)):
        found.breaks("landmarks", f"the page has {len(navs)} <nav>, and not each has a name of its own", 'Name each: <nav aria-label="…">.', "<nav")
