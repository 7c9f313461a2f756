"""R5: a text comes from another by cutting only; compared with a plain search through every way to cut."""

from __future__ import annotations

from itertools import pairwise, product

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from sitegen.site.rules.cutting import FEWEST_WORDS, Cut, NotCut, compared, plainly_cut
from sitegen.site.rules.spoken import CUT, ELLIPSIS, Spoken, cleaned, count_words, is_word
from sitegen.site.rules.turning_words import TURNING, turning_words

ORIGINAL = (
    "I was sceptical at first. After the second talk I noticed that I listened differently. "
    "I would not say it was easy, but it helped me a lot. I still struggle with Mondays."
)


def said(original: str, shown: str, language: str = "en") -> tuple[str, ...]:
    """Give the hedges that a cut dropped; or the fault, and what it marks in both texts."""
    found = compared(Spoken(cleaned(original)), Spoken(cleaned(shown)), language)
    if isinstance(found, NotCut):
        return found.fault, cleaned(shown)[slice(*found.shown)], cleaned(original)[slice(*found.original)]
    return tuple(cleaned(original)[slice(*hedge)] for hedge in found.hedges)


@pytest.mark.parametrize(
    "shown",
    [
        ORIGINAL,
        "I was sceptical at first. [...] I still struggle with Mondays.",
        "I was sceptical at first. […] I still struggle with Mondays.",
        "I was sceptical at first … I still struggle with Mondays.",
        "I was sceptical at first ... I still struggle with Mondays.",
        "[...] I still struggle with Mondays. [...]",
        "After the second talk I noticed that I listened.",
        "i still struggle with Mondays",
        "“I still struggle with Mondays.”",
        "I  was\nsceptical\u00a0at\u2009first.",
        "i would not say it was easy, but it helped me a lot",
    ],
)
def test_what_is_only_cut_passes(shown: str) -> None:
    assert said(ORIGINAL, shown) == ()


@pytest.mark.parametrize(
    ("original", "shown"),
    [
        ("She didn’t push - she asked “why?” and waited.", 'She didn\'t push — she asked "why?" and waited.'),
        ("Caf\u0065\u0301 talks, every week.", "Caf\u00e9 talks, every week."),
        ("Well... I was surprised by it. Honestly.", "Well... I was surprised by it."),
        ("A soft\u00adly spoken coach, that is she.", "A softly spoken coach, that is she."),
        ("Brilliant!", "Brilliant!"),
        ("Sie hat zugehört – immer, ‚wirklich‘ immer.", "Sie hat zugehört - immer, 'wirklich' immer."),
        ("彼女はよく聞いてくれました。とても助かりました。", "とても助かりました。"),
        ("I think Dr. Sample is right, and I told her.", "I think Dr. Sample is right"),
        ("I do it again. I do it gladly now, never late. I do it gladly now.", "I do it gladly now."),
    ],
)
def test_quotes_dashes_spaces_and_letters_of_all_kinds_are_one(original: str, shown: str) -> None:
    assert said(original, shown) == ()


@pytest.mark.parametrize(
    ("shown", "fault"),
    [
        ("I was really sceptical at first.", ("added", "really", "")),
        ("I was doubtful at first. After the second talk", ("changed", "doubtful", "sceptical")),
        ("After the second talk I listened differently.", ("left out", "", "noticed that I")),
        ("I still struggle with Mondays. [...] I was sceptical at first.", ("moved", "I was sceptical at first.", "")),
        ("Amazing coach! I was sceptical at first.", ("unknown", "Amazing", "")),
        ("Really I was sceptical at first.", ("added", "Really", "")),
        ("I was sceptical at first. [...] Often I still struggle with", ("added", "Often", "")),
        ("Oft still struggle with Mondays", ("changed", "Oft", "I")),
        ("I was sceptical at first. Amazing!", ("changed", "Amazing", "After")),
        ("I still struggle with Mondays, gladly.", ("added", ", gladly", "")),
        ("I was sceptical at first! After the second talk", ("changed", "!", ".")),
        ("I was *sceptical* at first.", ("added", "*", "")),
        ("I was SCEPTICAL at first.", ("changed", "SCEPTICAL", "sceptical")),
        ("at first [...] it helped me a lot", ("short", "at first", "")),
        ("I would [...] say it was easy", ("short", "I would", "")),
        ("it helped me a lot", ("negation", "", "not")),
        ("I would say it was easy", ("negation", "", "not")),
        ("It was easy, but it helped me", ("negation", "", "not")),
        ("", ("unknown", "", "")),
    ],
)
def test_what_was_added_changed_moved_or_turned_is_found(shown: str, fault: tuple[str, ...]) -> None:
    assert said(ORIGINAL, shown) == fault


