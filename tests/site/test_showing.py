"""What is public on a day, and that whatever is not is named with its place and its mend."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from sitegen.common.problems import Effect
from sitegen.site.showing import is_sample_fact
from tests.site.in_memory import shown_of
from tests.small_site import RESULT, SMALL, TESTIMONIAL, TODAY, changed

ANNA, TEAM = "content/testimonials/anna.md", "content/services/team.md"
MEETINGS = "content/articles/meetings.md"


def left_out(folder: Path, files: dict[str, str | bytes], as_of: date = TODAY) -> list[str]:
    shown = shown_of(folder, files, as_of)
    assert all(problem.effect in (Effect.NOTICE, Effect.LEAVE_OUT, Effect.WARN) for problem in shown.left_out)
    return [f"{problem.code} {problem}" for problem in shown.left_out]


def test_of_a_site_without_faults_everything_is_shown(tmp_path: Path) -> None:
    shown = shown_of(tmp_path)
    assert shown.left_out == ()
    assert set(shown.by_id) == {"services/team", "testimonials/anna", "results/decisions", "articles/meetings", "events/evening"}
    assert all(shown.by_id[name].id == name for name in shown.by_id)


def test_a_draft_is_left_out(tmp_path: Path) -> None:
    assert left_out(tmp_path, changed(TEAM, "order: 1", "draft: true")) == [
        f"draft {TEAM}:5: left out: it is a draft.\n    Take the line `draft: true` away when it is ready."
    ]


def test_an_item_is_shown_from_its_date_on(tmp_path: Path) -> None:
    files = changed(MEETINGS, "date: 2026-10-01", "date: 2026-11-22")
    assert left_out(tmp_path / "before", files) == [
        f"future {MEETINGS}:4: left out: its date is 2026-11-22.\n    It appears with the first build on that day; to look at it now: sitegen build --as-of 2026-11-22"
    ]
    assert left_out(tmp_path / "on", files, date(2026, 11, 22)) == []


def test_an_item_is_shown_to_the_day_before_it_expires(tmp_path: Path) -> None:
    files = changed(MEETINGS, "topics:", "expires: 2026-11-21\ntopics:")
    assert left_out(tmp_path / "before", files, date(2026, 11, 20)) == []
    assert left_out(tmp_path / "on", files) == [f"expired {MEETINGS}:5: left out: it was shown until 2026-11-21.\n    Change `expires:` or delete the file."]


@pytest.mark.parametrize("status", ["received", "edited", "approved", "retired", "declined"])
def test_only_a_published_testimonial_is_shown(tmp_path: Path, status: str) -> None:
    mend = "Write status: published when the person has approved the words."
    if status in ("retired", "declined"):
        mend = "It stays off the site. Delete the file, or keep it as it is."
    assert left_out(tmp_path, changed(ANNA, "status: published", f"status: {status}")) == [
        f"not-published {ANNA}:17: left out: its status is '{status}'.\n    {mend}"
    ]


def test_a_testimonial_without_a_status_is_not_shown(tmp_path: Path) -> None:
    (said,) = left_out(tmp_path, changed(ANNA, "status: published\n", ""))
    assert said == f"not-published {ANNA}: left out: its status is 'received'.\n    Write status: published when the person has approved the words."


def test_without_consent_neither_a_quote_nor_a_case_is_shown(tmp_path: Path) -> None:
    consent = TESTIMONIAL[TESTIMONIAL.index("consent:") : TESTIMONIAL.index("status: published")]
    ask = "left out: there is no consent on record (R2).\n    Ask the person, then add `consent:` with status, date, method, scope and items."
    assert left_out(tmp_path / "quote", changed(ANNA, consent, "")) == [f"R2 {ANNA}: {ask}"]
    result = "content/results/decisions.md"
    line = next(line for line in RESULT.split("\n") if line.startswith("consent:"))
    assert left_out(tmp_path / "case", changed(result, line + "\n", "")) == [f"R2 {result}: {ask}"]


def test_a_consent_that_leaves_out_the_words_themselves_shows_nothing(tmp_path: Path) -> None:
    assert left_out(tmp_path / "quote", changed(ANNA, "items: [quote, name", "items: [name")) == [
        f"R2 {ANNA}:9: left out: the consent does not cover the quote (R2).\n    If the person agreed to it, add quote to `items:`."
    ]
    assert left_out(tmp_path / "case", changed("content/results/decisions.md", "items: [result]", "items: [quote]")) == [
        "R2 content/results/decisions.md:12: left out: the consent does not cover the result (R2).\n    If the person agreed to it, add result to `items:`."
    ]


def test_a_withdrawn_consent_leaves_the_item_out_of_everything(tmp_path: Path) -> None:
    shown = shown_of(tmp_path, changed(ANNA, "status: granted", "status: withdrawn"))
    assert [str(problem) for problem in shown.left_out] == [
        f"{ANNA}:9: left out: the consent was withdrawn (R3).\n    It stays off the site. Delete the file, or keep it as it is."
    ]
    assert shown.left_out[0].effect is Effect.LEAVE_OUT
    assert shown.testimonials == ()
    assert "testimonials/anna" not in shown.by_id


def test_the_sites_country_decides_what_counts_as_consent(tmp_path: Path) -> None:
    files = {
        path: re.sub(r"(  evidence: .*\n|, evidence: [\w./]*yes.eml)", "", str(text))
        for path, text in changed("content/site.yaml", "country: eu", "country: uk").items()
    }
    assert [said.split()[0] for said in left_out(tmp_path / "a", files)] == ["R2", "R2"]
    assert left_out(tmp_path / "b", changed("content/site.yaml", "country: eu", "country: uk")) == []


FACTS = """logos:
  - {id: one, name: One Ltd, source: s, as_of: 2026-10-01, consent: {status: granted, date: 2026-05-04, scope: [site], items: [logo]}}
  - {id: two, name: Two Ltd, source: s, as_of: 2026-10-01}
  - id: three
    name: Three Ltd
    source: s
    as_of: 2026-10-01
    consent: {status: granted, date: 2026-05-04, scope: [site], items: [name]}
  - {id: four, name: Four Ltd, source: s, as_of: 2026-10-01, consent: {status: withdrawn}}
