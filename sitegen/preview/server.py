"""The preview's web server: tornado, and livereload's own protocol and script on it."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from livereload.handlers import LiveReloadHandler
from tornado.escape import json_decode
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from sitegen.common.problems import ContentError
from sitegen.common.trees import Tree, preview_tree
from sitegen.preview.additions import OWN, bare_page
from sitegen.preview.answering import path_asked
from sitegen.preview.content_types import content_type
from sitegen.preview.guard import CODE_PAGE, COOKIE, Guard
from sitegen.preview.preview import Preview
from sitegen.preview.ranges import Part, part_of
from sitegen.preview.tabs import tab_of
from sitegen.preview.view import view_of

_CHUNK = 1 << 20
_NEXT_PORTS = 50
_LARGEST_MESSAGE = 64 * 1024


class Guarded(RequestHandler):
    """Answers nobody that the guard does not know."""

    def initialize(self, preview: Preview, guard: Guard) -> None:
        """Take what the server is made of."""
        self.preview = preview
        self.guard = guard

    def prepare(self) -> None:
        """Refuse unknown names of this server, and ask devices for the code."""
        if not self.guard.knows(self.request.host):
            self.refuse(421, "This address is not the preview's", f"Open the address that `sitegen serve` printed; '{self.request.host}' is not known here.")
        elif not self.guard.lets_in(self.request.remote_ip or "", self.get_cookie(COOKIE) or ""):
            self.set_status(403)
            self.html(CODE_PAGE.replace("WRONG", "").encode())

    def refuse(self, status: int, title: str, text: str) -> None:
        """End the request with words."""
        self.set_status(status)
        self.html(bare_page(title, text))

    def html(self, page: bytes) -> None:
        """Send a page of the preview's own."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(page)

    def set_default_headers(self) -> None:
        """Keep pages out of caches and out of other sites' frames and scripts."""
        self.set_header("Server", "sitegen preview")
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("X-Frame-Options", "SAMEORIGIN")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("Referrer-Policy", "same-origin")

    def data_received(self, chunk: bytes) -> None:
        """Take no bodies in pieces."""


class Code(Guarded):
    """Takes the code that a device gives."""

    def prepare(self) -> None:
        """Refuse unknown names, and forms of other sites."""
        origin = self.request.headers.get("Origin", "")
        if not self.guard.knows(self.request.host) or not self.guard.is_own(origin):
            self.refuse(421, "This address is not the preview's", "Open the address that `sitegen serve` printed.")

    def post(self) -> None:
        """Let the device in, or ask again."""
        token = self.guard.token_for(self.get_body_argument("code", ""))
        if token:
            self.set_cookie(COOKIE, token, httponly=True, samesite="Strict", expires_days=None)
            self.redirect("/", status=303)
        else:
            self.set_status(403)
            self.html(CODE_PAGE.replace("WRONG", "<p>This is not the code that the terminal shows now.</p>").encode())


class Script(Guarded):
    """Gives one of the two scripts."""

    def initialize(self, preview: Preview, guard: Guard, data: bytes = b"") -> None:
        """Take the script's bytes."""
        super().initialize(preview, guard)
        self.data = data

    def get(self) -> None:
        """Give the script."""
        self.set_header("Content-Type", content_type("x.js"))
        self.set_header("Cache-Control", "no-cache")
        self.finish(self.data)


