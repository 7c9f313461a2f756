"""Input that can't lie in a folder of tests/broken_sites: huge, linked, gone, closed, or saved in another way."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitegen.cli.main import main
from sitegen.common.trees import bundled_tree
from tests.running import DAY, bound_by_rights, build, held, python
from tests.small_site import ARTICLE, SITE, SMALL, TESTIMONIAL, write_site

MEETINGS = "content/articles/meetings.md"
SPEAKING = "Ask « what » will be decided – Zoë, 東京. See [team coaching](../services/team.md#how-we-start).\n"
WITH_ACCENTS = {**SMALL, MEETINGS: ARTICLE.replace("Ask what will be decided.", SPEAKING.partition(" See")[0])}

VANISH = """
import os, sys
def vanish(event, args):
    if event == "open" and str(args[0]).endswith(sys.argv[2]) and os.path.exists(args[0]):
        os.unlink(args[0])
sys.addaudithook(vanish)
from sitegen.cli.main import main
sys.exit(main(["build", "--site", sys.argv[1], "--as-of", "2026-11-21"]))
"""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The small site's output."""
    return output_of(write_site(tmp_path_factory.mktemp("plain")))


@pytest.fixture(scope="module")
def with_accents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return output_of(write_site(tmp_path_factory.mktemp("accents"), WITH_ACCENTS))


@pytest.fixture
def closing(tmp_path: Path) -> Iterator[Callable[[str], None]]:
    """Take every right to a file or folder away; it comes back when the test is over."""
    closed: list[Path] = []

    def close(path: str) -> None:
        closed.append(tmp_path / path)
        closed[-1].chmod(0)

    yield close
    for path in closed:
        path.chmod(0o755)


def output_of(site: Path) -> dict[str, bytes]:
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    return held(site / "output")


def refused(site: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Build a site that can't be; give what was said."""
    code = main(["build", "--site", str(site), "--as-of", DAY])
    said = capsys.readouterr()
    assert (code, said.out) == (1, "")
    assert not (site / "output").exists()
    return said.err


def test_a_text_of_50_megabytes_is_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path)
    with (site / MEETINGS).open("ab") as stream:
        stream.truncate(50_000_000)
    assert refused(site, capsys) == (
        "content/articles/meetings.md: this file is larger than 2 MB, and no text is.\n"
        "    Was a picture or a video pasted into it? Keep pictures in content/images/ and split a very long text.\n"
    )


LEAVES = "{}: this link leads out of the folder.\n    Put a copy of the file itself here.\n"
NOWHERE = "{}: this link leads nowhere, or round in a circle.\n    Delete it, or put the file itself here.\n"


@pytest.mark.parametrize(
    ("path", "target", "words"),
    [
        ("content/articles/secret.md", "../../../outside.md", LEAVES),
        ("content/files/all", "/etc", LEAVES),
        ("content/files/one", "one", NOWHERE),
        ("content/files/gone", "nothing-there", NOWHERE),
        ("content/files/more", "../files", NOWHERE),
        ("content/files/up", "..", NOWHERE),
        ("content/files/kept", "../../.sitegen", LEAVES),
    ],
    ids=["a file outside", "a folder outside", "itself", "nothing", "its own folder", "its parent", "what is kept"],
)
def test_a_link_that_leads_out_or_round_is_refused(path: str, target: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path / "site", {**SMALL, "content/files/guide.txt": "A guide.", ".sitegen/keep/old.txt": "x"})
    (tmp_path / "outside.md").write_text(ARTICLE)
    (site / path).symlink_to(target)
    assert refused(site, capsys) == words.format(path)


def test_a_circle_of_two_links_is_refused_with_both_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path, {**SMALL, "content/files/guide.txt": "A guide."})
    (site / "content/files/a").symlink_to("b")
    (site / "content/files/b").symlink_to("a")
    assert refused(site, capsys) == NOWHERE.format("content/files/a") + NOWHERE.format("content/files/b")


def test_a_link_that_stays_in_the_site_is_followed(tmp_path: Path, plain: dict[str, bytes]) -> None:
    site = write_site(tmp_path, {"drafts-of-mine/meetings.md": ARTICLE, **SMALL})
    (site / MEETINGS).unlink()
    (site / MEETINGS).symlink_to("../../drafts-of-mine/meetings.md")
    assert output_of(site) == plain


def test_a_file_that_vanishes_before_it_is_read_is_named(tmp_path: Path) -> None:
    site = write_site(tmp_path)
    done = python("-c", VANISH, str(site), MEETINGS)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "content/articles/meetings.md: this file is not there (any more).\n    Was it renamed or deleted just now? Put it back, or run the command again.\n"
    )
    assert not (site / MEETINGS).exists()
    assert not (site / "output").exists()


CLOSED = """{}: this file can't be opened: its rights, or another program, keep it closed.
    Close it in other programs, and look at its rights.
"""


@pytest.mark.parametrize("path", [MEETINGS, "content/site.yaml", "content/files/guide.txt", "templates/partials/footer.html"])
def test_a_file_without_the_right_to_read_it_is_named(path: str, tmp_path: Path, closing: Callable[[str], None]) -> None:
    write_site(tmp_path, {**SMALL, "content/files/guide.txt": "A guide.", "templates/partials/footer.html": "<footer></footer>"})
    closing(path)
    done = build(tmp_path, first=bound_by_rights)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == CLOSED.format(path)


