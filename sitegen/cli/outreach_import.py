"""To come."""

import argparse


def arguments_import(parser: argparse.ArgumentParser) -> None:
    """Add nothing yet."""
