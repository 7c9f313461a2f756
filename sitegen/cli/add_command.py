"""`sitegen add`: a filled-in file to edit."""

from __future__ import annotations

import argparse
import sys

from sitegen.cli.common_arguments import add_site

KINDS = ("service", "testimonial", "result", "article", "event")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_site(parser)
    parser.add_argument("kind", choices=KINDS, help="what to add")
    parser.add_argument("title", help="its title, or the person's name")


def run(arguments: argparse.Namespace) -> int:
    """Write the file, unless one of its name is there."""
    from datetime import date

    from sitegen.cli.stencils import STENCILS, filled
    from sitegen.common.own_trees import OwnTree
    from sitegen.common.trees import public_tree
    from sitegen.common.values import slugify
    from sitegen.site.load import read_site

    folder, _ = STENCILS[arguments.kind]
    slug = slugify(arguments.title)
    if not slug:
        print(f"No address can be made of '{arguments.title}': give a title with some letters a-z or digits.", file=sys.stderr)
        return 2
    tree = OwnTree(arguments.site)
    if not tree.has_folder("content"):
        print("There is no site in this folder: it has no folder 'content'. Name your site's folder with `--site FOLDER`.", file=sys.stderr)
        return 1
    path = f"content/{folder}/{slug}.md"
    site = read_site(public_tree(arguments.site)).site
    own = [item.slug for item in site.services if not item.record.sample] if site is not None else []
    services = own or (site.slugs("services") if site is not None else [])
    country = site.settings.country if site is not None else "other"
    if arguments.kind == "result" and not services:
        print('A result belongs to a service, and there is none yet. Begin with: sitegen add service "..."', file=sys.stderr)
        return 1
    text = filled(arguments.kind, arguments.title, slug, date.today(), services[0] if services else "", country)  # noqa: DTZ011 - the coach's own day
    if not tree.write_new(path, text.encode()):
        print(f"{path} is there already, and was left as it is.", file=sys.stderr)
        return 1
    print(f"Wrote {path}: open it, put your own words in place of the ones there, then run `sitegen build`.")
    return 0
