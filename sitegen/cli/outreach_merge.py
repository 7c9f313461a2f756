"""To come."""

import argparse


def arguments_merge(parser: argparse.ArgumentParser) -> None:
    """Add nothing yet."""
