"""W10: letters that people sign up for come with a postal address."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.common.problems import Effect, Problem
from sitegen.site.model import SETTINGS_FILE
from sitegen.site.showing import Showing


def newsletter_without_address(shown: Showing) -> Iterator[Problem]:
    """W10: tell of a newsletter whose sender has no postal address (CAN-SPAM, 15 USC 7704(a)(5); PECR reg 23: who sends must be reachable)."""
    settings = shown.settings
    if settings.newsletter is not None and settings.address is None and not settings.sample:
        message = "people can sign up for your letters here, and there is no postal address of whoever sends them (W10)."
        mend = f"Add `address:` to {SETTINGS_FILE}, and put the address below each letter; a letter box you rent will do."
        why = "whoever sends letters to many has to say where one is to be found (CAN-SPAM 15 USC 7704, UK PECR reg 23)."
        yield Problem("W10", shown.site.setting("newsletter"), message, mend, why, Effect.WARN)
