"""Which style rules nothing on the site needs."""

from __future__ import annotations

import pytest

from sitegen.contract.style_rules import rules_of
from sitegen.contract.unused import seen_on, unused

SEEN = seen_on(['<main id="main" class="band wide"><p>.promo</p><a href="/" class=\'odd\' aria-current="page">x</a></main>'])


@pytest.mark.parametrize(
    "selector",
    ["main", ".band", ".wide > p", "#main", "a[aria-current]", 'a[href^="/"]:hover', "p::before", ".band:not(.gone)", ":is(.gone, p) a", "*", "::selection"],
)
def test_a_rule_whose_names_stand_on_a_page_is_needed(selector: str) -> None:
    assert SEEN.needs(selector)


@pytest.mark.parametrize("selector", [".promo", ".band .gone", "#other", "table", "p[title]", ".gone:hover", "hr"])
def test_a_rule_with_a_name_that_stands_nowhere_is_not(selector: str) -> None:
    assert not SEEN.needs(selector)


def test_rules_are_found_with_their_bytes_wherever_they_stand() -> None:
    css = "@layer a{p{margin:0}.gone,.band{margin:0}@media (min-width:1px){.lost{margin:0;padding:0}}}@keyframes x{from{top:0}}"
    found = unused(rules_of(css), SEEN)
    assert [(rule.selector, rule.size) for rule in found] == [(".gone", 10), (".lost", 25)]
    assert found[1].around == ("@layer a", "@media (min-width:1px)")
