"""`sitegen schema`: JSON Schemas for editors."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from sitegen.cli.common_arguments import add_site


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_site(parser)
    parser.add_argument(
        "name",
        nargs="?",
        help="print one schema: site, proof, page, service, testimonial, result, article, event, outreach, clients or proof-log (all are written to .sitegen/schemas/ if left out)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print one schema, or write all of them with the lines that tell an editor where they are."""
    from sitegen.build.builder import WORKSHOP
    from sitegen.common.json_schema import json_schema
    from sitegen.common.own_trees import OwnTree
    from sitegen.common.problems import ContentError, Location, Problem
    from sitegen.common.words import suggestion
    from sitegen.outreach.clients import Clients
    from sitegen.outreach.people import Book
    from sitegen.outreach.proof_log import ProofLog
    from sitegen.site.facts import Facts
    from sitegen.site.model import KINDS
    from sitegen.site.settings import Settings

    models: dict[str, type] = {
        "site": Settings,
        "proof": Facts,
        **{model.__name__.lower(): model for model in KINDS.values()},
        "outreach": Book,
        "clients": Clients,
        "proof-log": ProofLog,
    }
    if arguments.name is not None:
        if arguments.name not in models:
            raise ContentError(
                [
                    Problem(
                        "no-such-schema", Location("sitegen schema"), f"there is no schema '{arguments.name}'.", suggestion(arguments.name, models, "Schemas")
                    )
                ]
            )
        print(json.dumps(json_schema(models[arguments.name], arguments.name), indent=2, ensure_ascii=False))
        return 0
    site: Path = arguments.site
    tree = OwnTree(site / WORKSHOP)
    tree.make()
    for name, model in models.items():
        tree.write(f"schemas/{name}.json", (json.dumps(json_schema(model, name), indent=2, ensure_ascii=False) + "\n").encode())
    print(f"Wrote {len(models)} schemas to {WORKSHOP}/schemas/. In VS Code with the YAML extension, put this into .vscode/settings.json:")
    print(
        json.dumps(
            {
                "yaml.schemas": {
                    f"{WORKSHOP}/schemas/{name}.json": file
                    for name, file in (
                        ("site", "content/site.yaml"),
                        ("proof", "content/data/proof.yaml"),
                        ("outreach", "content/private/outreach.yaml"),
                        ("clients", "content/private/clients.yaml"),
                        ("proof-log", "content/private/proof-log.yaml"),
                    )
                }
            },
            indent=2,
        )
    )
    print("For the front matter of Markdown files, an extension that reads YAML in front matter takes the others the same way.")
    return 0
