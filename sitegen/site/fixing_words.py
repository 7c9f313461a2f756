"""Sentences in which the coach fixes, solves or transforms the client, each with the turn towards what the client does and finds.

Coaching is done with a person, not to her (ICF Core Competencies: the client is the expert on the client's life). A table a language; another is added by its rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex
from sitegen.common.problems import Location


@frozen
class Flagged:
    """A sentence, where it stands, the words in it that fix somebody, and the turn."""

    place: Location
    sentence: str
    words: str
    turn: str


@frozen
class Table:
    """How one language says it: who does it, to whom, and each doing with its turn; `not_so` are words that turn a sentence into its opposite."""

    doer: str
    done_to: str
    not_so: str
    doings: tuple[tuple[str, str], ...]
    verb_last: bool = False
    """Whether the doing may stand at the end, after those it is done to."""


_ENGLISH = Table(
    doer=r"(?:I|we|my coaching|our coaching|this coaching|my programme|my program|my method|coaching)",
    done_to=r"(?:you|your|yours|people|clients?|leaders?|teams?|them|their)",
    not_so=r"(?:not|never|nobody|no one|cannot|can't|don't|doesn't|won't|neither|nor|no)",
    doings=(
        (r"fix(?:es|ed|ing)?", "Say what they do: 'You look at what no longer works, and decide what to change.'"),
        (r"(?:solv(?:e|es|ed|ing)|resolv(?:e|es|ed|ing))", "Say what they find: 'You find a way through it that is your own; I ask and listen.'"),
        (r"transform(?:s|ed|ing)?", "Say what becomes different, in their words: 'You do one thing differently, and see what comes of it.'"),
        (r"(?:heal(?:s|ed|ing)?|cur(?:e|es|ed|ing)|treat(?:s|ed|ing)?)", "That is for doctors and therapists. Say: 'You think it through with somebody who listens.'"),
        (r"(?:rescu(?:e|es|ed|ing)|sav(?:e|es|ed|ing))", "Say what they do: 'You find out what you want to do, and begin.'"),
        (r"(?:motivat(?:e|es|ed|ing)|empower(?:s|ed|ing)?|unlock(?:s|ed|ing)?|unleash(?:es|ed|ing)?)", "Say what they find: 'You find out what you want, and what you will try first.'"),
        (r"(?:turn(?:s|ed|ing)?|mak(?:e|es|ing)|made|chang(?:e|es|ed|ing))", "Say what they do: 'You try something new, and tell me how it went.'"),
        (r"(?:get(?:s|ting)?|got) rid of", "Say what they do: 'You look at what is in your way, and at what it is good for.'"),
    ),
)  # fmt: skip
_GERMAN = Table(
    doer=r"(?:ich|wir|mein coaching|unser coaching|dieses coaching|meine methode|coaching)",
    done_to=r"(?:du|dich|dir|dein\w*|euch|euer|eure\w*|Sie|Ihnen|Ihr\w*|menschen|klient\w*|kund\w*|führungskräfte\w*|teams?)",
    not_so=r"(?:nicht|nie|niemals|niemand\w*|kein\w*|weder|noch)",
    doings=(
        (r"(?:reparier\w+|repariere)", "Sagen Sie, was sie selbst tun: „Sie sehen, was nicht mehr geht, und entscheiden, was Sie ändern.“"),
        (r"(?:löse|löst|lösen|gelöst)", "Sagen Sie, was sie finden: „Sie finden Ihren eigenen Weg; ich frage und höre zu.“"),
        (r"(?:transformier\w+|verwande?l\w*)", "Sagen Sie, was anders wird: „Sie machen eine Sache anders und sehen, was daraus wird.“"),
        (r"(?:heil(?:e|t|en)|geheilt|kurier\w+|therapier\w+)", "Das ist Sache von Ärzten und Therapeuten. Sagen Sie: „Sie denken es mit jemandem durch, der zuhört.“"),
        (r"(?:rett(?:e|et|en)|gerettet|befrei\w+|erlös\w+)", "Sagen Sie, was sie selbst tun: „Sie finden heraus, was Sie wollen, und fangen an.“"),
        (r"(?:motivier\w+|aktivier\w+|entfessel\w+|entfessle)", "Sagen Sie, was sie finden: „Sie finden heraus, was Sie wollen und womit Sie beginnen.“"),
        (r"(?:mache?|macht|machen|veränder\w+|verändre|ändere|ändert)", "Sagen Sie, was sie selbst tun: „Sie probieren etwas Neues und erzählen mir, wie es ging.“"),
    ),
    verb_last=True,
)  # fmt: skip
TABLES: Mapping[str, Table] = {"en": _ENGLISH, "de": _GERMAN}
"""The words, by the language's first letters."""

_SENTENCE = regex(r"[^.!?\n]+(?:[.!?]+|(?=\n)|$)")
_GAP = r"(?:\s+[^\s.!?;:]+){0,4}?\s+"
"""A few words between."""
_HARMLESS = regex(
    r"\b(?:make|makes|making|made)\s+(?:an?\s+)?(?:appointment|you\s+(?:an\s+offer|tea|coffee)|time|room|notes?|sure)|\bchang\w+\s+(?:my|our|the\s+(?:day|date|time|place))|\b(?:save|saves)\s+your\s+(?:data|details|address)",
    re.IGNORECASE,
)
"""Ordinary turns of speech with the same words."""


def fixing(place: Location, text: str, language: str) -> Iterator[Flagged]:
    """Give each sentence of a text in which the coach does something to the client; nothing in a language that has no table."""
    table = TABLES.get(language[:2])
    if table is None:
        return
    for found in _SENTENCE.finditer(text):
        sentence = found[0].strip(" \t-*#>")
        if _HARMLESS.search(sentence) or re.search(rf"\b{table.not_so}\b", sentence, re.IGNORECASE):
            continue
        for pattern, turn in _patterns(language[:2]):
            if words := pattern.search(sentence):
                line = place.line + text.count("\n", 0, found.start() + len(found[0]) - len(found[0].lstrip())) if place.line else 0
                yield Flagged(Location(place.file, line), sentence, words[0], turn)
                break


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    table = TABLES[language]
    return tuple((regex(_written(table, doing), re.IGNORECASE), turn) for doing, turn in table.doings)


def _written(table: Table, doing: str) -> str:
    first = rf"\b{table.doer}{_GAP}{doing}{_GAP}{table.done_to}\b"
    if not table.verb_last:
        return first
    last = rf"\b{table.doer}{_GAP}{table.done_to}{_GAP}{doing}\b"
    turned = rf"\b{doing}\s+{table.doer}{_GAP}{table.done_to}\b"
    return f"(?:{first}|{last}|{turned})"
