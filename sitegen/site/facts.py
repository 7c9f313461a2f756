"""`content/data/proof.yaml`: public facts, each with its source and date."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from sitegen.common.frozen import frozen
from sitegen.common.records import told
from sitegen.common.values import Day, ImagePath, Misread, Slug, Url
from sitegen.site.front import Consent


@frozen(kw_only=True)
class Figure:
    """A number that the site may show, with where it comes from."""

    CALLED: ClassVar[str] = "a figure"
    id: Slug = told("Its name in `[[figure leaders-coached]]`.", example="id: leaders-coached")
    value: str = told("The number as it is shown.", example="value: '126'")
    label: str = told("What it counts.", example="label: leaders coached one to one")
    n: int | None = told("Of how many, where it is a share.", default=None, example="n: 14", least=1)
    source: str = told("Where it comes from.", example="source: my client list")
    as_of: Day = told("The day it was true.", example="as_of: 2026-10-01")
    sample: bool = told("true marks it as invented.", default=False, example="sample: true")


@frozen(kw_only=True)
class Logo:
    """A client's logo, shown with the client's consent."""

    CALLED: ClassVar[str] = "a logo"
    id: Slug = told("A name for it.", example="id: harbour-foods")
    name: str = told("The company's name; it is the picture's text.", example="name: Harbour Foods")
    image: ImagePath | None = told("The picture; the name in letters if left out.", default=None, example="image: harbour.png")
    url: Url | None = told("The company's site.", default=None, example="url: https://www.example.com")
    consent: Consent | None = told(
        "What the company agreed to; without it nothing is shown.",
        default=None,
        example="consent: {status: granted, date: 2026-05-04, method: email, scope: [site], items: [logo]}",
    )
    source: str = told("How you know them.", example="source: team coaching in 2025")
    as_of: Day = told("The day it was true.", example="as_of: 2026-10-01")
    sample: bool = told("true marks it as invented.", default=False, example="sample: true")


@frozen(kw_only=True)
class Credential:
    """A certificate or membership."""

    CALLED: ClassVar[str] = "a credential"
    id: Slug = told("A name for it.", example="id: pcc")
    title: str = told("What it is called.", example="title: Professional Certified Coach")
    level: str | None = told("Its level.", default=None, example="level: PCC")
    issuer: str = told("Who gave it.", example="issuer: International Coaching Federation")
    number: str | None = told("Its number.", default=None, example="number: '0000000'")
    url: Url | None = told("Where one can look it up.", default=None, example="url: https://www.example.com/0000000")
    expires: Day | None = told("The day it ends.", default=None, example="expires: 2028-03-31")
    lasting: bool = told("true says that it never ends, so that no last day is asked for.", default=False, example="lasting: true")
    source: str = told("How it can be checked.", example="source: the issuer's public register")
    as_of: Day = told("The day it was true.", example="as_of: 2026-10-01")
    sample: bool = told("true marks it as invented.", default=False, example="sample: true")

    def __post_init__(self) -> None:
        if self.lasting and self.expires is not None:
            raise Misread("a credential that never ends has no last day", "Take one of the two lines out, `expires:` or `lasting: true`.", "lasting")


@frozen(kw_only=True)
class Press:
    """A place that wrote about her or let her speak."""

    CALLED: ClassVar[str] = "a press entry"
    id: Slug = told("A name for it.", example="id: radio-talk")
    title: str = told("What it is called.", example="title: A talk about first-time leaders")
    outlet: str = told("Where.", example="outlet: Example Radio")
    url: Url | None = told("Its address.", default=None, example="url: https://www.example.com/talk")
    source: str = told("How it can be checked.", example="source: the programme's page")
    as_of: Day = told("When it appeared.", example="as_of: 2026-03-12")
    sample: bool = told("true marks it as invented.", default=False, example="sample: true")


@frozen(kw_only=True)
class Rating:
    """The average that a platform shows, with its number and date."""

    CALLED: ClassVar[str] = "a rating"
    id: Slug = told("A name for it.", example="id: google")
    platform: str = told("Whose rating it is.", example="platform: Google")
    average: Decimal = told("The average.", example="average: 4.8", least=0)
    best: Decimal = told("Out of how many.", default=Decimal(5), example="best: 5")
    count: int = told("Of how many reviews.", example="count: 23", least=1)
    url: Url | None = told("Where one can read them.", default=None, example="url: https://www.example.com/reviews")
    source: str = told("Where it comes from.", example="source: the business profile")
    as_of: Day = told("The day it was true.", example="as_of: 2026-10-01")
    sample: bool = told("true marks it as invented.", default=False, example="sample: true")


@frozen(kw_only=True)
class Facts:
    """All of data/proof.yaml."""

    CALLED: ClassVar[str] = "data/proof.yaml"
    figures: tuple[Figure, ...] = told(
        "Numbers.", default=(), example="figures: [{id: leaders-coached, value: '126', label: leaders coached, source: my client list, as_of: 2026-10-01}]"
    )
    logos: tuple[Logo, ...] = told(
        "Clients' logos.", default=(), example="logos: [{id: harbour-foods, name: Harbour Foods, source: team coaching, as_of: 2026-10-01}]"
    )
    credentials: tuple[Credential, ...] = told(
        "Certificates and memberships.",
        default=(),
        example="credentials: [{id: pcc, title: Professional Certified Coach, issuer: ICF, source: register, as_of: 2026-10-01}]",
    )
    press: tuple[Press, ...] = told(
        "Press and talks.", default=(), example="press: [{id: radio, title: A talk, outlet: Example Radio, source: its page, as_of: 2026-03-12}]"
    )
    ratings: tuple[Rating, ...] = told(
        "Platforms' averages.",
        default=(),
        example="ratings: [{id: google, platform: Google, average: 4.8, count: 23, source: the business profile, as_of: 2026-10-01}]",
    )
