"""`content/site.yaml`: who she is, her address, the look, the menu, the forms."""

from __future__ import annotations

from typing import ClassVar, Literal

from sitegen.common.frozen import frozen
from sitegen.common.records import told
from sitegen.common.values import Address, Colour, Email, FocalPoint, ImagePath, Language, Markdown, Misread, Pairs, Url, Zone
from sitegen.site.countries import ASKS, Asks, Country
from sitegen.site.front import FalseAlarm

Look = Literal["calm", "editorial", "bold"]
Fonts = Literal["system", "literata", "fraunces", "garamond", "manrope"]


@frozen(kw_only=True)
class Booking:
    """Where people book a first talk."""

    CALLED: ClassVar[str] = "a booking link"
    SHORT: ClassVar[str] = "url"
    url: Address = told("The booking page's address; a `mailto:` does as well.", example="url: https://cal.example.com/maya")
    label: str | None = told("What the button says; the theme's own words if left out.", default=None, example="label: Book a first talk")


@frozen(kw_only=True)
class MenuEntry:
    """One entry of the menu."""

    CALLED: ClassVar[str] = "a menu entry"
    SHORT: ClassVar[str] = "to"
    to: Address = told("Where it leads: an address or a file.", example="to: /about/")
    label: str | None = told("What it says; the page's title if left out.", default=None, example="label: About")


@frozen(kw_only=True)
class Profile:
    """A page of hers elsewhere."""

    CALLED: ClassVar[str] = "a profile"
    label: str = told("Its name.", example="label: LinkedIn")
    url: Url = told("Its address.", example="url: https://www.linkedin.com/in/example")


@frozen(kw_only=True)
class PostalAddress:
    """A postal address (imprint, newsletter, structured data)."""

    CALLED: ClassVar[str] = "an address"
    street: str = told("Street and number.", example="street: 1 Sample Street")
    postcode: str = told("The postcode.", example="postcode: '0150'")
    city: str = told("The town.", example="city: Oslo")
    country: str = told("The country's two letters.", example="country: NO")


@frozen(kw_only=True)
class FormEndpoint:
    """Where the contact form is sent; without it the page shows her e-mail address."""

    CALLED: ClassVar[str] = "a form"
    SHORT: ClassVar[str] = "action"
    action: Url = told("The address that takes the form.", example="action: https://forms.example.com/f/abc")
    hidden: Pairs = told("Fields sent along unseen, as the service asks.", default=Pairs(()), example="hidden: {_subject: From my website}")
    processor: str | None = told("Who receives the form for you; named on the privacy page.", default=None, example="processor: Example Forms Ltd")


@frozen(kw_only=True)
class Newsletter:
    """Where people sign up for her letters."""

    CALLED: ClassVar[str] = "a newsletter"
    action: Url = told("The sign-up address of the newsletter service.", example="action: https://letters.example.com/subscribe")
    email_field: str = told("The service's name for the e-mail field.", default="email", example="email_field: email")
    hidden: Pairs = told("Fields sent along unseen.", default=Pairs(()), example="hidden: {embed: '1'}")
    honeypot: str | None = told("A field that only robots fill in.", default=None, example="honeypot: website")
    promise: str = told("What they get and how often.", default="A letter now and then. Leave with one click.", example="promise: One letter a month.")
    processor: str | None = told("Who sends it for you; named on the privacy page.", default=None, example="processor: Example Letters Ltd")


@frozen(kw_only=True)
class Imprint:
    """What an imprint must say (DE: DDG s.5)."""

    CALLED: ClassVar[str] = "an imprint"
    register: str | None = told("Register and number.", default=None, example="register: Amtsgericht Musterstadt, HRB 0000")
    vat_id: str | None = told("The VAT number.", default=None, example="vat_id: DE000000000")
    responsible: str | None = told("Who answers for the content, if not you.", default=None, example="responsible: Maya Example")
    extra: Markdown | None = told("Anything more.", default=None, example="extra: Professional liability insurance with ...")


