"""Feeds: Atom (RFC 4287) and JSON Feed 1.1, with whole addresses and dates from the records."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from lxml import etree

from sitegen.render.feeds import NEWEST, atom, json_feed
from sitegen.site.queries import articles
from tests.render.rendering import AT_HOME, other_of, renderer_of
from tests.site.in_memory import shown_of
from tests.small_site import ARTICLE, SMALL

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITE_FILES = {
    **SMALL,
    **AT_HOME,
    "content/articles/summer.md": ARTICLE.replace("2026-10-01", "2026-07-01\nupdated: 2026-08-15").replace(
        "A meeting that decides", 'Less & "more" <than> enough'
    ),
    "content/articles/off.md": ARTICLE.replace("topics:", "draft: true\ntopics:"),
}
MEETINGS = "https://www.example.com/articles/meetings/"
SUMMER = "https://www.example.com/articles/summer/"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    renderer = renderer_of(tmp_path_factory.mktemp("site"), SITE_FILES)
    return {name: other_of(renderer, f"/{name}") for name in ("feed.xml", "feed.json")}


@pytest.fixture(scope="module")
def feed(made: dict[str, bytes]) -> etree._Element:
    return etree.fromstring(made["feed.xml"])


def texts(element: etree._Element, path: str) -> list[str]:
    return [found.text or "" for found in element.iterfind(path, ATOM)]


def test_the_atom_feed_has_all_that_the_standard_asks_for(feed: etree._Element) -> None:
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en-GB"
    assert texts(feed, "a:title") == ["Maya Example"]
    assert texts(feed, "a:id") == ["https://www.example.com/"]
    assert texts(feed, "a:author/a:name") == ["Maya Example"]
    assert [(link.get("rel"), link.get("href")) for link in feed.iterfind("a:link", ATOM)] == [
        ("alternate", "https://www.example.com/"), ("self", "https://www.example.com/feed.xml"),
    ]  # fmt: skip
    for entry in feed.iterfind("a:entry", ATOM):
        assert all(len(texts(entry, f"a:{name}")) == 1 for name in ("title", "id", "published", "updated", "summary", "content"))


def test_every_id_is_a_whole_address_and_the_newest_article_is_first(feed: etree._Element) -> None:
    assert texts(feed, "a:entry/a:id") == [MEETINGS, SUMMER]
    assert [link.get("href") for link in feed.iterfind("a:entry/a:link", ATOM)] == [MEETINGS, SUMMER]


def test_dates_come_from_the_records_in_her_time_zone(feed: etree._Element) -> None:
    assert texts(feed, "a:entry/a:published") == ["2026-10-01T12:00:00+02:00", "2026-07-01T12:00:00+02:00"]
    assert texts(feed, "a:entry/a:updated") == ["2026-10-01T12:00:00+02:00", "2026-08-15T12:00:00+02:00"]
    assert texts(feed, "a:updated") == ["2026-10-01T12:00:00+02:00"]


def test_titles_are_text_and_contents_html_with_whole_addresses(feed: etree._Element) -> None:
    assert texts(feed, "a:entry/a:title")[1] == 'Less & "more" <than> enough'
    content = feed.find("a:entry/a:content", ATOM)
    assert content is not None
    assert content.get("type") == "html"
    assert content.text == '<p>Ask what will be decided. See <a href="https://www.example.com/services/team/#how-we-start">team coaching</a>.</p>'
    assert [category.get("term") for category in feed.iterfind("a:entry/a:category", ATOM)] == ["meetings", "meetings"]


def test_the_json_feed_has_all_that_version_1_1_asks_for(made: dict[str, bytes]) -> None:
    feed = json.loads(made["feed.json"])
    assert {key: value for key, value in feed.items() if key != "items"} == {
        "version": "https://jsonfeed.org/version/1.1", "title": "Maya Example", "description": "I coach people who lead for the first time, in plain words.",
        "home_page_url": "https://www.example.com/", "feed_url": "https://www.example.com/feed.json", "language": "en-GB",
        "authors": [{"name": "Maya Example", "url": "https://www.example.com/"}],
    }  # fmt: skip
    assert [item["id"] for item in feed["items"]] == [item["url"] for item in feed["items"]] == [MEETINGS, SUMMER]
    assert [item.get("date_modified") for item in feed["items"]] == [None, "2026-08-15T12:00:00+02:00"]
    assert all(datetime.fromisoformat(item["date_published"]).tzinfo for item in feed["items"])
    assert all(item["content_html"] and item["tags"] == ["meetings"] for item in feed["items"])


def test_a_picture_and_a_place_on_the_same_page_have_whole_addresses(tmp_path: Path) -> None:
    files = {
        **SITE_FILES,
        "content/articles/meetings.md": ARTICLE + "\n![Two](two.svg) [down](#end)\n\n## End\n",
        "content/images/two.svg": '<svg viewBox="0 0 4 4"/>',
    }
    text = json.loads(other_of(renderer_of(tmp_path, files), "/feed.json"))["items"][0]["content_html"]
    assert 'src="https://www.example.com/images/' in text
    assert f'href="{MEETINGS}#end"' in text
    assert "srcset" not in text


def test_a_character_that_xml_does_not_know_is_left_out(tmp_path: Path) -> None:
    files = {**SITE_FILES, "content/articles/meetings.md": ARTICLE + "\none\x0ctwo \ufffe three\n"}
    feed = etree.fromstring(other_of(renderer_of(tmp_path, files), "/feed.xml"))
    assert "one two" in texts(feed, "a:entry/a:content")[0]


def test_a_feed_holds_the_newest_twenty(tmp_path: Path) -> None:
    files = {**AT_HOME, **{f"content/articles/a{n}.md": ARTICLE for n in range(NEWEST + 1)}}
    renderer = renderer_of(tmp_path, files)
    assert len(json.loads(other_of(renderer, "/feed.json"))["items"]) == NEWEST == 20


def test_a_site_without_articles_has_empty_feeds_that_can_be_read(tmp_path: Path) -> None:
    settings = shown_of(tmp_path, AT_HOME).settings
    assert texts(etree.fromstring(atom(settings, (), str)), "a:updated") == ["1970-01-01T12:00:00+01:00"]
    assert json.loads(json_feed(settings, (), str))["items"] == []


def test_a_feed_says_the_same_whatever_the_day_it_is_built_on(tmp_path: Path) -> None:
    shown = shown_of(tmp_path, SITE_FILES)
    feeds = {write(shown.settings, articles(shown), lambda article: article.title) for write in (atom, json_feed) for _ in range(2)}
    assert len(feeds) == 2
