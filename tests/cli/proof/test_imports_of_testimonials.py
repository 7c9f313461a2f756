"""What people said elsewhere: shown first, staged, taken in only when picked, the same file twice changes nothing."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from sitegen.cli.main import main
from sitegen.common.problems import ContentError
from sitegen.imports.export_days import american_day, certain_day
from sitegen.imports.exports import read_exports
from sitegen.imports.given import Given
from sitegen.imports.staging import STAGED, read_staged
from tests.running import held
from tests.small_site import EVIDENCE, SMALL, write_site

DAY = "2026-11-22"
HEAD = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\r\n"
LINKEDIN = (
    "\ufeff" + HEAD + 'Zoe,Trial,"Harbour, Foods",Head of Ops,"She asked, and waited.\r\n\r\nI still do it. 😀",06/30/25, VISIBLE\r\n'
    'Bo,Former,Northwind Example,Engineer,<p>He &amp; I drew it.</p><script>x</script>,01/15/2025,HIDDEN\r\nNo,Words,,,"   ",1/1/24,VISIBLE\r\n,,,,,,\r\n'
)
REVIEWS = {
    "reviews": [
        {
            "name": "accounts/1/locations/7/reviews/AbC", "reviewer": {"displayName": "Nell Unknown"}, "starRating": "FIVE", "createTime": "2026-03-04T05:06:07.8Z",
            "comment": "(Translated by Google) She listened.\n\n(Original)\nSie hat zugehört.", "reviewReply": {"comment": "Thank you"},
        },
        {"name": "accounts/2/locations/7/reviews/AbC", "reviewer": {"displayName": "Nell Unknown"}, "starRating": "FIVE", "comment": "(Translated by Google) She listened.\n\n(Original)\nSie hat zugehört.", "createTime": "2026-03-04T05:06:07Z"},
        {"name": "accounts/1/locations/7/reviews/D", "reviewer": {"displayName": "Otto Stars"}, "starRating": "FOUR", "createTime": "2026-03-05T05:06:07Z"},
        {"name": "accounts/1/locations/7/reviews/E", "reviewer": {}, "starRating": "THREE", "comment": "Who am I?", "createTime": "2026-03-05T05:06:07Z"},
        {"name": "accounts/1/locations/7/reviews/F", "reviewer": {"displayName": "Pia  Zwei"}, "starRating": "TWO", "comment": "Zu kurz.\n\n(Translated by Google)\nToo short.", "createTime": "2026-03-06T05:06:07Z"},
    ]
}  # fmt: skip
TABLE = "Customer_Name;Testimonial;Star rating;Created;Customer Company;Review URL\nZoe Trial;I <3 it, 2 < 3;★★★★★;30.6.2025;Harbour Foods;https://www.example.com/r/1\nOtto Odd;Good;six;01/02/2026;;javascript:x\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_site(tmp_path / "site", {**SMALL, **EVIDENCE})
    book = "people:\n  - {name: Bo Former, worked_together: Northwind Example 2014-2018}\n"
    clients = "clients:\n  - {who: Zoe Trial, service: team, start: 2026-01-01, end: 2026-10-01}\n"
    return write_site(tmp_path / "site", {"content/private/outreach.yaml": book, "content/private/clients.yaml": clients})


def ran(capsys: pytest.CaptureFixture[str], site: Path, *words: str) -> tuple[int, str, str]:
    code = main(["proof", "import", *words, "--site", str(site), "--as-of", DAY])
    return (code, *capsys.readouterr())


def saved(site: Path, name: str, data: str | bytes) -> str:
    place = site.parent / name
    place.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(place)


def staged(site: Path) -> list[Given]:
    return [one.given for one in read_staged((site / "content/private" / STAGED).read_bytes())]


def zipped(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return stream.getvalue()


def test_the_table_comes_first_and_nothing_is_written_without_a_yes(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = held(site)
    code, out, err = ran(capsys, site, saved(site, "Recommendations_Received.csv", LINKEDIN))
    assert (code, err) == (1, "Nothing was changed: run it again with --yes to do it.\n")
    assert out == (
        "2 new ones, 0 changed, 0 gone, 0 as before.\n"
        "  new      2025-06-30  Zoe Trial             She asked, and waited. I still do…\n"
        "  new      2025-01-15  Bo Former             He & I drew it.\n"
        "  1 without words, left out\n"
    )
    assert held(site) == before


def test_recommendations_are_staged_and_only_what_is_picked_becomes_a_file(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export = saved(site, "export.zip", zipped({"Basic/Recommendations_Received.csv": LINKEDIN, "Basic/Connections.csv": "First Name,Last Name\nA,B\n"}))
    code, out, err = ran(capsys, site, export, "--yes")
    assert code == 0, err
    assert out.endswith(f'\nStaged, in content/private/{STAGED}: 2. Make a file of one: sitegen proof import --pick "Bo Former"\n')
    assert not (site / "content/testimonials/zoe-trial.md").exists()
    code, out, err = ran(capsys, site, "--pick", "zoe", "--yes")
    assert code == 0, err
    assert (site / "content/testimonials/zoe-trial.md").read_text() == (
        "---\nname: Zoe Trial\ntitle: Head of Ops\ncompany: Harbour, Foods\nrelationship: client\nservice: team\nstatus: received\n"
        "original: |\n  She asked, and waited.\n\n  I still do it. 😀\ndate: 2025-06-30\nsource: linkedin\n---\n\nShe asked, and waited.\n\nI still do it. 😀\n"
    )
    assert {given.name: given.text for given in staged(site)} == {"Zoe Trial": "", "Bo Former": "He & I drew it."}, "of what is taken in no words stay there"
    assert ran(capsys, site, export, "--yes")[1].startswith("0 new ones, 0 changed, 0 gone, 2 as before.\n  1 without words, left out\nNothing is new.\n")
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    assert not [path for path, data in held(site / "output").items() if b"She asked, and waited" in data or b"drew it" in data]


def test_a_newer_export_says_what_is_new_changed_and_gone(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, site, saved(site, "a.csv", LINKEDIN), "--yes")[0] == 0
    assert ran(capsys, site, "--pick", "zoe", "--yes")[0] == 0
    newer = HEAD + "Zoe,Trial,Harbour Foods,Head,She asked. Then I did.,06/30/25,VISIBLE\r\nNew,Person,,,Fresh words.,07/08/23 10:00 AM,VISIBLE\r\n"
    code, out, _ = ran(capsys, site, saved(site, "b.csv", newer), "--yes")
    assert code == 0
    assert out.startswith(
        "1 new one, 1 changed, 1 gone, 0 as before.\n"
        "  new      2023-07-08  New Person            Fresh words.\n"
        "  changed  2025-06-30  Zoe Trial             She asked. Then I did.\n"
        "  gone     2025-01-15  Bo Former             He & I drew it.\n"
        "  Zoe Trial changed what is in content/testimonials/zoe-trial.md: look at it.\n"
    )
    assert ran(capsys, site, saved(site, "b.csv", newer), "--yes")[1].startswith("0 new ones, 0 changed, 0 gone, 2 as before.\nNothing is new.\n")
    code, out, _ = ran(capsys, site, saved(site, "c.csv", newer.replace("Zoe,Trial,Harbour Foods,Head,She", "Una,Other,,,Una")), "--yes")
    assert "  Zoe Trial took it away there, and it is in content/testimonials/zoe-trial.md: ask before you keep it.\n" in out


def test_reviews_of_google_are_read_in_the_persons_own_language(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export = saved(
        site, "takeout.zip", zipped({"Takeout/Google Business Profile/account-1/location-7/reviews.json": json.dumps(REVIEWS), "Takeout/x/data.json": "{}"})
    )
    code, out, err = ran(capsys, site, export, "--yes")
    assert code == 0, err
    assert {(given.name, given.text, given.date, given.rating) for given in staged(site)} == {
        ("Nell Unknown", "Sie hat zugehört.", "2026-03-04", "5"), ("Pia Zwei", "Zu kurz.", "2026-03-06", "2"),
    }  # fmt: skip
    assert "  1 without words, left out\n  1 without a name, left out\n" in out
    code, _, err = ran(capsys, site, "--pick", "nell", "--yes")
    assert code == 1
    assert err.startswith("Nell Unknown stays staged:\nsitegen proof: nothing in your files says how you know Nell Unknown.\n")
    assert ran(capsys, site, "--pick", "nell", "--relationship", "client", "--yes")[0] == 0
    assert "rating: 5\n" in (site / "content/testimonials/nell-unknown.md").read_text()


def test_a_table_of_another_tool_is_understood_by_its_columns(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, site, saved(site, "senja.csv", TABLE), "--yes")[0] == 0
    zoe, otto = sorted(staged(site), key=lambda given: -len(given.name))
    assert (zoe.text, zoe.rating, zoe.date, zoe.company, zoe.source_url) == (
        "I <3 it, 2 < 3",
        "5",
        "2025-06-30",
        "Harbour Foods",
        "https://www.example.com/r/1",
    )
    assert (otto.text, otto.rating, otto.date, otto.source_url) == ("Good", "", "", ""), (
        "a day that can be two, stars that are none, and no address of a script"
    )
    assert ran(capsys, site, saved(site, "a.csv", LINKEDIN), "--yes")[0] == 0
    assert len(staged(site)) == 4, "another export takes nothing of this one away"


WRONG = {
    "maps.json": ('{"type": "FeatureCollection", "features": []}', "these are the reviews that you wrote of other places, not those that others wrote of you."),
    "other.json": ('{"a": 1}', "nothing that people said of you is found in this file."),
    "broken.json": ("{", "nothing that people said of you is found in this file."),
    "empty.csv": ("", "this table is empty."),
    "no-words.csv": ("Name,When\nA B,2026-01-01\n", "no column of this table holds the words that people wrote. Its columns are: 'Name' and 'When'."),
    "broken.zip": (b"PK\x03\x04broken", "this zip can't be opened."),
    "empty.zip": (zipped({"readme.txt": "x"}), "nothing that people said of you is found in this file."),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_file_that_holds_nothing_of_the_kind_is_said_to(name: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, words = WRONG[name]
    place = saved(site, name, data)
    before = held(site)
    code, _, err = ran(capsys, site, place, "--yes")
    assert (code, err.splitlines()[0]) == (1, f"{place}: {words}")
    assert held(site) == before


def test_what_is_typed_wrong_is_said(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, site)[2] == "sitegen proof import: nothing is staged.\n    Name a file to import. `sitegen help gathering` tells where to get one.\n"
    assert ran(capsys, site, saved(site, "a.csv", LINKEDIN), "--yes")[0] == 0
    assert ran(capsys, site, "--pick", "zooe", "--yes")[2] == "sitegen proof import: nobody who is staged is called 'zooe'.\n    Did you mean 'Zoe Trial'?\n"
    write_site(site, {f"content/private/{STAGED}": '{"name": 1\n'})
    assert ran(capsys, site)[2].startswith(f"content/private/{STAGED}:1: this line of the staging file can't be read.\n")


def test_staged_words_are_no_leak_until_they_stand_on_the_site(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = "Seven quiet herons crossed the quarry before anyone spoke"
    assert ran(capsys, site, saved(site, "t.csv", f"name,text,email\nOtto Odd,{words},otto@example.org\n"), "--yes")[0] == 0
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 0
    write_site(site, {"content/pages/about.md": f"---\ntitle: About\n---\n\n{words}.\n"})
    capsys.readouterr()
    assert main(["build", "--site", str(site), "--as-of", DAY]) == 1
    assert "content/pages/about.md:5: six words or more of a note from your private files would go online" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "american", "certain"),
    [
        ("06/30/25", "2025-06-30", ""), ("01/15/2025", "2025-01-15", "2025-01-15"), ("07/08/23 10:00 AM", "2023-07-08", ""), ("1/1/24", "2024-01-01", ""),
        ("2024-03-12T09:00Z", "2024-03-12", "2024-03-12"), ("12 Mar 2024", "2024-03-12", "2024-03-12"), ("March 3rd, 2024", "2024-03-03", "2024-03-03"),
        ("12. März 2024", "2024-03-12", "2024-03-12"), ("31.12.2024", "2024-12-31", "2024-12-31"), ("31/12/2024", "", "2024-12-31"), ("02/03/2024", "2024-02-03", ""),
        ("03/03/2024", "2024-03-03", "2024-03-03"), ("99 Mar 2024", "", ""), ("soon", "", ""), ("", "", ""),
    ],
)  # fmt: skip
def test_days_of_exports_are_read_where_they_can_mean_one_day_only(text: str, american: str, certain: str) -> None:
    assert (american_day(text), certain_day(text)) == (american, certain)


def test_two_files_at_once_and_one_that_is_none() -> None:
    with pytest.raises(ContentError, match="nothing that people said"):
        read_exports({"a.csv": LINKEDIN.encode(), "b.json": b"[]"}, {})
    assert len(read_exports({"a.csv": LINKEDIN.encode(), "b.json": json.dumps(REVIEWS).encode()}, {}).given) == 4