@frozen(kw_only=True)
class Settings:
    """The site as a whole."""

    CALLED: ClassVar[str] = "site.yaml"
    name: str = told("Your name.", example="name: Maya Lindqvist")
    practice: str | None = told("The practice's name, if it has one of its own.", default=None, example="practice: Clear Water Coaching")
    promise: str = told("Whom you help and with what, in one sentence.", example="promise: I coach new leaders through their first year.")
    title: str = told("What you call yourself.", default="Coach", example="title: Leadership coach")
    bio: Markdown | None = told(
        "Two or three sentences for the author box and the footer.", default=None, example="bio: Fifteen years in engineering teams, ten as a coach."
    )
    language: Language = told("The site's language.", default=Language("en"), example="language: en-GB")
    country: Country = told("Whose rules apply: us, uk, eu, de, fr or other.", default="other", example="country: uk")
    url: Url | None = told("The site's own address, once it has one.", default=None, example="url: https://www.example.com")
    email: Email | None = told("Where people write to you.", default=None, example="email: hello@example.com")
    phone: str | None = told("Your phone number.", default=None, example="phone: +47 22 00 00 00")
    address: PostalAddress | None = told(
        "Your postal address.", default=None, example="address: {street: 1 Sample Street, postcode: '0150', city: Oslo, country: NO}"
    )
    area: str | None = told("Where you work, if not everywhere.", default=None, example="area: Oslo and online")
    time_zone: Zone = told("Your time zone; events are in it unless they say otherwise.", default=Zone("UTC"), example="time_zone: Europe/Oslo")
    booking: Booking | None = told("Where people book a first talk.", default=None, example="booking: https://cal.example.com/maya")
    look: Look = told("How the site looks: light and warm, like a printed page, or strong and round.", default="calm", example="look: editorial")
    accent: Colour = told("The site's colour.", default=Colour("#2f6f62"), example='accent: "#2f6f62"')
    photo: ImagePath | None = told("Your portrait, from content/images/.", default=None, example="photo: maya.jpg")
    photo_alt: str | None = told("What the portrait shows.", default=None, example="photo_alt: Maya in her office, smiling")
    photo_focus: FocalPoint | None = told(
        "Where your face is in it, from its left and from its top: that stays in sight where the portrait is cut.", default=None, example="photo_focus: 50% 30%"
    )
    logo: ImagePath | None = told("Your logo; a monogram if left out.", default=None, example="logo: logo.png")
    share_image: ImagePath | None = told(
        "The picture shown where somebody shares a link, 1200 by 630; a card with your name if left out.", default=None, example="share_image: share.jpg"
    )
    cards: Literal["site", "pages"] = told(
        "What is shown where somebody shares a link: one card for the whole site, or one of its own for each page.", default="site", example="cards: pages"
    )
    card_font: str | None = told(
        "A font for cards, for letters that are not Latin, Greek or Cyrillic: a .ttf or .otf file in templates/fonts/.",
        default=None,
        example="card_font: NotoSansArmenian.ttf",
    )
    fonts: Fonts = told(
        "The site's fonts: those that the reader's computer has, or one of the pairs that come with sitegen.", default="system", example="fonts: literata"
    )
    topics: tuple[str, ...] = told("What you know about, for search engines.", default=(), example="topics: [leadership, teams]")
    menu: tuple[MenuEntry, ...] = told("The menu, in order; made from what the site has if left out.", default=(), example="menu: [/services/, /about/]")
    profiles: tuple[Profile, ...] = told("Your pages elsewhere.", default=(), example="profiles: [{label: LinkedIn, url: https://www.linkedin.com/in/example}]")
    form: FormEndpoint | None = told(
        "Where the contact form is sent; without it your e-mail address is shown.", default=None, example="form: https://forms.example.com/f/abc"
    )
    newsletter: Newsletter | None = told(
        "Where people sign up for your letters.", default=None, example="newsletter: {action: https://letters.example.com/subscribe}"
    )
    imprint: Imprint | None = told("What the imprint must say beside name and address.", default=None, example="imprint: {vat_id: DE000000000}")
    per_page: int = told("How many items a list shows on a page.", default=10, example="per_page: 10", least=1, most=100)
    own_reviews: bool = told(
        "true allows Review and AggregateRating structured data about your own practice, which Google holds ineligible (R12).",
        default=False,
        example="own_reviews: false",
    )
    repo: Literal["private", "public"] | None = told(
        "Whether the git repository that holds these files is private; answers W11.", default=None, example="repo: private"
    )
    not_claims: tuple[FalseAlarm, ...] = told(
        "Numbers in these lines that claim no result.", default=(), example="not_claims: [{text: ten people, why: the size of the team}]"
    )
    sample: bool = told("true marks the whole site as invented sample content.", default=False, example="sample: true")

    def __post_init__(self) -> None:
        if self.url and self.url.rstrip("/").count("/") > 2:
            raise Misread(
                f"'url' has a path ({self.url})", "Write the address of the site's home page without one, like this: url: https://www.example.com", "url"
            )
        if self.card_font is not None and (not self.card_font.lower().endswith((".ttf", ".otf")) or "/" in self.card_font or "\\" in self.card_font):
            raise Misread(
                f"'{self.card_font}' is not the name of a font file",
                "Put a .ttf or .otf file into templates/fonts/ and write its name only, like this: card_font: NotoSansArmenian.ttf",
                "card_font",
            )
        if self.asks.imprint and self.sample is False and (self.address is None or self.email is None):
            raise Misread(
                "a site under German law needs an imprint with a postal and an e-mail address (DDG s.5)", "Add `address:` and `email:` to site.yaml.", "country"
            )

    @property
    def asks(self) -> Asks:
        """What the rules of the country ask beside what is asked everywhere."""
        return ASKS[self.country]

    @property
    def brand(self) -> str:
        """The name that stands at the head of each page."""
        return self.practice or self.name

    @property
    def share_address(self) -> str:
        """Where the picture stands that goes with a shared link: a photo is a JPEG, all else a PNG."""
        has_photo = self.photo is not None and self.share_image is None and not self.photo.lower().endswith(".svg")
        return "/share.jpg" if has_photo else "/share.png"

    @property
    def origin(self) -> str:
        """The site's address without a final slash, "" while it has none."""
        return (self.url or "").rstrip("/")
