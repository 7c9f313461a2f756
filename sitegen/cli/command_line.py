"""The command line's parser: what it does not understand it tells as every other mistake is told: what, and the mend."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from typing import NoReturn


class CommandLine(argparse.ArgumentParser):
    """argparse's parser, whose errors are two lines in plain words; it ends with code 2."""

    def parse_args(self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None) -> argparse.Namespace:  # type: ignore[override]
        """Give what was asked for. Ends the program where it is not understood."""
        words = sys.argv[1:] if args is None else list(args)
        found, left = self.parse_known_args(words, namespace)
        if left:
            self.called(words).refuse(left)
        return found

    def error(self, message: str) -> NoReturn:
        """Say what argparse found wrong, in plain words."""
        for pattern, said in _SAID:
            if found := re.search(pattern, message):
                self._end(*said(*found.groups()))
        self._end(message.rstrip(".") + ".")

    def refuse(self, left: Sequence[str]) -> NoReturn:
        """End the program over words that it does not know."""
        option = next((word for word in left if word.startswith("-")), None)
        if option is None:
            self._end(f"'{left[0]}' is one word too many.", "Put quotes around words that belong together.")
        name = option.partition("=")[0]
        self._end(
            f"there is no option '{name}' here.", _meant(name, [one for action in self._actions for one in action.option_strings if one.startswith("--")])
        )

    def called(self, words: Sequence[str]) -> CommandLine:
        """Give the parser of the innermost command that is named."""
        for action in self._actions:
            if isinstance(commands := action.choices, Mapping) and (name := next((word for word in words if word in commands), None)):
                inner: CommandLine = commands[name]
                return inner.called(words[words.index(name) + 1 :])
        return self

    def _end(self, what: str, mend: str = "") -> NoReturn:
        lines = [f"{self.prog}: {what}", *([f"    {mend}"] if mend else []), f"    What there is: {self.prog} --help"]
        self.exit(2, "\n".join(lines) + "\n")


def _choice(place: str, word: str, choices: str) -> tuple[str, str]:
    names = [name.strip(" '\"") for name in choices.split(",")]
    if place in ("COMMAND", "ACTION"):
        what = f"there is no command '{word}'."
    else:
        what = f"'{place}' cannot be '{word}'." if place.startswith("-") else f"'{word}' is none of what is known here."
    return what, _meant(word, names) or f"It can be: {', '.join(names)}."


def _meant(word: str, names: Sequence[str]) -> str:
    import difflib

    near = difflib.get_close_matches(word, names, 1, 0.6)
    return f"Did you mean '{near[0]}'?" if near else ""


_SAID = (
    (r"argument (\S+): invalid choice: '(.*)' \(choose from (.*)\)$", _choice),
    (r"^the following arguments are required: (.*)$", lambda missing: (f"something is missing: {missing}.", "")),
    (r"argument (\S+): invalid int value: '(.*)'$", lambda option, word: (f"'{option}' needs a whole number, not '{word}'.", "")),
    (r"argument (\S+): expected (?:one|at least one) argument$", lambda option: (f"'{option}' needs something after it.", "")),
    (r"argument (\S+): ((?!not allowed).*)$", lambda option, why: (f"{option}: {why}", "")),
)
"""What argparse says, and the same in plain words with the mend."""
