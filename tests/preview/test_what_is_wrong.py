"""Every bad input of the build's tests, as an edit: the preview says the same words, keeps the last good page, and goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.build.site_build import build_site
from sitegen.common.problems import ContentError
from sitegen.common.trees import bundled_tree, public_tree
from tests.build.test_broken_sites import BROKEN, FOLDERS
from tests.preview.running_preview import running
from tests.small_site import ARTICLE, SERVICE, SITE, SMALL, TODAY, write_site

PAGES = ("/", "/services/team/", "/articles/meetings/", "/contact/", "/testimonials/anna/", "/events/evening/", "/results/decisions/")


@pytest.mark.parametrize("mistake", FOLDERS)
def test_a_mistake_stands_over_the_last_good_page_in_the_builds_own_words_and_clears_itself(mistake: str, tmp_path: Path) -> None:
    write_site(tmp_path, SMALL)
    changes = {path.relative_to(BROKEN / mistake).as_posix(): path.read_bytes() for path in (BROKEN / mistake).rglob("*") if path.is_file()}
    changes.pop("expected.txt")
    with running(tmp_path) as preview:
        before = {address: preview.get(address) for address in PAGES}
        assert all(answered.status == 200 and not answered.facts["problems"] for answered in before.values())
        tab = preview.tab("/")
        for path, data in changes.items():
            preview.write(path, data)
        expected = build_problems(tmp_path)
        told: set[str] = set()
        for address in PAGES:
            answered = preview.get(address)
            assert answered.status in (200, 302, 404), address
            told |= {problem["text"] for problem in answered.facts["problems"]} if answered.status != 302 else set()
        assert told == expected
        preview.settle()
        assert tab.wait_for(1)
        for path in changes:
            if path in SMALL:
                preview.write(path, SMALL[path])
            else:
                (tmp_path / path).unlink()
        for address, answered in before.items():
            again = preview.get(address)
            assert (again.status, again.problems) == (200, ""), address
            assert again.facts["version"].split(".")[:2] == answered.facts["version"].split(".")[:2], address


def build_problems(site: Path) -> set[str]:
    try:
        build_site(public_tree(site), bundled_tree(), TODAY)
    except ContentError as error:
        return {str(problem) for problem in error.problems}
    return set()


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
