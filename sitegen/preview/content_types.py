"""What kind of file stands at an address, as hosts tell browsers."""

from __future__ import annotations

import mimetypes

_TYPES = {
    ".webp": "image/webp", ".avif": "image/avif", ".ics": "text/calendar; charset=utf-8", ".webmanifest": "application/manifest+json", ".json": "application/json",
    ".xml": "application/xml; charset=utf-8", ".txt": "text/plain; charset=utf-8", ".html": "text/html; charset=utf-8", ".htm": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8", ".woff2": "font/woff2",
    ".svg": "image/svg+xml", ".ico": "image/x-icon", ".mp4": "video/mp4", ".vtt": "text/vtt; charset=utf-8", ".webm": "video/webm", ".m4a": "audio/mp4", ".mp3": "audio/mpeg", ".pdf": "application/pdf",
    ".md": "text/markdown; charset=utf-8", ".csv": "text/csv; charset=utf-8",
}  # fmt: skip
_FOR_HOSTS = ("_headers", "_redirects", ".htaccess", ".nojekyll")


def content_type(path: str) -> str:
    """Give a file's content type by its ending; text for what hosts read (`_headers`, `.htaccess`), bytes of no known kind for anything else without one."""
    if path.rsplit("/", 1)[-1] in _FOR_HOSTS:
        return _TYPES[".txt"]
    ending = path[path.rfind(".") :].lower() if "." in path.rsplit("/", 1)[-1] else ""
    return _TYPES.get(ending) or mimetypes.guess_type("x" + ending)[0] or "application/octet-stream"
