"""Public files to finished bytes: what has to be made again is made and checked before anything is written."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from sitegen.build.installed import Shipped
from sitegen.build.measuring import Measuring
from sitegen.build.pool import assets_made, rendered_all
from sitegen.build.reading import read_ahead
from sitegen.build.record import BuildRecord, Made, Measured, Remembered, changed_questions, reason_to_make, remembered
from sitegen.build.watch import UNWATCHED, Watch
from sitegen.common.digests import digest
from sitegen.common.frozen import frozen
from sitegen.common.memory import Memory, SourceFiles
from sitegen.common.own_trees import OwnTree
from sitegen.common.problems import ContentError, Effect, Problem, in_file_order, refusing
from sitegen.common.trees import Tree
from sitegen.contract.contract import Contract, contract_of, to_weigh
from sitegen.contract.host_headers import headers_in
from sitegen.contract.sheet import sheet_facts
from sitegen.contract.told import told, unlisted
from sitegen.contract.weight import weight_of
from sitegen.render.asked import question
from sitegen.render.beyond_consent import BeyondConsent
from sitegen.render.picture_formats import formats_left_out
from sitegen.render.place_links import place_problems
from sitegen.render.rendered import Remark, Rendered
from sitegen.render.renderer import Renderer
from sitegen.render.routes import Route
from sitegen.render.template_files import FOLDER, TemplateFiles
from sitegen.render.texts import Converted
from sitegen.render.theme import Theme
from sitegen.render.where_taken import places_in_files, places_in_pictures
from sitegen.site.check import check_site
from sitegen.site.load import read_site
from sitegen.site.model import IMAGES, SETTINGS_FILE
from sitegen.site.rules.results_claims import Named, named_evidence
from sitegen.site.rules.table import Judged, against_rules, judged
from sitegen.site.showing import changes_after, showing

if TYPE_CHECKING:
    from sitegen.contract.detail import Detail


@frozen
class Before:
    """What is known of the last build: its record, the files of output/ that are not as it left them, and where the others can be read."""

    record: BuildRecord
    damaged: frozenset[str]
    output: OwnTree | None
    withheld: str = ""
    """The seal of what was withheld, and stands in none of its files."""


NO_MEMORY = Remembered()
NO_THEME = Shipped()
NOTHING = Before(BuildRecord(), frozenset(), None)
"""Before the first build, or where everything is to be made."""


@frozen
class Built:
    """A finished site: the bytes of what was made, the digests of these and of what stands as it is, all by path in output/, in the order of writing."""

    files: Mapping[str, bytes]
    digests: Mapping[str, str]
    kept: Mapping[str, str]
    record: BuildRecord
    problems: tuple[Problem, ...]
    pages: int
    sample: bool
    until: date
    texts: Mapping[str, Converted]
    judged: Judged
    compiled: Mapping[str, bytes]
    shipped: Mapping[str, bytes]
    withheld: str
    is_taken_back: Callable[[str, bytes], bool]
    """Says whether an old file holds what a person took back."""
    evidence: tuple[Named, ...]
    """The private files that are named as evidence: what makes the site can't look whether they are there."""
    measured: Callable[[], tuple[Measured, Contract]]
    """Gives the measures of the pages, and the contract that comes of them; they are being taken while the rest of the build goes on."""
    breaches: Callable[[], tuple[Problem, ...]]
    """Gives what breaks the contract, with its places, which take some looking for."""
    detail: Callable[[], Detail]
    """Gives all that can be measured of the pages that were made."""


@frozen
class Unfinished:
    """What could be made of a site that is refused, and everything there is to say of it."""

    problems: tuple[Problem, ...]
    files: Mapping[str, bytes]
    evidence: tuple[Named, ...]


class Refused(ContentError):
    """A site that could be read and is refused; `unfinished` gives the rest, for one who wants to know everything at once."""

    def __init__(self, problems: Iterable[Problem], unfinished: Callable[[], Unfinished]) -> None:
        super().__init__(problems)
        self.unfinished = unfinished


def prepared(
    tree: Tree, bundled: Tree, as_of: date, cache: OwnTree | None = None, memory: Memory | None = None, last: Remembered = NO_MEMORY, ships: Shipped = NO_THEME
) -> tuple[Renderer, list[Problem]]:
    """Give what renders the site as it is on a day, with the problems found so far. Raises ContentError when they leave nothing to render."""
    memory = memory or Memory()
    loaded = read_site(tree, memory)
    problems = list(loaded.problems)
    if loaded.site is None:
        raise ContentError(problems)
    problems += check_site(loaded.site)
    shown = showing(loaded.site, as_of)
    problems += against_rules(shown, last.judged)
    own = SourceFiles(tree, {found.path: found for found in tree.files(FOLDER)}, memory)
    shipped = SourceFiles(bundled, {found.path: found for found in bundled.files(FOLDER)}, memory.of_bundle)
    try:
        theme = Theme(TemplateFiles(own, shipped), shown.settings, last.compiled, ships.compiled)
        return Renderer(shown, theme, SourceFiles(tree, loaded.found, memory), cache, last.texts), problems
    except ContentError as error:
        raise ContentError([*refusing(problems), *error.problems]) from None


