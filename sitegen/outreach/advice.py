"""What makes practices thrive, as far as the private files tell: A3, A6, A7 and A8. Each answer has one deciding field, said in the handbook's `advice` topic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sitegen.common.answers import Answer, answered, untold
from sitegen.common.words import counted, joined
from sitegen.outreach.clients import Clients
from sitegen.outreach.finding import folded
from sitegen.outreach.people import Book
from sitegen.outreach.proof_log import ProofEntry
from sitegen.outreach.reading import BOOK, CLIENTS, FOLDER

_YEAR = timedelta(days=365)
MOST_GIVEN_IN = 3
"""One engagement in so many may be free or discounted."""
WEEK_DAYS = 7
ASK_WITHIN_DAYS = 28
_CLIENTS, _BOOK = f"{FOLDER}/{CLIENTS}", f"{FOLDER}/{BOOK}"


def free_work(clients: Clients | None, today: date) -> Answer:
    """A3: is free and discounted work limited and on record? Decided by `terms` and `end` of the engagements of the last year."""
    if clients is None:
        return untold("A3", _CLIENTS, "Begin it with `sitegen outreach start`, and write each engagement down with its terms: full, discounted or free.")
    recent = [one for one in clients.clients if one.start <= today and (one.end is None or one.end >= today - _YEAR)]
    given = [one for one in recent if one.terms != "full"]
    endless = [one for one in given if one.end is None]
    wanting = [
        f"{counted(len(endless), 'free or discounted engagement has', 'free or discounted engagements have')} no end" if endless else "",
        f"{len(given)} of {len(recent)} engagements of the last year were free or discounted" if len(given) * MOST_GIVEN_IN > len(recent) else "",
    ]
    said = "; ".join(filter(None, wanting))
    return answered(
        "A3", wanting=said + "." if said else "", fine=f"{len(given)} of {len(recent)} engagements of the last year were free or discounted, each with an end.",
        step=f"Agree on a last day for each, and write it down: end: in {_CLIENTS}" if endless else "Say the full price to the next person who asks.",
    )  # fmt: skip


def wrote_lately(book: Book | None, today: date) -> Answer:
    """A6: did she write to a former colleague in the last seven days? Decided by `touches` of people with `worked_together`."""
    if book is None:
        return untold("A6", _BOOK, "Begin your book with `sitegen outreach start`, and add one person you enjoyed working with.")
    written = [
        touch.date
        for person in book.people
        if person.worked_together
        for touch in person.touches
        if touch.by in ("me", "both") and 0 <= (today - touch.date).days < WEEK_DAYS
    ]
    return answered(
        "A6", wanting="" if written else "no message to a former colleague is noted in the last seven days.",
        fine=f"{counted(len(written), 'time')} in the last seven days.", step="Write to the first one whom `sitegen today` names; five lines are enough.",
    )  # fmt: skip


def everyone_asked(clients: Clients | None, log: Sequence[ProofEntry], today: date) -> Answer:
    """A7: did every client who finished get asked, the same way? Decided by `asked_on`, or `asked` in the proof log, up to four weeks after the `end`."""
    if clients is None:
        return untold("A7", _CLIENTS, "Begin it with `sitegen outreach start`; with each client's `end:` there, nobody is forgotten.")
    asked = {folded(entry.who) for entry in log if entry.asked or entry.received}
    finished = [one for one in clients.clients if one.end is not None and (today - one.end).days > ASK_WITHIN_DAYS]
    left = [one for one in finished if one.asked_on is None and folded(one.who) not in asked]
    return answered(
        "A7", wanting=f"{counted(len(left), 'client')} finished more than four weeks ago and {'was' if len(left) == 1 else 'were'} not asked." if left else "",
        fine=f"each of the {counted(len(finished), 'client')} who finished was asked." if finished else "nobody has finished yet.",
        step="`sitegen proof` names whom to ask next, and the command that writes the same questions to everybody.",
    )  # fmt: skip


def true_places(clients: Clients | None, promised: Mapping[str, int], past_starts: Sequence[str], today: date) -> Answer:
    """A8: are the places and the next start true? Decided by `places` in clients.yaml against `places` and `next_start` of the services."""
    if clients is None:
        return untold("A8", _CLIENTS, "Begin it with `sitegen outreach start`, and say with `places:` how many clients you can have at a time.")
    if past_starts:
        return Answer(
            "A8",
            "not yet",
            f"the next start in {joined(past_starts)} has passed.",
            f"Write the next true one, or take the line away: next_start: in {past_starts[0]}",
        )
    if clients.places is None:
        return Answer("A8", "not yet", f"{_CLIENTS} does not say how many clients you can have at a time.", f"Add a line to {_CLIENTS}: places: 6")
    free, said = max(0, clients.places - sum(one.runs(today) for one in clients.clients)), sum(promised.values())
    return answered(
        "A8", wanting=f"your site promises {said} free place{'s' if said != 1 else ''}, and you have {free}." if said > free else "",
        fine=f"your site promises {said} of the {free} places that you have.", step=f"Change `places:` in {joined(sorted(promised))}.",
    )  # fmt: skip
