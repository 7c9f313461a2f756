"""What must not be found on the site: everything in the private files by which a person could be known."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache

import yaml

from sitegen.common.decoding import decoded
from sitegen.common.leaks.forms import folded, link_form, phone_key, words_of
from sitegen.common.leaks.needle import RUN, Needle, Sought, emails_in
from sitegen.common.patterns import regex
from sitegen.common.problems import ContentError, Location
from sitegen.common.records import fields_of
from sitegen.common.yaml_nodes import line_of, root_node
from sitegen.outreach.beginning import EMPTY_BOOK, EMPTY_CLIENTS
from sitegen.outreach.clients import Clients
from sitegen.outreach.kept import Leak, guarded
from sitegen.outreach.people import Book
from sitegen.outreach.proof_log import HEAD, ProofLog
from sitegen.outreach.reading import BOOK, CLIENTS, FOLDER, PROOF_LOG
from sitegen.outreach.short_forms import inner_model, spelled_entry

PHONE = regex(r"(?:\+|\b0|\()[\d(][\d ()./\u2010-\u2015-]{5,22}\d")
_DIGIT = regex(r"\d")
_URL = regex(r"https?://[^\s\"'<>)\]}]+")
_NAMES_ELSEWHERE = frozenset(("name", "who", "person"))
_OURS = frozenset(line.strip() for line in (EMPTY_BOOK + EMPTY_CLIENTS + HEAD).splitlines())
STAGED, STAGED_WORDS = "staged.jsonl", "staged-testimonials.jsonl"


class Unreadable(Exception):
    """A private file that can't be read, so that nobody can see that nothing of it is on the site."""

    def __init__(self, location: Location) -> None:
        super().__init__(str(location))
        self.location = location


def sought(files: Mapping[str, bytes]) -> Sought:
    """Give what is to be looked for, from the private files by their names. Raises Unreadable."""
    found: set[Needle] = set()
    allowed: frozenset[str] = frozenset()
    for name, data in sorted(files.items()):
        file = f"{FOLDER}/{name}"
        if name.endswith((".yaml", ".yml")):
            root = _root(data, file)
            found.update(_of_yaml(name, root, data, file))
            allowed = _allowed(root) if name == BOOK else allowed
        elif name in (STAGED, STAGED_WORDS):
            found.update(_staged(data, file))
        elif name.endswith((".eml", ".txt", ".md", ".csv")) and not name.endswith("README.md"):
            found.update(_of_text(name, data, file))
    return Sought(tuple(sorted(found, key=lambda one: (one.kind, one.text, one.location))), allowed)


def needles(files: Mapping[str, bytes]) -> tuple[Needle, ...]:
    """Give what is to be looked for alone. Raises Unreadable."""
    return sought(files).needles


def _allowed(root: yaml.MappingNode | None) -> frozenset[str]:
    pairs = root.value if root is not None else ()
    entries = next((value.value for key, value in pairs if key.value == "allow" and isinstance(value, yaml.SequenceNode)), ())
    return frozenset(" ".join(words_of(folded(v.value))) for e in entries if isinstance(e, yaml.MappingNode) for k, v in e.value if k.value == "name")


def _root(data: bytes, file: str) -> yaml.MappingNode | None:
    try:
        return root_node(decoded(data, file), file)
    except ContentError as error:
        raise Unreadable(error.problems[0].location) from None


def _of_yaml(name: str, root: yaml.MappingNode | None, data: bytes, file: str) -> Iterator[Needle]:
    if root is not None:
        model = {BOOK: Book, CLIENTS: Clients, PROOF_LOG: ProofLog}.get(name)
        yield from _typed(model, root, file) if model else _shaped(root, file, in_names=True)
    yield from _comments(data, file)


def _of_text(name: str, data: bytes, file: str) -> Iterator[Needle]:
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n"), 1):
        yield from _in_text(line, Location(file, number))
        if name.startswith("notes"):
            yield from _note(line, Location(file, number))


@cache
def _plan(model: type) -> Mapping[str, tuple[Leak, type | None]]:
    """Give what is looked for of each field, and the record within it, under each name it may have."""
    leaks = {field.name: field.leak for field in guarded(model)}
    plan = {field.name: (leaks[field.name], inner_model(field.kind)) for field in fields_of(model)}
    also: Mapping[str, str] = getattr(model, "ALSO", {})
    return {**plan, **{other: plan[name] for other, name in also.items() if other not in plan}}


