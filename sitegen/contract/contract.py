"""What is promised of the finished site, and whether it is kept: three lines for a build, every breach for `sitegen check`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from sitegen.common.frozen import frozen
from sitegen.common.words import counted, joined
from sitegen.contract.breaches import Breach, Breaches
from sitegen.contract.facts import PageFacts
from sitegen.contract.host_headers import is_let_through, lost_points, points, reads_robots
from sitegen.contract.reading import ENOUGH, HARD, PLAIN, ease, is_known
from sitegen.contract.sheet import SheetFacts
from sitegen.contract.weight import ONE_ROUND_TRIP, Weight

PARTS = {
    "weight": "weight", "scripts": "scripts", "third-parties": "what is loaded from elsewhere", "contrast": "contrast", "headings": "headings",
    "picture-words": "words for pictures", "landmarks": "landmarks", "skip-link": "the skip link", "link-words": "words of links", "titles": "titles",
    "descriptions": "descriptions", "language": "the language", "inline-style": "styles on tags", "safety": "safety headers",
}  # fmt: skip
"""The parts of the contract, as the lines of a build call them."""

TITLE, DESCRIPTION = (10, 60), (50, 160)
"""The fewest and the most letters: what search engines show without cutting it or writing their own."""
_MOST_PACKED = 0.5
"""More than half of what does not repeat is left of no text that is packed."""
_WEIGHED = 3


class Broken(NamedTuple):
    """A breach and the pages that it is found on; none where it is one of the site as a whole."""

    breach: Breach
    addresses: tuple[str, ...]


@frozen
class Contract:
    """The site's measures: the three lines that tell of them, and what breaks the contract."""

    lines: tuple[str, ...]
    broken: tuple[Broken, ...]


def to_weigh(pages: Mapping[str, PageFacts], sheet: SheetFacts) -> tuple[str, ...]:
    """Give the pages that have to be weighed: the largest, and all that could be too heavy. Packing all of them would take longer than making them."""
    largest = sorted(pages, key=lambda address: (-pages[address].size, address))
    return tuple(
        address
        for place, address in enumerate(largest)
        if place < _WEIGHED or sheet.packed + _MOST_PACKED * pages[address].size > ONE_ROUND_TRIP or not sheet.names.issuperset(pages[address].styles)
    )


def contract_of(
    pages: Mapping[str, PageFacts], unlisted: Collection[str], sheet: SheetFacts, headers: Mapping[str, str], weights: Mapping[str, Weight]
) -> Contract:
    """Give the contract of a site: the measures of its pages by address, which of them search engines are kept from, its style sheet, the headers that go with it."""
    places: dict[Breach, list[str]] = defaultdict(list)
    for address, page in pages.items():
        for breach in page.breaches:
            places[breach].append(address)
    for address, breach in (*_named(pages, unlisted), *_heavy(weights), *_shut_out(pages, headers)):
        places[breach].append(address)
    whole = [*sheet.breaches, *_safety(headers)] if headers else sheet.breaches
    broken = (*(Broken(breach, ()) for breach in whole), *(Broken(breach, tuple(dict.fromkeys(found))) for breach, found in sorted(places.items())))
    return Contract((_weight_line(weights, len(pages)), _quality_line(broken, len(pages)), _reading_line(pages)), broken)


def _named(pages: Mapping[str, PageFacts], unlisted: Collection[str]) -> Iterator[tuple[str, Breach]]:
    """Give what is wrong with titles and descriptions: missing, too short or too long to be shown, or another page's too."""
    titles = Counter(page.title for page in pages.values())
    listed = {address: page for address, page in pages.items() if address not in unlisted}
    descriptions = Counter(page.description for page in listed.values())
    for address, page in pages.items():
        found = Breaches()
        few, most = TITLE if address in listed else (1, 1_000)
        if not few <= len(page.title) <= most:
            said = f"the title '{page.title}' has {counted(len(page.title), 'letter')}" if page.title else "the page has no title"
            found.breaks("titles", said, f"Titles of {TITLE[0]} to {TITLE[1]} letters are shown whole where people search.", page.title or "<title")
        elif titles[page.title] > 1:
            said = f"{titles[page.title]} pages have the title '{page.title}'"
            found.breaks("titles", said, "Call each what it alone is about, so that people and search engines can tell them apart.", page.title)
        if address in listed:
            said, text = "", page.description
            if not DESCRIPTION[0] <= len(text) <= DESCRIPTION[1]:
                said = f"the description '{text}' has {counted(len(text), 'letter')}" if text else "the page has no description"
            elif descriptions[text] > 1:
                said = f"{descriptions[text]} pages have the description '{text}'"
            if said:
                mend = f"Write {DESCRIPTION[0]} to {DESCRIPTION[1]} letters that hold for this page alone under `description:` or `summary:`."
                found.breaks("descriptions", said, mend, text)
        for breach in found:
            yield address, breach


