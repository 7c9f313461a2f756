"""Draws the starter's pictures, the same bytes each time: `python tests/starter/draw_pictures.py FOLDER`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

if not __package__:  # run as a file: the modules beside it are found from the root
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.starter.paint import Picture
from tests.starter.people import ANJALI, CALLUM, DOROTHEA, GRACE, TAMSIN, portrait
from tests.starter.places import harbour, hills_at_dawn, path, two_cups


def _coach() -> Picture:
    p = portrait("tamsin-ardlow", TAMSIN, 1440, 1800, y=560)
    p.trim(83, 150, 1200, 1500)
    return p


PICTURES: dict[str, Callable[[], Picture]] = {
    "tamsin-ardlow.jpg": _coach,
    "anjali-verrell.jpg": lambda: portrait("anjali-verrell", ANJALI, 800, 800, y=430),
    "callum-petherick.jpg": lambda: portrait("callum-petherick", CALLUM, 800, 800, y=430),
    "grace-adebanke.jpg": lambda: portrait("grace-adebanke", GRACE, 800, 800, y=440),
    "dorothea-lunnick.jpg": lambda: portrait("dorothea-lunnick", DOROTHEA, 800, 800, y=430),
    "hills-at-dawn.jpg": hills_at_dawn,
    "two-cups.jpg": two_cups,
    "path.jpg": path,
    "harbour.jpg": harbour,
}
"""Each picture's file name and how it is drawn."""


def main(folder: Path) -> None:
    """Draw every picture into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in PICTURES.items():
        draw().save(folder, name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
