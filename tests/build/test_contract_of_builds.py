"""A build tells how its pages keep the contract, measures only those that it made, and is refused at a breach where it is strict."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sitegen.build.builder import Outcome, Workshop
from sitegen.build.site_build import build_site
from sitegen.cli.main import main
from sitegen.common.problems import ContentError, Effect
from sitegen.common.trees import bundled_tree, public_tree
from sitegen.contract.facts import Measures
from tests.running import DAY, held, sitegen
from tests.small_site import ARTICLE, SERVICE, SITE, SMALL, TODAY, write_site
from tests.starter_copy import write_starter_copy

MEETINGS = "content/articles/meetings.md"
WITH_A_GAP = ARTICLE + "\n## First\n\n#### Far down\n\nRead it [here](/contact/).\n"
CARELESS = {**SMALL, "content/site.yaml": SITE + "url: https://www.example.com\n", MEETINGS: WITH_A_GAP}
BREACHES = """content/articles/meetings.md:12: the heading 'Far down' is of level 4, and the one before it of level 2 (on /articles/meetings/).
    Begin it with ### instead of ####, so that the page can be heard as a list of its parts (WCAG 1.3.1).
content/articles/meetings.md:14: the link 'here' does not say where it leads (/contact/) (on /articles/meetings/).
    Make those words of the sentence the link that say it: who hears a page often hears its links alone (WCAG 2.4.4).
