"""The browser of the tests in `tests/browser`."""

from __future__ import annotations

from tests.browser.conftest import browser

__all__ = ["browser"]
