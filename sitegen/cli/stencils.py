"""The filled-in files that `sitegen add` and `sitegen new` write; each builds as it is and shows nothing until it is edited."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta

from sitegen.site.countries import ASKS


def quoted(text: str) -> str:
    """Give a text as YAML, in quotes where it needs them."""
    plain = (
        text
        and text == text.strip()
        and text.isprintable()
        and text[0].isalpha()
        and not set(text) & set(":#[]{}\"'\\&*!|>%@`,")
        and text.lower() not in ("true", "false", "null", "yes", "no")
    )
    return text if plain else json.dumps(text, ensure_ascii=False)


SERVICE = """---
title: {title}
summary: For whom it is, and what changes, in one or two sentences.
for_whom:
  - You would say this about yourself.
outcomes:
  - What people work towards.
what_happens:
  - title: A first talk
    text: Thirty minutes, free. You tell, I ask.
  - title: Six talks
    text: Every two to three weeks, an hour each.
price: {{amount: 1200, currency: {currency}, per: person}}
duration: six talks over four months
format: online, or at my office
order: 1
draft: true   # take this line away when it is ready
---

## What it is like

Write as you would tell a friend. `[[testimonials service={slug} limit=1]]` on a line of its own shows what a client said about it.
"""

TESTIMONIAL = """---
name: {title}
relationship: client   # client, former_colleague, manager, peer_coach, friend, family, partner or employee
title: Their role
company: Their company
original: |
  The person's own words, whole and unchanged.
  Keep the doubts in: they are what makes a reader trust the rest.
date: {today}          # when it was given
source: email
consent:
  status: requested    # granted, when the person has said yes; then fill in the next three lines
  # date: 2026-00-00   # the day of the answer
  # method: email      # email, form, signed or oral
  # wording: ...       # what the person agreed to, in the words you sent
  scope: [site]
  items: [quote, name, title, company]
  show_as: full        # full, first_name, initials, role or anonymous
  # evidence: content/private/evidence/the-mail.eml   # the mail that says yes; in the UK it has to be named
status: received       # published, when the person has approved the words below
---

The words as they are shown, cut from the original: mark each cut with [...] and change nothing else.
"""

RESULT = """---
title: {title}
summary: What came of it, in one or two sentences.
date: {today}
client:
  described: A company of 80 people, without its name
service: {service}
goals:
  - What was agreed on at the start.
measures:
  - name: The name of what you counted
    before: 31
    after: 22
    unit: "%"
    period: 12 months
    evidence: content/private/evidence/name-of-the-file.pdf
    better: lower
typicality: unknown    # typical, atypical or unknown
expected:
  text: What clients generally get, in one sentence.
  no_n: this is the first time it was counted
  period: "2026"
consent:
  status: requested    # granted, when the client has said yes; then fill in the next two lines
  # date: 2026-00-00   # the day of the answer
  # method: email      # email, form, signed or oral
  # evidence: content/private/evidence/the-mail.eml   # the mail that says yes; in the UK it has to be named
  scope: [site]
  items: [result]
  show_as: anonymous
draft: true            # take this line away when it is ready
---

## How it began

## What we did

## What changed
"""

ARTICLE = """---
title: {title}
summary: What the reader will take away, in one or two sentences.
date: {today}
topics: [a topic]
draft: true   # take this line away when it is ready
---

Begin with what your reader is in the middle of.

## A heading

One thought a paragraph.
"""

EVENT = """---
title: {title}
summary: For whom it is and what happens, in one or two sentences.
start: {later} 18:00
end: {later} 19:30
venue:
  name: The house
  city: The town
booking: https://www.example.com/sign-up
draft: true   # take this line away when it is ready
---

What people do there, and what they take home.
"""

STENCILS: Mapping[str, tuple[str, str]] = {
    "service": ("services", SERVICE),
    "testimonial": ("testimonials", TESTIMONIAL),
    "result": ("results", RESULT),
    "article": ("articles", ARTICLE),
    "event": ("events", EVENT),
}
"""What `sitegen add` can write: the folder, and the file's text."""


def filled(kind: str, title: str, slug: str, today: date, service: str, country: str = "other") -> str:
    """Give a file to edit."""
    return STENCILS[kind][1].format(
        title=quoted(title), slug=slug, today=today, later=today + timedelta(days=30), service=service, currency=CURRENCIES.get(country, "EUR")
    )


SETTINGS = """# Who you are, where you work, how the site looks. `sitegen help site` tells what each line means.
name: {name}
title: {title}
promise: {promise}
language: {language}
country: {country}   # us, uk, eu, de, fr or other: whose rules apply
accent: "{accent}"
{zone}{contact}{booking}# url: https://www.example.com   # the site's address, once it has one
# photo: me.jpg                  # a portrait in content/images/
# photo_alt: Me at my desk       # what it shows
"""


CURRENCIES = {"us": "USD", "uk": "GBP"}
_LANGUAGES = {"us": "en-US", "uk": "en-GB"}
_ZONES = {"uk": "Europe/London", "de": "Europe/Berlin", "fr": "Europe/Paris"}


def settings(answers: Mapping[str, str]) -> str:
    """Give a new site's site.yaml from the answers to the questions."""
    booking = f"booking: {quoted(answers['booking'])}\n" if answers["booking"] else "# booking: https://cal.example.com/me   # where people book a first talk\n"
    contact = "# email: me@example.com          # where people write to you\n# phone: +44 20 0000 0000\n"
    if ASKS[answers["country"]].imprint:
        contact = 'email: hello@example.com          # yours: an imprint needs it\naddress: {street: Musterweg 1, postcode: "00000", city: Musterstadt, country: DE}   # yours\n'
    return SETTINGS.format(
        name=quoted(answers["name"]), title="Coach", promise=quoted(answers["promise"]), language=_LANGUAGES.get(answers["country"], "en"), country=answers["country"], accent=answers["accent"],
        contact=contact, booking=booking, zone=f"time_zone: {_ZONES[answers['country']]}\n" if answers["country"] in _ZONES else "# time_zone: Europe/London       # yours, for events\n",
    )  # fmt: skip


GITIGNORE = """.sitegen/

# People, clients, consents: never in git. The README there says why.
/content/private/*
!/content/private/README.md
"""

TEMPLATES_README = """Files you put here come before those that ship with sitegen: `templates/css/60-mine.css` adds your own styles,
`templates/partials/footer.html` replaces the footer. Delete your copy, and the one that ships is back.
`sitegen help theme` lists them.
"""
