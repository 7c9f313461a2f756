"""What makes practices thrive, as far as the public files tell: A1, A2, A4, A5, A9 and A10. Each answer has one deciding field, said in the handbook's `advice` topic."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from sitegen.common.answers import Answer, answered, untold
from sitegen.common.words import counted, joined
from sitegen.site.items import Page, Service
from sitegen.site.model import SETTINGS_FILE, Item
from sitegen.site.sections import CallToAction, Form
from sitegen.site.showing import Showing

MOST_SERVICES = 6
MOST_GOALS = 2
NEW_WITHIN_DAYS = 90
STEPS_THEMSELVES = ("contact", "thank-you", "privacy", "imprint", "404")
"""Pages that are a next step themselves, or come after it."""
LONGEST_PROMISE = 30
"""Words; a longer sentence is not said in one breath."""
_SHORTEST_STEM = 4
_STEM = 5
_COMMON = frozenset(
    {
        "with", "your", "their", "that", "this", "from", "into", "them", "they", "what", "when", "where", "which", "have", "about", "more", "than", "people",
        "person", "persons", "work", "works", "coach", "coaching", "coaches", "help", "helps", "helping", "mit", "dein", "deine", "deinen", "ihre", "ihren",
        "sich", "nicht", "eine", "einen", "einer", "auch", "oder", "wenn", "aber", "haben", "sind", "menschen", "arbeit", "arbeiten", "coache", "begleite",
        "helfe", "wollen",
    }
)  # fmt: skip
"""Words that a promise and any service share without being about the same thing."""


def of_the_site(shown: Showing) -> tuple[Answer, ...]:
    """Give the answers that the public files hold."""
    return (one_sentence(shown), prices(shown), proof_beside(shown), goals_measured(shown), one_step(shown), something_new(shown))


def one_sentence(shown: Showing) -> Answer:
    """A1: is it said in one sentence whom she helps and with what, and does each service keep to it? Decided by `promise`."""
    promise = shown.settings.promise.strip()
    sentences = [part for part in re.split(r"(?<=[.!?])\s+", promise) if part]
    words = len(promise.split())
    if len(sentences) > 1 or words > LONGEST_PROMISE:
        many = f"the promise has {counted(len(sentences), 'sentence')} and {words} words."
        return Answer(
            "A1", "not yet", many, f"Write `promise:` in {SETTINGS_FILE} as one sentence of at most {LONGEST_PROMISE} words: whom you help, and with what."
        )
    if len(shown.services) > MOST_SERVICES:
        many = f"there are {len(shown.services)} services; more than {MOST_SERVICES} is straying."
        return Answer("A1", "not yet", many, f"Make a draft of the one that was booked least: draft: true in {shown.services[-1].file}")
    stems = _stems(" ".join((promise, *shown.settings.topics)))
    astray = [item for item in shown.services if not stems & _stems(_about(item))]
    return answered(
        "A1",
        wanting=f"{_files(astray)} {'shares' if len(astray) == 1 else 'share'} no word with the promise '{promise}'" if astray else "",
        fine=f"the promise is one sentence, and {counted(len(shown.services), 'service')} keep{'s' if len(shown.services) == 1 else ''} to it.",
        step=f"Say in the summary of {astray[0].file if astray else 'it'} for whom it is, in the words of your promise, or leave that service out.",
    )


def _about(item: Item[Service]) -> str:
    record = item.record
    return " ".join((record.title, record.summary, *record.for_whom, *record.outcomes))


def _stems(text: str) -> frozenset[str]:
    """Give the beginnings of the words that mean something; enough to know `leads` and `leaders` as one."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return frozenset(word[:_STEM] for word in words if len(word) >= _SHORTEST_STEM and word not in _COMMON)


def prices(shown: Showing) -> Answer:
    """A2: does every service show a price, a "from", or say why not? Decided by `price` and `no_price`."""
    if not shown.services:
        return untold("A2", "service in content/services/", 'Begin with one: sitegen add service "Team coaching"')
    silent = [item for item in shown.services if item.record.price is None and not item.record.no_price]
    return answered(
        "A2",
        wanting=f"{_files(silent)} {'says' if len(silent) == 1 else 'say'} neither a price nor why there is none." if silent else "",
        fine="each service shows its price, or says why there is none.",
        step=f"Add a line to {silent[0].file if silent else ''}: price: {{amount: 1200, currency: EUR, from: true}}",
    )


