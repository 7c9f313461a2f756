"""Forgetting a person: gone from every private file, from older versions, and not brought back by an import."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.cli.main import main
from sitegen.outreach.forgetting import Known, without
from tests.running import held
from tests.small_site import ARTICLE, EVIDENCE, SMALL, TESTIMONIAL, write_site

BOOK = """# My book. Zelda Quimby told me of Bo.
people:
  - name: Anna Sample   # stays
    touches:
      - 2026-11-02 call: met Zelda Quimby there, zelda@example.com
    introductions:
      - 2026-10-12 Zelda Quimby: of the mill
  - name: Zelda Quimby
    emails: [zelda@example.com]
    phones: [+44 20 7946 0018]
  - {name: Zelda Quimby, emails: [another@example.org]}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_site(tmp_path, {**SMALL, **EVIDENCE})
    return write_site(
        tmp_path,
        {
            "content/private/outreach.yaml": BOOK,
            "content/private/clients.yaml": "clients:\n  - {who: Zelda Quimby, start: 2026-01-01}\n  - {who: Ed Done, start: 2026-01-01}\n",
            "content/private/evidence/z.eml": "From: ZELDA@example.com\n\nYes.\n",
            "content/private/evidence/a.eml": "From: anna@example.com\n\nYes.\n",
            "content/private/staged.jsonl": '{"name": "Zelda Quimby", "emails": ["zelda@example.com"], "source": "vCard"}\n{"name": "Ed Done", "source": "vCard"}\n',
            "content/private/proof-log.yaml": "log:\n  - {person: Zelda Quimby, asked: 2026-01-01}\n  - {person: Ed Done, asked: 2026-01-01}\n",
            "content/pages/about.md": "---\ntitle: About\n---\n\nI thank Zelda Quimby.\n",
        },
    )


def run(site: Path, *words: str) -> int:
    return main([*words, "--site", str(site), "--as-of", "2026-11-22"])


def test_a_person_is_gone_everywhere_and_what_went_is_said(site: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(site, "outreach", "log", "anna", "after Zelda Quimby wrote") == 0
    assert run(site, "outreach", "next", "anna", "tomorrow", "ask Zelda Quimby") == 0
    capsys.readouterr()
    assert main(["forget", "zelda quimby", "--site", str(site)]) == 1
    assert "fits 2 people" in capsys.readouterr().err
    book = (site / "content/private/outreach.yaml").read_text().replace("  - {name: Zelda Quimby, emails: [another@example.org]}\n", "")
    (site / "content/private/outreach.yaml").write_text(book)
    assert run(site, "forget", "zelda") == 1, "nothing goes without a yes"
    assert "zelda" in (site / "content/private/outreach.yaml").read_text().lower()
    assert run(site, "forget", "zelda", "--yes") == 0
    out = capsys.readouterr().out
    assert "content/private/evidence/z.eml, the whole file" in out
    assert "content/pages/about.md:5" in out
    private = {path: data for path, data in held(site).items() if path.startswith(("content/private/", ".sitegen/"))}
    assert not [path for path, data in private.items() if b"quimby" in data.lower() or b"zelda@" in data.lower() or b"7946" in data]
    after = (site / "content/private/outreach.yaml").read_text()
    assert after.startswith("# (forgotten)\npeople:\n  - name: Anna Sample   # stays\n") or "My book. (forgotten) told me of Bo." in after
    assert "Ed Done" in (site / "content/private/clients.yaml").read_text()
    assert "content/private/evidence/a.eml" in private
    (tmp_path / "z.vcf").write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Zelda Quimby\nEMAIL:zelda@example.com\nEND:VCARD\n")
    assert run(site, "outreach", "import", str(tmp_path / "z.vcf")) == 0
    assert "stayed out" in capsys.readouterr().out
    assert run(site, "outreach", "undo", "--yes") == 0
    assert not [path for path, data in held(site).items() if path.startswith(("content/private/", ".sitegen/")) and b"quimby" in data.lower()]


def test_a_namesake_with_an_address_of_their_own_stays() -> None:
    text = without("outreach.yaml", BOOK, Known(("Zelda Quimby",), ("zelda@example.com",)))
    assert "another@example.org" in text
    assert "zelda@example.com" not in text


def test_the_book_can_be_read_after_anybody_was_forgotten(site: Path) -> None:
    (site / "content/private/outreach.yaml").write_text(BOOK.rpartition("  - {name")[0])
    assert run(site, "forget", "anna", "--yes") == 0
    assert run(site, "forget", "zelda", "--yes") == 0
    assert run(site, "today") == 0


def test_public_files_that_name_the_person_are_shown_with_their_mend_before_anything_goes(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "content/private/outreach.yaml").write_text(BOOK.rpartition("  - {name")[0])
    write_site(
        site,
        {
            "content/testimonials/mill.md": TESTIMONIAL.replace("Anna Sample", "Zelda Quimby"),
            "content/files/zelda-quimby.txt": "x\n",
            ".sitegen/keep/set-aside/old.html": "<p>Quimby, Zelda",
        },
    )
    assert run(site, "forget", "zelda") == 1
    out = capsys.readouterr().out
    told = out[out.index("Public files") :].splitlines()
    assert "  content/testimonials/mill.md, the whole file\n" in out
    assert told == [
        "Public files name them too. Those are not touched; mend them yourself:",
        "  content/files/zelda-quimby.txt:1: take the words out, or delete the file",
        "  content/pages/about.md:5: take the words out, or delete the file",
        "  .sitegen/keep/set-aside/old.html: set aside from output/; delete the file",
    ]
    assert run(site, "forget", "zelda", "--yes") == 0
    assert "Mend the public files named above, then build and publish again: until then they stay online.\n" in capsys.readouterr().out


def test_what_the_audit_remembers_of_them_goes_too(site: Path) -> None:
    (site / "content/private/outreach.yaml").write_text(BOOK.rpartition("  - {name")[0])
    (site / "content/pages/about.md").unlink()
    write_site(site, {"content/articles/meetings.md": ARTICLE})
    assert run(site, "build") == 0
    assert [path for path in held(site) if path.startswith(".sitegen/cache/audit")]
    assert run(site, "forget", "zelda", "--yes") == 0
    assert not [path for path in held(site) if path.startswith(".sitegen/cache/audit")]
    assert run(site, "build") == 0
