"""The small site's output, kept in tests/expected_site and read as a diff when it changes; the style sheet and pictures have tests of their own.

SITEGEN_WRITE_EXPECTED=1 writes it anew.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

from sitegen.build.site_build import build_site
from sitegen.common.trees import bundled_tree, public_tree
from tests.small_site import SITE, SMALL, TESTIMONIAL, TODAY, write_site

EXPECTED = Path(__file__).parent.parent / "expected_site"
SETTINGS = SITE + "url: https://www.example.com\ntime_zone: Europe/Oslo\n"
CHOSEN = """---
title: A choice
sections:
  - {type: testimonials, limit: 1}
  - {type: testimonials, service: team, limit: 2}
---

[[testimonials service=team limit=1]]
"""
FILES = {
    **SMALL,
    "content/site.yaml": SETTINGS,
    "content/pages/chosen.md": CHOSEN,
    "content/testimonials/bo.md": TESTIMONIAL.replace("Anna Sample", "Bo Probe")
    .replace("service: team\n", "")
    .replace("date: 2026-05-04\nconsent", "date: 2026-05-05\nconsent"),
    "content/testimonials/cy.md": TESTIMONIAL.replace("Anna Sample", "Cy Trial").replace("date: 2026-05-04\nconsent", "date: 2026-05-03\nconsent"),
}
"""The small site, with a page on which each word of a question tells."""


def readable(data: bytes) -> bytes:
    """Give a page without its style sheet and the sheet's hash."""
    text = re.sub(r"<style>.*?</style>", "<style>...</style>", data.decode(), flags=re.DOTALL)
    return re.sub(r"'sha256-[^']+'", "'sha256-...'", text).encode()


def test_the_small_site_is_what_it_was(tmp_path: Path) -> None:
    site = write_site(tmp_path, FILES)
    files = build_site(public_tree(site), bundled_tree(), TODAY).files
    made = {path: readable(data) for path, data in files.items() if not path.endswith((".png", ".ico", ".webp", ".avif", ".jpg"))}
    if os.environ.get("SITEGEN_WRITE_EXPECTED"):
        shutil.rmtree(EXPECTED, ignore_errors=True)
        write_site(EXPECTED, {f"{path}.expected": data for path, data in made.items()})
    kept = {path.relative_to(EXPECTED).as_posix().removesuffix(".expected"): path.read_bytes() for path in EXPECTED.rglob("*") if path.is_file()}
    assert sorted(made) == sorted(kept)
    for path, data in made.items():
        assert data.decode() == kept[path].decode(), path
