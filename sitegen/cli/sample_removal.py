"""What has to go so that no sample is left on a site."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.common.decoding import decoded
from sitegen.common.edits import without_entries
from sitegen.common.frozen import frozen
from sitegen.common.trees import Tree
from sitegen.render.routes import GENERATED
from sitegen.site.load import load_site
from sitegen.site.model import FACTS_FILE, FILES, IMAGES, SETTINGS_FILE


@frozen
class Removal:
    """Files to move away, files to write anew, and how many entries those lose."""

    files: tuple[str, ...]
    rewritten: Mapping[str, bytes]
    entries: int
    settings_are_sample: bool


def removal(tree: Tree) -> Removal:
    """Give what is to be taken away. Raises ContentError when the site can't be read."""
    site = load_site(tree)
    gone = [item for item in site.items() if item.record.sample]
    kept = [decoded(tree.read(item.file), item.file) for item in site.items() if not item.record.sample]
    rewritten: dict[str, bytes] = {}
    entries = 0
    if tree.has(FACTS_FILE):
        old = text = decoded(tree.read(FACTS_FILE), FACTS_FILE)
        for group in ("figures", "logos", "credentials", "press", "ratings"):
            samples = [index for index, entry in enumerate(getattr(site.facts, group)) if entry.sample]
            text = without_entries(text, FACTS_FILE, group, samples)
            entries += len(samples)
        kept.append(text)
        if text != old:
            rewritten[FACTS_FILE] = _saved_as(tree.read(FACTS_FILE), text)
    old = text = decoded(tree.read(SETTINGS_FILE), SETTINGS_FILE)
    addresses = {item.address for item in gone} - {"/", *(f"/{name}/" for name in GENERATED)}
    dead = [index for index, entry in enumerate(site.settings.menu) if entry.to in addresses]
    text = without_entries(text, SETTINGS_FILE, "menu", dead)
    entries += len(dead)
    kept.append(text)
    if text != old:
        rewritten[SETTINGS_FILE] = _saved_as(tree.read(SETTINGS_FILE), text)
    words = "\n".join(kept)
    lost = "\n".join(decoded(tree.read(item.file), item.file) for item in gone)
    unused = [f"{IMAGES}/{name}" for name in sorted(site.pictures) if name in lost and name not in words]
    unused += [f"{FILES}/{name}" for name in site.files if name in lost and name not in words]
    return Removal(tuple(sorted([item.file for item in gone] + unused)), rewritten, entries, site.settings.sample)


def _saved_as(before: bytes, text: str) -> bytes:
    """Give a text as its file was saved: with its mark, its encoding and its line ends."""
    encoding = "utf-16" if before.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig" if before.startswith(b"\xef\xbb\xbf") else "utf-8"
    was = before.decode(encoding)
    return text.replace("\n", "\r\n" if was.count("\r\n") == was.count("\n") else "\n").encode(encoding)
