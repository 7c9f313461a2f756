"""What no consent covers is in no byte of the output: every field of random records holds a mark of its own, and every mark is looked for, decoded too.

What may be shown is said here once more, from the words of the rules alone, so that the site's own reading of a consent is held against another.
"""

from __future__ import annotations

import base64
import html
import io
import re
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from sitegen.build.builder import Workshop
from sitegen.build.site_build import build_site
from sitegen.common.problems import ContentError
from sitegen.common.records import fields_of
from sitegen.common.trees import bundled_tree, public_tree
from sitegen.site import items
from tests.small_site import SMALL, TODAY, write_site

FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def mark(number: int, field: str) -> str:
    return f"Zq{chr(97 + number)}x{field.replace('_', '')}"


def photo(number: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (80, 60), (number * 60, 80, 120)).save(out, "JPEG", comment=mark(number, "camera").encode())
    return out.getvalue()


ITEMS = ("quote", "name", "title", "company", "location", "photo", "logo", "link", "result")
CONSENTS = st.fixed_dictionaries(
    {
        "status": st.sampled_from(["granted", "granted", "granted", "requested", "declined", "withdrawn"]),
        "items": st.lists(st.sampled_from(ITEMS), unique=True),
        "show_as": st.sampled_from(["full", "first_name", "initials", "role", "anonymous", None]),
        "until": st.sampled_from([None, None, date(2026, 11, 20), date(2026, 11, 21)]),
        "scope": st.sampled_from([["site"], ["site", "print"], ["print"]]),
        "method": st.sampled_from(["email", "oral"]),
        "date": st.sampled_from([date(2026, 5, 4), date(2026, 5, 4), date(2026, 11, 22)]),
    }
)
STATUSES = st.sampled_from(["published", "published", "published", "approved", "retired"])


def record(number: int, status: str, consent: Mapping[str, Any]) -> str:
    said = {key: value for key, value in consent.items() if value is not None}
    if consent["status"] != "granted":
        said.pop("date")
    if consent["status"] == "withdrawn":
        said["withdrawn_on"] = date(2026, 6, 1)
    own = {"wording": mark(number, "wording"), "evidence": f"content/private/evidence/{mark(number, 'evidence')}.eml", **said}
    fields: dict[str, Any] = {
        "slug": f"one-{number}", "name": f"{mark(number, 'first')} {mark(number, 'last')}", "relationship": "client", "service": "team",
        "original": f"Before it all, {mark(number, 'original')} was lost. So then {mark(number, 'quote')} found some way through.", "date": date(2026, 5, 4),
        "photo": f"p{number}.jpg", "logo": f"l{number}.jpg", "link": f"https://people.example.com/{mark(number, 'link')}", "consent": own, "status": status,
        "source_url": f"https://posts.example.com/{mark(number, 'sourceurl')}", "topics": [mark(number, "topics")],
        **{field: mark(number, field) for field in ("title", "company", "location", "audience", "objection")},
        "result": {
            "measure": mark(number, "measure"), "before": 1, "after": 2, "unit": mark(number, "unit"), "period": mark(number, "period"),
            "evidence": f"content/private/evidence/{mark(number, 'resultevidence')}.pdf", "typicality": "typical",
        },
        "verification": {"method": "asked in person", "date": date(2026, 5, 6)},
    }  # fmt: skip
    return f"---\n{yaml.safe_dump(fields, sort_keys=False, allow_unicode=True)}---\n\nSo then {mark(number, 'quote')} found some way through.\n"


def allowed(number: int, status: str, consent: Mapping[str, Any]) -> set[str]:
    """Give the marks of a record that may stand on the site: what the rules say, and nothing that the site works out."""
    granted = (
        consent["status"] == "granted" and consent["date"] <= TODAY and (consent["until"] is None or consent["until"] >= TODAY) and "site" in consent["scope"]
    )
    if not granted or status != "published" or "quote" not in consent["items"]:
        return set()
    of, show = set(consent["items"]), consent["show_as"]
    fields = {"quote"} | (of & {"title", "company", "location"})
    if "name" in of and show in ("full", "first_name"):
        fields |= {"first"} | ({"last"} if show == "full" else set())
    if "link" in of and show == "full":
        fields.add("link")
    if "result" in of:
        fields |= {"measure", "unit", "period"}
    return {mark(number, field) for field in fields}


def texts(data: bytes) -> Iterator[str]:
    """Give every reading of some bytes, written without the product's own."""
    text = data.decode("utf-8", "replace")
    yield text
    yield html.unescape(html.unescape(text))
    yield unquote(html.unescape(text))
    yield data.decode("latin-1")
    yield data.decode("utf-16-le", "replace")
    for run in re.findall(rb"[A-Za-z0-9+/_-]{16,}={0,2}", data):
        for shift in range(4):
            part = run[shift:].replace(b"-", b"+").replace(b"_", b"/").rstrip(b"=")
            part = part[: len(part) - (len(part) % 4 == 1)]
            yield base64.b64decode(part + b"=" * (-len(part) % 4)).decode("utf-8", "replace")
    if data[:3] == b"\xff\xd8\xff" or data[:4] in (b"RIFF", b"\x89PNG"):
        with Image.open(io.BytesIO(data)) as picture:
            yield repr(picture.info) + repr(dict(picture.getexif()))


