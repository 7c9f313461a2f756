"""To come."""

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add nothing yet."""
