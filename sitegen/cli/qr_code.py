"""An address as a picture for a phone's camera, drawn with letters."""

from __future__ import annotations

import io


def qr_code(address: str) -> str:
    """Give the QR code of an address as lines of text."""
    import segno

    out = io.StringIO()
    segno.make(address, micro=False).terminal(out, compact=True)
    return out.getvalue()


def print_qr_code(address: str) -> None:
    """Print the QR code of an address."""
    print(qr_code(address), flush=True)
