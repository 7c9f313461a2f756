"""R1: a site with samples is built and looked at, and not published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sitegen.cli.main import main
from sitegen.site.rules.publishing import unpublishable
from tests.site.in_memory import site_of
from tests.small_site import SITE, SMALL, TESTIMONIAL, write_site
from tests.starter_copy import CONTENT

FACTS = "figures:\n  - {id: a, value: '1', label: one, source: my list, as_of: 2026-10-01, sample: true}\n"
WHY = "    Why: invented people and results that look real mislead readers (16 CFR 465.2, UCPD Annex I 23c)."


def test_a_site_of_her_own_can_be_published(tmp_path: Path) -> None:
    assert unpublishable(site_of(tmp_path)) == ()


def test_a_marked_sample_can_not(tmp_path: Path) -> None:
    files = {**SMALL, "content/testimonials/anna.md": TESTIMONIAL.replace("status: published", "status: published\nsample: true")}
    assert [str(problem) for problem in unpublishable(site_of(tmp_path, files))] == [
        "content/testimonials/anna.md:18: this is a sample, and can't be published (R1).\n"
        "    Write your own in its place and take the line `sample: true` out, or delete the file.\n" + WHY
    ]


def test_the_words_of_a_shipped_sample_can_not_under_another_name(tmp_path: Path) -> None:
    shipped = (CONTENT / "testimonials/anjali-verrell.md").read_text(encoding="utf-8").partition("\n---\n")[2]
    said = TESTIMONIAL.rpartition("---\n")[0] + "---\n" + shipped
    found = unpublishable(site_of(tmp_path, {**SMALL, "content/testimonials/anna.md": said}))
    assert [str(problem) for problem in found] == [
        "content/testimonials/anna.md: these are the words of a sample that came with sitegen, and can't be published (R1).\n"
        "    Write your own in their place, or delete the file.\n" + WHY
    ]


def test_sample_settings_and_sample_facts_can_not(tmp_path: Path) -> None:
    found = unpublishable(site_of(tmp_path, {**SMALL, "content/site.yaml": SITE + "sample: true\n", "content/data/proof.yaml": FACTS}))
    assert [str(problem) for problem in found] == [
        "content/site.yaml:6: the whole site is marked as a sample, and can't be published (R1).\n"
        "    Write your own words into content/site.yaml and take the line `sample: true` out.\n" + WHY,
        "content/data/proof.yaml:2: the entry 'a' of 'figures' is a sample, and can't be published (R1).\n"
        "    Write your own in its place and take `sample: true` out, or take the entry away.\n" + WHY,
    ]


def test_check_tells_it_when_asked_and_a_build_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(tmp_path, {**SMALL, "content/site.yaml": SITE + "sample: true\n"})
    day = ["--site", str(tmp_path), "--as-of", "2026-11-21"]
    assert main(["build", *day]) == 0
    assert main(["check", *day]) == 0
    capsys.readouterr()
    assert main(["check", "--publish", *day]) == 1
    assert capsys.readouterr().err.endswith("1 thing to mend before the site can be published.\n")
    assert main(["check", "--publish", "--format", "json", *day]) == 1
    assert [problem["code"] for problem in json.loads(capsys.readouterr().out)["problems"] if problem["effect"] == "refuse"] == ["R1"]
