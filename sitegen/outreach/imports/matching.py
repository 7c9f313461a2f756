"""Who of an export is in the book already: surely by link or e-mail, perhaps by name and company."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from sitegen.common.frozen import frozen
from sitegen.common.leaks.forms import link_form
from sitegen.outreach.finding import folded
from sitegen.outreach.imports.contact import Contact
from sitegen.outreach.people import Person

_ALIKE = 88


@frozen
class Match:
    """A person in the book who is, or may be, somebody of an export."""

    index: int
    sure: bool
    why: str


class Matcher:
    """The people of a book, made ready to be compared with many."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._people = people
        self._links = {link_form(link): i for i, person in reversed(list(enumerate(people))) for link in person.links}
        self._emails = {email.lower(): i for i, person in reversed(list(enumerate(people))) for email in person.emails}
        self._names = [tuple(folded(name) for name in (person.name, *person.also)) for person in people]
        self._by_start: dict[str, list[int]] = {}
        for i, names in enumerate(self._names):
            for start in {word[:2] for name in names for word in name.split()}:
                self._by_start.setdefault(start, []).append(i)

    def match(self, contact: Contact, below: int | None = None) -> Match | None:
        """Give who it is, by link, by e-mail, then by name and company; None for nobody. Only those before `below` are looked at."""
        most = len(self._people) if below is None else below
        return self.surely(contact, most) or self._by_name(folded(contact.name), contact.company, most)

    def surely(self, contact: Contact, below: int | None = None) -> Match | None:
        """Give who it is by link or by e-mail alone."""
        most = len(self._people) if below is None else below
        for link in contact.links:
            if (index := self._links.get(link_form(link), most)) < most:
                return Match(index, True, "the same profile")
        for email in contact.emails:
            if (index := self._emails.get(email, most)) < most:
                return Match(index, True, "the same e-mail address")
        return None

    def _by_name(self, name: str, company: str, most: int) -> Match | None:
        near: dict[int, int] = {}
        for word in name.split():
            for index in self._by_start.get(word[:2], ()):
                near[index] = near.get(index, 0) + 1
        best: tuple[float, int] | None = None
        for index, shared in near.items():
            if index >= most or shared < min(2, len(name.split())):
                continue
            alike = max(fuzz.token_sort_ratio(name, other) for other in self._names[index])
            if alike >= _ALIKE and (best is None or alike > best[0]):
                best = (alike, index)
        if best is None:
            return None
        own = self._people[best[1]].company or ""
        same = bool(company and own) and fuzz.token_set_ratio(folded(company), folded(own)) >= _ALIKE
        exact = best[0] == 100
        if not exact and not same:
            return None
        return Match(best[1], False, f"{'the same' if exact else 'nearly the same'} name{' and company' if same else ''}")


def doubles(people: Sequence[Person]) -> Iterator[tuple[int, Match]]:
    """Give each pair in the book that may be one person."""
    matcher = Matcher(people)
    for index, person in enumerate(people):
        contact = Contact(person.name, tuple(str(e).lower() for e in person.emails), (), tuple(map(str, person.links)), person.company or "")
        found = matcher.match(contact, below=index)
        if found is not None:
            yield index, found