MARK = re.compile(r"zq[a-h]x[a-z]+")


def marks_in(files: Mapping[str, bytes]) -> set[str]:
    return {found for path, data in files.items() for text in (unquote(path), *texts(data)) for found in MARK.findall(text.lower())}


def site(people: list[tuple[str, dict[str, Any]]]) -> dict[str, str | bytes]:
    files: dict[str, str | bytes] = {**SMALL, "content/site.yaml": SMALL["content/site.yaml"] + "url: https://www.example.com\n"}
    for number, (status, consent) in enumerate(people):
        files |= {f"content/testimonials/one-{number}.md": record(number, status, consent)}
        files |= {f"content/images/p{number}.jpg": photo(number), f"content/images/l{number}.jpg": photo(number + 4)}
    return files


@FEW
@given(st.lists(st.tuples(STATUSES, CONSENTS), min_size=1, max_size=4))
def test_no_mark_that_no_consent_covers_is_in_any_byte(people: list[tuple[str, dict[str, Any]]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = write_site(Path(name), site(people))
        built = build_site(public_tree(folder), bundled_tree(), TODAY)
    may = {one.lower() for number, (status, consent) in enumerate(people) for one in allowed(number, status, consent)}
    found = marks_in(built.files)
    assert found <= may, sorted(found - may)
    quoted = {one for one in may if one.endswith("xquote")}
    assert quoted <= found, "what may be shown is shown"


def test_every_field_of_a_testimonial_is_marked_or_says_nothing_of_a_person() -> None:
    marked = set(
        yaml.safe_load(
            record(
                0, "published", {"status": "granted", "items": [], "show_as": "full", "until": None, "scope": ["site"], "method": "email", "date": TODAY}
            ).split("---\n")[1]
        )
    )
    says_nothing = {
        "aliases", "menu", "description", "image", "image_alt", "draft", "expires", "noindex", "sample", "lang", "translation", "typos", "not_claims", "allow", "pull_quote",
        "experience", "source", "benefit", "expected_before", "disclosure", "rating", "image_focus", "photo_focus", "video",
    }  # fmt: skip
    assert marked | says_nothing == {field.name for field in fields_of(items.Testimonial)}
    assert not marked & says_nothing


def test_the_marks_are_found_where_they_are_hidden() -> None:
    hidden = {
        "a.html": b"&#90;qaxfirst %5Aqbxfirst", "b.txt": base64.b64encode(b"some words and Zqcxfirst"), "c.jpg": photo(3), "Zqexfirst.txt": b"",
        "d.bin": "Zqfxfirst".encode("utf-16-le"),
    }  # fmt: skip
    assert marks_in(hidden) == {"zqaxfirst", "zqbxfirst", "zqcxfirst", "zqdxcamera", "zqexfirst", "zqfxfirst"}


def test_a_withdrawn_consent_leaves_no_trace_after_one_build_whether_the_last_is_remembered_or_not(tmp_path: Path) -> None:
    full = {"status": "granted", "items": list(ITEMS), "show_as": "full", "until": None, "scope": ["site"], "method": "email", "date": date(2026, 5, 4)}
    for remembered in (True, False):
        folder = write_site(tmp_path / str(remembered), site([("published", full)]))

        def on_disk(output: Path = folder / "output") -> dict[str, bytes]:
            return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}

        shop = Workshop(folder, public_tree(folder), bundled_tree())
        shop.build(TODAY)
        assert marks_in(on_disk()) >= {one.lower() for one in allowed(0, "published", full)}
        pictures = {path for path in on_disk() if path.startswith("images/")}
        write_site(folder, site([("published", {**full, "status": "withdrawn"})]))
        if not remembered:
            import shutil

            shutil.rmtree(folder / ".sitegen")
        Workshop(folder, public_tree(folder), bundled_tree()).build(TODAY)
        after = on_disk()
        assert marks_in(after) == set()
        assert not pictures & after.keys()
        assert not any("one-0" in path or b"one-0" in data for path, data in after.items())


def test_a_withheld_word_stops_a_build_that_remembers_clean_pages(tmp_path: Path) -> None:
    """What becomes withheld is looked for in pages that stand as they are, too."""
    full = {"status": "granted", "items": list(ITEMS), "show_as": "full", "until": None, "scope": ["site"], "method": "email", "date": date(2026, 5, 4)}
    article = SMALL["content/articles/meetings.md"] + f"\nWith {mark(0, 'first')} {mark(0, 'last')}.\n"
    folder = write_site(tmp_path, {**site([("published", full)]), "content/articles/meetings.md": article})
    Workshop(folder, public_tree(folder), bundled_tree()).build(TODAY)
    before = {path: path.read_bytes() for path in sorted((folder / "output").rglob("*")) if path.is_file()}
    write_site(folder, {"content/testimonials/one-0.md": record(0, "published", {**full, "status": "withdrawn"})})
    for _ in range(2):
        try:
            Workshop(folder, public_tree(folder), bundled_tree()).build(TODAY)
        except ContentError as error:
            assert [(problem.code, str(problem.location)) for problem in error.problems] == [("R4", f"content/articles/meetings.md:{article.count(chr(10))}")]
        else:
            raise AssertionError("the build went on")
    assert {path: path.read_bytes() for path in sorted((folder / "output").rglob("*")) if path.is_file()} == before
