"""`sitegen add`: a file to edit that builds as it is and shows nothing yet; never in the place of another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitegen.cli.main import main
from sitegen.cli.stencils import STENCILS
from sitegen.common.trees import public_tree
from sitegen.site.load import load_site
from sitegen.site.placeholders import PLACEHOLDERS
from tests.running import DAY, NO_ADDRESS, held
from tests.small_site import SMALL, changed, write_site

FOLDERS = {"service": "services", "testimonial": "testimonials", "result": "results", "article": "articles", "event": "events"}
NOT_SHOWN = {
    "testimonial": "left out: its status is 'received'.\n    Write status: published when the person has approved the words.\n",
    **dict.fromkeys(("service", "result", "article", "event"), "left out: it is a draft.\n    Take the line `draft: true` away when it is ready.\n"),
}


def added(site: Path, kind: str, title: str) -> int:
    return main(["add", kind, title, "--site", str(site)])


def test_what_is_added_builds_and_is_not_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path)
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    before = held(site / "output")
    capsys.readouterr()
    for kind, folder in FOLDERS.items():
        assert added(site, kind, f"A new {kind}") == 0
        path = f"content/{folder}/a-new-{kind}.md"
        assert capsys.readouterr() == (f"Wrote {path}: open it, put your own words in place of the ones there, then run `sitegen build`.\n", "")
        assert (site / path).is_file()
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    out = capsys.readouterr().out
    notices = re.sub(r"^content/(\w+)/a-new-\w+\.md:\d+: ", r"\1 ", out.partition("Weight: ")[0].replace(NO_ADDRESS, ""), flags=re.MULTILINE)
    assert notices == "".join(f"{folder} {NOT_SHOWN[kind]}" for kind, folder in sorted(FOLDERS.items(), key=lambda pair: pair[1]))
    assert held(site / "output") == before


def with_own_words(text: str) -> str:
    """Give a file as she would leave it: every line that stood there for her to replace is replaced, and the person has said yes."""
    text = (
        re.sub(r"^draft: true.*\n", "", text, flags=re.MULTILINE)
        .replace("status: requested", "status: granted")
        .replace("status: received ", "status: published ")
    )
    text = re.sub(r"^  # date: .*", "  date: 2026-11-01", text, flags=re.MULTILINE)
    text = re.sub(r"^  # method: .*", "  method: email", text, flags=re.MULTILINE)
    for line in PLACEHOLDERS:
        text = text.replace(line, "Some words of my own here.")
    return re.sub(r"^date: \d{4}-\d\d-\d\d", "date: 2026-11-01", text, flags=re.MULTILINE)


def test_every_line_to_replace_stands_in_a_file_that_is_added() -> None:
    assert [line for line in PLACEHOLDERS if not any(line in text for _, text in STENCILS.values())] == []


def test_what_still_holds_a_line_to_replace_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path)
    for kind, folder in FOLDERS.items():
        added(site, kind, f"A new {kind}")
        place = site / f"content/{folder}/a-new-{kind}.md"
        place.write_text(with_own_words(place.read_text()).replace("Some words of my own here.", PLACEHOLDERS[0], 1))
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    said = capsys.readouterr().out
    for kind, folder in FOLDERS.items():
        assert f"content/{folder}/a-new-{kind}.md: left out: it still holds a line that `sitegen add` wrote: '{PLACEHOLDERS[0]}'.\n" in said
        assert not (site / f"output/{folder}/a-new-{kind}").exists()


def test_what_is_added_becomes_a_page_when_its_mark_is_taken_away(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    for kind, folder in FOLDERS.items():
        added(site, kind, f"A new {kind}")
        place = site / f"content/{folder}/a-new-{kind}.md"
        place.write_text(with_own_words(place.read_text()))
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    for kind, folder in FOLDERS.items():
        assert f"A new {kind}" in (site / f"output/{folder}/a-new-{kind}/index.html").read_text(), kind


TITLES = (
    "Größe: wie viel ist genug?",
    'She said "no": and then?',
    "It's #1, {really} & [truly] 100% - yes!",
    "no",
    "2026",
    "Łódź, Ærø & Ōsaka",
    "Two\nlines\tand a tab",
)


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("kind", FOLDERS)
def test_a_title_stands_in_the_file_as_it_was_typed(kind: str, title: str, tmp_path: Path) -> None:
    site = write_site(tmp_path)
    assert added(site, kind, title) == 0
    records = [item.record for item in load_site(public_tree(site)).items() if item.kind == FOLDERS[kind]]
    assert title in [getattr(record, "name" if kind == "testimonial" else "title") for record in records]


@pytest.mark.parametrize(("title", "name"), [("Größe zählt", "groesse-zaehlt"), ("no", "no"), ("  Spaces around  ", "spaces-around")])
def test_a_file_is_called_by_its_title_in_plain_letters(title: str, name: str, tmp_path: Path) -> None:
    site = write_site(tmp_path)
    assert added(site, "article", title) == 0
    assert (site / f"content/articles/{name}.md").is_file()


@pytest.mark.parametrize("kind", FOLDERS)
def test_a_file_that_is_there_is_left_as_it_was(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = f"content/{FOLDERS[kind]}/twice.md"
    site = write_site(tmp_path, {**SMALL, path: SMALL["content/articles/meetings.md"] if kind == "article" else "hers"})
    before = held(site)
    assert added(site, kind, "Twice") == 1
    assert capsys.readouterr() == ("", f"{path} is there already, and was left as it is.\n")
    assert held(site) == before


def test_a_title_without_letters_makes_no_address(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path)
    assert added(site, "article", "¿?!") == 2
    assert capsys.readouterr() == ("", "No address can be made of '¿?!': give a title with some letters a-z or digits.\n")
    assert held(site) == {path: text.encode() for path, text in SMALL.items()}


def test_a_folder_without_a_site_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert added(tmp_path, "article", "One") == 1
    assert capsys.readouterr() == ("", "There is no site in this folder: it has no folder 'content'. Name your site's folder with `--site FOLDER`.\n")
    assert held(tmp_path) == {}


def test_a_result_waits_for_a_service(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path, {"content/site.yaml": SMALL["content/site.yaml"]})
    assert added(site, "result", "One") == 1
    assert capsys.readouterr() == ("", 'A result belongs to a service, and there is none yet. Begin with: sitegen add service "..."\n')


def test_a_result_names_a_service_by_the_address_it_has(tmp_path: Path) -> None:
    files = {path: text for path, text in changed("content/services/team.md", "title:", "slug: whole-teams\ntitle:").items() if path.startswith("content/s")}
    site = write_site(tmp_path, files)
    assert added(site, "result", "One") == 0
    assert load_site(public_tree(site)).results[0].record.service == "whole-teams"


def test_a_file_can_be_added_beside_one_with_a_mistake(tmp_path: Path) -> None:
    site = write_site(tmp_path, changed("content/services/team.md", "order: 1", "order: first"))
    assert added(site, "result", "One") == 0
    assert "\nservice: team\n" in (site / "content/results/one.md").read_text()
