"""Words that turn what a sentence says when they are cut from it, by language; another language is another entry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from sitegen.common.frozen import frozen
from sitegen.common.patterns import regex


@frozen
class TurningWords:
    """The negations of a language and the words that hedge, each as a pattern of a whole word in small letters; `contrasts` open a sentence that takes something back."""

    negations: str
    hedges: str
    contrasts: str


TURNING: Mapping[str, TurningWords] = {
    "en": TurningWords(
        r"not|never|no|none|nobody|nothing|nowhere|neither|nor|hardly|scarcely|barely|unless|without|cannot|\w+n't"
        r"|(?:ai|are|ca|could|did|does|do|had|has|have|is|must|need|should|was|were|wo|would)nt",
        r"but|once|after|although|though|some|sometimes|somewhat|about|partly|partially|perhaps|maybe|probably|possibly|almost|nearly|roughly|mostly|usually"
        r"|however|except|despite|yet|only|until|might|bit|fairly|eventually",
        r"but|although|though|however|yet|except|nevertheless|nonetheless|unfortunately|sadly",
    ),
    "de": TurningWords(
        r"nicht|nichts|nie|niemals|niemand\w{0,2}|nirgends|nirgendwo|kein\w{0,3}|keinerlei|keineswegs|keinesfalls|kaum|ohne|weder|nein",
        r"aber|doch|jedoch|obwohl|obgleich|allerdings|einmal|nach|nachdem|erst|einige\w?|manche\w?|manchmal|etwas|etwa|ungefähr|rund|teilweise|teils|vielleicht"
        r"|wahrscheinlich|wohl|fast|beinahe|nahezu|meist|meistens|nur|trotz|trotzdem|zwar|bisschen|bis|außer|mitunter|zunächst",
        r"aber|doch|jedoch|obwohl|allerdings|trotzdem|dennoch|leider|nur|zwar",
    ),
    "fr": TurningWords(
        r"ne|n'\w+|pas|non|jamais|aucune?|rien|sans|ni|guère|sauf|nullement",
        r"mais|après|quoique|bien|quelques?|certaine?s?|environ|presque|parfois|peut|partiellement|partie|seulement|cependant|pourtant|toutefois|malgré|plutôt",
        r"mais|cependant|pourtant|toutefois|néanmoins|malheureusement|quoique",
    ),
    "es": TurningWords(
        r"no|nunca|jamás|nada|nadie|ningun[oa]?|ningún|sin|ni|tampoco|apenas|salvo",
        r"pero|aunque|después|tras|algun[oa]s?|algún|algo|quizás?|casi|parcialmente|parte|solo|sólo|aproximadamente|unos|unas|sin embargo|veces",
        r"pero|aunque|sin|lamentablemente|desgraciadamente",
    ),
    "it": TurningWords(
        r"non|mai|niente|nulla|nessun[oa]?|nessun'\w+|senza|né|neppure|nemmeno|neanche|no|tranne",
        r"ma|però|dopo|sebbene|benché|alcun[ei]|qualche|forse|quasi|circa|parzialmente|parte|solo|tuttavia|talvolta|abbastanza",
        r"ma|però|tuttavia|purtroppo|sebbene|benché",
    ),
    "nl": TurningWords(
        r"niet|niets|nooit|geen|niemand|nergens|nauwelijks|zonder|tenzij|noch|nee",
        r"maar|na|nadat|hoewel|ofschoon|sommige|enkele|soms|ongeveer|deels|gedeeltelijk|misschien|bijna|meestal|echter|toch|alleen|ondanks|wel",
        r"maar|hoewel|echter|toch|helaas|alleen",
    ),
}


@cache
def turning_words(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Give the patterns of a language's negations, hedges and contrasts; those of every language for one that the table does not have."""
    known = TURNING.get(language.partition("-")[0].lower())
    tables = [known] if known is not None else list(TURNING.values())
    return _any(*(one.negations for one in tables)), _any(*(one.hedges for one in tables)), _any(*(one.contrasts for one in tables))


@cache
def turning_word_in(language: str) -> re.Pattern[str]:
    """Give a pattern that finds any turning word of a language in a text of small letters."""
    every = (pattern.pattern for pattern in turning_words(language))
    return regex(rf"(?<![\w'])(?:{'|'.join(every)})(?![\w'])")


def _any(*patterns: str) -> re.Pattern[str]:
    return regex(f"(?:{'|'.join(patterns)})")
