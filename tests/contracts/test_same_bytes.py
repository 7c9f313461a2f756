"""Law 2: the site is a pure function of its public files and the day; where, when and by whom it is built changes no byte."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image

from sitegen.cli.main import main
from tests.running import DAY, held, sitegen
from tests.small_site import ARTICLE, EVENT, SERVICE, SITE, SMALL, write_site


def picture() -> bytes:
    stream = io.BytesIO()
    Image.linear_gradient("L").resize((240, 160)).save(stream, "PNG")
    return stream.getvalue()


WHOLE = {
    **SMALL,
    "content/site.yaml": SITE + "url: https://www.example.com\ntime_zone: Europe/Oslo\nform: https://forms.example.com/f/abc\n",
    "content/services/team.md": SERVICE.replace("price:", "image: room.png\nimage_alt: A room\nprice:"),
    "content/services/talks.md": SERVICE.replace("Team coaching", "Gespräche für Jürgen, Zoë & Ødegård"),
    "content/articles/second.md": ARTICLE.replace("A meeting that decides", "Another one of the same day").replace("[meetings]", "[meetings, Zuhören, Ärger]"),
    "content/events/spring.md": EVENT.replace("2027-02-10", "2026-03-29").replace("18:00", "01:30"),
    "content/images/room.png": picture(),
    "content/files/guide.txt": "A guide.",
    "content/data/proof.yaml": "figures:\n  - {id: people, value: '12', label: people coached, source: my list, as_of: 2026-10-01}\n",
}
"""Every kind of file that a site can be made of, with words that languages sort differently."""


def output_of(site: Path) -> dict[str, bytes]:
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    return held(site / "output")


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What is made in this process, in this folder."""
    made = output_of(write_site(tmp_path_factory.mktemp("expected"), WHOLE))
    assert {"feed.xml", "feed.json", "sitemap.xml", "events/evening/event.ics", "share.png"} <= set(made)
    assert [path for path in made if path.startswith("images/")]
    return made


ELSEWHERE = {
    "another zone": {"TZ": "Pacific/Kiritimati"},
    "a zone that is a day behind, and another hash seed": {"TZ": "Pacific/Pago_Pago", "PYTHONHASHSEED": "1"},
    "a third hash seed, and optimised": {"PYTHONHASHSEED": "4294967295", "PYTHONOPTIMIZE": "2"},
    "plain ASCII": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "German": {"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "LANGUAGE": "de"},
    "no home, no terminal": {"HOME": "/nowhere", "TERM": "dumb", "COLUMNS": "20", "SOURCE_DATE_EPOCH": "0"},
}


@pytest.mark.parametrize("place", ELSEWHERE)
def test_another_computer_makes_the_same_bytes(place: str, tmp_path: Path, expected: dict[str, bytes]) -> None:
    site = write_site(tmp_path / "Ein anderer Ordner äöü", WHOLE)
    done = sitegen("build", "--as-of", DAY, cwd=site, env=ELSEWHERE[place])
    assert (done.returncode, done.stderr) == (0, "")
    assert held(site / "output") == expected


def test_files_made_in_another_order_and_at_another_time_make_the_same_bytes(tmp_path: Path, expected: dict[str, bytes]) -> None:
    site = write_site(tmp_path, dict(reversed(WHOLE.items())))
    for number, path in enumerate(sorted(site.rglob("*"))):
        os.utime(path, (978_307_200 + number * 86_400, 978_307_200 + number * 86_400))
    assert output_of(site) == expected


def test_a_site_reached_by_a_link_makes_the_same_bytes(tmp_path: Path, expected: dict[str, bytes]) -> None:
    write_site(tmp_path / "site", WHOLE)
    (tmp_path / "link").symlink_to("site")
    assert output_of(tmp_path / "link") == expected


def test_days_between_which_nothing_begins_or_ends_make_the_same_bytes(tmp_path: Path, expected: dict[str, bytes]) -> None:
    site = write_site(tmp_path, WHOLE)
    for day in ("2026-11-22", "2027-02-10"):
        assert main(["build", "--site", str(site), "--as-of", day]) == 0
        assert held(site / "output") == expected, day


def test_a_site_without_a_date_to_come_is_the_same_today(tmp_path: Path, expected: dict[str, bytes]) -> None:
    files = {path: data for path, data in WHOLE.items() if path != "content/events/evening.md"}
    sites = [write_site(tmp_path / name, files) for name in ("then", "now")]
    then = output_of(sites[0])
    assert main(["build", "--site", str(sites[1])]) == 0
    assert held(sites[1] / "output") == then


def test_bytes_do_not_depend_on_what_was_built_before(tmp_path: Path, expected: dict[str, bytes]) -> None:
    site = write_site(tmp_path, SMALL)
    output_of(site)
    write_site(site, WHOLE)
    assert output_of(site) == expected


def test_no_page_knows_where_it_was_made(tmp_path: Path) -> None:
    made = output_of(write_site(tmp_path / "her-own-folder", WHOLE))
    assert not [path for path, data in made.items() if b"her-own-folder" in data or str(Path.home()).encode() in data]