def _heavy(weights: Mapping[str, Weight]) -> Iterator[tuple[str, Breach]]:
    for address, weight in weights.items():
        if weight.gzip > ONE_ROUND_TRIP:
            found = Breaches()
            said = f"the page is {weight.gzip:,} bytes packed with gzip ({weight.brotli:,} with brotli), and {ONE_ROUND_TRIP:,} come in one trip"
            found.breaks("weight", said, "Shorten it, show fewer testimonials on it, or make two pages of it.")
            yield address, found[0]


def _shut_out(pages: Mapping[str, PageFacts], headers: Mapping[str, str]) -> Iterator[tuple[str, Breach]]:
    """Give the style sheets in pages that the site's own headers keep browsers from using."""
    if not headers:
        return
    let_through = {name: is_let_through(name, headers) for name in {name for page in pages.values() for name in page.styles}}
    found = Breaches()
    found.breaks(
        "safety",
        "the page has a style sheet that the site's own safety headers keep browsers from using",
        "Write its rules into a file in templates/css/.",
        "<style",
    )
    for address, page in pages.items():
        if not all(let_through[name] for name in page.styles):
            yield address, found[0]


def _safety(headers: Mapping[str, str]) -> Breaches:
    found = Breaches()
    for lost, what in lost_points(headers):
        found.breaks("safety", f"{what}: {lost} points less on the scale of the MDN HTTP Observatory, {points(headers)} of 100", "See output/_headers.")
    if not reads_robots(headers):
        found.breaks("safety", "tools that look at the site from inside a page can't read its robots.txt (connect-src)", "See output/_headers.")
    return found


def _weight_line(weights: Mapping[str, Weight], pages: int) -> str:
    if not weights:
        return "Weight: there is no page yet."
    heaviest = max(weights, key=lambda address: (weights[address].gzip, address))
    heavy = sum(weight.gzip > ONE_ROUND_TRIP for weight in weights.values())
    own = f"the heaviest, {heaviest}, is {weights[heaviest].gzip / 1024:.1f} KB packed ({weights[heaviest].brotli / 1024:.1f} with brotli)"
    if heavy:
        return f"Weight: {heavy} of {counted(pages, 'page')} {'is' if heavy == 1 else 'are'} over the 14 KB that come in one trip; {own}."
    return f"Weight: every page comes in one trip of 14 KB; {own}."


def _quality_line(broken: tuple[Broken, ...], pages: int) -> str:
    with_breach = {address for one in broken for address in one.addresses}
    parts: dict[str, set[str]] = {}
    for one in broken:
        parts.setdefault(one.breach.code, set()).update(one.addresses)
    if not parts:
        return f"Quality: {'all ' if pages > 1 else ''}{counted(pages, 'page')} {'keep' if pages > 1 else 'keeps'} the contract: no script, nothing from elsewhere, and the rest of `sitegen help contract`."
    told = joined(f"{name} ({counted(len(parts[code]), 'page')})" if parts[code] else name for code, name in PARTS.items() if code in parts)
    return f"Quality: {pages - len(with_breach)} of {counted(pages, 'page')} keep the contract. To mend: {told}; `sitegen check` tells where."


def _reading_line(pages: Mapping[str, PageFacts]) -> str:
    spoken: Counter[str] = Counter()
    for page in pages.values():
        if is_known(page.language):
            spoken[page.language[:2]] += page.words
    if not spoken.total():
        return "Reading: there is no text whose language is known here (English and German are)."
    language = spoken.most_common(1)[0][0]
    own = {address: page for address, page in pages.items() if page.language[:2] == language}
    whole = ease(language, *(sum(numbers) for numbers in zip(*((page.words, page.sentences, page.syllables) for page in own.values()), strict=True)))
    line = f"Reading: ease {whole:.0f}, {_said_of(whole)}"
    long = {address: ease(language, page.words, page.sentences, page.syllables) for address, page in own.items() if page.words >= ENOUGH}
    if not long:
        return f"{line}."
    hardest = min(long, key=lambda address: (long[address], address))
    return f"{line}; the hardest page is {hardest}, {long[hardest]:.0f}."


def _said_of(level: float) -> str:
    return (
        f"plain ({PLAIN} and more is)"
        if level >= PLAIN
        else f"hard going (plain is {PLAIN} and more)"
        if level < HARD
        else f"harder than plain ({PLAIN} and more)"
    )
