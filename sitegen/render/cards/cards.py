"""Cards of one site's pages: what they show, and their pictures, made once and kept by content in the cache."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sitegen.common.digests import digest, digest_of
from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import ContentError, Effect, Problem
from sitegen.common.values import ImagePath
from sitegen.common.words import joined
from sitegen.render.cards.card import Card, Style, initials
from sitegen.render.cards.faces import FILES, Face, Faces, is_turned
from sitegen.render.cards.font_file import characters_of
from sitegen.render.originals import Source
from sitegen.render.pictures import Pictures
from sitegen.render.routes import Route
from sitegen.render.template_files import FOLDER
from sitegen.render.theme import Theme
from sitegen.render.web_fonts import FONTS
from sitegen.render.wording import set_type
from sitegen.site.model import SETTINGS_FILE, Item, Site

if TYPE_CHECKING:
    from sitegen.render.asked import Asked
    from sitegen.render.cards.post import Post
    from sitegen.render.gathered import Gathered
    from sitegen.render.heads import Head

_WITHOUT = ("/", "/404.html", "/thank-you/")
"""Pages that have the site's card: the home page, and those that nobody shares."""
_PEOPLE = ("testimonials", "results")
"""Items whose own picture may show a person who agreed to be on the site and no more."""
_MOST_TOLD = 5
PAGE_CARDS = "cards"
"""Where in the cache the pages' cards lie, each by its name on the web."""
_SEAL = 24
"""Before a picture in the cache stands its digest."""


