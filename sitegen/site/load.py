"""The public files to a Site, or every problem in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain
from operator import attrgetter
from pathlib import PurePosixPath
from typing import Any

from sitegen.common.decoding import LARGEST_TEXT, decoded
from sitegen.common.front_matter import parted
from sitegen.common.frozen import frozen
from sitegen.common.memory import Memory
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.records import Read, read_record
from sitegen.common.reuse import Reuse
from sitegen.common.trees import Found, Look, Tree
from sitegen.common.values import slugify
from sitegen.common.words import did_you_mean, joined
from sitegen.common.yaml_nodes import root_node
from sitegen.site.clips import CAPTIONS, NO_PICTURES, TRANSCRIPT, TYPES, beside
from sitegen.site.facts import Facts
from sitegen.site.mentions import mentions
from sitegen.site.model import CLAIMING, FACTS_FILE, FILES, IMAGES, KINDS, SETTINGS_FILE, Item, Kind, Record, Site
from sitegen.site.placeholders import placeholder_in
from sitegen.site.rules.claims_made import claims_made
from sitegen.site.samples import is_shipped
from sitegen.site.settings import Settings
from sitegen.site.video_texts import VideoText, video_text, videos_in

_OTHER_FOLDERS = ("data", "images", "files", "private")


@frozen
class Loaded:
    """What could be read, and every problem of what could not; no site where its settings could not."""

    site: Site | None
    problems: tuple[Problem, ...]
    found: Mapping[str, Found]


def load_site(tree: Tree) -> Site:
    """Give the site in a tree. Raises ContentError with every problem of every file, in file order."""
    loaded = read_site(tree)
    if loaded.site is None or loaded.problems:
        raise ContentError(loaded.problems)
    return loaded.site


def read_site(tree: Tree, memory: Memory | None = None, look: Look | None = None, reuse: Reuse | None = None) -> Loaded:
    """Give what can be read of the site, with every problem of the rest; what the memory holds is not read again.

    `look` is what `tree.look` gives of content/, for one who has looked already.
    """
    memory, reuse = memory or Memory(), reuse or Reuse()
    if look is None:
        look = _looked(tree)
    found, unreached = look
    problems = list(unreached)
    by_path = reuse.keyed("by path", found, attrgetter("path"), _itself)
    settings = _gather(problems, lambda: _read_yaml(tree, SETTINGS_FILE, by_path.get(SETTINGS_FILE), Settings, memory))
    facts = _gather(problems, lambda: _read_yaml(tree, FACTS_FILE, by_path[FACTS_FILE], Facts, memory)) if FACTS_FILE in by_path else Read(Facts(), {})
    items: dict[Kind, tuple[Item[Any], ...]] = {}
    unread: dict[str, str] = {}
    said = reuse.of("video texts", _video_texts, tree, reuse.same("files of videos", _of_videos(found)), memory, reuse)
    folders, alone = _top_of(found)
    for folder in folders:
        files = reuse.same(f"files in {folder}", below(found, f"content/{folder}"))
        problems += reuse.of(f"stray in {folder}", _strays, folder, files, reuse)
    problems += [problem for file in alone for problem in _stray(file)]
    for kind in sorted(KINDS):
        files = reuse.same(f"files of {kind}", below(found, f"content/{kind}"))
        read, bad, unlike = reuse.of(f"read {kind}", _read_items, tree, kind, files, memory, reuse)
        items[kind] = reuse.same(f"items of {kind}", tuple(reuse.each(f"videos of {kind}", read, _with_video_texts, said)))
        problems += unlike
        unread |= bad
    if settings is None:
        return Loaded(None, tuple(problems), by_path)
    images = [f.path.removeprefix(IMAGES + "/") for f in below(found, IMAGES)]
    site = Site(
        settings=settings.record, settings_lines=settings.lines, facts=facts.record if facts else Facts(), facts_lines=facts.lines if facts else {},
        pictures=reuse.same("pictures", frozenset(name for name in images if not name.endswith(NO_PICTURES))),
        clips=reuse.same("clips", frozenset(name for name in images if name.endswith(NO_PICTURES))),
        files=reuse.same("files", tuple(f.path.removeprefix(FILES + "/") for f in below(found, FILES))),
        unread=unread if facts else {**unread, FACTS_FILE: FACTS_FILE},
        **items,
    )  # fmt: skip
    return Loaded(site, tuple(problems), by_path)


def below(found: Sequence[Found], folder: str) -> tuple[Found, ...]:
    """Give the files below a folder, of files sorted by path."""
    first, last = (bisect_left(found, folder + end, key=lambda file: file.path) for end in ("/", "0"))  # "0" comes after "/"
    return tuple(found[first:last])


def _top_of(found: tuple[Found, ...]) -> tuple[list[str], list[Found]]:
    """Give the folders and the files right below content/, of files sorted by path."""
    folders: list[str] = []
    alone: list[Found] = []
    at = 0
    while at < len(found):
        parts = found[at].path.split("/", 2)
        if len(parts) > 2:
            folders.append(parts[1])
            at = bisect_left(found, f"content/{parts[1]}0", key=lambda file: file.path)
        else:
            alone.append(found[at])
            at += 1
    return folders, alone


def _strays(folder: str, files: tuple[Found, ...], reuse: Reuse) -> tuple[Problem, ...]:
    return tuple(chain.from_iterable(reuse.each(f"each stray in {folder}", files, _stray)))


def _itself(file: Found) -> Found:
    return file


def _read_items(tree: Tree, kind: Kind, files: tuple[Found, ...], memory: Memory, reuse: Reuse) -> tuple[tuple[Item[Any], ...], dict[str, str], list[Problem]]:
    """Give the items of a kind, the files by id of those that can't be read, and why they can't."""
    every = reuse.each(f"each of {kind}", files, _item_or_problems, tree, kind, memory)
    if set(map(type, every)) <= {Item}:
        return tuple(every), {}, []  # type: ignore[arg-type]
    unread = {f"{kind}/{slugify(PurePosixPath(file.path).stem)}": file.path for file, item in zip(files, every, strict=True) if type(item) is tuple}
    return tuple(item for item in every if type(item) is Item), unread, [problem for item in every if type(item) is tuple for problem in item]


def _item_or_problems(file: Found, tree: Tree, kind: Kind, memory: Memory) -> Item[Any] | tuple[Problem, ...] | None:
    if not file.path.endswith(".md"):
        return None
    try:
        return read_item(tree, kind, file, memory)
    except ContentError as error:
        return error.problems


def _of_videos(found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Give the captions and transcripts that lie beside a video."""
    images = below(found, IMAGES)
    stems = {file.path.rpartition(".")[0] for file in images if file.path.endswith(tuple(TYPES))}
    return tuple(file for file in images if file.path.endswith((CAPTIONS, TRANSCRIPT)) and file.path.rpartition(".")[0] in stems)


