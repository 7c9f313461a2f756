"""A seeded coach's site of any size, as our content and as Hugo's: 10% services, 40% testimonials, 20% results, 30% articles of 600 to 1,000 words.

    python -m tests.bench.corpus FOLDER --size 1000 --seed 7

writes FOLDER/ours (content/) and FOLDER/hugo (content/, layouts/, hugo.toml), and FOLDER/items.json with a word that stands in each item's text alone.
"""

from __future__ import annotations

import argparse
import json
import random
from datetime import date, timedelta
from pathlib import Path

WORDS = [
    "a",
    "the",
    "this",
    "that",
    "our",
    "their",
    "every",
    "one",
    "meeting",
    "question",
    "decision",
    "team",
    "week",
    "plan",
    "habit",
    "answer",
    "goal",
    "leader",
    "founder",
    "manager",
    "client",
    "partner",
    "director",
    "engineer",
    "designer",
    "colleague",
    "owner",
    "mentor",
    "barrier",
    "budget",
    "conflict",
    "pattern",
    "schedule",
    "priority",
    "boundary",
    "strategy",
    "launch",
    "role",
    "proposal",
    "routine",
    "signal",
    "outcome",
    "mistake",
    "promise",
    "calendar",
    "roadmap",
    "story",
    "process",
    "clear",
    "honest",
    "calm",
    "useful",
    "difficult",
    "simple",
    "practical",
    "weekly",
    "personal",
    "steady",
    "careful",
    "visible",
    "small",
    "long",
    "short",
    "open",
    "direct",
    "quiet",
    "changed",
    "improved",
    "reviewed",
    "planned",
    "described",
    "measured",
    "noticed",
    "avoided",
    "delayed",
    "accepted",
    "protected",
    "named",
    "tested",
    "prepared",
    "rewrote",
    "finished",
    "started",
    "explained",
    "missed",
    "repeated",
    "slowly",
    "quickly",
    "openly",
    "together",
    "again",
    "before",
    "after",
    "during",
    "behind",
    "around",
    "about",
    "without",
    "inside",
    "when",
    "while",
    "because",
    "although",
    "and",
    "but",
    "so",
    "then",
    "still",
]
TOPICS = ("leadership", "habits", "pricing", "feedback", "hiring", "focus", "delegation", "sales", "career", "meetings", "strategy", "wellbeing")
NAMES = ("Anna", "Maria", "Ivan", "Priya", "Chen", "Fatima", "Lucas", "Sofia", "Omar", "Hannah", "Diego", "Yuki", "Zoë", "José", "Åsa", "Renée", "Björn")


def sentence(r: random.Random) -> str:
    words = [r.choice(WORDS) for _ in range(r.randint(6, 16))]
    return " ".join(words).capitalize() + "."


def paragraph(r: random.Random, words: int) -> str:
    out: list[str] = []
    while sum(map(len, map(str.split, out))) < words:
        out.append(sentence(r))
    return " ".join(out)


def article(r: random.Random, token: str, link: str) -> str:
    parts = [paragraph(r, 80) + f" {token}."]
    for _ in range(r.randint(4, 6)):
        parts.append("## " + sentence(r)[:-1][:50].strip())
        parts.append(paragraph(r, 70))
        if r.random() < 0.5:
            parts.append("\n".join(f"- {sentence(r)}" for _ in range(4)))
        parts.append(paragraph(r, 50).replace(" and ", " *and* ", 1) + f" See [what I do]({link}).")
    return "\n\n".join(parts) + "\n"


