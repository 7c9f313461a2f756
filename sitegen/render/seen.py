"""What a page was made from: each question asked while it was rendered, with the digest of the answer."""

from __future__ import annotations

from typing import Any

from sitegen.common.digests import digest_of
from sitegen.site.queries import QUERIES
from sitegen.site.settings import Settings
from sitegen.site.showing import Showing


class Seen:
    """Gathers the inputs of one rendering, each once."""

    def __init__(self) -> None:
        self._inputs: dict[str, str] = {}

    def note(self, question: str, answer: object) -> None:
        """Record a question with its answer's digest."""
        if question not in self._inputs:
            self._inputs[question] = digest_of(answer)

    def inputs(self) -> tuple[tuple[str, str], ...]:
        """Give (question, digest of the answer), sorted."""
        return tuple(sorted(self._inputs.items()))


class Ask:
    """The named queries, as templates call them: `ask.testimonials(service="team", limit=3)`."""

    def __init__(self, shown: Showing, seen: Seen) -> None:
        self._shown = shown
        self._seen = seen

    def __getattr__(self, name: str) -> Any:
        query = QUERIES.get(name)
        if query is None:
            raise AttributeError(name)

        def asked(*args: Any, **kwargs: Any) -> Any:
            answer = query(self._shown, *args, **kwargs)
            words = [repr(arg) for arg in args] + [f"{key}={value!r}" for key, value in sorted(kwargs.items())]
            self._seen.note(f"{name}({', '.join(words)})", answer)
            return answer

        return asked


class AskedSettings:
    """The settings, each noted when it is read."""

    def __init__(self, settings: Settings, seen: Seen) -> None:
        self._settings = settings
        self._seen = seen

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._settings, name)
        self._seen.note(f"setting {name}", value)
        return value
