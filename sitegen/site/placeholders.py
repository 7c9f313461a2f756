"""Lines that `sitegen add` writes for her to replace; an item that still holds one says nothing of hers, and is not shown."""

from __future__ import annotations

PLACEHOLDERS = (
    "For whom it is, and what changes, in one or two sentences.",
    "You would say this about yourself.",
    "Write as you would tell a friend.",
    "The person's own words, whole and unchanged.",
    "The words as they are shown, cut from the original: mark each cut with [...] and change nothing else.",
    "What came of it, in one or two sentences.",
    "What was agreed on at the start.",
    "The name of what you counted",
    "A company of 80 people, without its name",
    "What the reader will take away, in one or two sentences.",
    "Begin with what your reader is in the middle of.",
    "For whom it is and what happens, in one or two sentences.",
    "What people do there, and what they take home.",
)
"""Each stands in one of the files that `sitegen add` writes; a test sees to it."""


def placeholder_in(text: str) -> str:
    """Give the first such line that a text still holds, "" when none."""
    return next((line for line in PLACEHOLDERS if line in text), "")
