"""The texts on one page, with the pictures and embeds in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from sitegen.common.problems import Effect
from sitegen.common.values import FocalPoint, ImagePath, Misread, read_image_path, read_url, read_video_path
from sitegen.common.words import suggestion
from sitegen.render.clips import Clip
from sitegen.render.embeds import EMBEDS, FORMS, EmbedMistake, understood
from sitegen.render.gathered import Gathered, Shop
from sitegen.render.on_page import Film, Picture
from sitegen.render.originals import Source
from sitegen.render.page_links import PageLinks
from sitegen.render.pictures import WHOLE, Asset, Ratio, as_it_is
from sitegen.render.texts import Hooks
from sitegen.site.clips import CAPTIONS, TRANSCRIPT, TYPES, beside, lacking
from sitegen.site.front import Video
from sitegen.site.model import IMAGES
from sitegen.site.views import Quote

BODY_WIDTHS = (480, 800, 1200, 1600)
"""Widths of a picture in a text, in pixels."""
PLAIN_WIDTH = 1200
_IMAGE = "partials/image.html"


class PageTexts:
    """Turns Markdown into HTML for one page."""

    def __init__(self, shop: Shop, links: PageLinks, gathered: Gathered) -> None:
        self.shop = shop
        self.links = links
        self.ask = gathered.ask
        self.gathered = gathered
        self.owner = links.owner
        self.embedded: Callable[[str, Mapping[str, Any]], str] = _nothing
        """Lays out an embed's template with its facts; set by the page once its context is known."""

    def finish(self) -> None:
        """Let go of the page's context, which names this: without it the two would hold each other, and all of a large site's pages stay in memory."""
        self.embedded = _nothing

    def text(self, markdown: str | None, owner: str | None = None) -> Markup:
        """Give a Markdown text as HTML; `owner` is the file it stands in, this page's own if left out."""
        if not markdown:
            return Markup("")
        return Markup(self.shop.texts.html(markdown, self._hooks(owner or self.owner)))  # noqa: S704 - her own text

    def quote(self, quote: Quote) -> Markup:
        """Give the HTML of a quote's words."""
        return self.text(quote.words, quote.file)

    def picture(self, name: ImagePath, widths: Sequence[int], alt: str | None = "", ratio: Ratio = WHOLE, focus: FocalPoint | None = None) -> Picture:
        """Give a picture with the widths that the layout needs, cut to the shape of its place around its focal point."""
        source, pictures = self._source(name), self.shop.pictures
        self.ask("formats of pictures")
        made = {ending: pictures.assets(name, widths, ending, ratio, focus) for ending in pictures.endings(name)}
        self.gathered.assets.update(chain.from_iterable(made.values()))
        sets = {ending: ", ".join(f"{one.address} {one.width}w" for one in some) if len(some) > 1 else some[0].address for ending, some in made.items()}
        *better, last = made
        plain = made[last]
        largest = plain[-1]
        box = largest.box if largest.width else (0, 0, source.width, source.height)
        width = largest.width or source.width
        return Picture(
            tuple((f"image/{ending}", sets[ending]) for ending in better), plain[len(plain) // 2].address, sets[last] if len(plain) > 1 else "",
            width, max(1, round((box[3] - box[1]) * width / (box[2] - box[0]))), alt or "", source.colour,
        )  # fmt: skip

    def plain_picture(self, name: ImagePath) -> str:
        """Give the address of a picture in the format that everybody reads: search engines, feed readers."""
        return self._plain(name).address

    def _plain(self, name: ImagePath) -> Asset:
        self._source(name)
        made = self.shop.pictures.assets(name, (PLAIN_WIDTH,), self.shop.pictures.endings(name)[-1])
        self.gathered.assets.update(made)
        return made[0]

    def film(self, video: Video, language: str | None = None) -> Film | None:
        """Give a video with its captions (in the site's language, if no other is named), transcript and picture; None for one that lacks a part, which the checks tell."""
        clip: Clip | None = self.ask("video", name=video.file) if video.file else None
        poster = video.poster or (ImagePath(clip.poster) if clip and clip.poster else None)
        if poster is None or (video.file and clip is None) or self.ask("picture", name=poster) is None:
            return None
        if clip is None:
            leading = self.picture(poster, BODY_WIDTHS[:3], "", (16, 9))
            return Film(video.title, video.link or "", _host_of(video.link or ""), "", "", "", "", "", "", leading)
        still = self._plain(poster)
        height = round((still.box[3] - still.box[1]) * still.width / max(1, still.box[2] - still.box[0])) or 9
        picture = Picture((), still.address, "", still.width or 16, height, "", "")
        captions, transcript = beside(clip.name, CAPTIONS), beside(clip.name, TRANSCRIPT)
        files = as_it_is(clip.name, clip.digest), as_it_is(captions, clip.captions)
        self.gathered.assets.update(files)
        kind = TYPES[clip.name[clip.name.rindex(".") :]]
        spoken = language or self.ask.settings.language
        return Film(video.title, "", "", files[0].address, kind, files[1].address, spoken, clip.transcript, f"{IMAGES}/{transcript}", picture)

    def _source(self, name: ImagePath) -> Source:
        source: Source | None = self.ask("picture", name=name)
        return source or self.shop.pictures.source(name)

    def _hooks(self, owner: str) -> Hooks:
        return Hooks(
            link=lambda href: self.links.to(href, owner),
            picture=lambda src, alt: self._text_picture(src, alt, owner),
            embed=lambda words, in_text: self._embed(words, in_text, owner),
        )

    def _text_picture(self, src: str, alt: str, owner: str) -> str | None:
        if "://" in src or src.startswith("//"):
            self.gathered.remark(
                "foreign-picture",
                src,
                owner,
                f"the picture '{src}' lies on another site, which would learn of each of your visitors.",
                "Save it in content/images/ and write its name: ![what it shows](picture.jpg)",
            )
            return None
        try:
            name = read_image_path(src.partition("images/")[2] if "images/" in src else src)
        except Misread as error:
            self.gathered.remark("no-picture", src, owner, error.message + ".", error.mend)
            return None
        if self.ask("picture", name=name) is None:
            pictures = self.shop.answers.shown.site.pictures
            self.gathered.remark("no-picture", src, owner, f"there is no picture '{name}' in content/images/.", suggestion(name, pictures, "Pictures"))
            return None
        if not alt:
            mend = f'Write it between the brackets: ![Two cups on a table]({src}) (or ![""]({src}) if it only decorates).'
            self.gathered.remark("no-alt", f"![]({src}", owner, f"the picture '{name}' needs a word on what it shows, for those who can't see it.", mend)
        self.ask("template", name=_IMAGE)
        made = self.picture(name, BODY_WIDTHS, "" if alt in ('""', "\u201c\u201d") else alt)
        return self.embedded(_IMAGE, {"picture": made, "sizes": "(min-width: 48rem) 44rem, 100vw", "eager": False, "class": ""})

    def _embed(self, words: str, in_text: bool, owner: str) -> str:
        try:
            call = understood(words, in_text=in_text)
            found = self._embedded(call.name, call.facts)
        except EmbedMistake as mistake:
            for one in (mistake, *mistake.others):
                self.gathered.remark(one.code, f"[[{words}]]", owner, one.message, one.mend)
            return ""
        if found is None:
            self.gathered.remark(
                "embed-hidden", f"[[{words}]]", owner, f"what '[[{words}]]' stands for is not on the site, so nothing is shown there.", "", Effect.NOTICE
            )
            return ""
        facts = {"service": None, "topic": None, "audience": None, "limit": 0, "slug": None, "id": None, "name": None, **call.facts}
        template = f"embeds/{call.name}.html"
        self.ask("template", name=template)
        return self.embedded(template, {**facts, "found": found})

    def _film_of(self, facts: Mapping[str, str | int]) -> Film | None:
        """Give the video that an embed names. Raises EmbedMistake for one that is written otherwise, or lacks something."""
        source, example = str(facts["video"]), f"Write it like this: {EMBEDS['video'].example}"
        if not facts.get("title"):
            raise EmbedMistake("embed-words", "'[[video]]' needs the video's title.", example)
        try:
            poster = read_image_path(str(facts["poster"])) if facts.get("poster") else None
            link, file = (read_url(source), None) if "://" in source else (None, read_video_path(source))
            video = Video(file=file, link=link, title=str(facts["title"]), poster=poster)
        except Misread as error:
            raise EmbedMistake("embed-words", f"{error.message}.", error.mend) from None
        site = self.shop.answers.shown.site
        there = site.pictures | site.clips
        if poster and poster not in site.pictures:
            raise EmbedMistake("no-picture", f"there is no picture '{poster}' in {IMAGES}/.", suggestion(poster, site.pictures, "Pictures"))
        lacks = [EmbedMistake(lack.code, lack.message, lack.mend) for lack in lacking(file, poster, there)] if file else []
        if lacks:
            raise EmbedMistake(lacks[0].code, lacks[0].message, lacks[0].mend, tuple(lacks[1:]))
        return self.film(video)

    def _embedded(self, name: str, facts: Mapping[str, str | int]) -> Any:
        """Give what an embed of one thing stands for, None for one that is not shown, True for an embed of several. Raises EmbedMistake for one there is not."""
        slug = str(facts.get("slug", ""))
        if name == "video":
            return self._film_of(facts)
        if name in ("testimonial", "result"):
            self._must_exist("testimonial" if name == "testimonial" else "result", slug)
            return self.ask(name, slug=slug)
        if name == "figure":
            self._must_exist("figure", str(facts["id"]))
            return self.ask("figure", id=facts["id"])
        if name == "measure":
            self._must_exist("result", slug)
            known = self.ask("measure names", slug=slug)
            if known is not None and facts["name"] not in known:
                raise EmbedMistake("no-such-measure", f"there is no measure '{facts['name']}'.", suggestion(str(facts["name"]), known, "Measures"))
            return self.ask("measure", slug=slug, name=facts["name"])
        if name == "form" and facts["name"] not in FORMS:
            raise EmbedMistake("no-such-form", f"there is no form '{facts['name']}'.", suggestion(str(facts["name"]), FORMS, "Forms"))
        if "service" in facts:
            self._must_exist("service", str(facts["service"]))
        return True

    def _must_exist(self, what: str, name: str) -> None:
        there, known = self.ask("exists", kind=f"{what}s", name=name)
        if not there:
            raise EmbedMistake(f"no-such-{what}", f"there is no {what} '{name}'.", suggestion(name, known, f"{what.capitalize()}s"))


_HOSTS = {"youtube.com": "YouTube", "youtu.be": "YouTube", "vimeo.com": "Vimeo"}


def _host_of(link: str) -> str:
    """Give the name of the site that a link leads to, as readers know it."""
    host = re.sub(r"^(www|m|player)\.", "", urlsplit(link).hostname or "")
    return _HOSTS.get(host, host)


def _nothing(template: str, facts: Mapping[str, Any]) -> str:  # noqa: ARG001 - stands in for the page's own
    return ""
