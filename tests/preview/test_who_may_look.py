"""Nobody but this computer, and devices that gave the code; nothing but the site; as a host would answer."""

from __future__ import annotations

import http.client
import os
import re
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import HTTPClientError

from sitegen.preview.file_systems import deaf, file_system
from sitegen.preview.guard import Guard
from sitegen.preview.ranges import Part, part_of
from sitegen.preview.server import listening
from tests.preview.running_preview import Running, running
from tests.small_site import ARTICLE, SITE, SMALL, write_site

CANARY = "canary-7f3a9c"
ESCAPES = (
    "/../content/private/outreach.yaml", "/%2e%2e/content/private/outreach.yaml", "/..%2fcontent%2fprivate%2foutreach.yaml", "/content/private/outreach.yaml",
    "/private/outreach.yaml", "/files/../private/outreach.yaml", "/%2e%2e%5ccontent%5cprivate", "/guide.txt%00.html", "//etc/passwd", "/etc/passwd", "/\\etc\\passwd",
    "/%2fetc/passwd", "/.sitegen/keep/x", "/.git/config", "/content/site.yaml", "/templates/base.html", "/leak.txt", "/people/outreach.yaml", "/%ff%fe", "/guide.txt/../leak.txt",
)  # fmt: skip


@pytest.fixture
def preview(tmp_path: Path) -> Any:
    write_site(tmp_path, {**SMALL, "content/files/guide.txt": "A guide.", "content/files/clip.mp4": bytes(range(256)) * 4, "content/private/outreach.yaml": CANARY,
                          "content/articles/meetings.md": ARTICLE.replace("topics:", "aliases: [/old/, /older.html]\ntopics:")})  # fmt: skip
    with running(tmp_path) as started:
        yield started


@pytest.mark.parametrize("path", ESCAPES)
def test_no_path_leads_out_of_the_site(path: str, preview: Running) -> None:
    answered = preview.get(path)
    assert answered.status in (400, 404)
    assert CANARY.encode() not in answered.data
    assert b"root:" not in answered.data


def test_an_address_that_names_a_server_is_none_of_the_site(preview: Running) -> None:
    assert [preview.get(address).status for address in ("//services/team/", "//127.0.0.1/services/team/")] == [400, 400]
    assert preview.get("http://evil.example/services/team/", Host=f"127.0.0.1:{preview.port}").status == 400


def test_no_link_leads_out_of_the_site(preview: Running) -> None:
    (preview.site / "content/files/leak.txt").symlink_to(preview.site / "content/private/outreach.yaml")
    (preview.site / "content/files/people").symlink_to(preview.site / "content/private")
    (preview.site / "content/files/passwd.txt").symlink_to("/etc/passwd")
    for path in ("/leak.txt", "/people/outreach.yaml", "/passwd.txt"):
        answered = preview.get(path)
        assert (answered.status, CANARY.encode() in answered.data, b"root:" in answered.data) == (404, False, False)


def test_a_file_that_becomes_a_link_is_not_followed(preview: Running) -> None:
    assert preview.get("/guide.txt").data == b"A guide."
    place = preview.site / "content/files/guide.txt"
    place.unlink()
    place.symlink_to(preview.site / "content/private/outreach.yaml")
    assert preview.get("/guide.txt").status == 404


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1.nip.example:{port}", "localhost:1", "192.168.1.5:{port}", "", "LOCALHOST.evil:{port}"]
)
def test_unknown_names_of_this_server_are_refused(host: str, preview: Running) -> None:
    answered = preview.get("/", Host=host.format(port=preview.port))
    assert answered.status in (400, 421)
    assert b"Maya" not in answered.data


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LocalHost:{port}", "[::1]:{port}"])
def test_known_names_are_answered(host: str, preview: Running) -> None:
    assert preview.get("/", Host=host.format(port=preview.port)).status == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "https://127.0.0.1:{port}", "http://127.0.0.1:1", "null", "http://localhost.evil:{port}"])
def test_pages_of_other_sites_get_no_connection(origin: str, preview: Running) -> None:
    with pytest.raises(HTTPClientError, match="403"):
        preview.tab("/", Origin=origin.format(port=preview.port))


