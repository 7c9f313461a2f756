"""A small, whole, invented site that tests begin from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

TODAY = date(2026, 11, 21)

SITE = """name: Maya Example
promise: I coach people who lead for the first time, in plain words.
language: en-GB
country: eu
email: hello@example.com
"""

SERVICE = """---
title: Team coaching
summary: For teams that meet a lot and decide little.
price: {amount: 1200, currency: EUR, per: team}
order: 1
---

## How we start

With one question.
"""

TESTIMONIAL = """---
name: Anna Sample
title: Head of Operations
company: Harbour Foods
relationship: client
service: team
original: shown
date: 2026-05-04
consent:
  status: granted
  date: 2026-05-04
  method: email
  scope: [site]
  items: [quote, name, title]
  show_as: full
  evidence: content/private/evidence/anna.eml
status: published
---

I was not sure that it would help. We talk less now, and we know what we decided.
"""

RESULT = """---
title: A team that decides
summary: Fewer questions left open.
date: 2026-06-01
client: A food company of 80 people
service: team
goals: [Decide within a week.]
measures:
  - {name: Open decisions, before: 14, after: 5, unit: "", period: six months, evidence: content/private/evidence/list.pdf, better: lower}
typicality: unknown
expected: {text: Most teams see a smaller change., n: 9, period: 2023 to 2025}
consent: {status: granted, date: 2026-06-01, method: email, scope: [site], items: [result], show_as: anonymous, evidence: content/private/evidence/yes.eml}
---

Nobody knew what had been decided.
"""

ARTICLE = """---
title: A meeting that decides
summary: One question to ask before each meeting.
date: 2026-10-01
topics: [meetings]
---

Ask what will be decided. See [team coaching](../services/team.md#how-we-start).
"""

EVENT = """---
title: An evening about meetings
summary: Ninety minutes, eight people.
date: 2026-10-01
start: 2027-02-10 18:00
end: 2027-02-10 19:30
venue: {name: The Reading Room, city: Oslo}
---

Bring one meeting.
"""

SMALL: Mapping[str, str] = {
    "content/site.yaml": SITE,
    "content/services/team.md": SERVICE,
    "content/testimonials/anna.md": TESTIMONIAL,
    "content/results/decisions.md": RESULT,
    "content/articles/meetings.md": ARTICLE,
    "content/events/evening.md": EVENT,
}
"""Every file of the small site, by path."""

EVIDENCE: Mapping[str, str | bytes] = {"content/private/evidence/list.pdf": "14, then 5"}
"""What the result names as evidence; it has to be there where anything private is."""


def write_site(folder: Path, files: Mapping[str, str | bytes] = SMALL) -> Path:
    """Write files below a folder; text as UTF-8 with `\\n`."""
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def changed(path: str, old: str, new: str) -> dict[str, str | bytes]:
    """Give the small site with one text of one file replaced; the text has to be there."""
    assert old in SMALL[path]
    return {**SMALL, path: SMALL[path].replace(old, new, 1)}
