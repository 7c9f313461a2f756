"""What the rules of a country ask beside what is asked everywhere: the one place where countries differ, each difference with its source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from sitegen.common.frozen import frozen

Country: TypeAlias = Literal["us", "uk", "eu", "de", "fr", "other"]


@frozen
class Asks:
    """What one country asks more."""

    written_consent: bool = False
    """A consent that was only spoken is none, R2 (NY Civil Rights Law s.51)."""
    evidence_of_consent: bool = False
    """A consent with no evidence on file is none, R2 (CAP Code 3.45)."""
    imprint: bool = False
    """The site has an imprint, with a postal and an e-mail address (DDG s.5)."""
    dates_of_experience: bool = False
    """Beside each opinion stands when it was given and when the coaching took place (Code de la consommation L.111-7-2, D.111-16 and 17)."""
    complaint: Literal["privacy_complaint", "privacy_complaint_uk"] = "privacy_complaint"
    """The words of the privacy page on where to complain: an authority of one's own, or the one there is (GDPR Art 77, UK Data Protection Act 2018 s.165)."""


ASKS: Mapping[str, Asks] = {
    "us": Asks(written_consent=True),
    "uk": Asks(evidence_of_consent=True, complaint="privacy_complaint_uk"),
    "eu": Asks(),
    "de": Asks(imprint=True),
    "fr": Asks(dates_of_experience=True),
    "other": Asks(),
}
"""By the word in site.yaml."""