def test_junk_on_the_connection_harms_nothing(preview: Running) -> None:
    for junk in ("", "{", "[]", '"x"', '{"command": 1}', '{"command": "info", "url": 3, "plugins": 4}', '{"command":"info","url":"http://x/\\u0000"}'):
        tab = preview.tab("/")

        async def send(tab: Any = tab, junk: str = junk) -> None:
            await tab.socket.write_message(junk)

        preview.do(send())
    assert preview.get("/").status == 200
    tab = preview.tab("/articles/meetings/")
    preview.write("content/articles/meetings.md", ARTICLE + "\nMore.\n")
    tab.wait_for(1)


def test_only_this_computer_is_bound_to(preview: Running) -> None:
    assert preview.server._sockets
    assert {sock.getsockname()[0] for sock in preview.server._sockets.values()} == {"127.0.0.1"}


def test_a_device_needs_the_code_and_each_code_counts_once() -> None:
    said: list[str] = []
    guard = Guard(8000, "192.168.1.5", said.append)
    assert guard.knows("192.168.1.5:8000") and not guard.knows("192.168.1.6:8000")
    assert guard.lets_in("127.0.0.1", "") and not guard.lets_in("192.168.1.7", "")
    code = guard.code
    assert re.fullmatch(r"\d{6}", code) and said == [f"The code for the next device: {code}"]
    token = guard.token_for(f"{code[:3]} {code[3:]}")
    assert token and guard.lets_in("192.168.1.7", token)
    assert guard.token_for(code) == "" or guard.code == code
    for _ in range(5):
        guard.token_for("wrong")
    assert "wrong code" in said[-2] and said[-1] == f"The code for the next device: {guard.code}"
    assert not Guard(8000).lets_in("192.168.1.7", "") and Guard(8000).token_for("") == ""


def test_a_device_is_asked_for_the_code_on_every_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_site(tmp_path)
    with running(tmp_path, lan="192.0.2.7") as preview:
        monkeypatch.setattr("sitegen.preview.guard._is_this_computer", lambda _: False)  # as if from another device
        for path in ("/", "/livereload.js", "/_sitegen/preview.js", "/_sitegen/style.css", "/guide.txt"):
            assert preview.get(path).status == 403
            assert b"Maya" not in preview.get(path).data
        with pytest.raises(HTTPClientError, match="403"):
            preview.tab("/", version="a.b.c")
        assert preview.get("/_sitegen/code", "POST", "code=1", Origin=preview.url).status == 403
        assert preview.get("/_sitegen/code", "POST", f"code={preview.guard.code}", Origin="http://evil.example").status == 421
        let_in = preview.get("/_sitegen/code", "POST", f"code={preview.guard.code}", Origin=preview.url)
        assert (let_in.status, let_in.headers["location"]) == (303, "/")
        assert "HttpOnly" in let_in.headers["set-cookie"] and "SameSite=Strict" in let_in.headers["set-cookie"]
        assert preview.get("/", Cookie=let_in.headers["set-cookie"].partition(";")[0]).status == 200


def test_addresses_are_answered_as_a_host_would(preview: Running) -> None:
    assert (preview.get("/services/team").status, preview.get("/services/team?x=1").headers["location"]) == (301, "/services/team/?x=1")
    assert preview.get("/services/team/index.html").status == 200
    missing = preview.get("/nothing/here/")
    assert missing.status == 404
    assert b"<h1>" in missing.data
    assert preview.get("/404.html").status == 200
    for old in ("/old/", "/old", "/older.html"):
        assert (preview.get(old).status, preview.get(old).headers["location"]) == (301, "/articles/meetings/")
    assert preview.get("/services/team/", "HEAD").data == b""
    assert preview.get("/services/team/", "POST", "x=1").status == 405


@pytest.mark.parametrize(("path", "kind"), [
    ("/", "text/html; charset=utf-8"), ("/robots.txt", "text/plain; charset=utf-8"), ("/favicon.svg", "image/svg+xml"), ("/favicon.ico", "image/x-icon"), ("/share.png", "image/png"),
    ("/manifest.webmanifest", "application/manifest+json"), ("/events/evening/event.ics", "text/calendar; charset=utf-8"), ("/clip.mp4", "video/mp4"), ("/guide.txt", "text/plain; charset=utf-8"),
    ("/_sitegen/style.css", "text/css; charset=utf-8"), ("/livereload.js", "text/javascript; charset=utf-8"), ("/_headers", "text/plain; charset=utf-8"), ("/.htaccess", "text/plain; charset=utf-8"),
])  # fmt: skip
def test_content_types_are_right(path: str, kind: str, preview: Running) -> None:
    assert preview.get(path).headers["content-type"] == kind


