"""W3 and W7: whose words they seem to be, and whether an unnamed person can be told by the details."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.common.patterns import regex
from sitegen.common.problems import Effect, Problem
from sitegen.common.words import joined
from sitegen.site.consent import covers, shown_name
from sitegen.site.items import Result, Testimonial
from sitegen.site.model import Item
from sitegen.site.rules.terms import Terms

_COMPANY = regex(
    r"\b(?:GmbH|AG|UG|e\.?K\.?|KG|KGaA|SE|[Ll]td|Limited|Inc|LLC|LLP|PLC|plc|Corp|Corporation|Company|Co|B\.?V\.?|N\.?V\.?|S\.?A\.?S?|SARL|S\.?[Rr]\.?[Ll]\.?|S\.?[Pp]\.?A\.?|Oy|AB|ASA?|ApS|Pty)\.?$"
    r"|^(?i:(?:the\s+)?team\s+(?:at|of|von|der)\b)|\b[Tt]eam$|&\s*(?:Co|Sons|Daughters|Partners?)\b"
)
_NUMBER = regex(r"\d")
_TELLING = 3
"""So many details together tell who somebody is."""


def attributed_to_company(item: Item[Testimonial], terms: Terms) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked in the same way
    """W3: tell of a quote that seems to be a company's, not a person's (16 CFR 255.4: the word of an organisation is that of all its people)."""
    said, consent = item.record, item.record.consent
    if consent is None:
        return
    name = shown_name(consent, said.name, said.title)
    company = said.company if covers(consent, "company") else None
    alone = not name and company and not (said.title and covers(consent, "title"))
    if alone or (name and name == said.name and (_COMPANY.search(name) or name.casefold() == (said.company or "").casefold())):
        message = f"the quote is shown as the words of a company, '{company if alone else name}', not of a person (W3)."
        mend = "Name the person who said it, or at least the person's role, as far as the consent goes."
        yield item.problem(
            "W3",
            "company" if alone else "name",
            message,
            mend,
            "an organisation's praise is read as the judgement of all who decide in it (16 CFR 255.4).",
            Effect.WARN,
        )


def unnamed_but_known(item: Item[Testimonial], terms: Terms) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked in the same way
    """W7: tell of a quote without a name whose details give away who it is: company, role, town, a number (GDPR Art 4(1), ICF Code)."""
    said, consent = item.record, item.record.consent
    if consent is None or (consent.show_as not in ("anonymous", "role", None) and covers(consent, "name")):
        return
    details = [
        *(["the company"] if said.company and (covers(consent, "company") or _stands_in(said.company, item.body)) else []),
        *(["the role"] if said.title and (covers(consent, "title") or _stands_in(said.title, item.body)) else []),
        *(["the town"] if said.location and (covers(consent, "location") or _stands_in(said.location, item.body)) else []),
        *(["a number"] if _NUMBER.search(item.body) else []),
    ]
    if len(details) >= _TELLING or details[:2] == ["the company", "the role"]:
        message = f"the name is withheld, and {joined(details)} may still tell who it is (W7)."
        mend = "Take something out of `items:`, or ask the person whether this is meant."
        why = "a person is known by a few details as well as by a name (GDPR Art 4(1), ICF Code of Ethics: confidentiality)."
        yield item.problem("W7", "consent.items", message, mend, why, Effect.WARN)


def case_without_name_but_known(item: Item[Result], terms: Terms) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked in the same way
    """W7 for a case that has a person's name on file and withholds it."""
    client, consent = item.record.client, item.record.consent
    if consent is None or not client.name or (consent.show_as not in ("anonymous", "role", None) and covers(consent, "name")):
        return
    if client.company and client.title and covers(consent, "company") and covers(consent, "title"):
        message = "the name is withheld, and the company and the role may still tell who it is (W7)."
        mend = "Take something out of `items:`, or ask the person whether this is meant."
        why = "a person is known by a few details as well as by a name (GDPR Art 4(1), ICF Code of Ethics: confidentiality)."
        yield item.problem("W7", "consent.items", message, mend, why, Effect.WARN)


def _stands_in(words: str, text: str) -> bool:
    return words.casefold() in text.casefold()
