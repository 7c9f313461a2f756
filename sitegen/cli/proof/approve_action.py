"""`sitegen proof approve`: the exact words, where they would stand and under which name, to the person who said them, with an easy no."""

from __future__ import annotations

import argparse
import sys
from base64 import b64encode
from typing import TYPE_CHECKING, Any

from sitegen.cli.common_arguments import add_site
from sitegen.cli.outreach.room import add_today, add_yes
from sitegen.cli.proof.wish import add_terms

if TYPE_CHECKING:
    from sitegen.cli.proof.wish import Wish
    from sitegen.outreach.desk import Desk
    from sitegen.outreach.messages import Sender
    from sitegen.site.model import Item, Site

FOLDER = "approvals"
"""Where the private pages lie in .sitegen/keep/."""
_LARGEST_PHOTO = 1_500_000
_PICTURES = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png", "webp": "webp", "gif": "gif", "avif": "avif"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_site(parser)
    add_today(parser)
    add_yes(parser)
    parser.add_argument("item", help="the testimonial or case: its file name, or the person's name")
    add_terms(parser)


def run(arguments: argparse.Namespace) -> int:
    """Note what is asked for in the record, write the message and the page, and note the day."""
    from sitegen.cli.outreach.files import put_aside
    from sitegen.cli.outreach.message import _sender
    from sitegen.cli.outreach.room import desk_of, said
    from sitegen.cli.proof.hindrances import hindrances
    from sitegen.cli.proof.items import change, item_meant, person_of, public_site, setting
    from sitegen.cli.proof.log_book import note
    from sitegen.cli.proof.shown_words import exact_words, words_digest
    from sitegen.cli.proof.wish import wished
    from sitegen.common.own_trees import OwnTree
    from sitegen.imports.given import known_form

    desk = desk_of(arguments)
    desk.proof_log()
    item = item_meant(arguments.site, arguments.item)
    site, sender = public_site(arguments.site), _sender(arguments.site)
    if not known_form(exact_words(item)):
        raise said(f"{item.file} holds no words to approve.", "Put the words as they would be shown below the second ---.", "sitegen proof approve")
    wish = wished(arguments, item, desk.today)
    consent = item.record.consent
    if consent is not None and consent.status == "withdrawn":
        raise said(f"{person_of(item) or 'The person'} took this back, so nothing is asked for again.", "It stays off the site.", "sitegen proof approve")
    if against := hindrances(site, item, desk.today, wish.granted(desk.today)):
        print("Mend this before the person says yes to these words; as they stand, no build would show them:", *against, "", sep="\n", file=sys.stderr)
    asked = consent is not None and consent.status == "granted"
    edit = setting(item.file, ["consent"], {"status": "requested", **wish.fields()})
    if not asked and not change(arguments.site, item, edit, "Note it in the file, and write the message?", yes=arguments.yes):
        return 1
    page = _page(arguments, item, site, wish, sender, desk)
    message = _message(arguments, item, site, wish, sender, desk)
    for notice in message.notices:
        print(notice, file=sys.stderr)
    print(message.as_text(), end="")
    keep = OwnTree(arguments.site / ".sitegen/keep")
    keep.make(0o700)
    keep.write(f"{FOLDER}/{item.slug}.html", page)
    place = arguments.site / "content/private/messages" / f"approve-{item.slug}.eml"
    note(
        desk, person_of(item) or item.slug, item.record.service, item.slug,
        {"approval_asked": desk.today.isoformat(), "approved": None, "words": words_digest(item)}, "approve",
    )  # fmt: skip
    print(f"As a mail file, with the page attached: {put_aside(arguments.site, place, message.as_eml(sender, ('your-words.html', page)))}", file=sys.stderr)
    print(f"The page by itself: .sitegen/keep/{FOLDER}/{item.slug}.html", file=sys.stderr)
    print(f"When the answer is there: sitegen proof consent {item.slug} --method email --evidence ANSWER.eml", file=sys.stderr)
    return 0


