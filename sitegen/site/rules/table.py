"""Every rule on what is shown, and the asking of them all: each item is looked at again only when it, or what the rules are told, is another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from sitegen.common.problems import Problem
from sitegen.site.model import Item, Kind
from sitegen.site.rules.employer import employer_without_consent
from sitegen.site.rules.original_words import pull_quote_only_cut, translation_labelled, typos_are_slips, words_only_cut
from sitegen.site.rules.terms import Terms
from sitegen.site.showing import Showing

Rule: TypeAlias = Callable[[Item[Any], Terms], Iterable[Problem]]

RULES: Mapping[Kind, tuple[Rule, ...]] = {
    "pages": (),
    "services": (),
    "testimonials": (words_only_cut, pull_quote_only_cut, typos_are_slips, translation_labelled),
    "results": (employer_without_consent,),
    "articles": (),
    "events": (),
}
"""The rules on each kind of item. What an item is not shown for (R2, R3) stands in `site.consent`."""


def against_rules(shown: Showing) -> tuple[Problem, ...]:
    """Give everything that is against a rule in what is shown on a day, each with the effect that the rule has; () when all is well."""
    return tuple(_problems(shown))


def _problems(shown: Showing) -> Iterator[Problem]:
    reuse, settings = shown.reuse, shown.settings
    terms = reuse.same("terms of the rules", Terms(settings.country, settings.language, shown.as_of))
    for kind, items in shown.kinds():
        if RULES[kind]:
            yield from reuse.of(f"against rules in {kind}", _of_items, kind, items, terms, reuse)


def _of_items(kind: Kind, items: tuple[Item[Any], ...], terms: Terms, reuse: Any) -> tuple[Problem, ...]:
    every = reuse.each(f"against rules in each of {kind}", items, _of_item, kind, terms)
    return tuple(problem for some in every for problem in some)


def _of_item(item: Item[Any], kind: Kind, terms: Terms) -> tuple[Problem, ...]:
    return tuple(problem for rule in RULES[kind] for problem in rule(item, terms))
