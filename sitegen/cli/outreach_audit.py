"""To come."""

import argparse


def arguments_audit(parser: argparse.ArgumentParser) -> None:
    """Add nothing yet."""
