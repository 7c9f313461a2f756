"""The gate between the two stages of a build: finished bytes pass it before they move into output/."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import Problem

if TYPE_CHECKING:
    from sitegen.site.rules.results_claims import Named


class Gate(Protocol):
    """Whoever looks at finished files and may refuse them; what stands behind it the build does not know."""

    def problems(self, made: Mapping[str, bytes], standing: Mapping[str, str], output: OwnTree, evidence: tuple[Named, ...]) -> tuple[Problem, ...]:
        """Give what is wrong with the files just made, with those that stand as they are (their digests; "" where it is not known), and with what they name as evidence."""
        ...

    def passed(self) -> None:
        """Hear that the files are in place."""
        ...
