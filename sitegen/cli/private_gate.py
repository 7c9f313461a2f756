"""The gate of a build on the private side: evidence that is named has to be there (R6), and nothing private may be in finished files (R9)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cli.evidence_files import EvidenceAudit
from sitegen.cli.stage_two import LeakAudit
from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import Problem

if TYPE_CHECKING:
    from sitegen.site.rules.results_claims import Named


class PrivateGate:
    """Both audits of one site's build on a day."""

    def __init__(self, site: Path, as_of: date, version: str) -> None:
        self._evidence, self._leaks = EvidenceAudit(site), LeakAudit(site, as_of, version)

    def problems(self, made: Mapping[str, bytes], standing: Mapping[str, str], output: OwnTree, evidence: tuple[Named, ...]) -> tuple[Problem, ...]:
        """Give what either has to say; nothing is remembered where there is anything."""
        return (*self._evidence.problems(evidence), *self._leaks.problems(made, standing, output))

    def passed(self) -> None:
        """Remember what was found in order, for the next build."""
        self._evidence.passed()
        self._leaks.passed()
