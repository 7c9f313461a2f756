"""R6: a results claim stands on the site only where a measure and its evidence stand behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, TypeAlias

from sitegen.common.frozen import frozen
from sitegen.common.problems import Effect, Location, Problem
from sitegen.common.reuse import Reuse
from sitegen.common.values import slugify
from sitegen.site.facts import Figure
from sitegen.site.items import InlineResult, Result, Testimonial
from sitegen.site.model import Item, Kind
from sitegen.site.rules.claims import LANGUAGES
from sitegen.site.rules.claims_made import MadeClaim, claims_made
from sitegen.site.rules.measured_claims import Counted, fits
from sitegen.site.rules.texts import claim_location, claims_in_videos
from sitegen.site.rules.written_numbers import numbers_in
from sitegen.site.samples import is_sample
from sitegen.site.showing import Showing

_WHY = "a result shown is read as what clients generally get (16 CFR 255.2)."
_CLAIMING: tuple[Kind, ...] = ("pages", "services", "testimonials", "results")
_PUBLIC = ("http://", "https://")
_PRIVATE = "content/private/"
_NO_CLAIM = "If it claims nothing, say so: not_claims: [{text: ..., why: ...}]"
Named: TypeAlias = tuple[str, int, str]
"""The file and line of a record, and the private file that it names as evidence."""


@frozen
class OnFile:
    """What claims are held against: the measures of each case, the public figures, and the items that can't be read."""

    measures: Mapping[str, tuple[Counted, ...]]
    figures: tuple[Figure, ...]
    unread: Mapping[str, str]


def unbacked_claims(shown: Showing) -> Iterator[Problem]:
    """R6: refuse a claim with no measure behind it, or whose number is not the one on file (16 CFR 255.2(b), CAP Code 3.45); list what `not_claims` answers."""
    site, reuse = shown.site, shown.reuse
    measures = reuse.keyed("measures of each case", site.results, lambda item: item.slug, lambda item: counted_of(item.record))
    on_file = reuse.same("on file", OnFile(measures, site.facts.figures, site.unread))
    for kind in _CLAIMING:
        yield from reuse.of(f"unbacked in {kind}", _of_items, kind, getattr(shown, kind), on_file, reuse)
    for claim in reuse.of("claims of the settings", claims_made, site.settings):
        mend = f"Take it out here, and tell it in a result with its measures. {_NO_CLAIM}"
        yield from _judged(claim, site.setting(claim.field), None, mend)


def _of_items(kind: Kind, items: tuple[Item[Any], ...], on_file: OnFile, reuse: Reuse) -> tuple[Problem, ...]:
    every = reuse.each(f"unbacked in each of {kind}", items, lambda item, on_file: (*_of_item(item, on_file), *_unnamed_evidence(item)), on_file)
    return tuple(chain.from_iterable(every))


def _of_item(item: Item[Any], on_file: OnFile) -> Iterator[Problem]:
    """Judge each claim of an item by what stands behind it: its own measures, the result it names, the embeds beside the claim."""
    record = item.record
    own: tuple[Counted, ...] | None = None
    mend = _mend(item)
    if isinstance(record, Result):
        own = counted_of(record)
    elif isinstance(record, Testimonial) and record.result is not None:
        own = counted_here(record.result) or on_file.measures.get(record.result.case or "", ())
        if record.result.case is not None and f"results/{record.result.case}" in on_file.unread:
            return
    for claim in item.claims:
        behind = (*(own or ()), *_embedded(claim, on_file.measures))
        where = claim_location(item, claim)
        if not behind and _is_figure(claim, on_file.figures):
            continue
        yield from _judged(claim, where, behind or None, mend if claim.lets_embed or isinstance(record, Testimonial) else _PLAIN)
    for where, claim in claims_in_videos(item):
        if not _is_figure(claim, on_file.figures):
            yield from _judged(claim, where, (*(own or ()), *_embedded(claim, on_file.measures)) or None, _mend_of_video(item))


_PLAIN = f"No number can be put in here by an embed: take it out, and tell it in the text below, like this: [[measure harbour-foods turnover]]\n{_NO_CLAIM}"


def _mend(item: Item[Any]) -> str:
    if isinstance(item.record, Result):
        return "Add it under `measures:` with before, after, period and evidence, or take it out."
    if isinstance(item.record, Testimonial):
        return (
            "Name the result that backs it, like this: result: harbour-foods, or write down under `result:` what was measured. If nobody measured it, cut the "
            f"sentence and mark the cut with [...].\n{_NO_CLAIM}"
        )
    return f"Put the number there by an embed, like this: [[measure harbour-foods turnover]] or [[figure leaders-coached]], or take it out.\n{_NO_CLAIM}"


