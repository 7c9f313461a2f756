"""Exports of other programs: exact heads, their variants, and what a second import of the same or a newer file says."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest

from sitegen.common.problems import ContentError
from sitegen.outreach.forgotten import read_forgotten
from sitegen.outreach.imports.contact import Contact, read_export_date
from sitegen.outreach.imports.exports import read_exports
from sitegen.outreach.imports.matching import Matcher, doubles
from sitegen.outreach.imports.staging import difference, read_staged, written_staged
from sitegen.outreach.imports.taking import entry_of
from sitegen.outreach.reading import read_book

CONNECTIONS = """Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing. It depends on each person's settings."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Zuzanna,Kowal 🌟,https://www.linkedin.com/in/zuzanna-x,,"Bits, ""Bolts"" & Co 🔩",Engineer,12 Mar 2024
,,,,,,
Ottokar,Brandt,https://www.linkedin.com/in/ottokar-x,otto@example.com,Northwind Example,Foreman,7-Feb-12
Ürsula,Öst,https://www.linkedin.com/in/ursula-x,,,,01 Jan 2020
"""
OLDER = "First Name,Last Name,Email Address,Company,Position,Connected On\nZuzanna,Kowal,,Bits Example,Engineer,12 Mar 2024\n"
GERMAN = (
    "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am\nJürgen,Groß,https://www.linkedin.com/in/jg,,Müller & Söhne,Leiter,12. März 2024\n"
)
POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\nNorthwind Example,Engineer,,Oslo,Jan 2007,Dec 2015\nHer Practice,Coach,,,Jan 2024,\n"
)
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n"
    "1,,Me,https://www.linkedin.com/in/me,Zuzanna Kowal,https://www.linkedin.com/in/zuzanna-x,2026-07-01 02:00:00 UTC,,SECRET-WORDS,INBOX\n"
    '1,,Zuzanna Kowal,https://www.linkedin.com/in/zuzanna-x,Me,https://www.linkedin.com/in/me,2026-08-01 02:00:00 UTC,,"SECRET-WORDS\nof two lines",INBOX\n'
    "2,,Me,https://www.linkedin.com/in/me,Ottokar Brandt,https://www.linkedin.com/in/ottokar-x,2026-06-01 02:00:00 UTC,,SECRET-WORDS,INBOX\n"
)
GOOGLE_NOW = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value\n"
    "Anna,Maria,Sample,,Harbour Foods,Head,Choir ::: * myContacts,Work,work@example.com,* Home,home@example.com ::: other@example.com,Mobile,+44 20 7946 0018 ::: 020 7946 0019\n"
    ",,,,Only A Company,,,,,,,,\n"
)
GOOGLE_BEFORE = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Name,Organization 1 - Title\n"
    "Bo Probe,Bo,,Probe,,* myContacts ::: Friends of mine,* Home,bo@example.com,Mobile,+44 20 7946 0020,Example Ltd,Head\n"
)
VCARDS = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Sample\r\nN:Sample;Anna;;;\r\nitem1.EMAIL;TYPE=INTERNET:anna@example.com\r\nEMAIL;TYPE=PREF:best@example.com\r\n"
    "TEL;TYPE=CELL:+44 20 7946 0018\r\nORG:Harbour\\, Foods;Kitchen\r\nTITLE:Head of Oper\r\n ations\r\nURL:https://www.example.com/anna\r\nCATEGORIES:Choir,Work\r\nPHOTO;ENCODING=b:AAAA\r\n BBBB\r\nEND:VCARD\r\n"
    'BEGIN:VCARD\nVERSION:4.0\nFN:Zoë Ødegård 🌟\nTEL;VALUE=uri;TYPE="voice,cell":tel:+44-20-7946-0019;ext=5\nEMAIL:zoe@example.com\nsomething broken\nEND:VCARD\n'
    "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BC=\nrgen;;;\nEND:VCARD\n"
    "BEGIN:VCARD\nVERSION:3.0\nEMAIL:nobody@example.com\nEND:VCARD\n"
)


def people(*files: str | bytes) -> list[Contact]:
    return list(read_exports({f"f{i}": one.encode() if isinstance(one, str) else one for i, one in enumerate(files)}).contacts)


@pytest.mark.parametrize(
    "dress",
    [str.encode, lambda t: b"\xef\xbb\xbf" + t.replace("\n", "\r\n").encode(), lambda t: t.encode("utf-16"), lambda t: t.replace(",,,,,,", ";;;;;;").encode()],
)
def test_connections_are_read_with_any_mark_and_line_end(dress: object) -> None:
    found = people(dress(CONNECTIONS))  # type: ignore[operator]
    assert [(one.name, one.company, one.role, one.since) for one in found] == [
        ("Zuzanna Kowal", 'Bits, "Bolts" & Co', "Engineer", "2024-03-12"),
        ("Ottokar Brandt", "Northwind Example", "Foreman", "2012-02-07"),
        ("Ürsula Öst", "", "", "2020-01-01"),
    ]
    assert found[1].emails == ("otto@example.com",)
    assert found[0].links == ("https://www.linkedin.com/in/zuzanna-x",)


def test_older_and_german_heads_are_read() -> None:
    assert people(OLDER)[0].name == "Zuzanna Kowal"
    one = people(GERMAN)[0]
    assert (one.name, one.company, one.role, one.since) == ("Jürgen Groß", "Müller & Söhne", "Leiter", "2024-03-12")
    assert people(GERMAN.replace(",", ";").encode("cp1252"))[0].name == "Jürgen Groß"


def test_positions_tell_who_may_be_a_former_colleague() -> None:
    found = {one.name: one.former for one in people(CONNECTIONS, POSITIONS)}
    assert found == {"Zuzanna Kowal": "", "Ottokar Brandt": "Northwind Example 2007-2015", "Ürsula Öst": ""}


def test_of_messages_only_dates_and_counts_are_taken() -> None:
    found = people(CONNECTIONS, MESSAGES)
    assert [(one.messages, one.last_message, one.last_by) for one in found] == [(2, "2026-08-01", "them"), (1, "2026-06-01", "me"), (0, "", "")]
    assert "SECRET" not in repr(found)
    assert b"SECRET" not in written_staged(difference((), found, lambda _: False).staged)
    assert entry_of(found[0])["touches"] == [{"2026-08-01 linkedin from them": "the last of 2 messages"}]


def test_a_zip_may_hold_them_in_a_folder() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as parts:
        parts.writestr("Basic_Export/Connections.csv", CONNECTIONS)
        parts.writestr("Basic_Export/Positions.csv", POSITIONS)
        parts.writestr("Basic_Export/messages.csv", MESSAGES)
        parts.writestr("Basic_Export/Ad_Targeting.csv", "a,b\n1,2\n")
    found = people(stream.getvalue())
    assert [(one.name, one.former, one.messages) for one in found][1] == ("Ottokar Brandt", "Northwind Example 2007-2015", 1)


def test_google_contacts_are_read_in_both_heads() -> None:
    anna, company = people(GOOGLE_NOW)[0], people(GOOGLE_NOW)[1:]
    assert (anna.name, anna.company, anna.role, anna.groups) == ("Anna Maria Sample", "Harbour Foods", "Head", ("Choir",))
    assert anna.emails == ("home@example.com", "other@example.com", "work@example.com")
    assert anna.phones == ("+44 20 7946 0018", "020 7946 0019")
    assert company == [], "a company without a person is nobody"
    bo = people(GOOGLE_BEFORE)[0]
    assert (bo.name, bo.emails, bo.company, bo.groups) == ("Bo Probe", ("bo@example.com",), "Example Ltd", ("Friends of mine",))


def test_vcards_of_every_version_are_read_and_broken_lines_passed_over() -> None:
    anna, zoe, juergen = people(VCARDS)
    assert (anna.name, anna.company, anna.role, anna.groups) == ("Anna Sample", "Harbour, Foods", "Head of Operations", ("Choir", "Work"))
    assert anna.emails == ("best@example.com", "anna@example.com")
    assert (zoe.name, zoe.phones) == ("Zoë Ødegård", ("+44-20-7946-0019",))
    assert juergen.name == "Jürgen Müller"


@pytest.mark.parametrize("data", [b"", b"\x00\x01", b"a,b\n1,2\n", b"First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n", b"PK\x03\x04broken"])
def test_any_other_file_is_refused_with_what_can_be_read(data: bytes) -> None:
    with pytest.raises(ContentError) as told:
        people(data)
    assert "Traceback" not in str(told.value)
    assert "this" in str(told.value)


@pytest.mark.parametrize(
    ("text", "day"), [("12 Mar 2024", "2024-03-12"), ("7-Feb-22", "2022-02-07"), ("12. März 2024", "2024-03-12"), ("31 Feb 2024", ""), ("", ""), ("soon", "")]
)
def test_dates_of_exports(text: str, day: str) -> None:
    assert read_export_date(text) == day


def test_the_same_file_again_changes_nothing_and_a_newer_one_tells_what_did() -> None:
    first = difference((), people(CONNECTIONS), lambda _: False)
    assert (len(first.new), len(first.changed), len(first.gone), first.same) == (3, 0, 0, 0)
    data = written_staged(first.staged)
    again = difference(read_staged(data), people(CONNECTIONS), lambda _: False)
    assert (len(again.new), len(again.changed), len(again.gone), again.same) == (0, 0, 0, 3)
    assert written_staged(again.staged) == data
    newer = CONNECTIONS.replace("Northwind Example,Foreman", "Harbour Foods,Head").replace(
        "Ürsula,Öst,https://www.linkedin.com/in/ursula-x,,,,01 Jan 2020\n", "Ida,New,,,X,,1 Jan 2026\n"
    )
    third = difference(read_staged(data), people(newer), lambda _: False)
    assert [one.contact.name for one in third.new] == ["Ida New"]
    assert [(one.contact.name, one.was, one.job) for one in third.changed] == [("Ottokar Brandt", "Foreman, Northwind Example", "Head, Harbour Foods")]
    assert [one.contact.name for one in third.gone] == ["Ürsula Öst"]
    fourth = difference(read_staged(written_staged(third.staged)), people(newer), lambda _: False)
    assert (len(fourth.new), len(fourth.changed), len(fourth.gone)) == (0, 0, 0)
    assert written_staged(fourth.staged) == written_staged(third.staged)


def test_who_was_forgotten_stays_out_and_no_name_is_kept_for_it() -> None:
    forgotten = read_forgotten(None).with_keys(["link linkedin.com/in/ottokar-x", "person ursula ost"])
    made = difference((), people(CONNECTIONS), read_forgotten(forgotten.written()).holds)
    assert [one.contact.name for one in made.new] == ["Zuzanna Kowal", "Ürsula Öst"], "a namesake with a page of their own is somebody else"
    assert made.forgotten == 1
    assert b"ottokar" not in forgotten.written().lower()


BOOK = read_book(
    b"people:\n  - {name: Ottokar Brandt, links: ['https://linkedin.com/in/ottokar-x/']}\n  - {name: Anna Sample, company: Harbour Foods Ltd}\n  - {name: Bo Probe, emails: [bo@example.com]}\n"
).record.people


@pytest.mark.parametrize(
    ("contact", "index", "sure"),
    [
        (Contact("O. Brandt", links=("https://www.linkedin.com/in/ottokar-x",)), 0, True),
        (Contact("Robert Probe", emails=("bo@example.com",)), 2, True),
        (Contact("Anna Sample", company="Elsewhere"), 1, False),
        (Contact("Ana Sample", company="Harbour Foods"), 1, False),
        (Contact("Sample Anna"), 1, False),
        (Contact("Ana Sample", company="Elsewhere"), None, False),
        (Contact("Anna Other", company="Harbour Foods"), None, False),
    ],
)
def test_doubles_are_known_by_link_then_address_then_name_and_company(contact: Contact, index: int | None, sure: bool) -> None:
    found = Matcher(BOOK).match(contact)
    assert (found.index if found else None) == index
    assert found is None or found.sure is sure


def test_doubles_within_a_book_are_found() -> None:
    people_twice = (*BOOK, replace(BOOK[1], company="Harbour Foods"))
    assert [(index, match.index) for index, match in doubles(people_twice)] == [(3, 1)]


def test_twenty_thousand_rows_are_read_staged_and_compared() -> None:
    rows = "".join(f"First{i % 700},Last{i},https://www.linkedin.com/in/p-{i},,Company {i % 900},Role,12 Mar 2024\n" for i in range(20_000))
    found = people(CONNECTIONS.split("\n\n")[1].split("\n", maxsplit=1)[0] + "\n" + rows)
    staged = difference((), found, lambda _: False)
    assert len(staged.new) == 20_000
    again = difference(read_staged(written_staged(staged.staged)), found, lambda _: False)
    assert again.same == 20_000
    matcher = Matcher(BOOK)
    assert not [one for one in found if matcher.match(one)]
