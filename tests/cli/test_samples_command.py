"""`sitegen samples remove`: every sample goes and a copy stays; what is hers keeps each of its bytes."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from sitegen.cli.main import main
from sitegen.common.trees import public_tree
from sitegen.site.load import load_site
from tests.running import DAY, held, last_line
from tests.small_site import SMALL, write_site

PROJECT = Path(__file__).resolve().parents[2]
NO_SAMPLES = "There is no sample content in this site.\n"


def removed(site: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["samples", "remove", "--site", str(site)]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def without_marks_in_settings(site: Path) -> Path:
    place = site / "content/site.yaml"
    place.write_text(re.sub(r"^sample: true\n", "", place.read_text(), flags=re.MULTILINE))
    return site


def sample_items(site: Path) -> list[str]:
    loaded = load_site(public_tree(site))
    facts = loaded.facts
    found = [item.file for item in loaded.items() if item.record.sample]
    return found + [entry.id for group in (facts.figures, facts.logos, facts.credentials, facts.press, facts.ratings) for entry in group if entry.sample]


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    """The starter as it ships, with its templates, and a file of her own in every folder."""
    shutil.copytree(PROJECT / "content", tmp_path / "content", ignore=shutil.ignore_patterns("private"))
    shutil.copytree(PROJECT / "templates", tmp_path / "templates")
    hers = {path.replace("team", "mine"): text.replace("service: team", "service: mine") for path, text in SMALL.items() if path != "content/site.yaml"}
    hers["content/articles/meetings.md"] = "\ufeff" + hers["content/articles/meetings.md"].replace("\n", "\r\n").replace("services/team", "services/mine")
    return write_site(tmp_path, {**hers, "content/images/mine.jpg": b"hers", "content/files/mine.txt": "hers"})


def test_no_sample_is_left_of_the_starter_and_the_site_builds(starter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = held(starter)
    assert len(sample_items(starter)) > 40

    said = removed(starter, capsys)

    assert re.fullmatch(
        r"Took \d+ sample files and \d+ entries of site\.yaml and data/proof\.yaml away; a copy is in \.sitegen/keep/samples/\.\n"
        r"content/site\.yaml is still the sample's own: put your name and your promise into it, then take its line `sample: true` away\.\n",
        said,
    )
    assert sample_items(starter) == []
    after = held(starter)
    assert [path for path in before if after.get(path) != before[path] and path not in ("content/site.yaml", "content/data/proof.yaml") and path in after] == []
    gone = {path for path in before if path not in after}
    assert all(before[path] == after[f".sitegen/keep/samples/{path}"] for path in gone | {"content/site.yaml", "content/data/proof.yaml"})
    assert {"content/images/mine.jpg", "content/files/mine.txt", "content/services/mine.md", "content/articles/meetings.md"} <= set(after)
    assert "content/images/tamsin-ardlow.jpg" in after, "site.yaml shows it"
    assert "content/images/harbour.jpg" in gone
    assert "content/files/questions-for-the-first-hundred-days.txt" in gone

    (starter / "content/images/mine.jpg").unlink()
    without_marks_in_settings(starter)
    assert main(["build", "--site", str(starter), "--as-of", DAY]) == 0
    assert "The site holds sample content" not in capsys.readouterr().out
    assert "noindex" not in (starter / "output/index.html").read_text()
    assert removed(starter, capsys) == NO_SAMPLES


def test_the_menu_loses_what_is_gone_and_keeps_what_the_theme_makes(starter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    removed(starter, capsys)
    assert [entry.to for entry in load_site(public_tree(starter)).settings.menu] == ["/services/", "/results/", "/testimonials/", "/articles/", "/events/", "/contact/"]  # fmt: skip


def test_comments_and_her_own_entries_stay_to_the_letter(starter: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = starter / "content/data/proof.yaml"
    mine = "  # counted by hand, twice\n  - id: mine\n    value: '7'   # not 8\n    label: people of mine\n    source: my list\n    as_of: 2026-10-01\n"
    text = place.read_text()
    place.write_text(text.replace("figures:\n", "figures:\n" + mine, 1) + "# the last word\n")
    settings = (starter / "content/site.yaml").read_text()

    removed(starter, capsys)

    left = place.read_text()
    head = text.partition("figures:\n")[0]
    assert left.startswith(head + "figures:\n" + mine)
    assert left.endswith("# the last word\n")
    assert left.removeprefix(head + "figures:\n" + mine).replace("# the last word\n", "").strip() == ""
    assert (starter / "content/site.yaml").read_text() == settings.replace("  - {to: /about/, label: About}\n", "")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
def test_line_ends_and_the_mark_of_what_is_rewritten_stay(mark: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    figures = "# mine\nfigures:\n  - {id: a, value: '1', label: one, source: me, as_of: 2026-10-01}\n  - {id: b, value: '2', label: two, source: me, as_of: 2026-10-01, sample: true}\n# end\n"
    saved = {line: mark + figures.replace("\n", "\r\n").replace(line, "").encode() for line in ("", figures.splitlines()[3] + "\r\n")}
    site = write_site(tmp_path, {**SMALL, "content/data/proof.yaml": saved[""]})
    assert removed(site, capsys) == "Took 0 sample files and 1 entry of site.yaml and data/proof.yaml away; a copy is in .sitegen/keep/samples/.\n"
    assert (site / "content/data/proof.yaml").read_bytes() == list(saved.values())[1]


def test_a_new_site_has_no_sample_left_and_builds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site"
    assert main(["new", str(site), "--service", "First talks"]) == 0
    settings = (site / "content/site.yaml").read_bytes()
    capsys.readouterr()
    assert removed(site, capsys).startswith("Took ")
    assert set(held(site / "content")) == {"site.yaml", "data/proof.yaml", "services/first-talks.md", "private/README.md"}
    assert (site / "content/site.yaml").read_bytes() == settings
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    out = capsys.readouterr().out
    assert "The site holds sample content" not in out
    assert last_line(out).startswith("Made ")
    assert "noindex" not in (site / "output/index.html").read_text()
    assert removed(site, capsys) == NO_SAMPLES


def test_a_site_without_samples_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path)
    before = held(site)
    assert removed(site, capsys) == NO_SAMPLES
    assert held(site) == before


def test_a_site_with_a_mistake_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path, {**SMALL, "content/articles/one.md": "no front matter"})
    before = held(site)
    assert main(["samples", "remove", "--site", str(site)]) == 1
    assert capsys.readouterr().err.startswith("content/articles/one.md:1: the file does not begin with front matter.\n")
    assert held(site) == before
