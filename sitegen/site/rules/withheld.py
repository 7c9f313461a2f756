"""What the people of testimonials and results did not agree to show, as things to look for in all public text (R4: NY Civil Rights Law s.51, GDPR, ICF Code)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Any, Literal

from sitegen.common.frozen import frozen
from sitegen.common.leaks.forms import folded, link_form, name_pairs, words_of
from sitegen.common.leaks.needle import RUN, Needle, Sort
from sitegen.common.leaks.phrases import phrase_words
from sitegen.common.reuse import Reuse
from sitegen.common.values import ImagePath
from sitegen.site.clips import parts
from sitegen.site.consent import consent_lacks, covers, holds
from sitegen.site.countries import Country
from sitegen.site.front import Consent, ConsentItem, Video
from sitegen.site.items import Client, InlineResult, Result, Testimonial
from sitegen.site.model import Item, Site
from sitegen.site.settings import Settings

What = Literal["name", "title", "company", "location", "photo", "logo", "video", "link", "quote", "result"]
"""What can be withheld; the words of a consent's `items`."""

FIELDS: Mapping[type, Mapping[str, What]] = {
    Testimonial: {
        "name": "name", "title": "title", "company": "company", "location": "location", "photo": "photo", "logo": "logo", "video": "video", "link": "link", "source_url": "link",
        "original": "quote", "pull_quote": "quote", "translation": "quote", "result": "result",
    },
    Client: {"name": "name", "title": "title", "company": "company", "location": "location", "photo": "photo", "logo": "logo"},
    Result: {"summary": "result", "goals": "result", "measures": "result", "sponsor": "company"},
}  # fmt: skip
"""The fields that hold a person's own things, and what of a consent they need."""

IDENTIFYING: frozenset[What] = frozenset(("name", "title", "company", "location", "photo", "logo", "video", "link"))
"""What tells who a person is."""

OPEN: Mapping[type, frozenset[str]] = {
    Testimonial: frozenset(("slug", "aliases", "description", "image", "image_alt", "image_focus", "disclosure", "service", "status", "date", "experience", "verification", "rating", "lang")),
    Client: frozenset(("described",)),
    Result: frozenset((
        "slug", "aliases", "description", "image", "image_alt", "image_focus", "disclosure", "service", "date", "experience", "verification", "title", "expected", "typicality", "client",
    )),
}  # fmt: skip
"""The fields that the site shows with the record, whatever the consent covers: nothing withheld may be typed there."""

UNSHOWN: Mapping[type, frozenset[str]] = {
    Testimonial: frozenset((
        "menu", "draft", "expires", "noindex", "sample", "relationship", "topics", "audience", "objection", "typos", "not_claims", "allow", "source", "consent", "benefit",
        "expected_before", "photo_focus",
    )),
    Client: frozenset(("photo_focus",)),
    Result: frozenset(("menu", "draft", "expires", "noindex", "sample", "consent", "sponsor_consent", "benefit", "not_claims", "allow")),
}  # fmt: skip
"""The fields whose words never stand on the site."""

_LEAST_LETTERS = 3


@frozen
class Withheld:
    """One thing that a consent withholds: what it is, why, the record, what is looked for everywhere, and what in texts alone."""

    what: What
    text: str
    because: str
    item: Item[Any]
    field: str
    needles: tuple[Needle, ...] = ()
    nearby: tuple[Needle, ...] = ()
    """What gives it away only in a sentence about the person, or in the record's own text."""
    own: tuple[Needle, ...] = ()
    """What gives it away in the record's own text alone."""
    picture: ImagePath | None = None
    person: str = ""


def withheld(site: Site, as_of: date, reuse: Reuse | None = None) -> tuple[Withheld, ...]:
    """Give everything that may not stand on the site on a day; () when each person agreed to all there is.

    A name, company or link that somebody else lets the site show, or that is the coach's own, is not withheld; nor is what a record's `allow:` names.
    """
    reuse = reuse or Reuse()
    country = site.settings.country
    each = (reuse.each(f"withheld in {kind}", getattr(site, kind), withheld_of, country, as_of) for kind in ("testimonials", "results"))
    found = [*chain.from_iterable(chain.from_iterable(each))]
    if not found:
        return ()
    public = _Public(site, as_of)
    return reuse.same("withheld", tuple(one for one in map(public.without_public, found) if one is not None))


def withheld_of(item: Item[Any], country: Country, as_of: date) -> tuple[Withheld, ...]:
    """Give what one record withholds by itself."""
    record, consent = item.record, item.record.consent
    lacks = consent_lacks(consent, country, as_of) if getattr(record, "status", "") != "declined" else ("R2", "the person said no", "")
    because = lacks[1] if lacks else ""
    allowed = {phrase_words(entry.text) for entry in record.allow}
    found = [one for one in _of_record(item, consent, because, as_of) if phrase_words(one.text) not in allowed]
    return tuple(found)


