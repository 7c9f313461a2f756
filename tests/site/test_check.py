"""What must fit between files: each reference that leads nowhere is told at its line with what there is."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.common.trees import public_tree
from sitegen.site.check import check_site
from sitegen.site.load import read_site
from tests.site.in_memory import site_of
from tests.small_site import ARTICLE, RESULT, SMALL, TESTIMONIAL, changed, write_site

ANNA, TEAM, CASE = "content/testimonials/anna.md", "content/services/team.md", "content/results/decisions.md"
MEETINGS, HOME = "content/articles/meetings.md", "content/pages/index.md"
PROOF = "content/data/proof.yaml"
FIGURE = "figures:\n  - {id: leaders, value: '126', label: l, source: s, as_of: 2026-10-01}\n"


def told(folder: Path, files: dict[str, str | bytes]) -> list[str]:
    return [str(problem) for problem in check_site(site_of(folder, files))]


def page(sections: str) -> dict[str, str | bytes]:
    return {**SMALL, PROOF: FIGURE, HOME: f"---\ntitle: Home\nsections:\n{sections}---\n"}


def test_a_site_that_fits_has_no_problem(tmp_path: Path) -> None:
    assert told(tmp_path, dict(SMALL)) == []


@pytest.mark.parametrize("file", [ANNA, CASE])
def test_a_service_has_to_exist(tmp_path: Path, file: str) -> None:
    line = SMALL[file].split("\n").index("service: team") + 1
    assert told(tmp_path, changed(file, "service: team", "service: taem")) == [
        f"{file}:{line}: there is no service 'taem'.\n    Did you mean 'team'? Services are: team."
    ]


def test_the_case_behind_a_quote_has_to_exist(tmp_path: Path) -> None:
    assert told(tmp_path, changed(ANNA, "status: published", "status: published\nresult: harbour")) == [
        f"{ANNA}:18: there is no result 'harbour'.\n    Results are: decisions."
    ]


def test_a_related_article_has_to_exist(tmp_path: Path) -> None:
    assert told(tmp_path, changed(MEETINGS, "topics:", "related:\n  - meetings\n  - meeting\ntopics:")) == [
        f"{MEETINGS}:7: there is no article 'meeting'.\n    Did you mean 'meetings'? Articles are: meetings."
    ]


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("  - {type: services, only: [team, carer]}\n", "there is no service 'carer'.\n    Services are: team."),
        ("  - {type: results, only: [decision]}\n", "there is no result 'decision'.\n    Did you mean 'decisions'? Results are: decisions."),
        ("  - {type: results, service: career}\n", "there is no service 'career'.\n    Services are: team."),
        ("  - {type: testimonials, only: [ana]}\n", "there is no testimonial 'ana'.\n    Did you mean 'anna'? Testimonials are: anna."),
        ("  - {type: testimonials, service: career}\n", "there is no service 'career'.\n    Services are: team."),
        ("  - {type: proof, figures: [leader]}\n", "there is no figure 'leader'.\n    Did you mean 'leaders'? Figures are: leaders."),
    ],
)
def test_what_a_section_names_has_to_exist(tmp_path: Path, section: str, said: str) -> None:
    assert told(tmp_path, page("  - hero\n" + section)) == [f"{HOME}:5: {said}"]


def test_a_name_without_anything_of_its_kind_says_so(tmp_path: Path) -> None:
    files = {path: text for path, text in page("  - {type: results, only: [x]}\n").items() if path != CASE}
    assert told(tmp_path, files) == [f"{HOME}:4: there is no result 'x'.\n    There are no results yet."]


def test_a_file_with_a_problem_of_its_own_still_counts_as_there(tmp_path: Path) -> None:
    files = {
        **SMALL,
        TEAM: "---\ntitel: Team\n---\n",
        PROOF: "figures: [{id: x}]\n",
        HOME: "---\ntitle: H\nsections: [{type: proof, figures: [leaders]}]\n---\n",
    }
    site = read_site(public_tree(write_site(tmp_path, files))).site
    assert site is not None
    assert check_site(site) == ()


PICTURES = "Pictures are: office.svg."
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"></svg>'


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        (TEAM, "order: 1", "image: offic.svg\nimage_alt: x", f"{TEAM}:5"),
        (ANNA, "relationship:", "photo: offic.svg\nrelationship:", f"{ANNA}:5"),
        (ANNA, "relationship:", "logo: offic.svg\nrelationship:", f"{ANNA}:5"),
        (CASE, "client: A food company of 80 people", "client:\n  described: A company\n  logo: offic.svg", f"{CASE}:7"),
        ("content/site.yaml", "country: eu", "country: eu\nlogo: offic.svg", "content/site.yaml:5"),
        ("content/site.yaml", "country: eu", "country: eu\nphoto: offic.svg\nphoto_alt: x", "content/site.yaml:5"),
    ],
)
def test_a_picture_has_to_exist_wherever_it_is_named(tmp_path: Path, file: str, old: str, new: str, place: str) -> None:
    files = {**changed(file, old, new), "content/images/office.svg": SVG}
    assert told(tmp_path, files) == [f"{place}: there is no picture 'offic.svg' in content/images/.\n    Did you mean 'office.svg'? {PICTURES}"]


def test_pictures_in_sections_and_facts_have_to_exist_too(tmp_path: Path) -> None:
    files = {
        **page("  - {type: hero, image: a.jpg, image_alt: x}\n  - type: about\n    image: b.jpg\n    image_alt: x\n"),
        PROOF: "logos:\n  - {id: one, name: One, image: c.png, source: s, as_of: 2026-10-01}\n",
    }
    assert told(tmp_path, files) == [
        f"{HOME}:4: there is no picture 'a.jpg' in content/images/.\n    There are no pictures yet.",
        f"{HOME}:6: there is no picture 'b.jpg' in content/images/.\n    There are no pictures yet.",
        f"{PROOF}:2: there is no picture 'c.png' in content/images/.\n    There are no pictures yet.",
    ]


@pytest.mark.parametrize(("file", "field", "old"), [(TEAM, "image", "order: 1"), ("content/site.yaml", "photo", "country: eu")])
def test_a_picture_needs_a_word_on_what_it_shows(tmp_path: Path, file: str, field: str, old: str) -> None:
    picture = {"content/images/office.svg": SVG}
    line = SMALL[file].split("\n").index(old) + 1
    assert told(tmp_path / "a", {**changed(file, old, f"{field}: office.svg"), **picture}) == [
        (
            f"{file}:{line}: the picture 'office.svg' needs a word on what it shows, for those who can't see it.\n"
            f'    Add a line: {field}_alt: ... (or {field}_alt: "" if it only decorates).'
        )
    ]
    assert told(tmp_path / "b", {**changed(file, old, f'{field}: office.svg\n{field}_alt: ""'), **picture}) == []


WHY = "    Why: a person who is not to be named must not be named in an address either (GDPR, ICF Code of Ethics)."


@pytest.mark.parametrize(
    ("show_as", "slug", "held"),
    [
        ("anonymous", "anna", "anna"),
        ("initials", "anna-sample", "anna"),
        ("role", "from-sample", "sample"),
        ("first_name", "anna-sample", "sample"),
        ("first_name", "anna", ""),
        ("full", "anna-sample", ""),
        ("anonymous", "a-client", ""),
        ("anonymous", "annabel", ""),
    ],
)
def test_r4_an_address_holds_no_name_that_is_withheld(tmp_path: Path, show_as: str, slug: str, held: str) -> None:
    text = TESTIMONIAL.replace("show_as: full", f"show_as: {show_as}")
    files = {path: words for path, words in SMALL.items() if path != ANNA} | {f"content/testimonials/{slug}.md": text}
    said = (
        f"content/testimonials/{slug}.md: the address /testimonials/{slug}/ holds a name that the consent withholds: '{held}' (R4).\n"
        f"    Give it an address of its own, like this: slug: first-team-role\n{WHY}"
    )
    assert told(tmp_path, files) == ([said] if held else [])


def test_r4_is_told_at_the_slug_and_for_cases_too(tmp_path: Path) -> None:
    text = RESULT.replace("client: A food company of 80 people", "slug: jorg\nclient: {described: A company, name: Jörg Müller}")
    (said,) = told(tmp_path, {**SMALL, CASE: text})
    assert said.startswith(f"{CASE}:5: the address /results/jorg/ holds a name that the consent withholds: 'jorg' (R4).")


def test_two_facts_of_one_name_are_told_with_the_line_of_the_first(tmp_path: Path) -> None:
    rating = "{id: g, platform: G, average: 4, count: 3, source: s, as_of: 2026-10-01}"
    assert told(tmp_path, {**SMALL, PROOF: FIGURE + FIGURE.split("\n")[1] + f"\nratings: [{rating}, {rating}]\n"}) == [
        f"{PROOF}:3: two entries of 'figures' are called 'leaders'; the first is on line 2.\n    Give one of them another id.",
        f"{PROOF}:4: two entries of 'ratings' are called 'g'; the first is on line 4.\n    Give one of them another id.",
    ]


def test_a_topic_is_written_in_one_way_on_the_whole_site(tmp_path: Path) -> None:
    files = {
        **changed(MEETINGS, "topics: [meetings]", "topics: [Feedback, team work]"),
        "content/articles/z.md": ARTICLE.replace("[meetings]", "[feedback, team-work, Feedback]"),
    }
    assert told(tmp_path, files) == [
        f"content/articles/z.md:5: the topics 'feedback' and 'Feedback' ({MEETINGS}:5) would have one address.\n    Write it in one way everywhere: Feedback",
        f"content/articles/z.md:5: the topics 'team-work' and 'team work' ({MEETINGS}:5) would have one address.\n    Write it in one way everywhere: team work",
    ]
