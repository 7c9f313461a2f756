"""The commands that only say something: check, schema, help."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from sitegen.cli.main import main
from tests.running import DAY, KEPT, NO_ADDRESS, held, unweighed
from tests.small_site import SMALL, changed, write_site

ANNA = "content/testimonials/anna.md"
WRONG = {**changed(ANNA, "service: team", "service: taem"), "content/articles/meetings.md": "---\ntitle: One\n---\n"}


READ = "Hardest to read, of 2 pages with 100 words and more:\n     88  /privacy/\n     89  /reviews-policy/\n"


def ran(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    said = capsys.readouterr()
    return code, unweighed(said.out).partition("Style rules that nothing")[0], said.err


def whole(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Give every file and folder with what would change if it were written."""
    return {str(path): (path.lstat().st_mtime_ns, path.lstat().st_ctime_ns, path.lstat().st_ino) for path in (folder, *folder.rglob("*"))}


@pytest.mark.parametrize("files", [SMALL, WRONG, changed(ANNA, "status: granted", "status: requested")], ids=["well", "wrong", "left out"])
@pytest.mark.parametrize("more", [[], ["--strict"], ["--format", "json"]], ids=" ".join)
def test_check_writes_nothing_at_all(files: dict[str, str | bytes], more: list[str], tmp_path: Path) -> None:
    site = write_site(tmp_path, {**files, ".sitegen/cache/x": "x", "output/index.html": "the last good site"})
    before, umask = whole(site), os.umask(0o022)
    os.umask(umask)
    main(["check", "--site", str(site), "--as-of", DAY, *more])
    assert whole(site) == before


def test_check_says_the_same_as_a_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path, {**WRONG, "content/site.yaml": SMALL["content/site.yaml"] + "url: https://www.example.com\n"})
    code, out, err = ran(capsys, "build", "--site", str(site), "--as-of", DAY)
    assert (code, out) == (1, "")
    assert err.count("content/articles/meetings.md:2: ") == 2
    assert err.endswith("content/testimonials/anna.md:6: there is no service 'taem'.\n    Did you mean 'team'? Services are: team.\n")
    assert ran(capsys, "check", "--site", str(site), "--as-of", DAY) == (1, "", err + "3 things to mend before the site can be built.\n")


def test_check_tells_beside_what_is_to_mend_all_else_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path, {**changed(ANNA, "service: team", "service: taem"), "content/private/outreach.yaml": "people:\n  - name: Zelda Quimby\n"})
    write_site(site, {"content/articles/meetings.md": SMALL["content/articles/meetings.md"] + "\nZelda Quimby asked.\n"})
    code, out, err = ran(capsys, "check", "--site", str(site), "--as-of", DAY)
    assert (code, out) == (1, "")
    assert [line.partition(" ")[0] for line in err.splitlines() if line.startswith("content/")] == [
        "content/articles/meetings.md:10:", "content/results/decisions.md:9:", "content/site.yaml:1:", f"{ANNA}:6:",
    ]  # fmt: skip
    assert err.endswith("3 things to mend before the site can be built.\n")


def test_check_of_a_good_site_says_how_many_pages_there_would_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path)
    assert ran(capsys, "check", "--site", str(site), "--as-of", DAY) == (
        0,
        NO_ADDRESS + "All is well: 17 pages would be made; 1 notice above.\n" + KEPT + READ,
        "",
    )
    write_site(site, {"content/site.yaml": SMALL["content/site.yaml"] + "url: https://www.example.com\n"})
    assert ran(capsys, "check", "--site", str(site), "--as-of", DAY) == (
        0,
        "All is well: 17 pages would be made.\n" + KEPT + READ,
        "",
    )


def test_a_strict_check_fails_where_a_strict_build_would(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path, changed(ANNA, "status: granted", "status: requested"))
    left_out = f"{ANNA}:9: left out: the consent is 'requested', not granted (R2).\n    When the person has said yes, write status: granted and the date of the answer.\n"
    assert ran(capsys, "check", "--site", str(site), "--as-of", DAY)[0] == 0
    assert ran(capsys, "check", "--site", str(site), "--as-of", DAY, "--strict") == (
        1, "", NO_ADDRESS + left_out + "1 thing to mend before the site can be built.\n",
    )  # fmt: skip


