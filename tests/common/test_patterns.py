"""Patterns do what `re.compile` does, when they are first used."""

from __future__ import annotations

import re

import pytest

from sitegen.common.patterns import regex


def test_a_pattern_finds_what_a_compiled_one_finds() -> None:
    word, data = regex(r"[a-z]+", re.IGNORECASE), regex(rb"\d+")
    assert word.findall("One two 3") == re.compile(r"[a-z]+", re.IGNORECASE).findall("One two 3")
    assert [word.sub("x", "One two 3"), word.sub("y", "One two 3")] == ["x x 3", "y y 3"]
    assert (word.pattern, word.flags & re.IGNORECASE) == (r"[a-z]+", re.IGNORECASE)
    found = data.search(b"a 12")
    assert found is not None
    assert found[0] == b"12"


def test_a_pattern_is_compiled_when_it_is_first_used() -> None:
    broken = regex("(")
    with pytest.raises(re.error):
        broken.search("x")
