"""The kinds of item that have a page of their own, each read from one Markdown file."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import ClassVar, Literal

from sitegen.common.frozen import frozen
from sitegen.common.records import told
from sitegen.common.values import Address, Day, FocalPoint, ImagePath, Language, Misread, PartialDate, Slug, Url, Zone
from sitegen.site.front import Allowed, Consent, Expected, Experience, Front, Measure, Price, Question, Step, Typicality, Verification, Video
from sitegen.site.sections import Section
from sitegen.site.settings import Booking

Relationship = Literal["client", "former_colleague", "manager", "peer_coach", "friend", "family", "partner", "employee"]
Benefit = Literal["none", "free", "discounted", "paid", "gift", "reciprocal"]


@frozen(kw_only=True)
class Page(Front):
    """A page of the site: content/pages/<name>.md."""

    CALLED: ClassVar[str] = "a page"
    title: str = told("The page's title.", example="title: About me")
    summary: str | None = told("One or two sentences that open the page.", default=None, example="summary: Who I am and how I came to this work.")
    date: Day | None = told("It is shown from this day on.", default=None, example="date: 2027-01-01")
    sections: tuple[Section, ...] = told(
        "What the page is made of, from top to bottom; the text below the front matter follows.", default=(), example="sections: [{type: hero}]"
    )


@frozen(kw_only=True)
class Service(Front):
    """Something she offers: content/services/<name>.md."""

    CALLED: ClassVar[str] = "a service"
    title: str = told("What it is called.", example="title: Team coaching")
    summary: str = told("One or two sentences: for whom, and what changes.", example="summary: For teams that meet a lot and decide little.")
    date: Day | None = told("It is shown from this day on.", default=None, example="date: 2027-01-01")
    for_whom: tuple[str, ...] = told(
        "Whom it is for, one line each, as the reader would say it.", default=(), example="for_whom: [You lead a team that has grown fast.]"
    )
    not_for: tuple[str, ...] = told("For whom it is not.", default=(), example="not_for: [You want somebody to decide for you.]")
    outcomes: tuple[str, ...] = told("What people work towards.", default=(), example="outcomes: [A way of deciding that everybody knows.]")
    what_happens: tuple[Step, ...] = told(
        "What happens, step by step.", default=(), example="what_happens: [{title: A first talk, text: 'Thirty minutes, free.'}]"
    )
    price: Price | None = told("What it costs.", default=None, example="price: {amount: 1200, currency: EUR, per: person}")
    no_price: str | None = told(
        "Why no price is shown, if none is.", default=None, example="no_price: It depends on the size of the team; you have an offer in two days."
    )
    duration: str | None = told("How long it takes.", default=None, example="duration: six talks over four months")
    format: str | None = told("Where and how you meet.", default=None, example="format: online, or in Oslo")
    places: int | None = told("How many places are free.", default=None, example="places: 2", least=0)
    next_start: PartialDate | None = told("When the next one can begin.", default=None, example="next_start: 2027-01")
    faq: tuple[Question, ...] = told(
        "Questions people ask about it.", default=(), example="faq: [{question: 'How long does it take?', answer: About four months.}]"
    )
    proof: tuple[Slug, ...] = told(
        "Testimonials for its page, in this order, up to three; chosen by themselves if left out.", default=(), example="proof: [anna, bo]"
    )
    booking: Booking | None = told("A booking link of its own.", default=None, example="booking: https://cal.example.com/maya/team")
    order: int = told("Its place among the services; small numbers first.", default=100, example="order: 1")


@frozen(kw_only=True)
class InlineResult:
    """A result told in a testimonial that has no page of its own."""

    CALLED: ClassVar[str] = "a result"
    SHORT: ClassVar[str] = "case"
    case: Slug | None = told("The case that backs it.", default=None, example="case: harbour-foods")
    measure: str | None = told("What was counted.", default=None, example="measure: Turnover")
    before: Decimal | None = told("The number at the start.", default=None, example="before: 31")
    after: Decimal | None = told("The number at the end.", default=None, example="after: 22")
    unit: str | None = told("Its unit.", default=None, example="unit: '%'")
    period: str | None = told("Over what time.", default=None, example="period: 12 months")
    evidence: str | None = told("Where it is on file.", default=None, example="evidence: content/private/evidence/anna.pdf")
    typicality: Typicality | None = told("Whether others get the like.", default=None, example="typicality: unknown")
    expected: Expected | None = told("What clients generally get.", default=None, example="expected: {text: Most see a small change., n: 9, period: 2024}")

    def __post_init__(self) -> None:
        told_here = (self.measure, self.before, self.after, self.unit, self.period, self.evidence, self.typicality)
        if self.case is None and None in told_here:
            raise Misread(
                "a result told here needs measure, before, after, unit, period, evidence and typicality",
                "Fill them in, or write the case's name: result: harbour-foods",
            )


@frozen(kw_only=True)
class Translation:
    """Says that the shown words are a translation."""

    CALLED: ClassVar[str] = "a translation"
    lang: Language = told("The language translated into.", example="lang: en")
    text: str = told("The translated words.", example="text: She asked better questions than I did.")
    by: str = told("Who translated.", example="by: Maya Lindqvist")
    approved: bool = told("Whether the person approved it.", example="approved: true")


@frozen(kw_only=True)
class Typo:
    """A slip of the pen that was mended in the shown words."""

    CALLED: ClassVar[str] = "a typo"
    was: str = told("What the person wrote.", example="was: teh")
    now: str = told("What is shown.", example="now: the")


@frozen(kw_only=True)
class Testimonial(Front):
    """What a person said, with consent: content/testimonials/<name>.md; the text below the front matter is the quote as shown."""

    CALLED: ClassVar[str] = "a testimonial"
    name: str = told("The person's name.", example="name: Anna Example")
    title: str | None = told("The person's role.", default=None, example="title: Head of Operations")
    company: str | None = told("Where.", default=None, example="company: Harbour Foods")
    location: str | None = told("In which town or country.", default=None, example="location: Bergen")
    photo: ImagePath | None = told("A picture of the person, from content/images/.", default=None, example="photo: anna.jpg")
    photo_focus: FocalPoint | None = told("Where the face is in it, from its left and from its top.", default=None, example="photo_focus: 50% 30%")
    logo: ImagePath | None = told("The company's logo.", default=None, example="logo: harbour.png")
    video: Video | None = told(
        "The person saying it, if the consent has `video`.", default=None, example="video: {file: anna.mp4, title: Anna on the first hundred days}"
    )
    link: Url | None = told("A public page of the person's.", default=None, example="link: https://www.linkedin.com/in/example")
    relationship: Relationship = told("How you know each other.", example="relationship: client")
    service: Slug | None = told("The service it is about.", default=None, example="service: team")
    topics: tuple[str, ...] = told("What it speaks of.", default=(), example="topics: [delegation]")
    audience: str | None = told("The reader it speaks to.", default=None, example="audience: founders")
    objection: str | None = told("The doubt it answers.", default=None, example="objection: I have no time for this")
    status: Literal["received", "edited", "approved", "published", "retired", "declined"] = told(
        "Where it stands; only `published` is shown.", default="received", example="status: published"
    )
    lang: Language | None = told("The quote's language, if not the site's.", default=None, example="lang: de")
    translation: Translation | None = told("Its translation.", default=None, example="translation: {lang: en, text: ..., by: Maya, approved: true}")
    typos: tuple[Typo, ...] = told("Slips that were mended.", default=(), example="typos: [{was: teh, now: the}]")
    allow: tuple[Allowed, ...] = told(
        "Withheld words that may stand elsewhere on the site, since they mean somebody or something else there.",
        default=(),
        example="allow: [{text: Harbour Foods, why: the street market of that name}]",
    )
    original: str = told(
        "The person's words, whole and unchanged; `shown` if the text below is all of them.",
        example="original: shown",
        rule=("R5", "what a person said is shown in that person's own words, and not bettered (16 CFR 255.1, CAP Code 3.45)."),
    )
    pull_quote: str | None = told(
        "8 to 20 words of it for cards.", default=None, example="pull_quote: I stopped answering mails at midnight, and nobody noticed but me."
    )
    date: Day = told("When it was given.", example="date: 2026-05-04")
    experience: Experience | None = told(
        "When the coaching, or the work together, took place.", default=None, example="experience: {from: 2025-01, to: 2025-06}"
    )
    source: Literal["form", "email", "linkedin", "google", "call", "letter", "video"] | None = told("How it came.", default=None, example="source: email")
    source_url: Url | None = told("Where it stands in public.", default=None, example="source_url: https://www.linkedin.com/in/example")
    consent: Consent | None = told(
        "What the person agreed to; without it nothing is shown.", default=None, example="consent: {status: granted, date: 2026-05-04}"
    )
    benefit: Benefit = told("What the person received beside the coaching that was paid for.", default="none", example="benefit: free")
    expected_before: bool = told("Whether it was agreed on before.", default=False, example="expected_before: true")
    disclosure: str | None = told(
        "The sentence that stands beside the quote where relation or benefit would surprise.",
        default=None,
        example="disclosure: Anna was coached free of charge in 2025.",
    )
    result: InlineResult | None = told("The case that backs a number in the quote.", default=None, example="result: harbour-foods")
    verification: Verification | None = told(
        "What you did to know that it is real.", default=None, example="verification: {method: matched with the contract, date: 2026-05-06}"
    )
    rating: Decimal | None = told("Stars out of 5, if given; never shown without the words.", default=None, example="rating: 5", least=1, most=5)


@frozen(kw_only=True)
class Client:
    """Who a case is about; each part is shown only with consent."""

    CALLED: ClassVar[str] = "a client"
    SHORT: ClassVar[str] = "described"
    described: str = told("The client without any name.", example="described: A food company of 80 people on the west coast")
    name: str | None = told("The person's name.", default=None, example="name: Anna Example")
    title: str | None = told("The person's role.", default=None, example="title: Head of Operations")
    company: str | None = told("The company.", default=None, example="company: Harbour Foods")
    location: str | None = told("Where.", default=None, example="location: Bergen")
    photo: ImagePath | None = told("A picture of the person.", default=None, example="photo: anna.jpg")
    photo_focus: FocalPoint | None = told("Where the face is in it, from its left and from its top.", default=None, example="photo_focus: 50% 30%")
    logo: ImagePath | None = told("The company's logo.", default=None, example="logo: harbour.png")


@frozen(kw_only=True)
class Result(Front):
    """A case, with goals set at the start and measures: content/results/<name>.md."""

    CALLED: ClassVar[str] = "a result"
    title: str = told("What came of it, in a few words.", example="title: A team that decides in one meeting")
    summary: str = told("One or two sentences.", example="summary: How a leadership team halved the time from question to decision.")
    date: Day = told("When the case was written up.", example="date: 2026-06-01")
    client: Client = told("Who it is about.", example="client: A food company of 80 people")
    service: Slug = told("The service it came of.", example="service: team")
    goals: tuple[str, ...] = told("What was agreed at the start; two at most.", example="goals: [Decide within a week of a question being asked.]")
    measures: tuple[Measure, ...] = told(
        "What was counted before and after.",
        default=(),
        example="measures: [{name: Turnover, before: 31, after: 22, unit: '%', period: 12 months, evidence: content/private/evidence/t.pdf, better: lower}]",
    )
    typicality: Typicality = told("Whether others get the like.", example="typicality: unknown")
    expected: Expected | None = told(
        "What clients generally get.", default=None, example="expected: {text: Most teams see a smaller change., n: 14, period: 2023 to 2025}"
    )
    experience: Experience | None = told("When the coaching took place.", default=None, example="experience: {from: 2025-01, to: 2025-12}")
    consent: Consent | None = told(
        "What the client agreed to; without it nothing is shown.", default=None, example="consent: {status: granted, date: 2026-05-04}"
    )
    sponsor: str | None = told("The employer who paid, if the case names one.", default=None, example="sponsor: Harbour Foods")
    sponsor_consent: Consent | None = told("What the employer agreed to.", default=None, example="sponsor_consent: {status: granted, date: 2026-05-10}")
    benefit: Benefit = told("What the client received beside the coaching that was paid for.", default="none", example="benefit: discounted")
    disclosure: str | None = told(
        "The sentence that stands beside the case where a benefit would surprise.", default=None, example="disclosure: The first three talks were free."
    )
    allow: tuple[Allowed, ...] = told(
        "Withheld words that may stand elsewhere on the site, since they mean somebody or something else there.",
        default=(),
        example="allow: [{text: Harbour Foods, why: the street market of that name}]",
    )
    verification: Verification | None = told(
        "What you did to know that it is real.", default=None, example="verification: {method: figures from the client's own report, date: 2026-05-06}"
    )


@frozen(kw_only=True)
class Article(Front):
    """A piece of writing: content/articles/<name>.md."""

    CALLED: ClassVar[str] = "an article"
    title: str = told("Its title.", example="title: The meeting that could be a question")
    summary: str = told("One or two sentences.", example="summary: A way to find out which meetings you need.")
    date: Day = told("The day it is published.", example="date: 2026-11-02")
    updated: Day | None = told("The day it was last changed in substance.", default=None, example="updated: 2026-12-01")
    topics: tuple[str, ...] = told("What it is about.", default=(), example="topics: [meetings, focus]")
    author: str | None = told("Who wrote it, if not you.", default=None, example="author: Guest Example")
    related: tuple[Slug, ...] = told("Articles to read next; found by topic if left out.", default=(), example="related: [first-hundred-days]")
    lang: Language | None = told("Its language, if not the site's.", default=None, example="lang: de")

    def __post_init__(self) -> None:
        if self.updated and self.updated < self.date:
            raise Misread(f"it was changed ({self.updated}) before it was published ({self.date})", "Change one of the two.", "updated")


@frozen(kw_only=True)
class Venue:
    """Where an event takes place."""

    CALLED: ClassVar[str] = "a venue"
    name: str = told("The house.", example="name: The Reading Room")
    street: str | None = told("Street and number.", default=None, example="street: 2 Sample Street")
    postcode: str | None = told("The postcode.", default=None, example="postcode: '0150'")
    city: str = told("The town.", example="city: Oslo")
    country: str | None = told("The country's two letters.", default=None, example="country: NO")


@frozen(kw_only=True)
class Event(Front):
    """A talk, a workshop, an open evening: content/events/<name>.md."""

    CALLED: ClassVar[str] = "an event"
    title: str = told("What it is called.", example="title: An evening about delegation")
    summary: str = told("One or two sentences.", example="summary: Ninety minutes, eight people, one question each.")
    date: Day | None = told("It is announced from this day on.", default=None, example="date: 2026-11-01")
    start: datetime = told("When it begins.", example="start: 2027-02-10 18:00")
    end: datetime = told("When it ends.", example="end: 2027-02-10 19:30")
    time_zone: Zone | None = told("Its time zone, if not the site's.", default=None, example="time_zone: Europe/London")
    venue: Venue | None = told("Where it takes place.", default=None, example="venue: {name: The Reading Room, city: Oslo}")
    online: Address | None = told(
        "Where it takes place online, or where one signs up for it.", default=None, example="online: https://meet.example.com/delegation"
    )
    price: Price | None = told("What it costs; free if left out.", default=None, example="price: {amount: 40, currency: EUR}")
    status: Literal["scheduled", "full", "postponed", "cancelled"] = told("Where it stands.", default="scheduled", example="status: full")
    booking: Booking | None = told("Where one signs up.", default=None, example="booking: https://tickets.example.com/delegation")
    places: int | None = told("How many places there are.", default=None, example="places: 8", least=0)

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise Misread("the event ends before it begins", "Write `start:` and `end:` with day and time, like this: end: 2027-02-10 19:30", "end")
        if self.venue is None and self.online is None:
            raise Misread("the event takes place nowhere", "Add `venue:` with name and city, or `online:` with an address.")
