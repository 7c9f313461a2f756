"""What is saved while a build runs is never taken for what was there when it began."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from sitegen.build.builder import Outcome, Workshop
from sitegen.build.watch import UNWATCHED, Watch
from sitegen.common.problems import ContentError
from sitegen.common.trees import bundled_tree, public_tree
from tests.build.test_killed_builds import WITH_PICTURE, picture
from tests.running import held
from tests.small_site import SITE, SMALL, TODAY, write_site

FILES = {
    **SMALL,
    "content/site.yaml": SITE + "share_image: room.jpg\n",
    "content/services/team.md": WITH_PICTURE,
    "content/images/room.jpg": picture("teal"),
    "content/files/guide.txt": "first",
}
CHANGED = "{}: this file was changed while the site was being built from it.\n    Run the command again."


class Saving(Watch):
    """Saves something when a build comes to a phase."""

    def __init__(self, phase: str, save: Callable[[], object]) -> None:
        self._phase, self._save = phase, save

    def during(self, phase: str) -> AbstractContextManager[None]:
        if phase == self._phase:
            self._save()
        return nullcontext()


def build(site: Path, watch: Watch = UNWATCHED) -> Outcome:
    return Workshop(site, public_tree(site), bundled_tree()).build(TODAY, watch=watch)


@pytest.mark.parametrize(
    ("phase", "path", "other"),
    [
        ("pictures", "content/images/room.jpg", picture("brown")),
        ("feeds, icons and host files", "content/images/room.jpg", picture("brown")),
        ("feeds, icons and host files", "content/files/guide.txt", b"other"),
    ],
)
def test_a_file_saved_after_it_was_looked_at_is_refused_and_the_next_build_is_right(phase: str, path: str, other: bytes, tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", FILES)
    if path.endswith(".txt"):
        build(site)
        write_site(site, {"output/guide.txt": "vandalised"})  # it is to be copied again, and what it holds is remembered
    before = held(site / "output")
    with pytest.raises(ContentError) as refused:
        build(site, Saving(phase, lambda: write_site(site, {path: other})))
    assert str(refused.value) == CHANGED.format(path)
    assert held(site / "output") == before
    write_site(site, {path: FILES[path]})
    build(site)
    clean = write_site(tmp_path / "clean", {found: data for found, data in held(site).items() if found.startswith("content/")})
    build(clean)
    assert held(site / "output") == held(clean / "output")
