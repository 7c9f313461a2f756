"""What every item's front matter can hold, and the small records that several kinds share."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, Literal

from sitegen.common.frozen import frozen
from sitegen.common.records import told
from sitegen.common.values import Address, Currency, Day, FocalPoint, ImagePath, Markdown, Misread, OldAddress, PartialDate, Slug, Url, VideoPath

Show = Literal["full", "first_name", "initials", "role", "anonymous"]
Channel = Literal["site", "social", "print"]
"""Where something may be shown."""
ConsentItem = Literal["quote", "name", "title", "company", "location", "logo", "photo", "video", "link", "result"]


@frozen(kw_only=True)
class MenuPlace:
    """Where a page stands in the menu."""

    CALLED: ClassVar[str] = "a menu place"
    SHORT: ClassVar[str] = "order"
    order: int = told("Its place in the menu, from 1.", example="order: 3")
    label: str | None = told("What the menu calls it; the title if left out.", default=None, example="label: About")


@frozen(kw_only=True)
class FalseAlarm:
    """A number that is no claim, with the reason."""

    CALLED: ClassVar[str] = "an entry of not_claims"
    text: str = told("The words meant.", example="text: one hundred per cent")
    why: str = told("Why they claim nothing.", example="why: a turn of speech")


@frozen(kw_only=True)
class Front:
    """Fields that every page and item has."""

    slug: Slug | None = told("The last part of its address; the file's name if left out.", default=None, example="slug: team-coaching")
    aliases: tuple[OldAddress, ...] = told("Old addresses that lead here.", default=(), example="aliases: [/old-page/]")
    menu: MenuPlace | None = told("Its place in the menu; not in the menu if left out.", default=None, example="menu: 3")
    description: str | None = told(
        "One sentence for search engines and link previews, 50 to 160 letters; made from the summary if left out.",
        default=None,
        example="description: What team coaching is, for whom, and what it costs.",
    )
    image: ImagePath | None = told("A picture from content/images/.", default=None, example="image: office.jpg")
    image_alt: str | None = told(
        'What the picture shows, for those who can\'t see it; `""` for a picture that only decorates.',
        default=None,
        example="image_alt: Two people at a whiteboard",
    )
    image_focus: FocalPoint | None = told(
        "What matters most in the picture, from its left and from its top: that stays in sight where the picture is cut.",
        default=None,
        example="image_focus: 30% 20%",
    )
    draft: bool = told("true keeps it off the site.", default=False, example="draft: true")
    expires: Day | None = told("From this day on it is no longer shown.", default=None, example="expires: 2027-12-31")
    noindex: bool = told("true asks search engines to leave it out.", default=False, example="noindex: true")
    not_claims: tuple[FalseAlarm, ...] = told(
        "Numbers in it that claim no result.", default=(), example="not_claims: [{text: ten people, why: the size of the team}]"
    )
    sample: bool = told(
        "true marks invented sample content; it is labelled and keeps the whole site out of search engines.", default=False, example="sample: true"
    )


@frozen(kw_only=True)
class Action:
    """A button: what it says and where it leads."""

    CALLED: ClassVar[str] = "an action"
    SHORT: ClassVar[str] = "to"
    label: str | None = told("What the button says; the booking label or the page's title if left out.", default=None, example="label: Book a first talk")
    to: Address = told("Where it leads: a page of the site, a file, or a web address; `booking` for your booking link.", example="to: /contact/")


@frozen(kw_only=True)
class Video:
    """A video of hers, played on the page, or a picture that leads to one elsewhere."""

    CALLED: ClassVar[str] = "a video"
    file: VideoPath | None = told(
        "A video of yours in content/images/, MP4 or WebM, with captions and a transcript of the same name beside it.", default=None, example="file: talk.mp4"
    )
    link: Url | None = told("Where it can be seen elsewhere, instead of a file.", default=None, example="link: https://vimeo.com/000000000")
    title: str = told("What it is called, or shows.", example="title: What a first talk is like")
    poster: ImagePath | None = told(
        "The picture that stands there before it plays; the one of the video's own name if left out.", default=None, example="poster: office.jpg"
    )

    def __post_init__(self) -> None:
        if (self.file is None) == (self.link is None):
            raise Misread("a video has a file or a link, one of the two", "Write file: talk.mp4, or link: https://vimeo.com/000000000", "link")
        if self.link is not None and self.poster is None:
            raise Misread("a video elsewhere needs a picture that leads to it", "Add a line: poster: office.jpg", "link")


@frozen(kw_only=True)
class Question:
    """A question that people ask, and its answer."""

    CALLED: ClassVar[str] = "a question"
    question: str = told("The question, in her reader's words.", example="question: How long does it take?")
    answer: Markdown = told("The answer, as Markdown.", example="answer: Most people come six times over four months.")


@frozen(kw_only=True)
class Step:
    """One step of how it works."""

    CALLED: ClassVar[str] = "a step"
    SHORT: ClassVar[str] = "title"
    title: str = told("The step in a few words.", example="title: A first talk")
    text: Markdown | None = told("What happens in it.", default=None, example="text: Thirty minutes, free, by phone.")


@frozen(kw_only=True)
class Price:
    """What it costs."""

    CALLED: ClassVar[str] = "a price"
    amount: Decimal = told("How much, digits only.", example="amount: 1200", least=0)
    currency: Currency = told("Its three capital letters.", example="currency: EUR")
    per: str | None = told("What it is for.", default=None, example="per: person")
    from_: bool = told("true shows it as 'from'.", default=False, example="from: true")

    def __post_init__(self) -> None:
        if self.amount.as_tuple().exponent == -3:
            whole = str(self.amount).replace(".", "").lstrip("0") or "0"
            raise Misread(
                f"the amount {self.amount} has three digits after its point",
                f"Write {whole} if the point was to group thousands, else two digits after it: {self.amount:.2f}",
                "amount",
            )


@frozen(kw_only=True)
class Experience:
    """When the coaching, or the work together, took place."""

    CALLED: ClassVar[str] = "an experience"
    from_: PartialDate = told("Its begin: a year, a month or a day.", example="from: 2024-03")
    to: PartialDate | None = told("Its end; left out if it goes on.", default=None, example="to: 2024-09")

    def __post_init__(self) -> None:
        if self.to and str(self.to) < str(self.from_)[: len(str(self.to))]:
            raise Misread(f"it ends ({self.to}) before it begins ({self.from_})", "Change one of the two.", "to")


@frozen(kw_only=True)
class Consent:
    """What a person agreed to, when and how (rules.md: GDPR Art 7, NY Civil Rights Law s.51)."""

    CALLED: ClassVar[str] = "a consent"
    status: Literal["requested", "granted", "declined", "withdrawn"] = told("Where it stands.", example="status: granted")
    date: Day | None = told("The day of the answer.", default=None, example="date: 2026-05-04")
    method: Literal["email", "form", "signed", "oral"] | None = told("How it was given.", default=None, example="method: email")
    wording: str | None = told(
        "What the person agreed to, in the words you sent.", default=None, example="wording: You may quote me on your website with my name and title."
    )
    scope: tuple[Channel, ...] = told("Where it may be shown.", default=(), example="scope: [site, social]")
    items: tuple[ConsentItem, ...] = told("What may be shown.", default=(), example="items: [quote, name, title]")
    show_as: Show | None = told("How the person is named; not named at all if left out.", default=None, example="show_as: full")
    until: Day | None = told("The last day it holds for.", default=None, example="until: 2028-05-04")
    withdrawn_on: Day | None = told("The day it was taken back.", default=None, example="withdrawn_on: 2027-01-15")
    evidence: str | None = told(
        "The mail or form that shows it: a path under content/private/, or a public address.",
        default=None,
        example="evidence: content/private/evidence/anna-consent.eml",
    )

    def __post_init__(self) -> None:
        if self.status == "granted" and self.date is None:
            raise Misread("a granted consent needs its date", "Add the day of the answer, like this: date: 2026-05-04", "status")


@frozen(kw_only=True)
class Expected:
    """What clients generally get (16 CFR 255.2(b))."""

    CALLED: ClassVar[str] = "an 'expected'"
    text: str = told("One sentence.", example="text: Most teams see a fall of a tenth to a fifth.")
    n: int | None = told("Of how many clients that is known.", default=None, example="n: 14", least=1)
    no_n: str | None = told("Why there is no number.", default=None, example="no_n: this is the first team measured so")
    period: str = told("For which time.", example="period: 2023 to 2025")


Typicality = Literal["typical", "atypical", "unknown"]


@frozen(kw_only=True)
class Measure:
    """One thing that was counted before and after."""

    CALLED: ClassVar[str] = "a measure"
    name: str = told("What was counted.", example="name: Turnover")
    before: Decimal = told("The number at the start.", example="before: 31")
    after: Decimal = told("The number at the end.", example="after: 22")
    unit: str = told("Its unit; left out for a plain count.", default="", example="unit: '%'")
    period: str = told("Over what time.", example="period: 12 months")
    evidence: str = told(
        "Where it is on file: a path under content/private/, or a public address.", example="evidence: content/private/evidence/harbour-turnover.pdf"
    )
    better: Literal["higher", "lower"] = told("Whether more or less of it is good.", example="better: lower")

    @property
    def is_public(self) -> bool:
        """Whether everybody can look at the evidence."""
        return self.evidence.startswith("http")


@frozen(kw_only=True)
class Verification:
    """What you did to know that it is real (UCPD Art 7(6))."""

    CALLED: ClassVar[str] = "a verification"
    method: str = told("What you did.", example="method: matched with the contract")
    date: Day = told("When.", example="date: 2026-05-06")


@frozen(kw_only=True)
class Allowed:
    """Withheld words that may stand elsewhere, with the reason (R4)."""

    CALLED: ClassVar[str] = "an entry of allow"
    text: str = told("The words, as the record has them.", example="text: Harbour Foods")
    why: str = told("Why they give nobody away there.", example="why: the street market of that name")
