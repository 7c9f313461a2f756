"""From the exact words to the page and off it again: each change is shown first, and what is taken back leaves no trace and does not come back."""

from __future__ import annotations

import email
import email.policy
import io
import re
import shutil
import sys
from pathlib import Path

import pytest
from PIL import Image

from sitegen.cli.main import main
from sitegen.cli.proof.items import setting
from sitegen.common.front_edits import with_front
from sitegen.outreach.reading import read_proof_log
from tests.running import held
from tests.small_site import EVIDENCE, SMALL, write_site

DAY = "2026-11-22"
ITEM = "content/testimonials/zoe-trial.md"
RECORD = """---
name: Zoe Trial
title: Head of Quarries   # for now
company: Harbour Foods
photo: zoe.jpg
relationship: client
service: team
status: received
original: |
  I was unsure whether it would help at all. My cat is called Tybalt.

  Now we talk less and know what we decided.
pull_quote: Now we talk less and know what we decided.
date: 2026-11-01
source: linkedin
source_url: https://www.example.com/in/zoe-trial
---

I was unsure whether it would help at all. [...]

Now we talk less and know what we decided.
"""
MAIL = b"From: zoe@example.com\nSubject: yes\nDate: Sun, 22 Nov 2026 08:10:00 +0200\n\nYes to these words.\n"
TRACES = (b"talk less and know", b"unsure whether", b"zoe@", b"zoe.", b"trial", b"team-2026-11", b"quarries")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    write_site(site, {**SMALL, **EVIDENCE})
    picture = io.BytesIO()
    Image.effect_noise((900, 900), 60).save(picture, "JPEG")
    (tmp_path / "yes.eml").write_bytes(MAIL)
    return write_site(
        site,
        {
            ITEM: RECORD, "content/images/zoe.jpg": picture.getvalue(),
            "content/private/clients.yaml": "clients:\n  - {who: Zoe Trial, service: team, start: 2026-01-01, end: 2026-10-01, emails: [zoe@example.com]}\n",
        },
    )  # fmt: skip


def ran(capsys: pytest.CaptureFixture[str], site: Path, *words: str) -> tuple[int, str, str]:
    code = main([*words, "--site", str(site), "--as-of", DAY])
    return (code, *capsys.readouterr())


def text(site: Path, path: str = ITEM) -> str:
    return (site / path).read_text(encoding="utf-8")


def published(capsys: pytest.CaptureFixture[str], site: Path, *terms: str) -> str:
    """Bring the item onto the site; give its address."""
    assert ran(capsys, site, "proof", "approve", "zoe", *terms, "--yes")[0] == 0
    assert ran(capsys, site, "proof", "consent", "zoe", "--evidence", str(site.parent / "yes.eml"), "--yes")[0] == 0
    code, out, err = ran(capsys, site, "proof", "publish", "zoe", "--yes")
    assert code == 0, err
    assert ran(capsys, site, "build")[0] == 0
    return re.search(r"Its page is /(\S+)/", out)[1]  # type: ignore[index]


