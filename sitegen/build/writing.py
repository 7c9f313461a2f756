"""Finished bytes to output/: only what changed, never a page that points to a missing picture, nothing of hers lost."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from sitegen.build.stamp import GIT_IGNORE
from sitegen.common.digests import digest
from sitegen.common.frozen import frozen
from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import ContentError

_RECORD = "written.json"
_SET_ASIDE = "set-aside"
_LITTER = (".DS_Store", "Thumbs.db", "desktop.ini")
_KEEP_README = """What lies here is not made again: files that were found in output/ and are not sitegen's, and what undo needs.
It is not part of the site and never published. Delete single files when you are sure; the folder `cache` beside it is always safe to delete.
"""
_OUTPUT_IGNORE = "# What is built goes on the web, not into git.\n*\n!.gitignore\n"


@frozen
class Written:
    """What came of writing: paths in output/ by what happened to them; set-aside ones with where they are now."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    deleted: tuple[str, ...]
    set_aside: tuple[tuple[str, str], ...]


def write_site(
    files: Mapping[str, bytes],
    digests: Mapping[str, str],
    kept: Collection[str],
    found: Iterable[str],
    output: OwnTree,
    keep: OwnTree,
    is_taken_back: Callable[[str, bytes], bool] = lambda _path, _data: False,
) -> Written:
    """Make output/ hold exactly these files, whose digests are given; `kept` are there already as they are to be, `found` is what was there at the build's start.

    All are written beside their places before the first is moved; pictures move first, pages next; deletions come last. A file that sitegen did not write, or that was changed
    since, is moved into keep/ first, unless it holds what a person took back: of that no copy is kept. Killed at any moment, the next call puts all right. Raises ContentError when the disk is full or a file can't be written.
    """
    _make_folders(output, keep)
    before = _record(keep)
    there = {*_without_litter(found, output), *(path for path in files if output.is_there(path))}
    fresh: dict[str, bytes] = {}
    new, changed, unchanged = [], [], list(kept)
    strange: list[str] = []
    for path, data in files.items():
        if path not in there:
            new.append(path)
            fresh[path] = data
            continue
        old = output.read(path)
        if old == data:
            unchanged.append(path)
            continue
        if digest(old) not in before.get(path, ()) and not is_taken_back(path, old):
            strange.append(path)
        changed.append(path)
        fresh[path] = data
    gone = sorted(path for path in there if path not in files and path not in kept)
    ours = [path for path in gone if digest(old := output.read(path)) in before.get(path, ()) or is_taken_back(path, old)]
    after = {path: before.get(path, ()) for path in kept} | {path: (digests[path],) for path in files}
    if fresh or gone or after != before:
        both = {path: tuple(dict.fromkeys((*before.get(path, ()), *after.get(path, ())))) for path in {*before, *after}}
        _remember(keep, both)
    set_aside = [(path, _copied(path, output, keep)) for path in strange]
    for path in _in_the_way(ours, fresh):
        output.delete(path)
    output.place_all(fresh)
    for path in gone:
        if path in ours:
            output.delete(path)
        else:
            set_aside.append((path, output.move_out(path, keep, f"{_SET_ASIDE}/{path}")))
    if fresh or gone or after != before:
        _remember(keep, after)
    return Written(tuple(new), tuple(changed), tuple(unchanged), tuple(ours), tuple(set_aside))


def write_down_as_ours(paths: Iterable[str], output: OwnTree, keep: OwnTree) -> None:
    """Let files of output/ be taken for sitegen's own as they are, so that the next build replaces or deletes them and keeps no copy."""
    record = _record(keep)
    more = {path: tuple(dict.fromkeys((*record.get(path, ()), digest(output.read(path))))) for path in paths}
    if more:
        _remember(keep, {**record, **more})


def _in_the_way(old: Iterable[str], fresh: Iterable[str]) -> list[str]:
    """Give the old files that stand where a new one needs a folder, or in a folder where a new one is to stand: they go first."""
    new = set(fresh)
    parents = {parent for path in new for parent in _parents(path)}
    return [path for path in old if path in parents or not new.isdisjoint(_parents(path))]


def _parents(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:end]) for end in range(1, len(parts))]


def _make_folders(output: OwnTree, keep: OwnTree) -> None:
    output.make()
    output.write_new(GIT_IGNORE, _OUTPUT_IGNORE.encode())
    keep.make(0o700)
    keep.write_new("README.txt", _KEEP_README.encode())


def _without_litter(found: Iterable[str], output: OwnTree) -> Iterator[str]:
    """Give what was found in output/; half-written files and litter of the desktop are deleted."""
    for path in found:
        name = path.rsplit("/", 1)[-1]
        if name in _LITTER or (name.startswith(".sitegen-") and name.endswith(".tmp")):
            output.delete(path)
        else:
            yield path


def _copied(path: str, output: OwnTree, keep: OwnTree) -> str:
    number, target = 1, f"{_SET_ASIDE}/{path}"
    while not keep.write_new(target, output.read(path)):
        number += 1
        target = f"{_SET_ASIDE}/{path}-{number}"
    return target


def _record(keep: OwnTree) -> dict[str, tuple[str, ...]]:
    """Give the digests under which sitegen wrote each file; {} when nothing is known."""
    try:
        known = json.loads(keep.read(_RECORD)) if keep.has(_RECORD) else {}
    except (ContentError, ValueError):
        return {}
    if not isinstance(known, dict):
        return {}
    return {path: tuple(digests) for path, digests in known.items() if isinstance(digests, list)}


def _remember(keep: OwnTree, record: Mapping[str, tuple[str, ...]]) -> None:
    keep.write(_RECORD, (json.dumps({path: list(record[path]) for path in sorted(record)}, indent=0) + "\n").encode())
