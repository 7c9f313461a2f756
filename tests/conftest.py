"""How hard the property tests try: `short` in every run, `soak` for a long one (SITEGEN_PROPERTIES=soak)."""

from __future__ import annotations

import os
import sys

import pytest
from hypothesis import HealthCheck, settings

# No deadline for an example: a machine that has other work to do makes no law untrue.
settings.register_profile("short", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("soak", settings.get_profile("short"), max_examples=5_000)
settings.load_profile(os.environ.get("SITEGEN_PROPERTIES", "short"))

pytest.register_assert_rewrite("tests.laws_builds", "tests.laws_machine")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """After a soak, tell what was done."""
    builds = sys.modules.get("tests.laws_builds")
    if builds is not None and builds.SOAK:
        terminalreporter.write_line(builds.figures())
