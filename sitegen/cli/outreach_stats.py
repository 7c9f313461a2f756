"""To come."""

import argparse


def arguments_stats(parser: argparse.ArgumentParser) -> None:
    """Add nothing yet."""