@pytest.mark.parametrize(
    ("language", "original", "shown", "word"),
    [
        ("en", "I don't think that it was a waste of time", "think that it was a waste of time", "don't"),
        ("en-GB", "I dont think that it was a waste of time", "think that it was a waste of time", "dont"),
        ("en", "It was good. I can recommend her unless you are in a hurry.", "It was good. I can recommend her", "unless"),
        ("en", "She asked a lot, never telling me what to do, and I liked it.", "She asked a lot [...] and I liked it.", "never"),
        ("de", "Ich war nicht sicher, ob es hilft, und habe es doch getan.", "Ich war [...] sicher, ob es hilft", "nicht"),
        ("de-CH", "Es gab keinen Termin, der sich gelohnt hat, sagte ich.", "der sich gelohnt hat, sagte ich.", "keinen"),
        ("fr", "Elle n'est jamais en retard quand on parle.", "en retard quand on parle.", "n'est"),
        ("es", "Sin ella no habría cambiado tanto, creo.", "habría cambiado tanto, creo.", "Sin"),
        ("it", "Non è stato facile per me, devo dirlo.", "è stato facile per me, devo dirlo.", "Non"),
        ("nl", "Ik had nooit gedacht dat het zou helpen.", "gedacht dat het zou helpen.", "nooit"),
        ("xx", "Ich war nicht sicher, ob es hilft, sagte ich.", "sicher, ob es hilft, sagte ich.", "nicht"),
    ],
)
def test_a_cut_may_not_drop_a_negation_from_a_sentence_that_is_shown(language: str, original: str, shown: str, word: str) -> None:
    fault, *_, marked = said(original, shown, language)
    assert (fault, marked) in {("negation", word), ("short", "")}


def test_a_whole_sentence_with_a_negation_may_be_cut() -> None:
    assert said("We met weekly. Nobody laughed. I learned to ask.", "We met weekly. [...] I learned to ask.") == ()


@pytest.mark.parametrize(
    ("shown", "dropped"),
    [
        ("I slept better once it was over, she says.", ()),
        ("I slept better, after some weeks, and so did my wife. But Mondays are hard.", ()),
    ],
)
def test_a_text_shown_whole_drops_no_hedge(shown: str, dropped: tuple[str, ...]) -> None:
    assert said(shown, shown) == dropped


def test_hedges_that_were_cut_from_a_sentence_that_is_shown_are_named() -> None:
    original = "I slept better, after some weeks, and so did my wife. But Mondays are hard. I would go again, I think."
    assert said(original, "I slept better [...] and so did my wife. [...] I would go again") == ("after", "some", "But")
    assert said(original, "I would go again, I think.") == ()


@pytest.mark.parametrize("language", TURNING)
def test_every_language_knows_its_turning_words_as_whole_words(language: str) -> None:
    negation, hedge, contrast = turning_words(language)
    assert {"en": "not", "de": "nicht", "fr": "pas", "es": "no", "it": "non", "nl": "niet"}[language]
    assert negation.fullmatch({"en": "not", "de": "nicht", "fr": "pas", "es": "no", "it": "non", "nl": "niet"}[language])
    assert hedge.fullmatch({"en": "but", "de": "aber", "fr": "mais", "es": "pero", "it": "ma", "nl": "maar"}[language])
    assert contrast.fullmatch({"en": "but", "de": "aber", "fr": "mais", "es": "pero", "it": "ma", "nl": "maar"}[language])
    assert not negation.fullmatch("coach")


# A plain reference: every way to place each part.


def plain_verdict(original: Spoken, shown: Spoken) -> str:
    """Say "cut", "negation" or "other", by trying every way."""
    negation = turning_words("en")[0]
    parts: list[list[str]] = [[]]
    for token in shown.tokens:
        if token == CUT:
            parts.append([])
        else:
            parts[-1].append(token)
    parts = [part for part in parts if part]
    if not parts:
        return "other"
    ways = [
        [(at, at + len(words)) for words in {tuple(part), tuple(part[:-1]) if part[-1] == "." and len(part) > 1 else tuple(part)} for at in range(len(original.tokens)) if alike(words, original.tokens[at : at + len(words)])]
        for part in parts
    ]  # fmt: skip
    ordered = [way for way in product(*ways) if all(one[1] <= other[0] for one, other in pairwise(way))]
    if not ordered:
        return "other"
    whole = len(parts) == 1 and count_words(parts[0]) == count_words(original.tokens)
    if not whole and any(count_words(part) < FEWEST_WORDS for part in parts):
        return "other"
    return "cut" if any(keeps_negations(original, way, negation) for way in ordered) else "negation"


