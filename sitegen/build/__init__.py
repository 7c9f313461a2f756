"""All routes to output/, checked in full before the first byte is written."""