def build_site(
    tree: Tree,
    bundled: Tree,
    as_of: date,
    cache: OwnTree | None = None,
    memory: Memory | None = None,
    before: Before = NOTHING,
    last: Remembered = NO_MEMORY,
    ships: Shipped = NO_THEME,
    workers: int = 1,
    watch: Watch = UNWATCHED,
) -> Built:
    """Give the site as it is on a day; what the record shows to stand as it is, is not made again.

    Raises ContentError with every problem that forbids the build; nothing is written but pictures into the cache.
    """
    with watch.during("read"):
        read_ahead(tree, memory := memory or Memory(), workers)
        renderer, problems = prepared(tree, bundled, as_of, cache, memory, last, ships)
    with watch.during("compare"):
        reasons = reasons_to_make(renderer, before)
    with watch.during("render"):
        pages, page_problems = rendered_all(renderer, [route for route in renderer.routes if route.is_page and reasons[route.address]], workers, watch)
    problems += page_problems
    if any(problem.code == "no-picture" for problem in problems):
        problems = [problem for problem in problems if problem.code != "file-gone" or not problem.location.file.startswith(IMAGES)]
    made = {route.address: before.record.made[route.address] for route in renderer.routes if not reasons[route.address]}
    made |= {page.route.address: remembered(page, reasons[page.route.address]) for page in pages}
    remarks = list(dict.fromkeys(remark for one in made.values() for remark in one.remarks))
    problems += [renderer.places.placed(remark) for remark in remarks if remark.effect is Effect.REFUSE]
    problems += place_problems(made, pages, renderer.places, before.output)
    beyond = BeyondConsent(renderer.shown, renderer.files)
    if refused := refusing(problems):
        raise Refused(refused, lambda: _unfinished(renderer, problems, pages, made, remarks, beyond))
    measuring = Measuring(pages, renderer.shown.settings.origin, workers)
    with watch.during("feeds, icons and host files"):
        others = [renderer.other(route) for route in renderer.routes if not route.is_page and reasons[route.address]]
    made |= {one.route.address: remembered(one, reasons[one.route.address]) for one in others}
    with watch.during("pictures"):
        files, kept = _files(renderer, made, (*others, *pages), before, workers)
    with watch.during("withheld words"):
        if against := beyond.problems(_due(renderer, made, files, kept, before, beyond.seal), {address: one.assets for address, one in made.items()}):
            raise Refused(against, lambda: _unfinished(renderer, problems, pages, made, remarks, beyond))
    fresh = {asked: answer for one in (*pages, *others) for asked, answer in one.inputs}
    answers = {**before.record.answers, **fresh}
    if len(answers) != len(before.record.answers) or made.keys() != before.record.made.keys():
        answers = {asked: answers[asked] for one in made.values() for asked in one.questions}
    problems += places_in_pictures((asset for one in made.values() for asset in one.assets), renderer.pictures)
    problems += places_in_files(renderer.files)
    problems += formats_left_out(asset for one in made.values() for asset in one.assets)
    said = in_file_order([*problems, *renderer.shown.left_out, *map(renderer.places.placed, remarks), *_site_notices(renderer)])
    sample = renderer.answers.answer(question("is anything a sample"))
    count = sum(route.is_page for route in renderer.routes)
    names = {one.route.output: one.digest for one in (*others, *pages)}
    until, theme = changes_after(renderer.shown.site, as_of), renderer.answers.theme
    digests = {path: names.get(path) or digest(data) for path, data in files.items()}
    evidence = named_evidence(renderer.shown)

    @functools.cache
    def measured() -> tuple[Measured, Contract]:
        with watch.during("measure"):
            return _measured(renderer, made, measuring, files, before, last, ships)

    def detailed() -> Detail:
        from sitegen.contract.detail import detail

        return detail(measured()[1].lines, {page.route.address: page.data for page in pages}, measured()[0].facts, renderer)

    return Built(
        files,
        digests,
        kept,
        BuildRecord(answers, made),
        said,
        count,
        sample,
        until,
        renderer.texts.used,
        judged(renderer.shown, last.judged),
        theme.compiled,
        theme.shipped,
        beyond.seal,
        beyond.is_taken_back,
        evidence,
        measured,
        lambda: told(measured()[1], renderer),
        detailed,
    )


def reasons_to_make(renderer: Renderer, before: Before) -> Mapping[str, str]:
    """Give why each route has to be made again, by address; "" for one that stands as it is."""
    changed = changed_questions(before.record, renderer.answers.digest_now)
    return {route.address: reason_to_make(route, before.record, changed, before.damaged) for route in renderer.routes}


