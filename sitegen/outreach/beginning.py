"""What a book begins with: an empty one with a few words of help, or an invented one whose dates lie around the day it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from sitegen.common.patterns import regex
from sitegen.common.trees import example_tree
from sitegen.outreach.reading import BOOK, CLIENTS

EMPTY_BOOK = """# The people who know your work, and what you have said to each other. `sitegen help outreach` tells every field.
# Nothing of this file reaches your site; git leaves it alone. Lines like this one, after a #, are yours and stay.

niche: []   # words that tell whom you help, like [engineering, new leaders]

people: []
# A person looks like this (`sitegen outreach add` writes one for you):
#
#   - name: Anna Sample
#     company: Harbour Foods Example
#     role: Head of Operations
#     emails: [anna@example.com]
#     worked_together: Northwind Example 2014-2018
#     memory: the night before the audit, when you drew the whole plant on a napkin
#     trust: well                  # fully, well, a little, not yet
#     seniority: leads leaders     # leads the whole, leads leaders, leads a team, expert, starting out
#     can: [hire, refer]           # hire, refer, introduce, reference
#     source: we were colleagues at Northwind Example
#     touches:
#       - 2026-11-02 coffee: she is looking for a team coach
#     next: 2026-12-01 ask how the first weeks went
"""

EMPTY_CLIENTS = """# Who came to you for what, and what was agreed. `sitegen help clients` tells every field. Nothing of this file reaches your site.

places: 6   # how many clients you can have at a time

clients: []
# An engagement looks like this:
#
#   - who: Ben Sample
#     service: new-leaders
#     start: 2026-03-02
#     end: 2026-09-14
#     goals:
#       - {goal: one evening a week without the laptop, sponsor: true}
#     fee: 1200 EUR
#     terms: full                  # full, discounted or free
#     price_reviewed: 2026-03-02
#     asked_on: 2026-09-14         # the day you asked for a testimonial
"""

README = """# What is in this folder stays with you

`outreach.yaml` is your book of people, `clients.yaml` who came to you for what. What builds the site can neither list nor open this folder, and before a
finished page is put in place it is searched for everything that stands here. Git leaves everything in it alone but this page.

That is for the people in it: they told you things, and never agreed to be on the web. It also means that git keeps no copy for you. Back this folder up
yourself, and share it with nobody.

`sitegen forget "A Name"` removes a person from it for good, older versions included.
"""

_IGNORED = regex(r"^/?content/private/?\*?\s*$", re.MULTILINE)
_DAY = regex(r"<([+-]\d+)>")


def example_files(today: date) -> Mapping[str, bytes]:
    """Give the invented book and clients; `<-30>` in them is thirty days before today."""

    def dated(text: str) -> str:
        return _DAY.sub(lambda found: (today + timedelta(days=int(found[1]))).isoformat(), text)

    tree = example_tree()
    return {name: dated(tree.read(name).decode()).encode() for name in (BOOK, CLIENTS)}


def gitignore_with_private(old: bytes | None) -> bytes | None:
    """Give a .gitignore that leaves the private folder alone, None where it does already."""
    text = (old or b"").decode(errors="surrogateescape")
    if _IGNORED.search(text):
        return None
    gap = "" if not text or text.endswith("\n") else "\n"
    return (text + gap + "\n/content/private/*\n!/content/private/README.md\n").encode(errors="surrogateescape")
