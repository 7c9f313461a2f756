"""The leak audit finds every private value in every place where one can hide, and cries at nothing else."""

from __future__ import annotations

import base64
import html
import io
import json
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image, PngImagePlugin

from sitegen.common.digests import digest
from sitegen.common.leaks.audit import Finished, Known
from sitegen.common.leaks.excuses import Excuses, Public
from sitegen.common.leaks.search import Searcher
from sitegen.common.leaks.texts import forget_audit, recall_texts, remember_texts, texts_of
from sitegen.common.leaks.views import views
from sitegen.common.own_trees import OwnTree
from sitegen.common.values import slugify
from sitegen.outreach.audit.audit import audited_private
from sitegen.outreach.audit.needles import Unreadable, needles, sought
from tests.outreach.private_canaries import Canaries

CANARIES = Canaries()
FILES = CANARIES.files()
SEARCHER_OF = needles(FILES)


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>A page</title>{head}<style>p{{margin:0}}</style></head><body><header>Menu</header><main>{body}</main></body></html>".encode()


def jpeg(text: str) -> bytes:
    stream = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = text
    Image.new("RGB", (8, 8)).save(stream, "JPEG", exif=exif)
    return stream.getvalue()


def jpeg_with(marker: int, data: bytes) -> bytes:
    plain = io.BytesIO()
    Image.new("RGB", (8, 8)).save(plain, "JPEG")
    return plain.getvalue()[:2] + bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data + plain.getvalue()[2:]


def png(text: str, *, packed: bool) -> bytes:
    stream, info = io.BytesIO(), PngImagePlugin.PngInfo()
    info.add_itxt("Comment", text, zip=packed) if packed else info.add_itxt("Comment", text)
    Image.new("RGB", (8, 8)).save(stream, "PNG", pnginfo=info)
    return stream.getvalue()


def webp(text: str) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "WEBP", xmp=f"<x:xmpmeta><dc:title>{html.escape(text)}</dc:title></x:xmpmeta>".encode())
    return stream.getvalue()


