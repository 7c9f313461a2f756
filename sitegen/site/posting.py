"""What may be posted on social media on a day: words and cases whose people agreed to that, and why the others may not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sitegen.common.frozen import frozen
from sitegen.common.problems import Effect, Problem
from sitegen.site.check import check_site
from sitegen.site.front import Consent
from sitegen.site.items import Result, Testimonial
from sitegen.site.model import Item, Kind, Site
from sitegen.site.rules.table import against_rules
from sitegen.site.showing import Showing, showing, why_hidden

KINDS: tuple[Kind, ...] = ("testimonials", "results")
"""What is posted."""


@frozen
class Posting:
    """What may be posted: the site as if it were shown there, what of it may be, and the reasons of the rest."""

    shown: Showing
    items: tuple[Item[Any], ...]
    left_out: tuple[Problem, ...]


def posting(site: Site, as_of: date) -> Posting:
    """Give what may be posted on a day. Nothing is left out silently.

    A consent has to name `social` in its scope, that of an employer who is named too (NY Civil Rights Law s.51, GDPR Art 7, ICF Code). Words and numbers have to keep the rules of the
    site (R4 to R8, R10, R11), whether they stand there or not.
    """
    reasons = {item.file: why_not_posted(item, site, as_of) for kind in KINDS for item in getattr(site, kind)}
    opened: dict[str, Any] = {kind: tuple(_as_if_on_site(item) if reasons[item.file] is None else item for item in getattr(site, kind)) for kind in KINDS}
    open_site = replace(site, **opened)
    shown = showing(open_site, as_of)
    against = _refused((*check_site(open_site), *against_rules(shown)))
    items = tuple(item for kind in KINDS for item in getattr(shown, kind) if reasons[item.file] is None and item.file not in against)
    told = [reason or against.get(file) for file, reason in reasons.items()]
    return Posting(shown, items, tuple(problem for problem in told if problem is not None and problem.code != "not-published"))


def why_not_posted(item: Item[Any], site: Site, as_of: date) -> Problem | None:
    """Give the reason why an item may not be posted on a day, None when it may."""
    hidden = why_hidden(item, site.settings, as_of, "social")
    if hidden is not None:
        if hidden.message == "left out: the consent does not cover social media (R2).":
            ask = f"If not yet asked: sitegen proof approve {item.slug} --scope {','.join((*item.record.consent.scope, 'social'))}"
            return replace(hidden, mend=f"{hidden.mend}\n{ask}")
        return hidden
    record = item.record
    if isinstance(record, Result) and record.sponsor and not _covers_posts(record.sponsor_consent, as_of):
        message = "left out: the consent of the employer who paid does not cover social media (R11)."
        return item.problem("R11", "sponsor_consent", message, "Ask the employer; after a yes write scope: [site, social] there too.", effect=Effect.LEAVE_OUT)
    return None


def _covers_posts(consent: Consent | None, as_of: date) -> bool:
    if consent is None or consent.status != "granted" or consent.withdrawn_on is not None or consent.date is None or "social" not in consent.scope:
        return False
    return consent.date <= as_of and (consent.until is None or consent.until >= as_of)


def _as_if_on_site(item: Item[Any]) -> Item[Any]:
    """Give an item whose consent covers posts as if it covered the site, so that it is read and checked as any other."""
    record: Testimonial | Result = item.record
    consent = record.consent
    if consent is None or "site" in consent.scope:
        return item
    opened: Any = replace(record, consent=replace(consent, scope=("site", *consent.scope)))
    return replace(item, record=opened, digest=f"{item.digest} as if agreed")


def _refused(problems: tuple[Problem, ...]) -> Mapping[str, Problem]:
    """Give the first problem of each file that no build lets pass."""
    found: dict[str, Problem] = {}
    for problem in problems:
        if problem.effect is Effect.REFUSE:
            found.setdefault(problem.location.file, problem)
    return found
