"""`python -m sitegen.cli.handbook_tables`: writes the handbook's tables anew from the models, the embeds, the command line and the theme.

A block begins with `<!-- fields: Price -->`, `<!-- embeds -->`, `<!-- commands -->`, `<!-- options: build -->` or `<!-- templates -->` and ends with `<!-- end -->`.
"""

from __future__ import annotations

import argparse
import dataclasses
import re
import typing
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Literal

from sitegen.cli.main import _parser
from sitegen.common.own_trees import OwnTree
from sitegen.common.patterns import regex
from sitegen.common.records import Field, fields_of, optional, variants
from sitegen.common.trees import bundled_tree, handbook_tree
from sitegen.outreach.clients import Clients
from sitegen.outreach.people import Book
from sitegen.outreach.proof_log import ProofLog
from sitegen.render.embeds import EMBEDS, Embed
from sitegen.render.template_files import FOLDER
from sitegen.site.facts import Facts
from sitegen.site.front import Front
from sitegen.site.model import KINDS
from sitegen.site.settings import Settings

_BLOCK = regex(r"(<!-- (fields|embeds|commands|options|templates)(?:: ([\w ]+))? -->\n).*?(<!-- end -->)", re.DOTALL)


def filled(text: str) -> str:
    """Give a topic with each of its blocks written anew. Raises KeyError for a block of a model or command that is not there."""
    return _BLOCK.sub(lambda block: f"{block[1]}\n{_table(block[2], block[3] or '')}\n\n{block[4]}", text)


def main() -> None:
    """Rewrite every topic whose tables are out of date, and say which."""
    tree = OwnTree(handbook_tree().root)
    for found in tree.files():
        old = tree.read(found.path).decode()
        if (new := filled(old)) != old:
            tree.write(found.path, new.encode())
            print(f"Wrote {found.path} anew.")


def models() -> Mapping[str, type]:
    """Give every record that a file of hers can hold, by its name."""
    reached: dict[str, type] = {}
    waiting: list[type] = [Front, Settings, Facts, *KINDS.values(), Book, Clients, ProofLog]
    while waiting:
        model = waiting.pop()
        if model.__name__ not in reached:
            reached[model.__name__] = model
            waiting += [inner for field in fields_of(model) for inner in _records(field)]
    return reached


def commands() -> Mapping[str, argparse.ArgumentParser]:
    """Give every command's parser, by its name; those within another by both names: `outreach add`."""
    found: dict[str, argparse.ArgumentParser] = {}
    for name, parser in _within(_parser()).items():
        found |= {name: parser, **{f"{name} {inner}": action for inner, action in _within(parser).items()}}
    return found


def _within(parser: argparse.ArgumentParser) -> Mapping[str, argparse.ArgumentParser]:
    actions = parser._actions  # noqa: SLF001 - argparse has no public way to ask
    return next((dict(action.choices) for action in actions if isinstance(action, argparse._SubParsersAction)), {})  # noqa: SLF001


def templates() -> Mapping[str, tuple[str, ...]]:
    """Give the files of the theme that ships, by their folder in templates/."""
    folders: dict[str, tuple[str, ...]] = {}
    for found in bundled_tree().files(FOLDER):
        folder, _, name = found.path.rpartition("/")
        folders[folder + "/"] = (*folders.get(folder + "/", ()), name)
    return folders


def options(parser: argparse.ArgumentParser) -> tuple[tuple[str, str], ...]:
    """Give what a command takes, as it is written, each with its help; words first, then options."""
    actions = [action for action in parser._actions if not isinstance(action, argparse._HelpAction)]  # noqa: SLF001
    return tuple((_written(action), action.help or "") for action in sorted(actions, key=lambda action: bool(action.option_strings)))


