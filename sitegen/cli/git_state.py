"""What git knows of a site's folder: which files it tracks, and whether there is a remote. Nothing where there is no git, or no repository."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

from sitegen.common.frozen import frozen
from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import Effect, Location, Problem
from sitegen.common.trees import PRIVATE


@frozen
class GitState:
    """Tracked files below the site's folder, and the names of remotes."""

    tracked: frozenset[str] = frozenset()
    remotes: tuple[str, ...] = ()


def git_state(site: Path) -> GitState:
    """Ask git. The commands only read, and ask nobody over the network."""
    if not any(OwnTree(folder).has_folder(".git") or OwnTree(folder).has(".git") for folder in (OwnTree(site).root, *OwnTree(site).root.parents)):
        return GitState()
    tracked = _asked(site, "ls-files", "-z", "--", "content")
    remotes = _asked(site, "remote")
    return GitState(frozenset(filter(None, tracked.split("\0"))), tuple(remotes.split()))


def _asked(site: Path, *words: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(site), *words], capture_output=True, check=False, timeout=20, stdin=subprocess.DEVNULL)  # noqa: S603, S607 - git is hers, and only asked
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def private_tracked(state: GitState) -> tuple[Problem, ...]:
    """Give W11 for each private file that git tracks; their names are not said, since they may be people's."""
    files = sorted(path for path in state.tracked if path.startswith(PRIVATE + "/") and path != f"{PRIVATE}/README.md")
    if not files:
        return ()
    number = "a private file is" if len(files) == 1 else f"{len(files)} private files are"
    return (
        Problem(
            "W11",
            Location(PRIVATE),
            f"{number} tracked by git, and so in every copy of the repository (W11).",
            "Take them out of git, they stay on your disk: git rm -r --cached content/private, then git add -f content/private/README.md, then git commit.\n"
            "What was committed before stays in the history: if it was pushed anywhere, the history has to be cleaned there too.",
            "the people in these files never agreed to be in a repository (GDPR Art 5 and 32).",
            Effect.WARN,
        ),
    )


def withheld_tracked(state: GitState, places: Iterable[Location], repo: str | None) -> tuple[Problem, ...]:
    """Give W11 for tracked records that withhold a name or lack consent, where the repository has a remote and nobody said that it is private."""
    if not state.remotes or repo == "private":
        return ()
    return tuple(
        Problem(
            "W11",
            place,
            "this record withholds a name or lacks consent, and git sends it to a remote: if the repository is public, so is its source (W11).",
            "If the repository is private, say so in content/site.yaml: repo: private. Else keep the record out of git: add it to .gitignore.",
            "a name withheld on the page is not withheld where its source can be read (GDPR Art 6, ICF Code of Ethics).",
            Effect.WARN,
        )
        for place in places
        if place.file in state.tracked
    )
