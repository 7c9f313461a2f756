"""`sitegen proof publish`: a testimonial or case onto the site, if nothing forbids it."""

from __future__ import annotations

import argparse

from sitegen.cli.common_arguments import add_site
from sitegen.cli.outreach.room import add_today, add_yes


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_site(parser)
    add_today(parser)
    add_yes(parser)
    parser.add_argument("item", help="the testimonial or case: its file name, or the person's name")


def run(arguments: argparse.Namespace) -> int:
    """Show the change, and on a yes write it and note the day."""
    from sitegen.cli.outreach.room import desk_of
    from sitegen.cli.proof.hindrances import hindrances
    from sitegen.cli.proof.items import change, item_meant, person_of, public_site, setting
    from sitegen.cli.proof.log_book import entry_of, note
    from sitegen.cli.proof.shown_words import refuse_other_words, words_digest
    from sitegen.common.problems import ContentError
    from sitegen.site.items import Testimonial

    desk = desk_of(arguments)
    item = item_meant(arguments.site, arguments.item)
    found = entry_of(desk, "", None, item.slug)
    refuse_other_words(item, found[1] if found else None)
    if found_against := hindrances(public_site(arguments.site), item, desk.today):
        raise ContentError(found_against)
    if found is None or found[1].approved is None:
        print(f"No yes to these exact words is in the log. `sitegen proof approve {item.slug}` writes the message that asks for it.")
    fields = {"status": "published"} if isinstance(item.record, Testimonial) else {}
    edit = setting(item.file, [], {**fields, **({"draft": None} if item.record.draft else {})})
    if not change(arguments.site, item, edit, "Put it on the site?", yes=arguments.yes):
        return 1
    note(desk, person_of(item) or item.slug, item.record.service, item.slug, {"published": desk.today.isoformat(), "words": words_digest(item)}, "publish")
    print(f"It is on the site from the next build: sitegen build. Its page is {item.address}")
    return 0