def _video_texts(tree: Tree, files: tuple[Found, ...], memory: Memory, reuse: Reuse) -> Mapping[str, VideoText]:
    """Give what is said in videos by file; of one that can't be read, the page that shows it tells why."""
    every = reuse.each("each video text", files, _video_text, tree, memory)
    return {said.file: said for said in every if said is not None}


def _video_text(file: Found, tree: Tree, memory: Memory) -> VideoText | None:
    try:
        return memory.value(tree, file, lambda data, _: video_text(file.path, data), LARGEST_TEXT)
    except ContentError:
        return None


def _with_video_texts(item: Item[Any], said: Mapping[str, VideoText]) -> Item[Any]:
    texts = (said.get(f"{IMAGES}/{beside(video, ending)}") for video in item.videos for ending in (CAPTIONS, TRANSCRIPT))
    return replace(item, video_texts=tuple(text for text in texts if text is not None)) if item.videos else item


def _gather(problems: list[Problem], read: Any) -> Any:
    try:
        return read()
    except ContentError as error:
        problems.extend(error.problems)
        return None


def _looked(tree: Tree) -> Look:
    if not tree.has_folder("content"):
        raise ContentError(
            [
                Problem(
                    "no-site",
                    Location("content"),
                    "there is no site in this folder: it has no folder 'content'.",
                    "Go to your site's folder first, name it with `--site FOLDER`, or begin one with `sitegen new my-site`.",
                )
            ]
        )
    return tree.look("content")


