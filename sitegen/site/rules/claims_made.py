"""The results claims that a file makes, found once when it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sitegen.common.frozen import frozen
from sitegen.site.front import FalseAlarm
from sitegen.site.items import Testimonial
from sitegen.site.rules.claims import Claim, claims_in
from sitegen.site.rules.shown_texts import ShownText, embeds_near, in_words, shown_texts
from sitegen.site.settings import Settings

_CLAIM_NOTHING = frozenset(
    {
        "goals", "measures", "expected", "experience", "verification", "result", "price", "no_price", "duration", "places", "client", "sponsor", "relationship",
        "source", "aliases", "topics", "audience", "objection", "image_alt", "typicality", "status", "benefit", "disclosure", "country", "photo_alt", "phone", "repo",
        "address", "imprint", "form", "menu", "profiles", "booking", "area",
    }
)  # fmt: skip
"""Fields that tell what stands behind a claim, or make none; a goal is no result yet."""
_OF_A_PERSON = frozenset({"name", "title", "company", "location"})


@frozen
class MadeClaim:
    """A claim in a file: its field ("" for the text below), the lines it stands below the field's first, the embeds beside it, and why it is none."""

    field: str
    lines_down: int
    claim: Claim
    embeds: tuple[str, ...]
    lets_embed: bool
    excuse: str
    """What `not_claims` says of it; "" where it says nothing."""

    @property
    def is_bare(self) -> bool:
        """Say whether nothing at all stands behind it on a page or a service: no excuse and no embed, so that R6 refuses it."""
        return not self.excuse and not self.embeds


def claims_made(record: Any, body: str = "") -> tuple[MadeClaim, ...]:
    """Give the claims in all texts of a record that readers see, in their order; those that `not_claims` answers with its reason."""
    language = getattr(record, "lang", None) or ""
    return tuple(
        MadeClaim(shown.field, shown.text.count("\n", 0, claim.start), claim, embeds_near(shown.text, claim.start, claim.end), shown.lets_embed, excuse)
        for shown in _claiming(record, body)
        for claim, excuse in _claims(shown, language, record.not_claims)
    )


def _claiming(record: Any, body: str) -> Iterator[ShownText]:
    """Give the texts in which a claim can stand."""
    person = _OF_A_PERSON if isinstance(record, Testimonial | Settings) else frozenset()
    for shown in shown_texts(record, body):
        if shown.field not in person and _CLAIM_NOTHING.isdisjoint(shown.field.split(".")):
            yield shown


def _claims(shown: ShownText, language: str, alarms: Sequence[FalseAlarm]) -> list[tuple[Claim, str]]:
    claims = claims_in(shown.text, language)
    if not claims:
        return []
    text = in_words(shown.text)
    return [(claim, excuse_of(claim, text, alarms)) for claim in claims_in(text, language)]


def excuse_of(claim: Claim, text: str, alarms: Sequence[FalseAlarm]) -> str:
    """Give the reason of the first entry of `not_claims` whose words overlap a claim where it stands in a text without marks, "" where there is none."""
    said = " ".join(text.split()).lower()
    begin = len(" ".join(text[: claim.start].split())) + bool(text[: claim.start].split())
    end = begin + len(claim.text)
    for alarm in alarms:
        words = " ".join(in_words(alarm.text).split()).lower()
        at = said.find(words)
        while words and at >= 0:
            if at < end and begin < at + len(words):
                return alarm.why
            at = said.find(words, at + 1)
    return ""
