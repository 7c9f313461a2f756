"""What may be built and looked at, and not published: samples (R1: 16 CFR 465.2, UCPD Annex I 23c)."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.common.problems import Problem
from sitegen.site.model import SETTINGS_FILE, Site
from sitegen.site.samples import is_sample

_WHY = "invented people and results that look real mislead readers (16 CFR 465.2, UCPD Annex I 23c)."
_FACTS = ("figures", "logos", "credentials", "press", "ratings")


def unpublishable(site: Site) -> tuple[Problem, ...]:
    """R1: give everything that keeps a site from being published: settings, items and facts that are samples, by their mark or by their words.

    What is left out of the site on the day (drafts, what has no consent) is told too: it is one edit from being on it.
    """
    return tuple(_samples(site))


def _samples(site: Site) -> Iterator[Problem]:
    if site.settings.sample:
        mend = f"Write your own words into {SETTINGS_FILE} and take the line `sample: true` out."
        yield Problem("R1", site.setting("sample"), "the whole site is marked as a sample, and can't be published (R1).", mend, _WHY)
    for item in site.items():
        if item.record.sample:
            message = "this is a sample, and can't be published (R1)."
            yield item.problem("R1", "sample", message, "Write your own in its place and take the line `sample: true` out, or delete the file.", _WHY)
        elif is_sample(item):
            message = "these are the words of a sample that came with sitegen, and can't be published (R1)."
            yield item.problem("R1", "", message, "Write your own in their place, or delete the file.", _WHY)
    for group in _FACTS:
        for index, fact in enumerate(getattr(site.facts, group)):
            if fact.sample:
                message = f"the entry '{fact.id}' of '{group}' is a sample, and can't be published (R1)."
                mend = "Write your own in its place and take `sample: true` out, or take the entry away."
                yield Problem("R1", site.fact(f"{group}.{index}.sample"), message, mend, _WHY)
