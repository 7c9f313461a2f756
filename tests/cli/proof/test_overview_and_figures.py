"""`sitegen proof` and `sitegen proof figures`, as a coach runs them: what is printed, what is private, what is written, what she types wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sitegen.cli.main import main
from sitegen.common.own_trees import OwnTree
from tests.running import held
from tests.small_site import EVIDENCE, SMALL, write_site
from tests.starter_copy import CONTENT

DAY = "2026-11-22"
FACTS = "# hers\nfigures:\n  - {id: leaders, value: '126', label: leaders, source: my list, as_of: 2026-10-01}   # counted by hand\n\nlogos: []\n"


def ran(capsys: pytest.CaptureFixture[str], site: Path, *words: str) -> tuple[int, str, str]:
    code = main(["proof", *words, "--site", str(site), "--as-of", DAY])
    return (code, *capsys.readouterr())


def engagements(reached: str) -> str:
    """Give a client for each letter: y reached, n not, ? not noted."""
    words = {"y": ", reached: true", "n": ", reached: false", "?": ""}
    lines = [
        f"  - {{who: Privatus Name{i}, service: team, start: 2025-01-01, end: 2025-06-0{i + 1}, goals: [{{goal: secret goal{words[one]}}}]}}"
        for i, one in enumerate(reached)
    ]
    return "clients:\n" + "\n".join(lines) + "\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_site(tmp_path, {**SMALL, **EVIDENCE})
    private = {"content/private/clients.yaml": engagements("yyy?ny"), "content/private/evidence/list.pdf": "a list"}
    return write_site(tmp_path, {**private, "content/data/proof.yaml": FACTS})


def test_the_starter_and_the_example_are_shown_in_eighty_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(tmp_path, {f"content/{path}": data for path, data in held(CONTENT).items()})
    assert main(["outreach", "start", "--example", "--site", str(tmp_path), "--as-of", DAY]) == 0
    capsys.readouterr()
    code, out, err = ran(capsys, tmp_path)
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= 80
    assert out.startswith("""Your proof on 22 November 2026

Service                    Clients    Faces    Names  Results  Newest
new-leaders                      2        1        1        1  4 May 2026
team                             2        1        1        2  14 September 2026
career                           1        1        1        1  22 June 2026
workshop                         1        -        -        1  24 November 2025
  lacks a face, a full name
