"""What is served is what a build would write, and is never stale."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sitegen.build.site_build import build_site
from sitegen.common.own_trees import OwnTree
from sitegen.common.trees import bundled_tree, public_tree
from tests.preview.running_preview import running
from tests.small_site import ARTICLE, SITE, SMALL, TESTIMONIAL, TODAY, write_site
from tests.starter_copy import write_starter_copy

PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("starter", ["as it ships", "as her own"])
def test_every_byte_of_the_starter_is_the_builds_own(starter: str, tmp_path: Path) -> None:
    if starter == "as it ships":
        shutil.copytree(PROJECT / "content", tmp_path / "content", ignore=shutil.ignore_patterns("private"))
    else:
        write_starter_copy(tmp_path)
    files = build_site(public_tree(tmp_path), bundled_tree(), TODAY, OwnTree(tmp_path / ".sitegen/cache")).files  # pictures are made once
    with running(tmp_path) as preview:
        css = preview.css
        compared = 0
        for path, expected in files.items():
            address = "/" + path.removesuffix("index.html") if path.endswith("index.html") else "/" + path
            answered = preview.get(address)
            if answered.status == 301:
                assert b'http-equiv="refresh"' in expected
                assert answered.headers["location"].encode() in expected
                continue
            from tests.preview.running_preview import without_additions

            assert without_additions(answered.data, css) == expected, path
            assert answered.status == 200
            compared += 1
        assert compared > 90
    assert not (tmp_path / "output").exists()


def test_a_save_is_in_the_very_next_answer(tmp_path: Path) -> None:
    write_site(tmp_path)
    with running(tmp_path) as preview:
        for turn in range(20):
            preview.write("content/articles/meetings.md", ARTICLE + f"\nTurn {turn}.\n")
            assert f"Turn {turn}." in preview.page("/articles/meetings/").decode()


def test_a_testimonial_is_on_its_service_page_at_once(tmp_path: Path) -> None:
    write_site(tmp_path)
    with running(tmp_path) as preview:
        assert "We talk less now" in preview.page("/services/team/").decode()
        preview.write("content/testimonials/anna.md", TESTIMONIAL.replace("We talk less now", "We argue less now"))
        assert "We argue less now" in preview.page("/services/team/").decode()
        preview.write("content/testimonials/anna.md", TESTIMONIAL.replace("status: granted", "status: withdrawn"))
        assert "I was not sure" not in preview.page("/services/team/").decode()
        assert preview.get("/testimonials/anna/").status == 404


def test_a_page_says_why_it_was_made_again_and_of_what(tmp_path: Path) -> None:
    write_site(tmp_path)
    with running(tmp_path) as preview:
        first = preview.get("/services/team/").facts
        assert first["reason"] == "it is looked at for the first time"
        assert "setting name" in first["madeFrom"]
        assert first["source"]["where"] == "content/services/team.md"
        assert first["source"]["open"] == f"vscode://file{tmp_path.resolve()}/content/services/team.md"
        preview.write("content/testimonials/anna.md", TESTIMONIAL.replace("less now", "less today"))
        again = preview.get("/services/team/").facts
        assert again["reason"].startswith("proof (") and again["reason"].endswith("changed")
        assert dict(again["weights"])["gzip"] < again["limit"] == 14336


def test_a_page_is_rendered_again_only_when_an_input_changed(tmp_path: Path) -> None:
    write_site(tmp_path)
    with running(tmp_path) as preview:
        preview.get("/services/team/")
        preview.write("content/articles/meetings.md", ARTICLE + "\nMore.\n")
        assert preview.get("/services/team/").facts["reason"] == "it is looked at for the first time"


def test_the_sitemap_makes_no_page(tmp_path: Path) -> None:
    write_site(tmp_path, {**SMALL, "content/site.yaml": SITE + "url: https://www.example.com\n"})
    with running(tmp_path) as preview:
        assert b"<loc>https://www.example.com/articles/meetings/</loc><lastmod>2026-10-01</lastmod>" in preview.get("/sitemap.xml").data
        preview.write("content/articles/meetings.md", ARTICLE.replace("date: 2026-10-01", "date: 2026-10-02"))
        assert b"<loc>https://www.example.com/articles/meetings/</loc><lastmod>2026-10-02</lastmod>" in preview.get("/sitemap.xml").data
        assert preview.get("/articles/meetings/").facts["reason"] == "it is looked at for the first time"


@pytest.mark.parametrize(
    "path",
    ["content/site.yaml", "templates/base.html", "templates/css/90-own.css", "content/images/office.png", "content/data/proof.yaml", "content/files/guide.txt"],
)
def test_every_sort_of_file_is_watched(path: str, tmp_path: Path) -> None:
    from tests.laws_site import picture

    before: dict[str, str | bytes] = {
        "content/site.yaml": SITE, "content/images/office.png": picture("office.png", 10), "content/data/proof.yaml": "figures:\n  - {id: people, value: '12', label: people, source: a list, as_of: 2026-10-01}\n",
        "content/files/guide.txt": "A guide.", "content/articles/meetings.md": ARTICLE + "\n![An office](office.png) [[figure people]]\n",
    }  # fmt: skip
    after: dict[str, str | bytes] = {
        "content/site.yaml": SITE.replace("Maya Example", "Zoe Other"), "content/images/office.png": picture("office.png", 200),
        "content/data/proof.yaml": "figures:\n  - {id: people, value: '13', label: people, source: a list, as_of: 2026-10-01}\n", "content/files/guide.txt": "Another guide.",
        "templates/base.html": (PROJECT / "templates/base.html").read_text().replace("<main", "<main data-mark"), "templates/css/90-own.css": ".mark{color:red}",
    }  # fmt: skip
    write_site(tmp_path, {**SMALL, **before})
    address = {"content/files/guide.txt": "/guide.txt", "templates/css/90-own.css": "/_sitegen/style.css"}.get(path, "/articles/meetings/")
    with running(tmp_path) as preview:
        first = preview.get(address).data
        preview.write(path, after[path])
        second = preview.get(address).data
        assert first != second
        if path in before:
            preview.write(path, before[path])
            assert preview.page(address) != second
        else:
            (tmp_path / path).unlink()
            assert preview.page(address) != second
    with running(tmp_path) as fresh:
        if address.endswith("/"):
            assert fresh.get(address).facts["version"] == fresh.get(address).facts["version"]
