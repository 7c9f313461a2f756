"""What the preview adds to a page, and nothing else: its style sheet as a link, the facts for the bar, two scripts. None of it is ever written to output/."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from typing import Any

OWN = "/_sitegen/"
"""Where the preview's own files stand; no page of a site can: no address begins with an underscore but two of a host's own files."""
BEGIN, END = "<!--of the preview-->", "<!--end of the preview-->"


def with_additions(page: bytes, css: str, style_address: str, told: Mapping[str, Any], livereload: str) -> bytes:
    """Give a page as the preview sends it."""
    style = f"<style>{css}</style>".encode()
    link = f'{BEGIN}<link rel="stylesheet" href="{style_address}">{END}'.encode()
    page = page.replace(style, link, 1)
    facts = json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    added = (
        f'{BEGIN}<script type="application/json" id="sitegen-facts">{facts}</script>'
        f'<script src="{OWN}preview.js"></script><script src="{livereload}"></script>{END}'
    ).encode()
    at = page.rfind(b"</body>")
    return page[:at] + added + page[at:] if at >= 0 else page + added


def bare_page(title: str, text: str) -> bytes:
    """Give a page where there is none of hers to show."""
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n'
        "<style>body{font:1rem/1.6 system-ui,sans-serif;margin:3rem auto;max-width:40rem;padding:0 1rem}</style>\n"
        f"</head>\n<body>\n<h1>{escape(title)}</h1>\n<p>{escape(text)}</p>\n</body>\n</html>\n"
    ).encode()
