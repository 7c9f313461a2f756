"""Which tab shows what, and what it has to be told."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

from sitegen.preview.additions import OWN
from sitegen.preview.standing import STYLE, Version
from sitegen.preview.view import View, view_of
from sitegen.site.model import FILES


class Line(Protocol):
    """A tab's connection."""

    def send_message(self, message: Mapping[str, Any]) -> None:
        """Send a message."""


@dataclass
class Tab:
    """A tab of a browser, as it last told of itself; `shows` is None for one that told no version."""

    line: Line
    path: str
    view: View
    shows: Version | None
    missing: bool = False
    sent_to: str = ""

    def due_style(self, now: str) -> list[str]:
        """Give what is told to a tab whose style sheet is another now; its words may be the same."""
        if self.shows is None or self.shows.style == now:
            return []
        self.shows = Version(self.shows.words, now, self.shows.bar)
        return [f"{STYLE}?v={now}"]

    def due(self, where: str, now: Version | None, page: bytes, changed_files: Collection[str]) -> list[str]:
        """Give the paths to be told to the tab, none when it shows what it should; what was told is not told again."""
        if now is None:
            if where == self.sent_to:
                return []
            self.sent_to = where
            return [f"{OWN}go?to={where}"]
        told = self.due_style(now.style)
        before, self.shows = self.shows, now
        if before is None or before == now:
            pass
        elif before.words != now.words:
            told.append(f"{OWN}page")
        else:
            told.append(f"{OWN}bar")
        return [*told, *(address for address in changed_files if f'"{address}"'.encode() in page)]


def tab_of(line: Line, message: Mapping[str, Any]) -> Tab:
    """Give the tab that a livereload `info` message tells of."""
    url = urlsplit(str(message.get("url", "")))
    plugins = message.get("plugins")
    own = plugins.get("sitegen") if isinstance(plugins, dict) else None
    own = own if isinstance(own, dict) else {}
    parts = str(own.get("shows", "")).split(".")
    return Tab(line, unquote(url.path) or "/", view_of(url.query), Version(*parts) if len(parts) == 3 else None, bool(own.get("missing")))


def address_of_file(path: str) -> str:
    """Give the address of a file that goes online as it is, "" for any other."""
    return path.removeprefix(FILES) if path.startswith(FILES + "/") else ""


def reload_message(path: str) -> dict[str, Any]:
    """Give a message of the livereload protocol, version 7."""
    return {"command": "reload", "path": path, "liveCSS": True, "liveImg": True}
