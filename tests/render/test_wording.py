"""The theme's words: dates, numbers and money, and printed type that leaves the words alone."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.common.problems import ContentError
from sitegen.common.values import Currency, PartialDate
from sitegen.render.wording import Wording, set_type
from sitegen.site.front import Experience, Price

ENGLISH = Wording(
    "templates/words/en.yaml",
    'months: January February March April May June July August September October November December\nday: "{day} {month} {year}"\n'
    'month: "{month} {year}"\nsince: "since {begin}"\nfrom_to: "{begin} to {end}"\nthousands: ","\ndecimal: "."\nfree: free of charge\n'
    'price_per: "{money} per {per}"\nprice_from: "from {money}"\n',
)
GERMAN = Wording("templates/words/de.yaml", 'thousands: "."\ndecimal: ","\n')


def price(amount: str, currency: str = "EUR", per: str | None = None, least: bool = False) -> Price:
    return Price(amount=Decimal(amount), currency=Currency(currency), per=per, from_=least)


def test_dates_are_told_as_far_as_they_are_known() -> None:
    assert ENGLISH.day(date(2026, 11, 2)) == "2 November 2026"
    assert [ENGLISH.partial(PartialDate(*known)) for known in ((2026,), (2026, 3), (2026, 3, 9))] == ["2026", "March 2026", "9 March 2026"]
    assert ENGLISH.time(datetime(2026, 11, 2, 8, 5)) == "08:05"  # noqa: DTZ001 - a wall clock's time


@pytest.mark.parametrize(
    ("begin", "end", "told"),
    [((2024,), None, "since 2024"), ((2024, 3), (2024, 9), "March 2024 to September 2024"), ((2024,), (2024,), "2024")],
)
def test_a_period_is_told_in_the_fewest_words(begin: tuple[int, ...], end: tuple[int, ...] | None, told: str) -> None:
    assert ENGLISH.period(Experience(from_=PartialDate(*begin), to=PartialDate(*end) if end else None)) == told


@pytest.mark.parametrize(
    ("number", "english", "german"),
    [
        ("0", "0", "0"),
        ("1200", "1,200", "1.200"),
        ("4.80", "4.8", "4,8"),
        ("1234567.5", "1,234,567.5", "1.234.567,5"),
        ("-3.0", "-3", "-3"),
        ("1E+3", "1,000", "1.000"),
    ],
)
def test_numbers_are_grouped_and_lose_their_last_zeros(number: str, english: str, german: str) -> None:
    assert ENGLISH.number(Decimal(number)) == english
    assert GERMAN.number(Decimal(number)) == german


@given(st.decimals(-(10**9), 10**9, places=3))
def test_a_number_is_told_exactly(number: Decimal) -> None:
    assert Decimal(ENGLISH.number(number).replace(",", "")) == number


@pytest.mark.parametrize(
    ("number", "unit", "told"), [("31", "%", "31%"), ("1200", "€", "€1,200"), ("12", "hours", "12\u00a0hours"), ("14", "", "14"), ("7", "A$", "A$7")]
)
def test_a_measure_stands_with_its_unit(number: str, unit: str, told: str) -> None:
    assert ENGLISH.measured(Decimal(number), unit) == told


@pytest.mark.parametrize(
    ("amount", "currency", "told"),
    [
        ("1200", "EUR", "€1,200"),
        ("1200.00", "GBP", "£1,200"),
        ("12.5", "USD", "$12.50"),
        ("0.05", "EUR", "€0.05"),
        ("1200", "NOK", "1,200\u00a0NOK"),
        ("1200.50", "NOK", "1,200.50\u00a0NOK"),
    ],
)
def test_money_has_two_digits_after_its_point_or_none(amount: str, currency: str, told: str) -> None:
    assert ENGLISH.money(price(amount, currency)) == told


def test_a_price_says_what_it_is_for_and_where_it_begins() -> None:
    assert ENGLISH.price(price("0")) == "free of charge"
    assert ENGLISH.price(price("90", per="person")) == "€90 per person"
    assert ENGLISH.price(price("90", per="person", least=True)) == "from €90 per person"


def test_words_that_a_catalogue_lacks_are_told() -> None:
    with pytest.raises(ContentError) as refused:
        ENGLISH("mnths")
    assert str(refused.value) == "templates/words/en.yaml: the catalogue has no words 'mnths'.\n    Did you mean 'months'?"
    with pytest.raises(ContentError) as refused:
        ENGLISH("xyzzy")
    assert str(refused.value) == "templates/words/en.yaml: the catalogue has no words 'xyzzy'.\n    Add them, or correct the template."
    assert ENGLISH.has("months")
    assert not ENGLISH.has("mnths")


def test_facts_are_filled_in_as_they_are() -> None:
    assert ENGLISH("month", month="{year}", year="{x}") == "{year} {x}"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ('"a"', "“a”"),
        ("'a'", "‘a’"),
        ("a's '20s", "a’s ’20s"),
        ('("a")', "(“a”)"),
        ("\"'a' b\"", "“‘a’ b”"),
        ("\"b 'a'\"", "“b ‘a’”"),
        ("\"b 'a'\".", "“b ‘a’”."),
        ("a - b", "a – b"),
        ("a--b, a---b", "a–b, a–b"),
        ("----", "----"),
        ("a-b", "a-b"),
        ("a...", "a…"),
        ("", ""),
    ],
)
def test_type_is_printed(text: str, printed: str) -> None:
    assert set_type(text) == printed


@given(st.text(), st.sampled_from(["en", "de", "fr", "en-GB", "sv"]))
def test_type_leaves_the_words_as_they_are(text: str, language: str) -> None:
    printed = set_type(text, language)
    assert [c for c in printed if c.isalnum()] == [c for c in text if c.isalnum()]
    assert not set("\"'") & set(printed)


@given(st.text("ab'\" -.„“”‚‘’", max_size=30))
def test_printed_type_stays_as_it_is(text: str) -> None:
    once = set_type(text)
    if "--" not in once and "..." not in once and " - " not in once:
        assert set_type(once) == once


@given(st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=5), st.sampled_from(["en", "de"]))
def test_every_quoted_word_is_opened_and_closed(words: list[str], language: str) -> None:
    begin, end = {"en": "“”", "de": "„“"}[language]
    assert set_type(" ".join(f'"{word}"' for word in words), language) == " ".join(f"{begin}{word}{end}" for word in words)
