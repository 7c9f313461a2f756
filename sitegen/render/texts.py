"""Texts as HTML: converted once, remembered by digest, and filled in anew for each page they stand on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from markupsafe import escape

from sitegen.common.digests import digest
from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex

if TYPE_CHECKING:
    from sitegen.render.markdown import Converter

GAP = regex("\ufdd0([A-Z])(\\d+)\ufdd1")
"""Stands where a page fills something in; no text of hers holds these characters."""


@frozen
class Hooks:
    """What a text asks of the page it stands on."""

    link: Callable[[str], str | None]
    """Give a link's address on the site, None for a link that is to be shown as plain text."""
    picture: Callable[[str, str], str | None]
    """Give the HTML of a picture by its path and text, None for one that can't be shown."""
    embed: Callable[[str, bool], str]
    """Give the HTML of an embed's words; the flag says whether it stands in running text."""


@frozen
class Converted:
    """A text's HTML with gaps, and what each gap stands for: (what, its words ...). The same text gives the same, whatever page it stands on."""

    html: str
    gaps: tuple[tuple[str, ...], ...]


class Texts:
    """Turns texts into HTML: converted once, and filled in anew for each page they stand on."""

    def __init__(self, language: str, converted: Mapping[str, Converted] | None = None) -> None:
        self._language = language
        self.known: Mapping[str, Converted] = {} if converted is None else converted
        """What was converted before this run, by the digest of the text."""
        self._converted: dict[str, Converted] = {}
        self._converter: Converter | None = None
        self.used: dict[str, Converted] = {}
        """What was converted or filled in, by the digest of the text."""

    def html(self, text: str, hooks: Hooks) -> str:
        """Give the HTML of a text."""
        name = digest(f"{self._language}\n{text}".encode())
        made = self._converted.get(name) or self.known.get(name)
        if made is None:
            made = self._converted[name] = self._convert(text)
        self.used[name] = made
        return filled(made, hooks) if made.gaps else made.html

    def _convert(self, text: str) -> Converted:
        from sitegen.render.plain_texts import plain_html

        if (plain := plain_html(text, self._language)) is not None:
            return plain
        if self._converter is None:
            from sitegen.render.markdown import Converter

            self._converter = Converter(self._language)
        return self._converter.converted(text)


def filled(text: Converted, hooks: Hooks) -> str:
    """Give a text's HTML with its gaps filled in by a page."""
    html = text.html
    filled = []
    for number, (what, *words) in enumerate(text.gaps):
        match what:
            case "link":
                href = hooks.link(words[0])
                if href is None:
                    html = re.sub(rf'<a [^>]*href="\ufdd0L{number}\ufdd1"[^>]*>(.*?)</a>', r"<span>\1</span>", html, count=1, flags=re.DOTALL)
                filled.append(str(escape(href or "")))
            case "raw link":
                href = hooks.link(words[0])
                filled.append("" if href is None else f" href={words[1]}{href}{words[1]}")
            case "picture":
                filled.append(hooks.picture(words[0], words[1]) or f'<img src="{escape(words[0])}" alt="{escape(words[1])}">')
            case _:
                filled.append(hooks.embed(words[0], what == "embed in text"))
    html = re.sub('<img src="(\ufdd0P\\d+\ufdd1)">', r"\1", html)
    html = GAP.sub(lambda found: filled[int(found[2])], html.replace("<!--\ufdd0", "\ufdd0").replace("\ufdd1-->", "\ufdd1"))
    return html.replace("<p></p>", "").strip()
