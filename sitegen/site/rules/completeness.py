"""W4: a selection of testimonials that is headed as if it were all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sitegen.common.patterns import regex
from sitegen.common.problems import Effect, Location, Problem
from sitegen.site.items import Page
from sitegen.site.model import Item
from sitegen.site.rules.terms import Terms
from sitegen.site.rules.texts import body_location, headings
from sitegen.site.sections import Testimonials

_PRAISE = r"(?:reviews?|testimonials?|feedback|ratings?|references?|opinions?|voices|bewertungen|kundenstimmen|stimmen|referenzen|rezensionen|rückmeldungen|avis|témoignages|reseñas|recensioni|beoordelingen)"
_SAY = r"(?:(?:clients?|customers?)\b[^.?!]{0,12}\b(?:says?|said|thinks?)|kund(?:en|innen)\b[^.?!]{0,12}\bsagen|clients\b[^.?!]{0,12}\bdisent)"
_ALL = regex(
    rf"\b(?:all|every|each|complete|alle|sämtliche|jede[rs]?|tous|toutes|todas|tutte|tutti)\b[^.?!]{{0,30}}\b(?:{_PRAISE}\b|{_SAY})|\b{_PRAISE}\b[^.?!]{{0,12}}\bin full\b",
    re.IGNORECASE,
)
_SELECTION = regex(r"\b(?:selection|selected|some|few|auswahl|einige|ausgewählte|sélection|selección|selezione|selectie|keuze)\b", re.IGNORECASE)
_EMBED = regex(r"\[\[testimonials?\b")


def headed_as_complete(item: Item[Any], terms: Terms) -> Iterator[Problem]:  # noqa: ARG001 - every rule is asked in the same way
    """W4: tell of a heading over testimonials that promises all of them (16 CFR 465.7, UCPD Annex I 23c: what is chosen is not shown as everything)."""
    embeds = _EMBED.search(item.body)
    places: list[tuple[Location, str]] = []
    if isinstance(item.record, Page):
        shows = embeds is not None
        for index, section in enumerate(item.record.sections):
            if isinstance(section, Testimonials):
                shows = True
                places.append((item.location(f"sections.{index}.heading"), section.heading or ""))
        if shows:
            places.append((item.location("title"), item.record.title))
    if embeds:
        places += [(body_location(item, at), heading) for at, heading in headings(item.body)]
    for place, heading in places:
        if _ALL.search(heading) and not _SELECTION.search(heading):
            message = f"the heading '{heading}' promises all of them, and the site shows those that you chose (W4)."
            why = "praise that was picked is not to be taken for everything that was said (16 CFR 465.7, UCPD Annex I 23c)."
            yield Problem("W4", place, message, "Head it as what it is, for example: A selection of what clients said", why, Effect.WARN)