def _unfinished(
    renderer: Renderer, problems: Iterable[Problem], pages: Collection[Rendered], made: Mapping[str, Made], remarks: Iterable[Remark], beyond: BeyondConsent
) -> Unfinished:
    """Give what a refusal keeps a build from saying: notices, what is left out, and what the pages that could be made hold beyond a consent."""
    against = beyond.problems([(page.route.output, page.data, page.route) for page in pages], {page.route.address: page.assets for page in pages})
    pictures = places_in_pictures((asset for one in made.values() for asset in one.assets), renderer.pictures)
    said = (*problems, *against, *pictures, *places_in_files(renderer.files), *renderer.shown.left_out, *map(renderer.places.placed, remarks))
    files = {page.route.output: page.data for page in pages}
    return Unfinished(in_file_order([*said, *_site_notices(renderer)]), files, named_evidence(renderer.shown))


def _files(
    renderer: Renderer, made: Mapping[str, Made], rendered: tuple[Rendered, ...], before: Before, workers: int
) -> tuple[dict[str, bytes], dict[str, str]]:
    """Give the files to write, pictures first and pages last, and those that stand as they are."""
    outputs = {route.address: route.output for route in renderer.routes}
    kept = {outputs[address]: one.output for address, one in made.items()}
    files: dict[str, bytes] = {}
    before_assets = {asset.address.lstrip("/") for one in before.record.made.values() for asset in one.assets} - before.damaged
    needed = {asset.address.lstrip("/"): asset for asset in sorted({asset for one in made.values() for asset in one.assets})}
    kept |= {path: "" for path in needed if path in before_assets}
    due = [asset for path, asset in needed.items() if path not in before_assets]
    files |= {asset.address.lstrip("/"): data for asset, data in assets_made(renderer, due, workers)}
    for one in rendered:
        path = one.route.output
        earlier = before.record.made.get(one.route.address)
        if earlier is None or earlier.output != kept[path] or path in before.damaged:
            files[path] = one.data
            del kept[path]
    return files, kept


def _measured(
    renderer: Renderer, made: Mapping[str, Made], measuring: Measuring, files: Mapping[str, bytes], before: Before, last: Remembered, ships: Shipped
) -> tuple[Measured, Contract]:
    """Give the measures: of pages that stand as they are, those that were kept; of the style sheet and the largest pages by their digest."""
    outputs = {route.address: route.output for route in renderer.routes}

    def data_at(address: str) -> bytes:
        path = outputs[address]
        if path in files:
            return files[path]
        return before.output.read(path) if before.output is not None else b""

    fresh = measuring.facts()
    facts = {route.address: fresh.get(route.address) or last.measured.facts[route.address] for route in renderer.routes if route.is_page}
    name = renderer.answers.digest(question("style sheet"))
    sheet = last.measured.sheets.get(name) or ships.sheets.get(name) or sheet_facts(renderer.theme.css, renderer.theme.leaflet)
    weighed = {address: made[address].output for address in to_weigh(facts, sheet)}
    weights = {output: last.measured.weights.get(output) or weight_of(data_at(address)) for address, output in weighed.items()}
    headers = headers_in(data_at("/_headers")) if "/_headers" in outputs else {}
    contract = contract_of(facts, unlisted(renderer), sheet, headers, {address: weights[output] for address, output in weighed.items()})
    return Measured(facts, {name: sheet}, weights), contract


def _due(
    renderer: Renderer, made: Mapping[str, Made], files: Mapping[str, bytes], kept: Mapping[str, str], before: Before, withheld: str
) -> Iterator[tuple[str, bytes, Route | None]]:
    """Give the finished files that have to be looked through for what is withheld: those just made, and where that is another than at the last build, all."""
    routes = {route.output: route for route in renderer.routes}
    passed = {asset.address.lstrip("/") for one in made.values() for asset in one.assets if asset.is_made_here} - routes.keys()
    yield from ((path, data, routes.get(path)) for path, data in files.items() if path not in passed)
    if before.output is not None and withheld != before.withheld:
        yield from ((path, before.output.read(path), routes.get(path)) for path in sorted(kept.keys() - passed))


def _site_notices(renderer: Renderer) -> list[Problem]:
    notices, site, settings = renderer.cards.notices(), renderer.shown.site, renderer.shown.settings
    if not settings.url:
        notices.append(
            Problem(
                "no-url",
                site.setting("name"),
                "the site has no address yet, so the feeds, the sitemap, the share image's tags and the data for search engines are left out.",
                f"When it has one, add it to {SETTINGS_FILE}: url: https://www.example.com",
                effect=Effect.NOTICE,
            )
        )
    accent = renderer.theme.palette["light"]["accent"]
    if accent != settings.accent.lower():
        notices.append(
            Problem(
                "accent-moved",
                site.setting("accent"),
                f"text in the colour '{settings.accent}' could not be read, so the nearest that can be is used: '{accent}'.",
                f'To be told no more, write it down: accent: "{accent}"',
                effect=Effect.NOTICE,
            )
        )
    return notices
