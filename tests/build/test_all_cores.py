"""A large site is rendered by several processes, and comes out as from one."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.build.pool import WORTH_A_POOL
from sitegen.build.reading import read_ahead
from sitegen.build.site_build import build_site
from sitegen.common.memory import Memory
from sitegen.common.problems import ContentError
from sitegen.common.trees import bundled_tree, public_tree
from sitegen.site.load import read_site
from tests.small_site import ARTICLE, SMALL, TODAY, write_site


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_several_processes_make_the_same_bytes_as_one(start: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.build.pool.START", start)
    monkeypatch.setitem(WORTH_A_POOL, "spawn", WORTH_A_POOL["fork"])
    monkeypatch.setattr("sitegen.build.reading.MORE_THAN_PAGES", 1)
    more = {f"content/articles/number-{n}.md": ARTICLE.replace("A meeting", f"Meeting {n}") for n in range(WORTH_A_POOL["fork"])}
    site = write_site(tmp_path, {**SMALL, **more})
    one, two = (build_site(public_tree(site), bundled_tree(), TODAY, workers=workers) for workers in (1, 2))
    assert one.pages > WORTH_A_POOL["fork"]
    assert dict(one.files) == dict(two.files)
    assert list(one.files) == list(two.files)
    assert one.record == two.record
    assert one.texts == two.texts


def test_a_file_that_another_process_can_not_read_is_told_like_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.build.reading.MORE_THAN_PAGES", 1)
    more = {f"content/articles/number-{n}.md": ARTICLE.replace("title:", "titel:") for n in range(WORTH_A_POOL["fork"])}
    site = write_site(tmp_path, {**SMALL, **more})
    told = []
    for workers in (1, 2):
        with pytest.raises(ContentError) as refused:
            build_site(public_tree(site), bundled_tree(), TODAY, workers=workers)
        told.append(str(refused.value))
    assert told[0] == told[1]
    assert "content/articles/number-119.md:2: an article has no field 'titel'." in told[0]


def test_what_was_read_in_several_processes_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.build.reading.MORE_THAN_PAGES", 1)
    more = {f"content/articles/number-{n}.md": ARTICLE.replace("A meeting", f"Meeting {n}") for n in range(WORTH_A_POOL["fork"])}
    tree = public_tree(write_site(tmp_path, {**SMALL, **more}))
    one, two = Memory(), Memory()
    read_ahead(tree, one, 1)
    read_ahead(tree, two, 2)
    assert not one.files
    assert two.files.keys() == {path for path in {**SMALL, **more} if path.endswith(".md")}
    read_site(tree, one)
    assert all(two.files[path] == one.files[path] for path in two.files)


def test_a_mistake_in_any_process_is_told(tmp_path: Path) -> None:
    more = {f"content/articles/number-{n}.md": ARTICLE.replace("(../services/team.md#how-we-start)", f"(gone-{n}.md)") for n in range(WORTH_A_POOL["fork"])}
    site = write_site(tmp_path, {**SMALL, **more})
    with pytest.raises(ContentError) as refused:
        build_site(public_tree(site), bundled_tree(), TODAY, workers=2)
    assert len(refused.value.problems) == WORTH_A_POOL["fork"]