def _message(arguments: argparse.Namespace, item: Item[Any], site: Site, wish: Wish, sender: Sender, desk: Desk) -> Any:
    from sitegen.cli.outreach.message import _template
    from sitegen.cli.proof.items import person_of
    from sitegen.cli.proof.shown_words import exact_words, places
    from sitegen.cli.proof.wish import named_as
    from sitegen.outreach.messages import EASY_NO, written
    from sitegen.site.items import Result

    name = person_of(item)
    file, template = _template(arguments.site, "approve")
    facts = {
        "first": name.split()[0] if name else "you", "name": name, "sender": sender.name, "easy_no": EASY_NO, "site": sender.site, "booking": sender.booking,
        "is_case": isinstance(item.record, Result),
    }  # fmt: skip
    quoted = {
        "words": exact_words(item), "shown_as": named_as(item, wish, desk.today), "places": places(item, site, wish.scope), "wording": wish.wording,
    }  # fmt: skip
    return written(
        "approve", template, file, facts, to=name or "the person", address=_address(desk, name), where=item.location(), is_first=False, quoted=quoted
    )


def _address(desk: Desk, name: str) -> str:
    """Give the person's e-mail address, "" where her files have none."""
    from sitegen.cli.proof.filing import people_known
    from sitegen.outreach.finding import folded

    clients, people = people_known(desk)
    emails = [str(email) for client in clients if folded(client.who) == folded(name) for email in client.emails]
    emails += [str(email) for person in people if folded(name) in map(folded, (person.name, *person.also)) for email in person.emails]
    return emails[0] if emails else ""


def _page(arguments: argparse.Namespace, item: Item[Any], site: Site, wish: Wish, sender: Sender, desk: Desk) -> bytes:
    """Give the private page: whole in itself, with no script, and asking nothing of any server."""
    import jinja2
    from jinja2.sandbox import SandboxedEnvironment

    from sitegen.cli.proof.items import person_of
    from sitegen.cli.proof.shown_words import exact_words, places
    from sitegen.cli.proof.wish import named_as
    from sitegen.common.decoding import decoded
    from sitegen.common.problems import ContentError, Location, Problem
    from sitegen.common.trees import bundled_tree, public_tree
    from sitegen.outreach.messages import EASY_NO, day_in_a_sentence

    path = "templates/messages/approve.html"
    own = public_tree(arguments.site)
    text = decoded((own if own.has(path) else bundled_tree()).read(path), path)
    record = item.record
    original = getattr(record, "original", "").strip()
    facts = {
        "language": site.settings.language, "quote_language": getattr(record, "lang", None) or site.settings.language, "accent": site.settings.accent, "name": person_of(item) or "the person",
        "sender": sender.name, "day": day_in_a_sentence(desk.today, desk.today.replace(year=1)), "photo": _photo(arguments, item, wish), "paragraphs": _paragraphs(exact_words(item)),
        "shown_as": named_as(item, wish, desk.today), "pull_quote": getattr(record, "pull_quote", None) or "", "disclosure": record.disclosure or "",
        "places": places(item, site, wish.scope), "wording": wish.wording, "easy_no": EASY_NO,
        "original": _paragraphs(original) if original and original not in ("shown", item.body.strip()) else [],
    }  # fmt: skip
    try:
        return SandboxedEnvironment(autoescape=True, undefined=jinja2.StrictUndefined).from_string(text).render(facts).encode()
    except jinja2.TemplateError as error:
        words = (error.message or "it can't be read").rstrip(".")
        mend = "Correct it, or delete your copy: the page that ships comes back."
        where = Location(path, getattr(error, "lineno", 0) or 0)
        raise ContentError([Problem("message-template", where, f"this line of the page can't be carried out: {words}.", mend)]) from None


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def _photo(arguments: argparse.Namespace, item: Item[Any], wish: Wish) -> str:
    """Give the photo that would be shown inside an address of its own, "" for none."""
    from sitegen.common.trees import public_tree

    record = item.record if hasattr(item.record, "photo") else item.record.client
    if "photo" not in wish.items or not record.photo or wish.show_as not in ("full", "first_name"):
        return ""
    path = f"content/images/{record.photo}"
    tree, kind = public_tree(arguments.site), _PICTURES.get(record.photo.rpartition(".")[2].lower(), "")
    data = tree.read(path, _LARGEST_PHOTO) if kind and tree.has(path) else b""
    return f"data:image/{kind};base64,{b64encode(data).decode()}" if 0 < len(data) <= _LARGEST_PHOTO else ""
