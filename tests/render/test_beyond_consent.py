"""R4 in each place where a person can leak, for each thing that a record holds; and what is no leak."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from sitegen.build.site_build import build_site
from sitegen.common.problems import ContentError, Problem
from sitegen.common.records import fields_of
from sitegen.common.trees import bundled_tree, public_tree
from sitegen.site import items
from sitegen.site.rules.withheld import FIELDS, OPEN, UNSHOWN
from tests.small_site import SMALL, TODAY, write_site

Files = Mapping[str, str | bytes]

NAME, TITLE, COMPANY, PLACE = "Zora Quillfeather", "Keeper of Lanterns", "Brumble Works", "Vexholm"
LINK = "https://people.example.com/zq-1871"
WORDS = "My lanterns burned crooked until one odd Thursday in the rain"
TOLD: Mapping[str, str] = {"name": NAME, "company": COMPANY, "link": LINK, "quote": WORDS}
"""What is looked for in every byte, as it is written in running text."""
BESIDE: Mapping[str, str] = {
    "title": f"Zora is a {TITLE.lower()} now",
    "location": f"that is how Zora left {PLACE}",
    "result": "her lantern hours fell from 31 to 22 in a year",
}
"""What tells of a person only in a sentence about her, as it is written in one."""
NUMBERS = "not_claims: [{text: from 31 to 22, why: another rule asks what is behind a number}]\n"


def picture(colour: str, **more: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 64), colour).save(out, "JPEG", **more)
    return out.getvalue()


def withholding(consent: str = "", more: str = "", body: str = WORDS) -> str:
    """Give a record of a person who let nothing be shown; with a consent, what it says."""
    return f"""---
name: {NAME}
title: {TITLE}
company: {COMPANY}
location: {PLACE}
photo: zora.jpg
logo: brumble.jpg
link: {LINK}
relationship: client
original: shown
date: 2026-05-04
result: {{measure: Lantern hours, before: 31, after: 22, unit: h, period: a year, evidence: content/private/evidence/z.pdf, typicality: typical}}
status: published
{consent}{more}---

