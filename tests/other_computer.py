"""Another computer, as far as one can be had here: a process in another time zone and locale with another hash seed, that builds copies of sites in folders of its own.

It is asked over a pipe: one question in, one answer out.
"""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sitegen.build.builder import Outcome, Workshop
from sitegen.build.installed import Shipped
from sitegen.build.site_build import build_site
from sitegen.common.digests import digest
from sitegen.common.memory import Memory
from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import ContentError
from sitegen.common.trees import bundled_tree, public_tree
from sitegen.render import monogram
from sitegen.render.cards.faces import Face

ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "4294967295"}
REPOSITORY = Path(__file__).parent.parent


@dataclass(frozen=True)
class Clean:
    """What a site is when it is built from nothing: its files by path and what is said, or why it is refused."""

    files: Mapping[str, bytes]
    said: tuple[str, ...]
    refused: str = ""
    worked: float = 0.0
    """Seconds of one core since the other computer began."""


@dataclass(frozen=True)
class Failure:
    """What went wrong there, as text."""

    traceback: str


class OtherComputer:
    """Begins with the first question."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self.worked = 0.0

    def ask_clean(self, site: Path, day: date, *, thorough: bool) -> None:
        """Ask for a build from nothing of a copy of a site's sources; what is thorough shares nothing with others, where
        else the compiled theme, scaled pictures and drawn icons are kept by what they were made of."""
        self._ask(("clean", os.fsencode(site), day, thorough))

    def build(self, site: Path, day: date) -> Outcome | str:
        """Build a site in its own folder with what the last build remembered of it; give the outcome, or why it is refused."""
        self._ask(("build", os.fsencode(site), day, False))
        return self.answer()

    def _ask(self, question: object) -> None:
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-c", "from tests.other_computer import main; main()"],
                cwd=REPOSITORY,
                env={**os.environ, **ELSEWHERE},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
        pickle.dump(question, self._process.stdin)  # type: ignore[arg-type]
        self._process.stdin.flush()  # type: ignore[union-attr]

    def answer(self) -> object:
        """Give the answer to the last question."""
        try:
            answer = pickle.load(self._process.stdout)  # type: ignore[union-attr,arg-type]  # noqa: S301 - of our own process
        except BaseException:
            self.leave()
            raise
        if isinstance(answer, Failure):
            raise RuntimeError(f"the other computer failed:\n{answer.traceback}")  # noqa: TRY004 - not a wrong type, but what it says
        if isinstance(answer, Clean):
            self.worked = answer.worked
        return answer

    def leave(self) -> None:
        """Ask nothing more of this one, since what it says next may answer an earlier question; another begins with the next."""
        if self._process is not None:
            self._process.kill()
            self.close()

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.communicate()
            self._process = None


def _drawn_once(draw: Callable[..., bytes]) -> Callable[..., bytes]:
    """Give what draws the same once; a face is known by its font and its weight."""
    drawn: dict[str, bytes] = {}

    def kept(*arguments: Any) -> bytes:
        name = repr([(digest(one._data), one._weight) if isinstance(one, Face) else one for one in arguments])
        if name not in drawn:
            drawn[name] = draw(*arguments)
        return drawn[name]

    return kept


class _Bench:
    """The other computer's side."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ships = Shipped()
        self._pictures = OwnTree(folder / "pictures made")
        self._sites = 0
        self._drawing = {name: getattr(monogram, name) for name in ("favicon_ico", "icon_png", "fitted_share_image")}
        self._drawn = {name: _drawn_once(draw) for name, draw in self._drawing.items()}

    def clean(self, site: Path, day: date, thorough: bool) -> Clean:
        self._sites += 1
        copy = self._folder / f"Ein anderer Ordner {self._sites}"
        for part in ("content", "templates"):
            if (site / part).exists():
                shutil.copytree(site / part, copy / part, copy_function=shutil.copyfile)
        bundled = bundled_tree()
        for name, draw in (self._drawing if thorough else self._drawn).items():
            setattr(monogram, name, draw)
        try:
            if thorough:
                built = build_site(public_tree(copy), bundled, day)
            else:
                memory = Memory(bundle=self._ships.files)
                built = build_site(public_tree(copy), bundled, day, cache=self._pictures, memory=memory, ships=self._ships)
                self._ships = Shipped({**self._ships.files, **memory.of_bundle.files}, built.shipped)
            return Clean(dict(built.files), tuple(map(str, built.problems)), worked=time.process_time())
        except ContentError as error:
            return Clean({}, (), str(error), time.process_time())
        finally:
            shutil.rmtree(copy)

    def build(self, site: Path, day: date, _: bool) -> Outcome | str:
        try:
            return Workshop(site, public_tree(site), bundled_tree()).build(day)
        except ContentError as error:
            return str(error)


def main() -> None:
    """Answer until there is no more question."""
    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    with tempfile.TemporaryDirectory(prefix="other-computer-") as folder:
        bench = _Bench(Path(folder))
        while True:
            try:
                name, site, day, thorough = pickle.load(sys.stdin.buffer)  # noqa: S301 - of the process that began this one
            except EOFError:
                return
            answer: object
            try:
                answer = getattr(bench, name)(Path(os.fsdecode(site)), day, thorough)
            except Exception:
                answer = Failure(traceback.format_exc())  # as text: not every exception can be taken out of a pickle again
            pickle.dump(answer, answers)
            answers.flush()
