"""One bad record for every rule is told by its rule and no other, and its good twin by none.

tests/bad_records/good is a whole site; beside it lies a folder for each rule, with the files in which it is broken. A rule without a folder fails.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.contracts.test_handbook import RULE, TOPICS, used_codes
from tests.running import DAY, held, sitegen

RECORDS = Path(__file__).parent.parent / "bad_records"
GOOD = RECORDS / "good"
RULES = sorted({code for code in used_codes() if RULE.fullmatch(code) and not code.startswith("A")}, key=lambda code: (code[0], int(code[1:])))


def told(folder: Path, *more: Path) -> list[tuple[str, str]]:
    """Give the code and file of all that `sitegen check --publish` tells of the good site with more files over it, in a repository with a remote."""
    for source in (GOOD, *more):
        shutil.copytree(source, folder, dirs_exist_ok=True)
    (folder / ".gitignore").write_text("/content/private/*\n")
    for words in (["init", "-q"], ["remote", "add", "origin", "https://git.example.com/maya/site.git"], ["add", "-A"]):
        subprocess.run(["git", "-C", str(folder), *words], check=True, capture_output=True)
    done = sitegen("check", "--publish", "--format", "json", "--site", str(folder), "--as-of", DAY)
    assert done.stderr == ""
    answer = json.loads(done.stdout)
    refused = [problem for problem in answer["problems"] if problem["effect"] == "refuse"]
    assert (done.returncode, answer["ok"]) == ((1, False) if refused else (0, True))
    return [(problem["code"], problem["file"]) for problem in answer["problems"]]


def test_there_is_a_bad_record_for_every_rule_and_the_handbook_has_each() -> None:
    assert [f"R{number}" for number in range(1, 13)] + [f"W{number}" for number in range(1, 13)] == RULES
    assert {folder.name for folder in RECORDS.iterdir()} == {"good", *RULES}
    assert set(re.findall(r"^### ([RW]\d+)$", TOPICS["messages"], re.MULTILINE)) == set(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_a_bad_record_is_told_by_its_rule_and_by_no_other(rule: str, tmp_path: Path) -> None:
    bad = RECORDS / rule
    assert set(held(bad)) <= set(held(GOOD)), "each bad file has its good twin"
    found = told(tmp_path, bad)
    assert {code for code, _ in found} == {rule}
    if rule != "W11":  # told of each record that git sends away
        assert {file for _, file in found} == set(held(bad))


def test_the_good_twins_raise_no_alarm_at_all(tmp_path: Path) -> None:
    assert told(tmp_path) == []


def test_all_bad_records_at_once_are_caught_completely_in_one_run(tmp_path: Path) -> None:
    every = [RECORDS / rule for rule in RULES if not rule.startswith("W11")]
    settings = (RECORDS / "W10/content/site.yaml").read_text(encoding="utf-8").replace("repo: private\n", "")
    (tmp_path / "last/content").mkdir(parents=True)
    (tmp_path / "last/content/site.yaml").write_text(settings, encoding="utf-8")
    found = told(tmp_path / "site", *every, tmp_path / "last")
    assert {code for code, _ in found} == set(RULES)
    bad = {path for folder in every for path in held(folder)}
    assert bad <= {file for _, file in found}, "each bad record is named"
