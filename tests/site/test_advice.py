"""What the public files say to the ten questions: each by its deciding field."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.common.answers import Answer
from sitegen.site.advice import of_the_site
from tests.site.in_memory import shown_of
from tests.small_site import ARTICLE, RESULT, SERVICE, SITE, SMALL

BOOKED = SITE + "booking: https://cal.example.com/maya\n"
GOOD: dict[str, str | bytes] = {**SMALL, "content/services/team.md": SERVICE.replace("For teams", "For people who lead teams")}


def answers(folder: Path, files: dict[str, str | bytes]) -> dict[str, Answer]:
    return {answer.code: answer for answer in of_the_site(shown_of(folder, files))}


def test_a_site_that_does_it_all_has_nothing_left_to_do(tmp_path: Path) -> None:
    found = answers(tmp_path, GOOD)
    assert {code: answer.state for code, answer in found.items()} == dict.fromkeys(("A1", "A2", "A4", "A5", "A9", "A10"), "done")
    assert {answer.step for answer in found.values()} == {""}


TEAM, CASE, PAGE = "content/services/team.md", "content/results/decisions.md", "content/pages/about.md"
NOT_YET: dict[str, tuple[str, dict[str, str | bytes | None], str]] = {
    "two sentences": ("A1", {"content/site.yaml": SITE.replace("in plain words.", "in plain words. And more.")}, "the promise has 2 sentences and 14 words."),
    "seven services": (
        "A1",
        {f"content/services/s{number}.md": SERVICE.replace("For teams", "For people who lead teams") for number in range(6)},
        "there are 7 services; more than 6 is straying.",
    ),
    "a service that strays": (
        "A1",
        {TEAM: SERVICE},
        "content/services/team.md shares no word with the promise 'I coach people who lead for the first time, in plain words.'",
    ),
    "no price": (
        "A2",
        {TEAM: SERVICE.replace("price: {amount: 1200, currency: EUR, per: team}\n", "")},
        "content/services/team.md says neither a price nor why there is none.",
    ),
    "no proof": ("A4", {"content/testimonials/anna.md": None, CASE: None}, "content/services/team.md has neither words of a client nor a case."),
    "three goals": ("A5", {CASE: RESULT.replace("[Decide within a week.]", "[One., Two., Three.]")}, "content/results/decisions.md has not one or two goals."),
    "nothing counted": (
        "A5",
        {CASE: "\n".join(line for line in RESULT.split("\n") if "measures:" not in line and "- {name" not in line)},
        "content/results/decisions.md counts nothing.",
    ),
    "no way to write": (
        "A9",
        {"content/site.yaml": SITE.replace("email: hello@example.com\n", "")},
        "no page can offer a next step: there is no booking link, form or e-mail address.",
    ),
    "two steps": (
        "A9",
        {PAGE: "---\ntitle: About\nsections: [{type: action}, {type: form}]\n---\n"},
        "content/pages/about.md does not end in one step: a block `action` or `form` stands twice, or not last.",
    ),
    "a step above the text": (
        "A9",
        {PAGE: "---\ntitle: About\nsections: [{type: action}]\n---\n\nMore.\n"},
        "content/pages/about.md does not end in one step: a block `action` or `form` stands twice, or not last.",
    ),
    "nothing new": (
        "A10",
        {"content/articles/meetings.md": ARTICLE.replace("2026-10-01", "2026-08-01"), "content/events/evening.md": None},
        "the newest is content/articles/meetings.md of 2026-08-01.",
    ),
    "nothing at all": (
        "A10",
        {"content/articles/meetings.md": None, "content/events/evening.md": None, CASE: None},
        "there is no article, event or case yet.",
    ),
}


@pytest.mark.parametrize("case", NOT_YET)
def test_what_is_wanting_is_said_with_the_next_step(case: str, tmp_path: Path) -> None:
    code, changes, said = NOT_YET[case]
    files = {path: text for path, text in {**GOOD, **changes}.items() if text is not None}
    answer = answers(tmp_path, files)[code]
    assert (answer.state, answer.found) == ("not yet", said)
    assert answer.step


def test_what_no_file_tells_can_not_be_told(tmp_path: Path) -> None:
    found = answers(tmp_path, {"content/site.yaml": BOOKED})
    assert {code: answer.state for code, answer in found.items()} == {
        "A1": "done", "A2": "can't tell", "A4": "can't tell", "A5": "can't tell", "A9": "done", "A10": "not yet",
    }  # fmt: skip
    assert found["A2"].found == "there is no service in content/services/ to tell it by."


def test_a_page_to_write_on_is_a_step_itself(tmp_path: Path) -> None:
    files = {**GOOD, "content/pages/contact.md": "---\ntitle: Contact\nsections: [{type: form}, {type: text, text: More.}]\n---\n"}
    assert answers(tmp_path, files)["A9"].state == "done"
