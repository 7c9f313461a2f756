"""A chart says its numbers in letters, draws them from zero, and carries the whole as text."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sitegen.common.trees import bundled_tree
from sitegen.render.charts import before_after
from sitegen.render.wording import Wording
from sitegen.site.front import Measure

WORDS = Wording(
    "w.yaml", 'before: Before\nafter: After\nthousands: ","\ndecimal: "."\nchart_text: "{name}: {before} before, {after} after, {period}"\n'
)  # fmt: skip


def drawn(before: str, after: str, unit: str = "", name: str = "Turnover") -> etree._Element:
    measure = Measure(name=name, before=Decimal(before), after=Decimal(after), unit=unit, period="a year", evidence="e", better="lower")
    return etree.fromstring(str(before_after(measure, WORDS)))


def bars(chart: etree._Element) -> list[float]:
    return [float(bar.get("width", "")) for bar in chart.iter("rect")]


def test_a_chart_is_a_picture_with_its_text() -> None:
    chart = drawn("31", "22", "%")
    assert chart.get("role") == "img"
    assert chart.get("aria-label") == "Turnover: 31% before, 22% after, a year"
    assert [text.text for text in chart.iter("text")] == ["Before", "31%", "After", "22%"]


def test_bars_are_as_long_as_their_numbers_from_zero() -> None:
    was, now = bars(drawn("40", "10"))
    assert was / now == pytest.approx(4, rel=0.05)
    was, now = bars(drawn("5", "20"))
    assert now / was == pytest.approx(4, rel=0.05)


def test_nothing_is_a_bar_that_can_just_be_seen() -> None:
    assert bars(drawn("14", "0"))[1] == 2
    assert bars(drawn("0", "0")) == [2, 2]


@pytest.mark.parametrize("unit", ["hours of overtime in an ordinary month", "x" * 200])
def test_a_long_unit_stands_in_the_text_and_leaves_the_bars_their_room(unit: str) -> None:
    chart = drawn("40", "10", unit)
    assert chart.get("aria-label") == f"Turnover: 40\u00a0{unit} before, 10\u00a0{unit} after, a year"
    assert [text.text for text in chart.iter("text")] == ["Before", "40", "After", "10"]
    was, now = bars(chart)
    assert was / now == pytest.approx(4, rel=0.05)


def test_words_from_a_record_are_no_markup() -> None:
    chart = drawn("1", "2", "<b>", 'A "<b>&')
    assert str(chart.get("aria-label")).startswith('A "<b>&: 1\u00a0<b> before')


@given(st.decimals(0, 10**9, places=2), st.decimals(0, 10**9, places=2), st.sampled_from(["", "%", "€", "hours", "points of a hundred"]))
def test_every_bar_and_number_stays_inside_the_picture(before: Decimal, after: Decimal, unit: str) -> None:
    chart = drawn(str(before), str(after), unit)
    width = float(chart.get("viewBox", "").split()[2])
    for bar in chart.iter("rect"):
        assert 0 < float(bar.get("width", "")) <= width - float(bar.get("x", ""))
    for text in chart.iter("text"):
        assert float(text.get("x", "")) + 8 * len(text.text or "") <= width


def test_the_themes_own_catalogue_has_the_words_of_a_chart() -> None:
    file = Path("templates/words/en.yaml")
    words = Wording(str(file), bundled_tree().read(file.as_posix()).decode())
    measure = Measure(name="Turnover", before=Decimal(31), after=Decimal(22), unit="%", period="a year", evidence="e", better="lower")
    assert "Turnover: 31% before, 22% after, a year" in before_after(measure, words)
