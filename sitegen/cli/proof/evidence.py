"""Papers that show what a person said, copied into content/private/evidence/ under a name of their own; nothing there is written over."""

from __future__ import annotations

from sitegen.outreach.desk import Desk
from sitegen.outreach.reading import FOLDER


def kept_evidence(desk: Desk, stem: str, ending: str, data: bytes) -> str:
    """Copy a paper and give its path as `evidence:` names it; the same paper is not copied twice."""
    for number in range(1, 1000):
        name = f"evidence/{stem}{'' if number == 1 else f'-{number}'}{ending}"
        if not desk.private.has(name):
            desk.private.replace(name, None, data)
            return f"{FOLDER}/{name}"
        if desk.private.read(name) == data:
            return f"{FOLDER}/{name}"
    raise AssertionError("a thousand papers of one name")