def items(size: int, seed: int) -> list[dict[str, object]]:
    """Give every item: kind, slug, token, front matter for both generators, body."""
    r = random.Random(seed)
    counts = {"services": max(1, size // 10), "testimonials": size * 4 // 10, "results": size // 5, "articles": size * 3 // 10}
    services = [f"service-{n}" for n in range(counts["services"])]
    made: list[dict[str, object]] = []
    for kind, count in counts.items():
        for n in range(count):
            slug, token = f"{kind[:-1]}-{n}", f"tok{kind[0]}{n}x{r.randrange(10**6)}"
            day = date(2020, 1, 1) + timedelta(days=r.randrange(2400))
            if kind in ("testimonials", "results"):
                day = date(2026, 1, 1) + timedelta(days=(day - date(2020, 1, 1)).days % 240)
            service = r.choice(services)
            title = f"{sentence(r)[:40].rpartition(' ')[0]}, number {n}"
            front: dict[str, object] = {"title": title, "date": day.isoformat(), "summary": sentence(r)}
            if kind == "services":
                front |= {
                    "price": {"amount": r.randrange(400, 4000), "currency": "EUR", "per": "person"},
                    "duration": "six talks",
                    "for_whom": [sentence(r) for _ in range(3)],
                }
                body = paragraph(r, 90) + f" {token}.\n\n## How it works\n\n" + paragraph(r, 60) + "\n"
            elif kind == "testimonials":
                name = f"{r.choice(NAMES)} {r.choice(WORDS).capitalize()}-Sample"
                consent = {
                    "status": "granted",
                    "date": day.isoformat(),
                    "method": "email",
                    "scope": ["site"],
                    "items": ["quote", "name", "title"],
                    "show_as": "full",
                    "evidence": "content/private/evidence/yes.eml",
                }
                front = {
                    "name": name,
                    "title": "Team lead",
                    "relationship": "client",
                    "service": service,
                    "date": day.isoformat(),
                    "original": "shown",
                    "status": "published",
                    "consent": consent,
                }
                body = paragraph(r, r.randint(40, 90)) + f" {token}.\n"
            elif kind == "results":
                measure = {
                    "name": "Meeting hours a week",
                    "before": r.randrange(12, 30),
                    "after": r.randrange(4, 12),
                    "unit": "hours",
                    "period": "six months",
                    "evidence": "content/private/evidence/a.pdf",
                    "better": "lower",
                }
                consent = {
                    "status": "granted",
                    "date": day.isoformat(),
                    "method": "email",
                    "scope": ["site"],
                    "items": ["result"],
                    "show_as": "anonymous",
                    "evidence": "content/private/evidence/yes.eml",
                }
                front |= {
                    "client": {"described": "A company of 80 people"},
                    "service": service,
                    "goals": [sentence(r)],
                    "measures": [measure],
                    "typicality": "unknown",
                    "expected": {"text": sentence(r), "n": 9, "period": "2023 to 2025"},
                    "consent": consent,
                }
                body = paragraph(r, 120) + f" {token}.\n\n## What changed\n\n" + paragraph(r, 100) + "\n"
            else:
                front |= {"topics": r.sample(TOPICS, 2)}
                body = article(r, token, f"../services/{service}.md")
            made.append({"kind": kind, "slug": slug, "token": token, "service": service, "front": front, "body": body, "title": title})
    return made


def front_matter(front: dict[str, object]) -> str:
    """Give front matter as people write it, one field a line; nested ones as flow."""
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())


SITE = """name: Maya Example
promise: I coach people who lead for the first time, in plain words.
language: en-GB
url: https://www.example.com
email: hello@example.com
booking: https://cal.example.com/maya
"""

BASE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }} - {{ .Site.Title }}</title><meta name="description" content="{{ .Params.summary }}">
<meta name="viewport" content="width=device-width"><link rel="canonical" href="{{ .Permalink }}"><style>STYLE</style></head><body>
<header><a href="/">{{ .Site.Title }}</a><nav>{{ range slice "services" "testimonials" "results" "articles" }}<a href="/{{ . }}/">{{ . }}</a> {{ end }}</nav></header>
<main>{{ block "main" . }}{{ end }}</main><footer>mark-v0</footer></body></html>
"""
SINGLE = """{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>{{ .Content }}
{{ if eq .Section "services" }}{{ $name := .File.ContentBaseName }}
{{ range first 3 (index (partialCached "by_service.html" "testimonials" "testimonials") $name | default slice) }}<blockquote>{{ .Content }}<cite>{{ .Params.name }}</cite></blockquote>{{ end }}
{{ range first 2 (index (partialCached "by_service.html" "results" "results") $name | default slice) }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}
{{ if eq .Section "articles" }}{{ range first 2 (index .Site.Taxonomies.topics (index .Params.topics 0)) }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}{{ end }}
"""
BY_SERVICE = """{{ $s := newScratch }}{{ range (where site.RegularPages "Section" .).GroupByParam "service" }}{{ $s.SetInMap "m" .Key .Pages }}{{ end }}{{ return $s.Get "m" }}
"""
"""The pages of a section by service, found once: what a careful Hugo user writes for a large site."""
LIST = """{{ define "main" }}<h1>{{ .Title }}</h1>{{ $p := .Paginate .Pages 10 }}{{ range $p.Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.summary }}</p>
{{ if eq .Section "testimonials" }}{{ .Content }}{{ end }}</article>{{ end }}
{{ with $p.Next }}<a href="{{ .URL }}">next</a>{{ end }}{{ end }}
"""
HOME = """{{ define "main" }}<h1>{{ .Site.Title }}</h1>{{ range first 3 (where .Site.RegularPages "Section" "testimonials") }}<blockquote>{{ .Content }}</blockquote>{{ end }}
{{ range first 3 (where .Site.RegularPages "Section" "articles") }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}
"""
HUGO = """baseURL = "https://www.example.com/"
title = "Maya Example"
languageCode = "en-gb"
[pagination]
pagerSize = 10
[taxonomies]
topic = "topics"
[outputs]
home = ["html", "rss"]
section = ["html"]
term = ["html"]
taxonomy = ["html"]
[services.rss]
limit = 20
"""


def write(folder: Path, size: int, seed: int, style: str = "") -> list[dict[str, object]]:
    """Write both sites and the list of items; give the items."""
    made = items(size, seed)
    for item in made:
        front = dict(item["front"])  # type: ignore[call-overload]
        path = f"content/{item['kind']}/{item['slug']}.md"
        _put(folder / "ours" / path, f"---\n{front_matter(front)}---\n\n{item['body']}")
        front.setdefault("title", item["title"])
        if item["kind"] == "testimonials":
            front["title"] = f"In the words of {front['name']}"
        body = str(item["body"]).replace("../services/", "/services/").replace(".md)", "/)")
        _put(folder / "hugo" / path, f"---\n{front_matter(front)}---\n\n{body}")
    _put(folder / "ours/content/site.yaml", SITE)
    _put(folder / "hugo/hugo.toml", HUGO)
    for name, text in {"baseof": BASE.replace("STYLE", style), "single": SINGLE, "list": LIST, "home": HOME, "_partials/by_service": BY_SERVICE}.items():
        _put(folder / f"hugo/layouts/{name}.html", text)
    _put(folder / "items.json", json.dumps([{key: item[key] for key in ("kind", "slug", "token", "service")} for item in made]))
    return made


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args()
    print(f"{len(write(chosen.folder, chosen.size, chosen.seed))} items in {chosen.folder}")
