"""The build record: what each route was made from the last time, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import field
from typing import Any

from sitegen.common.frozen import frozen
from sitegen.contract.facts import PageFacts
from sitegen.contract.sheet import SheetFacts
from sitegen.contract.weight import Weight
from sitegen.render.asked import Question
from sitegen.render.pictures import Asset
from sitegen.render.rendered import PlaceLink, Remark, Rendered
from sitegen.render.routes import Route
from sitegen.render.texts import Converted
from sitegen.site.rules.table import Judged


@frozen
class Made:
    """A route as it was last made: the questions it asked, what it needs, what was said of it, and why it was made then."""

    questions: tuple[Question, ...]
    output: str
    assets: tuple[Asset, ...]
    place_links: tuple[PlaceLink, ...]
    remarks: tuple[Remark, ...]
    reason: str


@frozen
class BuildRecord:
    """Every question of the last build with the digest of its answer, and every route by address."""

    answers: Mapping[Question, str] = field(default_factory=dict)
    made: Mapping[str, Made] = field(default_factory=dict)


@frozen
class Measured:
    """What was measured of each page by its address, and of the style sheet and the largest pages by their digest."""

    facts: Mapping[str, PageFacts] = field(default_factory=dict)
    sheets: Mapping[str, SheetFacts] = field(default_factory=dict)
    weights: Mapping[str, Weight] = field(default_factory=dict)


@frozen
class Remembered:
    """All that is kept from one build for the next: the record, the measures, her files, her templates as code, texts as HTML, what the rules found in items."""

    record: BuildRecord = field(default_factory=BuildRecord)
    measured: Measured = field(default_factory=Measured)
    files: Mapping[str, Any] = field(default_factory=dict)
    compiled: Mapping[str, bytes] = field(default_factory=dict)
    texts: dict[str, Converted] = field(default_factory=dict)
    judged: Judged = field(default_factory=dict)

    @classmethod
    def of(cls, mappings: Mapping[str, dict[Any, Any]]) -> Remembered:
        """Give what these mappings hold. Raises KeyError when one is missing."""
        record, measured = BuildRecord(mappings["answers"], mappings["made"]), Measured(mappings["facts"], mappings["sheets"], mappings["weights"])
        return cls(record, measured, mappings["files"], mappings["compiled"], mappings["texts"], mappings["judged"])

    def mappings(self) -> Mapping[str, Mapping[Any, Any]]:
        """Give it as one mapping a kind."""
        return {
            "answers": self.record.answers, "made": self.record.made, "facts": self.measured.facts, "sheets": self.measured.sheets, "weights": self.measured.weights,
            "files": self.files, "compiled": self.compiled, "texts": self.texts, "judged": self.judged,
        }  # fmt: skip


def changed_questions(record: BuildRecord, digest: Callable[[Question], str]) -> frozenset[Question]:
    """Give the questions whose answer is another now; `digest` answers a question anew."""
    return frozenset(asked for asked, before in record.answers.items() if digest(asked) != before)


def reason_to_make(route: Route, record: BuildRecord, changed: Collection[Question], damaged: Collection[str]) -> str:
    """Say why a route has to be made again, "" when it stands as it is; `damaged` are files in output/ that are not as they were written."""
    made = record.made.get(route.address)
    if made is None:
        return "it is new"
    if route.output in damaged:
        return "its file in output/ is gone, or was changed"
    asked = next((asked for asked in made.questions if asked in changed), None) if changed else None
    return f"{in_words(asked)} changed" if asked else ""


def remembered(rendered: Rendered, reason: str) -> Made:
    """Give what is kept of a rendered route."""
    questions = tuple(asked for asked, _ in rendered.inputs)
    return Made(questions, rendered.digest, rendered.assets, rendered.place_links, rendered.remarks, reason)


def in_words(asked: Question) -> str:
    """Say a question in words: testimonials (service team, limit 3)."""
    name, facts = asked
    if name in ("item", "setting", "picture", "file") and len(facts) == 1:
        return f"{name} {facts[0][1]}"
    told = ", ".join(f"{key} {' '.join(map(str, value)) if isinstance(value, tuple) else value}" for key, value in facts)
    return f"{name} ({told})" if told else name