def _stray(file: Found) -> tuple[Problem, ...]:
    """Give the problem of a file in a place where nothing would read it."""
    known = (*KINDS, *_OTHER_FOLDERS)
    parts = file.path.split("/")[1:]
    place = Location(file.path)
    if len(parts) == 1 and file.path != SETTINGS_FILE:
        mend = (
            f"Did you mean {SETTINGS_FILE}?"
            if parts[0].lower() in ("site.yml", "settings.yaml", "config.yaml", "site.yaml", "site.yaml.txt")
            else f"Put it into one of the folders {joined(known, 'or')}."
        )
        return (Problem("stray-file", place, "nothing reads a file in this place.", mend),)
    if len(parts) > 1 and parts[0] not in known:
        mend = " ".join(filter(None, (did_you_mean(parts[0], known), f"The folders are: {', '.join(known)}.")))
        return (Problem("stray-file", place, f"there is no folder '{parts[0]}' in a site's content.", mend),)
    if parts[0] in KINDS and not file.path.endswith(".md"):
        mend = (
            f"Rename it to {PurePosixPath(parts[-1]).with_suffix('').stem}.md."
            if parts[-1].lower().endswith((".md.txt", ".markdown", ".txt", ".mdown", ".md"))
            else "Pictures belong in content/images/, other files in content/files/."
        )
        return (Problem("stray-file", place, f"only files that end in .md are read in content/{parts[0]}/.", mend),)
    if parts[0] in KINDS and parts[0] != "pages" and len(parts) > 2:
        return (Problem("stray-file", place, f"content/{parts[0]}/ has no folders of its own.", f"Move the file up into content/{parts[0]}/."),)
    if parts[0] == "data" and file.path != FACTS_FILE:
        return (Problem("stray-file", place, "nothing reads a file in this place.", f"Public facts stand in {FACTS_FILE}."),)
    return ()


def _read_yaml(tree: Tree, path: str, found: Found | None, model: type[Any], memory: Memory) -> Read[Any]:
    def made(data: bytes, _: str) -> Read[Any]:
        text = decoded(data, path)
        if not text.strip() and model is Settings:
            raise ContentError(
                [Problem("empty-file", Location(path), "this file is empty.", "It needs your name and your promise at least: name: ... and promise: ...")]
            )
        return read_record(model, root_node(text, path), path)

    return memory.value(tree, found, made, LARGEST_TEXT) if found is not None else made(tree.read(path), "")


def read_item(tree: Tree, kind: Kind, found: Found, memory: Memory) -> Item[Record]:
    """Give the item in a file. Raises ContentError with every problem of it."""

    def made(data: bytes, digest: str) -> Item[Record]:
        parts = parted(decoded(data, found.path), found.path)
        read = read_record(KINDS[kind], root_node(parts.fields, found.path, parts.fields_line), found.path, parts.fields_line)
        slug = read.record.slug or _slug_of(found.path, kind)
        named = mentions(read.record)
        return Item(
            kind,
            slug,
            found.path,
            read.record,
            parts.body,
            parts.body_line,
            read.lines,
            digest,
            named,
            placeholder_in(f"{parts.fields}\n{parts.body}"),
            claims_made(read.record, parts.body) if kind in CLAIMING else (),
            videos_in(read.record, parts.body, named),
            is_shipped=is_shipped(parts.body),
        )

    return memory.value(tree, found, made, LARGEST_TEXT)


def _slug_of(file: str, kind: Kind) -> str:
    """Give the address part a file's name makes; a page in a folder keeps the folder's name before it."""
    inner = PurePosixPath(file).relative_to(f"content/{kind}").with_suffix("")
    parts = [slugify(part) for part in inner.parts]
    if not all(parts):
        raise ContentError(
            [Problem("no-slug", Location(file), "no address can be made of this file's name.", "Give it one in its front matter, like this: slug: my-page")]
        )
    return "/".join(parts)