def _table(what: str, name: str) -> str:
    match what:
        case "fields":
            return _fields_table(models()[name])
        case "embeds":
            return _rows(("Embed", "What it shows", "Words it takes", "Where"), map(_embed_row, EMBEDS.values()))
        case "commands":
            return _rows(("Command", "What it does"), ((f"`sitegen {name}`", parser.description or "") for name, parser in commands().items()))
        case "templates":
            return _rows(("Folder", "Files"), ((f"`{folder}`", ", ".join(f"`{name}`" for name in names)) for folder, names in templates().items()))
        case _:
            return _rows(("Write", "What it does"), ((f"`{written}`", doc) for written, doc in options(commands()[name])))


def _fields_table(model: type) -> str:
    """Give a record's own fields; those that every page and item has are named below them."""
    shared = {field.name for field in fields_of(Front)} if issubclass(model, Front) and model is not Front else set()
    own = [field for field in fields_of(model) if field.name not in shared]
    table = _rows(("Field", "What it is", "Example"), (_field_row(field) for field in own))
    if not shared:
        return table
    names = ", ".join(f"`{field.name}`" for field in fields_of(Front))
    return f"{table}\n\nAnd the fields that every page and item has (`sitegen help pages`): {names}."


def _field_row(field: Field) -> tuple[str, str, str]:
    name = f"`{field.name}`" + (" (required)" if field.required else "")
    return name, " ".join((field.doc, *_more(field))), f"`{field.example}`" if field.example else ""


def _more(field: Field) -> Iterable[str]:
    """Give what the kind of a field says beside its words: allowed words, bounds, the fields within it, what stands in for it."""
    kind = optional(field.kind)
    entry = optional(typing.get_args(kind)[0]) if typing.get_origin(kind) is tuple else kind
    if typing.get_origin(entry) is Literal and len(typing.get_args(entry)) > 1:
        words = ", ".join(f"`{word}`" for word in typing.get_args(entry))
        yield f"{'Any' if entry is not kind else 'One'} of: {words}."
    if types := variants(entry):
        yield f"A list; each entry begins with its type: {', '.join(f'`{word}`' for word in types)}."
    elif records := _records(field):
        short = getattr(records[0], "SHORT", "")
        names = ", ".join(f"`{inner.name}`" for inner in fields_of(records[0]))
        yield f"{'A list; each entry has' if entry is not kind else 'It has'} the fields {names}{f'; the `{short}` alone will do' if short else ''}."
    if field.least is not None:
        yield f"At least {field.least}." if field.most is None else f"From {field.least} to {field.most}."
    if isinstance(field.default, str | int | Decimal) and not isinstance(field.default, bool) and "left out" not in field.doc:
        yield f"`{field.default}` if left out."


def _records(field: Field) -> tuple[type, ...]:
    """Give the records that a field can hold."""
    kind = optional(field.kind)
    entry = optional(typing.get_args(kind)[0]) if typing.get_origin(kind) is tuple else kind
    if types := variants(entry):
        return tuple(types.values())
    return (typing.cast("type", entry),) if dataclasses.is_dataclass(entry) and all("doc" in inner.metadata for inner in dataclasses.fields(entry)) else ()


def _embed_row(embed: Embed) -> tuple[str, str, str, str]:
    words = [*(f"`{word}`" for word in embed.words), *(f"`{word}=`" for word in embed.named)]
    return f"`{embed.example}`", embed.doc, ", ".join(words) or "none", "in a sentence, or on a line of its own" if embed.in_text else "on a line of its own"


def _written(action: argparse.Action) -> str:
    value = "" if action.nargs == 0 else "|".join(map(str, action.choices)) if action.choices else action.metavar or action.dest.upper()
    return " ".join(filter(None, (action.option_strings[0] if action.option_strings else "", str(value))))


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [tuple(cell.replace("|", "\\|") for cell in row) for row in (head, *rows)]
    width = max(len(line[0]) for line in lines)
    made = [f"| {line[0]:<{width}} | {' | '.join(line[1:])} |" for line in lines]
    return "\n".join([made[0], f"|{'---|' * len(head)}", *made[1:]])


if __name__ == "__main__":
    main()
