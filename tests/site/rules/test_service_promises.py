"""W5: words in a service's text that promise what nobody can."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.rules.asking import TEAM, codes, warned, with_lines
from tests.small_site import SERVICE, SMALL

WHY_OUTCOME = "    Why: an outcome that can't be proved may not be promised (16 CFR 255.2, UCPD Annex I 17, CAP Code 3.7)."
WHY_CURE = "    Why: coaching is no treatment, and who is ill must not be kept from one (UCPD Annex I 17, ICF Code of Ethics: referral)."
WHY_INCOME = "    Why: earnings may be named with evidence and what is typical only (16 CFR 255.2(b), CAP Code 3.7)."


def test_w5_each_kind_of_promise_is_told_at_its_line(tmp_path: Path) -> None:
    files = with_lines(TEAM, "outcomes:", "  - A guaranteed promotion.", "  - Earn passive income.", "format: healing talks, online")
    files[TEAM] = str(files[TEAM]) + "\nIt is a proven system.\n"
    assert warned(tmp_path, files, "W5", beside="R6") == [
        f"{TEAM}:3: 'guaranteed' promises an outcome that depends on others too (W5).\n    Say what you do, and what clients work towards.\n" + WHY_OUTCOME,
        f"{TEAM}:4: 'passive income' promises income (W5).\n    Show a case with its measure and what clients generally get.\n" + WHY_INCOME,
        f"{TEAM}:5: 'healing' is a word of medicine or therapy (W5).\n"
        "    Say what people work on. If somebody needs treatment, say where you send them.\n" + WHY_CURE,
        f"{TEAM}:16: 'proven system' promises an outcome that depends on others too (W5).\n    Say what you do, and what clients work towards.\n" + WHY_OUTCOME,
    ]


@pytest.mark.parametrize(
    "words",
    [
        "I guarantee that you will lead better.", "This cures burnout.", "Therapy for leaders.", "We treat your stress at the root.", "Reach six figures.", "A risk-free start.", "Passive income for coaches.",
        "It heals old wounds.", "Make more money.",
    ],
)  # fmt: skip
def test_w5_finds(tmp_path: Path, words: str) -> None:
    assert len(warned(tmp_path, {**SMALL, TEAM: SERVICE + f"\n{words}\n"}, "W5", beside="R6")) == 1


@pytest.mark.parametrize(
    "words",
    [
        "I can't guarantee that it works.", "Coaching is not therapy.", "Is it therapy?", "No result is guaranteed.", "There is a money-back guarantee for the first talk.", "If you want a system, we build one.",
        "You earn the trust of your team.", "We treat each other with respect.", "It is secure.", "You double the time you have for questions.",
    ],
)  # fmt: skip
def test_w5_lets_pass(tmp_path: Path, words: str) -> None:
    assert warned(tmp_path, {**SMALL, TEAM: SERVICE + f"\n{words}\n"}, "W5", beside="R6") == []


@pytest.mark.parametrize("words", ["Double your income within a year.", "Double\nyour income within a year.", "Triple your revenue, and Double your income."])
def test_words_that_r6_refuses_are_told_once(tmp_path: Path, words: str) -> None:
    told = codes(tmp_path, {**SMALL, TEAM: SERVICE + f"\n{words}\n"})
    assert "R6" in told
    assert "W5" not in told


@pytest.mark.parametrize(
    ("files", "codes_told"),
    [
        ({TEAM: SERVICE + "\nI guarantee it. You double your income within a year.\n"}, {"R6", "W5"}),
        ({TEAM: SERVICE.replace("order: 1", "not_claims: [{text: Double your income, why: the title of a book}]") + "\nDouble your income.\n"}, {"W5"}),
    ],
    ids=["other words on the line", "no claim, as she says"],
)
def test_what_r6_does_not_refuse_is_told_by_w5(tmp_path: Path, files: dict[str, str], codes_told: set[str]) -> None:
    assert codes_told <= set(codes(tmp_path, {**SMALL, **files}))


def test_for_whom_it_is_not_may_name_what_it_is_not(tmp_path: Path) -> None:
    assert warned(tmp_path, with_lines(TEAM, "not_for: [You need therapy now.]"), "W5") == []


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Ich garantiere dir Erfolg.", 1),
        ("Eine bewährte Methode.", 1),
        ("Das heilt Burnout.", 1),
        ("Verdopple deinen Umsatz.", 1),
        ("Coaching ist keine Therapie.", 0),
        ("Wir heizen gut.", 0),
    ],
)
def test_w5_in_german(tmp_path: Path, words: str, number: int) -> None:
    site = SMALL["content/site.yaml"].replace("en-GB", "de")
    assert len(warned(tmp_path, {**SMALL, "content/site.yaml": site, TEAM: SERVICE + f"\n{words}\n"}, "W5", beside="R6")) == number
