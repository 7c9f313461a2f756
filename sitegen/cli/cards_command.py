"""`sitegen cards`: pictures and texts to post on social media, of those who agreed to that; they lie in .sitegen/keep/cards/, a folder for each person or case."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from sitegen.cli.common_arguments import add_day, add_site, day_of

if TYPE_CHECKING:
    from sitegen.common.own_trees import OwnTree
    from sitegen.common.problems import Problem
    from sitegen.render.cards.post import Post
    from sitegen.render.renderer import Renderer
    from sitegen.site.model import Item

CARDS = "cards"
"""Where they lie in .sitegen/keep/."""
TEXT = "post.txt"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_site(parser)
    add_day(parser)


def run(arguments: argparse.Namespace) -> int:
    """Make what may be posted, say who was left out and why, and delete what may not be posted any more."""
    from sitegen.build.builder import CACHE, KEEP, WORKSHOP
    from sitegen.build.site_build import prepared
    from sitegen.cli.proof.items import public_site
    from sitegen.common.own_trees import OwnTree
    from sitegen.common.problems import in_file_order
    from sitegen.common.trees import bundled_tree, public_tree
    from sitegen.common.words import counted
    from sitegen.site.posting import posting

    day = day_of(arguments)
    may = posting(public_site(arguments.site), day)
    with OwnTree(arguments.site / WORKSHOP).lock("lock", "A build of this site is running; waiting for it.", print):
        cache, keep = OwnTree(arguments.site / CACHE), OwnTree(arguments.site / KEEP)
        keep.make(0o700)
        renderer = prepared(public_tree(arguments.site), bundled_tree(), day, cache)[0].showing(may.shown)
        files: dict[str, bytes] = {}
        problems = list(may.left_out)
        for item in may.items:
            made = _made(item, renderer)
            if isinstance(made, dict):
                files |= made
            else:
                problems.append(made)
        gone = _kept(keep, files)
    for problem in in_file_order(problems):
        print(problem)
    folders = sorted({path.rpartition("/")[0] for path in files})
    if folders:
        sizes = "two pictures and a text" + (" each" if len(folders) > 1 else "")
        print(
            f"{counted(len(folders), 'card')} to post, {sizes}, in {KEEP}/{CARDS}/:",
            *(f"  {folder.removeprefix(CARDS + '/')}" for folder in folders),
            sep="\n",
        )
    else:
        print("Nobody's words may be posted yet: `sitegen help cards` tells what it takes.")
    if gone:
        print(f"Deleted, since they may not be posted any more: {', '.join(gone)}.")
    return 0


def _made(item: Item[Any], renderer: Renderer) -> dict[str, bytes] | Problem:
    """Give an item's pictures and text by their path, or why there are none."""
    from sitegen.common.problems import Effect
    from sitegen.render.cards.cards import told
    from sitegen.render.cards.post import SIZES, post_text, posts_of

    letters: tuple[str, ...] = ()
    for post in posts_of(item, renderer):
        letters = next((found for text in post.texts() if (found := renderer.cards.faces.lacking(text))), ())
        if letters:
            continue
        pictures = {size: renderer.cards.post(post, size) for size in SIZES}
        text = post_text(post, item, renderer)
        if all(pictures.values()):
            return _against(item, post, text, renderer) or {
                f"{CARDS}/{item.id}/{TEXT}": text.encode(),
                **{f"{CARDS}/{item.id}/{width}x{height}.{'jpg' if post.photo else 'png'}": data for (width, height), data in pictures.items() if data},
            }
    if letters:
        message, mend = told(letters, "what it says")
        return item.problem("card-letters", "", f"left out: {message}", mend, effect=Effect.NOTICE)
    if item.kind == "testimonials":
        mend = "Choose 8 to 20 words of it for cards, like this: pull_quote: Now we talk less and know what we decided."
        return item.problem(
            "card-too-long",
            "",
            "left out: these words are too long for a card, and can't be cut at a sentence without changing what they say.",
            mend,
            effect=Effect.NOTICE,
        )
    mend = "Make the title, or what stands under `expected:`, shorter; one or two measures are easier to read than more."
    return item.problem("card-too-long", "title", "left out: this case is too long for a card.", mend, effect=Effect.NOTICE)


def _against(item: Item[Any], post: Post, text: str, renderer: Renderer) -> Problem | None:
    """Give what of a post somebody withheld (R4)."""
    from dataclasses import replace

    from sitegen.common.problems import Effect
    from sitegen.render.beyond_consent import BeyondConsent

    words = "\n".join((text, *post.texts()))
    found = BeyondConsent(renderer.shown, renderer.files).problems([(f"{item.id}.txt", words.encode(), None)], {})
    return replace(found[0], effect=Effect.LEAVE_OUT) if found else None


def _kept(keep: OwnTree, files: dict[str, bytes]) -> list[str]:
    """Make the folder hold exactly these files; give the folders that went."""
    there = [path for path in keep.every_file() if path.startswith(CARDS + "/")]
    keep.place_all({path: data for path, data in files.items() if path not in there or keep.read(path) != data})
    for path in there:
        if path not in files:
            keep.delete(path)
    left = {path.rpartition("/")[0] for path in files}
    return sorted({path.rpartition("/")[0].removeprefix(CARDS + "/") for path in there} - {folder.removeprefix(CARDS + "/") for folder in left})
