"""The starter as a coach's own site: its marks of a sample taken off, and a word changed in each text, so that none is known as one that ships."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

CONTENT = Path(__file__).resolve().parents[1] / "content"
_WORD = re.compile(r"\b[a-z]{5,}\b")


def starter_copy() -> dict[str, bytes]:
    """Give every file of the copy by its path in a site's folder."""
    files: dict[str, bytes] = {}
    for path in sorted(CONTENT.rglob("*")):
        inside = path.relative_to(CONTENT)
        if not path.is_file() or inside.parts[0] == "private":
            continue
        data = path.read_bytes()
        if path.suffix in (".md", ".yaml"):
            data = _own(data.decode()).encode()
        files[f"content/{inside.as_posix()}"] = data
    return files


def write_starter_copy(folder: Path) -> Path:
    """Write the copy below a folder."""
    for path, data in starter_copy().items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder


def write_evidence(site: Path) -> None:
    """Write a file for each that a record of a site names as evidence."""
    for path in site.glob("content/*/*.md"):
        for named in re.findall(r"evidence: (content/private/[\w./-]+)", path.read_text(encoding="utf-8")):
            (site / named).parent.mkdir(parents=True, exist_ok=True)
            (site / named).write_bytes(b"On file.")


def _own(text: str) -> str:
    text = re.sub(r"^ *sample: true *\n", "", text, flags=re.MULTILINE)
    front, mark, body = text.rpartition("\n---\n")
    if not mark or not body.strip():
        return text
    prose = "\n".join(line for line in body.replace("[...]", "").splitlines() if not set(line) & set("[#|!<`"))
    counts = Counter(_WORD.findall(body))
    original = re.search(r"^original: \|\n((?:  .*\n)+)", front, re.MULTILINE)
    word = next(word for word in _WORD.findall(prose) if counts[word] == 1 and (original is None or re.search(rf"\b{word}\b", original[1])))
    body = _with_another_word(word, body)
    if original is not None:
        front = re.sub(r"^(original: \|\n(?:  .*\n)+|pull_quote: .*\n)", lambda found: _with_another_word(word, found[0]), front, flags=re.MULTILINE)
    return front + mark + body


def _with_another_word(word: str, text: str) -> str:
    return re.sub(rf"\b{word}\b", "otherwise", text)
