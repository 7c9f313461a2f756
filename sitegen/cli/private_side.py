"""What the private side has to say of finished files before they are published: R6 of missing evidence, R9 and W11."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sitegen.common.own_trees import OwnTree, PrivateTree
from sitegen.common.problems import Location, Problem

if TYPE_CHECKING:
    from sitegen.site.model import Item
    from sitegen.site.rules.results_claims import Named


def private_problems(site: Path, as_of: date, files: Mapping[str, bytes], evidence: tuple[Named, ...]) -> tuple[Problem, ...]:
    """Give R6 for evidence that is not there, R9 for every leak in finished files, and W11 for what git would spread; nothing is written or remembered."""
    from sitegen.cli.git_state import git_state, private_tracked, withheld_tracked

    state = git_state(site)
    places, repo = _withheld(site) if state.remotes else ((), None)
    problems = (*private_tracked(state), *withheld_tracked(state, places, repo))
    if not PrivateTree(site).is_used():
        return problems
    from sitegen.cli.evidence_files import missing_evidence, private_found
    from sitegen.cli.stage_two import LeakAudit

    problems = (*missing_evidence(private_found(PrivateTree(site)), evidence), *problems)
    return (*LeakAudit(site, as_of, "", remembering=False).problems(files, {}, OwnTree(site / "output")), *problems)


def _withheld(site: Path) -> tuple[tuple[Location, ...], str | None]:
    """Give the records that withhold a name or lack a granted consent, and what site.yaml says of the repository."""
    from sitegen.common.trees import public_tree
    from sitegen.site.consent import covers
    from sitegen.site.load import read_site

    loaded = read_site(public_tree(site)).site
    if loaded is None:
        return (), None
    places = []
    items: tuple[Item[Any], ...] = (*loaded.testimonials, *loaded.results)
    for item in items:
        consent = item.record.consent
        withheld = consent is None or consent.status != "granted" or consent.show_as != "full" or not covers(consent, "name")
        named = bool(getattr(item.record, "name", None) or getattr(getattr(item.record, "client", None), "name", None))
        if withheld and named and not item.record.sample:
            places.append(item.location("consent"))
    return tuple(places), loaded.settings.repo
