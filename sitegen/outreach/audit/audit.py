"""The audit of finished files for what stands in the private ones (R9: GDPR, ICF Code of Ethics)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sitegen.common.leaks.audit import Audited, Finished, Known, audited
from sitegen.common.leaks.excuses import Public
from sitegen.common.leaks.memory import seal_of
from sitegen.outreach.audit.needles import sought


def audited_private(
    private: Mapping[str, bytes], finished: Finished, public_mark: str, public: Callable[[], Public], known: Known, key: bytes, version: str
) -> Audited:
    """Give every leak from the private files, by their names. Raises Unreadable for a private file that can't be read."""
    return audited(seal_of(key, private), lambda: sought(private), finished, public_mark, public, known, key, version)
