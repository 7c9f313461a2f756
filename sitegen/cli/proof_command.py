"""`sitegen proof`: what your proof can show, and from the question to the page; each action is in a module of its own, imported when it is called."""

from __future__ import annotations

import argparse
import importlib

ACTIONS = {
    "ask": "write the message that asks a person for their words",
    "record": "put a person's own words on file, from a text, a mail or a form",
    "approve": "write the message that asks for a yes to the exact words",
    "consent": "note what a person agreed to, with the mail or form that shows it",
    "publish": "put a testimonial or case on the site",
    "import": "take in what people said on LinkedIn, Google or in a table",
    "log": "show who was asked for what, and what came of it",
    "figures": "count what your clients reached, and put it among your public figures",
}
"""Every action and what it does; each is the module `sitegen.cli.proof.<name>_action` with `arguments` and `run`."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the actions, and what the command takes without one."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    for name, doc in ACTIONS.items():
        action = actions.add_parser(name, help=doc, description=doc[0].upper() + doc[1:] + ".")
        importlib.import_module(f"sitegen.cli.proof.{name}_action").arguments(action)
    importlib.import_module("sitegen.cli.proof.overview").arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Do what is asked; without an action, show what the proof can do."""
    from sitegen.cli.proof import overview

    if arguments.action is None:
        return overview.run(arguments)
    overview.refuse_options_before(arguments)
    code: int = importlib.import_module(f"sitegen.cli.proof.{arguments.action}_action").run(arguments)
    return code
