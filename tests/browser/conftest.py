"""The starter as a coach's own site, built and served."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from sitegen.cli.main import main
from tests.running import DAY
from tests.starter_copy import write_starter_copy


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves as `python -m http.server` does, and the site's own page for what is not there."""

    def log_message(self, format: str, *args: object) -> None:
        pass


class WithPolicy(Quiet):
    """Serves with the policy that the site asks its host for."""

    def end_headers(self) -> None:
        text = (Path(self.directory) / "_headers").read_text(encoding="utf-8")
        policy = next(line for line in text.split("\n") if "Content-Security-Policy" in line)
        self.send_header("Content-Security-Policy", policy.partition(": ")[2])
        super().end_headers()


@contextmanager
def served(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """Serve a folder at a free port of this computer for a while; gives the address without a final slash."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder))) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter copy's output/."""
    site = write_starter_copy(tmp_path_factory.mktemp("starter"))
    assert main(["build", "--site", str(site), "--as-of", DAY, "--strict"]) == 0
    return site / "output"


@pytest.fixture(scope="session")
def origin(output: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(output) as address:
        yield address
