"""Questions and answers: a page may ask nothing else, so that what it asked, with the digests of the answers, is all it was made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import chain
from typing import Any, TypeAlias, cast

from sitegen.common.digests import digest
from sitegen.common.memory import SourceFiles
from sitegen.common.problems import ContentError
from sitegen.common.reuse import Reuse
from sitegen.render.cards.cards import Cards
from sitegen.render.clips import Clip
from sitegen.render.links import Links, Target
from sitegen.render.listing import listed
from sitegen.render.originals import Source
from sitegen.render.picture_formats import better_formats
from sitegen.render.pictures import Pictures
from sitegen.render.theme import Theme
from sitegen.site.clips import lacking, poster_of
from sitegen.site.items import Result
from sitegen.site.model import Item, Kind
from sitegen.site.queries import QUERIES
from sitegen.site.samples import is_sample
from sitegen.site.settings import Settings
from sitegen.site.showing import Showing, is_sample_fact

Question: TypeAlias = tuple[str, tuple[tuple[str, Any], ...]]
"""A name and its words, sorted: ("testimonials", (("limit", 3), ("service", "team")))."""


def question(name: str, /, *args: Any, **kwargs: Any) -> Question:
    """Give the question that a call asks, however its words were given."""
    if not args and len(kwargs) < 2:
        return name, tuple((key, value if type(value) is str else _frozen(value)) for key, value in kwargs.items())
    words = {**dict(zip(QUERIES[name].__code__.co_varnames[1:], args, strict=False)), **kwargs} if args else kwargs
    return name, tuple(sorted((key, _frozen(value)) for key, value in words.items()))


def _frozen(value: Any) -> Any:
    return tuple(_frozen(entry) for entry in value) if type(value) in (list, tuple) else value


class Answers:
    """Answers every question that there is, each once."""

    def __init__(self, shown: Showing, theme: Theme, pictures: Pictures, cards: Cards, links: Links, files: SourceFiles) -> None:
        self.shown = shown
        self.theme = theme
        self._pictures = pictures
        self._links = links
        self._answers: dict[Question, Any] = {}
        self._digests: dict[Question, str] = {}
        self._names: dict[str, frozenset[str]] = {}
        self._others: Mapping[str, Callable[..., Any]] = {
            "item": self._item, "exists": self._exists, "measure names": self._measure_names, "setting": self._setting, "is anything a sample": self._is_sample,
            "template": theme.closure, "words": lambda: theme.words_digest, "style sheet": lambda: theme.css + theme.leaflet, "picture": self._picture, "video": self._video, "link": self._link, "address": links.there,
            "title": self._title, "menu places": self._menu_places, "redirects": lambda: links.redirects, "list of pages": self._listed, "route": links.route, "file": files.digest,
            "fonts of cards": lambda: cards.fonts_digest, "formats of pictures": better_formats,
        }  # fmt: skip

    def answer(self, asked: Question) -> Any:
        """Give the answer. Raises KeyError for a question that there is not (any more)."""
        try:
            return self._answers[asked]
        except KeyError:
            name, words = asked
            query = QUERIES.get(name)
            answer = self._answers[asked] = query(self.shown, **dict(words)) if query is not None else self._others[name](**dict(words))
            return answer

    def digest_now(self, asked: Question) -> str:
        """Give the digest of the answer; "" for a question that there is not, or that can't be answered any more."""
        try:
            return self.digest(asked)
        except (ContentError, KeyError, TypeError, ValueError, AttributeError):
            return ""

    def digest(self, asked: Question) -> str:
        """Give the digest of the answer."""
        if asked not in self._digests:
            self._digests[asked] = answer_digest(self.answer(asked))
        return self._digests[asked]

    def _item(self, name: str) -> Item[Any] | None:
        return self.shown.by_id.get(name)

    def _exists(self, kind: str, name: str) -> tuple[bool, tuple[str, ...]]:
        """Say whether there is a thing of this name, shown or not; for one there is not, the names there are."""
        site = self.shown.site
        if kind not in self._names:
            self._names[kind] = frozenset(figure.id for figure in site.facts.figures) if kind == "figures" else site.names(cast("Kind", kind), self.shown.reuse)
        known = self._names[kind]
        there = name in known or (kind == "figures" and any(file.endswith(".yaml") for file in site.unread))
        return there, () if there else tuple(sorted(known))

    def _measure_names(self, slug: str) -> tuple[str, ...] | None:
        from sitegen.common.values import slugify

        case = self._cases.get(slug)
        return tuple(slugify(measure.name) for measure in case.record.measures) if case else None

    @cached_property
    def _cases(self) -> Mapping[str, Item[Result]]:
        return {item.slug: item for item in self.shown.site.results}

    def _setting(self, name: str) -> Any:
        return getattr(self.shown.settings, name)

    def _is_sample(self) -> bool:
        return (
            self.shown.settings.sample
            or is_sample_fact(self.shown)
            or any(self.shown.reuse.of(f"any sample of {kind}", _any_sample, kind, items, self.shown.reuse) for kind, items in self.shown.kinds())
        )

    def _listed(self) -> tuple[tuple[str, str], ...]:
        """Give the pages that the sitemap lists: none while anything on the site is a sample."""
        return () if self.answer(question("is anything a sample")) else listed(self.shown, self._links.every)

    def _picture(self, name: str) -> Source | None:
        """Give a picture; None for one that is not there or can't be read, which the checks have told or the page tells."""
        return self._pictures.source(name) if name in self.shown.site.pictures else None

    def _video(self, name: str) -> Clip | None:
        """Give a video with all that belongs to it; None for one that lacks something, which the checks have told or the page tells."""
        site = self.shown.site
        there = site.pictures | site.clips
        return None if any(lacking(name, "another", there)) else self._pictures.clip(name, poster_of(name, there))

    def _link(self, href: str, owner: str) -> Target:
        return self._links.find(href, owner)

    def _title(self, address: str) -> str:
        route = self._links.route(address)
        if route is None:
            return ""
        words = self.theme.wording
        if route.kind == "item":
            return str(getattr(self.shown.by_id[route.subject].record, "title", None) or "")
        name = route.subject.replace("/", "_").replace("-", "_")
        if route.kind not in ("list", "generated") or name == "home":
            return words("home")
        return words(f"{name}_menu") if words.has(f"{name}_menu") else words(f"{name}_heading")

    def _menu_places(self) -> tuple[tuple[int, str, str], ...]:
        """Give (place, label, address) of each item that names a place in the menu."""
        return tuple(
            sorted(
                place
                for kind, items in self.shown.kinds()
                for place in self.shown.reuse.of(f"menu places of {kind}", _menu_places, kind, items, self.shown.reuse)
            )
        )