"""


HARD = "\nOrganisational development presupposes considerable determination, particularly regarding responsibility.\n" * 15


def built(site: Path, **more: bool) -> Outcome:
    return Workshop(site, public_tree(site), bundled_tree()).build(TODAY, **more)


def test_a_build_counts_breaches_and_a_check_tells_where_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path, CARELESS)
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    said = capsys.readouterr()
    assert "Quality: 16 of 17 pages keep the contract. To mend: headings (1 page) and words of links (1 page); `sitegen check` tells where.\n" in said.out
    assert "Far down" not in said.out
    assert main(["check", "--site", str(site), "--as-of", DAY]) == 0
    said = capsys.readouterr()
    assert said.out.startswith(BREACHES + "All is well: 17 pages would be made; 2 notices above.\nWeight: ")


def test_a_strict_build_is_refused_at_a_breach_and_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path, CARELESS)
    assert main(["build", "--strict", "--site", str(site), "--as-of", DAY]) == 1
    assert capsys.readouterr() == ("", BREACHES)
    assert not (site / "output").exists()
    assert main(["check", "--strict", "--site", str(site), "--as-of", DAY]) == 1
    assert capsys.readouterr() == ("", BREACHES + "2 things to mend before the site can be built.\n")


def test_a_strict_build_is_refused_at_what_an_earlier_one_let_pass(tmp_path: Path) -> None:
    site = write_site(tmp_path, CARELESS)
    built(site)
    before = held(site / "output")
    with pytest.raises(ContentError) as refused:
        built(site, strict=True)
    assert str(refused.value) + "\n" == BREACHES
    assert {problem.effect for problem in refused.value.problems} == {Effect.BREACH}
    assert held(site / "output") == before
    write_site(site, {MEETINGS: ARTICLE})
    assert built(site, strict=True).contract[1].startswith("Quality: all 17 pages keep the contract")


def test_the_lines_are_the_same_from_memory_after_an_edit_and_from_nothing(tmp_path: Path) -> None:
    site = write_site(tmp_path / "one", CARELESS)
    first, again = built(site), built(site)
    assert (again.unchanged, again.contract) == (first.new, first.contract)
    write_site(site, {"content/services/team.md": SERVICE + HARD})
    edited = built(site)
    clean = built(write_site(tmp_path / "two", {**CARELESS, "content/services/team.md": SERVICE + HARD}))
    assert edited.contract == clean.contract != first.contract


def test_only_pages_that_are_made_are_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = write_site(tmp_path, CARELESS)
    measured: list[bytes] = []
    whole = Measures.of
    monkeypatch.setattr(Measures, "of", lambda self, page: measured.append(page) or whole(self, page))
    assert built(site).pages == len(measured)
    measured.clear()
    write_site(site, {MEETINGS: ARTICLE + "\nMore.\n"})
    made = built(site)
    assert 0 < made.changed <= len(measured) + 1 < made.pages


def test_a_build_with_nothing_to_do_imports_nothing_of_the_contract(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    sitegen("build", "--as-of", DAY, cwd=site)
    done = sitegen("build", "--as-of", DAY, cwd=site, env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert "Quality: all 17 pages keep the contract" in done.stdout
    assert [line for line in done.stderr.splitlines() if "sitegen.contract" in line or "brotli" in line] == []


@pytest.mark.parametrize("look", ["calm", "editorial", "bold"])
def test_the_starter_keeps_the_contract_in_every_look(look: str, tmp_path: Path) -> None:
    site = write_starter_copy(tmp_path)
    settings = site / "content/site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + f"look: {look}\n", encoding="utf-8")
    made = build_site(public_tree(site), bundled_tree(), TODAY)
    _, contract = made.measured()
    assert contract.broken == made.breaches() == ()
    assert contract.lines[0].startswith("Weight: every page comes in one trip of 14 KB; the heaviest, /, is 1")
    assert contract.lines[2].startswith("Reading: ease 9")


def test_what_her_template_breaks_on_many_pages_is_told_once_with_its_line(tmp_path: Path) -> None:
    footer = '<footer>\n<p>Maya</p>\n<img src="https://count.example.net/pixel.gif" alt="">\n</footer>\n'
    site = write_site(tmp_path, {**CARELESS, MEETINGS: ARTICLE, "templates/partials/footer.html": footer})
    [problem] = build_site(public_tree(site), bundled_tree(), TODAY).breaches()
    assert str(problem) == (
        "templates/partials/footer.html:3: 'https://count.example.net/pixel.gif' is loaded from count.example.net, which so learns of each visit (on /, /404.html, /articles/ and 14 more).\n"
        "    Save it in content/images/ or content/files/ and name it from there, or make it a link that visitors can follow."
    )


def test_a_rule_of_her_own_is_told_with_its_line_and_an_unused_one_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    css = "@layer sections {\n  .lead { color: #aaa; }\n  .promo > p { margin: 0 }\n}\n"
    site = write_site(tmp_path, {**CARELESS, MEETINGS: ARTICLE, "templates/css/70-own.css": css})
    assert main(["check", "--site", str(site), "--as-of", DAY]) == 0
    said = capsys.readouterr().out
    assert said.startswith("templates/css/70-own.css:2: #aaaaaa on ")
    assert "Quality: 17 of 17 pages keep the contract. To mend: contrast; `sitegen check` tells where.\n" in said
    assert said.endswith(" bytes in the theme's own, and of yours:\n  templates/css/70-own.css:3: .promo>p\n")


def test_a_check_for_tools_has_every_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    long = "This sentence goes on and on, because nobody stopped it in time, and so it came to have as many words as no reader wants to find in one breath or in two.\n"
    site = write_site(tmp_path, {**CARELESS, MEETINGS: ARTICLE + "\n" + long})
    assert main(["check", "--format", "json", "--site", str(site), "--as-of", DAY]) == 0
    figures = json.loads(capsys.readouterr().out)["contract"]
    assert sorted(figures) == ["lines", "longest_sentences", "pages", "style_sheet"]
    assert len(figures["pages"]) == 17
    page = next(page for page in figures["pages"] if page["address"] == "/articles/meetings/")
    assert sorted(page) == ["address", "brotli", "description", "ease", "gzip", "language", "sentences", "syllables", "title", "words"]
    assert (page["title"], page["language"]) == ("A meeting that decides – Maya Example", "en-GB")
    assert page["words"] > 40
    assert 3 < page["sentences"] < 12
    assert 3_000 < page["brotli"] < page["gzip"] < 14_336
    assert figures["longest_sentences"] == [{"words": 33, "text": long.strip(), "file": MEETINGS, "line": 10}]
    sheet = figures["style_sheet"]
    assert 0 < sheet["unused"] == sum(rule["bytes"] for rule in sheet["unused_rules"]) < sheet["bytes"]
    assert {rule["file"] for rule in sheet["unused_rules"]} == {None}