""")
    assert (
        'Whom to ask next\n 1. Nerissa Holloway-Pike: finished 3 weeks ago and not yet asked\n    > sitegen proof ask "Nerissa Holloway-Pike" --service new-leaders\n'
        in out
    )


def test_json_and_page_hold_nothing_private_unless_asked_for(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Privatus" in ran(capsys, site)[1]
    code, out, err = ran(capsys, site, "--format", "json", "--html")
    page = (site / ".sitegen/keep/proof.html").read_text(encoding="utf-8")
    assert (code, err) == (0, "Wrote .sitegen/keep/proof.html: open it in your browser. It holds nothing of your private files.\n")
    assert [word for word in ("Privatus", "secret", "Anna Sample") if word in out + page] == []
    assert sorted(json.loads(out)) == ["as_of", "ending", "readers", "services", "supports", "without_expected", "worn"]
    code, out, err = ran(capsys, site, "--format", "json", "--html", "--private")
    assert json.loads(out)["ask"][0]["who"] == "Privatus Name0"
    assert "Privatus Name0" in (site / ".sitegen/keep/proof.html").read_text(encoding="utf-8")
    assert err.endswith("It names people of your private files.\n")
    assert not re.search(r"https?://|<script", page)


def test_json_never_reads_the_private_files_unless_asked_for(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(site, {"content/private/clients.yaml": "clients: [{whom: nobody}]\n"})
    assert ran(capsys, site, "--format", "json")[0] == 0
    code, out, err = ran(capsys, site)
    assert (code, out) == (1, "")
    assert err.startswith("content/private/clients.yaml:1:")


def test_what_can_not_be_read_is_told_and_not_counted(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(site, {"content/testimonials/bad.md": "---\nname: Bo\n---\n"})
    code, out, err = ran(capsys, site, "--format", "json")
    assert code == 0
    assert err.startswith("Not counted, since it can't be read:\ncontent/testimonials/bad.md:")
    assert [one["slug"] for one in json.loads(out)["supports"]] == ["anna"]


def test_an_option_before_an_action_is_not_lost(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["proof", "--site", str(site), "log"]) == 1
    assert capsys.readouterr().err == "sitegen proof: '--site' stands before 'log'.\n    Write it after: sitegen proof log ... --site\n"


def test_the_figure_is_shown_first_and_written_on_a_yes_with_every_other_byte_left(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = held(site)
    code, out, err = ran(capsys, site, "figures")
    assert (code, held(site)) == (1, before)
    assert err == "Nothing was changed: run it again with --yes to do it.\n"
    assert out.startswith(
        "4 of 6 clients who finished in 2025 reached each goal set at the start.\nOf 1 it is not noted (`reached:` in clients.yaml); they are counted as not reached.\n"
    )
    assert "+     value: 4\n" in out
    code, out, _ = ran(capsys, site, "figures", "--yes")
    assert code == 0
    made = (site / "content/data/proof.yaml").read_text(encoding="utf-8")
    new = re.search(r"  - id: goals-reached\n(?:    .*\n)+", made)
    assert new is not None
    assert made.replace(new[0], "") == FACTS
    assert [word for word in ("Privatus", "secret") if word in made] == []
    assert {path for path in held(site) if held(site)[path] != before.get(path)} == {"content/data/proof.yaml"}
    assert ran(capsys, site, "figures", "--yes")[1].endswith("content/data/proof.yaml says so already.\n")
    assert main(["check", "--site", str(site), "--as-of", DAY]) == 0


def test_her_own_words_for_a_figure_stay_while_its_numbers_change(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hers = "figures:\n  - id: goals-reached\n    value: '3'   # old\n    label: of my people in 2025 got what they wanted\n    n: 5\n    source: my book\n    as_of: 2025-12-31\n"
    write_site(site, {"content/data/proof.yaml": hers})
    assert ran(capsys, site, "figures", "--yes")[0] == 0
    assert (site / "content/data/proof.yaml").read_text(encoding="utf-8") == hers.replace("'3'", "4").replace("n: 5", "n: 6").replace("2025-12-31", DAY)


def test_without_a_file_of_facts_one_is_begun(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "content/data/proof.yaml").unlink()
    assert ran(capsys, site, "figures", "--yes")[0] == 0
    assert OwnTree(site).read("content/data/proof.yaml").startswith(b"figures:\n  - id: goals-reached\n")


def test_invented_clients_make_a_sample(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(tmp_path, {**SMALL, **EVIDENCE})
    assert main(["outreach", "start", "--example", "--site", str(tmp_path), "--as-of", DAY]) == 0
    code, out, _ = ran(capsys, tmp_path, "figures", "--yes")
    assert code == 0
    assert "Invented clients of the example are among them, so the figure is marked as a sample." in out
    assert "sample:" in (tmp_path / "content/data/proof.yaml").read_text(encoding="utf-8")


FEW = "sitegen proof figures: {} in that time with goals set at the start, and of fewer than 5 a reader could know one.\n    Count more years or all services, or wait; nothing was changed.\n"
WRONG = {
    ("--from", "2026"): FEW.format("nobody finished"),
    ("--service", "teem"): "sitegen proof: there is no service 'teem'.\n    Did you mean 'team'? Services are: team.\n",
    ("--from", "2026", "--to", "2024"): "sitegen proof figures: 2026 to 2024 is no time that has been.\n    Write it like this: --from 2025 --to 2026\n",
    ("--to", "2027"): "sitegen proof figures: 1900 to 2027 is no time that has been.\n    Write it like this: --from 2025 --to 2026\n",
}


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_what_can_not_be_counted_is_said_and_nothing_is_written(words: tuple[str, ...], site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = held(site)
    assert ran(capsys, site, "figures", "--yes", *words) == (1, "", WRONG[words])
    assert held(site) == before


def test_of_fewer_than_five_nothing_is_written(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(site, {"content/private/clients.yaml": engagements("yyyy")})
    assert ran(capsys, site, "figures", "--yes") == (1, "", FEW.format("only 4 clients finished"))
    write_site(site, {"content/private/clients.yaml": engagements("yyyyy")})
    assert ran(capsys, site, "figures", "--yes")[0] == 0


def test_without_a_list_of_clients_it_says_how_to_begin(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "content/private/clients.yaml").unlink()
    assert ran(capsys, site, "figures") == (
        1, "", "content/private/clients.yaml: there is no such file, so there is nobody to count.\n    Begin it with `sitegen outreach start`; `sitegen help clients` tells every field.\n",
    )  # fmt: skip
