"""The `sitegen` command: one module a command, imported only when it is called."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from sitegen.cli.command_line import CommandLine
from sitegen.common.problems import ContentError

COMMANDS = {
    "new": "begin a site in a new folder",
    "build": "make the site in output/",
    "serve": "show the site in the browser, with every save at once",
    "check": "say everything that is wrong or left out, and write nothing",
    "why": "say what a page is made from, and why it was made again",
    "add": "write a filled-in service, testimonial, result, article or event to edit",
    "today": "say what to do today for the people in your private book",
    "outreach": "keep your private book of people: add, log, plan, write, import, look back",
    "proof": "gather social proof: ask, record, have it approved, note the consent, publish",
    "advice": "answer ten questions about what makes a practice thrive, from your files",
    "cards": "make pictures and texts to post on social media, of those who agreed to that",
    "withdraw": "take a testimonial, case or logo off the site, so that it does not come back",
    "forget": "remove a person for good: private files, testimonials, older versions",
    "samples": "take the sample content away",
    "schema": "write JSON Schemas, so that editors complete your YAML",
    "help": "print a topic of the handbook",
}
"""Every command and what it does; each is the module `sitegen.cli.<name>_command` with `arguments` and `run`."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code: 0 done, 1 the coach's files have to be mended, 2 the command was not understood."""
    _speak_utf8()
    words = sys.argv[1:] if argv is None else list(argv)
    parser = _parser(words[0] if words else "")
    arguments = parser.parse_args(words)
    if arguments.command is None:
        parser.print_help()
        return 2
    module = importlib.import_module(f"sitegen.cli.{arguments.command}_command")
    try:
        code: int = module.run(arguments)
    except ContentError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return 1
    except (KeyboardInterrupt, EOFError):
        print("\nStopped.", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 1
    except Exception as error:
        _print_trace(error)
        print(
            "\nThis is a mistake in sitegen, not in your files, and nothing of yours was changed by it.\nPlease send the lines above to those who look after your copy of sitegen.",
            file=sys.stderr,
        )
        return 3
    return code


def _print_trace(error: Exception) -> None:
    """Print where a mistake of ours happened; its own words are withheld where they could hold a private one."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    if any("outreach" in frame.filename or "private" in frame.filename for frame in frames):
        print("".join(traceback.format_list(frames)) + f"{type(error).__name__} (its words are withheld: they could be private)", file=sys.stderr)
    else:
        traceback.print_exception(error)


def _parser(wanted: str = "") -> argparse.ArgumentParser:
    """Give the parser; where a command is wanted, it knows no other."""
    parser = CommandLine(
        prog="sitegen", description="A coach's Markdown and YAML files become a fast, honest, beautiful static site.", epilog="Begin with: sitegen help start"
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", prog=parser.prog)
    for name in [wanted] if wanted in COMMANDS else COMMANDS:
        doc = COMMANDS[name]
        command = commands.add_parser(name, help=doc, description=doc[0].upper() + doc[1:] + ".")
        importlib.import_module(f"sitegen.cli.{name}_command").arguments(command)
    return parser


class _Version(argparse.Action):
    """Prints the version, looked up only when asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"sitegen {version('coach-sitegen')}")
        parser.exit()


def _speak_utf8() -> None:
    """Let names with any letters be printed, on old Windows consoles too."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
