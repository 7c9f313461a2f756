"""The leak audit finds every private value in every place where one can hide, and cries at nothing else."""

from __future__ import annotations

import random

import pytest

from sitegen.common.leaks.excuses import Excuses, Public
from sitegen.common.leaks.search import Searcher
from sitegen.outreach.audit.needles import Unreadable, needles, sought
from tests.outreach.hiding_places import PLACES, page
from tests.outreach.private_canaries import Canaries

CANARIES = Canaries()
FILES = CANARIES.files()
SEARCHER_OF = needles(FILES)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("way", CANARIES.planted)
def test_a_private_value_is_found_wherever_it_hides(way: str, place: str) -> None:
    leak, value = CANARIES.planted[way]
    path, data = PLACES[place](value)
    if place == "file name" and leak in ("phone", "note"):
        path = f"files/{value}.txt"
    found = Searcher(SEARCHER_OF).found_in(path, data)
    assert value in {one.needle.text for one in found}, f"{way}: {value}"


def test_every_private_field_has_a_canary_or_is_said_to_need_none() -> None:
    assert len(CANARIES.planted) >= 20
    assert {leak for leak, _ in CANARIES.planted.values()} == {"name", "email", "phone", "link", "note"}


def found(text: str, *private: str, book: str = "") -> list[str]:
    """Give what is found in a page of what is private: names, or a whole book."""
    data = book or "people:\n" + "".join(f"  - name: {name}\n" for name in private)
    return sorted({leak.needle.text for leak in Searcher(needles({"outreach.yaml": data.encode()})).found_in("a/index.html", page(text))})


@pytest.mark.parametrize(
    "text",
    [
        "Anna Müller-Sample", "Sample, Anna", "ANNA SAMPLE", "Ánna Sämple", "Muller-Sample Anna", "anna-mueller-sample", "anna_sample", "AnnaSample", "annasample.jpg",
        "Anna&nbsp;Sample", "Anna B. Sample", "<td>Anna</td><td>Sample</td>", "An\u00adna Sam\u00adple", "Ａnna Ｓample", "Dr. Anna Sample, PhD", "anna%20sample", "#AnnaSample",
        '"givenName": "Anna", "familyName": "Sample"', "Anna Mueller Sample",
    ],
)  # fmt: skip
def test_a_full_name_is_found_however_it_is_written(text: str) -> None:
    assert found(text, "Anna Müller-Sample") == ["Anna Müller-Sample"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna",
        "a sample of Anna's",
        "Annabel Sample",
        "Anna Samples",
        "says Anna. Sample pages follow.",
        "Susanna Sample",
        "Sample",
        "anna is the sample",
        "Anna, and then a Sample",
    ],
)
def test_a_first_name_or_a_word_that_is_also_a_name_is_no_leak(text: str) -> None:
    assert found(text, "Anna Sample") == []


def test_one_word_alone_is_never_looked_for() -> None:
    assert found("Rose and Grace will hope", "Rose", "Grace") == []


@pytest.mark.parametrize(
    "text",
    [
        "+44 20 7946 0018",
        "0044 20 7946 0018",
        "+44 (0)20 79460018",
        "(020) 7946-0018",
        "020.7946.0018",
        "tel:+442079460018",
        "020 7946<br>0018",
        "+44\u00a020\u20117946\u20110018",
    ],
)
def test_a_phone_number_is_found_in_every_notation(text: str) -> None:
    book = "people:\n  - {name: X, phones: [+44 20 7946 0018]}\n"
    assert found(text, book=book) == ["+44 20 7946 0018"]
    assert found("020 7946 0019, 2026-11-22, 1200 EUR, 0 20 79", book=book) == []


@pytest.mark.parametrize(
    "text",
    [
        "anna@example.com",
        "ANNA@EXAMPLE.COM",
        "anna&#64;example.com",
        "anna at example dot com",
        "anna (at) example.com",
        "anna <b>@</b> example.com",
        "mailto:anna%40example.com",
    ],
)
def test_an_address_is_found_in_every_notation(text: str) -> None:
    book = "people:\n  - {name: X, email: Anna@example.com}\n"
    assert [one.lower() for one in found(text, book=book)] == ["anna@example.com"]
    assert found("joanna@example.com, anna@example.org, anna.example.com", book=book) == []


