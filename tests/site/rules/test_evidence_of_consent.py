"""W2: a consent that could not be shown if somebody asked for it."""

from __future__ import annotations

from pathlib import Path

from tests.site.rules.asking import ANNA, CASE, PROOF, warned, with_lines
from tests.small_site import SMALL, changed

LOGO = (
    "logos:\n  - {id: one, name: One, source: s, as_of: 2026-10-01, consent: {status: granted, date: 2026-05-04, method: %s, scope: [site], items: [logo]%s}}\n"
)
SPONSOR = "sponsor_consent: {status: granted, date: 2026-06-01, method: oral, scope: [site]}"
WHY = "    Why: whoever relies on a consent has to be able to show it (GDPR Art 7(1), CAP Code 3.45)."


def test_w2_a_consent_that_was_only_spoken(tmp_path: Path) -> None:
    assert warned(tmp_path / "quote", changed(ANNA, "method: email", "method: oral"), "W2") == [
        f"{ANNA}:9: the consent was only spoken (W2).\n    Ask for a line by mail, keep it, and write method: email.\n" + WHY
    ]
    assert warned(tmp_path / "employer", with_lines(CASE, "sponsor: Harbour Foods", SPONSOR), "W2") == [
        f"{CASE}:3: the employer's consent was only spoken (W2).\n    Ask for a line by mail, keep it, and write method: email.\n" + WHY
    ]
    assert warned(tmp_path / "logo", {**SMALL, PROOF: LOGO % ("oral", "")}, "W2") == [
        f"{PROOF}:2: the consent for the logo of 'one' was only spoken (W2).\n    Ask for a line by mail, keep it, and write method: email.\n" + WHY
    ]


def test_w2_a_consent_without_evidence(tmp_path: Path) -> None:
    assert warned(tmp_path / "quote", changed(ANNA, "  evidence: content/private/evidence/anna.eml\n", ""), "W2") == [
        f"{ANNA}:9: the consent has no evidence on file (W2).\n"
        "    Save the mail or form in content/private/evidence/ and name it: evidence: content/private/evidence/anna.eml\n" + WHY
    ]
    assert warned(tmp_path / "case", changed(CASE, ", evidence: content/private/evidence/yes.eml", ""), "W2") == [
        f"{CASE}:12: the consent has no evidence on file (W2).\n"
        "    Save the mail or form in content/private/evidence/ and name it: evidence: content/private/evidence/anna.eml\n" + WHY
    ]
    assert warned(tmp_path / "logo", {**SMALL, PROOF: LOGO % ("email", "")}, "W2") == [
        f"{PROOF}:2: the consent for the logo of 'one' has no evidence on file (W2).\n"
        "    Save the mail or form in content/private/evidence/ and name it: evidence: content/private/evidence/anna.eml\n" + WHY
    ]


def test_a_consent_with_its_mail_is_enough(tmp_path: Path) -> None:
    assert warned(tmp_path / "b", {**SMALL, PROOF: LOGO % ("email", ", evidence: content/private/evidence/logo.eml")}, "W2") == []
    assert warned(tmp_path / "c", {**SMALL, PROOF: LOGO.replace("granted, date: 2026-05-04", "requested") % ("email", "")}, "W2") == []


def test_where_the_law_asks_for_more_the_item_is_left_out_instead(tmp_path: Path) -> None:
    files = changed(ANNA, "method: email", "method: oral")
    assert warned(tmp_path, {**files, "content/site.yaml": SMALL["content/site.yaml"].replace("country: eu", "country: us")}, "W2") == []
