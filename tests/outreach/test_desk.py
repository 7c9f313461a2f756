"""The private files under fire: several writers, a kill at any moment, a hand at work in the editor, undoing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from sitegen.common.problems import ContentError
from sitegen.outreach.book_edits import Noting, Setting, adding, of_person
from sitegen.outreach.desk import Desk
from sitegen.outreach.reading import BOOK, read_book
from sitegen.outreach.versions import MOST, versions
from tests.small_site import write_site

TODAY = date(2026, 11, 22)
START = "# mine\npeople:\n  - name: Anna Sample  # hers\n    odd: kept\n"


def desk_in(folder: Path, text: str = START) -> Desk:
    write_site(folder)
    write_site(folder, {"content/private/outreach.yaml": text})
    return Desk(folder, TODAY)


def text_of(desk: Desk) -> str:
    return (desk.data(BOOK) or b"").decode()


def test_an_edit_is_kept_and_the_version_before_it_too(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    desk.change(BOOK, of_person(desk.book().record.people[0], 0, Setting("stage", "talked")), "stage")
    assert text_of(desk) == START + "    stage: talked\n"
    assert [desk.keep.read(version.path).decode() for version in versions(desk.keep)] == [START]
    assert (tmp_path / ".sitegen/keep").stat().st_mode & 0o077 == 0


def test_what_was_saved_by_hand_meanwhile_is_taken_up(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    person = desk.book().record.people[0]
    calls = []

    def edit(text: str) -> str:
        calls.append(text)
        if len(calls) == 1:
            (tmp_path / "content/private/outreach.yaml").write_text(START + "  - name: By Hand\n")
        return of_person(person, 0, Setting("stage", "talked"))(text)

    desk.change(BOOK, edit, "stage")
    assert len(calls) == 2
    assert text_of(desk) == START + "    stage: talked\n  - name: By Hand\n"


def test_an_edit_that_would_make_the_book_unreadable_changes_nothing(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    with pytest.raises(ContentError, match="not one of the words"):
        desk.change(BOOK, of_person(desk.book().record.people[0], 0, Setting("stage", "unheard of")), "stage")
    assert text_of(desk) == START


def test_the_last_twenty_versions_are_kept_and_undo_goes_back_step_by_step(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    seen = [text_of(desk)]
    for number in range(25):
        desk.change(BOOK, adding({"name": f"Person {number}"}), "add")
        seen.append(text_of(desk))
    assert len(versions(desk.keep)) == MOST
    for expected in reversed(seen[-6:-1]):
        assert desk.undo() is not None
        assert text_of(desk) == expected
    last = next(version for version in versions(desk.keep) if version.what == "undo")
    desk.undo(last.number)
    assert text_of(desk) in seen, "what undo took away can be brought back as well"


def test_undoing_where_nothing_was_done_says_so(tmp_path: Path) -> None:
    assert desk_in(tmp_path).undo() is None


def test_a_book_saved_with_a_mark_and_windows_line_ends_keeps_both(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    place = tmp_path / "content/private/outreach.yaml"
    place.write_bytes(b"\xef\xbb\xbf" + START.replace("\n", "\r\n").encode())
    desk.change(BOOK, of_person(desk.book().record.people[0], 0, Setting("stage", "talked")), "stage")
    assert place.read_bytes() == b"\xef\xbb\xbf" + (START + "    stage: talked\n").replace("\n", "\r\n").encode()


WRITER = """
import sys
from datetime import date
from pathlib import Path
from sitegen.outreach.book_edits import Noting, Setting, adding, of_person
from sitegen.outreach.desk import Desk
from sitegen.outreach.reading import BOOK
desk = Desk(Path(sys.argv[1]), date(2026, 11, 22))
for number in range(int(sys.argv[3])):
    desk.change(BOOK, adding({"name": f"{sys.argv[2]} {number}", "note": "x" * 2000}), "add")
    print(number, flush=True)
"""


def writer(folder: Path, name: str, times: int) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", WRITER, str(folder), name, str(times)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_two_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    both = [writer(tmp_path, name, 12) for name in ("One", "Two")]
    for process in both:
        with process:
            _, said = process.communicate()
        assert process.returncode == 0, said
    names = [person.name for person in desk.book().record.people]
    assert sorted(names) == sorted(["Anna Sample", *(f"{name} {number}" for name in ("One", "Two") for number in range(12))])


@pytest.mark.parametrize("seed", range(8))
def test_killed_at_any_moment_at_most_the_edit_under_way_is_lost(seed: int, tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    with writer(tmp_path, "One", 1000) as process:
        assert process.stdout is not None
        told = [process.stdout.readline()]
        time.sleep(random.Random(seed).random() * 0.15)
        process.send_signal(signal.SIGKILL)
        told += process.stdout.read().splitlines()
    read = read_book(desk.data(BOOK)).record.people
    done = len([line for line in told if line.strip()])
    assert [person.name for person in read[1:]] in ([f"One {n}" for n in range(done)], [f"One {n}" for n in range(done + 1)])
    assert text_of(desk).startswith(START)
    desk.change(BOOK, adding({"name": "Afterwards"}), "add")
    assert not list(tmp_path.rglob(".sitegen-*"))
    assert desk.book().record.people[-1].name == "Afterwards"


def test_a_name_alone_becomes_an_entry_when_something_is_noted(tmp_path: Path) -> None:
    desk = desk_in(tmp_path, "people:\n  - Anna Sample\n  - Bo Probe # x\n")
    person = desk.book().record.people[1]
    desk.change(BOOK, of_person(person, 1, Noting("touches", "2026-11-02 call")), "log")
    assert text_of(desk) == "people:\n  - Anna Sample\n  - name: Bo Probe # x\n    touches: [2026-11-02 call]\n"


def test_the_rights_of_the_file_stay(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    place = tmp_path / "content/private/outreach.yaml"
    os.chmod(place, 0o640)
    desk.change(BOOK, adding({"name": "New"}), "add")
    assert place.stat().st_mode & 0o777 == 0o640
