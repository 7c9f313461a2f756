"""`sitegen proof consent`: what a person agreed to, when and how, with the paper that shows it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sitegen.cli.common_arguments import add_site
from sitegen.cli.outreach.room import add_today, add_yes
from sitegen.cli.proof.wish import add_terms

if TYPE_CHECKING:
    from datetime import date

    from sitegen.cli.proof.items import Edit
    from sitegen.common.yaml_writing import Plain
    from sitegen.outreach.desk import Desk
    from sitegen.site.model import Item


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    add_site(parser)
    add_today(parser)
    add_yes(parser)
    parser.add_argument("item", help="the testimonial or case: its file name, or the person's name")
    parser.add_argument("--status", choices=("granted", "declined"), default="granted", help="what the answer was (granted if left out)")
    parser.add_argument("--on", default=None, metavar="DAY", help="the day of the answer (today if left out)")
    parser.add_argument("--method", choices=("email", "form", "signed", "oral"), default=None, help="how it was given")
    add_terms(parser)
    parser.add_argument(
        "--evidence",
        default=None,
        metavar="FILE",
        help="the mail or form that shows it; it is copied into content/private/evidence/. A web address does as well",
    )


def run(arguments: argparse.Namespace) -> int:
    """Show the change, and on a yes write it, copy the evidence and note the day."""
    from sitegen.cli.outreach.room import day_said, desk_of, said
    from sitegen.cli.proof.items import both, change, item_meant, person_of, setting
    from sitegen.cli.proof.log_book import entry_of, note
    from sitegen.cli.proof.shown_words import refuse_other_words, words_digest
    from sitegen.site.items import Testimonial

    desk = desk_of(arguments)
    item = item_meant(arguments.site, arguments.item)
    day = day_said(arguments.on, desk.today, "--on") if arguments.on else desk.today
    if day > desk.today:
        raise said(f"{day} is still to come.", "Give the day on which the person answered.", "--on")
    consent = item.record.consent
    if consent is not None and consent.status == "withdrawn":
        raise said(
            f"{person_of(item) or 'The person'} took this back.", "If they say it anew, record the new words: sitegen proof record", "sitegen proof consent"
        )
    found = entry_of(desk, "", None, item.slug)
    granted = arguments.status == "granted"
    if granted:
        refuse_other_words(item, found[1] if found else None)
    paper = _paper(arguments)
    fields = (
        _granted(arguments, item, desk, day, paper)
        if granted
        else {"status": "declined", "date": day.isoformat(), **_method(arguments), **_named(item, desk, paper)}
    )
    status = ("approved" if item.record.status in ("received", "edited", "declined") else item.record.status) if isinstance(item.record, Testimonial) else ""
    edits: list[Edit] = [setting(item.file, ["consent"], fields)]
    if isinstance(item.record, Testimonial):
        edits.append(setting(item.file, [], {"status": status if granted else "declined"}))
    slug = _fitting_slug(arguments.site, item, fields) if granted else item.slug
    if slug != item.slug:
        edits.append(setting(item.file, [], {"slug": slug}))
    if not change(arguments.site, item, both(*edits), "Write it down?", yes=arguments.yes):
        return 1
    if paper is not None:
        _keep(item, desk, paper)
    known = found[1].words if found else None
    step: dict[str, str | None] = {"approved": day.isoformat(), "words": known or words_digest(item)} if granted else {"declined": day.isoformat()}
    note(desk, person_of(item) or item.slug, item.record.service, item.slug, {**step, **({"item": slug} if slug != item.slug else {})}, "consent")
    if not granted:
        print("Noted: a no. It stays off the site.")
        return 0
    _tell(arguments, slug)
    return 0


Paper = tuple[str, bytes]
"""The ending and the bytes of a paper, or a web address and nothing."""


def _paper(arguments: argparse.Namespace) -> Paper | None:
    from sitegen.cli.outreach.files import given_file
    from sitegen.cli.outreach.room import said

    typed = arguments.evidence
    if not typed:
        return None
    if typed.startswith(("https://", "http://")):
        return typed, b""
    place = Path(typed)
    data = given_file(place)
    if not data.strip():
        raise said("this file is empty, and shows nothing.", "Save the mail or form once more.", place.as_posix())
    return place.suffix.lower() or ".txt", data


def _name(item: Item[Any], desk: Desk) -> str:
    return f"{item.slug.replace('/', '-')}-consent-{desk.today.isoformat()}"


def _named(item: Item[Any], desk: Desk, paper: Paper | None) -> dict[str, Plain | None]:
    """Give the field of the paper, at the place where it will be."""
    from sitegen.outreach.reading import FOLDER

    if paper is None:
        return {}
    ending, data = paper
    if not data:
        return {"evidence": ending}
    for number in range(1, 1000):
        name = f"evidence/{_name(item, desk)}{'' if number == 1 else f'-{number}'}{ending}"
        if not desk.private.has(name) or desk.private.read(name) == data:
            return {"evidence": f"{FOLDER}/{name}"}
    raise AssertionError("a thousand papers of one name")


def _keep(item: Item[Any], desk: Desk, paper: Paper) -> None:
    from sitegen.cli.proof.evidence import kept_evidence

    ending, data = paper
    if data:
        kept_evidence(desk, _name(item, desk), ending, data)


def _method(arguments: argparse.Namespace) -> dict[str, Plain | None]:
    return {"method": arguments.method} if arguments.method else {}


def _granted(arguments: argparse.Namespace, item: Item[Any], desk: Desk, day: date, paper: Paper | None) -> dict[str, Plain | None]:
    """Give the fields of a yes. Raises ContentError: nothing says how it was given, or to what."""
    from sitegen.cli.outreach.room import said
    from sitegen.cli.proof.wish import wished

    there = item.record.consent
    method = arguments.method or (there.method if there else None) or ("email" if paper and paper[0] == ".eml" else None)
    if not method:
        raise said("how was the yes given?", "Say it: --method with email, form, signed or oral.", "sitegen proof consent")
    if (there is None or not there.items) and arguments.items is None:
        raise said(
            "nothing says what the person agreed to.",
            f"Send the exact words first, sitegen proof approve {item.slug}, or say it here: --items quote,name,title --show-as full",
            "sitegen proof consent",
        )
    return {"status": "granted", "date": day.isoformat(), "method": method, **wished(arguments, item, desk.today).fields(), **_named(item, desk, paper)}


def _fitting_slug(site: Path, item: Item[Any], fields: dict[str, Plain | None]) -> str:
    """Give an address that names nobody, where the file's name holds a name that is to be withheld (R4)."""
    from sitegen.cli.proof.items import person_of, public_site
    from sitegen.site.consent import withheld_words
    from sitegen.site.front import Consent

    agreed = Consent(status="granted", date=item.record.date, items=tuple(fields["items"] or ()), show_as=fields["show_as"])  # type: ignore[arg-type]
    if not withheld_words(agreed, person_of(item)) & set(item.slug.replace("/", "-").split("-")):
        return item.slug
    taken = set(public_site(site).slugs(item.kind))
    stem = f"{item.record.service or 'words'}-{item.record.date:%Y-%m}"
    return next(slug for number in range(1, 1000) if (slug := stem if number == 1 else f"{stem}-{number}") not in taken)


def _tell(arguments: argparse.Namespace, slug: str) -> None:
    """Tell what is still missing before it can be shown, or how to publish it."""
    from sitegen.cli.outreach.room import today_of
    from sitegen.cli.proof.items import item_meant, public_site
    from sitegen.site.consent import consent_lacks

    item = item_meant(arguments.site, slug)
    lacks = consent_lacks(item.record.consent, public_site(arguments.site).settings.country, today_of(arguments))
    if lacks is not None:
        rule, message, mend = lacks
        print(f"Noted. It can't be shown yet: {message} ({rule}).\n    {mend}")
    else:
        print(f"Noted. To put it on the site: sitegen proof publish {slug}")
