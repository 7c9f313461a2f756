"""`sitegen proof publish`: a testimonial or case onto the site, if nothing forbids it."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sitegen.cli.common_arguments import add_site
from sitegen.cli.outreach.room import add_today, add_yes

if TYPE_CHECKING:
    from datetime import date

    from sitegen.site.model import Item, Site


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_site(parser)
    add_today(parser)
    add_yes(parser)
    parser.add_argument("item", help="the testimonial or case: its file name, or the person's name")


def run(arguments: argparse.Namespace) -> int:
    """Show the change, and on a yes write it and note the day."""
    from sitegen.cli.outreach.room import desk_of
    from sitegen.cli.proof.items import change, item_meant, person_of, public_site, setting
    from sitegen.cli.proof.log_book import entry_of, note
    from sitegen.cli.proof.shown_words import refuse_other_words, words_digest
    from sitegen.site.items import Testimonial

    desk = desk_of(arguments)
    item = item_meant(arguments.site, arguments.item)
    found = entry_of(desk, "", None, item.slug)
    refuse_other_words(item, found[1] if found else None)
    _refuse_forbidden(public_site(arguments.site), item, desk.today)
    if found is None or found[1].approved is None:
        print(f"No yes to these exact words is in the log. `sitegen proof approve {item.slug}` writes the message that asks for it.")
    fields = {"status": "published"} if isinstance(item.record, Testimonial) else {}
    edit = setting(item.file, [], {**fields, **({"draft": None} if item.record.draft else {})})
    if not change(arguments.site, item, edit, "Put it on the site?", yes=arguments.yes):
        return 1
    note(desk, person_of(item) or item.slug, item.record.service, item.slug, {"published": desk.today.isoformat(), "words": words_digest(item)}, "publish")
    print(f"It is on the site from the next build: sitegen build. Its page is {item.address}")
    return 0


def _refuse_forbidden(site: Site, item: Item[Any], today: date) -> None:
    """Refuse what a build would leave out or refuse. Raises ContentError with every problem of the item."""
    from sitegen.common.problems import ContentError, Effect
    from sitegen.site.check import check_site
    from sitegen.site.items import Testimonial
    from sitegen.site.rules.table import against_rules
    from sitegen.site.showing import showing, why_hidden

    shown: Any = replace(item, record=replace(item.record, draft=False, **({"status": "published"} if isinstance(item.record, Testimonial) else {})))
    hidden = why_hidden(shown, site.settings, today)
    if hidden is not None and hidden.code != "future":
        raise ContentError([hidden])
    kinds: dict[str, Any] = {item.kind: tuple(shown if one.file == item.file else one for one in getattr(site, item.kind))}
    fresh = replace(site, **kinds)
    found = (*check_site(fresh), *against_rules(showing(fresh, today)))
    if refused := [problem for problem in found if problem.location.file == item.file and problem.effect in (Effect.REFUSE, Effect.LEAVE_OUT)]:
        raise ContentError(refused)
