"""The statistics as one HTML page that needs nothing else: no script, no request, no name of anybody."""

from __future__ import annotations

from datetime import date
from html import escape

from sitegen.outreach.day_words import day_words
from sitegen.outreach.statistics import ROWS, Statistics, month_words, sentence

STYLE = """body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2b2a;background:#fbfaf7}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}th,td{padding:.3rem .4rem;text-align:right;border-bottom:1px solid #ddd}
th:first-child{text-align:left}svg{width:100%;height:auto}@media(prefers-color-scheme:dark){body{color:#eee;background:#1b1f1e}th,td{border-color:#444}}"""
"""How pages that she keeps for herself look: one sheet, light and dark."""
_WIDTH, _HEIGHT, _FOOT = 720, 220, 30


def statistics_page(made: Statistics, today: date) -> bytes:
    """Give the page."""
    head = "".join(f'<th scope="col">{escape(month_words(month))}</th>' for month in made.months)
    rows = "".join(
        f'<tr><th scope="row">{row}</th>{"".join(f"<td>{number or chr(183)}</td>" for number in made.numbers[row])}<td><strong>{made.total(row)}</strong></td></tr>'
        for row in ROWS
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>Outreach</title>'
        f"<style>{STYLE}</style></head><body><h1>Outreach, {escape(day_words(today))}</h1><p>{escape(sentence(made))}</p>{_bars(made)}"
        f'<table><thead><tr><th></th>{head}<th scope="col">all</th></tr></thead><tbody>{rows}</tbody></table></body></html>\n'
    ).encode()


def _bars(made: Statistics) -> str:
    firsts, talks = made.numbers["first messages"], made.numbers["talks"]
    most = max((*firsts, *talks, 1))
    step = _WIDTH / len(made.months)
    parts = []
    for place, month in enumerate(made.months):
        for offset, number, colour in ((0.15, firsts[place], "#2f6f62"), (0.5, talks[place], "#b5673c")):
            tall = (_HEIGHT - _FOOT - 10) * number / most
            parts.append(
                f'<rect x="{step * (place + offset):.1f}" y="{_HEIGHT - _FOOT - tall:.1f}" width="{step * 0.32:.1f}" height="{tall:.1f}" fill="{colour}"/>'
            )
        parts.append(
            f'<text x="{step * (place + 0.5):.1f}" y="{_HEIGHT - 10}" text-anchor="middle" font-size="11" fill="currentColor">{escape(month_words(month))}</text>'
        )
    return f'<figure><svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="First messages and talks by month; the numbers are in the table below">{"".join(parts)}</svg><figcaption>First messages (green) and talks (brown).</figcaption></figure>'