def proof_beside(shown: Showing) -> Answer:
    """A4: has every service proof beside it? Decided by `service` in testimonials of clients and in results."""
    if not shown.services:
        return untold("A4", "service in content/services/", 'Begin with one: sitegen add service "Team coaching"')
    bare = [
        item
        for item in shown.services
        if not shown.of_service.get(("results", item.slug))
        and not any(said.record.relationship == "client" for said in shown.of_service.get(("testimonials", item.slug), ()))
    ]
    return answered(
        "A4",
        wanting=f"{_files(bare)} {'has' if len(bare) == 1 else 'have'} neither words of a client nor a case." if bare else "",
        fine="each service has words of a client or a case beside it.",
        step=f'Ask somebody who had it: sitegen proof ask "Their Name" --service {bare[0].slug if bare else ""}',
    )


def goals_measured(shown: Showing) -> Answer:
    """A5: does each case have one or two goals, set at the start, measured? Decided by `goals` and `measures` of results."""
    if not shown.results:
        return untold("A5", "case in content/results/", "With the next client, write down one or two goals at the start, and how you will both notice.")
    many = [item for item in shown.results if not 1 <= len(item.record.goals) <= MOST_GOALS]
    unmeasured = [item for item in shown.results if not item.record.measures]
    wanting = [
        f"{_files(many)} {'has' if len(many) == 1 else 'have'} not one or two goals" if many else "",
        f"{_files(unmeasured)} {'counts' if len(unmeasured) == 1 else 'count'} nothing" if unmeasured else "",
    ]
    first = (many or unmeasured or shown.results)[0].file
    said = "; ".join(filter(None, wanting))
    return answered(
        "A5", wanting=said + "." if said else "", fine="each case has one or two goals, and each was counted.",
        step=f"Look at `goals:` and `measures:` in {first}: what was agreed at the start, and what was counted then and at the end?",
    )  # fmt: skip


def one_step(shown: Showing) -> Answer:
    """A9: does each page end in one clear next step? Decided by `booking` and `email` in site.yaml, and by `sections` of pages."""
    if shown.settings.booking is None and shown.settings.email is None and shown.settings.form is None:
        return Answer(
            "A9",
            "not yet",
            "no page can offer a next step: there is no booking link, form or e-mail address.",
            f"Add a line to {SETTINGS_FILE}: booking: https://...",
        )
    unclear = [item for item in shown.pages if item.slug not in STEPS_THEMSELVES and _steps_astray(item)]
    return answered(
        "A9", wanting=f"{_files(unclear)} {'does' if len(unclear) == 1 else 'do'} not end in one step: a block `action` or `form` stands twice, or not last." if unclear else "",
        fine="each page ends in one next step.", step=f"Keep one of them in {unclear[0].file if unclear else ''}, as the last block.",
    )  # fmt: skip


def _steps_astray(item: Item[Page]) -> bool:
    kinds = [isinstance(part, CallToAction | Form) for part in item.record.sections]
    return sum(kinds) > 1 or (sum(kinds) == 1 and not (kinds[-1] and not item.body.strip()))


def something_new(shown: Showing) -> Answer:
    """A10: is there something new in 90 days? Decided by the newest `date` of an article, result or event that is shown."""
    since = shown.as_of - timedelta(days=NEW_WITHIN_DAYS)
    announced = [(item.record.date or item.record.start.date(), item.file) for item in shown.events]
    dated = sorted([*announced, *((item.record.date, item.file) for item in shown.articles), *((item.record.date, item.file) for item in shown.results)])
    dated = [entry for entry in dated if entry[0] <= shown.as_of]
    newest = dated[-1] if dated else None
    return answered(
        "A10",
        wanting=(
            "" if newest and newest[0] >= since else f"the newest is {newest[1]} of {newest[0]}." if newest else "there is no article, event or case yet."
        ),
        fine=f"{newest[1] if newest else ''} is of {newest[0] if newest else ''}.",
        step='Write down one question that clients ask you lately, in ten sentences: sitegen add article "A question I hear"',
    )


def _files(items: Iterable[Item[Any]]) -> str:
    return joined(item.file for item in items)
