"""R5 and W9: what is shown of a person's words is only cut from them, and what a cut may take away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.common.problems import Effect, Location, Problem
from sitegen.common.words import counted, joined
from sitegen.site.items import Testimonial
from sitegen.site.model import Item
from sitegen.site.rules.cutting import Cut, NotCut, Span, compared, plainly_cut
from sitegen.site.rules.spoken import CUT, Spoken, cleaned, count_words, unescaped
from sitegen.site.rules.terms import Terms
from sitegen.site.rules.turning_words import turning_words
from sitegen.site.rules.typos import is_slip, mended

SHOWN = "shown"
"""What `original:` says where the text below is all that the person wrote."""
_PULL_QUOTE_WORDS = (8, 20)
_AROUND = 7
"""So many words are told on either side of what is marked."""
WHY = "what a person said is shown in that person's own words, and not bettered (16 CFR 255.1, CAP Code 3.45)."
_WHY_HEDGE = "a doubt that was cut away changes what the words say (16 CFR 255.1)."


def words_only_cut(item: Item[Testimonial], terms: Terms) -> Iterator[Problem]:
    """R5: refuse words that do not come from `original` by cutting (16 CFR 255.1, CAP Code 3.45). W9: tell of a hedging word that a cut dropped."""
    record = item.record
    shown = unescaped(cleaned(item.body))
    if not shown.strip():
        mend = "Put the words below the second line of three hyphens, cut from `original:` or whole."
        yield item.problem("R5", "", "there are no words to show (R5).", mend, WHY)
    elif record.original.strip() != SHOWN:
        yield from _against_original(item, shown, "", terms)
    elif (at := _first_cut(shown)) is not None:
        message = "the text has a mark of a cut, and `original: shown` says that it is all the person wrote (R5)."
        mend = "Put the person's words, whole and unchanged, below `original: |`."
        yield Problem("R5", _line_of(item, shown, at), message, mend, WHY)


def pull_quote_only_cut(item: Item[Testimonial], terms: Terms) -> Iterator[Problem]:
    """R5 for the words on cards: 8 to 20 of them, from the original by cutting only (16 CFR 255.1)."""
    pulled = item.record.pull_quote
    if pulled is None:
        return
    shown = cleaned(pulled)
    number = count_words([token for token in Spoken(shown).tokens if token != CUT])
    fewest, most = _PULL_QUOTE_WORDS
    if not fewest <= number <= most:
        message = f"the words in `pull_quote:` are {counted(number, 'word')}, and it takes {fewest} to {most} (R5)."
        yield item.problem(
            "R5",
            "pull_quote",
            message,
            "Choose another piece of the original, or leave the line out.",
            "fewer words say too little of what was meant, and more are no longer a card.",
        )
    yield from _against_original(item, shown, "pull_quote", terms)


def typos_are_slips(item: Item[Testimonial], terms: Terms) -> Iterator[Problem]:
    """R5 for `typos`: a slip of the pen may be mended, and no other word put in its place (16 CFR 255.1)."""
    negation = turning_words(_language(item, terms))[0]
    for index, typo in enumerate(item.record.typos):
        if not is_slip(typo.was, typo.now, negation):
            message = f"'{typo.now}' is another word than '{typo.was}', not the same one without its slip (R5)."
            mend = "`typos:` takes slips of the pen only, such as was: teh, now: the. Show what the person wrote, or cut it with [...]."
            yield item.problem("R5", f"typos.{index}", message, mend, WHY)


def translation_labelled(item: Item[Testimonial], terms: Terms) -> Iterator[Problem]:
    """R5 for a translation: approved by the person, and both languages are known, so that it is labelled and the original stands with it (16 CFR 255.1)."""
    translation = item.record.translation
    if translation is None:
        return
    if not translation.approved:
        message = "the person has not approved the translation (R5)."
        yield item.problem("R5", "translation.approved", message, "Send it to the person; after a yes write approved: true. Or take `translation:` out.", WHY)
    if _base(_language(item, terms)) == _base(translation.lang):
        said = f"the quote is marked as '{translation.lang}', as its translation is" if item.record.lang else "nothing says in which language the person wrote"
        yield item.problem(
            "R5", "translation.lang", f"{said}, so the two can't be told apart (R5).", "Write the language of the person's own words: lang: de",
            "readers have to see which words are the person's and which are the translator's (16 CFR 255.1).",
        )  # fmt: skip


def _against_original(item: Item[Testimonial], shown: str, field: str, terms: Terms) -> Iterator[Problem]:
    """Compare the words below, or those of a field, with the person's own."""
    record, language = item.record, _language(item, terms)
    text = item.body if record.original.strip() == SHOWN else record.original
    if not record.typos and plainly_cut(text, shown, language):
        return
    original, showing = Spoken(cleaned(text)), Spoken(shown)
    if record.typos:
        original, showing = mended(original, record.typos), mended(showing, record.typos)
    found = compared(original, showing, language)
    place = item.location(field) if field else _line_of(item, shown, found.shown[0] if isinstance(found, NotCut) else 0)
    if isinstance(found, NotCut):
        message, mend = told(found, original.text, shown, turning_words(language)[0])
        where = "the words in `pull_quote:`" if field else "the words shown"
        yield Problem("R5", place, f"{where} are not only cut from the original: {message} (R5).", mend, WHY)
    elif found.hedges:
        yield hedges_dropped(place, original.text, found)


