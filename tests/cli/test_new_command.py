"""`sitegen new`: a whole site from six answers, asked for on a terminal only; nothing of hers is overwritten."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import termios
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest

from sitegen.cli.main import main
from sitegen.cli.new_command import QUESTIONS
from sitegen.common.trees import public_tree
from sitegen.site.load import load_site
from tests.running import DAY, held, last_line, sitegen

COUNTRIES = ("us", "uk", "eu", "de", "fr", "other")
FLAGS = ["--name", "Ada Test", "--promise", "I coach bakers: one at a time.", "--service", "First talks", "--booking", "https://cal.example.com/ada"]


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache of a first build of a new site: its pictures are made once."""
    site = tmp_path_factory.mktemp("first") / "site"
    assert main(["new", str(site)]) == 0
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    return site / ".sitegen/cache"


def test_a_new_site_in_an_empty_folder_builds(tmp_path: Path) -> None:
    begun = sitegen("new", "my-site", *FLAGS, cwd=tmp_path)
    assert (begun.returncode, begun.stderr) == (0, "")
    assert begun.stdout == (
        "Your site is in my-site: your answers are in content/site.yaml, your first service in content/services/first-talks.md, "
        "and the rest is sample content to replace.\n"
        "Next: cd my-site, then sitegen serve to see it, and every save at once. `sitegen help start` leads through the first ten minutes.\n"
    )
    site = tmp_path / "my-site"
    assert {".gitignore", "output/.gitignore", "templates/README.txt", "content/private/README.md", "content/data/proof.yaml"} <= set(held(site))
    assert (site / "templates/README.txt").read_text().startswith("Files you put here come before those that ship with sitegen")
    assert "/content/private/*" in (site / ".gitignore").read_text()
    assert not [path for path in held(site) if path.startswith("templates/") and path != "templates/README.txt"]

    done = sitegen("build", cwd=site)
    assert (done.returncode, done.stderr) == (0, "")
    assert last_line(done.stdout).startswith("Made 4")
    assert "content/services/first-talks.md:17: left out: it is a draft.\n" in done.stdout
    home = (site / "output/index.html").read_text()
    assert "Ada Test" in home
    assert "https://cal.example.com/ada" in home
    assert "noindex" in home, "there are samples on it"


@pytest.mark.parametrize("country", COUNTRIES)
def test_a_new_site_builds_under_the_rules_of_every_country(country: str, tmp_path: Path, pictures: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site"
    assert main(["new", str(site), "--country", country]) == 0
    shutil.copytree(pictures, site / ".sitegen/cache")
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    assert capsys.readouterr().err == ""
    assert (site / "output/imprint/index.html").exists() is (country == "de")
    assert load_site(public_tree(site)).settings.country == country


def test_git_takes_up_nothing_private_of_a_new_site(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "site")]) == 0
    site = tmp_path / "site"
    (site / "content/private/evidence").mkdir()
    for path in ("content/private/people.yaml", "content/private/evidence/mail.eml", ".sitegen/x", "output/index.html"):
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_text("x")
    subprocess.run(["git", "init", "-q", str(site)], check=True)
    listed = subprocess.run(["git", "-C", str(site), "ls-files", "-o", "--exclude-standard"], capture_output=True, text=True, check=True).stdout.split()
    assert [path for path in listed if path.startswith(("content/private/", ".sitegen/", "output/"))] == ["content/private/README.md", "output/.gitignore"]


