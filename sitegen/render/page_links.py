"""The links on one page: buttons, the menu, links in texts."""

from __future__ import annotations

import re

from sitegen.common.problems import Effect
from sitegen.render.gathered import Gathered
from sitegen.render.links import Target
from sitegen.render.on_page import Link
from sitegen.render.rendered import PlaceLink
from sitegen.render.routes import Route
from sitegen.render.wording import Wording
from sitegen.site.front import Action
from sitegen.site.model import SETTINGS_FILE
from sitegen.site.settings import Booking

LISTS = ("/services/", "/results/", "/testimonials/", "/articles/", "/events/", "/about/", "/contact/")
"""What the menu is made of where she has written none."""


class PageLinks:
    """Finds, checks and notes the links of one page."""

    def __init__(self, words: Wording, route: Route, owner: str, gathered: Gathered) -> None:
        self.words = words
        self.route = route
        self.owner = owner
        self.gathered = gathered
        self.ask = gathered.ask
        self.settings = gathered.ask.settings

    def href(self, address: str) -> str:
        """Give an address if it is on the site, "" if not."""
        return str(self.ask("address", address=address))

    def button(self, action: Action | None) -> Link | None:
        """Give a button's words and address; None for one that leads to what is not shown."""
        if action is None:
            return None
        if action.to == "booking":
            step = self.next_step()
            return Link(action.label or step.label, step.href) if step else None
        href = self.to(action.to, self.owner)
        return Link(action.label or self._title_at(href) or href, href) if href is not None else None

    def next_step(self, booking: Booking | None = None) -> Link | None:
        """Give the way to a first talk: the booking link, else the contact page, else a mail."""
        chosen = booking or self.settings.booking
        if chosen is not None:
            href = self.to(chosen.url, self.owner if booking else SETTINGS_FILE)
            return Link(chosen.label or self.words("book"), href) if href is not None else None
        if contact := self.href("/contact/"):
            return Link(self.words("write_to_me"), contact)
        return Link(self.words("write_to_me"), f"mailto:{self.settings.email}") if self.settings.email else None

    def to(self, href: str, owner: str, say_hidden: bool = True) -> str | None:
        """Give a link's address on the site, None for one that is not shown; a dead one is a problem."""
        target: Target = self.ask("link", href=href, owner=owner)
        if target.standing == "none":
            self.gathered.remark(
                "dead-link",
                href,
                owner,
                f"the link '{href}' leads nowhere.",
                _other_sort(href)
                or target.mend
                or "Correct it, or take it out. Link to a page by its file (../services/team.md) or its address (/services/team/).",
            )
            return None
        if target.standing == "hidden":
            if say_hidden:
                self.gathered.remark("link-hidden", href, owner, f"'{href}' is not on the site, so its link is shown as plain text.", "", Effect.NOTICE)
            return None
        address, hash_, fragment = target.href.partition("#")
        if hash_ and fragment and "://" not in address and not address.startswith(("mailto:", "tel:")):
            self.gathered.place_links.add(PlaceLink(address or self.route.address, fragment, href, owner))
        return target.href

    def menu(self) -> tuple[Link, ...]:
        """Give the menu: what site.yaml lists, or what the site has, with the pages that name a place of their own."""
        entries: list[tuple[int, str, str]] = []
        for index, entry in enumerate(self.settings.menu):
            href = self.to(entry.to, SETTINGS_FILE, say_hidden=False)
            if href is not None:
                entries.append((index, entry.label or self._title_at(href) or href, href))
        if not entries:
            for index, address in enumerate(LISTS):
                if href := self.href(address):
                    entries.append((index, self._title_at(href) or href, href))
        known = {href for _, _, href in entries}
        for order, label, href in self.ask("menu places"):
            if href not in known:
                entries.insert(order - 1, (order, label, href))
        here = self.route.address
        return tuple(Link(label, href, here == href or (href != "/" and here.startswith(href))) for _, label, href in entries)

    def _title_at(self, href: str) -> str:
        return str(self.ask("title", address=href.partition("#")[0]))


def _other_sort(href: str) -> str:
    """Give the mend for what was meant to leave the site: an e-mail address, or a web address without its beginning."""
    if re.fullmatch(r"[^\s@/]+@[^\s@/]+\.[a-z]{2,}", href):
        return f"For an e-mail address, write: mailto:{href}"
    if re.match(r"(www\.|[\w-]+\.(com|org|net|co\.uk|de|uk|io|eu)(/|$))", href):
        return f"For another site, write the whole address: https://{href}"
    return ""