@pytest.mark.parametrize("folder", ["content/articles", "content/files/inner", "templates/partials"])
def test_a_folder_without_the_right_to_list_it_is_named(folder: str, tmp_path: Path, closing: Callable[[str], None]) -> None:
    write_site(tmp_path, {**SMALL, "content/files/inner/guide.txt": "A guide.", "templates/partials/mine.html": "x"})
    closing(folder)
    done = build(tmp_path, first=bound_by_rights)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{folder}: this folder can't be opened: its rights keep it closed.\n    Look at the folder's rights, then run the command again.\n"


def test_a_picture_in_the_place_of_a_template_is_told_with_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path, {**SMALL, "templates/partials/footer.html": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xfe"})
    assert refused(site, capsys) == (
        "templates/partials/footer.html: this is not a text file.\n"
        "    Keep pictures in content/images/ and other files in content/files/. "
        "If it is a text: save it as UTF-8: in Notepad, File > Save as > Encoding: UTF-8; in TextEdit, Format > Make Plain Text, then save.\n"
    )


SAVED = {
    "UTF-8 with a mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "UTF-16 with a mark and Windows line ends": lambda text: text.replace("\n", "\r\n").encode("utf-16"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "UTF-16, the other way round, without a mark": lambda text: text.encode("utf-16-be"),
    "Windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "old Mac line ends": lambda text: text.replace("\n", "\r").encode(),
}


@pytest.mark.parametrize("way", SAVED)
def test_however_a_text_is_saved_its_pages_are_the_same(way: str, tmp_path: Path, with_accents: dict[str, bytes]) -> None:
    assert output_of(write_site(tmp_path, {path: SAVED[way](text) for path, text in WITH_ACCENTS.items()})) == with_accents


def test_templates_and_style_sheets_may_be_saved_in_windows_ways_too(tmp_path: Path) -> None:
    bundled = bundled_tree()
    names = ("templates/base.html", "templates/partials/footer.html", "templates/css/20-base.css", "templates/words/en.yaml")
    texts = {name: bundled.read(name).decode() for name in names}
    ways = {
        "plain": {name: text.encode() for name, text in texts.items()},
        "marked": {name: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for name, text in texts.items()},
    }
    outputs = [output_of(write_site(tmp_path / way, {**SMALL, **files})) for way, files in ways.items()]
    assert outputs[0] == outputs[1]


def test_a_company_called_no_is_called_no(tmp_path: Path) -> None:
    site = write_site(tmp_path, {**SMALL, "content/testimonials/anna.md": TESTIMONIAL.replace("Harbour Foods", "no").replace("[quote, name, title]", "[quote, name, title, company]")})  # fmt: skip
    page = output_of(site)["testimonials/anna/index.html"].decode()
    assert "Head of Operations, no<" in page


@pytest.mark.parametrize("written", ["phone: 01632960001", "phone: 0o17", "phone: '0047 22 00'"])
def test_a_phone_number_is_shown_as_typed(written: str, tmp_path: Path) -> None:
    page = output_of(write_site(tmp_path, {**SMALL, "content/site.yaml": SITE + written + "\n"}))["contact/index.html"].decode()
    assert f">{written.removeprefix('phone: ').strip(chr(39))}</a>" in page


def test_the_private_folder_is_private_in_other_letters_too(tmp_path: Path, plain: dict[str, bytes]) -> None:
    for name in ("Private", "PRIVATE", "ｐrivate", "private.", "private "):
        write_site(tmp_path, {**SMALL, f"content/{name}/people.md": "Nobody may read this.", f"content/{name}/evidence/mail.txt": "Nor this."})
    assert output_of(tmp_path) == plain


def test_what_editors_and_systems_leave_behind_is_no_content(tmp_path: Path, plain: dict[str, bytes]) -> None:
    names = (".DS_Store", "Thumbs.db", "desktop.ini", "meetings.md~", ".meetings.md.swp", "~$meetings.md", "#meetings.md#", "4913", "guide.pdf.crdownload", ".obsidian/app.json")  # fmt: skip
    site = write_site(tmp_path, {**SMALL, **{f"content/{folder}/{name}": b"\0litter" for folder in ("articles", "files", "images") for name in names}})
    assert output_of(site) == plain


@pytest.mark.parametrize("name", [b"articles/caf\xe9.md", b"files/caf\xe9.txt"])
def test_a_file_name_in_another_encoding_is_told_in_words(name: bytes, tmp_path: Path) -> None:
    site = write_site(tmp_path, {**SMALL, "content/files/guide.txt": "A guide."})
    Path(os.fsdecode(bytes(site / "content") + b"/" + name)).write_text(ARTICLE)
    done = build(site)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"content/{name.decode('ascii', 'ignore').replace('caf.', 'caf?.')}: this file's name has letters in it that can't be read.\n"
        "    Rename it; it comes from a computer that writes letters in another way.\n"
    )


def test_a_named_pipe_is_not_waited_for(tmp_path: Path, plain: dict[str, bytes]) -> None:
    site = write_site(tmp_path, {**SMALL, "content/files/.keep": ""})
    os.mkfifo(site / "content/files/pipe")
    assert stat.S_ISFIFO((site / "content/files/pipe").stat().st_mode)
    assert output_of(site) == plain


def test_content_that_is_a_file_is_no_site(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("x")
    done = build(tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("content: there is no site in this folder: it has no folder 'content'.\n")
