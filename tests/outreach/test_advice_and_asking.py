"""What the private files say to the questions, whom to ask next, and what all clients reached."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sitegen.outreach.advice import everyone_asked, free_work, true_places, wrote_lately
from sitegen.outreach.asking import to_ask
from sitegen.outreach.clients import Clients, Engagement, Goal
from sitegen.outreach.dealings import Touch
from sitegen.outreach.people import Book, Person
from sitegen.outreach.portfolio import Portfolio, portfolio, public_figure
from sitegen.outreach.proof_log import ProofEntry
from sitegen.outreach.reading import read_book

TODAY = date(2026, 11, 22)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def client(who: str, *, start: int = 300, end: int | None = 40, **more: object) -> Engagement:
    return Engagement(who=who, start=ago(start), end=None if end is None else ago(end), **more)  # type: ignore[arg-type]


def clients(*some: Engagement, places: int | None = 6) -> Clients:
    return Clients(clients=some, places=places)


FREE = {
    "all at the full fee": (clients(client("A"), client("B")), "done", "0 of 2 engagements of the last year were free or discounted, each with an end."),
    "one in three": (clients(client("A", terms="free"), client("B"), client("C")), "done", "1 of 3 engagements of the last year were free or discounted, each with an end."),
    "one in two": (clients(client("A", terms="discounted"), client("B")), "not yet", "1 of 2 engagements of the last year were free or discounted."),
    "without an end": (clients(client("A", terms="free", end=None), client("B"), client("C")), "not yet", "1 free or discounted engagement has no end."),
    "long ago": (clients(client("A", start=900, end=400, terms="free"), client("B")), "done", "0 of 1 engagements of the last year were free or discounted, each with an end."),
}  # fmt: skip


@pytest.mark.parametrize("case", FREE)
def test_free_work_is_limited_and_on_record(case: str) -> None:
    given, state, said = FREE[case]
    answer = free_work(given, TODAY)
    assert (answer.state, answer.found) == (state, said)


@pytest.mark.parametrize(
    ("days", "by", "state"), [(0, "me", "done"), (6, "me", "done"), (7, "me", "not yet"), (2, "them", "not yet"), (-1, "me", "not yet"), (3, "both", "done")]
)
def test_a_former_colleague_was_written_to_in_the_last_seven_days(days: int, by: str, state: str) -> None:
    how = {"me": "mail", "them": "answer", "both": "coffee"}[by]
    book = read_book(f"people:\n  - name: Bo\n    worked_together: Northwind 2014-2018\n    touches: ['{ago(days)} {how}: x']\n".encode()).record
    assert wrote_lately(book, TODAY).state == state
    stranger = Book(people=(Person(name="Bo", touches=(Touch(date=ago(1), how="mail"),)),))
    assert wrote_lately(stranger, TODAY).state == "not yet"


def test_every_client_who_finished_was_asked() -> None:
    late, asked, new = client("Anna Late", end=29), client("Bo", asked_on=ago(1)), client("Cy", end=28)
    assert everyone_asked(clients(asked, new), (), TODAY).found == "each of the 1 client who finished was asked."
    answer = everyone_asked(clients(late, asked, new), (), TODAY)
    assert (answer.state, answer.found) == ("not yet", "1 client finished more than four weeks ago and was not asked.")
    assert everyone_asked(clients(late), (ProofEntry(who="anna late", asked=ago(3)),), TODAY).state == "done"
    assert "Anna" not in repr(answer)


def test_places_and_next_start_are_true() -> None:
    running = client("A", end=None)
    assert true_places(clients(running, places=3), {"a.md": 2}, (), TODAY).state == "done"
    found = true_places(clients(running, places=3), {"a.md": 2, "b.md": 1}, (), TODAY)
    assert (found.state, found.found, found.step) == ("not yet", "your site promises 3 free places, and you have 2.", "Change `places:` in a.md and b.md.")
    assert true_places(clients(places=None), {}, (), TODAY).state == "not yet"
    assert true_places(clients(places=9), {}, ("a.md",), TODAY).found == "the next start in a.md has passed."


def test_without_the_file_nothing_can_be_told() -> None:
    for answer in (free_work(None, TODAY), wrote_lately(None, TODAY), everyone_asked(None, (), TODAY), true_places(None, {}, (), TODAY)):
        assert (answer.state, answer.found.partition(" to tell")[0][:22]) == ("can't tell", "there is no content/pr")
        assert answer.step


LACKS = {"bare": ("words of a client", "a result"), "some": ("a face",), "full": ()}


def test_whom_to_ask_stands_in_the_order_of_the_handbook() -> None:
    reached = (Goal(goal="g", reached=True),)
    files = clients(
        client("Full", end=40, service="full"), client("Bare", end=40, service="bare"), client("Some", end=40, service="some"), client("Long Ago", start=2000, end=1500),
        client("Running", end=None, goals=reached), client("Running On", end=None), client("Asked", asked_on=ago(2)), client("In Peace"), client("No Thanks"),
        client("Twice", start=900, end=400, service="full"), client("Twice", end=40, service="full"),
    )  # fmt: skip
    book = Book(people=(Person(name="In Peace", do_not_contact=True), Person(name="Colleague", can=("reference",)), Person(name="Hirer", can=("hire",))))
    log = (ProofEntry(who="Waiting", asked=ago(10)), ProofEntry(who="Just Asked", asked=ago(9)), ProofEntry(who="No Thanks", asked=ago(90), declined=ago(80)))
    found = to_ask(files, book, log, LACKS, TODAY)
    assert [(one.who, one.points) for one in found] == [
        ("Bare", 79), ("Some", 69), ("Full", 59), ("Twice", 59), ("Waiting", 50), ("Running", 40), ("Long Ago", 36), ("Colleague", 20),
    ]  # fmt: skip
    assert found[0].why == ("finished 5 weeks ago and not yet asked", "bare lacks words of a client")
    assert found[0].command == 'sitegen proof ask "Bare" --service bare'
    assert found[4].command == 'sitegen proof ask "Waiting" --remind'


def goals(*reached: bool | None) -> tuple[Goal, ...]:
    return tuple(Goal(goal="a secret goal", reached=one) for one in reached)


def test_what_all_clients_reached_counts_each_person_once_and_nobody_out() -> None:
    files = clients(
        client("Anna", goals=goals(True)), client("Bo", goals=goals(True, False)), client("Cy", goals=goals(None)), client("Di", goals=goals(True)),
        client("di", start=900, end=700, goals=goals(True)), client("No Goals"), client("Running", end=None, goals=goals(True)), client("Later", end=-5, goals=goals(True)),
    )  # fmt: skip
    assert portfolio(files, TODAY, None, None, frozenset()) == Portfolio((2024, 2026), 4, 2, 1, sample=False)
    assert portfolio(files, TODAY, (2026, 2026), None, frozenset()) == Portfolio((2026, 2026), 4, 2, 1, sample=False)
    assert portfolio(files, TODAY, (2025, 2025), None, frozenset()) is None
    assert portfolio(files, TODAY, None, "team", frozenset()) is None
    made = portfolio(files, TODAY, None, None, frozenset({"anna"}))
    assert made is not None and made.sample


def test_the_public_figure_says_its_number_years_day_and_source() -> None:
    made = Portfolio((2024, 2025), 14, 9, 0, sample=False)
    assert public_figure(made, TODAY, "en-GB", None).fields() == {
        "id": "goals-reached", "value": "9", "label": "clients who finished in 2024-2025 reached each goal set at the start", "n": "14",
        "source": "my client records: everyone who finished in that time with goals set at the start", "as_of": "2026-11-22",
    }  # fmt: skip
    german = public_figure(made, TODAY, "de", ("team", "Teamcoaching"))
    assert (german.id, german.label) == (
        "goals-reached-team", "Klientinnen und Klienten von Teamcoaching, die 2024-2025 fertig wurden, haben jedes Ziel vom Anfang erreicht",
    )  # fmt: skip
