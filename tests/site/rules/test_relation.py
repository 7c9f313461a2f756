"""R8: who is close to the coach, or received something, is shown with a sentence that says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.rules.asking import ANNA, CASE, refused, with_lines

CLIENT = "relationship: client"
WHY = "    Why: readers weigh praise otherwise when they know of it, so they have to be told beside it (16 CFR 255.5, 465.5)."


def test_r8_a_relation_that_readers_do_not_expect_is_told_beside_the_quote(tmp_path: Path) -> None:
    assert refused(tmp_path / "friend", with_lines(ANNA, "relationship: friend", less=CLIENT), "R8") == [
        f"{ANNA}:2: the person is a friend, and readers are not told (R8).\n"
        "    Say so in a sentence of your own, such as: disclosure: Anna Sample is a friend of mine.\n" + WHY
    ]
    assert refused(tmp_path / "family", with_lines(ANNA, "relationship: family", less=CLIENT), "R8") == [
        f"{ANNA}:2: the person is a relative, and readers are not told (R8).\n"
        "    Say so in a sentence of your own, such as: disclosure: Anna Sample is a relative of mine.\n" + WHY
    ]
    assert refused(tmp_path / "partner", with_lines(ANNA, "relationship: partner", "benefit: reciprocal", less=CLIENT), "R8") == [
        f"{ANNA}:2: the person is a partner and is praised in return, and readers are not told (R8).\n"
        "    Say so in a sentence of your own, such as: disclosure: Anna Sample is my partner, and we recommend each other.\n" + WHY
    ]
    assert refused(tmp_path / "employee", with_lines(ANNA, "relationship: employee", "benefit: paid", less=CLIENT), "R8") == [
        f"{ANNA}:2: the person is an employee and was paid, and readers are not told (R8).\n"
        "    Say so in a sentence of your own, such as: disclosure: Anna Sample works for me and was paid for this.\n" + WHY
    ]


def test_r8_a_benefit_is_told_beside_the_quote(tmp_path: Path) -> None:
    assert refused(tmp_path / "free", with_lines(ANNA, "benefit: free"), "R8") == [
        f"{ANNA}:2: the person was coached free of charge, and readers are not told (R8).\n"
        "    Say so in a sentence of your own, such as: disclosure: Anna Sample was coached free of charge.\n" + WHY
    ]
    assert refused(tmp_path / "agreed", with_lines(ANNA, "benefit: discounted", "expected_before: true"), "R8") == [
        f"{ANNA}:2: the person paid less than others, and readers are not told (R8).\n"
        "    Say so in a sentence of your own, such as: disclosure: Anna Sample paid a lower price than usual, as agreed beforehand.\n" + WHY
    ]
    assert refused(tmp_path / "gift", with_lines(ANNA, "benefit: gift", "disclosure: n/a"), "R8") == [
        f"{ANNA}:3: the person received a gift, and readers are not told (R8).\n"
        "    Say so in a sentence of your own, such as: disclosure: Anna Sample received a gift.\n" + WHY
    ]
    assert refused(tmp_path / "return", with_lines(ANNA, "benefit: reciprocal"), "R8") == [
        f"{ANNA}:2: the person is praised in return, and readers are not told (R8).\n"
        "    Say so in a sentence of your own, such as: disclosure: Anna Sample and I recommend each other.\n" + WHY
    ]


def test_r8_goes_for_cases_too(tmp_path: Path) -> None:
    assert refused(tmp_path, with_lines(CASE, "benefit: free"), "R8") == [
        f"{CASE}:2: the client was coached free of charge, and readers are not told (R8).\n"
        "    Say so in a sentence of your own, such as: disclosure: The client was coached free of charge.\n" + WHY
    ]


def test_the_proposed_sentence_names_nobody_whose_name_is_withheld(tmp_path: Path) -> None:
    files = with_lines(ANNA, "benefit: free")
    files[ANNA] = str(files[ANNA]).replace("show_as: full", "show_as: anonymous").replace("quote, name, title", "quote")
    files["content/testimonials/first-team-role.md"] = files.pop(ANNA)
    (said,) = refused(tmp_path, files, "R8")
    assert "disclosure: This person was coached free of charge.\n" in said


@pytest.mark.parametrize("relationship", ["client", "former_colleague", "manager", "peer_coach"])
def test_what_readers_see_anyway_needs_no_sentence(tmp_path: Path, relationship: str) -> None:
    assert refused(tmp_path, with_lines(ANNA, f"relationship: {relationship}", less=CLIENT), "R8") == []


@pytest.mark.parametrize(
    "lines", [["relationship: friend", "benefit: none"], ["relationship: client", "benefit: free"], ["relationship: family", "benefit: gift"]]
)
def test_with_a_sentence_it_is_shown(tmp_path: Path, lines: list[str]) -> None:
    assert refused(tmp_path / "quote", with_lines(ANNA, *lines, "disclosure: Anna and I have known each other since school.", less=CLIENT), "R8") == []
    assert refused(tmp_path / "case", with_lines(CASE, lines[1], "disclosure: The first three talks were free."), "R8") == []
