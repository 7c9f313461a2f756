"""Output/ holds exactly what was made: only what changed is written, nothing of hers is lost, and a failure leaves all as it was."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitegen.cli.main import main
from tests.running import DAY, NO_ADDRESS, bound_by_rights, build, held, last_line
from tests.small_site import ARTICLE, SITE, SMALL, write_site

MEETINGS, TEAM = "content/articles/meetings.md", "content/services/team.md"
SET_ASIDE = "output/{} was not made by sitegen, or was changed since: it is now .sitegen/keep/set-aside/{}.\n"
TINY = {"content/site.yaml": SITE}


@pytest.fixture
def site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The small site, built once."""
    write_site(tmp_path)
    built(tmp_path, capsys)
    return tmp_path


def built(site: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Build a site; give what was said before the contract's three lines and the last one."""
    code = main(["build", "--site", str(site), "--as-of", DAY])
    said = capsys.readouterr()
    assert (code, said.err) == (0, "")
    assert said.out.startswith(NO_ADDRESS)
    return said.out.removeprefix(NO_ADDRESS).partition("Weight: ")[0]


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    return {path.relative_to(folder).as_posix(): (path.lstat().st_mtime_ns, path.lstat().st_ino) for path in folder.rglob("*")}


def folders(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_dir()}


def test_a_second_build_writes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = stamps(site)
    assert built(site, capsys) == ""
    assert stamps(site) == before


def test_only_what_changed_is_written(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, old = stamps(site / "output"), held(site / "output")
    write_site(site, {MEETINGS: ARTICLE.replace("Ask what will be decided.", "Ask who will decide.")})
    built(site, capsys)
    after, new = stamps(site / "output"), held(site / "output")
    different = {path for path in new if new[path] != old[path]}
    assert different == {"articles/meetings/index.html"}
    assert {path for path in new if after[path] != before[path]} == different


def test_a_page_that_is_no_longer_made_goes_with_its_empty_folders(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert {"output/articles/topics/meetings", "output/articles/meetings"} <= folders(site)
    (site / MEETINGS).unlink()
    assert built(site, capsys) == ""
    assert not [path for path in folders(site) if path.startswith("output/articles")]
    assert not (site / ".sitegen/keep/set-aside").exists()


def test_what_sitegen_did_not_make_is_moved_aside_and_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = held(site / "output")
    write_site(site / "output", {"old-site.html": "hers", "mine/notes.txt": "hers too", "mine/.hidden": "dotted"})
    assert built(site, capsys) == "".join(SET_ASIDE.format(path, path) for path in ("mine/.hidden", "mine/notes.txt", "old-site.html"))
    assert held(site / "output") == before
    assert held(site / ".sitegen/keep/set-aside") == {"old-site.html": b"hers", "mine/notes.txt": b"hers too", "mine/.hidden": b"dotted"}
    assert "output/mine" not in folders(site)


def test_a_page_changed_by_hand_is_kept_before_it_is_made_anew(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = held(site / "output")
    write_site(site / "output", {"index.html": "<p>by hand</p>"})
    assert built(site, capsys) == SET_ASIDE.format("index.html", "index.html")
    assert held(site / "output") == before
    assert held(site / ".sitegen/keep/set-aside") == {"index.html": b"<p>by hand</p>"}


def test_a_page_changed_by_hand_and_no_longer_made_is_kept(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(site / "output", {"articles/meetings/index.html": "<p>by hand</p>"})
    (site / MEETINGS).unlink()
    assert built(site, capsys) == SET_ASIDE.format("articles/meetings/index.html", "articles/meetings/index.html")
    assert held(site / ".sitegen/keep/set-aside") == {"articles/meetings/index.html": b"<p>by hand</p>"}
    assert "output/articles" not in folders(site)


def test_what_was_set_aside_before_is_never_overwritten(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in (1, 2, 3):
        write_site(site / "output", {"index.html": f"by hand {number}", "mine.txt": f"hers {number}"})
        built(site, capsys)
    assert sorted(held(site / ".sitegen/keep/set-aside").values()) == [b"by hand 1", b"by hand 2", b"by hand 3", b"hers 1", b"hers 2", b"hers 3"]


def test_what_was_made_when_the_record_is_lost_is_still_never_lost(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / ".sitegen/keep/written.json").write_text("{not json")
    (site / MEETINGS).unlink()
    page = held(site / "output")["articles/meetings/index.html"]
    built(site, capsys)
    assert held(site / ".sitegen/keep/set-aside")["articles/meetings/index.html"] == page
    assert built(site, capsys) == ""


def test_gits_own_files_and_a_hosts_stay_in_output(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    subprocess.run(["git", "init", "-q", str(site / "output")], check=True)
    write_site(site / "output", {".gitignore": "# changed by her\n", ".netlify/state.json": "{}", ".vercel/project.json": "{}", ".wrangler/tmp.json": "{}"})
    before = stamps(site / "output")
    assert built(site, capsys) == ""
    assert stamps(site / "output") == before, "git's empty folders too, without which it is no repository"
    subprocess.run(["git", "-C", str(site / "output"), "status", "-s"], check=True, capture_output=True)


def test_the_desktops_litter_is_swept_out_without_a_word(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = held(site / "output")
    write_site(site / "output", {".DS_Store": "x", "services/Thumbs.db": "x", "empty-folder/desktop.ini": "x"})
    assert built(site, capsys) == ""
    assert held(site / "output") == before
    assert "output/empty-folder" not in folders(site)


def test_half_written_files_of_a_killed_build_are_cleared(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = held(site / "output")
    write_site(site / "output", {".sitegen-a1b2.tmp": "half", "services/team/.sitegen-c3d4.tmp": "half", "new/page/.sitegen-e5f6.tmp": "half"})
    assert built(site, capsys) == ""
    assert held(site / "output") == before
    assert "output/new" not in folders(site)


IN_THE_WAY = (
    "output/{}: something of the same name stands in this file's way.\n    Move the folder or file of that name elsewhere, then run the command again.\n"
)


@pytest.mark.parametrize(
    ("path", "hers", "said"),
    [("robots.txt", "robots.txt/notes.txt", "robots.txt"), ("services/index.html", "services", "services/index.html")],
    ids=["a folder where a file belongs", "a file where a folder belongs"],
)
def test_something_in_the_way_is_named_and_stays(path: str, hers: str, said: str, tmp_path: Path) -> None:
    site = write_site(tmp_path, {**SMALL, f"output/{hers}": "hers"})
    done = build(site)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", IN_THE_WAY.format(said))
    assert (site / "output" / hers).read_text() == "hers"
    (site / "output" / hers.partition("/")[0]).rename(site / "elsewhere")
    assert build(site).returncode == 0
    assert (site / "output" / path).is_file()


@pytest.mark.parametrize("link", ["shop", "index.html"])
def test_a_link_in_output_that_leads_out_is_named_and_stays(link: str, site: Path) -> None:
    write_site(site, {"hers/notes.txt": "hers"})
    (site / "output" / link).unlink(missing_ok=True)
    (site / "output" / link).symlink_to("../hers")
    before = held(site / "output")
    done = build(site)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"output/{link}: this link leads out of the folder.\n    Put a copy of the file itself here.\n"
    assert held(site / "output") == before
    assert (site / "hers/notes.txt").read_text() == "hers"


def test_an_output_that_is_a_file_is_in_the_way(tmp_path: Path) -> None:
    site = write_site(tmp_path, {**TINY, "output": "a file"})
    done = build(site)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == IN_THE_WAY.format("").replace("output/:", "output:")
    assert (site / "output").read_text() == "a file"


# No room on the disk


def small_files_only() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


NO_ROOM = "{}: there is no room left on the disk for this file.\n    Nothing of the site was changed. Make room, then run the command again.\n"


def test_a_file_for_which_there_is_no_room_changes_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, there = held(site / "output"), folders(site / "output")
    write_site(site, {MEETINGS: ARTICLE.replace("Ask what", "Ask who"), "content/files/guide/long.txt": "x" * 200_000, "content/services/new.md": SMALL[TEAM]})
    done = build(site, first=small_files_only)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", NO_ROOM.format("output/guide/long.txt"))
    assert held(site / "output") == before

    assert built(site, capsys) == ""
    assert held(site / "output") == clean(site)
    assert there < folders(site / "output")


def test_a_full_disk_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str], small_disk: Path) -> None:
    site = write_site(tmp_path, {**SMALL, "content/files/big.txt": "x" * 300_000})
    (site / "output").symlink_to(small_disk)
    built(site, capsys)
    before = held(small_disk)
    write_site(site, {MEETINGS: ARTICLE.replace("Ask what", "Ask who"), "content/files/big.txt": "y" * 600_000})
    done = build(site)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", NO_ROOM.format(f"{small_disk.name}/big.txt"))
    assert held(small_disk) == before

    write_site(site, {"content/files/big.txt": "y"})
    assert built(site, capsys) == ""
    assert held(small_disk) == clean(site)


@pytest.fixture
def small_disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A disk of one megabyte."""
    place = tmp_path_factory.mktemp("disk")
    if os.geteuid() or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True, check=False).returncode:
        pytest.skip("a disk can't be mounted here; the limit on a file's size is tried above")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def clean(site: Path) -> dict[str, bytes]:
    """Give what a first build in another folder makes of the same content."""
    other = write_site(site / "another-folder", {f"content/{path}": data for path, data in held(site / "content").items()})
    assert main(["build", "--site", str(other), "--as-of", DAY]) == 0
    return held(other / "output")


# No right to write

NOT_WRITABLE = """{}: this file can't be written: the folder's rights, or another program, forbid it.
    Close it in other programs, and look at the folder's rights. Nothing was lost.
"""


@pytest.fixture
def read_only() -> Iterator[Callable[[Path], None]]:
    """Take the right to write to a file, or to a folder and all below it; it comes back when the test is over."""
    changed: list[Path] = []

    def close(place: Path) -> None:
        for path in (place, *place.rglob("*")):
            changed.append(path)
            path.chmod(0o555 if path.is_dir() else 0o444)

    yield close
    for path in changed:
        path.chmod(0o755)


def test_an_output_without_the_right_to_write_is_told(site: Path, read_only: Callable[[Path], None]) -> None:
    before = held(site / "output")
    write_site(site, {MEETINGS: ARTICLE.replace("Ask what", "Ask who")})
    read_only(site / "output")
    done = build(site, first=bound_by_rights)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", NOT_WRITABLE.format("output/articles/meetings/index.html"))
    assert held(site / "output") == before


@pytest.mark.parametrize(
    ("closed", "said"),
    [(".", ".sitegen"), (".sitegen", ".sitegen/lock")],
    ids=["the site's folder", "the workshop"],
)
def test_a_workshop_without_the_right_to_write_is_told(closed: str, said: str, tmp_path: Path, read_only: Callable[[Path], None]) -> None:
    site = write_site(tmp_path / "site", SMALL if closed == "." else {**SMALL, ".sitegen/keep/README.txt": "x", "output/.gitignore": "*"})
    read_only(site / closed)
    done = build(site, first=bound_by_rights)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", NOT_WRITABLE.format(said))
    assert not (site / "output/index.html").exists()


def test_a_folder_of_what_is_kept_without_the_right_to_write_is_told(tmp_path: Path, read_only: Callable[[Path], None]) -> None:
    site = write_site(tmp_path, {**TINY, ".sitegen/keep/README.txt": "x"})
    read_only(site / ".sitegen/keep")
    (site / ".sitegen/keep").chmod(0o500)
    done = build(site, first=bound_by_rights)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", NOT_WRITABLE.format(".sitegen/keep/written.json"))
    assert not (site / "output/index.html").exists()


def test_a_lock_that_another_user_made_is_told(tmp_path: Path, read_only: Callable[[Path], None]) -> None:
    site = write_site(tmp_path, {**TINY, ".sitegen/lock": ""})
    read_only(site / ".sitegen/lock")
    done = build(site, first=bound_by_rights)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", NOT_WRITABLE.format(".sitegen/lock"))


# Two at once

HELD_UP = """
import sys, time
from pathlib import Path
marks = Path(sys.argv[2])
def wait(event, args):
    if event == "os.rename" and "/output/" in str(args[1]) and not (marks / "begun").exists():
        (marks / "begun").touch()
        while not (marks / "go").exists():
            time.sleep(0.01)
sys.addaudithook(wait)
from sitegen.cli.main import main
sys.exit(main(["build", "--site", sys.argv[1], "--as-of", "2026-11-21"]))
"""


def test_of_two_builds_at_once_the_second_says_that_it_waits_and_both_are_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site, marks = write_site(tmp_path / "site"), tmp_path / "marks"
    marks.mkdir()
    first = subprocess.Popen([sys.executable, "-c", HELD_UP, str(site), str(marks)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not (marks / "begun").exists() and first.poll() is None:
        time.sleep(0.01)
    write_site(site, {MEETINGS: ARTICLE.replace("Ask what", "Ask who")})
    second = subprocess.Popen(
        [sys.executable, "-m", "sitegen", "build", "--site", str(site), "--as-of", DAY], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert second.stderr is not None
    waits = second.stderr.readline()
    still_waits = second.poll() is None
    (marks / "go").touch()
    (_, first_error), (said, second_error) = first.communicate(), second.communicate()
    assert (waits, still_waits) == ("Another build of this site is running; waiting for it.\n", True)
    assert (first.returncode, first_error, second.returncode, second_error) == (0, "", 0, "")
    assert "(1 changed, 29 as before)" in last_line(said)
    assert held(site / "output") == clean(site)


def test_a_lock_left_behind_by_a_killed_build_holds_nobody_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert built(write_site(tmp_path, {**TINY, ".sitegen/lock": "x"}), capsys) == ""


# Output in git, and what is nobody else's business


def test_git_takes_up_neither_what_was_built_nor_what_is_kept(site: Path) -> None:
    subprocess.run(["git", "init", "-q", str(site)], check=True)
    listed = subprocess.run(["git", "-C", str(site), "ls-files", "-o", "--exclude-standard", "output"], capture_output=True, text=True, check=True).stdout
    assert listed == "output/.gitignore\n"


def test_what_keeps_git_out_of_output_comes_back_when_it_was_deleted(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = held(site / "output")
    (site / "output/.gitignore").unlink()
    assert built(site, capsys) == ""
    assert held(site / "output") == before


def test_what_is_kept_is_for_her_eyes_only(site: Path) -> None:
    assert (site / ".sitegen/keep").stat().st_mode & 0o777 == 0o700
    assert (site / ".sitegen/keep/README.txt").read_text().startswith("What lies here is not made again")


def test_built_files_can_be_read_by_a_web_server(site: Path) -> None:
    assert {path.stat().st_mode & 0o777 for path in (site / "output").rglob("*") if path.is_file()} == {0o644}


def test_the_cache_may_be_deleted_at_any_time(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = held(site / "output")
    subprocess.run(["rm", "-rf", str(site / ".sitegen/cache"), str(site / "output")], check=True)
    assert built(site, capsys) == ""
    assert held(site / "output") == before


def test_a_pipe_that_closes_early_is_no_mistake() -> None:
    with subprocess.Popen([sys.executable, "-m", "sitegen", "help", "messages"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as done:
        assert done.stdout is not None
        assert done.stderr is not None
        done.stdout.close()
        assert done.stderr.read() == ""
