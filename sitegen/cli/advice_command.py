"""`sitegen advice`: ten questions about a practice, answered from the files; and sentences in which the coach fixes somebody."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

from sitegen.cli.common_arguments import add_format, add_site
from sitegen.cli.outreach.room import add_today

if TYPE_CHECKING:
    from sitegen.common.answers import Answer
    from sitegen.outreach.desk import Desk
    from sitegen.site.fixing_words import Flagged
    from sitegen.site.showing import Showing

QUESTIONS: Mapping[str, tuple[str, str]] = {
    "A1": ("Is it said in one sentence whom you help and with what, and does each service keep to it?", "people send others to you when they can say in one breath whom you are for."),
    "A2": ("Does every service show a price, a 'from', or say why not?", "who has to ask what it costs often does not ask at all."),
    "A3": ("Is free and discounted work limited and on record?", "what is free without an end takes the time of what pays for your practice."),
    "A4": ("Has every service proof beside it?", "your own word for your work is believed least of all; proof works beside the offer, not on a page apart."),
    "A5": ("Does each case have one or two goals, set at the start, measured?", "a result counts for a reader when it was wanted before, and seen by somebody."),
    "A6": ("Did you write to a former colleague in the last seven days?", "first clients come from people who already know your work, and they forget."),
    "A7": ("Did every client who finished get asked for their words, the same way?", "if you ask only those who beam, what you show is not what people get."),
    "A8": ("Are your places and next start true?", "time that you promise and don't have is the first promise that you break."),
    "A9": ("Does each page end in one clear next step?", "a reader with two doors often takes neither."),
    "A10": ("Is there something new in 90 days?", "a site that stands still looks like a practice that does."),
}  # fmt: skip
"""Each question, and why it matters."""
WIDTH = 80
NOTHING = "nothing to do now."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_site(parser)
    add_today(parser)
    add_format(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the answers; it never refuses anything. Raises ContentError where site.yaml or a private file can't be read."""
    from sitegen.cli.outreach.room import desk_of

    desk = desk_of(arguments)
    shown = shown_on(desk, arguments.site)
    answers = answers_of(desk, shown)
    flagged = tuple(sentences(shown))
    if arguments.format == "json":
        print(_json(answers, flagged))
    else:
        print("\n".join(told(answers, flagged)))
    return 0


def shown_on(desk: Desk, site: Path, done: str = "looked at") -> Showing:
    """Give what the site shows on the desk's day; files that can't be read are told as those with which that was not done. Raises ContentError where site.yaml can't be read."""
    import sys

    from sitegen.common.problems import ContentError
    from sitegen.common.trees import public_tree
    from sitegen.site.load import read_site
    from sitegen.site.showing import showing

    loaded = read_site(public_tree(site))
    if loaded.site is None:
        raise ContentError(loaded.problems)
    if loaded.problems:
        print(f"Not {done}, since it can't be read:", *loaded.problems, sep="\n", file=sys.stderr)
    return showing(loaded.site, desk.today)


def answers_of(desk: Desk, shown: Showing) -> tuple[Answer, ...]:
    """Give the ten answers in their order."""
    from sitegen.outreach.advice import everyone_asked, free_work, true_places, wrote_lately
    from sitegen.outreach.reading import BOOK, CLIENTS
    from sitegen.site.advice import of_the_site

    clients = desk.clients().record if desk.data(CLIENTS) is not None else None
    book = desk.book().record if desk.data(BOOK) is not None else None
    promised = {item.file: item.record.places for item in shown.services if item.record.places}
    passed = [
        item.file
        for item in shown.services
        if item.record.next_start and str(item.record.next_start) < desk.today.isoformat()[: len(str(item.record.next_start))]
    ]
    found = [
        *of_the_site(shown), free_work(clients, desk.today), wrote_lately(book, desk.today), everyone_asked(clients, desk.proof_log().record.log, desk.today),
        true_places(clients, promised, passed, desk.today),
    ]  # fmt: skip
    order = list(QUESTIONS)
    return tuple(sorted(found, key=lambda answer: order.index(answer.code)))


def sentences(shown: Showing) -> Iterator[Flagged]:
    """Give the sentences of hers in which she fixes somebody; what other people said is left alone."""
    from sitegen.site.fixing_words import fixing
    from sitegen.site.prose import field_texts, prose_of

    language = str(shown.settings.language)
    for field, text in field_texts(shown.settings):
        yield from fixing(shown.site.setting(field), text, language)
    for kind, items in shown.kinds():
        if kind != "testimonials":
            for item in items:
                for place, text in prose_of(item):
                    yield from fixing(place, text, str(getattr(item.record, "lang", None) or language))


def told(answers: Sequence[Answer], flagged: Sequence[Flagged]) -> Iterator[str]:
    """Give the lines, eighty columns at the most."""
    for answer in answers:
        question, why = QUESTIONS[answer.code]
        yield from _wrapped(f"{answer.code:<4}{question}", "    ")
        yield from _wrapped(f"    {answer.state[0].upper() + answer.state[1:]}: {answer.found}", "    ")
        yield from _wrapped(f"    Why it matters: {why}", "    ")
        yield from _wrapped(f"    Next: {answer.step or NOTHING}", "    ")
        yield ""
    if flagged:
        yield from _wrapped("Sentences in which you do something to people. What do they do, and find?", "")
        for one in flagged:
            yield from _wrapped(f"  {one.place}: {one.sentence}", "    ")
            yield from _wrapped(f"    {one.turn}", "    ")
        yield ""
    states = [answer.state for answer in answers]
    yield (
        ", ".join(f"{states.count(state)} {state}" for state in ("done", "not yet", "can't tell") if state in states)
        + ". It is advice: nothing is refused for it."
    )


def _wrapped(text: str, pad: str) -> list[str]:
    return wrap(text, WIDTH, subsequent_indent=pad, break_long_words=False, break_on_hyphens=False)


def _json(answers: Sequence[Answer], flagged: Sequence[Flagged]) -> str:
    plain = [
        {
            "code": one.code,
            "question": QUESTIONS[one.code][0],
            "state": one.state,
            "found": one.found,
            "why": QUESTIONS[one.code][1],
            "step": one.step or NOTHING,
        }
        for one in answers
    ]
    marked = [{"file": one.place.file, "line": one.place.line or None, "sentence": one.sentence, "words": one.words, "turn": one.turn} for one in flagged]
    return json.dumps({"answers": plain, "sentences": marked}, ensure_ascii=False, indent=2)
