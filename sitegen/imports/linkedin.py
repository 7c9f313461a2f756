"""LinkedIn's `Recommendations_Received.csv` to testimonials as they were given."""

from __future__ import annotations

from sitegen.common.tables import rows
from sitegen.imports.export_days import american_day
from sitegen.imports.given import Given, as_original, known_form, plain_words

HEAD = ("First Name", "Last Name", "Text", "Creation Date", "Status")
SOURCE = "linkedin"


def recommendations(text: str) -> tuple[list[Given], int]:
    """Give each recommendation, hidden ones too, and how many rows hold no words. The date's order is the US one; a blank before the status occurs and does not matter."""
    made, empty = [], 0
    for row in rows(text, HEAD):
        words = as_original(plain_words(row.get("text", "")))
        name = " ".join(f"{row.get('first name', '')} {row.get('last name', '')}".split())
        if not known_form(words) or not name:
            empty += 1
            continue
        day = american_day(row.get("creation date", ""))
        made.append(
            Given(name, words, title=row.get("job title", ""), company=row.get("company", ""), date=day, source=SOURCE, key=f"{known_form(name)} {day}")
        )
    return made, empty
