"""Small charts of what was counted before and after, as inline SVG that reads without colour and carries its text.

A measure that stands alone is two bars; several of one unit are slopes side by side on one scale. Bars and slopes alike begin at zero (E. Tufte's lie factor of 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from sitegen.render.wording import Wording
from sitegen.site.front import Measure

_WIDTH, _LABEL, _ROW = 320, 62, 34
_LONGEST = 18
"""Letters of a number with its unit that leave room for its bar; a longer unit stands in the text beside the chart only."""

_LETTER = 9.5
"""Width of a letter in the widest of the looks' fonts."""

_SLOPE, _HIGH, _TOP, _LEFT = 168, 124, 24, 10
_LONGEST_AT_AN_END = 8
"""Letters of a number that leave room for the other end's."""


def grouped(measures: Sequence[Measure], words: Wording) -> list[tuple[Measure, ...]]:
    """Give the measures in the order of their first: those of one unit together, as far as they can stand on one scale, the others alone."""
    groups: dict[object, list[Measure]] = {}
    for number, measure in enumerate(measures):
        fits = all(value >= 0 and len(words.number(value)) <= _LONGEST_AT_AN_END for value in (measure.before, measure.after))
        groups.setdefault(measure.unit if fits else number, []).append(measure)
    return [tuple(group) for group in groups.values()]


def before_after(measure: Measure, words: Wording) -> Markup:
    """Give two bars from zero: the one before drawn as an outline, the one after filled, each with its number at its end."""
    numbers = (measure.before, measure.after)
    most = max(abs(measure.before), abs(measure.after)) or Decimal(1)
    labels = [words.measured(number, measure.unit) for number in numbers]
    if max(len(label) for label in labels) > _LONGEST:
        labels = [words.number(number) for number in numbers]
    room = _WIDTH - _LABEL - 12 - round(max(len(label) for label in labels) * _LETTER)
    rows = []
    for row, (word, kind, number, label) in enumerate(zip((words("before"), words("after")), ("was", "is"), numbers, labels, strict=True)):
        y = 4 + row * _ROW
        length = max(2, round(float(abs(number) / most) * room))
        rows.append(
            Markup(
                '<text x="0" y="{text_y}" class="chart-word">{word}</text><rect x="{x}" y="{y}" width="{length}" height="22" class="chart-{kind}"/>'
                '<text x="{label_x}" y="{text_y}" class="chart-number">{label}</text>'
            ).format(text_y=y + 16, word=word, x=_LABEL, y=y, length=length, kind=kind, label_x=_LABEL + length + 8, label=label)
        )
    return _chart("chart", _WIDTH, 2 * _ROW, measure, words, Markup("").join(rows))


def slopes(measures: Sequence[Measure], words: Wording) -> list[Markup]:
    """Give a slope for each measure of one unit, from the number before to the one after, all on one scale from zero."""
    most = max(max(measure.before, measure.after) for measure in measures) or Decimal(1)
    foot, right = _HIGH - 22, _SLOPE - _LEFT
    charts = []
    for measure in measures:
        was, now = (round(foot - float(number / most) * (foot - _TOP)) for number in (measure.before, measure.after))
        drawn = Markup(
            '<path d="M0 {foot}H{width}" class="chart-foot"/><path d="M{x} {was}L{right} {now}" class="chart-was"/>'
            '<circle cx="{x}" cy="{was}" r="5" class="chart-was chart-hole"/><circle cx="{right}" cy="{now}" r="5" class="chart-is"/>'
            '<text x="{start}" y="{was_text}">{before}</text><text x="{end}" y="{now_text}" text-anchor="end" class="chart-number">{after}</text>'
            '<text x="0" y="{words_y}" class="chart-word">{was_word}</text><text x="{width}" y="{words_y}" text-anchor="end" class="chart-word">{now_word}</text>'
        ).format(
            foot=foot, width=_SLOPE, x=_LEFT, right=right, was=was, now=now, start=_LEFT - 5, end=right + 5, was_text=was - 10, now_text=now - 10,
            before=words.number(measure.before), after=words.number(measure.after), words_y=_HIGH - 4, was_word=words("before"), now_word=words("after"),
        )  # fmt: skip
        charts.append(_chart("chart slope", _SLOPE, _HIGH, measure, words, drawn))
    return charts


def _chart(kind: str, width: int, height: int, measure: Measure, words: Wording, drawn: Markup) -> Markup:
    before, after = (words.measured(number, measure.unit) for number in (measure.before, measure.after))
    title = words("chart_text", name=measure.name, before=before, after=after, period=measure.period)
    return Markup('<svg class="{kind}" viewBox="0 0 {width} {height}" role="img" aria-label="{title}">{drawn}</svg>').format(
        kind=kind, width=width, height=height, title=title, drawn=drawn
    )
