"""Whether the files that records name as evidence are there: asked from here, since what makes the site can't open the private folder (R6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sitegen.common.own_trees import PrivateTree
from sitegen.common.problems import Problem
from sitegen.common.trees import PRIVATE

if TYPE_CHECKING:
    from sitegen.site.model import Item

_WHY = "a result shown has to be backed by something on file (16 CFR 255.2, CAP Code 3.45)."


def missing_evidence(folder: Path, as_of: date) -> tuple[Problem, ...]:
    """Give R6 for each measure of what is shown whose evidence is no file in the private folder, or an empty one; () where that folder is not in use. Samples are passed over."""
    private = PrivateTree(folder)
    return tuple(_missing(folder, private, as_of)) if private.is_used() else ()


def _missing(folder: Path, private: PrivateTree, as_of: date) -> Iterator[Problem]:
    from sitegen.common.trees import public_tree
    from sitegen.site.load import read_site
    from sitegen.site.rules.results_claims import evidence_of
    from sitegen.site.samples import is_sample
    from sitegen.site.showing import showing

    site = read_site(public_tree(folder)).site
    if site is None:
        return
    sizes = {f"{PRIVATE}/{found.path}": found.size for found in private.files()}
    shown = showing(site, as_of)
    items: tuple[Item[Any], ...] = (*shown.testimonials, *shown.results)
    for item in items:
        for field, evidence in evidence_of(item.record):
            if not evidence.startswith(f"{PRIVATE}/") or sizes.get(evidence) or is_sample(item):
                continue
            if evidence in sizes:
                message, mend = f"the evidence '{evidence}' is an empty file (R6).", "Save the mail, list or report there once more."
            else:
                message, mend = f"there is no file '{evidence}', which is named as evidence (R6).", "Save the mail, list or report there, or correct the name."
            yield item.problem("R6", field, message, mend, _WHY)