class Place(Guarded):
    """Answers for every address of the site."""

    async def get(self) -> None:
        """Give what stands at the address."""
        path = path_asked(self.request.path)
        if path is None:
            self.refuse(400, "There is no such address", "An address of the site is made of names and slashes.")
            return
        port = self.request.host.rpartition(":")[2]
        livereload = f"/livereload.js?port={port if port.isdigit() else 80}&amp;mindelay=150&amp;maxdelay=1000"
        found = await self.preview.answer(view_of(self.request.query), path, self.request.query, livereload)
        self.set_status(found.status)
        for name, value in found.headers.items():
            self.set_header(name, value)
        if found.location:
            self.set_header("Location", found.location)
            return
        self.set_header("Content-Type", found.type)
        if found.picture is not None:
            await self._picture(found.picture)
        elif found.file:
            await self._file(found.file, found.size)
        else:
            self._part(found.data)

    head = get

    async def _picture(self, make: Callable[[], bytes]) -> None:
        try:
            data = await self.preview.picture(make)
        except ContentError as error:
            self.refuse(404, "This picture can't be shown", str(error))
            return
        self.set_header("Cache-Control", "private, max-age=86400")  # its name tells its bytes
        self._part(data)

    def _part(self, data: bytes) -> None:
        part = self._ranged(len(data)) if self.get_status() == 200 else None
        if self._finished:
            return
        self.finish(data[part.start : part.end] if part is not None else data)

    async def _file(self, path: str, size: int) -> None:
        part = self._ranged(size)
        if part is None or self.request.method == "HEAD":
            return
        try:
            for at in range(part.start, part.end, _CHUNK):
                self.write(await self.preview.part(path, at, min(_CHUNK, part.end - at)))
                await self.flush()
        except ContentError as error:
            if not self._headers_written:
                self.clear_header("Content-Length")
                self.refuse(404, "This file can't be read", str(error))

    def _ranged(self, size: int) -> Part | None:
        """Set the headers of a part or a whole; end the request where there is no such part."""
        self.set_header("Accept-Ranges", "bytes")
        asked = self.request.headers.get("Range", "")
        part = part_of(asked, size)
        if part is None:
            self.set_header("Content-Range", f"bytes */{size}")
            self.set_status(416)
            self.finish()
            return None
        if (part.start, part.end) != (0, size):
            self.set_status(206)
            self.set_header("Content-Range", f"bytes {part.start}-{part.end - 1}/{size}")
        self.set_header("Content-Length", part.end - part.start)
        return part


class Socket(LiveReloadHandler):  # type: ignore[misc]
    """Livereload's own handler, for pages of this server alone."""

    def initialize(self, preview: Preview, guard: Guard) -> None:
        """Take what the server is made of."""
        self.preview = preview
        self.guard = guard

    def prepare(self) -> None:
        """Refuse unknown names of this server, pages of others, and devices without the code."""
        known = self.guard.knows(self.request.host) and self.guard.is_own(self.request.headers.get("Origin", f"http://{self.request.host}"))
        if not known or not self.guard.lets_in(self.request.remote_ip or "", self.get_cookie(COOKIE) or ""):
            self.set_status(403)
            self.finish()

    def check_origin(self, origin: str) -> bool:
        """Accept pages of this server alone."""
        return self.guard.is_own(origin)

    def on_message(self, message: str | bytes) -> None:
        """Shake hands as livereload does, and take up what the tab shows."""
        try:
            super().on_message(message)
            told = json_decode(message)
            if told.get("command") == "info":
                self.preview.tell(tab_of(self, told))
        except (ValueError, AttributeError, KeyError, TypeError):
            self.close(1003)

    def on_close(self) -> None:
        """Forget the tab."""
        super().on_close()
        self.preview.forget(self)


def application(preview: Preview, guard: Guard) -> Application:
    """Give the server's addresses."""
    parts = {"preview": preview, "guard": guard}
    spec = find_spec("livereload")
    folder = Path(spec.origin).parent if spec is not None and spec.origin else Path()
    return Application(
        [
            ("/livereload", Socket, parts),
            ("/livereload.js", Script, {**parts, "data": Tree(folder).read("vendors/livereload.js")}),
            (OWN + "preview.js", Script, {**parts, "data": preview_tree().read("preview.js")}),
            (OWN + "code", Code, parts),
            (".*", Place, parts),
        ],
        log_function=lambda _: None,
        websocket_ping_interval=30,
        websocket_max_message_size=_LARGEST_MESSAGE,
    )


def listening(port: int, address: str) -> tuple[list[socket.socket], int]:
    """Give sockets on a port, or on the next one that is free. Raises OSError when none is."""
    taken = OSError(errno.EADDRINUSE, "no port is free")
    for candidate in range(port, min(port + _NEXT_PORTS, 65_536)):
        try:
            made = socket.create_server((address, candidate), backlog=128)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
            taken = error
            continue
        made.setblocking(False)
        return [made], made.getsockname()[1]
    raise taken


def serve_on(sockets: list[socket.socket], application: Application) -> HTTPServer:
    """Answer requests on these sockets."""
    server = HTTPServer(application)
    server.add_sockets(sockets)
    return server
