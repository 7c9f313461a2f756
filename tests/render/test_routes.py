"""Every address once, and two things at one address are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.common.problems import ContentError
from sitegen.render.routes import Route, routes
from tests.site.in_memory import shown_of
from tests.small_site import ARTICLE, SERVICE, SITE, SMALL, changed


def addresses(folder: Path, files: dict[str, str | bytes]) -> list[str]:
    return [route.address for route in routes(shown_of(folder, files))]


def problems(folder: Path, files: dict[str, str | bytes]) -> list[str]:
    with pytest.raises(ContentError) as refused:
        routes(shown_of(folder, files))
    return [str(problem) for problem in refused.value.problems]


def test_the_small_site_has_these_addresses(tmp_path: Path) -> None:
    assert addresses(tmp_path, dict(SMALL)) == [
        "/", "/.htaccess", "/.nojekyll", "/404.html", "/_headers", "/_redirects", "/apple-touch-icon.png", "/articles/", "/articles/meetings/",
        "/articles/topics/meetings/", "/contact/", "/events/", "/events/evening/", "/events/evening/event.ics", "/favicon.ico", "/favicon.svg", "/icon-192.png",
        "/icon-512.png", "/manifest.webmanifest", "/privacy/", "/results/", "/results/decisions/", "/reviews-policy/", "/robots.txt", "/services/",
        "/services/team/", "/share.png", "/testimonials/", "/testimonials/anna/", "/thank-you/",
    ]  # fmt: skip


def test_a_site_with_an_address_has_feeds_and_a_sitemap(tmp_path: Path) -> None:
    more = set(addresses(tmp_path / "a", changed("content/site.yaml", "country: eu", "country: eu\nurl: https://www.example.com")))
    assert more - set(addresses(tmp_path / "b", dict(SMALL))) == {"/sitemap.xml", "/feed.xml", "/feed.json"}


def test_an_empty_site_has_no_lists_and_german_law_wants_an_imprint(tmp_path: Path) -> None:
    assert not {"/services/", "/articles/", "/reviews-policy/", "/imprint/"} & set(addresses(tmp_path / "a", {"content/site.yaml": SITE}))
    german = SITE.replace("country: eu", "country: de\naddress: {street: S 1, postcode: '1', city: B, country: DE}")
    assert "/imprint/" in addresses(tmp_path / "b", {"content/site.yaml": german})


def test_her_own_page_takes_the_place_of_one_that_the_theme_makes(tmp_path: Path) -> None:
    own = {f"content/pages/{name}.md": f"---\ntitle: {name}\n---\n" for name in ("index", "contact", "404")}
    made = {route.address: route.kind for route in routes(shown_of(tmp_path, {**SMALL, **own}))}
    assert [made[address] for address in ("/", "/contact/", "/404.html", "/privacy/")] == ["item", "item", "item", "generated"]


@pytest.mark.parametrize(
    ("address", "output"),
    [("/", "index.html"), ("/a/b/", "a/b/index.html"), ("/feed.xml", "feed.xml"), ("/.htaccess", ".htaccess"), ("/about.html", "about.html")],
)
def test_an_address_is_answered_by_one_file(address: str, output: str) -> None:
    assert Route(address, "item").output == output


def test_old_addresses_lead_to_the_new_one(tmp_path: Path) -> None:
    made = routes(shown_of(tmp_path, changed("content/services/team.md", "order: 1", "aliases: [/old/, older, /team.html, /deep/index.html]")))
    assert [(route.address, route.subject) for route in made if route.kind == "alias"] == [
        ("/deep/", "/services/team/"), ("/old/", "/services/team/"), ("/older/", "/services/team/"), ("/team.html", "/services/team/"),
    ]  # fmt: skip


ANOTHER = "Give one of them another address, like this: slug: another-name"


def test_two_items_at_one_address_are_told_with_both_places(tmp_path: Path) -> None:
    assert problems(tmp_path, {**SMALL, "content/services/groups.md": SERVICE.replace("order: 1", "slug: team")}) == [
        f"content/services/groups.md:5: the address /services/team/ is taken by content/services/team.md.\n    {ANOTHER}"
    ]


def test_an_old_address_must_not_be_that_of_a_page(tmp_path: Path) -> None:
    assert problems(tmp_path / "a", changed("content/services/team.md", "order: 1", "aliases: [/articles/meetings/]")) == [
        f"content/articles/meetings.md: the address /articles/meetings/ is taken by content/services/team.md:5.\n    {ANOTHER}"
    ]
    assert problems(tmp_path / "b", changed("content/services/team.md", "order: 1", "aliases: [/articles/]")) == [
        f"content/services/team.md:5: the address /articles/ is taken by a page that sitegen makes itself.\n    {ANOTHER}"
    ]


def test_an_item_or_file_must_not_take_what_sitegen_makes(tmp_path: Path) -> None:
    files = {**SMALL, "content/pages/articles.md": "---\ntitle: A\n---\n", "content/files/robots.txt": "x"}
    assert problems(tmp_path, files) == [
        f"content/files/robots.txt: the address /robots.txt is taken by a page that sitegen makes itself.\n    {ANOTHER}",
        f"content/pages/articles.md: the address /articles/ is taken by a page that sitegen makes itself.\n    {ANOTHER}",
    ]


def test_addresses_that_differ_by_capitals_only_are_told(tmp_path: Path) -> None:
    files = {**SMALL, "content/pages/about.md": "---\ntitle: A\n---\n", "content/files/About/index.html": "x"}
    assert problems(tmp_path, files) == [
        (
            "content/files/About/index.html: the address /About/index.html differs from /about/ (content/pages/about.md) by capital letters only.\n"
            "    Many computers can't tell them apart: give one of them another slug or name."
        )
    ]


@pytest.mark.parametrize(("number", "pages"), [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
def test_a_list_has_as_many_pages_as_it_needs(tmp_path: Path, number: int, pages: int) -> None:
    files = {"content/site.yaml": SITE + "per_page: 2\n", **{f"content/articles/a{n}.md": ARTICLE for n in range(number)}}
    made = [route for route in routes(shown_of(tmp_path, files)) if route.kind in ("list", "topic")]
    for first in ("/articles/", "/articles/topics/meetings/"):
        ours = sorted((route.page, route.address, route.pages) for route in made if route.address in (first, *(f"{first}page/{n}/" for n in range(9))))
        assert ours == [(n, first if n == 1 else f"{first}page/{n}/", pages) for n in range(1, pages + 1)]


def test_a_topic_without_latin_letters_has_an_address_too(tmp_path: Path) -> None:
    made = [route for route in routes(shown_of(tmp_path, changed("content/articles/meetings.md", "[meetings]", "[会議, Größe]"))) if route.kind == "topic"]
    assert [route.subject for route in made] == ["Größe", "会議"]
    assert made[0].address == "/articles/topics/groesse/"
    assert made[1].address.startswith("/articles/topics/topic-")


def test_past_events_keep_the_list_of_events_alive(tmp_path: Path) -> None:
    files = changed("content/events/evening.md", "start: 2027-02-10 18:00\nend: 2027-02-10 19:30", "start: 2026-01-10 18:00\nend: 2026-01-10 19:30")
    assert {"/events/", "/events/past/"} <= set(
        addresses(tmp_path, {**files, "content/events/evening.md": str(files["content/events/evening.md"]).replace("date: 2026-10-01\n", "")})
    )
