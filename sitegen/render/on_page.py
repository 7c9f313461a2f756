"""What templates lay out: a page's subject, links, pictures and pagination, ready to be shown."""

from __future__ import annotations

from typing import Any

from sitegen.common.frozen import frozen


@frozen
class Subject:
    """The item a page is about; `record` only where nothing in it depends on consent."""

    id: str
    kind: str
    slug: str
    file: str
    address: str
    record: Any


@frozen
class Link:
    """A link ready to be shown."""

    label: str
    href: str
    current: bool = False


@frozen
class Picture:
    """A picture ready to be shown: the formats and widths that a browser may choose from, the one that every browser shows, and the colour that stands for it until it is there."""

    sources: tuple[tuple[str, str], ...]
    """(content type, srcset) of each format before the last."""
    src: str
    srcset: str
    width: int
    height: int
    alt: str
    colour: str


@frozen
class Film:
    """A video ready to be shown: to be played here, or, with `href`, to be seen at `host`."""

    title: str
    href: str
    host: str
    src: str
    type: str
    captions: str
    language: str
    transcript: str
    transcript_file: str
    poster: Picture


@frozen
class ShareImage:
    """What is shown where somebody shares a page's link: its address in full, in words, and whether it is the page's own."""

    url: str
    alt: str
    own: bool = False


@frozen
class Pagination:
    """Where a page of a list stands among its pages; `links` are the first, the last and the nearest, as (number, address, current, after a gap)."""

    page: int
    pages: int
    previous: str
    next: str
    links: tuple[tuple[int, str, bool, bool], ...]
