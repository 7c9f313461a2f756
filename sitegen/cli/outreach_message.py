"""To come."""

import argparse


def arguments_message(parser: argparse.ArgumentParser) -> None:
    """Add nothing yet."""