def alike(words: tuple[str, ...], there: list[str]) -> bool:
    first = next((index for index, word in enumerate(words) if is_word(word)), -1)
    if len(words) != len(there):
        return False
    return all(
        one == other or (index == first and one[1:] == other[1:] and one[0].swapcase() == other[0])
        for index, (one, other) in enumerate(zip(words, there, strict=True))
    )


def keeps_negations(original: Spoken, way: tuple[tuple[int, int], ...], negation: object) -> bool:
    kept = {index for first, end in way for index in range(first, end)}
    for index, token in enumerate(original.tokens):
        if index not in kept and negation.fullmatch(token.lower()):  # type: ignore[attr-defined]
            first, end = original.sentence_of(index)
            if kept & set(range(first, end)):
                return False
    return True


def is_dropped_without_a_mark(original: Spoken, shown: Spoken, found: NotCut) -> bool:
    """Say whether the negation that is named stands between what is shown before the place and what after it, in a sentence of one of the two, and no mark tells of it."""
    place, lost = shown.starts.index(found.shown[0]), original.starts.index(found.original[0])
    first = max((index + 1 for index in range(place) if shown.tokens[index] == CUT), default=0)
    before, after = tuple(shown.tokens[first:place]), tuple(shown.tokens[place : place + FEWEST_WORDS])
    ends = [end for end in range(len(before), lost + 1) if alike(before, original.tokens[end - len(before) : end])]
    begins = [
        at
        for at in range(lost + 1, len(original.tokens))
        if any(alike(after[:length], original.tokens[at : at + length]) for length in range(1, len(after) + 1))
    ]
    begin, stop = original.sentence_of(lost)
    return (
        bool(before)
        and turning_words("en")[0].fullmatch(original.tokens[lost].lower()) is not None
        and any(end - 1 >= begin or at < stop for end in ends for at in begins)
    )


WORDS = st.sampled_from(["I", "not", "am", "a", "so", ".", ".", "No", "but"])
TEXTS = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)


@st.composite
def cut_texts(draw: st.DrawFn) -> tuple[str, str]:
    """Give a text and something made of pieces of it, or of other words."""
    original = draw(st.lists(WORDS, min_size=1, max_size=9))
    pieces = []
    for _ in range(draw(st.integers(1, 3))):
        first = draw(st.integers(0, len(original)))
        pieces.append(" ".join(original[first : draw(st.integers(first, len(original)))]))
    return " ".join(original), " [...] ".join(pieces) if draw(st.booleans()) else draw(TEXTS)


@given(cut_texts())
@example(("I am so . I am so not a", "I am so"))
@example(("not a a a . a a a", "a a a"))
@example(("a a a not . a a a", "a a a [...] a a a"))
@example(("I not I", "I I"))
@example(("I not . I", "I I"))
def test_the_verdict_is_that_of_every_way_tried(texts: tuple[str, str]) -> None:
    original, shown = (Spoken(text) for text in texts)
    assume(ELLIPSIS not in (*original.tokens, *shown.tokens))
    found, plain = compared(original, shown, "en"), plain_verdict(original, shown)
    if isinstance(found, Cut):
        assert plain == "cut"
    elif found.fault == "negation" and plain == "other":
        assert is_dropped_without_a_mark(original, shown, found)
    else:
        assert plain == ("negation" if found.fault == "negation" else "other")


@given(cut_texts())
def test_what_is_plainly_cut_is_cut_without_any_remark(texts: tuple[str, str]) -> None:
    if plainly_cut(*texts, "en"):
        assert compared(Spoken(texts[0]), Spoken(texts[1]), "en") == Cut()


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_can_be_compared(original: str, shown: str) -> None:
    assert isinstance(compared(Spoken(cleaned(original)), Spoken(cleaned(shown)), "en"), Cut | NotCut)
    if plainly_cut(original, shown, "en"):
        assert isinstance(compared(Spoken(cleaned(original)), Spoken(cleaned(shown)), "en"), Cut)