def test_without_a_terminal_nothing_is_asked(tmp_path: Path) -> None:
    done = sitegen("new", "site", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert not [question for question, _ in QUESTIONS.values() if question in done.stdout]
    settings = load_site(public_tree(tmp_path / "site")).settings
    assert (settings.name, settings.country, settings.accent, settings.booking) == ("Alex Example", "other", "#2f6f62", None)


@pytest.mark.parametrize(
    ("flag", "value", "words"),
    [
        ("--country", "mars", "--country: 'mars' is not one of us, uk, eu, de, fr, other.\n"),
        ("--accent", "bluish", "--accent: 'bluish' is not a colour. Write it in quotes with six digits or letters a-f, like this: \"#2f6f62\".\n"),
        ("--booking", "cal.example.com/ada", "--booking: 'cal.example.com/ada' is not a web address. Write it in full, like this: https://cal.example.com/ada.\n"),
        ("--booking", "/contact/", "--booking: '/contact/' is not a web address. Write it in full, like this: https://contact/\n"),
    ],
)  # fmt: skip
def test_a_flag_that_cannot_be_used_ends_with_2_and_nothing_is_written(
    flag: str, value: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", str(tmp_path / "site"), flag, value]) == 2
    assert capsys.readouterr() == ("", words)
    assert not (tmp_path / "site").exists()


NAMES = (
    "no",
    "Zoë Müller-Ødegård",
    'Ada "The Baker" Test: Coach',
    "# Ada",
    "- Ada",
    "Ada, Ltd. {coach} 100% & more",
    "2026",
    "true",
    "O'Neill",
    "東京",
    "Ada\nTest",
    "~",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stands_in_the_settings_as_it_was_typed(name: str, tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "site"), "--name", name, "--promise", f"I am {name}", "--service", f"{name} talks"]) == 0
    site = load_site(public_tree(tmp_path / "site"))
    assert (site.settings.name, site.settings.promise) == (name, f"I am {name}")
    assert f"{name} talks" in [service.record.title for service in site.services]


@pytest.mark.parametrize("there", [{"notes.txt": "hers"}, {".git/HEAD": "ref"}, {"content/site.yaml": "name: Ada"}], ids=["a file", "a repository", "a site"])
def test_a_folder_with_anything_in_it_is_left_as_it_is(there: Mapping[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = tmp_path / "site"
    for path, text in there.items():
        (site / path).parent.mkdir(parents=True)
        (site / path).write_text(text)
    assert main(["new", str(site)]) == 1
    assert capsys.readouterr() == ("", f"The folder {site} is not empty, and was left as it is. Give another name.\n")
    assert held(site) == {path: text.encode() for path, text in there.items()}


def test_a_file_of_the_folders_name_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "site").write_text("hers")
    assert main(["new", str(tmp_path / "site")]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.splitlines()[1:]) == ("", ["    Move the folder or file of that name elsewhere, then run the command again."])
    assert (tmp_path / "site").read_text() == "hers"


class Terminal:
    """The command on a terminal of its own, which shows what is said and not what is typed."""

    def __init__(self, *arguments: str) -> None:
        self._ours, theirs = os.openpty()
        way = termios.tcgetattr(theirs)
        way[3] &= ~termios.ECHO
        termios.tcsetattr(theirs, termios.TCSANOW, way)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "sitegen", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            env={**os.environ, "TERM": "dumb"},
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - where tests run in the background, it is ignored
        )
        os.close(theirs)

    def type(self, *lines: str) -> None:
        """Type lines, and then that there are no more, so that nothing is waited for."""
        os.write(self._ours, "".join(f"{line}\n" for line in lines).encode() + b"\x04" * 3)

    def read(self) -> str:
        """Give what was said next, "" when the command has ended."""
        try:
            return os.read(self._ours, 4096).decode().replace("\r\n", "\n")
        except OSError:  # Linux's word for a terminal that was left
            return ""

    def interrupt(self) -> None:
        """Press Ctrl-C until it is heard: one that comes between a question and the wait for its answer is heard only after the answer."""
        while self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(2)

    def end(self) -> tuple[int, str]:
        """Give the code, and all that was said and not read yet."""
        said = "".join(iter(self.read, ""))
        os.close(self._ours)
        return self.process.wait(), said


INTRO = "Six questions; press Enter to skip one. All of it can be changed later in content/site.yaml.\n"


def test_on_a_terminal_the_six_questions_are_asked_and_a_wrong_answer_again(tmp_path: Path) -> None:
    terminal = Terminal("new", str(tmp_path / "site"))
    terminal.type("Zoe Tester", "", "Walks", "", "Mars", "fr", "green", "#7a3b2e")
    code, said = terminal.end()
    assert code == 0
    assert said.partition("Your site is in")[0] == INTRO + (
        "What is your name? [Alex Example] "
        "Whom do you help and with what, in one sentence? [I coach people who lead for the first time.] "
        "What is the first thing you offer called? [First talks] "
        "Where do people book a first talk (a web address)? "
        "Whose rules apply to you: us, uk, eu, de, fr or other? [other] "
        "  'Mars' is not one of us, uk, eu, de, fr, other.\n"
        "Whose rules apply to you: us, uk, eu, de, fr or other? [other] "
        "Which colour should the site have (like #2f6f62)? [#2f6f62] "
        "  'green' is not a colour. Write it in quotes with six digits or letters a-f, like this: \"#2f6f62\".\n"
        "Which colour should the site have (like #2f6f62)? [#2f6f62] "
    )
    settings = load_site(public_tree(tmp_path / "site")).settings
    assert (settings.name, settings.promise, settings.booking, settings.country, settings.accent) == (
        "Zoe Tester", "I coach people who lead for the first time.", None, "fr", "#7a3b2e",
    )  # fmt: skip
    assert (tmp_path / "site/content/services/walks.md").exists()


def test_on_a_terminal_what_a_flag_says_is_not_asked(tmp_path: Path) -> None:
    terminal = Terminal("new", str(tmp_path / "site"), *FLAGS, "--country", "uk")
    terminal.type("")
    code, said = terminal.end()
    assert code == 0
    assert said.partition("Your site is in")[0] == INTRO + "Which colour should the site have (like #2f6f62)? [#2f6f62] "


def test_stopping_in_the_middle_of_the_questions_writes_nothing(tmp_path: Path) -> None:
    terminal = Terminal("new", str(tmp_path / "site"))
    said = ""
    while not said.endswith("[Alex Example] "):
        said += terminal.read()
    terminal.interrupt()
    code, said = terminal.end()
    assert code == 1
    assert said.endswith("\nStopped.\n")
    assert "Traceback" not in said
    assert not (tmp_path / "site").exists()


def test_an_end_of_input_in_the_middle_of_the_questions_writes_nothing(tmp_path: Path) -> None:
    terminal = Terminal("new", str(tmp_path / "site"))
    terminal.type("Zoe Tester")
    code, said = terminal.end()
    assert code == 1
    assert said.endswith("\nStopped.\n")
    assert "Traceback" not in said
    assert not (tmp_path / "site").exists()
