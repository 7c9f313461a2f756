"""The site as it can be read right now; what can't be stands as it last could, with its problems."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sitegen.common.memory import Memory, SourceFiles
from sitegen.common.problems import ContentError, Location, Problem, in_file_order
from sitegen.common.reuse import Reuse
from sitegen.common.trees import Tree
from sitegen.preview.sources import CONTENT, Listing, Sources
from sitegen.render.template_files import FOLDER as TEMPLATES
from sitegen.render.template_files import TemplateFiles
from sitegen.render.texts import Converted
from sitegen.render.theme import Theme
from sitegen.site.check import check_site
from sitegen.site.load import Loaded, read_site
from sitegen.site.model import FACTS_FILE, KINDS, Item, Kind, Site
from sitegen.site.rules.table import Judged


@dataclass(frozen=True, slots=True)
class Reading:
    """The site and the theme as they are, or were last when they could be read; None before that. `problems` forbid a build.

    `unread` are the files that are shown as they were when they could be read: what was wrong in them then is nobody's concern now.
    """

    site: Site | None
    theme: Theme | None
    files: SourceFiles
    problems: tuple[Problem, ...]
    unread: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Start:
    """What is remembered of the last build: what files held, templates as code, hers and those that ship, texts as HTML, and what the rules found."""

    memory: Memory
    compiled: Mapping[str, bytes]
    shipped: Mapping[str, bytes]
    texts: Mapping[str, Converted]
    judged: Judged


class Reader:
    """Reads the site again and again, each time no more than what changed."""

    def __init__(self, sources: Sources, bundled: Tree, start: Start) -> None:
        self._sources = sources
        self._bundled = bundled
        self._shipped = {found.path: found for found in bundled.files(TEMPLATES)}
        self._start = start
        self._reuse = Reuse()
        self._last: Reading | None = None
        self._whole: tuple[Listing | None, Loaded] = None, Loaded(None, (), {})
        """What the files of content/ held when they were last read, and nothing was wrong in them."""
        self._good: dict[str, Item[Any]] = {}
        """What changed files held before."""
        self._good_facts: dict[str, Any] = {}

    def read(self, changed: Iterable[str]) -> Reading:
        """Give the site as it is now; the items in these files may be others, or can't be read any more. A mistake of ours is a problem as any other."""
        try:
            self._last = self._read(changed)
        except Exception as error:
            last = self._last or Reading(None, None, SourceFiles(self._sources.tree, {}, self._sources.memory), ())
            self._last = replace(last, problems=(ours(error),))
        return self._last

    def _read(self, changed: Iterable[str]) -> Reading:
        last = self._last
        if last is not None and last.site is not None:
            self._good.update((path, item) for path in changed if (item := item_of(last.site, path)) is not None)
        loaded, problems = self._loaded()
        site = last.site if last is not None else None
        unread: frozenset[str] = frozenset()
        if loaded.site is not None:
            unread = frozenset(loaded.site.unread.values())
            problems += self._reuse.of("checked", check_site, loaded.site, self._reuse)
            site = self._healed(loaded.site) if unread else self._reuse.of("healed", self._healed, loaded.site)
        theme = last.theme if last is not None else None
        if site is not None:
            try:
                theme = self._reuse.of("theme", self._theme, self._sources.listings[TEMPLATES], site.settings)
            except ContentError as error:
                problems += error.problems
        files = SourceFiles(self._sources.tree, loaded.found, self._sources.memory)
        return Reading(site, theme, files, in_file_order(problems), unread)

    def _loaded(self) -> tuple[Loaded, list[Problem]]:
        listing = self._sources.listings[CONTENT]
        known, loaded = self._whole
        try:
            if listing is not known:
                loaded = read_site(self._sources.tree, self._sources.memory, listing if listing[0] else None, self._reuse)
        except ContentError as error:
            return Loaded(None, (), {}), list(error.problems)
        self._whole = (listing, loaded) if listing[0] and not loaded.problems else (None, loaded)
        return loaded, list(loaded.problems)

    def _theme(self, listing: tuple[Any, ...], settings: Any) -> Theme:
        found, problems = listing
        own = SourceFiles(self._sources.tree, {file.path: file for file in found}, self._sources.memory)
        shipped = SourceFiles(self._bundled, self._shipped, self._sources.memory.of_bundle)
        last = self._last.theme if self._last is not None else None
        hers, theirs = (last.compiled, last.shipped) if last is not None else (self._start.compiled, self._start.shipped)
        theme = Theme(TemplateFiles(own, shipped), settings, hers, theirs, self._reuse)
        if problems:
            raise ContentError(problems)
        return theme

    def _healed(self, site: Site) -> Site:
        """Give the site with what can't be read now as it last could."""
        mended: dict[str, Any] = {}
        unread = dict(site.unread)
        for name, path in site.unread.items():
            kind: Any = name.partition("/")[0]
            if kind in KINDS and (item := self._good.get(path)) is not None:
                group = mended.get(kind, getattr(site, kind))
                mended[kind] = tuple(sorted((*group, item), key=lambda one: one.file))
                del unread[name]
        if FACTS_FILE not in unread:
            self._good_facts = {"facts": site.facts, "facts_lines": site.facts_lines}
        else:  # it stays among what can't be read: of a figure that they do not name nobody can say that there is none
            mended |= self._good_facts
        return replace(site, unread=self._reuse.same("unread", unread), **{name: self._reuse.same(f"mended {name}", value) for name, value in mended.items()})


def ours(error: Exception) -> Problem:
    """Give a mistake of ours in the words of a problem, so that it is shown and the preview goes on."""
    words = " ".join(str(error).split())[:300] or type(error).__name__
    return Problem(
        "mistake-in-sitegen", Location("sitegen"), f"this page can't be shown because of a mistake in sitegen, not in your files ({type(error).__name__}: {words}).",
        "Undo your last change, and tell those who look after your copy of sitegen.",
    )  # fmt: skip


def kind_of(path: str) -> Kind | None:
    """Give the kind of item that a file holds, None for one that holds none."""
    folder: Any = path.split("/")[1] if path.startswith("content/") and path.endswith(".md") and path.count("/") > 1 else ""
    return folder if folder in KINDS else None


def item_of(site: Site, path: str) -> Item[Any] | None:
    """Give the item in a file."""
    kind = kind_of(path)
    items: tuple[Item[Any], ...] = getattr(site, kind) if kind else ()
    at = bisect_left(items, path, key=lambda item: item.file)
    return items[at] if at < len(items) and items[at].file == path else None
