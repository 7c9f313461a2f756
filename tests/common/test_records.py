"""Nodes to records: every problem at once, each at its line, in her words."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Literal

import pytest

from sitegen.common.problems import ContentError
from sitegen.common.records import fields_of, read_record, told
from sitegen.common.values import Day, Markdown, Misread, Pairs, Slug
from sitegen.common.yaml_nodes import root_node


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    CALLED: ClassVar[str] = "a stop"
    SHORT: ClassVar[str] = "place"
    place: str = told("Where one stops.", example="place: Bergen")
    nights: int = told("How many nights.", default=1, example="nights: 2", least=1, most=9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    CALLED: ClassVar[str] = "a walk section"
    type: Literal["walk"] = told("The word walk.", example="type: walk")
    length: Decimal | None = told("How long.", default=None, example="length: 4.5")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    CALLED: ClassVar[str] = "a rest section"
    type: Literal["rest"] = told("The word rest.", example="type: rest")
    where: str = told("Where.", example="where: at the lake")


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    CALLED: ClassVar[str] = "a journey"
    title: str = told("What it is called.", example="title: To the coast")
    date: Day = told("When.", example="date: 2026-06-01")
    from_: Slug | None = told("Where it begins.", default=None, example="from: oslo")
    pace: Literal["slow", "fast"] = told("How fast.", default="slow", example="pace: fast")
    note: str | None = told("A note.", default=None, example="note: Bring a coat.")
    text: Markdown | None = told("A text.", default=None, example="text: Hello.")
    stops: tuple[Stop, ...] = told("Where one stops.", default=(), example="stops: [Bergen]")
    parts: tuple[Walk | Rest, ...] = told("What it is made of.", default=(), example="parts: [{type: walk}]")
    hidden: Pairs = told("Names with values.", default=Pairs(()), example="hidden: {a: b}")
    best: Stop | None = told("The best stop.", default=None, example="best: Bergen")

    def __post_init__(self) -> None:
        if self.title == "Nowhere":
            raise Misread("a journey leads somewhere", "Give it another title.", "title")


def read(text: str, first_line: int = 1) -> Journey:
    return read_record(Journey, root_node(text, "a.md", first_line), "a.md", first_line).record


def refusals(text: str, first_line: int = 1) -> list[str]:
    with pytest.raises(ContentError) as refused:
        read(text, first_line)
    return [str(problem) for problem in refused.value.problems]


WHOLE = "title: To the coast\ndate: 2026-06-01\n"


def test_a_record_has_its_defaults_and_cannot_be_changed() -> None:
    journey = read(WHOLE)
    assert journey == Journey(title="To the coast", date=date(2026, 6, 1))
    with pytest.raises(FrozenInstanceError):
        journey.title = "x"  # type: ignore[misc]


def test_all_problems_of_a_file_are_told_at_once_each_with_its_line() -> None:
    assert refusals("date: 1.6.2026\npase: fast\npace: quick\nbest: {nights: 12}\nstops:\n  - Bergen\n  - {place: Oslo, night: 2}\n", first_line=10) == [
        "a.md:10: 1.6.2026 is a date in another order ('date').\n    Write the year, the month and the day like this: 2026-06-01 or 2026-01-06.",
        "a.md:10: a journey needs a 'title'.\n    What it is called. Add a line: title: To the coast",
        "a.md:11: a journey has no field 'pase'.\n    Did you mean 'pace'?",
        "a.md:12: 'quick' is not one of the words 'pace' knows.\n    It is slow or fast.",
        "a.md:13: 'nights' is 1 to 9; 12 stands here.",
        "a.md:13: a stop needs a 'place' (in 'best').\n    Where one stops. Add a line: place: Bergen",
        "a.md:16: a stop has no field 'night'.\n    Did you mean 'nights'?",
    ]


def test_a_file_without_any_field_lacks_each_that_is_needed() -> None:
    assert refusals("", first_line=2) == [
        "a.md:2: a journey needs a 'date'.\n    When. Add a line: date: 2026-06-01",
        "a.md:2: a journey needs a 'title'.\n    What it is called. Add a line: title: To the coast",
    ]


def test_a_misspelt_field_is_told_once_and_not_as_missing_too() -> None:
    assert refusals("titel: x\ndate: 2026-06-01\n") == ["a.md:1: a journey has no field 'titel'.\n    Did you mean 'title'?"]


def test_an_unknown_field_like_none_is_told_with_all_there_are() -> None:
    assert refusals(WHOLE + "xyzzy: 1\n") == [
        "a.md:3: a journey has no field 'xyzzy'.\n    Its fields are: title, date, from, pace, note, text, stops, parts, hidden, best."
    ]


def test_a_field_in_capitals_or_with_a_hyphen_is_recognised() -> None:
    assert refusals(WHOLE + "PACE: fast\n") == ["a.md:3: a journey has no field 'PACE'.\n    Did you mean 'pace'?"]


def test_an_unknown_word_is_told_with_the_nearest() -> None:
    assert refusals(WHOLE + "pace: Slow\n") == ["a.md:3: 'Slow' is not one of the words 'pace' knows.\n    Did you mean 'slow'? It is slow or fast."]


def test_a_name_that_python_keeps_for_itself_is_written_plainly() -> None:
    assert read(WHOLE + "from: oslo\n").from_ == "oslo"
    assert [field.name for field in fields_of(Journey)][:3] == ["title", "date", "from"]


def test_a_short_form_stands_for_its_one_field() -> None:
    assert read(WHOLE + "best: Bergen\n").best == Stop(place="Bergen")
    assert read(WHOLE + "stops: [Bergen, {place: Oslo, nights: 3}]\n").stops == (Stop(place="Bergen"), Stop(place="Oslo", nights=3))


def test_one_value_stands_for_a_list_of_one() -> None:
    assert read(WHOLE + "stops: Bergen\n").stops == (Stop(place="Bergen"),)


def test_a_section_is_told_by_its_type_in_full_or_in_short() -> None:
    assert read(WHOLE + "parts: [walk, {type: rest, where: at home}]\n").parts == (Walk(type="walk"), Rest(type="rest", where="at home"))


def test_a_section_needs_a_type_that_there_is() -> None:
    assert refusals(WHOLE + "parts:\n  - type: wlak\n  - where: x\n  - [walk]\n  - rest\n") == [
        "a.md:4: there is no section 'wlak'.\n    Did you mean 'walk'? Sections are: walk, rest.",
        "a.md:5: this entry of 'parts' has no type.\n    Begin it with `- type:` and one of: walk, rest.",
        "a.md:6: an entry of 'parts' begins with its type.\n    Write it like this: - type: hero",
        "a.md:7: a rest section needs a 'where' (in 'parts').\n    Where. Add a line: where: at the lake",
    ]


def test_names_with_values_keep_their_order_and_their_text() -> None:
    assert read(WHOLE + "hidden: {b: 1, a: no, c: '007'}\n").hidden == (("b", "1"), ("a", "no"), ("c", "007"))
    assert refusals(WHOLE + "hidden: x\n") == ["a.md:3: 'hidden' holds names with values.\n    Write them set in by two spaces, like this: hidden: {a: b}"]
    assert refusals(WHOLE + "hidden: {a: [b]}\n") == ["a.md:3: each name in 'hidden' takes one value.\n    Write it like this: hidden: {a: b}"]


def test_a_list_or_fields_where_one_value_belongs_are_refused() -> None:
    assert refusals("title: [a, b]\ndate: {a: b}\n") == [
        "a.md:1: 'title' takes one value, and a list stands here.\n    Write it like this: title: To the coast",
        "a.md:2: 'date' takes one value, and fields stand here.\n    Write it like this: date: 2026-06-01",
    ]


def test_fields_where_a_list_belongs_are_refused() -> None:
    assert refusals(WHOLE + "stops: {place: Oslo}\n") == ["a.md:3: 'stops' is a list.\n    In a list each entry begins with a hyphen: `- name: ...`"]
    assert refusals(WHOLE + "parts: {type: walk}\n") == ["a.md:3: 'parts' is a list.\n    In a list each entry begins with a hyphen: `- type: ...`"]


def test_a_word_where_fields_without_a_short_form_belong_is_refused() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Inner:
        a: str = told("A.", example="a: x")
        b: str = told("B.", default="", example="b: x")

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Outer:
        inner: Inner = told("In.", example="inner: {a: x}")

    Outer.__annotations__["inner"] = Inner
    with pytest.raises(ContentError) as refused:
        read_record(Outer, root_node("inner: x\n", "a.md"), "a.md")
    assert str(refused.value) == "a.md:1: 'inner' has fields of its own: a, b.\n    Write it like this: inner: {a: x}"


def test_a_needed_field_without_a_value_is_missing_and_an_optional_one_is_left_out() -> None:
    assert refusals('title: ""\ndate:\n') == [
        "a.md:1: 'title' has no value.\n    What it is called. Write it like this: title: To the coast",
        "a.md:2: 'date' has no value.\n    When. Write it like this: date: 2026-06-01",
    ]
    assert read(WHOLE + "note:\nstops: []\npace: ~\n") == read(WHOLE)


def test_an_empty_text_in_quotes_is_a_value() -> None:
    assert read(WHOLE + 'note: ""\n').note == ""
    assert read(WHOLE + "note: ''\n").note == ""
    assert read(WHOLE + "note:\n").note is None


@pytest.mark.parametrize("default", [{}, {"default": ()}], ids=["needed", "left out"])
def test_an_entry_of_a_list_without_a_value_is_told(default: dict[str, Any]) -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Goals:
        CALLED: ClassVar[str] = "a plan"
        goals: tuple[str, ...] = told("Goals.", example="goals: [one]", **default)

    Goals.__annotations__["goals"] = tuple[str, ...]
    with pytest.raises(ContentError) as refused:
        read_record(Goals, root_node("goals:\n  - a\n  -\n", "a.md"), "a.md")
    assert str(refused.value) == "a.md:3: an entry of 'goals' has no value.\n    Fill it in, or take the line away."


def test_printed_quotes_around_a_value_are_told_and_inside_it_are_text() -> None:
    assert refusals("title: “To the coast”\ndate: 2026-06-01\n") == [
        (
            "a.md:1: the value of 'title' stands between printed quotes (“ ”), and they would be shown.\n"
            '    Take them away, or use straight ones: title: "To the coast"'
        )
    ]
    assert read("title: The “coast” road\ndate: 2026-06-01\n").title == "The “coast” road"


def test_a_comma_between_braces_is_explained() -> None:
    assert refusals(WHOLE + "best: {place: Oslo, and Bergen}\n") == [
        (
            "a.md:3: between braces a comma begins a new field, and 'and Bergen' is none.\n"
            '    Put quotes around the value that has the comma: {method: "by mail, and by phone"}'
        )
    ]


def test_fields_that_do_not_fit_together_are_told_at_the_field_meant() -> None:
    assert refusals("date: 2026-06-01\ntitle: Nowhere\n") == ["a.md:2: a journey leads somewhere.\n    Give it another title."]


def test_a_block_text_keeps_its_lines_and_an_ordinary_one_loses_what_surrounds_it() -> None:
    assert read(WHOLE + "text: |\n  one\n    two\n\n  three\nnote: '  x '\n").text == "one\n  two\n\nthree\n"
    assert read(WHOLE + "note: '  x '\n").note == "x"


def test_every_field_knows_its_line_by_its_path() -> None:
    lines = read_record(Journey, root_node(WHOLE + "stops:\n  - Bergen\n  - place: Oslo\n    nights: 2\nbest: Oslo\n", "a.md", 3), "a.md", 3).lines
    assert dict(lines) == {
        "": 3, "title": 3, "date": 4, "stops": 5, "stops.0": 6, "stops.0.place": 6, "stops.1": 7, "stops.1.place": 7, "stops.1.nights": 8,
        "best": 9, "best.place": 9,
    }  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    CALLED: ClassVar[str] = "an inner"
    show_as: str | None = told("How.", default=None, example="show_as: full")
    items: tuple[Literal["quote", "name"], ...] = told("What.", default=(), example="items: [quote, name]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    CALLED: ClassVar[str] = "an outer"
    consent: Inner | None = told("Agreed.", default=None, example="consent: {show_as: full}")
    lines: tuple[str, ...] = told("Lines.", default=(), example="lines: [one, two]")


def outer(text: str) -> list[str]:
    with pytest.raises(ContentError) as refused:
        read_record(Outer, root_node(text, "a.md"), "a.md")
    return [str(problem) for problem in refused.value.problems]


def test_a_field_that_belongs_to_another_is_led_to_its_place() -> None:
    assert outer("show_as: full\n") == ["a.md:1: an outer has no field 'show_as'.\n    It belongs under `consent:`, set in by two spaces."]


def test_words_with_commas_where_a_list_of_words_belongs_are_shown_as_one() -> None:
    assert outer("consent:\n  items: quote, name\n") == [
        "a.md:2: 'items' is a list, and its entries do not begin as entries do.\n    Write: items: [quote, name]"
    ]


@pytest.mark.parametrize("text", ["lines:\n  You meet on Mondays\n  You leave early\n", "lines:\n  - • One\n  - Two\n", "lines:\n  -One\n"])
def test_a_list_whose_entries_would_run_together_is_refused(text: str) -> None:
    (said,) = outer(text)
    assert said.endswith(
        "'lines' is a list, and its entries do not begin as entries do.\n    Begin each entry on a line of its own with a hyphen and a space, or write: lines: [one, two]"
    )


def test_a_single_line_is_a_list_of_one() -> None:
    assert read_record(Outer, root_node("lines: Just one\n", "a.md"), "a.md").record.lines == ("Just one",)
    assert read_record(Outer, root_node("lines: [-5 degrees, '- x']\n", "a.md"), "a.md").record.lines == ("-5 degrees", "- x")
