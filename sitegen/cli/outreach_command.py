"""`sitegen outreach`: the private book of people; each action is in a module of its own, imported when it is called."""

from __future__ import annotations

import argparse
import importlib

ACTIONS = {
    "start": ("begin your book", "begin"),
    "add": ("add a person", "people"),
    "log": ("note that you were in touch, asked, or were given something", "log"),
    "next": ("plan the next step with a person", "people"),
    "stage": ("say where it stands with a person", "people"),
    "list": ("list the people in your book", "looking"),
    "show": ("show all that you have noted of a person", "looking"),
    "find": ("find words anywhere in your private files", "looking"),
    "message": ("write a message to a person, for you to send", "message"),
    "stats": ("show what you did and what came of it, month by month", "stats"),
    "merge": ("make one entry of two for the same person", "merge"),
    "import": ("take people in from LinkedIn, Google Contacts or vCards", "importing"),
    "undo": ("take back what a command did to your private files", "undo"),
    "audit": ("see that nothing private stands in output/", "audit"),
}
"""Every action: what it does, and the module `sitegen.cli.outreach.<module>` with `arguments_<action>` and `run_<action>`."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the actions."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for name, (doc, module) in ACTIONS.items():
        action = actions.add_parser(name, help=doc, description=doc[0].upper() + doc[1:] + ".")
        getattr(importlib.import_module(f"sitegen.cli.outreach.{module}"), f"arguments_{name}")(action)


def run(arguments: argparse.Namespace) -> int:
    """Do what is asked."""
    module = importlib.import_module(f"sitegen.cli.outreach.{ACTIONS[arguments.action][1]}")
    code: int = getattr(module, f"run_{arguments.action}")(arguments)
    return code
