"""The site as loaded: settings, facts and items, each with the file and the lines they came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, Literal, TypeAlias, TypeVar

from sitegen.common.frozen import frozen
from sitegen.common.problems import Effect, Location, Problem
from sitegen.common.reuse import Reuse
from sitegen.site.facts import Facts
from sitegen.site.items import Article, Event, Page, Result, Service, Testimonial
from sitegen.site.mentions import Mention
from sitegen.site.rules.claims_made import MadeClaim
from sitegen.site.settings import Settings

if TYPE_CHECKING:
    from sitegen.site.video_texts import VideoText

Record: TypeAlias = Page | Service | Testimonial | Result | Article | Event
Kind = Literal["pages", "services", "testimonials", "results", "articles", "events"]
R = TypeVar("R", bound=Record)

KINDS: Mapping[Kind, type[Record]] = {
    "pages": Page,
    "services": Service,
    "testimonials": Testimonial,
    "results": Result,
    "articles": Article,
    "events": Event,
}
"""The folders of `content/` that hold items, and what each file in them is."""

CLAIMING: frozenset[Kind] = frozenset(("pages", "services", "testimonials", "results"))
"""The kinds whose texts are searched for results claims (R6)."""

SETTINGS_FILE = "content/site.yaml"
FACTS_FILE = "content/data/proof.yaml"
IMAGES = "content/images"
FILES = "content/files"


@frozen
class Item(Generic[R]):
    """One Markdown file: what its front matter says, its text, and where each stands."""

    kind: Kind
    slug: str
    file: str
    record: R
    body: str
    body_line: int
    lines: Mapping[str, int]
    digest: str
    mentions: tuple[Mention, ...] = ()
    placeholder: str = ""
    """A line that `sitegen add` wrote and nobody replaced."""
    claims: tuple[MadeClaim, ...] = ()
    """The results claims in its texts; looked for where R6 asks for what stands behind them."""
    videos: tuple[str, ...] = ()
    """The videos of hers that it shows."""
    video_texts: tuple[VideoText, ...] = ()
    """What is said in these: their captions and transcripts, as far as they can be read."""
    is_shipped: bool = False
    """Whether its text is still that of a sample that ships with sitegen."""

    @property
    def id(self) -> str:
        """Its name among all items: `services/team`."""
        return f"{self.kind}/{self.slug}"

    @property
    def address(self) -> str:
        """Where it stands on the site: `/services/team/`; pages stand at the top."""
        if self.kind == "pages":
            return "/" if self.slug == "index" else f"/{self.slug}/"
        return f"/{self.kind}/{self.slug}/"

    def location(self, field: str = "") -> Location:
        """Give the line of a field (`sections.2.service`), or of the nearest field above it."""
        return _line(self.file, self.lines, field)

    def problem(self, code: str, field: str, message: str, mend: str = "", why: str = "", effect: Effect = Effect.REFUSE) -> Problem:
        """Make a problem that points to one of its fields."""
        return Problem(code, self.location(field), message, mend, why, effect)


@frozen
class Site:
    """All public content, published or not."""

    settings: Settings
    settings_lines: Mapping[str, int]
    facts: Facts
    facts_lines: Mapping[str, int]
    pages: tuple[Item[Page], ...]
    services: tuple[Item[Service], ...]
    testimonials: tuple[Item[Testimonial], ...]
    results: tuple[Item[Result], ...]
    articles: tuple[Item[Article], ...]
    events: tuple[Item[Event], ...]
    pictures: frozenset[str]
    clips: frozenset[str]
    """What lies among the pictures and is none: videos, captions, transcripts."""
    files: tuple[str, ...]
    unread: Mapping[str, str]
    """Items whose file has problems, file by id: they exist, and nothing more is known of them."""

    def items(self) -> Iterator[Item[Record]]:
        """Give every item, kind by kind, in file order."""
        for group in (self.pages, self.services, self.testimonials, self.results, self.articles, self.events):
            yield from group  # type: ignore[misc]

    def slugs(self, kind: Kind, reuse: Reuse | None = None) -> tuple[str, ...]:
        """Give the slugs of a kind, of files with problems too."""
        read = (reuse or Reuse()).each(f"slug of {kind}", getattr(self, kind), attrgetter("slug"))
        return (*read, *(name.partition("/")[2] for name in self.unread if name.startswith(kind + "/")))

    def names(self, kind: Kind, reuse: Reuse) -> frozenset[str]:
        """Give the slugs of a kind, the same object as long as they are the same."""
        return reuse.of(f"slugs of {kind}", frozenset, reuse.same(f"each slug of {kind}", self.slugs(kind, reuse)))

    def setting(self, field: str) -> Location:
        """Give the line of a field of site.yaml."""
        return _line(SETTINGS_FILE, self.settings_lines, field)

    def fact(self, field: str) -> Location:
        """Give the line of a field of data/proof.yaml."""
        return _line(FACTS_FILE, self.facts_lines, field)


def _line(file: str, lines: Mapping[str, int], field: str) -> Location:
    while field not in lines and field:
        field = field.rpartition(".")[0]
    return Location(file, lines.get(field, 0) if field else 0)
