"""The sections a page can be made of, each one file in `templates/sections/`."""

from __future__ import annotations

from typing import ClassVar, Literal

from sitegen.common.frozen import frozen
from sitegen.common.records import told
from sitegen.common.values import FocalPoint, ImagePath, Markdown, Slug
from sitegen.site.front import Action, Question, Step, Video


def _heading(default: str | None = None) -> str | None:
    heading: str | None = told("The section's heading.", default=default, example="heading: In their words")
    return heading


def _intro() -> Markdown | None:
    intro: Markdown | None = told("A sentence or two below the heading.", default=None, example="intro: Three people I worked with.")
    return intro


def _only(what: str) -> tuple[Slug, ...]:
    only: tuple[Slug, ...] = told(f"Show just these {what}, in this order.", default=(), example="only: [one, two]")
    return only


def _limit(number: int) -> int:
    limit: int = told("How many at most.", default=number, example=f"limit: {number}", least=1, most=50)
    return limit


@frozen(kw_only=True)
class Hero:
    """The top of a landing page: for whom, what, and the next step."""

    CALLED: ClassVar[str] = "a hero section"
    type: Literal["hero"] = told("The word hero.", example="type: hero")
    title: str | None = told("The one sentence; your promise if left out.", default=None, example="title: Lead without losing yourself")
    text: Markdown | None = told("What stands below it.", default=None, example="text: Coaching for people who lead for the first time.")
    image: ImagePath | None = told("A picture; your portrait if left out.", default=None, example="image: maya.jpg")
    image_alt: str | None = told("What the picture shows.", default=None, example="image_alt: Maya at a window")
    image_focus: FocalPoint | None = told("What stays in sight where the picture is cut.", default=None, example="image_focus: 60% 30%")
    action: Action | None = told("The button; your booking link if left out.", default=None, example="action: {to: /contact/, label: Write to me}")
    second: Action | None = told("A quieter second link.", default=None, example="second: {to: /services/, label: See how I work}")
    note: str | None = told("A small line below the buttons.", default=None, example="note: Thirty minutes, free, no preparation.")


@frozen(kw_only=True)
class Proof:
    """A strip of client logos and figures from data/proof.yaml."""

    CALLED: ClassVar[str] = "a proof section"
    type: Literal["proof"] = told("The word proof.", example="type: proof")
    heading: str | None = _heading()
    figures: tuple[Slug, ...] = told("Which figures; all if left out.", default=(), example="figures: [leaders-coached]")
    logos: bool = told("false leaves the logos out.", default=True, example="logos: false")


@frozen(kw_only=True)
class Situation:
    """What the reader is in the middle of, in the reader's own words."""

    CALLED: ClassVar[str] = "a situation section"
    type: Literal["situation"] = told("The word situation.", example="type: situation")
    heading: str = told("The question.", default="What has your attention?", example="heading: What has your attention?")
    intro: Markdown | None = _intro()
    points: tuple[str, ...] = told(
        "Situations, each as the reader would say it.", default=(), example='points: ["I was promoted, and my friends report to me now."]'
    )


@frozen(kw_only=True)
class Services:
    """The services as cards."""

    CALLED: ClassVar[str] = "a services section"
    type: Literal["services"] = told("The word services.", example="type: services")
    heading: str | None = _heading()
    intro: Markdown | None = _intro()
    only: tuple[Slug, ...] = _only("services")


@frozen(kw_only=True)
class Results:
    """Case results with their measures."""

    CALLED: ClassVar[str] = "a results section"
    type: Literal["results"] = told("The word results.", example="type: results")
    heading: str | None = _heading()
    intro: Markdown | None = _intro()
    service: Slug | None = told("Of this service only.", default=None, example="service: team")
    only: tuple[Slug, ...] = _only("results")
    limit: int = _limit(3)


@frozen(kw_only=True)
class Testimonials:
    """What people said."""

    CALLED: ClassVar[str] = "a testimonials section"
    type: Literal["testimonials"] = told("The word testimonials.", example="type: testimonials")
    heading: str | None = _heading()
    intro: Markdown | None = _intro()
    service: Slug | None = told("Of this service only.", default=None, example="service: team")
    topic: str | None = told("With this topic only.", default=None, example="topic: delegation")
    audience: str | None = told("For this reader only.", default=None, example="audience: founders")
    only: tuple[Slug, ...] = _only("testimonials")
    limit: int = _limit(3)


