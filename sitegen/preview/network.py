"""Where this computer stands in its network: the address that other devices reach it at."""

from __future__ import annotations

import ipaddress
import socket


def network_address() -> str:
    """Give this computer's address in the local network, "" when it is in none. Nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))  # an address that nobody has (RFC 5737): the system chooses the way out, and that is all
            address = str(asking.getsockname()[0])
        except OSError:
            address = ""
    if address and not ipaddress.ip_address(address).is_loopback:
        return address
    return _by_name()


def _by_name() -> str:
    try:
        found = socket.gethostbyname(socket.gethostname())
    except OSError:
        return ""
    return "" if ipaddress.ip_address(found).is_loopback else found
