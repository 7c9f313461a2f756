"""A small chart of one measure, before and after, as inline SVG that reads without colour and carries its text."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup

from sitegen.render.wording import Wording
from sitegen.site.front import Measure

_WIDTH, _LABEL, _ROW = 320, 62, 34
_LONGEST = 18
"""Letters of a number with its unit that leave room for its bar; a longer unit stands in the text beside the chart only."""


def before_after(measure: Measure, words: Wording) -> Markup:
    """Give two bars from zero: the one before drawn as an outline, the one after filled, each with its number at its end."""
    numbers = (measure.before, measure.after)
    most = max(abs(measure.before), abs(measure.after)) or Decimal(1)
    labels = told = [words.measured(number, measure.unit) for number in numbers]
    if max(len(label) for label in labels) > _LONGEST:
        labels = [words.number(number) for number in numbers]
    room = _WIDTH - _LABEL - 12 - max(len(label) for label in labels) * 8
    rows = []
    for row, (word, kind, number, label) in enumerate(zip((words("before"), words("after")), ("was", "is"), numbers, labels, strict=True)):
        y = 4 + row * _ROW
        length = max(2, round(float(abs(number) / most) * room))
        rows.append(
            Markup(
                '<text x="0" y="{text_y}" class="chart-word">{word}</text><rect x="{x}" y="{y}" width="{length}" height="22" rx="3" class="chart-{kind}"/>'
                '<text x="{label_x}" y="{text_y}" class="chart-number">{label}</text>'
            ).format(text_y=y + 16, word=word, x=_LABEL, y=y, length=length, kind=kind, label_x=_LABEL + length + 8, label=label)
        )
    title = words("chart_text", name=measure.name, before=told[0], after=told[1], period=measure.period)
    return Markup('<svg class="chart" viewBox="0 0 {width} {height}" role="img" aria-label="{title}">{rows}</svg>').format(
        width=_WIDTH, height=2 * _ROW, title=title, rows=Markup("").join(rows)
    )
