"""What supports what: told of what is shown, and of nobody by name."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from sitegen.build.site_build import build_site
from sitegen.common.trees import bundled_tree, public_tree
from sitegen.render.quote_places import quote_places
from sitegen.site.graph import Graph, graph
from tests.site.in_memory import shown_of
from tests.small_site import ARTICLE, RESULT, SERVICE, SITE, TESTIMONIAL, TODAY, write_site

INLINE = "\nresult: {measure: Evenings, before: 4, after: 1, unit: evenings, period: a year, evidence: content/private/evidence/e.pdf, typicality: typical}"
FILES = {
    "content/site.yaml": SITE,
    "content/data/proof.yaml": "logos:\n  - id: harbour\n    name: Harbour\n    source: s\n    as_of: 2026-01-01\n    consent: {status: granted, date: 2026-01-01, method: email, scope: [site], items: [logo], until: 2026-12-01}\n",
    "content/pages/about.md": "---\ntitle: About\nsections:\n  - {type: testimonials, only: [anna]}\n  - {type: text, text: '[[testimonial anna]]'}\n---\n",
    "content/services/team.md": SERVICE,
    "content/services/bare.md": SERVICE.replace("order: 1", "order: 2"),
    "content/services/old.md": SERVICE.replace("order: 1", "order: 3"),
    "content/testimonials/anna.md": TESTIMONIAL.replace("service: team", "service: team\nphoto: anna.jpg\naudience: founders\nobjection: No time\nresult: decisions")
    .replace("[quote, name, title]", "[quote, name, title, photo, result]"),
    "content/testimonials/bo.md": TESTIMONIAL.replace("Anna Sample", "Bo Secretname").replace("service: team", "service: old" + INLINE).replace("[quote, name, title]", "[quote, result]")
    .replace("date: 2026-05-04\nconsent", "date: 2024-05-04\nconsent").replace("show_as: full", "show_as: anonymous\n  until: 2027-01-20").replace("original: shown", "original: shown\nslug: an-evening"),
    "content/testimonials/cy.md": TESTIMONIAL.replace("Anna Sample", "Cy Trial").replace("client", "manager"),
    "content/testimonials/off.md": TESTIMONIAL.replace("status: published", "status: received"),
    "content/results/decisions.md": RESULT.replace("expected: {text: Most teams see a smaller change., n: 9, period: 2023 to 2025}\n", ""),
    "content/articles/a.md": ARTICLE.replace("Ask what", "[[testimonials service=team limit=1]]\n\nAsk what"),
    "content/images/anna.jpg": b"",
}  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    shown = shown_of(tmp_path_factory.mktemp("site"), {**FILES, "content/images/anna.jpg": b"x"})
    return graph(shown, quote_places(shown))


def test_each_service_says_what_it_can_show_and_what_it_lacks(made: Graph) -> None:
    assert [(one.slug, one.clients, one.photos, one.full_names, one.results, one.newest, one.on_page, one.lacks) for one in made.services] == [
        ("team", 1, 1, 1, 1, date(2026, 5, 4), ("anna",), ()),
        ("bare", 0, 0, 0, 0, None, (), ("words of a client", "a result")),
        ("old", 1, 0, 0, 1, date(2024, 5, 4), ("an-evening",), ("a face", "a full name", "words of the last 18 months")),
    ]


def test_each_testimonial_says_what_it_supports(made: Graph) -> None:
    found = {one.slug: (one.service, one.case, one.claims, one.reader, one.doubt, one.photo, one.full_name, one.result) for one in made.supports}
    assert found == {
        "anna": ("team", "decisions", ("Open decisions",), "founders", "No time", True, True, True),
        "an-evening": ("old", "", ("Evenings",), "old", "", False, False, True),
        "cy": ("team", "", (), "team", "", False, True, False),
    }
    assert made.readers == (("founders", ("anna",)), ("old", ("an-evening",)), ("team", ("cy",)))


def test_the_pages_of_each_are_those_that_show_it(made: Graph) -> None:
    assert {one.slug: one.pages for one in made.supports} == {
        "anna": ("/", "/about/", "/articles/a/", "/results/decisions/", "/services/", "/services/team/"),
        "an-evening": ("/", "/services/", "/services/old/"),
        "cy": ("/", "/services/"),
    }
    assert [one.slug for one in made.worn] == ["anna"]


def test_the_pages_are_those_that_a_build_makes(tmp_path: Path) -> None:
    files = {path: text for path, text in FILES.items() if not path.startswith("content/images")}
    files["content/testimonials/anna.md"] = str(files["content/testimonials/anna.md"]).replace("photo: anna.jpg\n", "")
    files["content/results/decisions.md"] = RESULT
    site = write_site(tmp_path, files)
    built = build_site(public_tree(site), bundled_tree(), TODAY).files
    shown = shown_of(tmp_path, files)
    for slug, pages in quote_places(shown).items():
        mark = f'<a href="/testimonials/{slug}/">'
        showing = {f"/{path.removesuffix('index.html')}" for path, data in built.items() if path.endswith(".html") and mark in data.decode()}
        assert set(pages) == showing - {"/testimonials/", f"/testimonials/{slug}/"}, slug


def test_consents_that_end_soon_and_claims_without_what_is_usual_are_told(made: Graph) -> None:
    assert [(one.file, one.what, one.until) for one in made.ending] == [
        ("content/data/proof.yaml:6", "the consent to the logo 'harbour'", date(2026, 12, 1)),
        ("content/testimonials/bo.md:18", "the consent", date(2027, 1, 20)),
    ]
    assert [(str(one.place), one.words) for one in made.without_expected] == [
        ("content/results/decisions.md:9", "Open decisions"), ("content/testimonials/bo.md:7", "Evenings"),
    ]  # fmt: skip


def test_it_names_nobody(made: Graph) -> None:
    told = repr(asdict(made)) if hasattr(made, "__dict__") else repr(made)
    assert [name for name in ("Secretname", "Anna Sample", "Cy Trial") if name in told] == []


def test_an_empty_site_has_an_empty_graph(tmp_path: Path) -> None:
    shown = shown_of(tmp_path, {"content/site.yaml": SITE})
    assert graph(shown, quote_places(shown)) == Graph(TODAY, (), (), (), (), (), ())