@pytest.mark.parametrize(
    "text", ["https://www.linkedin.com/in/anna-x", "http://linkedin.com/in/anna-x/?a=b", "LinkedIn.com/in/Anna-X", "//www.linkedin.com/in/anna-x#top"]
)
def test_a_link_is_found_in_every_notation(text: str) -> None:
    book = "people:\n  - {name: X, links: [https://www.linkedin.com/in/anna-x/]}\n"
    assert len(found(f'<a href="{text}">x</a>', book=book)) == 1
    assert found("https://www.linkedin.com/in/anna-x-2 https://www.linkedin.com/in/maya", book=book) == []


def test_six_words_of_a_note_give_it_away_and_five_do_not() -> None:
    book = "people:\n  - name: X\n    touches:\n      - 2026-11-02 coffee: she wants to leave her post before the summer ends\n"
    assert found("They said: she wants to leave HER post!", book=book) == ["she wants to leave her post before the summer ends"]
    assert found("she wants to leave her", book=book) == []


def test_what_is_under_a_field_that_nobody_knows_is_looked_for_too() -> None:
    book = "people:\n  - name: X\n    spouse: reach him at peter@example.com\n    # they told me that they will move to Oslo soon\nsecret: {deep: [call 020 7946 0018]}\n"
    assert found("peter@example.com", book=book) == ["peter@example.com"]
    assert found("and they will move to Oslo soon", book=book) != []
    assert found("020 7946 0018", book=book) == ["020 7946 0018"]


def test_short_forms_and_names_alone_are_looked_for() -> None:
    book = "people:\n  - Bertram Oxley\n  - name: X\n    introductions:\n      - 2026-01-01 Cosmo Tarn: head of a mill\n    clients: [2026-01-01 Della Ruhe]\n"
    assert found("Oxley, Bertram and Cosmo Tarn and Della Ruhe", book=book) == ["Bertram Oxley", "Cosmo Tarn", "Della Ruhe"]


def test_names_of_staged_people_are_not_looked_for_and_their_addresses_are() -> None:
    staged = b'{"name": "Elma Voss", "emails": ["elma@example.com"]}\n'
    hits = Searcher(needles({"staged.jsonl": staged})).found_in("a/index.html", page("Elma Voss elma@example.com"))
    assert [leak.needle.kind for leak in hits] == ["email"]


def test_a_file_that_cannot_be_read_is_told_by_its_place_alone() -> None:
    with pytest.raises(Unreadable) as told:
        needles({"outreach.yaml": b"people:\n  - name: Anna Sample\n bad\n"})
    assert "Anna" not in str(told.value)
    assert str(told.value).startswith("content/private/outreach.yaml:")


def test_what_is_public_by_right_is_excused() -> None:
    private = {
        "outreach.yaml": b"people:\n  - {name: Anna Sample, emails: [a@example.com]}\n  - name: Rose Garden\n  - name: Carl Test\nallow: [{name: Rose Garden, why: a place}]\n",
        "clients.yaml": b"clients:\n  - who: X\n    start: 2026-01-01\n    goals: [decide within a week of a question being asked]\n",
    }

    text = page("Anna Sample, a@example.com, the rose garden, Carl Test: decide within a week of a question being asked")
    excuses = Excuses(
        Public(names=("Anna Sample",), emails=("a@example.com",), texts=("Goal: decide within a week of a question being asked.",)), sought(private).allowed
    )
    left = [leak.needle.text for leak in Searcher(needles(private)).found_in("a", text) if not excuses.excuse(leak)]
    assert left == ["Carl Test"]


def test_random_pages_cry_at_nothing() -> None:
    rnd = random.Random(7)
    words = [
        line.strip()
        for line in [
            "she",
            "he",
            "they",
            "work",
            "team",
            "week",
            "meeting",
            "decide",
            "lead",
            "manager",
            "coach",
            "day",
            "question",
            "answer",
            "plan",
            "goal",
            "value",
            "talk",
            "write",
            "ask",
        ]
    ]
    for _ in range(50):
        text = " ".join(rnd.choice(words) for _ in range(400))
        assert Searcher(SEARCHER_OF).found_in("a/index.html", page(text)) == ()
