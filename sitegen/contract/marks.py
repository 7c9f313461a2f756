"""The pieces of a page, cut at each `<`, and what each says of the contract.

The pages of a site share most of their pieces (menu, cards, tags without words), so what a piece says is worked out once and remembered: a page costs little more
than one look into a dictionary a piece. A page that is written in another way than most (a `>` within an attribute) is cut with more care.
"""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple
from urllib.parse import urlsplit

from sitegen.common.patterns import regex
from sitegen.contract.breaches import Breach, Breaches

_MOST, _LONGEST, _SHORT = 50_000, 400, 60
"""So many pieces are remembered, none longer than this; one that says nothing only if it is short."""
_ATTRIBUTE = regex(r"""([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_NAME = regex(r"/?[A-Za-z][^\s/>]*")
_WHOLE = regex(r"""<((?:[^"'>]|"[^"]*"|'[^']*')*)>([^<]*)""")
_GENERIC = regex(
    r"(image|img|photo|picture|graphic|icon|logo|screenshot|untitled|bild|foto|grafik|dsc_?\d+|img_?\d+|.*\.(jpe?g|png|gif|webp|svg|avif))", re.IGNORECASE
)
_VAGUE = regex(
    r"(click here|here|read more|more|learn more|find out more|see more|link|this|this page|continue|details"
    r"|hier|hier klicken|klicken sie hier|klick hier|mehr|mehr lesen|weiterlesen|mehr erfahren|weiter|dieser link|diese seite)[\s.!…»›→>]*",
    re.IGNORECASE,
)
_LOADING = ("stylesheet", "preload", "modulepreload", "prefetch", "icon", "apple-touch-icon", "manifest", "mask-icon", "shortcut", "preconnect", "dns-prefetch")
_SOURCES = ("src", "srcset", "imagesrcset", "poster", "data", "xlink:href")
_LOADS_SOURCES = ("img", "source", "video", "audio", "track", "iframe", "embed", "object", "input", "image", "use", "frame", "link", "script")
_CSS_URL = regex(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_LONGEST_ALT = 200


class Mark(NamedTuple):
    """What a piece says: the kind of thing it begins, its words or name, where it leads, and what it breaks whatever stands around it."""

    kind: str
    words: str = ""
    target: str = ""
    breaches: tuple[Breach, ...] = ()
    ends: str = ""
    """How the piece begins that ends it, where its words may stand in several pieces."""


ODD = Mark("odd")
"""A piece that ends within an attribute."""


class Marks(dict[str, Mark | None]):
    """What pieces say, by the piece; `origin` is the site's own, from which everything may be loaded."""

    def __init__(self, origin: str) -> None:
        super().__init__()
        self._host = urlsplit(origin).netloc
        self._plain: set[str] = set()
        """Tags that say nothing, whatever stands behind them."""

    def __missing__(self, piece: str) -> Mark | None:
        tag, closed, text = piece.partition(">")
        mark = None if tag in self._plain else self._read(tag, closed, text)
        if mark is None and len(self._plain) < _MOST:
            self._plain.add(tag)
        if len(piece) < _SHORT or (mark is not None and len(piece) < _LONGEST):
            if len(self) > _MOST:
                self.clear()
            self[piece] = mark
        return mark

    def _read(self, tag: str, closed: str, text: str) -> Mark | None:
        named = _NAME.match(tag)
        if named is None:
            return None
        if not closed or tag.count('"') % 2:
            return ODD
        name = named[0].lower()
        if name == "/main":
            return Mark(name)
        attributes = attributes_of(tag[named.end() :]) if len(tag) > named.end() else {}
        found = tuple(self._broken(name, attributes)) if attributes or name == "script" else ()
        match name:
            case "a" if "href" in attributes:
                label = attributes.get("aria-label") or attributes.get("title") or ("…" if "aria-labelledby" in attributes else "")
                return self.named(Mark("a", "", attributes["href"], found, "" if label else "/a>"), label or text)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                return self.named(Mark("h", "", name[1], found, "" if "aria-label" in attributes else f"/{name}>"), attributes.get("aria-label") or text)
            case "main" | "nav" | "header" | "footer" | "html":
                words = attributes.get("aria-label") or attributes.get("aria-labelledby") or ""
                return Mark(name, words, attributes.get("id", "") if name == "main" else attributes.get("lang", ""), found)
            case _:
                return Mark("", "", "", found) if found else None

    def named(self, mark: Mark, words: str) -> Mark:
        """Give a link or heading with its words."""
        words = " ".join(unescape(words).split())
        found = Breaches(one for one in mark.breaches if one.code != "link-words")
        if mark.kind == "a" and not words:
            found.breaks("link-words", f"the link to {mark.target} has no words", "Write between <a …> and </a> where it leads.", mark.target)
        elif mark.kind == "a" and mark.ends and _VAGUE.fullmatch(words):
            said = f"the link '{words}' does not say where it leads ({mark.target})"
            mend = "Make those words of the sentence the link that say it: who hears a page often hears its links alone (WCAG 2.4.4)."
            found.breaks("link-words", said, mend, mark.target)
        return mark._replace(words=words, breaches=tuple(found))

    def _broken(self, name: str, attributes: dict[str, str]) -> Breaches:
        found = Breaches()
        self._scripts(name, attributes, found)
        self._loads(name, attributes, found)
        if "style" in attributes:
            found.breaks(
                "inline-style",
                f"the style '{attributes['style']}' stands on a tag, where the site's own safety rules keep browsers from using it",
                "Give the tag a class, and write the style into a file in templates/css/.",
                attributes["style"],
            )
        if name == "img":
            _described(attributes, found)
        return found

    def _scripts(self, name: str, attributes: dict[str, str], found: Breaches) -> None:
        said = "Take it out: the site works without scripts, and its own safety rules keep browsers from running any."
        if name == "script" and attributes.get("type", "").lower() not in ("application/ld+json", "application/json"):
            source = attributes.get("src", "")
            found.breaks("scripts", f"there is a script{f' from {source}' if source else ''}", said, source or "<script")
        for key, value in attributes.items():
            if (key.startswith("on") and key.isalpha()) or value.lstrip().lower().startswith("javascript:"):
                found.breaks("scripts", f"a script stands in the attribute '{key}'", said, value)

    def _loads(self, name: str, attributes: dict[str, str], found: Breaches) -> None:
        urls: list[str] = []
        if name in _LOADS_SOURCES:
            for key in _SOURCES:
                if value := attributes.get(key):
                    urls += [part.split()[0] for part in re.split(r",\s+", value) if part.split()] if key.endswith("srcset") else [value]
            if (name == "link" and set(attributes.get("rel", "").lower().split()) & set(_LOADING)) or name in ("use", "image"):
                urls.append(attributes.get("href", ""))
        if "url(" in attributes.get("style", ""):
            urls += css_urls(attributes["style"])
        for url in urls:
            foreign(url, self._host, found)

    def of_style(self, css: str) -> tuple[Breach, ...]:
        """Give what a style sheet in the page breaks: what it loads from elsewhere."""
        found = Breaches()
        for url in css_urls(css):
            foreign(url, self._host, found)
        return tuple(found)


def css_urls(css: str) -> list[str]:
    """Give what a style sheet loads."""
    return [one or other for one, other in _CSS_URL.findall(css)] if "url(" in css or "@import" in css else []


def foreign(url: str, host: str, found: Breaches) -> None:
    """Note an address that browsers would load from another site than this one."""
    there = urlsplit(unescape(url).strip())
    if there.netloc and there.netloc != host and there.scheme in ("http", "https", ""):
        found.breaks(
            "third-parties",
            f"'{url.strip()}' is loaded from {there.netloc}, which so learns of each visit",
            "Save it in content/images/ or content/files/ and name it from there, or make it a link that visitors can follow.",
            url.strip(),
        )


def _described(attributes: dict[str, str], found: Breaches) -> None:
    source = attributes.get("src", "")
    if "alt" not in attributes:
        if attributes.get("role") != "presentation" and attributes.get("aria-hidden") != "true":
            found.breaks(
                "picture-words", f"the picture '{source}' is not described", 'Say what it shows: alt="...", or alt="" where it only decorates.', source
            )
    elif _GENERIC.fullmatch(attributes["alt"].strip()):
        found.breaks("picture-words", f"'{attributes['alt']}' describes no picture", "Say what it shows, for those who don't see it.", attributes["alt"])
    elif len(attributes["alt"]) > _LONGEST_ALT:
        found.breaks(
            "picture-words",
            f"a picture is described in {len(attributes['alt'])} letters: '{attributes['alt'][:40]}…'",
            f"Say it in {_LONGEST_ALT} or less, and the rest in the text.",
            attributes["alt"],
        )


def attributes_of(tag: str) -> dict[str, str]:
    """Give a tag's attributes, in small letters, with their values as they are read."""
    return {key.lower(): unescape(double or single or bare) for key, double, single, bare in _ATTRIBUTE.findall(tag)}


def pieces_of(html: str) -> list[str]:
    """Cut a page at each `<`."""
    return html.split("<")[1:]


def pieces_with_care(html: str) -> list[str]:
    """Cut a page at each tag, whatever its attributes hold."""
    return [f"{tag.replace('>', '&gt;')}>{text}" for tag, text in _WHOLE.findall(html)]
