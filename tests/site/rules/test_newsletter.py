"""W10: letters that people sign up for come with a postal address."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.rules.asking import warned
from tests.small_site import SITE, SMALL

LETTERS = "newsletter: {action: https://letters.example.com/subscribe}\n"
ADDRESS = "address: {street: 1 Sample Street, postcode: '0150', city: Oslo, country: NO}\n"


def test_w10_a_newsletter_has_a_postal_address(tmp_path: Path) -> None:
    assert warned(tmp_path, {**SMALL, "content/site.yaml": SITE + LETTERS}, "W10") == [
        "content/site.yaml:6: people can sign up for your letters here, and there is no postal address of whoever sends them (W10).\n"
        "    Add `address:` to content/site.yaml, and put the address below each letter; a letter box you rent will do.\n"
        "    Why: whoever sends letters to many has to say where one is to be found (CAN-SPAM 15 USC 7704, UK PECR reg 23)."
    ]


@pytest.mark.parametrize("lines", [LETTERS + ADDRESS, ADDRESS, LETTERS + "sample: true\n", ""], ids=["with one", "no letters", "a sample", "neither"])
def test_nobody_else_is_asked_for_one(tmp_path: Path, lines: str) -> None:
    assert warned(tmp_path, {**SMALL, "content/site.yaml": SITE + lines}, "W10") == []
