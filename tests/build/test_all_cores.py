"""A large site is rendered by several processes, and comes out as from one."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.build.pool import WORTH_A_POOL
from sitegen.build.site_build import build_site
from sitegen.common.trees import bundled_tree, public_tree
from tests.small_site import ARTICLE, SMALL, TODAY, write_site


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_several_processes_make_the_same_bytes_as_one(start: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.build.pool.START", start)
    monkeypatch.setitem(WORTH_A_POOL, "spawn", WORTH_A_POOL["fork"])
    more = {f"content/articles/number-{n}.md": ARTICLE.replace("A meeting", f"Meeting {n}") for n in range(WORTH_A_POOL["fork"])}
    site = write_site(tmp_path, {**SMALL, **more})
    one, two = (build_site(public_tree(site), bundled_tree(), TODAY, workers=workers) for workers in (1, 2))
    assert one.pages > WORTH_A_POOL["fork"]
    assert dict(one.files) == dict(two.files)
    assert list(one.files) == list(two.files)
    assert one.record == two.record
    assert one.texts == two.texts


def test_a_mistake_in_any_process_is_told(tmp_path: Path) -> None:
    from sitegen.common.problems import ContentError

    more = {f"content/articles/number-{n}.md": ARTICLE.replace("(../services/team.md#how-we-start)", f"(gone-{n}.md)") for n in range(WORTH_A_POOL["fork"])}
    site = write_site(tmp_path, {**SMALL, **more})
    with pytest.raises(ContentError) as refused:
        build_site(public_tree(site), bundled_tree(), TODAY, workers=2)
    assert len(refused.value.problems) == WORTH_A_POOL["fork"]