def test_a_video_is_sent_in_the_parts_that_are_asked_for(preview: Running) -> None:
    whole = bytes(range(256)) * 4
    answered = preview.get("/clip.mp4")
    assert (answered.status, answered.data, answered.headers["accept-ranges"], answered.headers["content-length"]) == (200, whole, "bytes", "1024")
    part = preview.get("/clip.mp4", Range="bytes=100-199")
    assert (part.status, part.data, part.headers["content-range"]) == (206, whole[100:200], "bytes 100-199/1024")
    assert preview.get("/clip.mp4", Range="bytes=-24").data == whole[-24:]
    none = preview.get("/clip.mp4", Range="bytes=2000-")
    assert (none.status, none.headers["content-range"]) == (416, "bytes */1024")
    assert preview.get("/clip.mp4", "HEAD").headers["content-length"] == "1024"


@pytest.mark.parametrize(("header", "part"), [
    ("", Part(0, 10)), ("bytes=0-", Part(0, 10)), ("bytes=2-4", Part(2, 5)), ("bytes=-3", Part(7, 10)), ("bytes=-30", Part(0, 10)), ("bytes=9-99", Part(9, 10)), ("bytes=10-", None),
    ("bytes=-0", None), ("bytes=4-2", Part(0, 10)), ("bytes=0-1,3-4", Part(0, 10)), ("lines=1-2", Part(0, 10)), ("bytes=-", Part(0, 10)), ("bytes=a-b", Part(0, 10)),
])  # fmt: skip
def test_ranges(header: str, part: Part | None) -> None:
    assert part_of(header, 10) == part


def test_a_taken_port_leads_to_the_next() -> None:
    first, port = listening(18_000, "127.0.0.1")
    second, next_port = listening(port, "127.0.0.1")
    for sock in (*first, *second):
        sock.close()
    assert next_port > port


def test_after_the_last_port_there_is_none() -> None:
    first, port = listening(65_535, "127.0.0.1")
    with pytest.raises(OSError, match="in use"):
        listening(port, "127.0.0.1")
    for sock in first:
        sock.close()


@pytest.mark.parametrize(
    ("path", "kind"), [("/home/maya/site", "ext4"), ("/home/maya/share/site", "cifs"), ("/mnt/my site", "nfs4"), ("/elsewhere", "overlay")]
)
def test_the_file_system_of_a_folder_is_known(path: str, kind: str) -> None:
    mounts = "overlay / overlay rw 0 0\nproc /proc proc rw 0 0\n/dev/sda1 /home ext4 rw 0 0\n//nas/x /home/maya/share cifs rw 0 0\nnas:/y /mnt/my\\040site nfs4 rw 0 0\n"
    assert file_system(path, mounts) == kind


def test_folders_kept_in_step_with_a_cloud_are_looked_at_again_and_again(tmp_path: Path) -> None:
    assert "Dropbox" in deaf(tmp_path / "Dropbox" / "site")
    assert "OneDrive - Practice" in deaf(tmp_path / "OneDrive - Practice" / "site")
    assert deaf(tmp_path / "site") == ""


def test_output_is_never_touched(preview: Running) -> None:
    place = preview.site / "output"
    place.mkdir()
    (place / "index.html").write_text("as it was")
    before = place.stat().st_mtime_ns
    for path in ("/", "/services/team/", "/sitemap.xml", "/share.png", "/?view=written"):
        preview.get(path)
    preview.write("content/site.yaml", SITE.replace("Maya", "Zoe"))
    preview.get("/")
    assert [path.name for path in place.iterdir()] == ["index.html"]
    assert (place.stat().st_mtime_ns, (place / "index.html").read_text()) == (before, "as it was")


def test_no_build_writes_what_the_preview_adds(tmp_path: Path) -> None:
    from sitegen.cli.main import main

    write_site(tmp_path)
    assert main(["build", "--site", str(tmp_path), "--as-of", "2026-11-21"]) == 0
    pages = [path.read_text(encoding="utf-8") for path in (tmp_path / "output").rglob("*.html")]
    assert pages
    assert not [page for page in pages if "_sitegen" in page or "livereload" in page or "<script src" in page or "of the preview" in page]


def test_a_request_that_is_no_http_harms_nothing(preview: Running) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=30)
    connection.connect()
    connection.sock.sendall(b"\x16\x03\x01" + os.urandom(200))
    connection.close()
    assert preview.get("/").status == 200
