"""What can be wrong with a file, said in the words of the person who wrote it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from sitegen.common.frozen import frozen


class Effect(Enum):
    """What a problem does to a build."""

    REFUSE = "refuse"
    LEAVE_OUT = "leave out"
    WARN = "warn"
    NOTICE = "notice"
    BREACH = "breach"
    """A page breaks the contract: told by a check, and refused where a build is strict."""


@frozen(order=True)
class Location:
    """A place in a file: its path inside the site folder, with `/`, and the line from 1 (0: the file as a whole)."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@frozen
class Problem:
    """One thing to mend: where, what, how, and, for a rule of rules.md, why.

    `code` is the entry in the handbook's `messages` topic (`unknown-field`) or the rule itself (`R2`).
    """

    code: str
    location: Location
    message: str
    mend: str = ""
    why: str = ""
    effect: Effect = Effect.REFUSE

    def __str__(self) -> str:
        lines = [f"{self.location}: {self.message}"]
        lines += [f"    {line}" for line in self.mend.splitlines()]
        if self.why:
            lines.append(f"    Why: {self.why}")
        return "\n".join(lines)

    def as_json(self) -> dict[str, object]:
        """Give the problem as plain values for `--format json`; keys stay stable between versions."""
        return {
            "code": self.code,
            "effect": self.effect.value,
            "file": self.location.file,
            "line": self.location.line or None,
            "message": self.message,
            "mend": self.mend,
            "why": self.why,
        }


class ContentError(Exception):
    """The coach's files can't be used as they are; carries every problem found, at least one."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_file_order(problems)
        super().__init__("\n".join(map(str, self.problems)))


def forbidden(problems: Iterable[Problem], *, strict: bool) -> ContentError | None:
    """Give the error that forbids a build, None when nothing does; strict, what is left out for want of consent, or breaks the contract, forbids it too."""
    effects = (Effect.REFUSE, Effect.LEAVE_OUT, Effect.BREACH) if strict else (Effect.REFUSE,)
    refused = [problem for problem in problems if problem.effect in effects]
    return ContentError(refused) if refused else None


def refusing(problems: Iterable[Problem]) -> list[Problem]:
    """Give the problems that forbid every build."""
    return [problem for problem in problems if problem.effect is Effect.REFUSE]


def in_file_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by file, line and text, each problem once."""
    return tuple(sorted(set(problems), key=lambda p: (p.location, p.code, p.message, p.mend, p.why, p.effect.value)))
