"""Every rule on what is shown, and the asking of them all: each item is looked at again only when it, or what the rules are told, is another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, compress
from operator import attrgetter
from typing import Any, TypeAlias

from sitegen.common.digests import digest
from sitegen.common.problems import Problem
from sitegen.common.reuse import Reuse
from sitegen.site.model import Item, Kind
from sitegen.site.rules.ages import old
from sitegen.site.rules.attribution import attributed_to_company, case_without_name_but_known, unnamed_but_known
from sitegen.site.rules.checked import is_unverified, praise_called_verified, verified_without_method
from sitegen.site.rules.completeness import headed_as_complete
from sitegen.site.rules.employer import employer_without_consent
from sitegen.site.rules.evidence_of_consent import consent_hard_to_show, logo_consent_hard_to_show
from sitegen.site.rules.experience import experience_not_told
from sitegen.site.rules.newsletter import newsletter_without_address
from sitegen.site.rules.original_words import pull_quote_only_cut, translation_labelled, typos_are_slips, words_only_cut
from sitegen.site.rules.public_facts import average_without_day, credential_says_too_little
from sitegen.site.rules.relation import benefit_without_disclosure, close_without_disclosure
from sitegen.site.rules.results_claims import unbacked_claims
from sitegen.site.rules.service_promises import promises_too_much
from sitegen.site.rules.terms import Terms
from sitegen.site.rules.texts import Texts
from sitegen.site.rules.typical_results import results_without_expectation, told_results_without_expectation
from sitegen.site.rules.video_words import video_only_cut
from sitegen.site.showing import Showing

Rule: TypeAlias = Callable[[Item[Any], Terms], Iterable[Problem]]
TextRule: TypeAlias = Callable[[Texts, Terms], Iterable[Problem]]
FactRule: TypeAlias = Callable[[Showing], Iterable[Problem]]

RULES: Mapping[Kind, tuple[Rule, ...]] = {
    "pages": (headed_as_complete,),
    "services": (headed_as_complete,),
    "testimonials": (
        words_only_cut, pull_quote_only_cut, video_only_cut, typos_are_slips, translation_labelled, close_without_disclosure, verified_without_method, experience_not_told, old, consent_hard_to_show,
        attributed_to_company, unnamed_but_known, told_results_without_expectation,
    ),
    "results": (results_without_expectation, benefit_without_disclosure, employer_without_consent, old, consent_hard_to_show, case_without_name_but_known),
    "articles": (),
    "events": (),
}  # fmt: skip
"""The rules on each kind of item. What an item is not shown for (R2, R3) stands in `site.consent`."""

TEXT_RULES: Mapping[Kind, tuple[TextRule, ...]] = {
    "pages": (praise_called_verified, average_without_day),
    "services": (praise_called_verified, promises_too_much, average_without_day),
}
"""The rules on what stands in the texts of an item, of the kinds that have any."""

FACT_RULES: tuple[FactRule, ...] = (logo_consent_hard_to_show, credential_says_too_little, newsletter_without_address)
"""The rules on data/proof.yaml and site.yaml."""

SITE_RULES: tuple[FactRule, ...] = (unbacked_claims,)
"""The rules that look at several files at once."""


Judged: TypeAlias = Mapping[str, tuple[Problem, ...]]
"""What was found in items, each by the digests of what the rules were told and of the item with its videos."""

NOT_JUDGED: Judged = {}


def against_rules(shown: Showing, before: Judged = NOT_JUDGED) -> tuple[Problem, ...]:
    """Give everything that is against a rule in what is shown on a day, each with the effect that the rule has; () when all is well.

    An item that was judged before is not looked at again; it, what is said in its videos, and the terms are all that its problems come of.
    """
    return tuple(_problems(shown, before))


def judged(shown: Showing, before: Judged = NOT_JUDGED) -> Judged:
    """Give what was found in each item, to be remembered for the next time."""
    terms = _terms(shown)
    told = _digest_of(terms)
    every = (
        (item, found) for kind, items in shown.kinds() if RULES[kind] for item, found in zip(items, _each(kind, items, terms, before, shown.reuse), strict=True)
    )
    return {_key(item, told): found for item, found in every}


def _problems(shown: Showing, before: Judged) -> Iterator[Problem]:
    reuse, terms = shown.reuse, _terms(shown)
    for kind, items in shown.kinds():
        if RULES[kind]:
            yield from reuse.of(f"against rules in {kind}", _of_items, kind, items, terms, before, reuse)
    for rule in (*SITE_RULES, *FACT_RULES):
        yield from rule(shown)


def _terms(shown: Showing) -> Terms:
    reuse, settings = shown.reuse, shown.settings
    unverified = reuse.of("first unverified", _first_unverified, shown.testimonials, reuse)
    return reuse.same("terms of the rules", Terms(settings.country, settings.language, shown.as_of, settings.name, unverified))


def _of_items(kind: Kind, items: tuple[Item[Any], ...], terms: Terms, before: Judged, reuse: Reuse) -> tuple[Problem, ...]:
    return tuple(chain.from_iterable(_each(kind, items, terms, before, reuse)))


def _each(kind: Kind, items: tuple[Item[Any], ...], terms: Terms, before: Judged, reuse: Reuse) -> list[tuple[Problem, ...]]:
    told = reuse.of("digest of the terms", _digest_of, terms)
    return reuse.each(f"against rules in each of {kind}", items, _of_item, kind, terms, told, before)


def _digest_of(terms: Terms) -> str:
    return digest(repr(terms).encode())


def _key(item: Item[Any], told: str) -> str:
    """Give what an item's problems come of, as one name: the rules' terms, its file, and what is said in its videos."""
    return told + item.digest + "".join(f" {said.file} {said.digest}" for said in item.video_texts)


def _of_item(item: Item[Any], kind: Kind, terms: Terms, told: str, before: Judged) -> tuple[Problem, ...]:
    if (known := before.get(_key(item, told))) is not None:
        return known
    problems = [problem for rule in RULES[kind] for problem in rule(item, terms)]
    if kind in TEXT_RULES:
        texts = Texts(item)
        problems += [problem for rule in TEXT_RULES[kind] for problem in rule(texts, terms)]
    return tuple(problems)


def _first_unverified(items: tuple[Item[Any], ...], reuse: Reuse) -> str:
    marks = reuse.each("unverified", items, is_unverified)
    return min(map(attrgetter("file"), compress(items, marks)), default="")
