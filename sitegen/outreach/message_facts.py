"""The facts of a person that a message can say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sitegen.common.frozen import frozen
from sitegen.outreach.clients import Engagement
from sitegen.outreach.messages import EASY_NO, Sender, address_got, day_in_a_sentence, spoken_years
from sitegen.outreach.people import Person
from sitegen.outreach.score import years_apart
from sitegen.outreach.standing import standing

_LONGEST_SUBJECT = 60


@frozen
class Typed:
    """What she gives on the command line for one message. Lines of her notes are never taken: they were written about the person, not to them."""

    memory: str = ""
    line: str = ""
    to: str = ""
    source: str = ""


def facts_of_person(person: Person, sender: Sender, typed: Typed, today: date) -> Mapping[str, str]:
    """Give what a template can say of somebody in the book."""
    where = standing(person, today)
    talks = [touch for touch in person.in_order if touch.by == "both" and touch.date <= today]
    latest = max(person.worked_together, key=lambda one: str(one.to or one.from_ or ""), default=None)
    last = where.unanswered[-1] if where.unanswered else talks[-1] if talks else None
    memory = _inside(typed.memory or person.memory or "")
    source = typed.source or person.source or ""
    first_contact = is_first(person)
    since = (today - where.last.date).days if where.last is not None else 0
    return {
        **_of_sender(sender, typed), "first": person.name.split()[0], "name": person.name, "company": person.company or "", "role": person.role or "", "memory": memory,
        "memory_subject": _subject(memory, latest.where if latest else ""), "together": latest.where if latest else "",
        "years_apart": spoken_years(years_apart(person, today)), "line": typed.line.rstrip("."), "since_last": _since(since), "last_day": day_in_a_sentence(last.date, today) if last else "",
        "source": source, "address_got": address_got(source, is_first=first_contact) if source or not first_contact else "",
        "thanks_for": _thanks_for(person, typed), "line_sentence": _sentence(typed.line) if typed.line and not typed.line.startswith("for ") else " ",
    }  # fmt: skip


def facts_of_client(client: Engagement, sender: Sender, typed: Typed, today: date) -> Mapping[str, str]:
    """Give what a template can say of a client who is not in the book."""
    return {
        **_of_sender(sender, typed), "first": client.who.split()[0], "name": client.who, "memory": typed.memory, "memory_subject": _subject(typed.memory, ""),
        "line": typed.line, "ended": day_in_a_sentence(client.end, today) if client.end else "", "address_got": " ", "thanks_for": typed.line if typed.line.startswith("for ") else "",
        "line_sentence": " ",
    }  # fmt: skip


def is_first(person: Person) -> bool:
    """Say whether a message would be the first contact that the book knows of."""
    return not person.touches


def _of_sender(sender: Sender, typed: Typed) -> Mapping[str, str]:
    promise = sender.promise.strip().rstrip(".")
    third = promise[2:] if promise.startswith("I ") else ""
    verb, _, rest = third.partition(" ")
    about = (
        f"{sender.name.split()[0]} {verb}{'es' if verb.endswith(('ch', 'sh', 's', 'x')) else 's'} {rest}."
        if third and rest
        else f"{promise}."
        if promise
        else ""
    )
    return {
        "sender": sender.name, "site": sender.site, "booking": sender.booking, "promise": sender.promise, "promise_inside": f"{promise}." if promise else "", "promise_about": about,
        "easy_no": EASY_NO, "to": typed.to, "whom": typed.line.rstrip("?."),
    }  # fmt: skip


def _thanks_for(person: Person, typed: Typed) -> str:
    if typed.line.startswith("for "):
        return typed.line.rstrip(".")
    owed = [f"for introducing me to {one.to}" for one in person.introductions if one.thanked is None]
    owed += [f"for sending {one.name} to me" for one in person.clients if one.thanked is None]
    owed += [f"for the {ask.what}" for ask in person.asks if ask.state == "given" and ask.thanked is None and not (ask.what == "introduction" and owed)]
    return " and ".join(dict.fromkeys(owed))


def _inside(memory: str) -> str:
    text = memory.strip().rstrip(".")
    return text[:1].lower() + text[1:] if text[:4].lower() in ("the ", "how ", "your", "our ") or text[:2] == "A " else text


def _subject(memory: str, together: str) -> str:
    """Give a subject out of a memory: itself where it is short, else where it was."""
    words = memory if len(memory) <= _LONGEST_SUBJECT or not together else f"our time at {together}"
    return words[:1].upper() + words[1:]


def _since(days: int) -> str:
    """Give how long ago the last touch was, for a message to somebody she is in touch with: `two months`; "" for a short while."""
    words = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
    if days >= 365:
        return spoken_years(days // 365)
    return f"{words[days // 30]} months" if days // 30 >= 2 else "some weeks" if days >= 14 else ""


def _sentence(line: str) -> str:
    text = line.strip()
    return (text[:1].upper() + text[1:]).rstrip(".") + "."
