"""The command as a process, and folders as what is in them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

DAY = "2026-11-21"
NOBODY = 65534
NO_ADDRESS = """content/site.yaml:1: the site has no address yet, so the feeds, the sitemap, the share image's tags and the data for search engines are left out.
    When it has one, add it to content/site.yaml: url: https://www.example.com
"""
"""What every build of the small site says first."""


def python(
    *arguments: str, cwd: Path | None = None, env: Mapping[str, str] | None = None, nobody: bool = False, before: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """Run this Python, as a user without rights if asked (tests that run as root have too many), with text in and out."""
    more = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if nobody and os.geteuid() == 0 else {}
    return subprocess.run(
        [*before, sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        **more,  # type: ignore[call-overload]
    )


def sitegen(*arguments: str, cwd: Path | None = None, env: Mapping[str, str] | None = None, nobody: bool = False) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    return python("-m", "sitegen", *arguments, cwd=cwd, env=env, nobody=nobody)


def build(site: Path, **more: object) -> subprocess.CompletedProcess[str]:
    """Build a site as it is on the tests' day."""
    return sitegen("build", "--site", str(site), "--as-of", DAY, **more)  # type: ignore[arg-type]


def held(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder by its path; dot files too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def last_line(text: str) -> str:
    return text.rstrip("\n").rpartition("\n")[2]
