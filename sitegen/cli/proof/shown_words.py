"""The exact words of an item, where they would stand, and whether they are still those that were sent or approved."""

from __future__ import annotations

from typing import Any

from sitegen.common.digests import digest
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.common.words import joined
from sitegen.imports.given import known_form
from sitegen.outreach.proof_log import ProofEntry
from sitegen.site.items import Result
from sitegen.site.model import Item, Site


def exact_words(item: Item[Any]) -> str:
    """Give all that would be shown of a testimonial or case in words."""
    if not isinstance(item.record, Result):
        return str(item.body.strip())
    case = item.record
    counted = [f"{one.name}: {one.before} {one.unit} before, {one.after} {one.unit} after, {one.period}".replace("  ", " ") for one in case.measures]
    return "\n\n".join(
        filter(None, (case.title, case.summary, f"About: {case.client.described}", *(f"Goal: {goal}" for goal in case.goals), *counted, item.body.strip()))
    )


def words_digest(item: Item[Any]) -> str:
    """Give by what a later change of the words is seen; how they are spaced does not count."""
    pull = getattr(item.record, "pull_quote", None) or ""
    return digest(" ".join(f"{exact_words(item)} {pull}".split()).encode())


def places(item: Item[Any], site: Site, scope: tuple[str, ...]) -> str:
    """Give where it would stand, as part of a sentence."""
    own = site.settings.url or "my website"
    service = next((one for one in site.services if one.slug == item.record.service), None)
    kind = "cases" if isinstance(item.record, Result) else "testimonials"
    where = [
        f"on {own}: on a page of its own",
        f"on the list of {kind}",
        f"beside what I say of '{service.record.title}'" if service else "",
        "perhaps on the first page",
    ]
    more = [words for name, words in (("social", "on social media"), ("print", "in print")) if name in scope]
    return joined(filter(None, (*where, *more)))


def refuse_other_words(item: Item[Any], entry: ProofEntry | None) -> None:
    """Refuse words that were changed since the person read them (16 CFR 255.1: an endorsement may not be presented out of what the person said). Raises ContentError."""
    if entry is None or entry.words is None or entry.words == words_digest(item) or not known_form(exact_words(item)):
        return
    when = f"approved on {entry.approved}" if entry.approved else f"sent on {entry.approval_asked}"
    raise ContentError(
        [
            Problem(
                "words-changed",
                Location(item.file, item.body_line),
                f"these are not the words that were {when}.",
                f"Put those back, or send these: sitegen proof approve {item.slug}",
                "the person said yes to the exact words (16 CFR 255.1, GDPR Art 7).",
            )
        ]
    )
