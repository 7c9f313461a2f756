"""The digests of the texts that ship as samples, written by `make samples` from `content/`; a test compares."""

SHIPPED: frozenset[str] = frozenset()
