"""What stands beside a person's words and beside a number, and what the reviews policy says: each true of the records."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitegen.build.site_build import build_site
from sitegen.common.trees import bundled_tree, public_tree
from tests.small_site import RESULT, SERVICE, SITE, TESTIMONIAL, TODAY, write_site

ANNA = TESTIMONIAL.replace(
    "service: team",
    "service: team\nbenefit: free\nexpected_before: true\ndisclosure: Anna was coached free of charge.\nexperience: {from: 2025-01, to: 2025-06}",
)
BO = (
    TESTIMONIAL.replace("Anna Sample", "Bo Probe").replace("show_as: full", "show_as: anonymous").replace("original: shown", "original: |\n  I was not sure. It rained. We know now.")
    .replace("I was not sure that it would help. We talk less now, and we know what we decided.", "I was not sure. [...] We know now.")
)  # fmt: skip
CY = TESTIMONIAL.replace("Anna Sample", "Cy Trial").replace("relationship: client\nservice: team", "relationship: manager").replace(
    "original: shown", "original: shown\nlang: de\ntranslation: {lang: en-GB, text: She asked good questions., by: Maya Example, approved: true}"
).replace("I was not sure that it would help. We talk less now, and we know what we decided.", "Sie hat gute Fragen gestellt.")  # fmt: skip
DI = TESTIMONIAL.replace("Anna Sample", "Di Assay").replace("relationship: client\nservice: team", "relationship: friend\ndisclosure: Di is a friend of mine.")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    site = write_site(
        tmp_path_factory.mktemp("site"),
        {
            "content/site.yaml": SITE,
            "content/services/team.md": SERVICE,
            "content/testimonials/anna.md": ANNA,
            "content/testimonials/quiet.md": BO,
            "content/testimonials/cy.md": CY,
            "content/testimonials/di.md": DI,
            "content/results/decisions.md": RESULT,
            "content/articles/a.md": "---\ntitle: A\nsummary: s\ndate: 2026-01-01\n---\n\nOpen: [[measure decisions open-decisions]].\n",
        },
    )
    files = build_site(public_tree(site), bundled_tree(), TODAY).files
    return {path: re.sub(r"\s+", " ", data.decode()) for path, data in files.items() if path.endswith(".html")}


def quote(page: str, words: str) -> str:
    return next(part for part in re.split('<figure class="quote(?: wide)?">', page)[1:] if words in part.partition("</figure>")[0]).partition("</figure>")[0]


def test_the_disclosure_stands_before_the_words_wherever_they_stand(pages: dict[str, str]) -> None:
    shown = [page for page in pages.values() if "We talk less now" in page and "Anna" in page.partition("<main")[2] and "<blockquote" in page]
    assert len(shown) >= 4
    for page in shown:
        part = quote(page, "coached free of charge")
        assert part.index('<p class="disclosure">Anna was coached free of charge.</p>') < part.index("<blockquote")


def test_each_says_its_relation_and_its_day(pages: dict[str, str]) -> None:
    every = pages["testimonials/index.html"]
    for line in (
        "Client, coached January 2025 to June 2025; given on 4 May 2026",
        "Client; given on 4 May 2026",
        "Reference: managed Maya Example; given on 4 May 2026",
        "A friend of Maya Example; given on 4 May 2026",
    ):
        assert f'<p class="relation">{line}</p>' in every


def test_the_list_is_a_selection_and_keeps_references_apart(pages: dict[str, str]) -> None:
    every = pages["testimonials/index.html"]
    assert '<p class="lead">A selection. <a href="/reviews-policy/">How testimonials are chosen, checked and dated</a></p>' in every
    sections = re.split(r"<h2>", every)
    whose = {part.partition("</h2>")[0]: set(re.findall(r"/testimonials/(\w+)/", part)) for part in sections[1:]}
    assert (whose["From clients"], whose["From others"], whose["References"]) == ({"anna", "quiet"}, {"di"}, {"cy"})


def test_a_withheld_name_is_said_to_be_withheld_and_no_other(pages: dict[str, str]) -> None:
    every = pages["testimonials/index.html"]
    told = [
        slug
        for slug, words in (("anna", "We talk less"), ("bo", "We know now"), ("cy", "gute Fragen"), ("di", "Di Assay"))
        if "withheld" in quote(every, words)
    ]
    assert told == ["bo"]


def test_words_in_another_language_say_so_and_a_translation_stands_with_its_original(pages: dict[str, str]) -> None:
    part = quote(pages["testimonials/cy/index.html"], "gute Fragen")
    marks = (
        "Translated by Maya Example. The person approved the translation.",
        '<blockquote lang="en-GB"><p>She asked good questions.</p>',
        "The original words:",
        '<blockquote lang="de">',
    )
    places = [part.find(mark) for mark in marks]
    assert -1 not in places, part
    assert places == sorted(places)


def test_beside_a_number_stands_what_clients_generally_get(pages: dict[str, str]) -> None:
    for page in ("results/index.html", "results/decisions/index.html", "services/team/index.html", "articles/a/index.html", "index.html"):
        assert "What clients generally get: Most teams see a smaller change." in pages[page], page
        assert "(Clients counted: 9, 2023 to 2025.)" in pages[page], page


def test_a_service_says_what_coaching_is_not(pages: dict[str, str]) -> None:
    said = "Coaching is not therapy, and not medical, legal or financial advice."
    assert said in pages["services/team/index.html"].partition("<footer")[2]
    assert [page for page in pages if said in pages[page]] == ["services/team/index.html"]


def test_the_reviews_policy_is_made_of_the_records(pages: dict[str, str]) -> None:
    policy = pages["reviews-policy/index.html"]
    for said in (
        "<dt>From clients</dt><dd>2</dd>", "<dt>References</dt><dd>1</dd>", "<dt>From others close to the coach</dt><dd>1</dd>",
        "In 1 of 4, the person had something free, at a lower price or in return.", "In 1 of these it was agreed on before the words were given.",
        "Shown in part: 1 of 4. Each cut is marked with [...].", "Translated: 1. The original words stand below each translation.",
        "Without a name, at the person's request: 1.", "It has not been recorded how they were checked.", "hello@example.com",
    ):  # fmt: skip
        assert said in policy.replace("&#39;", "'").replace("’", "'").replace("…", "..."), said


def test_a_policy_without_cuts_says_so(tmp_path: Path) -> None:
    files = build_site(public_tree(write_site(tmp_path)), bundled_tree(), TODAY).files
    policy = files["reviews-policy/index.html"].decode()
    assert "Each is shown as it was given, without a cut." in policy
    assert "<li>Translated" not in policy
