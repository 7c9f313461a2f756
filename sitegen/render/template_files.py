"""Template files as read and looked through: their text, their digest, and which others they ask for."""

from __future__ import annotations

import re
from typing import Any

import jinja2

from sitegen.common.decoding import decoded
from sitegen.common.digests import digest
from sitegen.common.frozen import frozen
from sitegen.common.memory import SourceFiles
from sitegen.common.patterns import regex
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.words import did_you_mean

FOLDER = "templates"


@frozen
class Wanted:
    """A template that another asks for: its name, the line, and whether it may be missing."""

    name: str
    line: int
    optional: bool


@frozen
class TemplateFile:
    """One file of the theme."""

    text: str
    digest: str
    wants: tuple[Wanted, ...]


class TemplateFiles:
    """The files of a theme, hers before those that ship."""

    def __init__(self, own: SourceFiles, bundled: SourceFiles) -> None:
        self._own, self._shipped = own, bundled
        places = {path.removeprefix(FOLDER + "/"): files for files in (bundled, own) for path in files.found if path.startswith(FOLDER + "/")}
        self._places = dict(sorted(places.items()))
        self._files: dict[str, TemplateFile] = {}
        self._parsed: dict[str, jinja2.nodes.Template] = {}

    def __getstate__(self) -> dict[str, Any]:
        """Give what is the same in another process."""
        return {**vars(self), "_parsed": {}}

    def names(self, ending: str) -> tuple[str, ...]:
        """Give the names that end so, sorted."""
        return tuple(name for name in self._places if name.endswith(ending))

    def has(self, name: str) -> bool:
        """Say whether there is a file of this name."""
        return name in self._places

    def is_hers(self, name: str) -> bool:
        """Say whether a file is one of hers, and not one that ships."""
        return self._places.get(name) is self._own and self._own.tree.root != self._shipped.tree.root

    def file(self, name: str) -> TemplateFile:
        """Give a file. Raises ContentError: not there, not text, a mistake in its syntax."""
        if name not in self._files:
            files = self._places.get(name)
            path = f"{FOLDER}/{name}"
            if files is None:
                mend = did_you_mean(name, self._places) or "Put it back, or take the line away that asks for it."
                raise ContentError([Problem("no-template", Location(path), "this template is missing.", mend)])
            self._files[name] = files.value(path, lambda data, _: self._looked_through(data, name))
        return self._files[name]

    def data(self, name: str) -> bytes:
        """Give the bytes of a file that is no text. Raises ContentError: not there, or changed while the site is built from it."""
        return self._places[name].read(f"{FOLDER}/{name}")

    def digest(self, name: str) -> str:
        """Give the digest of a file's bytes, "" for one that is not there."""
        return self._places[name].digest(f"{FOLDER}/{name}") if name in self._places else ""

    def parsed(self, name: str) -> jinja2.nodes.Template | None:
        """Give a file as it was parsed to look for mistakes, once; None for one that was not."""
        return self._parsed.pop(name, None)

    def _looked_through(self, data: bytes, name: str) -> TemplateFile:
        """Read a file of the theme; only hers are parsed here: those that ship have been, and one with a mistake is told when it is laid out."""
        path = f"{FOLDER}/{name}"
        text = decoded(data, path)
        if not name.endswith(".html"):
            return TemplateFile(text, digest(data), ())
        if self.is_hers(name):
            try:
                self._parsed[name] = jinja2.Environment(trim_blocks=True, lstrip_blocks=True, autoescape=True).parse(text, path)
            except jinja2.TemplateSyntaxError as error:
                raise ContentError([mistake(path, error.lineno, error.message or "it can't be read")]) from None
        return TemplateFile(text, digest(data), _wanted(text, path))

    def problems(self) -> tuple[Problem, ...]:
        """Give every mistake that shows without rendering: syntax, and templates asked for that are not there."""
        problems: list[Problem] = []
        for name in self.names(".html"):
            try:
                wants = self.file(name).wants
            except ContentError as error:
                problems += error.problems
                continue
            for wanted in wants:
                if wanted.name not in self._places and not wanted.optional:
                    mend = did_you_mean(wanted.name, self._places) or "Put it back, or take this line away."
                    problems.append(Problem("no-template", Location(f"{FOLDER}/{name}", wanted.line), f"there is no template '{wanted.name}'.", mend))
        return tuple(problems)

    def closure(self, name: str) -> tuple[tuple[str, str], ...]:
        """Give the digest of a template and of all that it can include, extend or import; a missing optional one counts as missing."""
        reached: dict[str, str] = {}
        waiting = [name]
        while waiting:
            current = waiting.pop()
            if current not in reached:
                there = self.has(current)
                reached[current] = self.file(current).digest if there else "missing"
                waiting += [wanted.name for wanted in self.file(current).wants] if there else []
        return tuple(sorted(reached.items()))


_ASKS = regex(r"""{%[-+]?\s*(?:include|extends|import|from)\s+(?:(["'])(?P<name>.*?)\1|\S+)(?P<rest>[^%]*)%}""")


def _wanted(text: str, path: str) -> tuple[Wanted, ...]:
    """Give the templates that a template asks for."""
    wants = []
    for found in _ASKS.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        if found["name"] is None:
            raise ContentError([mistake(path, line, "the name of a template that is asked for has to stand there in quotes")])
        wants.append(Wanted(found["name"], line, "ignore missing" in found["rest"]))
    return tuple(wants)


def mistake(file: str, line: int, words: str) -> Problem:
    """Give the problem of a mistake in a template, in words where the engine's own are none."""
    if unknown := re.search(r"has no attribute '(\w+)'|'(\w+)' is undefined", words):
        words = f"there is nothing called '{unknown[1] or unknown[2]}'"
    elif unclosed := re.search(r"Unexpected end of template.*innermost block that needs to be closed is '(\w+)'", words):
        words = f"the template ends, and its '{unclosed[1]}' is not closed by 'end{unclosed[1]}'"
    return Problem(
        "template-mistake",
        Location(file, line),
        f"this line of the template can't be carried out: {words.rstrip('.')}.",
        "Correct it, or delete your copy of the template: the one that ships comes back.",
    )
