"""What is kept of an item that is taken back: the marks that keep it away, and every older copy, which goes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from sitegen.build.stamp import own_files
from sitegen.build.writing import write_down_as_ours
from sitegen.cli.cards_command import CARDS
from sitegen.cli.proof.items import person_of, public_site
from sitegen.common.digests import digest
from sitegen.common.leaks.needle import Needle
from sitegen.common.leaks.search import Searcher
from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import ContentError, Location
from sitegen.common.trees import public_tree
from sitegen.common.words import counted, joined
from sitegen.imports.given import Given, known_form
from sitegen.outreach.desk import Desk
from sitegen.outreach.log_edits import noting
from sitegen.outreach.proof_log import of_item
from sitegen.outreach.reading import PROOF_LOG, read_proof_log
from sitegen.outreach.tombstones import FILE, read_tombstones
from sitegen.outreach.versions import rewrite
from sitegen.site.clips import parts
from sitegen.site.items import Testimonial
from sitegen.site.model import Item

KEEP, CACHE = ".sitegen/keep", ".sitegen/cache"
_PRIVATE_VERSIONS, _WRITTEN = "outreach/", "written.json"
"""The versions of private files, and what a build wrote where: neither is a copy of what a page says."""
_TEXTS = (".md", ".yaml", ".html", ".txt", ".vtt", ".css", ".svg")


def marks_of(desk: Desk, item: Item[Any]) -> tuple[str, ...]:
    """Give by what an export or a paste would be known as this item: its words, its person and day, its address, and what the export itself called it."""
    record = item.record
    if not isinstance(record, Testimonial):
        return ()
    words = item.body if record.original.strip() == "shown" else record.original
    given = Given(record.name, words, date=record.date.isoformat(), source=record.source or "", source_url=record.source_url or "")
    return tuple(dict.fromkeys((*given.known_by, *_staged_marks(desk, item.slug))))


def _staged_marks(desk: Desk, slug: str) -> tuple[str, ...]:
    from sitegen.imports.staging import STAGED, read_staged

    return tuple(mark for one in read_staged(desk.data(STAGED)) if one.picked == slug for mark in one.known_by)


def staged_of(desk: Desk, name: str) -> tuple[str, ...]:
    """Give by what all that is staged of a person is known."""
    from sitegen.imports.staging import STAGED, read_staged

    return tuple(mark for one in read_staged(desk.data(STAGED)) if known_form(one.given.name) == known_form(name) for mark in one.known_by)


def leave_marks(desk: Desk, marks: Iterable[str]) -> None:
    """Write down the digests of the marks with the day; they are no version of anything, and no undo takes them away."""
    with desk.writing():
        old = desk.data(FILE)
        desk.private.replace(FILE, old, read_tombstones(old).with_marks(marks, desk.today.isoformat()).written())


def mark_in_versions(desk: Desk, slug: str, day: str) -> None:
    """Note the day in the kept versions of the log, so that taking something else back does not take this back; a version that can't be changed goes."""

    def marked(file: str, data: bytes) -> bytes | None:
        if file != PROOF_LOG:
            return data
        entries = read_proof_log(data).record.log
        number = of_item(entries, slug)
        return data if number is None else noting(entries[number], number, {"withdrawn": day})(data.decode()).encode()

    with desk.writing():
        rewrite(desk.keep, marked)


def clear_kept(site: Path, desk: Desk, item: Item[Any], *searchers: Searcher) -> str:
    """Delete every older copy in .sitegen/ that holds the item's words, its name for it, or what else is searched for; give what went, "" for nothing."""
    keep, wanted = OwnTree(site / KEEP), (words_searcher(item), *searchers)
    gone = clear_cards(site, {item.slug, Path(item.file).stem}, wanted)
    for path in keep.every_file():
        if path.startswith(_PRIVATE_VERSIONS) or path == _WRITTEN:
            continue
        named = not {item.slug, Path(item.file).stem}.isdisjoint(path.replace(".", "/").split("/"))
        try:
            if named or any(searcher.found_in(path, keep.read(path)) for searcher in wanted):
                keep.delete(path)
                gone.append(path)
        except ContentError:
            continue
    for message in dict.fromkeys(f"messages/approve-{name}.eml" for name in (item.slug, Path(item.file).stem)):
        if desk.private.has(message):
            desk.private.delete(message)
            gone.append(message)
    _give_output_to_the_build(site, item, wanted)
    remade = clear_cache(site)
    told = [counted(len(gone), "file")] if gone else []
    return joined([*told, *(["what was remembered of the last build"] if remade else [])])


