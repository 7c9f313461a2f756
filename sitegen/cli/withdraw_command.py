"""`sitegen withdraw`: a testimonial, case or logo off the site, so that it does not come back."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sitegen.cli.common_arguments import add_site
from sitegen.cli.outreach.room import add_today, add_yes

if TYPE_CHECKING:
    from sitegen.outreach.desk import Desk
    from sitegen.site.model import Item

_ONLINE = "It is off the site with the next build, and still online until you publish that: sitegen build, then put it on the web."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_site(parser)
    add_today(parser)
    add_yes(parser)
    parser.add_argument("item", help="the testimonial or case: its file name, or the person's name; logos/NAME for a logo")
    parser.add_argument("--delete", action="store_true", help="delete the file too, with the pictures that only it shows")


def run(arguments: argparse.Namespace) -> int:
    """Show the change, and on a yes make it, leave a mark that keeps it away, and clear what is kept of it."""
    from sitegen.cli.outreach.room import agreed, desk_of
    from sitegen.cli.proof.clearing import clear_kept, own_pictures, pictures_of
    from sitegen.cli.proof.items import change, item_meant
    from sitegen.common.own_trees import OwnTree

    desk = desk_of(arguments)
    desk.proof_log()
    if arguments.item.startswith("logos/"):
        return _withdraw_logo(arguments, desk)
    item = item_meant(arguments.site, arguments.item)
    pictures = own_pictures(arguments.site, item)
    if arguments.delete:
        print(f"{item.file} would be deleted{''.join(f', and {picture}' for picture in pictures)}.")
        if not agreed("Take it off the site and delete it? It can't be taken back.", yes=arguments.yes):
            return 1
    elif not change(arguments.site, item, _edit(item, desk), "Take it off the site? It can't be taken back.", yes=arguments.yes):
        return 1
    _remember(desk, item)
    cleared = clear_kept(arguments.site, desk, item)
    if arguments.delete:
        tree = OwnTree(arguments.site)
        for path in (item.file, *pictures):
            tree.delete(path)
    if cleared:
        print(f"Older copies of it were deleted: {cleared}.")
    _tell_left(arguments.site, item, [] if arguments.delete else pictures_of(item))
    print(_ONLINE)
    return 0


def _edit(item: Item[Any], desk: Desk) -> Any:
    from sitegen.cli.proof.items import both, setting
    from sitegen.site.items import Testimonial

    day = desk.today.isoformat()
    consent = item.record.consent
    taken = {} if consent is not None and consent.status == "withdrawn" and consent.withdrawn_on else {"status": "withdrawn", "withdrawn_on": day}
    edits = [setting(item.file, ["consent"], dict(taken))]
    if isinstance(item.record, Testimonial):
        edits.append(setting(item.file, [], {"status": "retired"}))
    return both(*edits)


def _remember(desk: Desk, item: Item[Any]) -> None:
    """Leave the marks by which it is kept away, and note the day in the log, in its older versions too."""
    from sitegen.cli.proof.clearing import leave_marks, mark_in_versions, marks_of
    from sitegen.cli.proof.items import person_of
    from sitegen.cli.proof.log_book import note

    day = desk.today.isoformat()
    leave_marks(desk, marks_of(desk, item))
    note(desk, person_of(item) or item.slug, item.record.service, item.slug, {"withdrawn": day}, "withdraw")
    mark_in_versions(desk, item.slug, day)


def _tell_left(site: Path, item: Item[Any], pictures: list[str]) -> None:
    """Tell where words or name still stand in her own texts, and what stays in her folder."""
    from sitegen.cli.proof.clearing import still_typed

    places = still_typed(site, item)
    if places:
        print("Typed elsewhere, and still public: take it out there too:")
        print("\n".join(f"  {place}" for place in places[:20]) + ("\n  ..." if len(places) > 20 else ""))
    if pictures:
        print(f"In your folder, and no longer shown: {', '.join(pictures)}. Delete it if nothing else needs it.")


def _withdraw_logo(arguments: argparse.Namespace, desk: Desk) -> int:
    """Take the consent of a logo back in data/proof.yaml."""
    from sitegen.cli.outreach.room import agreed, said
    from sitegen.cli.proof.clearing import clear_cache
    from sitegen.cli.proof.items import public_site, setting, shown_change
    from sitegen.common.own_trees import OwnTree
    from sitegen.common.words import suggestion
    from sitegen.outreach.desk import undressed
    from sitegen.site.model import FACTS_FILE

    name = arguments.item.removeprefix("logos/")
    logos = public_site(arguments.site).facts.logos
    number = next((index for index, logo in enumerate(logos) if logo.id == name), None)
    if number is None:
        raise said(f"there is no logo '{name}'.", suggestion(name, [logo.id for logo in logos], "Logos"), "sitegen withdraw")
    tree = OwnTree(arguments.site)
    before = tree.read(FACTS_FILE)
    text, dress = undressed(before, FACTS_FILE)
    made = setting(FACTS_FILE, ["logos", number, "consent"], {"status": "withdrawn", "withdrawn_on": desk.today.isoformat()})(text)
    print(f"{FACTS_FILE}:\n{shown_change(text, made)}")
    if not agreed("Take it off the site? It can't be taken back.", yes=arguments.yes):
        return 1
    if not tree.replace(FACTS_FILE, before, dress(made)):
        raise said("the file was changed just now, while the command was at work.", "Run the command again; nothing was changed.", FACTS_FILE)
    clear_cache(arguments.site)
    print(_ONLINE)
    return 0
