"""Files that hosts and robots read: robots.txt, sitemap, redirects, headers, .htaccess, the web manifest."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import urlsplit

from sitegen.site.settings import Settings


def robots(settings: Settings) -> bytes:
    """Give robots.txt: everything may be looked at (a noindex has to be seen to be obeyed), and where the sitemap is."""
    lines = ["User-agent: *", "Allow: /"]
    if settings.origin:
        lines += ["", f"Sitemap: {settings.origin}/sitemap.xml"]
    return ("\n".join(lines) + "\n").encode()


def sitemap(settings: Settings, pages: Sequence[tuple[str, str]]) -> bytes:
    """Give sitemap.xml (sitemaps.org) of (address, date of the record or "")."""
    rows = "".join(
        f"<url><loc>{escape(settings.origin + address, quote=False)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>\n" for address, day in pages
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'.encode()


def redirects(aliases: Sequence[tuple[str, str]]) -> bytes:
    """Give _redirects (Netlify, Cloudflare Pages): old addresses to new ones."""
    return "".join(f"{old} {new} 301\n" for old, new in aliases).encode()


def content_security_policy(settings: Settings, sheets: Sequence[str], *, fonts: bool = False) -> str:
    """Give the policy: nothing but the site's own pictures, its own fonts if it brings any, and its style sheets by their hashes (CSP Level 3).

    `connect-src 'self'` lets tools read robots.txt from inside a page; form services are named as far as the settings use them.
    """
    styles = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()}'" for css in sheets)
    targets = [settings.form.action] if settings.form else []
    targets += [settings.newsletter.action] if settings.newsletter else []
    origins = sorted({f"{urlsplit(target).scheme}://{urlsplit(target).netloc}" for target in targets})
    parts = {
        "default-src": "'none'", "base-uri": "'none'", "connect-src": "'self'", "form-action": " ".join(["'self'", *origins]), "frame-ancestors": "'none'",
        "img-src": "'self' data:", "manifest-src": "'self'", "media-src": "'self'", "style-src": styles,
    }  # fmt: skip
    if fonts:
        parts["font-src"] = "'self'"
    return "; ".join(f"{name} {value}" for name, value in sorted(parts.items(), key=lambda part: (part[0] != "default-src", part[0])))


def security_headers(settings: Settings, sheets: Sequence[str], *, noindex: bool, fonts: bool = False) -> Mapping[str, str]:
    """Give the headers that every page is sent with (MDN HTTP Observatory's list)."""
    headers = {
        "Content-Security-Policy": content_security_policy(settings, sheets, fonts=fonts),
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=(), browsing-topics=()",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    if noindex:
        headers["X-Robots-Tag"] = "noindex"
    return headers


def headers_file(headers: Mapping[str, str], *, fonts: bool = False) -> bytes:
    """Give _headers (Netlify, Cloudflare Pages); pictures and fonts are named by their content and may be kept for ever."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    for folder in ("/images/*", "/fonts/*") if fonts else ("/images/*",):
        lines += [folder, "  Cache-Control: public, max-age=31536000, immutable"]
    return ("\n".join(lines) + "\n").encode()


def htaccess(headers: Mapping[str, str], aliases: Sequence[tuple[str, str]]) -> bytes:
    """Give .htaccess (Apache 2.4, as most web hosts with cPanel run it)."""
    lines = [
        "ErrorDocument 404 /404.html", "Options -Indexes", "DirectorySlash On", "AddDefaultCharset utf-8", "AddType image/avif .avif", "AddType text/vtt .vtt", "AddType video/mp4 .mp4", "AddType video/webm .webm", "AddType image/webp .webp",
        "AddType application/manifest+json .webmanifest", "AddType text/calendar .ics", "AddType font/woff2 .woff2", "<IfModule mod_rewrite.c>", "RewriteEngine On",
        "RewriteCond %{HTTPS} !=on", "RewriteCond %{HTTP:X-Forwarded-Proto} !=https", "RewriteRule ^ https://%{HTTP_HOST}%{REQUEST_URI} [R=301,L]", "</IfModule>",
    ]  # fmt: skip
    lines += [f'RedirectMatch 301 "^{_pattern(old)}$" "{new}"' for old, new in aliases]
    lines += ["<IfModule mod_headers.c>", *(f'Header always set {name} "{value}"' for name, value in headers.items())]
    lines += [
        '<FilesMatch "^[0-9a-f]{12}(-\\d+(-[-\\dx]+)?)?\\.(avif|webp|jpg|png|svg|mp4|webm|vtt|woff2)$">',
        'Header set Cache-Control "public, max-age=31536000, immutable"',
        "</FilesMatch>",
        "</IfModule>",
    ]
    lines += [
        "<IfModule mod_deflate.c>",
        "AddOutputFilterByType DEFLATE text/html text/plain text/xml application/xml application/atom+xml application/feed+json application/json image/svg+xml",
        "</IfModule>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _pattern(address: str) -> str:
    import re

    return re.escape(address.rstrip("/")) + ("/?" if address.endswith("/") else "")


def manifest(settings: Settings, colours: Mapping[str, str]) -> bytes:
    """Give the web manifest (W3C)."""
    content = {
        "name": settings.brand, "short_name": settings.brand[:12].strip(), "lang": settings.language, "start_url": "/", "display": "browser",
        "background_color": colours["paper"], "theme_color": colours["accent"],
        "icons": [{"src": f"/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png", "purpose": "any"} for size in (192, 512)],
    }  # fmt: skip
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