def _of_record(item: Item[Any], consent: Consent | None, because: str, as_of: date) -> Iterator[Withheld]:
    record = item.record
    is_quote = isinstance(record, Testimonial)
    person, path = (record, "") if is_quote else (record.client, "client.")
    full = not because and consent is not None and consent.show_as == "full"
    name = (getattr(person, "name", None) or "").strip()

    def lacks(thing: ConsentItem, *, only_full: bool = False) -> str:
        if because:
            return because
        if not covers(consent, thing):
            return f"the consent does not cover the {thing}"
        return f"the person is shown as '{consent.show_as}'" if only_full and not full and consent is not None else ""

    if name and (why := lacks("name", only_full=True)):
        yield _name(item, f"{path}name", name, why)
    for field in ("title", "company", "location"):
        text = (getattr(person, field) or "").strip()
        if text and (why := lacks(field)):
            yield _words(item, f"{path}{field}", field, text, name, why)
    for thing in ("photo", "logo"):
        picture = getattr(person, thing)
        why = lacks(thing) or ("a face names a person" if thing == "photo" and consent and consent.show_as not in ("full", "first_name") else "")
        if picture and why:
            yield Withheld(thing, picture, why, item, f"{path}{thing}", picture=picture)
    if is_quote and record.video is not None:
        why = lacks("video") or ("a face names a person" if consent and consent.show_as not in ("full", "first_name") else "")
        yield from _video(item, record.video, why) if why else ()
    for field in ("link", "source_url"):
        link = getattr(record, field, None)
        if link and (why := lacks("link", only_full=True)):
            yield Withheld("link", link, why, item, field, (_needle(item, "link", link, field),))
    if is_quote:
        yield from _quote(item, lacks("quote"), lacks("result"))
    else:
        yield from _case(item, lacks("result"))
        if record.sponsor and not holds(record.sponsor_consent, as_of):
            yield _words(item, "sponsor", "company", record.sponsor, "", "the employer did not agree to be named")


def _name(item: Item[Any], field: str, name: str, why: str) -> Withheld:
    pairs = [*name_pairs(name)]
    surname = pairs[0][1] if pairs else ""
    own = (_needle(item, "phrase", surname, field),) if len(surname) >= _LEAST_LETTERS else ()
    return Withheld("name", name, why, item, field, (_needle(item, "name", name, field), _needle(item, "short name", name, field)) if pairs else (), own=own)


def _words(item: Item[Any], field: str, what: What, text: str, name: str, why: str) -> Withheld:
    """A company of two words or more is looked for everywhere. A title, a place, a company of one word is that of many: only beside the name it tells whose."""
    words = phrase_words(text)
    names = "|".join(dict.fromkeys(word for word in words_of(folded(name)) if len(word) >= _LEAST_LETTERS))
    telling = what == "company" and len(words) > 1
    own = what != "title" or len(words) > 1
    beside = (_needle(item, "together", f"{names}\n{' '.join(words)}", field),) if names and words and not telling else ()
    return Withheld(
        what, text, why, item, field,
        (_needle(item, "phrase", text, field),) if telling else (),
        beside,
        (_needle(item, "phrase", text, field),) if own and not telling and len("".join(words)) >= _LEAST_LETTERS else (),
        person=name if beside else "",
    )  # fmt: skip


def _video(item: Item[Testimonial], video: Video, why: str) -> Iterator[Withheld]:
    """A video with all that belongs to it is withheld as a picture is: by its bytes, under whatever name; one elsewhere by its address."""
    if video.link is not None:
        yield Withheld("video", video.link, why, item, "video.link", (_needle(item, "link", video.link, "video.link"),))
    for name in (*((video.poster,) if video.poster else ()), *(parts(video.file) if video.file else ())):
        yield Withheld("video", name, why, item, "video", picture=ImagePath(name))


def _quote(item: Item[Testimonial], no_quote: str, no_result: str) -> Iterator[Withheld]:
    said = item.record
    if no_quote:
        texts = {
            "original": said.original if said.original != "shown" else "",
            "pull_quote": said.pull_quote,
            "translation": said.translation and said.translation.text,
        }
        texts[""] = item.body
        for field, text in texts.items():
            yield from _note(item, field, text or "", "quote", no_quote)
    if no_result and said.result is not None and said.result.measure:
        yield _measure(item, "result", said.result, no_result)