def clear_cards(site: Path, names: Collection[str], wanted: Iterable[Searcher]) -> list[str]:
    """Delete the folders of cards to post that are called so, or whose text holds what is searched for: words in a picture can't be looked for. Give what went."""
    keep, searchers = OwnTree(site / KEEP), tuple(wanted)
    cards = [path for path in keep.every_file() if path.startswith(CARDS + "/")]
    held = {path.rpartition("/")[0] for path in cards if path.endswith(".txt") and any(one.found_in(path, keep.read(path)) for one in searchers)}
    gone = [path for path in cards if path.rpartition("/")[0] in held or not set(names).isdisjoint(path.split("/"))]
    for path in gone:
        keep.delete(path)
    return gone


def _give_output_to_the_build(site: Path, item: Item[Any], wanted: tuple[Searcher, ...]) -> None:
    """Let the next build take what of output/ holds the item for its own, so that it sets no copy aside where it no longer knows what it wrote."""
    output, tree = OwnTree(site / "output"), public_tree(site)
    pictures = tuple(digest(tree.read(path))[:12] for path in pictures_of(item) if tree.has(path))
    held = []
    for path in own_files(output):
        named = not {item.slug, Path(item.file).stem}.isdisjoint(path.replace(".", "/").split("/"))
        if named or path.rpartition("/")[2].startswith(pictures) or any(searcher.found_in(path, output.read(path)) for searcher in wanted):
            held.append(path)
    write_down_as_ours(held, output, OwnTree(site / KEEP))


def clear_cache(site: Path) -> bool:
    """Delete all that can be made again: it remembers texts of pages. Say whether there was anything."""
    cache = OwnTree(site / CACHE)
    paths = cache.every_file()
    for path in paths:
        cache.delete(path)
    return bool(paths)


def words_searcher(item: Item[Any]) -> Searcher:
    """Give what finds the item's words: six in a row of the text, the original or the words for cards."""
    record = item.record
    texts = [item.body, getattr(record, "original", ""), getattr(record, "pull_quote", None) or "", getattr(record, "summary", "")]
    return Searcher(Needle("note", text, Location(item.file)) for text in dict.fromkeys(texts) if known_form(text))


def still_typed(site: Path, item: Item[Any]) -> list[str]:
    """Give the lines of other public files in which the item's words, or the person's full name, stand."""
    searchers = [words_searcher(item)]
    if person_of(item):
        searchers.append(Searcher([Needle("name", person_of(item), Location(item.file))]))
    tree = public_tree(site)
    places: dict[str, None] = {}
    for folder in ("content", "templates"):
        for found in tree.look(folder)[0]:
            if found.path == item.file or not found.path.endswith(_TEXTS):
                continue
            for searcher in searchers:
                for leak in searcher.found_in(found.path, tree.read(found.path)):
                    places[f"{found.path}:{leak.line}" if leak.line else found.path] = None
    return list(places)


def pictures_of(item: Item[Any]) -> list[str]:
    """Give the pictures that an item names, and its video with all that can belong to it."""
    record = item.record
    client = getattr(record, "client", None)
    names = [getattr(one, field, None) for one in (record, client) if one is not None for field in ("photo", "logo", "image")]
    if (video := getattr(record, "video", None)) is not None:
        names += [video.poster, *(parts(video.file) if video.file else ())]
    return [f"content/images/{name}" for name in dict.fromkeys(names) if name]


def own_pictures(site: Path, item: Item[Any]) -> list[str]:
    """Give the pictures that are named in this item's file and in no other text."""
    tree = public_tree(site)
    pictures = [path for path in pictures_of(item) if tree.has(path)]
    others = b"\n".join(
        tree.read(found.path)
        for folder in ("content", "templates")
        for found in tree.look(folder)[0]
        if found.path != item.file and found.path.endswith(_TEXTS)
    )
    return [path for path in pictures if path.removeprefix("content/images/").encode() not in others]


def is_of_person(site: Path, name: str) -> list[Item[Any]]:
    """Give the testimonials and cases of a person, by the full name in their own fields."""
    every = public_site(site)
    items: list[Item[Any]] = [*every.testimonials, *every.results]
    return [item for item in items if known_form(person_of(item)) == known_form(name)]
