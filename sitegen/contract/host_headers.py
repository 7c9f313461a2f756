"""Whether the headers that go with the site get an A+ of the MDN HTTP Observatory, and let through what the pages hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

BEST = 100
"""The points from which on the grade is A+."""
_HALF_A_YEAR = 15_552_000
_PRIVATE = ("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin")
_BROAD = ("*", "http:", "https:", "data:", "'unsafe-inline'", "'unsafe-eval'")


def headers_in(file: bytes) -> Mapping[str, str]:
    """Give the headers that a `_headers` file (Netlify, Cloudflare Pages) sends with every page, by name in small letters."""
    headers: dict[str, str] = {}
    everywhere = False
    for line in file.decode("utf-8", "replace").splitlines():
        if line[:1].strip():
            everywhere = line.strip() == "/*"
        elif everywhere and ":" in line:
            name, _, value = line.strip().partition(":")
            headers[name.lower()] = value.strip()
    return headers


def policy_of(headers: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Give the Content-Security-Policy's directives."""
    parts = (part.split() for part in headers.get("content-security-policy", "").split(";"))
    return {part[0].lower(): tuple(part[1:]) for part in parts if part}


def lost_points(headers: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Give (points, what for) of what the Observatory would take off."""
    policy = policy_of(headers)
    active = [word for name, words in policy.items() if name in ("default-src", "script-src", "style-src", "object-src") for word in words]
    if not policy:
        yield 25, "there is no Content-Security-Policy"
    elif "default-src" not in policy or any(word in _BROAD or word.startswith("http:") for word in active):
        yield 20, "the Content-Security-Policy lets anything run or load"
    found = re.search(r"max-age=(\d+)", headers.get("strict-transport-security", ""))
    if found is None or int(found[1]) < _HALF_A_YEAR:
        yield 20 if found is None else 10, "browsers are not told for half a year at least to come by https only (Strict-Transport-Security)"
    if headers.get("x-content-type-options", "").lower() != "nosniff":
        yield 5, "browsers may guess what a file is (X-Content-Type-Options)"
    if set(policy.get("frame-ancestors", ("*",))) & set(_BROAD) and headers.get("x-frame-options", "").lower() not in ("deny", "sameorigin"):
        yield 20, "other sites may show the pages in a frame (frame-ancestors)"
    if "referrer-policy" in headers and headers["referrer-policy"].lower() not in _PRIVATE:
        yield 5, "other sites learn which page a visitor came from (Referrer-Policy)"


def won_points(headers: Mapping[str, str]) -> int:
    """Give what the Observatory adds; it counts only where no more than 10 were lost."""
    policy = policy_of(headers)
    points = 10 if policy.get("default-src") == ("'none'",) else 5 if policy else 0
    points += 5 if headers.get("referrer-policy", "").lower() in _PRIVATE else 0
    points += 5 if "frame-ancestors" in policy or headers.get("x-frame-options", "").lower() in ("deny", "sameorigin") else 0
    return points + (10 if headers.get("cross-origin-resource-policy", "").lower() in ("same-origin", "same-site") else 0)


def points(headers: Mapping[str, str]) -> int:
    """Give the Observatory's points."""
    left = BEST - sum(lost for lost, _ in lost_points(headers))
    return max(0, left + won_points(headers) if left >= 90 else left)


def is_let_through(style: str, headers: Mapping[str, str]) -> bool:
    """Say whether browsers will use a style sheet of this name."""
    policy = policy_of(headers)
    words = policy.get("style-src", policy.get("default-src", ("*",)))
    return f"'{style}'" in words or "*" in words or ("'unsafe-inline'" in words and not any(word.startswith("'sha") for word in words))


def reads_robots(headers: Mapping[str, str]) -> bool:
    """Say whether Lighthouse can read robots.txt from inside a page, as it does."""
    policy = policy_of(headers)
    return bool({"'self'", "*"} & set(policy.get("connect-src", policy.get("default-src", ("*",)))))