def test_the_exact_words_go_to_the_person_with_a_page_and_an_easy_no(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(
        capsys, site, "proof", "approve", "zoe", "--scope", "site,social", "--items", "quote,name,title,photo", "--until", "2028-11-22", "--yes"
    )
    assert code == 0, err
    assert out.startswith(f"{ITEM}:\n  + consent:\n  +   status: requested\n")
    assert "To: Zoe Trial <zoe@example.com>\n" in out
    assert "I was unsure whether it would help at all. [...]\n\nNow we talk less and know what we decided.\n" in out
    flat = " ".join(out.split())
    assert "It would be shown as: Zoe Trial, Head of Quarries." in flat
    assert (
        "It would stand on my website: on a page of its own, on the list of testimonials, beside what I say of 'Team coaching', perhaps on the first page and on social media."
        in flat
    )
    assert (
        '"You may show these words on your website and on social media, under my full name, with my title and my photo, until 22 November 2028. I can take this back at any time."'
        in flat
    )
    assert "A plain no is fine" in flat
    page = text(site, ".sitegen/keep/approvals/zoe-trial.html")
    assert "<p>I was unsure whether it would help at all. [...]</p>" in page
    assert "My cat is called Tybalt." in page, "the original is told whole"
    assert 'src="data:image/jpeg;base64,' in page
    assert not re.search(r'(?:src|href)="(?!data:)|<script|url\(', page), "it asks nothing of any server"
    mail = email.message_from_bytes((site / "content/private/messages/approve-zoe-trial.eml").read_bytes(), policy=email.policy.default)
    attached = next(mail.iter_attachments())  # type: ignore[attr-defined]
    assert attached.get_content() == page
    entry = read_proof_log((site / "content/private/proof-log.yaml").read_bytes()).record.log[0]
    assert (entry.item, str(entry.approval_asked), entry.approved) == ("zoe-trial", DAY, None)


def test_nothing_changes_without_a_yes_and_only_the_fields_meant_with_one(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = held(site)
    for words in (
        ("proof", "approve", "zoe"),
        ("proof", "consent", "zoe", "--method", "oral", "--items", "quote"),
        ("withdraw", "zoe"),
        ("withdraw", "zoe", "--delete"),
        ("forget", "zoe"),
    ):
        code, _, err = ran(capsys, site, *words)
        assert (code, err) == (1, "Nothing was changed: run it again with --yes to do it.\n")
    assert held(site) == before
    assert (
        ran(capsys, site, "proof", "consent", "zoe", "--method", "signed", "--items", "quote,name", "--show-as", "initials", "--on", "2026-11-20", "--yes")[0]
        == 0
    )
    assert text(site) == RECORD.replace("status: received", "status: approved").replace(
        "---\n\nI was",
        "consent:\n  status: granted\n  date: 2026-11-20\n  method: signed\n  wording: You may show these words on your website, under my initials. I can take this back at any time.\n"
        "  scope: [site]\n  items: [quote, name]\n  show_as: initials\nslug: team-2026-11\n---\n\nI was",
    )


def test_the_paper_is_copied_and_never_written_over(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = {f"content/private/evidence/zoe-trial-consent-{DAY}.eml": "another paper"}
    write_site(site, other)
    code, out, err = ran(
        capsys, site, "proof", "consent", "zoe", "--items", "quote,name", "--show-as", "full", "--evidence", str(site.parent / "yes.eml"), "--yes"
    )
    assert code == 0, err
    assert f"evidence: content/private/evidence/zoe-trial-consent-{DAY}-2.eml\n" in text(site)
    assert (site / f"content/private/evidence/zoe-trial-consent-{DAY}-2.eml").read_bytes() == MAIL
    assert text(site, next(iter(other))) == "another paper"
    assert "method: email\n" in text(site)
    assert out.endswith("Noted. To put it on the site: sitegen proof publish zoe-trial\n")


def test_words_that_were_changed_since_are_not_published(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, site, "proof", "approve", "zoe", "--yes")[0] == 0
    write_site(site, {ITEM: text(site).replace("\n\nNow we talk less and know what we decided.\n", "\n")})
    line = text(site).splitlines().index("---", 1) + 2
    said = (
        f"{ITEM}:{line}: these are not the words that were sent on {DAY}.\n    Put those back, or send these: sitegen proof approve zoe-trial\n"
        "    Why: the person said yes to the exact words (16 CFR 255.1, GDPR Art 7).\n"
    )
    assert ran(capsys, site, "proof", "consent", "zoe", "--method", "email", "--yes")[0::2] == (1, said)
    assert ran(capsys, site, "proof", "publish", "zoe", "--yes")[0::2] == (1, said)


def test_nothing_is_published_that_a_build_would_leave_out(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = ran(capsys, site, "proof", "publish", "zoe", "--yes")
    assert (code, err.partition("\n")[0]) == (1, f"{ITEM}: left out: there is no consent on record (R2).")
    assert ran(capsys, site, "proof", "consent", "zoe", "--status", "declined", "--yes")[1].endswith("Noted: a no. It stays off the site.\n")
    assert "status: declined\n" in text(site)
    assert "said no on 2026-11-22" in ran(capsys, site, "proof", "log")[1]
    write_site(site, {"content/site.yaml": text(site, "content/site.yaml").replace("country: eu", "country: uk")})
    code, out, _ = ran(capsys, site, "proof", "consent", "zoe", "--items", "quote", "--method", "email", "--yes")
    assert code == 0
    assert "Noted. It can't be shown yet: the consent has no evidence on file, which the UK's code asks for (R2).\n" in out


WRONG = {
    ("proof", "approve", "zoee-trial"): "sitegen proof: there is no testimonial or case 'zoee-trial'.\n    Did you mean 'zoe-trial'? Files are: anna, decisions, zoe-trial.\n",
    ("proof", "publish", "team"): "sitegen proof: there is no testimonial or case 'team'.\n",
    ("withdraw", "nobody"): "sitegen proof: there is no testimonial or case 'nobody'.\n",
    ("withdraw", "logos/harbour"): "sitegen withdraw: there is no logo 'harbour'.\n    There are no logos yet.\n",
    ("proof", "consent", "zoe"): "sitegen proof consent: how was the yes given?\n    Say it: --method with email, form, signed or oral.\n",
    ("proof", "consent", "zoe", "--method", "oral"): "sitegen proof consent: nothing says what the person agreed to.\n    Send the exact words first, sitegen proof approve zoe-trial, ",
    ("proof", "consent", "zoe", "--method", "oral", "--items", "quote,nam"): "--items: 'nam' is not one of its words.\n    Did you mean 'name'?",
    ("proof", "consent", "zoe", "--evidence", "nowhere.eml"): "nowhere.eml: there is no such file.\n",
    ("proof", "consent", "zoe", "--on", "2027-01-01"): "--on: 2027-01-01 is still to come.\n",
    ("proof", "approve", "zoe", "--until", "2026-01-01"): "--until: 2026-01-01 is over.\n",
    ("proof", "approve", "zoe", "--scope", "web"): "--scope: 'web' is not one of its words.\n",
}  # fmt: skip


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_what_cannot_be_done_is_said_and_nothing_is_written(words: tuple[str, ...], site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = held(site)
    code, _, err = ran(capsys, site, *words, "--yes")
    assert code == 1
    assert err.startswith(WRONG[words])
    assert held(site) == before


def test_a_file_that_cannot_be_read_says_so_when_it_is_meant(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(site, {ITEM: RECORD.replace("relationship: client", "relationship: freind")})
    code, _, err = ran(capsys, site, "proof", "publish", "zoe-trial", "--yes")
    assert code == 1
    assert err.startswith(f"{ITEM}:6: 'freind' is not one of the words 'relationship' knows.\n    Did you mean 'friend'?")


def leftovers(folder: Path) -> list[str]:
    """Give the files that hold a trace, in what they say or what they are called."""
    return [path for path, data in held(folder).items() if any(trace in data.lower() or trace in path.lower().encode() for trace in TRACES)]


def kept_of_her(folder: Path) -> list[str]:
    """Give the files below a folder of .sitegen/ that hold words, the name or a picture, but for the versions of private files."""
    kept = {path: data for path, data in held(folder).items() if "outreach/" not in path}
    return [
        path
        for path, data in kept.items()
        if not path.startswith("cache/share/")  # the site's own card, which shows the coach
        if b"talk less and know" in data or b"zoe" in (path.encode() + data).lower() or path.endswith((".webp", ".avif", ".jpg", ".png"))
    ]


@pytest.mark.parametrize("command", [("withdraw", "zoe", "--delete"), ("forget", "Zoe Trial")], ids=["withdrawn and deleted", "forgotten"])
@pytest.mark.parametrize("workshop", ["kept", "deleted before"])
def test_what_is_deleted_with_its_record_is_not_set_aside_from_output(
    command: tuple[str, ...], workshop: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    published(capsys, site, "--show-as", "full", "--items", "quote,name,title,photo")
    (site / "output/hers.html").write_bytes(b"<p>Her own.")
    if workshop == "deleted before":
        shutil.rmtree(site / ".sitegen")
    code, _, err = ran(capsys, site, *command, "--yes")
    assert code == 0, err
    assert ran(capsys, site, "build")[0] == 0
    assert leftovers(site / "output") == []
    assert kept_of_her(site / ".sitegen") == []
    assert (site / ".sitegen/keep/set-aside/hers.html").read_bytes() == b"<p>Her own.", "nobody takes away what is hers"


@pytest.mark.parametrize("workshop", ["kept", "deleted before", "deleted after"])
@pytest.mark.parametrize(
    "terms", [("--show-as", "full", "--items", "quote,name,title,photo"), ("--show-as", "first_name", "--items", "quote,name")], ids=["full", "first name"]
)
def test_what_is_withdrawn_leaves_every_trace_of_output_in_one_build(
    terms: tuple[str, ...], workshop: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_site(site, {"content/site.yaml": text(site, "content/site.yaml") + "url: https://www.example.com\n"})
    clean = site.parent / "clean"
    shutil.copytree(site, clean)
    (clean / ITEM).unlink()
    assert main(["build", "--site", str(clean), "--as-of", DAY]) == 0
    published(capsys, site, *terms)
    assert len(leftovers(site / "output")) >= 4
    if workshop == "deleted before":
        shutil.rmtree(site / ".sitegen")
    code, out, err = ran(capsys, site, "withdraw", "zoe", "--yes")
    assert code == 0, err
    assert out.endswith("It is off the site with the next build, and still online until you publish that: sitegen build, then put it on the web.\n")
    if workshop == "deleted after":
        shutil.rmtree(site / ".sitegen")
    assert ran(capsys, site, "build")[0] == 0
    assert leftovers(site / "output") == []
    assert held(site / "output") == held(clean / "output"), "as if it had never been there"
    assert kept_of_her(site / ".sitegen/keep") == [], "nothing was set aside either"
    assert ran(capsys, site, "build", "--strict")[0] == 0


EXPORT = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\r\nZoe,Trial,Harbour Foods,Head,{words},11/01/26, VISIBLE\r\n"
WORDS = '"I was unsure whether it would help at all. My cat is called Tybalt.\n\nNow we talk less and know what we decided."'


@pytest.mark.parametrize("words", [WORDS, '"Other words of the same day, after an edit there."'], ids=["the same", "changed there"])
@pytest.mark.parametrize("delete", [(), ("--delete",)], ids=["kept", "deleted"])
def test_importing_again_does_not_bring_it_back_and_no_undo_does(delete: tuple[str, ...], words: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    published(capsys, site, "--show-as", "full")
    assert ran(capsys, site, "withdraw", "zoe", *delete, "--yes")[0] == 0
    assert (site / ITEM).exists() is (not delete)
    assert (site / "content/images/zoe.jpg").exists() is (not delete)
    (site.parent / "Recommendations_Received.csv").write_bytes(EXPORT.format(words=words).encode())
    for _ in range(2):
        code, out, _ = ran(capsys, site, "proof", "import", str(site.parent / "Recommendations_Received.csv"), "--all", "--yes")
        assert code == 0
        assert "1 taken back or forgotten before, left out" in out
        while main(["outreach", "undo", "--yes", "--site", str(site)]) == 0:
            assert all(
                entry.withdrawn for entry in read_proof_log((site / "content/private/proof-log.yaml").read_bytes()).record.log if entry.item == "zoe-trial"
            )
        capsys.readouterr()
    assert (
        not (site / "content/private/staged-testimonials.jsonl").exists()
        or b"zoe" not in (site / "content/private/staged-testimonials.jsonl").read_bytes().lower()
    )


def test_what_is_typed_elsewhere_is_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(site, {"content/pages/about.md": "---\ntitle: About\n---\n\nZoe Trial said so.\n\nNow we talk less and know what we decided.\n"})
    published(capsys, site, "--show-as", "full")
    out = ran(capsys, site, "withdraw", "zoe", "--yes")[1]
    assert "Typed elsewhere, and still public: take it out there too:\n  content/pages/about.md:7\n  content/pages/about.md:5\n" in out
    assert "In your folder, and no longer shown: content/images/zoe.jpg." in out
    assert ran(capsys, site, "proof", "approve", "zoe", "--yes")[2].startswith(
        "sitegen proof approve: Zoe Trial took this back, so nothing is asked for again.\n"
    )
    assert ran(capsys, site, "proof", "consent", "zoe", "--yes")[2].startswith("sitegen proof consent: Zoe Trial took this back.\n")


def test_a_logo_is_withdrawn_in_the_facts(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = "# facts\nlogos:\n  - id: harbour\n    name: Harbour Foods\n    source: team coaching\n    as_of: 2026-10-01\n    consent: {status: granted, date: 2026-05-04, method: email, scope: [site], items: [logo]}\n"
    write_site(site, {"content/data/proof.yaml": facts})
    assert ran(capsys, site, "withdraw", "logos/harbour", "--yes")[0] == 0
    assert text(site, "content/data/proof.yaml") == facts.replace("status: granted", "status: withdrawn").replace(
        "items: [logo]}", f"items: [logo], withdrawn_on: {DAY}}}"
    )


def test_a_case_is_approved_agreed_to_and_withdrawn_too(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = ran(capsys, site, "proof", "approve", "decisions", "--yes")
    assert code == 0, err
    flat = " ".join(out.split())
    assert "this is how I would tell of our work together" in flat
    assert "Open decisions: 14 before, 5 after, six months" in flat
    assert ran(capsys, site, "proof", "consent", "decisions", "--yes")[0] == 0
    assert ran(capsys, site, "withdraw", "decisions", "--yes")[0] == 0
    assert "status: withdrawn, " in text(site, "content/results/decisions.md")
    assert ran(capsys, site, "build")[0] == 0
    assert not [path for path, data in held(site / "output").items() if b"Nobody knew what had been decided" in data]


def test_a_person_is_forgotten_on_the_site_and_in_the_log(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    published(capsys, site, "--show-as", "full", "--items", "quote,name,photo")
    code, out, err = ran(capsys, site, "forget", "zoe", "--yes")
    assert code == 0, err
    assert f"{ITEM}, the whole file" in out
    assert "content/images/zoe.jpg, the whole file" in out
    assert "It is off the site with the next build, and still online until you publish that.\n" in out
    assert ran(capsys, site, "build")[0] == 0
    assert leftovers(site) == []
    (site.parent / "Recommendations_Received.csv").write_bytes(EXPORT.format(words=WORDS).encode())
    assert (
        "1 taken back or forgotten before, left out"
        in ran(capsys, site, "proof", "import", str(site.parent / "Recommendations_Received.csv"), "--all", "--yes")[1]
    )
    assert leftovers(site) == []


def test_somebody_known_by_a_testimonial_alone_can_be_forgotten(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, site, "forget", "anna", "--yes")[0] == 0
    assert not (site / "content/testimonials/anna.md").exists()


def test_line_ends_marks_and_the_text_below_stay_as_they_are() -> None:
    windows = "---\r\nname: A   # note\r\nconsent: {status: granted}\r\n---\r\n\r\nname: not a field\r\n---\r\n"
    edit = setting("a.md", ["consent"], {"status": "withdrawn", "withdrawn_on": DAY})
    assert with_front(windows, "a.md", edit) == windows.replace("{status: granted}", f"{{status: withdrawn, withdrawn_on: {DAY}}}")


def test_a_paste_of_words_that_were_taken_back_is_refused(site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert ran(capsys, site, "withdraw", "zoe", "--delete", "--yes")[0] == 0
    monkeypatch.setattr(
        sys, "stdin", io.StringIO("I was unsure, whether it would help at all. My cat is called Tybalt. Now we talk less and know what we decided")
    )
    assert ran(capsys, site, "proof", "record", "zoe")[0::2] == (
        1,
        f"sitegen proof: these words were taken back on {DAY}, so they are not put on file again.\n    If the person gives them anew, ask for a new mail, and record that one.\n"
        "    Why: who takes words back need not watch that they stay away (GDPR Art 7(3) and 17).\n",
    )


def test_what_would_keep_the_words_off_the_site_is_told_before_they_are_sent(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_site(site, {ITEM: RECORD.replace("Now we talk less", "Our turnover doubled. Now we talk less")})
    code, out, err = ran(capsys, site, "proof", "approve", "zoe")
    lines = [RECORD[:at].count("\n") + 1 for at in (RECORD.index("pull_quote"), RECORD.rindex("Now we talk less"))]
    assert code == 1
    assert "consent:" in out
    assert err.startswith("Mend this before the person says yes to these words; as they stand, no build would show them:\n")
    assert [one for one in err.splitlines() if one.startswith(ITEM)] == [
        f"{ITEM}:{line}: 'Our turnover doubled' is a claim with no measure behind it (R6)." for line in lines
    ]
