"""R5 and W9 in the video of a person: captions and transcript give the person's own words, only cut."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from sitegen.common.leaks.forms import folded, words_of
from sitegen.common.patterns import regex
from sitegen.common.problems import Location, Problem
from sitegen.site.items import Testimonial
from sitegen.site.model import Item
from sitegen.site.rules.cutting import Cut, NotCut, compared
from sitegen.site.rules.original_words import SHOWN, WHY, hedges_dropped, told
from sitegen.site.rules.shown_texts import in_words
from sitegen.site.rules.spoken import CUT, Spoken, cleaned, is_word
from sitegen.site.rules.terms import Terms
from sitegen.site.rules.texts import shown_video_texts
from sitegen.site.rules.turning_words import turning_words
from sitegen.site.rules.typos import mended
from sitegen.site.video_texts import VideoText

_NOTE = regex(r"\[(?!\s*(?:\.{3}|…|\. \. \.)\s*\])[^\[\]\n]*\]")
"""A sound or a scene, in square brackets; not the mark of a cut."""
_SPEAKER = regex(r"[ \t]*(?:>>|[-–—])?[ \t]*([^\W\d_][\w.'’ -]{0,40}?)[ \t]*:(?=\s|$)")
_TURN = regex(r"[ \t]*(?:>>|[-–—]\s|$)")
"""A line from which on somebody else may speak."""
_ASKING = frozenset({"coach", "interviewer", "interviewerin", "moderator", "moderatorin", "host", "question", "frage", "q"})
_ANSWERING = frozenset({"client", "klient", "klientin", "kunde", "kundin", "answer", "antwort", "a"})


def video_only_cut(item: Item[Testimonial], terms: Terms) -> Iterator[Problem]:
    """R5: refuse captions or a transcript whose words do not come from `original` by cutting (16 CFR 255.1, CAP Code 3.45). W9: tell of a hedging word that a cut dropped.

    Signs and capitals are not compared, since nobody speaks them. What stands behind the coach's name and a colon is no word of the person, nor is what stands in square brackets.
    """
    record, language = item.record, item.record.lang or terms.language
    for said in shown_video_texts(item):
        shown = _of_person(said, record.name, terms.coach)
        if not any(map(str.isalnum, shown)):
            continue
        texts = [(item.body if record.original.strip() == SHOWN else record.original, language)]
        texts += [(record.translation.text, record.translation.lang)] if record.translation else []
        found = [(text, compared(_heard(text, record), _heard(shown, record), spoken)) for text, spoken in texts]
        text, outcome = next((one for one in found if isinstance(one[1], Cut)), found[0])
        if isinstance(outcome, NotCut):
            message, mend = told(outcome, cleaned(text), shown, turning_words(language)[0])
            subject = "the captions are" if said.is_captions else "the transcript is"
            mend += (
                f"\nIf the person says it in the video, it belongs in `original:` in {item.file} too.\n"
                f"What somebody else says begins with a name, like this: {terms.coach.split()[0]}: ... What is not said stands in square brackets: [laughs]"
            )
            yield Problem("R5", _place(said, shown, outcome.shown[0]), f"{subject} not only cut from the original: {message} (R5).", mend, WHY)
        elif outcome.hedges:
            yield hedges_dropped(_place(said, shown, 0), cleaned(text), outcome)


def _of_person(said: VideoText, person: str, coach: str) -> str:
    """Give the person's own words, each on its line, with all that others say, and what is not said, left blank."""
    own_names = set(words_of(folded(person)))
    others = (set(words_of(folded(coach))) | _ASKING) - own_names
    own, kept = True, []
    for line in _NOTE.sub(" ", in_words(cleaned(said.text))).split("\n"):
        speaker = _SPEAKER.match(line)
        names = set(words_of(folded(speaker[1]))) if speaker else set()
        if names & others:
            own = False
        elif speaker and names & (own_names | _ANSWERING):
            own, line = True, line[speaker.end() :]  # noqa: PLW2901 - without the name before it
        elif _TURN.match(line):
            own = True
        kept.append(line if own else "")
    return "\n".join(kept)


def _heard(text: str, record: Testimonial) -> Spoken:
    """Give a text as words and cuts alone, in small letters; where its sentences end is known from the signs that are left out."""
    whole = Spoken(cleaned(text))
    if record.typos:
        whole = mended(whole, record.typos)
    kept = [index for index, token in enumerate(whole.tokens) if is_word(token) or token == CUT]
    heard = Spoken("")
    heard.text = whole.text
    heard.tokens = [whole.tokens[index].lower() for index in kept]
    heard.starts, heard.ends = ([places[index] for index in kept] for places in (whole.starts, whole.ends))
    heard.sentences = [bisect_left(kept, begin) for begin in whole.sentences]
    return heard


def _place(said: VideoText, shown: str, at: int) -> Location:
    first = len(shown) - len(shown.lstrip())
    return said.location_of_line(shown.count("\n", 0, max(at, first)) + 1)
