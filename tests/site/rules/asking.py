"""What the rules say of the small site with some of its files changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from sitegen.common.problems import Effect
from sitegen.site.rules.table import against_rules
from tests.site.in_memory import shown_of
from tests.small_site import SMALL, TODAY

ANNA, CASE, TEAM, HOME, PROOF = (
    "content/testimonials/anna.md", "content/results/decisions.md", "content/services/team.md", "content/pages/index.md", "content/data/proof.yaml",
)  # fmt: skip


def with_lines(path: str, *lines: str, less: str = "") -> dict[str, str | bytes]:
    """Give the small site with lines added at the top of one file's front matter, and a line taken out of it."""
    text = SMALL[path]
    assert not less or less in text
    text = text.replace(less + "\n", "", 1) if less else text
    return {**SMALL, path: text.replace("---\n", "---\n" + "".join(line + "\n" for line in lines), 1)}


def refused(folder: Path, files: Mapping[str, str | bytes], code: str, as_of: date = TODAY) -> list[str]:
    """Give what a rule refuses; every other rule has nothing to say."""
    return _told(folder, files, code, Effect.REFUSE, as_of)


def warned(folder: Path, files: Mapping[str, str | bytes], code: str, as_of: date = TODAY, beside: str = "") -> list[str]:
    """Give what a rule warns of; every other rule has nothing to say, but for the one beside it."""
    return _told(folder, files, code, Effect.WARN, as_of, beside)


def _told(folder: Path, files: Mapping[str, str | bytes], code: str, effect: Effect, as_of: date, beside: str = "") -> list[str]:
    against = [problem for problem in against_rules(shown_of(folder, files, as_of)) if problem.code != beside]
    assert {(problem.code, problem.effect) for problem in against} <= {(code, effect)}
    return [str(problem) for problem in against]


def codes(folder: Path, files: Mapping[str, str | bytes]) -> list[str]:
    """Give the code of everything that is told."""
    return [problem.code for problem in against_rules(shown_of(folder, files, TODAY))]
