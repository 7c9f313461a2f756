"""What was imported and is not taken in yet: one line of JSON a testimonial, in content/private/staged-testimonials.jsonl."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace

from sitegen.common.frozen import frozen
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.imports.given import Given, known_form

STAGED = "staged-testimonials.jsonl"


@frozen
class Staged:
    """One testimonial of an export, and what became of it; of one that was taken in, only by what it is known stays here."""

    origin: str
    given: Given
    marks: tuple[str, ...] = ()
    picked: str = ""
    """The file's name in content/testimonials/, once it is taken in."""
    gone: bool = False

    @property
    def known_by(self) -> tuple[str, ...]:
        """By what it is known again."""
        return self.marks or self.given.known_by


@frozen
class Difference:
    """What an import changes: all that is staged as it is to be, and what is new, changed, gone, as before or kept out since it was taken back."""

    staged: tuple[Staged, ...]
    new: tuple[Staged, ...]
    changed: tuple[Staged, ...]
    gone: tuple[Staged, ...]
    same: tuple[Staged, ...]
    kept_out: int


def read_staged(data: bytes | None) -> tuple[Staged, ...]:
    """Give what is staged; nothing where there is no file. Raises ContentError for a line that can't be read."""
    made = []
    for number, line in enumerate((data or b"").decode("utf-8", "replace").split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            state = {"origin": str(row.pop("origin")), "picked": str(row.pop("picked", "")), "gone": bool(row.pop("gone", False))}
            marks = tuple(map(str, row.pop("marks", ())))
            made.append(Staged(given=Given(**{"text": "", **{name: str(value) for name, value in row.items()}}), marks=marks, **state))  # type: ignore[arg-type]
        except (ValueError, TypeError, AttributeError, KeyError):
            words, mend = "this line of the staging file can't be read.", "Delete the file and import again; nothing on your site is touched by that."
            raise ContentError([Problem("staged-unread", Location(f"content/private/{STAGED}", number), words, mend)]) from None
    return tuple(made)


def written_staged(staged: Iterable[Staged]) -> bytes:
    """Give the staging file, sorted by name and day, empty values left out."""
    lines = []
    for one in sorted(staged, key=lambda s: (known_form(s.given.name), s.given.date, s.origin, s.known_by)):
        own = {"name": one.given.name, "marks": one.known_by, "picked": one.picked} if one.picked else asdict(one.given)
        row = {name: value for name, value in {**own, "origin": one.origin, "gone": one.gone}.items() if value}
        lines.append(json.dumps(row, ensure_ascii=False) + "\n")
    return "".join(lines).encode()


def difference(before: Iterable[Staged], found: Iterable[tuple[str, Given]], origins: Iterable[str], is_kept_out: Callable[[Given], bool]) -> Difference:
    """Compare an export with what is staged. What is not in it any more, of a kind of export that it is, is gone; nothing that was taken back comes in."""
    old, read = list(before), set(origins)
    by_mark: dict[tuple[str, str], int] = {}
    for index, one in enumerate(old):
        for mark in one.known_by:
            by_mark.setdefault((_within(one.origin, mark), mark), index)
    staged: list[Staged] = []
    new: list[Staged] = []
    changed: list[Staged] = []
    same: list[Staged] = []
    seen: set[int] = set()
    kept_out = 0
    for origin, given in found:
        if is_kept_out(given):
            kept_out += 1
            continue
        known = next((by_mark[key] for mark in given.known_by if (key := (_within(origin, mark), mark)) in by_mark), None)
        if known is None or known in seen:
            one = Staged(origin, given)
            new.append(one)
        else:
            seen.add(known)
            was = old[known]
            one = Staged(origin, given, tuple(dict.fromkeys((*given.known_by, *was.marks))) if was.picked else (), was.picked)
            words = given.known_by[-1]
            (same if words in was.known_by else changed).append(one)
        staged.append(one)
    gone = []
    for index, one in enumerate(old):
        if index in seen:
            continue
        lost = one.origin in read
        if not one.picked and is_kept_out(one.given):
            continue
        if lost and not one.gone:
            gone.append(replace(one, gone=True))
        staged.append(replace(one, gone=one.gone or lost))
    return Difference(tuple(staged), tuple(new), tuple(changed), tuple(gone), tuple(same), kept_out)


def _within(origin: str, mark: str) -> str:
    """Give the kind of export within which a mark means one testimonial: a person may say two things on one day in two places."""
    return origin if mark.startswith("given ") else ""