def told(found: NotCut, original: str, shown: str, negation: re.Pattern[str]) -> tuple[str, str]:
    """Give what is wrong with words that are not only cut, and both texts with the place marked, and the mend."""
    here, there = shown[slice(*found.shown)], _flat(original[slice(*found.original)])
    slip = (
        f" If it was a slip of the pen, say so: typos: [{{was: {there}, now: {here}}}]" if found.fault == "changed" and is_slip(there, here, negation) else ""
    )
    message, mend = {
        "added": (f"'{here}' was added", f"Take '{here}' out."),
        "changed": (f"'{here}' stands where the person wrote '{there}'", f"Write '{there}' as the person did.{slip}"),
        "left out": (f"'{_shortened(there)}' was left out without a mark", "Put [...] in its place."),
        "moved": (f"'{_shortened(here)}' does not come after what stands before it", "Show the pieces in the order of the original."),
        "unknown": (f"'{_shortened(_flat(here))}' does not stand in it there", "Show only what the person wrote."),
        "short": (f"'{_flat(here)}' stands alone between two cuts, and it takes three words at least", "Show more of the sentence, or nothing of it."),
        "negation": (f"a cut drops '{there}' from a sentence of which the rest is shown", f"Keep '{there}', or cut the whole sentence."),
    }[found.fault]  # fmt: skip
    if found.fault == "short":
        return message, f"Shown:    {_marked(shown, found.shown)}\n{mend}"
    return message, f"Original: {_marked(original, found.original)}\nShown:    {_marked(shown, found.shown)}\n{mend}"


def hedges_dropped(place: Location, original: str, found: Cut) -> Problem:
    """Give W9 for the hedging words that a cut dropped."""
    words = list(dict.fromkeys(f"'{original[slice(*hedge)]}'" for hedge in found.hedges))
    mend = f"Original: {_marked(original, found.hedges[0])}\nRead both once more. If the words now promise more than the person did, put the piece back."
    return Problem("W9", place, f"a cut dropped {joined(words)}, and perhaps a doubt with it (W9).", mend, _WHY_HEDGE, Effect.WARN)


def _marked(text: str, span: Span) -> str:
    """Give a place in a text with some words around it; between >> and <<, where it holds anything."""
    before, after = text[: span[0]].split(), text[span[1] :].split()
    inner = _flat(text[slice(*span)])
    glued_before = bool(before) and span[0] > 0 and not text[span[0] - 1].isspace()
    glued_after = bool(after) and not text[span[1] : span[1] + 1].isspace()
    left = ("... " if len(before) > _AROUND else "") + " ".join(before[-_AROUND:])
    right = " ".join(after[:_AROUND]) + (" ..." if len(after) > _AROUND else "")
    mark = f">>{_shortened(inner)}<<" if inner else ""
    if not mark:
        return (left + ("" if glued_before and glued_after else " ") + right).strip()
    return f"{left}{'' if glued_before else ' '}{mark}{'' if glued_after else ' '}{right}".strip()


def _shortened(text: str) -> str:
    words = text.split()
    return text if len(words) <= 2 * _AROUND else f"{' '.join(words[:_AROUND])} ... {' '.join(words[-_AROUND:])}"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _first_cut(text: str) -> int | None:
    if "[" not in text and "(" not in text:
        return None
    spoken = Spoken(text)
    return next((start for token, start in zip(spoken.tokens, spoken.starts, strict=True) if token == CUT), None)


def _line_of(item: Item[Testimonial], shown: str, at: int) -> Location:
    """Give the line of the text below on which a place of it stands."""
    first = len(shown) - len(shown.lstrip())
    return Location(item.file, item.body_line + shown.count("\n", 0, max(at, first)))


def _language(item: Item[Testimonial], terms: Terms) -> str:
    return item.record.lang or terms.language


def _base(language: str) -> str:
    return language.partition("-")[0].lower()
