"""Whether the reason that a build gives for making a file again is true, seen from outside: by what changed in the site's files, not by the record's own digests."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sitegen.build.record import BuildRecord, Made, in_words
from sitegen.common.digests import digest
from sitegen.render.asked import Question
from sitegen.site.clips import parts

GONE = "its file in output/ is gone, or was changed"
NEW = "it is new"


def untrue_reasons(before: BuildRecord, after: BuildRecord, changed: Collection[str], *, other_day: bool, disk: Mapping[str, bytes]) -> list[str]:
    """Give each file made again without a reason, or with one that is not true.

    `changed` are the source files that are not what they were, `disk` is what stood in output/ before the build.
    """
    untrue = []
    for address, made in after.made.items():
        earlier = before.made.get(address)
        if earlier is not None and (earlier.output, earlier.reason) == (made.output, made.reason):
            continue  # it may have been made again to the same bytes for the same reason, or stand as it is
        if not _true(made, earlier, before, changed, other_day, disk.get(_output(address))):
            untrue.append(f"{address}: '{made.reason}'")
    return untrue


def _true(made: Made, earlier: Made | None, before: BuildRecord, changed: Collection[str], other_day: bool, stood: bytes | None) -> bool:
    if earlier is None:
        return made.reason == NEW
    if made.reason == GONE:
        return stood is None or digest(stood) != earlier.output
    return any(f"{in_words(asked)} changed" == made.reason and _may_answer_otherwise(asked, changed, other_day) for asked in earlier.questions)


def _may_answer_otherwise(asked: Question, changed: Collection[str], other_day: bool) -> bool:
    """Say whether anything changed that the answer to a question can depend on."""
    name, words = asked[0], dict(asked[1])
    match name:
        case "template":
            return any(path.endswith(".html") and path.startswith("templates/") for path in changed)
        case "style sheet":
            return "content/site.yaml" in changed or any(path.endswith((".css", ".woff2")) for path in changed)
        case "fonts of cards":
            return "content/site.yaml" in changed or any(path.startswith("templates/fonts/") for path in changed)
        case "words":
            return "content/site.yaml" in changed or any(path.startswith("templates/words/") for path in changed)
        case "setting":
            return "content/site.yaml" in changed
        case "picture":
            return f"content/images/{words['name']}" in changed
        case "video":
            return not {f"content/images/{name}" for name in parts(words["name"])}.isdisjoint(changed)
        case "formats of pictures":
            return False
        case "file":
            return words["path"] in changed
        case "item":
            return other_day or "content/site.yaml" in changed or any(path.startswith(f"content/{words['name'].split('/')[0]}/") for path in changed)
        case "figures" | "figure" | "press" | "ratings":
            return "content/data/proof.yaml" in changed
        case "logos" | "credentials":
            return other_day or not {"content/data/proof.yaml", "content/site.yaml"}.isdisjoint(changed)
        case "title":
            return other_day or any(path.endswith((".md", ".yaml")) for path in changed)
        case _:
            return other_day or any(path.startswith("content/") and not path.startswith("content/images/") for path in changed)


def _output(address: str) -> str:
    path = address.lstrip("/")
    return path + "index.html" if path.endswith("/") or not path else path
