"""What the command says about a build, with which code it ends, and what a day and `--strict` change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitegen.cli.main import main
from tests.running import DAY, KEPT, NO_ADDRESS, held, last_line, sitegen, unweighed
from tests.small_site import ARTICLE, SMALL, TESTIMONIAL, changed, write_site

ANNA, MEETINGS = "content/testimonials/anna.md", "content/articles/meetings.md"
NOT_GRANTED = """content/testimonials/anna.md:9: left out: the consent is 'requested', not granted (R2).
    When the person has said yes, write status: granted and the date of the answer.
"""
A_DRAFT = """content/articles/meetings.md:2: left out: it is a draft.
    Take the line `draft: true` away when it is ready.
"""


def built(site: Path, capsys: pytest.CaptureFixture[str], *more: str, day: str = DAY) -> tuple[int, str, str]:
    code = main(["build", "--site", str(site), "--as-of", day, *more])
    said = capsys.readouterr()
    return code, unweighed(said.out), said.err


def test_all_that_a_build_says_is_its_notices_and_what_was_made_and_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path)
    made = f"Made 17 pages and 13 other files in {site}/output/ (30 new); to look at them while you write: sitegen serve --site {site}\n"
    assert built(site, capsys) == (0, NO_ADDRESS + KEPT + made, "")
    assert built(site, capsys) == (0, NO_ADDRESS + KEPT + made.replace("30 new", "30 as before"), "")
    files = held(site / "output")
    assert len([path for path in files if path.endswith(".html")]) == 17
    assert len(files) == 31, "and .gitignore"


def test_in_the_sites_own_folder_the_place_is_output(tmp_path: Path) -> None:
    done = sitegen("build", "--as-of", DAY, cwd=write_site(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert last_line(done.stdout) == ("Made 17 pages and 13 other files in output/ (30 new); to look at them while you write: sitegen serve")


def test_counts_say_what_became_of_each_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path)
    built(site, capsys)
    (site / MEETINGS).unlink()
    write_site(site, {"content/pages/about.md": "---\ntitle: About\n---\n\nHello.\n"})
    _, out, _ = built(site, capsys)
    new, different, gone, same = (int(n) for n in re.findall(r"(\d+) (?:new|changed|taken away|as before)", last_line(out)))
    assert (new, gone) == (1, 3), "the page; the article, its topic and the list of articles"
    assert new + different + same == len(held(site / "output")) - 1


def test_a_folder_without_a_site_is_told_so_and_left_alone(tmp_path: Path) -> None:
    done = sitegen("build", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "content: there is no site in this folder: it has no folder 'content'.\n"
        "    Go to your site's folder first, name it with `--site FOLDER`, or begin one with `sitegen new my-site`.\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build", "--as-of", "31.12.2026"], "sitegen build: --as-of: 31.12.2026 is a date in another order. Write the year, the month and the day like this: 2026-12-31."),
        (["build", "--as-of", "2026-02-30"], "sitegen build: --as-of: there is no such day as 2026-02-30. Write the year, the month and the day like this: 2026-02-28."),
        (["build", "--as-of", "soon"], "sitegen build: --as-of: 'soon' is not a date. Write the year, the month and the day like this: 2025-03-09."),
        (["build", "--loud"], "sitegen build: there is no option '--loud' here."),
        (["proof", "record", "Anna", "--form=a.csv"], "sitegen proof record: there is no option '--form' here.\n    Did you mean '--from'?"),
        (["outreach", "show", "Anna", "Sample"], "sitegen outreach show: 'Sample' is one word too many.\n    Put quotes around words that belong together."),
        (["publish"], "sitegen: there is no command 'publish'.\n    It can be: new, build, serve, check, why, add, today, outreach, proof, advice, cards, withdraw, forget, samples, schema, help."),
        (["proof", "recrod"], "sitegen proof: there is no command 'recrod'.\n    Did you mean 'record'?"),
        (["proof", "record", "--benefit", "gratis"], "sitegen proof record: '--benefit' cannot be 'gratis'.\n    It can be: none, free, discounted, paid, gift, reciprocal."),
        (["add", "artikel", "x"], "sitegen add: 'artikel' is none of what is known here.\n    Did you mean 'article'?"),
        (["add", "article"], "sitegen add: something is missing: title."),
        (["outreach", "stats", "--months", "many"], "sitegen outreach stats: '--months' needs a whole number, not 'many'."),
        (["build", "--site"], "sitegen build: '--site' needs something after it."),
    ],
)  # fmt: skip
def test_what_is_not_understood_ends_with_2_and_words(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    said = capsys.readouterr()
    assert (ended.value.code, said.out) == (2, "")
    assert said.err == f"{words}\n    What there is: {words.partition(':')[0]} --help\n"


def test_without_a_command_the_commands_are_listed_and_the_code_is_2() -> None:
    done = sitegen()
    assert (done.returncode, done.stderr) == (2, "")
    assert done.stdout.startswith("usage: sitegen [-h] [--version] COMMAND ...")
    assert last_line(done.stdout) == "Begin with: sitegen help start"


def test_the_version_is_the_distributions_own(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert re.fullmatch(r"sitegen \d+\.\d+\.\d+\n", capsys.readouterr().out)


def test_a_mistake_ends_with_1_and_nothing_is_said_to_be_made(tmp_path: Path) -> None:
    site = write_site(tmp_path, changed(ANNA, "service: team", "service: taem"))
    done = sitegen("build", "--as-of", DAY, cwd=site)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "content/testimonials/anna.md:6: there is no service 'taem'.\n    Did you mean 'team'? Services are: team.\n"
    assert not (site / "output").exists()


def test_what_is_left_out_is_said_with_file_line_and_mend(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {**SMALL, ANNA: TESTIMONIAL.replace("granted", "requested"), MEETINGS: ARTICLE.replace("---\n", "---\ndraft: true\n", 1)}
    site = write_site(tmp_path, files)
    code, out, err = built(site, capsys)
    assert (code, err) == (0, "")
    assert out.startswith(A_DRAFT + NO_ADDRESS + NOT_GRANTED + "Weight: ")
    assert not (site / "output/testimonials").exists()
    assert not (site / "output/articles").exists()
    assert not [path for path, data in held(site / "output").items() if b"Anna Sample" in data or b"A meeting that decides" in data]


def test_strict_turns_want_of_consent_into_an_error_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path, changed(ANNA, "status: granted", "status: requested"))
    assert built(site, capsys, "--strict") == (1, "", NOT_GRANTED)
    assert not (site / "output").exists()


def test_strict_leaves_the_last_good_site_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path)
    built(site, capsys)
    before = held(site / "output")
    write_site(site, changed(ANNA, "status: granted", "status: withdrawn\n  withdrawn_on: 2026-11-20"))
    code, out, err = built(site, capsys, "--strict")
    assert (code, out) == (1, "")
    assert err == (
        "content/testimonials/anna.md:9: left out: the consent was withdrawn (R3).\n    It stays off the site. Delete the file, or keep it as it is.\n"
    )
    assert held(site / "output") == before


def test_strict_has_nothing_against_a_draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path, changed(MEETINGS, "title:", "draft: true\ntitle:"))
    code, out, err = built(site, capsys, "--strict")
    assert (code, err) == (0, "")
    assert out.startswith(A_DRAFT)


@pytest.mark.parametrize(
    ("path", "old", "new", "page", "shown_on", "hidden_on"),
    [
        (MEETINGS, "date: 2026-10-01", "date: 2026-12-01", "articles/meetings/index.html", "2026-12-01", "2026-11-30"),
        (MEETINGS, "date: 2026-10-01", "date: 2026-10-01\nexpires: 2026-12-01", "articles/meetings/index.html", "2026-11-30", "2026-12-01"),
        (ANNA, "  method: email", "  method: email\n  until: 2026-12-01", "testimonials/anna/index.html", "2026-12-01", "2026-12-02"),
        ("content/events/evening.md", "", "", "events/past/index.html", "2027-02-11", "2027-02-10"),
    ],
    ids=["date", "expires", "consent until", "end of an event"],
)
def test_the_day_asked_for_decides_what_is_shown(
    path: str, old: str, new: str, page: str, shown_on: str, hidden_on: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = write_site(tmp_path, changed(path, old, new))
    for day, there in ((hidden_on, False), (shown_on, True), (hidden_on, False)):
        code, _, _ = built(site, capsys, day=day)
        assert code == 0
        assert (site / "output" / page).exists() is there, day


def test_an_item_with_a_date_to_come_tells_how_to_look_at_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = built(write_site(tmp_path, changed(MEETINGS, "date: 2026-10-01", "date: 2026-12-01")), capsys)
    assert out.startswith(
        "content/articles/meetings.md:4: left out: its date is 2026-12-01.\n"
        "    It appears with the first build on that day; to look at it now: sitegen build --as-of 2026-12-01\n"
    )


def test_without_a_day_it_is_today(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path, {**SMALL, MEETINGS: ARTICLE.replace("2026-10-01", "2000-01-01"), "content/articles/later.md": ARTICLE.replace("2026-10-01", "9999-12-31")})  # fmt: skip
    assert main(["build", "--site", str(site)]) == 0
    assert (site / "output/articles/meetings/index.html").exists()
    assert not (site / "output/articles/later").exists()
    assert "content/articles/later.md:4: left out: its date is 9999-12-31." in capsys.readouterr().out
