"""What a page says of itself: short enough for search engines, and no more of a person than consent allows."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.render.asked import Asked
from sitegen.render.heads import LONGEST_DESCRIPTION, LONGEST_TITLE, Crumb, head, plain, shortened
from tests.render.rendering import renderer_of
from tests.small_site import ARTICLE, SMALL, changed

LONG = "Coaching for people who lead a team of engineers for the first time in a company that has grown too fast"


def heads_of(folder: Path, files: dict[str, str | bytes]) -> dict[str, object]:
    made = renderer_of(folder, files)
    heads = {}
    for route in made.routes:
        if route.is_page:
            ask = Asked(made.answers)
            item = ask("item", name=route.subject) if route.kind == "item" else None
            heads[route.address] = head(route, item, ask, made.theme.wording)
    return heads


@pytest.mark.parametrize("practice", ["", "practice: Clear Water Leadership and Team Coaching of the North\n"])
def test_every_page_has_a_short_title_and_description_of_its_own(tmp_path: Path, practice: str) -> None:
    files = {
        **SMALL,
        "content/site.yaml": SMALL["content/site.yaml"].replace("promise: I", f"{practice}title: {LONG}\npromise: {LONG} {LONG}. I"),
        "content/articles/long.md": ARTICLE.replace("title: A", f"title: Writing on {LONG}, a").replace("summary: One", f"summary: {LONG}, {LONG}. One"),
        "content/pages/about.md": f"---\ntitle: About\n---\n\nWho I am: {LONG} {LONG}\n",
    }
    heads = heads_of(tmp_path, files)
    assert len(heads) > 12
    for address, made in heads.items():
        assert 0 < len(made.title) <= LONGEST_TITLE, address
        assert 0 < len(made.description) <= LONGEST_DESCRIPTION, address
        assert "[[" not in made.description
    for what in ("title", "description"):
        words = [getattr(made, what) for address, made in heads.items() if address not in ("/404.html", "/thank-you/")]
        assert len(words) == len(set(words)), what


@given(st.text(max_size=80), st.integers(2, 40))
def test_a_shortened_text_is_as_short_as_asked_and_begins_as_the_whole(text: str, most: int) -> None:
    cut = shortened(text, most)
    assert len(cut) <= most
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1]))


def test_a_text_is_cut_between_words() -> None:
    assert shortened("one two three", 13) == "one two three"
    assert shortened("one two three", 12) == "one two…"
    assert shortened("one two, three", 10) == "one two…"
    assert shortened("undivided", 5) == "undi…"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# Head\n\nOne *two* **three** `four`", "Head One two three four"),
        ("[link](/a) ![picture](b.jpg) [[figure x]]end", "link end"),
        ("- a\n- b\n\n> c\n\n1. d", "a b c d"),
    ],
)
def test_a_description_has_no_marks(text: str, words: str) -> None:
    assert plain(text) == words


def test_a_pages_number_stands_in_its_title(tmp_path: Path) -> None:
    files = {**changed("content/site.yaml", "country: eu", "country: eu\nper_page: 1"), "content/articles/second.md": ARTICLE}
    heads = heads_of(tmp_path, files)
    assert "page 2" in heads["/articles/page/2/"].title
    assert "page 2" in heads["/articles/page/2/"].description
    topic = "the meetings of teams that have grown too fast for their own good"
    long = {path: str(text).replace("[meetings]", f"[{topic}]") for path, text in files.items()}
    titles = [made.title for address, made in heads_of(tmp_path, long).items() if "/topics/" in address]
    assert titles == ["Articles on the meetings of teams that have grown too fast…", "Articles on the meetings of teams that have grown…, page 2"]
    assert heads["/articles/topics/meetings/page/2/"].crumbs[-1] == Crumb("page 2", "/articles/topics/meetings/page/2/")


def test_the_way_to_a_page_leads_from_home_over_its_list(tmp_path: Path) -> None:
    heads = heads_of(tmp_path, dict(SMALL))
    assert [crumb.address for crumb in heads["/services/team/"].crumbs] == ["/", "/services/", "/services/team/"]
    assert heads["/"].crumbs == heads["/404.html"].crumbs == ()


@pytest.mark.parametrize(
    ("language", "said"),
    [("en-GB", "She asked good questions."), ("de", "I was not sure that it would help."), ("fr", "I was not sure that it would help.")],
)
def test_a_translated_quote_is_described_in_the_language_of_its_page(tmp_path: Path, language: str, said: str) -> None:
    files = {
        **SMALL,
        "content/site.yaml": SMALL["content/site.yaml"].replace("language: en-GB", f"language: {language}"),
        "content/testimonials/anna.md": SMALL["content/testimonials/anna.md"].replace(
            "original: shown", "original: shown\nlang: de\ntranslation: {lang: en, text: She asked *good* questions., by: Maya Example, approved: true}"
        ),
    }
    made = heads_of(tmp_path, files)["/testimonials/anna/"]
    assert made.description.partition(": ")[2].startswith(said)


def test_a_title_does_not_say_a_withheld_name(tmp_path: Path) -> None:
    files = {path: text for path, text in SMALL.items() if "anna" not in path}
    files["content/testimonials/a-client.md"] = SMALL["content/testimonials/anna.md"].replace("show_as: full", "show_as: anonymous")
    made = heads_of(tmp_path, files)["/testimonials/a-client/"]
    assert made.heading == "A client on Team coaching, May 2026"
    assert "Anna" not in repr(made)
    assert "Sample" not in repr(made).replace("sample=", "")


def test_r1_one_sample_keeps_the_whole_site_out_of_search_engines(tmp_path: Path) -> None:
    assert {address for address, made in heads_of(tmp_path / "a", dict(SMALL)).items() if made.noindex} == {"/404.html", "/thank-you/"}
    sampled = heads_of(tmp_path / "b", changed("content/articles/meetings.md", "topics:", "sample: true\ntopics:"))
    assert all(made.noindex for made in sampled.values())
    assert [address for address, made in sampled.items() if made.sample] == ["/articles/meetings/"]
    draft = heads_of(tmp_path / "c", changed("content/articles/meetings.md", "topics:", "sample: true\ndraft: true\ntopics:"))
    assert not draft["/"].noindex


def test_a_page_may_ask_to_be_left_out(tmp_path: Path) -> None:
    heads = heads_of(tmp_path, changed("content/articles/meetings.md", "topics:", "noindex: true\ntopics:"))
    assert {address for address, made in heads.items() if made.noindex} == {"/404.html", "/thank-you/", "/articles/meetings/"}
