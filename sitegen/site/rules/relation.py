"""R8: who is close to the coach, or received something, is shown with a sentence that says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.common.problems import Problem
from sitegen.site.consent import shown_name
from sitegen.site.items import Result, Testimonial
from sitegen.site.model import Item
from sitegen.site.rules.terms import Terms

_CLOSE: Mapping[str, tuple[str, str]] = {
    "friend": ("a friend", "is a friend of mine"),
    "family": ("a relative", "is a relative of mine"),
    "partner": ("a partner", "is my partner"),
    "employee": ("an employee", "works for me"),
}
"""The relations that readers do not expect behind praise, and how one says it."""
_RECEIVED: Mapping[str, tuple[str, str]] = {
    "free": ("was coached free of charge", "was coached free of charge"),
    "discounted": ("paid less than others", "paid a lower price than usual"),
    "paid": ("was paid", "was paid for this"),
    "gift": ("received a gift", "received a gift"),
    "reciprocal": ("is praised in return", "and I recommend each other"),
}
_FEWEST_WORDS = 3
_WHY = "readers weigh praise otherwise when they know of it, so they have to be told beside it (16 CFR 255.5, 465.5)."


def close_without_disclosure(item: Item[Testimonial], terms: Terms) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked in the same way
    """R8: refuse a relation or benefit that readers would not expect, with no disclosure (16 CFR 255.5, 465.5)."""
    said = item.record
    close, received = _CLOSE.get(said.relationship), _RECEIVED.get(said.benefit)
    if (close or received) and not _tells(said.disclosure):
        known = " and ".join([*([f"is {close[0]}"] if close else []), *([received[0]] if received else [])])
        who = (shown_name(said.consent, said.name, said.title) if said.consent and said.consent.show_as != "role" else "") or "This person"
        ways = [*([close[1]] if close else []), *([received[1]] if received else [])]
        yield item.problem(
            "R8", "disclosure" if said.disclosure is not None else "relationship" if close else "benefit",
            f"the person {known}, and readers are not told (R8).", f"Say so in a sentence of your own, such as: disclosure: {_sentence(who, ways, said.expected_before)}", _WHY,
        )  # fmt: skip


def benefit_without_disclosure(item: Item[Result], terms: Terms) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked in the same way
    """R8 for a case: refuse a benefit that readers would not expect, with no disclosure (16 CFR 255.5)."""
    told = item.record
    received = _RECEIVED.get(told.benefit)
    if received and not _tells(told.disclosure):
        mend = f"Say so in a sentence of your own, such as: disclosure: {_sentence('The client', [received[1]], agreed=False)}"
        place = "disclosure" if told.disclosure is not None else "benefit"
        yield item.problem("R8", place, f"the client {received[0]}, and readers are not told (R8).", mend, _WHY)


def _tells(disclosure: str | None) -> bool:
    return disclosure is not None and sum(any(map(str.isalnum, word)) for word in disclosure.split()) >= _FEWEST_WORDS


def _sentence(who: str, ways: list[str], agreed: bool) -> str:
    """Give what she may say, as she would say it."""
    ways = [way.removeprefix("and I ") if len(ways) > 1 and way.startswith("and I ") else way for way in ways]
    if len(ways) > 1 and ways[1].startswith("recommend"):
        return f"{who} {ways[0]}, and we {ways[1]}."
    return f"{who} {' and '.join(ways)}{', as agreed beforehand' if agreed else ''}."
