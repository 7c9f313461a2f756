"""The named questions: what is asked for, in its order, and nothing that is not public."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.site import queries
from sitegen.site.showing import Showing
from tests.site.in_memory import shown_of
from tests.small_site import ARTICLE, EVENT, RESULT, SERVICE, SITE, TESTIMONIAL, TODAY

FACTS = """figures:
  - {id: leaders, value: '126', label: leaders, source: s, as_of: 2026-10-01}
  - {id: teams, value: '14', label: teams, source: s, as_of: 2026-10-01}
press:
  - {id: b, title: B, outlet: O, source: s, as_of: 2026-01-01}
  - {id: a, title: A, outlet: O, source: s, as_of: 2026-01-01}
  - {id: new, title: N, outlet: O, source: s, as_of: 2026-03-01}
ratings:
  - {id: google, platform: Google, average: 4.8, count: 23, source: s, as_of: 2026-10-01}
"""


def said(day: str, **changes: str) -> str:
    text = TESTIMONIAL.replace("date: 2026-05-04\nconsent", f"date: 2026-05-{day}\nconsent")
    facts = {"relationship": "client", **changes}
    return text.replace("relationship: client", "\n".join(f"{field}: {value}" for field, value in facts.items()))


def wrote(day: str, topics: str, more: str = "") -> str:
    return ARTICLE.replace("2026-10-01", f"2026-10-{day}").replace("topics: [meetings]", f"topics: [{topics}]{more}")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Showing:
    event = EVENT.replace("2026-10-01", "2025-10-01")
    return shown_of(
        tmp_path_factory.mktemp("site"),
        {
            "content/site.yaml": SITE,
            "content/data/proof.yaml": FACTS,
            "content/services/team.md": SERVICE + "\n",
            "content/services/career.md": "---\ntitle: Career\nsummary: s\norder: 2\nfaq: [{question: How long, answer: Four months}]\n---\n",
            "content/services/off.md": "---\ntitle: Off\nsummary: s\ndraft: true\n---\n",
            "content/testimonials/one.md": said("01", topics="[focus]", audience="founders"),
            "content/testimonials/two.md": said("02", relationship="manager", result="decisions"),  # without consent to be seen beside it
            "content/testimonials/three.md": said("03", result="decisions")
            .replace("service: team", "service: career")
            .replace("[quote, name", "[quote, result, name"),
            "content/testimonials/four.md": said("03", relationship="friend", benefit="free", source="email"),
            "content/testimonials/off.md": said("05").replace("status: granted", "status: withdrawn"),
            "content/results/decisions.md": RESULT,
            "content/results/off.md": RESULT.replace("status: granted", "status: requested"),
            "content/articles/a.md": wrote("01", "meetings, focus"),
            "content/articles/b.md": wrote("02", "focus"),
            "content/articles/c.md": wrote("03", "meetings, focus"),
            "content/articles/d.md": wrote("04", "other", "\nrelated: [off, a]"),
            "content/articles/off.md": wrote("05", "meetings, focus, secret", "\ndraft: true"),
            "content/events/past.md": event.replace("2027-02-10", "2026-11-20"),
            "content/events/long-past.md": event.replace("2027-02-10", "2026-01-10"),
            "content/events/today.md": event.replace("2027-02-10", "2026-11-21"),
            "content/events/late.md": event,
        },
    )


def slugs(answer: object) -> list[str]:
    return [item.slug for item in answer]  # type: ignore[attr-defined]


def test_services_stand_in_their_order_or_as_named(shown: Showing) -> None:
    assert slugs(queries.services(shown)) == ["team", "career"]
    assert slugs(queries.services(shown, only=("career", "team", "off", "none"))) == ["career", "team"]
    assert queries.service(shown, "career").title == "Career"  # type: ignore[union-attr]
    assert [queries.service(shown, slug) for slug in ("off", "none", "", None)] == [None] * 4
    assert queries.service_questions(shown)[0][:2] == ("Career", "content/services/career.md")
    assert len(queries.service_questions(shown)) == 1


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ({}, ["four", "three", "two", "one"]),
        ({"service": "team"}, ["four", "two", "one"]),
        ({"service": "career"}, ["three"]),
        ({"service": "none"}, []),
        ({"topic": "focus"}, ["one"]),
        ({"audience": "founders"}, ["one"]),
        ({"result": "decisions"}, ["three"]),
        ({"references": True}, ["two"]),
        ({"references": False}, ["four", "three", "one"]),
        ({"limit": 2}, ["four", "three"]),
        ({"limit": 3, "page": 2}, ["one"]),
        ({"limit": 3, "page": 3}, []),
        ({"only": ("one", "off", "four")}, ["one", "four"]),
        ({"only": ("one", "four"), "limit": 1}, ["one"]),
    ],
)
def test_testimonials_are_the_newest_first_of_those_asked_for(shown: Showing, asked: dict[str, object], answer: list[str]) -> None:
    assert slugs(queries.testimonials(shown, **asked)) == answer  # type: ignore[arg-type]


@given(st.integers(1, 6))
def test_the_pages_of_a_list_make_up_the_whole(shown: Showing, limit: int) -> None:
    pages = [queries.testimonials(shown, limit=limit, page=page) for page in range(1, 6)]
    assert sum(pages, ()) == queries.testimonials(shown)
    assert all(len(page) <= limit for page in pages)


def test_what_is_not_public_is_in_no_answer(shown: Showing) -> None:
    for name, query in queries.QUERIES.items():
        if name in ("testimonial", "result", "event", "service", "figure", "related"):
            assert not query(shown, "off"), name
        elif name == "measure":
            assert query(shown, "off", "open-decisions") is None
        else:
            assert "'off'" not in repr(query(shown)), name
            assert "secret" not in repr(query(shown)), name


def test_a_case_and_its_measure_are_found_by_name(shown: Showing) -> None:
    assert slugs(queries.results(shown)) == ["decisions"]
    assert slugs(queries.results(shown, service="team", limit=1, page=2)) == []
    assert queries.result(shown, None) is None
    assert queries.measure(shown, "decisions", "open-decisions").after == 5  # type: ignore[union-attr]
    assert queries.measure(shown, "decisions", "none") is None


def test_articles_are_the_newest_first_of_a_topic(shown: Showing) -> None:
    assert slugs(queries.articles(shown)) == ["d", "c", "b", "a"]
    assert slugs(queries.articles(shown, topic="meetings", limit=1)) == ["c"]


def test_related_articles_share_the_most_topics_or_are_named(shown: Showing) -> None:
    assert slugs(queries.related(shown, "a")) == ["c", "b"]
    assert slugs(queries.related(shown, "a", limit=1)) == ["c"]
    assert slugs(queries.related(shown, "d")) == ["a"]
    assert queries.related(shown, "none") == ()


def test_topics_are_told_by_name_with_how_many_they_have(shown: Showing) -> None:
    assert queries.topics(shown) == (("focus", 3), ("meetings", 2), ("other", 1))


def test_events_to_come_are_the_next_first_and_past_ones_the_last_first(shown: Showing) -> None:
    assert slugs(queries.events(shown)) == ["today", "late"]
    assert slugs(queries.events(shown, limit=1)) == ["today"]
    assert slugs(queries.events(shown, past=True)) == ["past", "long-past"]
    assert queries.event(shown, "today").past is False  # type: ignore[union-attr]


def test_an_event_is_past_from_midnight_after_its_end(tmp_path: Path) -> None:
    files = {"content/site.yaml": SITE, "content/events/e.md": EVENT.replace("end: 2027-02-10 19:30", "end: 2027-02-11 00:00")}
    for day, past in ((10, False), (11, False), (12, True)):
        made = shown_of(tmp_path, files, date(2027, 2, day))
        assert (slugs(queries.events(made, past=True)) == ["e"]) is past
        assert (slugs(queries.events(made)) == ["e"]) is not past


def test_facts_stand_in_the_files_order_and_press_the_newest_first(shown: Showing) -> None:
    assert [figure.id for figure in queries.figures(shown)] == ["leaders", "teams"]
    assert [figure.id for figure in queries.figures(shown, only=("teams", "none", "leaders"))] == ["teams", "leaders"]
    assert queries.figure(shown, "teams").value == "14"  # type: ignore[union-attr]
    assert queries.figure(shown, "none") is None
    assert [press.id for press in queries.press(shown)] == ["new", "a", "b"]
    assert [rating.id for rating in queries.ratings(shown)] == ["google"]
    assert (queries.logos(shown), queries.credentials(shown)) == ((), ())


def test_the_reviews_policy_counts_what_is_shown(shown: Showing) -> None:
    assert queries.proof_practice(shown) == {
        "clients": 2, "references": 1, "others": 1, "sources": ("email",), "with_benefit": 1, "agreed_before": 0, "cut": 0, "typos": 0, "translated": 0,
        "withheld": 0, "checked": 0, "methods": (), "rated": 0, "total": 4,
    }  # fmt: skip


def test_the_answers_depend_on_nothing_but_what_is_shown(shown: Showing) -> None:
    assert shown.as_of == TODAY
    for name, query in queries.QUERIES.items():
        if name in ("services", "testimonials", "results", "articles", "topics", "events", "figures", "press"):
            assert query(shown) == query(shown), name
            assert hash(query(shown)) == hash(query(shown)), name
