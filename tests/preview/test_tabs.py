"""Tabs are told once a save, and only if what they show changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from sitegen.preview.additions import OWN
from sitegen.preview.standing import STYLE, Version
from sitegen.preview.tabs import Tab
from sitegen.preview.view import View
from tests.preview.running_preview import Running, running
from tests.small_site import ARTICLE, SERVICE, SMALL, write_site

PAGE = "/_sitegen/page"
FILE = "content/articles/meetings.md"


def in_place(place: Path, text: str) -> None:
    place.write_text(text)


def in_pieces(place: Path, text: str) -> None:
    with place.open("w") as stream:
        for at in range(0, len(text), 40):
            stream.write(text[at : at + 40])
            stream.flush()


def write_and_rename(place: Path, text: str) -> None:
    beside = place.with_name("meetings.md.tmp")
    beside.write_text(text)
    os.replace(beside, place)


def delete_and_create(place: Path, text: str) -> None:
    place.unlink()
    place.write_text(text)


def with_a_swap_file(place: Path, text: str) -> None:
    """As vim does: a swap file, a try whether the folder takes files, the old file moved aside, the new one written, the old one deleted."""
    swap, trial, aside = place.with_name(".meetings.md.swp"), place.with_name("4913"), place.with_name("meetings.md~")
    swap.write_bytes(b"b0VIM")
    trial.write_text("")
    trial.unlink()
    os.rename(place, aside)
    place.write_text(text)
    aside.unlink()
    swap.unlink()


def with_a_lock_and_autosave(place: Path, text: str) -> None:
    """As Emacs does: a lock that is a link to nowhere, an autosave file."""
    lock, autosave = place.with_name(".#meetings.md"), place.with_name("#meetings.md#")
    lock.symlink_to("somebody@somewhere.1234")
    autosave.write_text(text)
    place.write_text(text)
    autosave.unlink()
    lock.unlink()


def by_way_of_a_new_name(place: Path, text: str) -> None:
    """As TextEdit and Word do: the new one in a folder of its own, then the two change places."""
    folder = place.with_name(".meetings.md.sb-1234")
    folder.mkdir()
    (folder / "meetings.md").write_text(text)
    os.replace(folder / "meetings.md", place)
    folder.rmdir()


WAYS = (in_place, in_pieces, write_and_rename, delete_and_create, with_a_swap_file, with_a_lock_and_autosave, by_way_of_a_new_name)


@pytest.mark.parametrize("poll", [False, True], ids=["by events", "by polling"])
@pytest.mark.parametrize("save", WAYS)
def test_every_way_of_saving_gives_one_reload(save: Callable[[Path, str], None], poll: bool, tmp_path: Path) -> None:
    write_site(tmp_path)
    with running(tmp_path, poll=poll) as preview:
        tab = preview.tab("/articles/meetings/")
        turns = 1 if poll else 3
        for turn in range(1, turns + 1):
            save(tmp_path / FILE, ARTICLE + f"\nTurn {turn}.\n")
            assert tab.wait_for(turn) == [PAGE] * turn
            assert f"Turn {turn}." in preview.page("/articles/meetings/").decode()
            preview.settle()
        assert tab.heard == [PAGE] * turns


def test_a_file_that_is_gone_for_a_moment_is_one_save(tmp_path: Path) -> None:
    write_site(tmp_path)
    with running(tmp_path) as preview:
        tab = preview.tab("/articles/meetings/")
        (tmp_path / FILE).unlink()
        preview.do(preview.preview._in_worker(preview.preview._take_up))  # its absence was seen
        preview.write(FILE, ARTICLE + "\nMore.\n")
        assert tab.wait_for(1) == [PAGE]
        preview.settle()
        assert tab.heard == [PAGE]


def test_only_tabs_that_show_a_changed_page_are_told(tmp_path: Path) -> None:
    write_site(tmp_path)
    with running(tmp_path) as preview:
        article, service, other = preview.tab("/articles/meetings/"), preview.tab("/services/team/"), preview.tab("/contact/")
        preview.write(FILE, ARTICLE + "\nMore.\n")
        article.wait_for(1)
        preview.settle()
        assert (article.heard, service.heard, other.heard) == ([PAGE], [], [])
        preview.write("content/services/team.md", SERVICE.replace("With one question.", "With two questions."))
        service.wait_for(1)
        preview.settle()
        assert (article.heard, service.heard, other.heard) == ([PAGE], [PAGE], [])


def test_the_same_bytes_saved_again_tell_nobody(tmp_path: Path) -> None:
    write_site(tmp_path)
    with running(tmp_path) as preview:
        tab = preview.tab("/articles/meetings/")
        preview.write(FILE, ARTICLE)
        preview.settle()
        preview.settle()
        assert tab.heard == []


def test_a_style_change_swaps_the_style_sheet_alone(tmp_path: Path) -> None:
    write_site(tmp_path)
    with running(tmp_path) as preview:
        tabs = [preview.tab("/articles/meetings/"), preview.tab("/services/team/")]
        preview.write("templates/css/90-own.css", "main{outline:1px solid red}")
        for tab in tabs:
            heard = tab.wait_for(1)
            assert heard[0].startswith(f"{STYLE}?v=")
            assert PAGE not in heard
        assert "outline:1px solid red" in preview.css


@pytest.mark.parametrize(("now", "told"), [
    (Version("words", "style", "bar"), []), (Version("words", "style", "other"), [f"{OWN}bar"]), (Version("others", "style", "other"), [PAGE]),
    (Version("words", "new", "other"), [f"{STYLE}?v=new", f"{OWN}bar"]), (Version("others", "new", "other"), [f"{STYLE}?v=new", PAGE]),
])  # fmt: skip
def test_whatever_became_another_is_told_whenever_it_is_seen(now: Version, told: list[str]) -> None:
    tab = Tab(Silent(), "/", View(), Version("words", "style", "bar"))
    assert tab.due("/", now, b"", []) == told
    assert tab.due("/", now, b"", []) == []


class Silent:
    """A tab's connection that nobody listens to."""

    def send_message(self, message: Mapping[str, Any]) -> None:
        """Say nothing."""


