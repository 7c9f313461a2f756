"""A chart says its numbers in letters, draws them from zero, and carries the whole as text."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sitegen.common.trees import bundled_tree
from sitegen.render.charts import before_after, grouped, slopes
from sitegen.render.wording import Wording
from sitegen.site.front import Measure

WORDS = Wording(
    "w.yaml", 'before: Before\nafter: After\nthousands: ","\ndecimal: "."\nchart_text: "{name}: {before} before, {after} after, {period}"\n'
)  # fmt: skip


def counted(before: str, after: str, unit: str = "", name: str = "Turnover") -> Measure:
    return Measure(name=name, before=Decimal(before), after=Decimal(after), unit=unit, period="a year", evidence="e", better="lower")


def drawn(before: str, after: str, unit: str = "", name: str = "Turnover") -> etree._Element:
    return etree.fromstring(str(before_after(counted(before, after, unit, name), WORDS)))


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
        assert float(text.get("x", "")) + 9 * len(text.text or "") <= width


def test_measures_of_one_unit_stand_together_and_others_alone() -> None:
    trust, sleep, calm, debt, large = (
        counted("3", "7", "of 10", "Trust"), counted("6", "7.5", "hours", "Sleep"), counted("4", "6", "of 10", "Calm"), counted("-3", "7", "of 10", "Debt"),
        counted("1", "12345678901", "of 10", "Large"),
    )  # fmt: skip
    assert grouped([trust, sleep, calm, debt, large], WORDS) == [(trust, calm), (sleep,), (debt,), (large,)]


def ends(chart: etree._Element) -> tuple[float, float]:
    was, now = (float(point.get("cy", "")) for point in chart.iter("circle"))
    return was, now


def test_slopes_stand_on_one_scale_from_zero_and_carry_their_text() -> None:
    first, second = (etree.fromstring(str(svg)) for svg in slopes([counted("0", "10", "of 10", "Trust"), counted("5", "2.5", "of 10", "Calm")], WORDS))
    foot, top = ends(first)
    assert ends(second) == (pytest.approx((foot + top) / 2, abs=1), pytest.approx(foot + (top - foot) / 4, abs=1))
    assert [text.text for text in second.iter("text")] == ["5", "2.5", "Before", "After"]
    assert (second.get("role"), second.get("aria-label")) == ("img", "Calm: 5\u00a0of 10 before, 2.5\u00a0of 10 after, a year")


@given(st.lists(st.tuples(st.decimals(0, 10**6, places=2), st.decimals(0, 10**6, places=2)), min_size=1, max_size=5))
def test_every_point_and_number_of_a_slope_stays_inside_the_picture(pairs: list[tuple[Decimal, Decimal]]) -> None:
    for svg in slopes([counted(str(before), str(after)) for before, after in pairs], WORDS):
        chart = etree.fromstring(str(svg))
        width, height = map(float, chart.get("viewBox", "").split()[2:])
        for point in chart.iter("circle"):
            assert 5 <= float(point.get("cx", "")) <= width - 5
            assert 5 <= float(point.get("cy", "")) <= height - 5
        assert all(12 <= float(text.get("y", "")) <= height for text in chart.iter("text"))


def test_the_themes_own_catalogue_has_the_words_of_a_chart() -> None:
    file = Path("templates/words/en.yaml")
    words = Wording(str(file), bundled_tree().read(file.as_posix()).decode())
    measure = Measure(name="Turnover", before=Decimal(31), after=Decimal(22), unit="%", period="a year", evidence="e", better="lower")
    assert "Turnover: 31% before, 22% after, a year" in before_after(measure, words)