def docx(text: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", f"<w:p><w:t>{html.escape(text)}</w:t></w:p>")
    return stream.getvalue()


def folded_ics(text: str) -> bytes:
    line = "DESCRIPTION:" + text.replace(",", "\\,")
    return ("BEGIN:VCALENDAR\r\n" + "\r\n ".join(line[i : i + 11] for i in range(0, len(line), 11)) + "\r\nEND:VCALENDAR\r\n").encode()


def captions(text: str) -> bytes:
    words = text.replace(" ", "\r\n\r\n2\r\n00:02.000 --> 00:04.000 align:start\r\n", 1)
    return f"WEBVTT\r\n\r\n1\r\n00:00.000 --> 00:02.000\r\n{words}\r\n".encode()


PLACES: dict[str, Callable[[str], tuple[str, bytes]]] = {
    "text": lambda v: ("a/index.html", page(f"<p>Before {html.escape(v)}, after.</p>")),
    "capitals": lambda v: ("a/index.html", page(f"<p>Before {html.escape(v.upper())}, after.</p>")),
    "entities": lambda v: ("a/index.html", page("<p>" + "".join(f"&#{ord(letter)};" for letter in v) + "</p>")),
    "alternative text": lambda v: ("a/index.html", page(f'<img src="x.jpg" alt="{html.escape(v)}">')),
    "title and description": lambda v: ("a/index.html", page("", f'<meta property="og:description" content="{html.escape(v)}">')),
    "tags between the words": lambda v: ("a/index.html", page("<p>" + " ".join(f"<b>{html.escape(word)}</b>" for word in v.split()) + "</p>")),
    "another line each": lambda v: ("a/index.html", page("<p>" + "\n".join(html.escape(word) for word in v.split()) + "</p>")),
    "comment": lambda v: ("a/index.html", page(f"<!-- {html.escape(v)} -->")),
    "header": lambda v: ("a/index.html", page("").replace(b"Menu", html.escape(v).encode())),
    "style sheet": lambda v: ("a/index.html", page("").replace(b"p{margin:0}", f"/* {v} */".encode())),
    "structured data": lambda v: ("a/index.html", page("", f'<script type="application/ld+json">{json.dumps({"name": v})}</script>')),
    "escaped in structured data": lambda v: ("a/index.html", page("", '<script>{"x":"' + "".join(f"\\u{ord(c):04x}" for c in v) + '"}</script>')),
    "link": lambda v: ("a/index.html", page(f'<a href="https://example.com/?q={quote(v, safe="")}">x</a>')),
    "mail link": lambda v: ("a/index.html", page(f'<a href="mailto:x@example.com?body={quote(v)}">x</a>')),
    "base64": lambda v: ("a/index.html", page(f'<p data-x="{base64.b64encode(("see: " + v).encode()).decode()}"></p>')),
    "base64 for addresses": lambda v: ("a/index.html", page(f"<p>{base64.urlsafe_b64encode(v.encode()).decode()}</p>")),
    "feed": lambda v: ("feed.xml", f"<rss><item><description>{html.escape(html.escape(v))}</description></item></rss>".encode()),
    "feed in JSON": lambda v: ("feed.json", json.dumps({"items": [{"content_html": f"<p>{html.escape(v)}</p>"}]}).encode()),
    "calendar": lambda v: ("events/e/event.ics", folded_ics(v)),
    "captions, from one to the next": lambda v: ("images/x.vtt", captions(v)),
    "plain text": lambda v: ("guide.txt", f"Dear reader, {v} and more.".encode()),
    "text in UTF-16": lambda v: ("guide.txt", v.encode("utf-16")),
    "picture, EXIF": lambda v: ("images/x.jpg", jpeg(v)),
    "picture, XMP": lambda v: ("images/x.jpg", jpeg_with(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>" + html.escape(v).encode() + b"</x>")),
    "picture, IPTC": lambda v: ("images/x.jpg", jpeg_with(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\x20\x1c\x02\x78\0\x10" + v.encode())),
    "picture, XP comment": lambda v: ("images/x.jpg", jpeg_with(0xE1, b"Exif\0\0" + v.encode("utf-16-le"))),
    "picture, comment": lambda v: ("images/x.jpg", jpeg_with(0xFE, v.encode())),
    "picture, behind its end": lambda v: ("images/x.jpg", jpeg("") + v.encode()),
    "PNG": lambda v: ("images/x.png", png(v, packed=False)),
    "PNG, packed": lambda v: ("images/x.png", png(v, packed=True)),
    "WebP": lambda v: ("images/x.webp", webp(v)),
    "document": lambda v: ("guide.docx", docx(v)),
    "PDF, packed": lambda v: ("guide.pdf", b"%PDF-1.4\n1 0 obj\n<<>>\nstream\n" + zlib.compress(b"BT (" + v.encode() + b") Tj ET") + b"\nendstream\n"),
    "file name": lambda v: (f"files/{slugify(v)}.pdf" if "@" not in v and "//" not in v else f"files/{quote(v, safe='')}.txt", b"%PDF"),
    "share of a picture inline": lambda v: ("a/index.html", page(f'<img src="data:image/jpeg;base64,{base64.b64encode(jpeg(v)).decode()}">')),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("way", CANARIES.planted)
def test_a_private_value_is_found_wherever_it_hides(way: str, place: str) -> None:
    leak, value = CANARIES.planted[way]
    path, data = PLACES[place](value)
    if place == "file name" and leak in ("phone", "note"):
        path = f"files/{value}.txt"
    found = Searcher(SEARCHER_OF).found_in(path, data)
    assert value in {one.needle.text for one in found}, f"{way}: {value}"


def test_every_private_field_has_a_canary_or_is_said_to_need_none() -> None:
    assert len(CANARIES.planted) >= 20
    assert {leak for leak, _ in CANARIES.planted.values()} == {"name", "email", "phone", "link", "note"}


def found(text: str, *private: str, book: str = "") -> list[str]:
    """Give what is found in a page of what is private: names, or a whole book."""
    data = book or "people:\n" + "".join(f"  - name: {name}\n" for name in private)
    return sorted({leak.needle.text for leak in Searcher(needles({"outreach.yaml": data.encode()})).found_in("a/index.html", page(text))})


@pytest.mark.parametrize(
    "text",
    [
        "Anna Müller-Sample", "Sample, Anna", "ANNA SAMPLE", "Ánna Sämple", "Muller-Sample Anna", "anna-mueller-sample", "anna_sample", "AnnaSample", "annasample.jpg",
        "Anna&nbsp;Sample", "Anna B. Sample", "<td>Anna</td><td>Sample</td>", "An\u00adna Sam\u00adple", "Ａnna Ｓample", "Dr. Anna Sample, PhD", "anna%20sample", "#AnnaSample",
        '"givenName": "Anna", "familyName": "Sample"', "Anna Mueller Sample",
    ],
)  # fmt: skip
def test_a_full_name_is_found_however_it_is_written(text: str) -> None:
    assert found(text, "Anna Müller-Sample") == ["Anna Müller-Sample"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna",
        "a sample of Anna's",
        "Annabel Sample",
        "Anna Samples",
        "says Anna. Sample pages follow.",
        "Susanna Sample",
        "Sample",
        "anna is the sample",
        "Anna, and then a Sample",
    ],
)
def test_a_first_name_or_a_word_that_is_also_a_name_is_no_leak(text: str) -> None:
    assert found(text, "Anna Sample") == []


def test_one_word_alone_is_never_looked_for() -> None:
    assert found("Rose and Grace will hope", "Rose", "Grace") == []


@pytest.mark.parametrize(
    "text",
    [
        "+44 20 7946 0018",
        "0044 20 7946 0018",
        "+44 (0)20 79460018",
        "(020) 7946-0018",
        "020.7946.0018",
        "tel:+442079460018",
        "020 7946<br>0018",
        "+44\u00a020\u20117946\u20110018",
    ],
)
def test_a_phone_number_is_found_in_every_notation(text: str) -> None:
    book = "people:\n  - {name: X, phones: [+44 20 7946 0018]}\n"
    assert found(text, book=book) == ["+44 20 7946 0018"]
    assert found("020 7946 0019, 2026-11-22, 1200 EUR, 0 20 79", book=book) == []


@pytest.mark.parametrize(
    "text",
    [
        "anna@example.com",
        "ANNA@EXAMPLE.COM",
        "anna&#64;example.com",
        "anna at example dot com",
        "anna (at) example.com",
        "anna <b>@</b> example.com",
        "mailto:anna%40example.com",
    ],
)
def test_an_address_is_found_in_every_notation(text: str) -> None:
    book = "people:\n  - {name: X, email: Anna@example.com}\n"
    assert [one.lower() for one in found(text, book=book)] == ["anna@example.com"]
    assert found("joanna@example.com, anna@example.org, anna.example.com", book=book) == []


@pytest.mark.parametrize(
    "text", ["https://www.linkedin.com/in/anna-x", "http://linkedin.com/in/anna-x/?a=b", "LinkedIn.com/in/Anna-X", "//www.linkedin.com/in/anna-x#top"]
)
def test_a_link_is_found_in_every_notation(text: str) -> None:
    book = "people:\n  - {name: X, links: [https://www.linkedin.com/in/anna-x/]}\n"
    assert len(found(f'<a href="{text}">x</a>', book=book)) == 1
    assert found("https://www.linkedin.com/in/anna-x-2 https://www.linkedin.com/in/maya", book=book) == []


def test_six_words_of_a_note_give_it_away_and_five_do_not() -> None:
    book = "people:\n  - name: X\n    touches:\n      - 2026-11-02 coffee: she wants to leave her post before the summer ends\n"
    assert found("They said: she wants to leave HER post!", book=book) == ["she wants to leave her post before the summer ends"]
    assert found("she wants to leave her", book=book) == []


def test_what_is_under_a_field_that_nobody_knows_is_looked_for_too() -> None:
    book = "people:\n  - name: X\n    spouse: reach him at peter@example.com\n    # they told me that they will move to Oslo soon\nsecret: {deep: [call 020 7946 0018]}\n"
    assert found("peter@example.com", book=book) == ["peter@example.com"]
    assert found("and they will move to Oslo soon", book=book) != []
    assert found("020 7946 0018", book=book) == ["020 7946 0018"]


def test_short_forms_and_names_alone_are_looked_for() -> None:
    book = "people:\n  - Bertram Oxley\n  - name: X\n    introductions:\n      - 2026-01-01 Cosmo Tarn: head of a mill\n    clients: [2026-01-01 Della Ruhe]\n"
    assert found("Oxley, Bertram and Cosmo Tarn and Della Ruhe", book=book) == ["Bertram Oxley", "Cosmo Tarn", "Della Ruhe"]


def test_names_of_staged_people_are_not_looked_for_and_their_addresses_are() -> None:
    staged = b'{"name": "Elma Voss", "emails": ["elma@example.com"]}\n'
    hits = Searcher(needles({"staged.jsonl": staged})).found_in("a/index.html", page("Elma Voss elma@example.com"))
    assert [leak.needle.kind for leak in hits] == ["email"]


def test_a_file_that_cannot_be_read_is_told_by_its_place_alone() -> None:
    with pytest.raises(Unreadable) as told:
        needles({"outreach.yaml": b"people:\n  - name: Anna Sample\n bad\n"})
    assert "Anna" not in str(told.value)
    assert str(told.value).startswith("content/private/outreach.yaml:")


def test_what_is_public_by_right_is_excused() -> None:
    private = {
        "outreach.yaml": b"people:\n  - {name: Anna Sample, emails: [a@example.com]}\n  - name: Rose Garden\n  - name: Carl Test\nallow: [{name: Rose Garden, why: a place}]\n",
        "clients.yaml": b"clients:\n  - who: X\n    start: 2026-01-01\n    goals: [decide within a week of a question being asked]\n",
    }

    text = page("Anna Sample, a@example.com, the rose garden, Carl Test: decide within a week of a question being asked")
    excuses = Excuses(
        Public(names=("Anna Sample",), emails=("a@example.com",), texts=("Goal: decide within a week of a question being asked.",)), sought(private).allowed
    )
    left = [leak.needle.text for leak in Searcher(needles(private)).found_in("a", text) if not excuses.excuse(leak)]
    assert left == ["Carl Test"]


NOTHING = Public()


def looked(
    private: dict[str, bytes], made: dict[str, bytes], standing: dict[str, bytes], known: Known, public: Public = NOTHING, mark: str = "m"
) -> tuple[list[str], Known, int]:
    """Audit with the bytes as their own digests."""
    finished = Finished(made, {path: data.decode() for path, data in standing.items()}, standing.__getitem__, bytes.decode)
    done = audited_private(private, finished, mark, lambda: public, known, b"key", "1")
    texts = {**known.texts(), **done.texts}
    return sorted({leak.needle.text for leak in done.leaks}), Known(done.remembered, lambda: texts), done.looked_through


BOOK = {"outreach.yaml": b"people:\n  - name: Anna Sample\n"}


def test_only_what_changed_is_looked_through_again() -> None:
    pages = {f"p{i}/index.html": page(f"page {i}") for i in range(20)}
    leaks, known, number = looked(BOOK, pages, {}, Known())
    assert (leaks, number) == ([], 20)
    leaks, known, number = looked(BOOK, {}, pages, known)
    assert (leaks, number) == ([], 0)
    leaks, known, number = looked(BOOK, {"p3/index.html": page("now another")}, {p: d for p, d in pages.items() if p != "p3/index.html"}, known)
    assert (leaks, number) == ([], 1)


def test_another_touch_with_nothing_to_look_for_makes_nothing_due_and_another_name_everything() -> None:
    pages = {f"p{i}/index.html": page(f"page {i} by Bo Probe") for i in range(5)}
    _, known, _ = looked(BOOK, pages, {}, Known())
    more = {"outreach.yaml": BOOK["outreach.yaml"] + b"    touches: [2026-11-02 call]\n"}
    assert looked(more, {}, pages, known)[2] == 0
    leaks, _, number = looked({"outreach.yaml": BOOK["outreach.yaml"] + b"  - name: Bo Probe\n"}, {}, pages, known)
    assert (leaks, number) == (["Bo Probe"], 5)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("way", CANARIES.planted)
def test_what_is_new_in_the_private_files_is_found_in_pages_that_were_clean(way: str, place: str) -> None:
    leak, value = CANARIES.planted[way]
    path, data = PLACES[place](f"{value}" if place != "file name" or leak not in ("phone", "note") else "plain")
    others = {f"p{number}/index.html": page(f"page {number}") for number in range(5)}
    finished = Finished({path: data, **others}, {}, dict.__getitem__, digest)
    first = audited_private({}, finished, "m", Public, Known(), b"key", "1")
    assert (first.leaks, first.looked_through) == ((), 6)
    standing = {name: digest(content) for name, content in finished.made.items()}
    again = audited_private(
        FILES, Finished({}, standing, finished.made.__getitem__, digest), "m", Public, Known(first.remembered, lambda: first.texts), b"key", "1"
    )
    whole = audited_private(FILES, finished, "m", Public, Known(), b"key", "1")
    assert again.leaks == whole.leaks
    assert (value in {one.needle.text for one in again.leaks}) == (place != "file name" or leak not in ("phone", "note"))


def test_a_new_person_has_no_page_taken_apart_where_none_names_them() -> None:
    pages = {f"p{i}/index.html": page(f'<img src="x.jpg" alt="page {i}"> by Bo Probe') for i in range(5)}
    _, known, _ = looked(BOOK, pages, {}, Known())
    more = {
        "outreach.yaml": BOOK["outreach.yaml"]
        + b"  - {name: Carla Test, emails: [carla@example.com], phones: [+44 20 7946 0018], note: one two three four five six}\n"
    }
    leaks, known, number = looked(more, {}, pages, known)
    assert (leaks, number) == ([], 0)
    assert looked({"outreach.yaml": more["outreach.yaml"] + b"  - name: Bo Probe\n"}, {}, pages, known)[0] == ["Bo Probe"]
    assert looked({"outreach.yaml": b"people: []\n"}, {}, pages, known)[2] == 0


def test_a_page_whose_texts_are_not_remembered_or_are_of_other_bytes_is_taken_apart() -> None:
    pages = {f"p{i}/index.html": page("by Bo Probe" if i == 3 else "x") for i in range(5)}
    _, known, _ = looked(BOOK, pages, {}, Known())
    more = {"outreach.yaml": BOOK["outreach.yaml"] + b"  - name: Bo Probe\n"}
    kept = known.texts()
    for texts in ({}, {path: replace(one, digest="other") for path, one in kept.items()}, {path: one for path, one in kept.items() if path != "p3/index.html"}):
        leaks, _, number = looked(more, {}, pages, Known(known.remembered, lambda texts=texts: texts))
        assert (leaks, number) == (["Bo Probe"], max(1, 5 - len(texts)) if "p3/index.html" not in texts else 5)


def test_a_tag_that_left_the_pages_is_not_mistaken_for_one_that_stands_there() -> None:
    pages = {f"p{i}/index.html": page('<img src="x.jpg" alt="Bo Probe">' if i < 2 else "x") for i in range(3)}
    _, known, _ = looked(BOOK, pages, {}, Known())
    pages = dict.fromkeys(pages, page("x"))
    _, known, number = looked(BOOK, pages, {}, known)
    assert number == 2
    assert looked({"outreach.yaml": BOOK["outreach.yaml"] + b"  - name: Bo Probe\n"}, {}, pages, known)[::2] == ([], 0)


def test_remembered_texts_are_kept_by_path_and_damage_makes_them_unknown(tmp_path: Path) -> None:
    cache = OwnTree(tmp_path)
    pages = {f"p{i}/index.html": page(f"page {i} \u201csaid\u201d <b>x</b>") for i in range(100)}
    standing = {path: digest(data) for path, data in pages.items()}
    texts = {path: texts_of(views(path, data), standing[path]) for path, data in pages.items()}
    remember_texts(cache, "1", texts, standing)
    assert recall_texts(cache, "1") == texts
    assert recall_texts(cache, "2") == {}
    before = {found.path: (found.modified_ns, found.inode) for found in cache.every_found()}
    standing.pop("p7/index.html")
    remember_texts(cache, "1", {}, standing)
    after = {found.path: (found.modified_ns, found.inode) for found in cache.every_found()}
    assert sum(before[path] != after[path] for path in before) == 1
    assert recall_texts(cache, "1").keys() == standing.keys()
    for path in cache.every_file():
        data = cache.read(path)
        for damaged in (b"", data[:-3], data.replace(b"page", b"pagf", 1), b"\xff\n{}"):
            cache.write(path, damaged)
            known = recall_texts(cache, "1")
            assert known.items() <= texts.items()
            assert len(known) < 99
        cache.write(path, data)
    forget_audit(cache)
    assert cache.every_file() == ()


def test_an_excuse_that_is_gone_makes_everything_due() -> None:
    pages = {"p/index.html": page("Anna Sample")}
    leaks, known, _ = looked(BOOK, pages, {}, Known(), Public(names=("Anna Sample",)))
    assert leaks == []
    assert looked(BOOK, {}, pages, known, Public(names=("Anna Sample",)), "m")[2] == 0
    assert looked(BOOK, {}, pages, known, Public(names=("Anna Sample",)), "touched")[2] == 0
    assert looked(BOOK, {}, pages, known, Public(), "touched")[0] == ["Anna Sample"]


def test_what_is_remembered_holds_no_private_word() -> None:
    pages = {"p/index.html": page("nothing")}
    known = looked(FILES, pages, {}, Known())[1]
    told = repr((known.remembered, known.texts())).lower()
    assert not [value for _, value in CANARIES.planted.values() if value.lower() in told or value.split()[0].lower() in told]


def test_random_pages_cry_at_nothing() -> None:
    rnd = random.Random(7)
    words = [
        line.strip()
        for line in [
            "she",
            "he",
            "they",
            "work",
            "team",
            "week",
            "meeting",
            "decide",
            "lead",
            "manager",
            "coach",
            "day",
            "question",
            "answer",
            "plan",
            "goal",
            "value",
            "talk",
            "write",
            "ask",
        ]
    ]
    for _ in range(50):
        text = " ".join(rnd.choice(words) for _ in range(400))
        assert Searcher(SEARCHER_OF).found_in("a/index.html", page(text)) == ()