def _mend_of_video(item: Item[Any]) -> str:
    """Give the mend for a claim in a video: what is said there can only be backed, or cut."""
    if isinstance(item.record, Result):
        backed = f"Add it under `measures:` in {item.file} with before, after, period and evidence"
    elif isinstance(item.record, Testimonial):
        backed = f"Name the result that backs it in {item.file}, like this: result: harbour-foods, or write down there under `result:` what was measured"
    else:
        backed = f"Show what was measured in {item.file}, like this: [[measure harbour-foods turnover]] or [[figure leaders-coached]]"
    return f"{backed}. If nobody measured it, cut it from the video, its captions and its transcript.\nIf it claims nothing, say so in {item.file}: not_claims: [{{text: ..., why: ...}}]"


def _judged(claim: MadeClaim, where: Location, behind: tuple[Counted, ...] | None, mend: str) -> Iterator[Problem]:
    said = claim.claim.text
    if claim.excuse:
        yield Problem("R6", where, f"'{said}' counts as no claim, as you say: {claim.excuse}.", effect=Effect.NOTICE)
    elif behind is None:
        yield Problem("R6", where, f"'{said}' is a claim with no measure behind it (R6).", mend, _WHY)
    elif not fits(claim.claim, behind):
        on_file = "; ".join(f"{one.name}: from {one.before:f} to {one.after:f}{' ' + one.unit if one.unit else ''} over {one.period}" for one in behind)
        yield Problem(
            "R6", where, f"'{said}' is not what was measured (R6).", f"On file is: {on_file}. Correct the one that is wrong, or take the words out.", _WHY
        )


def _embedded(claim: MadeClaim, measures: Mapping[str, tuple[Counted, ...]]) -> tuple[Counted, ...]:
    """Give the measures that embeds show in the paragraph of a claim."""
    shown = [words[1:] for embed in claim.embeds if len(words := embed.replace('"', "").split()) == 3 and words[0] == "measure"]
    return tuple(one for slug, name in shown for one in measures.get(slug, ()) if slugify(one.name) == name)


def _is_figure(claim: MadeClaim, figures: tuple[Figure, ...]) -> bool:
    """Say whether the numbers of a claim are those of figures that embeds show in its paragraph."""
    named = {words[1] for embed in claim.embeds if len(words := embed.split()) == 2 and words[0] == "figure"}
    numbers = LANGUAGES[claim.claim.language].numbers
    on_file = {number for figure in figures if figure.id in named for number in numbers_in(figure.value, numbers)}
    return bool(claim.claim.numbers) and set(claim.claim.numbers) <= on_file


def counted_of(record: Result) -> tuple[Counted, ...]:
    """Give what was counted in a case."""
    return tuple(Counted(one.name, one.before, one.after, one.unit, one.period) for one in record.measures)


def counted_here(result: InlineResult) -> tuple[Counted, ...]:
    """Give what a testimonial tells of a result itself; () where it names a case only."""
    if result.measure is None or result.before is None or result.after is None:
        return ()
    return (Counted(result.measure, result.before, result.after, result.unit or "", result.period or ""),)


def _unnamed_evidence(item: Item[Any]) -> Iterator[Problem]:
    """R6: evidence is a file under content/private/ or a public address; anything else can be looked at by nobody."""
    if not isinstance(item.record, Result | Testimonial):
        return
    for field, evidence in evidence_of(item.record):
        if not evidence.startswith((_PRIVATE, *_PUBLIC)) or evidence.rstrip("/") == _PRIVATE.rstrip("/"):
            yield item.problem(
                "R6", field, f"'{evidence}' is no evidence that anybody could look at (R6).",
                "Save it in content/private/evidence/ and name the file, like this: evidence: content/private/evidence/turnover.pdf, or give a public address.", _WHY,
            )  # fmt: skip


def named_evidence(shown: Showing) -> tuple[Named, ...]:
    """Give each private file that what is shown names as evidence for a measure, with the line that names it; of samples none."""
    items: tuple[Item[Any], ...] = (*shown.testimonials, *shown.results)
    return tuple(
        (place.file, place.line, evidence)
        for item in items
        for field, evidence in evidence_of(item.record)
        if evidence.startswith(_PRIVATE) and not is_sample(item)
        for place in (item.location(field),)
    )


def evidence_of(record: Result | Testimonial) -> tuple[tuple[str, str], ...]:
    """Give what a record names as evidence for its measures, each with its field."""
    if isinstance(record, Result):
        return tuple((f"measures.{index}.evidence", measure.evidence) for index, measure in enumerate(record.measures))
    return (("result.evidence", record.result.evidence),) if record.result is not None and record.result.evidence else ()
