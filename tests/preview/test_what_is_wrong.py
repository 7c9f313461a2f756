"""Every bad input of the build's tests, as an edit: the preview says the same words, keeps the last good page, and goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.build.test_broken_sites import BROKEN, FOLDERS
from tests.preview.running_preview import Running, running
from tests.small_site import ARTICLE, SERVICE, SITE, SMALL, write_site

PAGES = ("/", "/services/team/", "/articles/meetings/", "/contact/", "/testimonials/anna/", "/events/evening/", "/results/decisions/")


@pytest.fixture(scope="module")
def one_preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """One preview that all mistakes are made in, one after the other."""
    with running(write_site(tmp_path_factory.mktemp("mistakes"), SMALL)) as preview:
        for address in PAGES:
            preview.get(address)
        yield preview


@pytest.mark.parametrize("mistake", FOLDERS)
def test_a_mistake_stands_over_the_last_good_page_in_the_builds_own_words_and_clears_itself(mistake: str, one_preview: Running) -> None:
    preview = one_preview
    changes = {path.relative_to(BROKEN / mistake).as_posix(): path.read_bytes() for path in (BROKEN / mistake).rglob("*") if path.is_file()}
    expected = changes.pop("expected.txt").decode()
    before = {address: preview.get(address).facts["version"] for address in PAGES}
    tab = preview.tab("/")
    for path, data in changes.items():
        preview.write(path, data)
    answers = [preview.get(address) for address in PAGES]
    told = {problem["text"] for answered in answers if answered.status != 302 for problem in answered.facts["problems"]}
    assert {answered.status for answered in answers} <= {200, 302, 404}
    assert "".join(text + "\n" for text in sorted(told, key=expected.index)) == expected
    assert tab.wait_for(1)
    for path in changes:
        if path in SMALL:
            preview.write(path, SMALL[path])
        else:
            (preview.site / path).unlink()
    after = {address: preview.get(address) for address in PAGES}
    assert {answered.problems for answered in after.values()} == {""}
    assert {address: answered.facts["version"] for address, answered in after.items()} == before


def test_the_page_that_is_looked_at_tells_of_a_mistake_on_the_page_that_was_saved(tmp_path: Path) -> None:
    write_site(tmp_path, SMALL)
    with running(tmp_path) as preview:
        tab = preview.tab("/contact/")
        preview.write("content/articles/meetings.md", ARTICLE + "\nSee [nothing](/nothing/).\n")
        tab.wait_for(1)
        assert preview.get("/contact/").problems.startswith("content/articles/meetings.md:10: the link '/nothing/' leads nowhere.\n")
        preview.write("content/articles/meetings.md", ARTICLE)
        tab.wait_for(2)
        assert preview.get("/contact/").problems == ""


def test_a_problem_opens_its_file_and_line_in_the_editor(tmp_path: Path) -> None:
    write_site(tmp_path, SMALL)
    with running(tmp_path) as preview:
        preview.get("/services/team/")
        preview.write("content/services/team.md", SERVICE.replace("order: 1", "ordre: 1"))
        [problem] = preview.get("/services/team/").facts["problems"]
        assert problem["where"] == "content/services/team.md:5"
        assert problem["open"] == f"vscode://file{tmp_path.resolve()}/content/services/team.md:5"


def test_a_mistake_in_one_file_does_not_keep_others_from_being_shown(tmp_path: Path) -> None:
    write_site(tmp_path, SMALL)
    with running(tmp_path) as preview:
        preview.get("/services/team/")
        preview.write("content/services/team.md", SERVICE.replace("order: 1", "ordre: 1"))
        preview.write("content/articles/meetings.md", ARTICLE + "\nStill shown.\n")
        page = preview.get("/articles/meetings/")
        assert b"Still shown." in page.data
        assert page.problems
        assert "<h1>Team coaching</h1>" in preview.get("/services/team/").data.decode()


@pytest.mark.parametrize("where", ["sitegen.preview.reading.check_site", "sitegen.preview.face.against_rules", "sitegen.render.renderer.Renderer.page"])
def test_a_mistake_of_ours_stands_over_the_last_good_page_until_it_is_out_of_the_way(where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def mistaken(*_: object) -> None:
        raise RuntimeError("as if")

    write_site(tmp_path, SMALL)
    with running(tmp_path) as preview:
        tab = preview.tab("/articles/meetings/")
        with monkeypatch.context() as patched:
            patched.setattr(where, mistaken)
            preview.write("content/articles/meetings.md", ARTICLE + "\nMore.\n")
            for _ in range(2):
                answered = preview.get("/articles/meetings/")
                assert answered.status == 200
                assert answered.problems == (
                    "sitegen: this page can't be shown because of a mistake in sitegen, not in your files (RuntimeError: as if).\n"
                    "    Undo your last change, and tell those who look after your copy of sitegen.\n"
                )
                assert b"<h1>" in answered.data
            tab.wait_for(1)
        preview.write("content/articles/meetings.md", ARTICLE + "\nMore and more.\n")
        answered = preview.get("/articles/meetings/")
        assert answered.problems == ""
        assert b"More and more." in answered.data


def test_a_preview_begins_with_a_site_that_can_not_be_read_and_shows_it_when_it_can(tmp_path: Path) -> None:
    write_site(tmp_path, {**SMALL, "content/site.yaml": "nmae: Maya\n"})
    with running(tmp_path) as preview:
        answered = preview.get("/")
        assert answered.status == 500
        assert "content/site.yaml" in answered.problems
        preview.write("content/site.yaml", SITE)
        assert preview.get("/").status == 200


def test_the_terminal_says_the_same_and_that_all_is_well_again(tmp_path: Path) -> None:
    write_site(tmp_path, SMALL)
    with running(tmp_path) as preview:
        tab = preview.tab("/services/team/")
        preview.write("content/services/team.md", SERVICE.replace("order: 1", "ordre: 1"))
        tab.wait_for(1)
        preview.settle()
        assert preview.said[0].startswith("content/services/team.md:5: ")
        preview.write("content/services/team.md", SERVICE)
        tab.wait_for(2)
        preview.settle()
        assert preview.said[-1].endswith("All is well again.")


def test_the_bar_tells_what_the_page_breaks_of_the_contract(tmp_path: Path) -> None:
    write_site(tmp_path)
    with running(tmp_path) as preview:
        assert preview.get("/articles/meetings/").facts["notices"] == []
        preview.write("content/articles/meetings.md", ARTICLE + "\nRead it [here](/contact/).\n")
        [notice] = preview.get("/articles/meetings/").facts["notices"]
        assert (notice["where"], notice["effect"]) == ("content/articles/meetings.md:10", "breach")
        assert notice["text"].startswith("content/articles/meetings.md:10: the link 'here' does not say where it leads (/contact/) (on /articles/meetings/).\n")
        assert preview.get("/services/team/").facts["notices"] == []
