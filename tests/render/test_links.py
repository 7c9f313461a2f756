"""Where a link leads: by file or by address, to what is there, hidden or not there at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.render.links import Links, Target
from sitegen.render.routes import routes
from tests.site.in_memory import shown_of
from tests.small_site import SERVICE, SMALL

MEETINGS = "content/articles/meetings.md"


@pytest.fixture(scope="module")
def links(tmp_path_factory: pytest.TempPathFactory) -> Links:
    shown = shown_of(
        tmp_path_factory.mktemp("site"),
        {
            **SMALL,
            "content/services/off.md": SERVICE.replace("order: 1", "draft: true"),
            "content/pages/about.md": "---\ntitle: About\naliases: [/old-about/, /about.html]\n---\n",
            "content/files/My Guide.pdf": "x",
            "content/files/data/Größe.txt": "x",
        },
    )
    return Links(shown, routes(shown))


@pytest.mark.parametrize(
    ("href", "leads_to"),
    [
        ("../services/team.md", "/services/team/"),
        ("../services/team.md#how-we-start", "/services/team/#how-we-start"),
        ("meetings.md", "/articles/meetings/"),
        ("./meetings.md?x=1#y", "/articles/meetings/?x=1#y"),
        ("/content/services/team.md", "/services/team/"),
        ("/services/team/", "/services/team/"),
        ("/services/team", "/services/team/"),
        ("/services/team/index.html", "/services/team/"),
        ("/services/team#price", "/services/team/#price"),
        ("/index.html", "/"),
        ("/", "/"),
        ("/old-about/", "/about/"),
        ("/old-about", "/about/"),
        ("/about.html#me", "/about/#me"),
        ("/articles/topics/meetings/", "/articles/topics/meetings/"),
        ("/events/evening/event.ics", "/events/evening/event.ics"),
        ("../files/My%20Guide.pdf", "/My%20Guide.pdf"),
        ("../files/My Guide.pdf", "/My%20Guide.pdf"),
        ("/My%20Guide.pdf", "/My%20Guide.pdf"),
        ("../files/data/Größe.txt", "/data/Gr%C3%B6%C3%9Fe.txt"),
    ],
)
def test_a_link_by_file_or_by_address_leads_to_the_address(links: Links, href: str, leads_to: str) -> None:
    assert links.find(href, MEETINGS) == Target(leads_to, "there")


@pytest.mark.parametrize(
    "href",
    [
        "",
        "#place",
        "mailto:a@b.de?subject=x",
        "tel:+4722",
        "https://www.example.com/a?b#c",
        "HTTP://example.com",
        "webcal://example.com/x.ics",
        "//example.com/x",
    ],
)
def test_a_link_elsewhere_leads_where_it_says(links: Links, href: str) -> None:
    assert links.find(href, MEETINGS) == Target(href, "there")


@pytest.mark.parametrize("href", ["javascript:alert(1)", "javascript://x%0aalert(1)", "JavaScript://x", "vbscript://x"])
def test_a_link_that_runs_something_leads_nowhere(links: Links, href: str) -> None:
    assert links.find(href, MEETINGS).standing == "none"


@pytest.mark.parametrize(
    ("href", "standing"),
    [("../services/off.md", "hidden"), ("/services/off/", "hidden"), ("/services/off", "hidden"), ("/imprint/", "hidden"), ("/events/past/", "none")],
)
def test_what_exists_and_is_not_shown_is_hidden(links: Links, href: str, standing: str) -> None:
    assert links.find(href, MEETINGS).standing == standing


def test_the_list_of_a_kind_of_which_nothing_is_shown_is_hidden(tmp_path: Path) -> None:
    files = {path: text for path, text in SMALL.items() if "testimonials" not in path}
    shown = shown_of(tmp_path, files)
    links = Links(shown, routes(shown))
    assert [links.find(href, MEETINGS).standing for href in ("/testimonials/", "/reviews-policy/", "/testimonials/anna/")] == ["hidden", "hidden", "none"]


@pytest.mark.parametrize(
    ("href", "mend"),
    [
        ("../services/taem.md", "Did you mean '../services/team.md'?"),
        ("../services/team", "Did you mean '../services/team.md'?"),
        ("/service/team/", "Did you mean '/services/team/'?"),
        ("../files/my-guide.pdf", "Did you mean '../files/My Guide.pdf'?"),
        ("/zzzzzzzz", ""),
        ("../../../../etc/passwd", ""),
    ],
)
def test_a_link_that_leads_nowhere_is_told_what_is_near(links: Links, href: str, mend: str) -> None:
    assert links.find(href, MEETINGS) == Target(href, "none", mend)