def test_check_for_tools_is_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path, changed(ANNA, "service: team", "service: taem"))
    code, out, err = ran(capsys, "check", "--site", str(site), "--as-of", DAY, "--format", "json")
    assert (code, err) == (1, "")
    assert json.loads(out) == {
        "ok": False,
        "pages": 0,
        "problems": [
            {
                "code": "no-url", "effect": "notice", "file": "content/site.yaml", "line": 1, "message": NO_ADDRESS.splitlines()[0].partition(": ")[2],
                "mend": NO_ADDRESS.splitlines()[1].strip(), "why": "",
            },
            {
                "code": "no-such-service", "effect": "refuse", "file": ANNA, "line": 6,
                "message": "there is no service 'taem'.", "mend": "Did you mean 'team'? Services are: team.", "why": "",
            }
        ],
    }  # fmt: skip
    write_site(site)
    code, out, err = ran(capsys, "check", "--site", str(site), "--as-of", DAY, "--format", "json")
    said = json.loads(out)
    assert (code, err, said["ok"], said["pages"]) == (0, "", True, 17)
    assert [(problem["code"], problem["effect"], problem["file"], problem["line"]) for problem in said["problems"]] == [
        ("no-url", "notice", "content/site.yaml", 1)
    ]


def test_a_check_of_no_site_is_json_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = ran(capsys, "check", "--site", str(tmp_path), "--format", "json")
    assert code == 1
    assert [(problem["code"], problem["file"], problem["line"]) for problem in json.loads(out)["problems"]] == [("no-site", "content", None)]


NAMES = ("site", "proof", "page", "service", "testimonial", "result", "article", "event", "outreach", "clients", "proof-log")


def test_schemas_are_written_where_an_editor_finds_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = write_site(tmp_path)
    code, out, err = ran(capsys, "schema", "--site", str(site))
    assert (code, err) == (0, "")
    assert out.startswith("Wrote 11 schemas to .sitegen/schemas/. In VS Code with the YAML extension, put this into .vscode/settings.json:\n")
    asked = json.loads(out[out.index("{") : out.rindex("}") + 1])
    assert all((site / path).is_file() for path in asked["yaml.schemas"])
    assert {file for file in asked["yaml.schemas"].values() if "private" in file} == {
        "content/private/outreach.yaml",
        "content/private/clients.yaml",
        "content/private/proof-log.yaml",
    }
    assert set(held(site / ".sitegen/schemas")) == {f"{name}.json" for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_printed_as_it_is_written(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, "schema", name, "--site", str(tmp_path))
    assert (code, err, held(tmp_path)) == (0, "", {})
    Draft202012Validator.check_schema(json.loads(out))
    main(["schema", "--site", str(tmp_path)])
    assert held(tmp_path)[f".sitegen/schemas/{name}.json"].decode() == out


def test_a_schema_with_a_slip_in_its_name_is_suggested(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "schema", "testimonal") == (
        1,
        "",
        (
            "sitegen schema: there is no schema 'testimonal'.\n"
            "    Did you mean 'testimonial'? Schemas are: article, clients, event, outreach, page, proof, proof-log, result, service, site, testimonial.\n"
        ),
    )


def test_help_lists_its_topics(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, "help")
    assert (code, err) == (0, "")
    assert out.startswith("Topics of the handbook; `sitegen help start` is where to begin:\n\n")
    topics = [line.split()[0] for line in out.splitlines()[2:]]
    assert "start" in topics
    assert topics == sorted(topics)


@pytest.mark.parametrize("typed", ["start", "START"])
def test_help_prints_a_topic(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, "help", typed)
    assert (code, err) == (0, "")
    assert out.startswith("# ")
    assert "<!--" not in out


def test_help_on_a_topic_with_a_slip_is_suggested(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, "help", "strat")
    assert (code, out) == (1, "")
    assert err.startswith("sitegen help: there is no topic 'strat'.\n    Did you mean 'start'? Topics are: ")