{body}.
"""


RECORD = {
    "content/testimonials/z1.md": withholding(),
    "content/images/zora.jpg": picture("red"),
    "content/images/brumble.jpg": picture("blue"),
}


def put(path: str, old: str, new: str) -> Files:
    assert old in SMALL[path]
    return {path: SMALL[path].replace(old, new, 1)}


def line(path: str, words: str) -> str:
    return f"{path}:{SMALL[path].partition(words)[0].count(chr(10)) + 1}"


def problems(folder: Path, files: Files) -> tuple[Problem, ...]:
    write_site(folder, {**SMALL, **RECORD, **files})
    try:
        build_site(public_tree(folder), bundled_tree(), TODAY)
    except ContentError as error:
        return error.problems
    return ()


def leaks(folder: Path, files: Files) -> dict[str, str]:
    """Give the place of each thing that is told to leak, by its field; fails for any other problem."""
    found = problems(folder, files)
    assert {problem.code for problem in found} <= {"R4"}, "\n".join(map(str, found))
    words = {"the name": "name", "the title": "title", "the company": "company", "the place": "location", "the photo": "photo", "the logo": "logo", "the link": "link", "the words": "quote", "the result": "result"}  # fmt: skip
    return {next(field for said, field in words.items() if f"{said} that content/" in problem.message): str(problem.location) for problem in found}


ALL = " / ".join(TOLD.values())
PAGE = "---\ntitle: About\n{more}---\n\n{body}\n"


def page(more: str = "", body: str = "Me.") -> Files:
    return {"content/pages/about.md": PAGE.format(more=more, body=body)}


PLACES: Mapping[str, tuple[Files, str]] = {
    "a text": (page(body=ALL), "content/pages/about.md:5"),
    "capitals": (page(body=ALL.upper()), "content/pages/about.md:5"),
    "a picture's alternative text": (page(f'image: zebra.jpg\nimage_alt: "{ALL}"\n'), "content/pages/about.md:4"),
    "a picture's title": (page(body=f'![a field](../images/zebra.jpg "{ALL}")'), "content/pages/about.md:5"),
    "a description": (page(f'description: "{ALL}"\n'), "content/pages/about.md:3"),
    "a section": (page(f'sections: [{{type: text, text: "{ALL}"}}]\n'), "content/pages/about.md:3"),
    "a comment in a text": (page(body=f"Me.\n\n<!-- {ALL} -->"), "content/pages/about.md:7"),
    "entities": (page(body="".join(f"&#{ord(c)};" if c.isalpha() else c for c in ALL)), "content/pages/about.md:5"),
    "a summary that feeds show": (put("content/articles/meetings.md", "One question to ask before each meeting.", f'"{ALL}"'), "content/articles/meetings.md:3"),
    "an event and its calendar file": (put("content/events/evening.md", "Bring one meeting.", ALL), "content/events/evening.md:10"),
    "another's disclosure": (put("content/testimonials/anna.md", "status: published", f'disclosure: "{ALL}"\nstatus: published'), line("content/testimonials/anna.md", "status: published")),
    "another's own words": (put("content/testimonials/anna.md", "I was not sure that it would help.", f"{ALL}."), line("content/testimonials/anna.md", "I was not sure")),
    "the settings": ({"content/site.yaml": SMALL["content/site.yaml"] + f'bio: "{ALL}"\n'}, "content/site.yaml:6"),
    "public facts": (
        {"content/data/proof.yaml": f'figures:\n  - {{id: a, value: "1", label: "{ALL}", source: x, as_of: 2026-10-01}}\n', **page(body="[[figure a]]")},
        "content/data/proof.yaml:2",
    ),
    "a text that goes online": ({"content/files/notes.txt": f"one\n{ALL}\n"}, "content/files/notes.txt:2"),
    "a page that goes online": ({"content/files/old.html": f"<p>one\n<!-- {ALL} -->"}, "content/files/old.html:2"),
    "base64 in what goes online": ({"content/files/notes.txt": base64.b64encode(ALL.encode())}, "content/files/notes.txt:1"),
    "percent signs": ({"content/files/notes.txt": "".join(f"%{b:02x}" for b in ALL.encode())}, "content/files/notes.txt:1"),
    "what a camera wrote": ({"content/files/photo.jpg": picture("green", comment=ALL.encode())}, "content/files/photo.jpg"),
    "a photo that is called as smaller ones are": (
        {"content/files/images/0123456789ab-400.jpg": picture("green", comment=ALL.encode())}, "content/files/images/0123456789ab-400.jpg",
    ),
    "XMP": ({"content/files/photo.jpg": picture("green", xmp=f"<x>{ALL}</x>".encode())}, "content/files/photo.jpg"),
    "a template": ({"templates/partials/footer.html": f"<footer>{ALL}</footer>\n"}, "templates/partials/footer.html:1"),
    "the style sheet": ({"templates/css/10-tokens.css": f'.a::after {{ content: "{ALL}" }}\n'}, "templates/css/10-tokens.css:1"),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_nothing_withheld_stands_in(place: str, tmp_path: Path) -> None:
    files, where = PLACES[place]
    things = TOLD.keys() - {"quote"} if place == "another's own words" else TOLD.keys()  # who says the same has the right to
    assert leaks(tmp_path, {"content/images/zebra.jpg": picture("yellow"), **files}) == dict.fromkeys(things, where)


@pytest.mark.parametrize("thing", BESIDE)
def test_what_many_share_gives_a_person_away_in_a_sentence_about_her(thing: str, tmp_path: Path) -> None:
    assert leaks(tmp_path, page(NUMBERS, f"One day.\n\nSo {BESIDE[thing]}, she says.")) == {thing: "content/pages/about.md:8"}


WRITINGS = (
    "Quillfeather, Zora", "ZORA QUILLFEATHER", "Zora M. Quillfeather", "Z. Quillfeather", "z-quillfeather", "Ms Quillfeather", "ZoraQuillfeather.jpg", "zora-quillfeather",
    "quillfeather_zora.png", "Zo\u0301ra Quillfea\u00adther",
)  # fmt: skip


@pytest.mark.parametrize("writing", WRITINGS)
def test_a_withheld_name_is_known_however_it_is_written(writing: str, tmp_path: Path) -> None:
    assert leaks(tmp_path, page(body=f"I spoke with {writing} once.")) == {"name": "content/pages/about.md:5"}


@pytest.mark.parametrize(
    "files",
    [
        {"content/pages/zora-quillfeather.md": PAGE.format(more="", body="Me.")},
        page("slug: quillfeather-zora\n"),
        page("aliases: [/zora-quillfeather/]\n"),
        {"content/files/ZoraQuillfeather.txt": "hello"},
    ],
)
def test_a_withheld_name_stands_in_no_address(files: Files, tmp_path: Path) -> None:
    assert set(leaks(tmp_path, files)) == {"name"}


@pytest.mark.parametrize(("thing", "name"), [("photo", "zora.jpg"), ("logo", "brumble.jpg")])
def test_a_withheld_picture_is_shown_nowhere(thing: str, name: str, tmp_path: Path) -> None:
    same: Any = RECORD[f"content/images/{name}"]
    assert leaks(tmp_path, page(f'image: {name}\nimage_alt: ""\n')) == {thing: "content/pages/about.md:3"}
    assert leaks(tmp_path, page(body=f"![a person](../images/{name})")) == {thing: "content/pages/about.md:5"}
    assert leaks(tmp_path, {**page('image: other.jpg\nimage_alt: ""\n'), "content/images/other.jpg": same}) == {thing: "content/pages/about.md:3"}
    assert leaks(tmp_path, {**page(), "content/files/other.jpg": same}) == {thing: "content/files/other.jpg"}


GRANTED = "consent: {{status: granted, date: 2026-05-04, method: email, scope: [site], items: [{items}], show_as: {show}}}\n"


@pytest.mark.parametrize(
    ("consent", "things"),
    [
        ("consent: {status: withdrawn, date: 2026-05-04, withdrawn_on: 2026-06-01}\n", set(TOLD)),
        ("consent: {status: requested}\n", set(TOLD)),
        ("consent: {status: declined}\n", set(TOLD)),
        ("consent: {status: granted, date: 2026-05-04, method: email, scope: [site], items: [quote, name], show_as: full, until: 2026-11-20}\n", set(TOLD)),
        (GRANTED.format(items="quote, name, company, link", show="full"), set()),
        (GRANTED.format(items="quote, name, company, link", show="first_name"), {"name", "link"}),
        (GRANTED.format(items="quote, name, company, link", show="initials"), {"name", "link"}),
        (GRANTED.format(items="quote, name, company, link", show="role"), {"name", "link"}),
        (GRANTED.format(items="quote, name, company, link", show="anonymous"), {"name", "link"}),
        (GRANTED.format(items="name", show="full"), {"company", "link", "quote"}),
        (GRANTED.format(items="quote", show="full"), {"name", "company", "link"}),
    ],
)
def test_what_a_consent_covers_may_stand_anywhere_and_nothing_else(consent: str, things: set[str], tmp_path: Path) -> None:
    assert set(leaks(tmp_path, {**page(body=ALL), "content/testimonials/z1.md": withholding(consent)})) == things


NO_LEAKS: Mapping[str, Files] = {
    "a first name alone": page(body="Zora is a name I like."),
    "a title of its own": page(body="A keeper of lanterns reads this. So do people in Vexholm."),
    "a name in another sentence": page(body="Zora wrote to me. The keeper of lanterns did not."),
    "a comment in the front matter": page(f"# {ALL}\n"),
    "a draft": page("draft: true\n", ALL),
    "a company with a full stop within": page(body="We brumble. Works of art help."),
    "the same person, named with consent": {
        **page(body=NAME), "content/testimonials/z2.md": withholding(GRANTED.format(items="quote, name, company, link", show="full")),
    },
    "what the record lets stand": {
        **page(body=COMPANY), "content/testimonials/z1.md": withholding(more=f"allow: [{{text: {COMPANY}, why: the museum of that name}}]\n"),
    },
    "the coach's own name": {"content/site.yaml": SMALL["content/site.yaml"].replace("Maya Example", NAME)},
    "six words of somebody else's": {
        **page(body=WORDS), "content/testimonials/z2.md": withholding(GRANTED.format(items="quote, name", show="full")).replace(NAME, "Bo Other"),
    },
}  # fmt: skip


@pytest.mark.parametrize("words", NO_LEAKS)
def test_no_leak(words: str, tmp_path: Path) -> None:
    assert not problems(tmp_path, NO_LEAKS[words])


OWN = GRANTED.format(items="quote", show="anonymous")


@pytest.mark.parametrize(
    ("more", "body", "thing"),
    [
        ("", "At Brumble Works we had no time", "company"),
        ("", "I came all the way from Vexholm", "location"),
        ("", "In those days a keeper of lanterns had no time", "title"),
        ("", "I, a Quillfeather, had no time", "name"),
        ("disclosure: Zora Quillfeather paid less.\n", "I had no time", "name"),
        ("description: What one person at Brumble Works says of it.\n", "I had no time", "company"),
        ("aliases: [/zora-quillfeather/]\n", "I had no time", "name"),
    ],
)
def test_a_record_gives_its_own_person_away_in_no_field(more: str, body: str, thing: str, tmp_path: Path) -> None:
    assert set(leaks(tmp_path, {"content/testimonials/z1.md": withholding(OWN, more, body)})) == {thing}


def test_the_message_says_what_stands_where_and_what_to_do(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, page(body=f"With {COMPANY} and with {COMPANY}."))
    assert str(problem) == (
        "content/pages/about.md:5: 'Brumble Works' stands here, the company that content/testimonials/z1.md withholds: there is no consent on record (R4).\n"
        "    Take it out here.\n"
        "    Or ask the person, and write down at content/testimonials/z1.md what may be shown.\n"
        "    If it means something else here, add to content/testimonials/z1.md: allow: [{text: Brumble Works, why: ...}]\n"
        "    Why: a person's consent covers what it names and no more (NY Civil Rights Law s.51, GDPR Art 7, ICF Code of Ethics: confidentiality)."
    )


CASE = """---
title: A lantern relit
summary: How every crooked lantern in that house came to burn straight.
date: 2026-06-01
client: {described: A lantern house, name: Zora Quillfeather, company: Brumble Works, title: Keeper of Lanterns, location: Vexholm}
service: team
goals: [Every wick is trimmed before the seventh bell rings.]
measures: [{name: Lantern hours, before: 31, after: 22, unit: h, period: a year, evidence: content/private/evidence/z.pdf, better: lower}]
typicality: typical
sponsor: Tallow Trust
---

Nobody had looked at the third lantern from the left in years.
"""


def test_a_case_without_consent_leaks_nowhere(tmp_path: Path) -> None:
    files = {"content/results/z1.md": CASE, "content/testimonials/z1.md": withholding().replace(NAME, "Bo Other").replace(COMPANY, "Elsewhere")}
    for text, thing in {
        NAME: "name", COMPANY: "company", "Tallow Trust": "company", "every wick is trimmed before the seventh bell": "result",
        "nobody had looked at the third lantern": "result", "every crooked lantern in that house came": "result", "lantern hours went from 31 to 22": "result",
    }.items():  # fmt: skip
        assert set(leaks(tmp_path, {**files, **page(NUMBERS, text)})) == {thing}, text


def test_every_field_of_a_person_or_case_is_known_to_the_rule() -> None:
    """A new field has to be said to hold the person's own things, to be shown with the record, or never to be shown."""
    for model in (items.Testimonial, items.Client, items.Result):
        known = [*FIELDS[model], *OPEN[model], *UNSHOWN[model]]
        assert sorted(known) == sorted({field.name for field in fields_of(model)}), model.__name__
