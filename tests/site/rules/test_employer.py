"""R11: who pays is named with a consent of its own, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.common.problems import Effect
from sitegen.site.rules.table import against_rules
from tests.site.in_memory import shown_of
from tests.small_site import changed

CASE = "content/results/decisions.md"
GRANTED = "sponsor_consent: {status: granted, date: 2026-06-01, method: email, scope: [site]}"


def told(folder: Path, lines: str) -> list[str]:
    against = against_rules(shown_of(folder, changed(CASE, "typicality:", lines + "\ntypicality:")))
    assert all(problem.code == "R11" and problem.effect is Effect.REFUSE for problem in against)
    return [str(problem) for problem in against]


@pytest.mark.parametrize("lines", ["sponsor: Harbour Foods", "sponsor: Harbour Foods\nsponsor_consent: {status: requested}"])
def test_r11_an_employer_who_never_agreed_is_not_named(tmp_path: Path, lines: str) -> None:
    assert told(tmp_path, lines) == [
        f"{CASE}:10: this case names the employer who paid, 'Harbour Foods', without the employer's consent (R11).\n"
        "    Ask the employer and write the answer down under `sponsor_consent:` with status, date, method and scope, or take the line `sponsor:` out.\n"
        "    Why: the employer who pays is a client too, and what is told of a client is confidential (ICF Code of Ethics: confidentiality, sponsors)."
    ]


@pytest.mark.parametrize("lines", [f"sponsor: Harbour Foods\n{GRANTED}", GRANTED])
def test_an_employer_who_agreed_may_be_named(tmp_path: Path, lines: str) -> None:
    assert told(tmp_path, lines) == []