def test_a_template_change_reaches_every_tab_that_is_laid_out_by_it(tmp_path: Path) -> None:
    write_site(tmp_path)
    base = (Path(__file__).parents[2] / "templates/base.html").read_text()
    with running(tmp_path) as preview:
        tabs = [preview.tab("/articles/meetings/"), preview.tab("/services/team/")]
        preview.write("templates/base.html", base.replace('<main id="main"', '<main id="main" data-mark="1"'))
        assert [tab.wait_for(1) for tab in tabs] == [[PAGE], [PAGE]]


def test_a_file_that_goes_online_as_it_is_is_told_to_the_tabs_that_show_it(tmp_path: Path) -> None:
    write_site(tmp_path, {**SMALL, "content/files/plan.png": b"old", FILE: ARTICLE + '\n<img src="/plan.png" alt="A plan">\n'})
    with running(tmp_path) as preview:
        shows, other = preview.tab("/articles/meetings/"), preview.tab("/services/team/")
        preview.write("content/files/plan.png", b"new")
        assert shows.wait_for(1) == ["/plan.png"]
        preview.settle()
        assert other.heard == []


def test_a_tab_that_connects_late_is_told_what_it_missed(tmp_path: Path) -> None:
    write_site(tmp_path)
    with running(tmp_path) as preview:
        old = preview.get("/articles/meetings/").facts["version"]
        preview.write(FILE, ARTICLE + "\nMore.\n")
        preview.get("/articles/meetings/")
        preview.settle()
        assert preview.tab("/articles/meetings/", version=old).wait_for(1) == [PAGE]


def test_a_renamed_page_leads_to_its_new_address_and_a_removed_one_to_its_list(tmp_path: Path) -> None:
    write_site(tmp_path, {**SMALL, "content/articles/second.md": ARTICLE.replace("A meeting that decides", "Another one")})
    with running(tmp_path) as preview:
        tab = preview.tab("/articles/meetings/")
        (tmp_path / FILE).rename(tmp_path / "content/articles/one-question.md")
        assert tab.wait_for(1) == ["/_sitegen/go?to=/articles/one-question/"]
        assert preview.get("/articles/meetings/").headers["location"] == "/articles/one-question/"
        slugged = preview.tab("/articles/second/")
        preview.write("content/articles/second.md", ARTICLE.replace("A meeting that decides", "Another one").replace("date:", "slug: third\ndate:"))
        assert slugged.wait_for(1) == ["/_sitegen/go?to=/articles/third/"]
        removed = preview.tab("/articles/third/")
        (tmp_path / "content/articles/second.md").unlink()
        assert removed.wait_for(1) == ["/_sitegen/go?to=/articles/"]
        assert preview.get("/articles/third/").status == 404


def test_a_page_that_is_not_published_any_more_stays_at_its_address_and_says_why(tmp_path: Path) -> None:
    write_site(tmp_path)
    with running(tmp_path) as preview:
        tab = preview.tab("/articles/meetings/")
        preview.write(FILE, ARTICLE.replace("date:", "draft: true\ndate:"))
        assert tab.wait_for(1) == [PAGE]
        missing = preview.get("/articles/meetings/")
        assert missing.status == 404
        assert missing.facts["hiddenHere"].startswith(f"{FILE}:4: left out: it is a draft.")
        again = preview.tab("/articles/meetings/")
        preview.write(FILE, ARTICLE)
        assert again.wait_for(1) == [PAGE]
        assert preview.get("/articles/meetings/").status == 200


def test_a_page_that_was_missing_is_shown_once_it_is_there(tmp_path: Path) -> None:
    write_site(tmp_path)
    with running(tmp_path) as preview:
        tab = preview.tab("/articles/later/")
        preview.write("content/articles/later.md", ARTICLE.replace("A meeting that decides", "Something later"))
        assert tab.wait_for(1) == [PAGE]
        assert preview.get("/articles/later/").status == 200


def test_no_save_is_lost_among_many(tmp_path: Path) -> None:
    write_site(tmp_path)
    count = int(os.environ.get("SITEGEN_PREVIEW_SAVES", "40"))
    with running(tmp_path) as preview:
        tab = preview.tab("/articles/meetings/")
        sizes = []
        for turn in range(1, count + 1):
            preview.write(FILE, ARTICLE + f"\nTurn {turn}.\n")
            tab.wait_for(turn)
            assert f"Turn {turn}." in preview.page("/articles/meetings/").decode()
            if turn in (count // 4, count):
                sizes.append(resident(preview))
        assert len(tab.heard) == count
        assert sizes[1] - sizes[0] < 8_000_000, sizes


def resident(_: Running) -> int:
    """Give the bytes of memory of this process."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