def _typed(model: type, node: yaml.MappingNode, file: str) -> Iterator[Needle]:
    """Go through a record by its model; what the model does not know is judged by its shape."""
    plan = _plan(model)
    for key, value in node.value:
        leak, inner = plan.get(key.value, ("none", None))
        if key.value not in plan:
            yield from _shaped(value, file, in_names=False)
            continue
        for entry in value.value if isinstance(value, yaml.SequenceNode) else (value,):
            if inner is not None:
                yield from _inner(inner, entry, file)
            elif isinstance(entry, yaml.ScalarNode):
                yield from _one(leak, entry, file)
            else:
                yield from _shaped(entry, file, in_names=False)


def _inner(model: type, entry: yaml.Node, file: str) -> Iterator[Needle]:
    """Go through a record inside another, its short form spelled out; a person may be a name alone."""
    if isinstance(entry, yaml.ScalarNode) and not hasattr(model, "spelled"):
        short = getattr(model, "SHORT", "")
        yield from _one(_plan(model)[short][0] if short else "note", entry, file)
        return
    if hasattr(model, "spelled") and (isinstance(entry, yaml.ScalarNode) or (isinstance(entry, yaml.MappingNode) and len(entry.value) == 1)):
        entry = spelled_entry(model, entry)
    yield from _typed(model, entry, file) if isinstance(entry, yaml.MappingNode) else _shaped(entry, file, in_names=False)


def _shaped(node: yaml.Node, file: str, *, in_names: bool) -> Iterator[Needle]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            is_name = in_names and key.value in _NAMES_ELSEWHERE and isinstance(value, yaml.ScalarNode)
            yield from _one("name", value, file) if is_name else _shaped(value, file, in_names=in_names)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _shaped(value, file, in_names=in_names)
    elif isinstance(node, yaml.ScalarNode):
        yield from _one("note", node, file)


def _one(leak: Leak, node: yaml.ScalarNode, file: str) -> Iterator[Needle]:
    text, where = node.value.strip(), Location(file, line_of(node))
    if leak == "name" and text:
        yield Needle("name", text, where)
    elif leak == "phone" and phone_key(text):
        yield Needle("phone", text, where)
    elif leak == "link" and text:
        yield Needle("link", text, where)
    elif leak == "email" and text:
        yield Needle("email", text, where)
    else:
        yield from _in_text(text, where)
        if leak == "note":
            yield from _note(text, where)


def _in_text(text: str, where: Location) -> Iterator[Needle]:
    if "@" in text:
        yield from (Needle("email", email, where) for email, _ in emails_in(text))
    if "//" in text:
        yield from (Needle("link", found[0].rstrip(".,;:"), where) for found in _URL.finditer(text) if "/" in link_form(found[0]))
    if _DIGIT.search(text):
        yield from (Needle("phone", found[0], where) for found in PHONE.finditer(text) if phone_key(found[0]))


def _note(text: str, where: Location) -> Iterator[Needle]:
    if len(words_of(folded(text))) >= RUN:
        yield Needle("note", text, where)


def _comments(data: bytes, file: str) -> Iterator[Needle]:
    """Go through what stands behind a # on a line of its own; lines that sitegen itself wrote say nothing."""
    for number, line in enumerate(decoded(data, file).split("\n"), 1):
        bare = line.strip()
        if bare.startswith("#") and bare not in _OURS:
            yield from _in_text(bare, Location(file, number))
            yield from _note(bare, Location(file, number))


def _staged(data: bytes, file: str) -> Iterator[Needle]:
    """Give addresses, numbers, links and words of people who were imported and not picked; their names were never chosen and are not looked for."""
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n"), 1):
        try:
            row = json.loads(line) if line.strip() else {}
        except ValueError:
            raise Unreadable(Location(file, number)) from None
        where = Location(file, number)
        yield from (Needle("email", email, where) for email in row.get("emails", ()))
        yield from (Needle("phone", phone, where) for phone in row.get("phones", ()) if phone_key(phone))
        yield from (Needle("link", link, where) for link in row.get("links", ()))
        yield from (Needle("email", row[field], where) for field in ("email",) if row.get(field))
        yield from _note(str(row.get("text", "")), where)
