"""R5 and W9: the words of a person, as the check tells of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.common.problems import Effect, Problem
from sitegen.site.rules.table import against_rules
from tests.site.in_memory import shown_of
from tests.small_site import SMALL, TESTIMONIAL

ANNA = "content/testimonials/anna.md"
BODY = "I was not sure that it would help. We talk less now, and we know what we decided.\n"
ORIGINAL = """original: |
  I was not sure that it would help, to be frank. We talk less now, after some
  weeks of practice, and we know what we decided. Hello to the cat.
  But Mondays are as they were. I would not do it in a hurry.
"""
WHY = "    Why: what a person said is shown in that person's own words, and not bettered (16 CFR 255.1, CAP Code 3.45)."


def problems(folder: Path, body: str, fields: str = "", original: str = ORIGINAL, status: str = "published") -> tuple[Problem, ...]:
    text = TESTIMONIAL.replace("original: shown\n", original + fields).replace(BODY, body).replace("status: published", f"status: {status}")
    return against_rules(shown_of(folder, {**SMALL, ANNA: text}))


def told(folder: Path, body: str, fields: str = "", original: str = ORIGINAL) -> list[str]:
    return [str(problem) for problem in problems(folder, body, fields, original) if problem.effect is Effect.REFUSE]


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ("Hello to the cat. [...] I would not do it in a hurry.\n", ""),
        ("We talk less now [...] and we know what we decided.\n\n[...]\n\nI would not do it in a hurry.\n", ""),
        ("Hello to teh cat.\n", "typos: [{was: the cat, now: teh cat}]\n"),
        ("I was not sure that it would help \\[...\\] I would not do it in a hurry.\n", ""),
        ("Hello to the cat.\n", "pull_quote: We talk less now, after some weeks of practice, and we know.\n"),
    ],
)
def test_words_that_are_only_cut_pass(tmp_path: Path, body: str, fields: str) -> None:
    assert told(tmp_path, body, fields) == []


def test_the_whole_of_the_words_passes(tmp_path: Path) -> None:
    assert told(tmp_path, BODY, "", "original: shown\n") == []


def test_a_word_that_was_added_is_marked(tmp_path: Path) -> None:
    assert told(tmp_path, "I was not sure.\n\n[...]\n\nWe really talk less now [...] and we know what we decided.\n") == [
        f"{ANNA}:27: the words shown are not only cut from the original: 'really' was added (R5).\n"
        "    Original: ... it would help, to be frank. We talk less now, after some weeks of ...\n"
        "    Shown:    I was not sure. [...] We >>really<< talk less now [...] and we know ...\n"
        "    Take 'really' out.\n" + WHY
    ]


def test_a_word_that_stands_for_another_is_marked_in_both(tmp_path: Path) -> None:
    assert told(tmp_path, "We talk much now, after some weeks of practice.\n") == [
        f"{ANNA}:23: the words shown are not only cut from the original: 'much' stands where the person wrote 'less' (R5).\n"
        "    Original: ... would help, to be frank. We talk >>less<< now, after some weeks of practice, and ...\n"
        "    Shown:    We talk >>much<< now, after some weeks of practice.\n"
        "    Write 'less' as the person did.\n" + WHY
    ]


def test_what_looks_like_a_slip_of_the_pen_may_be_said_to_be_one(tmp_path: Path) -> None:
    assert told(tmp_path / "a", "Helo to the cat.\n", "", "original: |\n  Hello to the cat.\n") == [
        f"{ANNA}:21: the words shown are not only cut from the original: 'Helo' stands where the person wrote 'Hello' (R5).\n"
        "    Original: >>Hello<< to the cat.\n"
        "    Shown:    >>Helo<< to the cat.\n"
        "    Write 'Hello' as the person did. If it was a slip of the pen, say so: typos: [{was: Hello, now: Helo}]\n" + WHY
    ]
    assert told(tmp_path / "b", "We talk much now.\n", "", "original: |\n  We talk mutch now.\n") == [
        f"{ANNA}:21: the words shown are not only cut from the original: 'much' stands where the person wrote 'mutch' (R5).\n"
        "    Original: We talk >>mutch<< now.\n"
        "    Shown:    We talk >>much<< now.\n"
        "    Write 'mutch' as the person did. If it was a slip of the pen, say so: typos: [{was: mutch, now: much}]\n" + WHY
    ]


def test_the_not_that_was_cut_is_marked(tmp_path: Path) -> None:
    assert told(tmp_path / "a", "But Mondays are as they were. I would do it in a hurry.\n") == [
        f"{ANNA}:23: the words shown are not only cut from the original: a cut drops 'not' from a sentence of which the rest is shown (R5).\n"
        "    Original: ... Mondays are as they were. I would >>not<< do it in a hurry.\n"
        "    Shown:    ... Mondays are as they were. I would do it in a hurry.\n"
        "    Keep 'not', or cut the whole sentence.\n" + WHY
    ]
    assert told(tmp_path / "b", "But Mondays are as they were. [...] do it in a hurry.\n") == [
        f"{ANNA}:23: the words shown are not only cut from the original: a cut drops 'not' from a sentence of which the rest is shown (R5).\n"
        "    Original: ... Mondays are as they were. I would >>not<< do it in a hurry.\n"
        "    Shown:    But Mondays are as they were. [...] do it in a hurry.\n"
        "    Keep 'not', or cut the whole sentence.\n" + WHY
    ]


def test_what_was_left_out_without_a_mark_is_marked(tmp_path: Path) -> None:
    assert told(tmp_path, "We talk less now, and we know what we decided.\n") == [
        f"{ANNA}:23: the words shown are not only cut from the original: 'after some weeks of practice,' was left out without a mark (R5).\n"
        "    Original: ... to be frank. We talk less now, >>after some weeks of practice,<< and we know what we decided. Hello ...\n"
        "    Shown:    We talk less now, and we know what we decided.\n"
        "    Put [...] in its place.\n" + WHY
    ]


def test_pieces_in_another_order_are_refused(tmp_path: Path) -> None:
    assert told(tmp_path, "Hello to the cat.\n\n[...]\n\nI was not sure that it would help.\n") == [
        f"{ANNA}:27: the words shown are not only cut from the original: 'I was not sure that it would help.' does not come after what stands before it (R5).\n"
        "    Original: ... what we decided. Hello to the cat. But Mondays are as they were. ...\n"
        "    Shown:    Hello to the cat. [...] >>I was not sure that it would help.<<\n"
        "    Show the pieces in the order of the original.\n" + WHY
    ]


def test_words_that_the_person_never_wrote_are_refused(tmp_path: Path) -> None:
    assert told(tmp_path, "Simply the best coach there is!\n") == [
        f"{ANNA}:23: the words shown are not only cut from the original: 'Simply' does not stand in it there (R5).\n"
        "    Original: I was not sure that it would ...\n"
        "    Shown:    >>Simply<< the best coach there is!\n"
        "    Show only what the person wrote.\n" + WHY
    ]


def test_two_words_between_cuts_are_too_few(tmp_path: Path) -> None:
    assert told(tmp_path, "I was not sure [...] practice, and [...] we know what we decided.\n") == [
        f"{ANNA}:23: the words shown are not only cut from the original: 'practice, and' stands alone between two cuts, and it takes three words at least (R5).\n"
        "    Shown:    I was not sure [...] >>practice, and<< [...] we know what we decided.\n"
        "    Show more of the sentence, or nothing of it.\n" + WHY
    ]


def test_a_text_that_is_said_to_be_whole_has_no_cuts(tmp_path: Path) -> None:
    assert told(tmp_path, "I was not sure.\n\n[...] We know what we decided.\n", "", "original: shown\n") == [
        f"{ANNA}:22: the text has a mark of a cut, and `original: shown` says that it is all the person wrote (R5).\n"
        "    Put the person's words, whole and unchanged, below `original: |`.\n" + WHY
    ]


def test_a_testimonial_without_words_is_refused(tmp_path: Path) -> None:
    assert told(tmp_path, "") == [
        f"{ANNA}: there are no words to show (R5).\n    Put the words below the second line of three hyphens, cut from `original:` or whole.\n" + WHY
    ]


@pytest.mark.parametrize("status", ["received", "edited", "approved", "retired", "declined"])
def test_words_that_are_not_shown_may_still_be_worked_on(tmp_path: Path, status: str) -> None:
    assert problems(tmp_path, "Simply the best coach there is!\n", status=status) == ()


def test_a_typo_takes_no_other_word(tmp_path: Path) -> None:
    assert told(tmp_path, "Hello to the cat.\n", "typos:\n  - {was: would not, now: would}\n  - {was: less, now: better}\n  - {was: help, now: helpp}\n") == [
        f"{ANNA}:12: 'would' is another word than 'would not', not the same one without its slip (R5).\n"
        "    `typos:` takes slips of the pen only, such as was: teh, now: the. Show what the person wrote, or cut it with [...].\n" + WHY,
        f"{ANNA}:13: 'better' is another word than 'less', not the same one without its slip (R5).\n"
        "    `typos:` takes slips of the pen only, such as was: teh, now: the. Show what the person wrote, or cut it with [...].\n" + WHY,
    ]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("not", "now"),
        ("10", "40"),
        ("helped a bit", "transformed"),
        ("good", "great"),
        ("a little", "a lot"),
        ("!", "."),
        ("couldn't", "could"),
        ("some", "so much"),
    ],
)
def test_what_is_no_slip(tmp_path: Path, was: str, now: str) -> None:
    (said,) = told(tmp_path, "Hello to the cat.\n", f"typos: [{{was: '{was.replace(chr(39), chr(39) * 2)}', now: '{now}'}}]\n")
    assert "is another word than" in said


@pytest.mark.parametrize(
    ("was", "now"),
    [("teh", "the"), ("recieve", "receive"), ("alot", "a lot"), ("its", "it''s"), ("dont", "don''t"), ("tommorow", "tomorrow"), ("definately", "definitely"), ("coach ing", "coaching")],
)  # fmt: skip
def test_what_is_a_slip(tmp_path: Path, was: str, now: str) -> None:
    assert told(tmp_path, "Hello to the cat.\n", f"typos: [{{was: '{was}', now: '{now}'}}]\n") == []


def test_a_mended_slip_is_no_other_word_at_the_beginning_of_a_sentence_either(tmp_path: Path) -> None:
    original = "original: |\n  Teh talks were good. I liked teh questions she asked.\n"
    typos = "typos: [{was: teh, now: the}]\n"
    assert told(tmp_path / "a", "The talks were good. I liked the questions she asked.\n", typos, original) == []
    assert told(tmp_path / "b", "The talks were good. I liked teh questions she asked.\n", typos, original) == []
    (said,) = told(tmp_path / "c", "The talks were great. I liked the questions she asked.\n", typos, original)
    assert "Original: Teh talks were >>good<<. I liked teh questions she asked.\n    Shown:    The talks were >>great<<. I" in said


def test_a_pull_quote_has_8_to_20_words_and_is_only_cut(tmp_path: Path) -> None:
    assert told(tmp_path / "few", "Hello to the cat.\n", "pull_quote: Hello to the cat.\n") == [
        f"{ANNA}:11: the words in `pull_quote:` are 4 words, and it takes 8 to 20 (R5).\n"
        "    Choose another piece of the original, or leave the line out.\n"
        "    Why: fewer words say too little of what was meant, and more are no longer a card."
    ]
    assert told(tmp_path / "other", "Hello to the cat.\n", "pull_quote: We talk less now, after some months of practice, and we know.\n") == [
        f"{ANNA}:11: the words in `pull_quote:` are not only cut from the original: 'months' stands where the person wrote 'weeks' (R5).\n"
        "    Original: ... frank. We talk less now, after some >>weeks<< of practice, and we know what we ...\n"
        "    Shown:    We talk less now, after some >>months<< of practice, and we know.\n"
        "    Write 'weeks' as the person did.\n" + WHY
    ]
    assert told(tmp_path / "body", BODY, "pull_quote: We never talk now, and we know what we decided.\n", "original: shown\n") == [
        f"{ANNA}:8: the words in `pull_quote:` are not only cut from the original: 'never' stands where the person wrote 'talk' (R5).\n"
        "    Original: ... not sure that it would help. We >>talk<< less now, and we know what we ...\n"
        "    Shown:    We >>never<< talk now, and we know what we ...\n"
        "    Write 'talk' as the person did.\n" + WHY
    ]


def test_a_translation_is_approved_and_both_languages_are_known(tmp_path: Path) -> None:
    line = "translation: {lang: en, text: It helped., by: Maya, approved: %s}\n"
    assert told(tmp_path / "a", "Hello to the cat.\n", line % "true" + "lang: de\n") == []
    assert told(tmp_path / "b", "Hello to the cat.\n", line % "false" + "lang: de\n") == [
        f"{ANNA}:11: the person has not approved the translation (R5).\n"
        "    Send it to the person; after a yes write approved: true. Or take `translation:` out.\n" + WHY
    ]
    assert told(tmp_path / "c", "Hello to the cat.\n", line % "true") == [
        f"{ANNA}:11: nothing says in which language the person wrote, so the two can't be told apart (R5).\n"
        "    Write the language of the person's own words: lang: de\n"
        "    Why: readers have to see which words are the person's and which are the translator's (16 CFR 255.1)."
    ]
    assert told(tmp_path / "d", "Hello to the cat.\n", line % "true" + "lang: en\n") == [
        f"{ANNA}:11: the quote is marked as 'en', as its translation is, so the two can't be told apart (R5).\n"
        "    Write the language of the person's own words: lang: de\n"
        "    Why: readers have to see which words are the person's and which are the translator's (16 CFR 255.1)."
    ]


def test_w9_a_hedge_that_a_cut_dropped_is_named(tmp_path: Path) -> None:
    against = problems(tmp_path, "We talk less now [...] and we know what we decided. [...]\n\nI would not do it in a hurry.\n")
    assert [problem.effect for problem in against] == [Effect.WARN]
    assert [str(problem) for problem in against] == [
        f"{ANNA}:23: a cut dropped 'after' and 'some', and perhaps a doubt with it (W9).\n"
        "    Original: ... to be frank. We talk less now, >>after<< some weeks of practice, and we know ...\n"
        "    Read both once more. If the words now promise more than the person did, put the piece back.\n"
        "    Why: a doubt that was cut away changes what the words say (16 CFR 255.1)."
    ]


def test_the_language_of_the_quote_decides_what_turns_it(tmp_path: Path) -> None:
    original = "original: |\n  Ich war nicht sicher, ob es hilft, und bin doch gegangen.\n"
    (said,) = told(tmp_path, "Ob es hilft, und bin doch gegangen.\n", "lang: de\n", original)
    assert ">>nicht<<" in said
