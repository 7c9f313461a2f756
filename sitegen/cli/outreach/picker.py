"""The list on the terminal from which imported people are picked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sitegen.outreach.imports.staging import Staged

PAGE = 15
_HELP = "Numbers to pick (1 3 5-8), Enter: next page, /word: only those with it, b: back, d: done, q: nobody"


def picked(staged: Sequence[Staged], numbers: Sequence[int]) -> list[int]:
    """Show the staged people page by page and give those whom she picks, in the order of the list."""
    from sitegen.outreach.finding import folded

    chosen: set[int] = set()
    shown, start = list(numbers), 0
    while shown:
        page = shown[start : start + PAGE]
        print(f"\n{start + 1} to {start + len(page)} of {len(shown)}; {len(chosen)} picked.")
        for count, number in enumerate(page, start + 1):
            print(f" {'*' if number in chosen else ' '}{count:4}  {_row(staged[number])}")
        answer = input(f"{_HELP}\n> ").strip()
        if answer in ("q", "quit"):
            return []
        if answer in ("d", "done"):
            break
        if answer == "":
            start += PAGE
            if start >= len(shown):
                break
        elif answer == "b":
            start = max(0, start - PAGE)
        elif answer.startswith("/"):
            word = folded(answer[1:])
            narrowed = [n for n in numbers if word in folded(f"{staged[n].contact.name} {staged[n].job} {staged[n].contact.former}")]
            if not narrowed:
                print(f"Nobody has '{answer[1:]}'.")
            shown, start = narrowed or shown, 0
        else:
            chosen ^= {shown[place] for place in _places(answer) if 0 <= place < len(shown)}
    return [number for number in numbers if number in chosen]


def _places(answer: str) -> set[int]:
    """Give the places, from 0, that `1 3 5-8` means."""
    places: set[int] = set()
    for first, last in re.findall(r"(\d{1,5})(?:\s*-\s*(\d{1,5}))?", answer):
        places.update(range(int(first) - 1, min(int(last or first), int(first) + 1000)))
    return places


def _row(one: Staged) -> str:
    mark = " +" if one.contact.former else "  "
    text = f"{one.contact.name[:26]:<26}{mark} {one.job}"
    return text if len(text) <= 72 else text[:71].rstrip() + "…"
