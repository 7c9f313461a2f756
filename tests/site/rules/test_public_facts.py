"""W6 and W8: credentials and averages that say too little of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.common.problems import ContentError
from sitegen.common.trees import public_tree
from sitegen.site.load import load_site
from tests.site.rules.asking import PROOF, TEAM, warned
from tests.small_site import SERVICE, SMALL, write_site

PCC = "credentials:\n  - {id: pcc, title: Example Coach, issuer: Example Federation, source: register, as_of: 2026-10-01%s}\n"
WHY = "    Why: a reader has to be able to look it up, and to see what it stands for (UCPD Annex I 2 and 4)."
WHY_AVERAGE = "    Why: an average changes, and an old one misleads (UCPD Art 6 and 7)."


def test_w6_a_credential_has_a_level_a_number_and_a_last_day(tmp_path: Path) -> None:
    assert warned(tmp_path / "a", {**SMALL, PROOF: PCC % ""}, "W6") == [
        f"{PROOF}:2: the credential 'pcc' lacks its level, its number and the day it ends (W6).\n"
        "    If it has one, add level: PCC, number: '0000000' and expires: 2028-03-31. If it never ends, write lasting: true.\n" + WHY
    ]
    assert warned(tmp_path / "b", {**SMALL, PROOF: PCC % ", level: PCC, number: '1'"}, "W6") == [
        f"{PROOF}:2: the credential 'pcc' lacks the day it ends (W6).\n    If it has one, add expires: 2028-03-31. If it never ends, write lasting: true.\n"
        + WHY
    ]
    assert warned(tmp_path / "c", {**SMALL, PROOF: PCC % ", level: PCC, number: '1', expires: 2028-03-31"}, "W6") == []


@pytest.mark.parametrize("last", ["lasting: true", "expires: 9999-12-31"])
def test_a_credential_that_never_ends_is_shown_without_a_word(tmp_path: Path, last: str) -> None:
    files = {**SMALL, PROOF: PCC % f", level: PCC, number: '1', {last}"}
    assert warned(tmp_path, files, "W6") == []
    assert load_site(public_tree(write_site(tmp_path / "again", files))).facts.credentials[0].lasting is last.startswith("lasting")


def test_a_credential_that_never_ends_has_no_last_day(tmp_path: Path) -> None:
    write_site(tmp_path, {**SMALL, PROOF: PCC % ", expires: 2028-03-31, lasting: true"})
    with pytest.raises(ContentError) as refused:
        load_site(public_tree(tmp_path))
    assert str(refused.value) == f"{PROOF}:2: a credential that never ends has no last day.\n    Take one of the two lines out, `expires:` or `lasting: true`."


def test_w8_a_typed_average_has_its_day(tmp_path: Path) -> None:
    assert warned(tmp_path, {**SMALL, TEAM: SERVICE + "\nRated 4.9 out of 5 on Google.\n"}, "W8") == [
        f"{TEAM}:12: '4.9 out of 5' on a platform is an average of some day, and the day is missing (W8).\n"
        "    Put it into content/data/proof.yaml under `ratings:` with `as_of:`, or write the month and year beside it.\n" + WHY_AVERAGE
    ]


@pytest.mark.parametrize("words", ["Five words on Google.", "4.9 out of 5 on Google in March 2026.", "We met 4.5 hours on Facebook.", "A hotel with 4 stars."])
def test_other_numbers_are_no_averages(tmp_path: Path, words: str) -> None:
    assert warned(tmp_path, {**SMALL, TEAM: SERVICE + f"\n{words}\n"}, "W8") == []
