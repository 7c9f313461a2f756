"""Patterns that are compiled when they are first asked for something: of those that a command imports it needs one in three."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def regex(text: AnyStr, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[AnyStr]:
    """Give what `re.compile` gives, later. A pattern that can't be compiled raises re.error when it is first used."""
    return cast("re.Pattern[AnyStr]", _Later(text, flags))


class _Later:
    """Stands for a pattern, and keeps each of its methods once it was asked for."""

    def __init__(self, text: Any, flags: re.RegexFlag) -> None:
        self._given = text, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._given), name)
        setattr(self, name, found)
        return found
