"""A site with every section and embed in three states: full, minimal and with nothing to show."""

from __future__ import annotations

from tests.laws_site import picture
from tests.small_site import SMALL

LONG = "Rechtsschutzversicherungsgesellschaften-Vertreterinnenversammlung"

FULL = f"""---
title: Every section, full
summary: All of them with all they can hold.
sections:
  - type: hero
    title: A question that is long enough to need three lines on a telephone and two on a desk
    text: "With **bold**, a [link](../services/team.md) and {LONG}."
    action: {{to: /contact/, label: Write to me about what has your attention}}
    second: {{to: /services/, label: See how I work with teams and with people}}
    note: Thirty minutes, free, nothing to prepare.
  - {{type: proof, heading: Some of them}}
  - type: situation
    intro: What people say in a first talk.
    points: ["I was promoted, and my friends report to me now.", "{LONG} takes all my time.", "I answer questions all day."]
  - {{type: services, heading: Services, intro: Three ways.}}
  - {{type: results, heading: Results, intro: Two cases., limit: 5}}
  - {{type: testimonials, heading: In their words, intro: A selection., limit: 5}}
  - type: steps
    intro: From the first talk to the last.
    steps: [{{title: A first talk, text: Thirty minutes.}}, {{title: "{LONG}", text: Six times.}}, A last talk]
  - {{type: about, heading: Who I am, text: "I was an engineer for fifteen years.", action: {{to: /contact/, label: More}}}}
  - type: faq
    intro: Ask me another.
    questions: [{{question: How long does it take?, answer: About **four** months.}}, {{question: "What is {LONG}?", answer: A word.}}]
  - {{type: articles, intro: Read on., limit: 3}}
  - {{type: events, intro: Come by.}}
  - {{type: newsletter, text: One letter a month.}}
  - {{type: form, text: I answer within two days.}}
  - {{type: video, heading: A first talk, intro: Two minutes., file: talk.webm, title: What a first talk is like}}
  - {{type: text, heading: Free text, text: "A table:\\n\\n| a | b |\\n| --- | --- |\\n| {LONG} | {LONG} |"}}
  - {{type: action, text: You tell, action: {{to: booking}}}}
---

# A heading of the first level

[[testimonials service=team limit=1]]

[[testimonial anna]]

[[results limit=1]]

[[result decisions]]

[[services]]

[[articles limit=1]]

[[events]]

[[form contact]]

[[form testimonial]]

[[newsletter]]

[[booking]]

[[video https://www.youtube.com/watch?v=0 title="A talk on meetings" poster=office.png]]

In the text: [[figure talks]] talks, and open decisions went [[measure decisions open-decisions]].
"""

SECTIONS = ("hero", "proof", "situation", "services", "results", "testimonials", "steps", "about", "faq", "articles", "events", "newsletter", "form", "action")

MINIMAL = "---\ntitle: Every section, minimal\nsections:\n" + "".join(f"  - {kind}\n" for kind in SECTIONS) + "  - {type: text, text: One line.}\n---\n"

FACTS = f"""figures:
  - {{id: talks, value: "1,200", label: talks since 2015, n: 240, source: my calendar, as_of: 2026-10-01}}
  - {{id: share, value: "58%", label: came because somebody gave them my name, source: my first-talk form, as_of: 2026-10-01}}
logos:
  - {{id: harbour, name: Harbour Foods, consent: {{status: granted, date: 2026-05-04, method: email, scope: [site], items: [logo], evidence: content/private/evidence/logo.eml}}, source: team coaching, as_of: 2026-10-01}}
  - {{id: long, name: "{LONG}", consent: {{status: granted, date: 2026-05-04, method: email, scope: [site], items: [logo], evidence: content/private/evidence/logo.eml}}, source: team coaching, as_of: 2026-10-01}}
credentials:
  - {{id: pcc, title: Example Certified Coach, level: Second, issuer: Example Federation, number: "1", expires: 2030-01-01, source: register, as_of: 2026-10-01}}
press:
  - {{id: radio, title: A talk about first-time leaders, outlet: Example Radio, source: its page, as_of: 2026-03-12}}
ratings:
  - {{id: place, platform: Example Places, average: 4.8, count: 23, source: its page, as_of: 2026-10-01}}
"""

SETTINGS = """bio: Fifteen years in teams, ten as a coach.
phone: "0047 22 00 00 00"
url: https://www.example.com
booking: https://cal.example.com/maya
form: https://forms.example.com/f/abc
newsletter: {action: https://letters.example.com/subscribe, honeypot: website, processor: Example Letters Ltd}
profiles: [{label: LinkedIn, url: https://www.example.com/in/maya}]
imprint: {register: Example register 1, vat_id: DE000000000}
"""

VIDEO: dict[str, str | bytes] = {
    "content/images/talk.webm": b"\x1a\x45\xdf\xa3 the head of a video",
    "content/images/talk.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\nWhat has your attention?\n",
    "content/images/talk.txt": "Maya asks: what has **your** attention?\n",
    "content/images/talk.png": picture("talk.png", 90),
}
"""A video with all that belongs to it."""

KITCHEN_SINK: dict[str, str | bytes] = {
    **SMALL,
    "content/site.yaml": SMALL["content/site.yaml"] + SETTINGS,
    "content/data/proof.yaml": FACTS,
    **VIDEO,
    "content/images/office.png": VIDEO["content/images/talk.png"],
    "content/pages/full.md": FULL,
    "content/pages/minimal.md": MINIMAL,
}
"""Everything there is to show, on /full/ and /minimal/."""

EMPTY = {
    "content/site.yaml": "name: Maya Example\npromise: I coach people who lead for the first time.\n",
    "content/pages/minimal.md": MINIMAL,
}
"""Every section with nothing to show: no service, no proof, no photo, no way to book."""
