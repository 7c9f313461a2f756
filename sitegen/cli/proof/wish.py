"""What a person is asked to agree to, or did: where, what, under which name, until when."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from typing import Any, get_args, get_type_hints

from sitegen.cli.outreach.room import day_said, said
from sitegen.cli.proof.items import person_of
from sitegen.common.frozen import frozen
from sitegen.common.words import joined, suggestion
from sitegen.common.yaml_writing import Plain
from sitegen.outreach.messages import day_in_a_sentence
from sitegen.site.consent import shown_name
from sitegen.site.front import Consent, ConsentItem, Show
from sitegen.site.items import Testimonial
from sitegen.site.model import Item

SCOPES = tuple(get_args(get_args(get_type_hints(Consent)["scope"])[0]))
ITEMS = tuple(get_args(ConsentItem))
SHOW_AS = tuple(get_args(Show))
_PLACES = {"site": "on your website", "social": "on social media", "print": "in print"}
_NAMED = {
    "full": "under my full name", "first_name": "under my first name", "initials": "under my initials", "role": "with my role and without my name", "anonymous": "without my name",
}  # fmt: skip
_SHOWN = {
    "title": "my title", "company": "my company", "location": "my town", "logo": "our logo", "photo": "my photo", "video": "the video", "link": "a link to my page",
    "result": "the numbers of my case",
}  # fmt: skip


@frozen
class Wish:
    """The terms of a consent."""

    scope: tuple[str, ...]
    items: tuple[str, ...]
    show_as: str
    until: date | None
    wording: str

    def fields(self) -> dict[str, Plain | None]:
        """Give them as they stand under `consent:`."""
        return {
            "wording": self.wording, "scope": list(self.scope), "items": list(self.items), "show_as": self.show_as, "until": self.until.isoformat() if self.until else None,
        }  # fmt: skip

    def granted(self, day: date) -> Consent:
        """Give the consent that it becomes with a yes by mail on a day."""
        terms: dict[str, Any] = {"wording": self.wording, "scope": self.scope, "items": self.items, "show_as": self.show_as, "until": self.until}
        return Consent(status="granted", date=day, method="email", evidence="content/private/evidence/yes.eml", **terms)


def add_terms(parser: argparse.ArgumentParser) -> None:
    """Add the terms."""
    parser.add_argument("--scope", default=None, metavar="WORDS", help=f"where it may be shown, parted by commas: {', '.join(SCOPES)}")
    parser.add_argument("--items", default=None, metavar="WORDS", help=f"what may be shown, parted by commas: {', '.join(ITEMS)}")
    parser.add_argument("--show-as", choices=SHOW_AS, default=None, help="how the person is named")
    parser.add_argument("--until", default=None, metavar="DAY", help="the last day it holds for")
    parser.add_argument("--wording", default=None, metavar="WORDS", help="what the person agrees to, in one sentence (made from the rest if left out)")


def wished(arguments: argparse.Namespace, item: Item[Any], today: date) -> Wish:
    """Give the terms: as typed, else as they stand in the record, else the least that shows what is known. Raises ContentError for a word that there is not."""
    there: Consent | None = item.record.consent
    needed = "quote" if isinstance(item.record, Testimonial) else "result"
    show_as = arguments.show_as or (there.show_as if there else None) or ("full" if isinstance(item.record, Testimonial) else "anonymous")
    scope = _words(arguments.scope, SCOPES, "--scope") if arguments.scope is not None else (there.scope if there and there.scope else ("site",))
    items = (
        _words(arguments.items, ITEMS, "--items") if arguments.items is not None else (there.items if there and there.items else _known(item, needed, show_as))
    )
    if needed not in items:
        items = (needed, *items)
    until = day_said(arguments.until, today, "--until") if arguments.until else there.until if there else None
    if until is not None and until < today:
        raise said(f"{until} is over.", "Give a day that is still to come.", "--until")
    typed = any(getattr(arguments, name) is not None for name in ("scope", "items", "show_as", "until"))
    wording = arguments.wording or (there.wording if there and there.wording and not typed else None) or sentence(scope, items, show_as, until, needed)
    return Wish(tuple(scope), tuple(items), show_as, until, wording)


def _known(item: Item[Any], needed: str, show_as: str) -> tuple[str, ...]:
    """Give what is shown if nothing is said: the words, the name unless it is withheld, and title and company where they are known."""
    record = item.record if isinstance(item.record, Testimonial) else item.record.client
    if show_as == "anonymous":
        return (needed,)
    name = ("name",) if show_as != "role" and person_of(item) else ()
    return (needed, *name, *(field for field in ("title", "company") if getattr(record, field, None)))


def sentence(scope: Sequence[str], items: Sequence[str], show_as: str, until: date | None, needed: str) -> str:
    """Give what a person agrees to in one sentence, in the person's own mouth."""
    what = "these words" if needed == "quote" else "this case"
    where = joined(_PLACES[place] for place in scope)
    more = [_SHOWN[one] for one in items if one in _SHOWN and one != needed and not (one == "title" and show_as == "role")]
    named = _NAMED[show_as] if show_as in ("role", "anonymous") or "name" in items else _NAMED["anonymous"]
    with_more = f", with {joined(more)}" if more else ""
    ends = f", until {day_in_a_sentence(until, date(until.year + 1, 1, 1))}" if until else ""
    return f"You may show {what} {where}, {named}{with_more}{ends}. I can take this back at any time."


def named_as(item: Item[Any], wish: Wish, today: date) -> str:
    """Give how the person would be named on the page: `Anna Example, Head of Operations, Harbour Foods`."""
    consent = Consent(status="granted", date=today, scope=("site",), items=wish.items, show_as=wish.show_as)  # type: ignore[arg-type]
    record = item.record if isinstance(item.record, Testimonial) else item.record.client
    title = getattr(record, "title", None)
    name = shown_name(consent, person_of(item), title)
    described = getattr(record, "described", "")
    rest = [
        str(getattr(record, field))
        for field in ("title", "company", "location")
        if field in wish.items and getattr(record, field, None) and getattr(record, field) != name
    ]
    return ", ".join(filter(None, (name, *rest))) or described or "somebody whose name is withheld"


def _words(typed: str, known: Sequence[str], option: str) -> tuple[str, ...]:
    words = [word.strip().lower() for word in typed.replace(";", ",").replace(" ", ",").split(",") if word.strip()]
    for word in words:
        if word not in known:
            raise said(f"'{word}' is not one of its words.", suggestion(word, known, "Words"), option)
    if not words:
        raise said("no word stands there.", f"Its words are: {', '.join(known)}.", option)
    return tuple(dict.fromkeys(words))