def _any_sample(kind: Kind, items: tuple[Item[Any], ...], reuse: Reuse) -> bool:
    return any(reuse.each(f"samples of {kind}", items, is_sample))


def _menu_places(kind: Kind, items: tuple[Item[Any], ...], reuse: Reuse) -> tuple[tuple[int, str, str], ...]:
    return tuple(chain.from_iterable(reuse.each(f"menu place of {kind}", items, _menu_place)))


def _menu_place(item: Item[Any]) -> tuple[tuple[int, str, str], ...]:
    menu = item.record.menu
    return ((menu.order, menu.label or item.record.title, item.address),) if menu else ()


def answer_digest(answer: Any) -> str:
    """Give the digest of an answer; an item or a view of it stands for its file's own digest."""
    return digest(_told(answer).encode("utf-8", "surrogatepass"))


def _told(answer: Any) -> str:
    if isinstance(answer, tuple):
        return "(" + ",".join(map(_told, answer)) + ")"
    if isinstance(answer, Item):
        return f"item {answer.digest}"
    source = getattr(answer, "source", None)
    if source is not None and hasattr(answer, "address"):
        return f"{type(answer).__name__} {source} {getattr(answer, 'past', '')} {getattr(answer, 'zone', '')} {getattr(answer, 'sponsor', '')}"
    return repr(answer)


class Asked:
    """One page's way to ask: remembers each question."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._asked: dict[Question, None] = {}
        self.settings = cast("Settings", AskedSettings(answers, self._asked))
        """The settings, each read of one a question."""

    def __call__(self, name: str, /, *args: Any, **kwargs: Any) -> Any:
        """Ask, and give the answer."""
        asked = question(name, *args, **kwargs)
        self._asked[asked] = None
        return self._answers.answer(asked)

    def inputs(self) -> tuple[tuple[Question, str], ...]:
        """Give (question, digest of the answer), in the order in which they were first asked."""
        digest = self._answers.digest
        return tuple((asked, digest(asked)) for asked in self._asked)


class AskedSettings:
    """The settings, each a question of its own."""

    def __init__(self, answers: Answers, asked: dict[Question, None]) -> None:
        self._answers, self._asked = answers, asked

    def __getattr__(self, name: str) -> Any:
        asked = question("setting", name=name)
        self._asked[asked] = None
        value = self.__dict__[name] = self._answers.answer(asked)
        return value


class Ask:
    """The named queries, as templates call them: `ask.testimonials(service="team", limit=3)`."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked

    def __getattr__(self, name: str) -> Any:
        if name not in QUERIES:
            raise AttributeError(name)
        return lambda *args, **kwargs: self._asked(name, *args, **kwargs)
