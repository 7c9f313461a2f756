"""What was looked through once is not looked through again, and what is new is looked for in all of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.common.digests import digest
from sitegen.common.leaks.audit import Finished, Known
from sitegen.common.leaks.excuses import Public
from sitegen.common.leaks.texts import forget_audit, recall_texts, remember_texts, texts_of
from sitegen.common.leaks.views import views
from sitegen.common.own_trees import OwnTree
from sitegen.outreach.audit.audit import audited_private
from tests.outreach.hiding_places import PLACES, page
from tests.outreach.private_canaries import Canaries

CANARIES = Canaries()
FILES = CANARIES.files()
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
