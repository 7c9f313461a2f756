"""What one build remembers for the next, in parts: an edit writes only the parts that it touches.

A part is named by its own seal, so that a stamp's parts are whole or not there at all, and a build that is killed while it writes new ones leaves the old.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from sitegen.common.own_trees import OwnTree
from sitegen.common.packing import packed, seal_of, unpacked
from sitegen.common.problems import ContentError

Parts: TypeAlias = Mapping[str, tuple[str, ...]]
"""The files of each mapping, in order."""

FOLDER = "remembered"
_IN_A_PART = 128


class Shelf(Mapping[str, Any]):
    """One mapping, whose parts are taken out when something in them is asked for; a part that is damaged or gone holds nothing."""

    def __init__(self, cache: OwnTree, files: tuple[str, ...], version: str) -> None:
        self._cache, self._files, self._version = cache, files, version
        self._out: dict[int, dict[str, Any]] = {}

    def __getitem__(self, key: str) -> Any:
        if not self._files:
            raise KeyError(key)
        index = zlib.crc32(key.encode()) % len(self._files) if len(self._files) > 1 else 0
        return self._part(index)[key]

    def __iter__(self) -> Iterator[str]:
        return iter([key for index in range(len(self._files)) for key in self._part(index)])

    def __len__(self) -> int:
        return sum(len(self._part(index)) for index in range(len(self._files)))

    def _part(self, index: int) -> dict[str, Any]:
        if index not in self._out:
            try:
                taken = taken_out(self._cache, {"": self._files[index : index + 1]}, self._version)
                self._out[index] = taken[""]
            except (ContentError, ValueError):
                self._out[index] = {}
        return self._out[index]


def taken_out(cache: OwnTree, parts: Parts, version: str) -> dict[str, dict[Any, Any]]:
    """Give the mappings. Raises ValueError for what is damaged, of another version or not what its name says; ContentError for what is gone."""
    mappings: dict[str, dict[Any, Any]] = {}
    for name, files in parts.items():
        mappings[name] = {}
        for file, data in zip(files, cache.read_each(FOLDER, files), strict=True):
            if seal_of(data) != file.rpartition("-")[2]:
                raise ValueError("another part's name")
            mappings[name].update(unpacked(data, version))
    return mappings


def put_away(mappings: Mapping[str, Mapping[Any, Any]], before: Mapping[str, Mapping[Any, Any]], parts: Parts, version: str) -> tuple[Parts, dict[str, bytes]]:
    """Give the parts, and the files to write for those that hold something else than `before`; values are told apart by identity."""
    fresh: dict[str, tuple[str, ...]] = {}
    files: dict[str, bytes] = {}
    for name, mapping in mappings.items():
        count = 1 << (len(mapping) // _IN_A_PART).bit_length() if all(isinstance(key, str) for key in mapping) else 1
        old_names, old = parts.get(name, ()), _divided(before.get(name, {}), count)
        names = []
        for index, entries in enumerate(_divided(mapping, count)):
            if len(old_names) == count and _is_same(entries, old[index]):
                names.append(old_names[index])
                continue
            data = packed(entries, version)
            names.append(f"{name}-{seal_of(data)}")
            files[f"{FOLDER}/{names[-1]}"] = data
        fresh[name] = tuple(names)
    return fresh, files


def clear_out(cache: OwnTree, parts: Parts) -> None:
    """Delete the parts that no mapping has any more."""
    known = {f"{FOLDER}/{file}" for files in parts.values() for file in files}
    for path in cache.every_file():
        if path.startswith(FOLDER + "/") and path not in known:
            cache.delete(path)


def _divided(mapping: Mapping[Any, Any], count: int) -> list[dict[Any, Any]]:
    """Give the entries in this many groups, each always in the same one."""
    if count == 1:
        return [dict(mapping)]
    groups: list[dict[Any, Any]] = [{} for _ in range(count)]
    for key, value in mapping.items():
        groups[zlib.crc32(key.encode()) % count][key] = value
    return groups


def _is_same(entries: Mapping[Any, Any], others: Mapping[Any, Any]) -> bool:
    return len(entries) == len(others) and all(others.get(key) is value for key, value in entries.items())
