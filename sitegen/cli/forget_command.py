"""`sitegen forget`: a person leaves the private files and the site for good, older versions included."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sitegen.cli.common_arguments import add_site
from sitegen.cli.outreach.room import add_today, add_yes

if TYPE_CHECKING:
    from sitegen.outreach.desk import Desk
    from sitegen.outreach.forgetting import Known
    from sitegen.site.model import Item

_TEXT = (".yaml", ".yml", ".md", ".txt", ".csv", ".jsonl")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_site(parser)
    add_today(parser)
    add_yes(parser)
    parser.add_argument("person", help="the person; part of the name will do")


def run(arguments: argparse.Namespace) -> int:
    """Show what would go, remove it on a yes, and say what was removed and what is left to do."""
    from sitegen.cli.outreach.room import agreed, desk_of

    desk = desk_of(arguments)
    items, known = _meant(arguments, desk)
    plan = _plan(arguments.site, desk, known, items)
    print(f"Of {known.names[0]} this would go for good:")
    print("\n".join(f"  {words}" for words in plan.told) or "  nothing")
    left = [words for words in public_mentions(arguments.site, known) if words.partition(":")[0] not in plan.public]
    if left:
        print("Public files name them too. Those are not touched; mend them yourself:", *(f"  {words}" for words in left), sep="\n")
    if not agreed("Remove it? It can't be taken back.", yes=arguments.yes):
        return 1
    public = _take_off_the_site(arguments.site, desk, known, items)
    touched = _carry_out(arguments.site, desk, known, plan.evidence)
    print(f"Removed. {public}{touched}")
    first = known.names[0].split()[0]
    lines = [f"content/private/{found.path}:{number}" for found in desk.private.files() for number in _lines_with(first, found.path, desk)]
    if lines:
        print(f"By the first name alone '{first}' may still be meant here: {', '.join(lines[:8])}{' ...' if len(lines) > 8 else ''}")
    if left:
        print("Mend the public files named above, then build and publish again: until then they stay online.")
    if items:
        print("It is off the site with the next build, and still online until you publish that.")
    print("What you wrote or saved elsewhere (your mail, your calendar, backups, a git history) is yours to delete.")
    return 0


class _Plan:
    """What would go, in words, the files of the site among it, and the evidence files that go whole."""

    def __init__(self, told: list[str], public: list[str], evidence: list[str]) -> None:
        self.told, self.public, self.evidence = told, public, evidence


def _meant(arguments: argparse.Namespace, desk: Desk) -> tuple[list[Item[Any]], Known]:
    """Give who is meant, in the private files or on the site, and what of the site is theirs."""
    from dataclasses import replace

    from sitegen.cli.proof.clearing import is_of_person
    from sitegen.cli.proof.filing import people_known
    from sitegen.cli.proof.items import person_of, public_site
    from sitegen.outreach.finding import fitting
    from sitegen.outreach.forgetting import Known

    site = public_site(arguments.site)
    every: tuple[Item[Any], ...] = (*site.testimonials, *site.results)
    names = list(dict.fromkeys(filter(None, (*map(person_of, every), *(entry.who for entry in desk.proof_log().record.log)))))
    clients, people = people_known(desk)
    in_private = fitting(arguments.person, [*(client.who for client in clients), *(person.name for person in people)])
    fits = () if in_private else fitting(arguments.person, names)
    known = Known((names[fits[0]],)) if len(fits) == 1 else _known(arguments.person, desk)
    items = [item for name in known.names for item in is_of_person(arguments.site, name)]
    links = tuple(str(link) for item in items if (link := getattr(item.record, "link", None)))
    return items, replace(known, links=tuple(dict.fromkeys((*known.links, *links))))


def _known(typed: str, desk: Desk) -> Known:
    """Give who is meant, in the book, among the clients or among the staged."""
    from sitegen.cli.outreach.room import chosen
    from sitegen.outreach.finding import fitting, folded
    from sitegen.outreach.forgetting import Known, known_by
    from sitegen.outreach.imports.staging import STAGED, read_staged
    from sitegen.outreach.reading import BOOK, read_book

    people = read_book(desk.data(BOOK)).record.people
    clients = desk.clients().record.clients
    in_book = fitting(typed, [person.name for person in people])
    of_clients = fitting(typed, [client.who for client in clients])
    if not in_book and of_clients and len({clients[i].who for i in of_clients}) == 1:
        return known_by(None, [clients[i] for i in of_clients])
    if not in_book:
        staged = [one.contact for one in read_staged(desk.data(STAGED)) if folded(one.contact.name) == folded(typed)]
        if len(staged) == 1:
            return Known((staged[0].name,), staged[0].emails, staged[0].phones, staged[0].links)
    people = people or desk.book().record.people
    person = people[chosen(typed, people)]
    return known_by(person, [client for client in clients if folded(client.who) == folded(person.name)])


def _take_off_the_site(site: Path, desk: Desk, known: Known, items: list[Item[Any]]) -> str:
    """Delete what of the site is the person's, with its pictures, and leave marks that keep it away; give what was done in a sentence."""
    from sitegen.cli.proof.clearing import clear_cache, clear_cards, clear_kept, leave_marks, marks_of, own_pictures, staged_of
    from sitegen.common.own_trees import OwnTree
    from sitegen.common.words import counted

    leave_marks(desk, (mark for name in known.names for mark in staged_of(desk, name)))
    tree, files = OwnTree(site), []
    for item in items:
        leave_marks(desk, marks_of(desk, item))
        files += [item.file, *own_pictures(site, item)]
        clear_kept(site, desk, item, known.searcher())
    for path in dict.fromkeys(files):
        tree.delete(path)
    clear_cards(site, (), [known.searcher()])
    clear_cache(site)
    return f"{counted(len(files), 'file')} of the site deleted. " if files else ""


