"""What would keep a testimonial or case off the site."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sitegen.common.problems import Effect, Problem
from sitegen.site.check import check_site
from sitegen.site.front import Consent
from sitegen.site.items import Testimonial
from sitegen.site.model import Item, Site
from sitegen.site.rules.table import against_rules
from sitegen.site.showing import showing, why_hidden


def hindrances(site: Site, item: Item[Any], today: date, consent: Consent | None = None) -> tuple[Problem, ...]:
    """Give what a build would refuse or leave out if the item were published today; with a consent, as if the person had given that."""
    given: dict[str, Any] = {} if consent is None else {"consent": consent}
    if isinstance(item.record, Testimonial):
        given["status"] = "published"
    shown: Any = replace(item, record=replace(item.record, draft=False, **given))
    hidden = why_hidden(shown, site.settings, today)
    if hidden is not None and hidden.code != "future":
        return (hidden,)
    kinds: dict[str, Any] = {item.kind: tuple(shown if one.file == item.file else one for one in getattr(site, item.kind))}
    fresh = replace(site, **kinds)
    found = (*check_site(fresh), *against_rules(showing(fresh, today)))
    own = {item.file, *(said.file for said in item.video_texts)}
    return tuple(problem for problem in found if problem.location.file in own and problem.effect in (Effect.REFUSE, Effect.LEAVE_OUT))
