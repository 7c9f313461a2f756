"""R11: an employer who paid for the coaching is named only with a consent of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.common.patterns import regex
from sitegen.common.problems import Effect, Problem
from sitegen.site.consent import holds
from sitegen.site.front import Consent
from sitegen.site.items import Result
from sitegen.site.model import Item
from sitegen.site.rules.terms import Terms
from sitegen.site.rules.texts import Texts

_WHY = "the employer who pays is a client too, and what is told of a client is confidential (ICF Code of Ethics: confidentiality, sponsors)."


def employer_without_consent(item: Item[Result], terms: Terms) -> Iterator[Problem]:
    """R11: refuse a case that names the paying employer where the employer never agreed (ICF Code of Ethics).

    Where the employer did agree and the consent is over, the theme leaves the name out, which is told; what was typed elsewhere is refused.
    """
    sponsor, consent = item.record.sponsor, item.record.sponsor_consent
    if sponsor is None or holds(consent, terms.as_of):
        return
    if consent is None or consent.status in ("requested", "declined"):
        message = f"this case names the employer who paid, '{sponsor}', without the employer's consent (R11)."
        mend = "Ask the employer and write the answer down under `sponsor_consent:` with status, date, method and scope, or take the line `sponsor:` out."
        yield item.problem("R11", "sponsor", message, mend, _WHY)
        return
    reason = _over(consent, terms)
    for place, _, _ in Texts(item).said(regex(rf"(?<!\w){re.escape(sponsor)}(?!\w)", re.IGNORECASE), without=("sponsor", "client")):
        message = f"this names the employer who paid, '{sponsor}', and the employer's consent {reason} (R11)."
        yield Problem("R11", place, message, "Take the name out, or ask again.", _WHY)
    mend = "Ask the employer again and write down the new answer, or take the line `sponsor:` out."
    yield item.problem("R11", "sponsor", f"left out: the employer's name; the employer's consent {reason} (R11).", mend, effect=Effect.LEAVE_OUT)


def _over(consent: Consent, terms: Terms) -> str:
    if consent.status == "withdrawn" or consent.withdrawn_on is not None:
        return "was withdrawn"
    if consent.date is not None and consent.date > terms.as_of:
        return f"is dated in the future ({consent.date})"
    if consent.until is not None and consent.until < terms.as_of:
        return f"ended on {consent.until}"
    return "does not cover the website"
