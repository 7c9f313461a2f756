"""`sitegen why ADDRESS`: why a file of the site was made, whether the next build makes it again, and what it was made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.cli.main import main
from tests.running import DAY
from tests.small_site import ARTICLE, SITE, SMALL, write_site

MEETINGS = "content/articles/meetings.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site with an address, built once, edited, and built again."""
    write_site(tmp_path, {**SMALL, "content/site.yaml": SITE + "url: https://www.example.com\n"})
    assert main(["build", "--site", str(tmp_path), "--as-of", DAY]) == 0
    write_site(tmp_path, {MEETINGS: ARTICLE.replace("date: 2026-10-01", "date: 2026-10-02")})
    assert main(["build", "--site", str(tmp_path), "--as-of", DAY]) == 0
    return tmp_path


def why(site: Path, address: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert main(["why", "--site", str(site), "--as-of", DAY, address]) == 0
    return capsys.readouterr().out.splitlines()


def test_a_page_tells_its_reason_and_what_it_asked(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = why(site, "articles/meetings", capsys)
    assert said[:3] == [
        "/articles/meetings/ was last made because item articles/meetings changed.",
        "The next build leaves it as it is.",
        "It was made from:",
    ]
    assert {"  item articles/meetings", "  setting name", "  related (slug meetings)", "  template (name pages/article.html)"} <= set(said)


def test_an_untouched_page_keeps_the_reason_for_which_it_was_made(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert why(site, "/events/evening/", capsys)[0] == "/events/evening/ was last made because it is new."


def test_an_edit_that_is_not_built_yet_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(site, {MEETINGS: ARTICLE.replace("Ask what", "Ask who")})
    assert why(site, "/articles/meetings/", capsys)[1] == "The next build makes it again, because item articles/meetings changed."


def test_the_sitemap_has_a_reason_too(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert why(site, "/sitemap.xml", capsys)[0] == "/sitemap.xml was last made because list of pages changed."
    write_site(site, {MEETINGS: ARTICLE.replace("date: 2026-10-01", "date: 2026-10-02").replace("Ask what", "Ask who")})
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    assert why(site, "/sitemap.xml", capsys)[0] == "/sitemap.xml was last made because list of pages changed."


def test_an_address_that_there_is_not(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["why", "--site", str(site), "--as-of", DAY, "/articels/meetings/"]) == 1
    assert capsys.readouterr().err == "There is nothing at /articels/meetings/. Did you mean '/articles/meetings/'?\n"
