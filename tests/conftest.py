"""A real browser; how hard the property tests try: `short` in every run, `soak` for a long one (SITEGEN_PROPERTIES=soak)."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# No deadline for an example: a machine that has other work to do makes no law untrue.
settings.register_profile("short", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("soak", settings.get_profile("short"), max_examples=5_000)
settings.load_profile(os.environ.get("SITEGEN_PROPERTIES", "short"))

pytest.register_assert_rewrite("tests.laws_builds", "tests.laws_edits", "tests.laws_machine")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """After a soak, tell what was done."""
    builds = sys.modules.get("tests.laws_builds")
    if builds is not None and builds.SOAK:
        terminalreporter.write_line(builds.figures())


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as it is on this computer; without one these tests fail."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.fail("These tests need a Chromium on the PATH, and there is none. On Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"])
        yield started
        started.close()