def _case(item: Item[Result], no_result: str) -> Iterator[Withheld]:
    if no_result:
        record = item.record
        for field, text in (("summary", record.summary), *((f"goals.{index}", goal) for index, goal in enumerate(record.goals)), ("", item.body)):
            yield from _note(item, field, text, "result", no_result)
        for index, measure in enumerate(record.measures):
            yield _measure(item, f"measures.{index}", measure, no_result)


def _note(item: Item[Any], field: str, text: str, what: What, why: str) -> Iterator[Withheld]:
    if len(words_of(folded(text))) >= RUN:
        yield Withheld(what, text, why, item, field, (_needle(item, "note", text, field),))


def _measure(item: Item[Any], field: str, measure: Any, why: str) -> Withheld:
    """Both numbers in one sentence with what was counted give a measure away."""
    name = measure.measure if isinstance(measure, InlineResult) else measure.name
    text = f"{name}: {measure.before}, {measure.after}"
    return Withheld("result", text, why, item, field, nearby=(_needle(item, "together", f"{measure.before}\n{measure.after}\n{name}", field),))


def _needle(item: Item[Any], sort: Sort, text: str, field: str) -> Needle:
    return Needle(sort, text, item.location(field))


class _Public:
    """What is public by right: the coach's own names and addresses, and what others agreed to show."""

    def __init__(self, site: Site, as_of: date) -> None:
        own: Settings = site.settings
        self._names, self._companies = [own.name, own.practice or ""], [own.practice or ""]
        self._links = [own.url or "", *(profile.url for profile in own.profiles), *((own.booking.url,) if own.booking else ())]
        self._pictures: set[str] = set()
        self._of_people(site, as_of)
        facts = site.facts
        for logo in facts.logos:
            if consent_lacks(logo.consent, own.country, as_of) is None and covers(logo.consent, "logo"):
                self._companies.append(logo.name)
                self._pictures.update(filter(None, (logo.image,)))
                self._links.append(logo.url or "")
        self._companies += [*(one.issuer for one in facts.credentials), *(one.outlet for one in facts.press), *(one.platform for one in facts.ratings)]
        for entries in (facts.credentials, facts.press, facts.ratings):
            self._links += [one.url or "" for one in entries]
        self._pairs = {frozenset(pair[:2]) for name in self._names for pair in name_pairs(name)}
        self._phrases = {phrase_words(text) for text in self._companies if text}
        self._forms = {link_form(link) for link in self._links if link}

    def _of_people(self, site: Site, as_of: date) -> None:
        items: Iterable[Item[Any]] = (*site.testimonials, *site.results)
        for item in items:
            consent = item.record.consent
            if consent is None or consent_lacks(consent, site.settings.country, as_of) is not None:
                continue
            person = item.record if isinstance(item.record, Testimonial) else item.record.client
            full = consent.show_as == "full"
            if covers(consent, "name") and full and person.name:
                self._names.append(person.name)
            if covers(consent, "company") and person.company:
                self._companies.append(person.company)
            if covers(consent, "link") and full and getattr(person, "link", None):
                self._links.append(person.link)
            if covers(consent, "photo") and person.photo and consent.show_as in ("full", "first_name"):
                self._pictures.add(person.photo)
            if covers(consent, "logo") and person.logo:
                self._pictures.add(person.logo)
            video = getattr(person, "video", None)
            if video is not None and covers(consent, "video") and consent.show_as in ("full", "first_name"):
                self._pictures.update(filter(None, (video.poster, *(parts(video.file) if video.file else ()))))
                self._links.append(video.link or "")

    def without_public(self, one: Withheld) -> Withheld | None:
        """Give what is left of something withheld when all that is public by right is taken from it; None when nothing is."""
        if one.what == "name" and any(frozenset(pair[:2]) in self._pairs for pair in name_pairs(one.text)):
            return None
        if one.what == "company" and phrase_words(one.text) in self._phrases:
            return None
        if one.what == "link" and link_form(one.text) in self._forms:
            return None
        if one.picture in self._pictures and one.picture:
            return None
        return self._of_nobody_else(one) if one.person else one

    def _of_nobody_else(self, one: Withheld) -> Withheld:
        """Leave out the names that somebody else bears in public: beside those, a title tells nothing of this person."""
        own = words_of(folded(one.person))
        others = {word for name in self._names if words_of(folded(name)) != own for word in words_of(folded(name))}
        names, _, words = one.nearby[0].text.partition("\n")
        kept = "|".join(name for name in names.split("|") if name not in others)
        return replace(one, nearby=(replace(one.nearby[0], text=f"{kept}\n{words}"),) if kept else ())
