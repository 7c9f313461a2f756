"""Month by month: what she did, and what came of it. Counts; a share is told only from twenty on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from sitegen.common.frozen import frozen
from sitegen.outreach.clients import Clients
from sitegen.outreach.day_words import MONTHS
from sitegen.outreach.people import Book, Person
from sitegen.outreach.standing import first_messages

ROWS = ("first messages", "answers", "talks", "asks", "referrals", "introductions", "references", "testimonials", "clients")
"""What is counted; the first four she does or hears, the rest came of it."""
FEWEST_FOR_A_SHARE = 20
_GIVEN = {"referral": "referrals", "reference": "references", "testimonial": "testimonials", "introduction": "introductions"}


@frozen
class Statistics:
    """The months, oldest first, and each row's number in each."""

    months: tuple[tuple[int, int], ...]
    numbers: dict[str, tuple[int, ...]]

    def total(self, row: str) -> int:
        """Give a row's sum."""
        return sum(self.numbers[row])


def statistics(book: Book, clients: Clients, today: date, months: int = 12) -> Statistics:
    """Give the last months, the running one included."""
    counted: Counter[tuple[str, int, int]] = Counter()
    for person in book.people:
        for row, day in _events(person, today):
            if day <= today:
                counted[row, day.year, day.month] += 1
    named = {one.name for person in book.people for one in person.clients}
    for client in clients.clients:
        if client.who not in named and client.start <= today:
            counted["clients", client.start.year, client.start.month] += 1
    last = today.year * 12 + today.month - 1
    span = tuple((number // 12, number % 12 + 1) for number in range(last - months + 1, last + 1))
    return Statistics(span, {row: tuple(counted[row, year, month] for year, month in span) for row in ROWS})


def _events(person: Person, today: date) -> Iterator[tuple[str, date]]:
    firsts = first_messages(person, today)
    yield from (("first messages", day) for day in firsts)
    waiting = False
    for touch in person.in_order:
        if touch.by == "them" and waiting:
            yield "answers", touch.date
        if touch.by == "both":
            yield "talks", touch.date
        waiting = touch.by == "me" or (waiting and touch.by not in ("both", "them"))
    for ask in person.asks:
        yield "asks", ask.date
        if ask.state == "given" and ask.what != "introduction":
            yield _GIVEN[ask.what], ask.done or ask.date
    yield from (("introductions", one.date) for one in person.introductions)
    yield from (("clients", one.date) for one in person.clients)


def sentence(made: Statistics) -> str:
    """Give what came of the first messages: counts, with a share only from twenty on."""
    firsts, answers = made.total("first messages"), made.total("answers")
    share = f" ({round(100 * min(answers, firsts) / firsts)}%)" if firsts >= FEWEST_FOR_A_SHARE else ""
    came = ", ".join(f"{made.total(row)} {row if made.total(row) != 1 else row.removesuffix('s')}" for row in ROWS[4:])
    return f"{firsts} first messages, {answers} answers{share}, {made.total('talks')} talks, {made.total('asks')} asks; of these came {came}."


def month_words(month: tuple[int, int]) -> str:
    """Give `Nov 26`."""
    return f"{MONTHS[month[1] - 1][:3]} {month[0] % 100:02}"


def chart(made: Statistics, width: int = 80) -> list[str]:
    """Give the table for a terminal: a column a month, and bars of first messages and talks below."""
    label = max(map(len, ROWS))
    cell = max(4, (width - label - 8) // len(made.months))
    shown = made.months[-((width - label - 8) // cell) :]
    skip = len(made.months) - len(shown)
    lines = [" " * label + "".join(f"{MONTHS[month - 1][:3]:>{cell}}" for _, month in shown) + f"{'all':>6}"]
    for row in ROWS:
        cells = "".join(f"{number or '.':>{cell}}" for number in made.numbers[row][skip:])
        lines.append(f"{row:<{label}}{cells}{made.total(row):>6}")
    lines.append("")
    most = max((*made.numbers["first messages"], *made.numbers["talks"], 1))
    room = min(width - label - 12, 40)
    for place, month in enumerate(made.months):
        for row, sign in (("first messages", "#"), ("talks", "=")):
            number = made.numbers[row][place]
            head = month_words(month) if row == "first messages" else ""
            if number or head:
                lines.append(f"{head:<8}{row:<{label}}  {sign * max(bool(number), round(number * room / most))} {number or ''}".rstrip())
    return lines
