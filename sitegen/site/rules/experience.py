"""When the coaching took place that a quote speaks of: asked for where a country wants both dates beside it."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.common.problems import Effect, Problem
from sitegen.site.countries import ASKS
from sitegen.site.items import Testimonial
from sitegen.site.model import Item
from sitegen.site.rules.terms import Terms
from sitegen.site.samples import is_sample
from sitegen.site.views import REFERENCES


def experience_not_told(item: Item[Testimonial], terms: Terms) -> Iterator[Problem]:
    """Tell of an opinion on the coaching that does not say when it took place, where the country asks for it (FR Code de la consommation L.111-7-2, D.111-16 and 17)."""
    said = item.record
    if ASKS[terms.country].dates_of_experience and said.experience is None and said.relationship not in REFERENCES and not is_sample(item):
        yield item.problem(
            "no-experience", "", "nothing says when the coaching took place that these words speak of, and in France both dates stand beside an opinion.",
            "Add a line: experience: {from: 2025-01, to: 2025-06}",
            "readers have to see when an opinion was given, and when what it tells of took place (Code de la consommation L.111-7-2, D.111-16 and 17).", Effect.WARN,
        )  # fmt: skip
