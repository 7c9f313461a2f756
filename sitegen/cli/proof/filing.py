"""Words that were given to a file of their own in content/testimonials/, with what her own files know of the person."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

from sitegen.cli.outreach.room import said
from sitegen.cli.proof.items import public_site
from sitegen.cli.proof.log_book import entry_of, note
from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.values import slugify
from sitegen.common.words import joined, suggestion
from sitegen.imports.given import Given, words_mark
from sitegen.imports.new_file import file_of
from sitegen.outreach.clients import Engagement
from sitegen.outreach.desk import Desk
from sitegen.outreach.finding import close_to, fitting, folded
from sitegen.outreach.people import Person
from sitegen.outreach.reading import BOOK, read_book
from sitegen.outreach.tombstones import FILE, read_tombstones
from sitegen.site.items import Relationship

FOLDER = "content/testimonials"


def people_known(desk: Desk) -> tuple[tuple[Engagement, ...], tuple[Person, ...]]:
    """Give the clients and the people of the book; nobody where there is no file."""
    return desk.clients().record.clients, read_book(desk.data(BOOK)).record.people


def full_name(desk: Desk, typed: str) -> str:
    """Give whom typed letters mean: somebody of the clients or the book, else the name as it is typed. Raises ContentError: several fit, or one word that fits nobody."""
    clients, people = people_known(desk)
    names = list(dict.fromkeys([*(client.who for client in clients), *(person.name for person in people)]))
    fits = [names[number] for number in fitting(typed, names)]
    if len(fits) == 1:
        return fits[0]
    if fits:
        raise said(f"'{typed}' fits {len(fits)} people.", "Type more of the name:\n" + "\n".join(fits[:12]), "sitegen proof")
    if len(typed.split()) > 1:
        return " ".join(typed.split())
    guess = close_to(typed, names) if names else ""
    raise said(
        f"nobody in your files is called '{typed}'.", f"Did you mean '{guess}'?" if guess else "Type the whole name, with its family name.", "sitegen proof"
    )


def completed(desk: Desk, given: Given, site: Path) -> Given:
    """Give it with what her own files say of relation and service. Raises ContentError: an unknown service, or a relation that nothing tells."""
    clients, people = people_known(desk)
    engaged = [client for client in clients if folded(client.who) == folded(given.name)]
    known = [person for person in people if folded(given.name) in map(folded, (person.name, *person.also))]
    relation = given.relationship or ("client" if engaged else "former_colleague" if any(person.worked_together for person in known) else "")
    if not relation:
        choices = joined(get_args(Relationship), "or")
        raise said(
            f"nothing in your files says how you know {given.name}.",
            f"Say it, since it will stand beside the words: --relationship with {choices}.",
            "sitegen proof",
        )
    entry = entry_of(desk, given.name, given.service or None, None)
    service = given.service or (entry[1].service if entry else None) or next((client.service for client in reversed(engaged) if client.service), None) or ""
    if service:
        service = service_meant(site, service)
    return replace(given, relationship=relation, service=service)


def service_meant(site: Path, typed: str) -> str:
    """Give a service's name as its file has it. Raises ContentError for one that there is not."""
    services = public_site(site).slugs("services")
    word = typed.strip().lower().removesuffix(".md")
    if word in services or slugify(typed) in services:
        return word if word in services else slugify(typed)
    raise said(f"there is no service '{typed}'.", suggestion(word, services, "Services"), "sitegen proof")


def refuse_taken_back(desk: Desk, given: Given) -> None:
    """Refuse words that were taken back once (GDPR Art 7(3): withdrawing is as easy as giving, and lasts). Raises ContentError."""
    day = read_tombstones(desk.data(FILE)).day_of([words_mark(given.name, given.text)])
    if day:
        raise ContentError(
            [
                Problem(
                    "taken-back",
                    Location("sitegen proof"),
                    f"these words were taken back on {day}, so they are not put on file again.",
                    "If the person gives them anew, ask for a new mail, and record that one.",
                    "who takes words back need not watch that they stay away (GDPR Art 7(3) and 17).",
                )
            ]
        )


def filed(site: Path, desk: Desk, given: Given, what: str) -> str:
    """Write the file, note in the log that the words came, and give the file's path. Raises ContentError: taken back before, or on file already."""
    refuse_taken_back(desk, given)
    mark = words_mark(given.name, given.text)
    for item in public_site(site).testimonials:
        words = item.body if item.record.original.strip() == "shown" else item.record.original
        if words_mark(item.record.name, words) == mark:
            raise said(f"these words are on file already: {item.file}", "Nothing was changed.", "sitegen proof")
    tree, path = OwnTree(site), ""
    data = file_of(given, desk.today.isoformat()).encode()
    stem = slugify(given.name) or f"words-{desk.today.isoformat()}"
    for number in range(1, 1000):
        path = f"{FOLDER}/{stem if number == 1 else f'{stem}-{number}'}.md"
        if tree.write_new(path, data):
            break
    slug = Path(path).stem
    note(desk, given.name, given.service or None, slug, {"received": given.date or desk.today.isoformat()}, what)
    return path
