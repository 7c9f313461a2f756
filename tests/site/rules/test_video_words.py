"""What is said in videos of hers: captions and transcripts keep the rules that her texts keep, and are told with their own lines."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.common.problems import Effect, Problem
from sitegen.site.rules.table import against_rules
from tests.site.in_memory import shown_of
from tests.small_site import RESULT, SERVICE, SMALL, TESTIMONIAL

ANNA, TEAM, CASE, TALK = "content/testimonials/anna.md", "content/services/team.md", "content/results/decisions.md", "content/pages/talk.md"
WHY_R5 = "    Why: what a person said is shown in that person's own words, and not bettered (16 CFR 255.1, CAP Code 3.45)."
WHY_R6 = "    Why: a result shown is read as what clients generally get (16 CFR 255.2)."
OTHERS = (
    f"    If the person says it in the video, it belongs in `original:` in {ANNA} too.\n"
    "    What somebody else says begins with a name, like this: Maya: ... What is not said stands in square brackets: [laughs]\n"
)
ORIGINAL = "I was not sure that it would help. After some weeks we talk less, and we know what we decided. I would not do it in a hurry."
HERS = TESTIMONIAL.replace("items: [quote, name, title]", "items: [quote, name, title, video]").replace(
    "original: shown\n", f"original: |\n  {ORIGINAL}\nvideo: {{file: anna.mp4, title: Anna}}\n"
)
HERS = HERS.replace("We talk less now, and we know what we decided.", "[...] I would not do it in a hurry.")


def vtt(*captions: str) -> str:
    return "WEBVTT\n" + "".join(f"\n00:0{index}.000 --> 00:0{index + 1}.000\n{caption}\n" for index, caption in enumerate(captions))


def video(name: str, captions: str, transcript: str) -> dict[str, str | bytes]:
    lies = {"mp4": b"\0\0\0\x10ftypisom....", "vtt": captions, "txt": transcript, "jpg": b"a picture"}
    return {f"content/images/{name}.{ending}": data for ending, data in lies.items()}


def problems(folder: Path, files: Mapping[str, str | bytes]) -> tuple[Problem, ...]:
    return against_rules(shown_of(folder, {**SMALL, **files}))


def told(folder: Path, files: Mapping[str, str | bytes], effect: Effect = Effect.REFUSE) -> list[str]:
    return [str(problem) for problem in problems(folder, files) if problem.effect is effect]


def of_anna(folder: Path, captions: str = vtt(ORIGINAL), transcript: str = ORIGINAL, record: str = HERS) -> list[str]:
    return told(folder, {ANNA: record, **video("anna", captions, transcript)})


# R5


@pytest.mark.parametrize(
    ("captions", "transcript"),
    [
        (vtt("I was not sure", "that it would help"), "I was not sure that it would help."),
        (vtt("<v Maya Example>What has your attention?", "<v Anna Sample>I was not sure", "that it would help."), "I was not sure."),
        (vtt("MAYA: What has your attention?", "And then?", ">> I was not sure that it would help."), "**Maya:** And then?\n\n**Anna:** I was not sure.\n"),
        (vtt("[music]", "- I was not sure that it would help..."), "Interviewer: And?\n\n[Anna laughs]\n\nClient: I was not sure that it would help!"),
        (vtt("I was not sure that it would help [...]", "I would not do it in a hurry"), "I was not sure that it would help […] I would not do it in a hurry"),
        (vtt("Coach: What has your attention?"), "[Anna sits at her desk, and laughs.]"),
    ],
)
def test_r5_a_person_says_in_captions_and_transcript_what_stands_in_the_original(captions: str, transcript: str, tmp_path: Path) -> None:
    assert of_anna(tmp_path, captions, transcript) == []


def test_r5_a_word_that_was_put_into_captions_is_told_with_its_line(tmp_path: Path) -> None:
    assert of_anna(tmp_path, vtt("I was not sure that it would help.", "After some weeks we talk much less,")) == [
        "content/images/anna.vtt:7: the captions are not only cut from the original: 'much' was added (R5).\n"
        "    Original: ... would help. After some weeks we talk less, and we know what we decided. ...\n"
        "    Shown:    ... would help. After some weeks we talk >>much<< less,\n"
        "    Take 'much' out.\n" + OTHERS + WHY_R5
    ]


def test_r5_the_not_that_a_transcript_drops_is_told_with_its_line(tmp_path: Path) -> None:
    assert of_anna(tmp_path, transcript="Maya: And?\n\nAnna: I was not sure that it would help.\n\nAnna: [...] I would do it in a hurry.\n") == [
        "content/images/anna.txt:5: the transcript is not only cut from the original: a cut drops 'not' from a sentence of which the rest is shown (R5).\n"
        "    Original: ... we know what we decided. I would >>not<< do it in a hurry.\n"
        "    Shown:    ... that it would help. [...] I would do it in a hurry.\n"
        "    Keep 'not', or cut the whole sentence.\n" + OTHERS + WHY_R5
    ]


@pytest.mark.parametrize(
    "words",
    [
        "It doubled what we decide.",
        "(in three weeks) I was not sure that it would help.",
        "Narrator: The best coach there is.",
        "I was not sure. I would not do it in a hurry.",
    ],
)
def test_r5_what_does_not_stand_in_the_original_is_refused(words: str, tmp_path: Path) -> None:
    assert [said.partition(":")[0] for said in of_anna(tmp_path, vtt(words), words) if "(R5)" in said] == [
        "content/images/anna.txt",
        "content/images/anna.vtt",
    ][::-1]


def test_r5_the_words_below_are_the_original_where_they_are_the_whole_of_it(tmp_path: Path) -> None:
    shown = TESTIMONIAL.replace("items: [quote, name, title]", "items: [quote, name, title, video]").replace(
        "relationship:", "video: {file: anna.mp4, title: Anna}\nrelationship:"
    )
    assert of_anna(tmp_path / "a", vtt("We talk less now,"), "We talk less now, and we know what we decided.", shown) == []
    (said,) = of_anna(tmp_path / "b", vtt("We talk more now,"), "We talk less now.", shown)
    assert said.startswith("content/images/anna.vtt:4: the captions are not only cut from the original: 'more' stands where the person wrote 'less' (R5).")


def test_r5_captions_may_be_the_translation_and_mend_the_same_slips(tmp_path: Path) -> None:
    record = HERS.replace(
        "relationship:",
        "lang: de\ntypos: [{was: hury, now: hurry}]\ntranslation: {lang: en, text: It helped us a lot., by: Maya, approved: true}\nrelationship:",
    )
    record = record.replace("in a hurry.\nvideo", "in a hury.\nvideo")
    assert of_anna(tmp_path / "a", vtt("It helped us a lot"), "I would not do it in a hurry.", record) == []
    (said,) = of_anna(tmp_path / "b", vtt("It helped them a lot"), "I would not do it in a hurry.", record)
    assert said.startswith("content/images/anna.vtt:4: the captions are not only cut from the original:")


def test_w9_a_doubt_that_captions_leave_out_is_told(tmp_path: Path) -> None:
    files = {ANNA: HERS, **video("anna", vtt("I was not sure that it would help [...]", "we talk less, and we know what we decided"), ORIGINAL)}
    (said,) = [one for one in told(tmp_path, files, Effect.WARN) if "vtt" in one]
    assert said.startswith("content/images/anna.vtt:4: a cut dropped 'After' and 'some', and perhaps a doubt with it (W9).")


@pytest.mark.parametrize(
    "record",
    [
        HERS.replace("title, video]", "title]"),
        HERS.replace("show_as: full", "show_as: initials").replace("name: Anna", "slug: one\nname: Anna"),
        HERS.replace("granted", "requested"),
    ],
)
def test_what_is_said_in_a_video_that_nobody_is_shown_is_nobodys_concern(record: str, tmp_path: Path) -> None:
    assert of_anna(tmp_path, vtt("Turnover fell 30%."), "Simply the best.", record) == []


# R6

BARE = "If nobody measured it, cut it from the video, its captions and its transcript.\n"


def no_claim(file: str) -> str:
    return f"    If it claims nothing, say so in {file}: not_claims: [{{text: ..., why: ...}}]\n"


SECTION = "---\ntitle: A talk\nsections: [{type: video, file: talk.mp4, title: A talk}]\n---\n"
EMBED = '---\ntitle: A talk\n---\n\n[[video talk.mp4 title="A talk"]]\n'
CLAIM = video("talk", vtt("Since then", "turnover fell 30%."), "Hello.\n\nMaya: Since then **turnover** fell 30%.\n")


@pytest.mark.parametrize("page", [SECTION, EMBED])
def test_r6_a_claim_in_a_video_on_a_page_is_told_with_the_line_of_captions_and_transcript(page: str, tmp_path: Path) -> None:
    backed = (
        f"    Show what was measured in {TALK}, like this: [[measure harbour-foods turnover]] or [[figure leaders-coached]]. {BARE}{no_claim(TALK)}{WHY_R6}"
    )
    assert told(tmp_path, {TALK: page, **CLAIM}) == [
        f"content/images/talk.vtt:4: 'Since then turnover fell 30%' is a claim with no measure behind it (R6).\n{backed}",
        f"content/images/talk.txt:3: 'Since then turnover fell 30%' is a claim with no measure behind it (R6).\n{backed}",
    ]


def test_r6_a_claim_in_the_video_of_a_person_needs_the_measure_of_the_record(tmp_path: Path) -> None:
    record = HERS.replace("I was not sure that it would help. After", "Fourteen open decisions fell to five. After").replace(
        "\nI was not sure that it would help.", "\nAfter some weeks we talk less"
    )
    said = "Fourteen open decisions fell to five."
    assert of_anna(tmp_path / "a", vtt(said), "After some weeks we talk less", record) == [
        "content/images/anna.vtt:4: 'Fourteen open decisions fell to five' is a claim with no measure behind it (R6).\n"
        f"    Name the result that backs it in {ANNA}, like this: result: harbour-foods, or write down there under `result:` what was measured. {BARE}{no_claim(ANNA)}{WHY_R6}"
    ]
    assert of_anna(tmp_path / "b", vtt(said), said, record.replace("relationship:", "result: decisions\nrelationship:")) == []
    (wrong,) = of_anna(
        tmp_path / "c",
        vtt("Fourteen open decisions fell to five."),
        "After some weeks",
        record.replace(
            "relationship:",
            "result: {measure: Open decisions, before: 14, after: 8, unit: '', period: six months, evidence: content/private/evidence/list.pdf, typicality: typical}\nrelationship:",
        ),
    )
    assert wrong.startswith("content/images/anna.vtt:4: 'Fourteen open decisions fell to five' is not what was measured (R6).")


FIGURE = {"content/data/proof.yaml": "figures:\n  - {id: fell, value: '30%', label: less turnover, n: 143, source: my list, as_of: 2026-10-01}\n"}


@pytest.mark.parametrize(
    ("page", "more"),
    [
        (EMBED + "\n[[figure fell]] less turnover.\n", FIGURE),
        (EMBED + "\n[[measure decisions open-decisions]].\n", video("talk", vtt("Nine fewer open decisions."), "Open decisions went from 14 to 5.")),
        (EMBED.replace("---\n\n", "not_claims: [{text: turnover fell 30%, why: a made up example}]\n---\n\n"), {}),
    ],
)  # fmt: skip
def test_r6_what_stands_behind_a_claim_in_a_video_stands_on_its_page(page: str, more: Mapping[str, str | bytes], tmp_path: Path) -> None:
    assert told(tmp_path, {TALK: page, **CLAIM, **more}) == []


def test_r6_what_counts_as_no_claim_in_a_video_is_listed(tmp_path: Path) -> None:
    page = EMBED.replace("---\n\n", "not_claims: [{text: 30%, why: a made up example}]\n---\n\n")
    assert told(tmp_path, {TALK: page, **CLAIM}, Effect.NOTICE) == [
        "content/images/talk.vtt:4: 'Since then turnover fell 30%' counts as no claim, as you say: a made up example.",
        "content/images/talk.txt:3: 'Since then turnover fell 30%' counts as no claim, as you say: a made up example.",
    ]


def test_r6_a_case_backs_what_is_said_in_its_video(tmp_path: Path) -> None:
    case = RESULT + '\n[[video talk.mp4 title="A talk"]]\n'
    assert told(tmp_path / "a", {CASE: case, **video("talk", vtt("From 14 open decisions to 5."), "Hello.")}) == []
    (said,) = told(tmp_path / "b", {CASE: case, **video("talk", vtt("From 14 open decisions to 3."), "Hello.")})
    assert said.startswith("content/images/talk.vtt:4: 'From 14 open decisions to 3' is not what was measured (R6).")


def test_a_video_that_nothing_shows_or_that_stands_in_an_article_claims_nothing(tmp_path: Path) -> None:
    assert told(tmp_path / "a", CLAIM) == []
    assert (
        told(tmp_path / "b", {"content/articles/meetings.md": SMALL["content/articles/meetings.md"] + '\n[[video talk.mp4 title="A talk"]]\n', **CLAIM}) == []
    )


# the other rules on what stands in a text


def test_r10_praise_called_verified_in_a_video_is_told(tmp_path: Path) -> None:
    (said,) = told(tmp_path, {TALK: SECTION, **video("talk", vtt("All", "reviews here are verified."), "Hello.")})
    assert said.startswith(
        "content/images/talk.vtt:7: it says 'reviews here are verified', and nothing on file tells how content/testimonials/anna.md was checked (R10)."
    )


def test_r11_an_employer_who_took_the_consent_back_is_found_in_the_video_of_a_case(tmp_path: Path) -> None:
    over = "sponsor: Tallow Trust\nsponsor_consent: {status: withdrawn, date: 2026-01-01, withdrawn_on: 2026-02-01}\ntypicality:"
    case = RESULT.replace("typicality:", over) + '\n[[video talk.mp4 title="A talk"]]\n'
    (said,) = told(tmp_path, {CASE: case, **video("talk", vtt("Hello."), "One\n\nThe Tallow Trust paid.\n")})
    assert said.startswith("content/images/talk.txt:3: this names the employer who paid, 'Tallow Trust', and the employer's consent was withdrawn (R11).")


def test_w5_a_promise_in_the_video_of_a_service_is_told_once(tmp_path: Path) -> None:
    service = SERVICE + '\n[[video talk.mp4 title="A talk"]]\n'
    files = {TEAM: service, **video("talk", vtt("I guarantee you a new job."), "Double your income within a year.")}
    found = [(problem.code, str(problem.location)) for problem in problems(tmp_path, files)]
    assert found == [("W5", "content/images/talk.vtt:4"), ("R6", "content/images/talk.txt:1")]
