"""Captions and transcripts as what is said in them, each line with its number in the file."""

from __future__ import annotations

import pytest

from sitegen.common.problems import ContentError
from sitegen.site.video_texts import VideoText, video_text

CAPTIONS = """WEBVTT - A talk

STYLE
::cue { color: red }

NOTE turnover fell 30%, says nobody

1
00:00.000 --> 00:02.000 align:start
<v.loud Maya Example>What has <i>your</i> attention?

2
00:02.000 --> 00:04.000
We talk &amp; decide
in one meeting.

00:04.000 --> 00:06.000
in one meeting.
Since <00:05.000><c>then</c> turnover
 \t
00:06.000 --> 00:08.000
fell 30%.
"""


def captions(text: str = CAPTIONS) -> VideoText:
    return video_text("content/images/talk.vtt", text.encode())


def test_captions_are_read_without_their_times_numbers_notes_and_marks() -> None:
    said = captions()
    assert said.text.split("\n") == [
        "Maya Example: What has your attention?", "We talk & decide", "in one meeting.", "Since then turnover", "fell 30%.",
    ]  # fmt: skip
    assert said.lines == (10, 14, 15, 19, 22), "a line that rolls up the screen is said once"
    assert captions(CAPTIONS.replace("\n", "\r\n")).text == said.text
    assert str(said.location(said.text.index("one meeting"))) == "content/images/talk.vtt:15"


def test_a_claim_that_begins_in_one_caption_and_ends_in_the_next_is_one() -> None:
    (claim,) = captions().claims
    assert claim.text == "Since then turnover fell 30%"
    assert str(captions().location(claim.start)) == "content/images/talk.vtt:19"


def test_a_short_word_that_is_said_twice_is_kept_twice() -> None:
    text = "WEBVTT\n\n00:00.000 --> 00:01.000\nNo.\n\n00:01.000 --> 00:02.000\nNo.\n"
    assert captions(text).text == "No.\nNo."


def test_a_transcript_is_read_as_it_stands() -> None:
    said = video_text("content/images/talk.txt", b"Maya: What has **your** attention?\n\nTurnover fell 30%.\n")
    assert said.text == "Maya: What has **your** attention?\n\nTurnover fell 30%.\n"
    assert [(claim.text, str(said.location(claim.start))) for claim in said.claims] == [("Turnover fell 30%", "content/images/talk.txt:3")]


@pytest.mark.parametrize("text", ["WEBVTT\n\n00:00.000 --> 00:01.000\n", "WEBVTT -->", "WEBVTT\n\n00:00.000 --> 00:01.000\n\n-->"])
def test_captions_that_show_nothing_say_nothing(text: str) -> None:
    assert (captions(text).text, captions(text).claims) == ("", ())


@pytest.mark.parametrize("data", [b"", b"1\n00:00,000 --> 00:01,000\nSRT\n", b"WEBVTT\n\nnothing", b"\0\1\2\3 WEBVTT -->"])
def test_what_is_no_text_for_a_video_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(ContentError, match=r"^content/images/talk\.vtt: (these are no captions|this is not a text)"):
        video_text("content/images/talk.vtt", data)
