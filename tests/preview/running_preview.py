"""A preview that runs while a test does: its server on a free port, and tabs without a browser that speak livereload's protocol."""

from __future__ import annotations

import asyncio
import http.client
import json
import re
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from sitegen.preview.additions import BEGIN, END
from sitegen.preview.guard import Guard
from sitegen.preview.opening import opened
from sitegen.preview.preview import Preview
from sitegen.preview.server import application, listening, serve_on
from tests.small_site import TODAY

T = TypeVar("T")
LONGEST = 60
"""Seconds until a test gives up waiting: a bound against hanging, not a measure of speed."""


@dataclass
class Response:
    """What was answered."""

    status: int
    headers: dict[str, str]
    data: bytes

    @property
    def facts(self) -> dict[str, Any]:
        """What the page tells its bar."""
        found = re.search(rb'id="sitegen-facts">(.*?)</script>', self.data, re.DOTALL)
        assert found is not None, self.data[:500]
        told: dict[str, Any] = json.loads(found[1])
        return told

    @property
    def problems(self) -> str:
        """The text of what stands over the page."""
        return "".join(problem["text"] + "\n" for problem in self.facts["problems"])


def without_additions(page: bytes, css: str) -> bytes:
    """Give a page as it was before the preview added to it."""
    link, rest = re.compile(re.escape(BEGIN.encode()) + rb'<link rel="stylesheet"[^>]*>' + re.escape(END.encode())), page
    rest = link.sub(lambda _: f"<style>{css}</style>".encode(), rest)
    return re.sub(re.escape(BEGIN.encode()) + b".*?" + re.escape(END.encode()), b"", rest, flags=re.DOTALL)


@dataclass
class FakeTab:
    """A tab without a browser; `heard` are the paths it was told."""

    running: Running
    address: str
    socket: WebSocketClientConnection
    heard: list[str] = field(default_factory=list)
    more: threading.Condition = field(default_factory=threading.Condition)
    done: Any = None

    async def listen(self) -> None:
        while (message := await self.socket.read_message()) is not None:
            told = json.loads(message)
            if told["command"] == "reload":
                with self.more:
                    self.heard.append(told["path"])
                    self.more.notify_all()

    def wait_for(self, count: int) -> list[str]:
        """Wait until so many messages came."""
        with self.more:
            assert self.more.wait_for(lambda: len(self.heard) >= count, LONGEST), f"{len(self.heard)} of {count} messages came"
            return list(self.heard)

    def close(self) -> None:
        self.running.do(self._close())

    async def _close(self) -> None:
        self.socket.close()


class Running:
    """A running preview of a site."""

    def __init__(self, site: Path, *, poll: bool = False, day: date | None = TODAY, port: int = 0, lan: str = "") -> None:
        self.site = site
        self.said: list[str] = []
        self.open_tabs: list[FakeTab] = []
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.ready = threading.Event()
        self.thread.start()
        self.do(self._start(poll, day, port, lan))

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_forever()

    async def _start(self, poll: bool, day: date | None, port: int, lan: str) -> None:
        self.preview = Preview(opened(self.site), poll=poll, say=self.said.append, day=day)
        sockets, self.port = listening(port, "127.0.0.1")
        self.guard = Guard(self.port, lan, self.said.append)
        self.server = serve_on(sockets, application(self.preview, self.guard))

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(LONGEST)

    def close(self) -> None:
        self.do(self._stop())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()

    async def _stop(self) -> None:
        for tab in self.open_tabs:
            tab.socket.close()
            await tab.done
        for line in list(self.preview.tabs):
            line.close()
        while self.preview.tabs:
            await asyncio.sleep(0.005)
        self.server.stop()
        await self.server.close_all_connections()
        self.preview.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, method: str = "GET", body: str | None = None, **headers: str) -> Response:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        try:
            connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
            for name, value in {
                **headers,
                **({"Content-Length": str(len(body)), "Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}),
            }.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders(body.encode() if body is not None else None)
            response = connection.getresponse()
            return Response(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
        finally:
            connection.close()

    def page(self, path: str) -> bytes:
        """Give a page without the preview's additions."""
        response = self.get(path)
        return without_additions(response.data, self.css)

    @property
    def css(self) -> str:
        return self.get("/_sitegen/style.css").data.decode()

    def tab(self, address: str, *, version: str | None = None, **headers: str) -> FakeTab:
        """Open a tab: look at a page, then connect as livereload.js does."""
        page = self.get(address)
        facts = page.facts if version is None else {"version": version, "missing": False}
        return self.do(self._connect(address, facts, headers))

    async def _connect(self, address: str, facts: dict[str, Any], headers: dict[str, str]) -> FakeTab:
        socket = await websocket_connect(HTTPRequest(f"ws://127.0.0.1:{self.port}/livereload", headers={"Origin": self.url, **headers}))
        await socket.write_message(json.dumps({"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}))
        assert json.loads(str(await socket.read_message()))["command"] == "hello"
        tab = FakeTab(self, address, socket)
        tab.done = self.loop.create_task(tab.listen())
        self.open_tabs.append(tab)
        plugins = {"sitegen": {"shows": facts["version"], "missing": facts["missing"]}}
        before = set(self.preview.tabs)
        await socket.write_message(json.dumps({"command": "info", "url": self.url + address, "plugins": plugins}))
        while not set(self.preview.tabs) - before:
            await asyncio.sleep(0.005)
        return tab

    def write(self, path: str, data: str | bytes) -> None:
        """Save a file in place."""
        place = self.site / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data if isinstance(data, bytes) else data.encode())

    def settle(self) -> None:
        """Wait until all that was saved has been told to the tabs."""
        self.do(self._settled())

    async def _settled(self) -> None:
        await self.preview.settled()


@contextmanager
def running(site: Path, **options: Any) -> Iterator[Running]:
    """Run a preview of a site for a while."""
    preview = Running(site, **options)
    try:
        yield preview
    finally:
        preview.close()
