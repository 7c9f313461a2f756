"""The theme: templates, style sheet and catalogue; hers in `templates/` come before those that ship."""

from __future__ import annotations

import functools
import re
import traceback
from collections.abc import Callable, Mapping
from typing import Any

import jinja2
import rcssmin
from jinja2 import meta, nodes

from sitegen.common.decoding import decoded
from sitegen.common.digests import digest, digest_of
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.trees import Tree
from sitegen.common.words import did_you_mean
from sitegen.render.palette import palette
from sitegen.render.wording import Wording, set_type
from sitegen.site.settings import Settings

FOLDER = "templates"


class Theme:
    """Templates made ready for one site."""

    def __init__(self, own: Tree, bundled: Tree, settings: Settings) -> None:
        self._trees = (own, bundled)
        self._places: dict[str, Tree] = {}
        for tree in (bundled, own):
            for found in tree.files(FOLDER):
                self._places[found.path.removeprefix(FOLDER + "/")] = tree
        self._sources: dict[str, str] = {}
        self._references: dict[str, tuple[str, ...]] = {}
        language = settings.language[:2]
        words = f"words/{language}.yaml" if f"words/{language}.yaml" in self._places else "words/en.yaml"
        self.wording = Wording(f"{FOLDER}/{words}", self.source(words))
        self.words_digest = digest(self.source(words).encode())
        self.palette = palette(settings.accent)
        self.css = self._style_sheet()
        self.env = jinja2.Environment(
            loader=jinja2.FunctionLoader(self._load), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
            auto_reload=False, cache_size=-1, finalize=functools.partial(_typeset, language=settings.language),
        )  # fmt: skip
        self._check()

    def source(self, name: str) -> str:
        """Give a template's or style sheet's text. Raises ContentError when there is none."""
        if name not in self._sources:
            tree = self._places.get(name)
            path = f"{FOLDER}/{name}"
            if tree is None:
                raise ContentError(
                    [
                        Problem(
                            "no-template",
                            Location(path),
                            "this template is missing.",
                            did_you_mean(name, self._places) or "Put it back, or take the line away that asks for it.",
                        )
                    ]
                )
            self._sources[name] = decoded(tree.read(path), path)
        return self._sources[name]

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        return (self.source(name), f"{FOLDER}/{name}", lambda: True) if name in self._places else None

    def _style_sheet(self) -> str:
        """Give the whole style sheet: the layers' order, the palette, then the files by name."""
        colours = self.palette
        light, dark = ("".join(f"--{name}:{value};" for name, value in colours[mode].items()) for mode in ("light", "dark"))
        own = f"@layer tokens{{:root{{color-scheme:light dark;{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}}}"
        files = sorted(name for name in self._places if name.startswith("css/") and name.endswith(".css"))
        for name in files:
            if (at := self.source(name).find("</")) >= 0:
                where = Location(f"{FOLDER}/{name}", self.source(name).count("\n", 0, at) + 1)
                raise ContentError([Problem("css-ends", where, "a style sheet can't hold '</': it would end inside the page.", "Take it out.")])
        parts = "\n".join(self.source(name) for name in files)
        minified = rcssmin.cssmin("@layer tokens,base,layout,parts,sections,print;" + own + parts)
        return str(minified if isinstance(minified, str) else minified.decode())

    def _check(self) -> None:
        """Parse every template, so that a mistake in one is told before anything is rendered."""
        problems: list[Problem] = []
        for name in sorted(self._places):
            if not name.endswith(".html"):
                continue
            try:
                tree = self.env.parse(self.source(name), name)
            except jinja2.TemplateSyntaxError as error:
                problems.append(_mistake(f"{FOLDER}/{name}", error.lineno, error.message or "it can't be read"))
                continue
            self._references[name] = tuple(str(found) for found in meta.find_referenced_templates(tree) if found)
            for node in tree.find_all((nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport)):
                wanted = getattr(node, "template", None)
                if not isinstance(wanted, nodes.Const):
                    problems.append(_mistake(f"{FOLDER}/{name}", node.lineno, "the name of a template that is asked for has to stand there in quotes"))
                elif wanted.value not in self._places and not getattr(node, "ignore_missing", False):
                    mend = did_you_mean(wanted.value, self._places) or "Put it back, or take this line away."
                    problems.append(Problem("no-template", Location(f"{FOLDER}/{name}", node.lineno), f"there is no template '{wanted.value}'.", mend))
        if problems:
            raise ContentError(problems)

    @functools.cache  # noqa: B019 - a theme lives as long as the build that made it
    def closure(self, name: str) -> str:
        """Give the digest of a template with all that it can include, extend or import; a missing optional one counts as missing."""
        reached: dict[str, str] = {}
        waiting = [name]
        while waiting:
            current = waiting.pop()
            if current not in reached:
                reached[current] = digest(self.source(current).encode()) if current in self._places else "missing"
                waiting += self._references.get(current, ())
        return digest_of(sorted(reached.items()))

    def render(self, name: str, context: Mapping[str, Any]) -> str:
        """Lay out one template. Raises ContentError with the template's file and line for a mistake in it."""
        try:
            return self.env.get_template(name).render(context)
        except ContentError:
            raise
        except jinja2.TemplateSyntaxError as error:
            raise ContentError([_mistake(f"{FOLDER}/{error.name or name}", error.lineno, error.message or "it can't be read")]) from None
        except jinja2.TemplateNotFound as error:
            raise ContentError(
                [
                    Problem(
                        "no-template",
                        Location(f"{FOLDER}/{error.name or name}"),
                        "this template is missing.",
                        did_you_mean(str(error.name), self._places) or "Put it back.",
                    )
                ]
            ) from None
        except Exception as error:
            place = _template_line(error)
            if place is None:
                raise
            raise ContentError([_mistake(place.file, place.line, str(error) or type(error).__name__)]) from error


def _template_line(error: BaseException) -> Location | None:
    """Give the template line on which an error arose, None for an error of our own code."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if frame.filename.startswith(FOLDER + "/")]
    if not inside or not isinstance(error, jinja2.TemplateError | TypeError | AttributeError | KeyError | ValueError | ZeroDivisionError | IndexError):
        return None
    return Location(inside[-1].filename, inside[-1].lineno or 0)


def _mistake(file: str, line: int, words: str) -> Problem:
    if unknown := re.search(r"has no attribute '(\w+)'|'(\w+)' is undefined", words):
        words = f"there is nothing called '{unknown[1] or unknown[2]}'"
    elif unclosed := re.search(r"Unexpected end of template.*innermost block that needs to be closed is '(\w+)'", words):
        words = f"the template ends, and its '{unclosed[1]}' is not closed by 'end{unclosed[1]}'"
    words = words.rstrip(".")
    return Problem(
        "template-mistake",
        Location(file, line),
        f"this line of the template can't be carried out: {words}.",
        "Correct it, or delete your copy of the template: the one that ships comes back.",
    )


def _typeset(value: Any, language: str) -> Any:
    """Give plain text with printed quotes; markup stays as it is."""
    return set_type(value, language) if type(value) is str else value
