"""A large site fits into memory: what a page was made with is let go of when it is finished."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from tests.render.rendering import renderer_of


def test_a_rendered_page_leaves_nothing_behind_that_holds_itself(tmp_path: Path) -> None:
    renderer = renderer_of(tmp_path)
    pages = [route for route in renderer.routes if route.is_page]
    for route in pages:
        renderer.page(route)
    gc.collect()
    gc.disable()
    try:
        for route in pages:
            renderer.page(route)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_theme_goes_with_the_build_that_made_it(tmp_path: Path) -> None:
    """What runs for hours makes a theme with each save of a template or setting."""
    renderer = renderer_of(tmp_path)
    renderer.theme.closure("base.html")
    theme = weakref.ref(renderer.theme)
    del renderer
    gc.collect()
    assert theme() is None
