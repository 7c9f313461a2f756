"""`sitegen help`: the handbook on the terminal."""

from __future__ import annotations

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("topic", nargs="?", help="the topic; the list of topics if left out")


def run(arguments: argparse.Namespace) -> int:
    """Print a topic, or the list of topics."""
    from sitegen.common.problems import ContentError, Location, Problem
    from sitegen.common.trees import handbook_tree
    from sitegen.common.words import suggestion

    tree = handbook_tree()
    topics = {found.path.removesuffix(".md"): tree.read(found.path).decode() for found in tree.files() if found.path.endswith(".md")}
    if arguments.topic is None:
        print("Topics of the handbook; `sitegen help start` is where to begin:\n")
        width = max(map(len, topics))
        for name, text in topics.items():
            print(f"  {name:<{width}}  {text.split(chr(10), 1)[0].lstrip('# ')}")
        return 0
    name = arguments.topic.lower()
    if name not in topics:
        raise ContentError([Problem("no-such-topic", Location("sitegen help"), f"there is no topic '{arguments.topic}'.", suggestion(name, topics, "Topics"))])
    print("\n".join(line for line in topics[name].split("\n") if not line.startswith("<!--")).rstrip())
    return 0
