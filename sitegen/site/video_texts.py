"""What is said in videos of hers, read from their captions and transcripts: the words, the line of the file that each stands on, and the claims in them."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from typing import Any

from sitegen.common.decoding import decoded
from sitegen.common.digests import digest
from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex
from sitegen.common.problems import ContentError, Location, Problem
from sitegen.site.clips import CAPTIONS, TYPES
from sitegen.site.mentions import Mention
from sitegen.site.rules.claims import Claim, claims_in
from sitegen.site.rules.shown_texts import embeds_in, in_words, shown_texts

_VOICE = regex(r"<v(?:\.[^\s<>]*)?\s+([^<>]+)>")
_TAG = regex(r"<[^<>]*>")
_AGAIN = 3
"""A line of so many words that stands in two captions, one after the other, rolls up the screen and is said once."""


@frozen
class VideoText:
    """Captions or a transcript: the file, its digest, the words, and for each line of them the line of the file."""

    file: str
    digest: str
    text: str
    lines: tuple[int, ...]
    claims: tuple[Claim, ...]

    @property
    def is_captions(self) -> bool:
        """Say whether it is the captions, and not the transcript."""
        return self.file.endswith(CAPTIONS)

    def location(self, at: int) -> Location:
        """Give the line of the file on which a place of the words stands."""
        return self.location_of_line(self.text.count("\n", 0, at) + 1)

    def location_of_line(self, line: int) -> Location:
        """Give the line of the file on which a line of the words stands."""
        return Location(self.file, self.lines[line - 1])


def video_text(file: str, data: bytes) -> VideoText:
    """Give what captions or a transcript say. Raises ContentError: no text, no WebVTT with at least one caption (W3C WebVTT 1, 4.1), or a transcript that says nothing."""
    text = decoded(data, file)
    if not file.endswith(CAPTIONS):
        if not text.strip():
            raise ContentError([Problem("no-transcript", Location(file), "this transcript is empty.", "Write into it what is said and shown in the video.")])
        return _read(file, data, list(enumerate(text.split("\n"), 1)))
    if not text.startswith("WEBVTT") or "-->" not in text:
        mend = "Its first line is WEBVTT, and each caption stands below its time: 00:01.000 --> 00:04.000. Video programs and YouTube export it as 'WebVTT' or '.vtt'."
        raise ContentError([Problem("captions-unreadable", Location(file), "these are no captions that browsers can show (WebVTT).", mend)])
    return _read(file, data, list(_captions(text)))


def videos_in(record: Any, body: str, named: Sequence[Mention]) -> tuple[str, ...]:
    """Give the videos of hers that a file shows: those its facts name, and those that embeds in its texts name."""
    embeds = (embed.split() for shown in shown_texts(record, body) if shown.lets_embed for embed in embeds_in(shown.text))
    embedded = (words[1] for words in embeds if len(words) > 1 and words[0] == "video" and words[1].endswith(tuple(TYPES)))
    return tuple(dict.fromkeys((*(mention.name for mention in named if mention.what in ("video", "pictureless")), *embedded)))


def _read(file: str, data: bytes, said: Sequence[tuple[int, str]]) -> VideoText:
    text = "\n".join(words for _, words in said)
    return VideoText(file, digest(data), text, tuple(line for line, _ in said) or (0,), claims_in(in_words(text)))


def _captions(text: str) -> Iterator[tuple[int, str]]:
    """Give each line that is shown, with its number: whose voice it is stands before it, as in a transcript (W3C WebVTT 1, 4.2.2)."""
    last, shown, first = "", False, False
    for number, line in enumerate(text.split("\n"), 1):
        if "-->" in line or not line.strip():
            shown = first = "-->" in line
        elif shown:
            words = html.unescape(_TAG.sub("", _VOICE.sub(r"\1: ", line))).strip()
            if words and not (first and words == last and len(words.split()) >= _AGAIN):
                yield number, words
                last = words
            first = False