def _plan(site: Path, desk: Desk, known: Known, items: list[Item[Any]]) -> _Plan:
    from sitegen.cli.proof.clearing import own_pictures
    from sitegen.common.problems import ContentError
    from sitegen.common.words import counted
    from sitegen.outreach.forgetting import without
    from sitegen.outreach.reading import FOLDER
    from sitegen.outreach.versions import versions

    public = [path for item in items for path in (item.file, *own_pictures(site, item))]
    told = [f"{path}, the whole file" for path in public]
    evidence = []
    searcher = known.searcher()
    papers = {str(consent.evidence).removeprefix(f"{FOLDER}/") for item in items if (consent := item.record.consent) is not None and consent.evidence}
    for found in desk.private.files():
        data = desk.private.read(found.path)
        if found.path.startswith(("evidence/", "messages/")):
            if found.path in papers or searcher.found_in(found.path, data):
                evidence.append(found.path)
                told.append(f"{FOLDER}/{found.path}, the whole file")
        elif found.path.endswith(_TEXT) and found.path != "README.md":
            old = data.decode("utf-8", "replace")
            try:
                new = without(found.path, old, known)
            except ContentError:
                new = old
            lost = old.count("\n") - new.count("\n")
            changed = sum(one != other for one, other in zip(old.splitlines(), new.splitlines(), strict=False)) if not lost else 0
            if lost:
                told.append(f"{FOLDER}/{found.path}: {counted(lost, 'line')}")
            elif changed:
                told.append(f"{FOLDER}/{found.path}: a mention in {counted(changed, 'line')}")
    older = sum(bool(searcher.found_in("x", desk.keep.read(version.path))) for version in versions(desk.keep))
    if older:
        told.append(f"{counted(older, 'older version')} in .sitegen/keep/")
    return _Plan(told, public, evidence)


def _carry_out(site: Path, desk: Desk, known: Known, evidence: list[str]) -> str:
    """Remove it everywhere; give what was done in a sentence."""
    from sitegen.common.leaks.texts import forget_audit
    from sitegen.common.own_trees import OwnTree
    from sitegen.common.words import counted
    from sitegen.outreach.desk import undressed
    from sitegen.outreach.forgetting import without
    from sitegen.outreach.forgotten import FILE, read_forgotten
    from sitegen.outreach.reading import FOLDER
    from sitegen.outreach.versions import rewrite

    files = 0
    with desk.writing():
        old = desk.data(FILE)
        desk.private.replace(FILE, old, read_forgotten(old).with_keys(known.keys()).written())
        for found in desk.private.files():
            if not found.path.endswith(_TEXT) or found.path == "README.md" or found.path.startswith(("evidence/", "messages/")):
                continue
            for _ in range(5):
                before = desk.private.read(found.path)
                text, dress = undressed(before, f"{FOLDER}/{found.path}")
                after = dress(without(found.path, text, known))
                if after == before or desk.private.replace(found.path, before, after):
                    files += after != before
                    break
        for path in evidence:
            desk.private.delete(path)

        def scrubbed(file: str, data: bytes) -> bytes | None:
            text, dress = undressed(data, file)
            made = dress(without(file, text, known))
            return None if known.searcher().found_in("x", made) else made

        older = rewrite(desk.keep, scrubbed)
        forget_audit(OwnTree(site / ".sitegen/cache"))
    return (
        f"{counted(files, 'file')} changed, {len(evidence)} deleted, {counted(older, 'older version')} cleaned. Importing them again does not bring them back."
    )


def _lines_with(word: str, path: str, desk: Desk) -> list[int]:
    """Give the lines of a private text that hold a word."""
    import re

    if not path.endswith(_TEXT) or path == "README.md":
        return []
    lines = desk.private.read(path).decode("utf-8", "replace").split("\n")
    return [number for number, line in enumerate(lines, 1) if re.search(rf"\b{re.escape(word)}\b", line)]


def public_mentions(site: Path, known: Known) -> list[str]:
    """Give where public files, or what was set aside from output/, name the person, each with what takes it away."""
    from sitegen.common.own_trees import OwnTree
    from sitegen.common.trees import public_tree

    tree, searcher = public_tree(site), known.searcher()
    told = []
    for folder in ("content", "templates"):
        for found in tree.look(folder)[0]:
            leaks = searcher.found_in(found.path, tree.read(found.path))
            if leaks:
                lines = sorted({leak.line for leak in leaks if leak.line})
                in_text = found.path.endswith((".md", ".yaml", ".html", ".txt", ".vtt", ".css", ".svg"))
                told.append(f"{found.path}{':' + ', '.join(map(str, lines)) if in_text and lines else ''}: {_mend(in_text=in_text)}")
    keep = OwnTree(site / ".sitegen/keep")
    aside = (path for path in keep.every_file() if path.startswith("set-aside/"))
    return told + [f".sitegen/keep/{path}: set aside from output/; delete the file" for path in aside if searcher.found_in(path, keep.read(path))]


def _mend(*, in_text: bool) -> str:
    """Give what she can do about a public file that names the person."""
    return "take the words out, or delete the file" if in_text else "delete the file, and take it out where it is shown"
