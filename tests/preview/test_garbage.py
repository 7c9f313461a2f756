"""Garbage is looked for in a pause, not in the middle of a page; after the preview all is as it was before."""

from __future__ import annotations

import gc
import time
import weakref
from pathlib import Path

from tests.preview.running_preview import LONGEST, running
from tests.small_site import SMALL, write_site


class Ring:
    """What only a look for garbage frees."""

    def __init__(self) -> None:
        self.itself = self


def test_garbage_goes_while_nothing_is_asked(tmp_path: Path) -> None:
    write_site(tmp_path, SMALL)
    before = gc.get_threshold()
    with running(tmp_path) as preview:
        preview.loop.call_soon_threadsafe(preview.preview.begin)
        preview.settle()
        preview.get("/")
        assert gc.get_threshold()[0] > 100_000
        rings = [Ring() for _ in range(30_000)]
        last = weakref.ref(rings[-1])
        del rings
        assert last() is not None
        preview.get("/about/")
        end = time.monotonic() + LONGEST
        while last() is not None and time.monotonic() < end:
            time.sleep(0.02)
        assert last() is None
    assert gc.get_threshold() == before