class Cards:
    """Makes the cards of a site. Raises ContentError when made of a font that is not there or is none."""

    def __init__(self, site: Site, theme: Theme, pictures: Pictures, cache: OwnTree | None) -> None:
        self._site, self._settings, self._theme, self._pictures, self._cache = site, site.settings, theme, pictures, cache
        self._hers = f"{FONTS}/{site.settings.card_font}" if site.settings.card_font else None
        if self._hers is not None and not theme.files.has(self._hers):
            raise ContentError(
                [self._refused(f"there is no font '{site.settings.card_font}' in {FOLDER}/{FONTS}/.", "Put the file there, or correct its name.")]
            )
        for name in (*FILES.values(), *([self._hers] if self._hers else [])):
            if theme.files.is_hers(name):
                theme.reuse.of(("font", name), self._look_at, name, theme.files.digest(name))

    def _look_at(self, name: str, _: str) -> None:
        try:
            characters_of(self._theme.files.data(name))
        except ValueError:
            mend = "It has to be one font in one file, TrueType or OpenType (.ttf or .otf)."
            raise ContentError([self._refused(f"the font '{name.rpartition('/')[2]}' in {FOLDER}/{FONTS}/ can't be read.", mend)]) from None

    def _refused(self, message: str, mend: str) -> Problem:
        return Problem("no-font", self._site.setting("card_font"), message, mend)

    @cached_property
    def style(self) -> Style:
        """What all cards have in common."""
        settings = self._settings
        colours = tuple(sorted(self._theme.palette["light"].items()))
        return Style(settings.look, colours, self._settable(settings.brand), self._settable(initials(settings)), self.fonts_digest)

    @cached_property
    def fonts_digest(self) -> str:
        """The digest of the fonts that cards are set in."""
        return digest_of(tuple(self._theme.files.digest(name) for name in (*FILES.values(), *([self._hers] if self._hers else []))))

    @cached_property
    def faces(self) -> Faces:
        """The fonts that cards are set in."""
        files = self._theme.files
        return Faces({family: files.data(name) for family, name in FILES.items()}, files.data(self._hers) if self._hers else None)

    def of_site(self, ask: Asked) -> Card:
        """Give the card of the whole site: her promise, her portrait, her name; what can't be set is left out."""
        brand = ask.settings.brand
        for asked in ("fonts of cards", "words"):
            ask(asked)
        promise = self._settable(set_type(ask.settings.promise, ask.settings.language))
        photo = self._photo(ask, ask.settings.photo) if ask.settings.share_address.endswith(".jpg") else (None, "")
        return Card(self.style, promise or self._settable(brand), *photo, self._sample(ask, is_sample=False))

    def of_page(self, route: Route, item: Item[Any] | None, top: Head, gathered: Gathered) -> Card | None:
        """Give the card of a page: its title, its picture or her portrait, her name. None where the page has the site's card; why it can't have its own is told."""
        ask = gathered.ask
        if ask.settings.cards != "pages" or ask.settings.share_image or route.address in _WITHOUT:
            return None
        ask("fonts of cards")
        title = set_type(top.heading, ask.settings.language)
        if letters := self.faces.lacking(title):
            message, mend = told(letters, "the page's title")
            gathered.remark(
                "card-letters", top.heading, item.file if item else SETTINGS_FILE, message, f"{mend}\nUntil then the page has the site's card.", Effect.NOTICE
            )
            return None
        own = top.image if item is not None and item.kind not in _PEOPLE else None
        return Card(self.style, title, *self._photo(ask, own, ask.settings.photo), self._sample(ask, is_sample=top.sample))

    def monogram(self, ask: Asked) -> tuple[str, Face]:
        """Give what stands on the site's icons: her initials, or a dot where they can't be set, and what they are set in."""
        ask("fonts of cards")
        letters = self._settable(initials(ask.settings)) or "•"
        return letters, self.faces.face(letters, "sans", 700)

    def notices(self) -> list[Problem]:
        """Tell what of the site's own card can't be set."""
        settings = self._settings
        if settings.share_image:
            return []
        named = {"practice" if settings.practice else "name": settings.brand, "promise": settings.promise}
        lacking = ((field, letters) for field, text in named.items() if (letters := self.faces.lacking(text) if not text.isascii() else ()))
        return [Problem("card-letters", self._site.setting(field), *told(letters, f"the `{field}:`"), effect=Effect.NOTICE) for field, letters in lacking]

    def made(self, card: Card, folder: str = PAGE_CARDS) -> bytes:
        """Give a card's picture as it stands on the web, from the cache if it is there."""
        from sitegen.render.cards.page_card import drawn

        def encoded() -> bytes:
            return drawn(card, self.faces, self._photo_of(card)).encoded()

        return self._kept(f"{folder}/{card.address.rpartition('/')[2]}", encoded)

    def post(self, post: Post, size: tuple[int, int]) -> bytes | None:
        """Give a post's picture of a size, from the cache if it is there; None where its texts are too long."""
        from sitegen.render.cards.post_card import drawn_post

        def encoded() -> bytes:
            canvas = drawn_post(post, size, self.faces, self._photo_of(post))
            return canvas.encoded() if canvas is not None else b""

        return self._kept(f"posts/{post.digest}-{size[0]}x{size[1]}", encoded) or None

    def _kept(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Give what the cache holds under a name, if it is whole; else make it and keep it."""
        if self._cache is not None and self._cache.has(key):
            data = self._cache.read(key)
            if data[:_SEAL].decode("ascii", "replace") == digest(data[_SEAL:]):
                return data[_SEAL:]
        data = make()
        if self._cache is not None:
            self._cache.write(key, digest(data).encode() + data)
        return data

    def _photo_of(self, shown: Card | Post) -> bytes | None:
        return self._pictures.read(shown.photo) if shown.photo else None

    def _settable(self, text: str) -> str:
        return text if text.isascii() or not self.faces.lacking(text) else ""

    def _photo(self, ask: Asked, *names: ImagePath | None) -> tuple[ImagePath | None, str]:
        """Give the first of these pictures that there is and that is no drawing, with its digest."""
        for name in names:
            source: Source | None = ask("picture", name=name) if name else None
            if name and source is not None and not source.vector:
                return name, source.digest
        return None, ""

    def _sample(self, ask: Asked, *, is_sample: bool) -> str:
        return self._settable(self._theme.wording("sample")) if is_sample or ask("is anything a sample") else ""


def told(letters: tuple[str, ...], what: str) -> tuple[str, str]:
    """Give in words that letters can't be set, and the mend."""
    named = joined([f"'{letter}'" for letter in letters[:_MOST_TOLD]]) + (" and others" if len(letters) > _MOST_TOLD else "")
    if any(map(is_turned, letters)):
        return (
            f"{what} can't be set on a card: {named} run from right to left, or join.",
            f"Make a picture of your own and name it in {SETTINGS_FILE}: share_image: share.jpg",
        )
    return (
        f"{what} can't be set on a card: the fonts of cards lack {named}.",
        f"Put a font that has them into {FOLDER}/{FONTS}/ and name it in {SETTINGS_FILE}, like this: card_font: NotoSansArmenian.ttf",
    )
