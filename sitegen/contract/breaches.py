"""What breaks the contract: the words for it, and the text by which its place in her files is found."""

from __future__ import annotations

from typing import NamedTuple


class Breach(NamedTuple):
    """One thing that a page does not keep: what it is, the mend, and the text it is about ("" for the page as a whole)."""

    code: str
    what: str
    mend: str
    needle: str = ""


class Breaches(list[Breach]):
    """The breaches of one page, as they are found."""

    def breaks(self, code: str, what: str, mend: str, needle: str = "") -> None:
        """Note one; `code` is the part of the contract."""
        self.append(Breach(code, what, mend, needle))
