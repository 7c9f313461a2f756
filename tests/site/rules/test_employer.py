"""R11: who pays is named with a consent of its own, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.common.problems import Effect
from sitegen.site.rules.table import against_rules
from tests.site.in_memory import shown_of
from tests.small_site import changed

CASE = "content/results/decisions.md"
WHY = "    Why: the employer who pays is a client too, and what is told of a client is confidential (ICF Code of Ethics: confidentiality, sponsors)."
GRANTED = "sponsor_consent: {status: granted, date: 2026-06-01, method: email, scope: [site], evidence: content/private/evidence/e.eml}"


def told(folder: Path, lines: str, effect: Effect = Effect.REFUSE, body: str = "") -> list[str]:
    files = changed(CASE, "typicality:", lines + "\ntypicality:")
    against = against_rules(shown_of(folder, {**files, CASE: str(files[CASE]) + body}))
    assert {problem.code for problem in against} <= {"R11"}
    return [str(problem) for problem in against if problem.effect is effect]


def test_r11_an_employer_who_never_agreed_is_not_named(tmp_path: Path) -> None:
    assert told(tmp_path / "a", "sponsor: Harbour Foods") == [
        f"{CASE}:10: this case names the employer who paid, 'Harbour Foods', without the employer's consent (R11).\n"
        "    Ask the employer and write the answer down under `sponsor_consent:` with status, date, method and scope, or take the line `sponsor:` out.\n" + WHY
    ]
    assert told(tmp_path / "b", "sponsor: Harbour Foods\nsponsor_consent: {status: requested}") == told(tmp_path / "a", "sponsor: Harbour Foods")


def test_r11_an_employer_who_took_it_back_is_left_out_and_named_nowhere_else(tmp_path: Path) -> None:
    withdrawn = "sponsor: Harbour Foods\nsponsor_consent: {status: withdrawn, withdrawn_on: 2026-10-01}"
    assert told(tmp_path / "a", withdrawn) == []
    assert told(tmp_path / "a", withdrawn, Effect.LEAVE_OUT) == [
        f"{CASE}:10: left out: the employer's name; the employer's consent was withdrawn (R11).\n"
        "    Ask the employer again and write down the new answer, or take the line `sponsor:` out."
    ]
    assert told(tmp_path / "b", withdrawn, body="\nThere was no list.\nThe people of harbour foods made one.\n") == [
        f"{CASE}:20: this names the employer who paid, 'Harbour Foods', and the employer's consent was withdrawn (R11).\n"
        "    Take the name out, or ask again.\n" + WHY
    ]
    assert told(tmp_path / "c", f"sponsor: Harbour Foods\n{GRANTED.replace('}', ', until: 2026-11-20}')}", Effect.LEAVE_OUT) == [
        f"{CASE}:10: left out: the employer's name; the employer's consent ended on 2026-11-20 (R11).\n"
        "    Ask the employer again and write down the new answer, or take the line `sponsor:` out."
    ]


@pytest.mark.parametrize("lines", [f"sponsor: Harbour Foods\n{GRANTED}", GRANTED])
def test_an_employer_who_agreed_may_be_named(tmp_path: Path, lines: str) -> None:
    assert told(tmp_path, lines, body="\nHarbour Foods paid for it.\n") == []


def test_what_the_employer_agreed_to_once_is_seen_by_nobody_and_may_name_it(tmp_path: Path) -> None:
    withdrawn = "sponsor: Harbour Foods\nsponsor_consent: {status: withdrawn, withdrawn_on: 2026-10-01, wording: You may name Harbour Foods.}"
    assert told(tmp_path, withdrawn) == []
