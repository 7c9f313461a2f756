"""The command as a process, and folders as what is in them."""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

DAY = "2026-11-21"
NO_ADDRESS = """content/site.yaml:1: the site has no address yet, so the feeds, the sitemap, the share image's tags and the data for search engines are left out.
    When it has one, add it to content/site.yaml: url: https://www.example.com
"""
"""What every build of the small site says."""

KEPT = """Weight: every page comes in one trip of 14 KB; the heaviest, /services/team/, is ... KB packed (... with brotli).
Quality: all 17 pages keep the contract: no script, nothing from elsewhere, and the rest of `sitegen help contract`.
Reading: ease 89, plain (60 and more is); the hardest page is /privacy/, 88.
"""
"""How the small site keeps the contract, without what its heaviest page weighs."""

Said = subprocess.CompletedProcess[str]


def python(*arguments: str, cwd: Path | None = None, env: Mapping[str, str] | None = None, first: Callable[[], None] | None = None) -> Said:
    """Run this Python, with text out; `first` is done in the new process before it begins."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=first,
    )


def sitegen(*arguments: str, cwd: Path | None = None, env: Mapping[str, str] | None = None, first: Callable[[], None] | None = None) -> Said:
    """Run the command."""
    return python("-m", "sitegen", *arguments, cwd=cwd, env=env, first=first)


def build(site: Path, *more: str, first: Callable[[], None] | None = None) -> Said:
    """Build a site as it is on the tests' day."""
    return sitegen("build", "--site", str(site), "--as-of", DAY, *more, first=first)


def bound_by_rights() -> None:
    """Take from root what lets it open closed files (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH), for good; another user has it not."""
    if os.geteuid() == 0:
        libc, drop_from_bounding_set = ctypes.CDLL(None, use_errno=True), 24
        for capability in (1, 2):
            if libc.prctl(drop_from_bounding_set, capability, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "these tests need a root that can give up its rights, or another user")


def held(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder by its path; dot files too."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def unweighed(text: str) -> str:
    """Give what was said without what the heaviest page weighs: the packers of two computers differ by some bytes."""
    return re.sub(r"\d+\.\d KB packed \(\d+\.\d with", "... KB packed (... with", text)


def last_line(text: str) -> str:
    """Give the last line that is not empty."""
    return text.rstrip("\n").rpartition("\n")[2]
