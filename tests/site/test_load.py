"""The public files to a site: all problems of all files at once, and names that make addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.common.problems import ContentError
from sitegen.common.trees import public_tree
from sitegen.site.load import load_site, read_site
from tests.site.in_memory import site_of
from tests.small_site import ARTICLE, SMALL, changed, write_site


def problems(folder: Path, files: dict[str, str | bytes]) -> list[str]:
    with pytest.raises(ContentError) as refused:
        load_site(public_tree(write_site(folder, files)))
    return [str(problem) for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("pages/index.md", "/"),
        ("pages/About Me.md", "/about-me/"),
        ("pages/talks/Oslo 2026.md", "/talks/oslo-2026/"),
        ("pages/Über mich.md", "/ueber-mich/"),
        ("articles/Größe.md", "/articles/groesse/"),
    ],
)
def test_a_files_name_makes_its_address(tmp_path: Path, file: str, address: str) -> None:
    text = ARTICLE if file.startswith("articles") else "---\ntitle: A\n---\n"
    site = site_of(tmp_path, {**SMALL, f"content/{file}": text})
    assert address in {item.address for item in site.items()}


def test_a_name_without_latin_letters_needs_a_slug(tmp_path: Path) -> None:
    file = "content/pages/Ωμέγα.md"
    assert problems(tmp_path, {**SMALL, file: "---\ntitle: A\n---\n"}) == [
        f"{file}: no address can be made of this file's name.\n    Give it one in its front matter, like this: slug: my-page"
    ]
    assert site_of(tmp_path / "b", {**SMALL, file: "---\ntitle: A\nslug: omega\n---\n"}).pages[0].address == "/omega/"


def test_the_problems_of_all_files_are_told_in_file_order(tmp_path: Path) -> None:
    files = {
        **changed("content/services/team.md", "title:", "titel:"),
        "content/articles/meetings.md": "",
        "content/pages/old.txt": "x",
        "content/site.yaml": "name: M\n",
    }
    assert [said.partition("\n")[0] for said in problems(tmp_path, files)] == [
        "content/articles/meetings.md: this file is empty.",
        "content/pages/old.txt: only files that end in .md are read in content/pages/.",
        "content/services/team.md:2: a service has no field 'titel'.",
        "content/site.yaml:1: site.yaml needs a 'promise'.",
    ]


def test_what_can_be_read_is_given_with_the_problems_of_the_rest(tmp_path: Path) -> None:
    loaded = read_site(public_tree(write_site(tmp_path, {**SMALL, "content/articles/meetings.md": "---\ntitle: A\n---\n"})))
    assert loaded.site is not None
    assert [item.id for item in loaded.site.items()] == ["services/team", "testimonials/anna", "results/decisions", "events/evening"]
    assert loaded.site.unread == {"articles/meetings": "content/articles/meetings.md"}
    assert {problem.location.file for problem in loaded.problems} == {"content/articles/meetings.md"}


def test_a_folder_without_content_is_no_site(tmp_path: Path) -> None:
    assert problems(tmp_path, {}) == [
        (
            "content: there is no site in this folder: it has no folder 'content'.\n"
            "    Go to your site's folder first, name it with `--site FOLDER`, or begin one with `sitegen new my-site`."
        )
    ]


def test_nothing_private_is_read(tmp_path: Path) -> None:
    site = site_of(tmp_path, {**SMALL, "content/private/clients.yaml": "- not: [a site's", "content/private/notes.md": ""})
    assert not any("private" in item.file for item in site.items())


def test_a_price_with_three_digits_after_its_point_is_refused(tmp_path: Path) -> None:
    assert problems(tmp_path, changed("content/services/team.md", "amount: 1200", "amount: 1.200")) == [
        (
            "content/services/team.md:4: the amount 1.200 has three digits after its point.\n"
            "    Write 1200 if the point was to group thousands, else two digits after it: 1.20"
        )
    ]


def test_an_old_address_that_is_no_path_is_refused(tmp_path: Path) -> None:
    assert problems(tmp_path, changed("content/services/team.md", "order: 1", "aliases: [/old/, ../../x/]")) == [
        "content/services/team.md:5: '../../x/' can't be an old address ('aliases').\n    Write it from the first slash on, without ? or #, like this: /old-page/."
    ]
