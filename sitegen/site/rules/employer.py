"""R11: an employer who paid for the coaching is named only with a consent of its own."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.common.problems import Problem
from sitegen.site.items import Result
from sitegen.site.model import Item
from sitegen.site.rules.terms import Terms

_WHY = "the employer who pays is a client too, and what is told of a client is confidential (ICF Code of Ethics: confidentiality, sponsors)."


def employer_without_consent(item: Item[Result], terms: Terms) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked in the same way
    """R11: refuse a case that names the paying employer where the employer never agreed (ICF Code of Ethics)."""
    sponsor, consent = item.record.sponsor, item.record.sponsor_consent
    if sponsor is not None and (consent is None or consent.status in ("requested", "declined")):
        message = f"this case names the employer who paid, '{sponsor}', without the employer's consent (R11)."
        mend = "Ask the employer and write the answer down under `sponsor_consent:` with status, date, method and scope, or take the line `sponsor:` out."
        yield item.problem("R11", "sponsor", message, mend, _WHY)
