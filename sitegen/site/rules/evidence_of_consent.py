"""W2: a consent that could not be shown if somebody asked for it."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.common.problems import Effect, Location, Problem
from sitegen.site.front import Consent
from sitegen.site.items import Result, Testimonial
from sitegen.site.model import Item
from sitegen.site.rules.terms import Terms
from sitegen.site.showing import Showing

_WHY = "whoever relies on a consent has to be able to show it (GDPR Art 7(1), CAP Code 3.45)."


def consent_hard_to_show(item: Item[Testimonial | Result], terms: Terms) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked in the same way
    """W2: tell of a consent that was only spoken, or has no evidence on file (GDPR Art 7(1)); in the US and the UK R2 leaves such items out."""
    yield from _weak(item.record.consent, item.location("consent"), "the consent")
    if isinstance(item.record, Result) and item.record.sponsor:
        yield from _weak(item.record.sponsor_consent, item.location("sponsor_consent"), "the employer's consent")


def logo_consent_hard_to_show(shown: Showing) -> Iterator[Problem]:
    """W2 for the logos of data/proof.yaml."""
    for index, logo in enumerate(shown.site.facts.logos):
        if logo in shown.logos:
            yield from _weak(logo.consent, shown.site.fact(f"logos.{index}.consent"), f"the consent for the logo of '{logo.id}'")


def _weak(consent: Consent | None, place: Location, whose: str) -> Iterator[Problem]:
    if consent is None or consent.status != "granted":
        return
    if consent.method == "oral":
        yield Problem("W2", place, f"{whose} was only spoken (W2).", "Ask for a line by mail, keep it, and write method: email.", _WHY, Effect.WARN)
    elif not consent.evidence:
        mend = "Save the mail or form in content/private/evidence/ and name it: evidence: content/private/evidence/anna.eml"
        yield Problem("W2", place, f"{whose} has no evidence on file (W2).", mend, _WHY, Effect.WARN)
