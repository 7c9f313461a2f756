"""Fonts that the site brings along: which pairs there are, and the style sheet's part that names them, by the content of their files.

Each family is one WOFF2 file in `templates/fonts/` with a style sheet beside it, which has a second, metric-matched face: a font of the reader's own computer, made as wide and as high,
so that nothing moves when the file has come (CSS Fonts 5: size-adjust, ascent-override, descent-override, line-gap-override).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex
from sitegen.render.template_files import TemplateFiles
from sitegen.site.settings import Fonts, Settings

FONTS = "fonts"
_FILE = regex(r"url\(([\w-]+\.woff2)\)")


@frozen
class Pair:
    """Two families, each by the name of its files: of headings, or of all text where the look is set in letters with serifs, and of the rest."""

    serif: str
    sans: str


PAIRS: Mapping[Fonts, Pair] = {
    "literata": Pair("literata", "manrope"),
    "fraunces": Pair("fraunces", "manrope"),
    "garamond": Pair("garamond", "manrope"),
    "manrope": Pair("manrope", "manrope"),
}
"""What `fonts:` in site.yaml can name beside the reader's own."""

NAMES = {"literata": "Literata", "fraunces": "Fraunces", "garamond": "EB Garamond", "manrope": "Manrope"}
_ENDS = {"literata": "Georgia, serif", "fraunces": "Georgia, serif", "garamond": "Georgia, serif", "manrope": "Arial, sans-serif"}


@frozen
class WebFonts:
    """What a site's fonts bring: a style sheet, and the font files by address; that of the running text first."""

    css: str = ""
    files: tuple[tuple[str, str], ...] = ()

    @property
    def preloaded(self) -> str:
        """The address of the font that is asked for before the style sheet is read, "" where the site brings none."""
        return self.files[0][0] if self.files else ""


def web_fonts(settings: Settings, theme_files: TemplateFiles) -> WebFonts:
    """Give what the settings ask for; nothing for the fonts of the reader's computer."""
    pair = PAIRS.get(settings.fonts)
    if pair is None:
        return WebFonts()
    serif, sans = (_stack(name) for name in (pair.serif, pair.sans))
    families = dict.fromkeys({"editorial": (pair.serif, pair.sans), "bold": (pair.sans,)}.get(settings.look, (pair.sans, pair.serif)))
    files: list[tuple[str, str]] = []

    def addressed(found: re.Match[str]) -> str:
        name = f"{FONTS}/{found[1]}"
        files.append((f"/{FONTS}/{theme_files.digest(name)[:12]}.woff2", name))
        return f"url({files[-1][0]})"

    faces = "".join(_FILE.sub(addressed, theme_files.file(f"{FONTS}/{family}.css").text) for family in families)
    heads = "var(--sans)" if settings.look == "bold" else serif
    return WebFonts(f"{faces}@layer look{{:root{{--sans:{sans};--serif:{heads}}}}}", tuple(files))


def is_of_fonts(name: str) -> bool:
    """Say whether a style sheet of the theme is that of a font family, which stands in no page but by `fonts:`."""
    return name.startswith(f"{FONTS}/")


def _stack(name: str) -> str:
    return f'"{NAMES[name]}","{NAMES[name]} fallback",{_ENDS[name]}'