@frozen(kw_only=True)
class Steps:
    """How it works, step by step."""

    CALLED: ClassVar[str] = "a steps section"
    type: Literal["steps"] = told("The word steps.", example="type: steps")
    heading: str | None = _heading("How it works")
    intro: Markdown | None = _intro()
    steps: tuple[Step, ...] = told("The steps in order.", default=(), example="steps: [{title: A first talk, text: 'Thirty minutes, free.'}]")


@frozen(kw_only=True)
class About:
    """Who she is, in short."""

    CALLED: ClassVar[str] = "an about section"
    type: Literal["about"] = told("The word about.", example="type: about")
    heading: str | None = _heading()
    text: Markdown | None = told("A paragraph or two; your bio if left out.", default=None, example="text: I was an engineer for fifteen years.")
    image: ImagePath | None = told("A picture; your portrait if left out.", default=None, example="image: maya.jpg")
    image_alt: str | None = told("What the picture shows.", default=None, example="image_alt: Maya in conversation")
    image_focus: FocalPoint | None = told("What stays in sight where the picture is cut.", default=None, example="image_focus: 60% 30%")
    credentials: bool = told("false leaves the credentials of data/proof.yaml out.", default=True, example="credentials: false")
    action: Action | None = told("A link below.", default=None, example="action: {to: /about/, label: More about me}")


@frozen(kw_only=True)
class Faq:
    """Questions and answers that open at a click, without a script."""

    CALLED: ClassVar[str] = "a faq section"
    type: Literal["faq"] = told("The word faq.", example="type: faq")
    heading: str | None = _heading("Questions people ask")
    intro: Markdown | None = _intro()
    questions: tuple[Question, ...] = told(
        "The questions.", default=(), example="questions: [{question: 'How long does it take?', answer: About four months.}]"
    )


@frozen(kw_only=True)
class Articles:
    """The newest articles."""

    CALLED: ClassVar[str] = "an articles section"
    type: Literal["articles"] = told("The word articles.", example="type: articles")
    heading: str | None = _heading("Lately written")
    intro: Markdown | None = _intro()
    topic: str | None = told("With this topic only.", default=None, example="topic: delegation")
    limit: int = _limit(3)


@frozen(kw_only=True)
class Events:
    """The next events."""

    CALLED: ClassVar[str] = "an events section"
    type: Literal["events"] = told("The word events.", example="type: events")
    heading: str | None = _heading("Coming up")
    intro: Markdown | None = _intro()
    limit: int = _limit(3)


@frozen(kw_only=True)
class NewsletterSignUp:
    """The newsletter's sign-up form."""

    CALLED: ClassVar[str] = "a newsletter section"
    type: Literal["newsletter"] = told("The word newsletter.", example="type: newsletter")
    heading: str | None = _heading("Letters")
    text: Markdown | None = told("Why to sign up.", default=None, example="text: One question a month to think about.")


@frozen(kw_only=True)
class CallToAction:
    """The one next step, at the end of a page."""

    CALLED: ClassVar[str] = "an action section"
    type: Literal["action"] = told("The word action.", example="type: action")
    heading: str | None = _heading("Shall we talk?")
    text: Markdown | None = told("What happens then.", default=None, example="text: Thirty minutes, free. You tell, I ask.")
    action: Action | None = told("The button; your booking link if left out.", default=None, example="action: {to: /contact/}")


@frozen(kw_only=True)
class VideoSection(Video):
    """A video."""

    CALLED: ClassVar[str] = "a video section"
    type: Literal["video"] = told("The word video.", example="type: video")
    heading: str | None = _heading()
    intro: Markdown | None = _intro()


@frozen(kw_only=True)
class Text:
    """Free text."""

    CALLED: ClassVar[str] = "a text section"
    type: Literal["text"] = told("The word text.", example="type: text")
    heading: str | None = _heading()
    text: Markdown = told("The text, as Markdown.", example="text: Write what you like.")


@frozen(kw_only=True)
class Form:
    """The contact form, or her e-mail address where there is no endpoint."""

    CALLED: ClassVar[str] = "a form section"
    type: Literal["form"] = told("The word form.", example="type: form")
    heading: str | None = _heading("Write to me")
    text: Markdown | None = told("What to write, and when you answer.", default=None, example="text: I answer within two working days.")


Section = (
    Hero
    | Proof
    | Situation
    | Services
    | Results
    | Testimonials
    | Steps
    | About
    | Faq
    | Articles
    | Events
    | NewsletterSignUp
    | CallToAction
    | VideoSection
    | Text
    | Form
)
"""One entry of `sections:`."""