credentials:
  - {id: pcc, title: PCC, issuer: ICF, source: s, as_of: 2026-10-01, expires: 2026-11-21}
  - id: acc
    title: ACC
    issuer: ICF
    source: s
    as_of: 2026-10-01
    expires: 2026-11-20
  - {id: deg, title: Degree, issuer: School, source: s, as_of: 2026-10-01}
"""


def test_logos_without_consent_and_credentials_that_ended_are_left_out_and_named(tmp_path: Path) -> None:
    files = {**SMALL, "content/data/proof.yaml": FACTS}
    shown = shown_of(tmp_path / "a", files)
    assert [logo.id for logo in shown.logos] == ["one"]
    assert [credential.id for credential in shown.credentials] == ["pcc", "deg"]
    file = "content/data/proof.yaml"
    assert left_out(tmp_path / "b", files) == [
        (
            f"R2 {file}:3: the logo of 'two' is left out: there is no consent on record (R2).\n"
            "    Ask the person, then add `consent:` with status, date, method, scope and items."
        ),
        f"R2 {file}:4: the logo of 'three' is left out: the consent does not cover the logo (R2).\n    If the client agreed to it, write items: [logo].",
        f"R3 {file}:9: the logo of 'four' is left out: the consent was withdrawn (R3).\n    It stays off the site. Delete the file, or keep it as it is.",
        f"W6 {file}:17: the credential 'acc' is left out: it ended on 2026-11-20 (W6).\n    Renew it and write the new date, or take the entry away.",
    ]


def test_every_item_is_either_shown_or_named_on_every_day(tmp_path: Path) -> None:
    files = {
        **changed(MEETINGS, "topics:", "expires: 2026-11-24\ntopics:"),
        "content/services/off.md": "---\ntitle: A\nsummary: b\ndate: 2026-11-23\n---\n",
        "content/testimonials/two.md": TESTIMONIAL.replace("date: 2026-05-04\n  method", "date: 2026-05-04\n  until: 2026-11-22\n  method"),
    }
    for day in range(-300, 10):
        shown = shown_of(tmp_path, files, TODAY + timedelta(days=day))
        named = {problem.location.file for problem in shown.left_out}
        everything = {item.file for item in shown.site.items()}
        assert {item.file for item in shown.by_id.values()} == everything - named


def test_items_stand_in_the_order_they_are_shown_in(tmp_path: Path) -> None:
    article = SMALL[MEETINGS]
    files = {
        **SMALL,
        "content/articles/a.md": article, "content/articles/z.md": article.replace("2026-10-01", "2026-10-02"),
        "content/services/a.md": "---\ntitle: Zest\nsummary: b\norder: 1\n---\n", "content/services/b.md": "---\ntitle: First\nsummary: b\n---\n",
        "content/events/noon.md": SMALL["content/events/evening.md"].replace("18:00", "11:00"),
    }  # fmt: skip
    shown = shown_of(tmp_path, files)
    assert [item.slug for item in shown.articles] == ["z", "a", "meetings"]
    assert [item.slug for item in shown.services] == ["team", "a", "b"]
    assert [item.slug for item in shown.events] == ["noon", "evening"]


def test_a_fact_marked_as_a_sample_is_known_as_long_as_it_is_shown(tmp_path: Path) -> None:
    assert not is_sample_fact(shown_of(tmp_path / "a", {**SMALL, "content/data/proof.yaml": FACTS}))
    sample = FACTS.replace("name: One Ltd", "name: One Ltd, sample: true")
    assert is_sample_fact(shown_of(tmp_path / "b", {**SMALL, "content/data/proof.yaml": sample}))
    hidden = FACTS.replace("name: Two Ltd", "name: Two Ltd, sample: true")
    assert not is_sample_fact(shown_of(tmp_path / "c", {**SMALL, "content/data/proof.yaml": hidden}))
