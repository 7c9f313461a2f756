"""What of the private files may stand on the site: names that are public with consent, her own addresses, words that a client agreed to show, allowed names."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.common.frozen import frozen
from sitegen.common.leaks.forms import folded, link_form, name_pairs, phone_key, words_of
from sitegen.common.leaks.search import Leak


@frozen
class Public:
    """What public files show with the right to: names, addresses, links, numbers, texts."""

    names: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


class Excuses:
    """Says of a needle that was found whether it may stand there."""

    def __init__(self, public: Public, allowed: Iterable[str] = ()) -> None:
        self._names = {pair[:2] for name in public.names for pair in name_pairs(name)} | {(b, a) for name in public.names for a, b, _ in name_pairs(name)}
        self._allowed = frozenset(allowed)
        self._emails = {email.lower() for email in public.emails}
        self._links = {link_form(link) for link in public.links}
        self._phones = {phone_key(phone) for phone in public.phones}
        self._texts = [f" {' '.join(words_of(folded(text)))} " for text in public.texts]

    def excuse(self, leak: Leak) -> bool:
        """Say whether what was found is public by right."""
        needle = leak.needle
        match needle.kind:
            case "name":
                pairs = [pair[:2] for pair in name_pairs(needle.text)]
                return " ".join(words_of(folded(needle.text))) in self._allowed or any(pair in self._names for pair in pairs)
            case "email":
                return needle.text.replace(" ", "").lower() in self._emails
            case "link":
                return link_form(needle.text) in self._links
            case "phone":
                return phone_key(needle.text) in self._phones
            case _:
                return any(f" {leak.words} " in text for text in self._texts)
