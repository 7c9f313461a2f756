"""What a rule is told beside the item that it looks at."""

from __future__ import annotations

from datetime import date

from sitegen.common.frozen import frozen
from sitegen.site.countries import Country


@frozen
class Terms:
    """Whose law applies, in which language the site is written and on which day it is shown, and the coach's name."""

    country: Country
    language: str
    as_of: date
    coach: str
    unverified: str = ""
    """The file of a testimonial that is shown and of which nothing tells how it was checked; "" where there is none."""
