"""The theme made ready for one site: templates that can be laid out, one style sheet, one catalogue of words."""

from __future__ import annotations

import functools
import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import jinja2
import rcssmin

from sitegen.common.digests import digest_of
from sitegen.common.patterns import regex
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.reuse import Reuse
from sitegen.render.template_files import FOLDER, TemplateFiles, mistake
from sitegen.render.web_fonts import is_of_fonts, web_fonts
from sitegen.render.wording import Wording, set_type
from sitegen.site.palette import PAPERS, palette
from sitegen.site.settings import Settings

LOOKS, LEAFLET = "css/looks", "css/leaflet.css"
_AFTER_A_SPACE = regex(r"(?<=[\w\])*]) +(?=:(?:is|where|not|has)\()")
"""Where the minifier would take a descendant's space for one before a declaration's colon; `a :is(b)` and `a *:is(b)` mean the same."""
_NONE: Mapping[str, bytes] = {}


class Theme:
    """Lays out templates. Raises ContentError when made of files with mistakes in them."""

    def __init__(
        self, files: TemplateFiles, settings: Settings, compiled: Mapping[str, bytes] = _NONE, shipped: Mapping[str, bytes] = _NONE, reuse: Reuse | None = None
    ) -> None:
        self.files = files
        self._settings = settings
        self._closures: dict[str, str] = {}
        self.reuse = reuse = reuse or Reuse()
        """What was worked out of an earlier state of the same theme."""
        language = settings.language[:2]
        words = f"words/{language}.yaml" if files.has(f"words/{language}.yaml") else "words/en.yaml"
        catalogue = files.file(words)
        self.wording = reuse.of("wording", lambda catalogue: Wording(f"{FOLDER}/{words}", catalogue.text), catalogue)
        self.words_digest = catalogue.digest
        self.palette = reuse.same("palette", reuse.of("palette of", palette, settings.accent, settings.look))
        others = {LEAFLET, *(f"{LOOKS}/{look}.css" for look in PAPERS if look != settings.look)}
        sheets = reuse.same("sheets", tuple((name, files.file(name).text) for name in files.names(".css") if name not in others and not is_of_fonts(name)))
        self.fonts = reuse.same("fonts", web_fonts(settings, files))
        self.css = reuse.of("style sheet", lambda sheets, *_: self._style_sheet(sheets), sheets, self.palette, self.fonts)
        self.leaflet = reuse.of("leaflet", _minified, reuse.same("leaflet's sheets", ((LEAFLET, files.file(LEAFLET).text),)))
        """The style sheet of the pages that print as a leaflet, beside the other."""
        self.compiled, self.shipped = dict(compiled), dict(shipped)
        """Templates as Python code, by name and language, hers and those that ship; kept from build to build."""
        self.env = _Environment(
            files,
            loader=jinja2.FunctionLoader(self._load), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
            auto_reload=False, cache_size=-1, optimized=False, finalize=functools.partial(_typeset, language=settings.language),
            bytecode_cache=_Compiled(lambda name: self.compiled if files.is_hers(name) else self.shipped, settings.language),
        )  # fmt: skip
        problems = files.problems()
        if problems:
            raise ContentError(problems)

    def __reduce__(self) -> tuple[Any, ...]:
        """Give what makes the same in another process."""
        return Theme, (self.files, self._settings, self.compiled, self.shipped)

    def _load(self, name: str) -> tuple[str, str, Any] | None:
        return (self.files.file(name).text, f"{FOLDER}/{name}", None) if self.files.has(name) else None

    def _style_sheet(self, sheets: Sequence[tuple[str, str]]) -> str:
        """Give the whole style sheet: the layers' order, the palette, then the files by name."""
        light, dark = ("".join(f"--{name}:{value};" for name, value in self.palette[mode].items()) for mode in ("light", "dark"))
        own = f"@layer tokens{{:root{{color-scheme:light dark;{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}}}"
        return _minified(sheets, "@layer tokens,base,layout,parts,sections,look,print;" + own, self.fonts.css)

    def closure(self, name: str) -> str:
        """Give the digest of a template with all that it can include, extend or import."""
        if name not in self._closures:
            self._closures[name] = digest_of(self.files.closure(name))
        return self._closures[name]

    def render(self, name: str, context: Mapping[str, Any]) -> str:
        """Lay out one template. Raises ContentError with the template's file and line for a mistake in it."""
        try:
            return self.env.get_template(name).render(context)
        except ContentError:
            raise
        except jinja2.TemplateNotFound as error:
            self.files.file(str(error.name))
            raise
        except Exception as error:
            place = _template_line(error)
            if place is None:
                raise
            raise ContentError([mistake(place.file, place.line, str(error) or type(error).__name__)]) from error


def _minified(sheets: Sequence[tuple[str, str]], before: str = "", after: str = "") -> str:
    """Give style sheets by name as one. Raises ContentError for one that would end inside the page."""
    parts = []
    for name, text in sheets:
        if (at := text.find("</")) >= 0:
            where = Location(f"{FOLDER}/{name}", text.count("\n", 0, at) + 1)
            raise ContentError([Problem("css-ends", where, "a style sheet can't hold '</': it would end inside the page.", "Take it out.")])
        parts.append(_AFTER_A_SPACE.sub(" *", text))
    minified = rcssmin.cssmin(before + "\n".join(parts) + after)
    return str(minified if isinstance(minified, str) else minified.decode())


class _Environment(jinja2.Environment):
    """Compiles what was parsed before without parsing it again."""

    def __init__(self, files: TemplateFiles, **options: Any) -> None:
        super().__init__(**options)
        self._files = files

    def compile(self, source: Any, name: str | None = None, filename: str | None = None, **options: Any) -> Any:  # type: ignore[override]
        """Give a template's code."""
        parsed = self._files.parsed(name) if name else None
        if parsed is not None:
            parsed.set_environment(self)
        return super().compile(parsed or source, name, filename, **options)


class _Compiled(jinja2.BytecodeCache):
    """Keeps compiled templates in the dictionary that is theirs."""

    def __init__(self, codes: Callable[[str], dict[str, bytes]], language: str) -> None:
        self._codes = codes
        self._language = language

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - the API's form
        """Give the template's name."""
        return name

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Take a template's code, if it was made of the same text."""
        if (code := self._codes(bucket.key).get(self._name(bucket))) is not None:
            bucket.load_bytecode(io.BytesIO(code))

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        """Keep a template's code."""
        out = io.BytesIO()
        bucket.write_bytecode(out)
        self._codes(bucket.key)[self._name(bucket)] = out.getvalue()

    def _name(self, bucket: jinja2.bccache.Bucket) -> str:
        return f"{bucket.key} {self._language}"


def _template_line(error: BaseException) -> Location | None:
    """Give the template line on which an error arose, None for an error of our own code."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if frame.filename.startswith(FOLDER + "/")]
    if not inside or not isinstance(error, jinja2.TemplateError | TypeError | AttributeError | KeyError | ValueError | ZeroDivisionError | IndexError):
        return None
    return Location(inside[-1].filename, inside[-1].lineno or 0)


def _typeset(value: Any, language: str) -> Any:
    """Give plain text with printed quotes; markup stays as it is."""
    return set_type(value, language) if type(value) is str else value
