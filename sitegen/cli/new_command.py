"""`sitegen new`: a complete site in a new folder, with samples to replace."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from sitegen.site.countries import ASKS

QUESTIONS = {
    "name": ("What is your name?", "Alex Example"),
    "promise": ("Whom do you help and with what, in one sentence?", "I coach people who lead for the first time."),
    "service": ("What is the first thing you offer called?", "First talks"),
    "booking": ("Where do people book a first talk (a web address)?", ""),
    "country": ("Whose rules apply to you: us, uk, eu, de, fr or other?", "other"),
    "accent": ("Which colour should the site have (like #2f6f62)?", "#2f6f62"),
}
"""What is asked, with the answer that stands where she gives none."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("folder", type=Path, help="the new folder")
    for name, (question, _) in QUESTIONS.items():
        parser.add_argument(f"--{name}", help=question)


def run(arguments: argparse.Namespace) -> int:
    """Ask, where there is a terminal, and write the site; a folder with anything in it is left as it is."""
    from datetime import date

    from sitegen.cli.stencils import GITIGNORE, TEMPLATES_README, filled, settings
    from sitegen.common.own_trees import OwnTree
    from sitegen.common.trees import bundled_tree
    from sitegen.common.values import slugify

    site = OwnTree(arguments.folder)
    if site.every_file():
        print(f"The folder {arguments.folder.as_posix()} is not empty, and was left as it is. Give another name.", file=sys.stderr)
        return 1
    answers = _answers(arguments)
    if answers is None:
        return 2
    bundled = bundled_tree()
    files = {found.path: bundled.read(found.path) for found in bundled.files("content")}
    del files["content/site.yaml"]
    files["content/site.yaml"] = settings(answers).encode()
    files["content/private/README.md"] = _PRIVATE_README.encode()
    slug = slugify(answers["service"]) or "my-service"
    files[f"content/services/{slug}.md"] = filled("service", answers["service"], slug, date.today(), "", answers["country"]).encode()  # noqa: DTZ011 - the coach's own day
    files |= {".gitignore": GITIGNORE.encode(), "templates/README.txt": TEMPLATES_README.encode(), "output/.gitignore": b"*\n!.gitignore\n"}
    site.place_all(files)
    go = f"cd {arguments.folder.as_posix()}"
    print(
        f"Your site is in {arguments.folder.as_posix()}: your answers are in content/site.yaml, your first service in content/services/{slug}.md, and the rest is sample content to replace."
    )
    print(f"Next: {go}, then sitegen serve to see it, and every save at once. `sitegen help start` leads through the first ten minutes.")
    return 0


_PRIVATE_README = """# Private

What lies in this folder never reaches the site: what builds the site can neither list nor open it, and git ignores everything in it but this page.
Keep here whom you write to, what you agreed on with clients, and the mails and forms that show a consent (in `evidence/`).
Back it up yourself, and share it with nobody.
"""


def _answers(arguments: argparse.Namespace) -> dict[str, str] | None:
    """Give the answer to each question: from a flag, from the terminal, or the one that stands in for it; None when a flag can't be used."""
    asking = sys.stdin.isatty() and sys.stdout.isatty()
    answers: dict[str, str] = {}
    if asking and any(getattr(arguments, name) is None for name in QUESTIONS):
        print("Six questions; press Enter to skip one. All of it can be changed later in content/site.yaml.")
    for name, (question, usual) in QUESTIONS.items():
        given = getattr(arguments, name)
        if given is not None:
            mistake = _mistake(name, _plain(name, given))
            if mistake:
                print(f"--{name}: {mistake}", file=sys.stderr)
                return None
            answers[name] = _plain(name, given) or usual
        else:
            answers[name] = _asked(name, question, usual, input) if asking else usual
    return answers


def _asked(name: str, question: str, usual: str, ask: Callable[[str], str]) -> str:
    while True:
        answer = _plain(name, ask(f"{question}{f' [{usual}]' if usual else ''} "))
        mistake = _mistake(name, answer)
        if not mistake:
            return answer or usual
        print(f"  {mistake}")


_COUNTRIES = {
    "gb": "uk", "england": "uk", "scotland": "uk", "wales": "uk", "britain": "uk", "great britain": "uk", "united kingdom": "uk", "usa": "us", "united states": "us",
    "america": "us", "germany": "de", "deutschland": "de", "france": "fr",
}  # fmt: skip


def _plain(name: str, answer: str) -> str:
    """Give an answer without the quotes that a file would need; a country in the word that the settings know."""
    answer = answer.strip()
    if len(answer) > 1 and answer[0] == answer[-1] and answer[0] in "\"'":
        answer = answer[1:-1].strip()
    if name == "country":
        known = answer.lower()
        answer = _COUNTRIES.get(known, known if known in ASKS else answer)
    if name == "booking" and "@" in answer and ":" not in answer and "/" not in answer:
        answer = f"mailto:{answer}"
    return answer


def _mistake(name: str, answer: str) -> str:
    """Say what is wrong with an answer, "" for a good one or none."""
    from sitegen.common.values import Misread, read_address, read_colour

    if not answer:
        return ""
    if name == "country" and answer not in ASKS:
        return f"'{answer}' is not one of {', '.join(ASKS)}."
    try:
        if name == "accent":
            read_colour(answer)
        if name == "booking":
            read_address(answer)
            if not answer.startswith(("https://", "http://", "mailto:")):
                return f"'{answer}' is not a web address. Write it in full, like this: https://{answer.lstrip('/')}"
    except Misread as error:
        return f"{error.message}. {error.mend}"
    return ""
