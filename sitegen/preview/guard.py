"""Who may look: known hosts and origins only, and, from another device, who has typed the code from the terminal."""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from collections.abc import Callable
from urllib.parse import urlsplit

COOKIE = "sitegen_preview"
_TRIES = 5
_MOST_DEVICES = 20


class Guard:
    """Lets in this computer under its own names (against DNS rebinding), and, where the network is let in, devices with a code that counts once."""

    def __init__(self, port: int, address: str = "", say: Callable[[str], None] = print) -> None:
        names = ["127.0.0.1", "localhost", "[::1]", *([address] if address else [])]
        self.hosts = frozenset(f"{name}:{port}" for name in names) | (frozenset(names) if port == 80 else frozenset())
        self._open_to_network = bool(address)
        self._say = say
        self._tokens: list[str] = []
        self._wrong = 0
        self.code = ""
        if self._open_to_network:
            self._new_code()

    def knows(self, host: str) -> bool:
        """Say whether a request names this server as it is known; anything else may come through a name that somebody else controls."""
        return host.lower() in self.hosts

    def is_own(self, origin: str) -> bool:
        """Say whether a page of this server opened a connection."""
        parts = urlsplit(origin)
        return parts.scheme == "http" and self.knows(parts.netloc)

    def lets_in(self, peer: str, token: str) -> bool:
        """Say whether who asks is this computer, or a device that gave the code."""
        if _is_this_computer(peer):
            return True
        return self._open_to_network and any(hmac.compare_digest(token.encode(), known.encode()) for known in self._tokens)

    def token_for(self, typed: str) -> str:
        """Give a token for the code, "" for a wrong one. A code counts once; after some wrong ones there is a new one."""
        right = self._open_to_network and hmac.compare_digest("".join(typed.split()).encode(), self.code.encode())
        if not right:
            self._wrong += 1
            if self._wrong >= _TRIES:
                self._say("Somebody typed a wrong code several times; the old one counts no more.")
                self._new_code()
            return ""
        token = secrets.token_urlsafe(32)
        self._tokens = [*self._tokens[-_MOST_DEVICES + 1 :], token]
        self._say("A device was let in.")
        self._new_code()
        return token

    def _new_code(self) -> None:
        self._wrong = 0
        self.code = f"{secrets.randbelow(10**6):06d}"
        self._say(f"The code for the next device: {self.code}")


def _is_this_computer(peer: str) -> bool:
    try:
        return ipaddress.ip_address(peer.partition("%")[0]).is_loopback
    except ValueError:
        return False


CODE_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Preview</title>
<style>body{font:1.1rem/1.6 system-ui,sans-serif;margin:3rem auto;max-width:24rem;padding:0 1rem}input,button{font:inherit;padding:.5rem;width:100%;box-sizing:border-box;margin:.25rem 0}</style>
</head>
<body>
<h1>Preview</h1>
<form method="post" action="/_sitegen/code">
<p><label>The code from the terminal<br><input name="code" inputmode="numeric" autocomplete="one-time-code" required autofocus></label></p>
<p><button>Look at the site</button></p>
</form>
WRONG
</body>
</html>
"""
